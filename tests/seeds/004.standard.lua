-- There will always be standard, 'factory' work.
return seed {
  claim = "Standard work is done better in the line than by a pool that takes all.",
  town = { pool = { share = 0.4 }, demand = { complex_share = 0.2 } },
  without = { { routing { complexity = 0.05 } } },
  with = { { routing { complexity = 0.5 } } },
  look = "standard_quality", weeks = { 27, 78 }, expect = "more",
  gone_without = { "breadth" },
}
