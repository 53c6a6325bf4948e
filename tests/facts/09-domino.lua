-- Start small, with experiments; look for the domino stone that sets things moving.
local trial = { experiments { weeks = 52, help = 1, evaluate = 1 } }

return fact {
  claim = "The same pilot spreads further from a safe department with many ties outside than from an isolated one.",
  source = "000.domino",
  town = {
    warm_up = 0, merger = { organisations = 2, culture_gap = 0 },
    departments = {
      { id = "tied", staff = 150, organisation = 1, leadership = leadership { example = 0.8, coaching = 0.5 } },
      { id = "isolated", staff = 150, organisation = 2 },
      { id = "third", staff = 150, organisation = 1 },
      { id = "fourth", staff = 150, organisation = 1 } },
  },
  arms = {
    { id = "nowhere" },
    { id = "tied", { department = "tied", trial[1] } },
    { id = "isolated", { department = "isolated", trial[1] } },
  },
  checks = {
    { says = "mindset in the two other departments: pilot in the tied one less pilot in the isolated one", compare = { tied = 1, isolated = -1 }, of = { "third", "fourth" }, look = "mindset", weeks = { 40, 104 }, expect = "more" },
    { says = "the pilot in the tied department reaches others at all", compare = { tied = 1, nowhere = -1 }, of = { "third", "fourth" }, look = "mindset", weeks = { 40, 104 }, expect = "more" },
  },
  near = { ["influence.rate"] = { 0, 0.004, 0.016 }, ["influence.bound"] = { 0.15, 1 }, ["ties.meet"] = { 0.01, 0.1 } },
}
