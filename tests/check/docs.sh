#!/bin/sh
# The tables in docs/scenarios.md are what the program prints. `sh tests/check/docs.sh write` puts
# them there: between <!-- levers --> and <!-- /levers -->, and so on.

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
rm -f "$fresh" "$fresh.table"
exit $status
