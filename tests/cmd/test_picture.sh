# `run --svg --png`: the same drawing twice, complete or not at all, in two languages.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small
png_size() { od -An -tu1 -j16 -N8 "$1" | awk '{ print $1*16777216+$2*65536+$3*256+$4 "x" ($5*16777216+$6*65536+$7*256+$8 > 0) }'; }

status 0 "--svg and --png" "$STOEPRAND" run small.lua --svg weeks.svg --png weeks.png --lang nl --quiet
equal "--quiet says nothing" "$(cat out err)" ""
has weeks.svg "an SVG with the title" "<title>Klein dorp</title>"
has weeks.svg "as an image for who cannot see it" 'role="img"'
has weeks.svg "which seed" "toevalsgetal"
has weeks.svg "the plan in words" "2025-W10"
has weeks.svg "measures in Dutch" "Eigenaarschap"
has weeks.svg "percentages as Dutch writes them" "$(printf '\302\240')%</text>"
equal "a pool that is not there has no chart" "$(grep -c 'Aandeel pool' weeks.svg)" 0
equal "a PNG" "$(od -An -tx1 -N8 weeks.png | tr -d ' ')" 89504e470d0a1a0a
equal "twice 1200 pixels wide" "$(png_size weeks.png)" 2400x1
if command -v xmllint >/dev/null; then
    xmllint --noout weeks.svg && ok "xmllint finds it well formed" || not_ok "xmllint finds it well formed" "see above"
fi

status 0 "in English, for a phone" "$STOEPRAND" run small.lua --svg phone.svg --png phone.png --width 360 --lang en --quiet --set kerbs.room=0.7
has phone.svg "the English title" "<title>Small town</title>"
has phone.svg "measures in English" "Ownership"
has phone.svg "what was changed" "kerbs.room=0.7"
has phone.svg "360 px wide" 'width="360"'
equal "720 pixels wide" "$(png_size phone.png)" 720x1
status 0 "again" "$STOEPRAND" run small.lua --svg again.svg --png again.png --lang nl --quiet --threads 3
same "the same SVG" again.svg weeks.svg
same "the same PNG" again.png weeks.png
status 0 "a saved state" "$STOEPRAND" run small.lua --years 1 --save half --quiet
status 0 "and on from there" "$STOEPRAND" run small.lua --from half --svg rest.svg --quiet --lang en
has rest.svg "only the years that are known" "2026–2027"
status 0 "a run of no years" "$STOEPRAND" run small.lua --years 0 --svg none.svg --quiet

status 2 "--width without a picture" "$STOEPRAND" run small.lua --width 500 --lang en
has err "says what it goes with" "--width goes with --svg FILE or --png FILE"
status 2 "--width out of range" "$STOEPRAND" run small.lua --svg no.svg --width 20 --lang nl
has err "names the range" "320"
status 2 "one file for two" "$STOEPRAND" run small.lua --svg both --png both --lang en
has err "would overwrite" "--png: both would overwrite"
status 2 "the scenario itself" "$STOEPRAND" run small.lua --svg small.lua --lang en
status 2 "a folder that is not there" "$STOEPRAND" run small.lua --svg nowhere/x.svg --lang en
STOEPRAND_FONTS=/nowhere status 2 "without a font" "$STOEPRAND" run small.lua --svg x.svg --lang en
has err "names the package" "fonts-open-sans"
equal "nothing is left behind" "$(ls | grep -vE '^(small.lua|out|err|half|(weeks|phone|again|rest|none)[.](svg|png))$')" ""
finish
