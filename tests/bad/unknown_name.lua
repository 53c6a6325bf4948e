return scenario {
  departments = { { id = "permits", staff = 40 } },
  plan = { { at = "2025-W02", programe { name = "talks" } } },
}
