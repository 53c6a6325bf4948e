return experiment {
  scenario = "default",
  years = 0.5,
  designs = { { id = "one", set = { ["kerbs.room"] = 3, ["mechanisms.voice"] = "off", ["departments.tax.staff"] = -1 } } },
  vary = { ["scharreltijd.share"] = { 0.05, 2 }, ["recruitment.delay_weeks"] = range(4, 20), ["pool.share"] = range(0.4, 0.1, 3), ["leadership.span"] = {} },
  replicates = 0,
  measure = { final { "staff", unit = "permits", every = 4 }, mean { "strain", from = "2031-W01" }, mean { "strain", from = "2026-W10", to = "2026-W01" },
    path { "mindset", every = 0 }, mean { "outflow", unit = "permit" } },
}
