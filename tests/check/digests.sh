#!/bin/sh
# The same bits from gcc and clang, unoptimised and optimised for this very processor, with fused
# multiply-add and wide vectors allowed: each build must give the digests of tests/golden/*.txt.

bad=0
mkdir -p build
try() { # NAME COMPILER OPTIONS
    build=build/digests-$1
    for golden in sim/test_golden:digests plot/test_drawings:drawings; do
        test=$build/tests/${golden%:*}
        ${MAKE:-make} BUILD="$build" CC="$2" OPT="$3" "$test" >"$build.log" 2>&1 || { cat "$build.log"; bad=1; return; }
        STOEPRAND_ROOT=$PWD "$test" >"$build.log" 2>&1 || { echo "tests/golden/${golden#*:}.txt:1: other digests with $2 $3"; bad=1; }
    done
}
try gcc-O0 gcc -O0
try gcc-native gcc "-O3 -march=native"
try clang-O0 clang -O0
try clang-native clang "-O3 -march=native"
[ $bad = 0 ] || exit 1
echo "gcc and clang, -O0 and -O3 -march=native, give the same digests"
