-- One counter with a queue: waiting grows far faster than how busy it is. `--set own.occupancy=0.9`.

local bare = require "bare"

local ARRIVALS = 1000  -- a week

-- Time until the next event of a random row, in mean service times when the mean is 1.
local function wait(org, mean)
  return -mean * math.log(1 - org.uniform())
end

return bare(10, {
  title = { nl = "Eén loket", en = "One counter" },
  story = {
    nl = "Bewoners komen op willekeurige momenten; één medewerker helpt hen na elkaar. Is het loket een deel ρ van de tijd bezet, dan wacht een bewoner gemiddeld ρ ÷ (1 − ρ) keer zo lang als zijn eigen beurt duurt, en half zo lang wanneer elke beurt even lang duurt. Naar D.V. Lindley (1952), The theory of queues with a single server, Mathematical Proceedings of the Cambridge Philosophical Society 48(2), 277–289; de formule is van F. Pollaczek (1930) en A. Khintchine (1932).",
    en = "Residents come at random moments; one official serves them in turn. If the counter is busy a share ρ of the time, a resident waits on average ρ ÷ (1 − ρ) times as long as the own turn lasts, and half as long when all turns last the same. After D.V. Lindley (1952), The theory of queues with a single server, Mathematical Proceedings of the Cambridge Philosophical Society 48(2), 277–289; the formula is that of F. Pollaczek (1930) and A. Khintchine (1932).",
  },
  years = 10,
  own = {
    occupancy = { value = 0.8, min = 0.01, max = 0.99,
      help = { nl = "Deel van de tijd dat het loket bezet is.", en = "Share of the time that the counter is busy." } },
    fixed = { type = "integer", value = 0, min = 0, max = 1,
      help = { nl = "1: elke beurt duurt even lang; 0: beurten verschillen.", en = "1: all turns last the same; 0: turns differ." } },
  },
  measures = {
    wait = { label = { nl = "Gemiddelde wachttijd tot nu toe, in beurten", en = "Mean wait until now, in turns" }, unit = "turns",
      value = function(org) return org.state.served > 0 and org.state.waited / org.state.served or nil end },
    formula = { label = { nl = "Wachttijd volgens de formule, in beurten", en = "Wait by the formula, in turns" }, unit = "turns",
      value = function(org)
        local busy = org.setting "own.occupancy"
        return busy / (1 - busy) * (org.setting "own.fixed" == 1 and 0.5 or 1)
      end },
  },
  on_start = function(org)
    org.state.waiting, org.state.waited, org.state.served = 0, 0, 0
  end,
  -- Who comes next waits as long as the one before waited and was served, less the time between them.
  on_week = function(org)
    local gap, fixed = 1 / org.setting "own.occupancy", org.setting "own.fixed" == 1
    local waiting, waited = org.state.waiting, 0
    for _ = 1, ARRIVALS do
      waited = waited + waiting
      waiting = math.max(0, waiting + (fixed and 1 or wait(org, 1)) - wait(org, gap))
    end
    org.state.waiting, org.state.waited = waiting, org.state.waited + waited
    org.state.served = org.state.served + ARRIVALS
  end,
})
