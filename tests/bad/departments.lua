-- Departments that clash, and settings that are not theirs.
local stream = standard { hours = 8 }
return scenario {
  departments = {
    { id = "permits", staff = 40 },
    { id = "permits", staff = 40 },
    { id = "pool", staff = 40 },
    { id = "all", staff = 40 },
    { id = "Openbare ruimte", staff = 40 },
    { id = "tax", staff = 40, politics = { dualism = 0.5 }, pool = { share = 0.5 } },
    { id = "social", staff = 40, work = { stream, stream, stream, stream, stream } },
    { id = "planning", staff = 40, leadership = { hours = 3 } },
    { id = "safety", staff = 40, organisation = 2 },
  },
  plan = {
    { at = "2025-W02", department = "tax", politics { dualism = 0.5 } },
    { at = "2025-W03", departments = { "tax", "tax" }, kerbs { room = 0.5 } },
    { at = "2025-W04", department = "tax", set = { ["politics.dualism"] = 0.5 } },
    { at = "2025-W05", set = { ["departments.tax.politics.dualism"] = 0.5 } },
    { at = "2025-W06", department = "tax", departments = { "social", "tax" }, set = { ["kerbs.room"] = 0.5 } },
  },
}
