#!/bin/sh
# The table that ends docs/model.md: each statement of the five texts has a test that says what its row says, levers
# that exist and that the test and the scenario use, and a scenario that is there. And each test has a row.

${MAKE:-make} build/stoeprand >/dev/null || exit 1
page=docs/model.md
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
{ build/stoeprand docs levers --lang en; build/stoeprand docs params --lang en; } >"$temp/known"
awk -F ' [|] ' '/^\| `[0-9][0-9][0-9]\./' "$page" >"$temp/rows"

wrong() { # WHY: of the row at hand
    echo "$page:$(grep -nF "| \`$id\` |" "$page" | cut -d: -f1): $id: $1"
    bad=1
}

# What the last column of a row should say, from the test itself.
told() {
    sed -n 's/.*look = "\([a-z_]*\)".*expect = "\([a-z]*\)".*/`\1` \2; gone without /p' "$1" | tr -d '\n'
    sed -n 's/.*gone_without = //p' "$1" | grep -o '"[a-z_.]*"' | sed 's/mechanisms\.//; s/"/`/g' | paste -sd, | sed 's/,/, /g'
}

bad=0
tested=0
while IFS= read -r row; do
    id=$(echo "$row" | cut -d'`' -f2)
    levers=$(echo "$row" | awk -F ' [|] ' '{ print $3 }' | grep -o '`[a-z_.]*`' | tr -d '`')
    scenario=$(echo "$row" | awk -F ' [|] ' '{ print $4 }' | sed -n 's/.*](\.\.\/\(.*\))/\1/p')
    test=$(echo "$row" | awk -F ' [|] ' '{ sub(/ [|]$/, "", $5); print $5 }')
    case $test in none:*) without="$without $id"; continue ;; esac
    tested=$((tested + 1))
    file=tests/seeds/$id.lua
    [ -f "$file" ] || { wrong "there is no $file"; continue; }
    [ "$test" = "$(told "$file")" ] || wrong "its test says: $(told "$file")"
    [ -f "$scenario" ] || wrong "there is no ${scenario:-scenario}"
    used=
    for lever in $levers; do
        group=${lever%.*}
        grep -qF "| \`$lever\` |" "$temp/known" || wrong "there is no lever $lever"
        grep -qw "$group" "$file" && grep -qw "${lever##*.}" "$file" || wrong "$file does not use $lever"
        [ -f "$scenario" ] && grep -qw "${lever##*.}" "$scenario" && used=yes
    done
    [ ! -f "$scenario" ] || [ "$used" ] || wrong "$scenario uses none of its levers"
done <"$temp/rows"
for file in tests/seeds/[0-9]*.lua; do
    id=$(basename "$file" .lua)
    grep -qF "| \`$id\` |" "$temp/rows" || { echo "$file:1: $page has no row $id"; bad=1; }
done
[ $bad = 0 ] || exit 1
echo "$tested statements have levers, a scenario and a test; without:${without:- none}"
