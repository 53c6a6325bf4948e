-- The social domain: see the whole chain; the answer lies partly in the ecosystem of partners.
return seed {
  claim = "Time for partners in town and chain makes complex work better.",
  town = { complex = { partner_share = 0.8, complexity_min = 0.5 } },
  without = { { partners { days = 2 } } },
  with = { { partners { days = 10 } } },
  look = "complex_quality", weeks = { 53, 104 }, expect = "more", seeds = 40,
  gone_without = { "partners" },
}
