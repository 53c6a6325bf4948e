-- Some work should not go that way: issuing passports.
return seed {
  claim = "Standard work that is sent to the pool takes longer.",
  without = { { pool { share = 0.2 } } },
  with = { { pool { share = 0.41 }, routing { standard_to_pool = 0.3 } } },
  look = "standard_lead_weeks", weeks = { 27, 78 }, expect = "more", seeds = 40,
  gone_without = { "breadth" },
}
