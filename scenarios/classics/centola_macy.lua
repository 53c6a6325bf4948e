-- Centola and Macy's ring: what needs several reinforcing neighbours spreads slowly over close ties, and
-- stops when a neighbourhood cannot reinforce enough. `--set own.threshold=5` is where it stops.

local bare = require "bare"

local STAFF, TIES, SEEDS = 1000, 8, 4

return bare(STAFF, {
  title = { nl = "Pas als genoeg buren meedoen", en = "Only once enough neighbours do" },
  story = {
    nl = "Duizend mensen in een kring kennen elk de vier buren aan weerszijden. Vier naast elkaar beginnen met iets nieuws; wie genoeg buren ziet meedoen, doet de volgende week mee. Hoe meer buren dat moeten zijn, hoe langer het duurt, en bij vijf begint het niet eens. Naar D. Centola en M. Macy (2007), Complex contagions and the weakness of long ties, American Journal of Sociology 113(3), 702–734.",
    en = "A thousand people in a ring each know the four neighbours on either side. Four next to each other begin something new; who sees enough neighbours take part, joins the week after. The more neighbours that takes, the longer it lasts, and at five it does not even begin. After D. Centola and M. Macy (2007), Complex contagions and the weakness of long ties, American Journal of Sociology 113(3), 702–734.",
  },
  years = 10,
  own = {
    threshold = { type = "integer", value = 2, min = 1, max = TIES,
      help = { nl = "Hoeveel buren iemand moet zien meedoen.", en = "How many neighbours somebody must see take part." } },
  },
  columns = { adopts = { type = "integer", min = 0, max = 1 } },
  measures = {
    adopters = { label = { nl = "Doen mee", en = "Take part" }, unit = "persons",
      value = function(org) return org.sum "adopts" end },
    rounds = { label = { nl = "Ronden waarin iemand begon", en = "Rounds in which somebody began" }, unit = "weeks", kind = "cumulative",
      value = function(org) return org.state.rounds end },
  },
  on_start = function(org)
    org.state.rounds = 0
    for i in org.people() do
      for k = 1, TIES do
        local step = k <= TIES // 2 and k or TIES // 2 - k
        org.set_tie(i, k, (i - 1 + step) % STAFF + 1)
      end
      org.column("adopts")[i] = i <= SEEDS
    end
  end,
  on_week = function(org)
    local adopts, before = org.column "adopts", org.sum "adopts"
    adopts:set(1, org.where(adopts:tie_sum():at_least(org.setting "own.threshold")))
    if org.sum "adopts" > before then
      org.state.rounds = org.state.rounds + 1
    end
  end,
})
