// The sandbox in which a scenario's Lua runs: text only, an allowlist of functions, a cap on
// memory and a budget of work that nothing inside can switch off. What it allows behaves the
// same on every machine and in every run: no clock, no chance, no addresses, ordered pairs.
#ifndef BOX_H
#define BOX_H

#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct box;
struct lua_State;

enum {
	BOX_MEMORY_MAX = 64 << 20,  // bytes alive at a time
	BOX_TRAFFIC_MAX = 1 << 30,  // bytes asked for in all
	BOX_STRING_MAX = 64 << 10,  // bytes a string
	BOX_FILE_MAX = 4 << 20,  // bytes a file
	BOX_FILES_MAX = 64,  // the scenario and the modules it requires
	BOX_STEPS_LOAD = 10000000,  // Lua instructions for loading, modules included
};

// A box whose `require` looks in `folder` first, then in the program's own modules.
// NULL and err without memory.
struct box *box_create(const char *folder, struct err *err);
void box_destroy(struct box *box);  // NULL is fine

// Runs a text within BOX_STEPS_LOAD steps; its one result is then on top of the stack.
// False and err (in which the text is called `name`) when it is wrong or asks too much.
bool box_run(struct box *box, const char *text, size_t length, const char *name, struct err *err);

// Calls the function below its `args` arguments on the stack, as lua_call does, within `steps` steps.
bool box_call(struct box *box, int args, int results, int64_t steps, struct err *err);

// Calls function(lua, data) so that what it raises ends up in err.
bool box_protect(struct box *box, int (*function)(struct lua_State *), void *data, struct err *err);

struct lua_State *box_lua(struct box *box);

// The texts that a box ran, so that it can be run again without their files: the first has module "".
struct box_text {
	char *module, *path, *text;  // owned; text has a NUL after its length
	size_t length;
};
struct box_texts {
	char *name;       // owned: for who keeps more than one
	bool is_kept;     // complete: nothing is read from files
	int count;
	struct box_text text[BOX_FILES_MAX];
};
bool box_texts_add(struct box_texts *texts, const char *module, const char *path, const char *text, size_t length);  // false: no memory
const struct box_text *box_texts_find(const struct box_texts *texts, const char *module);  // or NULL
void box_texts_clear(struct box_texts *texts);

// From now on `require` keeps in `texts` what it reads, or, when they are kept, takes it from there. They outlive the box.
void box_set_texts(struct box *box, struct box_texts *texts);

// From now on nothing is loaded and nothing of the outermost names may change: a script that tries is told so.
// Raises. The names that the script itself made are then in a table on top of the stack.
void box_seal(struct lua_State *lua);
bool box_is_sealed(struct lua_State *lua);

// What belongs to the box's functions, to be found again by C functions called by scripts.
void box_set_owner(struct box *box, void *owner);
void *box_owner(struct lua_State *lua);

// So many bytes of memory above the usual cap, for organisations that are large.
void box_add_memory(struct box *box, size_t bytes);

// 64-bit FNV-1a over all texts run so far, required modules included.
uint64_t box_hash(const struct box *box);

// For C functions called by scripts: raises the user's mistake, with file and line, in both
// languages; both formats take the same arguments. Does not return.
int box_fault(struct lua_State *lua, const char *nl, const char *en, ...)
	__attribute__((noreturn, format(printf, 2, 4), format(printf, 3, 4)));

// For C functions called by scripts: counts work that no instruction shows.
void box_charge(struct lua_State *lua, size_t steps);

// Makes a text fit for one line of a message: control characters become question marks.
void box_plain(char *text);

// Reads a file of at most `most` bytes into *text, with a NUL after it, the caller's to mem_free. False and err otherwise.
bool box_read_file(const char *path, size_t most, char **text, size_t *length, struct err *err);

#endif
