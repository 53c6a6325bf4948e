#include "support/made.h"

#include "batch/points.h"
#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static char *copied(const char *text)
{
	char *copy = config_copy_text(text);
	must(copy);
	return copy;
}

static struct words words(const char *nl, const char *en)
{
	return (struct words){ copied(nl), copied(en) };
}

static void *room(int count, size_t size)
{
	void *block = mem_new((size_t)count + 1, size);
	must(block);
	return block;
}

// ---- what was varied

static void make_factor(struct results_factor *factor, int param, const char *const *level, int count, bool is_range)
{
	*factor = (struct results_factor){ .key = copied(param_table[param].name), .unit = copied(param_table[param].unit),
		.label = words(param_table[param].help.nl, param_table[param].help.en), .is_range = is_range, .min = 0.2, .max = 0.8 };
	factor->level_count = is_range ? 0 : count;
	factor->level = room(count, sizeof *factor->level);
	for (int i = 0; i < factor->level_count; i++)
		factor->level[i] = copied(level[i]);
}

static void make_factors(struct results *results, const struct made *how)
{
	static const char *const level[] = { "0.2", "0.4", "0.6", "0.8" };
	bool is_range = how->design != RESULTS_FACTORIAL && how->design != RESULTS_POINTS;
	results->factor = room(2, sizeof *results->factor);
	if (how->levels)
		make_factor(&results->factor[results->factor_count++], PARAM_KERBS_ROOM, level, how->levels, is_range);
	if (how->more_levels)
		make_factor(&results->factor[results->factor_count++], PARAM_DEMAND_COMPLEX_SHARE, level, how->more_levels, is_range);
}

static void make_names(struct results *results, const struct made *how)
{
	static const char *const nl[] = { "Zoals het nu gaat", "Pool met rollen", "Ruimte binnen stoepranden", "Scharreltijd" };
	static const char *const en[] = { "As it is now", "Pool with roles", "Room within kerbs", "Free time" };
	results->named_count = how->alternatives;
	results->named = room(how->alternatives, sizeof *results->named);
	for (int k = 0; k < how->alternatives; k++) {
		char id[32], name[64];
		snprintf(id, sizeof id, "design%d", k);
		snprintf(name, sizeof name, "%s%.0d", nl[k % 4], k / 4);
		results->named[k].id = copied(id);
		results->named[k].name = how->name ? words(how->name, how->name) : words(name, en[k % 4]);
		if (!how->name && k >= 4) {
			mem_free(results->named[k].name.en);
			snprintf(name, sizeof name, "%s%d", en[k % 4], k / 4);
			results->named[k].name.en = copied(name);
		}
		if (k)
			results->named[k].why = how->why ? words(how->why, how->why) : words("Wat er dan anders gaat.", "What goes differently then.");
	}
}

static void make_points(struct results *results, const struct made *how)
{
	struct points drawn_points = { 0 };
	int named = how->alternatives ? how->alternatives : 1, first = how->levels ? how->levels : 1, second = how->more_levels ? how->more_levels : 1;
	int drawn = first * second;
	if (results->design_size) {
		must(points_make(results->design, results->design_size, results->factor_count, 1, &drawn_points, NULL));
		drawn = drawn_points.count;
	}
	results->point_count = named * drawn;
	results->point = room(results->point_count, sizeof *results->point);
	for (int p = 0; p < results->point_count; p++) {
		struct results_point *point = &results->point[p];
		char label[128];
		int in = p % drawn;
		point->named = how->alternatives ? p / drawn : -1;
		point->is_baseline = p == 0 && !how->no_baseline;
		point->value = room(2, sizeof *point->value);
		point->set = room(2, sizeof *point->set);
		point->set[0] = point->set[1] = true;
		point->value[0] = results->design_size ? points_value(&results->factor[0], drawn_points.x[in * results->factor_count]) : 0.2 + 0.2 * (in % first);
		point->value[1] = results->design_size && results->factor_count > 1 ? points_value(&results->factor[1], drawn_points.x[in * 2 + 1]) : 0.2 + 0.2 * (in / first);
		snprintf(label, sizeof label, "%s%s%.0d", how->alternatives ? results->named[p / drawn].id : "", drawn > 1 ? " · " : "", in);
		if (!how->alternatives || drawn > 1)
			snprintf(label, sizeof label, "%s · %d", how->alternatives ? results->named[p / drawn].id : "point", in);
		point->label = copied(label);
	}
	points_clear(&drawn_points);
}

// ---- what was measured

static const int measure[] = { MEASURE_PERFORMANCE, MEASURE_STRAIN, MEASURE_STANDARD_ON_TIME, MEASURE_COMPLEX_LEAD_WEEKS, MEASURE_OWNERSHIP, MEASURE_STAFF };
enum { MEASURES = sizeof measure / sizeof *measure };

static void make_outcomes(struct results *results)
{
	results->outcome_count = MEASURES;
	results->outcome = room(MEASURES, sizeof *results->outcome);
	for (int k = 0; k < MEASURES; k++) {
		const struct measure *row = &measure_table[measure[k]];
		results->outcome[k] = (struct results_outcome){ .key = copied(row->name), .measure = copied(row->name), .unit_id = copied(""),
			.unit = copied(row->unit), .label = words(row->label.nl, row->label.en), .kind = row->kind, .min = row->min, .max = row->max,
			.from_week = 156, .to_week = 207, .is_main = true };
	}
}

// Between 0 and 1, the same for the same numbers.
static double drawn(int a, int b, int c)
{
	unsigned long x = (unsigned long)a * 2654435761u + (unsigned long)b * 40503u + (unsigned long)c * 97u + 12345u;
	x = (x ^ (x >> 15)) * 2246822519u & 0xFFFFFFFFu;
	x = (x ^ (x >> 13)) * 3266489917u & 0xFFFFFFFFu;
	return (double)(x ^ (x >> 16)) / 4294967296.0;
}

static double value_of(const struct results *results, int p, int r, int k)
{
	static const double base[] = { 0.62, 0.41, 0.83, 14.2, 0.47, 412 }, gain[] = { 0.03, 0.02, -0.01, -0.8, 0.02, 0 };
	static const double luck[] = { 0.05, 0.03, 0.04, 2, 0.02, 12 };
	const struct results_point *point = &results->point[p];
	double by = point->named + (results->factor_count ? 2 * (point->value[0] - 0.4) : 0) - (results->factor_count > 1 ? point->value[1] : 0);
	return base[k] + gain[k] * by + luck[k] * (drawn(r, 0, k) - 0.5) + 0.4 * luck[k] * (drawn(r, p + 1, k) - 0.5);
}

static void fail(struct results *results, int p, int r)
{
	results->failed++;
	if (results->failure_count >= 100)
		return;
	if (!results->failure)
		results->failure = room(100, sizeof *results->failure);
	results->failure[results->failure_count].point = p;
	results->failure[results->failure_count].replicate = r;
	results->failure[results->failure_count++].message = words("haak week: delen door nul", "hook week: division by zero");
}

static void make_trials(struct results *results, const struct made *how)
{
	for (int p = 0, trial = 1; p < results->point_count; p++)
		for (int r = 0; r < results->replicate_count; r++, trial++) {
			size_t at = (size_t)p * (size_t)results->replicate_count + (size_t)r;
			if (how->nothing) {
				results->pending++;
				continue;
			}
			if (how->fail_each && trial % how->fail_each == 0) {
				fail(results, p, r);
				continue;
			}
			results->done++;
			for (int k = 0; k < results->outcome_count; k++)
				*results_at(results, p, r, k) = value_of(results, p, r, k);
			results->cost_euro[at] = (results->point[p].named + (results->point[p].named < 0)) * 85000 + 2000 * drawn(r, p, 90);
			results->cost_hours[at] = (results->point[p].named + (results->point[p].named < 0)) * 1200 + 30 * drawn(r, p, 91);
		}
}

void made_results(struct results *results, const struct made *how)
{
	*results = (struct results){ .design = how->design, .seed = 1, .start_year = 2025, .years = 4, .precise_outcome = -1,
		.replicate_count = how->replicates };
	results->path = copied("pool.db");
	results->scenario = copied("midden-groningen");
	results->version = copied("0.1.0");
	results->title = how->title ? words(how->title, how->title) : words("Wat brengt een pool met rollen?", "What does a pool with roles bring?");
	results->question = words("Welke aanpak verbetert de dienstverlening zonder dat mensen overbelast raken?",
	                          "Which approach improves the service without overloading people?");
	results->scenario_title = words("Midden-Groningen", "Midden-Groningen");
	if (how->design == RESULTS_LHS || how->design == RESULTS_SOBOL || how->design == RESULTS_MORRIS)
		results->design_size = 32;
	make_factors(results, how);
	make_names(results, how);
	make_points(results, how);
	make_outcomes(results);
	must(results_reserve(results, NULL));
	make_trials(results, how);
}
