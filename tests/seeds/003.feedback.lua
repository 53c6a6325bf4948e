-- Learning to give and receive feedback.
return seed {
  claim = "Who learnt to give and take feedback learns more from the work afterwards, which makes standard work better.",
  with = { { programme { name = "first", weeks = 10, hours = 16, coverage = 1, content = { feedback = 1 } } },
           { programme { name = "second", weeks = 10, hours = 16, coverage = 1, content = { feedback = 1 } } } },
  look = "standard_quality", weeks = { 53, 104 }, expect = "more",
  gone_without = { "learning" },
}
