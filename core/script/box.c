// The sandbox itself: allocator, budget, and how anything raised becomes a message. Scripts get
// no pcall, no coroutines and no finalizers, so nothing can swallow an error of the budget.
#include "script/box_inside.h"

#include "mem.h"
#include "sim/config.h"

#include <lauxlib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOOK_STEPS = 1000, REFUSALS_MAX = 16 };

static const uint64_t FNV_START = UINT64_C(0xcbf29ce484222325);
static const uint64_t FNV_PRIME = UINT64_C(0x100000001b3);

struct box *box_of(lua_State *lua)
{
	return *(struct box **)lua_getextraspace(lua);
}

// Why `size` bytes more may not be had, or −1. Close to the cap every allocation would cost a
// full collection: after some refusals there is no more at all.
static int refusal(struct box *box, void *block, size_t kind, size_t old, size_t size)
{
	if (!block && kind == LUA_TSTRING && size > BOX_STRING_MAX)
		return BOX_LACK_STRING;
	if (box->refusals >= REFUSALS_MAX)
		return (int)box->lack;
	if (box->traffic + size > BOX_TRAFFIC_MAX)
		return BOX_LACK_TRAFFIC;
	if (box->used - old + size > box->most)
		return BOX_LACK_CAP;
	return -1;
}

// Lua's allocator; for a new block `old` says what kind of value it is for.
static void *allocate(void *data, void *block, size_t old, size_t size)
{
	struct box *box = data;
	size_t before = block ? old : 0;
	if (size == 0) {
		mem_free(block);
		box->used -= before;
		return NULL;
	}
	int lack = size > before ? refusal(box, block, old, before, size) : -1;
	if (lack >= 0) {
		box->lack = (enum box_lack)lack;
		box->refusals++;
		return NULL;
	}
	void *fresh = mem_grow(block, before, size, 1);
	if (!fresh && size > before) {
		box->lack = BOX_LACK_MEMORY;
		return NULL;
	}
	box->used = box->used - before + size;
	box->traffic += size > before ? size : 0;
	return fresh ? fresh : block;  // a block that can't shrink stays
}

// The index of the file in "#3…", after which `rest` stands, or −1 when it is something else.
static int file_index(const struct box *box, const char *text, const char **rest)
{
	char *end;
	long file = text[0] == '#' && text[1] >= '0' && text[1] <= '9' ? strtol(text + 1, &end, 10) : -1;
	if (file < 0 || file >= box->file_count)
		return -1;
	*rest = end;
	return (int)file;
}

// The place in a script that is being run, "file:line: ", or nothing.
static void write_where(lua_State *lua, char *out, size_t room)
{
	const struct box *box = box_of(lua);
	const char *rest;
	lua_Debug place;
	out[0] = '\0';
	for (int level = 0; lua_getstack(lua, level, &place); level++) {
		lua_getinfo(lua, "Sl", &place);
		int file = place.currentline > 0 ? file_index(box, place.source + 1, &rest) : -1;
		if (file >= 0) {
			snprintf(out, room, "%s:%d: ", box->file[file], place.currentline);
			return;
		}
	}
}

static void write_fault(char *out, const char *where, const char *format, va_list args)
{
	size_t used = strlen(where);
	memcpy(out, where, used + 1);
	vsnprintf(out + used, BOX_FAULT_MAX - used, format, args);
	box_plain(out);
}

int box_fault(lua_State *lua, const char *nl, const char *en, ...)
{
	struct box *box = box_of(lua);
	char where[BOX_FAULT_MAX / 2];
	write_where(lua, where, sizeof where);
	va_list args, copy;
	va_start(args, en);
	va_copy(copy, args);
	write_fault(box->fault[LANG_NL], where, nl, args);
	write_fault(box->fault[LANG_EN], where, en, copy);
	va_end(copy);
	va_end(args);
	lua_pushlightuserdata(lua, box);  // stands for what was said
	(void)lua_error(lua);
	err_must("lua_error does not return", __FILE__, __LINE__);
}

void box_charge(lua_State *lua, size_t steps)
{
	struct box *box = box_of(lua);
	box->steps -= steps < BOX_STEPS_LOAD ? (int64_t)steps : BOX_STEPS_LOAD;
	if (box->steps < 0)
		box_fault(lua, "het script rekent te lang: zit er een lus in die niet eindigt?",
			"the script computes for too long: is there a loop that does not end?");
}

// Each call copies its arguments: f(1, ...) calling itself would make every step dearer.
static void check_stack(lua_State *lua)
{
	lua_Debug frame;
	for (int level = 0; lua_getstack(lua, level, &frame); level++) {
		if (level >= BOX_DEPTH_MAX)
			box_fault(lua, "meer dan %d functies roepen elkaar aan",
				"more than %d functions call each other", BOX_DEPTH_MAX);
		if (lua_getlocal(lua, &frame, -BOX_VALUES_MAX - 1))
			box_fault(lua, "een functie krijgt meer dan %d argumenten",
				"a function gets more than %d arguments", BOX_VALUES_MAX);
	}
}

static void count_steps(lua_State *lua, lua_Debug *event)
{
	(void)event;
	box_charge(lua, HOOK_STEPS);
	check_stack(lua);
}

static void explain_lack(const struct box *box, struct err *err)
{
	const char *name = box->file_count ? box->file[0] : "Lua";
	if (box->lack == BOX_LACK_STRING)
		err_add(err, "%s: een tekst in het script is langer dan %d kB",
			"%s: a text in the script is longer than %d kB", name, BOX_STRING_MAX >> 10);
	else if (box->lack == BOX_LACK_CAP)
		err_add(err, "%s: het script gebruikt meer dan %d MB geheugen",
			"%s: the script uses more than %d MB of memory", name, BOX_MEMORY_MAX >> 20);
	else if (box->lack == BOX_LACK_TRAFFIC)
		err_add(err, "%s: het script vraagt te vaak om geheugen, samen meer dan %d MB",
			"%s: the script asks for memory too often, more than %d MB in all", name,
			BOX_TRAFFIC_MAX >> 20);
	else
		err_memory(err);
}

void box_plain(char *text)
{
	for (unsigned char *at = (unsigned char *)text; *at; at++)
		if (*at < ' ' || *at == 0x7f)
			*at = '?';
}

// "calling 'measure' on bad self (…)": the functions of org are written with a point, those of a vector with a colon.
static void clarify(char *english, size_t room)
{
	static const char before[] = "calling '", after[] = "' on bad self";
	char *name = strstr(english, before), *end = name ? strstr(name, after) : NULL;
	if (!end)
		return;
	char word[64];
	snprintf(word, sizeof word, "%.*s", (int)(end - name - (int)sizeof before + 1), name + sizeof before - 1);
	snprintf(name, room - (size_t)(name - english), "write org.%s with a point, not org:%s", word, word);
}

// A message of Lua starts with the chunk's name, "#3:12: …".
static void explain_message(const struct box *box, const char *text, struct err *err)
{
	char english[BOX_FAULT_MAX], dutch[BOX_FAULT_MAX];
	const char *rest = text, *name = box->file_count ? box->file[0] : "Lua";
	int file = file_index(box, text, &rest);
	if (file >= 0)
		name = box->file[file];
	snprintf(english, sizeof english, "%s", file >= 0 && *rest == ':' ? rest + 1 : text);
	box_plain(english);
	clarify(english, sizeof english);
	size_t line = file >= 0 ? strspn(english, "0123456789") : 0;
	line = line && strncmp(english + line, ": ", 2) == 0 ? line + 2 : 0;
	box_dutch(english + line, dutch, sizeof dutch);
	err_add(err, "%s:%.*s%s%.0s", "%s:%.*s%.0s%s", name, line ? (int)line : 1, line ? english : " ", dutch,
		english + line);
}

// Takes what was raised from the stack and tells it.
static void explain(struct box *box, int status, struct err *err)
{
	lua_State *lua = box->lua;
	const char *name = box->file_count ? box->file[0] : "Lua";
	if (status == LUA_ERRMEM)
		explain_lack(box, err);
	else if (lua_islightuserdata(lua, -1))
		err_add(err, "%s%.0s", "%.0s%s", box->fault[LANG_NL], box->fault[LANG_EN]);
	else if (lua_type(lua, -1) == LUA_TSTRING)
		explain_message(box, lua_tostring(lua, -1), err);
	else
		err_add(err, "%s: het script stopt met error(), zonder tekst erbij",
			"%s: the script stops by error(), without a text", name);
	lua_pop(lua, 1);
}

bool box_call(struct box *box, int args, int results, int64_t steps, struct err *err)
{
	box->steps = steps;
	box->lack = BOX_LACK_MEMORY;
	if (box->is_sealed) {  // what a hook lets go is not the next one's
		box->traffic = 0;
		box->refusals = 0;
	}
	int status = lua_pcall(box->lua, args, results, 0);
	if (status != LUA_OK)
		explain(box, status, err);
	return status == LUA_OK;
}

bool box_protect(struct box *box, int (*function)(lua_State *), void *data, struct err *err)
{
	if (!lua_checkstack(box->lua, 8)) {
		err_memory(err);
		return false;
	}
	lua_pushcfunction(box->lua, function);
	lua_pushlightuserdata(box->lua, data);
	return box_call(box, 1, 0, BOX_STEPS_LOAD, err);
}

void box_compile(lua_State *lua, const char *text, size_t length, const char *name)
{
	struct box *box = box_of(lua);
	if (box->file_count == BOX_FILES_MAX)
		box_fault(lua, "meer dan %d bestanden met require", "more than %d files by require", BOX_FILES_MAX - 1);
	for (size_t i = 0; i < length; i++)
		box->hash = (box->hash ^ (unsigned char)text[i]) * FNV_PRIME;
	char *copy = config_copy_text(name);
	if (!copy)
		box_fault(lua, "er is niet genoeg geheugen", "there is not enough memory");
	int file = box->file_count++;
	box->file[file] = copy;
	int line = box_power_line(text, length);
	if (line)
		box_fault(lua, "%s:%d: de bewerking ^ geeft niet op elke computer hetzelfde: schrijf math.pow(a, b)",
			"%s:%d: the operator ^ differs between computers: write math.pow(a, b)", name, line);
	char chunk[16];
	snprintf(chunk, sizeof chunk, "=#%d", file);
	if (luaL_loadbufferx(lua, text, length, chunk, "t") != LUA_OK)
		lua_error(lua);
	box_check_keys(lua, text, length, name);
}

struct source {
	const char *text, *name;
	size_t length;
};

static int run_source(lua_State *lua)
{
	const struct source *source = lua_touserdata(lua, 1);
	box_compile(lua, source->text, source->length, source->name);
	lua_call(lua, 0, 1);
	return 1;
}

bool box_run(struct box *box, const char *text, size_t length, const char *name, struct err *err)
{
	struct source source = { text, name, length };
	lua_pushcfunction(box->lua, run_source);
	lua_pushlightuserdata(box->lua, &source);
	return box_call(box, 1, 1, BOX_STEPS_LOAD, err);
}

static int open_all(lua_State *lua)
{
	lua_newtable(lua);
	box_open_base(lua);
	box_open_math(lua);
	box_open_table(lua);
	box_open_string(lua);
	box_open_require(lua);
	lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
	return 0;
}

struct box *box_create(const char *folder, struct err *err)
{
	struct box *box = mem_new(1, sizeof *box);
	if (!box) {
		err_memory(err);
		return NULL;
	}
	box->hash = FNV_START;
	box->most = BOX_MEMORY_MAX;
	box->folder = config_copy_text(folder);
	box->lua = box->folder ? lua_newstate(allocate, box) : NULL;
	if (!box->lua) {
		err_memory(err);
		box_destroy(box);
		return NULL;
	}
	*(struct box **)lua_getextraspace(box->lua) = box;
	if (!box_protect(box, open_all, NULL, err)) {
		box_destroy(box);
		return NULL;
	}
	lua_sethook(box->lua, count_steps, LUA_MASKCOUNT, HOOK_STEPS);
	return box;
}

void box_destroy(struct box *box)
{
	if (!box)
		return;
	if (box->lua)
		lua_close(box->lua);
	for (int i = 0; i < box->file_count; i++)
		mem_free(box->file[i]);
	mem_free(box->folder);
	mem_free(box);
}

lua_State *box_lua(struct box *box)
{
	return box->lua;
}

void box_set_owner(struct box *box, void *owner)
{
	box->owner = owner;
}

void *box_owner(lua_State *lua)
{
	return box_of(lua)->owner;
}

void box_add_memory(struct box *box, size_t bytes)
{
	box->most = BOX_MEMORY_MAX + bytes;
}

static int refuse_change(lua_State *lua)
{
	box_push_words(lua, 2);
	return box_fault(lua, "%s: buiten een functie kan hier niets veranderen; schrijf local %s, of bewaar het in org.state",
		"%s: nothing outside a function can change here; write local %s, or keep it in org.state", lua_tostring(lua, -1), lua_tostring(lua, -1));
}

// Empties the table on top into another, which it then only looks up: an assignment to any name can be refused. Gives
// the other one, on top.
static void hide(lua_State *lua)
{
	lua_newtable(lua);
	for (lua_pushnil(lua); lua_next(lua, -3);) {
		lua_pushvalue(lua, -2);
		lua_insert(lua, -2);
		lua_rawset(lua, -4);
	}
	for (lua_pushnil(lua); lua_next(lua, -3);) {
		lua_pop(lua, 1);
		lua_pushvalue(lua, -1);
		lua_pushnil(lua);
		lua_rawset(lua, -5);
	}
	if (lua_getmetatable(lua, -2))  // what says that a name is unknown
		lua_setmetatable(lua, -2);
	lua_createtable(lua, 0, 2);
	lua_pushvalue(lua, -2);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, refuse_change);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -3);
}

static bool is_library(const char *name)
{
	return strcmp(name, "math") == 0 || strcmp(name, "table") == 0 || strcmp(name, "string") == 0;
}

void box_seal(lua_State *lua)
{
	struct box *box = box_of(lua);
	lua_newtable(lua);  // the script's own names
	lua_pushglobaltable(lua);
	for (lua_pushnil(lua); lua_next(lua, -2); lua_pop(lua, 1)) {
		const char *name = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "";
		if (lua_type(lua, -1) == LUA_TTABLE && is_library(name)) {
			hide(lua);  // a script may have put something in it
			lua_pushvalue(lua, -3);
			lua_insert(lua, -2);
			lua_rawset(lua, -6);
		} else if (!lua_iscfunction(lua, -1)) {
			lua_pushvalue(lua, -2);
			lua_pushvalue(lua, -2);
			lua_rawset(lua, -6);
		}
	}
	hide(lua);
	lua_pop(lua, 2);
	box->is_sealed = true;
}

void box_set_texts(struct box *box, struct box_texts *texts)
{
	box->texts = texts;
}

bool box_is_sealed(lua_State *lua)
{
	return box_of(lua)->is_sealed;
}

uint64_t box_hash(const struct box *box)
{
	return box->hash;
}
