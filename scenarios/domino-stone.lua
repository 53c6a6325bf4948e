-- The domino stone, 2025-2028: the same small trial in two departments that are alike in size, one with a
-- safe climate and one without. Where does it take hold? No text gives numbers.

local words = require "words"
local levers = require "levers"
local programmes = require "programmes"

-- The departments where the trial starts: change this list to start elsewhere.
local start_in = { "public_space", "enforcement" }

local departments = {
  { id = "public_space", name = words.departments.public_space, staff = 80,
    levers.coaching_leadership(), levers.reflect(), levers.clear_kerbs() },
  { id = "enforcement", name = { nl = "Handhaving", en = "Enforcement" }, staff = 80,
    levers.directive_leadership(), levers.reflect { reflect = 0.1 } },
  { id = "permits", name = words.departments.permits, staff = 80 },
  { id = "social", name = words.departments.social, staff = 80 },
  { id = "operations", name = words.departments.operations, staff = 80 },
}

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure
local contrast = {
  nl = "Een gedachteproef: twee afdelingen die alleen in leiding en klimaat verschillen.",
  en = "A thought experiment: two departments that differ in leadership and climate only.",
}

for _, department in ipairs(departments) do
  assume("departments." .. department.id .. ".staff", 40, 160, words.reasons.sizes.nl, words.reasons.sizes.en)
end
assume("departments.public_space.leadership.coaching", 0.5, 0.8, contrast.nl, contrast.en)
assume("departments.public_space.leadership.direction", 0.2, 0.5, contrast.nl, contrast.en)
assume("departments.public_space.leadership.example", 0.35, 0.6, contrast.nl, contrast.en)
assume("departments.public_space.leadership.hours", 1.5, 1.63, contrast.nl, contrast.en)
assume("departments.public_space.appraisal.reflect", 0.5, 0.9, contrast.nl, contrast.en)
assume("departments.public_space.kerbs.room", 0.4, 0.7, contrast.nl, contrast.en)
assume("departments.public_space.kerbs.clarity", 0.65, 0.9, contrast.nl, contrast.en)
assume("departments.enforcement.leadership.coaching", 0.1, 0.3, contrast.nl, contrast.en)
assume("departments.enforcement.leadership.direction", 0.6, 0.8, contrast.nl, contrast.en)
assume("departments.enforcement.leadership.example", 0.2, 0.4, contrast.nl, contrast.en)
assume("departments.enforcement.appraisal.reflect", 0, 0.2, contrast.nl, contrast.en)
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("plan.experiments.weeks", 13, 104, measure.nl, measure.en)
assume("plan.experiments.help", 0.5, 1, strength.nl, strength.en)
assume("plan.experiments.evaluate", 0.3, 0.9, strength.nl, strength.en)
assume("plan.residents.allied", 0.4, 0.7, strength.nl, strength.en)

return scenario {
  title = { nl = "Het dominosteentje: waar begin je?", en = "The domino stone: where to start?" },
  story = {
    nl = "Twee even grote afdelingen beginnen in dezelfde week met dezelfde proef van een jaar: samen met bewoners aan de slag in de buitenruimte. In de ene is het veilig en is er ruimte met randen, in de andere wordt gestuurd en beoordeeld. De drie andere afdelingen kijken toe. Waar blijft er iets liggen, en waar valt een volgende steen?",
    en = "Two departments of the same size start the same trial of a year in the same week: working together with residents in the public space. One is safe and has room with edges, in the other staff are directed and assessed. The three other departments look on. Where does something stay, and where does a next stone fall?",
  },
  start = 2025, years = 4, seed = 1,
  departments = departments,
  assignments = { complex { share = 0.3 } },
  plan = {
    programmes.pilot { at = "2026-W02", departments = start_in, weeks = 52, help = 0.8, evaluate = 0.7,
      why = {
        nl = "\"Begin klein, begin met experimenten en zoek naar dat dominosteentje waardoor er een beweging ontstaat.\" (Michael Zant)",
        en = "\"Start small, start with experiments and look for that domino stone that sets a movement going.\" (Michael Zant)",
      } },
    { at = "2026-W02", levers.allies { allied = 0.5 },
      why = {
        nl = "\"Actief experimenteren met bondgenootschap richting inwoners. Projecten in de buitenruimte lijken zich hier goed voor te lenen.\" (Stichting Beroepseer, over Midden-Groningen)",
        en = "\"Experimenting actively with alliance with residents. Projects in the public space seem to lend themselves well to this.\" (Stichting Beroepseer, on Midden-Groningen)",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Tijdens de proef (met --years 2): in beide afdelingen stijgt de mindset duidelijk. De proef zelf werkt in Handhaving ook.",
      en = "During the trial (with --years 2): mindset rises clearly in both departments. The trial itself works in Enforcement too." },
    { nl = "Twee jaar later: zet Eigenaar in de tabel naast die van voor de proef (met --years 1). In ongeveer drie van de vier toekomsten is er in de openbare ruimte een beetje gebleven en bij Handhaving niets.",
      en = "Two years later: compare Ownership in the table with that from before the trial (with --years 1). In about three of four futures a little has stayed in the public space and nothing at Enforcement." },
    { nl = "De drie anderen: hun mindset beweegt nauwelijks. Een steen valt niet vanzelf; er staat nog niets dichtbij.",
      en = "The three others: their mindset hardly moves. A stone does not fall by itself; nothing stands near enough yet." },
    { nl = "Durf te spreken in de openbare ruimte: lager in het jaar van de proef. De uren van de leidinggevenden gaan dan naar de proef en niet naar de gesprekken.",
      en = "Voice in the public space: lower in the year of the trial. Managers' hours then go to the trial and not to the conversations." },
  },
  question = {
    nl = "Waar staat bij u de volgende steen, en wie kent daar iemand?",
    en = "Where does your next stone stand, and who knows somebody there?",
  },
}
