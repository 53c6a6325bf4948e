-- From assessing to reflecting.
return seed {
  claim = "Reflecting instead of assessing matters most where much fails: then a failure teaches instead of punishing.",
  town = { pool = { share = 0.4 }, demand = { complex_share = 0.5 }, routing = { complexity = 0.11 } },
  arms = {
    { weight = 1, { complex { expectation = 1 }, appraisal { reflect = 1 } } },
    { weight = -1, { complex { expectation = 1 }, appraisal { reflect = 0 } } },
    { weight = -1, { complex { expectation = 0 }, appraisal { reflect = 1 } } },
    { weight = 1, { complex { expectation = 0 }, appraisal { reflect = 0 } } },
  },
  look = "mindset", weeks = { 53, 104 }, expect = "more",
  gone_without = { "experience" },
}
