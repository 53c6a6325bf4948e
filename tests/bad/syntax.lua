-- A comma is missing in line 4.
return scenario {
  departments = {
    { id = "permits" staff = 40 },
  },
}
