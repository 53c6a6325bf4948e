return scenario { staff = 90, departments = { { id = "permits" } } }
