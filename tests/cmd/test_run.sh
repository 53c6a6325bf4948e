# `run`: the story in two languages, CSV, digest, save and continue.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small

status 0 "run tells a story" "$STOEPRAND" run small.lua --lang nl
has out "the Dutch title" "Klein dorp"
has out "the Dutch reason" "Proef met scharreltijd."
has out "when the plan did it" "2026-W01 – 2026-W26"
has out "each year has a column" "2027"
has out "one seed is one possible future" "één mogelijke toekomst"
has out "how to see another" "--seed 2"
equal "nothing on stderr" "$(cat err)" ""
lacks out "no escape codes off a terminal" "$(printf '\033')"
has out "what to look at" "  - Let op de balie."
equal "the question comes last" "$(tail -n 1 out)" "  Wie heeft ruimte?"
lacks out "departments that are treated alike are not compared" "Per afdeling"
status 0 "run tells it in English" "$STOEPRAND" run small.lua --lang en
has out "the English reason" "A trial of free time."
lacks out "no Dutch in it" "medewerkers"
equal "and the English question" "$(tail -n 1 out)" "  Who has room?"
status 0 "run with a department of its own" "$STOEPRAND" run small.lua --lang en --set departments.desk.kerbs.room=0.9
has out "compares departments" "Per department"
equal "by a row for each" "$(grep -cE '^(Desk|Plans) +0\.' out)" 2
"$STOEPRAND" run small.lua --lang en --csv units.csv --units --quiet --set departments.desk.kerbs.room=0.9
equal "on time as the CSV has it, the mean of the last year" "$(awk '$1 == "Desk" { print $6 }' out)" "$(awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "standard_on_time") c = i }
    $2 == "desk" && $1 > 104 && $c != "" { sum += $c; n++ }
    END { printf "%.1f", 100 * sum / n }' units.csv)"
LC_ALL=C status 0 "run on a plain terminal" "$STOEPRAND" run small.lua --lang nl
equal "is plain ASCII" "$(LC_ALL=C grep -c '[^ -~]' out)" 0
equal "no line is wider than 80" "$(awk 'length($0) > 80' out)" ""
COLUMNS=40 LC_ALL=C status 0 "run on a narrow terminal" "$STOEPRAND" run small.lua --lang nl
equal "tables and charts fit in 40" "$(awk 'length($0) > 40 && !/ stoeprand /' out)" ""

status 0 "--csv -" "$STOEPRAND" run small.lua --csv - --years 1
equal "only rows: a head and weeks 0 to 52" "$(wc -l <out | tr -d ' ')" 54
equal "the head starts with the week" "$(head -n 1 out | cut -d, -f1-2)" "week,staff"
equal "each row has all fields" "$(awk -F, 'NR == 1 { n = NF } NF != n' out)" ""
equal "the last row is week 52" "$(tail -n 1 out | cut -d, -f1)" 52
mv out first
status 0 "--csv FILE" "$STOEPRAND" run small.lua --csv weeks.csv --years 1 --quiet
same "the file has the same rows" weeks.csv first
equal "--quiet says nothing" "$(cat out err)" ""
status 0 "--units" "$STOEPRAND" run small.lua --csv - --units --years 1
equal "a row for all, the pool and each department" "$(grep -c '^52,' out)" 4
equal "by their ids" "$(grep '^52,' out | cut -d, -f2 | tr '\n' ' ')" "all pool desk plans "

status 0 "--digest --quiet" "$STOEPRAND" run small.lua --digest --quiet
equal "16 hexadecimal digits and no more" "$(grep -cE '^[0-9a-f]{16}$' out)/$(wc -c <out | tr -d ' ')" "1/17"
mv out digest
status 0 "with four threads" "$STOEPRAND" run small.lua --digest --quiet --threads 4
same "the digest is the same" out digest
status 0 "with another seed" "$STOEPRAND" run small.lua --digest --quiet --seed 2
cmp -s out digest && not_ok "another seed, another digest" "they are equal" || ok "another seed, another digest"
status 0 "with a setting" "$STOEPRAND" run small.lua --digest --quiet --set departments.desk.kerbs.room=0.1
cmp -s out digest && not_ok "another setting, another digest" "they are equal" || ok "another setting, another digest"

status 0 "--save half-way" "$STOEPRAND" run small.lua --years 1 --save half --quiet
status 0 "--from there" "$STOEPRAND" run small.lua --from half --digest --quiet
same "ends in the same state" out digest
status 0 "--from tells a story" "$STOEPRAND" run small.lua --from half --csv rest.csv --lang nl
has out "what lies before is not known" "–"
equal "the CSV starts at the saved week" "$(sed -n 2p rest.csv | cut -d, -f1)" 52
"$STOEPRAND" run small.lua --csv whole.csv --quiet
tail -n +54 whole.csv >whole.tail
tail -n +2 rest.csv >rest.tail
same "and has the same rows from there" whole.tail rest.tail

cat >own.lua <<'LUA'
return scenario { departments = { { id = "desk", staff = 30 } }, years = 1, warm_up = 4,
  own = { bound = { value = 0.25, min = 0, max = 1, help = { nl = "Tot hier.", en = "As far as this." } }, free = { value = 2 },
    least = { type = "integer", value = 3, min = 1 } },
  on_week = function(org) if org.week == 2 then org.set("kerbs.room", org.setting "own.bound") end end }
LUA
status 0 "a scenario with numbers of its own" "$STOEPRAND" run own.lua --lang nl
sed -i 's/\xc2\xa0/ /g' out
has out "tells them" "own.bound = 0,25 (0–1): Tot hier."
has out "with one bound" "own.least = 3 (≥ 1)"
has out "and with none" "own.free = 2"
has out "what functions do is no plan" "zijn eigen functies bepalen wat er gebeurt"
status 0 "and check does too" "$STOEPRAND" check own.lua --lang en
sed -i 's/\xc2\xa0/ /g' out
has out "in English" "own.bound = 0.25 (0–1): As far as this."

status 0 "a shipped scenario by its name" "$STOEPRAND" run default --years 0 --quiet
status 0 "a run of no years" "$STOEPRAND" run small.lua --years 0
for lang in nl_NL.UTF-8:formatieplaatsen nl:formatieplaatsen en_GB.UTF-8:posts C.UTF-8:posts; do
    LC_ALL=${lang%:*} "$STOEPRAND" run small.lua --years 0 >out 2>&1
    has out "${lang%:*} chooses the language" "60 ${lang#*:}"
done
finish
