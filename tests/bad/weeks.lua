-- Weeks that do not exist or do not fit the run.
return scenario {
  start = 2023, years = 2,
  departments = { { id = "permits", staff = 40 } },
  plan = {
    { at = "2023-W53", kerbs { room = 0.5 } },
    { at = "2023-W00", kerbs { room = 0.5 } },
    { at = "2022-W52", kerbs { room = 0.5 } },
    { at = "2025-W01", kerbs { room = 0.5 } },
    { at = "week 3", kerbs { room = 0.5 } },
    { at = "2023-w03", kerbs { room = 0.5 } },
    { at = "2023-W10", to = "2023-W10", kerbs { room = 0.5 } },
    { at = "2023-W10", to = "2025-W02", kerbs { room = 0.5 } },
    { at = "2023-W10", to = "2025-W01", kerbs { room = 0.5 } },
    { at = "2023-W10", to = "2023-W99", kerbs { room = 0.5 } },
  },
}
