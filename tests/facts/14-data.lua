-- Data is a means: put it on the table in dialogue.
return fact {
  claim = "Data without dialogue is load; with dialogue it sharpens the question and less work is redone.",
  source = "000.data",
  arms = {
    { id = "none", { data { maturity = 0, dialogue = 0 } } },
    { id = "data", { data { maturity = 1, dialogue = 0 } } },
    { id = "dialogue", { data { maturity = 0, dialogue = 1 } } },
    { id = "both", { data { maturity = 1, dialogue = 1 } } },
  },
  checks = {
    { says = "data alone: lead time of complex work", compare = { data = 1, none = -1 }, look = "complex_lead_weeks", weeks = { 53, 156 }, expect = "more" },
    { says = "both together: less work over than the two apart", compare = { both = 1, data = -1, dialogue = -1, none = 1 }, look = "rework_share", weeks = { 53, 156 }, expect = "less" },
  },
  near = { ["emergence.rate"] = { 0.07, 0.6 }, ["emergence.data_load"] = { 0, 0.15 } },
}
