// A scenario from file to config: runs the text in the sandbox, turns what it returns into plain
// nodes, reads those. Each part has its file: scenario_unit, _plan, _tell, _assume, _look.
#include "script/scenario_inside.h"

#include "mem.h"
#include "script/box.h"
#include "script/hooks.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdio.h>
#include <string.h>

// ---- constructors: kerbs { … } is its table, marked with the constructor's name

// In a hook it would do nothing, and whoever writes it there expects something.
static void check_outside(lua_State *lua)
{
	if (!box_is_sealed(lua))
		return;
	lua_rawgeti(lua, lua_upvalueindex(1), 1);
	const char *name = lua_touserdata(lua, -1);
	box_fault(lua, "%s hoort buiten een functie; binnen een functie verandert org.set een instelling en begint org.start een programma",
		"%s belongs outside a function; within one, org.set changes a setting and org.start begins a programme", name);
}

// Upvalues: the metatable that is the mark. The table is copied, so that it can be used again.
static int construct(lua_State *lua)
{
	check_outside(lua);
	luaL_checktype(lua, 1, LUA_TTABLE);
	lua_settop(lua, 1);
	lua_newtable(lua);
	for (lua_pushnil(lua); lua_next(lua, 1);) {
		lua_pushvalue(lua, -2);
		lua_insert(lua, -2);
		lua_rawset(lua, 2);
		box_charge(lua, 1);
	}
	lua_pushvalue(lua, lua_upvalueindex(1));
	lua_setmetatable(lua, 2);
	return 1;
}

// csv "file": a table that holds the text. The file itself is read when the script has ended.
static int construct_of_text(lua_State *lua)
{
	check_outside(lua);
	luaL_checktype(lua, 1, LUA_TSTRING);
	lua_settop(lua, 1);
	lua_createtable(lua, 1, 0);
	lua_insert(lua, 1);
	lua_rawseti(lua, 1, 1);
	lua_pushvalue(lua, lua_upvalueindex(1));
	lua_setmetatable(lua, 1);
	return 1;
}

// lhs(100), final "trust", range(4, 16): a table of the arguments, or a copy of the one that is a table.
static int construct_of_values(lua_State *lua)
{
	int count = lua_gettop(lua);
	if (count == 1 && lua_istable(lua, 1))
		return construct(lua);
	luaL_checkany(lua, 1);
	lua_createtable(lua, count, 0);
	lua_insert(lua, 1);
	for (int i = count; i >= 1; i--)
		lua_rawseti(lua, 1, i);
	lua_pushvalue(lua, lua_upvalueindex(1));
	lua_setmetatable(lua, 1);
	return 1;
}

// A word of its own: an empty table with the mark.
static void add_word(lua_State *lua, const char *name)
{
	lua_newtable(lua);
	lua_createtable(lua, 1, 0);
	lua_pushlightuserdata(lua, (void *)name);
	lua_rawseti(lua, -2, 1);
	lua_setmetatable(lua, -2);
	lua_setfield(lua, -2, name);
}

static void add_constructor(lua_State *lua, const char *name, lua_CFunction make)
{
	lua_createtable(lua, 1, 0);
	lua_pushlightuserdata(lua, (void *)name);
	lua_rawseti(lua, -2, 1);
	lua_pushcclosure(lua, make, 1);
	lua_setfield(lua, -2, name);
}

int scenario_add_constructors(lua_State *lua)
{
	static const char *const names[] = { "scenario", "standard", "programme", "themeweek", "experiment", "until_precise" };
	static const char *const of_values[] = { "range", "lhs", "sobol", "morris", "final", "mean", "path" };
	lua_pushglobaltable(lua);
	for (size_t i = 0; i < sizeof of_values / sizeof *of_values; i++)
		add_constructor(lua, of_values[i], construct_of_values);
	add_word(lua, "factorial");
	add_word(lua, "one_at_a_time");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_constructor(lua, names[i], construct);
	for (int i = 0; param_group(i); i++)
		add_constructor(lua, param_group(i), construct);
	add_constructor(lua, "csv", construct_of_text);
	return 0;
}

// ---- the scenario as a whole

static void take_setting(void *target, int param, double value)
{
	((double *)target)[param] = value;
}

// mechanisms = { all = false, influence = true }: all first.
static void read_all_mechanisms(struct scenario_reader *r, const struct node *node)
{
	const struct node *all = tree_child(node, "all");
	size_t mark = scenario_enter(r, "all");
	if (all && scenario_is(r, all, NODE_SWITCH))
		for (int id = 0; id < PARAM_COUNT; id++)
			if (param_table[id].kind == PARAM_MECHANISM)
				r->config->setting[id] = all->number;
	scenario_leave(r, mark);
}

// mechanisms = { influence = false }, model = { ["influence.rate"] = 0.02 }
static void read_table_of(struct scenario_reader *r, const struct node *root, const char *key, enum param_kind kind)
{
	const struct node *node = tree_child(root, key);
	struct scenario_names names = { 0 };
	size_t mark = scenario_enter(r, key);
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == kind)
			scenario_names_add(&names, kind == PARAM_MECHANISM ? scenario_key(id) : param_table[id].name);
	if (kind == PARAM_MECHANISM)
		scenario_names_add(&names, "all");
	if (node && scenario_is(r, node, NODE_TABLE)) {
		scenario_check_names(r, node, &names);
		if (kind == PARAM_MECHANISM)
			read_all_mechanisms(r, node);
		for (int id = 0; id < PARAM_COUNT; id++) {
			const char *name = kind == PARAM_MECHANISM ? scenario_key(id) : param_table[id].name;
			const struct node *child = param_table[id].kind == kind ? tree_child(node, name) : NULL;
			size_t inner = scenario_enter(r, name);
			double value;
			if (child && scenario_number(r, child, id, &value))
				r->config->setting[id] = value;
			scenario_leave(r, inner);
		}
	}
	scenario_leave(r, mark);
}

// assignments = { complex { … } } is a place where the complex work may stand together.
static void read_assignments(struct scenario_reader *r, const struct node *root, struct scenario_taker taker)
{
	static const struct scenario_names names = { .count = 2, .name = { "complex", "demand" } };
	const struct node *node = tree_child(root, "assignments");
	size_t mark = scenario_enter(r, "assignments");
	if (node && scenario_is(r, node, NODE_TABLE)) {
		scenario_check_names(r, node, &names);
		scenario_groups(r, node, NULL, taker);
	}
	scenario_leave(r, mark);
}

// A seed has 64 bits, more than a double holds.
static void read_seed(struct scenario_reader *r, const struct node *root)
{
	const struct node *node = tree_child(root, "seed");
	double value;
	if (!scenario_child_number(r, root, PARAM_RUN_SEED, false, &value))
		return;
	r->config->seed = node->is_whole                   ? (uint64_t)node->whole
			  : value < 18446744073709551615.0 ? (uint64_t)value
							   : UINT64_MAX;
}

static void read_run(struct scenario_reader *r, const struct node *root)
{
	struct config *config = r->config;
	double value;
	bool start_ok = !tree_child(root, "start"), years_ok = !tree_child(root, "years");
	if (scenario_child_number(r, root, PARAM_RUN_START, false, &value)) {
		config->start_year = (int)value;
		start_ok = true;
	}
	if (scenario_child_number(r, root, PARAM_RUN_YEARS, false, &value)) {
		config->years = (int)value;
		years_ok = true;
	}
	r->calendar_ok = start_ok && years_ok;
	if (scenario_child_number(r, root, PARAM_RUN_WARM_UP, false, &value))
		config->warm_up_weeks = (int)value;
	read_seed(r, root);
}

static void check_top_names(struct scenario_reader *r, const struct node *root)
{
	static const char *const parts[] = { "title", "story", "departments", "staff", "assignments", "plan", "programmes",
		"assumptions", "mechanisms", "model", "own", "columns", "measures", "look", "question" };
	struct scenario_names names = { 0 };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		scenario_names_add(&names, parts[i]);
	for (int i = 0; i < SCENARIO_HOOKS; i++)
		scenario_names_add(&names, scenario_hooks[i]);
	scenario_names_add_kind(&names, PARAM_RUN);
	scenario_names_add_groups(&names);
	scenario_check_names(r, root, &names);
}

// Another version means other names: then nothing else is worth telling.
static bool version_ok(struct scenario_reader *r, const struct node *root)
{
	const struct node *node = tree_child(root, "version");
	if (!node || (node->kind == NODE_NUMBER && node->number == SCENARIO_VERSION))
		return true;
	size_t mark = scenario_enter(r, "version");
	if (scenario_is(r, node, NODE_NUMBER))
		scenario_wrong(r, "dit scenario heeft versie %.10g; dit programma leest alleen versie %d",
			"this scenario has version %.10g; this program reads version %d only", node->number,
			SCENARIO_VERSION);
	scenario_leave(r, mark);
	return false;
}

// "scenarios/default.lua" → "default"
static char *base_name(const char *name)
{
	const char *slash = strrchr(name, '/');
	char *base = config_copy_text(slash ? slash + 1 : name);
	char *ending = base ? strrchr(base, '.') : NULL;
	if (ending && ending != base)
		*ending = '\0';
	return base;
}

void scenario_read(struct scenario_reader *r, const struct node *root)
{
	struct config *config = r->config;
	struct scenario_taker taker = { take_setting, config->setting, false };
	config->name = base_name(r->file);
	if (!config->name) {
		scenario_no_memory(r);
		return;
	}
	if (root->tag && strcmp(root->tag, "experiment") == 0) {
		scenario_wrong(r, "dit is een experiment, geen scenario; gebruik stoeprand batch", "this is an experiment, not a scenario; use stoeprand batch");
		return;
	}
	if (root->kind != NODE_TABLE || !root->tag || strcmp(root->tag, "scenario") != 0) {
		scenario_wrong(r, "het bestand eindigt niet met return scenario { … }",
			"the file does not end with return scenario { … }");
		return;
	}
	if (!version_ok(r, root))
		return;
	check_top_names(r, root);
	read_run(r, root);
	scenario_child_words(r, root, "title", &config->title);
	scenario_child_words(r, root, "story", &config->story);
	scenario_groups(r, root, "pool", taker);
	read_assignments(r, root, taker);
	read_table_of(r, root, "mechanisms", PARAM_MECHANISM);
	read_table_of(r, root, "model", PARAM_MODEL);
	scenario_own_settings(r, tree_child(root, "own"));
	scenario_departments(r, tree_child(root, "departments"), tree_child(root, "staff") != NULL);
	scenario_staff(r, tree_child(root, "staff"));
	scenario_pool(r, tree_child(root, "pool"));
	scenario_plan(r, tree_child(root, "plan"));
	scenario_programmes(r, tree_child(root, "programmes"));
	scenario_own(r, root);
	if (!r->is_varied)
		scenario_assumptions(r, tree_child(root, "assumptions"));
	scenario_look(r, root);
	if (!r->no_memory && config->department_count > 0)
		config_check(config, r->file, r->err);
}

// ---- from a text, from a file

static void read_result(struct box *box, struct scenario_reader *r)
{
	struct tree tree;
	if (tree_read(box_lua(box), -1, r->file, &tree, r->err))
		scenario_read(r, &tree.root);
	tree_clear(&tree);
	r->config->text_hash = box_hash(box);
}

struct box *scenario_run(const char *text, size_t length, const char *name, const char *folder, struct box_texts *texts, struct err *err)
{
	if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {  // a byte-order mark, as some editors write it
		text += 3;
		length -= 3;
	}
	bool is_binary = memchr(text, '\0', length) != NULL;
	if (is_binary && length >= 9 && memcmp(text, "stoeprand", 9) == 0)
		err_add(err, "%s: dit is een opgeslagen run, geen scenario; gebruik --from", "%s: this is a saved run, not a scenario; use --from", name);
	else if (is_binary)
		err_add(err, "%s: dit is geen tekstbestand", "%s: this is not a text file", name);
	if (is_binary)
		return NULL;
	struct box *box = box_create(folder, err);
	if (box)
		box_set_texts(box, texts);
	if (box && box_protect(box, scenario_add_constructors, NULL, err) && box_run(box, text, length, name, err))
		return box;
	box_destroy(box);
	return NULL;
}

void scenario_folder(const char *path, char *folder, size_t size)
{
	const char *slash = strrchr(path, '/');
	int room = slash ? (int)(slash - path) + (slash == path) : 1;
	snprintf(folder, size, "%.*s", room, slash ? path : ".");
}

void scenario_beside(const char *folder, const char *name, char *path, size_t size)
{
	if (strcmp(folder, ".") == 0)
		snprintf(path, size, "%s", name);
	else
		snprintf(path, size, "%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/", name);
}

bool scenario_load_text(
	const char *text, size_t length, const char *name, const char *folder, struct config *out, struct err *err)
{
	struct hooks *hooks;
	bool good = scenario_load_text_hooks(text, length, name, folder, out, &hooks, err);
	hooks_destroy(hooks);
	return good;
}

bool scenario_load_text_hooks(const char *text, size_t length, const char *name, const char *folder, struct config *out,
	struct hooks **hooks, struct err *err)
{
	*hooks = NULL;
	struct err own;
	if (!err)
		err_clear(err = &own);
	int before = err->count;
	struct scenario_reader reader = { .file = name, .folder = folder ? folder : ".", .config = out, .err = err };
	config_init(out);
	struct box *box = scenario_run(text, length, name, reader.folder, NULL, err);
	if (box)
		read_result(box, &reader);
	if (box && err->count == before && out->has_hooks)
		*hooks = hooks_create(box, out, err);
	if (!*hooks)
		box_destroy(box);
	if (err->count == before)
		return true;
	config_clear(out);
	return false;
}

bool scenario_load(const char *path, struct config *out, struct err *err)
{
	struct hooks *hooks;
	bool good = scenario_load_hooks(path, out, &hooks, err);
	hooks_destroy(hooks);
	return good;
}

bool scenario_load_hooks(const char *path, struct config *out, struct hooks **hooks, struct err *err)
{
	char *text, folder[4096];
	size_t length;
	config_init(out);
	*hooks = NULL;
	if (!box_read_file(path, BOX_FILE_MAX, &text, &length, err))
		return false;
	scenario_folder(path, folder, sizeof folder);
	bool good = scenario_load_text_hooks(text, length, path, folder, out, hooks, err);
	mem_free(text);
	return good;
}
