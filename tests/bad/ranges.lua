-- Numbers that cannot be.
local nan, inf = 0 / 0, 1 / 0
return scenario {
  start = 1200,
  years = 2.5,
  seed = -1,
  mechanisms = { influence = 2 },
  model = { ["influence.rate"] = 7 },
  kerbs = { room = 1.2, clarity = nan },
  scharreltijd = { share = -0.01 },
  mobility = { norm_years = inf },
  departments = {
    { id = "permits", staff = 0, job = { rigidity = -1 } },
    { id = "tax", staff = 12.5, work = { standard { hours = 0, term_weeks = 80, occupancy = 3 } } },
    { id = "social", staff = 20000000, organisation = 3 },
  },
  assignments = { complex { share = 1.5, complexity = { 0.9, 0.3 }, disciplines = { 0, 9 } } },
  pool = { share = 2, kerbs = { room = 3 } },
  plan = {
    { at = "2025-W02", kerbs { room = 9 }, set = { ["feasibility_test.on"] = 0.5 } },
    { at = "2025-W03", programme { name = "p", hours = -8, coverage = 1.1, group_size = 1, weeks = 0,
                                   content = { mindset = 2 } } },
    { at = "2025-W04", themeweek { workshops = 0, seats = 1.5 } },
  },
  assumptions = {
    ["appraisal.reflect"] = { range = { 0.5, 1 }, why = "?" },
    ["stance.integral"] = { range = { 1, 0 }, why = "?" },
  },
}
