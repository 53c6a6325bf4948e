-- The social domain, 2025-2029: a large part of the answer lies with partners. First people stay in their
-- own column, then they get days to know the partners. The interview gives no numbers.

local words = require "words"
local levers = require "levers"

local departments = {
  { id = "access", name = { nl = "Toegang en wijkteams", en = "Access and area teams" }, staff = 90, discipline = "care" },
  { id = "youth", name = { nl = "Jeugd", en = "Youth" }, staff = 60 },
  { id = "work", name = { nl = "Werk en inkomen", en = "Work and income" }, staff = 90 },
  { id = "policy", name = { nl = "Beleid en inkoop", en = "Policy and procurement" }, staff = 40 },
  { id = "operations", name = words.departments.operations, staff = 60 },
}

local assumptions = {}
local assume = require "assume" (assumptions)
local measure, start = words.reasons.measure, words.reasons.start

for _, department in ipairs(departments) do
  department.work = { standard { occupancy = 0.72 } }
  assume("departments." .. department.id .. ".staff", 20, 200, words.reasons.sizes.nl, words.reasons.sizes.en)
  assume("departments." .. department.id .. ".standard.occupancy", 0.65, 0.78, "Hoe druk het is staat er niet; hier iets rustiger dan gemiddeld (0,77).", "How busy it is is not said; here somewhat quieter than average (0.77).")
end
assume("demand.complex_share", 0.2, 0.7, words.reasons.complex.nl, words.reasons.complex.en)
assume("complex.complexity_min", 0.1, 0.5, words.reasons.strength.nl, words.reasons.strength.en)
assume("complex.term_weeks", 26, 52, "Hulp die van meer partijen komt kent geen vaste termijn.", "Help that comes from several parties has no fixed term.")
assume("complex.partner_share", 0.4, 0.9, "\"Voor een deel in het ecosysteem\"; welk deel staat er niet.", "\"Partly in the ecosystem\"; which part is not said.")
assume("politics.promise", 0.5, 0.75, "Zo gekozen dat het vertrouwen niet al door de belofte alleen daalt; gemeten is het niet.", "Chosen so that trust does not fall by the promise alone; it was not measured.")
assume("partners.days", 0, 4, start.nl, start.en)
assume("partners.strength", 0.2, 0.5, start.nl, start.en)
assume("plan.partners.days", 6, 16, measure.nl, measure.en)

return scenario {
  title = { nl = "Het sociaal domein en zijn partners", en = "The social domain and its partners" },
  story = {
    nl = "Wie hulp vraagt heeft vaak meer nodig dan de gemeente in huis heeft. Tot 2027 werkt iedereen vooral in de eigen koker. Daarna krijgt elke medewerker acht dagen per jaar voor partners in stad en keten. Wat kost dat meteen, en wanneer komt er iets voor terug?",
    en = "Who asks for help often needs more than the municipality has in house. Until 2027 everybody works mainly in their own column. After that every member of staff gets eight days a year for partners in town and chain. What does that cost at once, and when does something come back?",
  },
  start = 2025, years = 5, seed = 1,
  departments = departments,
  politics = { promise = 0.55 },
  partners = { days = 2, strength = 0.32 },
  assignments = { complex { share = 0.5, complexity = { 0.3, 0.9 }, disciplines = { 2, 4 }, partner_share = 0.9, term_weeks = 32 } },
  plan = {
    { at = "2027-W02", levers.partner_time { days = 8 },
      why = {
        nl = "\"Het is belangrijk om in jouw stad of gemeente de maatschappelijke netwerken en partners te kennen.\" En: \"Ken elkaars krachten en elkaars belangen.\" (Michael Zant)",
        en = "\"It is important to know the social networks and partners in your town or municipality.\" And: \"Know each other's strengths and each other's interests.\" (Michael Zant)",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Band met partners (in de CSV): zakt langzaam weg tot 2027, en is twee jaar later ruim een derde sterker.",
      en = "Partner strength (in the CSV): sinks slowly until 2027, and is over a third stronger two years later." },
    { nl = "Bezetting en belasting in 2027: in ongeveer drie van de vier toekomsten beide hoger dan in 2026, want acht dagen per persoon is tijd die er anders voor dossiers was. Het toeval van een druk of rustig jaar kan dat verbergen.",
      en = "Occupancy and strain in 2027: in about three of four futures both higher than in 2026, for eight days a person is time that used to go to files. The luck of a busy or a quiet year can hide it." },
    { nl = "Kwaliteit van complex werk: iets hoger, en pas als de band er is. In de meeste toekomsten is dat in 2029 te zien, niet in alle.",
      en = "Quality of complex work: somewhat higher, and only once the ties are there. It can be seen in 2029 in most futures, not in all." },
  },
  question = {
    nl = "Wat laat u liggen om die dagen vrij te maken, en wie mag dat tegen een wachtende inwoner zeggen?",
    en = "What do you leave undone to free those days, and who may say so to a resident who waits?",
  },
}
