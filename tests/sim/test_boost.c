// Boost alone: what training gives fades with a half-life of ln 2 / δ, and what remains has settled.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct config config;

// An organisation of exactly average support: reflection so that its context is the .535 of the average one.
static struct sim *open_average(double decay, double keep)
{
	town_make(&config, 2, 10);
	town_only(&config, PARAM_MECHANISMS_BOOST);
	town_set(&config, PARAM_BOOST_DECAY, decay);
	town_set(&config, PARAM_BOOST_KEEP, keep);
	town_set(&config, PARAM_APPRAISAL_REFLECT, (0.535 - 0.05 - 0.27 * 0.5 - 0.5 * 0.26 - 0.28 * 0.44) / 0.28);
	struct sim *sim = town_open(&config, 1);
	for (int i = 0; i < sim->staff.slots; i++) {
		sim->staff.mindset[i] = 0.4f;
		sim->staff.boost[i] = i % 2 ? 0.3f : -0.1f;  // what was unlearned comes back the same way
	}
	town_look(sim);
	return sim;
}

static void close_average(struct sim *sim)
{
	sim_destroy(sim);
	config_clear(&config);
}

static void a_boost_halves_in_ln_2_over_delta(void **state)
{
	const double decay = 0.004;
	struct sim *sim = open_average(decay, 0.3);
	int weeks = (int)(log(2) / decay + 0.5);
	for (int times = 1; times <= 4; times++) {
		town_run(sim, times * weeks);
		for (int i = 0; i < sim->staff.slots; i++) {
			double left = (double)(sim->staff.boost[i] / (i % 2 ? 0.3f : -0.1f));
			assert_true(fabs(left / pow(0.5, times) - 1) < 0.01);  // a weekly step against a continuous one
		}
	}
	close_average(sim);
}

static void each_week_takes_the_same_share(void **state)
{
	struct sim *sim = open_average(0.0226, 0.347);
	for (int week = 1; week <= 150; week++) {
		town_run(sim, week);
		for (int i = 0; i < sim->staff.slots; i++)
			assert_true(fabs((double)(sim->staff.boost[i] / (i % 2 ? 0.3f : -0.1f)) / pow(1 - 0.0226, week) - 1) < 1e-4);
	}
	close_average(sim);
}

// A(t) = .215 + .405 e^(−.0226 t) of average organisations, Saks and Belcourt (2006).
static void what_is_left_and_settled_follows_the_transfer_curve(void **state)
{
	struct sim *sim = open_average(0.0226, 0.347);
	for (int week = 0; week <= 260; week += 13) {
		town_run(sim, week);
		double curve = (0.215 + 0.405 * exp(-0.0226 * week)) / 0.62;
		for (int i = 0; i < sim->staff.slots; i++) {
			double total = (double)(sim->staff.mindset[i] - 0.4f + sim->staff.boost[i]);
			assert_true(fabs(total / (i % 2 ? 0.3 : -0.1) - curve) < 0.005);
		}
	}
	close_average(sim);
}

static void all_of_it_settles_when_all_is_kept_and_none_when_none(void **state)
{
	for (int keep = 0; keep <= 1; keep++) {
		struct sim *sim = open_average(0.05, keep);
		town_run(sim, 300);
		for (int i = 0; i < sim->staff.slots; i++)
			assert_true(fabs((double)sim->staff.mindset[i] - (0.4 + keep * (i % 2 ? 0.3 : -0.1))) < 1e-4);
		close_average(sim);
	}
}

static void support_keeps_more_and_its_lack_less(void **state)
{
	double total[3];
	for (int kind = 0; kind < 3; kind++) {
		struct sim *sim = open_average(0.0226, 0.347);
		sim_destroy(sim);
		double shift = kind - 1;
		town_set(&config, PARAM_LEADERSHIP_COACHING, 0.35 + 0.15 * shift);
		town_set(&config, PARAM_FOLLOWUP_PERIODIC_TALKS, kind == 2);
		sim = town_open(&config, 1);
		for (int i = 0; i < sim->staff.slots; i++) {
			sim->staff.mindset[i] = 0.4f;
			sim->staff.boost[i] = 0.3f;
		}
		town_look(sim);
		town_run(sim, 52);
		total[kind] = town_mean(sim, sim->staff.mindset) + town_mean(sim, sim->staff.boost);
		close_average(sim);
	}
	assert_true(total[0] < total[1] && total[1] < total[2]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_boost_halves_in_ln_2_over_delta),
		cmocka_unit_test(each_week_takes_the_same_share),
		cmocka_unit_test(what_is_left_and_settled_follows_the_transfer_curve),
		cmocka_unit_test(all_of_it_settles_when_all_is_kept_and_none_when_none),
		cmocka_unit_test(support_keeps_more_and_its_lack_less),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
