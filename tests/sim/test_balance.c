// The default municipality in balance: with no lever touched it stays what it is, and it is what Dutch
// municipalities were measured to be.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { SEEDS_MOST = 16, YEARS = 10 };

static double year_mean[SEEDS_MOST][YEARS][MEASURE_COUNT], start_sd[SEEDS_MOST], end_sd[SEEDS_MOST];
static int seeds, years;

static void live_a_year(struct sim *sim, int year, double *out)
{
	double sum[MEASURE_COUNT] = { 0 }, count[MEASURE_COUNT] = { 0 };
	for (int week = year * 52 + 1; week <= (year + 1) * 52; week++) {
		town_run(sim, week);
		for (int id = 0; id < MEASURE_COUNT; id++) {
			double value = sim_measure(sim, CONFIG_UNIT_ALL, id);
			if (!isnan(value)) {
				sum[id] += value;
				count[id] += 1;
			}
		}
	}
	for (int id = 0; id < MEASURE_COUNT; id++)
		out[id] = count[id] > 0 ? sum[id] / count[id] : 0;
}

static int live_ten_years(void **state)
{
	seeds = town_size(14, 2);
	years = town_size(YEARS, 2);
	for (int seed = 0; seed < seeds; seed++) {
		struct config config;
		town_default(&config);
		config.seed = (uint64_t)seed + 1;
		struct sim *sim = town_open(&config, 1);
		town_run(sim, 0);
		start_sd[seed] = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_MINDSET_SD);
		for (int year = 0; year < years; year++)
			live_a_year(sim, year, year_mean[seed][year]);
		end_sd[seed] = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_MINDSET_SD);
		sim_destroy(sim);
		config_clear(&config);
	}
	return 0;
}

static double mean_of(enum measure_id id)
{
	double sum = 0;
	for (int seed = 0; seed < seeds; seed++)
		for (int year = 0; year < years; year++)
			sum += year_mean[seed][year][id];
	return sum / seeds / years;
}

static void assert_between(enum measure_id id, double low, double high)
{
	double mean = mean_of(id);
	if (years < YEARS)
		return;  // too little to judge by
	if (!(mean >= low && mean <= high))
		fail_msg("%s is %.4f; it should lie between %g and %g", measure_table[id].name, mean, low, high);
}

static void occupancy_is_about_85_percent(void **state)
{
	assert_between(MEASURE_OCCUPANCY, 0.83, 0.87);
}

static void standard_work_takes_about_six_weeks_and_is_mostly_on_time(void **state)
{
	assert_between(MEASURE_STANDARD_LEAD_WEEKS, 5.7, 6.8);
	assert_between(MEASURE_STANDARD_ON_TIME, 0.87, 0.95);
}

static void complex_work_takes_21_to_24_weeks(void **state)
{
	assert_between(MEASURE_COMPLEX_LEAD_WEEKS, 21, 24);
}

static void people_leave_and_move_as_in_dutch_municipalities(void **state)
{
	assert_between(MEASURE_OUTFLOW, 0.08, 0.095);
	assert_between(MEASURE_MOVES, 0.07, 0.09);
}

static void absence_and_age_are_as_measured(void **state)
{
	assert_between(MEASURE_ABSENCE, 0.055, 0.075);
	assert_between(MEASURE_AGE, 45.5, 48.5);
}

// How far apart the seeds lie in a year.
static double spread(int year, int id)
{
	double low = INFINITY, high = -INFINITY;
	for (int seed = 0; seed < seeds; seed++) {
		low = fmin(low, year_mean[seed][year][id]);
		high = fmax(high, year_mean[seed][year][id]);
	}
	return high - low;
}

// What is summed since the start grows by its nature.
static void no_measure_drifts_by_more_than_the_spread_between_seeds(void **state)
{
	int wrong = 0;
	for (int id = 0; id < MEASURE_COUNT && years == YEARS; id++) {
		double drift = 0, most = fmax(spread(0, id), spread(YEARS - 1, id));
		for (int seed = 0; seed < seeds; seed++)
			drift += (year_mean[seed][YEARS - 1][id] - year_mean[seed][0][id]) / seeds;
		if (measure_table[id].kind != MEASURE_CUMULATIVE && fabs(drift) > most + 1e-12) {
			print_message("%s drifts by %.5g; seeds spread %.5g\n", measure_table[id].name, drift, most);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static void the_spread_of_mindset_keeps_within_a_fifth(void **state)
{
	double before = 0, after = 0;
	for (int seed = 0; seed < seeds; seed++) {
		before += start_sd[seed] / seeds;
		after += end_sd[seed] / seeds;
		if (!(fabs(end_sd[seed] / start_sd[seed] - 1) < 0.2))
			fail_msg("seed %d: from %g to %g", seed + 1, start_sd[seed], end_sd[seed]);
	}
	assert_true(fabs(after / before - 1) < 0.1);
}

static void no_lever_costs_anything(void **state)
{
	assert_true(mean_of(MEASURE_CHANGE_HOURS) == 0);
	assert_true(mean_of(MEASURE_CHANGE_EURO) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(occupancy_is_about_85_percent),
		cmocka_unit_test(standard_work_takes_about_six_weeks_and_is_mostly_on_time),
		cmocka_unit_test(complex_work_takes_21_to_24_weeks),
		cmocka_unit_test(people_leave_and_move_as_in_dutch_municipalities),
		cmocka_unit_test(absence_and_age_are_as_measured),
		cmocka_unit_test(no_measure_drifts_by_more_than_the_spread_between_seeds),
		cmocka_unit_test(the_spread_of_mindset_keeps_within_a_fifth),
		cmocka_unit_test(no_lever_costs_anything),
	};
	return cmocka_run_group_tests(tests, live_ten_years, NULL);
}
