// What is measured: a measure, of the whole or of a unit, at the end, as the mean over a window, or week by week.
#include "script/experiment_inside.h"

#include "mem.h"

#include <stdio.h>
#include <string.h>

enum { WINDOW_WEEKS = CONFIG_WEEKS_PER_YEAR };  // the last year, for what only makes sense as a mean

static void read_window(struct experiment_reader *e, const struct node *node, const char *key, int last, int *out)
{
	const struct node *child = tree_child(node, key);
	double week;
	size_t mark = scenario_enter(&e->r, key);
	if (child && scenario_is(&e->r, child, NODE_TEXT)) {
		int start = experiment_start_year(e->experiment);
		if (!experiment_week(child->text, &week))
			scenario_wrong(&e->r, "\"%.32s\" is geen week; een week schrijft u als \"2023-W02\"",
				"\"%.32s\" is not a week; a week is written as \"2023-W02\"", child->text);
		else if (week < start * CONFIG_WEEKS_PER_YEAR || week > start * CONFIG_WEEKS_PER_YEAR + last)
			scenario_wrong(&e->r, "%s ligt niet in %d-W01 tot en met %d-W52", "%s is not within %d-W01 to %d-W52", child->text, start,
				start + experiment_years(e->experiment) - 1);
		else
			*out = (int)week - start * CONFIG_WEEKS_PER_YEAR;
	}
	scenario_leave(&e->r, mark);
}

static int find_measure(struct experiment_reader *e, const struct node *node)
{
	const struct config *config = e->r.config;
	struct scenario_names names = { 0 };
	if (!scenario_is(&e->r, node, NODE_TEXT))
		return -1;
	int id = config_find_measure(config, node->text);
	for (int i = 0; i < config_measure_count(config); i++)
		scenario_names_add(&names, config_measure(config, i).name);
	if (id >= 0)
		return id;
	const char *near = text_nearest(node->text, names.name, names.count, (int)sizeof *names.name);
	if (near)
		scenario_wrong(&e->r, "onbekende meetwaarde %.64s; bedoelde u %s?", "unknown measure %.64s; did you mean %s?", node->text, near);
	else
		scenario_wrong(&e->r, "onbekende meetwaarde %.64s", "unknown measure %.64s", node->text);
	return -1;
}

static bool read_unit(struct experiment_reader *e, const struct node *node, int measure, char *out)
{
	const struct node *child = tree_child(node, "unit");
	struct scenario_names ids = { .count = 1, .name = { "pool" } };
	const struct config *config = e->r.config;
	bool good = true;
	size_t mark = scenario_enter(&e->r, "unit");
	for (int i = 0; i < config->department_count; i++)
		scenario_names_add(&ids, config->department[i].id);
	if (child && scenario_is(&e->r, child, NODE_TEXT)) {
		good = config_unit(config, child->text) >= 0;
		if (!good)
			scenario_unknown(&e->r, &ids, child->text);
		else if (!config_measure(config, measure).per_unit)
			scenario_wrong(&e->r, "%s is er alleen voor de hele organisatie", "%s is known for the whole organisation only", config_measure(config, measure).name);
		else
			snprintf(out, CONFIG_ID_MAX, "%s", child->text);
	}
	scenario_leave(&e->r, mark);
	return good;
}

static void usual_window(struct experiment_outcome *outcome, enum measure_kind kind, int last)
{
	outcome->to_week = last;
	outcome->from_week = kind == MEASURE_FLOW || kind == MEASURE_RATE ? last + 1 - WINDOW_WEEKS : last;
}

// "trust", "strain.permits", "trust.final", "trust.mean", and with its weeks when that is taken.
static void name_outcome(struct experiment_reader *e, struct experiment_outcome *outcome, const char *ending)
{
	struct experiment *x = e->experiment;
	int start = experiment_start_year(x) * CONFIG_WEEKS_PER_YEAR, from = start + outcome->from_week, to = start + outcome->to_week;
	snprintf(outcome->key, sizeof outcome->key, "%s%s%s%s", outcome->measure, *outcome->unit_id ? "." : "", outcome->unit_id, ending);
	for (int i = 0; i < x->outcome_count; i++)
		if (strcmp(x->outcome[i].key, outcome->key) == 0) {
			size_t used = strlen(outcome->key);
			snprintf(outcome->key + used, sizeof outcome->key - used, ".%d-W%02d.%d-W%02d", from / CONFIG_WEEKS_PER_YEAR, from % CONFIG_WEEKS_PER_YEAR + 1,
				to / CONFIG_WEEKS_PER_YEAR, to % CONFIG_WEEKS_PER_YEAR + 1);
			return;
		}
}

static bool label_outcome(struct experiment_reader *e, struct experiment_outcome *outcome, const struct measure *measure, const char *ending)
{
	const struct config *config = e->r.config;
	int unit = *outcome->unit_id ? config_unit(config, outcome->unit_id) : CONFIG_UNIT_ALL;
	const struct words *name = unit > 0 ? &config->department[unit - 1].name : NULL;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		char text[512];
		bool nl = lang == LANG_NL;
		const char *of = !*outcome->unit_id ? "" : unit == CONFIG_POOL ? "pool" : name && name->nl ? nl ? name->nl : name->en : outcome->unit_id;
		const char *how = strcmp(ending, ".mean") == 0 ? nl ? " (gemiddeld)" : " (mean)" : strcmp(ending, ".final") == 0 ? nl ? " (eind)" : " (end)" : "";
		snprintf(text, sizeof text, "%s%s%s%s", text_in(measure->label, (enum lang)lang), *of ? " · " : "", of, how);
		if (!scenario_copy(&e->r, text, nl ? &outcome->label.nl : &outcome->label.en))
			return false;
	}
	return true;
}

static bool same_outcome(const struct experiment_outcome *a, const struct experiment_outcome *b)
{
	return strcmp(a->measure, b->measure) == 0 && strcmp(a->unit_id, b->unit_id) == 0 && a->from_week == b->from_week && a->to_week == b->to_week;
}

static void read_details(struct experiment_reader *e, const struct node *node, int measure, int last, struct experiment_outcome *out)
{
	static const struct scenario_names mean_names = { .count = 3, .name = { "from", "to", "unit" } };
	static const struct scenario_names path_names = { .count = 2, .name = { "every", "unit" } };
	static const struct scenario_names final_names = { .count = 1, .name = { "unit" } };
	const char *tag = experiment_tag(node);
	const struct scenario_names *known = strcmp(tag, "mean") == 0 ? &mean_names : strcmp(tag, "path") == 0 ? &path_names : &final_names;
	struct node rest = *node;  // without the measure's name, which stands first
	double every = 1;
	rest.child++;
	rest.count--;
	scenario_check_names(&e->r, &rest, known);
	read_unit(e, node, measure, out->unit_id);
	if (known == &final_names) {
		out->from_week = out->to_week = last;
	} else if (known == &mean_names) {
		out->from_week = last + 1 - WINDOW_WEEKS;
		read_window(e, node, "from", last, &out->from_week);
		read_window(e, node, "to", last, &out->to_week);
		if (out->from_week > out->to_week)
			scenario_wrong(&e->r, "dit eindigt voordat het begint", "this ends before it begins");
	} else {
		const struct node *child = tree_child(node, "every");
		size_t mark = scenario_enter(&e->r, "every");
		if (child)
			experiment_number(e, child, 1, last + 1, true, &every);
		out->every = (int)every;
		scenario_leave(&e->r, mark);
	}
}

int experiment_outcome(struct experiment_reader *e, const struct node *node, bool may_add)
{
	struct experiment *x = e->experiment;
	struct experiment_outcome out = { 0 };
	const char *tag = experiment_tag(node), *ending = strcmp(tag, "mean") == 0 ? ".mean" : strcmp(tag, "final") == 0 ? ".final" : "";
	int last = experiment_years(x) * CONFIG_WEEKS_PER_YEAR - 1;
	bool is_table = node->kind == NODE_TABLE && node->count > 0 && node->child[0].index == 1 && (*ending || strcmp(tag, "path") == 0);
	int id = find_measure(e, is_table ? &node->child[0] : node);
	if (id < 0)
		return -1;
	struct measure measure = config_measure(e->r.config, id);
	snprintf(out.measure, sizeof out.measure, "%s", measure.name);
	usual_window(&out, measure.kind, last);
	out.is_main = measure.main;
	if (is_table)
		read_details(e, node, id, last, &out);
	for (int i = 0; i < x->outcome_count; i++)
		if (same_outcome(&x->outcome[i], &out)) {
			x->outcome[i].every = out.every ? out.every : x->outcome[i].every;
			return i;
		}
	if (!may_add || x->outcome_count == EXPERIMENT_OUTCOMES_MAX) {
		scenario_wrong(&e->r, "meer dan %d meetwaarden", "more than %d measures", EXPERIMENT_OUTCOMES_MAX);
		return -1;
	}
	name_outcome(e, &out, ending);
	x->outcome[x->outcome_count] = out;
	return label_outcome(e, &x->outcome[x->outcome_count++], &measure, ending) ? x->outcome_count - 1 : -1;
}

static void all_main(struct experiment_reader *e)
{
	for (int i = 0; i < MEASURE_COUNT; i++)
		if (measure_table[i].main) {
			struct node node = { .kind = NODE_TEXT, .text = measure_table[i].name };
			experiment_outcome(e, &node, true);
		}
}

void experiment_read_measures(struct experiment_reader *e, const struct node *root)
{
	struct experiment *x = e->experiment;
	const struct node *node = tree_child(root, "measure");
	size_t mark = scenario_enter(&e->r, "measure");
	bool is_one = node && (node->kind != NODE_TABLE || *experiment_tag(node));
	if (!node)
		all_main(e);
	else if (is_one)
		experiment_outcome(e, node, true);
	for (int i = 0; node && !is_one && i < node->count; i++) {
		size_t inner = scenario_enter_element(&e->r, i + 1);
		experiment_outcome(e, &node->child[i], true);
		scenario_leave(&e->r, inner);
	}
	if (node && !is_one && node->count == 0)
		scenario_wrong(&e->r, "hier staat geen meetwaarde in", "there is no measure in here");
	bool any = false;
	for (int i = 0; i < x->outcome_count; i++)
		any = any || x->outcome[i].is_main;
	if (!any && x->outcome_count)
		x->outcome[0].is_main = true;
	scenario_leave(&e->r, mark);
}
