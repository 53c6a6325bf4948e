-- One lever at a time, each for about the same money, 625,000 euro: a tenth of an hour a week for everybody, four years long.
-- What costs nothing in the model (room, another way of assessing) is not here: that needs no choosing.

local start = "2026-W01"

local function lever(id, nl, en, entry, why)
  entry.at = entry.at or start
  return { id = id, name = { nl = nl, en = en }, why = why, plan = { entry } }
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
    lever("free_time", "Scharreltijd", "Free time", { scharreltijd { share = 0.0046 } },
      { nl = "Een half procent van de week vrij te besteden, voor iedereen.", en = "Half a percent of the week to spend freely, for everybody." }),
    lever("talks", "Gesprekken en teamplannen", "Talks and team plans", { followup { periodic_talks = 1, team_plans = 1 } },
      { nl = "De verandering keert terug in alle gesprekken en teamplannen.", en = "The change returns in all periodic talks and team plans." }),
    lever("trial", "Een experiment van een half jaar", "A trial of half a year", { experiments { weeks = 28, help = 0.5, evaluate = 0.5 } },
      { nl = "28 weken proberen, in alle afdelingen, half begeleid en half geëvalueerd.", en = "A trial of 28 weeks in all departments, half guided and half evaluated." }),
    lever("managers", "Meer tijd van leidinggevenden", "More time of managers", { leadership { hours = 1.6 } },
      { nl = "Een leidinggevende heeft 1,6 uur per week voor elke medewerker, in plaats van 1,5.", en = "A manager has 1.6 hours a week for each member of staff, instead of 1.5." }),
    lever("partners", "Dagen met partners", "Days with partners", { partners { days = 6.65 } },
      { nl = "6,65 dagen per jaar bij partners in stad en keten, in plaats van 6.", en = "6.65 days a year with partners in town and chain, instead of 6." }),
    lever("data", "Samen data duiden", "Reading data together", { data { dialogue = 0.63 } },
      { nl = "Data komen twee keer zo vaak op tafel om samen te lezen.", en = "Data are put on the table to be read together twice as often." }),
    lever("board", "Een klankbordgroep", "A sounding board", { sounding_board { size = 60, hours = 1 } },
      { nl = "Zestig leden, elk een uur per week.", en = "Sixty members, an hour a week each." }),
    lever("mindset", "Training groeigerichte mindset", "Training in growth mindset",
      { programme { name = "mindset", title = { nl = "groeimindset", en = "growth mindset" }, weeks = 48, hours = 13.7, coverage = 0.9, group_size = 12, content = { mindset = 0.5 } } },
      { nl = "13,7 uur training in 48 weken, voor negen van de tien.", en = "13.7 hours of training in 48 weeks, for nine in ten." }),
    lever("coaching", "Leren coachen en feedback geven", "Learning to coach and give feedback",
      { programme { name = "coaching", title = { nl = "coachen en feedback geven", en = "coaching and giving feedback" }, weeks = 48, hours = 13.7, coverage = 0.9, group_size = 12, content = { coaching = 0.6, feedback = 0.4 } } },
      { nl = "13,7 uur training in 48 weken, voor negen van de tien.", en = "13.7 hours of training in 48 weeks, for nine in ten." }),
  },
  baseline = "nothing",
  replicates = until_precise { measure = "performance", half_width = 0.01, max = 60 },
  measure = { "performance", "mindset", "engagement", "ownership", "voice", "strain", "outflow", "complex_quality" },
}
