#!/bin/sh
# Runs the test programs (cmocka) and scripts named as arguments, as many at once as there are
# processors (or $JOBS): a line for each, the full output only of what failed, and at the end
# `N passed, N failed`. A script runs in an empty folder with STOEPRAND, the program, and
# STOEPRAND_ROOT, this repository; it prints `ok NAME` or `not ok NAME: why`.

cd "$(dirname "$0")/.." || exit 1
export STOEPRAND_ROOT="$PWD"
case ${STOEPRAND:=build/stoeprand} in
/*) ;;
*) STOEPRAND=$PWD/$STOEPRAND ;;
esac
export STOEPRAND LC_ALL=C.UTF-8
unset CMOCKA_MESSAGE_OUTPUT CMOCKA_TEST_ABORT

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

# One test: its output to FOLDER/NUMBER.out and its counts to FOLDER/NUMBER.counts.
if [ "$1" = --one ]; then
    out=$2/$3.out
    test=$4
    case $test in
    /*) path=$test ;;
    *) path=$PWD/$test ;;
    esac
    case $test in
    *.sh) mkdir "$2/$3.cwd" && (cd "$2/$3.cwd" && timeout 600 sh "$path") ;;
    *) STOEPRAND_DATA=$PWD timeout 600 "$path" ;;
    esac >"$out" 2>&1 </dev/null
    status=$?
    rm -rf "$2/$3.cwd"
    counts=$(count "$status" "$out")
    echo "$counts $status" >"$2/$3.counts"
    case $counts in
    '0 0') echo "$test: nothing tested" ;;
    *' 0') echo "$test: ${counts% *} passed" ;;
    *) echo "$test: ${counts% *} passed, ${counts#* } FAILED (exit status $status)" ;;
    esac
    exit 0
fi

temp=$(mktemp -d) || exit 1
trap 'rm -rf "$temp"' EXIT
trap 'exit 130' INT TERM

number=0
for test in "$@"; do
    number=$((number + 1))
    printf '%s\0%s\0' "$number" "$test"
done | xargs -0 -n 2 -P "${JOBS:-$(nproc 2>/dev/null || echo 2)}" sh tests/run.sh --one "$temp"

total_passed=0
total_failed=0
number=0
for test in "$@"; do
    number=$((number + 1))
    passed=0 failed=1 status=none  # when it was not run to its end
    [ -f "$temp/$number.counts" ] && read -r passed failed status <"$temp/$number.counts"
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    if [ "$failed" -gt 0 ]; then
        echo "$test (exit status $status):"
        sed 's/^/    /' "$temp/$number.out"
    fi
done

echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ] && [ "$total_passed" -gt 0 ]
