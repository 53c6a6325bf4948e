-- The edge is what makes emptiness into room.
return fact {
  claim = "With leader hours fixed, complex work is best somewhere between no room and all room; more leader hours move the best to wider room.",
  source = "001.kerbs",
  arms = {
    { id = "few_0", { leadership { span = 16, hours = 1.0 }, kerbs { room = 0.0 } } },
    { id = "few_2", { leadership { span = 16, hours = 1.0 }, kerbs { room = 0.2 } } },
    { id = "few_4", { leadership { span = 16, hours = 1.0 }, kerbs { room = 0.4 } } },
    { id = "few_6", { leadership { span = 16, hours = 1.0 }, kerbs { room = 0.6 } } },
    { id = "few_8", { leadership { span = 16, hours = 1.0 }, kerbs { room = 0.8 } } },
    { id = "few_10", { leadership { span = 16, hours = 1.0 }, kerbs { room = 1.0 } } },
    { id = "usual_0", { leadership { hours = 1.5 }, kerbs { room = 0.0 } } },
    { id = "usual_2", { leadership { hours = 1.5 }, kerbs { room = 0.2 } } },
    { id = "usual_4", { leadership { hours = 1.5 }, kerbs { room = 0.4 } } },
    { id = "usual_6", { leadership { hours = 1.5 }, kerbs { room = 0.6 } } },
    { id = "usual_8", { leadership { hours = 1.5 }, kerbs { room = 0.8 } } },
    { id = "usual_10", { leadership { hours = 1.5 }, kerbs { room = 1.0 } } },
    { id = "ample_8", { leadership { span = 9, hours = 2.0 }, kerbs { room = 0.8 } } },
    { id = "ample_10", { leadership { span = 9, hours = 2.0 }, kerbs { room = 1.0 } } },
  },
  checks = {
    { says = "with 1.0 leader hours a report, the top lies inside", peak = { "few_0", "few_2", "few_4", "few_6", "few_8", "few_10" }, look = "complex_quality", weeks = { 53, 156 }, expect = "inside" },
    { says = "with the usual 1.5 leader hours a report, the top lies inside", peak = { "usual_0", "usual_2", "usual_4", "usual_6", "usual_8", "usual_10" }, look = "complex_quality", weeks = { 53, 156 }, expect = "inside" },
    { says = "from room .4 to .8, more leader hours bring more", compare = { usual_8 = 1, usual_4 = -1, few_8 = -1, few_4 = 1 }, look = "complex_quality", weeks = { 53, 156 }, expect = "more" },
    { says = "with 2.0 leader hours a report there is no top inside: all room against .8", compare = { ample_10 = 1, ample_8 = -1 }, look = "complex_quality", weeks = { 53, 156 }, expect = "more", beside = true },
  },
  near = { ["voice.void"] = { 0, 1, 4 }, ["safety.void"] = { 0, 0.3, 1.2 }, ["kerbs.clarity"] = { 0.4, 0.5, 0.8, 1 } },
  where = "leader hours lie near the usual 1.5 a report: with managers for spans of nine and 2.0 hours all room is best, since void is then paid away",
}
