return scenario { version = 2, departments = 3 }
