return experiment {
  scenario = "default",
  vary = { ["kerbs.room"] = range(0.2, 0.4) },
  design = lhs,
  replicates = until_precise { measure = "performance", max = 1, width = 0.1 },
  baseline = { ["kerbs.room"] = 0.3, design = "line" },
}
