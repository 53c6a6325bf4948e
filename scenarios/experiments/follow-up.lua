-- Midden-Groningen with and without what was to keep the training days alive, and each part of that by itself.

return experiment {
  title = { nl = "Midden-Groningen: met en zonder vervolg", en = "Midden-Groningen: with and without follow-up" },
  question = {
    nl = "Wat blijft er van 51 dagtrainingen als er niets op volgt, en welk vervolg houdt het meest vast?",
    en = "What stays of 51 days of training when nothing follows, and which follow-up holds on to most?",
  },
  scenario = "midden-groningen",
  years = 6,
  designs = {
    { id = "as_told", name = { nl = "Zoals verteld", en = "As told" } },
    { id = "no_followup", name = { nl = "Zonder inwerken, gesprekken en teamplannen", en = "Without induction, talks and team plans" },
      set = { ["plan.followup"] = false } },
    { id = "no_board", name = { nl = "Zonder klankbordgroep", en = "Without sounding board" }, set = { ["plan.sounding_board"] = false } },
    { id = "no_free_time", name = { nl = "Zonder scharreltijd", en = "Without free time" }, set = { ["plan.scharreltijd"] = false } },
    { id = "no_example", name = { nl = "Zonder voorbeeldgedrag", en = "Without leaders' example" }, set = { ["plan.leadership"] = false } },
    { id = "only_training", name = { nl = "Alleen de trainingsdagen", en = "The training days only" },
      set = { ["plan.followup"] = false, ["plan.sounding_board"] = false, ["plan.scharreltijd"] = false, ["plan.leadership"] = false,
        ["plan.appraisal"] = false, ["plan.feedback"] = false, ["plan.politics"] = false } },
    { id = "nothing", name = { nl = "Niets van dit alles", en = "None of it" }, set = { plan = false } },
  },
  baseline = "as_told",
  replicates = 20,
  measure = { "alliance", "ownership", "vocabulary", "voice", "strain", "performance", "cross_ties", path { "alliance", every = 13 } },
}
