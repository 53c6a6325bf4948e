-- Whoever fills a role that suits them knows best what they need.
return seed {
  claim = "Who knows the own talent shapes the work to it, and learns faster there.",
  with = { { self_assessment { share = 1 } } },
  look = "skill", weeks = { 79, 156 }, expect = "more",
  gone_without = { "fit" },
}
