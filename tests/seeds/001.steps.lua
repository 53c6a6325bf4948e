-- Step by step, talking, trying and tinkering; managers help set up, do and evaluate experiments.
return seed {
  claim = "Experiments that a manager helps with and that are evaluated teach more than experiments left to themselves.",
  without = { { experiments { weeks = 52, help = 0, evaluate = 0 } } },
  with = { { experiments { weeks = 52, help = 1, evaluate = 1 } } },
  look = "mindset", weeks = { 27, 52 }, expect = "more",
  gone_without = { "experience" },
}
