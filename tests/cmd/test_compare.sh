# compare, sensitivity and ablate on experiments that are really run, in both languages.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small

experiment() { # NAME DESIGN REPLICATES: four settings of a small organisation
    cat >"$1.lua" <<LUA
return experiment {
  title = { nl = "Wat doet wat?", en = "What does what?" }, scenario = "small.lua", years = 1,
  vary = { ["kerbs.room"] = range(0, 1, 2), ["scharreltijd.share"] = range(0, 0.1, 2) },
  design = $2, replicates = $3, measure = { "trust", "strain", "performance" },
}
LUA
    "$STOEPRAND" batch "$1.lua" --out "$1.db" --quiet >batch.out 2>&1 || cat batch.out
}

cat >designs.lua <<'LUA'
return experiment {
  title = { nl = "Ruimte of tijd", en = "Room or time" }, scenario = "small.lua", years = 2,
  designs = {
    { id = "now", name = { nl = "Zoals het is", en = "As it is" } },
    { id = "free", name = { nl = "Scharreltijd", en = "Free time" }, set = { ["scharreltijd.share"] = 0.1 } },
    { id = "same", name = { nl = "Andere naam", en = "Other name" }, set = { ["scharreltijd.share"] = 0 } },
  },
  replicates = 6, measure = { "trust", "strain", "moves" },
}
LUA
sed 's/title/common_random_numbers = false, title/' designs.lua >apart.lua
for name in designs apart; do "$STOEPRAND" batch $name.lua --out $name.db --quiet >batch.out 2>&1 || cat batch.out; done
experiment morris "morris(4)" 2
experiment sobol "sobol(8)" 1
experiment lhs "lhs(5)" 1

# ---- compare

status 0 "compare tells alternatives" "$STOEPRAND" compare designs.db --lang nl
has out "the baseline is named" "De basis is ‘Zoals het is’"
has out "a sentence in words" "Scharreltijd: hoger in alle 6 toekomsten, gemiddeld met"
has out "and what is equal" "Andere naam: in alle 6 toekomsten gelijk"
has out "a good side where there is one" "Dat is ongunstig."
has out "a table" "alternatief"
has out "what it costs" "Kosten boven de basis"
has out "what is told when asked" "Ook gemeten, te zien met --measure: moves"
has out "what matters" "kies zelf met --matters"
status 0 "compare in English" "$STOEPRAND" compare designs.db --lang en --measure trust --details
has out "in English words" "Free time: higher in all 6 futures, by"
has out "with details" "joint 95%"
lacks out "and only what was asked" "Strain"
status 0 "another baseline by its design" "$STOEPRAND" compare designs.db --lang en --baseline free --measure trust
has out "turns it round" "As it is: lower in all 6 futures"
status 0 "a baseline by its number" "$STOEPRAND" compare designs.db --lang en --baseline 2 --measure trust
status 0 "runs of their own luck" "$STOEPRAND" compare apart.db --lang en
has out "are no pairs" "Each run has luck of its own"
lacks out "and are not counted in pairs" "futures, by"

status 0 "compare as CSV" "$STOEPRAND" compare designs.db --csv -
equal "a row for each outcome and alternative" "$(wc -l <out)" 7
equal "each as wide as the head" "$(awk -F, '{ print NF }' out | sort -u | wc -l)" 1
"$STOEPRAND" compare designs.db --csv - >again.csv
same "the same each time" out again.csv
awk -F, '$2 == "\"same\"" && ($11 != 0 || $16 != 1) { exit 1 }' out && ok "what is equal differs by 0" || not_ok "what is equal differs by 0" "$(grep same out)"
status 0 "CSV in a file" "$STOEPRAND" compare designs.db --csv table.csv --lang en
same "holds the same" again.csv table.csv
has out "and the story is told" "Room or time"

status 2 "compare without an experiment" "$STOEPRAND" compare
status 2 "compare of two" "$STOEPRAND" compare designs.db apart.db
status 2 "compare of nothing" "$STOEPRAND" compare no.db
has err "names it" "no.db"
status 2 "compare of a scenario" "$STOEPRAND" compare small.lua
status 2 "a misspelt measure" "$STOEPRAND" compare designs.db --measure trus --lang nl
has err "the nearest" "bedoelde u trust?"
status 2 "a measure that was not taken" "$STOEPRAND" compare designs.db --measure absence --lang en
has err "how to get it" "put it in measures of the experiment"
status 2 "an unknown baseline" "$STOEPRAND" compare designs.db --baseline nwo --lang en
has err "which there are" "‘now’, ‘free’, ‘same’"
status 2 "a difference of nothing" "$STOEPRAND" compare designs.db --matters 0
status 2 "no baseline, Morris" "$STOEPRAND" compare morris.db --lang en
has err "points on" "stoeprand sensitivity morris.db"
status 2 "no baseline, a hypercube" "$STOEPRAND" compare lhs.db --lang nl
has err "how to choose one" "kies er een met --baseline"
status 0 "a hypercube with one" "$STOEPRAND" compare lhs.db --baseline 1 --measure trust
status 2 "CSV over the experiment" "$STOEPRAND" compare designs.db --csv ./designs.db
status 0 "which is still there" "$STOEPRAND" compare designs.db

# ---- sensitivity

status 0 "sensitivity of Morris" "$STOEPRAND" sensitivity morris.db --lang nl
has out "in words" "van 0 tot 0,1 beweegt deze maat gemiddeld"
has out "with a chart" "█"
has out "and what was varied" "kerbs.room: 0 tot 1"
status 0 "sensitivity of Sobol" "$STOEPRAND" sensitivity sobol.db --lang en --measure strain
has out "in shares" "of the differences in this measure alone"
has out "one future is no chance" "With one future a point there is no telling"
status 0 "sensitivity as CSV" "$STOEPRAND" sensitivity morris.db --csv - --measure trust
equal "three indices a factor" "$(wc -l <out)" 7
status 2 "sensitivity of designs" "$STOEPRAND" sensitivity designs.db --lang nl
has err "compare does that" "stoeprand compare designs.db"
status 2 "sensitivity of a hypercube" "$STOEPRAND" sensitivity lhs.db --lang en
has err "what to choose" "design = sobol or morris"

# ---- ablate

status 0 "ablate" "$STOEPRAND" ablate small.lua --years 1 --replicates 3 --measure trust --lang en
has out "each mechanism" "influence: Influence of colleagues"
has out "without it" "without"
status 0 "ablate as CSV" "$STOEPRAND" ablate small.lua --years 1 --replicates 3 --measure trust --csv - --jobs 2
mv out two.csv
status 0 "ablate with one job" "$STOEPRAND" ablate small.lua --years 1 --replicates 3 --measure trust --csv - --jobs 1
same "is the same" out two.csv
status 0 "ablate that is kept" "$STOEPRAND" ablate small.lua --years 1 --replicates 2 --measure trust --out kept.db
status 0 "can be compared" "$STOEPRAND" compare kept.db
status 2 "but not written over" "$STOEPRAND" ablate small.lua --years 1 --replicates 2 --measure trust --out kept.db
status 2 "ablate of a measure that is none" "$STOEPRAND" ablate small.lua --measure trus --lang nl
has err "the nearest one" "bedoelde u trust?"
status 2 "ablate of nothing" "$STOEPRAND" ablate
finish
