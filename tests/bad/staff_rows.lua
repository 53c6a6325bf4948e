-- Mistakes in the staff file stand beside those of the scenario.
return scenario {
  start = 2025,
  staff = csv "staff_rows.csv",
  departments = { { id = "permits", name = { nl = "Vergunningen", en = "Permits" } } },
  kerbs = { room = 2 },
}
