-- One lever at a time, each for about the same money, 625,000 euro: a tenth of an hour a week for everybody, four years long.
-- What costs nothing in the model (room, another way of assessing) is not here: that needs no choosing.

local start = "2026-W01"

local function lever(id, nl, en, entry)
  entry.at = entry.at or start
  return { id = id, name = { nl = nl, en = en }, plan = { entry } }
end

return experiment {
  title = { nl = "Welke hefboom eerst?", en = "Which lever first?" },
  question = {
    nl = "Wat doet elke hefboom alleen, als ze allemaal evenveel uren kosten?",
    en = "What does each lever do by itself, when all of them cost as many hours?",
  },
  scenario = "default",
  designs = {
    { id = "nothing", name = { nl = "Niets veranderen", en = "Change nothing" } },
    lever("free_time", "Scharreltijd", "Free time", { scharreltijd { share = 0.0046 } }),
    lever("talks", "Gesprekken en teamplannen", "Talks and team plans", { followup { periodic_talks = 1, team_plans = 1 } }),
    lever("trial", "Een experiment van een half jaar", "A trial of half a year", { experiments { weeks = 28, help = 0.5, evaluate = 0.5 } }),
    lever("managers", "Meer tijd van leidinggevenden", "More time of managers", { leadership { hours = 1.6 } }),
    lever("partners", "Dagen met partners", "Days with partners", { partners { days = 6.65 } }),
    lever("data", "Samen data duiden", "Reading data together", { data { dialogue = 0.63 } }),
    lever("board", "Een klankbordgroep", "A sounding board", { sounding_board { size = 60, hours = 1 } }),
    lever("mindset", "Training groeigerichte mindset", "Training in growth mindset",
      { programme { name = "mindset", weeks = 48, hours = 13.7, coverage = 0.9, group_size = 12, content = { mindset = 0.5 } } }),
    lever("coaching", "Leren coachen en feedback geven", "Learning to coach and give feedback",
      { programme { name = "coaching", weeks = 48, hours = 13.7, coverage = 0.9, group_size = 12, content = { coaching = 0.6, feedback = 0.4 } } }),
  },
  baseline = "nothing",
  replicates = until_precise { measure = "performance", half_width = 0.01, max = 60 },
  measure = { "performance", "mindset", "engagement", "ownership", "voice", "strain", "outflow", "complex_quality" },
}
