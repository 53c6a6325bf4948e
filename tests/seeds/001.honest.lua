-- Say honestly that not all can be had.
return seed {
  claim = "Where a large change is declared, saying honestly what cannot be had keeps people speaking up.",
  plan = { { declare { change = 0.9 } } },
  with = { { politics { realism = 1 } } },
  look = "voice", weeks = { 27, 78 }, expect = "more",
  gone_without = { "credibility" },
}
