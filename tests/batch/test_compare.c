// Alternatives beside a baseline: pairs by replicate, corrections over the rows, verdicts, what was enough.
#include "batch/compare.h"

#include "mem.h"
#include "sim/rng.h"
#include "support/trials.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { POINTS = 4, REPLICATES = 20 };
static const char *const measures[] = { "trust", "strain", "standard_backlog" };

// The luck of a replicate is shared; alternative 1 gains .05, 2 nothing, 3 loses a little; costs 1000 × the number.
static void fill(struct results *results)
{
	static const double effect[POINTS] = { 0, .05, 0, -.002 };
	trials_make(results, POINTS, REPLICATES, measures, 3);
	for (int r = 0; r < REPLICATES; r++) {
		struct rng luck = rng_start(1, (uint32_t)r, 0, RNG_BOOTSTRAP);
		double shared = .1 * rng_normal(&luck);
		for (int k = 0; k < POINTS; k++) {
			*results_at(results, k, r, 0) = .5 + shared + .01 * rng_normal(&luck) + effect[k];
			*results_at(results, k, r, 1) = .3 + shared;
			*results_at(results, k, r, 2) = 1000 + 100 * shared + 50 * rng_normal(&luck);
			results->cost_euro[k * REPLICATES + r] = 1000 * k;
			results->cost_hours[k * REPLICATES + r] = 10 * k;
		}
	}
}

static struct compare made(const struct results *results, int outcome, int baseline, double matters)
{
	struct compare compare;
	assert_true(compare_make(results, outcome, baseline, matters, &compare, NULL));
	return compare;
}

static void every_other_point_is_a_row_in_order(void **state)
{
	struct results results;
	fill(&results);
	struct compare compare = made(&results, 0, 2, NAN);
	assert_int_equal(compare.count, 3);
	assert_int_equal(compare.row[0].point, 0);
	assert_int_equal(compare.row[1].point, 1);
	assert_int_equal(compare.row[2].point, 3);
	assert_int_equal(compare.base.count, REPLICATES);
	assert_int_equal(compare.baseline, 2);
	compare_clear(&compare);
	results_clear(&results);
}

static void rows_are_the_statistics_of_their_replicates(void **state)
{
	struct results results;
	fill(&results);
	struct compare compare = made(&results, 0, 0, NAN);
	const struct compare_row *row = &compare.row[0];
	struct stats_paired paired = stats_paired(results_at(&results, 1, 0, 0), results_at(&results, 0, 0, 0), REPLICATES, 3);
	struct stats_mean own = stats_mean(results_at(&results, 1, 0, 0), REPLICATES, 3);
	assert_true(row->difference.pairs == REPLICATES && row->difference.mean == paired.mean && row->difference.sd == paired.sd);
	assert_true(row->difference.p == paired.p && row->difference.interval.low == paired.interval.low && row->difference.saved == paired.saved);
	assert_true(row->own.mean == own.mean && row->own.sd == own.sd);
	assert_true(row->difference.saved > .9 && fabs(row->difference.mean - .05) < .01);
	assert_true(row->extra_euro == 1000 && row->extra_hours == 10 && compare.row[2].extra_euro == 3000);
	compare_clear(&compare);
	results_clear(&results);
}

static void corrections_count_the_rows(void **state)
{
	struct results results;
	fill(&results);
	struct compare compare = made(&results, 0, 0, NAN);
	for (int k = 0; k < 3; k++) {
		const struct compare_row *row = &compare.row[k];
		struct stats_interval joint = stats_joint(&row->difference, 3);
		assert_true(row->p_holm >= row->difference.p && row->p_holm <= 3 * row->difference.p);
		assert_true(row->joint.low == joint.low && row->joint.high == joint.high);
	}
	compare_clear(&compare);
	results_clear(&results);
}

static void verdicts_follow_what_was_seen(void **state)
{
	struct results results;
	fill(&results);
	for (int r = 1; r < REPLICATES; r++)
		*results_at(&results, 3, r, 1) = NAN;
	struct compare trust = made(&results, 0, 0, NAN), turned = made(&results, 0, 1, NAN), strain = made(&results, 1, 0, NAN);
	assert_int_equal(compare_verdict(&trust, &trust.row[0]), COMPARE_CLEAR_UP);
	assert_int_equal(compare_verdict(&trust, &trust.row[1]), COMPARE_SMALL);
	assert_int_equal(compare_verdict(&turned, &turned.row[0]), COMPARE_CLEAR_DOWN);
	assert_int_equal(compare_verdict(&strain, &strain.row[0]), COMPARE_SAME);
	assert_int_equal(compare_verdict(&strain, &strain.row[2]), COMPARE_UNKNOWN);
	compare_clear(&trust);
	trust = made(&results, 0, 0, 1e-4);
	assert_int_equal(compare_verdict(&trust, &trust.row[1]), COMPARE_OPEN);
	compare_clear(&trust);
	compare_clear(&turned);
	compare_clear(&strain);
	results_clear(&results);
}

static void enough_is_half_an_interval_within_what_matters(void **state)
{
	struct results results;
	fill(&results);
	struct compare coarse = made(&results, 0, 0, .02), fine = made(&results, 0, 0, .002);
	for (int k = 0; k < 3; k++) {
		const struct compare_row *row = &coarse.row[k];
		assert_true(row->enough && row->needed <= REPLICATES);
		assert_true(!fine.row[k].enough && fine.row[k].needed > REPLICATES);
		assert_int_equal(row->needed, stats_needed(row->difference.sd, .02));
	}
	compare_clear(&coarse);
	compare_clear(&fine);
	results_clear(&results);
}

static void what_matters_is_told_or_found(void **state)
{
	struct results results;
	fill(&results);
	struct compare trust = made(&results, 0, 0, NAN), backlog = made(&results, 2, 0, NAN);
	assert_true(trust.matters == .01 && !trust.matters_told);
	assert_true(backlog.matters == fabs(backlog.base.mean) / 50);
	compare_clear(&trust);
	compare_clear(&backlog);
	results.precise = true, results.precise_outcome = 0, results.precise_half_width = .004;
	trust = made(&results, 0, 0, NAN);
	assert_true(trust.matters == .004 && trust.matters_told);
	compare_clear(&trust);
	trust = made(&results, 0, 0, .03);
	assert_true(trust.matters == .03 && trust.matters_told);
	compare_clear(&trust);
	results_clear(&results);
}

static void what_was_not_run_has_no_numbers(void **state)
{
	struct results results;
	trials_make(&results, 2, 3, measures, 1);
	struct compare compare = made(&results, 0, 0, NAN);
	const struct compare_row *row = &compare.row[0];
	assert_true(row->difference.pairs == 0 && row->difference.missing == 3 && isnan(row->p_holm) && isnan(row->joint.low));
	assert_true(!row->enough && row->needed == -1 && isnan(row->extra_euro));
	assert_int_equal(compare_verdict(&compare, row), COMPARE_UNKNOWN);
	compare_clear(&compare);
	results_clear(&results);
}

// Two designs at two values: each stands beside the baseline's design at its own value.
static void each_alternative_has_the_baseline_of_its_own_values(void **state)
{
	struct results results;
	fill(&results);
	trials_factors(&results, 1);
	results.named_count = 2;
	results.named = mem_new(2, sizeof *results.named);
	for (int k = 0; k < POINTS; k++) {
		results.point[k].named = k / 2;
		results.point[k].value[0] = k % 2;
	}
	struct compare compare = made(&results, 0, -1, NAN);
	assert_int_equal(compare.count, 3);
	assert_int_equal(compare.baseline, -1);
	assert_true(compare.row[0].point == 1 && compare.row[0].baseline == 0);
	assert_true(compare.row[1].point == 2 && compare.row[1].baseline == 0);
	assert_true(compare.row[2].point == 3 && compare.row[2].baseline == 1);
	assert_true(compare.row[2].difference.mean < -.04 && compare.row[2].extra_euro == 2000);
	compare_clear(&compare);
	results_clear(&results);
}

static void runs_with_seeds_of_their_own_are_no_pairs(void **state)
{
	struct results results;
	fill(&results);
	results.independent = true;
	struct compare compare = made(&results, 0, 0, NAN);
	const struct stats_paired *apart = &compare.row[0].difference;
	assert_true(!compare.paired && isnan(apart->saved) && isnan(apart->d_z) && apart->higher == 0);
	assert_true(fabs(apart->mean - .05) < .01 && apart->sd > .1);  // all luck counts now
	assert_int_equal(compare_verdict(&compare, &compare.row[0]), COMPARE_OPEN);
	assert_true(compare.row[0].extra_euro == 1000);
	compare_clear(&compare);
	results_clear(&results);
}

static void directions_are_known_of_some_measures(void **state)
{
	struct results_outcome outcome = { .measure = (char[]){ "trust" } };
	assert_int_equal(compare_direction(&outcome), COMPARE_HIGHER);
	outcome.measure = (char[]){ "standard_lead_weeks" };
	assert_int_equal(compare_direction(&outcome), COMPARE_LOWER);
	outcome.measure = (char[]){ "moves" };
	assert_int_equal(compare_direction(&outcome), COMPARE_NEITHER);
	outcome.measure = (char[]){ "own_of_the_scenario" };
	assert_int_equal(compare_direction(&outcome), COMPARE_NEITHER);
}

static void without_memory_there_is_a_message_and_no_leak(void **state)
{
	struct results results;
	fill(&results);
	long live = mem_live(), n = 1;
	for (bool done = false; !done; n++) {
		struct compare compare;
		struct err err;
		err_clear(&err);
		mem_fail(n, 0);
		done = compare_make(&results, 0, 0, NAN, &compare, &err);
		mem_fail(0, 0);
		assert_int_equal(err.count, done ? 0 : 1);
		compare_clear(&compare);
		assert_int_equal(mem_live(), live);
	}
	assert_true(n > 5);
	results_clear(&results);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_other_point_is_a_row_in_order),
		cmocka_unit_test(rows_are_the_statistics_of_their_replicates),
		cmocka_unit_test(corrections_count_the_rows),
		cmocka_unit_test(verdicts_follow_what_was_seen),
		cmocka_unit_test(enough_is_half_an_interval_within_what_matters),
		cmocka_unit_test(what_matters_is_told_or_found),
		cmocka_unit_test(what_was_not_run_has_no_numbers),
		cmocka_unit_test(each_alternative_has_the_baseline_of_its_own_values),
		cmocka_unit_test(runs_with_seeds_of_their_own_are_no_pairs),
		cmocka_unit_test(directions_are_known_of_some_measures),
		cmocka_unit_test(without_memory_there_is_a_message_and_no_leak),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
