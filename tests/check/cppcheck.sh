#!/bin/sh
# cppcheck finds nothing in core/ but what cppcheck.txt sets aside, with a reason each.

mkdir -p build/cppcheck
eval "set -- $(${MAKE:-make} -s print-flags)"
for flag; do                            # of the flags it takes only the definitions
    shift
    case $flag in -D*) set -- "$@" "$flag" ;; esac
done
cppcheck -q -j2 --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --suppressions-list=tests/check/cppcheck.txt --cppcheck-build-dir=build/cppcheck \
    --template='{file}:{line}: {severity}: {message} [{id}]' -Icore "$@" core || exit 1
echo "cppcheck finds nothing"
