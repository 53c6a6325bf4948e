// What a scenario adds of its own: settings, columns of the staff, measures, and which hooks there are. The functions themselves stay in the sandbox: hooks.c.
#include "script/scenario_inside.h"

#include "mem.h"
#include "sim/staff.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *const scenario_hooks[SCENARIO_HOOKS] = { "on_start", "on_week", "on_year", "on_end" };

// A number within a range, of a child that may be missing.
static void read_number(struct scenario_reader *r, const struct node *table, const char *key, double low, double high, bool is_whole, double *value)
{
	const struct node *node = tree_child(table, key);
	size_t mark = scenario_enter(r, key);
	if (node && scenario_is(r, node, NODE_NUMBER)) {
		double number = node->number;
		struct text_range range = text_range(low, high, is_whole);
		if (!isfinite(number))
			scenario_wrong(r, "dit is geen eindig getal", "this is not a finite number");
		else if (number < low || number > high || (is_whole && number != floor(number)))
			scenario_wrong(r, "%.10g; toegestaan is %s%.0s", "%.10g; allowed is %.0s%s", number, range.nl, range.en);
		else
			*value = number;
	}
	scenario_leave(r, mark);
}

static bool read_switch(struct scenario_reader *r, const struct node *table, const char *key)
{
	const struct node *node = tree_child(table, key);
	size_t mark = scenario_enter(r, key);
	bool on = node && scenario_is(r, node, NODE_SWITCH) && node->number != 0;
	scenario_leave(r, mark);
	return on;
}

// One of some words, the first unless it is given.
static int read_word(struct scenario_reader *r, const struct node *table, const char *key, const struct scenario_names *words)
{
	const struct node *node = tree_child(table, key);
	size_t mark = scenario_enter(r, key);
	int found = node ? -1 : 0;
	if (node && scenario_is(r, node, NODE_TEXT)) {
		for (int i = 0; i < words->count; i++)
			if (strcmp(words->name[i], node->text) == 0)
				found = i;
		const char *near = found < 0 ? text_nearest(node->text, words->name, words->count, (int)sizeof *words->name) : NULL;
		if (near)
			scenario_wrong(r, "onbekend woord %.64s; bedoelde u %s?", "unknown word %.64s; did you mean %s?", node->text, near);
		else if (found < 0)
			scenario_wrong(r, "onbekend woord %.64s", "unknown word %.64s", node->text);
	}
	scenario_leave(r, mark);
	return found < 0 ? 0 : found;
}

// The name of a child as the id of something new.
static bool read_id(struct scenario_reader *r, const struct node *node, char *out)
{
	struct node name = { .kind = NODE_TEXT, .text = node->key, .length = node->key ? strlen(node->key) : 0 };
	if (node->key)
		return scenario_id(r, &name, out);
	scenario_wrong(r, "dit heeft geen naam: schrijf naam = { … }", "this has no name: write name = { … }");
	return false;
}

// "type" and the range that comes with it: min and max, any number or any whole one unless given.
static bool read_range(struct scenario_reader *r, const struct node *node, double *min, double *max)
{
	static const struct scenario_names types = { .count = 2, .name = { "number", "integer" } };
	bool whole = read_word(r, node, "type", &types) == 1;
	double most = whole ? 9007199254740992.0 : INFINITY;
	*min = -most;
	*max = most;
	read_number(r, node, "min", *min, *max, whole, min);
	read_number(r, node, "max", *min, *max, whole, max);
	return whole;
}

static double nearest_to_zero(double min, double max)
{
	return min > 0 ? min : max < 0 ? max : 0;
}

static void read_column(struct scenario_reader *r, const struct node *node, struct own_column *column)
{
	static const struct scenario_names names = { .count = 6, .name = { "type", "size", "initial", "min", "max", "help" } };
	double size = 1;
	scenario_check_names(r, node, &names);
	column->whole = read_range(r, node, &column->min, &column->max);
	column->initial = nearest_to_zero(column->min, column->max);
	read_number(r, node, "size", 1, CONFIG_OWN_SIZE_MAX, true, &size);
	read_number(r, node, "initial", column->min, column->max, column->whole, &column->initial);
	scenario_child_words(r, node, "help", &column->help);
	column->size = (int)size;
}

// The children of a table, each to be given a place in an array; NULL when there is none.
static const struct node *read_list(struct scenario_reader *r, const struct node *node, size_t size, void *array)
{
	void *made = NULL;
	if (!node || !scenario_is(r, node, NODE_TABLE) || node->count == 0)
		return NULL;
	if (node->count > CONFIG_OWN_MAX) {
		scenario_wrong(r, "%d; hooguit %d", "%d; at most %d", node->count, CONFIG_OWN_MAX);
		return NULL;
	}
	made = mem_new(CONFIG_OWN_MAX, size);
	memcpy(array, &made, sizeof made);
	if (!made)
		scenario_no_memory(r);
	return made ? node : NULL;
}

static void read_setting(struct scenario_reader *r, const struct node *node, struct own_setting *own)
{
	static const struct scenario_names names = { .count = 5, .name = { "type", "value", "min", "max", "help" } };
	scenario_check_names(r, node, &names);
	own->whole = read_range(r, node, &own->min, &own->max);
	own->value = nearest_to_zero(own->min, own->max);
	read_number(r, node, "value", own->min, own->max, own->whole, &own->value);
	scenario_child_words(r, node, "help", &own->help);
}

void scenario_own_settings(struct scenario_reader *r, const struct node *root)
{
	struct config *config = r->config;
	size_t mark = scenario_enter(r, "own");
	const struct node *node = read_list(r, root, sizeof *config->own_setting, &config->own_setting);
	for (int i = 0; node && i < node->count; i++) {
		const struct node *child = &node->child[i];
		struct own_setting *own = &config->own_setting[config->own_setting_count++];
		char id[CONFIG_ID_MAX] = { 0 };
		size_t inner = scenario_enter_node(r, child);
		if (read_id(r, child, id))
			snprintf(own->name, sizeof own->name, "own.%s", id);
		if (scenario_is(r, child, NODE_TABLE))
			read_setting(r, child, own);
		scenario_leave(r, inner);
	}
	scenario_leave(r, mark);
}

static void read_columns(struct scenario_reader *r, const struct node *root)
{
	struct config *config = r->config;
	size_t mark = scenario_enter(r, "columns");
	const struct node *node = read_list(r, tree_child(root, "columns"), sizeof *config->own_column, &config->own_column);
	for (int i = 0; node && i < node->count; i++) {
		const struct node *child = &node->child[i];
		struct own_column *column = &config->own_column[config->own_column_count++];
		size_t inner = scenario_enter_node(r, child);
		if (read_id(r, child, column->name) && staff_find_column(column->name) >= 0)
			scenario_wrong(r, "zo heet een kolom van het model al: kies een andere naam", "a column of the model is called so: choose another name");
		if (scenario_is(r, child, NODE_TABLE))
			read_column(r, child, column);
		scenario_leave(r, inner);
	}
	scenario_leave(r, mark);
}

static void read_measure(struct scenario_reader *r, const struct node *node, struct own_measure *measure)
{
	static const struct scenario_names names = { .count = 8,
		.name = { "label", "help", "unit", "kind", "min", "max", "per_unit", "value" } };
	static const struct scenario_names kinds = { .count = 4, .name = { "state", "flow", "rate", "cumulative" } };
	const struct node *unit = tree_child(node, "unit"), *value = tree_child(node, "value");
	scenario_check_names(r, node, &names);
	measure->kind = (enum measure_kind)read_word(r, node, "kind", &kinds);
	measure->min = -INFINITY;
	measure->max = INFINITY;
	read_number(r, node, "min", -INFINITY, INFINITY, false, &measure->min);
	read_number(r, node, "max", measure->min, INFINITY, false, &measure->max);
	measure->per_unit = read_switch(r, node, "per_unit");
	scenario_child_words(r, node, "label", &measure->label);
	scenario_child_words(r, node, "help", &measure->help);
	size_t mark = scenario_enter(r, "unit");
	memcpy(measure->unit, "-", sizeof "-");
	if (unit && scenario_is(r, unit, NODE_TEXT)) {
		if (unit->length < sizeof measure->unit)
			memcpy(measure->unit, unit->text, unit->length + 1);
		else
			scenario_wrong(r, "langer dan %d tekens", "longer than %d characters", CONFIG_ID_MAX - 1);
	}
	scenario_leave(r, mark);
	mark = scenario_enter(r, "value");
	if (value && scenario_is(r, value, NODE_FUNCTION))
		r->config->has_hooks = true;
	scenario_leave(r, mark);
}

static void read_measures(struct scenario_reader *r, const struct node *root)
{
	struct config *config = r->config;
	size_t mark = scenario_enter(r, "measures");
	const struct node *node = read_list(r, tree_child(root, "measures"), sizeof *config->own_measure, &config->own_measure);
	for (int i = 0; node && i < node->count; i++) {
		const struct node *child = &node->child[i];
		struct own_measure *measure = &config->own_measure[config->own_measure_count++];
		size_t inner = scenario_enter_node(r, child);
		if (read_id(r, child, measure->name) && measure_find(measure->name) >= 0)
			scenario_wrong(r, "zo heet een meetwaarde van het model al: kies een andere naam", "a measure of the model is called so: choose another name");
		if (scenario_is(r, child, NODE_TABLE))
			read_measure(r, child, measure);
		scenario_leave(r, inner);
	}
	scenario_leave(r, mark);
}

void scenario_own(struct scenario_reader *r, const struct node *root)
{
	read_columns(r, root);
	read_measures(r, root);
	for (int i = 0; i < SCENARIO_HOOKS; i++) {
		const struct node *node = tree_child(root, scenario_hooks[i]);
		size_t mark = scenario_enter(r, scenario_hooks[i]);
		if (node && scenario_is(r, node, NODE_FUNCTION))
			r->config->has_hooks = true;
		scenario_leave(r, mark);
	}
}
