-- SED, 2015-2020: three municipal staffs merged into one; a gig bank, and from the third year a week of
-- forty workshops. The interview gives the third year and the forty workshops; the rest are assumptions.

local words = require "words"
local municipality = require "municipality"
local levers = require "levers"
local programmes = require "programmes"

local departments = municipality.departments(520)

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure

municipality.assume_sizes(assumptions, departments, 0.8, 1.3, {
  nl = "De tekst noemt geen aantal medewerkers. Gemeenten hebben 7 tot 11 fte per 1.000 inwoners; bij ongeveer 60.000 inwoners zijn dat 420 tot 660.",
  en = "The text gives no number of staff. Municipalities have 7 to 11 full-time posts per 1,000 residents; at about 60,000 residents that is 420 to 660.",
})
assume("merger.culture_gap", 0, 0.2, "Hoe ver de drie culturen uit elkaar lagen staat er niet.", "How far apart the three cultures were is not said.")
assume("training_budget.euro_per_head", 789, 1020, "SED noemt geen bedrag; gemeenten gaven in 2020 gemiddeld 789 euro uit en begrootten 1.020 (Personeelsmonitor).", "SED names no amount; in 2020 municipalities spent 789 euro on average and budgeted 1,020 (Personeelsmonitor).")
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("plan.klussenbank.hours_share", 0.03, 0.2, measure.nl, measure.en)
assume("plan.week.seats", 8, 20, measure.nl, measure.en)
assume("plan.week.hours", 1, 4, measure.nl, measure.en)
assume("plan.week.content.content", 0.1, 0.5, strength.nl, strength.en)
assume("plan.week.content.mindset", 0.1, 0.5, strength.nl, strength.en)
assume("plan.residents.allied", 0.35, 0.6, strength.nl, strength.en)

return scenario {
  title = { nl = "SED: drie organisaties worden er een", en = "SED: three organisations become one" },
  story = {
    nl = "In 2015 worden de ambtenaren van Stede Broec, Enkhuizen en Drechterland collega's. Vanaf 2016 is er een Klussenbank met tijdelijke projecten; in 2017, het derde jaar, komt de Meester in je Werk-week met veertig workshops, en daarna elk jaar. Groeit de organisatie aaneen, en wat merken de aanvragers?",
    en = "In 2015 the civil servants of Stede Broec, Enkhuizen and Drechterland become colleagues. From 2016 there is a gig bank with temporary projects; in 2017, the third year, comes the Master in your Work week with forty workshops, and then every year. Does the organisation grow together, and what do applicants notice?",
  },
  start = 2015, years = 6, seed = 1,
  departments = departments,
  merger = { organisations = 3, culture_gap = 0.1 },
  training_budget = { euro_per_head = 1000 },
  assignments = { complex { share = 0.3 } },
  plan = {
    { at = "2016-W02", levers.gig_bank { hours_share = 0.1 },
      why = {
        nl = "\"Zo hebben wij een Klussenbank waarin tijdelijke projecten staan. Medewerkers kunnen zich daarvoor inschrijven als zij op gebied van inhoud en skills daarbij passen.\" (Astrid Huisman)",
        en = "\"For instance we have a gig bank that holds temporary projects. Staff can sign up for these when they suit them in content and skills.\" (Astrid Huisman)",
      } },
    { at = "2017-W02", levers.allies { allied = 0.45 },
      why = {
        nl = "\"We gaan – bijvoorbeeld bij herinrichting - in gesprek met mensen in de wijk. Die weten het vaak beter.\"",
        en = "\"We talk with people in the neighbourhood, for instance when a street is laid out anew. They often know better.\"",
      } },
    programmes.week { at = "2017-W46", workshops = 40,
      why = {
        nl = "\"In veertig workshops die wij in die week aanbieden gaat het om kennis (privacy, veiligheid), talent (tekenen), maar ook meer mentale zaken komen aan bod (grip op stress, motivatie).\"",
        en = "\"The forty workshops that we offer in that week are about knowledge (privacy, safety), talent (drawing), but more mental matters also come up (a grip on stress, motivation).\"",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Mindset week na week: een sprong in elke week 46 vanaf 2017. Van de eerste blijft iets hangen; vanaf 2019 zakt in de meeste toekomsten het grootste deel binnen een jaar weer weg.",
      en = "Mindset week by week: a jump in every week 46 from 2017. Something of the first stays; from 2019 in most futures the larger part sinks away again within a year." },
    { nl = "Banden over grenzen (in de CSV): de week brengt in een paar dagen meer mensen bij elkaar dan twee jaar onder één dak.",
      en = "Cross ties (in the CSV): in a few days the week brings more people together than two years under one roof." },
    { nl = "Passendheid (in de CSV) en bevlogenheid stijgen met de Klussenbank; de doorlooptijd van complex werk loopt op, want wie een paar uur per week aan een klus geeft, is lang bezig.",
      en = "Fit (in the CSV) and engagement rise with the gig bank; the lead time of complex work grows, since who gives a gig a few hours a week takes long." },
    { nl = "Standaardwerk op tijd: dat merkt er bijna niets van.",
      en = "Standard work on time: it notices next to nothing." },
  },
  question = {
    nl = "Welke klussen horen in een Klussenbank, als een klus daar langer duurt dan in de lijn?",
    en = "Which gigs belong in a gig bank, when a gig takes longer there than in the line?",
  },
}
