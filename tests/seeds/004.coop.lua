-- Starting anew in changing company is the greatest change; a cooperative attitude does not come by itself.
return seed {
  claim = "Teams of growth-minded people who have met before lose less when they start, and do better work.",
  town = {
    pool = { share = 0.45 }, routing = { complexity = 0.11 },
    demand = { complex_share = 0.4 }, complex = { hours = 150 },
  },
  with = { { programme { name = "together", weeks = 8, hours = 16, coverage = 1, mixed = true, content = { mindset = 1 } } } },
  look = "complex_quality", weeks = { 8, 30 }, expect = "more", seeds = 40,
  gone_without = { "familiarity" },
}
