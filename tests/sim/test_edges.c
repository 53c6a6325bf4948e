// Towns at the edge: the smallest, the most divided, without work, with far too much, for very long. Every
// state stays within the range that its table gives, and no measure that must be there is missing.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct config config;

static void live(int weeks)
{
	struct sim *sim = town_open(&config, 1);
	int step = town_size(1, 5);
	town_in_range(sim);
	for (int week = -config.warm_up_weeks + step; week <= weeks; week += step) {
		town_run(sim, week);
		town_in_range(sim);
	}
	assert_int_equal(sim_staff(sim), (int)(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_STAFF) + 0.5));
	sim_destroy(sim);
	config_clear(&config);
}

static void everything_at_once_stays_in_range(void **state)
{
	town_full(&config, 240);
	live(104);
}

static void ten_people_in_one_department(void **state)
{
	town_make(&config, 1, 10);
	live(520);
}

static void two_hundred_fifty_five_departments(void **state)
{
	town_make(&config, 255, 2);
	live(town_size(30, 10));
	town_make(&config, 255, 1);
	for (int d = 0; d < 255; d++)
		snprintf(config.department[d].discipline, CONFIG_ID_MAX, "same");
	town_set(&config, PARAM_POOL_SHARE, 0.2);
	live(town_size(30, 10));
}

static void one_large_department_among_tiny_ones(void **state)
{
	town_make(&config, 20, 1);
	config.department[7].staff = 300;
	live(104);
}

static void no_streams_of_standard_work(void **state)
{
	town_make(&config, 3, 30);
	for (int d = 0; d < 3; d++)
		config.department[d].stream_count = 0;
	live(104);
	town_make(&config, 3, 30);
	config.department[1].stream_count = 0;
	live(104);
}

static void four_streams_a_department(void **state)
{
	town_make(&config, 3, 30);
	for (int d = 0; d < 3; d++) {
		struct department *department = &config.department[d];
		department->stream_count = 4;
		for (int s = 1; s < 4; s++) {
			department->stream[s] = department->stream[0];
			department->stream[s].hours = s == 1 ? 0.5 : s == 2 ? 200 : 1.5;
			department->stream[s].weight = 0.2 * s;
		}
	}
	live(156);
}

static void no_complex_work(void **state)
{
	town_make(&config, 3, 30);
	town_set(&config, PARAM_DEMAND_COMPLEX_SHARE, 0);
	live(104);
}

static void nothing_but_complex_work(void **state)
{
	town_make(&config, 3, 30);
	town_set(&config, PARAM_DEMAND_COMPLEX_SHARE, 1);
	town_set(&config, PARAM_COMPLEX_COMPLEXITY_MIN, 1);
	town_set(&config, PARAM_COMPLEX_COMPLEXITY_MAX, 1);
	live(104);
}

static void everybody_in_the_pool(void **state)
{
	town_make(&config, 4, 30);
	town_set(&config, PARAM_POOL_SHARE, 1);
	town_set(&config, PARAM_POOL_HEADROOM, 1);
	town_set(&config, PARAM_POOL_DECREE, 1);
	town_set(&config, PARAM_POOL_MOVES_RATE, 1);
	town_set(&config, PARAM_ROUTING_STANDARD_TO_POOL, 1);
	live(208);
}

static void a_pool_that_is_opened_and_closed(void **state)
{
	town_make(&config, 4, 30);
	for (int year = 0; year < 6; year++)
		town_plan(&config, year * 52, CONFIG_UNIT_ALL, PARAM_POOL_SHARE, year % 2 ? 0 : 0.5);
	town_set(&config, PARAM_POOL_MOVES_RATE, 1);
	live(312);
}

static void twice_the_work_for_five_years(void **state)
{
	town_make(&config, 4, 40);
	for (int d = 0; d < 4; d++)
		config.department[d].stream[0].occupancy = 2;
	live(260);
}

static void no_demand_at_all(void **state)
{
	town_make(&config, 3, 20);
	for (int d = 0; d < 3; d++)
		config.department[d].stream[0].occupancy = 0;
	live(104);
	town_make(&config, 3, 20);  // and demand that shrinks to nothing
	town_set(&config, PARAM_DEMAND_GROWTH, -0.2);
	live(400);
}

static void forty_years(void **state)
{
	town_make(&config, 4, 30);
	config.years = 40;
	config.warm_up_weeks = 52;
	live(40 * 52);
}

static void nobody_comes_and_all_leave(void **state)
{
	town_make(&config, 3, 20);
	town_set(&config, PARAM_MECHANISMS_HIRES, 0);
	town_set(&config, PARAM_EXITS_RATE, 0.05);
	town_set(&config, PARAM_EXITS_ENTRANT, 0.05);
	town_set(&config, PARAM_POOL_SHARE, 0.2);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 400);
	assert_int_equal(sim_staff(sim), 0);
	sim_destroy(sim);
	config_clear(&config);
	town_make(&config, 3, 20);
	town_set(&config, PARAM_MECHANISMS_HIRES, 0);
	town_set(&config, PARAM_EXITS_RATE, 0.01);
	town_set(&config, PARAM_EXITS_ENTRANT, 0.01);
	live(150);
}

static void everybody_leaves_every_week(void **state)
{
	town_make(&config, 3, 20);
	town_set(&config, PARAM_EXITS_RATE, 1);
	town_set(&config, PARAM_EXITS_ENTRANT, 1);
	town_set(&config, PARAM_EXITS_ENGAGEMENT, 0);
	town_set(&config, PARAM_RECRUITMENT_DELAY_WEEKS, 1);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 52);
	assert_true(sim_totals(sim).left > 500);
	sim_destroy(sim);
	config_clear(&config);
}

// Every setting at its lowest, then at its highest, all at once where that is allowed and one by one.
static void every_setting_at_either_end(void **state)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		for (int high = 0; high < 2; high++) {
			const struct param *row = &param_table[id];
			bool ties_settings = id == PARAM_LEADERSHIP_HOURS || id == PARAM_LEADERSHIP_SPAN;
			if (!param_settable(id) || row->kind == PARAM_MECHANISM || (ties_settings && high))
				continue;
			town_make(&config, 3, 12);
			town_set(&config, PARAM_POOL_SHARE, 0.2);
			town_set(&config, PARAM_KLUSSENBANK_HOURS_SHARE, 0.1);
			town_programme(&config, "training", 2);
			if (id == PARAM_COMPLEX_COMPLEXITY_MIN && high)
				town_set(&config, PARAM_COMPLEX_COMPLEXITY_MAX, 1);
			if (id == PARAM_COMPLEX_COMPLEXITY_MAX && !high)
				town_set(&config, PARAM_COMPLEX_COMPLEXITY_MIN, 0);
			if (id == PARAM_COMPLEX_DISCIPLINES_MAX && !high)
				town_set(&config, PARAM_COMPLEX_DISCIPLINES_MIN, 1);
			town_set(&config, id, high ? row->max : row->min);
			struct sim *sim = town_open(&config, 1);
			for (int week = 13; week <= 52; week += 13) {
				town_run(sim, week);
				town_in_range(sim);
			}
			sim_destroy(sim);
			config_clear(&config);
		}
}

static void a_plan_of_a_great_many_changes(void **state)
{
	town_make(&config, 6, 20);
	struct rng rng = rng_start(5, 0, 0, RNG_PERSON);
	int changes = town_size(6000, 600);
	assert_true(config_reserve_plan(&config, changes, 0, NULL));
	for (int n = 0; n < changes;) {
		int id = (int)rng_below(&rng, PARAM_COUNT);
		const struct param *row = &param_table[id];
		bool start_only = id == PARAM_MERGER_ORGANISATIONS || id == PARAM_MERGER_CULTURE_GAP;
		if ((row->kind != PARAM_LEVER && row->kind != PARAM_MECHANISM) || start_only)
			continue;
		double value = row->min + (row->max - row->min) * rng_next(&rng);
		value = row->type == PARAM_REAL ? value : floor(value + 0.5);
		int unit = row->per_unit ? (int)rng_below(&rng, 8) - 1 : CONFIG_UNIT_ALL;
		config.change[n++] = (struct change){ .week = (int)rng_below(&rng, 156), .kind = rng_below(&rng, 4) ? CHANGE_SET : CHANGE_RESET,
			.unit = unit, .param = id, .value = value, .entry = -1 };
	}
	config.change_count = changes;
	config_sort_plan(&config);
	for (int n = 1; n < changes; n++)
		assert_true(config.change[n - 1].week <= config.change[n].week);
	live(160);
}

static void the_list_of_waiting_changes_can_be_full(void **state)
{
	town_make(&config, 2, 10);
	struct sim *sim = town_open(&config, 1);
	struct change change = { .kind = CHANGE_SET, .unit = CONFIG_UNIT_ALL, .param = PARAM_KERBS_ROOM, .value = 0.5 };
	for (int n = 0; n < MODEL_WAITING_CHANGES; n++)
		assert_true(sim_change(sim, &change));
	assert_false(sim_change(sim, &change));
	town_run(sim, 1);
	assert_true(sim_setting(sim, 1, PARAM_KERBS_ROOM) == 0.5);
	assert_true(sim_change(sim, &change));
	sim_destroy(sim);
	config_clear(&config);
}

static void as_many_programmes_as_there_may_be(void **state)
{
	town_make(&config, 3, 20);
	for (int n = 0; n < CONFIG_PROGRAMMES_MAX; n++) {
		char name[CONFIG_ID_MAX];
		snprintf(name, sizeof name, "p%d", n);
		int index = town_programme(&config, name, n / 4);
		config.programme[index].repeat_weeks = n % 3 ? 0 : 26;
		config.programme[index].coverage = n % 5 ? 1 : 0;
	}
	live(60);
}

// A jump in demand between two weeks: what comes must fit, and none of it may be lost.
static void demand_that_jumps_finds_room(void **state)
{
	town_make(&config, 8, town_size(500, 500));
	town_set(&config, PARAM_DEMAND_COMPLEX_SHARE, 0);
	town_plan(&config, 5, CONFIG_UNIT_ALL, PARAM_DEMAND_COMPLEX_SHARE, 1);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 5);
	assert_int_equal(sim->society.next_assignment, 0);
	town_run(sim, 6);
	double first = sim->society.next_assignment;
	town_run(sim, 26);
	double mean = (sim->society.next_assignment - first) / 20;
	if (first < mean - 6 * sqrt(mean))
		fail_msg("%g assignments in the week of the jump; %g a week after it", first, mean);
	sim_destroy(sim);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_at_once_stays_in_range),
		cmocka_unit_test(ten_people_in_one_department),
		cmocka_unit_test(two_hundred_fifty_five_departments),
		cmocka_unit_test(one_large_department_among_tiny_ones),
		cmocka_unit_test(no_streams_of_standard_work),
		cmocka_unit_test(four_streams_a_department),
		cmocka_unit_test(no_complex_work),
		cmocka_unit_test(nothing_but_complex_work),
		cmocka_unit_test(everybody_in_the_pool),
		cmocka_unit_test(a_pool_that_is_opened_and_closed),
		cmocka_unit_test(twice_the_work_for_five_years),
		cmocka_unit_test(no_demand_at_all),
		cmocka_unit_test(forty_years),
		cmocka_unit_test(nobody_comes_and_all_leave),
		cmocka_unit_test(everybody_leaves_every_week),
		cmocka_unit_test(every_setting_at_either_end),
		cmocka_unit_test(a_plan_of_a_great_many_changes),
		cmocka_unit_test(the_list_of_waiting_changes_can_be_full),
		cmocka_unit_test(as_many_programmes_as_there_may_be),
		cmocka_unit_test(demand_that_jumps_finds_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
