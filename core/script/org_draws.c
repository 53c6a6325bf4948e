// Chance. A row of draws has an address: the seed, the week, a name and perhaps a person; the same
// address gives the same numbers, whatever else is drawn. Without a name the row is the hook's.
#include "script/org_inside.h"

#include "sim/rng.h"

#include <string.h>

static const char draws_key = 'd';

enum { NOBODY = -1 };

// The purpose of a name: above those of the model, which are small numbers.
static uint32_t purpose_of(const char *name)
{
	uint32_t hash = 0x811c9dc5u;
	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 0x01000193u;
	return hash | 0x80000000u;
}

static struct rng start(const struct sim *sim, const char *name, int64_t id)
{
	return rng_start(sim_config(sim)->seed, (uint32_t)id, (uint32_t)(sim_week(sim) + sim_config(sim)->warm_up_weeks), purpose_of(name));
}

int org_draws(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	const char *name = luaL_checkstring(lua, 1);
	int64_t id = lua_isnoneornil(lua, 2) ? NOBODY : (int64_t)edit_id(sim, org_check_person(lua, 2));
	struct rng *rng = lua_newuserdatauv(lua, sizeof *rng, 0);
	*rng = start(sim, name, id);
	lua_rawgetp(lua, LUA_REGISTRYINDEX, &draws_key);
	lua_setmetatable(lua, -2);
	return 1;
}

static struct rng *check_draws(lua_State *lua)
{
	struct rng *rng = lua_touserdata(lua, 1);
	bool good = rng && lua_type(lua, 1) == LUA_TUSERDATA && lua_getmetatable(lua, 1);
	if (good) {
		lua_rawgetp(lua, LUA_REGISTRYINDEX, &draws_key);
		good = lua_rawequal(lua, -1, -2);
		lua_pop(lua, 2);
	}
	if (!good)
		box_fault(lua, "schrijf luck:uniform(), met een dubbele punt, op wat org.draws gaf",
			"write luck:uniform(), with a colon, on what org.draws gave");
	return rng;
}

void org_open_draws(lua_State *lua)
{
	lua_createtable(lua, 0, 1);
	org_push_methods(lua, API_DRAWS);
	lua_setfield(lua, -2, "__index");
	lua_rawsetp(lua, LUA_REGISTRYINDEX, &draws_key);
}

// ---- what can be drawn from a row, whose arguments start at `arg`

static int uniform(lua_State *lua, struct rng *rng, int arg)
{
	if (lua_gettop(lua) < arg) {
		lua_pushnumber(lua, rng_next(rng));
		return 1;
	}
	double low = luaL_optnumber(lua, arg, 0), high = luaL_optnumber(lua, arg + 1, 1);
	lua_pushnumber(lua, low + (high - low) * rng_next(rng));
	return 1;
}

static int normal(lua_State *lua, struct rng *rng, int arg)
{
	double mean = luaL_optnumber(lua, arg, 0), sd = luaL_optnumber(lua, arg + 1, 1);
	lua_pushnumber(lua, mean + sd * rng_normal(rng));
	return 1;
}

static lua_Integer below(lua_State *lua, struct rng *rng, lua_Integer count)
{
	if (count < 1 || count > UINT32_MAX)
		box_fault(lua, "er is niets om uit te loten", "there is nothing to draw from");
	return (lua_Integer)rng_below(rng, (uint32_t)count);
}

static int integer(lua_State *lua, struct rng *rng, int arg)
{
	lua_Integer low = luaL_checkinteger(lua, arg), high = luaL_checkinteger(lua, arg + 1);
	uint64_t span = (uint64_t)high - (uint64_t)low;
	if (high < low || span >= UINT32_MAX)
		box_fault(lua, "loten gaat niet van %lld tot en met %lld", "there is no drawing from %lld to %lld", (long long)low, (long long)high);
	lua_pushinteger(lua, low + (lua_Integer)rng_below(rng, (uint32_t)span + 1));
	return 1;
}

static int choice(lua_State *lua, struct rng *rng, int arg)
{
	luaL_checktype(lua, arg, LUA_TTABLE);
	lua_rawgeti(lua, arg, 1 + below(lua, rng, (lua_Integer)lua_rawlen(lua, arg)));
	return 1;
}

static int shuffle(lua_State *lua, struct rng *rng, int arg)
{
	luaL_checktype(lua, arg, LUA_TTABLE);
	lua_Integer count = (lua_Integer)lua_rawlen(lua, arg);
	box_charge(lua, (size_t)count);
	for (lua_Integer n = count; n > 1; n--) {
		lua_Integer other = 1 + below(lua, rng, n);
		lua_rawgeti(lua, arg, n);
		lua_rawgeti(lua, arg, other);
		lua_rawseti(lua, arg, n);
		lua_rawseti(lua, arg, other);
	}
	lua_pushvalue(lua, arg);
	return 1;
}

int org_draws_uniform(lua_State *lua) { return uniform(lua, check_draws(lua), 2); }
int org_draws_normal(lua_State *lua) { return normal(lua, check_draws(lua), 2); }
int org_draws_integer(lua_State *lua) { return integer(lua, check_draws(lua), 2); }
int org_draws_choice(lua_State *lua) { return choice(lua, check_draws(lua), 2); }
int org_draws_shuffle(lua_State *lua) { return shuffle(lua, check_draws(lua), 2); }

int org_uniform(lua_State *lua) { return uniform(lua, org_hook_row(lua), 1); }
int org_normal(lua_State *lua) { return normal(lua, org_hook_row(lua), 1); }
int org_integer(lua_State *lua) { return integer(lua, org_hook_row(lua), 1); }
int org_choice(lua_State *lua) { return choice(lua, org_hook_row(lua), 1); }
int org_shuffle(lua_State *lua) { return shuffle(lua, org_hook_row(lua), 1); }

struct rng org_start_row(const struct sim *sim, const char *hook)
{
	return start(sim, hook, NOBODY);
}

// A number for every place, each person's own: the first of that person's row.
int org_luck(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	const char *name = luaL_checkstring(lua, 1);
	struct org_vector *out = org_new_vector(lua);
	box_charge(lua, out->count / 4);
	for (uint32_t i = 0; i < out->count; i++) {
		struct rng rng = start(sim, name, (int64_t)edit_id(sim, i));
		out->own[i] = rng_next(&rng);
	}
	return 1;
}
