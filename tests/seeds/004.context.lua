-- The old skills flourish in the classic structure: change the context too.
local training = { programme { name = "growth", weeks = 20, content = { mindset = 1 } } }
local context = { job { rigidity = 0.1 }, appraisal { reflect = 0.9 }, kerbs { room = 0.7 } }

return seed {
  claim = "Programme and context together leave more than the two apart.",
  town = { leadership = { span = 8, hours = 3 } },
  arms = {
    { weight = 1, training, context },
    { weight = -1, context },
    { weight = -1, training },
    { weight = 1 },
  },
  look = "mindset", weeks = { 79, 104 }, expect = "more",
  gone_without = { "context" },
}
