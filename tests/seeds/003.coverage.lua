-- Over 90 % of all staff in 51 one-day trainings, from the green service to the directors.
return seed {
  claim = "A trained person keeps more where nearly everybody was trained than where one in five was.",
  town = { warm_up = 0, mechanisms = { exits = false, retirement = false, moves = false } },
  arms = {
    { weight = 1 / 0.9, { programme { name = "all", weeks = 20, coverage = 0.9, content = { mindset = 1 } } } },
    { weight = -1 / 0.2, { programme { name = "few", weeks = 20, coverage = 0.2, content = { mindset = 1 } } } },
    { weight = 1 / 0.2 - 1 / 0.9 },
  },
  look = "mindset", weeks = { 40, 78 }, expect = "more", seeds = 120,
  gone_without = { ["vocabulary.half_life"] = 1 },
}
