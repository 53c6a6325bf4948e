# The same experiment gives the same rows, however it is divided over threads and files.
. "$STOEPRAND_ROOT/tests/batch/lib.sh"

batch "one thread" 0 question.lua --out one.db --jobs 1 --csv one.csv
has out "says how much it is" "12 alternatives, 24 runs, 1 at a time"
has out "and what came of it" "one.db: 24 runs done"
batch "two threads" 0 question.lua --out two.db --jobs 2 --csv two.csv
same "the same rows for one thread and two" one.csv two.csv
equal "a row for each trial" "$(grep -c ',done,' one.csv)" 24
equal "interleaved: the first twelve are replicate 0" "$(sed -n '2,13p' one.csv | cut -d, -f6 | sort -u)" 0

for i in 1 2 3; do batch "part $i of 3" 0 question.lua --out part$i.db --shard $i/3 --quiet; done
batch "merged" 0 --merge part3.db part1.db part2.db --out merged.db --csv merged.csv
same "parts together are the whole" one.csv merged.csv
batch "two parts of three" 0 --merge part3.db part1.db --out some.db
batch "the rest is finished" 0 some.db --resume --csv some.csv
same "and is the whole again" one.csv some.csv
sed 's/0.05/0.06/' question.lua >other.lua
batch "another experiment" 0 other.lua --out other.db --quiet
batch "is not merged" 2 --merge one.db other.db --out wrong.db
has err "and the difference is told" "other.db is of another experiment: they differ in"

# a trial is a run: the same digest
sed -n '2p' one.csv | cut -d, -f7,9 >wanted
"$STOEPRAND" run small.lua --years 2 --seed "$(cut -d, -f1 wanted)" --set kerbs.room=0.2 --digest --quiet >digest
equal "a trial is the run of that seed" "$(cat digest)" "$(cut -d, -f2 wanted)"

batch "more replicates" 0 two.db --resume --replicates 3 --csv more.csv
equal "are added" "$(grep -c ',done,' more.csv)" 36
equal "to what there was" "$(head -n 25 more.csv | cut -d, -f1-15)" "$(cut -d, -f1-15 one.csv)"
batch "fewer cannot be" 2 two.db --resume --replicates 2

batch "an experiment that comes with the program" 0 follow-up --out shipped.db --replicates 1 --shard 2/7 --csv shipped.csv
has shipped.csv "runs" "no_followup,0,1,done,"
lacks shipped.csv "and no other part" "as_told"

batch "a dry run" 0 question.lua --out none.db --dry-run
equal "makes nothing" "$(ls none.db 2>/dev/null)" ""
batch "rows of a file" 0 one.db --csv -
same "are the same rows" out one.csv

cat >precise.lua <<'LUA'
return experiment { scenario = "small", years = 1, vary = { ["kerbs.room"] = range(.2, .8), ["plan[1].at"] = range("2025-W05", "2025-W50") },
  design = lhs(5), replicates = until_precise { measure = "engagement", half_width = 0.003, max = 45 }, measure = "engagement" }
LUA
batch "until precise, one thread" 0 precise.lua --out p1.db --jobs 1 --csv p1.csv
batch "until precise, three threads" 0 precise.lua --out p3.db --jobs 3 --csv p3.csv
same "the same number of replicates" p1.csv p3.csv
rows=$(grep -c ',done,' p1.csv)
[ "$rows" -gt 50 ] && [ "$rows" -lt 225 ] && ok "some need more than others" || not_ok "some need more than others" "$rows rows"
for i in 1 2; do batch "until precise, part $i" 0 precise.lua --out pp$i.db --shard $i/2 --quiet; done
batch "put together" 0 --merge pp1.db pp2.db --out pp.db --csv pp.csv
same "is the same" p1.csv pp.csv

cat >scenario.lua <<'LUA'
return experiment { scenario = "small", years = 1, designs = { { id = "a" }, { id = "b", scenario = "default" } }, replicates = 1, measure = "staff", common_random_numbers = false }
LUA
batch "two scenarios" 0 scenario.lua --out s.db --csv s.csv
equal "each with its own staff" "$(cut -d, -f10 s.csv | tail -n 2 | awk '{ print ($1 > 300) }' | tr '\n' ' ')" "0 1 "
equal "and seed, when they are not to be common" "$(cut -d, -f5 s.csv | tail -n 2 | tr '\n' ' ')" "1 2 "

printf 'kerbs.room;plan[1].at\n0,3;2025-W20\n0,5;2025-W30\n' >points.csv
cat >listed.lua <<'LUA'
return experiment { scenario = "small", years = 1, design = csv "points.csv", replicates = 1, measure = "performance" }
LUA
batch "points from a table" 0 listed.lua --out l.db --csv l.csv
equal "are the alternatives" "$(cut -d, -f4,5 l.csv | tail -n 2 | tr '\n' ' ')" "0.3,2025-W20 0.5,2025-W30 "
rm points.csv small.lua listed.lua
batch "the file alone is enough to run it again" 0 l.db --resume --replicates 2 --csv l2.csv
equal "also the table in it" "$(grep -c ',done,' l2.csv)" 4
finish
