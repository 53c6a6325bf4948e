-- Values of the wrong kind.
return scenario {
  title = 5,
  story = { nl = 5, en = true },
  start = "2025",
  years = true,
  seed = {},
  mechanisms = { influence = "off" },
  model = "fast",
  kerbs = 0.5,
  departments = {
    { id = 7, staff = "many" },
    { id = "tax", staff = 40, name = false, kerbs = { room = "wide" }, work = 3 },
    "permits",
    { id = "social", staff = 40, discipline = 3, job = { rigidity = { 0.5 } }, klussenbank = { protected = "yes" } },
  },
  assignments = { complex { complexity = 0.5, disciplines = { 2, "five" } } },
  pool = 0.2,
  plan = {
    "2025-W01",
    { at = 2025, kerbs { room = 0.5 } },
    { at = "2025-W02", to = 2026, set = 0.5 },
    { at = "2025-W03", set = { ["kerbs.room"] = "wide", 3 } },
    { at = "2025-W04", programme { name = 8, content = 0.5 } },
    { at = "2025-W05", why = 3, department = 1, kerbs { room = 0.5 } },
    { at = "2025-W06", departments = "tax", kerbs { room = function() end } },
  },
  assumptions = { ["kerbs.room"] = 3, "text", ["kerbs.clarity"] = { range = 3, why = 3 } },
}
