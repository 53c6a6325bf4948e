-- It takes time to learn, and to replace civil servants.
return fact {
  claim = "Recruiting for a growth mindset works, but slowly: it does more each year, where a training does more in the first year and less in the tenth.",
  source = "001.replace",
  arms = {
    { id = "usual" },
    { id = "recruit", { recruitment { mindset = 0.75 } } },
    { id = "train", { programme { name = "growth", weeks = 20, content = { mindset = 1 } } } },
  },
  checks = {
    { says = "mindset in the tenth year", compare = { recruit = 1, usual = -1 }, look = "mindset", weeks = { 469, 520 }, expect = "more" },
    { says = "the tenth year less the third", compare = { recruit = 1, usual = -1 }, look = "mindset", weeks = { 469, 520 }, less = { 105, 156 }, expect = "more" },
    { says = "training less recruiting, in the first year", compare = { train = 1, recruit = -1 }, look = "mindset", weeks = { 1, 52 }, expect = "more" },
    { says = "recruiting less training, in the tenth year", compare = { recruit = 1, train = -1 }, look = "mindset", weeks = { 469, 520 }, expect = "more" },
  },
  near = { ["exits.rate"] = { 0.0005, 0.002 }, ["anchor.rate"] = { 0.006, 0.024 }, ["anchor.drift"] = { 0, 0.009 } },
}
