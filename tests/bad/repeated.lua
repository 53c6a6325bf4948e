return scenario {
  departments = {
    { id = "permits", staff = 30 },
  },
  years = 2,
  departments = {
    { id = "social", staff = 40 },
  },
}
