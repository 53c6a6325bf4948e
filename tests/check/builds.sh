#!/bin/sh
# The program and all tests build without a warning, with gcc and with clang.

bad=0
mkdir -p build
for compiler in gcc clang; do
    build=build/check-$compiler
    ${MAKE:-make} BUILD=$build CC=$compiler CFLAGS=-Werror programs >$build.log 2>&1 \
        || { cat $build.log; bad=1; }
done
[ $bad = 0 ] || exit 1
echo "builds without warnings with gcc and clang"
