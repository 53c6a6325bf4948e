// Expands designs and factors. The rows of lhs, sobol and morris are those of points.h, in their order.
#include "batch/alternatives.h"

#include "batch/points.h"
#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_MAX = 512, LABEL_FACTORS = 4 };

static bool copy(const char *text, char **out)
{
	*out = config_copy_text(text ? text : "");
	return *out != NULL;
}

static bool copy_words(const struct words *from, struct words *to)
{
	bool nl = copy(from->nl, &to->nl), en = copy(from->en, &to->en);
	return nl && en;
}

// ---- factors

static bool write_level(const struct node *node, char **out)
{
	char text[64];
	if (node->kind == NODE_TEXT)
		return copy(node->text, out);
	if (node->kind == NODE_SWITCH)
		return copy(node->number != 0 ? "true" : "false", out);
	snprintf(text, sizeof text, "%.10g", node->number);
	return copy(text, out);
}

static bool has_words(const struct experiment_factor *factor)
{
	for (int i = 0; i < factor->level_count && factor->level; i++)
		if (factor->level[i]->kind != NODE_NUMBER)
			return true;
	return false;
}

// The words of a setting are its help: a short sentence; without one the key.
static bool label_factor(const struct config *config, const struct experiment_factor *from, struct results_factor *to)
{
	struct param param = from->param >= 0 ? config_param(config, from->param) : (struct param){ .unit = "" };
	struct text help = param.help.nl && *param.help.nl ? param.help : (struct text){ from->key, from->key };
	char text[LANG_COUNT][256];
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		snprintf(text[lang], sizeof text[lang], "%s", text_in(help, (enum lang)lang));
		text[lang][strcspn(text[lang], ".:;")] = '\0';
	}
	return copy(from->key, &to->key) && copy(from->is_week ? "weeks" : param.unit, &to->unit) && copy(text[LANG_NL], &to->label.nl) &&
	       copy(text[LANG_EN], &to->label.en);
}

static bool take_levels(const struct experiment_factor *from, struct results_factor *to)
{
	to->min = to->max = has_words(from) ? (double)NAN : from->level[0]->number;
	to->level = mem_new((size_t)from->level_count + 1, sizeof *to->level);
	if (!to->level)
		return false;
	for (int i = 0; i < from->level_count; i++) {
		to->level_count = i + 1;
		if (!write_level(from->level[i], &to->level[i]))
			return false;
		to->min = fmin(to->min, has_words(from) ? (double)NAN : from->level[i]->number);
		to->max = fmax(to->max, has_words(from) ? (double)NAN : from->level[i]->number);
	}
	return true;
}

static bool take_factor(const struct config *config, const struct experiment_factor *from, struct results_factor *to)
{
	to->is_range = from->is_range;
	to->is_whole = from->is_whole;
	to->min = from->min;
	to->max = from->max;
	return label_factor(config, from, to) && (from->is_range || take_levels(from, to));
}

// ---- points

static int levels_of(const struct experiment_factor *factor)
{
	return factor->level_count;
}

// Level i of a factor as results_point has it.
static double level_value(const struct experiment_factor *factor, int i)
{
	if (factor->is_range) {
		double value = factor->min + (factor->max - factor->min) * i / (factor->level_count - 1);
		return factor->is_whole ? floor(value + 0.5) : value;
	}
	return has_words(factor) ? i : factor->level[i]->number;
}

static double base_value(const struct experiment *x, int k)
{
	double value;
	return source_value(x->scenario[0].source, x->factor[k].key, &value) && !has_words(&x->factor[k]) && !x->factor[k].is_week ? value : (double)NAN;
}

struct rows {
	int count, factors, base;   // base: the row in which nothing is varied, or −1
	double *value;              // owned: [count][factors]
	bool *is_set;               // owned, the same: false where the scenario's own value stays
};

static bool make_rows(struct rows *rows, long count, struct err *err)
{
	size_t cells = (size_t)count * (size_t)(rows->factors + 1);
	if (count > EXPERIMENT_POINTS_MAX) {
		err_add(err, "dit experiment heeft %ld alternatieven; hooguit %d", "this experiment has %ld alternatives; at most %d", count, EXPERIMENT_POINTS_MAX);
		return false;
	}
	rows->count = (int)count;
	rows->value = mem_new(cells, sizeof *rows->value);
	rows->is_set = mem_new(cells, sizeof *rows->is_set);
	if (rows->value && rows->is_set)
		return true;
	err_memory(err);
	return false;
}

static void set(struct rows *rows, int row, int k, double value)
{
	size_t at = (size_t)row * (size_t)rows->factors + (size_t)k;
	rows->value[at] = value;
	rows->is_set[at] = true;
}

// The last factor moves fastest.
static bool make_factorial(const struct experiment *x, struct rows *rows, struct err *err)
{
	double count = 1;
	for (int k = 0; k < x->factor_count; k++)
		count *= levels_of(&x->factor[k]);
	if (!make_rows(rows, count > 1e9 ? 1000000000L : (long)count, err))
		return false;
	for (int row = 0; row < rows->count; row++)
		for (int k = x->factor_count - 1, rest = row; k >= 0; k--) {
			set(rows, row, k, level_value(&x->factor[k], rest % levels_of(&x->factor[k])));
			rest /= levels_of(&x->factor[k]);
		}
	return true;
}

// First the scenario as it is, then every level of each factor by itself; of a range without a number its ends.
static bool make_single(const struct experiment *x, struct rows *rows, struct err *err)
{
	long count = 1;
	for (int k = 0; k < x->factor_count; k++)
		count += x->factor[k].level_count ? x->factor[k].level_count : 2;
	if (!make_rows(rows, count, err))
		return false;
	rows->base = 0;
	for (int k = 0, row = 1; k < x->factor_count; k++) {
		const struct experiment_factor *factor = &x->factor[k];
		for (int i = 0; i < (factor->level_count ? factor->level_count : 2); i++)
			set(rows, row++, k, factor->level_count ? level_value(factor, i) : i == 0 ? factor->min : factor->max);
	}
	return true;
}

static bool make_listed(const struct experiment *x, struct rows *rows, struct err *err)
{
	if (!make_rows(rows, x->size, err))
		return false;
	for (int row = 0; row < rows->count; row++)
		for (int k = 0; k < x->factor_count; k++)
			set(rows, row, k, level_value(&x->factor[k], row));
	return true;
}

static bool make_drawn(const struct experiment *x, const struct results *results, struct rows *rows, struct err *err)
{
	struct points points;
	if (!points_make(results->design, x->size, x->factor_count, x->seed, &points, err))
		return false;
	bool good = make_rows(rows, points.count, err);
	for (int row = 0; good && row < rows->count; row++)
		for (int k = 0; k < x->factor_count; k++) {
			double value = points_value(&results->factor[k], points.x[(size_t)row * (size_t)x->factor_count + (size_t)k]);
			set(rows, row, k, x->factor[k].is_range ? value : level_value(&x->factor[k], (int)value));
		}
	points_clear(&points);
	return good;
}

static bool make_all(const struct experiment *x, const struct results *results, struct rows *rows, struct err *err)
{
	*rows = (struct rows){ .factors = x->factor_count, .base = -1 };
	switch (x->design) {
	case EXPERIMENT_FACTORIAL:
		return make_factorial(x, rows, err);
	case EXPERIMENT_ONE_AT_A_TIME:
		return make_single(x, rows, err);
	case EXPERIMENT_POINTS:
		return make_listed(x, rows, err);
	default:
		return make_drawn(x, results, rows, err);
	}
}

// ---- labels

static size_t add_value(char *text, size_t used, const struct results *results, const struct experiment *x, int k, double value)
{
	const struct results_factor *factor = &results->factor[k];
	char week[16];
	if (used >= LABEL_MAX)
		return used;
	size_t room = LABEL_MAX - used;
	int added;
	if (x->factor[k].is_week)
		added = snprintf(text + used, room, "%s%s %s", used ? " · " : "", factor->key, experiment_value(&x->factor[k], value, week).text);
	else if (!factor->is_range && isnan(factor->min))
		added = snprintf(text + used, room, "%s%s %s", used ? " · " : "", factor->key, factor->level[(int)value]);
	else
		added = snprintf(text + used, room, "%s%s %.6g", used ? " · " : "", factor->key, value);
	return used + (size_t)added;
}

// "pool · demand.complex_share 0.3"; of many factors or drawn points a number.
static bool label_point(const struct experiment *x, const struct results *results, struct results_point *point, const bool *is_set, int number)
{
	char text[LABEL_MAX] = "";
	size_t used = point->named >= 0 ? (size_t)snprintf(text, sizeof text, "%s", x->named[point->named].id) : 0;
	bool drawn = x->design == EXPERIMENT_LHS || x->design == EXPERIMENT_SOBOL || x->design == EXPERIMENT_MORRIS;
	int shown = 0;
	for (int k = 0; k < x->factor_count; k++)
		shown += is_set[k];
	if (shown && (drawn || x->design == EXPERIMENT_POINTS || shown > LABEL_FACTORS))
		used += (size_t)snprintf(text + used, sizeof text - used, "%s#%d", used ? " · " : "", number + 1);
	for (int k = 0; k < x->factor_count && shown <= LABEL_FACTORS; k++)
		if (is_set[k])
			used = add_value(text, used, results, x, k, point->value[k]);
	return copy(used ? text : x->scenario[0].name, &point->label);
}

// ---- alternatives

static bool add_point(const struct experiment *x, struct results *out, int named, const struct rows *rows, int row, bool is_baseline)
{
	struct results_point *point = &out->point[out->point_count];
	static const bool nothing[EXPERIMENT_FACTORS_MAX];
	const bool *is_set = row < 0 ? nothing : rows->is_set + (size_t)row * (size_t)rows->factors;
	*point = (struct results_point){ .named = named, .is_baseline = is_baseline, .value = mem_new((size_t)x->factor_count + 1, sizeof *point->value) };
	if (!point->value)
		return false;
	point->set = mem_new((size_t)x->factor_count + 1, sizeof *point->set);
	for (int k = 0; k < x->factor_count; k++)
		point->value[k] = is_set[k] ? rows->value[(size_t)row * (size_t)rows->factors + (size_t)k] : base_value(x, k);
	if (point->set && x->factor_count)
		memcpy(point->set, is_set, (size_t)x->factor_count * sizeof *is_set);
	return label_point(x, out, point, is_set, out->point_count++) && point->set;
}

// The values that the baseline names, as a row of its own; false and err when one is not right.
static bool baseline_row(const struct experiment *x, struct rows *row, struct err *err)
{
	must(x->baseline_set);
	*row = (struct rows){ .factors = x->factor_count, .base = -1 };
	if (!make_rows(row, 1, err))
		return false;
	for (int i = 0; i < x->baseline_set->count; i++) {
		const struct node *child = &x->baseline_set->child[i];
		int k = 0;
		while (k < x->factor_count && (!child->key || strcmp(x->factor[k].key, child->key) != 0))
			k++;
		if (child->key && strcmp(child->key, "design") == 0)
			continue;
		double value = child->number;
		bool good = k < x->factor_count && child->kind == NODE_NUMBER;
		for (int level = 0; k < x->factor_count && x->factor[k].level && level < x->factor[k].level_count; level++) {
			const struct node *node = x->factor[k].level[level];
			if (has_words(&x->factor[k]) && node->kind == child->kind &&
				(node->kind == NODE_TEXT ? strcmp(node->text, child->text) == 0 : node->number == child->number)) {
				value = level;
				good = true;
			}
		}
		if (k < x->factor_count && child->kind != NODE_NUMBER && !has_words(&x->factor[k]))
			good = false;
		if (good)
			set(row, 0, k, value);
		else
			err_add(err, "%s: baseline.%s: dit is geen waarde van wat er varieert", "%s: baseline.%s: this is no value of what is varied", x->path, child->key ? child->key : "?");
	}
	return true;
}

static bool same_row(const struct rows *rows, int row, const struct rows *one)
{
	for (int k = 0; k < rows->factors; k++) {
		size_t at = (size_t)row * (size_t)rows->factors + (size_t)k;
		if (rows->is_set[at] != one->is_set[k] || (one->is_set[k] && (rows->value[at] < one->value[k] || rows->value[at] > one->value[k])))
			return false;
	}
	return true;
}

// Which row of which design is the baseline, −1 for none, or the scenario by itself; added says that it is another one.
struct base {
	int named, row;
	bool is_added;
	struct rows own;
};

static bool find_base(const struct experiment *x, const struct rows *rows, struct base *base, struct err *err)
{
	const struct node *design = x->baseline_set ? tree_child(x->baseline_set, "design") : NULL;
	*base = (struct base){ .named = x->baseline, .row = 0 };
	if (x->baseline == -1) {
		base->row = x->named_count == 0 ? rows->base : -1;
		return true;
	}
	if (x->baseline == -2) {
		base->named = -1;
		base->row = x->named_count == 0 ? x->factor_count == 0 ? 0 : rows->base : -1;
		base->is_added = base->row < 0;
		return true;
	}
	if (x->baseline >= 0)
		return true;
	base->named = x->named_count ? 0 : -1;
	for (int i = 0; design && i < x->named_count; i++)
		if (strcmp(x->named[i].id, design->text) == 0)
			base->named = i;
	int before = err->count;
	if (!baseline_row(x, &base->own, err) || err->count > before)
		return false;
	base->row = -1;
	for (int row = rows->count - 1; row >= 0; row--)
		if (same_row(rows, row, &base->own))
			base->row = row;
	base->is_added = base->row < 0;
	return true;
}

static bool make_points(const struct experiment *x, struct results *out, const struct rows *rows, struct base *base, struct err *err)
{
	int designs = x->named_count ? x->named_count : 1;
	long count = (long)designs * rows->count + base->is_added;
	if (count > EXPERIMENT_POINTS_MAX) {
		err_add(err, "dit experiment heeft %ld alternatieven; hooguit %d", "this experiment has %ld alternatives; at most %d", count, EXPERIMENT_POINTS_MAX);
		return false;
	}
	out->point = mem_new((size_t)count + 1, sizeof *out->point);
	bool good = out->point != NULL;
	for (int d = 0; good && d < designs; d++)
		for (int row = 0; good && row < rows->count; row++) {
			int named = x->named_count ? d : -1;
			good = add_point(x, out, named, rows, row, !base->is_added && row == base->row && named == base->named);
		}
	if (good && base->is_added)
		good = add_point(x, out, base->named, &base->own, base->own.count ? 0 : -1, true);
	if (!good)
		err_memory(err);
	return good;
}

static void clear_rows(struct rows *rows)
{
	mem_free(rows->value);
	mem_free(rows->is_set);
}

// ---- the rest of the head

static bool take_outcome(const struct config *config, const struct experiment_outcome *from, struct results_outcome *to)
{
	struct measure measure = config_measure(config, config_find_measure(config, from->measure));
	to->kind = measure.kind;
	to->min = measure.min;
	to->max = measure.max;
	to->from_week = from->from_week;
	to->to_week = from->to_week;
	to->is_path = from->every > 0;
	to->is_main = from->is_main;
	bool good = copy(from->key, &to->key) && copy(from->measure, &to->measure);
	return good && copy(from->unit_id, &to->unit_id) && copy(measure.unit, &to->unit) && copy_words(&from->label, &to->label);
}

static bool take_named(const struct experiment_named *from, struct results_named *to)
{
	to->baseline = from->baseline + 1;
	return copy(from->id, &to->id) && copy_words(&from->name, &to->name) && copy_words(&from->why, &to->why);
}

static bool take_head(const struct experiment *x, struct results *out)
{
	const struct config *config = source_config(x->scenario[0].source);
	out->factor = mem_new((size_t)x->factor_count + 1, sizeof *out->factor);
	out->named = mem_new((size_t)x->named_count + 1, sizeof *out->named);
	out->outcome = mem_new((size_t)x->outcome_count + 1, sizeof *out->outcome);
	bool good = out->factor && out->named && out->outcome && copy_words(&x->title, &out->title) && copy_words(&x->question, &out->question) &&
		    copy_words(&config->title, &out->scenario_title) && copy(x->scenario[0].name, &out->scenario);
	for (; good && out->factor_count < x->factor_count; out->factor_count++)
		good = take_factor(config, &x->factor[out->factor_count], &out->factor[out->factor_count]);
	for (; good && out->named_count < x->named_count; out->named_count++)
		good = take_named(&x->named[out->named_count], &out->named[out->named_count]);
	for (; good && out->outcome_count < x->outcome_count; out->outcome_count++)
		good = take_outcome(config, &x->outcome[out->outcome_count], &out->outcome[out->outcome_count]);
	out->design = (enum results_design)x->design;
	bool sized = x->design == EXPERIMENT_LHS || x->design == EXPERIMENT_SOBOL || x->design == EXPERIMENT_MORRIS;
	out->design_size = sized ? x->size : 0;
	out->seed = x->seed;
	out->start_year = experiment_start_year(x);
	out->years = experiment_years(x);
	out->precise = x->precise;
	out->precise_outcome = x->precise ? x->precise_outcome : -1;
	out->precise_half_width = x->precise_half_width;
	out->replicate_count = x->replicates;
	return good;
}

bool alternatives_make(const struct experiment *x, struct results *out, struct err *err)
{
	struct rows rows = { 0 };
	struct base base = { 0 };
	*out = (struct results){ .precise_outcome = -1 };
	bool good = take_head(x, out);
	if (!good)
		err_memory(err);
	for (int k = 0; good && k < out->named_count; k++)
		good = alternatives_tell(x, k, &out->named[k].what, err);
	good = good && make_all(x, out, &rows, err) && find_base(x, &rows, &base, err) && make_points(x, out, &rows, &base, err);
	clear_rows(&rows);
	clear_rows(&base.own);
	return good;
}

bool alternatives_config(const struct experiment *x, const struct results *results, int index, struct config *out, struct err *err)
{
	const struct results_point *point = &results->point[index];
	struct source_put *put = mem_new(EXPERIMENT_PUTS_MAX, sizeof *put);
	struct node *node = mem_new((size_t)x->factor_count + 1, sizeof *node);
	char (*text)[16] = mem_new((size_t)x->factor_count + 1, sizeof *text);
	bool good = put && node && text;
	if (!good)
		err_memory(err);
	int count = good ? experiment_puts(x, point->named, put) : 0;
	for (int k = 0; good && k < x->factor_count; k++) {
		const struct experiment_factor *factor = &x->factor[k];
		if (!point->set[k])
			continue;
		node[k] = has_words(factor) ? *factor->level[(int)point->value[k]] : experiment_value(factor, point->value[k], text[k]);
		put[count++] = experiment_put(x, k, &node[k]);
	}
	good = good && experiment_make(x, point->named, put, count, out, err);
	mem_free(put);
	mem_free(node);
	mem_free(text);
	return good;
}
