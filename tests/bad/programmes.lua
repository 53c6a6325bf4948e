-- Programmes that share a name, and assumptions that point at nothing or lie outside their range.
return scenario {
  departments = { { id = "permits", staff = 100 } },
  plan = {
    { at = "2025-W02", programme { name = "talks", group_size = 10 } },
    { at = "2025-W10", programme { name = "talks" } },
    { at = "2025-W12", themeweek {} },
    { at = "2025-W13", themeweek {} },
    { at = "2025-W14", programme { name = "Two words" } },
    { at = "2025-W20", kerbs { room = 0.5 } },
    { at = "2025-W30", kerbs { room = 0.6 } },
  },
  assumptions = {
    ["plan.talks.group_size"] = { range = { 12, 18 }, why = "?" },
    ["plan.kerbs.room"] = { range = { 0, 1 }, why = "?" },
    ["plan[6].kerbs.room"] = { range = { 0.6, 1 }, why = "?" },
    ["plan.scharreltijd.share"] = { range = { 0, 1 }, why = "?" },
    ["departments.permits.standard[2].hours"] = { range = { 0, 1 }, why = "?" },
    ["departments.permits.standard.hours"] = { range = { 9, 10 }, why = "?" },
    ["departments.permits"] = { range = { 9, 10 }, why = "?" },
  },
}
