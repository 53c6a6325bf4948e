-- From a fixed to a growth mindset.
return seed {
  claim = "A programme on mindset leaves more of it behind, half a year after the last session.",
  with = { { programme { name = "growth", weeks = 20, content = { mindset = 1 } } } },
  look = "mindset", weeks = { 40, 65 }, expect = "more",
  gone_without = { "boost" },
}
