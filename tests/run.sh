#!/bin/sh
# Runs the test programs (cmocka) and scripts named as arguments: a line for each, the full
# output only of what failed, and at the end `N passed, N failed`. A script runs in an empty
# folder with STOEPRAND, the program, and STOEPRAND_ROOT, this repository; it prints
# `ok NAME` or `not ok NAME: why`.

cd "$(dirname "$0")/.." || exit 1
export STOEPRAND_ROOT="$PWD"
case ${STOEPRAND:=build/stoeprand} in
/*) ;;
*) STOEPRAND=$PWD/$STOEPRAND ;;
esac
export STOEPRAND LC_ALL=C.UTF-8
unset CMOCKA_MESSAGE_OUTPUT CMOCKA_TEST_ABORT DISPLAY WAYLAND_DISPLAY  # no test opens a window on a screen

temp=$(mktemp -d) || exit 1
trap 'rm -rf "$temp"' EXIT
trap 'exit 130' INT TERM

# Prints "PASSED FAILED". cmocka names each test as it ends and the failures once more in its
# summary, so the lines after `test(s) run.` do not count. Exit status without a failed test
# means a crash, a leak or a test that forgot to say so: one failure.
count() {
    awk -v status="$1" '
        /^\[=+\].* Running [0-9]+ test/ { summary = 0 }
        /^\[=+\].* test\(s\) run/       { summary = 1 }
        /^ok /                          { passed++ }
        /^not ok /                      { failed++ }
        summary                         { next }
        /^\[ +OK \] /                   { passed++ }
        /^\[  FAILED  \] /              { failed++ }
        /^\[  ERROR   \] [^-]/ && last !~ /^\[  FAILED  \]/ { failed++ }   # a set-up failed
        { last = $0 }
        END {
            if (status >= 124 || (status != 0 && failed == 0)) failed++
            print passed + 0, failed + 0
        }' "$2"
}

total_passed=0
total_failed=0
for test in "$@"; do
    case $test in
    /*) path=$test ;;
    *) path=$PWD/$test ;;
    esac
    case $test in
    *.sh) mkdir "$temp/cwd" && (cd "$temp/cwd" && timeout 600 sh "$path") ;;
    *) STOEPRAND_DATA=$PWD timeout 600 "$path" ;;
    esac >"$temp/out" 2>&1 </dev/null
    status=$?
    rm -rf "$temp/cwd"

    counts=$(count "$status" "$temp/out")
    passed=${counts% *}
    failed=${counts#* }
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    if [ "$failed" -gt 0 ]; then
        echo "$test: $passed passed, $failed FAILED (exit status $status)"
        sed 's/^/    /' "$temp/out"
    elif [ "$passed" -eq 0 ]; then
        echo "$test: nothing tested"
    else
        echo "$test: $passed passed"
    fi
done

echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ] && [ "$total_passed" -gt 0 ]
