// Whichever allocation fails, in making, running, saving or loading: a message, no crash, nothing left
// behind; and once there is memory again a run goes on as if nothing had happened.
#include "mem.h"
#include "sim/state.h"

#include "support/town.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct config config;
static struct err err;

static int begin(void **state)
{
	town_full(&config, 80);
	return 0;
}

static int end(void **state)
{
	mem_fail(0, 0);
	config_clear(&config);
	return 0;
}

static void assert_told(void)
{
	assert_true(err.count > 0);
	assert_true(err.text[LANG_NL][0] && err.text[LANG_EN][0]);
	err_clear(&err);
}

static void making_a_sim_survives_each_failing_allocation(void **state)
{
	for (int all = 0; all < 2; all++)
		for (int threads = 1; threads <= 2; threads++) {
			long live = mem_live(), n = 0;
			for (struct sim *sim = NULL; !sim;) {
				err_clear(&err);
				mem_fail(++n, all);
				sim = sim_create(&config, threads, &err);
				mem_fail(0, 0);
				if (sim) {
					sim_destroy(sim);
					assert_int_equal(mem_live(), live);
					break;
				}
				assert_told();
				assert_int_equal(mem_live(), live);
			}
			assert_true(n > 20);
		}
}

// A run that must make room at every turn: no years ahead, and room for assignments taken away.
static struct sim *open_cramped(void)
{
	config.years = 0;
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 30);
	return sim;
}

static void running_survives_each_failing_allocation(void **state)
{
	struct sim *straight = open_cramped();
	town_run(straight, 600);
	uint64_t digest = sim_digest(straight);
	sim_destroy(straight);
	for (int all = 0; all < 2; all++) {
		long n = 0, failures = 0;
		for (bool failed = true; failed;) {
			struct sim *sim = open_cramped();
			long live = mem_live();
			failed = false;
			mem_fail(++n, all);
			for (int week = 30; week < 600; week++)
				while (!sim_run_to(sim, week + 1, NULL, &err)) {
					mem_fail(0, 0);
					assert_told();
					assert_int_equal(mem_live(), live);
					assert_int_equal(sim_week(sim), week);
					(void)sim_digest(sim);
					failed = true;
					failures++;
				}
			mem_fail(0, 0);
			assert_true(sim_digest(sim) == digest);
			sim_destroy(sim);
		}
		assert_true(failures > 2);
	}
	config.years = 2;
}

static void preparing_can_be_tried_again_and_again(void **state)
{
	struct sim *sim = open_cramped(), *other = open_cramped();
	uint64_t before = sim_digest(sim);
	sim->work.weeks = sim->week;  // as if the queues had no room left
	for (int n = 1; n <= 3; n++) {
		mem_fail(n, 1);
		assert_false(sim_prepare(sim, &err));
		mem_fail(0, 0);
		assert_told();
		assert_true(sim_digest(sim) == before);
	}
	assert_true(sim_prepare(sim, &err));
	town_run(sim, 60);
	town_run(other, 60);
	assert_true(sim_digest(sim) == sim_digest(other));
	sim_destroy(sim);
	sim_destroy(other);
	config.years = 2;
}

static void saving_survives_each_failing_allocation(void **state)
{
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 12);
	uint64_t before = sim_digest(sim);
	long live = mem_live(), n = 0;
	for (bool saved = false; !saved;) {
		struct bytes bytes = { (unsigned char *)1, 7 };
		mem_fail(++n, 0);
		saved = state_save(sim, &bytes, &err);
		mem_fail(0, 0);
		if (saved) {
			mem_free(bytes.data);
			break;
		}
		assert_told();
		assert_null(bytes.data);
		assert_int_equal(bytes.count, 0);
		assert_int_equal(mem_live(), live);
		assert_true(sim_digest(sim) == before);
	}
	assert_true(n > 1);
	sim_destroy(sim);
}

static void loading_survives_each_failing_allocation(void **state)
{
	struct sim *sim = town_open(&config, 1), *loaded = NULL;
	town_run(sim, 80);
	struct bytes bytes;
	assert_true(state_save(sim, &bytes, &err));
	for (int all = 0; all < 2; all++) {
		long live = mem_live(), n = 0;
		for (loaded = NULL; !loaded;) {
			mem_fail(++n, all);
			loaded = state_load(&config, bytes.data, bytes.count, 2, "saved", &err);
			mem_fail(0, 0);
			if (!loaded) {
				assert_told();
				assert_int_equal(mem_live(), live);
			}
		}
		assert_true(n > 20);
		assert_true(sim_digest(loaded) == sim_digest(sim));
		sim_destroy(loaded);
	}
	mem_free(bytes.data);
	sim_destroy(sim);
}

static void a_config_survives_each_failing_allocation(void **state)
{
	long live = mem_live();
	for (long n = 1; n <= 3; n++) {
		struct config small;
		config_init(&small);
		mem_fail(n, 0);
		bool made = config_departments(&small, 3, &err) && config_reserve_plan(&small, 2, 2, &err);
		mem_fail(0, 0);
		assert_false(made);
		assert_told();
		config_clear(&small);
		assert_int_equal(mem_live(), live);
	}
}

static void an_err_may_be_left_out(void **state)
{
	mem_fail(1, 1);
	assert_null(sim_create(&config, 1, NULL));
	mem_fail(0, 0);
	sim_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(making_a_sim_survives_each_failing_allocation),
		cmocka_unit_test(running_survives_each_failing_allocation),
		cmocka_unit_test(preparing_can_be_tried_again_and_again),
		cmocka_unit_test(saving_survives_each_failing_allocation),
		cmocka_unit_test(loading_survives_each_failing_allocation),
		cmocka_unit_test(a_config_survives_each_failing_allocation),
		cmocka_unit_test(an_err_may_be_left_out),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
