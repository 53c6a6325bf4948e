-- Ownership of one's own work: taking initiative, speaking up.
return seed {
  claim = "Trained twice to own their work, people speak up, and complex work gets better.",
  with = {
    { programme { name = "first", weeks = 10, coverage = 1, mixed = false, content = { ownership = 1 } } },
    { programme { name = "second", weeks = 10, coverage = 1, mixed = false, content = { ownership = 1 } } },
  },
  look = "complex_quality", weeks = { 10, 52 }, expect = "more", seeds = 120,
  gone_without = { "voice" },
}
