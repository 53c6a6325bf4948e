// Makes configs of a scenario that was run once. Settings are put in the config, as --set does, since a
// scenario can write one in several places; all else in a copy of the scenario's tree, before it is read.
#include "script/source_inside.h"

#include "mem.h"
#include "script/hooks.h"
#include "script/roster.h"
#include "script/scenario_inside.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PLACES_MAX = 256, KEYS_MAX = 64 };

struct source {
	struct box *box;
	struct box_texts *texts;
	struct tree tree;
	struct roster roster;  // one's own staff, in classes: the file is read once
	struct config config;
	char folder[4096];
	uint64_t hash;
};

// ---- opening

static bool read_text(const char *path, struct box_texts *texts, struct err *err)
{
	char *text;
	size_t length;
	if (texts->is_kept)
		return true;
	if (!box_read_file(path, BOX_FILE_MAX, &text, &length, err))
		return false;
	bool good = box_texts_add(texts, "", path, text, length);
	if (!good)
		err_memory(err);
	mem_free(text);
	return good;
}

static bool open_source(struct source *source, struct err *err)
{
	const struct box_text *text = &source->texts->text[0];
	struct scenario_reader reader = { .file = text->path, .folder = source->folder, .config = &source->config, .err = err, .roster = &source->roster };
	int before = err->count;
	source->box = scenario_run(text->text, text->length, text->path, source->folder, source->texts, err);
	if (!source->box || !tree_read(box_lua(source->box), -1, text->path, &source->tree, err))
		return false;
	scenario_read(&reader, &source->tree.root);
	source->config.text_hash = source->hash = box_hash(source->box);
	return err->count == before;
}

struct source *source_open(const char *path, struct box_texts *texts, struct err *err)
{
	struct source *source = mem_new(1, sizeof *source);
	if (!source) {
		err_memory(err);
		return NULL;
	}
	config_init(&source->config);
	source->texts = texts;
	if (read_text(path, texts, err)) {
		scenario_folder(texts->text[0].path, source->folder, sizeof source->folder);
		if (open_source(source, err)) {
			texts->is_kept = true;
			return source;
		}
	}
	source_close(source);
	return NULL;
}

void source_close(struct source *source)
{
	if (!source)
		return;
	tree_clear(&source->tree);
	roster_clear(&source->roster);
	box_destroy(source->box);
	config_clear(&source->config);
	mem_free(source);
}

const struct config *source_config(const struct source *source)
{
	return &source->config;
}

struct hooks *source_hooks(const struct source *source, struct err *err)
{
	const struct box_text *text = &source->texts->text[0];
	struct box *box = scenario_run(text->text, text->length, text->path, source->folder, source->texts, err);
	struct hooks *hooks = box ? hooks_create(box, &source->config, err) : NULL;
	if (!hooks)
		box_destroy(box);
	return hooks;
}

// ---- putting values in

static bool is_setting(const struct source *source, const char *key)
{
	int unit, param;
	return config_key(&source->config, key, "", &unit, &param, NULL);
}

static bool is_removal(const struct source_key *key, const struct node *value)
{
	return strcmp(key->part[0].name, "plan") == 0 && value->kind == NODE_SWITCH && value->number == 0;
}

// The whole plan, an entry, or a lever from all entries that set it: `false` in place of a value takes it away. An
// entry that does nothing any more goes too.
static void drop_idle(struct node *plan)
{
	static const char *const words[] = { "id", "at", "to", "why", "department", "departments" };
	for (int i = plan->count - 1; i >= 0; i--) {
		const struct node *entry = &plan->child[i];
		int doing = entry->count;
		for (size_t w = 0; entry->kind == NODE_TABLE && w < sizeof words / sizeof *words; w++)
			doing -= tree_child(entry, words[w]) != NULL;
		const struct node *set = entry->kind == NODE_TABLE ? tree_child(entry, "set") : NULL;
		if (set && set->kind == NODE_TABLE && set->count == 0)
			doing--;
		if (entry->kind == NODE_TABLE && doing == 0)
			tree_drop(plan, entry);
	}
}

static void drop_all(struct tree *tree, struct node **nodes, struct node **parents, int count)
{
	const struct node *plan = tree_child(&tree->root, "plan");
	for (int i = count - 1; i >= 0; i--)  // of one table the last one first: the others stay where they are
		tree_drop(parents[i], nodes[i]);
	for (int i = 0; plan && i < tree->root.count; i++)
		if (&tree->root.child[i] == plan)
			drop_idle(&tree->root.child[i]);
}

static void unknown(const struct source *source, const struct source_put *put, struct err *err)
{
	int unit, param;
	if (strncmp(put->key, "plan", 4) == 0)
		err_add(err, "%s: %s: het plan heeft dit niet: een onderdeel heet naar zijn id, naar zijn programma, of plan[2]",
			"%s: %s: the plan does not have this: an entry goes by its id, its programme's name, or plan[2]", put->where, put->key);
	else if (config_key(&source->config, put->key, put->where, &unit, &param, err))
		err_add(err, "%s: %s: hier is geen plaats voor een waarde", "%s: %s: no value can stand here", put->where, put->key);
}

static bool is_fixed(const struct source_key *key)
{
	static const char *const names[] = { "seed", "start", "version", "assumptions", "staff", "columns", "measures", "on_start", "on_week", "on_year", "on_end" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(key->part[0].name, names[i]) == 0)
			return true;
	return false;
}

static bool has_function(const struct node *node)
{
	bool found = node->kind == NODE_FUNCTION;
	for (int i = 0; node->kind == NODE_TABLE && i < node->count; i++)
		found = found || has_function(&node->child[i]);
	return found;
}

static void put_in_tree(const struct source *source, struct tree *tree, struct source_key *key, const struct source_put *put, struct err *err)
{
	struct node *nodes[PLACES_MAX], *parents[PLACES_MAX];
	if (!source_split(put->key, key)) {
		unknown(source, put, err);
		return;
	}
	if (is_fixed(key) || has_function(put->value)) {
		err_add(err, "%s: %s: dit kan een experiment niet veranderen", "%s: %s: an experiment cannot change this", put->where, put->key);
		return;
	}
	bool removal = is_removal(key, put->value) && key->count <= 2;
	int count = source_places(tree, key, !removal, nodes, parents, PLACES_MAX);
	if (count < 0) {
		err_memory(err);
		return;
	}
	if (count == 0) {
		unknown(source, put, err);
		return;
	}
	if (removal) {
		drop_all(tree, nodes, parents, count);
		return;
	}
	for (int i = 0; i < count; i++)
		if (!tree_set(tree, nodes[i], put->value)) {
			err_memory(err);
			return;
		}
}

static void put_setting(const struct source_put *put, struct config *config, struct err *err)
{
	int unit, param;
	if (!config_key(config, put->key, put->where, &unit, &param, err))
		return;
	bool is_switch = config_param(config, param).type == PARAM_SWITCH;
	if ((put->value->kind == NODE_NUMBER && isfinite(put->value->number)) || (put->value->kind == NODE_SWITCH && is_switch))
		config_set(config, put->key, put->value->number, put->where, err);
	else if (is_switch)
		err_add(err, "%s: %s: hier hoort true of false", "%s: %s: true or false is expected here", put->where, put->key);
	else
		err_add(err, "%s: %s: hier hoort een getal", "%s: %s: a number is expected here", put->where, put->key);
}

static bool add_plan(struct tree *tree, const struct node *plan, struct err *err)
{
	struct node *own = plan ? tree_make(tree, &tree->root, "plan") : NULL;
	bool good = own || !plan;
	for (int i = 0; good && plan && i < plan->count; i++)
		good = tree_append(tree, own, &plan->child[i]);
	if (!good)
		err_memory(err);
	return good;
}

static bool put_all(const struct source *source, struct tree *tree, struct source_key *keys, const struct source_put *put, int count, struct err *err)
{
	for (int i = 0; i < count && !err_is_memory(err); i++)
		if (!is_setting(source, put[i].key))
			put_in_tree(source, tree, &keys[i], &put[i], err);
	return !err_is_memory(err);
}

// What must hold between settings is only looked at when there is nothing else to tell.
static void put_settings(const struct source *source, const struct source_put *put, int count, const char *name, struct config *out, int before, struct err *err)
{
	bool any = false;
	for (int pass = 0; pass < 2; pass++)  // a table has no order: first of the whole organisation, then of units
		for (int i = 0; i < count; i++) {
			int unit, param;
			if (!config_key(&source->config, put[i].key, "", &unit, &param, NULL) || (unit == CONFIG_UNIT_ALL) != (pass == 0))
				continue;
			put_setting(&put[i], out, err);
			any = true;
		}
	if (any && err->count == before)
		config_check(out, name, err);
}

bool source_make(const struct source *source, const struct source_put *put, int count, const struct node *plan, const char *name,
	struct config *out, struct err *err)
{
	struct err own;
	if (!err)
		err_clear(err = &own);
	int before = err->count;
	struct tree tree = { 0 };
	struct scenario_reader reader = { .file = name, .folder = source->folder, .config = out, .err = err, .is_varied = true,
		.roster = source->roster.count > 0 ? (struct roster *)&source->roster : NULL };  // only looked at
	struct source_key *keys = mem_new((size_t)count + 1, sizeof *keys);
	config_init(out);
	if (!keys || !tree_copy(&source->tree, &tree))
		err_memory(err);
	else if (put_all(source, &tree, keys, put, count, err) && add_plan(&tree, plan, err)) {
		scenario_read(&reader, &tree.root);
		put_settings(source, put, count, name, out, before, err);
		mem_free(out->name);
		out->name = config_copy_text(source->config.name);
		out->text_hash = source->hash;
		if (!out->name && source->config.name)
			err_memory(err);
	}
	tree_clear(&tree);
	mem_free(keys);
	if (err->count == before)
		return true;
	config_clear(out);
	return false;
}

// ---- what stands at a key

int source_param(const struct source *source, const char *key)
{
	static const enum param_kind kinds[] = { PARAM_PROGRAMME, PARAM_THEMEWEEK, PARAM_CONTENT, PARAM_STREAM, PARAM_DEPARTMENT, PARAM_RUN };
	struct source_key parts;
	int unit, param;
	if (config_key(&source->config, key, "", &unit, &param, NULL))
		return param;
	if (!source_split(key, &parts))
		return -1;
	const char *last = parts.part[parts.count - 1].name, *above = parts.count > 1 ? parts.part[parts.count - 2].name : "";
	char name[2 * SOURCE_PART_MAX + 2];
	snprintf(name, sizeof name, "%s.%s", above, last);
	param = param_find(name);
	bool in_plan = strcmp(parts.part[0].name, "plan") == 0;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds && param < 0; k++)
		for (int id = 0; id < PARAM_COUNT && param < 0; id++)
			if (param_table[id].kind == kinds[k] && in_plan == (k < 3) && strcmp(strchr(param_table[id].name, '.') + 1, last) == 0)
				param = id;
	return param;
}

bool source_value(const struct source *source, const char *key, double *value)
{
	struct source_key parts;
	struct node *node, *parent;
	int unit, param;
	if (config_key(&source->config, key, "", &unit, &param, NULL)) {
		*value = config_value(&source->config, unit, param);
		return true;
	}
	struct tree tree = source->tree;  // nothing is made in it
	if (!source_split(key, &parts) || source_places(&tree, &parts, false, &node, &parent, 1) < 1)
		return false;
	*value = node->number;
	return node->kind == NODE_NUMBER || node->kind == NODE_SWITCH;
}
