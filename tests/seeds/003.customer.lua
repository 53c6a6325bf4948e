-- Stop saying 'customer'.
return seed {
  claim = "Residents who are allies trust the municipality more than customers do.",
  without = { { residents { allied = 0 } } },
  with = { { residents { allied = 1 } } },
  look = "trust", weeks = { 27, 78 }, expect = "more",
  gone_without = { "trust" },
}
