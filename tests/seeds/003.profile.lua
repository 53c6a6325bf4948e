-- A profile of the professional as the base of a development cycle.
return seed {
  claim = "Where talks follow a profile of the professional, the way of working draws people towards growth.",
  with = { { appraisal { profile = 1 } } },
  look = "mindset", weeks = { 53, 104 }, expect = "more",
  gone_without = { "context" },
}
