-- From ten years in one function to moves every five to seven years.
return seed {
  claim = "In the long run people who move every six years are more skilled than people who stay for twenty-five.",
  without = { { mobility { norm_years = 25 } } },
  with = { { mobility { norm_years = 6 } } },
  look = "skill", weeks = { 521, 780 }, expect = "more",
  gone_without = { "staleness" },
}
