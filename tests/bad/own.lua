-- What a scenario adds of its own.
return scenario {
  departments = { { id = "permits", staff = 90 } },
  columns = {
    mindset = { type = "integer" },
    belief = { typ = "number", size = 65 },
    count = { type = "integers", initial = 3, max = 2 },
    half = { type = "integer", initial = 0.5 },
    none = 3,
  },
  measures = {
    strain = {},
    joined = { kind = "stat", per_unit = 1, value = 7, labell = "x" },
  },
  mechanisms = { al = false },
  on_week = 3,
  on_weeks = function(org) end,
}
