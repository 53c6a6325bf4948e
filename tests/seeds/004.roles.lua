-- Who directs? Who budgets? Who aligns with politics? Who brings the content? Who builds the network?
return seed {
  claim = "Teams in which each role goes to who is good at it do better work than the line, where it falls to whoever has the file.",
  town = { demand = { complex_share = 0.4 }, complex = { complexity_min = 0.5, complexity_max = 1 } },
  with = { { pool { share = 0.35 } } },
  look = "complex_quality", weeks = { 53, 104 }, expect = "more", seeds = 20,
  gone_without = { ["staffing.candidates"] = 1, ["mechanisms.handoffs"] = 0 },
}
