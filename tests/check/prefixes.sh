#!/bin/sh
# A global symbol starts with the stem of its file (core/sim/staff_load.c: staff, staff_*), main.o
# has only main; no `extern` in a .c file, no typedef of a struct.

build=build/check-gcc
mkdir -p build
${MAKE:-make} BUILD=$build CC=gcc CFLAGS=-Werror programs >$build.log 2>&1 || { cat $build.log; exit 1; }

found=$(
    find core -name '*.c' | sort | while read -r source; do
        object=$build/${source%.c}.o
        [ -f "$object" ] || continue          # core/view where SDL2 is missing
        stem=$(basename "$source" .c)
        stem=${stem%%[_.]*}
        nm -g --defined-only -P "$object" | while read -r symbol rest; do
            case $symbol in
            "$stem" | "$stem"_*) [ "$stem" != main ] || [ "$symbol" = main ] || echo "$symbol" ;;
            *) echo "$symbol" ;;
            esac
        done | while read -r symbol; do
            line=$(grep -nw -- "$symbol" "$source" | head -n 1 | cut -d: -f1)
            echo "$source:${line:-1}: $symbol is global but does not start with ${stem}_"
        done
    done
    grep -rnE '^[[:space:]]*extern[[:space:]]' core --include='*.c' | sed 's/$/   <- extern in a .c file/'
    # a pointer to a function that returns a struct is not a typedef of a struct
    grep -rnE '\btypedef[[:space:]]+(struct|union)\b' core --include='*.[ch]' | grep -v '(\*' | sed 's/$/   <- typedef of a struct/'
)
[ -z "$found" ] || { echo "$found"; exit 1; }
echo "global names start with their file's, no extern in .c files, no typedef of structs"
