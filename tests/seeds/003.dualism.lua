-- Constructive dualism between college, council and organisation; rules of play.
return seed {
  claim = "Where college and council keep to the rules of play, priorities switch less and less is redone.",
  without = { { politics { dualism = 0.2 } } },
  with = { { politics { dualism = 1 } } },
  look = "rework_share", weeks = { 27, 78 }, expect = "less",
  gone_without = { "priorities" },
}
