-- When talent and function match, people flourish.
return seed {
  claim = "Where people know their talent and move towards work that suits it, they are more engaged.",
  town = { mobility = { norm_years = 3, career_paths = 1 } },
  with = { { self_assessment { share = 1 } } },
  look = "engagement", weeks = { 79, 156 }, expect = "more",
  gone_without = { "fit" },
}
