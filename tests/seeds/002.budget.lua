-- Money reserved for training, outside the week too.
return seed {
  claim = "Three times the training money makes people more skilled, and standard work better.",
  with = { { training_budget { euro_per_head = 2400 } } },
  look = "standard_quality", weeks = { 53, 104 }, expect = "more",
  gone_without = { "learning" },
}
