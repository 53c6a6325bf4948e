-- A pool that delivers to assignments; standard work is best served by the line. Each pool has the size at
-- which its design performs best (tried in steps of a tenth): posts for the hours sent to it and 5 % (all) or 10 % (criteria)
-- more, the usual headroom included. A threshold of .11 sends all complex work there, and no
-- standard work, whose complexity is .1.
return fact {
  claim = "With little complex work the line does better than a pool for all of it, with much the pool does better; routing by criteria is at least as good as the better one in between.",
  source = "004.pool, 004.standard, 004.criteria",
  arms = {
    { id = "line_05", town = { demand = { complex_share = 0.05 } } },
    { id = "pool_05", town = { demand = { complex_share = 0.05 } }, { pool { share = 0.0469 }, routing { complexity = 0.11 } } },
    { id = "criteria_05", town = { demand = { complex_share = 0.05 } }, { pool { share = 0.0285 }, routing { complexity = 0.5 } } },
    { id = "line_25", town = { demand = { complex_share = 0.25 } } },
    { id = "pool_25", town = { demand = { complex_share = 0.25 } }, { pool { share = 0.2344 }, routing { complexity = 0.11 } } },
    { id = "criteria_25", town = { demand = { complex_share = 0.25 } }, { pool { share = 0.1424 }, routing { complexity = 0.5 } } },
    { id = "line_50", town = { demand = { complex_share = 0.5 } } },
    { id = "pool_50", town = { demand = { complex_share = 0.5 } }, { pool { share = 0.4688 }, routing { complexity = 0.11 } } },
    { id = "criteria_50", town = { demand = { complex_share = 0.5 } }, { pool { share = 0.2848 }, routing { complexity = 0.5 } } },
  },
  checks = {
    { says = "5 % complex: the line performs better than the pool", compare = { line_05 = 1, pool_05 = -1 }, look = "performance", weeks = { 105, 208 }, expect = "more" },
    { says = "5 % complex: work is done sooner in the line", compare = { line_05 = 1, pool_05 = -1 }, look = "complex_lead_weeks", weeks = { 105, 208 }, expect = "less" },
    { says = "5 % complex: work is better in the line", compare = { line_05 = 1, pool_05 = -1 }, look = "complex_quality", weeks = { 105, 208 }, expect = "more" },
    { says = "50 % complex: the pool performs better than the line", compare = { pool_50 = 1, line_50 = -1 }, look = "performance", weeks = { 105, 208 }, expect = "more" },
    { says = "50 % complex: work is done sooner in the pool", compare = { pool_50 = 1, line_50 = -1 }, look = "complex_lead_weeks", weeks = { 105, 208 }, expect = "less" },
    { says = "50 % complex: work is better in the pool", compare = { pool_50 = 1, line_50 = -1 }, look = "complex_quality", weeks = { 105, 208 }, expect = "more" },
    { says = "25 % complex: criteria perform no worse than the line (by .005)", compare = { criteria_25 = 1, line_25 = -1 }, look = "performance", weeks = { 105, 208 }, expect = "not less", within = 0.005 },
    { says = "25 % complex: criteria perform no worse than the pool (by .005)", compare = { criteria_25 = 1, pool_25 = -1 }, look = "performance", weeks = { 105, 208 }, expect = "not less", within = 0.005 },
  },
  near = { ["handoffs.weeks"] = { 0, 0.75, 3 }, ["familiarity.effort"] = { 0.1, 0.5 }, ["pool.headroom"] = { 0, 0.06, 0.25 }, ["complex.complexity_max"] = { 0.6, 1 } },
  why_not = "What is said of much complex work and of criteria holds; what is said of little does not. A hand-off costs the line weeks and quality at any share of complex work, and a pool of the right size never lets an assignment wait long, so the pool is sooner and better from the first assignment on. Only in performance, where standard work weighs most, the two are level at 5 %.",
}
