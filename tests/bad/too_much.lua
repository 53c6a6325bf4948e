-- More than there is room for.
local plan, departments = {}, {}
for i = 1, 34 do plan[i] = { at = "2025-W02", programme { name = "p" .. i } } end
for i = 1, 256 do departments[i] = { id = "d" .. i, staff = 10 } end
return scenario { departments = departments, plan = plan }
