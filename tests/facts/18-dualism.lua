-- Constructive dualism between college, council and organisation.
return fact {
  claim = "Where priorities stay put, less work is redone and complex work is done sooner.",
  source = "003.dualism",
  arms = {
    { id = "switching", { politics { dualism = 0 } } },
    { id = "steady", { politics { dualism = 1 } } },
  },
  checks = {
    { says = "work over", compare = { steady = 1, switching = -1 }, look = "rework_share", weeks = { 27, 156 }, expect = "less" },
    { says = "lead time of complex work", compare = { steady = 1, switching = -1 }, look = "complex_lead_weeks", weeks = { 27, 156 }, expect = "less" },
    { says = "performance", compare = { steady = 1, switching = -1 }, look = "performance", weeks = { 27, 156 }, expect = "more" },
  },
  near = { ["priorities.rate"] = { 0.013, 0.12 }, ["priorities.size"] = { 0.017, 0.15 } },
}
