-- The fixed function disappears; people are put on gigs and projects, which is not easy for everyone.
return seed {
  claim = "People who are placed in a pool by decree are less engaged where nobody offers them a perspective.",
  plan = { { pool { share = 0.5, decree = true } } },
  without = { { mobility { perspective = 1 } } },
  with = { { mobility { perspective = 0 } } },
  look = "engagement", weeks = { 5, 52 }, expect = "less",
  gone_without = { "strain" },
}
