-- Real, desirable and possible get mixed up; acting as if the desirable were real does not work.
return seed {
  claim = "Where a change is declared that nobody sees in the way of working, people speak up less.",
  with = { { declare { change = 0.9 } } },
  look = "voice", weeks = { 27, 78 }, expect = "less",
  gone_without = { "credibility" },
}
