-- Reliability and realism keep residents' trust.
return seed {
  claim = "With the same results, an organisation keeps more trust with realistic promises than with high ones.",
  plan = { { politics { promise = 1 } } },
  with = { { politics { realism = 1 } } },
  look = "trust", weeks = { 27, 78 }, expect = "more",
  gone_without = { "promises" },
}
