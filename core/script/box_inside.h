// What the files of the sandbox share with each other and with nobody else.
#ifndef BOX_INSIDE_H
#define BOX_INSIDE_H

#include "script/box.h"

#include <lua.h>
#include <stdbool.h>

enum box_lack { BOX_LACK_MEMORY, BOX_LACK_CAP, BOX_LACK_TRAFFIC, BOX_LACK_STRING };
enum {
	BOX_FAULT_MAX = 1024,
	BOX_VALUES_MAX = 255,  // arguments of a call, results of table.unpack
	BOX_DEPTH_MAX = 200,  // calls within calls, as the budget sees them
};

struct box {
	lua_State *lua;
	char *folder;  // where the scenario stands
	void *owner;
	struct box_texts *texts;  // where required modules are kept, or NULL
	bool is_sealed;
	size_t used, traffic, most;  // bytes
	int refusals;  // how often the cap was hit
	enum box_lack lack;  // why memory was refused last
	int64_t steps;  // left
	uint64_t hash;
	char fault[LANG_COUNT][BOX_FAULT_MAX];  // what box_fault said
	int file_count;
	char *file[BOX_FILES_MAX];  // names of the texts; a chunk is called "=#index"
};

struct box *box_of(lua_State *lua);

// Compiles a text to a function on the stack, after adding it to the hash; raises its mistakes.
void box_compile(lua_State *lua, const char *text, size_t length, const char *name);

// Each puts its functions in the table on top of the stack, the globals.
void box_open_base(lua_State *lua);
void box_open_math(lua_State *lua);
void box_open_table(lua_State *lua);
void box_open_string(lua_State *lua);
void box_open_require(lua_State *lua);

int box_priced(lua_State *lua);  // upvalue 1: the C function that this is a price for

void box_push_words(lua_State *lua, int index);  // a value as a script may see it: no addresses

// Stable sort of the list at `list`, of `count` values, by before(lua), which says whether the
// value at −2 belongs before the one at −1 and leaves the stack as it was.
void box_sort(lua_State *lua, int list, lua_Integer count, int (*before)(lua_State *lua));

// The first use of the operator ^ in a text: its line, or 0.
int box_power_line(const char *text, size_t length);

// Raises when a name stands twice in one table of a text that Lua accepts.
void box_check_keys(lua_State *lua, const char *text, size_t length, const char *file);

// Lua's own message in Dutch, as far as its phrases are known.
void box_dutch(const char *english, char *dutch, size_t room);

#endif
