# Helpers for the scripts beside this file: source it first, call `finish` last.

failed=0
unset STOEPRAND_DATA COLUMNS NO_COLOR
export LC_ALL=C.UTF-8

ok() { echo "ok $1"; }
not_ok() { echo "not ok $1: $2"; failed=1; }

# status WANTED NAME COMMAND…: runs it with output in `out` and `err`, checks the exit status.
status() {
    wanted=$1 name=$2
    shift 2
    "$@" >out 2>err </dev/null
    got=$?
    [ $got = "$wanted" ] && ok "$name" || not_ok "$name" "exit status $got instead of $wanted: $(head -n 3 err)"
}

# has FILE NAME TEXT: the file holds the text.
has() { grep -qF -- "$3" "$1" && ok "$2" || not_ok "$2" "no '$3' in $1: $(head -n 5 "$1")"; }
lacks() { grep -qF -- "$3" "$1" && not_ok "$2" "'$3' in $1" || ok "$2"; }
same() { cmp -s "$2" "$3" && ok "$1" || not_ok "$1" "$2 and $3 differ"; }
equal() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "'$2' is not '$3'"; }

# A small organisation that runs in no time: small.lua.
small() {
    cat >small.lua <<'LUA'
return scenario {
  title = { nl = "Klein dorp", en = "Small town" },
  story = { nl = "Zestig mensen, één plan.", en = "Sixty people, one plan." },
  start = 2025, years = 3, seed = 1, warm_up = 26,
  departments = {
    { id = "desk", name = { nl = "Balie", en = "Desk" }, staff = 30, discipline = "desk",
      work = { standard { hours = 4, occupancy = 0.6 } } },
    { id = "plans", name = { nl = "Plannen", en = "Plans" }, staff = 30, discipline = "plans",
      work = { standard { hours = 9, occupancy = 0.6 } } },
  },
  plan = {
    { at = "2025-W10", kerbs { room = 0.6 }, why = { nl = "Meer ruimte.", en = "More room." } },
    { at = "2026-W01", to = "2026-W27", set = { ["scharreltijd.share"] = 0.05 },
      why = { nl = "Proef met scharreltijd.", en = "A trial of free time." } },
  },
  look = { { nl = "Let op de balie.", en = "Watch the desk." }, { nl = "Let op de ruimte.", en = "Watch the room." } },
  question = { nl = "Wie heeft ruimte?", en = "Who has room?" },
}
LUA
}

finish() { exit $failed; }
