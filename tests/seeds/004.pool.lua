-- A pool that delivers to assignments, projects and questions.
return seed {
  claim = "Where much work is complex, a pool beside the line has it done sooner.",
  town = { demand = { complex_share = 0.4 } },
  with = { { pool { share = 0.35 } } },
  look = "complex_lead_weeks", weeks = { 53, 104 }, expect = "less",
  gone_without = { "pool_moves" },
}
