-- Experiments with alliance, in the public space first.
return seed {
  claim = "A department that experiments together with residents finds more meaning in its work, and is more engaged.",
  with = {
    { department = "public_space", experiments { weeks = 52, help = 1, evaluate = 1 } },
    { residents { allied = 0.8 } },
  },
  of = "public_space",
  look = "engagement", weeks = { 14, 52 }, expect = "more",
  gone_without = { "meaning" },
}
