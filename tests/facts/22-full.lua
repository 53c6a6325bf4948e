-- Hospitals tip at 92.5 % (Kuntz 2015) and 93 % (Berry Jaeker & Tucker 2017): beyond it everything takes longer.
return fact {
  claim = "Lead time bends with occupancy: the step from about 90 to 95 % adds more weeks than the larger step from about 75 to 85 %.",
  source = "KC & Terwiesch 2009, Kuntz 2015",
  arms = {
    { id = "quiet", occupancy = 0.68 },
    { id = "usual", occupancy = 0.77 },
    { id = "busy", occupancy = 0.82 },
    { id = "full", occupancy = 0.87 },
  },
  checks = {
    { says = "lead time of standard work: the upper step less the lower", compare = { full = 1, busy = -1, usual = -1, quiet = 1 }, look = "standard_lead_weeks", weeks = { 53, 156 }, expect = "more" },
    { says = "lead time of complex work: the upper step less the lower", compare = { full = 1, busy = -1, usual = -1, quiet = 1 }, look = "complex_lead_weeks", weeks = { 53, 156 }, expect = "more" },
    { says = "quality of standard work falls in the upper step", compare = { full = 1, busy = -1 }, look = "standard_quality", weeks = { 53, 156 }, expect = "less" },
  },
  near = { ["load.kink"] = { 0.85, 0.97 }, ["external.max_share"] = { 0, 0.3 }, ["demand.shock_sd"] = { 0, 0.1 } },
}
