// Vectors: a number for each place. A column of the staff is one, whose numbers are the people's own (org_column.c);
// arithmetic makes new ones. x[i] is always the person at place i, so that vectors fit each other.
#include "script/org_inside.h"

#include "sim/real.h"

#include <math.h>
#include <string.h>

static const char vector_key = 'v';

double org_get(const struct org_vector *v, uint32_t i)
{
	switch (v->type) {
	case ORG_F32:
		return (double)((const float *)v->data)[i];
	case ORG_U32:
		return ((const uint32_t *)v->data)[i];
	case ORG_U16:
		return ((const uint16_t *)v->data)[i];
	case ORG_U8:
		return ((const uint8_t *)v->data)[i];
	case ORG_I64:
		return (double)((const int64_t *)v->data)[i];
	default:
		return ((const double *)v->data)[i];
	}
}

static void put(struct org_vector *v, uint32_t i, double value)
{
	switch (v->type) {
	case ORG_F32:
		((float *)v->data)[i] = (float)value;
		break;
	case ORG_U32:
		((uint32_t *)v->data)[i] = (uint32_t)value;
		break;
	case ORG_U16:
		((uint16_t *)v->data)[i] = (uint16_t)value;
		break;
	case ORG_U8:
		((uint8_t *)v->data)[i] = (uint8_t)value;
		break;
	case ORG_I64:
		((int64_t *)v->data)[i] = (int64_t)value;
		break;
	default:
		((double *)v->data)[i] = value;
	}
}

static bool is_whole(const struct org_vector *v)
{
	return v->type != ORG_F32 && v->type != ORG_F64;
}

struct org_vector *org_push_vector(lua_State *lua, size_t numbers)
{
	struct org_vector *v = lua_newuserdatauv(lua, sizeof *v + numbers * sizeof(double), 0);
	memset(v, 0, sizeof *v + numbers * sizeof(double));
	v->count = (uint32_t)edit_slots(org_sim(lua));
	v->min = -INFINITY;
	v->max = INFINITY;
	v->column = -1;
	lua_rawgetp(lua, LUA_REGISTRYINDEX, &vector_key);
	lua_setmetatable(lua, -2);
	return v;
}

struct org_vector *org_new_vector(lua_State *lua)
{
	struct org_vector *v = org_push_vector(lua, (size_t)edit_slots(org_sim(lua)));
	v->type = ORG_F64;
	v->data = v->own;
	v->name = "vector";
	v->writable = true;
	box_charge(lua, v->count / 16);
	return v;
}

static bool is_vector(lua_State *lua, int arg)
{
	if (lua_type(lua, arg) != LUA_TUSERDATA || !lua_getmetatable(lua, arg))
		return false;
	lua_rawgetp(lua, LUA_REGISTRYINDEX, &vector_key);
	bool same = lua_rawequal(lua, -1, -2);
	lua_pop(lua, 2);
	return same;
}

struct org_vector *org_check_vector(lua_State *lua, int arg)
{
	if (lua_type(lua, arg) == LUA_TSTRING) {
		lua_pushcfunction(lua, org_column);
		lua_pushvalue(lua, arg);
		lua_call(lua, 1, 1);
		lua_replace(lua, arg);
	}
	if (!is_vector(lua, arg))
		box_fault(lua, "dit is geen vector: geef de naam van een kolom, of wat org.column of een som ermee gaf",
			"this is no vector: give a column's name, or what org.column or a sum with it gave");
	return lua_touserdata(lua, arg);
}

// ---- x[i] and x[i] = value: called by Lua on a vector alone

static uint32_t check_place(lua_State *lua, const struct org_vector *v, int arg)
{
	int number;
	lua_Integer place = lua_tointegerx(lua, arg, &number);
	if (!number || place < 1 || place > v->count) {
		box_push_words(lua, arg);
		box_fault(lua, "%s[%s]: plaatsen lopen van 1 tot en met %d", "%s[%s]: places go from 1 to %d", v->name, lua_tostring(lua, -1), (int)v->count);
	}
	return (uint32_t)place - 1;
}

static void push_element(lua_State *lua, const struct org_vector *v, uint32_t i)
{
	if (is_whole(v))
		lua_pushinteger(lua, v->type == ORG_I64 ? ((const int64_t *)v->data)[i] : (lua_Integer)org_get(v, i));
	else
		lua_pushnumber(lua, org_get(v, i));
}

static int index_vector(lua_State *lua)
{
	const struct org_vector *v = lua_touserdata(lua, 1);
	if (lua_type(lua, 2) == LUA_TSTRING) {
		lua_pushvalue(lua, 2);
		lua_rawget(lua, lua_upvalueindex(1));
		if (lua_isnil(lua, -1))
			box_fault(lua, "een vector heeft geen %s", "a vector has no %s", lua_tostring(lua, 2));
		return 1;
	}
	push_element(lua, v, check_place(lua, v, 2));
	return 1;
}

static void check_writable(lua_State *lua, const struct org_vector *v)
{
	if (!v->writable)
		box_fault(lua, "%s volgt uit andere zaken en kan niet worden gezet; zie org.move en org.set_tie",
			"%s follows from other things and cannot be set; see org.move and org.set_tie", v->name);
	struct sim *sim = v->is_column ? org_write_sim(lua) : org_sim(lua);
	if (v->column >= 0)
		(void)edit_write_column(sim, v->column);
}

static bool is_allowed(const struct org_vector *v, double value)
{
	return (!v->is_column || (value >= v->min && value <= v->max)) && (!is_whole(v) || value == floor(value));
}

static int refuse(lua_State *lua, const struct org_vector *v, double value)
{
	struct text_range range = text_range(v->min, v->max, is_whole(v));
	if (value != value)
		return box_fault(lua, "%s: geen getal (0/0); toegestaan is %s%.0s", "%s: not a number (0/0); allowed is %.0s%s", v->name, range.nl, range.en);
	return box_fault(lua, "%s: %.10g; toegestaan is %s%.0s", "%s: %.10g; allowed is %.0s%s", v->name, value, range.nl, range.en);
}

static void check_range(lua_State *lua, const struct org_vector *v, double value)
{
	if (!is_allowed(v, value))
		refuse(lua, v, value);
}

static double to_number(lua_State *lua, int arg)
{
	int number;
	double value = lua_tonumberx(lua, arg, &number);
	if (!number && lua_isboolean(lua, arg))
		return lua_toboolean(lua, arg);
	return number ? value : luaL_checknumber(lua, arg);
}

static int newindex_vector(lua_State *lua)
{
	struct org_vector *v = lua_touserdata(lua, 1);
	uint32_t i = check_place(lua, v, 2);
	if (!lua_isnumber(lua, 3) && !lua_isboolean(lua, 3))
		box_fault(lua, "%s[%d]: hier hoort een getal, true of false", "%s[%d]: a number, true or false is expected here", v->name, (int)i + 1);
	double value = to_number(lua, 3);
	check_writable(lua, v);
	check_range(lua, v, value);
	put(v, i, value);
	return 0;
}

static int length(lua_State *lua)
{
	lua_pushinteger(lua, ((struct org_vector *)lua_touserdata(lua, 1))->count);
	return 1;
}

// ---- a number or a vector: what stands on either side of an operator

struct operand {
	const struct org_vector *vector;
	double number;
};

static struct operand operand(lua_State *lua, int arg)
{
	if (lua_type(lua, arg) == LUA_TNUMBER || lua_isboolean(lua, arg))
		return (struct operand){ NULL, to_number(lua, arg) };
	return (struct operand){ org_check_vector(lua, arg), 0 };
}

static inline double value_of(const struct operand *o, uint32_t i)
{
	return o->vector ? org_get(o->vector, i) : o->number;
}

// Numbers from … to from + count of an operand: the type is looked at once a block, so that the loops are plain.
static void take(const struct operand *o, uint32_t from, uint32_t count, double *out)
{
	const struct org_vector *v = o->vector;
	if (v && v->type == ORG_F64)
		memcpy(out, (const double *)v->data + from, count * sizeof *out);
	else if (v && v->type == ORG_F32)
		for (uint32_t i = 0; i < count; i++)
			out[i] = (double)((const float *)v->data)[from + i];
	else
		for (uint32_t i = 0; i < count; i++)
			out[i] = v ? org_get(v, from + i) : o->number;
}

enum operation { PLUS, MINUS, TIMES, OVER, AT_LEAST, BELOW };

static void work_out(enum operation operation, uint32_t count, const double *a, const double *b, double *out)
{
	switch (operation) {
	case PLUS:
		for (uint32_t i = 0; i < count; i++)
			out[i] = a[i] + b[i];
		break;
	case MINUS:
		for (uint32_t i = 0; i < count; i++)
			out[i] = a[i] - b[i];
		break;
	case TIMES:
		for (uint32_t i = 0; i < count; i++)
			out[i] = a[i] * b[i];
		break;
	case OVER:
		for (uint32_t i = 0; i < count; i++)
			out[i] = a[i] / b[i];
		break;
	case AT_LEAST:
		for (uint32_t i = 0; i < count; i++)
			out[i] = a[i] >= b[i];
		break;
	case BELOW:
		for (uint32_t i = 0; i < count; i++)
			out[i] = a[i] < b[i];
	}
}

static int binary(lua_State *lua, enum operation operation)
{
	enum { BLOCK = 256 };
	double a[BLOCK], b[BLOCK];
	struct operand left = operand(lua, 1), right = operand(lua, 2);
	struct org_vector *out = org_new_vector(lua);
	box_charge(lua, out->count / 8);
	for (uint32_t from = 0; from < out->count; from += BLOCK) {
		uint32_t count = out->count - from < BLOCK ? out->count - from : BLOCK;
		take(&left, from, count, a);
		take(&right, from, count, b);
		work_out(operation, count, a, b, out->own + from);
	}
	return 1;
}

static int add_vectors(lua_State *lua) { return binary(lua, PLUS); }
static int subtract_vectors(lua_State *lua) { return binary(lua, MINUS); }
static int multiply_vectors(lua_State *lua) { return binary(lua, TIMES); }
static int divide_vectors(lua_State *lua) { return binary(lua, OVER); }
int org_vector_at_least(lua_State *lua) { return binary(lua, AT_LEAST); }
int org_vector_below(lua_State *lua) { return binary(lua, BELOW); }

static int map(lua_State *lua, double (*function)(double))
{
	const struct org_vector *v = org_check_vector(lua, 1);
	struct org_vector *out = org_new_vector(lua);
	box_charge(lua, out->count / 8);
	for (uint32_t i = 0; i < out->count; i++)
		out->own[i] = function(org_get(v, i));
	return 1;
}

static double same(double x) { return x; }
static double negative(double x) { return -x; }
static double root(double x) { return x < 0 ? (double)NAN : real_sqrt(x); }
static double absolute(double x) { return x < 0 ? -x : x; }
static double exponential(double x) { return x != x ? x : real_exp(x); }
static double logarithm(double x) { return x > 0 ? real_log(x) : (double)NAN; }

static int negate(lua_State *lua) { return map(lua, negative); }
int org_vector_copy(lua_State *lua) { return map(lua, same); }
int org_vector_sqrt(lua_State *lua) { return map(lua, root); }
int org_vector_abs(lua_State *lua) { return map(lua, absolute); }
int org_vector_exp(lua_State *lua) { return map(lua, exponential); }
int org_vector_log(lua_State *lua) { return map(lua, logarithm); }

int org_vector_clamp(lua_State *lua)
{
	const struct org_vector *v = org_check_vector(lua, 1);
	double low = luaL_checknumber(lua, 2), high = luaL_checknumber(lua, 3);
	struct org_vector *out = org_new_vector(lua);
	for (uint32_t i = 0; i < out->count; i++)
		out->own[i] = real_clamp(org_get(v, i), low, high);
	return 1;
}

int org_vector(lua_State *lua)
{
	double value = luaL_optnumber(lua, 1, 0);
	struct org_vector *out = org_new_vector(lua);
	for (uint32_t i = 0; i < out->count; i++)
		out->own[i] = value;
	return 1;
}

// ---- writing many at once

// All values are checked before the first is written.
static int write_many(lua_State *lua, bool adds)
{
	struct org_vector *v = org_check_vector(lua, 1);
	struct operand from = operand(lua, 2);
	const struct org_group *group = org_opt_group(lua, 3);
	const struct sim *sim = org_sim(lua);
	check_writable(lua, v);
	box_charge(lua, v->count / 8);
	for (int writes = 0; writes < 2; writes++)
		for (uint32_t i = 0; i < v->count; i++)
			if (org_counts(sim, group, i)) {
				double value = value_of(&from, i) + (adds ? org_get(v, i) : 0);
				if (writes)
					put(v, i, value);
				else
					check_range(lua, v, value);
			}
	return 0;
}

int org_vector_set(lua_State *lua) { return write_many(lua, false); }
int org_vector_add(lua_State *lua) { return write_many(lua, true); }

// ---- as a plain list, and what Lua knows of vectors

int org_vector_list(lua_State *lua)
{
	const struct org_vector *v = org_check_vector(lua, 1);
	const struct org_group *group = org_opt_group(lua, 2);
	const struct sim *sim = org_sim(lua);
	lua_Integer n = 0;
	lua_createtable(lua, (int)v->count, 0);
	for (uint32_t i = 0; i < v->count; i++)
		if (org_counts(sim, group, i)) {
			push_element(lua, v, i);
			lua_rawseti(lua, -2, ++n);
		}
	box_charge(lua, v->count / 8);
	return 1;
}

static int compare(lua_State *lua)
{
	return box_fault(lua, "een vector heeft veel getallen: vergelijk hem met x:at_least(0.5) of x:below(0.5)",
		"a vector has many numbers: compare it by x:at_least(0.5) or x:below(0.5)");
}

void org_open_vector(lua_State *lua)
{
	static const luaL_Reg operators[] = { { "__newindex", newindex_vector }, { "__len", length }, { "__add", add_vectors },
		{ "__sub", subtract_vectors }, { "__mul", multiply_vectors }, { "__div", divide_vectors }, { "__unm", negate }, { "__lt", compare }, { "__le", compare }, { NULL, NULL } };
	lua_createtable(lua, 0, 10);
	luaL_setfuncs(lua, operators, 0);
	org_push_methods(lua, API_VECTOR);
	lua_pushcclosure(lua, index_vector, 1);
	lua_setfield(lua, -2, "__index");
	lua_rawsetp(lua, LUA_REGISTRYINDEX, &vector_key);
}
