// Exits alone: a constant chance h a week gives completed tenures of mean 1/h, geometric as they must be.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static struct config config;

static void exits_alone(int departments, int staff, double chance)
{
	town_make(&config, departments, staff);
	town_only(&config, PARAM_MECHANISMS_EXITS);
	config.setting[PARAM_MECHANISMS_HIRES] = 1;
	town_set(&config, PARAM_EXITS_ENTRANT, chance);
	town_set(&config, PARAM_EXITS_RATE, chance);
	town_set(&config, PARAM_EXITS_ENGAGEMENT, 0);
	town_set(&config, PARAM_RECRUITMENT_DELAY_WEEKS, 1);
}

struct tenures {
	double count, sum, squares, within;  // within: gone within `limit` weeks
	double limit;
};

// Tenures of all who came in the first `cohort` weeks; the run goes on until next to nobody of them is left.
static struct tenures run_cohort(int cohort, int weeks, double limit)
{
	struct tenures t = { .limit = limit };
	struct sim *sim = town_open(&config, 1);
	int slots = sim->staff.slots;
	uint32_t *id = calloc((size_t)slots, sizeof *id);
	int *since = calloc((size_t)slots, sizeof *since);
	assert_true(id && since);
	for (int i = 0; i < slots; i++) {
		id[i] = sim->staff.id[i];
		since[i] = -1;  // here before the count began
	}
	for (int week = 1; week <= weeks; week++) {
		town_run(sim, week);
		for (int i = 0; i < slots; i++) {
			bool gone = id[i] != UINT32_MAX && (sim->staff.unit[i] == STAFF_VACANT || sim->staff.id[i] != id[i]);
			if (gone && since[i] >= 0 && since[i] < cohort) {
				double tenure = week - since[i];
				t.count += 1;
				t.sum += tenure;
				t.squares += tenure * tenure;
				t.within += tenure <= limit;
			}
			if (gone)
				id[i] = UINT32_MAX;
			if (sim->staff.unit[i] != STAFF_VACANT && sim->staff.id[i] != id[i]) {
				id[i] = sim->staff.id[i];
				since[i] = week;
			}
		}
	}
	sim_destroy(sim);
	config_clear(&config);
	free(id);
	free(since);
	return t;
}

static void completed_tenure_has_mean_1_over_h(void **state)
{
	const double chance = 0.02;
	exits_alone(4, town_size(250, 50), chance);
	struct tenures t = run_cohort(600, 1300, 52);
	double mean = t.sum / t.count, variance = t.squares / t.count - mean * mean;
	double true_variance = (1 - chance) / (chance * chance), gone = 1 - pow(1 - chance, 52);
	assert_true(t.count > 1000);
	if (fabs(mean - 1 / chance) > 5 * sqrt(true_variance / t.count))
		fail_msg("mean tenure %g over %g people, not %g", mean, t.count, 1 / chance);
	assert_true(fabs(variance / true_variance - 1) < 5 * sqrt(8 / t.count));
	assert_true(fabs(t.within / t.count - gone) < 5 * sqrt(gone * (1 - gone) / t.count));
}

static void a_third_of_entrants_is_gone_in_three_years(void **state)
{
	exits_alone(4, town_size(250, 100), 0.0026);
	struct sim *sim = town_open(&config, 1);
	for (int i = 0; i < sim->staff.slots; i++)
		sim->staff.service[i] = 0;
	uint32_t newcomers = (uint32_t)sim->society.next_id;
	town_run(sim, 156);
	double stayed = 0, slots = sim->staff.slots;
	for (int i = 0; i < sim->staff.slots; i++)
		stayed += sim->staff.unit[i] != STAFF_VACANT && sim->staff.id[i] < newcomers;
	double expected = pow(1 - 0.0026, 156);
	assert_true(fabs(stayed / slots - expected) < 5 * sqrt(expected * (1 - expected) / slots));
	sim_destroy(sim);
	config_clear(&config);
}

static void every_leaver_is_replaced_after_the_delay(void **state)
{
	exits_alone(3, 100, 0.02);
	town_set(&config, PARAM_RECRUITMENT_DELAY_WEEKS, 9);
	struct sim *sim = town_open(&config, 1);
	int left[200] = { 0 };
	for (int week = 0; week < 200; week++) {
		town_run(sim, week + 1);
		left[week] = sim_news(sim).left;
		assert_int_equal(sim_news(sim).hired, week < 9 ? 0 : left[week - 9]);
		assert_int_equal(sim_staff(sim), sim->staff.slots - (int)sim->vacant_count);
	}
	assert_true(sim_totals(sim).left > 500);
	sim_destroy(sim);
	config_clear(&config);
}

static void engagement_holds_people(void **state)
{
	double left[2];
	for (int bound = 0; bound < 2; bound++) {
		exits_alone(2, 500, 0.01);
		town_set(&config, PARAM_EXITS_ENGAGEMENT, 2.5);
		town_set(&config, PARAM_ENGAGEMENT_RATE, 0);
		config.setting[PARAM_MECHANISMS_HIRES] = 0;
		struct sim *sim = town_open(&config, 1);
		for (int i = 0; i < sim->staff.slots; i++)
			sim->staff.engagement[i] = bound ? 0.9f : 0.62f;
		town_run(sim, 52);
		left[bound] = (double)sim_totals(sim).left / 1000;
		double chance = 0.01 * (bound ? exp(-2.5 * 0.28) : 1), gone = 1 - pow(1 - chance, 52);
		assert_true(fabs(left[bound] - gone) < 5 * sqrt(gone * (1 - gone) / 1000));
		sim_destroy(sim);
		config_clear(&config);
	}
	assert_true(left[1] < left[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(completed_tenure_has_mean_1_over_h),
		cmocka_unit_test(a_third_of_entrants_is_gone_in_three_years),
		cmocka_unit_test(every_leaver_is_replaced_after_the_delay),
		cmocka_unit_test(engagement_holds_people),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
