// One number out of many: over everybody, or a group; and one number a person, over their ties.
#include "script/org_inside.h"

#include "sim/real.h"
#include "sim/staff.h"

#include <math.h>

struct summary {
	double count, sum, squares, least, most;
};

static struct summary summarise(lua_State *lua)
{
	const struct org_vector *v = org_check_vector(lua, 1);
	const struct org_group *group = org_opt_group(lua, 2);
	const struct sim *sim = org_sim(lua);
	struct summary s = { .least = INFINITY, .most = -INFINITY };
	box_charge(lua, v->count / 8);
	for (uint32_t i = 0; i < v->count; i++) {
		double x = org_get(v, i);
		if (!org_counts(sim, group, i) || x != x)
			continue;
		s.count++;
		s.sum += x;
		s.squares += x * x;
		s.least = x < s.least ? x : s.least;
		s.most = x > s.most ? x : s.most;
	}
	if (sim_config(sim)->imported && s.count < SIM_FEWEST)  // as few as that, of a staff file, are nobody's to look at
		s = (struct summary){ .sum = (double)NAN };
	return s;
}

static int give(lua_State *lua, const struct summary *s, double value)
{
	if (s->count > 0)
		lua_pushnumber(lua, value);
	else
		lua_pushnil(lua);
	return 1;
}

int org_mean(lua_State *lua)
{
	struct summary s = summarise(lua);
	return give(lua, &s, s.sum / s.count);
}

int org_sum(lua_State *lua)
{
	struct summary s = summarise(lua);
	if (s.sum == s.sum)
		lua_pushnumber(lua, s.sum);
	else
		lua_pushnil(lua);
	return 1;
}

int org_sd(lua_State *lua)
{
	struct summary s = summarise(lua);
	double mean = s.sum / s.count;
	return give(lua, &s, real_sqrt(real_max(s.squares / s.count - mean * mean, 0)));
}

int org_min(lua_State *lua)
{
	struct summary s = summarise(lua);
	return give(lua, &s, s.least);
}

int org_max(lua_State *lua)
{
	struct summary s = summarise(lua);
	return give(lua, &s, s.most);
}

// ---- over ties

static int over_ties(lua_State *lua, bool is_mean)
{
	const struct org_vector *v = org_check_vector(lua, 1);
	const struct sim *sim = org_sim(lua);
	struct org_vector *out = org_new_vector(lua);
	box_charge(lua, out->count);
	for (uint32_t i = 0; i < out->count; i++) {
		double sum = 0;
		int count = 0;
		const uint32_t *ties = edit_ties(sim, i);
		for (int k = 0; k < STAFF_TIES; k++) {
			if (ties[k] == i || edit_unit(sim, ties[k]) < 0)
				continue;
			sum += org_get(v, ties[k]);
			count++;
		}
		out->own[i] = !is_mean ? sum : count ? sum / count : (double)NAN;
	}
	return 1;
}

int org_vector_tie_mean(lua_State *lua) { return over_ties(lua, true); }
int org_vector_tie_sum(lua_State *lua) { return over_ties(lua, false); }
