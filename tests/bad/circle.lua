-- A table that holds itself.
local plan = {}
plan[1] = { plan }
return scenario { departments = { { id = "permits", staff = 40 } }, plan = plan }
