-- From specialism to generalism: deployable in several places.
return seed {
  claim = "Who moves every six years becomes broader, and can be of use in more departments.",
  with = { { mobility { norm_years = 6 } } },
  look = "deployable", weeks = { 79, 156 }, expect = "more",
  gone_without = { "breadth" },
}
