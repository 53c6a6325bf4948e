return scenario { departments = { { id = "tax", staff = 40, kerbs(0.5) } } }
