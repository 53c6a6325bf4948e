-- Krimpen aan den IJssel, 2017-2021: the fixed function disappears and people are placed by talent.
-- First by decree, then with perspective and coaching. The interview gives no numbers.

local words = require "words"
local municipality = require "municipality"
local levers = require "levers"
local programmes = require "programmes"

local departments = municipality.small(260)

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure
local order = {
  nl = "De tekst noemt geen volgorde; hier komt het plaatsen eerst en het perspectief daarna, om het verschil te laten zien.",
  en = "The text gives no order; here placing comes first and perspective later, to show the difference.",
}

municipality.assume_sizes(assumptions, departments, 0.7, 1.3, {
  nl = "De tekst noemt geen aantal medewerkers. Gemeenten hebben 7 tot 11 fte per 1.000 inwoners; bij ongeveer 29.000 inwoners zijn dat 200 tot 320.",
  en = "The text gives no number of staff. Municipalities have 7 to 11 full-time posts per 1,000 residents; at about 29,000 residents that is 200 to 320.",
})
assume("mobility.perspective", 0, 0.3, order.nl, order.en)
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("plan.pool.share", 0.1, 0.4, "Hoeveel mensen staat er niet; zo gekozen dat de afdelingen het meestal volhouden.", "How many people is not said; chosen so that the departments mostly cope.")
assume("plan[1].job.rigidity", 0.1, 0.4, strength.nl, strength.en)
assume("plan.mobility.perspective", 0.4, 0.9, order.nl, order.en)
assume("plan.mobility.career_paths", 0.3, 0.8, strength.nl, strength.en)
assume("plan.self_assessment.share", 0.2, 0.8, measure.nl, measure.en)
assume("plan.training_budget.euro_per_head", 789, 2000, "\"Geld gereserveerd\" staat er, het bedrag niet; gemeenten begrootten in 2020 gemiddeld 1.020 euro (Personeelsmonitor).", "\"Money reserved\" is said, the amount is not; in 2020 municipalities budgeted 1,020 euro on average (Personeelsmonitor).")
assume("plan.coaching.weeks", 20, 52, measure.nl, measure.en)
assume("plan.coaching.hours", 2, 24, measure.nl, measure.en)
assume("plan.coaching.coverage", 0.5, 1, measure.nl, measure.en)
assume("plan.coaching.content.coaching", 0.3, 0.9, strength.nl, strength.en)
assume("plan.leadership.direction", 0.2, 0.45, strength.nl, strength.en)
assume("plan.leadership.coaching", 0.5, 0.8, strength.nl, strength.en)

return scenario {
  title = { nl = "Krimpen aan den IJssel: de vaste functie verdwijnt", en = "Krimpen aan den IJssel: the fixed function disappears" },
  story = {
    nl = "In 2018 wordt ruim een vijfde van de mensen in een pool geplaatst: klussen en projecten in plaats van een vaste functie, en niemand weet nog wat dat oplevert. Een jaar later komen het perspectief, de gesprekken over talent en de leidinggevenden die coachen. Wat had andersom gekund?",
    en = "In 2018 over a fifth of the people are placed in a pool: gigs and projects instead of a fixed function, and nobody knows yet what it will bring them. A year later come the perspective, the talks about talent and managers who coach. What could have been the other way round?",
  },
  start = 2017, years = 5, seed = 1,
  departments = departments,
  mobility = { perspective = 0.1 },
  assignments = { complex { share = 0.3 } },
  plan = {
    { at = "2018-W02", pool { share = 0.22, decree = true }, levers.results_first(),
      why = {
        nl = "\"De vaste functie met een vastomlijnd takenpakket verdwijnt. Mensen worden op basis van hun talenten op klussen en projecten ingezet. Dat is niet voor iedereen gemakkelijk.\" (Aart Boele)",
        en = "\"The fixed function with a well-defined set of tasks disappears. People are put on gigs and projects on the basis of their talents. That is not easy for everyone.\" (Aart Boele)",
      } },
    { at = "2019-W02", levers.look_at_yourself { share = 0.5 },
      why = { nl = "\"Medewerkers moeten zelf ontdekken wat ze kunnen en willen.\"", en = "\"Staff have to find out for themselves what they can do and what they want.\"" } },
    { at = "2019-W04", levers.career_paths { perspective = 0.7, career_paths = 0.6 },
      why = {
        nl = "\"De organisatie moet hen blijven motiveren en perspectief bieden, bijvoorbeeld via persoonlijke training en begeleiding.\"",
        en = "\"The organisation must keep motivating them and offer perspective, for instance by personal training and guidance.\"",
      } },
    { at = "2019-W06", training_budget { euro_per_head = 1200 },
      why = {
        nl = "\"Daar is geld voor gereserveerd in de gemeentebegroting, ook buiten de Meester in je Werk-week om.\"",
        en = "\"Money has been reserved for that in the municipal budget, outside the Master in your Work week too.\"",
      } },
    programmes.coaching_training { at = "2019-W10", hours = 8,
      why = {
        nl = "\"Bij die veranderende overheid hoort ook een ander soort leiderschap. In de Meester in je Werk-week volgde ik zelf de workshop coachend leiderschap.\"",
        en = "\"A changing government also calls for another kind of leadership. In the Master in your Work week I took the workshop on coaching leadership myself.\"",
      } },
    { at = "2019-W27", levers.coaching_leadership(),
      why = {
        nl = "\"De leider van nu zegt niet hoe het moet en wat je moet doen. De coach anno 2017 biedt ruimte, inspireert, motiveert.\"",
        en = "\"Today's leader does not say how it must be done and what you must do. The coach of 2017 gives room, inspires, motivates.\"",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Belasting: een sprong in 2018, als ruim een vijfde wordt geplaatst zonder te weten wat het brengt. In de meeste toekomsten zakt zij in de jaren na het perspectief.",
      en = "Strain: a jump in 2018, when over a fifth are placed without knowing what it will bring. In most futures it falls in the years after perspective." },
    { nl = "Durf te spreken: lager in 2018, en pas weer hoger als de leidinggevenden coachen.",
      en = "Voice: lower in 2018, and only higher again once managers coach." },
    { nl = "Complex tegen standaard: opdrachten uit de pool zijn ruim vijf weken sneller klaar. Hoe vaak standaardwerk te laat komt hangt af van wie er vertrok: bekijk ook een ander toevalsgetal.",
      en = "Complex against standard: assignments from the pool are ready more than five weeks sooner. How often standard work is late depends on who left: look at another seed too." },
    { nl = "Bevlogenheid: in 2018 geen winst, daarna wel. De pool was er toen al; wat erbij kwam: perspectief, aandacht voor talent en leidinggevenden die coachen.",
      en = "Engagement: no gain in 2018, but a gain afterwards. The pool was there by then; what was added: perspective, attention to talent and managers who coach." },
  },
  question = {
    nl = "Zou u hier eerst perspectief hebben gegeven en dan geplaatst? Wat had u een ambtenaar in 2017 eerlijk kunnen beloven?",
    en = "Would you have given perspective first and placed people later? What could you honestly have promised a civil servant in 2017?",
  },
}
