return scenario { staff = csv "nowhere.csv", departments = { { id = "permits" } } }
