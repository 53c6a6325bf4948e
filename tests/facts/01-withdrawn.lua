-- Directors hold back on purpose and expect initiative; staff keep their mouths shut.
return fact {
  claim = "After half a year people speak up least under managers who withdraw, more under directive ones, and most under coaching with clear kerbs.",
  source = "001.withdrawn",
  arms = {
    { id = "withdrawn", { leadership { direction = 0, coaching = 0 }, kerbs { room = 0.9, clarity = 0.2 } } },
    { id = "directive", { leadership { direction = 0.9, coaching = 0.1 }, kerbs { room = 0.2, clarity = 0.7 } } },
    { id = "coaching", { leadership { direction = 0.3, coaching = 0.8, span = 11, hours = 2.3 }, kerbs { room = 0.4, clarity = 0.8 } } },
  },
  checks = {
    { says = "more voice under directive managers than under withdrawn ones", compare = { directive = 1, withdrawn = -1 }, look = "voice", weeks = { 20, 32 }, expect = "more" },
    { says = "more voice under coaching with clear kerbs than under directive managers", compare = { coaching = 1, directive = -1 }, look = "voice", weeks = { 20, 32 }, expect = "more" },
  },
  near = { ["voice.void"] = { 0, 0.67, 1.3, 4 }, ["voice.direction"] = { 0, 0.6, 2.4 }, ["safety.void"] = { 0, 0.3, 1.2 }, ["safety.rate"] = { 0.02, 0.1 } },
}
