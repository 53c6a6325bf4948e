// The columns of the staff, and those of the scenario's own, as vectors.
#include "script/org_inside.h"

#include "sim/staff.h"

#include <string.h>

static void push_own_column(lua_State *lua, int index, int k)
{
	struct sim *sim = org_sim(lua);
	const struct own_column *own = &sim_config(sim)->own_column[index];
	struct org_vector *v = org_push_vector(lua, 0);
	v->type = own->whole ? ORG_I64 : ORG_F64;
	v->data = edit_own_column(sim, index, k);
	v->min = own->min;
	v->max = own->max;
	v->name = own->name;
	v->is_column = v->writable = true;
}

static void push_staff_column(lua_State *lua, int index)
{
	static const enum org_type types[] = { [STAFF_F32] = ORG_F32, [STAFF_U32] = ORG_U32, [STAFF_U16] = ORG_U16, [STAFF_U8] = ORG_U8 };
	const struct staff_column *column = &staff_columns[index];
	struct org_vector *v = org_push_vector(lua, 0);
	const void *data = edit_column(org_sim(lua), index);
	v->type = types[column->type];
	memcpy(&v->data, &data, sizeof data);
	v->min = column->min;
	v->max = column->max;
	v->name = column->name;
	v->column = index;
	v->is_column = true;
	v->writable = column->writable;
}

static int unknown_column(lua_State *lua, const struct config *config, const char *name)
{
	const char *names[CONFIG_OWN_MAX + 64];
	int count = 0;
	for (int i = 0; i < config->own_column_count; i++)
		names[count++] = config->own_column[i].name;
	for (int c = 0; c < staff_column_count && c < 64; c++)
		if (staff_columns[c].per_person == 1)
			names[count++] = staff_columns[c].name;
	const char *near = text_nearest(name, names, count, (int)sizeof *names);
	if (near)
		return box_fault(lua, "onbekende kolom %s; bedoelde u %s?", "unknown column %s; did you mean %s?", name, near);
	return box_fault(lua, "onbekende kolom %s", "unknown column %s", name);
}

int org_column(lua_State *lua)
{
	const struct config *config = sim_config(org_sim(lua));
	const char *name = luaL_checkstring(lua, 1);
	int own = config_find_column(config, name), index = staff_find_column(name);
	if (own >= 0) {
		int size = config->own_column[own].size;
		if (size == 1) {
			push_own_column(lua, own, 0);
			return 1;
		}
		lua_createtable(lua, size, 0);
		for (int k = 0; k < size; k++) {
			push_own_column(lua, own, k);
			lua_rawseti(lua, -2, k + 1);
		}
		return 1;
	}
	if (index < 0 || staff_columns[index].per_person != 1)
		return unknown_column(lua, config, name);
	push_staff_column(lua, index);
	return 1;
}
