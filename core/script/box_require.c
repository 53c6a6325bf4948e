// Files: a scenario's text, and modules by name only, from beside the scenario or from the
// scripts that come with the program. A name has no dots and no slashes: it leads nowhere else.
#include "script/box_inside.h"

#include "file.h"
#include "mem.h"

#include <errno.h>
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { NAME_BYTES_MAX = 32, READ_FIRST = 16384 };

// Reads on until the end, or until there is more than a file may have; false without memory.
static bool read_bytes(FILE *file, size_t most, char **text, size_t *used)
{
	size_t room = 0;
	for (*used = 0; *used <= most;) {
		if (*used == room) {
			char *fresh = mem_grow(*text, room, room ? room * 4 : READ_FIRST, 1);
			if (!fresh)
				return false;
			*text = fresh;
			room = room ? room * 4 : READ_FIRST;
		}
		size_t got = fread(*text + *used, 1, room - *used, file);
		if (got == 0)
			break;
		*used += got;
	}
	return true;
}

static void add_unreadable(struct err *err, const char *path, int error)
{
	struct text why = file_reason(error);
	err_add(err, "%s: kan dit bestand niet lezen: %s%.0s", "%s: cannot read this file: %.0s%s", path, why.nl,
		why.en);
}

static bool read_file(FILE *file, const char *path, size_t most, char **text, size_t *length, struct err *err)
{
	errno = 0;
	if (!read_bytes(file, most, text, length))
		err_memory(err);
	else if (ferror(file))
		add_unreadable(err, path, errno);
	else if (*length > most)
		err_add(err, "%s: dit bestand is groter dan %d MB", "%s: this file is larger than %d MB", path,
			(int)(most >> 20));
	else
		return true;
	mem_free(*text);
	*text = NULL;
	return false;
}

bool box_read_file(const char *path, size_t most, char **text, size_t *length, struct err *err)
{
	*text = NULL;
	FILE *file = fopen(path, "rb");
	if (!file) {
		add_unreadable(err, path, errno);
		return false;
	}
	bool good = read_file(file, path, most, text, length, err);
	(void)fclose(file);
	return good;
}

// What `require` read, in a userdata, so that whatever is raised it gets freed.
struct found {
	char *text;
	size_t length;
};

static int free_found(lua_State *lua)
{
	struct found *found = lua_touserdata(lua, 1);
	mem_free(found->text);
	found->text = NULL;
	return 0;
}

static struct found *push_found(lua_State *lua)
{
	struct found *found = lua_newuserdatauv(lua, sizeof *found, 0);
	*found = (struct found){ 0 };
	lua_createtable(lua, 0, 1);
	lua_pushcfunction(lua, free_found);
	lua_setfield(lua, -2, "__gc");
	lua_setmetatable(lua, -2);
	return found;
}

static bool find_module(lua_State *lua, const char *name, char *path, size_t room)
{
	char file[NAME_BYTES_MAX + 8];
	snprintf(path, room, "%s/%s.lua", box_of(lua)->folder, name);
	snprintf(file, sizeof file, "%s.lua", name);
	return file_exists(path) || file_data_path("scripts", file, path, room);
}

// The module's function is then on top of the stack.
static void compile_module(lua_State *lua, const char *name)
{
	char path[FILE_PATH_MAX];
	struct found *found = push_found(lua);
	struct box_texts *texts = box_of(lua)->texts;
	const struct box_text *kept = texts ? box_texts_find(texts, name) : NULL;
	if (texts && texts->is_kept && !kept)
		box_fault(lua, "require: %s hoort niet bij de bewaarde teksten", "require: %s is not among the texts that were kept", name);
	if (texts && texts->is_kept) {
		box_compile(lua, kept->text, kept->length, kept->path);
		return;
	}
	if (!find_module(lua, name, path, sizeof path))
		box_fault(lua,
			"require: er is geen bestand %s.lua naast het scenario of bij de scripts van het programma",
			"require: there is no file %s.lua beside the scenario or among the program's scripts", name);
	if (!box_read_file(path, BOX_FILE_MAX, &found->text, &found->length, NULL))
		box_fault(lua, "require: %s is niet te lezen, of groter dan %d MB",
			"require: %s cannot be read, or is larger than %d MB", path, BOX_FILE_MAX >> 20);
	if (texts && !box_texts_add(texts, name, path, found->text, found->length))
		box_fault(lua, "er is niet genoeg geheugen", "there is not enough memory");
	box_compile(lua, found->text, found->length, path);
}

static bool name_ok(const char *name, size_t length)
{
	return length > 0 && length < NAME_BYTES_MAX && strspn(name, "abcdefghijklmnopqrstuvwxyz_") == length;
}

// require(name): upvalue 1 holds what each module returned, false while it is being loaded.
static int require(lua_State *lua)
{
	size_t length;
	const char *name = luaL_checklstring(lua, 1, &length);
	if (box_is_sealed(lua))
		return box_fault(lua, "require hoort boven aan het bestand, buiten de functies", "require belongs at the top of the file, outside functions");
	if (!name_ok(name, length))
		return box_fault(lua, "require: de naam van een module bestaat uit de letters a-z en _",
			"require: a module's name consists of the letters a-z and _");
	lua_settop(lua, 1);
	if (lua_getfield(lua, lua_upvalueindex(1), name) == LUA_TBOOLEAN)
		return box_fault(lua, "require: %s vraagt langs een omweg om zichzelf",
			"require: %s requires itself by a detour", name);
	if (!lua_isnil(lua, -1))
		return 1;
	lua_pushboolean(lua, 0);
	lua_setfield(lua, lua_upvalueindex(1), name);
	compile_module(lua, name);
	lua_call(lua, 0, 1);
	if (lua_isnil(lua, -1) || lua_isboolean(lua, -1))
		return box_fault(lua, "require: %s geeft niets terug met return", "require: %s returns nothing", name);
	lua_pushvalue(lua, -1);
	lua_setfield(lua, lua_upvalueindex(1), name);
	return 1;
}

void box_open_require(lua_State *lua)
{
	lua_newtable(lua);
	lua_pushcclosure(lua, require, 1);
	lua_setfield(lua, -2, "require");
}
