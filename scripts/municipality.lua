-- A Dutch municipality of middling size: the departments that most of them have, in proportions
-- that scale to any number of staff. Everything else about them is as the table of settings has it.
--
--   local municipality = require "municipality"
--   departments = municipality.departments(600)
--   departments = municipality.departments(8660, { operations = 0.311 })       -- a share that is known
--   departments = municipality.small(260)                                      -- four larger departments
--   departments = municipality.together {                                      -- several under one roof
--     { id = "north", name = "Noord", staff = 300 }, { id = "south", name = "Zuid", staff = 200 } }

local words = require "words"

local municipality = {}

-- Of every 600 posts; about a fifth is overhead.
local list = {
  { id = "permits", of_600 = 70 },
  { id = "civil_affairs", of_600 = 50 },
  { id = "tax", of_600 = 40 },
  { id = "social", of_600 = 120 },
  { id = "public_space", of_600 = 100 },
  { id = "planning", of_600 = 60 },
  { id = "operations", of_600 = 120 },
  { id = "safety", of_600 = 40 },
}

-- A small organisation has few departments: these parts of the list together.
local domains = {
  { id = "services", of_600 = 160 },
  { id = "social", of_600 = 120 },
  { id = "space", of_600 = 200 },
  { id = "operations", of_600 = 120 },
}

-- The weights of the rows, where the shares in `known` are taken out first.
local function weights(rows, known)
  local weight, left, others = {}, 1, 0
  for _, row in ipairs(rows) do
    left = left - (known[row.id] or 0)
    others = others + (known[row.id] and 0 or row.of_600)
  end
  for i, row in ipairs(rows) do
    weight[i] = known[row.id] or left * row.of_600 / others
  end
  return weight
end

-- Whole numbers in these proportions that add up to `staff`: the largest remainders are rounded up.
local function share_out(staff, weight)
  local sizes, order, given = {}, {}, 0
  for i, share in ipairs(weight) do
    local exact = staff * share
    sizes[i] = math.floor(exact)
    given = given + sizes[i]
    order[i] = { i = i, rest = exact - sizes[i] }
  end
  table.sort(order, function(a, b) return a.rest > b.rest end)
  for n = 1, staff - given do
    local i = order[n].i
    sizes[i] = sizes[i] + 1
  end
  return sizes
end

local function divide(staff, rows, known)
  local departments = {}
  for i, size in ipairs(share_out(staff, weights(rows, known))) do
    local id = rows[i].id
    departments[i] = { id = id, name = words.departments[id], staff = size, discipline = id }
  end
  return departments
end

-- Fresh tables, for a scenario to change as it likes. `known`: shares of departments, by their ids.
function municipality.departments(staff, known)
  return divide(staff, list, known or {})
end

-- The same work in four larger departments, which a few vacancies do not upset.
function municipality.small(staff)
  return divide(staff, domains, {})
end

-- Organisations side by side (002.fusion, 002.crossing): each keeps its own four departments, which
-- share their disciplines across. Goes with merger { organisations = the number of them }.
function municipality.together(organisations)
  local departments = {}
  for number, organisation in ipairs(organisations) do
    for _, department in ipairs(municipality.small(organisation.staff)) do
      department.id = organisation.id .. "_" .. department.id
      department.name = words.of(department.name, organisation.name)
      department.organisation = number
      table.insert(departments, department)
    end
  end
  return departments
end

-- An assumption for the size of each of these departments, added to `assumptions`: it may be this
-- much smaller or larger, as a factor.
function municipality.assume_sizes(assumptions, departments, low, high, why)
  for _, department in ipairs(departments) do
    assumptions["departments." .. department.id .. ".staff"] = {
      range = { math.floor(department.staff * low), math.ceil(department.staff * high) },
      why = why,
    }
  end
  return assumptions
end

return municipality
