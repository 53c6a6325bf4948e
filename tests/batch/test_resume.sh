# Whatever ends a batch, what was done stays, and the rest can be done later.
. "$STOEPRAND_ROOT/tests/batch/lib.sh"
question 60
batch "without a break" 0 question.lua --out whole.db --csv whole.csv

for i in 1 2 3; do
    start killed.db question.lua --out killed.db --resume --jobs 2
    kill -9 $pid 2>/dev/null && ok "killed, time $i" || ok "killed, time $i (the batch was faster)"
    wait $pid 2>/dev/null
done
equal "three kills left something to do" "$([ "$(ended killed.db)" -lt 720 ] && echo yes)" yes
batch "the rest" 0 killed.db --resume --csv killed.csv
same "after three kills the rows are the same" whole.csv killed.csv
equal "in one file" "$(echo killed.db*)" killed.db

for signal in INT TERM; do
    rm -f stop.db
    start stop.db question.lua --out stop.db --jobs 2
    kill -$signal $pid
    wait $pid
    equal "SIG$signal ends with status 1" $? 1
    has err "SIG$signal says how to go on" "Go on with: stoeprand batch stop.db --resume"
    equal "SIG$signal leaves one file" "$(echo stop.db*)" stop.db
done
batch "after SIGTERM" 0 question.lua --out stop.db --resume --csv stop.csv
same "the rows are the same" whole.csv stop.csv

start busy.db question.lua --out busy.db --jobs 1
batch "a second batch in the same file" 2 busy.db --resume
has err "is refused" "another stoeprand is writing in this file"
kill -9 $pid 2>/dev/null
wait $pid 2>/dev/null

(ulimit -f 800; "$STOEPRAND" batch question.lua --out full.db --lang en >out 2>err </dev/null; echo $? >code)
equal "no room on the disk" "$(cat code)" 1
has err "is told" "full.db: cannot write or read here"
has err "with what is kept" "go on with: stoeprand batch full.db --resume"
batch "with room again" 0 full.db --resume --csv full.csv
same "nothing was lost" whole.csv full.csv

batch "a file that is there" 2 question.lua --out whole.db
has err "is not overwritten" "whole.db is there already"
batch "a folder that is not there" 2 question.lua --out nowhere/x.db
has err "is told" "nowhere/x.db: cannot make this file"
if [ -d /sys/kernel ]; then
    batch "a read-only folder" 2 question.lua --out /sys/kernel/x.db
    has err "is told too" "/sys/kernel/x.db: cannot make this file"
fi
: >blank.db
batch "a file that was only begun" 0 question.lua --out blank.db --resume --replicates 1 --quiet
echo "no database at all, whatever its name" >text.db
batch "a file that is none" 2 question.lua --out text.db --resume
has err "is told as such" "text.db: this is not a results file"
batch "an experiment without --out" 2 question.lua
has err "asks where" "where do the results go?"

question 2
batch "to go on with" 0 question.lua --out changed.db --shard 1/2 --quiet
sed -i 's/staff = 30/staff = 31/' small.lua
batch "a changed scenario" 2 question.lua --out changed.db --resume --replicates 3
has err "is named" "small.lua has changed since the start of changed.db"
batch "the kept text" 0 changed.db --resume --replicates 3 --csv changed.csv
equal "goes on" "$(grep -c ',done,' changed.csv)" 18
batch "another part" 2 changed.db --resume --shard 2/2
has err "is another file" "changed.db is part 1/2 of the experiment"

cat >hook.lua <<'LUA'
return scenario { start = 2025, years = 1, seed = 1, warm_up = 0, departments = { { id = "one", staff = 12 } },
  on_week = function(org) if org.seed % 3 == 0 and org.week == 9 then error("seed " .. org.seed) end end,
  measures = { weeks = { kind = "cumulative", value = function(org) return org.week + org.setting "kerbs.room" end } } }
LUA
cat >hooks.lua <<'LUA'
return experiment { scenario = "hook", vary = { ["kerbs.room"] = { 0.25, 0.5 } }, replicates = 9, measure = { "weeks", "staff" } }
LUA
batch "some trials fail" 0 hooks.lua --out hooks.db --jobs 1 --csv hooks.csv
has out "which is told" "12 runs done, 6 failed"
equal "each a row with its message" "$(grep -c 'failed.*hook.lua:2: seed [369] (in on_week, 2025-W10)' hooks.csv)" 6
batch "with two threads" 0 hooks.lua --out hooks2.db --jobs 2 --csv hooks2.csv
same "the same ones fail" hooks.csv hooks2.csv
equal "own measures are measured" "$(grep -c ',52.25,' hooks.csv) $(grep -c ',52.5,' hooks.csv)" "6 6"
batch "failed trials again" 0 hooks.db --retry --csv again.csv
same "fail again" hooks.csv again.csv
finish
