-- One week a year, forty to over sixty workshops, on knowledge, talent and the mental side.
return seed {
  claim = "In the half-year after a week of forty workshops people are more growth-minded.",
  with = { { themeweek { workshops = 40, seats = 15, content = { mindset = 0.8, network = 0.5 } } } },
  look = "mindset", weeks = { 2, 26 }, expect = "more",
  gone_without = { "boost" },
}
