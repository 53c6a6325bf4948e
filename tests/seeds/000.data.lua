-- Data is a means: analyse, interpret, put it on the table in dialogue.
return seed {
  claim = "Data with dialogue cut what has to be redone by more than the two apart.",
  arms = {
    { weight = 1, { data { maturity = 1, dialogue = 1 } } },
    { weight = -1, { data { maturity = 1, dialogue = 0 } } },
    { weight = -1, { data { maturity = 0, dialogue = 1 } } },
    { weight = 1, { data { maturity = 0, dialogue = 0 } } },
  },
  look = "rework_share", weeks = { 27, 104 }, expect = "less",
  gone_without = { "emergence" },
}
