// What a hook can ask and do: measures, settings, programmes, assignments, people and their ties.
#include "script/org_inside.h"

#include "sim/staff.h"

#include <math.h>
#include <string.h>

struct sim *org_sim(lua_State *lua)
{
	const struct org_play *play = box_owner(lua);
	if (!play || !play->sim)
		box_fault(lua, "dit kan alleen in on_start, on_week, on_year, on_end of een meetwaarde",
			"this can only be done in on_start, on_week, on_year, on_end or a measure");
	return play->sim;
}

struct sim *org_write_sim(lua_State *lua)
{
	struct sim *sim = org_sim(lua);
	if (((const struct org_play *)box_owner(lua))->measures)
		box_fault(lua, "een meetwaarde meet: veranderen kan alleen in on_start, on_week, on_year en on_end",
			"a measure measures: changes belong in on_start, on_week, on_year and on_end");
	return sim;
}

struct rng *org_hook_row(lua_State *lua)
{
	(void)org_sim(lua);
	return &((struct org_play *)box_owner(lua))->row;
}

void org_push_methods(lua_State *lua, enum api_group group)
{
	lua_newtable(lua);
	for (int i = 0; i < api_count; i++)
		if (api_table[i].group == group && api_table[i].function) {
			lua_pushcfunction(lua, api_table[i].function);
			lua_setfield(lua, -2, api_table[i].name);
		}
}

void org_open(lua_State *lua)
{
	org_open_vector(lua);
	org_open_group(lua);
	org_open_draws(lua);
	org_push_methods(lua, API_ORG);
}

// ---- units and people

static int unknown_unit(lua_State *lua, const struct config *config, const char *id)
{
	const char *names[CONFIG_DEPARTMENTS_MAX + 1];
	for (int u = 0; u <= config->department_count; u++)
		names[u] = config_unit_id(config, u);
	const char *near = text_nearest(id, names, config->department_count + 1, (int)sizeof *names);
	if (near)
		return box_fault(lua, "onbekende afdeling %s; bedoelde u %s?", "unknown department %s; did you mean %s?", id, near);
	return box_fault(lua, "onbekende afdeling %s", "unknown department %s", id);
}

int org_check_unit(lua_State *lua, int arg)
{
	const struct config *config = sim_config(org_sim(lua));
	const char *id = luaL_checkstring(lua, arg);
	int unit = config_unit(config, id);
	return unit >= 0 ? unit : unknown_unit(lua, config, id);
}

int org_opt_unit(lua_State *lua, int arg)
{
	return lua_isnoneornil(lua, arg) ? CONFIG_UNIT_ALL : org_check_unit(lua, arg);
}

static int no_place(lua_State *lua, lua_Integer place)
{
	return box_fault(lua, "%lld is geen plaats; die lopen van 1 tot en met %d", "%lld is no place; these go from 1 to %d",
		(long long)place, edit_slots(org_sim(lua)));
}

uint32_t org_check_person(lua_State *lua, int arg)
{
	const struct sim *sim = org_sim(lua);
	lua_Integer place = luaL_checkinteger(lua, arg);
	if (place < 1 || place > edit_slots(sim))
		no_place(lua, place);
	if (edit_unit(sim, (uint32_t)place - 1) < 0)
		box_fault(lua, "op plaats %lld is nu niemand", "nobody is at place %lld now", (long long)place);
	return (uint32_t)place - 1;
}

// Upvalue 1: the unit that was given last.
static int next_unit(lua_State *lua)
{
	int unit = (int)lua_tointeger(lua, lua_upvalueindex(1)) + 1;
	if (unit >= sim_units(org_sim(lua)))
		return 0;
	lua_pushinteger(lua, unit);
	lua_replace(lua, lua_upvalueindex(1));
	lua_pushstring(lua, config_unit_id(sim_config(org_sim(lua)), unit));
	return 1;
}

// `for i in org.people do` calls it with two arguments, for ever.
static void check_called(lua_State *lua, int most, const char *call)
{
	if (lua_gettop(lua) > most)
		box_fault(lua, "schrijf for … in %s do, met haakjes", "write for … in %s do, with brackets", call);
}

int org_units(lua_State *lua)
{
	check_called(lua, 0, "org.units()");
	lua_pushinteger(lua, -1);
	lua_pushcclosure(lua, next_unit, 1);
	return 1;
}

// Called with (group or nil, the last place), as `for` does.
static int next_person(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	const struct org_group *group = org_opt_group(lua, 1);  // a script may call this by hand
	lua_Integer place = luaL_checkinteger(lua, 2);
	if (place < 0)
		return 0;
	for (int slots = edit_slots(sim); place < slots; place++)
		if (edit_unit(sim, (uint32_t)place) >= 0 && (!group || group->in[place])) {
			lua_pushinteger(lua, place + 1);
			return 1;
		}
	return 0;
}

int org_people(lua_State *lua)
{
	check_called(lua, 1, "org.people()");
	lua_settop(lua, 1);
	struct org_group *group = org_opt_group(lua, 1);
	lua_pushcfunction(lua, next_person);
	if (group)
		lua_pushvalue(lua, 1);
	else
		lua_pushnil(lua);
	lua_pushinteger(lua, 0);
	return 3;
}

int org_unit(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	lua_pushstring(lua, config_unit_id(sim_config(sim), edit_unit(sim, org_check_person(lua, 1))));
	return 1;
}

int org_id(lua_State *lua)
{
	lua_pushinteger(lua, edit_id(org_sim(lua), org_check_person(lua, 1)));
	return 1;
}

int org_move(lua_State *lua)
{
	uint32_t place = org_check_person(lua, 1);
	edit_move(org_write_sim(lua), place, org_check_unit(lua, 2));
	return 0;
}

int org_leave(lua_State *lua)
{
	edit_leave(org_write_sim(lua), org_check_person(lua, 1));
	return 0;
}

// ---- ties

static int check_tie(lua_State *lua, int arg)
{
	lua_Integer k = luaL_checkinteger(lua, arg);
	if (k < 1 || k > STAFF_TIES)
		box_fault(lua, "band %lld is er niet; iedereen heeft er %d", "there is no tie %lld; everybody has %d", (long long)k, STAFF_TIES);
	return (int)k - 1;
}

// An empty tie is to oneself; who has left is nobody to have a tie with.
static bool is_tie(const struct sim *sim, uint32_t place, uint32_t other)
{
	return other != place && edit_unit(sim, other) >= 0;
}

int org_tie(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	uint32_t place = org_check_person(lua, 1), other = edit_ties(sim, place)[check_tie(lua, 2)];
	if (is_tie(sim, place, other))
		lua_pushinteger(lua, (lua_Integer)other + 1);
	else
		lua_pushnil(lua);
	return 1;
}

// The first k with ties[k] == other, or `count`.
static int find_tie(const uint32_t *ties, int count, uint32_t other)
{
	int k = 0;
	while (k < count && ties[k] != other)
		k++;
	return k;
}

// The number of the tie after that to `last`, who may have been put elsewhere by the loop.
static int tie_after(lua_State *lua, const uint32_t *ties, lua_Integer person, lua_Integer last)
{
	if (last == 0)
		return 0;
	int k = last > 0 && last <= UINT32_MAX ? find_tie(ties, STAFF_TIES, (uint32_t)(last - 1)) : STAFF_TIES;
	if (k == STAFF_TIES)
		box_fault(lua, "de banden van %lld veranderden terwijl org.ties ze afliep; neem for k = 1, %d do local j = org.tie(i, k)",
			"the ties of %lld changed while org.ties went through them; take for k = 1, %d do local j = org.tie(i, k)", (long long)person, STAFF_TIES);
	return k + 1;
}

// Called with (the person's place, the last other), as `for` does. Who is tied twice comes once: what comes next
// then follows from the last, and nothing has to be kept between.
static int next_tie(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	lua_Integer person = luaL_checkinteger(lua, 1), last = luaL_checkinteger(lua, 2);
	if (person < 1 || person > edit_slots(sim))
		return no_place(lua, person);
	uint32_t place = (uint32_t)person - 1;
	const uint32_t *ties = edit_ties(sim, place);
	for (int k = tie_after(lua, ties, person, last); k < STAFF_TIES; k++)
		if (find_tie(ties, k, ties[k]) == k && is_tie(sim, place, ties[k])) {
			lua_pushinteger(lua, (lua_Integer)ties[k] + 1);
			return 1;
		}
	return 0;
}

int org_ties(lua_State *lua)
{
	check_called(lua, 1, "org.ties(i)");
	uint32_t place = org_check_person(lua, 1);
	lua_pushcfunction(lua, next_tie);
	lua_pushinteger(lua, (lua_Integer)place + 1);
	lua_pushinteger(lua, 0);
	return 3;
}

int org_set_tie(lua_State *lua)
{
	uint32_t place = org_check_person(lua, 1);
	int k = check_tie(lua, 2);
	uint32_t other = lua_isnoneornil(lua, 3) ? place : org_check_person(lua, 3);
	edit_set_tie(org_write_sim(lua), place, k, other);
	return 0;
}

// ---- measures

static int unknown_measure(lua_State *lua, const struct config *config, const char *name, bool own_only)
{
	const char *names[MEASURE_COUNT + CONFIG_OWN_MAX];
	int count = 0;
	for (int id = own_only ? MEASURE_COUNT : 0; id < config_measure_count(config); id++)
		names[count++] = id < MEASURE_COUNT ? measure_table[id].name : config->own_measure[id - MEASURE_COUNT].name;
	const char *near = text_nearest(name, names, count, (int)sizeof *names);
	if (near)
		return box_fault(lua, "onbekende meetwaarde %s; bedoelde u %s?", "unknown measure %s; did you mean %s?", name, near);
	return box_fault(lua, "onbekende meetwaarde %s", "unknown measure %s", name);
}

int org_measure(lua_State *lua)
{
	const struct sim *sim = org_sim(lua);
	const char *name = luaL_checkstring(lua, 1);
	int unit = org_opt_unit(lua, 2), id = measure_find(name);
	if (id < 0 && config_find_measure(sim_config(sim), name) >= 0)
		return box_fault(lua, "%s is een eigen meetwaarde: wat een functie moet onthouden staat in org.state",
			"%s is a measure of the scenario's own: what a function is to remember belongs in org.state", name);
	if (id < 0)
		return unknown_measure(lua, sim_config(sim), name, false);
	double value = sim_measure(sim, unit, id);
	if (isnan(value))
		lua_pushnil(lua);
	else
		lua_pushnumber(lua, value);
	return 1;
}

int org_record(lua_State *lua)
{
	struct sim *sim = org_sim(lua);
	const char *name = luaL_checkstring(lua, 1);
	int id = config_find_measure(sim_config(sim), name) - MEASURE_COUNT, unit = org_opt_unit(lua, 3);
	if (id < 0)
		return unknown_measure(lua, sim_config(sim), name, true);
	if (unit != CONFIG_UNIT_ALL && !sim_config(sim)->own_measure[id].per_unit)
		return box_fault(lua, "measures.%s geldt niet per afdeling: zet er per_unit = true bij", "measures.%s is not per department: give it per_unit = true", name);
	edit_record(org_write_sim(lua), unit, id, lua_isnil(lua, 2) ? (double)NAN : luaL_checknumber(lua, 2));
	return 0;
}

// ---- settings and programmes

// The first message of an err.
static void fault_of(lua_State *lua, struct err *err)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		err->text[lang][strcspn(err->text[lang], "\n")] = '\0';
	box_fault(lua, "%s%.0s", "%.0s%s", err->text[LANG_NL], err->text[LANG_EN]);
}

// A key with the unit in it, or the unit apart. Faults with all that is said of it.
static void check_key(lua_State *lua, int arg, int unit_arg, int *unit, int *param)
{
	const struct config *config = sim_config(org_sim(lua));
	static const char *const where = "org";
	struct err err;
	err_clear(&err);
	if (!config_key(config, luaL_checkstring(lua, arg), where, unit, param, &err))
		fault_of(lua, &err);
	if (!lua_isnoneornil(lua, unit_arg))
		*unit = org_check_unit(lua, unit_arg);
	struct param row = config_param(config, *param);
	if (*unit != CONFIG_UNIT_ALL && !row.per_unit)
		box_fault(lua, "%s geldt voor de hele organisatie, niet per afdeling", "%s holds for the whole organisation, not per department", row.name);
}

int org_setting(lua_State *lua)
{
	int unit, param;
	check_key(lua, 1, 2, &unit, &param);
	lua_pushnumber(lua, sim_setting(org_sim(lua), unit, param));
	return 1;
}

static void change(lua_State *lua, struct change change)
{
	if (!edit_change(org_write_sim(lua), &change))
		box_fault(lua, "er lopen te veel programma's tegelijk", "too many programmes run at once");
}

static double check_value(lua_State *lua, int arg, int param)
{
	if (lua_isboolean(lua, arg) && param_table[param].type == PARAM_SWITCH)
		return lua_toboolean(lua, arg);
	double value = luaL_checknumber(lua, arg);
	struct err err;
	err_clear(&err);
	if (!config_value_ok(sim_config(org_sim(lua)), param, value, config_param(sim_config(org_sim(lua)), param).name, "org.set", &err))
		fault_of(lua, &err);
	return value;
}

int org_set(lua_State *lua)
{
	int unit, param;
	check_key(lua, 1, 3, &unit, &param);
	change(lua, (struct change){ .kind = CHANGE_SET, .unit = unit, .param = param, .value = check_value(lua, 2, param), .entry = -1 });
	return 0;
}

int org_reset(lua_State *lua)
{
	int unit, param;
	check_key(lua, 1, 2, &unit, &param);
	change(lua, (struct change){ .kind = CHANGE_RESET, .unit = unit, .param = param, .entry = -1 });
	return 0;
}

static int check_programme(lua_State *lua, int arg)
{
	const struct config *config = sim_config(org_sim(lua));
	const char *names[CONFIG_PROGRAMMES_MAX], *name = luaL_checkstring(lua, arg);
	int index = config_find_programme(config, name);
	if (index >= 0)
		return index;
	for (int i = 0; i < config->programme_count; i++)
		names[i] = config->programme[i].name;
	const char *near = text_nearest(name, names, config->programme_count, (int)sizeof *names);
	if (near)
		return box_fault(lua, "onbekend programma %s; bedoelde u %s?", "unknown programme %s; did you mean %s?", name, near);
	return box_fault(lua, "onbekend programma %s: het staat niet in programmes of plan", "unknown programme %s: it is not in programmes or plan", name);
}

int org_start(lua_State *lua)
{
	change(lua, (struct change){ .kind = CHANGE_PROGRAMME_START, .programme = check_programme(lua, 1), .unit = org_opt_unit(lua, 2), .entry = -1 });
	return 0;
}

int org_stop(lua_State *lua)
{
	change(lua, (struct change){ .kind = CHANGE_PROGRAMME_STOP, .programme = check_programme(lua, 1), .unit = org_opt_unit(lua, 2), .entry = -1 });
	return 0;
}

// ---- assignments

enum { STEPS_AN_ASSIGNMENT = 5000 };  // it is work for the model, and memory that the sandbox does not see

static double field(lua_State *lua, const char *name, double low, double high, double usual)
{
	double value = usual;
	if (lua_getfield(lua, 1, name) != LUA_TNIL)
		value = luaL_checknumber(lua, -1);
	lua_pop(lua, 1);
	struct text_range range = text_range(low, high, false);
	if (!(value >= low && value <= high))
		box_fault(lua, "org.assign: %s %.10g; toegestaan is %s%.0s", "org.assign: %s %.10g; allowed is %.0s%s", name, value, range.nl, range.en);
	return value;
}

static const char *const role_names[ROLE_COUNT] = { "direct", "budget", "political", "content", "network" };

static unsigned read_roles(lua_State *lua)
{
	unsigned roles = 0;
	if (lua_getfield(lua, 1, "roles") == LUA_TTABLE)
		for (lua_Integer n = 1; n <= luaL_len(lua, -1); n++) {
			lua_geti(lua, -1, n);
			box_charge(lua, 10);
			const char *name = lua_tostring(lua, -1);
			int found = -1;
			for (int r = 0; name && r < ROLE_COUNT; r++)
				if (strcmp(role_names[r], name) == 0)
					found = r;
			if (found < 0)
				box_fault(lua, "org.assign: onbekende rol %s; kies uit direct, budget, political, content, network",
					"org.assign: unknown role %s; choose from direct, budget, political, content, network", name ? name : "?");
			roles |= 1u << found;
			lua_pop(lua, 1);
		}
	else if (!lua_isnil(lua, -1))
		box_fault(lua, "org.assign: roles is een lijst van rollen", "org.assign: roles is a list of roles");
	lua_pop(lua, 1);
	return roles;
}

static void read_departments(lua_State *lua, struct edit_assignment *a)
{
	const struct config *config = sim_config(org_sim(lua));
	if (lua_getfield(lua, 1, "departments") != LUA_TTABLE || luaL_len(lua, -1) < 1 || luaL_len(lua, -1) > 5)
		box_fault(lua, "org.assign: departments is een lijst van één tot vijf afdelingen", "org.assign: departments is a list of one to five departments");
	for (lua_Integer n = 1; n <= luaL_len(lua, -1); n++) {
		lua_geti(lua, -1, n);
		int unit = org_check_unit(lua, -1);
		if (unit == CONFIG_POOL)
			box_fault(lua, "org.assign: de pool is geen afdeling met een vak", "org.assign: the pool is no department with a discipline");
		for (int k = 0; k < a->disciplines; k++)
			if (strcmp(config->department[unit - 1].discipline, config->department[a->unit[k] - 1].discipline) == 0)
				box_fault(lua, "org.assign: %s heeft een vak dat er al bij staat", "org.assign: %s has a discipline that is there already", lua_tostring(lua, -1));
		a->unit[a->disciplines++] = unit;
		lua_pop(lua, 1);
	}
	lua_pop(lua, 1);
}

int org_assign(lua_State *lua)
{
	struct edit_assignment a = { 0 };
	box_charge(lua, STEPS_AN_ASSIGNMENT);
	luaL_checktype(lua, 1, LUA_TTABLE);
	a.complexity = field(lua, "complexity", 0, 1, 0.5);
	a.predictability = field(lua, "predictability", 0, 1, 1 - a.complexity);
	a.hours = field(lua, "hours", 1, 100000, sim_setting(org_sim(lua), CONFIG_UNIT_ALL, PARAM_COMPLEX_HOURS));
	a.partner = field(lua, "partner", 0, 1, 0);
	a.roles = read_roles(lua);
	read_departments(lua, &a);
	if (!edit_add_assignment(org_write_sim(lua), &a, NULL))
		return box_fault(lua, "er is niet genoeg geheugen", "there is not enough memory");
	return 0;
}
