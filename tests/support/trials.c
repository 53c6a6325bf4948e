// Results made by hand.
#include "support/trials.h"

#include "batch/points.h"
#include "mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void *room(int count, size_t size)
{
	void *block = mem_new((size_t)count + 1, size);
	assert_non_null(block);
	return block;
}

static char *name(const char *stem, int number)
{
	char text[64];
	snprintf(text, sizeof text, number ? "%s%d" : "%s", stem, number);
	char *copy = config_copy_text(text);
	assert_non_null(copy);
	return copy;
}

static void put_outcome(struct results_outcome *outcome, const char *measure)
{
	const struct measure *row = &measure_table[measure_find(measure)];
	*outcome = (struct results_outcome){
		.key = name(measure, 0), .measure = name(measure, 0), .unit_id = name("", 0), .unit = name(row->unit, 0),
		.label = { name(row->label.nl, 0), name(row->label.en, 0) }, .kind = row->kind, .min = row->min, .max = row->max,
		.from_week = 260, .to_week = 260, .is_main = row->main,
	};
}

void trials_make(struct results *results, int points, int replicates, const char *const *measures, int outcomes)
{
	*results = (struct results){
		.path = name("trials.db", 0), .title = { name("Proef", 0), name("Trial", 0) }, .scenario = name("town.lua", 0),
		.version = name("0", 0), .design = RESULTS_FACTORIAL, .seed = 1, .start_year = 2025, .years = 5, .precise_outcome = -1,
		.point_count = points, .replicate_count = replicates, .outcome_count = outcomes, .done = (long)points * replicates,
	};
	results->point = room(points, sizeof *results->point);
	results->outcome = room(outcomes, sizeof *results->outcome);
	for (int k = 0; k < points; k++)
		results->point[k] = (struct results_point){ .named = -1, .is_baseline = k == 0, .label = name(k ? "a" : "base", k), .set = room(0, sizeof(bool)) };
	for (int k = 0; k < outcomes; k++)
		put_outcome(&results->outcome[k], measures[k]);
	assert_true(results_reserve(results, NULL));
}

void trials_factors(struct results *results, int count)
{
	results->factor_count = count;
	results->factor = room(count, sizeof *results->factor);
	for (int k = 0; k < count; k++)
		results->factor[k] = (struct results_factor){
			.key = name("x", k + 1), .label = { name("Knop ", k + 1), name("Knob ", k + 1) }, .unit = name("", 0), .is_range = true, .max = 1,
		};
	for (int k = 0; k < results->point_count; k++)
		results->point[k].value = room(count, sizeof *results->point[k].value);
}

void trials_design(struct results *results, enum results_design design, int size, int factors, int replicates, uint64_t seed)
{
	struct points points;
	assert_true(points_make(design, size, factors, seed, &points, NULL));
	trials_make(results, points.count, replicates, (const char *const[]){ "trust" }, 1);
	trials_factors(results, factors);
	results->design = design;
	results->design_size = size;
	results->point[0].is_baseline = false;
	for (int k = 0; k < points.count; k++)
		for (int f = 0; f < factors; f++)
			results->point[k].value[f] = points_value(&results->factor[f], points.x[k * factors + f]);
	points_clear(&points);
}
