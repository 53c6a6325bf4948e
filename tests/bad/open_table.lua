return scenario {
  departments = { { id = "permits", staff = 40 } },
