-- What the scenario says of departments and what the staff file says do not agree.
return scenario {
  staff = csv "staff_numbers.csv",
  departments = {
    { id = "permits", name = { nl = "Vergunningen", en = "Permits" }, staff = 5 },
    { id = "tax", staff = 2 },
    { id = "social" },
    { id = "planning", staff = 12 },
  },
}
