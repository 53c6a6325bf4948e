#!/bin/sh
# The top of the repository is exactly what it should be, but for dot files and builds.

wanted="LICENSE Makefile README.md assets core docs scenarios scripts tests"
bad=0
for name in $wanted; do
    [ -e "$name" ] || { echo "$name:1: missing"; bad=1; }
done
for name in *; do
    case " $wanted build " in
    *" $name "*) ;;
    *)  case $name in
        build-*) ;;
        *) echo "$name:1: does not belong at the top"; bad=1 ;;
        esac ;;
    esac
done
[ $bad = 0 ] || exit 1
echo "the top holds exactly: $wanted"
