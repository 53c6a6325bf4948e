-- Misspelt names everywhere: each is told with its place and the nearest name.
return scenario {
  titel = "Fout gespeld",
  mechanisms = { influense = false },
  model = { ["influence.rat"] = 0.02, nonsense = 1 },
  kerb = { room = 0.5 },
  42,
  departments = {
    { id = "permits", staff = 50, kerbs = { claritty = 0.5 }, leadership { hour = 1 } },
    { id = "tax", staff = 50, staf = 51, work = { standard { hour = 8 }, { hours = 8 }, programme { name = "p" } } },
    extra = { id = "extra", staff = 10 },
  },
  assignments = { complex { shares = 0.3 }, komplex = {} },
  pool = { shares = 0.2, kerbs = { rom = 0.5 } },
  plan = {
    { at = "2025-W02", untill = "2025-W03", set = { ["kerbs.rooom"] = 0.5, ["departments.permit.kerbs.room"] = 0.5 } },
    { at = "2025-W03", standard { hours = 8 }, kerbs { room = 0.5 } },
    { at = "2025-W04", programme { name = "p", houres = 8, content = { mindsett = 1 } } },
    { at = "2025-W05", themeweek { workshop = 40 } },
    { at = "2025-W06", department = "permitss", kerbs { room = 0.5 } },
    { at = "2025-W07", departments = { "tax", "tex", "zzzzzzz" }, kerbs { room = 0.5 } },
    [0.5] = { at = "2025-W08" },
  },
  assumptions = {
    ["kerbs.rom"] = { range = { 0, 1 }, why = "?" },
    ["departments.taks.staff"] = { range = { 0, 100 }, why = "?" },
    ["plan.p.hour"] = { range = { 0, 100 }, why = "?" },
    ["kerbs.room"] = { ranges = { 0, 1 }, range = { 0, 1 }, why = "?" },
  },
}
