-- Keep attention alive: induction, periodic talks, team plans.
local training = { programme { name = "growth", weeks = 20, content = { mindset = 1, ownership = 1 } } }
local attention = { followup { periodic_talks = 1, team_plans = 1, induction = 1 } }

return fact {
  claim = "After the same training, more of it is there two years on where attention is kept alive; talks and plans without a training do next to nothing for mindset.",
  source = "003.attention",
  arms = {
    { id = "nothing" },
    { id = "training", training },
    { id = "attention", attention },
    { id = "both", training, attention },
  },
  checks = {
    { says = "mindset two years on, attention added to training", compare = { both = 1, training = -1 }, look = "mindset", weeks = { 105, 130 }, expect = "more" },
    { says = "ownership two years on", compare = { both = 1, training = -1 }, look = "ownership", weeks = { 105, 130 }, expect = "more" },
    { says = "attention alone moves mindset by less than .005", compare = { attention = 1, nothing = -1 }, look = "mindset", weeks = { 105, 130 }, expect = "same", within = 0.005 },
  },
  near = { ["boost.keep"] = { 0.2, 0.5 }, ["attitude.rate"] = { 0.01, 0.05 } },
}
