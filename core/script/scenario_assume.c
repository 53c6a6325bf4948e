// Assumptions: the numbers of a scenario that no source gives, each with its range and its reason.
// Each must name a number that the scenario has; the number is looked up here.
#include "script/scenario_inside.h"

#include "mem.h"
#include "script/box.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Splits "a.b.c" at its first dot; the rest is empty without one.
static const char *split(const char *key, char *head, size_t room)
{
	const char *dot = strchr(key, '.');
	snprintf(head, room, "%.*s", dot ? (int)(dot - key) : (int)strlen(key), key);
	return dot ? dot + 1 : "";
}

// The number in "[3]", after which `rest` stands, or 0 when it is something else.
static int place(const char *at, const char **rest)
{
	char *end;
	long number = at[0] == '[' ? strtol(at + 1, &end, 10) : 0;
	if (number < 1 || number > SCENARIO_CHANGES_MAX || *end != ']')
		return 0;
	*rest = end + 1;
	return (int)number;
}

// The row of this kind whose key this is, or −1.
static int row(const char *key, enum param_kind kind)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == kind && strcmp(scenario_key(id), key) == 0)
			return id;
	return -1;
}

static bool stream_value(const struct stream *stream, int param, double *value)
{
	switch (param) {
	case PARAM_STANDARD_HOURS:
		*value = stream->hours;
		return true;
	case PARAM_STANDARD_TERM_WEEKS:
		*value = stream->term_weeks;
		return true;
	case PARAM_STANDARD_OCCUPANCY:
		*value = stream->occupancy;
		return true;
	case PARAM_STANDARD_WEIGHT:
		*value = stream->weight;
		return true;
	case PARAM_STANDARD_COMPLEXITY:
		*value = stream->complexity;
		return true;
	case PARAM_STANDARD_PREDICTABILITY:
		*value = stream->predictability;
		return true;
	default:
		return false;
	}
}

// "permits.staff", "permits.standard.hours", "permits.standard[2].hours"; false for anything else.
static bool department_value(const struct config *config, const char *key, double *value)
{
	char id[SCENARIO_PATH_MAX], field[SCENARIO_PATH_MAX];
	const char *rest = split(key, id, sizeof id);
	int unit = config_unit(config, id);
	if (unit < 1)
		return false;
	const struct department *department = &config->department[unit - 1];
	*value = department->staff;
	if (strcmp(rest, scenario_key(PARAM_DEPARTMENT_STAFF)) == 0)
		return true;
	*value = department->organisation;
	if (strcmp(rest, scenario_key(PARAM_DEPARTMENT_ORGANISATION)) == 0)
		return true;
	const char *name = split(rest, field, sizeof field);
	const char *end = field + strlen("standard");
	bool is_stream = strncmp(field, "standard", strlen("standard")) == 0;
	int stream = is_stream && !*end ? 1 : is_stream ? place(end, &end) : 0;
	return stream >= 1 && !*end && stream <= department->stream_count &&
	       stream_value(&department->stream[stream - 1], row(name, PARAM_STREAM), value);
}

static bool node_value(const struct node *table, int param, double *value)
{
	const struct node *child = tree_child(table, scenario_key(param));
	*value = child ? child->number : param_table[param].value;
	return true;
}

// "ownership.group_size", "ownership.content.alliance": a programme of the plan.
static bool programme_value(struct scenario_reader *r, const char *key, double *value)
{
	const struct config *config = r->config;
	char name[SCENARIO_PATH_MAX];
	const char *rest = split(key, name, sizeof name);
	int i = 0;
	while (i < config->programme_count && strcmp(config->programme[i].name, name) != 0)
		i++;
	if (i == config->programme_count)
		return false;
	bool is_week = strcmp(tree_name(r->programme[i]), "themeweek") == 0;
	enum param_kind kind = is_week ? PARAM_THEMEWEEK : PARAM_PROGRAMME;
	int param = row(rest, kind);
	if (param >= 0)
		return node_value(r->programme[i], param, value);
	for (int c = 0; c < CONTENT_COUNT; c++)
		if (strcmp(rest, param_table[PARAM_CONTENT_MINDSET + c].name) == 0) {
			*value = config->programme[i].content[c];
			return true;
		}
	return false;
}

// "scharreltijd.share": what the plan sets it to. `entry` −1: in any entry, as long as they agree.
static bool planned_value(const struct config *config, int entry, const char *key, double *value)
{
	int param = param_find(key);
	bool found = false;
	for (int i = 0; i < config->change_count; i++) {
		const struct change *change = &config->change[i];
		if (change->kind != CHANGE_SET || change->param != param || (entry >= 0 && change->entry != entry))
			continue;
		if (found && (change->value < *value || change->value > *value))
			return false;
		*value = change->value;
		found = true;
	}
	return found;
}

static bool find_value(struct scenario_reader *r, const char *key, double *value)
{
	struct config *config = r->config;
	int unit, param;
	const char *rest = key + strlen("plan.");
	if (strncmp(key, "departments.", 12) == 0 && department_value(config, key + 12, value))
		return true;
	int entry = strncmp(key, "plan", 4) == 0 ? place(key + 4, &rest) : 0;
	if (entry && *rest == '.')
		rest++;
	if (entry || strncmp(key, "plan.", 5) == 0) {
		if ((!entry && programme_value(r, rest, value)) || planned_value(config, entry - 1, rest, value))
			return true;
		scenario_wrong(r, "het plan heeft deze waarde niet, of heeft er meer dan één (dan helpt plan[2].…)",
			"the plan does not have this value, or has more than one (then plan[2].… helps)");
		return false;
	}
	char where[SCENARIO_PATH_MAX];
	snprintf(where, sizeof where, "%s: assumptions", r->file);
	if (!config_key(config, key, where, &unit, &param, r->err))
		return false;
	*value = config_value(config, unit, param);
	return true;
}

static bool read_range(struct scenario_reader *r, const struct node *table, struct assumption *out)
{
	const struct node *node = tree_child(table, "range");
	size_t mark = scenario_enter(r, "range");
	bool good = node && node->kind == NODE_TABLE && node->count == 2;
	for (int i = 0; good && i < 2; i++)
		good = node->child[i].index == i + 1 && node->child[i].kind == NODE_NUMBER &&
		       isfinite(node->child[i].number);
	if (good) {
		out->min = node->child[0].number;
		out->max = node->child[1].number;
	}
	if (!good || out->min > out->max) {
		scenario_wrong(r, "hier hoort { laagste, hoogste }", "{ lowest, highest } is expected here");
		good = false;
	}
	scenario_leave(r, mark);
	return good;
}

static void read_assumption(struct scenario_reader *r, const struct node *node, struct assumption *out)
{
	static const struct scenario_names names = { .count = 2, .name = { "range", "why" } };
	char key[SCENARIO_PATH_MAX];
	if (!node->key) {
		scenario_nameless(r, node);
		return;
	}
	snprintf(key, sizeof key, "%s", node->key);
	box_plain(key);
	if (!scenario_is(r, node, NODE_TABLE) || !scenario_copy(r, key, &out->key))
		return;
	scenario_check_names(r, node, &names);
	bool known = find_value(r, key, &out->value), ranged = read_range(r, node, out);
	if (!scenario_child_words(r, node, "why", &out->why) && !tree_child(node, "why")) {
		size_t mark = scenario_enter(r, "why");
		scenario_wrong(r, "de reden ontbreekt", "the reason is missing");
		scenario_leave(r, mark);
	}
	struct text_range range = text_range(out->min, out->max, false);
	if (known && ranged && (out->value < out->min || out->value > out->max))
		scenario_wrong(r, "waarde %.10g ligt niet in %s%.0s", "value %.10g is not within %.0s%s", out->value, range.nl, range.en);
}

void scenario_assumptions(struct scenario_reader *r, const struct node *node)
{
	struct config *config = r->config;
	size_t mark = scenario_enter(r, "assumptions");
	if (node && scenario_is(r, node, NODE_TABLE)) {
		config->assumption = mem_new((size_t)node->count + 1, sizeof *config->assumption);
		if (!config->assumption)
			scenario_no_memory(r);
		for (int i = 0; i < node->count && config->assumption; i++) {
			size_t inner = scenario_enter_node(r, &node->child[i]);
			read_assumption(r, &node->child[i], &config->assumption[config->assumption_count++]);
			scenario_leave(r, inner);
		}
	}
	scenario_leave(r, mark);
}
