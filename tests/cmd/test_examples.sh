# What README.md and docs/scenarios.md show is right: every piece of a scenario runs, and so does every command.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
readme=$STOEPRAND_ROOT/README.md
page=$STOEPRAND_ROOT/docs/scenarios.md

# Blocks of a kind to files NAME-LINE, after the line on which each begins.
blocks() {
    awk -v mark="\`\`\`$2" -v name="$3" '
        inside && /^```/ { inside = 0; next }
        inside           { print > file; next }
        !inside && /^```/ { inside = 1; file = ($0 == mark) ? name "-" FNR : "/dev/null" }' "$1"
}

# A whole scenario from a piece: what it lacks stands around it, and in the place of "…". What an assumption names
# stands in the piece before it.
whole() {
    desks='departments = { { id = "permits", staff = 90 }, { id = "social", staff = 120 } },'
    if grep -q '^return scenario' "$1"; then
        sed "s/^ *…$/$desks/" "$1"
    else
        echo "return scenario { years = 2, warm_up = 4,"
        grep -q '^departments = ' "$1" || echo "$desks"
        cat "$1"
        ! grep -q '"plan\.' "$1" || cat plan
        echo "}"
    fi
}

blocks "$readme" lua readme
blocks "$page" lua page
blocks "$page" "" plain
{ sed 1q "$(grep -l '^afdeling;' plain-*)"
  for i in 1 2 3 4 5 6; do echo "Vergunningen;leidinggevende;36,0;1-3-2019;1980"; echo "Sociaal domein;medewerker;28,8;15-9-2004;"; done
  for i in 1 2 3; do echo "Sociaal domein;leidinggevende;36;2020-01-01;"; echo "Vergunningen;medewerker;36;;1990"; done
} >my-staff.csv

pieces=0
for piece in readme-* $(ls page-* | sort -t- -k2n); do
    pieces=$((pieces + 1))
    whole "$piece" >piece.lua
    ! grep -q '^plan = ' "$piece" || cp "$piece" plan
    status 0 "the scenario at $piece" "$STOEPRAND" run piece.lua --years 2 --quiet --lang en
    equal "no warning about $piece" "$(cat err)" ""
done
equal "as many pieces as the pages have" $pieces "$(cat "$readme" "$page" | grep -c '^```lua')"

# Commands: four spaces in, as one line or several; not those with a word to fill in.
cp readme-* my-town.lua
commands=0
PATH=$(dirname "$STOEPRAND"):$PATH
for document in "$readme" "$page"; do
    sed -n 's/^    \(stoeprand .*\)/\1/p' "$document" | sed 's/   .*//' | grep -v '[A-Z][A-Z]' >list
    while read -r line; do
        commands=$((commands + 1))
        status 0 "$line" sh -c "$line"
    done <list
done
[ $commands -ge 10 ] && ok "there are commands" || not_ok "there are commands" "$commands"
finish
