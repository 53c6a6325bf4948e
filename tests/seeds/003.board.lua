-- A sounding board with time, space and money.
return seed {
  claim = "A year after a programme more of it is left where a sounding board has the hours to keep it alive.",
  plan = { { programme { name = "theme", weeks = 20, content = { mindset = 1 } } } },
  with = { { sounding_board { size = 8, hours = 2 } } },
  look = "mindset", weeks = { 53, 78 }, expect = "more",
  gone_without = { "boost" },
}
