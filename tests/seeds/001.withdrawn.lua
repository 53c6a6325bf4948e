-- Directors hold back on purpose and expect initiative; staff keep their mouths shut.
return seed {
  claim = "Where leaders withdraw, people speak up less than where they direct.",
  without = { { leadership { direction = 0.9, coaching = 0.1 }, kerbs { room = 0.2, clarity = 0.6 } } },
  with = {
    { leadership { direction = 0, coaching = 0 }, kerbs { room = 0.9, clarity = 0.2 }, declare { temporary = 0.8 } },
  },
  look = "voice", weeks = { 20, 32 }, expect = "less",
  gone_without = { "voice.void", "safety.void" },
}
