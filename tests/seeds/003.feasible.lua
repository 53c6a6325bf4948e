-- A feasibility test, and signals from the floor taken seriously.
return seed {
  claim = "A feasibility test keeps out what cannot be done, and what is done is better.",
  town = { politics = { promise = 1 }, model = { ["feasibility.share"] = 0.15 } },
  with = { { feasibility_test { on = true } } },
  look = "complex_quality", weeks = { 27, 104 }, expect = "more",
  gone_without = { "feasibility" },
}
