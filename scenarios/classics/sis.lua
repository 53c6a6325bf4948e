-- An infection that one can catch again, beside the mean field: the equation of an endless population.

local bare = require "bare"

return bare(1000, {
  title = { nl = "Besmetting en herstel", en = "Infection and recovery" },
  story = {
    nl = "Iedereen kan iedereen aansteken, en wie hersteld is kan het opnieuw krijgen. Het deel dat ziek is komt in de buurt van 1 − herstel ÷ besmetting, iets eronder doordat duizend mensen niet oneindig veel zijn. Naar W.O. Kermack en A.G. McKendrick (1932), Contributions to the mathematical theory of epidemics II, Proceedings of the Royal Society A 138, 55–83; zie ook I. Nåsell (1996), The quasi-stationary distribution of the closed endemic SIS model, Advances in Applied Probability 28(3), 895–932.",
    en = "Anybody can infect anybody, and who has recovered can catch it again. The share that is ill comes near 1 − recovery ÷ infection, a little below it since a thousand people are not endlessly many. After W.O. Kermack and A.G. McKendrick (1932), Contributions to the mathematical theory of epidemics II, Proceedings of the Royal Society A 138, 55–83; see also I. Nåsell (1996), The quasi-stationary distribution of the closed endemic SIS model, Advances in Applied Probability 28(3), 895–932.",
  },
  years = 20,
  own = {
    infection = { value = 0.3, min = 0, max = 1,
      help = { nl = "Kans per week op besmetting als alle anderen ziek zijn.", en = "Chance a week of infection when all others are ill." } },
    recovery = { value = 0.1, min = 0, max = 1, help = { nl = "Kans per week op herstel.", en = "Chance a week of recovery." } },
    first = { value = 0.05, min = 0, max = 1, help = { nl = "Deel dat bij het begin ziek is.", en = "Share that is ill at the start." } },
  },
  columns = { ill = { type = "integer", min = 0, max = 1 } },
  measures = {
    ill = { label = { nl = "Ziek", en = "Ill" }, unit = "share", min = 0, max = 1, value = function(org) return org.mean "ill" end },
    mean_field = { label = { nl = "Ziek volgens de vergelijking", en = "Ill by the equation" }, unit = "share", min = 0, max = 1,
      value = function(org) return org.state.mean_field end },
  },
  on_start = function(org)
    local first = org.setting "own.first"
    org.column("ill"):set(1, org.where(org.luck("first"):below(first)))
    org.state.mean_field = first
  end,
  on_week = function(org)
    local ill, infection, recovery = org.column "ill", org.setting "own.infection", org.setting "own.recovery"
    local catches = (1 - ill) * org.luck("infection"):below(infection * org.mean "ill")
    local recovers = ill * org.luck("recovery"):below(recovery)
    ill:add(catches - recovers)
    local share = org.state.mean_field
    org.state.mean_field = share + infection * share * (1 - share) - recovery * share
  end,
})
