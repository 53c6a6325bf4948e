return experiment {
  scenario = "default",
  designs = { { id = "one", plan = { { id = "days", at = "2025-W10", programme { name = "days", hours = 8 } } } } },
  vary = { ["kerbs.room"] = { 0.2, 1.4 }, ["pool.shares"] = { 0.1 }, ["own.treshold"] = { 1 }, ["seed"] = { 1, 2 } },
}
