-- Kerbs, 2017-2019: a municipality that wants more self-direction. In West the directors hold back on
-- purpose; in East managers set the edges and help with small experiments; Passports stays as it was.
-- The letter gives no numbers at all: every one here is an assumption.

local words = require "words"
local levers = require "levers"
local programmes = require "programmes"

-- Two area teams that are alike in everything but how they are led.
local function area_team(id, nl, en)
  return { id = id, name = { nl = nl, en = en }, staff = 60, discipline = "area" }
end

local departments = {
  area_team("west", "Gebied West", "Area West"),
  area_team("east", "Gebied Oost", "Area East"),
  { id = "passports", name = { nl = "Paspoorten", en = "Passports" }, staff = 40 },
  { id = "social", name = words.departments.social, staff = 80 },
  { id = "operations", name = words.departments.operations, staff = 60 },
}

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure, start = words.reasons.strength, words.reasons.measure, words.reasons.start

for _, department in ipairs(departments) do
  assume("departments." .. department.id .. ".staff", 30, 120, "De brief noemt geen gemeente en geen aantallen.", "The letter names no municipality and no numbers.")
end
assume("leadership.direction", 0.6, 0.8, start.nl, start.en)
assume("leadership.coaching", 0.1, 0.3, start.nl, start.en)
assume("leadership.example", 0.2, 0.4, start.nl, start.en)
assume("job.rigidity", 0.5, 0.8, start.nl, start.en)
assume("politics.promise", 0.7, 0.9, "De brief noemt \"steeds meer taken\"; wat het college belooft staat er niet.", "The letter names \"ever more tasks\"; what the college promises is not said.")
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("plan[1].leadership.direction", 0, 0.15, strength.nl, strength.en)
assume("plan[1].leadership.coaching", 0, 0.2, strength.nl, strength.en)
assume("plan[1].leadership.example", 0.1, 0.3, strength.nl, strength.en)
assume("plan[1].kerbs.room", 0.5, 0.8, strength.nl, strength.en)
assume("plan[1].kerbs.clarity", 0.1, 0.35, strength.nl, strength.en)
assume("plan.declare.change", 0.6, 0.9, strength.nl, strength.en)
assume("plan.declare.temporary", 0.5, 0.9, strength.nl, strength.en)
assume("plan[3].leadership.direction", 0.25, 0.5, strength.nl, strength.en)
assume("plan[3].leadership.coaching", 0.5, 0.8, strength.nl, strength.en)
assume("plan[3].leadership.example", 0.35, 0.6, strength.nl, strength.en)
assume("plan[3].leadership.hours", 1.5, 2.1, measure.nl, measure.en)
assume("plan[3].leadership.span", 12, 16, "Wie wil helpen heeft tijd nodig, en dus een kleiner team; hoe groot staat er niet.", "Who wants to help needs time, and so a smaller team; how large is not said.")
assume("plan[3].kerbs.room", 0.4, 0.7, strength.nl, strength.en)
assume("plan[3].kerbs.clarity", 0.6, 0.9, strength.nl, strength.en)
assume("plan.experiments.weeks", 13, 52, measure.nl, measure.en)
assume("plan.experiments.help", 0.5, 1, strength.nl, strength.en)
assume("plan.experiments.evaluate", 0.5, 1, strength.nl, strength.en)
assume("plan.politics.realism", 0.3, 0.8, strength.nl, strength.en)
assume("plan.recruitment.mindset", 0.535, 0.65, strength.nl, strength.en)

return scenario {
  title = { nl = "Stoepranden: leegte en ruimte", en = "Kerbs: emptiness and room" },
  story = {
    nl = "Een gemeente wil meer zelfsturing. In Gebied West houden de directeuren zich bewust in: alle ruimte, geen richting. In Gebied Oost zeggen leidinggevenden wat kan en wat niet, en helpen zij met kleine proeven. Bij Paspoorten verandert niets. Drie jaar later staan ze naast elkaar.",
    en = "A municipality wants more self-direction. In Area West the directors hold back on purpose: all the room, no direction. In Area East managers say what can be done and what cannot, and help with small trials. At Passports nothing changes. Three years on they stand side by side.",
  },
  start = 2017, years = 3, seed = 1,
  departments = departments,
  leadership = levers.directive_leadership(),
  job = { rigidity = 0.6 },
  politics = { promise = 0.8 },
  assignments = { complex { share = 0.3 } },
  plan = {
    { at = "2017-W10", department = "west", levers.withdrawn(), levers.no_kerbs(),
      why = {
        nl = "\"Zo hebben de directeuren bewust gekozen voor een gelijkwaardige rol tijdens de overleggen. Dit houdt in dat zij niet toelichten of onderstrepen op zo'n moment wat zij belangrijk vinden of reageren op wat er gebeurt.\"",
        en = "\"The directors have deliberately chosen an equal role in meetings. This means that they do not explain or underline at such a moment what they find important, or respond to what happens.\"",
      } },
    { at = "2017-W10", department = "west", levers.as_if(),
      why = {
        nl = "\"Laten we maar doen alsof het al zo is, dan wordt het misschien wel zo.\" Maar \"medewerkers snappen heus wel dat die gelijkwaardigheid weleens heel tijdelijk kan zijn\".",
        en = "\"Let us just act as if it were so already, and perhaps it will be.\" But \"staff understand very well that this equality may be very temporary\".",
      } },
    { at = "2017-W10", department = "east", levers.coaching_leadership { hours = 2, span = 13 }, levers.clear_kerbs(),
      why = {
        nl = "\"Het verschil tussen leegte en ruimte\" bestaat \"nu juist\" uit \"de grenzen die het speelveld bepalen\".",
        en = "\"The difference between emptiness and room\" lies in \"the edges that define the playing field\".",
      } },
    programmes.pilot { at = "2017-W20", department = "east", weeks = 40, help = 0.8, evaluate = 0.8,
      why = {
        nl = "\"Managers moeten niet op hun handen gaan zitten, maar medewerkers helpen experimenten op te zetten, te doen en helpen evalueren.\"",
        en = "\"Managers should not sit on their hands, but help staff to set up experiments, to do them and to evaluate them.\"",
      } },
    { at = "2018-W02", levers.honest { realism = 0.5 },
      why = { nl = "\"En ook gewoon eerlijk tegen elkaar zeggen dat niet alles kan wat je zou willen.\"", en = "\"And also simply tell each other honestly that not everything one would want can be done.\"" } },
    { at = "2018-W02", recruitment { mindset = 0.6 },
      why = { nl = "\"Omdat er tijd nodig is om te leren, ambtenaren te vervangen\".", en = "\"Because time is needed to learn, to replace civil servants\"." } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Durf te spreken per afdeling: in West valt het binnen een jaar bijna stil, lager dan bij Paspoorten, waar gewoon gestuurd wordt. In Oost spreken de meesten.",
      en = "Voice per department: in West it nearly falls silent within a year, below Passports, where managers simply direct. In East most people speak." },
    { nl = "Het gemiddelde van de hele gemeente: de mindset beweegt er nauwelijks, omdat West en Oost elkaar opheffen.",
      en = "The mean of the whole municipality: mindset hardly moves in it, because West and East cancel each other out." },
    { nl = "Oost zelf (in de CSV, of met --years 1): de mindset is eind 2017, als de proef nog loopt, hoger dan eind 2019. Wat blijft is minder dan wat de proef gaf.",
      en = "East itself (in the CSV, or with --years 1): mindset is higher at the end of 2017, while the trial still runs, than at the end of 2019. What stays is less than what the trial gave." },
    { nl = "Vertrouwen van inwoners: het daalt in 2017 en stijgt zodra de gemeente eerlijk zegt dat niet alles kan.",
      en = "Residents' trust: it falls in 2017 and rises once the municipality says honestly that not everything can be done." },
  },
  question = {
    nl = "Stel dat u maandag leiding krijgt over West. Wat zegt u als eerste, en waarom zouden mensen u geloven?",
    en = "Suppose you are put in charge of West on Monday. What do you say first, and why would people believe you?",
  },
}
