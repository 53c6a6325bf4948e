-- Departments, a pool, or both: each way to organise the same work, over the share of it that is complex. Every
-- pool is as large as the work that is sent to it, so that none wins by having more people.

local designs = require "designs"

local shares, threshold = { 0.1, 0.2, 0.3, 0.4, 0.5 }, 0.5
local list = {}

-- A pool's size follows from the share, so that every share has designs of its own, compared with the line there.
for _, share in ipairs(shares) do
  for _, design in ipairs(designs.all(share, threshold)) do
    local percent = " (" .. math.tointeger(math.floor(share * 100 + 0.5)) .. " %)"
    design.set["demand.complex_share"] = share
    table.insert(list, {
      id = design.id .. "_" .. math.tointeger(math.floor(share * 100 + 0.5)),
      name = { nl = design.name.nl .. percent, en = design.name.en .. percent },
      set = design.set, baseline = "line_" .. math.tointeger(math.floor(share * 100 + 0.5)),
    })
  end
end

return experiment {
  title = { nl = "Lijn, pool of allebei", en = "Line, pool or both" },
  question = {
    nl = "Bij welk aandeel complex werk loont een pool, en is een verdeling naar complexiteit beter dan elk van beide?",
    en = "From which share of complex work does a pool pay, and is a division by complexity better than either?",
  },
  scenario = "default",
  designs = list,
  baseline = "line_30",
  replicates = 20,
  measure = { "performance", "complex_lead_weeks", "complex_quality", "complex_on_time", "standard_on_time", "handoffs", "strain", "outflow" },
}
