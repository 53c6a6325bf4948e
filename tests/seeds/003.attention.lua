-- Keep attention alive: induction, periodic talks, appraisals.
return seed {
  claim = "A year after a programme more of it is left where induction, talks and team plans return to it.",
  plan = { { programme { name = "theme", weeks = 20, content = { mindset = 1 } } } },
  with = { { followup { induction = 1, periodic_talks = 1, team_plans = 1 } } },
  look = "mindset", weeks = { 53, 78 }, expect = "more",
  gone_without = { "boost" },
}
