#!/bin/sh
# The tables in docs/scenarios.md are what the program prints. `sh tests/check/docs.sh write` puts
# them there: between <!-- levers --> and <!-- /levers -->, and so on; it renews README.md too. And what README.md shows of a
# run is in what that run prints, line by line and in that order; lines may be left out.

${MAKE:-make} build/stoeprand >/dev/null || exit 1
page=docs/scenarios.md
fresh=$(mktemp)
cp $page "$fresh"
for kind in levers params api; do
    # headings go two levels down: the page has a heading of its own above each table
    build/stoeprand docs $kind --lang en | sed 's/^#/###/' >"$fresh.table"
    awk -v kind=$kind -v table="$fresh.table" '
        $0 == "<!-- /" kind " -->" { inside = 0 }
        !inside
        $0 == "<!-- " kind " -->" { inside = 1; print ""; while ((getline line < table) > 0) print line; print "" }
    ' "$fresh" >"$fresh.next" && mv "$fresh.next" "$fresh"
done
status=0
if [ "$1" = write ]; then
    cp "$fresh" $page
elif ! cmp -s "$fresh" $page; then
    echo "$page:1: its tables are not what the program prints: make docs"
    status=1
else
    echo "the tables in $page are what the program prints"
fi

run=midden-groningen
build/stoeprand run $run --lang en >"$fresh" || status=1
if [ "$1" = write ]; then  # a line of figures is known by the words that it begins with
    awk '
        { line = $0; sub(/ +$/, "") }
        FNR == NR { printed[++count] = $0; next }
        /^```/ { shown = !shown && $0 == "```" && !checked; checked += shown; print; next }
        !shown || $0 == "…" || $0 == "" { print line; next }
        {
            for (at = last + 1; at <= count && printed[at] != $0; at++) ;
            for (near = last + 1; at > count && near <= count; near++)
                if (substr(printed[near], 1, 18) == substr($0, 1, 18)) at = near
            if (at <= count) last = at
            print at <= count ? printed[at] : line
        }' "$fresh" README.md >"$fresh.table" && cat "$fresh.table" >README.md
fi
awk -v run=$run '
    { sub(/ +$/, "") }
    FNR == NR { printed[++count] = $0; next }
    /^```/ { shown = !shown && $0 == "```" && !checked; checked += shown; next }
    !shown || $0 == "…" || $0 == "" { next }
    {
        for (at = last + 1; at <= count && printed[at] != $0; at++) ;
        if (at > count) { print "README.md:" FNR ": `stoeprand run " run "` does not print this: " $0; bad++ }
        else { last = at; good++ }
    }
    END {
        if (!good) print "README.md:1: shows no run"
        else if (!bad) print good " lines of a run in README.md are what the program prints"
        exit bad > 0 || !good
    }' "$fresh" README.md || status=1
rm -f "$fresh" "$fresh.table"
exit $status
