-- Meeting colleagues one did not know was the largest plus.
return fact {
  claim = "Mixed groups leave more ties across departments than groups of one's own department, and a year later it still shows.",
  source = "003.meeting",
  arms = {
    { id = "own", { programme { name = "day", weeks = 20, mixed = false } } },
    { id = "mixed", { programme { name = "day", weeks = 20, mixed = true } } },
  },
  checks = {
    { says = "share of ties across, half a year after the start", compare = { mixed = 1, own = -1 }, look = "cross_ties", weeks = { 21, 30 }, expect = "more" },
    { says = "the same a year later", compare = { mixed = 1, own = -1 }, look = "cross_ties", weeks = { 73, 82 }, expect = "more" },
    { says = "alliance in the second year", compare = { mixed = 1, own = -1 }, look = "alliance", weeks = { 53, 104 }, expect = "more" },
  },
  near = { ["ties.fade"] = { 0.003, 0.03 } },
}
