-- Start small, with experiments; look for the domino stone that sets things moving.
return seed {
  claim = "The same pilot takes others along further from a department with ties outside than from an isolated one.",
  town = {
    warm_up = 0, mechanisms = { moves = false, exits = false, retirement = false },  -- nobody carries it along
    merger = { organisations = 2, culture_gap = 0 },
    departments = {
      { id = "tied", staff = 60, organisation = 1 },
      { id = "isolated", staff = 60, organisation = 2 },
      { id = "third", staff = 60, organisation = 1 },
      { id = "fourth", staff = 60, organisation = 1 } },
  },
  arms = {
    { weight = 1, { department = "tied", experiments { weeks = 52, help = 1, evaluate = 1 } } },
    { weight = -1, { department = "isolated", experiments { weeks = 52, help = 1, evaluate = 1 } } },
  },
  of = { "third", "fourth" },
  look = "mindset", weeks = { 27, 78 }, expect = "more",
  gone_without = { "influence" },
}
