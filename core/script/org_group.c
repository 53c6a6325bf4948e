// Groups of people: who is in one is a byte for each place.
#include "script/org_inside.h"

#include "sim/staff.h"

#include <math.h>
#include <string.h>

static const char group_key = 'g';

struct org_group *org_new_group(lua_State *lua)
{
	uint32_t count = (uint32_t)edit_slots(org_sim(lua));
	struct org_group *group = lua_newuserdatauv(lua, sizeof *group + count, 0);
	memset(group, 0, sizeof *group + count);
	group->count = count;
	lua_rawgetp(lua, LUA_REGISTRYINDEX, &group_key);
	lua_setmetatable(lua, -2);
	box_charge(lua, count / 64);
	return group;
}

static bool is_group(lua_State *lua, int arg)
{
	if (lua_type(lua, arg) != LUA_TUSERDATA || !lua_getmetatable(lua, arg))
		return false;
	lua_rawgetp(lua, LUA_REGISTRYINDEX, &group_key);
	bool same = lua_rawequal(lua, -1, -2);
	lua_pop(lua, 2);
	return same;
}

static void count_members(struct org_group *group)
{
	group->members = 0;
	for (uint32_t i = 0; i < group->count; i++)
		group->members += group->in[i];
}

// Of an imported staff the small units are nobody's to look at, also by a script.
static void check_shown(lua_State *lua, int unit)
{
	const struct sim *sim = org_sim(lua);
	if (sim_withheld(sim, unit))
		box_fault(lua, "%s: van een afdeling met minder dan %d mensen uit een personeelsbestand, of die daaruit zou volgen, zijn geen cijfers te zien",
			"%s: a department of fewer than %d people from a staff file, or from which these would follow, shows no figures",
			config_unit_id(sim_config(sim), unit), SIM_FEWEST);
}

static void push_unit_group(lua_State *lua, int unit)
{
	const struct sim *sim = org_sim(lua);
	check_shown(lua, unit);
	struct org_group *group = org_new_group(lua);
	for (uint32_t i = 0; i < group->count; i++)
		group->in[i] = edit_unit(sim, i) == unit;
	count_members(group);
}

struct org_group *org_opt_group(lua_State *lua, int arg)
{
	if (lua_isnoneornil(lua, arg))
		return NULL;
	if (lua_type(lua, arg) == LUA_TSTRING) {
		push_unit_group(lua, org_check_unit(lua, arg));
		lua_replace(lua, arg);
	}
	if (!is_group(lua, arg))
		box_fault(lua, "dit is geen groep: geef een afdeling of wat org.where gaf", "this is no group: give a department or what org.where gave");
	return lua_touserdata(lua, arg);
}

// ---- org.where { unit = "permits", mindset = { min = 0.5 }, manager = true }

static double bound(lua_State *lua, int table, const char *name, double usual)
{
	double value = usual;
	if (lua_getfield(lua, table, name) != LUA_TNIL)
		value = luaL_checknumber(lua, -1);
	lua_pop(lua, 1);
	return value;
}

// The condition is on top, the name of a column below it.
static void keep_between(lua_State *lua, struct org_group *group)
{
	int condition = lua_gettop(lua);
	double low, high;
	if (lua_type(lua, condition) == LUA_TTABLE) {
		low = bound(lua, condition, "min", -INFINITY);
		high = bound(lua, condition, "max", INFINITY);
	} else if (lua_isboolean(lua, condition)) {
		low = high = lua_toboolean(lua, condition);
	} else if (lua_isnumber(lua, condition)) {
		low = high = lua_tonumber(lua, condition);
	} else {
		box_push_words(lua, condition - 1);
		const char *name = lua_tostring(lua, -1);
		box_fault(lua, "org.where: bij %s hoort een getal, true, false of { min = …, max = … }",
			"org.where: %s takes a number, true, false or { min = …, max = … }", name);
	}
	lua_pushvalue(lua, condition - 1);
	const struct org_vector *vector = org_check_vector(lua, condition + 1);
	for (uint32_t i = 0; i < group->count; i++) {
		double value = org_get(vector, i);
		group->in[i] = group->in[i] && value >= low && value <= high;
	}
	lua_pop(lua, 1);
}

static void keep_where(lua_State *lua, struct org_group *group)
{
	const struct sim *sim = org_sim(lua);
	for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1)) {
		if (lua_type(lua, -2) != LUA_TSTRING)
			box_fault(lua, "org.where: schrijf { kolom = waarde }", "org.where: write { column = value }");
		if (strcmp(lua_tostring(lua, -2), "unit") == 0) {
			int unit = org_check_unit(lua, -1);
			check_shown(lua, unit);
			for (uint32_t i = 0; i < group->count; i++)
				group->in[i] = group->in[i] && edit_unit(sim, i) == unit;
		} else {
			keep_between(lua, group);
		}
		box_charge(lua, group->count / 8);
	}
}

// A table of conditions, or a vector in which those who are in it are not 0.
int org_where(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	const struct org_vector *vector = lua_istable(lua, 1) ? NULL : org_check_vector(lua, 1);
	struct org_group *group = org_new_group(lua);
	for (uint32_t i = 0; i < group->count; i++) {
		double value = vector ? org_get(vector, i) : 1;
		group->in[i] = edit_unit(sim, i) >= 0 && value != 0 && value == value;
	}
	if (!vector)
		keep_where(lua, group);
	count_members(group);
	return 1;
}

int org_count(lua_State *lua)
{
	const struct org_group *group = org_opt_group(lua, 1);
	lua_pushinteger(lua, group ? (lua_Integer)group->members : sim_staff(org_sim(lua)));
	return 1;
}

int org_group_list(lua_State *lua)
{
	const struct org_group *group = org_opt_group(lua, 1);
	luaL_argcheck(lua, group != NULL, 1, "group expected");
	lua_createtable(lua, (int)group->members, 0);
	lua_Integer n = 0;
	for (uint32_t i = 0; i < group->count; i++)
		if (group->in[i]) {
			lua_pushinteger(lua, (lua_Integer)i + 1);
			lua_rawseti(lua, -2, ++n);
		}
	box_charge(lua, group->count / 8);
	return 1;
}

int org_group_has(lua_State *lua)
{
	const struct org_group *group = org_opt_group(lua, 1);
	luaL_argcheck(lua, group != NULL, 1, "group expected");
	lua_pushboolean(lua, group->in[org_check_person(lua, 2)]);
	return 1;
}

static int length(lua_State *lua)
{
	lua_pushinteger(lua, ((struct org_group *)lua_touserdata(lua, 1))->members);
	return 1;
}

void org_open_group(lua_State *lua)
{
	lua_createtable(lua, 0, 2);
	org_push_methods(lua, API_PEOPLE);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, length);
	lua_setfield(lua, -2, "__len");
	lua_rawsetp(lua, LUA_REGISTRYINDEX, &group_key);
}
