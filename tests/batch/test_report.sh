# `report`: three forms of one results file, complete or not at all, in two languages.
. "$STOEPRAND_ROOT/tests/batch/lib.sh"
batch "trials to report" 0 question.lua --out q.db --quiet
# left: what is not there at the start
left() { ls -A | grep -vE '^(small.lua|question.lua|q.db|out|err)$' | tr '\n' ' '; }
value() { awk -F, -v p="$2" -v r="$3" -v o="$4" '$1 == p && $3 == r && $4 == o { print $5 }' "$1"; }

status 0 "a page, a workbook and tables" "$STOEPRAND" report q.db --html r.html --xlsx r.xlsx --csv tables --lang en
has out "says what it wrote" "tables/values.csv was written"
has r.html "the title" "<h1>A question</h1>"
has r.html "the question" "What helps?"
has r.html "designs by name" "Leave it"
has r.html "what was varied, in words" "Room: how much staff may fill in themselves"
has r.html "charts inside" '<svg xmlns="http://www.w3.org/2000/svg"'
has r.html "how to do it again" "stoeprand batch question.lua --out q.db"
has r.html "and the command" "stoeprand report q.db --html r.html --xlsx r.xlsx --csv tables --lang en"
lacks r.html "no script" "<script"
lacks r.html "nothing from elsewhere" 'src='
lacks r.html "in one language only" 'lang="nl"'
equal "a workbook" "$(od -An -c -N2 r.xlsx | tr -d ' ')" PK
equal "a value for each trial, outcome and cost" "$(wc -l <tables/values.csv)" $((1 + 24 * (4 + 2)))
equal "a row for each alternative" "$(wc -l <tables/points.csv)" 13
"$STOEPRAND" batch q.db --csv rows.csv --quiet >/dev/null
equal "the same number as in the rows of the batch" \
    "$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "performance") c = i } $6 == 1 { print $c }' rows.csv | sort)" \
    "$(awk -F, '$3 == 1 && $4 == "performance" { print $5 }' tables/values.csv | sort)"
if command -v xmllint >/dev/null; then
    sed -n '/<svg/,/<\/svg>\n<\/div>/p' r.html | awk '/^<svg xmlns/ { n++ } n == 1' | sed '/^<\/div>/q' | sed '$d' >one.svg
    xmllint --noout one.svg && ok "xmllint finds a chart well formed" || not_ok "xmllint finds a chart well formed" "see above"
    xmllint --html --noout r.html 2>&1 | grep -av 'Tag \(main\|section\|header\|nav\|figure\|svg\|title\|desc\|rect\|text\|polyline\|polygon\|circle\) invalid' | grep -aE 'error' >wrong
    equal "and the page too" "$(cat wrong)" ""
fi

status 0 "both languages" "$STOEPRAND" report q.db --html two.html
has two.html "Dutch" "Zo laten"
has two.html "English" "Leave it"
has two.html "with a switch" 'type="radio"'
status 0 "again" "$STOEPRAND" report q.db --html again.html
equal "the same page, but for its command" "$(grep -cvFf two.html again.html)" 2
status 0 "a Dutch table" "$STOEPRAND" report q.db --csv nl --dutch --lang nl
equal "with a mark, semicolons and commas" "$(head -c 9 nl/values.csv | od -An -c | tr -d ' ')" '357273277point;'
equal "the same value" "$(awk -F';' '$1 == 0 && $3 == 1 && $4 == "performance" { print $5 }' nl/values.csv | tr -d '\r' | tr , .)" "$(value tables/values.csv 0 1 performance)"
rm -rf r.html r.xlsx tables rows.csv one.svg wrong two.html again.html nl

status 2 "nothing asked" "$STOEPRAND" report q.db --lang en
has err "says what can be" "--html FILE, --xlsx FILE or --csv FOLDER"
status 2 "no file" "$STOEPRAND" report --html x.html --lang en
has err "asks for one" "name one results file"
status 2 "a file that is not there" "$STOEPRAND" report none.db --html x.html --lang nl
has err "names it" "none.db"
status 2 "a scenario" "$STOEPRAND" report small.lua --html x.html --lang en
status 2 "the results themselves" "$STOEPRAND" report q.db --html q.db --lang en
has err "would be overwritten" "that would be overwritten"
status 2 "one file for two" "$STOEPRAND" report q.db --html both --xlsx both --lang en
status 2 "--dutch without tables" "$STOEPRAND" report q.db --html x.html --dutch --lang nl
has err "says what it goes with" "--dutch hoort bij --csv MAP"
status 2 "a folder that is not there" "$STOEPRAND" report q.db --html nowhere/x.html --csv new --lang en
status 2 "a file for a folder" "$STOEPRAND" report q.db --csv small.lua --lang en
STOEPRAND_FONTS=/nowhere status 2 "without a font" "$STOEPRAND" report q.db --html x.html --csv new --lang en
has err "names the package" "fonts-open-sans"
equal "nothing is left behind" "$(left)" ""

sed 's/kerbs { room = 0.8 }/set = { ["kerbs.room"] = 0.8 }/; s/replicates = 2/replicates = 1/' question.lua >other.lua
printf 'SQLite format 3\000 but no more' >odd.db
status 2 "a broken file" "$STOEPRAND" report odd.db --html x.html --lang en
has err "is told as such" "odd.db"
rm -f odd.db other.lua
equal "and leaves nothing" "$(left)" ""
finish
