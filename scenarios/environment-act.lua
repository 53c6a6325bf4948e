-- The Environment Act, 2024-2027: two permit desks that are alike. One only checks applications, the other
-- thinks along. Later the data come on the table and a feasibility test. No text gives numbers.

local words = require "words"
local levers = require "levers"

local permits = words.departments.permits
local departments = {
  { id = "checking", name = words.beside(permits, "toetst", "checks"), staff = 160, discipline = "permits", levers.check_only { integral = 0 } },
  { id = "along", name = words.beside(permits, "denkt mee", "thinks along"), staff = 160, discipline = "permits", levers.think_along { integral = 1 } },
  { id = "planning", name = words.departments.planning, staff = 120 },
  { id = "public_space", name = words.departments.public_space, staff = 120 },
  { id = "safety", name = words.departments.safety, staff = 60 },
}

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure

for _, department in ipairs(departments) do
  assume("departments." .. department.id .. ".staff", 40, 240,
    "Niet uit de tekst; groot gekozen, want bij kleine loketten verbergt toeval het verschil van een enkel jaar.",
    "Not from the text; chosen large, since with small desks luck hides the difference of a single year.")
end
assume("departments.checking.stance.integral", 0, 0.2, strength.nl, strength.en)
assume("departments.along.stance.integral", 0.7, 1, strength.nl, strength.en)
assume("demand.complex_share", 0.3, 0.7, words.reasons.complex.nl, words.reasons.complex.en)
assume("complex.complexity_min", 0.2, 0.6, "Ruimtelijke vragen zijn zelden eenvoudig; gemeten is het niet.", "Questions of space are seldom simple; it was not measured.")
assume("complex.complexity_max", 0.8, 1, "Ruimtelijke vragen zijn zelden eenvoudig; gemeten is het niet.", "Questions of space are seldom simple; it was not measured.")
assume("complex.term_weeks", 26, 32, "De uitgebreide procedure duurt 26 weken en mag met 6 worden verlengd (Omgevingswet).", "The extended procedure takes 26 weeks and may be extended by 6 (Environment Act).")
assume("politics.promise", 0.4, 0.75, "Zo gekozen dat het vertrouwen niet al door de belofte alleen daalt; gemeten is het niet.", "Chosen so that trust does not fall by the promise alone; it was not measured.")
assume("plan[1].data.maturity", 0.5, 0.9, strength.nl, strength.en)
assume("plan[1].data.dialogue", 0, 0.3, "Een gedachteproef: eerst alleen verzamelen, zoals de tekst afraadt.", "A thought experiment: first only gathering, which the text advises against.")
assume("plan[2].data.dialogue", 0.5, 0.9, strength.nl, strength.en)

return scenario {
  title = { nl = "De Omgevingswet: toetsen of meedenken", en = "The Environment Act: checking or thinking along" },
  story = {
    nl = "In een grote gemeente krijgen twee loketten voor vergunningen hetzelfde werk. Het ene toetst een aanvraag aan de regels, het andere denkt mee met de aanvrager. In 2025 verzamelt de gemeente meer data; pas in 2026 komen die op tafel om samen te duiden. In 2027 toetst zij opdrachten vooraf op uitvoerbaarheid.",
    en = "In a large municipality two permit desks get the same work. One checks an application against the rules, the other thinks along with the applicant. In 2025 the municipality gathers more data; only in 2026 do they come on the table to be read together. In 2027 it tests beforehand whether assignments are feasible.",
  },
  start = 2024, years = 4, seed = 1,
  departments = departments,
  politics = { promise = 0.5 },
  assignments = { complex { share = 0.6, complexity = { 0.5, 1 }, disciplines = { 2, 4 }, term_weeks = 32 } },
  plan = {
    { at = "2025-W02", levers.data_and_dialogue { dialogue = 0.1 },
      why = {
        nl = "\"Het verzamelen van data mag geen doel op zich zijn, maar moet een middel zijn om te komen tot dat doel.\" Hier eerst wel: veel data, weinig gesprek. (Michael Zant)",
        en = "\"Gathering data must not be an end in itself, but a means to reach that end.\" Here at first it is: many data, little talk. (Michael Zant)",
      } },
    { at = "2026-W02", levers.data_and_dialogue(),
      why = {
        nl = "\"Leg het probleem op tafel en kijk wat er gebeurt. Zie data als brandstof voor creativiteit.\"",
        en = "\"Put the problem on the table and see what happens. See data as fuel for creativity.\"",
      } },
    { at = "2027-W02", feasibility_test { on = true },
      why = {
        nl = "Uit een andere tekst, over Midden-Groningen: \"Invoeren van een uitvoerbaarheidstoets en signalen van de werkvloer serieus nemen in beleidsvorming.\"",
        en = "From another text, on Midden-Groningen: \"Introducing a feasibility test and taking signals from the floor seriously in making policy.\"",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Werk dat over moest, per afdeling: het loket dat meedenkt krijgt minder nieuwe eisen achteraf dan het loket dat toetst. Het verschil is niet groot: de rij telt ook het standaardwerk, dat voor beide gelijk is.",
      en = "Rework per department: the desk that thinks along meets fewer new requirements afterwards than the desk that checks. The difference is not large: the row also counts standard work, which is the same for both." },
    { nl = "Data (werk over, in de CSV): in 2025, met veel data en weinig gesprek, wordt het niet minder. In 2026, als de data op tafel komen, wel.",
      en = "Data (rework share, in the CSV): in 2025, with many data and little talk, it does not become less. In 2026, when the data come on the table, it does." },
    { nl = "Kwaliteit complex in 2027: in ongeveer drie van de vier toekomsten iets hoger dan in 2026, als onuitvoerbare opdrachten aan de poort worden tegengehouden.",
      en = "Complex quality in 2027: in about three of four futures somewhat higher than in 2026, when infeasible assignments are stopped at the gate." },
    { nl = "De doorlooptijd van complex werk: wat daar beweegt is vooral toeval. De overdracht tussen vakgebieden blijft, hoe men ook kijkt.",
      en = "Lead time of complex work: what moves there is mostly luck. The hand-offs between disciplines remain, whatever the stance." },
  },
  question = {
    nl = "Wat heeft een specialist in uw organisatie nodig om mee te denken zonder het gevoel te hebben dat de regels niet meer tellen?",
    en = "What does a specialist in your organisation need to think along without feeling that the rules no longer count?",
  },
}
