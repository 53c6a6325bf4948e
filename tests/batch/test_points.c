// Points in the unit cube: known values, what each design promises, and the same rows again.
#include "batch/points.h"

#include "mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct points make(enum results_design design, int size, int factors, uint64_t seed)
{
	struct points points;
	struct err err;
	err_clear(&err);
	if (!points_make(design, size, factors, seed, &points, &err))
		fail_msg("%s", err.text[LANG_EN]);
	assert_int_equal(points.count, points_rows(design, size, factors));
	assert_int_equal(points.factors, factors);
	return points;
}

static double at(const struct points *points, int row, int factor)
{
	return points->x[row * points->factors + factor];
}

static void sobol_begins_with_its_known_points(void **state)
{
	// dimensions 1 to 4 of the sequence without the origin: Bratley and Fox 1988
	const double known[7][4] = {
		{ .5, .5, .5, .5 }, { .75, .25, .75, .25 }, { .25, .75, .25, .75 }, { .375, .375, .625, .125 },
		{ .875, .875, .125, .625 }, { .625, .125, .375, .375 }, { .125, .625, .875, .875 },
	};
	struct points points = make(RESULTS_SOBOL, 7, 2, 1);
	for (int j = 0; j < 7; j++) {
		const double *base = known[j];
		const double rows[4][2] = { { base[0], base[1] }, { base[2], base[3] }, { base[2], base[1] }, { base[0], base[3] } };
		assert_memory_equal(&points.x[j * 8], rows, sizeof rows);
	}
	points_clear(&points);
}

static void sobol_rows_swap_one_factor_of_a_with_b(void **state)
{
	enum { FACTORS = POINTS_SOBOL_FACTORS_MAX, SIZE = 16 };
	struct points points = make(RESULTS_SOBOL, SIZE, FACTORS, 9);
	for (int j = 0; j < SIZE; j++)
		for (int i = 0; i < FACTORS; i++)
			for (int f = 0; f < FACTORS; f++) {
				int first = j * (FACTORS + 2);
				assert_true(at(&points, first + 2 + i, f) == at(&points, first + (i == f), f));
			}
	points_clear(&points);
}

static void sobol_fills_each_half_evenly(void **state)
{
	enum { FACTORS = 20, SIZE = 1023 };  // with the origin 2^10 points: 512 below the middle of each axis
	struct points points = make(RESULTS_SOBOL, SIZE, FACTORS, 0);
	for (int half = 0; half < 2; half++)
		for (int f = 0; f < FACTORS; f++) {
			int low = 0;
			for (int j = 0; j < SIZE; j++)
				low += at(&points, j * (FACTORS + 2) + half, f) < 0.5;
			assert_int_equal(low, 511);
		}
	points_clear(&points);
}

static void sobol_refuses_more_factors_than_gsl_knows(void **state)
{
	struct points points;
	struct err err;
	err_clear(&err);
	assert_false(points_make(RESULTS_SOBOL, 8, 21, 1, &points, &err));
	assert_int_equal(err.count, 1);
	assert_non_null(strstr(err.text[LANG_EN], "up to 20 factors and this experiment has 21"));
	assert_non_null(strstr(err.text[LANG_NL], "tot 20 factoren en dit experiment heeft er 21"));
	assert_null(points.x);
}

static void too_many_rows_are_refused(void **state)
{
	struct points points;
	struct err err;
	err_clear(&err);
	assert_int_equal(points_rows(RESULTS_MORRIS, INT32_MAX, INT32_MAX - 1), -1);
	assert_false(points_make(RESULTS_MORRIS, 1000000, 10, 1, &points, &err));
	assert_non_null(strstr(err.text[LANG_EN], "morris"));
	assert_null(points.x);
}

static void every_stratum_of_a_hypercube_has_one_row(void **state)
{
	enum { SIZE = 97, FACTORS = 30 };
	struct points points = make(RESULTS_LHS, SIZE, FACTORS, 5);
	for (int f = 0; f < FACTORS; f++) {
		int seen[SIZE] = { 0 }, moved = 0;
		for (int row = 0; row < SIZE; row++) {
			double u = at(&points, row, f);
			assert_true(u > 0 && u < 1);
			seen[(int)(u * SIZE)]++;
			moved += (int)(u * SIZE) != row;
		}
		for (int k = 0; k < SIZE; k++)
			assert_int_equal(seen[k], 1);
		assert_true(moved > SIZE / 2);
	}
	points_clear(&points);
}

// Orders and places of different factors are strangers to each other: correlations of 1/√n, none alike.
static void columns_of_a_hypercube_are_unrelated(void **state)
{
	enum { SIZE = 400, FACTORS = 12 };
	struct points points = make(RESULTS_LHS, SIZE, FACTORS, 3);
	for (int f = 0; f < FACTORS; f++)
		for (int g = 0; g < f; g++) {
			double sum = 0;
			for (int row = 0; row < SIZE; row++)
				sum += (at(&points, row, f) - .5) * (at(&points, row, g) - .5) * 12 / SIZE;
			assert_true(fabs(sum) < 4.5 / sqrt(SIZE));
		}
	points_clear(&points);
}

static void a_trajectory_moves_each_factor_once_by_two_thirds(void **state)
{
	enum { SIZE = 40, FACTORS = 25 };
	struct points points = make(RESULTS_MORRIS, SIZE, FACTORS, 11);
	for (int t = 0; t < SIZE; t++) {
		int moves[FACTORS] = { 0 };
		for (int step = 0; step < FACTORS; step++) {
			int row = t * (FACTORS + 1) + step, moved = -1;
			for (int f = 0; f < FACTORS; f++) {
				double change = fabs(at(&points, row + 1, f) - at(&points, row, f));
				if (change == 0)
					continue;
				assert_int_equal(moved, -1);
				assert_true(fabs(change - 2.0 / 3) < 1e-15);
				moved = f;
			}
			assert_true(moved >= 0);
			moves[moved]++;
		}
		for (int f = 0; f < FACTORS; f++)
			assert_int_equal(moves[f], 1);
	}
	points_clear(&points);
}

static void trajectories_start_at_every_level_and_go_both_ways(void **state)
{
	enum { SIZE = 400, FACTORS = 3 };
	struct points points = make(RESULTS_MORRIS, SIZE, FACTORS, 2);
	for (int f = 0; f < FACTORS; f++) {
		int level[POINTS_MORRIS_LEVELS] = { 0 };
		for (int t = 0; t < SIZE; t++) {
			double scaled = at(&points, t * (FACTORS + 1), f) * 3;
			assert_true(fabs(scaled - round(scaled)) < 1e-12);
			level[(int)round(scaled)]++;
		}
		for (int k = 0; k < POINTS_MORRIS_LEVELS; k++)
			assert_true(abs(level[k] - SIZE / 4) < 5 * sqrt(SIZE * 3.0 / 16));
	}
	points_clear(&points);
}

static void the_seed_alone_decides(void **state)
{
	const enum results_design designs[] = { RESULTS_LHS, RESULTS_MORRIS };
	for (int d = 0; d < 2; d++) {
		struct points one = make(designs[d], 20, 6, 1ull << 40), again = make(designs[d], 20, 6, 1ull << 40), other = make(designs[d], 20, 6, 1);
		assert_memory_equal(one.x, again.x, (size_t)one.count * 6 * sizeof *one.x);
		assert_memory_not_equal(one.x, other.x, (size_t)one.count * 6 * sizeof *one.x);
		points_clear(&one);
		points_clear(&again);
		points_clear(&other);
	}
}

// As found on the first machine: a change would give other experiments under the same seed.
static void rows_stay_what_they_were(void **state)
{
	struct points lhs = make(RESULTS_LHS, 5, 2, 1), morris = make(RESULTS_MORRIS, 1, 3, 1);
	const double thirds[4][3] = { { 1, 2, 0 }, { 1, 0, 0 }, { 1, 0, 2 }, { 3, 0, 2 } };
	const double known[5][2] = {
		{ .15268385896924883, .29017581737134607 }, { .81375825193244966, .77671122050378472 }, { .47478214392904194, .85962005050387236 },
		{ .6803338262951002, .15978270235937089 }, { .35416707873810083, .51240522891748697 },
	};
	for (int k = 0; k < 12; k++)
		assert_true(fabs(morris.x[k] * 3 - thirds[k / 3][k % 3]) < 1e-12);
	for (int k = 0; k < 10; k++)
		assert_true(fabs(lhs.x[k] - known[k / 2][k % 2]) < 1e-12);
	points_clear(&lhs);
	points_clear(&morris);
}

static void a_larger_design_begins_with_the_smaller(void **state)
{
	const enum results_design designs[] = { RESULTS_SOBOL, RESULTS_MORRIS };
	for (int d = 0; d < 2; d++) {
		struct points small = make(designs[d], 8, 5, 4), large = make(designs[d], 64, 5, 4);
		assert_memory_equal(small.x, large.x, (size_t)small.count * 5 * sizeof *small.x);
		points_clear(&small);
		points_clear(&large);
	}
}

static void a_range_is_followed_to_both_ends(void **state)
{
	struct results_factor factor = { .is_range = true, .min = -1, .max = 3 };
	assert_true(points_value(&factor, 0) == -1);
	assert_true(points_value(&factor, .25) == 0);
	assert_true(points_value(&factor, 1) == 3);
	factor = (struct results_factor){ .is_range = true, .min = .1, .max = .7 };
	assert_true(points_value(&factor, 1) == .7);
}

static void whole_numbers_and_levels_have_equal_stretches(void **state)
{
	struct results_factor whole = { .is_range = true, .is_whole = true, .min = 2, .max = 5 };
	struct results_factor levels = { .level_count = 3, .min = NAN, .max = NAN };
	int seen[4] = { 0 }, level[3] = { 0 };
	for (int k = 0; k < 1200; k++) {
		seen[(int)points_value(&whole, (k + .5) / 1200) - 2]++;
		level[(int)points_value(&levels, (k + .5) / 1200)]++;
	}
	for (int k = 0; k < 4; k++)
		assert_int_equal(seen[k], 300);
	for (int k = 0; k < 3; k++)
		assert_int_equal(level[k], 400);
	assert_true(points_value(&whole, 1) == 5 && points_value(&levels, 1) == 2);
}

// A Morris step always moves a factor that has more than one value.
static void a_step_of_two_thirds_always_changes_the_value(void **state)
{
	for (int count = 2; count <= 12; count++) {
		struct results_factor levels = { .level_count = count }, whole = { .is_range = true, .is_whole = true, .min = 1, .max = count };
		for (int k = 0; k < 2; k++) {
			assert_true(points_value(&levels, k / 3.0) != points_value(&levels, (k + 2) / 3.0));
			assert_true(points_value(&whole, k / 3.0) != points_value(&whole, (k + 2) / 3.0));
		}
	}
}

static void without_memory_there_is_a_message_and_no_leak(void **state)
{
	const enum results_design designs[] = { RESULTS_LHS, RESULTS_SOBOL, RESULTS_MORRIS };
	for (int d = 0; d < 3; d++) {
		long live = mem_live(), n = 1;
		for (bool made = false; !made; n++) {
			struct points points;
			struct err err;
			err_clear(&err);
			mem_fail(n, 0);
			made = points_make(designs[d], 4, 3, 1, &points, &err);
			mem_fail(0, 0);
			assert_int_equal(err.count, made ? 0 : 1);
			points_clear(&points);
			assert_int_equal(mem_live(), live);
		}
		assert_true(n > 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sobol_begins_with_its_known_points),
		cmocka_unit_test(sobol_rows_swap_one_factor_of_a_with_b),
		cmocka_unit_test(sobol_fills_each_half_evenly),
		cmocka_unit_test(sobol_refuses_more_factors_than_gsl_knows),
		cmocka_unit_test(too_many_rows_are_refused),
		cmocka_unit_test(every_stratum_of_a_hypercube_has_one_row),
		cmocka_unit_test(columns_of_a_hypercube_are_unrelated),
		cmocka_unit_test(a_trajectory_moves_each_factor_once_by_two_thirds),
		cmocka_unit_test(trajectories_start_at_every_level_and_go_both_ways),
		cmocka_unit_test(the_seed_alone_decides),
		cmocka_unit_test(rows_stay_what_they_were),
		cmocka_unit_test(a_larger_design_begins_with_the_smaller),
		cmocka_unit_test(a_range_is_followed_to_both_ends),
		cmocka_unit_test(whole_numbers_and_levels_have_equal_stretches),
		cmocka_unit_test(a_step_of_two_thirds_always_changes_the_value),
		cmocka_unit_test(without_memory_there_is_a_message_and_no_leak),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
