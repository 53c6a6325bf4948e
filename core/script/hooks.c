// The scenario's functions and when they are called. The box lives on after loading, sealed.
#include "script/hooks.h"

#include "mem.h"
#include "script/guard.h"
#include "script/org_inside.h"
#include "script/scenario_inside.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
	STEPS_A_CALL = 20000000,   // Lua instructions of a hook, and
	STEPS_A_PLACE = 2000,      // so many for each place
	BYTES_A_PLACE = 256,       // of memory above the box's own
	ROOTS = SCENARIO_HOOKS + 2,
};

struct hooks {
	struct org_play play;      // first: the box knows its owner as this
	struct box *box;
	struct guard *guard;
	int org, values, state, roots;  // references: org and what it looks up, org.state, what may not change
	int function[SCENARIO_HOOKS];
	int *measure;              // [own measures] their functions, or LUA_NOREF
	int measure_count;
	int64_t steps;
	const char *names[ROOTS + 1];
	struct org_bytes bytes;    // org.state as it is written
	bool spent;                // a function failed halfway: what it left may be anything
};

// ---- making them

static int refuse_field(lua_State *lua)
{
	box_push_words(lua, 2);
	return box_fault(lua, "org.%s kan niet worden gezet; bewaar het in org.state", "org.%s cannot be set; keep it in org.state", lua_tostring(lua, -1));
}

static int unknown_field(lua_State *lua)
{
	const char *names[256], *word = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
	int count = 0;
	for (int i = 0; i < api_count && count < 256; i++)
		if (api_table[i].group == API_ORG || api_table[i].group == API_VALUE)
			names[count++] = api_table[i].name;
	const char *near = text_nearest(word, names, count, (int)sizeof *names);
	if (near)
		return box_fault(lua, "org.%s is er niet; bedoelde u org.%s?", "there is no org.%s; did you mean org.%s?", word, near);
	return box_fault(lua, "org.%s is er niet", "there is no org.%s", word);
}

// org itself is empty: what it shows stands in another table, and nothing can be put in it.
static void make_org(lua_State *lua, struct hooks *hooks)
{
	org_open(lua);
	lua_createtable(lua, 0, 1);
	lua_pushcfunction(lua, unknown_field);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
	lua_newuserdatauv(lua, 1, 0);
	lua_createtable(lua, 0, 2);
	lua_pushvalue(lua, -3);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, refuse_field);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -2);
	hooks->org = luaL_ref(lua, LUA_REGISTRYINDEX);
	hooks->values = luaL_ref(lua, LUA_REGISTRYINDEX);
	lua_newtable(lua);
	hooks->state = luaL_ref(lua, LUA_REGISTRYINDEX);
}

// The scenario's table is at 1.
static void take_functions(lua_State *lua, struct hooks *hooks, const struct config *config)
{
	for (int i = 0; i < SCENARIO_HOOKS; i++)
		hooks->function[i] = lua_getfield(lua, 1, scenario_hooks[i]) == LUA_TFUNCTION ? luaL_ref(lua, LUA_REGISTRYINDEX) : (lua_pop(lua, 1), LUA_NOREF);
	for (int i = 0; i < hooks->measure_count; i++) {
		lua_getfield(lua, 1, "measures");
		lua_getfield(lua, -1, config->own_measure[i].name);
		hooks->measure[i] = lua_getfield(lua, -1, "value") == LUA_TFUNCTION ? luaL_ref(lua, LUA_REGISTRYINDEX) : (lua_pop(lua, 1), LUA_NOREF);
		lua_pop(lua, 2);
	}
}

// The list of what may not change: the script's own names, its measures, and each hook.
static void list_roots(lua_State *lua, struct hooks *hooks)
{
	int count = 0;
	lua_newtable(lua);
	box_seal(lua);
	lua_rawseti(lua, -2, ++count);
	hooks->names[0] = "";
	lua_createtable(lua, hooks->measure_count, 0);
	for (int i = 0; i < hooks->measure_count; i++)
		if (hooks->measure[i] != LUA_NOREF) {
			lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->measure[i]);
			lua_rawseti(lua, -2, i + 1);
		}
	lua_rawseti(lua, -2, ++count);
	hooks->names[1] = "measures";
	for (int i = 0; i < SCENARIO_HOOKS; i++)
		if (hooks->function[i] != LUA_NOREF) {
			lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->function[i]);
			lua_rawseti(lua, -2, ++count);
			hooks->names[count - 1] = scenario_hooks[i];
		}
	lua_pushvalue(lua, -1);
	hooks->roots = luaL_ref(lua, LUA_REGISTRYINDEX);
	guard_take(lua, lua_gettop(lua), hooks->names, &hooks->guard);
	lua_pop(lua, 1);
}

struct making {
	struct hooks *hooks;
	const struct config *config;
};

// Arguments: the scenario's table, and the struct making.
static int make(lua_State *lua)
{
	struct making *making = lua_touserdata(lua, 2);
	lua_settop(lua, 1);
	take_functions(lua, making->hooks, making->config);
	make_org(lua, making->hooks);
	list_roots(lua, making->hooks);
	return 0;
}

void hooks_destroy(struct hooks *hooks)
{
	if (!hooks)
		return;
	box_destroy(hooks->box);
	guard_destroy(hooks->guard);
	mem_free(hooks->bytes.data);
	mem_free(hooks->measure);
	mem_free(hooks);
}

struct hooks *hooks_create(struct box *box, const struct config *config, struct err *err)
{
	struct hooks *hooks = mem_new(1, sizeof *hooks);
	int *measure = mem_new((size_t)config->own_measure_count + 1, sizeof *measure);
	if (!hooks || !measure) {
		err_memory(err);
		mem_free(hooks);
		mem_free(measure);
		return NULL;
	}
	hooks->measure = measure;
	hooks->measure_count = config->own_measure_count;
	lua_State *lua = box_lua(box);
	lua_pushcfunction(lua, make);
	lua_insert(lua, -2);
	lua_pushlightuserdata(lua, &(struct making){ hooks, config });
	if (!box_call(box, 2, 0, BOX_STEPS_LOAD, err)) {
		hooks_destroy(hooks);  // its box is not yet its own
		return NULL;
	}
	hooks->box = box;
	box_set_owner(box, hooks);
	hooks_fit(hooks, config);
	return hooks;
}

void hooks_fit(struct hooks *hooks, const struct config *config)
{
	must(config->own_measure_count == hooks->measure_count);
	hooks->steps = STEPS_A_CALL + (int64_t)STEPS_A_PLACE * config_staff(config);
	box_add_memory(hooks->box, (size_t)config_staff(config) * BYTES_A_PLACE);
}

// ---- org.state: made anew from the sim's note for each call, so that a run goes on as a saved one does

static void set_value(lua_State *lua, struct hooks *hooks, const char *name, lua_Integer value)
{
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->values);
	lua_pushstring(lua, name);
	lua_pushinteger(lua, value);
	lua_rawset(lua, -3);
	lua_pop(lua, 1);
}

static void read_state(lua_State *lua, struct hooks *hooks)
{
	uint32_t count;
	const void *bytes = edit_note(hooks->play.sim, &count);
	org_push_state(lua, bytes, count);
	lua_rawseti(lua, LUA_REGISTRYINDEX, hooks->state);
}

static void refresh_org(lua_State *lua, struct hooks *hooks)
{
	const struct sim *sim = hooks->play.sim;
	int week = sim_week(sim);
	read_state(lua, hooks);
	set_value(lua, hooks, "week", week);
	set_value(lua, hooks, "year", sim_config(sim)->start_year + week / CONFIG_WEEKS_PER_YEAR);
	set_value(lua, hooks, "week_of_year", week % CONFIG_WEEKS_PER_YEAR + 1);
	set_value(lua, hooks, "weeks", sim_config(sim)->years * CONFIG_WEEKS_PER_YEAR);
	set_value(lua, hooks, "staff", sim_staff(sim));
	set_value(lua, hooks, "places", edit_slots(sim));
	set_value(lua, hooks, "seed", (lua_Integer)sim_config(sim)->seed);
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->values);
	lua_pushliteral(lua, "state");
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->state);
	lua_rawset(lua, -3);
	lua_pop(lua, 1);
}

static void write_state(lua_State *lua, struct hooks *hooks)
{
	uint32_t count;
	const void *before = edit_note(hooks->play.sim, &count);
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->state);
	org_write_state(lua, lua_gettop(lua), &hooks->bytes);
	lua_pop(lua, 1);
	if (hooks->bytes.count == count && (count == 0 || memcmp(before, hooks->bytes.data, count) == 0))
		return;
	(void)org_write_sim(lua);
	if (!edit_set_note(hooks->play.sim, hooks->bytes.data, (uint32_t)hooks->bytes.count, NULL))
		box_fault(lua, "er is niet genoeg geheugen", "there is not enough memory");
}

// ---- calling them

static void check_unchanged(lua_State *lua, struct hooks *hooks)
{
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->roots);
	guard_check(lua, lua_gettop(lua), hooks->names, hooks->guard);
	lua_pop(lua, 1);
}

// Argument: which hook, as light userdata.
static int run_hook(lua_State *lua)
{
	struct hooks *hooks = box_owner(lua);
	const int *function = lua_touserdata(lua, 1);
	refresh_org(lua, hooks);
	lua_rawgeti(lua, LUA_REGISTRYINDEX, *function);
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->org);
	lua_call(lua, 1, 0);
	check_unchanged(lua, hooks);
	write_state(lua, hooks);
	return 0;
}

// Of a unit whose figures are withheld nothing is asked: what the function would ask there is refused.
static double measured(lua_State *lua, struct hooks *hooks, int own, int unit)
{
	const struct config *config = sim_config(hooks->play.sim);
	if (sim_withheld(hooks->play.sim, unit))
		return (double)NAN;
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->measure[own]);
	lua_rawgeti(lua, LUA_REGISTRYINDEX, hooks->org);
	if (unit == CONFIG_UNIT_ALL)
		lua_pushnil(lua);
	else
		lua_pushstring(lua, config_unit_id(config, unit));
	lua_call(lua, 2, 1);
	if (!lua_isnil(lua, -1) && lua_type(lua, -1) != LUA_TNUMBER)
		box_fault(lua, "measures.%s.value geeft geen getal terug maar %s", "measures.%s.value does not return a number but %s",
			config->own_measure[own].name, luaL_typename(lua, -1));
	double value = lua_isnil(lua, -1) ? (double)NAN : lua_tonumber(lua, -1);
	lua_pop(lua, 1);
	return value;
}

static int run_measures(lua_State *lua)
{
	struct hooks *hooks = box_owner(lua);
	refresh_org(lua, hooks);
	for (int i = 0; i < hooks->measure_count; i++) {
		bool per_unit = sim_config(hooks->play.sim)->own_measure[i].per_unit;
		for (int unit = CONFIG_UNIT_ALL; hooks->measure[i] != LUA_NOREF && unit < (per_unit ? sim_units(hooks->play.sim) : 0); unit++)
			edit_record(hooks->play.sim, unit, i, measured(lua, hooks, i, unit));
	}
	check_unchanged(lua, hooks);
	write_state(lua, hooks);
	return 0;
}

static bool call(struct hooks *hooks, lua_CFunction run, int *which, const char *name, struct err *err)
{
	struct err own;
	if (hooks->spent) {
		err_add(err, "een functie van dit scenario ging eerder mis: laad het opnieuw", "a function of this scenario failed before: load it again");
		return false;
	}
	err_clear(&own);
	lua_State *lua = box_lua(hooks->box);
	hooks->play.row = org_start_row(hooks->play.sim, name);
	lua_pushcfunction(lua, run);
	lua_pushlightuserdata(lua, which);
	if (box_call(hooks->box, 1, 0, hooks->steps, &own))
		return true;
	hooks->spent = true;
	const struct config *config = sim_config(hooks->play.sim);
	int week = sim_week(hooks->play.sim);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		own.text[lang][strcspn(own.text[lang], "\n")] = '\0';
	err_add(err, "%s%.0s (in %s, %d-W%02d)", "%.0s%s (in %s, %d-W%02d)", own.text[LANG_NL], own.text[LANG_EN], name,
		config->start_year + week / CONFIG_WEEKS_PER_YEAR, week % CONFIG_WEEKS_PER_YEAR + 1);
	return false;
}

static bool call_measures(struct hooks *hooks, struct err *err)
{
	hooks->play.measures = true;
	bool good = call(hooks, run_measures, NULL, "measures", err);
	hooks->play.measures = false;
	return good;
}

static bool call_hook(struct hooks *hooks, int which, struct err *err)
{
	return hooks->function[which] == LUA_NOREF || call(hooks, run_hook, &hooks->function[which], scenario_hooks[which], err);
}

enum { ON_START, ON_WEEK, ON_YEAR, ON_END };

static bool begin(struct hooks *hooks, struct sim *sim, struct err *err)
{
	if (!call_hook(hooks, ON_START, err))
		return false;
	edit_settle(sim);
	edit_start(sim);
	return call_measures(hooks, err);
}

// The week has been opened: its plan holds.
static bool live(struct hooks *hooks, struct sim *sim, struct err *err)
{
	edit_forget_records(sim);
	if (!call_hook(hooks, ON_WEEK, err))
		return false;
	hooks->spent = !sim_prepare(sim, err);  // the week cannot be lived again: on_week has had its turn
	if (!hooks->spent)
		sim_step(sim);
	return !hooks->spent;
}

static bool close_week(struct hooks *hooks, struct sim *sim, struct err *err)
{
	int week = sim_week(sim), last = sim_config(sim)->years * CONFIG_WEEKS_PER_YEAR;
	if (week % CONFIG_WEEKS_PER_YEAR == 0 && !call_hook(hooks, ON_YEAR, err))
		return false;
	if (week == last && !call_hook(hooks, ON_END, err))
		return false;
	edit_settle(sim);
	return call_measures(hooks, err);
}

bool hooks_begin(struct hooks *hooks, struct sim *sim, struct err *err)
{
	if (!hooks || sim_week(sim) != 0 || edit_is_started(sim))
		return true;
	hooks->play.sim = sim;
	bool good = begin(hooks, sim, err);
	hooks->play.sim = NULL;
	return good;
}

bool hooks_week(struct hooks *hooks, struct sim *sim, struct err *err)
{
	if (!sim_prepare(sim, err))
		return false;
	if (!hooks || sim_week(sim) < 0) {
		sim_step(sim);
		return hooks_begin(hooks, sim, err);
	}
	sim_open_week(sim);
	hooks->play.sim = sim;
	bool good = live(hooks, sim, err) && close_week(hooks, sim, err);
	hooks->play.sim = NULL;
	return good;
}

bool hooks_run_to(struct hooks *hooks, struct sim *sim, int week, const volatile int *stop, struct err *err)
{
	bool good = hooks_begin(hooks, sim, err);
	while (good && sim_week(sim) < week && !(stop && *stop))
		good = hooks_week(hooks, sim, err);
	return good;
}
