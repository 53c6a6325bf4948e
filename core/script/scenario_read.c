// Single values of a scenario: where they stand, of what kind they must be, and lever groups.
#include "script/scenario_inside.h"

#include "mem.h"
#include "script/box.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// ---- the place

size_t scenario_enter(struct scenario_reader *r, const char *key)
{
	size_t mark = strlen(r->path);
	snprintf(r->path + mark, sizeof r->path - mark, "%s%s", mark ? "." : "", key);
	box_plain(r->path + mark);
	return mark;
}

size_t scenario_enter_element(struct scenario_reader *r, long index)
{
	size_t mark = strlen(r->path);
	snprintf(r->path + mark, sizeof r->path - mark, "[%ld]", index);
	return mark;
}

size_t scenario_enter_node(struct scenario_reader *r, const struct node *node)
{
	const char *name = tree_name(node);
	return name ? scenario_enter(r, name) : scenario_enter_element(r, node->index);
}

void scenario_leave(struct scenario_reader *r, size_t mark)
{
	r->path[mark] = '\0';
}

void scenario_wrong(struct scenario_reader *r, const char *nl, const char *en, ...)
{
	const char *format[LANG_COUNT] = { [LANG_NL] = nl, [LANG_EN] = en };
	char text[LANG_COUNT][SCENARIO_PATH_MAX];
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		va_list args;
		va_start(args, en);
		vsnprintf(text[lang], sizeof text[lang], format[lang], args);
		va_end(args);
		box_plain(text[lang]);
	}
	err_add(r->err, "%s: %s%s%s%.0s", "%s: %s%s%.0s%s", r->file, r->path, *r->path ? ": " : "", text[LANG_NL],
		text[LANG_EN]);
}

void scenario_no_memory(struct scenario_reader *r)
{
	if (!r->no_memory)
		err_memory(r->err);
	r->no_memory = true;
}

// ---- names

void scenario_names_add(struct scenario_names *names, const char *name)
{
	must(names->count < SCENARIO_NAMES_MAX);
	names->name[names->count++] = name;
}

const char *scenario_key(int param)
{
	return strchr(param_table[param].name, '.') + 1;
}

void scenario_names_add_kind(struct scenario_names *names, enum param_kind kind)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == kind)
			scenario_names_add(names, scenario_key(id));
}

void scenario_names_add_groups(struct scenario_names *names)
{
	for (int i = 0; param_group(i); i++)
		scenario_names_add(names, param_group(i));
}

static bool is_known(const struct scenario_names *names, const char *name)
{
	for (int i = 0; i < names->count; i++)
		if (strcmp(names->name[i], name) == 0)
			return true;
	return false;
}

void scenario_unknown(struct scenario_reader *r, const struct scenario_names *names, const char *name)
{
	const char *near = text_nearest(name, names->name, names->count, (int)sizeof *names->name);
	if (near)
		scenario_wrong(r, "onbekende sleutel; bedoelde u %s?", "unknown key; did you mean %s?", near);
	else
		scenario_wrong(r, "onbekende sleutel", "unknown key");
}

void scenario_nameless(struct scenario_reader *r, const struct node *node)
{
	if (node->kind == NODE_NUMBER)
		scenario_wrong(r, "deze waarde heeft geen naam (staat er een komma in een getal? schrijf 0.5)",
			"this value has no name (is there a comma in a number? write 0.5)");
	else
		scenario_wrong(r, "deze waarde heeft geen naam", "this value has no name");
}

enum { GROUP_KEYS = 64 };  // more than any group has

static bool is_group(const char *name)
{
	for (int i = 0; param_group(i); i++)
		if (strcmp(param_group(i), name) == 0)
			return true;
	return false;
}

// kerbs { room = 0.3 }, kerbs { room = 0.6 }: one would count and the other not.
static void check_once(struct scenario_reader *r, const struct node *table, const struct node *child, const char *name)
{
	const struct node *first = is_group(name) ? tree_child(table, name) : child;
	for (int i = 0; first != child && i < child->count && i < GROUP_KEYS && first->count < GROUP_KEYS; i++) {
		const char *key = child->child[i].key;
		if (!key || !tree_child(first, key))
			continue;
		size_t mark = scenario_enter_node(r, child), inner = scenario_enter(r, key);
		scenario_wrong(r, "dit staat er twee keer: houd er één over", "this is there twice: keep one of them");
		scenario_leave(r, inner);
		scenario_leave(r, mark);
	}
}

void scenario_check_names(struct scenario_reader *r, const struct node *table, const struct scenario_names *names)
{
	for (int i = 0; i < table->count; i++) {
		const struct node *child = &table->child[i];
		const char *name = tree_name(child);
		if (name && is_known(names, name)) {
			check_once(r, table, child, name);
			continue;
		}
		size_t mark = scenario_enter_node(r, child);
		if (child->key)
			scenario_unknown(r, names, name);
		else if (name)
			scenario_wrong(r, "%s hoort niet op deze plaats", "%s does not belong here", name);
		else if (child->index)
			scenario_nameless(r, child);
		else
			scenario_wrong(
				r, "een sleutel is een naam of een volgnummer", "a key is a name or a place in a list");
		scenario_leave(r, mark);
	}
}

// ---- values

static struct text kind_words(enum node_kind kind)
{
	switch (kind) {
	case NODE_NUMBER:
		return (struct text){ "een getal", "a number" };
	case NODE_SWITCH:
		return (struct text){ "true of false", "true or false" };
	case NODE_TEXT:
		return (struct text){ "een tekst", "a text" };
	case NODE_TABLE:
		return (struct text){ "een tabel { … }", "a table { … }" };
	case NODE_FUNCTION:
		return (struct text){ "een functie", "a function" };
	default:
		return (struct text){ "iets anders", "something else" };
	}
}

static void wrong_kind(struct scenario_reader *r, const struct node *node, struct text wanted)
{
	struct text found = kind_words(node->kind);
	scenario_wrong(r, "hier hoort %s%.0s, gevonden: %s%.0s", "%.0s%s is expected here, found: %.0s%s", wanted.nl,
		wanted.en, found.nl, found.en);
}

bool scenario_is(struct scenario_reader *r, const struct node *node, enum node_kind kind)
{
	if (node->kind == kind)
		return true;
	wrong_kind(r, node, kind_words(kind));
	return false;
}

bool scenario_number(struct scenario_reader *r, const struct node *node, int param, double *value)
{
	bool is_switch = config_param(r->config, param).type == PARAM_SWITCH;
	if (node->kind != NODE_NUMBER && !(is_switch && node->kind == NODE_SWITCH)) {
		wrong_kind(r, node, kind_words(is_switch ? NODE_SWITCH : NODE_NUMBER));
		return false;
	}
	if (!isfinite(node->number)) {
		scenario_wrong(r, "dit is geen eindig getal", "this is not a finite number");
		return false;
	}
	if (!config_value_ok(r->config, param, node->number, r->path, r->file, r->err))
		return false;  // what is wrong is told once: the value stays as it was
	*value = node->number;
	return true;
}

bool scenario_id(struct scenario_reader *r, const struct node *node, char *out)
{
	const char *letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
	if (!scenario_is(r, node, NODE_TEXT))
		return false;
	if (node->length && node->length < CONFIG_ID_MAX && node->text[0] >= 'a' && node->text[0] <= 'z' &&
		strspn(node->text, letters) == node->length) {
		memcpy(out, node->text, node->length + 1);
		return true;
	}
	scenario_wrong(r,
		"\"%.64s\" kan geen id zijn: een id begint met een kleine letter en heeft hooguit %d tekens a-z, 0-9 en _",
		"\"%.64s\" cannot be an id: an id starts with a small letter and has at most %d characters a-z, 0-9 and _",
		node->text, CONFIG_ID_MAX - 1);
	return false;
}

bool scenario_copy(struct scenario_reader *r, const char *text, char **out)
{
	char *copy = config_copy_text(text);
	if (!copy) {
		scenario_no_memory(r);
		return false;
	}
	mem_free(*out);
	*out = copy;
	return true;
}

static bool read_text(struct scenario_reader *r, const struct node *node, char **out)
{
	if (!scenario_is(r, node, NODE_TEXT))
		return false;
	for (size_t i = 0, step; i < node->length; i += step) {
		step = text_character(node->text + i, node->length - i);
		if (!step) {
			scenario_wrong(r, "deze tekst is geen leesbare UTF-8", "this text is not readable UTF-8");
			return false;
		}
	}
	return scenario_copy(r, node->text, out);
}

// One text for both languages, or { nl = …, en = … }.
bool scenario_words(struct scenario_reader *r, const struct node *node, struct words *out)
{
	static const struct scenario_names names = { .count = 2, .name = { "nl", "en" } };
	if (node->kind == NODE_TEXT)
		return read_text(r, node, &out->nl) && scenario_copy(r, out->nl, &out->en);
	if (node->kind != NODE_TABLE) {
		wrong_kind(r, node, (struct text){ "een tekst of { nl = …, en = … }", "a text or { nl = …, en = … }" });
		return false;
	}
	scenario_check_names(r, node, &names);
	bool good = true;
	for (int i = 0; i < names.count; i++) {
		const struct node *child = tree_child(node, names.name[i]);
		size_t mark = scenario_enter(r, names.name[i]);
		if (!child)
			scenario_wrong(r, "deze tekst ontbreekt", "this text is missing");
		good = child && read_text(r, child, i == 0 ? &out->nl : &out->en) && good;
		scenario_leave(r, mark);
	}
	return good;
}

bool scenario_child_words(struct scenario_reader *r, const struct node *table, const char *key, struct words *out)
{
	const struct node *child = tree_child(table, key);
	if (!child)
		return false;
	size_t mark = scenario_enter(r, key);
	bool good = scenario_words(r, child, out);
	scenario_leave(r, mark);
	return good;
}

bool scenario_child_number(struct scenario_reader *r, const struct node *table, int param, bool needed, double *value)
{
	const struct node *child = tree_child(table, scenario_key(param));
	if (!child && !needed)
		return false;
	size_t mark = scenario_enter(r, scenario_key(param));
	if (!child)
		scenario_wrong(r, "dit getal ontbreekt", "this number is missing");
	bool good = child && scenario_number(r, child, param, value);
	scenario_leave(r, mark);
	return good;
}

// ---- lever groups

static bool is_lever(int param)
{
	return param_table[param].kind == PARAM_LEVER || param_table[param].kind == PARAM_DEMAND;
}

// The setting that `key` of a group stands for, or −1. The share of complex work belongs to demand.
static int lever(const char *group, const char *key, const char *ending)
{
	char name[SCENARIO_PATH_MAX];
	if (strcmp(group, "complex") == 0 && strcmp(key, "share") == 0 && !*ending)
		return PARAM_DEMAND_COMPLEX_SHARE;
	snprintf(name, sizeof name, "%s.%s%s", group, key, ending);
	int param = param_find(name);
	return param >= 0 && is_lever(param) ? param : -1;
}

// Lever keys, and for every key_min also the key of the pair.
void scenario_names_add_levers(struct scenario_names *names, const char *group)
{
	for (int n = 0, id; (id = param_in_group(group, n)) >= 0; n++) {
		const char *key = scenario_key(id), *ending = strstr(key, "_min");
		scenario_names_add(names, key);
		if (ending && !ending[4] && names->pair_count < SCENARIO_PAIRS_MAX) {
			char *pair = names->pair[names->pair_count++];
			snprintf(pair, CONFIG_ID_MAX, "%.*s", (int)(ending - key), key);
			scenario_names_add(names, pair);
		}
	}
	if (lever(group, "share", "") == PARAM_DEMAND_COMPLEX_SHARE)
		scenario_names_add(names, "share");
}

static void take_value(struct scenario_reader *r, const struct node *node, int param, struct scenario_taker taker)
{
	double value;
	if (taker.per_unit && !param_table[param].per_unit)
		scenario_wrong(r, "dit geldt voor de hele organisatie, niet per afdeling",
			"this holds for the whole organisation, not per department");
	else if (scenario_number(r, node, param, &value))
		taker.take(taker.target, param, value);
}

// complexity = { 0.3, 0.9 }: the lowest and the highest.
static void take_pair(
	struct scenario_reader *r, const struct node *node, int low, int high, struct scenario_taker taker)
{
	if (node->kind != NODE_TABLE || node->count != 2 || node->child[0].index != 1 || node->child[1].index != 2) {
		wrong_kind(r, node, (struct text){ "{ laagste, hoogste }", "{ lowest, highest }" });
		return;
	}
	for (int i = 0; i < 2; i++) {
		size_t mark = scenario_enter_element(r, i + 1);
		take_value(r, &node->child[i], i == 0 ? low : high, taker);
		scenario_leave(r, mark);
	}
}

void scenario_levers(struct scenario_reader *r, const struct node *node, const char *group, struct scenario_taker taker)
{
	for (int i = 0; i < node->count; i++) {
		const struct node *child = &node->child[i];
		if (!child->key)
			continue;
		int param = lever(group, child->key, ""), low = lever(group, child->key, "_min");
		size_t mark = scenario_enter(r, child->key);
		if (param >= 0)
			take_value(r, child, param, taker);
		else if (low >= 0)
			take_pair(r, child, low, lever(group, child->key, "_max"), taker);
		scenario_leave(r, mark);
	}
}

void scenario_group(struct scenario_reader *r, const struct node *node, const char *group, struct scenario_taker taker)
{
	struct scenario_names names = { 0 };
	scenario_names_add_levers(&names, group);
	if (!scenario_is(r, node, NODE_TABLE))
		return;
	scenario_check_names(r, node, &names);
	scenario_levers(r, node, group, taker);
}

void scenario_groups(
	struct scenario_reader *r, const struct node *table, const char *except, struct scenario_taker taker)
{
	for (int i = 0; i < table->count; i++) {
		const char *name = tree_name(&table->child[i]);
		for (int g = 0; name && param_group(g); g++) {
			if (strcmp(param_group(g), name) != 0 || (except && strcmp(except, name) == 0))
				continue;
			size_t mark = scenario_enter(r, name);
			scenario_group(r, &table->child[i], name, taker);
			scenario_leave(r, mark);
		}
	}
}
