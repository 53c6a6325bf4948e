-- From assessing to reflecting.
return fact {
  claim = "Where appraisal reflects, failures teach and people feel safer; mindset ends higher than where it assesses. The harder the work, the more so.",
  source = "000.reflect",
  arms = {
    { id = "assess", { appraisal { reflect = 0 } } },
    { id = "reflect", { appraisal { reflect = 1 } } },
    { id = "hard_assess", { appraisal { reflect = 0 }, complex { expectation = 0.7 } } },
    { id = "hard_reflect", { appraisal { reflect = 1 }, complex { expectation = 0.7 } } },
  },
  checks = {
    { says = "safety in the second year", compare = { reflect = 1, assess = -1 }, look = "safety", weeks = { 53, 104 }, expect = "more" },
    { says = "mindset in the third year", compare = { reflect = 1, assess = -1 }, look = "mindset", weeks = { 105, 156 }, expect = "more" },
    { says = "more so where most assignments fail", compare = { hard_reflect = 1, hard_assess = -1, reflect = -1, assess = 1 }, look = "mindset", weeks = { 105, 156 }, expect = "more" },
  },
  near = { ["experience.rate"] = { 0, 0.01, 0.09 }, ["context.rate"] = { 0, 0.008 } },
}
