#!/bin/sh
# No notes of unfinished work, no paths of somebody's home, no trailing white space, no file of
# core/ over 600 lines. (The patterns are written so as not to find themselves.)

files=$(find Makefile README.md LICENSE core scripts assets scenarios tests docs .ci -type f \
    ! -path 'tests/golden/*' 2>/dev/null)
search() { # WHY OPTION... PATTERN
    why=$1
    shift
    echo "$files" | tr '\n' '\0' | xargs -0 grep -InH "$@" | sed "s|\$|   <- $why|"
}

found=$(
    search "unfinished" -wE 'TOD[O]|FIXM[E]|XX[X]|HAC[K]'
    search "somebody's home" -E '(^|[^[:alnum:]_.])/(hom[e]|User[s]|roo[t])/'
    search "trailing white space" -E '[[:blank:]]+$'
    find core -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 600 { print $2 ":601: " $1 " lines, the limit is 600" }'
)
[ -z "$found" ] || { echo "$found"; exit 1; }
echo "no unfinished work, no private paths, no trailing white space, no file of core/ over 600 lines"
