-- Some work should not go that way: issuing passports. The pool gets posts for the hours that are sent to it.
return fact {
  claim = "Standard work that is sent to the pool takes longer.",
  source = "001.notall",
  arms = {
    { id = "line", { pool { share = 0.2 } } },
    { id = "pool", { pool { share = 0.41 }, routing { standard_to_pool = 0.3 } } },
  },
  checks = {
    { says = "lead time of standard work, posts in proportion", compare = { pool = 1, line = -1 }, look = "standard_lead_weeks", weeks = { 27, 104 }, expect = "more" },
    { says = "quality of standard work", compare = { pool = 1, line = -1 }, look = "standard_quality", weeks = { 27, 104 }, expect = "less" },
  },
  near = { ["pool.headroom"] = { 0, 0.06, 0.2, 0.4 }, ["breadth.rate"] = { 0.002, 0.008 }, ["external.max_share"] = { 0, 0.3 } },
}
