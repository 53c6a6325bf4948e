# Helpers for the scripts beside this file: source it first, call `finish` last.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small

# An experiment of 24 trials in no time: small-question.lua. question REPLICATES: another number of them.
question() {
    cat >question.lua <<LUA
return experiment {
  title = { nl = "Een vraag", en = "A question" }, question = { nl = "Wat helpt?", en = "What helps?" },
  scenario = "small", years = 2,
  designs = {
    { id = "base", name = { nl = "Zo laten", en = "Leave it" } },
    { id = "free", name = { nl = "Vrij", en = "Free" }, set = { ["scharreltijd.share"] = 0.05 },
      plan = { { at = "2025-W20", kerbs { room = 0.8 } } } },
  },
  vary = { ["kerbs.room"] = { 0.2, 0.4 }, ["departments.desk.staff"] = range(30, 40, 3) },
  replicates = $1,
  measure = { "performance", final "trust", mean { "strain", from = "2025-W10", to = "2025-W40", unit = "desk" }, path { "mindset", every = 26 } },
}
LUA
}
question 2

# batch NAME STATUS ARGUMENT…: in English, with output in `out` and `err`.
batch() {
    name=$1 wanted=$2
    shift 2
    status "$wanted" "$name" "$STOEPRAND" batch "$@" --lang en
}

# ended FILE: how many trials of a results file, maybe being written, are done.
ended() { "$STOEPRAND" batch "$1" --csv - 2>/dev/null | grep -c ',done,'; }

# start FILE ARGUMENT…: a batch in the background, `pid`; returns once it has written more than there was.
start() {
    file=$1 before=$(ended "$1")
    shift
    "$STOEPRAND" batch "$@" --lang en >out 2>err </dev/null &
    pid=$!
    while kill -0 $pid 2>/dev/null && [ "$(ended "$file")" -le "$before" ]; do sleep 0.05; done
}
