-- The pace of society outruns government.
return seed {
  claim = "When society renews its questions faster, skills lag behind, and the quality of standard work with them.",
  with = { { demand { pace = 0.5 } } },
  look = "standard_quality", weeks = { 53, 104 }, expect = "less",
  gone_without = { "learning" },
}
