// The sandbox: what must not get out or go on for ever does not, whatever a script tries, and
// what a script may use behaves the same each time.
#include "script/box.h"

#include "mem.h"

#include <lua.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct err err;  // large

static bool run_bytes(const char *text, size_t length)
{
	err_clear(&err);
	struct box *box = box_create("tests/bad", &err);
	bool good = box && box_run(box, text, length, "test.lua", &err);
	box_destroy(box);
	return good;
}

// What the script returns, as text; fails the test when it is refused.
static const char *result(const char *text)
{
	static char out[1024];
	err_clear(&err);
	struct box *box = box_create("tests/bad", &err);
	if (!box || !box_run(box, text, strlen(text), "test.lua", &err))
		fail_msg("%s: %s", text, err.text[LANG_EN]);
	snprintf(out, sizeof out, "%s", lua_isnil(box_lua(box), -1) ? "nil" : lua_tostring(box_lua(box), -1));
	box_destroy(box);
	return out;
}

static void gives(const char *text, const char *wanted)
{
	assert_string_equal(result(text), wanted);
}

struct attempt {
	const char *script, *message;  // part of the English message
};

static void must_refuse(const struct attempt *attempts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		long live = mem_live();
		if (run_bytes(attempts[i].script, strlen(attempts[i].script)))
			fail_msg("not refused: %s", attempts[i].script);
		if (err.count != 1 || !strstr(err.text[LANG_EN], attempts[i].message))
			fail_msg("%s\ngives %s", attempts[i].script, err.text[LANG_EN]);
		assert_true(err.text[LANG_NL][0] != '\0');
		assert_int_equal(mem_live(), live);
	}
}
#define REFUSE(attempts) must_refuse(attempts, sizeof attempts / sizeof *attempts)

static void nothing_outside_can_be_reached(void **state)
{
	static const struct attempt attempts[] = {
		{ "os.execute('true')", "unknown name os" },
		{ "io.open('/etc/passwd')", "unknown name io" },
		{ "debug.getregistry()", "unknown name debug" },
		{ "package.loadlib('x', 'y')", "unknown name package" },
		{ "load('return 1')()", "unknown name load" },
		{ "loadstring('return 1')()", "unknown name loadstring" },
		{ "dofile('scenarios/default.lua')", "unknown name dofile" },
		{ "loadfile('scenarios/default.lua')", "unknown name loadfile" },
		{ "print('x')", "unknown name print" },
		{ "collectgarbage('stop')", "unknown name collectgarbage" },
		{ "return _G.os", "unknown name _G" },
		{ "return _ENV.io", "unknown name io" },
		{ "local _ENV = { } ; return string.rep", "attempt to index a nil value" },
		{ "setmetatable({}, { __gc = function() end })", "unknown name setmetatable" },
		{ "getmetatable('').__index.rep = nil", "unknown name getmetatable" },
		{ "rawset(string, 'x', 1)", "unknown name rawset" },
		{ "rawget(math, 'random')", "unknown name rawget" },
		{ "return next({})", "unknown name next" },
		{ "return math.random()", "attempt to call a nil value (field 'random')" },
		{ "math.randomseed(1)", "attempt to call a nil value" },
		{ "return string.dump(function() end)", "attempt to call a nil value" },
		{ "return ('x'):dump()", "attempt to call a nil value" },
		{ "return utf8.char(65)", "unknown name utf8" },
	};
	REFUSE(attempts);
}

static void modules_come_from_two_folders_only(void **state)
{
	static const struct attempt attempts[] = {
		{ "require '../scenarios/default'", "letters a-z and _" },
		{ "require '/etc/passwd'", "letters a-z and _" },
		{ "require '..'", "letters a-z and _" },
		{ "require 'a.b'", "letters a-z and _" },
		{ "require ''", "letters a-z and _" },
		{ "require 'a\\0b'", "letters a-z and _" },
		{ "require 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'", "letters a-z and _" },
		{ "require(7)", "letters a-z and _" },
		{ "require {}", "string expected, got table" },
		{ "require 'nowhere'", "there is no file nowhere.lua" },
		{ "require 'endless'", "endless.lua:1: the script computes for too long" },
		{ "require 'syntax'", "syntax.lua:4: '}' expected near 'staff'" },
		{ "require 'power'", "power.lua:2: the operator ^" },
	};
	REFUSE(attempts);
}

static void no_script_runs_for_ever(void **state)
{
	static const struct attempt attempts[] = {
		{ "while true do end", "computes for too long" },
		{ "::again:: goto again", "computes for too long" },
		{ "repeat local a = 1 until false", "computes for too long" },
		{ "for i = 1, math.maxinteger do end", "computes for too long" },
		{ "local function f() return f() end return f()", "computes for too long" },
		{ "local t = {1} for i, v in ipairs(t) do t[i + 1] = nil t[i + 1] = i end", "computes for too long" },
		{ "local t = {} for i = 1, 200000 do t[i] = i end while true do table.insert(t, 1, 0) table.remove(t, "
		  "1) end",
			"computes for too long" },
		{ "local t = {} for i = 1, 100000 do t[i] = -i end while true do table.sort(t) end",
			"computes for too long" },
		{ "table.sort({ 3, 2, 1 }, function() while true do end end)", "computes for too long" },
		{ "local t = {} for i = 1, 100000 do t[i] = i end while true do for k in pairs(t) do break end end",
			"computes for too long" },
		{ "local t = {} for i = 1, 1000 do t[i] = "
		  "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' end while true do table.concat(t) "
		  "end",
			"" },
		{ "local s = string.rep('x', 60000) while true do local t = s .. 'y' end", "more than 1024 MB in all" },
		{ "local s = string.rep('x', 60000) while true do string.upper(s) end", "" },
		{ "while true do string.format('%99.99f', 1e300) end", "computes for too long" },
		{ "while true do tostring({}) end", "computes for too long" },
		{ "local s = string.rep('1', 60000) while true do tonumber(s) end", "computes for too long" },
		{ "local s = string.rep('1', 60000) while true do math.floor(s) end", "computes for too long" },
		{ "local t = {} for i = 1e5, 1, -1 do t[i] = '' end while true do table.concat(t, '', 2, 1e5) end",
			"computes for too long" },
		{ "local function f() f() end f()", "more than 200 functions call each other" },
		{ "local function h(n) if n > 0 then h(n - 1) end end local function f(...) h(150) return f(1, ...) "
		  "end f()",
			"a function gets more than 255 arguments" },
	};
	REFUSE(attempts);
}

static void no_script_takes_all_memory(void **state)
{
	static const struct attempt attempts[] = {
		{ "string.rep('x', 1e9)", "string.rep: longer than 64 kB" },
		{ "('x'):rep(1 << 62)", "string.rep: longer than 64 kB" },
		{ "string.rep('', 1 << 40, 'xxxx')", "string.rep: longer than 64 kB" },
		{ "local s = 'x' while true do s = s .. s end", "longer than 64 kB" },
		{ "local s = string.rep('x', 60000) local t = {} for i = 1, 5000 do t[i] = s .. i end",
			"uses more than 64 MB" },
		{ "local t = {} for i = 1, 1e9 do t[i] = i end", "uses more than 64 MB" },
		{ "local t = {} while true do t = { t } end", "uses more than 64 MB" },
		{ "local t = {} while true do t[#t + 1] = function() return t end end", "uses more than 64 MB" },
		{ "local t = {} for i = 1, 2000 do t[i] = string.rep('x', 60000) end return table.concat(t)", "" },
		{ "return table.concat({ string.rep('x', 40000), string.rep('y', 40000) })", "longer than 64 kB" },
		{ "local function f() return 1 + f() end f()", "more than 200 functions call each other" },
		{ "local function f(...) return f(1, ...) end f()", "a function gets more than 255 arguments" },
		{ "return table.unpack({}, 1, 1e8)", "table.unpack: more than 255 values" },
		{ "return select('#', table.unpack({}, 1, 1e6))", "table.unpack: more than 255 values" },
		{ "return table.unpack({ 1 }, -1 << 63, 1 << 62)", "table.unpack: more than 255 values" },
		{ "return table.concat({}, '', -1 << 63, 1 << 62)", "list too long" },
	};
	REFUSE(attempts);
}

static void errors_cannot_be_swallowed(void **state)
{
	static const struct attempt attempts[] = {
		{ "pcall(function() while true do end end)", "unknown name pcall" },
		{ "xpcall(error, error)", "unknown name xpcall" },
		{ "coroutine.wrap(function() while true do end end)()", "unknown name coroutine" },
		{ "local t <close> = setmetatable({}, { __close = error })", "unknown name setmetatable" },
		{ "local t <close> = {}", "non-closable value" },
		{ "error()", "stops by error(), without a text" },
		{ "error({})", "stops by error(), without a text" },
		{ "error(setmetatable)", "unknown name setmetatable" },
		{ "error(function() end)", "stops by error(), without a text" },
		{ "error('a\\nb\\27[31m')", "test.lua:1: a?b?[31m" },
		{ "error('#0:99: no such place', 0)", "no such place" },
		{ "error('#99:1: x', 0)", "#99:1: x" },
		{ "error('%s%s%s%n', 0)", "%s%s%s%n" },
		{ "assert(false)", "assertion failed!" },
		{ "assert(nil, 'told')", "told" },
		{ "assert(false, {})", "stops by error(), without a text" },
	};
	REFUSE(attempts);
}

static void patterns_and_odd_formats_are_not_there(void **state)
{
	static const struct attempt attempts[] = {
		{ "string.find(string.rep('a', 30000), string.rep('a-', 30000) .. 'b')",
			"attempt to call a nil value (field 'find')" },
		{ "('a'):match('.-.-.-b')", "attempt to call a nil value (method 'match')" },
		{ "('a'):gsub('a', 'b')", "attempt to call a nil value (method 'gsub')" },
		{ "for w in ('a'):gmatch('.') do end", "attempt to call a nil value (method 'gmatch')" },
		{ "string = nil; ('a'):find('a')", "attempt to call a nil value (method 'find')" },
		{ "string.format('%p', {})", "string.format: %p is not possible here" },
		{ "string.format('%a', 1)", "string.format: %a is not possible here" },
		{ "string.format('%q', 'x')", "string.format: %q is not possible here" },
		{ "string.format('%c', 65)", "string.format: %c is not possible here" },
		{ "string.format('%')", "string.format: % is not possible here" },
		{ "string.format('%100d', 1)", "invalid conversion" },
		{ "string.format('%d')", "bad argument" },
		{ "string.format('%s')", "bad argument" },
		{ "string.format('%d', 'x')", "number expected, got string" },
		{ "return 'x' + 1", "attempt to perform arithmetic on a string value" },
		{ "return 2 ^ 3", "write math.pow" },
		{ "local a = 2\n--[[ ^ ]] local b = '^' .. \"\\\"^\" .. [==[ ]] ^ ]==]\nreturn a^b",
			"test.lua:3: the operator ^" },
		{ "for k in pairs({ [{}] = 1 }) do end", "pairs: a key of type table has no order" },
		{ "for k in pairs({ [pairs] = 1 }) do end", "pairs: a key of type function has no order" },
		{ "for k in pairs(nil) do end", "table expected, got nil" },
		{ "table.sort({ 1, 'x' })", "attempt to compare" },
		{ "table.sort({ 1, 2 }, 3)", "function expected, got number" },
	};
	REFUSE(attempts);
}

static void only_text_is_loaded(void **state)
{
	static const char bytecode[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
	assert_false(run_bytes(bytecode, sizeof bytecode));
	assert_non_null(strstr(err.text[LANG_EN], "attempt to load a binary chunk"));
	assert_non_null(strstr(err.text[LANG_NL], "dit is geen tekst maar bytecode"));
	assert_false(run_bytes("return 1\0while", 14));
	assert_int_equal(err.count, 1);
}

static void deep_nesting_of_source_is_refused(void **state)
{
	size_t count = 100000;
	char *text = calloc(1, 2 * count + 16);
	assert_non_null(text);
	memcpy(text, "return ", 7);
	memset(text + 7, '(', count);
	assert_false(run_bytes(text, 7 + count));
	memset(text + 7, '{', count);
	assert_false(run_bytes(text, 7 + count));
	memset(text + 7, '-', count);
	for (size_t i = 0; i < count; i += 2)
		text[8 + i] = ' ';
	assert_false(run_bytes(text, 7 + count));
	free(text);
	assert_non_null(strstr(err.text[LANG_EN], "C stack overflow"));
}

static void addresses_do_not_show(void **state)
{
	gives("return tostring({})", "table");
	gives("return tostring(pairs)", "function");
	gives("return string.format('%s %s', {}, ipairs)", "table function");
	gives("return tostring(nil) .. tostring(true) .. tostring(12) .. tostring(0.5) .. tostring('x')",
		"niltrue120.5x");
}

static void pairs_go_in_order(void **state)
{
	gives("local s = '' for k, v in pairs({ b = 1, a = 2, [3] = 3, 4, 5, [0.5] = 6, [true] = 7, [false] = 8, [-1] "
	      "= 9 }) do "
	      "s = s .. tostring(k) .. '=' .. v .. ' ' end return s",
		"-1=9 0.5=6 1=4 2=5 3=3 a=2 b=1 false=8 true=7 ");
	gives("local s, t = '', { a = 1, b = 2, c = 3 } for k in pairs(t) do t.b = nil s = s .. k end return s", "ac");
	gives("local s = '' for k in pairs({}) do s = s .. k end return s", "");
}

static void sorting_is_stable(void **state)
{
	gives("local t = {} for i = 1, 100 do t[i] = { key = i % 3, i = i } end "
	      "table.sort(t, function(a, b) return a.key < b.key end) "
	      "local last = { key = -1, i = 0 } for _, x in ipairs(t) do "
	      "if x.key < last.key or (x.key == last.key and x.i < last.i) then return 'wrong' end last = x end return "
	      "#t",
		"100");
	gives("local t = { 5, 3, 9, 1, 1, 4, 4, 8 } table.sort(t) return table.concat(t, ' ')", "1 1 3 4 4 5 8 9");
	gives("local t = { 'b', 'a', 'c' } table.sort(t, function(a, b) return a > b end) return table.concat(t)",
		"cba");
	gives("local t = { 1 } table.sort(t) table.sort({}) return #t", "1");
	gives("local t = { 1, 2, 3, 4, 5 } table.sort(t, function() return true end) return #t", "5");
}

static void what_is_allowed_works(void **state)
{
	gives("return #('abc'):upper() .. ('abc'):sub(2) .. ('ABC'):lower() .. ('ab'):rep(2, '-') .. ('abc'):len()",
		"3bcabcab-ab3");
	gives("return string.format('%5.2f|%d|%x|%s|%%|%-4s|%g', 1.5, 7, 255, 'x', 'y', 0.1)",
		" 1.50|7|ff|x|%|y   |0.1");
	gives("local t = { 1, 2 } table.insert(t, 3) table.remove(t, 1) return table.concat(t, ',') .. table.unpack(t)",
		"2,32");
	gives("return math.floor(2.5) + math.max(1, 2) + math.abs(-1) + math.sqrt(4) + select('#', 1, 2)", "9.0");
	gives("return tonumber('10') + tonumber('ff', 16) .. type(1)", "265number");
	gives("x = 3 return x", "3");
	gives("return nil", "nil");
	gives("", "nil");
}

static void a_name_that_stands_twice_in_a_table_is_told_with_both_lines(void **state)
{
	static const struct attempt attempts[] = {
		{ "return { a = 1, a = 2 }", "test.lua:1: a stands in the same table already, on line 1" },
		{ "return {\n a = 1,\n b = 2,\n a = 3 }", "test.lua:4: a stands in the same table already, on line 2" },
		{ "return { a = 1; b = { c = 1 }; a = 2 }", ": a stands" },
		{ "return { b = { c = 1,\nc = 1 } }", "test.lua:2: c stands" },
		{ "return { ['a.b'] = 1, [\"a.b\"] = 2 }", ": a.b stands" },
		{ "return { a = 1, ['a'] = 2 }", ": a stands" },
		{ "return { a = 1, [ 'a' ]\n= 2 }", ": a stands" },
		{ "return { a = --[[ a = ]] 1, --\n a\n=\n2 }", "test.lua:2: a stands" },
		{ "local f = function() local a, b = 1, 2 a, b = b, a return { b = 1, b = 2 } end", ": b stands" },
		{ "return { f = function() if true then return end end, a = 1, f = 2 }", ": f stands" },
		{ "return { a = (function() while false do for i = 1, 2 do end end repeat until true end)(), a = 2 }", ": a stands" },
		{ "local t = { a = 1 } t = { a = t.a, [1] = t['a'], a = 2 }", ": a stands" },
		{ "return { a = [==[ ]] a = ]==], a = 1 }", ": a stands" },
		{ "return { a = '\\'', a = 1 }", ": a stands" },
		{ "return { _ENV = 1, _ENV = 2 }", ": _ENV stands" },
		{ "return { 1, a = 0x1p4, 2, a = 3 }", ": a stands" },
	};
	REFUSE(attempts);
}

static void what_only_looks_like_a_name_twice_is_fine(void **state)
{
	static const char *const fine[] = {
		"return { a = 1, b = { a = 2, c = { a = 3 } }, c = { a = 4 } }",
		"local a, b = 1, 2 a, b = b, a local t = { a = a, f = function() a, b = b, a end, b = b }",
		"local t = { f = function(a, b) a, b = b, a; a, b = b, a return a, b end, a = 1 }",
		"local a, b return { x = (function() a, b = 1, 2 b, a = 1, 2 end)(), a = 1, b = 2 }",
		"local a, b = 1, 2 return { x = function() do a, b = b, a end if a then b, a = 1, 2 elseif b then a, b = 1, 2 else b, a = 1, 2 end end }",
		"local a, b = 1, 2 return { x = function() repeat a, b = 1, 2 b, a = 1, 2 until a while b do a, b = nil, nil end end, y = function() a, b = 1, 2 end }",
		"return { 'a = 1, a = 2', [[a = 1, a = 2]], --[==[ a = 1, a = 2 ]==] -- a = 1\n a = 1 }",
		"local a = 1 return { a == 1, a == 1, a = a == 1 }",
		"local a, k = { b = 1 }, 'x' return { a.b, a.b, [a.b] = 1, [k] = 2, ['kk'] = 3, [k .. k] = 4, k = nil }",
		"local function f(t) return t end return { f { a = 1 }, f { a = 2 }, f({ a = 3 }, { a = 4 }) }",
		"return { ['a\\n'] = 1, ['a\\t'] = 2, [1] = 1, [1.5] = 2, [2] = 3 }",
		"goto a ::a:: return { a = 1 }",
		"return {}", "return { a = 1, }", "", "-- { a = 1, a = 2 }", "return '{ a = 1, a = 2 }'",
	};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		(void)result(fine[i]);
}

static void powers_and_logarithms_are_ours(void **state)
{
	gives("return string.format('%.12g %.12g %.12g', math.exp(1), math.log(10), math.pow(2, 0.5))",
		"2.71828182846 2.30258509299 1.41421356237");
	gives("return math.pow(2, 10) .. ' ' .. math.pow(2, -1) .. ' ' .. math.pow(-2, 3) .. ' ' .. math.pow(0, 0)",
		"1024.0 0.5 -8.0 1.0");
	gives("return math.log(0) .. ' ' .. math.exp(1000) .. ' ' .. math.log(1 / 0) .. ' ' .. math.exp(-1e9)",
		"-inf inf inf 0.0");
	gives("return (math.pow(-2, 0.5) ~= math.pow(-2, 0.5)) and 'nan' or ''", "nan");
}

static void methods_do_not_follow_the_string_table(void **state)
{
	gives("string.upper = function() return 'mine' end return ('a'):upper()", "A");
	gives("string = nil return ('a'):upper()", "A");
}

static void a_misspelt_name_gets_the_nearest(void **state)
{
	assert_false(run_bytes("return tostrin(1)", 17));
	assert_string_equal(err.text[LANG_EN], "test.lua:1: unknown name tostrin; did you mean tostring?\n");
	assert_string_equal(err.text[LANG_NL], "test.lua:1: onbekende naam tostrin; bedoelde u tostring?\n");
}

static void messages_are_in_dutch_too(void **state)
{
	static const char *const pairs[][2] = {
		{ "return {} .. 1", "test.lua:1: .. met een waarde die geen tekst is: tabel\n" },
		{ "local t return t.x", "test.lua:1: een veld gevraagd van iets wat niet bestaat (lokale naam 't')\n" },
		{ "return 1 < 'x'", "test.lua:1: vergelijken gaat niet tussen getal en tekst\n" },
		{ "return {", "test.lua:1: onverwacht teken bij het einde\n" },
		{ "x = 'abc\n", "test.lua:1: tekst zonder sluitend aanhalingsteken bij ''abc'\n" },
		{ "if x then\n\ny()", "test.lua:3: 'end' verwacht (sluit 'if' op regel 1) bij het einde\n" },
		{ "('x'):rep({})", "test.lua:1: verkeerd argument #1 van 'rep' (getal verwacht, gevonden: tabel)\n" },
		{ "tonumber({}, 99)", "test.lua:1: verkeerd argument #1 van 'tonumber' (tekst verwacht, gevonden: tabel)\n" },
		{ "local number_of_values number_of_values()", "test.lua:1: aanroep van iets wat niet bestaat (lokale naam 'number_of_values')\n" },
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		assert_false(run_bytes(pairs[i][0], strlen(pairs[i][0])));
		assert_string_equal(err.text[LANG_NL], pairs[i][1]);
	}
}

static void a_call_has_its_own_budget(void **state)
{
	const char *text = "return function(n) for i = 1, n do end return n end";
	err_clear(&err);
	struct box *box = box_create(".", &err);
	assert_non_null(box);
	assert_true(box_run(box, text, strlen(text), "hook.lua", &err));
	lua_State *lua = box_lua(box);
	for (int i = 0; i < 3; i++) {
		lua_pushvalue(lua, 1);
		lua_pushinteger(lua, 1000);
		assert_true(box_call(box, 1, 1, 100000, &err));
		assert_int_equal(lua_tointeger(lua, -1), 1000);
		lua_pop(lua, 1);
	}
	lua_pushvalue(lua, 1);
	lua_pushinteger(lua, 1000000);
	assert_false(box_call(box, 1, 1, 100000, &err));
	assert_non_null(strstr(err.text[LANG_EN], "hook.lua:1: the script computes for too long"));
	assert_int_equal(lua_gettop(lua), 1);
	box_destroy(box);
}

static void every_failing_allocation_is_survived(void **state)
{
	const char *text = "local t = {} for i = 1, 20 do t[i] = string.rep('x', i) .. i end table.sort(t) "
			   "for k, v in pairs(t) do t[k] = tostring(v) end return require 'municipal'";
	long live = mem_live();
	for (int all = 0; all < 2; all++)
		for (long n = 1; n < 900; n++) {
			mem_fail(n, all);
			bool good = run_bytes(text, strlen(text));
			mem_fail(0, 0);
			assert_false(good);
			assert_int_equal(err.count, 1);
			assert_int_equal(mem_live(), live);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_outside_can_be_reached),
		cmocka_unit_test(modules_come_from_two_folders_only),
		cmocka_unit_test(no_script_runs_for_ever),
		cmocka_unit_test(no_script_takes_all_memory),
		cmocka_unit_test(errors_cannot_be_swallowed),
		cmocka_unit_test(patterns_and_odd_formats_are_not_there),
		cmocka_unit_test(only_text_is_loaded),
		cmocka_unit_test(deep_nesting_of_source_is_refused),
		cmocka_unit_test(addresses_do_not_show),
		cmocka_unit_test(pairs_go_in_order),
		cmocka_unit_test(sorting_is_stable),
		cmocka_unit_test(what_is_allowed_works),
		cmocka_unit_test(a_name_that_stands_twice_in_a_table_is_told_with_both_lines),
		cmocka_unit_test(what_only_looks_like_a_name_twice_is_fine),
		cmocka_unit_test(powers_and_logarithms_are_ours),
		cmocka_unit_test(methods_do_not_follow_the_string_table),
		cmocka_unit_test(a_misspelt_name_gets_the_nearest),
		cmocka_unit_test(messages_are_in_dutch_too),
		cmocka_unit_test(a_call_has_its_own_budget),
		cmocka_unit_test(every_failing_allocation_is_survived),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
