-- What has to be there and is not.
return scenario {
  title = { nl = "Alleen Nederlands" },
  departments = {
    { staff = 40, kerbs = { claritty = 0.5 } },
    { id = "tax" },
    { name = "Sociaal domein", staff = 40 },
  },
  plan = {
    { kerbs { room = 0.5 } },
    { at = "2025-W02" },
    { at = "2025-W03", programme { hours = 8 } },
    { at = "2025-W04", departments = {}, kerbs { room = 0.5 } },
  },
  assumptions = { ["kerbs.room"] = {} },
}
