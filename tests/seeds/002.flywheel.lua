-- The week as a flywheel for new themes.
local week = { themeweek { workshops = 60, content = { mindset = 1 } } }
local structures = { followup { periodic_talks = 1, team_plans = 1 } }

return seed {
  claim = "What a yearly week set going is still there before the next one where talks and team plans keep it turning.",
  arms = {
    { weight = 1, week, structures },
    { weight = -1, structures },
    { weight = -1, week },
    { weight = 1 },
  },
  look = "mindset", weeks = { 79, 103 }, expect = "more",
  gone_without = { "boost" },
}
