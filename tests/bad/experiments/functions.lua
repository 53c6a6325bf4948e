return experiment {
  scenario = "default",
  designs = { { id = "one", set = { on_week = function(org) end, title = function() end } }, { id = "two", plan = { at = "2025-W10" } } },
}
