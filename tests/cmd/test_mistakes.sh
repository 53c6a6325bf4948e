# The user's mistakes: status 2, everything at once, the nearest name, in both languages.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small

status 2 "mistakes of a command line" "$STOEPRAND" run small.lua --lang nl --years 101 --threads 0 --seed x \
    --set kerbs.rom=0.5 --set kerbs.room=0,5 --set kerbs.room=5 --set kerbs --set departments.dek.kerbs.room=1 --units
has err "range of --years" "--years: waarde 101; toegestaan is een heel getal van 0 tot en met 100"
has err "range of --threads" "--threads: waarde 0; toegestaan is een heel getal van 1 tot en met 64"
has err "range of --seed" "--seed: waarde x; toegestaan is een heel getal van 0 tot en met 18446744073709551615"
has err "nearest setting" "kerbs.rom: onbekende instelling; bedoelde u kerbs.room?"
has err "decimal comma" "kerbs.room: waarde 0,5 is geen getal; bedoelde u 0.5?"
has err "range of a setting" "kerbs.room: waarde 5"
has err "no value" "--set: kerbs: schrijf SLEUTEL=WAARDE"
has err "nearest department" "bedoelde u desk?"
has err "--units alone" "--units hoort bij --csv BESTAND"
equal "each line has the program's name" "$(grep -cv '^stoeprand: ' err)" 0
equal "stdout stays empty" "$(cat out)" ""

status 2 "a misspelt option" "$STOEPRAND" run small.lua --sed 3
has err "nearest option" "unknown option --sed; did you mean --seed?"
status 2 "a misspelt command" "$STOEPRAND" chek small.lua
has err "nearest command" "unknown command: chek; did you mean check?"
status 2 "a scenario as command" "$STOEPRAND" small.lua
has err "run is meant" "did you mean: stoeprand run small.lua"
status 2 "a misspelt scenario" "$STOEPRAND" run midden-groningn
has err "nearest scenario" "did you mean midden-groningen?"
status 2 "no scenario" "$STOEPRAND" run
status 2 "two scenarios" "$STOEPRAND" run small.lua small.lua
status 2 "a folder" "$STOEPRAND" run .
has err "is called a folder" "that is a folder"
status 2 "another language" "$STOEPRAND" run small.lua --lang de
status 2 "another language before the command" "$STOEPRAND" --lang de run small.lua
status 2 "an unknown reference" "$STOEPRAND" docs lever
has err "nearest reference" "did you mean levers?"

status 2 "a folder that does not exist" "$STOEPRAND" run small.lua --csv no/where.csv --save no/state --lang nl
has err "is told before the run" "no/where.csv: kan dit bestand niet schrijven: het bestand of de map bestaat niet"
has err "for both files" "no/state: kan dit bestand niet schrijven"
status 2 "--csv over the scenario" "$STOEPRAND" run small.lua --csv ./small.lua
status 2 "--save over the scenario" "$STOEPRAND" run small.lua --save small.lua
status 2 "--csv and --save in one file" "$STOEPRAND" run small.lua --save x --csv x
status 0 "the scenario is still there" "$STOEPRAND" check small.lua
status 2 "--from something else" "$STOEPRAND" run small.lua --from small.lua
has err "names the file" "small.lua"
status 2 "--from nothing" "$STOEPRAND" run small.lua --from nothing
"$STOEPRAND" run small.lua --years 1 --save one --quiet
status 2 "--from the end" "$STOEPRAND" run small.lua --years 1 --from one
has err "asks for more years" "choose a larger --years"
head -c 200 one >cut
status 2 "--from a file cut short" "$STOEPRAND" run small.lua --from cut

printf 'return scenario {' >broken.lua
status 2 "a scenario that is no Lua" "$STOEPRAND" check broken.lua small.lua
has err "is named" "broken.lua"
has out "others are still checked" "ok  small.lua"
head -c 5000 /dev/urandom >noise.lua
status 2 "rubbish" "$STOEPRAND" run noise.lua
: >empty.lua
status 2 "an empty file" "$STOEPRAND" run empty.lua
finish
