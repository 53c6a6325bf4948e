-- The environment act: look wider than your own field, think along with the applicant instead of only checking.
return seed {
  claim = "Who thinks along instead of only checking has less work to redo.",
  without = { { stance { integral = 0 } } },
  with = { { stance { integral = 1 } } },
  look = "rework_share", weeks = { 27, 78 }, expect = "less",
  gone_without = { "emergence" },
}
