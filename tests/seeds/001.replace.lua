-- It takes time to learn, and to replace civil servants.
return seed {
  claim = "Hiring people with a growth mindset changes the whole, slowly.",
  with = { { recruitment { mindset = 0.8 } } },
  look = "mindset", weeks = { 105, 156 }, expect = "more",
  gone_without = { "hires" },
}
