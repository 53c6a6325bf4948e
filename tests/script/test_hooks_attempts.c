// What a function of a scenario must not be able to do: get out, go on for ever, remember something
// where it is not saved, or make the program read what is not there. Each attempt has its message.
#include "support/hooked.h"

#include <stdio.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

struct attempt {
	const char *before, *body, *message;  // what stands outside, what on_week does
};

static void must_refuse(const struct attempt *attempts, size_t count)
{
	char fields[8192];
	for (size_t i = 0; i < count; i++) {
		snprintf(fields, sizeof fields, "on_week = function(org) %s\nend", attempts[i].body);
		hooked_refused(attempts[i].before ? attempts[i].before : "", fields, attempts[i].message);
	}
}
#define REFUSE(attempts) must_refuse(attempts, sizeof attempts / sizeof *attempts)

static void nothing_outside_can_be_reached(void **state)
{
	static const struct attempt attempts[] = {
		{ NULL, "os.execute('true')", "unknown name os" },
		{ NULL, "io.open('x')", "unknown name io" },
		{ NULL, "debug.getregistry()", "unknown name debug" },
		{ NULL, "load('return 1')", "unknown name load" },
		{ NULL, "collectgarbage('stop')", "unknown name collectgarbage" },
		{ NULL, "getmetatable(org)", "unknown name getmetatable" },
		{ NULL, "setmetatable({}, { __gc = function() end })", "unknown name setmetatable" },
		{ NULL, "rawset(org, 'x', 1)", "unknown name rawset" },
		{ NULL, "rawget(org, 'x')", "unknown name rawget" },
		{ NULL, "coroutine.create(function() end)", "unknown name coroutine" },
		{ NULL, "pcall(error)", "unknown name pcall" },
		{ NULL, "return _G.org", "unknown name _G" },
		{ NULL, "dofile('/etc/passwd')", "unknown name dofile" },
		{ NULL, "loadfile('/etc/passwd')", "unknown name loadfile" },
		{ NULL, "loadstring('return 1')", "unknown name loadstring" },
		{ NULL, "package.loadlib('x', '*')", "unknown name package" },
		{ NULL, "xpcall(error, error)", "unknown name xpcall" },
		{ NULL, "next(org)", "unknown name next" },
		{ NULL, "rawequal(org, org)", "unknown name rawequal" },
		{ NULL, "print('x')", "unknown name print" },
		{ NULL, "warn('@on')", "unknown name warn" },
		{ NULL, "return string.format('%p', org)", "%p is not possible here" },
		{ NULL, "return string.format('%q', 'x')", "%q is not possible here" },
		{ NULL, "('').x = 1", "attempt to index a string value" },
		{ NULL, "org.people().x = 1", "attempt to index a function value" },
		{ NULL, "csv 'my-staff.csv'", "csv belongs outside a function" },
		{ NULL, "scenario { departments = {} }", "scenario belongs outside a function" },
		{ NULL, "kerbs { room = 0.6 }", "kerbs belongs outside a function; within one, org.set changes a setting" },
		{ NULL, "return org.week()", "attempt to call a number value" },
		{ NULL, "string.dump(function() end)", "attempt to call a nil value" },
		{ NULL, "return ('x'):gsub('x', 'y')", "attempt to call a nil value" },
		{ NULL, "math.random()", "attempt to call a nil value" },
		{ NULL, "require 'region'", "require belongs at the top" },
		{ "require '../secret'", "", "letters a-z and _" },
		{ "require '/etc/passwd'", "", "letters a-z and _" },
		{ NULL, "return org.__index.week", "there is no org.__index" },
		{ NULL, "return org.column('mindset').__index", "a vector has no __index" },
		{ NULL, "return org.where({}).__index.x", "attempt to index a nil value" },
		{ NULL, "org.where({}).x = 1", "attempt to index a userdata value" },
		{ NULL, "org.draws('a').uniform = 1", "attempt to index a userdata value" },
		{ NULL, "org.mean = 1", "org.mean cannot be set" },
		{ NULL, "org.state = {}", "org.state cannot be set" },
		{ NULL, "return org.meen", "did you mean org.mean?" },
	};
	REFUSE(attempts);
}

static void nothing_is_read_that_is_not_there(void **state)
{
	static const struct attempt attempts[] = {
		{ NULL, "local f = org.people() f(org.column('mindset'), 0)", "this is no group" },
		{ NULL, "local f = org.people() f(org.draws('a'), 0)", "this is no group" },
		{ NULL, "local f = org.people() f(org, 0)", "this is no group" },
		{ NULL, "local f = org.people() f(nil, 'x')", "number expected" },
		{ NULL, "local f = org.ties(1) f(0, 0)", "0 is no place" },
		{ NULL, "local f = org.ties(1) f(71, 0)", "71 is no place" },
		{ NULL, "local f = org.ties(1) f(1, -5)", "the ties of 1 changed" },
		{ NULL, "local f = org.ties(1) f(1, math.maxinteger)", "the ties of 1 changed" },
		{ NULL, "for j in org.ties(1) do for k = 1, 8 do org.set_tie(1, k) end end", "the ties of 1 changed while org.ties went through them; take for k = 1, 8" },
		{ NULL, "local f = pairs({ 1 }) f(7)", "table expected" },
		{ NULL, "local f = pairs({ 1 }) f()", "table expected" },
		{ NULL, "org.column('mindset').set(org.where({}), 1)", "this is no vector" },
		{ NULL, "org.column('mindset').mean(org.draws('a'))", "this is no vector" },
		{ NULL, "org.where({}).list(org.column('mindset'))", "this is no group" },
		{ NULL, "org.where({}).has(org, 1)", "this is no group" },
		{ NULL, "org.draws('a').uniform(org.column('mindset'))", "with a colon" },
		{ NULL, "org.draws('a').uniform('x')", "with a colon" },
		{ NULL, "return org.column('mindset') + org", "this is no vector" },
		{ NULL, "return org.column('mindset') + {}", "this is no vector" },
		{ NULL, "return org.column('mindset')[0]", "mindset[0]: places go from 1 to 70" },
		{ NULL, "return org.column('mindset')[71]", "places go from 1 to 70" },
		{ NULL, "return org.column('mindset')[-1]", "places go from 1 to 70" },
		{ NULL, "return org.column('mindset')[1.5]", "places go from 1 to 70" },
		{ NULL, "return org.column('mindset')[math.mininteger]", "places go from 1 to 70" },
		{ NULL, "return org.column('mindset')[{}]", "mindset[table]: places go from" },
		{ NULL, "org.column('mindset')[math.maxinteger] = 1", "places go from 1 to 70" },
		{ NULL, "return org.unit(0)", "0 is no place; these go from 1 to 70" },
		{ NULL, "return org.tie(1, 9)", "there is no tie 9; everybody has 8" },
		{ NULL, "org.set_tie(1, 1, 71)", "71 is no place" },
		{ NULL, "org.set_tie(1, 0, 2)", "there is no tie 0" },
		{ NULL, "org.leave(1) org.leave(1)", "nobody is at place 1 now" },
		{ NULL, "org.leave(1) org.move(1, 'pool')", "nobody is at place 1 now" },
		{ NULL, "org.choice(org)", "table expected" },
		{ NULL, "org.shuffle(org.column 'mindset')", "table expected" },
		{ NULL, "org.where { unit = {} }", "string expected" },
		{ NULL, "org.where { mindset = { min = {} } }", "number expected" },
		{ NULL, "return org.column('mindset'):list(org)", "this is no group" },
		{ NULL, "return org.mean(org.where {})", "this is no vector" },
		{ NULL, "local n = org.units() n(org) for i = 1, 9 do n() end return n().x", "attempt to index a nil value" },
		{ NULL, "table.insert({}, math.maxinteger, 1)", "out of bounds" },
		{ NULL, "return ('x'):sub({})", "number expected" },
		{ NULL, "org.choice {}", "nothing to draw from" },
		{ NULL, "org.integer(math.mininteger, math.maxinteger)", "there is no drawing from" },
		{ NULL, "org.integer(2, 1)", "there is no drawing from 2 to 1" },
		{ NULL, "error(org.column 'mindset')", "stops by error()" },
	};
	REFUSE(attempts);
}

static void nothing_goes_on_for_ever(void **state)
{
	static const struct attempt attempts[] = {
		{ NULL, "while true do end", "computes for too long" },
		{ NULL, "while true do org.uniform() end", "computes for too long" },
		{ NULL, "local function f() return f() end f()", "computes for too long" },
		{ NULL, "local function f() return 1 + f() end f()", "more than 200 functions call each other" },
		{ NULL, "local t = {} while true do t[#t + 1] = { 1, 2, 3, 4, 5, 6, 7, 8 } end", "of memory" },
		{ NULL, "local t = {} while true do t[#t + 1] = org.vector(1) end", "of memory" },
		{ NULL, "while true do local x = org.column('mindset') + 1 end", "too" },
		{ NULL, "local s = 'x' while true do s = s .. s end", "longer than 64 kB" },
		{ NULL, "return ('x'):rep(1000000000)", "longer than 64 kB" },
		{ NULL, "while true do for i in org.people() do for j in org.people() do end end end", "computes for too long" },
		{ NULL, "while true do for j in org.ties(1) do end end", "computes for too long" },
		{ NULL, "while true do org.assign { departments = { 'permits' } } end", "computes for too long" },
		{ NULL, "local t = { 3, 1, 2 } table.sort(t, function(a, b) error('x') end)", "x" },
		{ NULL, "local t = {} for i = 1, 50000 do t[i] = i end while true do table.sort(t, function() return true end) end", "computes for too long" },
		{ NULL, "local t = {} for i = 1, 100 do t[i] = i end while true do for k in pairs(t) do t[k] = nil t[k + 100] = 1 end end", "computes for too long" },
		{ NULL, "local s = ('x'):rep(60000) for i = 1, 30000 do local t = s .. i end", "asks for memory too often, more than 1024 MB in all" },
		{ NULL, "for i = 1, 100000 do local v = org.vector(i) + org.vector(i) * org.vector(i) end while true do local t = { org.vector(1) } end", "too" },
		{ NULL, "local function f(a, b) table.sort({ 1, 2, 3 }, f) return true end f()", "more than 200 functions call each other" },
		{ NULL, "local t = {} for i = 1, 1000 do t[i] = ('x'):rep(1000) end return table.concat(t)", "longer than 64 kB" },
		{ NULL, "return table.concat({ 'a', 'b' }, ('x'):rep(65000)) .. ('x'):rep(65000)", "longer than 64 kB" },
		{ NULL, "return table.unpack({}, 1, 100000000)", "more than 255 values" },
		{ NULL, "return select('#', table.unpack({}, 1, 256))", "more than 255 values" },
		{ NULL, "return ('%99999d'):format(1)", "invalid" },
		{ NULL, "return (('%s'):rep(30000)):format('x')", "value expected" },
		{ NULL, "while true do local s = ('').rep('', 60000) end", "computes for too long" },
		{ NULL, "while true do org.state.x = org.luck 'a' end", "too" },
		{ NULL, "while true do org.shuffle { 1, 2, 3, 4, 5, 6, 7, 8 } end", "computes for too long" },
		{ NULL, "while true do org.set('kerbs.room', 0.5) end", "computes for too long" },
		{ NULL, "while true do org.start 'example' org.stop 'example' end", "computes for too long" },
		{ NULL, "while true do org.move(1, 'pool') org.move(1, 'permits') end", "computes for too long" },
		{ NULL, "while true do local a = org.where { mindset = { min = 0.5 } } local b = #a end", "too" },
		{ NULL, "while true do local a = org.column('mindset'):tie_mean():exp():log():sqrt():abs():clamp(0, 1) end", "too" },
		{ NULL, "goto again ::again:: local x = 1 goto again", "computes for too long" },
		{ NULL, "org.state.me = org.state", "too deep" },
		{ NULL, "for i = 1, 10 do org.state[i] = org.state end", "org.state" },
		{ NULL, "for i = 1, 100 do org.state[i] = ('x'):rep(60000) .. i end", "org.state is larger than 4 MB" },
		{ NULL, "error(('x'):rep(60000))", "xxx" },
		{ "local t = {} t[1] = t for i = 2, 99999 do t[i] = t end", "while true do t[1] = t end", "computes for too long" },
		{ "local t = {} for i = 1, 200 do t = { t } end", "return t", "too deep" },
	};
	REFUSE(attempts);
}

static void what_is_not_saved_cannot_remember(void **state)
{
	static const struct attempt attempts[] = {
		{ NULL, "count = 1", "test.lua:7: count: nothing outside a function can change here; write local count" },
		{ "total = 0", "total = total + 1", "total: nothing outside a function can change" },
		{ "local n = 0", "n = n + 1", "n was changed" },
		{ "local t = {}", "t.x = 1", "t was changed" },
		{ "local t = { deep = { er = 1 } }", "t.deep.er = 2", "t.deep.er was changed" },
		{ "t = { 1 }", "t[1] = 2", "t.1 was changed" },
		{ "local t = { 1, 2 }", "t[2] = nil", "t was changed" },
		{ "local a, b = {}, {}", "a, b = b, a", "was changed" },
		{ "local f = function() return 1 end", "f = function() return 2 end", "f was changed" },
		{ "local n = 0 local function f() n = n + 1 end", "f()", "n was changed" },
		{ "local keep", "keep = org.column('mindset')", "keep was changed" },
		{ "local keep", "keep = org", "keep was changed" },
		{ "local keep", "keep = org.state", "keep was changed" },
		{ "local keep", "keep = org.people()", "keep was changed" },
		{ "local keep", "keep = keep or org.units()", "keep was changed" },
		{ "local keep", "keep = org.ties(1)", "keep was changed" },
		{ "local keep", "keep = org.draws('a')", "keep was changed" },
		{ "local keep", "keep = function() return org.week end", "keep was changed" },
		{ "local it, t = pairs { 1, 2, 3 }", "it(t)", "it was changed" },
		{ "local _ENV = { n = 0, scenario = scenario, programme = programme, math = math }", "n = n + 1", "_ENV.n was changed" },
		{ "local m = math", "m.x = 1", "x: nothing outside a function can change" },
		{ NULL, "math.floor = nil", "floor: nothing outside a function can change" },
		{ NULL, "table.insert(math, 1)", "nothing outside a function can change" },
		{ NULL, "_ENV.x = 1", "x: nothing outside a function can change" },
		{ "local t = { [true] = 1 }", "t[true] = 2", "t.true was changed" },
		{ "local t = { 1 }", "t[1] = 1.0", "t.1 was changed" },
		{ NULL, "org.state.f = function() end", "org.state: f is a function; only numbers, texts, true, false and tables of these are kept" },
		{ NULL, "org.state.v = org.column('mindset')", "org.state: v is a vector, group or row of org; only numbers" },
		{ NULL, "org.state.list = { { org.where({}) } }", "org.state: 1 is a vector, group or row of org" },
		{ NULL, "org.state[1.5] = 1", "a key is a name or a whole number" },
		{ NULL, "org.state[true] = 1", "a key is a name or a whole number" },
	};
	REFUSE(attempts);
}

static void what_is_asked_must_exist_and_be_in_range(void **state)
{
	static const struct attempt attempts[] = {
		{ NULL, "org.column('mindset')[1] = 1.5", "mindset: 1.5; allowed is 0 to 1 (in on_week, 2025-W01)" },
		{ NULL, "org.column('mindset')[1] = 0 / 0", "mindset: not a number (0/0); allowed is 0 to 1" },
		{ NULL, "org.column('free')[1] = 0 / 0", "free: not a number (0/0); allowed is any number" },
		{ NULL, "org.column('count')[1] = 0.5", "count: 0.5; allowed is a whole number from -9007199254740992 to 9007199254740992" },
		{ NULL, "org.column('count')[1] = 1e300", "count: 1e+300; allowed is" },
		{ "", "org.column('most')[1] = 2.5", "most: 2.5; allowed is at most 2" },
		{ "", "org.column('least')[1] = -1 / 3", "least: -0.3333333333; allowed is at least 0" },
		{ NULL, "org.column('mindset')[1] = 'x'", "mindset[1]: a number, true or false is expected here" },
		{ NULL, "org.column('age')[1] = -1", "age: -1; allowed is a whole number from 0 to 5200" },
		{ NULL, "org.column('unit')[1] = 1", "unit follows from other things and cannot be set" },
		{ NULL, "org.column('manager'):set(1)", "manager follows from other things" },
		{ NULL, "org.column('mindset'):set(2)", "mindset: 2; allowed is 0 to 1" },
		{ NULL, "org.column('mindset'):add(0.9)", "mindset: 1." },
		{ NULL, "org.column 'mindsett'", "unknown column mindsett; did you mean mindset?" },
		{ NULL, "org.column 'ties'", "unknown column ties" },
		{ NULL, "org.mean 'belief'", "this is no vector" },
		{ NULL, "org.measure 'strainn'", "unknown measure strainn; did you mean strain?" },
		{ NULL, "org.measure 'example'", "example is a measure of the scenario's own" },
		{ NULL, "org.record('exampel', 1)", "did you mean example?" },
		{ NULL, "org.record('strain', 1)", "unknown measure strain" },
		{ NULL, "org.set('kerbs.room', 2)", "value 2; allowed is 0 to 1 (0-1) (in on_week" },
		{ NULL, "org.set('kerbs.room', true)", "number expected, got boolean" },
		{ NULL, "org.set('kerbs.rom', 1)", "did you mean kerbs.room?" },
		{ NULL, "org.set('mechanisms.exits', 0, 'permits')", "holds for the whole organisation" },
		{ NULL, "org.start 'exemple'", "unknown programme exemple; did you mean example?" },
		{ NULL, "org.move(1, 'permitss')", "unknown department permitss; did you mean permits?" },
		{ NULL, "org.assign {}", "departments is a list" },
		{ NULL, "org.assign { departments = { 'pool' } }", "the pool is no department" },
		{ NULL, "org.assign { departments = { 'permits', 'permits' } }", "permits has a discipline that is there already" },
		{ NULL, "org.assign { departments = { 'permits' }, complexity = 2 }", "complexity 2; allowed is 0 to 1" },
		{ NULL, "org.assign { departments = { 'permits' }, roles = { 'boss' } }", "unknown role boss" },
		{ NULL, "org.where { mindse = 1 }", "unknown column mindse; did you mean mindset?" },
		{ NULL, "org.where { mindset = 'high' }", "org.where: mindset takes a number, true, false or { min" },
		{ NULL, "return org.column('mindset') > 0.5", "compare it by x:at_least(0.5)" },
		{ NULL, "for i in org.people do end", "write for … in org.people() do, with brackets" },
		{ NULL, "for id in org.units do end", "write for … in org.units() do, with brackets" },
		{ NULL, "org:measure 'strain'", "write org.measure with a point, not org:measure" },
		{ NULL, "org.measure 'complex_lead'", "did you mean complex_lead_weeks?" },
		{ NULL, "org.where { 1 }", "write { column = value }" },
	};
	REFUSE(attempts);
}

static void a_measure_may_change_nothing(void **state)
{
	static const struct attempt attempts[] = {
		{ NULL, "org.column('mindset')[1] = 0.5", "a measure measures" },
		{ NULL, "org.column('mindset'):set(0.5)", "a measure measures" },
		{ NULL, "org.set('kerbs.room', 0.5)", "a measure measures" },
		{ NULL, "org.set_tie(1, 1, 2)", "a measure measures" },
		{ NULL, "org.leave(1)", "a measure measures" },
		{ NULL, "org.record('example', 1)", "a measure measures" },
		{ NULL, "org.state.x = 1", "a measure measures" },
		{ NULL, "return 'x'", "measures.example.value does not return a number but string" },
	};
	char fields[512];
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
		snprintf(fields, sizeof fields, "measures = { example = { value = function(org) %s\nend } }", attempts[i].body);
		hooked_refused("", fields, attempts[i].message);
	}
}

static void functions_that_failed_are_not_used_again(void **state)
{
	static struct hooked h;
	assert_true(hooked_load(&h, "local keep", "on_week = function(org) if keep then org.state.x = keep[1] end keep = org.column('mindset') end"));
	assert_true(hooked_open(&h, 1));
	assert_false(hooked_run(&h, 1));
	sim_destroy(h.sim);
	err_clear(&h.err);
	assert_true(hooked_open(&h, 1));
	assert_false(hooked_run(&h, 1));
	assert_string_equal(h.err.text[LANG_EN], "a function of this scenario failed before: load it again\n");
	hooked_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_outside_can_be_reached),
		cmocka_unit_test(nothing_is_read_that_is_not_there),
		cmocka_unit_test(nothing_goes_on_for_ever),
		cmocka_unit_test(what_is_not_saved_cannot_remember),
		cmocka_unit_test(what_is_asked_must_exist_and_be_in_range),
		cmocka_unit_test(a_measure_may_change_nothing),
		cmocka_unit_test(functions_that_failed_are_not_used_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
