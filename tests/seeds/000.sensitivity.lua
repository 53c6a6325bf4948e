-- Sensitivity to the surroundings: am I to act, or someone else?
return seed {
  claim = "Who learnt to see what is ours to do spends fewer hours on what is not.",
  town = { mechanisms = { fit = false } },  -- the skill also suits some positions
  with = { { programme { name = "surroundings", weeks = 10, hours = 16, coverage = 1, content = { political = 1 } } },
           { programme { name = "again", weeks = 10, hours = 16, coverage = 1, content = { political = 1 } } } },
  look = "occupancy", weeks = { 53, 104 }, expect = "less", seeds = 40,
  gone_without = { "sensitivity.waste" },
}
