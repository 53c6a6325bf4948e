-- The fixed function disappears; that is not easy for everyone.
return fact {
  claim = "Placing people in a pool by decree strains them more than going by willingness, and perspective takes some of that away.",
  source = "002.permanent",
  arms = {
    { id = "willing", { pool { share = 0.3 } } },
    { id = "decree", { pool { share = 0.3, decree = true } } },
    { id = "willing_perspective", { pool { share = 0.3 }, mobility { perspective = 1 } } },
    { id = "decree_perspective", { pool { share = 0.3, decree = true }, mobility { perspective = 1 } } },
  },
  checks = {
    { says = "strain in the first half-year, decree less willingness", compare = { decree = 1, willing = -1 }, look = "strain", weeks = { 1, 26 }, expect = "more" },
    { says = "the same where perspective is offered: less of it", compare = { decree_perspective = 1, willing_perspective = -1, decree = -1, willing = 1 }, look = "strain", weeks = { 1, 26 }, expect = "less" },
    { says = "engagement in the first half-year, decree less willingness", compare = { decree = 1, willing = -1 }, look = "engagement", weeks = { 5, 26 }, expect = "less" },
  },
  near = { ["strain.uncertainty"] = { 0.08, 0.75 }, ["pool_moves.rate"] = { 0.01, 0.2 } },
}
