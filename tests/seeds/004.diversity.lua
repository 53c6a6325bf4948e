-- Uniform solutions, such as one staff budget, do no justice to the differences between departments.
return seed {
  claim = "The same room for hire shortens waiting more where busy departments get it than where all get a bit.",
  town = { departments = {
    { id = "busy", staff = 80, work = { standard { occupancy = 0.9 } } },
    { id = "quiet", staff = 80, work = { standard { occupancy = 0.6 } } },
    { id = "calm", staff = 80, work = { standard { occupancy = 0.6 } } } } },
  without = { { external { max_share = 0.05 } } },
  with = {
    { department = "busy", external { max_share = 0.15 } },
    { departments = { "quiet", "calm" }, external { max_share = 0 } },
  },
  look = "standard_lead_weeks", weeks = { 27, 78 }, expect = "less", seeds = 40,
  gone_without = { "external" },
}
