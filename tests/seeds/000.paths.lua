-- From applying on the off chance to career paths and learning lines.
return seed {
  claim = "Where moves follow talent along a career path, people fit their work better than by vacancy luck.",
  town = { mobility = { norm_years = 2 } },
  without = { { mobility { career_paths = 0 } } },
  with = { { mobility { career_paths = 1 } } },
  look = "fit", weeks = { 53, 104 }, expect = "more",
  gone_without = { "moves", "learning" },
}
