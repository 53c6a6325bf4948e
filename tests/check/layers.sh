#!/bin/sh
# Includes only go down the floors, and each library is known in one place only.
#   ground: err mem text file | sim, plot | script, game | batch | main, cmd_*
#   view stands on sim, plot and game, never on script or batch

found=$(grep -rnE '^[[:space:]]*#[[:space:]]*include' core --include='*.[ch]' | awk '
    BEGIN {
        allowed["ground"] = "ground"
        allowed["sim"]    = "sim"             # of the ground only err, mem and text: see below
        allowed["plot"]   = "plot"            # the same
        allowed["script"] = "ground sim plot script"
        allowed["game"]   = "ground sim plot game"
        allowed["batch"]  = "ground sim plot script game batch"
        allowed["view"]   = "ground sim plot game view"
        allowed["top"]    = "ground sim plot script game batch view top"

        home["Lua"] = "^core/script/";      name["Lua"] = "^(lua5?[.]?4/)?(lua|lualib|lauxlib|luaconf)[.]h$"
        home["SQLite"] = "^core/batch/store(_[a-z]+)?[.][ch]$";  name["SQLite"] = "^sqlite3"
        home["GSL"] = "^core/batch/";       name["GSL"] = "^gsl/"
        home["xlsxwriter"] = "^core/batch/"; name["xlsxwriter"] = "^xlsxwriter"
        home["SDL"] = "^core/view/";        name["SDL"] = "(^|/)SDL"
        home["stb"] = "^core/plot/";        name["stb"] = "(^|/)stb_"
        home["Random123"] = "^core/sim/rng[.]h$";   name["Random123"] = "^Random123/"
    }
    function folder(path) {                   # path below core/
        if (path ~ /^(err|mem|text|file)[.]/) return "ground"
        if (path ~ /^(main|cmd|cmd_[a-z0-9_]+)[.]/) return "top"
        return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "unknown"
    }
    function wrong(why) { print where ": " why }
    {
        split($0, part, ":")
        file = part[1]; where = file ":" part[2]
        if (!match($0, /[<"][^>"]+[>"]/)) { wrong("include without a plain name"); next }
        header = substr($0, RSTART + 1, RLENGTH - 2)

        for (library in home)
            if (header ~ name[library] && file !~ home[library]) wrong(library " does not belong here")
        if (substr($0, RSTART, 1) == "<") next

        from = folder(substr(file, 6)); to = folder(header)
        if (!(from in allowed)) { wrong("folder or file has no floor: say so in tests/check/layers.sh"); next }
        if ((from == "sim" || from == "plot") && header ~ /^(err|mem|text)[.]h$/) next
        if (system("test -f core/" header)) wrong("core/" header " does not exist: includes are written from core/")
        else if (!index(" " allowed[from] " ", " " to " ")) wrong(from " may not include " to " (" header ")")
    }')
[ -z "$found" ] || { echo "$found"; exit 1; }
echo "includes only go down, libraries stay in their folders"
