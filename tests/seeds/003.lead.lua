-- Managers go first: visible, vulnerable, psychologically safe.
return seed {
  claim = "Where managers go first, people feel safer and speak up more.",
  without = { { leadership { example = 0.1 } } },
  with = { { leadership { example = 0.9 } } },
  look = "voice", weeks = { 27, 52 }, expect = "more",
  gone_without = { "safety" },
}
