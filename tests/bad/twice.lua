return scenario {
  departments = { { id = "permits", staff = 30, kerbs { room = 0.3 }, kerbs { clarity = 0.5, room = 0.4 } } },
  leadership { coaching = 0.5 }, leadership { direction = 0.5 },
  plan = {
    { at = "2025-W10", kerbs { room = 0.6 }, kerbs { room = 0.7 } },
    kerbs { room = 0.6 },
    { at = "2025-W11", programme { name = "one" }, programme { name = "two" } },
    { at = "2025-W12", kerbs { room = 0,6 } },
  },
}
