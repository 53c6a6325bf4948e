#!/bin/sh
# A tour of the window as a user makes it: real keys and mouse on a screen of its own (Xvfb, xdotool). Each step is
# photographed from the screen into OUT, to be looked at, and must have changed what is seen.
#   tour.sh PROGRAM OUT [WIDTHxHEIGHT]

program=$1 out=$2 size=${3:-1920x1080}
for tool in Xvfb xdotool import compare; do
    command -v $tool >/dev/null || { echo "the tour needs $tool: apt-get install xvfb xdotool imagemagick"; exit 1; }
done
mkdir -p "$out" && rm -f "$out"/*.png
width=${size%x*} height=${size#*x}
temp=$(mktemp -d)
failed=0 count=0 last=

number=90
while [ -e /tmp/.X$number-lock ]; do number=$((number + 1)); done
Xvfb :$number -screen 0 ${size}x24 >/dev/null 2>&1 &
screen=$!
export DISPLAY=:$number SDL_VIDEODRIVER=x11 SDL_RENDER_DRIVER=software
unset WAYLAND_DISPLAY
trap 'kill $window $screen 2>/dev/null; rm -rf "$temp"' EXIT
trap 'exit 130' INT TERM

at() { echo $(($1 * width / 1920)) $(($2 * height / 1080)); }  # of a screen of 1920 x 1080
key() { xdotool key --delay 40 "$@"; sleep 0.25; }
press() { xdotool mousemove $(at "$1" "$2"); sleep 0.1; xdotool click 1; sleep 0.3; }
drag() {
    xdotool mousemove $(at "$1" "$2"); sleep 0.1; xdotool mousedown 1; sleep 0.1
    xdotool mousemove $(at $((($1 + $3) / 2)) "$4"); sleep 0.1; xdotool mousemove $(at "$3" "$4"); sleep 0.2; xdotool mouseup 1; sleep 0.4
}
away() { xdotool mousemove $(at 1000 1078); sleep 0.2; }

# step NAME [same]: a picture, which differs from the last one.
step() {
    count=$((count + 1))
    picture=$out/$(printf %02d $count)-$1.png
    import -window root "$picture"
    if [ "$last" ] && [ "$2" != same ] && [ "$(compare -metric AE "$last" "$picture" null: 2>&1)" = 0 ]; then
        echo "not ok $1: nothing changed"; failed=1
    else
        echo "ok $1"
    fi
    last=$picture
}

open() {
    [ -z "$window" ] || { kill $window 2>/dev/null; wait $window 2>/dev/null; }
    "$program" "$@" >"$temp/out" 2>&1 &
    window=$!
    for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        xdotool search --onlyvisible --name Stoeprand >/dev/null 2>&1 && break
        sleep 0.25
    done
    sleep 0.8
}

alive() { kill -0 $window 2>/dev/null || { echo "not ok $1: the window has gone: $(cat "$temp/out")"; failed=1; }; }

# ---- choosing a scenario

open play --lang nl --size $size
away
step list
xdotool mousemove $(at 500 700); xdotool click 5 click 5 click 5; sleep 0.6
step list-scrolled
press 1350 75; xdotool type --delay 30 "krimpen"; sleep 0.4
step list-found
key Tab Tab; sleep 0.3
step list-focus
press 1350 75; key Return; sleep 0.8
away
step opened

# ---- time
key space; sleep 2.2; key space
step played
key Right Right; step stepped
key Next; sleep 0.3; step half-a-year-on
press 900 1033; sleep 0.5; away; step timeline
key Up Up Up; step faster

# ---- what there is to see
key 2; step plan
press 1650 300; away; step plan-pressed
key 3; step story
key 4; step diary-empty
press 80 130; away; step unit
press 95 445; sleep 0.3; away; step person
key 1 m; step measures
press 1450 300; away; step measure-added
key m a; sleep 6; step futures
key Escape g; step gigs
key v; step ties
key g v; step neither
xdotool mousemove $(at 300 300); sleep 0.8; step hover
xdotool mousemove $(at 230 1020); sleep 0.8; step tip

# ---- the plan is moved
drag 616 988 1000 988; away; sleep 0.5; step pin-dragged
key n; sleep 0.6; step another-seed

# ---- looks
key l; step english
key d; step dark
key plus; step large
key minus d l; step back
key F1; step help
key Escape Tab Tab Tab; step focus
key Escape b; step blank
key b f; sleep 0.4; step full same
key f o; sleep 0.5; step list-again
alive tour

# ---- what goes wrong
cat >"$temp/town.lua" <<'LUA'
return scenario { title = { nl = "Dorp", en = "Town" }, story = { nl = "Kort.", en = "Short." }, start = 2025, years = 2, seed = 1, warm_up = 4,
  departments = { { id = "desk", name = { nl = "Balie", en = "Desk" }, staff = 30, discipline = "desk", work = { standard { hours = 4, occupancy = 0.6 } } } } }
LUA
open play "$temp/town.lua" --lang nl --size $size
key Right Right Right; away
step small
sed 's/staff = 30/staff = -3, kleur = "rood"/' "$temp/town.lua" >"$temp/new" && cp "$temp/town.lua" "$temp/old" && cp "$temp/new" "$temp/town.lua"; sleep 2
step wrong
cp "$temp/old" "$temp/town.lua"; sleep 2
step mended
alive mending
xdotool search --onlyvisible --name Stoeprand windowsize 1000 600; sleep 0.6
step resized
key ctrl+q; sleep 0.5
kill -0 $window 2>/dev/null && { echo "not ok quit: it is still there"; failed=1; } || echo "ok quit"
window=
exit $failed
