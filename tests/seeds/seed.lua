-- Makes the scenario of one arm of a comparison (see README.md here): a small municipality, what all arms
-- have in common, and what this arm does. Rows are written as scenarios are; nothing here knows any of them.

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

return function(number)
  return function(row)
    local arm = (row.arms or { row.without or {}, row.with })[number]
    local town = {
      start = 2025, years = (row.weeks[2] + 51) // 52, warm_up = 26,
      departments = municipality.departments(240),
      plan = add(arm.plan or arm, add(row.plan, {})),
    }
    return scenario(copy(arm.town, copy(row.town, town)))
  end
end
