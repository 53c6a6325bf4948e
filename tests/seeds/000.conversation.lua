-- Leaders ask good questions: what do you need from me?
return seed {
  claim = "Where managers have hours for coaching talks, people find more meaning and are more engaged.",
  town = {  -- hours go to talks only
    leadership = { coaching = 0.8, direction = 0 }, kerbs = { room = 0.1, clarity = 0 },
  },
  without = { { leadership { hours = 0.2 } } },
  with = { { leadership { hours = 1.5 } } },
  look = "engagement", weeks = { 27, 52 }, expect = "more",
  gone_without = { "meaning" },
}
