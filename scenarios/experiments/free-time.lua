-- How much free time: from none to a fifth of the week, in an organisation with and without room to use it.

return experiment {
  title = { nl = "Hoeveel scharreltijd?", en = "How much free time?" },
  question = {
    nl = "Hoeveel scharreltijd levert meer op dan zij aan uren kost, en hangt dat af van de ruimte die er is?",
    en = "How much free time gives more than the hours it takes, and does that depend on the room there is?",
  },
  scenario = "default",
  vary = {
    ["scharreltijd.share"] = { 0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2 },
    ["kerbs.room"] = { 0.3, 0.6 },
  },
  design = factorial,
  baseline = { ["scharreltijd.share"] = 0, ["kerbs.room"] = 0.3 },
  replicates = 20,
  measure = { "performance", "engagement", "mindset", "cross_ties", "standard_on_time", "strain", "outflow" },
}
