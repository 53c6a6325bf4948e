-- The Hague, 2021-2027: from assessing to reflecting, from job description to result, from a fixed
-- to a growth mindset, in an organisation of 8,660 people. The interview describes a direction and
-- no dates: all weeks and strengths are assumptions.

local words = require "words"
local municipality = require "municipality"
local levers = require "levers"
local programmes = require "programmes"

-- Annual report of The Hague 2018: 8,660 people on 7,917 full-time posts; 31.1 % is overhead.
local departments = municipality.departments(8660, { operations = 0.311 })

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure

municipality.assume_sizes(assumptions, departments, 0.7, 1.3, {
  nl = "8.660 medewerkers en 31,1 % overhead staan in het jaarverslag over 2018; de verdeling over de andere afdelingen niet.",
  en = "8,660 staff and 31.1 % overhead are in the annual report of 2018; how the rest are divided is not.",
})
assume("hours.part_time", 0.87, 0.95, "7.917 fte gedeeld door 8.660 mensen (jaarverslag 2018); een deel van de formatie kan vacant zijn.", "7,917 full-time posts divided by 8,660 people (annual report 2018); some of the posts may be vacant.")
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("plan.leadership.direction", 0.2, 0.5, strength.nl, strength.en)
assume("plan.leadership.coaching", 0.5, 0.8, strength.nl, strength.en)
assume("plan.leadership.example", 0.35, 0.6, strength.nl, strength.en)
assume("plan.leadership.hours", 1.5, 2.1, measure.nl, measure.en)
assume("plan.leadership.span", 12, 16, "Meer gesprekken vragen tijd, en dus kleinere teams; hoe groot ze zijn staat er niet.", "More conversations take time, and so smaller teams; how large they are is not said.")
assume("plan.appraisal.reflect", 0.5, 0.9, strength.nl, strength.en)
assume("plan.growth.weeks", 52, 104, measure.nl, measure.en)
assume("plan.growth.hours", 4, 16, measure.nl, measure.en)
assume("plan.growth.coverage", 0.3, 0.9, measure.nl, measure.en)
assume("plan.growth.content.mindset", 0.2, 0.8, strength.nl, strength.en)
assume("plan.sensitivity.weeks", 52, 104, measure.nl, measure.en)
assume("plan.sensitivity.hours", 4, 16, measure.nl, measure.en)
assume("plan.sensitivity.coverage", 0.2, 0.8, measure.nl, measure.en)
assume("plan.sensitivity.content.political", 0.2, 0.8, strength.nl, strength.en)
assume("plan.job.rigidity", 0.1, 0.4, strength.nl, strength.en)
assume("plan.kerbs.room", 0.45, 0.7, strength.nl, strength.en)
assume("plan.mobility.career_paths", 0.3, 0.8, strength.nl, strength.en)
assume("plan.mobility.perspective", 0.4, 0.8, strength.nl, strength.en)
assume("plan.mobility.norm_years", 5, 7, "De tekst: \"tussen 5-7 jaar\"; hier het midden.", "The text: \"between 5-7 years\"; here the middle.")

return scenario {
  title = { nl = "Den Haag: de ambtenaar van Morgen", en = "The Hague: the civil servant of tomorrow" },
  story = {
    nl = "8.660 mensen werken bij de gemeente. Leidinggevenden gaan vragen stellen in plaats van beoordelen, de functiebeschrijving bindt minder, en wie verder wil krijgt een loopbaanpad. Eén verandering tegelijk, een half jaar na elkaar. Wat beweegt er in zeven jaar, en wat blijft bij het oude?",
    en = "8,660 people work for the municipality. Managers start to ask questions instead of assessing, the job description binds less, and who wants to move on gets a career path. One change at a time, half a year apart. What moves in seven years, and what stays as it was?",
  },
  start = 2021, years = 7, seed = 1,
  departments = departments,
  assignments = { complex { share = 0.3 } },
  model = { ["hours.part_time"] = 0.914 },
  plan = {
    { at = "2021-W02", levers.coaching_leadership { coaching = 0.65, hours = 2, span = 13 },
      why = {
        nl = "\"Leidinggevenden kunnen door gesprekken te voeren en goede vragen te stellen, medewerkers aanmoedigen om na te denken over hun eigen zingeving, werkplezier en persoonlijke ontwikkeling.\" (Michael Zant)",
        en = "\"By having conversations and asking good questions, managers can encourage staff to think about their own meaning, joy in work and personal development.\" (Michael Zant)",
      } },
    { at = "2021-W27", levers.reflect { reflect = 0.7 },
      why = { nl = "\"Van beoordelen naar reflecteren.\"", en = "\"From assessing to reflecting.\"" } },
    programmes.everyone_on_board { at = "2022-W02", name = "growth", title = { nl = "groeimindset", en = "growth mindset" }, weeks = 90, hours = 8, coverage = 0.6, content = { mindset = 0.5 },
      why = { nl = "\"En van een 'fixed mindset' naar een 'growth mindset'.\"", en = "\"And from a 'fixed mindset' to a 'growth mindset'.\"" } },
    { at = "2022-W27", levers.results_first { rigidity = 0.25 }, kerbs { room = 0.55 },
      why = {
        nl = "\"Van focus op de functiebeschrijving naar focus op het realiseren van de beste resultaten in het werk en voor de stad.\" En: \"De regie komt heel duidelijk bij de medewerker te liggen.\"",
        en = "\"From a focus on the job description to a focus on realising the best results in the work and for the city.\" And: \"The reins very clearly come to lie with the member of staff.\"",
      } },
    { at = "2023-W02", levers.career_paths { career_paths = 0.6, perspective = 0.6 },
      why = {
        nl = "\"Van op goed geluk solliciteren naar het creëren van loopbaanpaden en leerlijnen, en het bieden van duurzaam perspectief.\"",
        en = "\"From applying on the off chance to creating career paths and learning lines, and offering lasting perspective.\"",
      } },
    { at = "2023-W27", mobility { norm_years = 6 },
      why = {
        nl = "\"Van 10 jaar in dezelfde functie naar personele bewegingen tussen 5-7 jaar en verschillende rollen.\"",
        en = "\"From 10 years in the same function to moves of staff between 5-7 years and several roles.\"",
      } },
    programmes.everyone_on_board { at = "2024-W02", name = "sensitivity", title = { nl = "omgevingssensitiviteit", en = "sensitivity to the surroundings" }, weeks = 90, hours = 8, coverage = 0.5, content = { political = 0.5 },
      why = { nl = "\"Omgevingssensitiviteit is een belangrijke eigenschap.\"", en = "\"Sensitivity to the surroundings is an important quality.\"" } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Spreken en mindset in 2021: na een jaar gesprekken en reflecteren durven meer mensen iets te zeggen, maar de mindset is nauwelijks bewogen. Die volgt pas in 2022 en 2023, als de trainingsdagen en de ruimte erbij komen.",
      en = "Voice and mindset in 2021: after a year of conversations and reflecting more people dare to say something, but mindset has hardly moved. It follows only in 2022 and 2023, when the training days and the room are added." },
    { nl = "Autonomie (in de CSV): vlak tot halverwege 2022. Praten over regie geeft nog geen regie; een lossere functiebeschrijving en ruimte doen dat wel.",
      en = "Autonomy (in the CSV): flat until halfway 2022. Talking about being in charge does not put anybody in charge; a looser job description and room do." },
    { nl = "Interne stappen (in de CSV): bijna verdubbeld vanaf 2024. Passendheid stijgt langzaam en is in 2027 nog niet uitgegroeid.",
      en = "Internal moves (in the CSV): nearly doubled from 2024. Fit rises slowly and has not stopped rising in 2027." },
    { nl = "De bezetting: in het eerste jaar hoog door de gesprekken, in de laatste jaren lager dan aan het begin.",
      en = "Occupancy: high in the first year because of the conversations, in the last years lower than at the start." },
  },
  question = {
    nl = "Na het eerste jaar is er vooral tijd in gestoken. Wat laat u de raad dan zien, en wat zegt u tegen een leidinggevende die wil stoppen?",
    en = "After the first year it has mostly taken time. What do you show the council then, and what do you say to a manager who wants to stop?",
  },
}
