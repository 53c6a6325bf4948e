-- Dommelvallei, 2017-2022: Geldrop-Mierlo, Nuenen and Son en Breugel, which work together, hold a week of
-- over 60 workshops. First the week alone, then with follow-up. Only the 60 workshops are in the interview.

local words = require "words"
local municipality = require "municipality"
local levers = require "levers"
local programmes = require "programmes"

local departments = municipality.together {
  { id = "geldrop", name = "Geldrop-Mierlo", staff = 320 },
  { id = "nuenen", name = "Nuenen", staff = 190 },
  { id = "son", name = "Son en Breugel", staff = 140 },
}

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure
local later = {
  nl = "De tekst noemt gesprekscycli en bijeenkomsten, niet hoe vaak de week erin terugkomt; vanaf 2020 is dat hier een gedachteproef.",
  en = "The text names cycles of talks and meetings, not how often the week returns in them; from 2020 this is a thought experiment.",
}

municipality.assume_sizes(assumptions, departments, 0.8, 1.3, {
  nl = "De tekst noemt geen aantallen. Gemeenten hebben 7 tot 11 fte per 1.000 inwoners; de drie samen hebben ongeveer 79.000 inwoners.",
  en = "The text gives no numbers. Municipalities have 7 to 11 full-time posts per 1,000 residents; the three together have about 79,000 residents.",
})
assume("merger.culture_gap", 0, 0.2, "Hoe ver de drie culturen uit elkaar liggen staat er niet.", "How far apart the three cultures are is not said.")
assume("self_assessment.share", 0.05, 0.4, "\"Regelmatig\" attenderen op het platform; hoeveel mensen het gebruiken staat er niet.", "\"Regularly\" pointed out; how many people use the platform is not said.")
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("plan.week.workshops", 60, 70, "\"Meer dan 60 workshops\".", "\"More than 60 workshops\".")
assume("plan.week.seats", 8, 25, measure.nl, measure.en)
assume("plan.week.hours", 1, 4, measure.nl, measure.en)
assume("plan.week.content.mindset", 0.2, 0.8, strength.nl, strength.en)
assume("plan.week.content.alliance", 0.1, 0.5, strength.nl, strength.en)
assume("plan.followup.induction", 0, 0.6, later.nl, later.en)
assume("plan.followup.periodic_talks", 0.4, 1, later.nl, later.en)
assume("plan.followup.team_plans", 0.3, 1, later.nl, later.en)

return scenario {
  title = { nl = "Dommelvallei: een week als vliegwiel", en = "Dommelvallei: a week as a flywheel" },
  story = {
    nl = "Elk najaar volgen de ambtenaren van Geldrop-Mierlo, Nuenen en Son en Breugel samen workshops, meer dan zestig in een week. De eerste drie jaar blijft het bij de week. Vanaf 2020 komt wat er gebeurde terug in gesprekken, teamplannen en het inwerken. Draait het vliegwiel dan door?",
    en = "Every autumn the civil servants of Geldrop-Mierlo, Nuenen and Son en Breugel follow workshops together, more than sixty in a week. In the first three years the week is all there is. From 2020 what happened there returns in talks, team plans and induction. Does the flywheel keep turning then?",
  },
  start = 2017, years = 6, seed = 1,
  departments = departments,
  merger = { organisations = 3, culture_gap = 0.1 },
  self_assessment = { share = 0.15 },
  assignments = { complex { share = 0.3 } },
  plan = {
    programmes.week { at = "2017-W46", workshops = 62, seats = 20, hours = 3, content = { mindset = 0.5, alliance = 0.3 },
      why = {
        nl = "\"In meer dan 60 workshops leren medewerkers van die verschillende gemeenten elkaar echt kennen.\" En: \"Een groot aantal van de workshops gaat over persoonlijke ontwikkeling.\" (Nick Scheltens)",
        en = "\"In more than 60 workshops staff of these different municipalities really get to know each other.\" And: \"A large number of the workshops is about personal development.\" (Nick Scheltens)",
      } },
    programmes.follow_up { at = "2020-W02", induction = 0.3, periodic_talks = 0.8, team_plans = 0.7,
      why = {
        nl = "\"Deze week is een vliegwiel om nieuwe thema's op te pakken. Zowel inhoudelijk, als organisatorisch.\" En aan de leidinggevenden: \"geef tijd om mensen over zichzelf te laten nadenken\".",
        en = "\"This week is a flywheel for taking up new themes. In content as well as in organisation.\" And to managers: \"give people time to think about themselves\".",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Mindset week na week: een zaagtand. Elk najaar omhoog, daarna een deel terug; elk dal ligt iets hoger dan het vorige.",
      en = "Mindset week by week: a saw-tooth. Up every autumn, then part of the way back; each valley lies a little higher than the last." },
    { nl = "Gedeelde taal (in de CSV): in het najaar van 2019, vlak voor de week, is er minder van over dan een jaar eerder. Vanaf 2020 blijft er juist meer van hangen.",
      en = "Vocabulary (in the CSV): in the autumn of 2019, just before the week, less of it is left than a year before. From 2020 more of it stays." },
    { nl = "Banden over grenzen (in de CSV): ook een zaagtand. Mensen leren elkaar echt kennen, en verliezen elkaar in de loop van het jaar weer deels uit het oog.",
      en = "Cross ties (in the CSV): a saw-tooth too. People really get to know each other, and in the course of the year partly lose sight of each other again." },
    { nl = "Bevlogenheid: die verandert bijna niet. Een week verandert het dagelijks werk niet.",
      en = "Engagement: it hardly changes. A week does not change the daily work." },
  },
  question = {
    nl = "Wie in uw organisatie zorgt er in februari voor dat iemand nog vraagt wat de week heeft opgeleverd?",
    en = "Who in your organisation makes sure that in February somebody still asks what the week brought?",
  },
}
