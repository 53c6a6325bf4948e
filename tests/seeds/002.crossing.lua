-- Colleagues of several municipalities come to know each other.
return seed {
  claim = "Colleagues of three municipalities come to know each other in sixty workshops.",
  town = { merger = { organisations = 3 }, departments = {
    { id = "one", staff = 80, organisation = 1 },
    { id = "two", staff = 80, organisation = 2 },
    { id = "three", staff = 80, organisation = 3 } } },
  with = { { themeweek { workshops = 60, seats = 12, content = { network = 0.3 } } } },
  look = "cross_ties", weeks = { 2, 26 }, expect = "more",
  gone_without = { "ties" },
}
