// org.state to bytes and back. The same contents give the same bytes, whatever the order in which
// they were put there: places go by number, names by their letters.
#include "script/org_inside.h"

#include "mem.h"
#include "sim/own.h"

#include <string.h>

enum { STATE_DEPTH_MAX = 16 };

static void add(lua_State *lua, struct org_bytes *out, const void *data, size_t count)
{
	if (out->count + count > OWN_NOTE_MAX)
		box_fault(lua, "org.state is groter dan %d MB", "org.state is larger than %d MB", OWN_NOTE_MAX >> 20);
	if (out->count + count > out->room) {
		size_t room = 2 * (out->count + count) + 256;
		unsigned char *fresh = mem_grow(out->data, out->room, room, 1);
		if (!fresh)
			box_fault(lua, "er is niet genoeg geheugen", "there is not enough memory");
		out->data = fresh;
		out->room = room;
	}
	if (count == 0)
		return;
	must(out->data);
	memcpy(out->data + out->count, data, count);
	out->count += count;
}

static void add_kind(lua_State *lua, struct org_bytes *out, char kind)
{
	add(lua, out, &kind, 1);
}

static void add_word(lua_State *lua, struct org_bytes *out, uint64_t word)
{
	unsigned char bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(word >> 8 * i);
	add(lua, out, bytes, sizeof bytes);
}

static bool key_comes_before(lua_State *lua, int a, int b)
{
	bool number = lua_type(lua, a) == LUA_TNUMBER;
	return number != (lua_type(lua, b) == LUA_TNUMBER) ? number : lua_compare(lua, a, b, LUA_OPLT);
}

static int key_before(lua_State *lua)
{
	int top = lua_gettop(lua);
	return key_comes_before(lua, top - 1, top);
}

// The key stands below the value.
static void refuse_kind(lua_State *lua, int index)
{
	bool function = lua_type(lua, index) == LUA_TFUNCTION;
	box_push_words(lua, index - 1);
	box_fault(lua, "org.state: %s is een %s%.0s; bewaard worden alleen getallen, teksten, true, false en tabellen daarvan",
		"org.state: %s is a %.0s%s; only numbers, texts, true, false and tables of these are kept", lua_tostring(lua, -1),
		function ? "functie" : "vector, groep of rij van org", function ? "function" : "vector, group or row of org");
}

// A list of the keys in order, pushed; gives their number.
static lua_Integer push_keys(lua_State *lua, int index)
{
	lua_Integer count = 0;
	lua_newtable(lua);
	for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1)) {
		if (lua_type(lua, -2) != LUA_TSTRING && !lua_isinteger(lua, -2))
			box_fault(lua, "org.state: een sleutel is een naam of een heel getal", "org.state: a key is a name or a whole number");
		lua_pushvalue(lua, -2);
		lua_rawseti(lua, -4, ++count);
	}
	box_sort(lua, lua_gettop(lua), count, key_before);
	return count;
}

static void write_value(lua_State *lua, int index, struct org_bytes *out, int depth);

static void write_table(lua_State *lua, int index, struct org_bytes *out, int depth)
{
	if (depth > STATE_DEPTH_MAX)
		box_fault(lua, "org.state: tabellen in tabellen, te diep", "org.state: tables within tables, too deep");
	luaL_checkstack(lua, 10, NULL);
	lua_Integer count = push_keys(lua, index);
	int keys = lua_gettop(lua);
	box_charge(lua, (size_t)count * 4);
	add_word(lua, out, (uint64_t)count);
	for (lua_Integer n = 1; n <= count; n++) {
		lua_rawgeti(lua, keys, n);
		lua_pushvalue(lua, -1);
		lua_rawget(lua, index);
		write_value(lua, keys + 1, out, depth);
		write_value(lua, keys + 2, out, depth);
		lua_settop(lua, keys);
	}
	lua_pop(lua, 1);
}

static void write_value(lua_State *lua, int index, struct org_bytes *out, int depth)
{
	uint64_t word;
	double number;
	size_t length;
	switch (lua_type(lua, index)) {
	case LUA_TNUMBER:
		add_kind(lua, out, lua_isinteger(lua, index) ? 'i' : 'n');
		number = lua_tonumber(lua, index);
		memcpy(&word, &number, sizeof word);
		add_word(lua, out, lua_isinteger(lua, index) ? (uint64_t)lua_tointeger(lua, index) : word);
		break;
	case LUA_TSTRING: {
		const char *text = lua_tolstring(lua, index, &length);
		add_kind(lua, out, 's');
		add_word(lua, out, length);
		add(lua, out, text, length);
		break;
	}
	case LUA_TBOOLEAN:
		add_kind(lua, out, lua_toboolean(lua, index) ? '1' : '0');
		break;
	case LUA_TTABLE:
		add_kind(lua, out, 't');
		write_table(lua, index, out, depth + 1);
		break;
	default:
		refuse_kind(lua, index);
	}
}

void org_write_state(lua_State *lua, int index, struct org_bytes *out)
{
	out->count = 0;
	if (lua_rawlen(lua, index) == 0) {  // most scripts keep nothing: then there is no note
		lua_pushnil(lua);
		if (!lua_next(lua, index))
			return;
		lua_pop(lua, 2);
	}
	write_table(lua, index, out, 0);
}

// ---- back

struct reader {
	const unsigned char *data;
	size_t count, at;
};

static const unsigned char *take(lua_State *lua, struct reader *r, size_t count)
{
	if (count > r->count - r->at)
		box_fault(lua, "org.state in de bewaarde toestand is beschadigd", "org.state in the saved state is damaged");
	r->at += count;
	return r->data + r->at - count;
}

static uint64_t take_word(lua_State *lua, struct reader *r)
{
	const unsigned char *bytes = take(lua, r, 8);
	uint64_t word = 0;
	for (int i = 0; i < 8; i++)
		word |= (uint64_t)bytes[i] << 8 * i;
	return word;
}

static void push_value(lua_State *lua, struct reader *r, int depth);

static void push_table(lua_State *lua, struct reader *r, int depth)
{
	luaL_checkstack(lua, 8, NULL);
	lua_newtable(lua);
	uint64_t count = take_word(lua, r);
	for (uint64_t n = 0; n < count; n++) {
		push_value(lua, r, depth);
		if (lua_type(lua, -1) != LUA_TSTRING && !lua_isinteger(lua, -1))
			take(lua, r, SIZE_MAX);  // damaged
		push_value(lua, r, depth);
		lua_rawset(lua, -3);
	}
}

static void push_value(lua_State *lua, struct reader *r, int depth)
{
	unsigned char kind = *take(lua, r, 1);
	uint64_t word = kind == 'i' || kind == 'n' || kind == 's' ? take_word(lua, r) : 0;
	double number;
	memcpy(&number, &word, sizeof number);
	if (kind == 'i')
		lua_pushinteger(lua, (lua_Integer)word);
	else if (kind == 'n')
		lua_pushnumber(lua, number);
	else if (kind == 's')
		lua_pushlstring(lua, (const char *)take(lua, r, (size_t)word), (size_t)word);
	else if (kind == '0' || kind == '1')
		lua_pushboolean(lua, kind == '1');
	else if (kind == 't' && depth < STATE_DEPTH_MAX)
		push_table(lua, r, depth + 1);
	else
		take(lua, r, SIZE_MAX);
}

void org_push_state(lua_State *lua, const void *bytes, size_t count)
{
	struct reader r = { bytes, count, 0 };
	if (count == 0)
		lua_newtable(lua);
	else
		push_table(lua, &r, 0);
	if (r.at < count)
		take(lua, &r, SIZE_MAX);  // damaged
}
