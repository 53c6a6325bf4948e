-- Policy is made on the way, together.
return fact {
  claim = "The more complex the work, the more of it comes up on the way; thinking along, instead of only checking, takes away more of it the more complex the work is.",
  source = "004.emerge, 000.integral",
  arms = {
    { id = "plain_check", town = { complex = { complexity_min = 0.1, complexity_max = 0.3 } }, { stance { integral = 0 } } },
    { id = "plain_along", town = { complex = { complexity_min = 0.1, complexity_max = 0.3 } }, { stance { integral = 1 } } },
    { id = "tangled_check", town = { complex = { complexity_min = 0.7, complexity_max = 0.9 } }, { stance { integral = 0 } } },
    { id = "tangled_along", town = { complex = { complexity_min = 0.7, complexity_max = 0.9 } }, { stance { integral = 1 } } },
  },
  checks = {
    { says = "work over: tangled less plain, checking only", compare = { tangled_check = 1, plain_check = -1 }, look = "rework_share", weeks = { 53, 156 }, expect = "more" },
    { says = "thinking along, in tangled work", compare = { tangled_along = 1, tangled_check = -1 }, look = "rework_share", weeks = { 53, 156 }, expect = "less" },
    { says = "and more so than in plain work", compare = { tangled_along = 1, tangled_check = -1, plain_along = -1, plain_check = 1 }, look = "rework_share", weeks = { 53, 156 }, expect = "less" },
  },
  near = { ["emergence.rate"] = { 0.07, 0.6 }, ["emergence.size"] = { 0.02, 0.18 } },
}
