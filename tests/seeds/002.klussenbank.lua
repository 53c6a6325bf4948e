-- The gig bank: temporary projects for which staff sign up when content and skills fit.
return seed {
  claim = "Who may sign up for gigs that suit them fits the work better.",
  town = { demand = { complex_share = 0.4 } },
  with = { { klussenbank { hours_share = 0.2 } } },
  look = "fit", weeks = { 27, 78 }, expect = "more", seeds = 40,
  gone_without = { ["staffing.candidates"] = 1 },
}
