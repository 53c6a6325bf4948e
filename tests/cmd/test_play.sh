# `play --shot --movie`: pictures of the window without a display, and plain words where there can be none.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small
png_size() { od -An -tu1 -j16 -N8 "$1" | awk '{ print $1*16777216+$2*65536+$3*256+$4 "x" $5*16777216+$6*65536+$7*256+$8 }'; }

status 0 "a picture of a week" "$STOEPRAND" play small.lua --shot a.png --at-week 30 --size 960x540 --lang nl
equal "says nothing" "$(cat out err)" ""
equal "as large as asked" "$(png_size a.png)" 960x540
status 0 "the same again" "$STOEPRAND" play small.lua --shot b.png --at-week 30 --size 960x540 --lang nl
same "the same bytes" a.png b.png
differs() { cmp -s "$2" "$3" && not_ok "$1" "$2 and $3 are the same" || ok "$1"; }
status 0 "another week" "$STOEPRAND" play small.lua --shot b.png --at-week 31 --size 960x540 --lang nl
differs "looks otherwise" a.png b.png
status 0 "in English, dark, in large letters" "$STOEPRAND" play small.lua --shot b.png --at-week 30 --size 960x540 --lang en --theme dark --large
differs "looks otherwise too" a.png b.png
status 0 "another seed" "$STOEPRAND" play small.lua --shot c.png --at-week 30 --size 960x540 --lang nl --seed 9
differs "is another future" a.png c.png
status 0 "the list of scenarios" "$STOEPRAND" play --shot list.png --lang nl
equal "at the usual size" "$(png_size list.png)" 1920x1080
status 0 "beyond the end is the end" "$STOEPRAND" play small.lua --shot d.png --at-week 9999 --size 640x360

status 2 "an option that is not there" "$STOEPRAND" play small.lua --move film --lang en
has err "names the near one" "--movie"
status 0 "a movie as pictures" "$STOEPRAND" play small.lua --movie film --at-week 20 --until-week 23 --speed 52 --size 480x320
equal "a folder of them" "$(ls film | head -n 1)" 000001.png
[ "$(ls film | wc -l)" -gt 60 ] && ok "with two seconds of the end" || not_ok "with two seconds of the end" "$(ls film | wc -l)"
if command -v ffmpeg >/dev/null; then
    status 0 "a video by ffmpeg" "$STOEPRAND" play small.lua --movie film.mp4 --at-week 20 --until-week 21 --speed 52 --size 480x320
    [ -s film.mp4 ] && ok "is there" || not_ok "is there" "no film.mp4"
fi
status 2 "without ffmpeg" "$(command -v env)" PATH=/nowhere "$STOEPRAND" play small.lua --movie none.mp4 --at-week 20 --until-week 21 --size 480x320 --lang en
has err "says what to do" "--movie FOLDER"

status 2 "a size that is none" "$STOEPRAND" play small.lua --shot x.png --size 12x --lang nl
has err "shows one that is" "1920x1080"
status 2 "a theme that is none" "$STOEPRAND" play small.lua --shot x.png --theme blue --lang en
has err "names those that are" "light or dark"
status 2 "a movie of nothing" "$STOEPRAND" play --movie film --lang en
status 2 "a scenario that is not there" "$STOEPRAND" play smal --shot x.png --lang en
echo 'return scenario { title = 3 }' >wrong.lua
status 2 "a wrong scenario" "$STOEPRAND" play wrong.lua --shot x.png --lang en
has err "tells what is wrong" "wrong.lua: title"
status 2 "a folder that is not there" "$STOEPRAND" play small.lua --shot nowhere/x.png --lang en
STOEPRAND_FONTS=/nowhere status 2 "without a font" "$STOEPRAND" play small.lua --shot x.png --lang en
has err "names the package" "fonts-open-sans"
SDL_VIDEODRIVER=x11 status 1 "without a screen" "$STOEPRAND" play small.lua --lang en
status 1 "without a driver too" timeout 20 "$STOEPRAND" play small.lua --lang en
has err "says that there is none" "display"
has err "says what is possible" "--shot FILE"
finish
