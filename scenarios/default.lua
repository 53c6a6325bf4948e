-- A municipality of 600 in which nothing is changed: the state of balance with which every
-- intervention is compared.

local municipality = require "municipality"

local departments = municipality.departments(600)

local assumptions = municipality.assume_sizes({}, departments, 0.6, 1.5, {
  nl = "De verdeling over afdelingen verschilt per gemeente; gemiddeld had een gemeente in 2022 ongeveer 525 medewerkers (Personeelsmonitor).",
  en = "How staff are divided over departments differs per municipality; in 2022 the mean was about 525 staff (Personeelsmonitor).",
})

assumptions["demand.complex_share"] = {
  range = { 0.1, 0.5 },
  why = {
    nl = "Niemand heeft gepubliceerd welk deel van het werk complex is.",
    en = "Nobody has published which part of the work is complex.",
  },
}

return scenario {
  title = { nl = "Een gemeente van 600", en = "A municipality of 600" },
  story = {
    nl = "Acht afdelingen, geen plan: zo loopt het als niemand iets verandert. Hiermee vergelijkt u elk ander scenario.",
    en = "Eight departments and no plan: how things go when nobody changes anything. Every other scenario is compared with this one.",
  },
  start = 2025, years = 5, seed = 1,
  departments = departments,
  assignments = { complex { share = 0.3, complexity = { 0.1, 0.9 }, disciplines = { 2, 5 }, term_weeks = 26 } },
  plan = {},
  assumptions = assumptions,
  look = {
    { nl = "Wat blijft staan: mindset, bevlogenheid en standaardwerk bewegen over vijf jaar nauwelijks.",
      en = "What stands still: mindset, engagement and standard work hardly move over five years." },
    { nl = "Wat toch beweegt: complex werk, uitstroom en bezetting schommelen van jaar op jaar. Zo groot is toeval; een effect dat kleiner is, ziet u in een enkele toekomst niet.",
      en = "What moves all the same: complex work, outflow and occupancy swing from year to year. That is how large luck is; an effect that is smaller cannot be seen in a single future." },
  },
  question = {
    nl = "Wat zou er in uw organisatie veranderen als niemand iets deed?",
    en = "What would change in your organisation if nobody did anything?",
  },
}
