// What the files that read a scenario share: the reader, which knows where in the file it is.
#ifndef SCENARIO_INSIDE_H
#define SCENARIO_INSIDE_H

#include "script/box.h"
#include "script/scenario.h"
#include "script/tree.h"

enum {
	SCENARIO_PATH_MAX = 512,
	SCENARIO_NAMES_MAX = 320,
	SCENARIO_PAIRS_MAX = 8,
	SCENARIO_CHANGES_MAX = 20000,
	SCENARIO_ENTRIES_MAX = 2000,
};

struct scenario_reader {
	const char *file, *folder;
	struct config *config;
	struct err *err;
	bool no_memory;  // told once
	bool calendar_ok;  // start and years are known
	bool is_varied;  // values were put in: what the author assumed of them need not hold
	struct roster *roster;  // the staff file, kept for the next config; NULL: read it here
	bool departments_wrong;  // then nobody can be put in them
	char path[SCENARIO_PATH_MAX];  // of the value being read: "departments.permits.kerbs"
	const struct node *programme[CONFIG_PROGRAMMES_MAX];  // as written, for assumptions
};

// Names that are known at a place.
struct scenario_names {
	int count;
	const char *name[SCENARIO_NAMES_MAX];
	int pair_count;
	char pair[SCENARIO_PAIRS_MAX][CONFIG_ID_MAX];  // names made here: "complexity" of complexity_min and _max
};

// What takes the values of a lever group.
struct scenario_taker {
	void (*take)(void *target, int param, double value);
	void *target;
	bool per_unit;  // of a department or the pool, not the whole organisation
};

// ---- scenario_read.c: where we are, and single values

// Goes down to a key or an element; returns what scenario_leave needs to come back.
size_t scenario_enter(struct scenario_reader *r, const char *key);
size_t scenario_enter_element(struct scenario_reader *r, long index);
size_t scenario_enter_node(struct scenario_reader *r, const struct node *node);
void scenario_leave(struct scenario_reader *r, size_t mark);

// A mistake at the place where we are; both formats take the same arguments.
void scenario_wrong(struct scenario_reader *r, const char *nl, const char *en, ...)
	__attribute__((format(printf, 2, 4), format(printf, 3, 4)));
void scenario_no_memory(struct scenario_reader *r);

void scenario_names_add(struct scenario_names *names, const char *name);
void scenario_names_add_kind(struct scenario_names *names, enum param_kind kind);  // keys of these rows
void scenario_names_add_groups(struct scenario_names *names);
void scenario_names_add_levers(struct scenario_names *names, const char *group);
const char *scenario_key(int param);  // "room" of "kerbs.room"

// Tells every child whose name is not known, and every element without a name.
void scenario_nameless(struct scenario_reader *r, const struct node *node);  // says that a value lacks its name
void scenario_check_names(struct scenario_reader *r, const struct node *table, const struct scenario_names *names);
void scenario_unknown(struct scenario_reader *r, const struct scenario_names *names, const char *name);

// Each reads the node where we are. False when it is not right, which has then been told.
bool scenario_is(struct scenario_reader *r, const struct node *node, enum node_kind kind);
bool scenario_number(struct scenario_reader *r, const struct node *node, int param, double *value);
bool scenario_id(struct scenario_reader *r, const struct node *node, char *out);
bool scenario_words(struct scenario_reader *r, const struct node *node, struct words *out);
bool scenario_copy(struct scenario_reader *r, const char *text, char **out);

// The same of a child of that name; false too when there is none, which is told when `needed`.
bool scenario_child_number(struct scenario_reader *r, const struct node *table, int param, bool needed, double *value);
bool scenario_child_words(struct scenario_reader *r, const struct node *table, const char *key, struct words *out);

// A lever group ("kerbs") and all its keys.
void scenario_group(struct scenario_reader *r, const struct node *node, const char *group, struct scenario_taker taker);
// The same without telling unknown keys.
void scenario_levers(
	struct scenario_reader *r, const struct node *node, const char *group, struct scenario_taker taker);
// Every lever group that is a child of the table, but for the group `except` (NULL: all).
void scenario_groups(
	struct scenario_reader *r, const struct node *table, const char *except, struct scenario_taker taker);

// ---- the whole of a scenario

struct lua_State;
int scenario_add_constructors(struct lua_State *lua);  // for box_protect
// A box that has run the text; what it returned is on top of its stack. NULL and err when it is wrong.
struct box *scenario_run(const char *text, size_t length, const char *name, const char *folder, struct box_texts *texts, struct err *err);
void scenario_read(struct scenario_reader *r, const struct node *root);  // everything, into r->config
void scenario_folder(const char *path, char *folder, size_t size);       // where `require` looks first
void scenario_beside(const char *folder, const char *name, char *path, size_t size);  // a file there
const char *scenario_csv_name(struct scenario_reader *r, const struct node *node);    // of csv "file"; NULL when told

// ---- the parts of a scenario

enum { SCENARIO_HOOKS = 4 };
extern const char *const scenario_hooks[SCENARIO_HOOKS];  // "on_start", …

void scenario_own_settings(struct scenario_reader *r, const struct node *node);  // which a plan may set
void scenario_own(struct scenario_reader *r, const struct node *root);  // columns, measures, hooks
void scenario_programmes(struct scenario_reader *r, const struct node *node);  // that no plan entry starts

// has_staff: a staff file tells how many people there are, and which departments when the scenario names none.
void scenario_departments(struct scenario_reader *r, const struct node *node, bool has_staff);
// A department of which only id and name are known.
void scenario_plain_department(struct scenario_reader *r, struct department *department, const char *id, const char *name);
void scenario_staff(struct scenario_reader *r, const struct node *node);
void scenario_pool(struct scenario_reader *r, const struct node *node);
void scenario_plan(struct scenario_reader *r, const struct node *node);
void scenario_tell(struct scenario_reader *r);  // the words of all plan entries
void scenario_assumptions(struct scenario_reader *r, const struct node *node);
void scenario_look(struct scenario_reader *r, const struct node *root);

#endif
