-- Policy is made on the way, together.
return seed {
  claim = "The more complex the work, the more of it comes up on the way.",
  without = { { complex { complexity_min = 0.1, complexity_max = 0.3 } } },
  with = { { complex { complexity_min = 0.7, complexity_max = 0.9 } } },
  look = "rework_share", weeks = { 27, 78 }, expect = "more",
  gone_without = { "emergence" },
}
