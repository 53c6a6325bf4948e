-- Makes the scenario of one arm of a fact (see README.md here): a municipality of 600, what all arms have in common, and
-- what this arm does. Facts are written as scenarios are; nothing here knows any of them.

local municipality = require "municipality"

local FIRST_WEEK = "2025-W01"  -- when an entry of a plan starts that says nothing else

local function copy(from, into)
  for key, value in pairs(from or {}) do
    into[key] = value
  end
  return into
end

local function add(entries, plan)
  for _, entry in ipairs(entries or {}) do
    plan[#plan + 1] = copy(entry, { at = entry.at or FIRST_WEEK })
  end
  return plan
end

local function years(checks)
  local last = 52
  for _, check in ipairs(checks) do
    last = math.max(last, check.weeks[2])
  end
  return (last + 51) // 52
end

-- `occupancy`: of all departments, where it is not the usual one.
local function departments(occupancy)
  local list = municipality.departments(600)
  for _, department in ipairs(list) do
    department.work = occupancy and { standard { occupancy = occupancy } }
  end
  return list
end

return function(number)
  return function(fact)
    local arm = fact.arms[number]
    local town = {
      start = 2025, years = years(fact.checks), departments = departments(arm.occupancy or fact.occupancy),
      plan = add(arm, add(fact.plan, {})),
    }
    return scenario(copy(arm.town, copy(fact.town, town)))
  end
end
