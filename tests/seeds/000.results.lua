-- From the job description to the best result for the city.
return seed {
  claim = "Where the job description binds less, teams need not wait for the one whose job it is, and work starts sooner.",
  town = {
    mechanisms = { autonomy = false },  -- which rigid jobs touch as well
    pool = { share = 0.25, headroom = 0 }, demand = { complex_share = 0.4 }, complex = { disciplines_min = 4 },
  },
  without = { { job { rigidity = 1 } } },
  with = { { job { rigidity = 0 } } },
  look = "staffing_weeks", weeks = { 27, 104 }, expect = "less", seeds = 40,
  gone_without = { "staffing.patience" },
}
