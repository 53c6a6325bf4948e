# Help, reference tables and checks, in both languages.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small

for lang in nl en; do
    status 0 "start page ($lang)" "$STOEPRAND" --lang $lang
    has out "names the shipped scenarios ($lang)" "midden-groningen"
    status 0 "--help ($lang)" "$STOEPRAND" --help --lang $lang
    for command in run check docs; do
        has out "help names $command ($lang)" "  $command "
        status 0 "$command --help ($lang)" "$STOEPRAND" $command --help --lang=$lang
        equal "$command --help fits ($lang)" "$(awk 'length($0) > 88' out)" ""
        "$STOEPRAND" --help --lang $lang >out
    done
    for topic in params measures levers columns api; do
        status 0 "docs $topic ($lang)" "$STOEPRAND" docs $topic --lang $lang
        equal "docs $topic are whole tables ($lang)" \
            "$(sed 's/\\|//g' out | awk -F'|' '/^\|/ { if (n && NF != n) print; n = NF } !/^\|/ { n = 0 }')" ""
    done
done
status 0 "docs params has every kind" "$STOEPRAND" docs params --lang en
has out "a lever" '`kerbs.room` | 0-1 | 0 – 1 |'
has out "a mechanism" '`mechanisms.influence` | switch | false, true | true |'
status 0 "docs measures" "$STOEPRAND" docs measures --lang nl
has out "a measure" '`mindset` | Mindset |'
status 0 "docs levers" "$STOEPRAND" docs levers --lang nl
has out "a group and its keys" '## `kerbs{room, clarity}`'
status 0 "docs api" "$STOEPRAND" docs api --lang nl
has out "a function, what it gives and an example" '| `org.integer(low, high)` | heel getal |'
status 0 "--version" "$STOEPRAND" --version
equal "the version" "$(grep -cE '^stoeprand [0-9]+\.[0-9]+\.[0-9]+' out)" 1
status 0 "check" "$STOEPRAND" check small.lua --lang nl
has out "says what is in it" "60 medewerkers, afdelingen: 2, onderdelen van het plan: 2"
has out "what to look at" "  - Let op de ruimte."
has out "and the question" "  Wie heeft ruimte?"
status 0 "check --quiet" "$STOEPRAND" check small.lua --quiet
equal "says nothing" "$(cat out err)" ""
finish
