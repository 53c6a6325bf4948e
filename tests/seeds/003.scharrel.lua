-- Five per cent of free time for reflection, training, creative projects and meeting colleagues.
return seed {
  claim = "Five per cent of free time makes people more skilled in the end.",
  with = { { scharreltijd { share = 0.05 } } },
  look = "skill", weeks = { 53, 104 }, expect = "more",
  gone_without = { "learning" },
}
