// Indices of functions whose indices are known, and what happens when points are missing or are others.
#include "batch/sensitivity.h"

#include "mem.h"
#include "sim/rng.h"
#include "support/town.h"
#include "support/trials.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define PI 3.14159265358979323846

// ---- functions of points of 0 … 1

static double ishigami(const double *u)
{
	double x = PI * (2 * u[0] - 1), y = PI * (2 * u[1] - 1), z = PI * (2 * u[2] - 1);
	return sin(x) + 7 * sin(y) * sin(y) + .1 * z * z * z * z * sin(x);
}

static const double slope[] = { 3, -2, .5, 0, 1 };
static double linear(const double *u)
{
	double sum = 7;
	for (int f = 0; f < 5; f++)
		sum += slope[f] * u[f];
	return sum;
}

static double product(const double *u) { return u[0] * u[1]; }
static double constant(const double *u) { return .45; }

// Replicate r adds luck that all points share, and `noise` of its own.
static void fill(struct results *results, double (*function)(const double *), double noise)
{
	for (int r = 0; r < results->replicate_count; r++) {
		struct rng shared = rng_start(5, (uint32_t)r, 0, RNG_BOOTSTRAP);
		double luck = results->replicate_count > 1 ? rng_normal(&shared) : 0;
		for (int k = 0; k < results->point_count; k++) {
			struct rng own = rng_start(5, (uint32_t)r, (uint32_t)k + 1, RNG_BOOTSTRAP);
			*results_at(results, k, r, 0) = function(results->point[k].value) + luck + (noise > 0 ? noise * rng_normal(&own) : 0);
		}
	}
}

static struct sensitivity made(const struct results *results, int named)
{
	struct sensitivity found;
	struct err err;
	err_clear(&err);
	if (!sensitivity_make(results, 0, named, &found, &err))
		fail_msg("%s", err.text[LANG_EN]);
	return found;
}

static const struct sensitivity_row *row_of(const struct sensitivity *found, int factor)
{
	for (int k = 0; k < found->count; k++)
		if (found->row[k].factor == factor)
			return &found->row[k];
	fail();
	return NULL;
}

static void assert_holds(const struct sensitivity_index *index, double truth, double within)
{
	if (!(fabs(index->value - truth) <= within && index->interval.low <= truth && truth <= index->interval.high))
		fail_msg("%.5f (%.5f to %.5f) for %.5f ± %.5f", index->value, index->interval.low, index->interval.high, truth, within);
}

// ---- Sobol

static const double first[] = { .3139, .4424, 0 }, total[] = { .5576, .4424, .2437 };

static void sobol_finds_ishigamis_indices(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_SOBOL, 4096, 3, 1, 1);
	fill(&results, ishigami, 0);
	struct sensitivity found = made(&results, -1);
	for (int f = 0; f < 3; f++) {
		assert_holds(&row_of(&found, f)->first, first[f], .005);
		assert_holds(&row_of(&found, f)->total, total[f], .005);
	}
	assert_holds(&found.together, 1 - first[0] - first[1], .01);
	assert_int_equal(found.used, 4096);
	assert_true(found.row[0].factor == 0 && found.row[1].factor == 1 && found.row[2].factor == 2);  // by total
	assert_true(fabs(found.average - 3.5) < .01 && fabs(found.sd * found.sd - 13.8446) < .05);
	assert_true(isnan(found.noise));
	sensitivity_clear(&found);
	results_clear(&results);
}

static void few_bases_have_wide_intervals_that_hold(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_SOBOL, 128, 3, 1, 1);
	fill(&results, ishigami, 0);
	struct sensitivity found = made(&results, -1);
	for (int f = 0; f < 3; f++) {
		const struct sensitivity_row *row = row_of(&found, f);
		assert_holds(&row->first, first[f], .15);
		assert_holds(&row->total, total[f], .15);
		assert_true(row->total.interval.high - row->total.interval.low > .04);
	}
	sensitivity_clear(&found);
	results_clear(&results);
}

static void without_interactions_alone_is_all(void **state)
{
	struct results results;
	double squares = 0;
	for (int f = 0; f < 5; f++)
		squares += slope[f] * slope[f];
	trials_design(&results, RESULTS_SOBOL, 1024, 5, 1, 1);
	fill(&results, linear, 0);
	struct sensitivity found = made(&results, -1);
	for (int f = 0; f < 5; f++) {
		assert_true(fabs(row_of(&found, f)->first.value - slope[f] * slope[f] / squares) < .01);
		assert_true(fabs(row_of(&found, f)->total.value - slope[f] * slope[f] / squares) < .01);
	}
	assert_true(row_of(&found, 3)->total.value == 0 && found.row[4].factor == 3);
	sensitivity_clear(&found);
	results_clear(&results);
}

// ---- Morris

static void morris_finds_the_slopes_of_a_line(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_MORRIS, 10, 5, 1, 1);
	fill(&results, linear, 0);
	struct sensitivity found = made(&results, -1);
	const int order[] = { 0, 1, 4, 2, 3 };
	for (int k = 0; k < 5; k++) {
		const struct sensitivity_row *row = &found.row[k];
		assert_int_equal(row->factor, order[k]);
		assert_true(fabs(row->star.value - fabs(slope[row->factor])) < 1e-12);
		assert_true(fabs(row->mean.value - slope[row->factor]) < 1e-12);
		assert_true(row->sd.value < 1e-12 && row->star.interval.high - row->star.interval.low < 1e-12);
	}
	sensitivity_clear(&found);
	results_clear(&results);
}

// x·y has in x the slope y, which is evenly 0, 1/3, 2/3 or 1: mean 1/2, standard deviation √(5/36).
static void morris_sees_that_factors_work_together(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_MORRIS, 400, 3, 1, 2);
	fill(&results, product, 0);
	struct sensitivity found = made(&results, -1);
	for (int f = 0; f < 2; f++) {
		assert_holds(&row_of(&found, f)->mean, .5, .05);
		assert_holds(&row_of(&found, f)->star, .5, .05);
		assert_holds(&row_of(&found, f)->sd, sqrt(5.0 / 36), .02);
	}
	assert_true(row_of(&found, 2)->star.value == 0);
	sensitivity_clear(&found);
	results_clear(&results);
}

// Of many experiments of ten trajectories the intervals hold the truth about as often as they say.
static void intervals_of_ten_trajectories_hold(void **state)
{
	int held = 0, sets = town_size(300, 100);
	struct results results;
	for (int set = 0; set < sets; set++) {
		trials_design(&results, RESULTS_MORRIS, 10, 5, 1, 1);
		for (int k = 0; k < results.point_count; k++) {
			struct rng own = rng_start(6, (uint32_t)set, (uint32_t)k, RNG_BOOTSTRAP);
			*results_at(&results, k, 0, 0) = linear(results.point[k].value) + .5 * rng_normal(&own);
		}
		struct sensitivity found = made(&results, -1);
		struct stats_interval interval = row_of(&found, 1)->mean.interval;
		held += interval.low <= -2 && -2 <= interval.high;
		sensitivity_clear(&found);
		results_clear(&results);
	}
	if (held < .92 * sets || held > .985 * sets)
		fail_msg("%d of %d", held, sets);
}

// A whole number from 1 to 2 moves all its range in a step of two thirds; words have a range too.
static void effects_are_per_whole_range_of_a_factor(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_MORRIS, 6, 3, 1, 1);
	results.factor[0].min = 10, results.factor[0].max = 50;
	results.factor[1].is_range = false, results.factor[1].level_count = 3, results.factor[1].min = results.factor[1].max = NAN;
	for (int k = 0; k < results.point_count; k++) {
		double *value = results.point[k].value;
		value[0] = 10 + 40 * value[0];
		value[1] = value[1] < .3 ? 0 : value[1] < .6 ? 1 : 2;
		*results_at(&results, k, 0, 0) = value[0] / 10 - 3 * value[1];
	}
	struct sensitivity found = made(&results, -1);
	assert_true(fabs(row_of(&found, 0)->mean.value - 4) < 1e-12);
	assert_true(fabs(row_of(&found, 1)->mean.value + 6) < 1e-12);
	sensitivity_clear(&found);
	results_clear(&results);
}

// ---- chance

static void noise_is_what_seeds_leave_between_points(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_SOBOL, 512, 5, 4, 1);
	fill(&results, linear, 0);
	struct sensitivity quiet = made(&results, -1);
	fill(&results, linear, 1);
	struct sensitivity noisy = made(&results, -1);
	double signal = 0;
	for (int f = 0; f < 5; f++)
		signal += slope[f] * slope[f] / 12;
	assert_true(quiet.noise < 1e-12);  // the luck of a seed is the same everywhere
	assert_true(fabs(noisy.noise - .25 / (signal + .25)) < .02);
	assert_true(fabs(row_of(&noisy, 3)->total.value - noisy.noise) < .03);  // of a factor that does nothing
	*results_at(&results, 3, 2, 0) = NAN;
	struct sensitivity hole = made(&results, -1);
	assert_true(hole.used == 512 && fabs(hole.noise - noisy.noise) < .01);
	sensitivity_clear(&quiet);
	sensitivity_clear(&noisy);
	sensitivity_clear(&hole);
	results_clear(&results);
}

static void an_outcome_that_does_not_vary_has_no_shares(void **state)
{
	const enum results_design designs[] = { RESULTS_SOBOL, RESULTS_MORRIS };
	for (int d = 0; d < 2; d++) {
		struct results results;
		trials_design(&results, designs[d], 8, 3, 2, 1);
		fill(&results, constant, 0);
		struct sensitivity found = made(&results, -1);
		assert_true(found.sd == 0 && isnan(found.noise));
		if (designs[d] == RESULTS_MORRIS)
			assert_true(found.row[0].star.value < 1e-12);
		else
			assert_true(isnan(found.row[0].total.value) && isnan(found.row[0].total.interval.low) && isnan(found.together.value));
		sensitivity_clear(&found);
		results_clear(&results);
	}
}

// ---- which points

static void incomplete_bases_and_trajectories_are_left_out(void **state)
{
	const enum results_design designs[] = { RESULTS_SOBOL, RESULTS_MORRIS };
	for (int d = 0; d < 2; d++) {
		struct results results;
		trials_design(&results, designs[d], 64, 5, 1, 1);
		fill(&results, linear, 0);
		int each = results.point_count / 64;
		*results_at(&results, 0, 0, 0) = *results_at(&results, 5 * each + 3, 0, 0) = *results_at(&results, 64 * each - 1, 0, 0) = NAN;
		struct sensitivity found = made(&results, -1);
		assert_int_equal(found.used, 61);
		assert_int_equal(found.left_out, 3);
		if (designs[d] == RESULTS_MORRIS)
			assert_true(fabs(row_of(&found, 0)->mean.value - 3) < 1e-12);
		sensitivity_clear(&found);
		results_clear(&results);
	}
}

static void refused(const struct results *results, const char *nl, const char *en)
{
	struct sensitivity found;
	struct err err;
	err_clear(&err);
	assert_false(sensitivity_make(results, 0, -1, &found, &err));
	assert_int_equal(err.count, 1);
	if (!strstr(err.text[LANG_NL], nl) || !strstr(err.text[LANG_EN], en))
		fail_msg("%s%s", err.text[LANG_NL], err.text[LANG_EN]);
	assert_null(found.row);
}

static void other_designs_are_refused_with_advice(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_MORRIS, 4, 3, 1, 1);
	refused(&results, "nog maar 0 van de 4 trajecten", "only 0 of 4 trajectories");
	fill(&results, product, 0);
	results.design_size = 5;
	refused(&results, "niet die van een ontwerp morris", "not those of a design morris of size 5 with 3 factors");
	results.design_size = 4;
	results.point[2].value[0] = results.point[2].value[1] = .123;
	refused(&results, "niet die van een ontwerp morris", "not those of a design morris");
	results.design = RESULTS_ONE_AT_A_TIME;
	refused(&results, "stoeprand compare trials.db", "stoeprand compare trials.db");
	results.design = RESULTS_LHS;
	refused(&results, "design = sobol of morris", "design = sobol or morris");
	results_clear(&results);
}

static void a_baseline_may_stand_apart_and_designs_each_have_their_own(void **state)
{
	struct results results, one;
	trials_design(&one, RESULTS_MORRIS, 10, 5, 1, 1);
	trials_make(&results, 2 * one.point_count + 1, 1, (const char *const[]){ "trust" }, 1);
	trials_factors(&results, 5);
	results.design = RESULTS_MORRIS, results.design_size = 10;
	for (int k = 1; k < results.point_count; k++) {
		results.point[k].named = (k - 1) % 2 - 1;  // in turn: without a name, and the one named 0
		memcpy(results.point[k].value, one.point[(k - 1) / 2].value, 5 * sizeof(double));
		*results_at(&results, k, 0, 0) = linear(results.point[k].value) * (k % 2 ? 1 : 10);
	}
	results.named_count = 1;
	results.named = mem_new(1, sizeof *results.named);
	struct sensitivity plain = made(&results, -1), named = made(&results, 0);
	assert_true(fabs(row_of(&plain, 0)->mean.value - 3) < 1e-11);
	assert_true(fabs(row_of(&named, 0)->mean.value - 30) < 1e-10);
	sensitivity_clear(&plain);
	sensitivity_clear(&named);
	results_clear(&results);
	results_clear(&one);
}

static void the_same_results_give_the_same_intervals(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_SOBOL, 64, 3, 1, 1);
	fill(&results, ishigami, 0);
	struct sensitivity one = made(&results, -1), again = made(&results, -1);
	for (int k = 0; k < 3; k++) {
		const struct sensitivity_index *a = &one.row[k].total, *b = &again.row[k].total;
		assert_true(one.row[k].factor == again.row[k].factor && a->value == b->value && a->interval.low == b->interval.low && a->interval.high == b->interval.high);
	}
	sensitivity_clear(&one);
	sensitivity_clear(&again);
	results_clear(&results);
}

static void without_memory_there_is_a_message_and_no_leak(void **state)
{
	struct results results;
	trials_design(&results, RESULTS_SOBOL, 4, 3, 1, 1);
	fill(&results, ishigami, 0);
	long live = mem_live(), n = 1;
	for (bool done = false; !done; n++) {
		struct sensitivity found;
		struct err err;
		err_clear(&err);
		mem_fail(n, 0);
		done = sensitivity_make(&results, 0, -1, &found, &err);
		mem_fail(0, 0);
		assert_int_equal(err.count, done ? 0 : 1);
		sensitivity_clear(&found);
		assert_int_equal(mem_live(), live);
	}
	assert_true(n > 8);
	results_clear(&results);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sobol_finds_ishigamis_indices),
		cmocka_unit_test(few_bases_have_wide_intervals_that_hold),
		cmocka_unit_test(without_interactions_alone_is_all),
		cmocka_unit_test(morris_finds_the_slopes_of_a_line),
		cmocka_unit_test(morris_sees_that_factors_work_together),
		cmocka_unit_test(intervals_of_ten_trajectories_hold),
		cmocka_unit_test(effects_are_per_whole_range_of_a_factor),
		cmocka_unit_test(noise_is_what_seeds_leave_between_points),
		cmocka_unit_test(an_outcome_that_does_not_vary_has_no_shares),
		cmocka_unit_test(incomplete_bases_and_trajectories_are_left_out),
		cmocka_unit_test(other_designs_are_refused_with_advice),
		cmocka_unit_test(a_baseline_may_stand_apart_and_designs_each_have_their_own),
		cmocka_unit_test(the_same_results_give_the_same_intervals),
		cmocka_unit_test(without_memory_there_is_a_message_and_no_leak),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
