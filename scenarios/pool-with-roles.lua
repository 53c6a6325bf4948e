-- From departments with functions to a pool with roles, 2025-2029: complex work to the pool, standard
-- work in the line, and half a year in which one department sends its standard work to the pool too.
-- The blog gives no numbers: every one here is an assumption.

local words = require "words"
local municipality = require "municipality"
local designs = require "designs"
local programmes = require "programmes"

local complex_share, threshold = 0.3, 0.45
local departments = municipality.departments(500)

-- One size does not fit all: tax is factory work and may hire in a busy season; planning has room.
for _, department in ipairs(departments) do
  if department.id == "tax" then
    department.external = external { max_share = 0.25 }
    department.kerbs = kerbs { room = 0.3 }
  elseif department.id == "planning" then
    department.kerbs = kerbs { room = 0.6 }
  end
end

local assumptions = {}
local assume = require "assume" (assumptions)
local strength, measure = words.reasons.strength, words.reasons.measure

municipality.assume_sizes(assumptions, departments, 0.7, 1.3, words.reasons.sizes)
assume("departments.tax.external.max_share", 0.1, 0.3, measure.nl, measure.en)
assume("departments.tax.kerbs.room", 0.2, 0.4, strength.nl, strength.en)
assume("departments.planning.kerbs.room", 0.4, 0.7, strength.nl, strength.en)
assume("demand.complex_share", 0.1, 0.5, words.reasons.complex.nl, words.reasons.complex.en)
assume("demand.drift", 0, 0.03, "\"Steeds minder\" vanuit de bestaande structuur; hoe snel het verschuift staat er niet.", "\"Less and less\" from the existing structure; how fast it shifts is not said.")
assume("demand.pace", 0, 0.3, "Laag gekozen: bij een hoger tempo loopt alles vol en is de pool niet meer te zien.", "Chosen low: at a higher pace everything fills up and the pool can no longer be seen.")
assume("plan.getting_ready.hours", 4, 16, measure.nl, measure.en)
assume("plan.getting_ready.weeks", 20, 52, measure.nl, measure.en)
assume("plan.getting_ready.coverage", 0.3, 0.9, measure.nl, measure.en)
assume("plan.getting_ready.content.mindset", 0.2, 0.8, strength.nl, strength.en)
assume("plan.pool.share", 0.1, 0.3, "Zo groot als het werk dat erheen gaat: volgt uit het aandeel complex werk en de drempel.", "As large as the work that goes there: follows from the share of complex work and the threshold.")
assume("plan.routing.complexity", 0.3, 0.7, strength.nl, strength.en)
assume("plan.routing.predictability", 0.5, 1, strength.nl, strength.en)
assume("plan.routing.standard_to_pool", 0.2, 0.8, "Een gedachteproef: de blog zegt alleen dat standaardwerk er altijd zal zijn.", "A thought experiment: the blog only says that there will always be standard work.")

return scenario {
  title = { nl = "Van afdelingen met functies naar een pool met rollen", en = "From departments with functions to a pool with roles" },
  story = {
    nl = "Complexe vragen gaan vanaf 2026 naar een pool: vijf rollen die een tijdelijk team vullen. De rest blijft in de afdelingen. In 2029 stuurt Belastingen een half jaar lang ook de helft van zijn aanslagen naar de pool, en haalt ze dan terug. Welk werk hoort waar?",
    en = "From 2026 complex questions go to a pool: five roles that a temporary team fills. The rest stays in the departments. In 2029 Tax also sends half of its assessments to the pool for half a year, and then takes them back. Which work belongs where?",
  },
  start = 2025, years = 5, seed = 1,
  departments = departments,
  demand = { drift = 0.01, pace = 0.05 },
  assignments = { complex { share = complex_share, complexity = { 0.1, 0.9 } } },
  plan = {
    programmes.everyone_on_board { at = "2025-W06", name = "getting_ready", title = { nl = "klaar voor de pool", en = "ready for the pool" }, weeks = 40, coverage = 0.6, mixed = true, content = { mindset = 0.5 },
      why = {
        nl = "\"Nieuwsgierigheid, een lerende houding en de bereidheid om met anderen samen te werken zijn vaardigheden die zich niet automatisch ontwikkelen. Wel weten we dat het helpt als de werkcontext verandert.\"",
        en = "\"Curiosity, a learning attitude and the readiness to work with others are skills that do not develop by themselves. What we do know is that it helps when the context of work changes.\"",
      } },
    { at = "2026-W02", set = designs.mixed(complex_share, threshold).set, routing { predictability = 0.6 },
      why = {
        nl = "\"Maximale wendbaarheid ontstaat als medewerkers niet langer binnen een afdeling werken, maar in een 'pool' (algemene dienst) die 'levert' aan opdrachten, projecten en vraagstukken.\"",
        en = "\"The greatest agility comes about when staff no longer work within a department, but in a 'pool' (general service) that 'delivers' to assignments, projects and questions.\"",
      } },
    { at = "2029-W02", to = "2029-W28", department = "tax", routing { standard_to_pool = 0.5 },
      why = {
        nl = "Een proef tegen de tekst in. \"Natuurlijk zijn er zijn altijd medewerkers nodig die min of meer standaard, 'fabrieksmatige' werkzaamheden verrichten. Wendbaarheid is hier minder belangrijk.\"",
        en = "A trial that goes against the text. \"Of course there will always be a need for staff who do more or less standard, 'factory-like' work. Agility matters less here.\"",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Complex werk: vanaf 2026 half zoveel overdrachten (in de CSV), en in 2027 ruim twee weken sneller klaar dan in 2025. De kwaliteit verandert minder dan de snelheid.",
      en = "Complex work: from 2026 half as many hand-offs (in the CSV), and in 2027 ready more than two weeks sooner than in 2025. Quality changes less than speed." },
    { nl = "De afdelingen: wie naar de pool gaat neemt zijn plek mee, en niet elke afdeling mist er evenveel. Kijk welke in de tabel het minst op tijd is; bij een ander toevalsgetal kan dat een andere zijn.",
      en = "The departments: who goes to the pool takes the post along, and not every department misses as many. See which one in the table is the least on time; with another seed it may be another." },
    { nl = "De proef met aanslagen in 2029: in de rij van de pool is standaardwerk minder vaak op tijd dan bij Belastingen zelf, en minder goed (in de CSV).",
      en = "The trial with assessments in 2029: in the row of the pool standard work is on time less often than at Tax itself, and less good (in the CSV)." },
    { nl = "Mindset: omhoog in het jaar van de trainingsdagen, daarna weer terug. De pool alleen houdt die niet vast.",
      en = "Mindset: up in the year of the training days, then back again. The pool alone does not hold it." },
  },
  question = {
    nl = "Welk werk van uw eigen afdeling is voorspelbaar genoeg om er te laten, en wie mag dat bepalen?",
    en = "Which work of your own department is predictable enough to leave it there, and who may decide that?",
  },
}
