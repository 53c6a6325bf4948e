-- Five per cent of the week to reflect, to learn, to try and to meet.
return fact {
  claim = "Five per cent of free time costs performance in the first half-year and repays it within three years; thirty per cent does not repay.",
  source = "003.scharrel",
  arms = {
    { id = "none" },
    { id = "five", { scharreltijd { share = 0.05 } } },
    { id = "thirty", { scharreltijd { share = 0.3 } } },
  },
  checks = {
    { says = "5 %: performance in the first half-year", compare = { five = 1, none = -1 }, look = "performance", weeks = { 1, 26 }, expect = "less" },
    { says = "5 %: performance over three years, the cost included", compare = { five = 1, none = -1 }, look = "performance", weeks = { 1, 156 }, expect = "more" },
    { says = "30 %: performance over three years", compare = { thirty = 1, none = -1 }, look = "performance", weeks = { 1, 156 }, expect = "less" },
  },
  near = { ["learning.scharrel"] = { 0.15, 0.25, 0.4, 0.6, 1 }, ["learning.rate"] = { 0.008, 0.03 }, ["load.speed_up"] = { 0, 0.08 } },
  note = "The gain is small, and comes at the rate of learning.scharrel, for which there is no source (.2): the table of ranges shows from where five per cent repays.",
}
