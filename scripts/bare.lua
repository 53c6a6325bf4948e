-- An organisation with nothing of the model on: people in their places and no more, for a scenario whose
-- functions are the whole model. `return bare(100, { title = …, on_week = … })` is a scenario in which
-- places 1 to 100 are the department "people". An organisation has at least ten staff: with fewer
-- people the others are the department "others", in the places after them.

local LEAST = 10

return function(people, fields)
  local departments = { { id = "people", name = { nl = "Mensen", en = "People" }, staff = people, work = {} } }
  if people < LEAST then
    departments[2] = { id = "others", name = { nl = "Anderen", en = "Others" }, staff = LEAST - people, work = {} }
  end
  local all = {
    departments = departments, mechanisms = { all = false }, demand = { complex_share = 0 },
    start = 2025, warm_up = 0, seed = 1,
  }
  for name, value in pairs(fields) do
    all[name] = value
  end
  return scenario(all)
end
