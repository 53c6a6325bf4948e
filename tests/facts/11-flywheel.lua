-- The week as a flywheel for new themes.
local week = { themeweek { workshops = 60, content = { mindset = 1 } } }
local structures = { followup { periodic_talks = 1, team_plans = 1 } }

return fact {
  claim = "Yearly weeks alone leave a saw-tooth without a trend; with follow-up each year starts higher.",
  source = "002.flywheel",
  arms = {
    { id = "nothing" },
    { id = "weeks", week },
    { id = "structures", structures },
    { id = "both", week, structures },
  },
  checks = {
    { says = "a saw-tooth: after a week mindset is higher than before the next one", compare = { weeks = 1, nothing = -1 }, look = "mindset", weeks = { 209, 213 }, less = { 256, 260 }, expect = "more" },
    { says = "alone: from before the third week to before the seventh, a trend of less than .005", compare = { weeks = 1, nothing = -1 }, look = "mindset", weeks = { 308, 312 }, less = { 100, 104 }, expect = "same", within = 0.005 },
    { says = "with follow-up: from before the third week to before the seventh", compare = { both = 1, structures = -1 }, look = "mindset", weeks = { 308, 312 }, less = { 100, 104 }, expect = "more", least = 0.005 },
    { says = "and that is more than alone", compare = { both = 1, structures = -1, weeks = -1, nothing = 1 }, look = "mindset", weeks = { 308, 312 }, less = { 100, 104 }, expect = "more" },
  },
  near = { ["boost.keep"] = { 0.2, 0.5 }, ["boost.decay"] = { 0.011, 0.045 }, ["anchor.drift"] = { 0, 0.006 }, ["vocabulary.critical"] = { 0.1, 0.5 } },
  why_not = "With follow-up each year starts higher, and more so than alone. But alone there is a rise as well, which levels off after some years: what has settled in mindset is drawn back over half a year and more (anchor, context), so that a yearly week finds something left of the one before; drift of the disposition and the vocabulary add to it.",
}
