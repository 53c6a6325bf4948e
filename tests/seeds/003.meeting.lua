-- Meeting colleagues one did not know was one of the largest pluses.
return seed {
  claim = "Groups that are mixed over departments leave more ties across departments.",
  without = { { programme { name = "day", weeks = 20, mixed = false } } },
  with = { { programme { name = "day", weeks = 20, mixed = true } } },
  look = "cross_ties", weeks = { 21, 52 }, expect = "more",
  gone_without = { "ties" },
}
