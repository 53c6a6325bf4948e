-- A Dutch municipality of middling size: the departments that most of them have, in proportions
-- that scale to any number of staff. Everything else about them is as the table of settings has it.
--
--   local municipality = require "municipality"
--   departments = municipality.departments(600)

local municipality = {}

-- Of every 600 posts; about a fifth is overhead.
local list = {
  { id = "permits", of_600 = 70, nl = "Vergunningen", en = "Permits" },
  { id = "civil_affairs", of_600 = 50, nl = "Burgerzaken", en = "Civil affairs" },
  { id = "tax", of_600 = 40, nl = "Belastingen", en = "Tax" },
  { id = "social", of_600 = 120, nl = "Sociaal domein", en = "Social domain" },
  { id = "public_space", of_600 = 100, nl = "Openbare ruimte", en = "Public space" },
  { id = "planning", of_600 = 60, nl = "Ruimtelijke ontwikkeling", en = "Spatial planning" },
  { id = "operations", of_600 = 120, nl = "Bedrijfsvoering", en = "Operations" },
  { id = "safety", of_600 = 40, nl = "Veiligheid en handhaving", en = "Safety and enforcement" },
}

-- Whole numbers in these proportions that add up to `staff`: the largest remainders are rounded up.
local function share_out(staff)
  local sizes, order, given = {}, {}, 0
  for i, row in ipairs(list) do
    local exact = staff * row.of_600 / 600
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

-- Fresh tables, for a scenario to change as it likes.
function municipality.departments(staff)
  local departments = {}
  for i, size in ipairs(share_out(staff)) do
    local row = list[i]
    departments[i] = { id = row.id, name = { nl = row.nl, en = row.en }, staff = size, discipline = row.id }
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
