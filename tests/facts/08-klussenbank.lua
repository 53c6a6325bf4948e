-- The gig bank: staff sign up for temporary projects when content and skills fit.
return fact {
  claim = "A gig bank raises fit and engagement and lowers outflow; where gig hours are protected and people are busy already, standard work waits longer.",
  source = "002.klussenbank",
  arms = {
    { id = "none" },
    { id = "bank", { klussenbank { hours_share = 0.2 } } },
    { id = "busy_none", occupancy = 0.84 },
    { id = "busy_bank", occupancy = 0.84, { klussenbank { hours_share = 0.2, protected = true } } },
    { id = "busy_open", occupancy = 0.84, { klussenbank { hours_share = 0.2, protected = false } } },
  },
  checks = {
    { says = "fit", compare = { bank = 1, none = -1 }, look = "fit", weeks = { 53, 156 }, expect = "more" },
    { says = "engagement", compare = { bank = 1, none = -1 }, look = "engagement", weeks = { 53, 156 }, expect = "more" },
    { says = "outflow a year", compare = { bank = 1, none = -1 }, look = "outflow", weeks = { 27, 156 }, expect = "less" },
    { says = "busy, hours protected: lead time of standard work", compare = { busy_bank = 1, busy_none = -1 }, look = "standard_lead_weeks", weeks = { 27, 156 }, expect = "more" },
    { says = "busy: more so where hours are protected than where they are not", compare = { busy_bank = 1, busy_open = -1 }, look = "standard_lead_weeks", weeks = { 27, 156 }, expect = "more" },
    { says = "busy, hours protected: lead time of complex work", compare = { busy_bank = 1, busy_none = -1 }, look = "complex_lead_weeks", weeks = { 27, 156 }, expect = "more", beside = true },
    { says = "occupancy of the busy municipality is above 93 %", compare = { busy_none = 1 }, look = "occupancy", weeks = { 27, 156 }, expect = "more", least = 0.93 },
  },
  near = { ["priority.standard_first"] = { 0, 0.5 }, ["external.max_share"] = { 0, 0.3 }, ["work.fit"] = { 0, 0.4 } },
  why_not = "Fit, engagement and outflow go as the text says, and protected hours do cost more waiting than unprotected ones. But it is complex work that pays: the gig bank takes it out of a busy line, where it competed with standard work, and it then waits longer for people with gig hours. Standard work waits less.",
}
