-- Where to lay the first stone: the same trial of a year, in each department by itself, and in all at once.

local departments = { "permits", "civil_affairs", "tax", "social", "public_space", "planning", "operations", "safety" }
local words = require "words"

local list = { { id = "nowhere", name = { nl = "Nergens", en = "Nowhere" } } }
for _, id in ipairs(departments) do
  table.insert(list, {
    id = id, name = words.departments[id],
    plan = { { id = "stone", at = "2026-W02", department = id, experiments { weeks = 52, help = 0.8, evaluate = 0.7 } } },
  })
end
table.insert(list, {
  id = "everywhere", name = { nl = "Overal tegelijk", en = "Everywhere at once" },
  plan = { { id = "stone", at = "2026-W02", experiments { weeks = 52, help = 0.8, evaluate = 0.7 } } },
})

return experiment {
  title = { nl = "Waar leg je het eerste dominosteentje?", en = "Where to lay the first domino stone?" },
  question = {
    nl = "Uit welke afdeling komt een experiment het verst, en haalt klein beginnen het bij overal tegelijk?",
    en = "From which department does a trial get furthest, and can starting small match everywhere at once?",
  },
  scenario = "default",
  designs = list,
  baseline = "nowhere",
  replicates = 30,
  measure = { "mindset", "growth_share", "ownership", "voice", "performance", "strain", path { "mindset", every = 13 } },
}
