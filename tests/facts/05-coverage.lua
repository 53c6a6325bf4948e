-- Over 90 % of all staff in one-day trainings: a shared vocabulary.
return fact {
  claim = "A trained person keeps more of a training where nine in ten were trained than where one in five was.",
  source = "003.coverage",
  arms = {
    { id = "nobody" },
    { id = "few", { programme { name = "few", weeks = 20, coverage = 0.2, content = { mindset = 1 } } } },
    { id = "all", { programme { name = "all", weeks = 20, coverage = 0.9, content = { mindset = 1 } } } },
  },
  checks = {
    { says = "gain in mindset per trained person, a year on: 90 % less 20 %", compare = { all = 1 / 0.9, few = -1 / 0.2, nobody = 1 / 0.2 - 1 / 0.9 }, look = "mindset", weeks = { 60, 84 }, expect = "more" },
  },
  near = { ["vocabulary.critical"] = { 0.1, 0.4, 0.6 }, ["vocabulary.half_life"] = { 8, 104 }, ["influence.rate"] = { 0, 0.016 } },
}
