-- Coaching leadership: gives room, inspires, motivates.
return seed {
  claim = "Where managers are trained in coaching, people dare to speak up more.",
  with = { { programme { name = "coaching", weeks = 20, hours = 16, coverage = 1, content = { coaching = 1 } } } },
  look = "voice", weeks = { 21, 52 }, expect = "more",
  gone_without = { "safety" },
}
