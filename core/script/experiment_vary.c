// What is varied: designs (whole alternatives with a name), factors (a key and its levels or range), and how
// these are put together.
#include "script/experiment_inside.h"

#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool experiment_week(const char *text, double *week)
{
	const char *digits = "0123456789";
	if (strlen(text) != 8 || strspn(text, digits) != 4 || text[4] != '-' || text[5] != 'W' || strspn(text + 6, digits) != 2)
		return false;
	long year = strtol(text, NULL, 10), number = strtol(text + 6, NULL, 10);
	*week = (double)(year * CONFIG_WEEKS_PER_YEAR + number - 1);
	return number >= 1 && number <= CONFIG_WEEKS_PER_YEAR;
}

// ---- designs

static void read_set(struct experiment_reader *e, const struct node *node, const char *key, const struct node **out)
{
	const struct node *child = tree_child(node, key);
	size_t mark = scenario_enter(&e->r, key);
	if (child && scenario_is(&e->r, child, NODE_TABLE))
		*out = child;
	bool is_set = strcmp(key, "set") == 0;
	for (int i = 0; child && *out && i < child->count; i++) {
		size_t inner = scenario_enter_node(&e->r, &child->child[i]);
		if (is_set && !child->child[i].key)
			scenario_wrong(&e->r, "deze waarde heeft geen naam", "this value has no name");
		else if (!is_set && child->child[i].index == 0)
			scenario_wrong(&e->r, "een plan is een lijst van { at = …, … }", "a plan is a list of { at = …, … }");
		if (!is_set && child->child[i].index == 0)
			*out = NULL;
		scenario_leave(&e->r, inner);
	}
	scenario_leave(&e->r, mark);
}

static void read_named(struct experiment_reader *e, const struct node *node, int index)
{
	static const struct scenario_names names = { .count = 7, .name = { "id", "name", "why", "set", "plan", "scenario", "baseline" } };
	struct experiment_named *named = &e->experiment->named[index];
	const struct node *id = tree_child(node, "id"), *scenario = tree_child(node, "scenario");
	scenario_check_names(&e->r, node, &names);
	size_t mark = scenario_enter(&e->r, "id");
	if (!id)
		scenario_wrong(&e->r, "deze id ontbreekt", "this id is missing");
	else
		scenario_id(&e->r, id, named->id);
	for (int i = 0; i < index; i++)
		if (named->id[0] && strcmp(e->experiment->named[i].id, named->id) == 0)
			scenario_wrong(&e->r, "%s staat er twee keer", "%s is there twice", named->id);
	scenario_leave(&e->r, mark);
	if (!scenario_child_words(&e->r, node, "name", &named->name) && !tree_child(node, "name") &&
		(!scenario_copy(&e->r, named->id, &named->name.nl) || !scenario_copy(&e->r, named->id, &named->name.en)))
		return;
	scenario_child_words(&e->r, node, "why", &named->why);
	read_set(e, node, "set", &named->set);
	read_set(e, node, "plan", &named->plan);
	mark = scenario_enter(&e->r, "scenario");
	if (scenario)
		named->scenario = experiment_scenario(e, scenario);
	scenario_leave(&e->r, mark);
}

void experiment_read_designs(struct experiment_reader *e, const struct node *root)
{
	struct experiment *x = e->experiment;
	const struct node *node = tree_child(root, "designs");
	size_t mark = scenario_enter(&e->r, "designs");
	if (node && scenario_is(&e->r, node, NODE_TABLE)) {
		x->named = mem_new((size_t)node->count + 1, sizeof *x->named);
		if (!x->named)
			scenario_no_memory(&e->r);
		for (int i = 0; x->named && i < node->count; i++) {
			size_t inner = scenario_enter_node(&e->r, &node->child[i]);
			struct experiment_named *named = &x->named[x->named_count++];
			if (node->child[i].index == 0)
				scenario_wrong(&e->r, "designs is een lijst van { id = …, … }", "designs is a list of { id = …, … }");
			else if (scenario_is(&e->r, &node->child[i], NODE_TABLE))
				read_named(e, &node->child[i], i);
			if (named->id[0])
				snprintf(named->where, sizeof named->where, "%.440s: designs.%s", x->path, named->id);
			else
				snprintf(named->where, sizeof named->where, "%.440s: designs[%d]", x->path, i + 1);
			scenario_leave(&e->r, inner);
		}
	}
	scenario_leave(&e->r, mark);
}

// ---- factors

static bool range_end(struct experiment_reader *e, const struct node *node, struct experiment_factor *factor, double *out)
{
	if (node->kind == NODE_TEXT && experiment_week(node->text, out)) {
		*out -= factor->start_year * CONFIG_WEEKS_PER_YEAR - 1;
		factor->is_week = factor->is_whole = true;
		return true;
	}
	return experiment_number(e, node, -1e15, 1e15, false, out);
}

// range(low, high[, levels])
static void read_range(struct experiment_reader *e, const struct node *node, struct experiment_factor *factor)
{
	bool list = node->count >= 2 && node->count <= 3 && !node->child[0].key && !node->child[node->count - 1].key;
	double levels = 0;
	factor->is_range = true;
	if (!list) {
		scenario_wrong(&e->r, "schrijf range(laagste, hoogste) of range(laagste, hoogste, aantal)", "write range(lowest, highest) or range(lowest, highest, levels)");
		return;
	}
	if (!range_end(e, &node->child[0], factor, &factor->min) || !range_end(e, &node->child[1], factor, &factor->max))
		return;
	if (factor->min >= factor->max || node->child[0].kind != node->child[1].kind)
		scenario_wrong(&e->r, "hier hoort eerst het laagste en dan het hoogste", "the lowest comes first here, then the highest");
	if (node->count == 3 && experiment_number(e, &node->child[2], 2, 1000, true, &levels))
		factor->level_count = (int)levels;
}

static void read_levels(struct experiment_reader *e, const struct node *node, struct experiment_factor *factor)
{
	factor->level = mem_new((size_t)node->count + 1, sizeof(void *));
	if (!factor->level) {
		scenario_no_memory(&e->r);
		return;
	}
	for (int i = 0; i < node->count; i++) {
		const struct node *child = &node->child[i];
		size_t mark = scenario_enter_node(&e->r, child);
		if (child->key || child->kind > NODE_TEXT)
			scenario_wrong(&e->r, "hier hoort een getal, true of false, of een tekst", "a number, true or false, or a text is expected here");
		factor->level[factor->level_count++] = child;
		scenario_leave(&e->r, mark);
	}
	if (node->count == 0)
		scenario_wrong(&e->r, "hier staat geen waarde in", "there is no value in here");
}

bool experiment_is_fixed(const char *key)
{
	static const char *const names[] = { "years", "seed", "start" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], key) == 0)
			return true;
	return false;
}

static void add_factor(struct experiment_reader *e, const struct node *node)
{
	struct experiment *x = e->experiment;
	struct experiment_factor *factor = &x->factor[x->factor_count++];
	*factor = (struct experiment_factor){ .key = node->key, .start_year = experiment_start_year(x) };
	factor->param = source_param(x->scenario[0].source, node->key);
	enum param_type type = factor->param < 0 ? PARAM_REAL : config_param(e->r.config, factor->param).type;
	factor->is_whole = type == PARAM_WHOLE;
	if (experiment_is_fixed(node->key))
		scenario_wrong(&e->r, "dit geldt voor het hele experiment: schrijf het buiten vary", "this holds for the whole experiment: write it outside vary");
	else if (strcmp(experiment_tag(node), "range") == 0)
		read_range(e, node, factor);
	else if (scenario_is(&e->r, node, NODE_TABLE))
		read_levels(e, node, factor);
}

void experiment_read_vary(struct experiment_reader *e, const struct node *root)
{
	struct experiment *x = e->experiment;
	const struct node *node = tree_child(root, "vary");
	x->factor = mem_new(EXPERIMENT_FACTORS_MAX, sizeof *x->factor);
	if (!x->factor)
		scenario_no_memory(&e->r);
	if (!node || !x->factor)
		return;
	size_t mark = scenario_enter(&e->r, "vary");
	if (scenario_is(&e->r, node, NODE_TABLE) && node->count > EXPERIMENT_FACTORS_MAX)
		scenario_wrong(&e->r, "meer dan %d instellingen", "more than %d settings", EXPERIMENT_FACTORS_MAX);
	else
		for (int i = 0; node->kind == NODE_TABLE && i < node->count; i++) {
			size_t inner = scenario_enter_node(&e->r, &node->child[i]);
			if (node->child[i].key)
				add_factor(e, &node->child[i]);
			else
				scenario_wrong(&e->r, "schrijf [\"kerbs.room\"] = { 0.2, 0.4 }", "write [\"kerbs.room\"] = { 0.2, 0.4 }");
			scenario_leave(&e->r, inner);
		}
	scenario_leave(&e->r, mark);
}

// ---- how they are put together

static void need_levels(struct experiment_reader *e)
{
	struct experiment *x = e->experiment;
	size_t mark = scenario_enter(&e->r, "vary");
	for (int k = 0; k < x->factor_count; k++) {
		size_t inner = scenario_enter(&e->r, x->factor[k].key);
		if (x->factor[k].is_range && x->factor[k].level_count == 0)
			scenario_wrong(&e->r, "hoeveel waarden? Schrijf range(laagste, hoogste, aantal), een lijst, of design = lhs(100)",
				"how many values? Write range(lowest, highest, levels), a list, or design = lhs(100)");
		scenario_leave(&e->r, inner);
	}
	scenario_leave(&e->r, mark);
}

void experiment_read_design(struct experiment_reader *e, const struct node *root)
{
	static const char *const names[] = { "factorial", "lhs", "sobol", "morris", "one_at_a_time" };
	struct experiment *x = e->experiment;
	const struct node *node = tree_child(root, "design");
	const char *tag = node ? node->kind == NODE_TEXT ? node->text : experiment_tag(node) : "factorial";
	size_t mark = scenario_enter(&e->r, "design");
	int found = -1;
	double size = 0;
	for (int i = 0; i < 5; i++)
		if (strcmp(tag, names[i]) == 0)
			found = i;
	bool sized = found >= EXPERIMENT_LHS && found <= EXPERIMENT_MORRIS;
	const char *points = strcmp(tag, "csv") == 0 ? scenario_csv_name(&e->r, node) : NULL;
	if (points)
		experiment_read_points(e, points);
	else if (found < 0 && strcmp(tag, "csv") != 0)
		scenario_wrong(&e->r, "kies factorial, lhs(n), sobol(n), morris(r), one_at_a_time of csv \"punten.csv\"",
			"choose factorial, lhs(n), sobol(n), morris(r), one_at_a_time or csv \"points.csv\"");
	else if (found >= 0)
		x->design = (enum experiment_design)found;
	if (sized && (node->kind != NODE_TABLE || node->count != 1 || node->child[0].key))
		scenario_wrong(&e->r, "hoeveel? Schrijf %s(100)", "how many? Write %s(100)", tag);
	else if (sized && experiment_number(e, &node->child[0], 1, EXPERIMENT_POINTS_MAX, true, &size))
		x->size = (int)size;
	if (sized && x->factor_count == 0)
		scenario_wrong(&e->r, "%s heeft vary nodig: wat moet er variëren?", "%s needs vary: what is to vary?", tag);
	scenario_leave(&e->r, mark);
	if (found == EXPERIMENT_FACTORIAL)
		need_levels(e);
}

// ---- the baseline

static void find_design(struct experiment_reader *e, const struct node *id, int *out)
{
	const struct experiment *x = e->experiment;
	struct scenario_names names = { .count = 1, .name = { "scenario" } };
	if (!scenario_is(&e->r, id, NODE_TEXT))
		return;
	for (int i = 0; i < x->named_count; i++) {
		if (strcmp(x->named[i].id, id->text) == 0) {
			if (out)
				*out = i;
			return;
		}
		if (names.count < SCENARIO_NAMES_MAX)
			scenario_names_add(&names, x->named[i].id);
	}
	const char *near = text_nearest(id->text, names.name, names.count, (int)sizeof *names.name);
	if (near)
		scenario_wrong(&e->r, "er is geen ontwerp %.64s; bedoelde u %s?", "there is no design %.64s; did you mean %s?", id->text, near);
	else
		scenario_wrong(&e->r, "er is geen ontwerp %.64s: kies de id van een ontwerp, of \"scenario\" voor het scenario zoals het is",
			"there is no design %.64s: choose a design's id, or \"scenario\" for the scenario as it is", id->text);
}

// A design's id, { design = …, ["kerbs.room"] = … }, or "scenario": as it is.
void experiment_read_baseline(struct experiment_reader *e, const struct node *root)
{
	struct experiment *x = e->experiment;
	const struct node *node = tree_child(root, "baseline"), *id = node;
	size_t mark = scenario_enter(&e->r, "baseline");
	x->baseline = x->named_count ? 0 : -1;
	if (node && node->kind == NODE_TABLE) {
		x->baseline_set = node;
		x->baseline = -3;
		id = tree_child(node, "design");
	}
	if (id && id->kind == NODE_TEXT && strcmp(id->text, "scenario") == 0)
		x->baseline = -2;
	else if (id)
		find_design(e, id, node == id ? &x->baseline : NULL);
	scenario_leave(&e->r, mark);
	node = tree_child(root, "designs");
	for (int i = 0; node && node->kind == NODE_TABLE && i < x->named_count; i++) {
		id = tree_child(&node->child[i], "baseline");
		x->named[i].baseline = -1;
		mark = scenario_enter(&e->r, x->named[i].id);
		if (id)
			find_design(e, id, &x->named[i].baseline);
		scenario_leave(&e->r, mark);
	}
}

// ---- does the scenario take it?

// What several alternatives have is told once.
static void add_news(struct err *err, struct err *one)
{
	for (char *nl = one->text[LANG_NL], *en = one->text[LANG_EN]; *nl && *en;) {
		char *nl_end = nl + strcspn(nl, "\n"), *en_end = en + strcspn(en, "\n");
		bool more = *nl_end && *en_end;
		*nl_end = *en_end = '\0';
		if (!strstr(err->text[LANG_EN], en))
			err_add(err, "%s%.0s", "%.0s%s", nl, en);
		nl = nl_end + more;
		en = en_end + more;
	}
}

static void try_one(struct experiment_reader *e, int named, const struct source_put *put, int count)
{
	struct config config;
	struct err *one = mem_new(1, sizeof *one);
	if (!one) {
		scenario_no_memory(&e->r);
		return;
	}
	if (experiment_make(e->experiment, named, put, count, &config, one))
		config_clear(&config);
	else
		add_news(e->r.err, one);
	mem_free(one);
}

static void try_factor(struct experiment_reader *e, int k, struct source_put *put, int count)
{
	const struct experiment_factor *factor = &e->experiment->factor[k];
	char text[16];
	for (int i = 0; i < (factor->is_range ? 2 : factor->level_count) && !experiment_is_fixed(factor->key); i++) {
		struct node node = factor->is_range ? experiment_value(factor, i == 0 ? factor->min : factor->max, text) : *factor->level[i];
		put[count] = experiment_put(e->experiment, k, &node);
		try_one(e, e->experiment->named_count ? 0 : -1, put, count + 1);
	}
}

void experiment_try(struct experiment_reader *e)
{
	struct experiment *x = e->experiment;
	struct source_put *put = mem_new(EXPERIMENT_PUTS_MAX, sizeof *put);
	if (!put) {
		scenario_no_memory(&e->r);
		return;
	}
	if (x->named_count == 0)
		try_one(e, -1, put, experiment_puts(x, -1, put));
	for (int i = 0; i < x->named_count; i++)
		try_one(e, i, put, experiment_puts(x, i, put));
	for (int k = 0; k < x->factor_count; k++)
		try_factor(e, k, put, experiment_puts(x, x->named_count ? 0 : -1, put));
	mem_free(put);
}
