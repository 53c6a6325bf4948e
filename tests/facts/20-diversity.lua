-- Uniform solutions do no justice to the differences between departments.
return fact {
  claim = "The same room for hire shortens waiting more where busy departments get it than where all get a bit.",
  source = "004.diversity",
  town = { departments = {
    { id = "busy", staff = 200, work = { standard { occupancy = 0.9 } } },
    { id = "quiet", staff = 200, work = { standard { occupancy = 0.6 } } },
    { id = "calm", staff = 200, work = { standard { occupancy = 0.6 } } } } },
  arms = {
    { id = "one_size", { external { max_share = 0.05 } } },
    { id = "fitted", { department = "busy", external { max_share = 0.15 } }, { departments = { "quiet", "calm" }, external { max_share = 0 } } },
  },
  checks = {
    { says = "lead time of standard work", compare = { fitted = 1, one_size = -1 }, look = "standard_lead_weeks", weeks = { 27, 156 }, expect = "less" },
    { says = "performance", compare = { fitted = 1, one_size = -1 }, look = "performance", weeks = { 27, 156 }, expect = "more" },
  },
  near = { ["external.trigger"] = { 1, 1.2 }, ["load.slow_down"] = { 0, 0.12 } },
}
