-- A platform to look at yourself: tests, portfolio.
return seed {
  claim = "Who got to know the own talent shapes the work to it, and fits it better.",
  with = { { self_assessment { share = 1 } } },
  look = "fit", weeks = { 53, 104 }, expect = "more",
  gone_without = { "talent" },
}
