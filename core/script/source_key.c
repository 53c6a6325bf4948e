// Where in a scenario's tree a key leads. Lists are addressed by id, name or number; in the plan an entry
// goes by its id or its programme's name, and a lever by the entries that set it.
#include "script/source_inside.h"

#include "sim/param.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What is looked for, and what was found so far.
struct search {
	struct tree *tree;
	const struct source_key *key;
	bool make, no_memory;
	struct node **nodes, **parents;
	int found, most;
};

static bool split_part(const char **at, struct source_part *part)
{
	const char *letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	*part = (struct source_part){ 0 };
	if (**at == '[') {
		char *end;
		part->index = strtol(*at + 1, &end, 10);
		if (*end != ']' || part->index < 1)
			return false;
		*at = end + 1;
		return true;
	}
	size_t length = strspn(*at, letters);
	if (length == 0 || length >= sizeof part->name)
		return false;
	memcpy(part->name, *at, length);
	*at += length;
	return true;
}

bool source_split(const char *key, struct source_key *out)
{
	out->count = 0;
	for (const char *at = key; out->count < SOURCE_PARTS_MAX;) {
		if (!split_part(&at, &out->part[out->count++]))
			return false;
		if (!*at)
			return out->part[0].index == 0;
		if (*at == '.')
			at++;
		else if (*at != '[')
			return false;
	}
	return false;
}

static bool is_text(const struct node *node, const char *text)
{
	return node && node->kind == NODE_TEXT && strcmp(node->text, text) == 0;
}

// A child by name, by place in the list, or by its id or name.
static struct node *child_of(const struct node *table, const struct source_part *part)
{
	if (table->kind != NODE_TABLE)
		return NULL;
	for (int i = 0; i < table->count; i++)
		if (part->index ? table->child[i].index == part->index : tree_name(&table->child[i]) && strcmp(tree_name(&table->child[i]), part->name) == 0)
			return &table->child[i];
	for (int i = 0; i < table->count && !part->index; i++)
		if (table->child[i].kind == NODE_TABLE && (is_text(tree_child(&table->child[i], "id"), part->name) || is_text(tree_child(&table->child[i], "name"), part->name)))
			return &table->child[i];
	return NULL;
}

static void add(struct search *search, struct node *parent, struct node *node)
{
	if (search->found < search->most) {
		search->nodes[search->found] = node;
		search->parents[search->found] = parent;
	}
	search->found++;
}

// From a table down along the parts from `at` on.
static void walk(struct search *search, struct node *table, int at)
{
	const struct source_key *key = search->key;
	struct node *parent = NULL, *node = table;
	for (; at < key->count && node; at++) {
		parent = node;
		node = child_of(parent, &key->part[at]);
		if (!node && search->make && !key->part[at].index) {
			node = tree_make(search->tree, parent, key->part[at].name);
			search->no_memory |= !node;
		}
	}
	if (node && parent)
		add(search, parent, node);
}

// ---- the plan

static bool is_training(const struct node *node)
{
	const char *name = tree_name(node);
	return name && (strcmp(name, "programme") == 0 || strcmp(name, "themeweek") == 0);
}

static struct node *training_of(const struct node *entry)
{
	for (int i = 0; entry->kind == NODE_TABLE && i < entry->count; i++)
		if (is_training(&entry->child[i]) && entry->child[i].kind == NODE_TABLE)
			return &entry->child[i];
	return NULL;
}

static bool goes_by(const struct node *entry, const char *name)
{
	if (entry->kind != NODE_TABLE)
		return false;
	const struct node *training = training_of(entry);
	if (is_text(tree_child(entry, "id"), name))
		return true;
	if (!training)
		return false;
	const struct node *own = tree_child(training, "name");
	return own ? is_text(own, name) : strcmp(name, "themeweek") == 0 && strcmp(tree_name(training), name) == 0;
}

static bool is_group(const char *name)
{
	for (int i = 0; param_group(i); i++)
		if (strcmp(param_group(i), name) == 0)
			return true;
	return false;
}

static bool is_training_field(const char *name)
{
	for (int id = 0; id < PARAM_COUNT; id++) {
		enum param_kind kind = param_table[id].kind;
		if ((kind == PARAM_PROGRAMME || kind == PARAM_THEMEWEEK) && strcmp(strchr(param_table[id].name, '.') + 1, name) == 0)
			return true;
	}
	return strcmp(name, "content") == 0 || strcmp(name, "name") == 0;
}

// "kerbs.room" of an entry: in its `set`, else in its lever group, which is made when it may be.
static void walk_lever(struct search *search, struct node *entry, int at, bool make)
{
	const struct source_key *key = search->key;
	char name[2 * SOURCE_PART_MAX + 2];
	snprintf(name, sizeof name, "%s.%s", key->part[at].name, at + 1 < key->count ? key->part[at + 1].name : "");
	struct node *set = child_of(entry, &(struct source_part){ .name = "set" });
	bool in_set = false, whole = at + 1 == key->count;  // the group, or one of its settings
	for (int i = 0; set && set->kind == NODE_TABLE && i < set->count; i++)
		if (set->child[i].key && (whole ? strncmp(set->child[i].key, name, strlen(name)) : strcmp(set->child[i].key, name)) == 0) {
			add(search, set, &set->child[i]);
			in_set = true;
		}
	bool was_making = search->make;
	search->make = make && !in_set;
	walk(search, entry, at);
	search->make = was_making;
}

static void walk_entry(struct search *search, struct node *entry, int at)
{
	const char *name = search->key->part[at].name;
	struct node *training = training_of(entry);
	if (training && is_training_field(name))
		walk(search, training, at);
	else if (is_group(name))
		walk_lever(search, entry, at, search->make);
	else
		walk(search, entry, at);
}

static void walk_plan(struct search *search, struct node *plan)
{
	const struct source_key *key = search->key;
	int before = search->found;
	for (int i = 0; i < plan->count && key->count > 1; i++) {
		struct node *entry = &plan->child[i];
		if (key->part[1].index ? entry->index != key->part[1].index : !goes_by(entry, key->part[1].name))
			continue;
		if (key->count == 2)
			add(search, plan, entry);
		else
			walk_entry(search, entry, 2);
	}
	if (search->found > before || key->count < 2 || key->part[1].index || !is_group(key->part[1].name))
		return;
	for (int i = 0; i < plan->count; i++)
		if (plan->child[i].kind == NODE_TABLE)
			walk_lever(search, &plan->child[i], 1, false);
}

// ---- departments: "standard[2].hours" stands in `work`

static void walk_department(struct search *search, struct node *department)
{
	const struct source_key *key = search->key;
	if (strcmp(key->part[2].name, "standard") != 0) {
		walk(search, department, 2);
		return;
	}
	struct node *work = child_of(department, &(struct source_part){ .name = "work" });
	bool numbered = key->count > 3 && key->part[3].index > 0;
	if (!work && search->make) {
		work = tree_make(search->tree, department, "work");
		search->no_memory |= !work;
		if (work)
			work->tag = "standard";
	}
	if (!work || work->kind != NODE_TABLE)
		return;
	bool is_one = work->tag && strcmp(work->tag, "standard") == 0;
	long wanted = numbered ? key->part[3].index : 1;
	for (int i = 0; i < work->count && !is_one; i++)
		if (tree_name(&work->child[i]) && strcmp(tree_name(&work->child[i]), "standard") == 0 && --wanted == 0)
			walk(search, &work->child[i], numbered ? 4 : 3);
	if (is_one && wanted == 1)
		walk(search, work, numbered ? 4 : 3);
}

int source_places(struct tree *tree, const struct source_key *key, bool make, struct node **nodes, struct node **parents, int most)
{
	struct search search = { .tree = tree, .key = key, .make = make, .nodes = nodes, .parents = parents, .most = most };
	struct node *root = &tree->root, *top = child_of(root, &key->part[0]);
	if (strcmp(key->part[0].name, "plan") == 0 && key->count > 1) {
		if (top && top->kind == NODE_TABLE)
			walk_plan(&search, top);
	} else if (strcmp(key->part[0].name, "departments") == 0 && key->count > 2) {
		struct node *department = top ? child_of(top, &key->part[1]) : NULL;
		if (department)
			walk_department(&search, department);
	} else {
		walk(&search, root, 0);
	}
	return search.no_memory ? -1 : search.found < most ? search.found : most;
}
