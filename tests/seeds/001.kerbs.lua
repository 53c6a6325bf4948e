-- Change needs a direction and also its edges: the edge is what makes emptiness into room.
return seed {
  claim = "With the same space to act, complex work is better where that space has clear edges than where it lies in a void.",
  town = { leadership = { span = 8, hours = 3 } },
  without = { { kerbs { room = 0.9, clarity = 0.4 } } },
  with = { { kerbs { room = 0.45, clarity = 0.8 } } },
  look = "complex_quality", weeks = { 27, 78 }, expect = "more",
  gone_without = { "voice" },
}
