// What the files that make up `org` share: vectors (a number for each place), groups of people,
// draws, and how they reach the sim.
#ifndef ORG_INSIDE_H
#define ORG_INSIDE_H

#include "script/api.h"
#include "script/box_inside.h"
#include "sim/edit.h"
#include "sim/rng.h"

#include <lauxlib.h>

enum org_type { ORG_F32, ORG_U32, ORG_U16, ORG_U8, ORG_F64, ORG_I64 };

// A number for each place 1 … count: a column of the staff, or made by arithmetic, and then with its own numbers.
struct org_vector {
	enum org_type type;
	bool is_column, writable;
	uint32_t count;
	int column;         // of staff_columns, or −1
	double min, max;
	const char *name;   // of a column
	void *data;
	double own[];
};

// Who is in it, a byte for each place.
struct org_group {
	uint32_t count, members;
	uint8_t in[];
};

// What the functions work on; its box's owner.
struct org_play {
	struct sim *sim;    // that is being played, while a hook runs; else NULL
	struct rng row;     // draws without a name
	bool measures;      // a measure is being worked out: nothing may be written
};

struct sim *org_sim(lua_State *lua);        // the sim that is being played; faults outside a hook
struct sim *org_write_sim(lua_State *lua);  // the same, to change; faults in a measure

struct org_vector *org_push_vector(lua_State *lua, size_t numbers);  // with room for so many of its own; the rest is for the caller to fill
struct org_vector *org_new_vector(lua_State *lua);            // zeroed, pushed
struct org_vector *org_check_vector(lua_State *lua, int arg);  // a vector, or a column's name, which is then replaced
struct org_group *org_new_group(lua_State *lua);              // empty, pushed
struct org_group *org_opt_group(lua_State *lua, int arg);      // NULL for none; a department's name makes one
double org_get(const struct org_vector *vector, uint32_t place);  // place from 0

// Whether somebody is there, and in the group; NULL: everybody.
static inline bool org_counts(const struct sim *sim, const struct org_group *group, uint32_t i)
{
	return edit_unit(sim, i) >= 0 && (!group || group->in[i]);
}

uint32_t org_check_person(lua_State *lua, int arg);  // the place, from 0, of somebody present
int org_opt_unit(lua_State *lua, int arg);           // CONFIG_UNIT_ALL for none
int org_check_unit(lua_State *lua, int arg);

// The table that scripts see as org.state, to bytes and back; org_state.c. An empty one is no bytes.
struct org_bytes {
	unsigned char *data;  // owned; mem_free
	size_t count, room;
};
void org_push_state(lua_State *lua, const void *bytes, size_t count);
void org_write_state(lua_State *lua, int index, struct org_bytes *out);

struct rng *org_hook_row(lua_State *lua);  // the row of draws of the hook that runs
struct rng org_start_row(const struct sim *sim, const char *hook);

// Makes the kinds of userdata, and pushes the table of org's functions.
void org_open(lua_State *lua);
void org_open_vector(lua_State *lua);
void org_open_group(lua_State *lua);
void org_open_draws(lua_State *lua);
void org_push_methods(lua_State *lua, enum api_group group);  // a table of the functions of a group

// The functions of the API, in the order of api.c.
int org_units(lua_State *lua), org_people(lua_State *lua), org_unit(lua_State *lua), org_id(lua_State *lua);
int org_measure(lua_State *lua), org_record(lua_State *lua);
int org_setting(lua_State *lua), org_set(lua_State *lua), org_reset(lua_State *lua);
int org_start(lua_State *lua), org_stop(lua_State *lua), org_assign(lua_State *lua);
int org_move(lua_State *lua), org_leave(lua_State *lua);
int org_tie(lua_State *lua), org_ties(lua_State *lua), org_set_tie(lua_State *lua);
int org_column(lua_State *lua), org_vector(lua_State *lua), org_where(lua_State *lua);
int org_mean(lua_State *lua), org_sum(lua_State *lua), org_sd(lua_State *lua), org_min(lua_State *lua), org_max(lua_State *lua);
int org_count(lua_State *lua);
int org_uniform(lua_State *lua), org_normal(lua_State *lua), org_integer(lua_State *lua), org_choice(lua_State *lua);
int org_shuffle(lua_State *lua), org_draws(lua_State *lua), org_luck(lua_State *lua);
int org_vector_set(lua_State *lua), org_vector_add(lua_State *lua), org_vector_copy(lua_State *lua);
int org_vector_clamp(lua_State *lua), org_vector_exp(lua_State *lua), org_vector_log(lua_State *lua), org_vector_sqrt(lua_State *lua);
int org_vector_abs(lua_State *lua), org_vector_at_least(lua_State *lua), org_vector_below(lua_State *lua);
int org_vector_tie_mean(lua_State *lua), org_vector_tie_sum(lua_State *lua), org_vector_list(lua_State *lua);
int org_group_list(lua_State *lua), org_group_has(lua_State *lua);
int org_draws_uniform(lua_State *lua), org_draws_normal(lua_State *lua), org_draws_integer(lua_State *lua);
int org_draws_choice(lua_State *lua), org_draws_shuffle(lua_State *lua);

#endif
