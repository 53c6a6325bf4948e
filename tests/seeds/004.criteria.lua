-- Predictability and complexity as the criteria of design.
return seed {
  claim = "With a pool for what is complex and hard to predict, and the line for the rest, work gets better than with a pool for nearly all of it.",
  town = { complex = { complexity_min = 0, complexity_max = 1 } },
  without = { { pool { share = 0.3 }, routing { complexity = 0.11 } } },
  with = { { pool { share = 0.2 }, routing { complexity = 0.5, predictability = 0.7 } } },
  look = "complex_quality", weeks = { 27, 104 }, expect = "more", seeds = 40,
  gone_without = { "familiarity" },
}
