-- From ten years in one function to a move every five to seven years.
return fact {
  claim = "Along a mobility norm of one to fifteen years, overall performance is best somewhere inside.",
  source = "000.tenure",
  arms = {
    { id = "one", { mobility { norm_years = 1 } } },
    { id = "two", { mobility { norm_years = 2 } } },
    { id = "four", { mobility { norm_years = 4 } } },
    { id = "six", { mobility { norm_years = 6 } } },
    { id = "ten", { mobility { norm_years = 10 } } },
    { id = "fifteen", { mobility { norm_years = 15 } } },
  },
  checks = {
    { says = "performance in the sixth to tenth year has its top inside", peak = { "one", "two", "four", "six", "ten", "fifteen" }, look = "performance", weeks = { 261, 520 }, expect = "inside" },
    { says = "and so has skill", peak = { "one", "two", "four", "six", "ten", "fifteen" }, look = "skill", weeks = { 261, 520 }, expect = "inside" },
  },
  near = { ["staleness.loss"] = { 0, 0.4, 0.9 }, ["staleness.years"] = { 3, 8 }, ["learning.rate"] = { 0.008, 0.03 } },
}
