// Threads change nothing: the same bits at 1, 2, 3 and 8, week by week, with all mechanisms at work on a
// staff that is cut in several pieces.
#include "sim/state.h"

#include "mem.h"

#include "support/town.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const int counts[] = { 1, 2, 3, 8 };
enum { COUNTS = sizeof counts / sizeof *counts, WEEKS_MOST = 64 };

static struct config config;

static int begin(void **state)
{
	town_full(&config, town_size(4400, 2600));
	config.warm_up_weeks = 4;
	return 0;
}

static int end(void **state)
{
	config_clear(&config);
	return 0;
}

static void the_digest_of_every_week_is_the_same_at_any_thread_count(void **state)
{
	uint64_t digest[WEEKS_MOST];
	int weeks = town_size(46, 14);
	for (int k = 0; k < COUNTS; k++) {
		struct sim *sim = town_open(&config, counts[k]);
		assert_true(sim->pieces > 2);
		for (int week = 1; week <= weeks; week++) {
			town_run(sim, week);
			if (k == 0)
				digest[week] = sim_digest(sim);
			else if (sim_digest(sim) != digest[week])
				fail_msg("week %d differs at %d threads", week, counts[k]);
		}
		assert_true(sim_totals(sim).left > 0 && sim_totals(sim).hired > 0 && sim_totals(sim).to_pool > 0);
		assert_true(sim_totals(sim).trained > 0 && sim_totals(sim).moved > 0);
		sim_destroy(sim);
	}
}

static void measures_are_the_same_at_any_thread_count(void **state)
{
	struct sim *one = town_open(&config, 1), *many = town_open(&config, 8);
	town_run(one, 6);
	town_run(many, 6);
	assert_int_equal(sim_units(one), sim_units(many));
	size_t size = ((size_t)one->unit_count + 1) * MEASURE_COUNT * sizeof *one->measure;
	assert_memory_equal(one->measure, many->measure, size);
	town_same_staff(one, many);
	sim_destroy(one);
	sim_destroy(many);
}

static void a_save_is_the_same_at_any_thread_count_and_goes_on_at_another(void **state)
{
	struct bytes first = { 0 };
	for (int k = 0; k < COUNTS; k++) {
		struct sim *sim = town_open(&config, counts[k]);
		struct bytes bytes;
		town_run(sim, 5);
		assert_true(state_save(sim, &bytes, NULL));
		if (k == 0) {
			first = bytes;
		} else {
			assert_int_equal(bytes.count, first.count);
			assert_memory_equal(bytes.data, first.data, first.count);
			struct sim *loaded = state_load(&config, first.data, first.count, counts[COUNTS - k], "saved", NULL);
			assert_non_null(loaded);
			town_run(loaded, 9);
			town_run(sim, 9);
			assert_true(sim_digest(loaded) == sim_digest(sim));
			sim_destroy(loaded);
			mem_free(bytes.data);
		}
		sim_destroy(sim);
	}
	mem_free(first.data);
}

static void two_sims_in_turn_do_not_disturb_each_other(void **state)
{
	struct config other = config;  // shares its memory: only the seed differs
	other.seed = 99;
	struct sim *a = town_open(&config, 3), *b = town_open(&other, 2), *alone = town_open(&config, 2);
	for (int week = -3; week <= 8; week++) {
		town_run(a, week);
		town_run(b, week);
	}
	town_run(alone, 8);
	assert_true(sim_digest(a) == sim_digest(alone));
	assert_true(sim_digest(a) != sim_digest(b));
	sim_destroy(a);
	sim_destroy(b);
	sim_destroy(alone);
}

static void count_piece(void *context, int i)
{
	((int *)context)[i]++;
}

static void a_crew_does_every_piece_once(void **state)
{
	for (int threads = 1; threads <= 8; threads++) {
		struct crew *crew = crew_create(threads, NULL);
		assert_non_null(crew);
		assert_int_equal(crew_threads(crew), threads);
		for (int round = 0; round < 200; round++) {
			int done[70] = { 0 };
			crew_run(crew, count_piece, done, round % 71);
			for (int i = 0; i < 70; i++)
				assert_int_equal(done[i], i < round % 71);
		}
		crew_destroy(crew);
	}
	crew_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_digest_of_every_week_is_the_same_at_any_thread_count),
		cmocka_unit_test(measures_are_the_same_at_any_thread_count),
		cmocka_unit_test(a_save_is_the_same_at_any_thread_count_and_goes_on_at_another),
		cmocka_unit_test(two_sims_in_turn_do_not_disturb_each_other),
		cmocka_unit_test(a_crew_does_every_piece_once),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
