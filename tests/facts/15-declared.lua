-- Real, desirable and possible get mixed up; acting as if the desirable were real does not work.
return fact {
  claim = "Declaring change costs credibility and voice where the way of working stays as it was, and hardly where it changes.",
  source = "001.real",
  arms = {
    { id = "classic", { job { rigidity = 0.7 }, appraisal { reflect = 0.1 } } },
    { id = "declared", { job { rigidity = 0.7 }, appraisal { reflect = 0.1 }, declare { change = 0.8 } } },
    { id = "changed", { job { rigidity = 0.1 }, appraisal { reflect = 0.9 } } },
    { id = "changed_declared", { job { rigidity = 0.1 }, appraisal { reflect = 0.9 }, declare { change = 0.8 } } },
  },
  checks = {
    { says = "credibility of what is declared in a classic organisation", compare = { declared = 1, classic = -1 }, look = "credibility", weeks = { 27, 104 }, expect = "less", least = 0.1 },
    { says = "voice there", compare = { declared = 1, classic = -1 }, look = "voice", weeks = { 27, 104 }, expect = "less" },
    { says = "the loss of credibility is larger there than where the organisation changes", compare = { declared = 1, classic = -1, changed_declared = -1, changed = 1 }, look = "credibility", weeks = { 27, 104 }, expect = "less" },
  },
  near = { ["credibility.gap"] = { 0.02, 0.18 }, ["credibility.recovery"] = { 0.007, 0.06 } },
}
