-- Questions from society are multidisciplinary, new and complex.
return seed {
  claim = "When each year more of what society asks is complex, work piles up where several disciplines must touch it.",
  with = { { demand { drift = 0.1 } } },
  look = "complex_backlog", weeks = { 53, 104 }, expect = "more",
  gone_without = { "drift" },
}
