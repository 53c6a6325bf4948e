-- Meaning, joy in work and autonomy are what the civil servant of tomorrow looks for.
return seed {
  claim = "Who may fill in the own job, and whose manager asks what is needed, is more engaged.",
  with = { { job { rigidity = 0.1 }, kerbs { room = 0.6 }, leadership { coaching = 0.6 } } },
  town = { leadership = { span = 8, hours = 3 } },
  look = "engagement", weeks = { 27, 52 }, expect = "more",
  gone_without = { "autonomy", "meaning" },
}
