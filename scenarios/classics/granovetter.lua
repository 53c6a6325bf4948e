-- Granovetter's crowd: two crowds that differ in one person and end as different as can be.
-- `--set own.second=2` is the second crowd.

local bare = require "bare"

return bare(100, {
  title = { nl = "Drempels van een menigte", en = "Thresholds of a crowd" },
  story = {
    nl = "Honderd mensen staan op een plein. De eerste begint vanzelf, de tweede doet mee zodra er één bezig is, de derde zodra er twee zijn, tot en met 99: dan doet iedereen mee. Wacht alleen de tweede op twee anderen, dan blijft het bij één. Naar M. Granovetter (1978), Threshold models of collective behavior, American Journal of Sociology 83(6), 1420–1443.",
    en = "A hundred people stand in a square. The first begins unasked, the second joins once there is one, the third once there are two, up to 99: then everybody joins. If only the second waits for two others, it stays at one. After M. Granovetter (1978), Threshold models of collective behavior, American Journal of Sociology 83(6), 1420–1443.",
  },
  years = 2,
  own = {
    second = { type = "integer", value = 1, min = 0, max = 100,
      help = { nl = "Hoeveel anderen de tweede nodig heeft.", en = "How many others the second needs." } },
  },
  columns = { threshold = { type = "integer", min = 0 }, riots = { type = "integer", min = 0, max = 1 } },
  measures = {
    rioters = { label = { nl = "Oproerkraaiers", en = "Rioters" }, unit = "persons",
      value = function(org) return org.sum "riots" end },
  },
  on_start = function(org)
    local threshold = org.column "threshold"
    for i in org.people() do
      threshold[i] = i - 1
    end
    threshold[2] = org.setting "own.second"
  end,
  on_week = function(org)
    local joins = org.where(org.column("threshold"):below(org.sum "riots" + 1))
    org.column("riots"):set(1, joins)
  end,
})
