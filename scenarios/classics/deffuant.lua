-- Deffuant's bounded confidence: people only listen to whom they nearly agree with, and end in as many
-- camps as their patience is short. `--set own.bound=0.1` gives more camps.

local bare = require "bare"

local STAFF, SMALL = 1000, 0.05

-- Camps: people in order of opinion, a new camp wherever two are further apart than they can hear.
local function camps(org)
  local opinions, bound, size, found = org.column("opinion"):list(), org.setting "own.bound", 0, 0
  table.sort(opinions)
  for i, opinion in ipairs(opinions) do
    size = size + 1
    if i == #opinions or opinions[i + 1] - opinion >= bound then
      found = found + (size > SMALL * #opinions and 1 or 0)
      size = 0
    end
  end
  return found
end

return bare(STAFF, {
  title = { nl = "Alleen wie bijna hetzelfde vindt", en = "Only who nearly agrees" },
  story = {
    nl = "Duizend meningen liggen gelijkmatig tussen 0 en 1. Telkens komen twee mensen elkaar tegen; verschillen zij minder dan de grens, dan komen zij elk de helft naar elkaar toe. Bij een ruime grens ontstaat één kamp, bij een krappe meer. Kampen van hooguit 5 % tellen niet. Naar G. Deffuant, D. Neau, F. Amblard en G. Weisbuch (2000), Mixing beliefs among interacting agents, Advances in Complex Systems 3, 87–98.",
    en = "A thousand opinions lie evenly between 0 and 1. Time and again two people meet; if they differ less than the bound, each comes half-way. A wide bound gives one camp, a narrow one more. Camps of at most 5 % do not count. After G. Deffuant, D. Neau, F. Amblard and G. Weisbuch (2000), Mixing beliefs among interacting agents, Advances in Complex Systems 3, 87–98.",
  },
  years = 2,
  own = {
    bound = { value = 0.25, min = 0, max = 1,
      help = { nl = "Het verschil waarboven mensen niet naar elkaar luisteren.", en = "The difference above which people do not listen." } },
    approach = { value = 0.5, min = 0, max = 0.5,
      help = { nl = "Welk deel van het verschil elk van beiden overbrugt.", en = "The part of the difference that each of both bridges." } },
  },
  columns = { opinion = { min = 0, max = 1 } },
  measures = {
    camps = { label = { nl = "Kampen", en = "Camps" }, unit = "number", value = camps },
    spread = { label = { nl = "Spreiding van meningen", en = "Spread of opinions" }, unit = "0-1", value = function(org) return org.sd "opinion" end },
  },
  on_start = function(org)
    org.column("opinion"):set(org.luck "first")
  end,
  -- A week is as many meetings as there are people.
  on_week = function(org)
    local opinion, bound, approach = org.column "opinion", org.setting "own.bound", org.setting "own.approach"
    for _ = 1, STAFF do
      local one, other = org.integer(1, STAFF), org.integer(1, STAFF)
      local gap = opinion[other] - opinion[one]
      if gap < bound and -gap < bound then
        opinion[one], opinion[other] = opinion[one] + approach * gap, opinion[other] - approach * gap
      end
    end
  end,
})
