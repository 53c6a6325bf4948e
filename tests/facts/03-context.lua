-- Civil servant 2.0 in organisation 1.0: change the context too.
local programme = programme { name = "growth", weeks = 20, content = { mindset = 1 } }
local context = { job { rigidity = 0.1 }, appraisal { reflect = 0.9 }, kerbs { room = 0.6 }, leadership { span = 11, hours = 2.3 } }

return fact {
  claim = "Two years on, less is left of what a programme gave where the context stayed classic than where it changed with it; and the two together gain more than each apart, added up.",
  source = "004.context",
  arms = {
    { id = "nothing" },
    { id = "programme", { programme } },
    { id = "context", context },
    { id = "both", { programme }, context },
  },
  checks = {
    { says = "programme and context together gain more than the two apart, two years after the programme", compare = { both = 1, context = -1, programme = -1, nothing = 1 }, look = "mindset", weeks = { 120, 130 }, expect = "more" },
    { says = "of what the programme gave, less is lost in those two years where the context changed with it", compare = { both = 1, context = -1, programme = -1, nothing = 1 }, look = "mindset", weeks = { 120, 130 }, less = { 20, 26 }, expect = "more" },
    { says = "programme with context leaves more than the programme alone, against nothing", compare = { both = 1, programme = -1 }, look = "mindset", weeks = { 120, 130 }, expect = "more" },
  },
  near = { ["context.rate"] = { 0.001, 0.002, 0.008 }, ["anchor.rate"] = { 0.006, 0.024 }, ["boost.decay"] = { 0.011, 0.045 }, ["influence.rate"] = { 0, 0.004, 0.016 } },
}
