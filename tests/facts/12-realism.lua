-- Reliability and realism keep residents' trust.
return fact {
  claim = "With the same outcomes, a higher promise means less trust, and realism gives some of it back.",
  source = "003.realism",
  arms = {
    { id = "modest", { politics { promise = 0.6 } } },
    { id = "high", { politics { promise = 0.9 } } },
    { id = "realistic", { politics { promise = 0.9, realism = 1 } } },
  },
  checks = {
    { says = "trust with the high promise", compare = { high = 1, modest = -1 }, look = "trust", weeks = { 53, 156 }, expect = "less" },
    { says = "outcomes are the same, by .01 of performance", compare = { high = 1, modest = -1 }, look = "performance", weeks = { 53, 156 }, expect = "same", within = 0.01 },
    { says = "trust with the high promise and realism", compare = { realistic = 1, high = -1 }, look = "trust", weeks = { 53, 156 }, expect = "more" },
  },
  near = { ["trust.rate"] = { 0.004, 0.036 }, ["promises.excess"] = { 0, 1 } },
  note = "Near to built in: the gap between outcome and promise is the equation of trust.",
}
