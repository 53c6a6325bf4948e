# How runs end: stopped, without room on the disk, with a reader that has gone.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"
small
sed -i 's/years = 3/years = 100/; s/staff = 30/staff = 6000/' small.lua

# stop SIGNAL: a long run, stopped once it writes its CSV; leaves its status in `got`
stop() {
    "$STOEPRAND" run small.lua --lang en --csv weeks.csv --save state >out 2>err &
    run=$!
    sleep 1.5
    kill -"$1" $run
    wait $run
    got=$?
}
for signal in INT TERM; do
    stop $signal
    if [ $got = 0 ]; then
        ok "SIG$signal (the run was faster)"
        continue
    fi
    equal "SIG$signal ends with status 1" $got 1
    has err "SIG$signal says so" "stopped"
    equal "SIG$signal leaves no partial file" "$(ls -a | grep -c part)" 0
    equal "SIG$signal saves" "$(ls state)" state
    [ ! -e weeks.csv ] || equal "SIG$signal leaves whole rows" "$(awk -F, 'NR == 1 { n = NF } NF != n' weeks.csv)" ""
    rm -f weeks.csv state
done

small
"$STOEPRAND" run small.lua --csv - 2>err | head -n 1 >out
equal "a reader that goes away is no message" "$(cat err)" ""
if [ -e /dev/full ]; then
    status 1 "a full disk under --csv" "$STOEPRAND" run small.lua --csv /dev/full
    has err "is told" "/dev/full: cannot write this file: the disk is full"
    status 1 "a full disk under --save" "$STOEPRAND" run small.lua --save /dev/full --quiet
    "$STOEPRAND" run small.lua >/dev/full 2>err
    equal "a full disk under stdout" $? 1
    has err "is told too" "cannot write the output: the disk is full"
    "$STOEPRAND" docs params >/dev/full 2>err
    equal "a full disk under docs" $? 1
fi
"$STOEPRAND" run small.lua >&- 2>err
equal "a closed stdout" $? 1

if [ "$(id -u)" != 0 ]; then
    mkdir closed && chmod a-w closed
    status 2 "a read-only folder" "$STOEPRAND" run small.lua --csv closed/x.csv
    has err "is told as such" "you have no permission"
fi
finish
