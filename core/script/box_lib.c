// What a script may call: Lua's own functions where they behave the same everywhere, ours where
// they do not. Those that do much work in one instruction are charged for it.
#include "script/box_inside.h"

#include "sim/real.h"

#include <float.h>
#include <lauxlib.h>
#include <lualib.h>
#include <math.h>
#include <string.h>

enum { LIST_MAX = 1 << 20, NAMES_MAX = 256, BYTES_A_STEP = 8 };

// Runs the function of Lua that is the upvalue, at a price that follows the size of its arguments:
// a text of 60,000 digits takes long to become a number. The call keeps its own frame, and so its name.
int box_priced(lua_State *lua)
{
	size_t size = 0;
	for (int i = lua_gettop(lua); i > 0; i--)
		size += (size_t)lua_rawlen(lua, i);
	box_charge(lua, size / BYTES_A_STEP);
	return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

// Takes the listed functions of a library of Lua, opened out of sight, into the table on top.
static void take(lua_State *lua, lua_CFunction open, const char *const *names)
{
	lua_pushcfunction(lua, open);
	lua_call(lua, 0, 1);
	for (; *names; names++) {
		if (lua_getfield(lua, -1, *names) == LUA_TFUNCTION)
			lua_pushcclosure(lua, box_priced, 1);
		lua_setfield(lua, -3, *names);
	}
	lua_pop(lua, 1);
}

// Wraps a function of the table on top in one of ours.
static void wrap(lua_State *lua, const char *name, lua_CFunction own)
{
	lua_getfield(lua, -1, name);
	lua_pushcclosure(lua, own, 1);
	lua_setfield(lua, -2, name);
}

// How many elements a function of table is asked for: arguments `from` and `to`, or else all.
static lua_Integer count_range(lua_State *lua, int from, int to)
{
	luaL_checktype(lua, 1, LUA_TTABLE);
	lua_Integer first = luaL_optinteger(lua, from, 1),
		    last = luaL_optinteger(lua, to, (lua_Integer)lua_rawlen(lua, 1));
	if (first > last)
		return 0;
	lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
	return count < LIST_MAX ? (lua_Integer)count + 1 : LIST_MAX + 1;
}

static int call_wrapped(lua_State *lua)
{
	lua_pushvalue(lua, lua_upvalueindex(1));
	lua_insert(lua, 1);
	lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
	return lua_gettop(lua);
}

static int table_unpack(lua_State *lua)
{
	if (count_range(lua, 2, 3) > BOX_VALUES_MAX)
		return box_fault(
			lua, "table.unpack: meer dan %d waarden", "table.unpack: more than %d values", BOX_VALUES_MAX);
	return call_wrapped(lua);
}

static int table_concat(lua_State *lua)
{
	lua_Integer count = count_range(lua, 3, 4);
	luaL_argcheck(lua, count <= LIST_MAX, 1, "list too long");
	box_charge(lua, (size_t)count);
	return call_wrapped(lua);
}

void box_push_words(lua_State *lua, int index)
{
	switch (lua_type(lua, index)) {
	case LUA_TNUMBER:
		lua_pushvalue(lua, index);
		lua_tostring(lua, -1);
		break;
	case LUA_TSTRING:
		lua_pushvalue(lua, index);
		break;
	case LUA_TBOOLEAN:
		lua_pushstring(lua, lua_toboolean(lua, index) ? "true" : "false");
		break;
	default:
		lua_pushstring(lua, luaL_typename(lua, index));
	}
}

static int base_tostring(lua_State *lua)
{
	luaL_checkany(lua, 1);
	box_push_words(lua, 1);
	return 1;
}

// ---- a stable merge sort, bottom up, between two lists

static void move_value(lua_State *lua, int from, lua_Integer i, int to, lua_Integer j)
{
	lua_rawgeti(lua, from, i);
	lua_rawseti(lua, to, j);
}

static void merge(lua_State *lua, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high,
	int (*before)(lua_State *))
{
	lua_Integer left = low, right = middle;
	for (lua_Integer i = low; i < high; i++) {
		int take_right = left == middle;
		if (!take_right && right < high) {
			lua_rawgeti(lua, from, right);
			lua_rawgeti(lua, from, left);
			take_right = before(lua);
			lua_pop(lua, 2);
		}
		move_value(lua, from, take_right ? right++ : left++, to, i);
	}
}

static lua_Integer least(lua_Integer a, lua_Integer b)
{
	return a < b ? a : b;
}

void box_sort(lua_State *lua, int list, lua_Integer count, int (*before)(lua_State *))
{
	if (count < 2)
		return;
	lua_createtable(lua, (int)count, 0);
	int from = list, to = lua_gettop(lua);
	for (lua_Integer width = 1; width < count; width *= 2) {
		box_charge(lua, (size_t)count);
		for (lua_Integer low = 1; low <= count; low += 2 * width)
			merge(lua, from, to, low, least(low + width, count + 1), least(low + 2 * width, count + 1),
				before);
		int other = from;
		from = to;
		to = other;
	}
	for (lua_Integer i = 1; from != list && i <= count; i++)
		move_value(lua, from, i, list, i);
	lua_settop(lua, from != list ? from - 1 : to - 1);
}

static int less(lua_State *lua)
{
	return lua_compare(lua, -2, -1, LUA_OPLT);
}

// The script's own comparison is argument 2 of table.sort.
static int less_by_function(lua_State *lua)
{
	lua_pushvalue(lua, 2);
	lua_pushvalue(lua, -3);
	lua_pushvalue(lua, -3);
	lua_call(lua, 2, 1);
	int answer = lua_toboolean(lua, -1);
	lua_pop(lua, 1);
	return answer;
}

static int table_sort(lua_State *lua)
{
	luaL_checktype(lua, 1, LUA_TTABLE);
	lua_Integer count = (lua_Integer)lua_rawlen(lua, 1);
	luaL_argcheck(lua, count <= LIST_MAX, 1, "list too long");
	if (!lua_isnoneornil(lua, 2))
		luaL_checktype(lua, 2, LUA_TFUNCTION);
	lua_settop(lua, 2);
	box_sort(lua, 1, count, lua_isnil(lua, 2) ? less : less_by_function);
	return 0;
}

// ---- pairs in an order: numbers, then texts, then false and true

static int rank(lua_State *lua, int index)
{
	switch (lua_type(lua, index)) {
	case LUA_TNUMBER:
		return 0;
	case LUA_TSTRING:
		return 1;
	default:
		return 2 + lua_toboolean(lua, index);
	}
}

static int key_before(lua_State *lua)
{
	int a = rank(lua, -2), b = rank(lua, -1);
	if (a != b || a > 1)
		return a < b;
	return less(lua);
}

static int next_pair(lua_State *lua)
{
	lua_Integer at = lua_tointeger(lua, lua_upvalueindex(2));
	luaL_checktype(lua, 1, LUA_TTABLE);  // a script may call it by hand
	for (;;) {
		at++;
		if (lua_rawgeti(lua, lua_upvalueindex(1), at) == LUA_TNIL)
			return 1;
		lua_pushvalue(lua, -1);
		if (lua_rawget(lua, 1) != LUA_TNIL)
			break;
		lua_pop(lua, 2);  // was taken out on the way
	}
	lua_pushinteger(lua, at);
	lua_replace(lua, lua_upvalueindex(2));
	return 2;
}

static int base_pairs(lua_State *lua)
{
	luaL_checktype(lua, 1, LUA_TTABLE);
	lua_settop(lua, 1);
	lua_newtable(lua);
	lua_Integer count = 0;
	for (lua_pushnil(lua); lua_next(lua, 1); count++) {
		lua_pop(lua, 1);
		int type = lua_type(lua, -1);
		if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN)
			box_fault(lua, "pairs: een sleutel van het soort %s heeft geen volgorde",
				"pairs: a key of type %s has no order", lua_typename(lua, type));
		lua_pushvalue(lua, -1);
		lua_rawseti(lua, 2, count + 1);
	}
	luaL_argcheck(lua, count <= LIST_MAX, 1, "table too large");
	box_charge(lua, (size_t)count);
	box_sort(lua, 2, count, key_before);
	lua_pushinteger(lua, 0);
	lua_pushcclosure(lua, next_pair, 2);
	lua_pushvalue(lua, 1);
	return 2;
}

// ---- mathematics with the same bits everywhere

static double power_of_e(double x)
{
	return x != x ? x : x > 709.78 ? (double)INFINITY : real_exp(x);
}

static double natural_log(double x)
{
	if (x > 0)
		return x > DBL_MAX ? x : real_log(x);
	return x == 0 ? -(double)INFINITY : (double)NAN;
}

static int math_exp(lua_State *lua)
{
	lua_pushnumber(lua, power_of_e(luaL_checknumber(lua, 1)));
	return 1;
}

static int math_log(lua_State *lua)
{
	lua_pushnumber(lua, natural_log(luaL_checknumber(lua, 1)));
	return 1;
}

static double whole_power(double base, int exponent)
{
	double result = 1;
	for (int left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2) {
		if (left % 2)
			result *= base;
		base *= base;
	}
	return exponent < 0 ? 1 / result : result;
}

static int math_pow(lua_State *lua)
{
	double base = luaL_checknumber(lua, 1), exponent = luaL_checknumber(lua, 2);
	if (fabs(exponent) <= 1024 && floor(exponent) == exponent)
		lua_pushnumber(lua, whole_power(base, (int)exponent));
	else if (base > 0)
		lua_pushnumber(lua, power_of_e(exponent * natural_log(base)));
	else
		lua_pushnumber(lua, base == 0 && exponent > 0 ? 0 : (double)NAN);
	return 1;
}

void box_open_math(lua_State *lua)
{
	static const char *const names[] = { "abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min",
		"mininteger", "modf", "pi", "sqrt", "tointeger", "type", "ult", NULL };
	static const luaL_Reg own[] = { { "exp", math_exp }, { "log", math_log }, { "pow", math_pow }, { NULL, NULL } };
	lua_newtable(lua);
	take(lua, luaopen_math, names);
	luaL_setfuncs(lua, own, 0);
	lua_setfield(lua, -2, "math");
}

void box_open_table(lua_State *lua)
{
	static const char *const names[] = { "concat", "insert", "remove", "unpack", NULL };
	static const luaL_Reg own[] = { { "sort", table_sort }, { NULL, NULL } };
	lua_newtable(lua);
	take(lua, luaopen_table, names);
	wrap(lua, "concat", table_concat);
	wrap(lua, "unpack", table_unpack);
	luaL_setfuncs(lua, own, 0);
	lua_setfield(lua, -2, "table");
}

// ---- an unknown name is the script's most common mistake: say which one was meant

static int unknown_name(lua_State *lua)
{
	const char *names[NAMES_MAX];
	int count = 0;
	if (lua_type(lua, 2) != LUA_TSTRING)
		return 0;
	const char *word = lua_tostring(lua, 2);
	for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1))
		if (count < NAMES_MAX && lua_type(lua, -2) == LUA_TSTRING)
			names[count++] = lua_tostring(lua, -2);
	const char *near = text_nearest(word, names, count, (int)sizeof *names);
	if (near)
		return box_fault(
			lua, "onbekende naam %s; bedoelde u %s?", "unknown name %s; did you mean %s?", word, near);
	return box_fault(lua, "onbekende naam %s", "unknown name %s", word);
}

void box_open_base(lua_State *lua)
{
	static const char *const names[] = { "assert", "error", "ipairs", "select", "tonumber", "type", NULL };
	static const luaL_Reg own[] = { { "pairs", base_pairs }, { "tostring", base_tostring }, { NULL, NULL } };
	take(lua, luaopen_base, names);
	luaL_setfuncs(lua, own, 0);
	lua_createtable(lua, 0, 1);
	lua_pushcfunction(lua, unknown_name);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
}
