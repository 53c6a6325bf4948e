# One's own staff from a file: what is told, what is withheld, and that nothing of its rows is written.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"

cat >own.lua <<'LUA'
return scenario { title = "Town", start = 2025, years = 1, staff = csv "people.csv",
  plan = { { at = "2025-W05", department = "griffie", why = "Talk.",
             programme { name = "talk", weeks = 4, hours = 4, group_size = 2, content = { feedback = 0.5 } } },
           { at = "2025-W20", programme { name = "walk", weeks = 4, hours = 4, content = { network = 0.5 } } } } }
LUA
{
    printf 'afdeling;rol;uren;in dienst;geboortejaar\r\n'
    awk 'BEGIN { for (i = 0; i < 45; i++) {
        unit = i < 4 ? "Griffie" : i < 12 ? "Belastingen" : i < 27 ? "Zorg en jeugd" : "Bouwtoezicht"
        printf "%s;%s;%s;%d-%d-%d;%d\r\n", unit, i % 15 == 5 ? "leidinggevende" : "medewerker", i % 3 ? "36,0" : "27,5", i % 28 + 1, i % 12 + 1, 1996 + i % 27, 1961 + i % 21 } }'
} >people.csv

status 0 "check" "$STOEPRAND" check own.lua --lang nl
has out "tells which departments were made" "griffie (Griffie)"
cp out check
status 0 "run" "$STOEPRAND" run own.lua --lang en --csv weeks.csv --units --save state --digest
has out "tells the file and its hash" "people.csv (hash "
tr '\n' ' ' <out >flat
lacks flat "without functions it says nothing of them" "functions of its own"
has flat "tells whose figures are withheld" "Belastingen, Griffie."
equal "counts of a programme in a small department are not told" "$(grep -c '→' out)" 1
equal "no figure of a small department is written" "$(grep ',griffie,' weeks.csv | cut -d, -f3- | tr -d ',\n')" ""
equal "nor of the next smallest" "$(grep ',belastingen,' weeks.csv | cut -d, -f3- | tr -d ',\n')" ""
equal "they have a row, with all its fields" "$(awk -F, 'NR == 1 { n = NF } NF != n' weeks.csv)/$(grep -c ',griffie,' weeks.csv)" "/53"
equal "others have figures" "$(grep '^0,zorg_en_jeugd,' weeks.csv | cut -d, -f3)/$(grep '^0,bouwtoezicht,' weeks.csv | cut -d, -f3)" "15/18"
equal "and so has the whole" "$(grep '^0,all,' weeks.csv | cut -d, -f3)" 45

# `check` knows of no run: where a department is small it tells no figure of any.
lacks check "check tells no span of a department" "leadership.span"

# What stands in the file stands in nothing that was written: no row, no date, no words of it.
"$STOEPRAND" run own.lua --years 0 --save begin --quiet
found=0
for text in $(tail -n +2 people.csv | tr -d '\r' | cut -d';' -f4) leidinggevende medewerker people.csv; do
    ! grep -aqF "$text" begin state weeks.csv || found=$((found + 1))
done
equal "no cell of the file is in a save or a CSV" $found 0
equal "the hash is in the save" "$(grep -o 'hash [0-9a-f]*' flat | head -n 1 | cut -d' ' -f2)" \
    "$(od -An -v -tx8 begin | tr -s ' ' '\n' | grep -m 1 "$(grep -o 'hash [0-9a-f]*' flat | head -n 1 | cut -d' ' -f2)")"

tail -n 1 out >digest
status 0 "with four threads" "$STOEPRAND" run own.lua --lang en --digest --threads 4
tail -n 1 out >again
same "the digest is the same" digest again
status 0 "--from the save" "$STOEPRAND" run own.lua --years 2 --from state --quiet
sed 's/36,0/36/' people.csv >other && mv other people.csv
status 2 "--from the save with another staff file" "$STOEPRAND" run own.lua --years 2 --from state --quiet
has err "says so" "state: saved with another staff file (hash "

# Functions: a measure for each department is not asked for those withheld, asking for their people is refused.
cat >functions.lua <<'LUA'
return scenario { start = 2025, years = 1, staff = csv "people.csv",
  measures = { calm = { per_unit = true, value = function(org, unit) return org.mean("strain", unit) end } },
  on_week = function(org) for id in org.units() do org.state[id] = org.measure("staff", id) and org.count(id) end end }
LUA
status 0 "functions over all departments" "$STOEPRAND" run functions.lua --lang nl --csv functions.csv --units
tr '\n' ' ' <out >flat
has flat "says that functions see people one by one" "die zien nagespeelde mensen één voor één"
equal "their measures are withheld too" "$(grep -E '^52,(griffie|belastingen),' functions.csv | cut -d, -f3- | tr -d ',\n')" ""
equal "and there for others" "$(awk -F, '/^52,(zorg_en_jeugd|bouwtoezicht|all),/ && $NF > 0' functions.csv | wc -l)" 3
sed 's/org.measure("staff", id) and org.count(id)/org.count(id)/' functions.lua >asks.lua
status 1 "a function that asks for the people" "$STOEPRAND" run asks.lua --lang en
has err "is refused, by name" "belastingen: a department of fewer than 5 people"

# An experiment: figures that are withheld are none in its file either, and `compare` says why.
cat >rooms.lua <<'LUA'
return experiment { scenario = "own.lua", vary = { ["kerbs.room"] = { 0.3, 0.6 } }, baseline = { ["kerbs.room"] = 0.3 },
  design = factorial, replicates = 2, measure = { mean { "strain", unit = "griffie" } } }
LUA
status 0 "an experiment" "$STOEPRAND" batch rooms.lua --out rooms.db --csv rooms.csv --quiet
found=0
for text in $(tail -n +2 people.csv | tr -d '\r' | cut -d';' -f4) leidinggevende medewerker; do
    ! grep -aqF "$text" rooms.db rooms.csv || found=$((found + 1))
done
equal "no cell of the file is in its results" $found 0
status 0 "compare" "$STOEPRAND" compare rooms.db --lang en
tr '\n' ' ' <out | tr -s ' ' >flat
has flat "says why there is nothing to compare" "cannot be told: there was nothing to measure, or the group was too small to show"

# A made-up staff of the same sizes: nothing is withheld.
cat >made.lua <<'LUA'
return scenario { start = 2025, years = 1, departments = { { id = "griffie", staff = 4 }, { id = "zorg", staff = 30 } } }
LUA
status 0 "a made-up staff" "$STOEPRAND" run made.lua --csv - --units
equal "has all its figures" "$(grep '^0,griffie,' out | cut -d, -f3)" 4

printf 'afdeling;naam\nZorg;Jan de Vries\nZorg;Piet\n' >people.csv
status 2 "a file with names" "$STOEPRAND" check own.lua --lang nl
has err "is refused in plain words" "people.csv: haal deze kolommen uit het bestand: naam. Dat zijn persoonsgegevens die het model niet nodig heeft"
lacks err "without repeating them" "Vries"

for lang in nl en; do
    status 0 "the shipped sample ($lang)" "$STOEPRAND" run my-organisation --years 1 --lang $lang
    has out "names its file ($lang)" "my-staff.csv"
done
finish
