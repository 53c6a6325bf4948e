-- SED: three municipalities in the third year of a merger of their staff.
return seed {
  claim = "In the years after a merger people are less engaged, because they do not know where they stand.",
  arms = {
    { weight = -1, town = { departments = {
      { id = "one", staff = 80 },
      { id = "two", staff = 80 },
      { id = "three", staff = 80 } } } },
    { weight = 1, town = { merger = { organisations = 3 }, departments = {
      { id = "one", staff = 80, organisation = 1 },
      { id = "two", staff = 80, organisation = 2 },
      { id = "three", staff = 80, organisation = 3 } } } },
  },
  look = "engagement", weeks = { 1, 78 }, expect = "less",
  gone_without = { "strain" },
}
