#!/bin/sh
# The model calls nothing from outside but what sim-symbols.txt allows: no clock, no files,
# no printing, no libm whose bits differ between machines, no allocation but by mem_*.

bad=0
mkdir -p build
for compiler in gcc clang; do
    build=build/check-$compiler
    ${MAKE:-make} BUILD=$build CC=$compiler CFLAGS=-Werror $build/libsim.a >$build.log 2>&1 \
        || { cat $build.log; exit 1; }

    # lines "object: symbol" of what is used, less what the library itself defines
    found=$({ nm -g --defined-only -P $build/libsim.a | sed 's/^/defined /'
              nm -u -P -A $build/libsim.a | sed 's/^/used /'; } | awk '
        FNR == NR {
            sub(/#.*/, ""); gsub(/[ \t]/, ""); gsub(/\*/, "[A-Za-z0-9_]*")
            if ($0 != "") allowed = allowed "|" $0
            next
        }
        $1 == "defined" { defined[$2] = 1 }
        $1 == "used"    { user[++n] = $2; symbol[n] = $3 }
        END {
            pattern = "^(" substr(allowed, 2) ")$"
            for (i = 1; i <= n; i++)
                if (!(symbol[i] in defined) && symbol[i] !~ pattern) print user[i], symbol[i]
        }' tests/check/sim-symbols.txt -)
    [ -n "$found" ] || continue
    bad=1
    echo "$found" | while read -r object symbol; do
        stem=${object##*[}
        source=core/sim/${stem%%.o*}.c
        line=$(grep -nw -- "$symbol" "$source" | head -n 1 | cut -d: -f1)
        echo "$source:${line:-1}: $symbol is not for the model ($compiler)"
    done
done
[ $bad = 0 ] || exit 1
echo "core/sim calls only what tests/check/sim-symbols.txt allows, with gcc and with clang"
