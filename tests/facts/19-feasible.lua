-- A feasibility test, and signals from the floor taken seriously.
local silent = { leadership { direction = 0, coaching = 0 }, kerbs { room = 0.9, clarity = 0.2 } }
local open = { leadership { direction = 0.3, coaching = 0.8, span = 11, hours = 2.3 }, kerbs { room = 0.4, clarity = 0.8 } }
local gate = { feasibility_test { on = true } }

return fact {
  claim = "A feasibility test keeps out what cannot be done, and better where people speak up than where they are silent.",
  source = "003.feasible",
  town = { politics = { promise = 1 }, model = { ["feasibility.share"] = 0.15 } },
  arms = {
    { id = "silent", silent },
    { id = "silent_gate", silent, gate },
    { id = "open", open },
    { id = "open_gate", open, gate },
  },
  checks = {
    { says = "quality of complex work, where people speak up", compare = { open_gate = 1, open = -1 }, look = "complex_quality", weeks = { 53, 208 }, expect = "more" },
    { says = "that is more than where they are silent", compare = { open_gate = 1, open = -1, silent_gate = -1, silent = 1 }, look = "complex_quality", weeks = { 53, 208 }, expect = "more" },
  },
  near = { ["feasibility.loss"] = { 0.1, 0.6 } },
}
