#!/bin/sh
# Pictures of the reports in a folder: pages at a desk's and a phone's width, on paper, and the workbook's
# sheets as a spreadsheet prints them. What is then in the folder is for eyes. sh tests/batch/look.sh FOLDER [NAME…]
folder=$1
shift
cd "$folder" || exit 1
for tool in chromium libreoffice pdftoppm; do
    command -v $tool >/dev/null || { echo "this needs chromium, libreoffice-calc and poppler-utils: no $tool"; exit 1; }
done
browser() { chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$PWD/.browser" "$@" >/dev/null 2>&1; }

# Whether every outcome of the table of values stands in the workbook's sheet, as the spreadsheet reads it.
same_numbers() {
    [ -f "$1" ] || return 0
    awk -F, '
        function number(x) { gsub(/"/, "", x); return x ~ /%$/ ? substr(x, 1, length(x) - 1) / 100 : x }
        FNR == 1 { next }
        NR == FNR { value[$1, $3, ++count[$1, $3]] = $5; next }
        { for (i = 1; i <= count[number($1), number($3)] - 2; i++) {
              seen++; mine = value[number($1), number($3), i]; theirs = number($(5 + i))
              wrong += (mine == "") != (theirs == "") || (mine - theirs) ^ 2 > (1e-9 * mine) ^ 2 } }
        END { exit wrong > 0 || seen == 0 }' "$1" "$2"
}

[ $# -gt 0 ] || set -- $(ls *.html | sed 's/[.]html$//' | grep -v '[.]en$')
for name; do
    browser --window-size=1280,9000 --screenshot="$name.desk.png" "file://$PWD/$name.html"
    # a window is never as narrow as a phone: a frame is
    echo "<body style='margin:0'><iframe src='$name.html' style='border:0;width:390px;height:16000px'></iframe>" >.phone.html
    browser --window-size=600,16000 --screenshot="$name.phone.png" "file://$PWD/.phone.html"
    browser --no-pdf-header-footer --print-to-pdf="$name.pdf" "file://$PWD/$name.html"
    rm -f "$name".page-*.png "book/$name"-*
    pdftoppm -r 60 -png "$name.pdf" "$name.page"
    [ ! -f "$name.xlsx" ] || {
        soffice --headless -env:UserInstallation="file://$PWD/.office" --convert-to pdf:calc_pdf_Export --outdir book "$name.xlsx" >/dev/null 2>&1
        soffice --headless -env:UserInstallation="file://$PWD/.office" --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' --outdir book "$name.xlsx" >/dev/null 2>&1
        pdftoppm -r 60 -png "book/$name.pdf" "book/$name"
        same_numbers "$name.values.csv" "book/$name-Waarden.csv" || { echo "$name: the workbook has other numbers than the table"; exit 1; }
    }
    echo "$name: looked at"
done
rm -rf .browser .office .phone.html
