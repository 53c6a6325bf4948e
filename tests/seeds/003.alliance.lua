-- Alliance with residents, council, college and colleagues.
return seed {
  claim = "People feel more allied where groups are mixed over departments, because they come to know each other.",
  without = { { programme { name = "alliance", weeks = 20, mixed = false, content = { alliance = 0.5 } } } },
  with = { { programme { name = "alliance", weeks = 20, mixed = true, content = { alliance = 0.5 } } } },
  look = "alliance", weeks = { 21, 65 }, expect = "more",
  gone_without = { "ties" },
}
