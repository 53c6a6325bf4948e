return scenario { departments = {}, plan = { { at = "2025-W02", kerbs { room = 0.5 } } } }
