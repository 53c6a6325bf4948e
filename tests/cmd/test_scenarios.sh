# Every scenario that comes with the program: checked, run and told in both languages, and named in
# README; every function of the library is named in the manual.
. "$STOEPRAND_ROOT/tests/cmd/lib.sh"

for file in "$STOEPRAND_ROOT"/scenarios/*.lua; do
    scenario=$(basename "$file" .lua)
    years=2
    [ "$scenario" = the-hague ] && years=1    # 8,660 staff
    status 0 "$scenario is right" "$STOEPRAND" check "$file" --quiet
    for lang in nl:"Om te bespreken" en:"To discuss"; do
        LC_ALL=C status 0 "$scenario runs (${lang%%:*})" "$STOEPRAND" run "$file" --years $years --lang "${lang%%:*}"
        has out "$scenario has something to discuss (${lang%%:*})" "${lang#*:}"
        equal "$scenario ends with a question (${lang%%:*})" "$(tail -c 2 out)" "?"
        equal "$scenario fits (${lang%%:*})" "$(awk 'length($0) > 80 && !/ stoeprand /' out)" ""
    done
    has "$STOEPRAND_ROOT/README.md" "README names $scenario" "| \`$scenario\` |"
done

for file in "$STOEPRAND_ROOT"/scripts/*.lua; do
    module=$(basename "$file" .lua)
    for function in $(sed -n "s/^function \($module\.[a-z_]*\).*/\1/p" "$file"); do
        has "$STOEPRAND_ROOT/docs/scenarios.md" "the manual names $function" "\`$function\`"
    done
done
finish
