// One walk over all that functions can reach, always in the same order as long as nothing changes.
// The first time each thing met is written down in a word; later they are compared.
#include "script/guard.h"

#include "mem.h"
#include "script/box_inside.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { PATH_MAX_BYTES = 256, DEPTH_MAX = 100 };

struct guard {
	uint64_t *word;  // owned
	size_t count, room;
};

struct walk {
	lua_State *lua;
	struct guard *guard;
	bool checks;
	size_t at;
	int seen;        // stack index of the table of what has been met
	lua_Integer met;
	int depth;
	char path[PATH_MAX_BYTES];
};

static void changed(struct walk *w)
{
	box_fault(w->lua, "%s is veranderd: wat een functie moet onthouden staat in org.state of in een kolom",
		"%s was changed: what a function is to remember belongs in org.state or in a column", w->path);
}

static void meet(struct walk *w, uint64_t word)
{
	struct guard *guard = w->guard;
	if (w->checks) {
		if (w->at >= guard->count || guard->word[w->at] != word)
			changed(w);
		w->at++;
		return;
	}
	if (guard->count == guard->room) {
		size_t room = guard->room ? 2 * guard->room : 256;
		uint64_t *fresh = mem_grow(guard->word, guard->room, room, sizeof *fresh);
		if (!fresh)
			box_fault(w->lua, "er is niet genoeg geheugen", "there is not enough memory");
		guard->word = fresh;
		guard->room = room;
	}
	guard->word[guard->count++] = word;
}

static uint64_t word_of_text(const char *text, size_t length)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
	return hash;
}

static void walk_value(struct walk *w);

static size_t enter(struct walk *w, const char *name)
{
	size_t mark = strlen(w->path);
	snprintf(w->path + mark, sizeof w->path - mark, "%s%s", mark ? "." : "", name);
	box_plain(w->path);
	return mark;
}

// The key is below the value on top.
static size_t enter_key(struct walk *w)
{
	lua_State *lua = w->lua;
	lua_pushvalue(lua, -2);
	box_push_words(lua, -1);
	size_t mark = enter(w, lua_tostring(lua, -1));
	lua_pop(lua, 2);
	return mark;
}

static void walk_table(struct walk *w)
{
	lua_State *lua = w->lua;
	uint64_t count = 0;
	for (lua_pushnil(lua); lua_next(lua, -2); lua_pop(lua, 1))
		count++;
	box_charge(lua, (size_t)count);
	meet(w, count);
	for (lua_pushnil(lua); lua_next(lua, -2); lua_pop(lua, 1)) {
		size_t mark = enter_key(w);
		lua_pushvalue(lua, -2);
		walk_value(w);
		lua_pop(lua, 1);
		walk_value(w);
		w->path[mark] = '\0';
	}
}

// Functions in C as well: an iterator of pairs remembers where it is.
static void walk_function(struct walk *w)
{
	lua_State *lua = w->lua;
	const char *name;
	for (int n = 1; (name = lua_getupvalue(lua, -1, n)); n++) {
		char outer[PATH_MAX_BYTES];
		memcpy(outer, w->path, sizeof outer);
		if (*name)  // a variable is known by its own name
			snprintf(w->path, sizeof w->path, "%s", name);
		walk_value(w);
		memcpy(w->path, outer, sizeof outer);
		lua_pop(lua, 1);
	}
}

// The value on top, which stays there.
static void walk_object(struct walk *w)
{
	lua_State *lua = w->lua;
	lua_pushvalue(lua, -1);
	if (lua_rawget(lua, w->seen) != LUA_TNIL) {
		meet(w, (uint64_t)lua_tointeger(lua, -1));
		lua_pop(lua, 1);
		return;
	}
	lua_pop(lua, 1);
	lua_pushvalue(lua, -1);
	lua_pushinteger(lua, ++w->met);
	lua_rawset(lua, w->seen);
	uint64_t pointer = (uint64_t)(uintptr_t)lua_topointer(lua, -1);
	meet(w, pointer);
	if (++w->depth > DEPTH_MAX)
		box_fault(lua, "%s: tabellen in tabellen, te diep", "%s: tables within tables, too deep", w->path);
	luaL_checkstack(lua, 16, NULL);
	if (lua_type(lua, -1) == LUA_TTABLE)
		walk_table(w);
	else
		walk_function(w);
	w->depth--;
}

static void walk_value(struct walk *w)
{
	lua_State *lua = w->lua;
	int type = lua_type(lua, -1);
	double number;
	uint64_t word;
	size_t length;
	meet(w, (uint64_t)type);
	switch (type) {
	case LUA_TNUMBER:
		number = lua_tonumber(lua, -1);
		memcpy(&word, &number, sizeof word);
		meet(w, lua_isinteger(lua, -1) ? (uint64_t)lua_tointeger(lua, -1) : ~word);
		break;
	case LUA_TSTRING: {
		const char *text = lua_tolstring(lua, -1, &length);
		box_charge(lua, length / 8);
		meet(w, word_of_text(text, length));
		break;
	}
	case LUA_TTABLE:
	case LUA_TFUNCTION:
		walk_object(w);
		break;
	case LUA_TBOOLEAN:
		meet(w, (uint64_t)lua_toboolean(lua, -1));
		break;
	default:
		meet(w, (uint64_t)(uintptr_t)lua_topointer(lua, -1));
	}
}

static void walk_list(lua_State *lua, int index, const char *const *names, struct guard *guard, bool checks)
{
	struct walk w = { .lua = lua, .guard = guard, .checks = checks };
	lua_newtable(lua);
	w.seen = lua_gettop(lua);
	for (lua_Integer n = 1; names[n - 1]; n++) {
		w.path[0] = '\0';
		enter(&w, names[n - 1]);
		lua_rawgeti(lua, index, n);
		walk_value(&w);
		lua_pop(lua, 1);
	}
	lua_settop(lua, w.seen - 1);
}

void guard_take(lua_State *lua, int index, const char *const *names, struct guard **guard)
{
	if (!*guard)
		*guard = mem_new(1, sizeof **guard);
	if (!*guard)
		box_fault(lua, "er is niet genoeg geheugen", "there is not enough memory");
	(*guard)->count = 0;
	walk_list(lua, index, names, *guard, false);
}

void guard_check(lua_State *lua, int index, const char *const *names, struct guard *guard)
{
	walk_list(lua, index, names, guard, true);
}

void guard_destroy(struct guard *guard)
{
	if (!guard)
		return;
	mem_free(guard->word);
	mem_free(guard);
}
