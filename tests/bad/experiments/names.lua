return experiment {
  title = "Mistakes in names",
  scenario = "default",
  replicats = 5,
  designs = {
    { id = "a", set = { ["kerbs.rom"] = 0.4, ["plan.days.hours"] = 8 } },
    { id = "a", nam = "Twice" },
    { id = "Not an id", set = { 0.4 }, plan = { { at = "2025-W10", krebs = { room = 0.5 } } } },
  },
  vary = { ["departments.permit.kerbs.room"] = { 0.2, 0.4 }, ["years"] = { 3, 4 } },
  baseline = "aa",
  measure = { "perfomance", mean { "trust", form = "2025-W01" }, { "strain" } },
}
