-- A plan of more entries than are allowed.
local plan = {}
for i = 1, 2001 do plan[i] = { at = "2025-W02", kerbs { room = 0.5 } } end
return scenario { departments = { { id = "permits", staff = 40 } }, plan = plan }
