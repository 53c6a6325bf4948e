// Standard work alone: Poisson arrivals, Little's law to the last case, and a discrete-time queue whose
// wait is known.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { REPORTS = 9, CASES = 12 };  // a department of ten has one manager

static struct config config;

// Standard work and nothing else, with hours so that CASES cases are a full week's work.
static void work_alone(int departments, double mean_cases, double latency_weeks)
{
	town_make(&config, departments, REPORTS + 1);
	town_only(&config, -1);
	double week = config.setting[PARAM_HOURS_PER_WEEK], hours = REPORTS * week / CASES * (1 - 1e-5);
	town_set(&config, PARAM_DEMAND_COMPLEX_SHARE, 0);
	town_set(&config, PARAM_WORK_LATENCY_WEEKS, latency_weeks);
	for (int d = 0; d < departments; d++) {
		config.department[d].stream[0].hours = hours;
		config.department[d].stream[0].occupancy = mean_cases * hours / (REPORTS * config.setting[PARAM_HOURS_PART_TIME] * week);
	}
}

// Everybody full-time and at the speed of one hour an hour.
static struct sim *open_even(void)
{
	struct sim *sim = town_open(&config, 1);
	for (int i = 0; i < sim->staff.slots; i++) {
		town_put(sim, "hours", i, town_most("hours"));
		sim->staff.skill[ROLE_CONTENT][i] = 0.6875f;
		sim->staff.engagement[i] = 0.62f;
	}
	return sim;
}

// Engagement follows needs even with every mechanism off: it is set back before each week.
static void step_even(struct sim *sim)
{
	for (int i = 0; i < sim->staff.slots; i++)
		sim->staff.engagement[i] = 0.62f;
	town_run(sim, sim_week(sim) + 1);
}

static void close_work(struct sim *sim)
{
	sim_destroy(sim);
	config_clear(&config);
}

static void arrivals_have_the_mean_and_variance_of_poisson(void **state)
{
	const double means[] = { 0.2, 3, 10.8, 21 };
	for (size_t n = 0; n < sizeof means / sizeof *means; n++) {
		work_alone(10, means[n], 0);
		struct sim *sim = open_even();
		double sum = 0, squares = 0, fourth = 0, count = 0, neighbours = 0;
		double before[10] = { 0 };
		for (int week = 0; week < town_size(1500, 150); week++) {
			town_run(sim, week + 1);
			for (int s = 0; s < sim->work.stream_count; s++) {
				if (sim->work.stream[s].pool)
					continue;
				double off = sim->work.stream[s].arrived - means[n];
				sum += off;
				squares += off * off;
				fourth += off * off * off * off;
				neighbours += off * before[s / 2];
				before[s / 2] = off;
				count += 1;
			}
		}
		double variance = squares / count, error = sqrt((fourth / count - variance * variance) / count);
		assert_true(fabs(sum / count) < 5 * sqrt(means[n] / count));
		assert_true(fabs(variance - means[n]) < 5 * error);
		assert_true(fabs(neighbours / count) < 5 * means[n] / sqrt(count));  // weeks are independent
		close_work(sim);
	}
}

// What was arrived, is there and has ended, over all streams.
struct cases {
	uint64_t arrived, present, ended;
	double leads, present_weeks;
};

static void count_week(const struct sim *sim, struct cases *c)
{
	c->present = 0;
	for (int s = 0; s < sim->work.stream_count; s++) {
		c->arrived += sim->work.stream[s].arrived;
		c->present += sim->work.stream[s].waiting + sim->work.stream[s].in_process;
	}
	for (int u = 0; u < sim->unit_count; u++) {
		c->ended += (uint64_t)sim->done[u].cases;
		c->leads += sim->done[u].lead;
	}
	c->present_weeks += (double)c->present;
}

// L = λ W over a run that starts empty and is drained: the weeks that cases were there are their summed leads.
static void littles_law_holds_to_the_last_case(void **state)
{
	const double latency[] = { 0, 5.95 };
	for (int k = 0; k < 2; k++) {
		work_alone(5, 11.5, latency[k]);
		const int weeks = town_size(800, 200);
		town_plan(&config, weeks, CONFIG_UNIT_ALL, PARAM_DEMAND_COMPLEX_SHARE, 1);  // no standard work any more
		town_plan(&config, weeks, CONFIG_UNIT_ALL, PARAM_COMPLEX_HOURS, 5000);
		struct sim *sim = open_even();
		struct cases c = { 0 };
		for (int week = 0; week < weeks || c.present > 0; week++) {
			step_even(sim);
			count_week(sim, &c);
			assert_true(c.arrived == c.ended + c.present);
			assert_true(week < weeks + 1000);
		}
		assert_true(c.arrived > 1000);
		assert_true(c.leads == c.present_weeks);  // both are whole numbers
		close_work(sim);
	}
}

static void littles_law_holds_with_everything_on(void **state)
{
	town_make(&config, 4, 40);
	for (int d = 0; d < 4; d++)
		config.department[d].stream[0].occupancy = 1.1;
	town_set(&config, PARAM_POOL_SHARE, 0.2);
	town_set(&config, PARAM_ROUTING_STANDARD_TO_POOL, 0.3);
	town_plan(&config, 150, CONFIG_UNIT_ALL, PARAM_DEMAND_COMPLEX_SHARE, 1);
	town_plan(&config, 150, CONFIG_UNIT_ALL, PARAM_COMPLEX_HOURS, 5000);
	struct sim *sim = town_open(&config, 1);
	struct cases c = { 0 };
	for (int week = 0; week < 150 || c.present > 0; week++) {
		town_run(sim, week + 1);
		count_week(sim, &c);
		assert_true(c.arrived == c.ended + c.present);
		assert_true(week < 2000);
	}
	assert_true(c.leads == c.present_weeks);
	close_work(sim);
}

// Weeks' end queue of Q' = max(Q + A − c, 0), A Poisson: its mean, from the stationary distribution.
static double mean_queue(double mean, int served)
{
	enum { STATES = 400 };
	static double now[STATES], next[STATES], mass[STATES];
	for (int k = 0; k < STATES; k++) {
		mass[k] = exp(k * log(mean) - mean - lgamma(k + 1.0));
		now[k] = k == 0;
	}
	for (int round = 0; round < 3000; round++) {
		memset(next, 0, sizeof next);
		for (int q = 0; q < STATES; q++)
			for (int a = 0; a < 60 && now[q] > 1e-15; a++) {
				int to = q + a - served;
				next[to < 0 ? 0 : to < STATES ? to : STATES - 1] += now[q] * mass[a];
			}
		memcpy(now, next, sizeof now);
	}
	double queue = 0;
	for (int q = 0; q < STATES; q++)
		queue += q * now[q];
	return queue;
}

static void a_full_week_serves_the_cases_that_fit_and_no_more(void **state)
{
	work_alone(3, 20, 0);
	struct sim *sim = open_even();
	for (int week = 0; week < 30; week++) {
		step_even(sim);
		for (int u = 1; u <= 3; u++)
			if (week > 2)
				assert_true(sim->done[u].cases == CASES);
	}
	close_work(sim);
}

static void the_wait_is_that_of_the_discrete_queue(void **state)
{
	const double load[] = { 0.7, 0.9 };
	enum { QUEUES = 20, WARM_UP = 200 };
	for (int k = 0; k < 2; k++) {
		double mean = load[k] * CASES, expected = mean_queue(mean, CASES) / mean;
		double leads[QUEUES] = { 0 }, cases[QUEUES] = { 0 }, sum = 0, squares = 0;
		work_alone(QUEUES, mean, 0);
		struct sim *sim = open_even();
		int weeks = WARM_UP + town_size(3000, 500);
		for (int week = 0; week < weeks; week++) {
			step_even(sim);
			for (int q = 0; q < QUEUES && week >= WARM_UP; q++) {
				leads[q] += sim->done[q + 1].lead;
				cases[q] += sim->done[q + 1].cases;
			}
		}
		for (int q = 0; q < QUEUES; q++) {
			sum += leads[q] / cases[q];
			squares += leads[q] / cases[q] * (leads[q] / cases[q]);
		}
		double wait = sum / QUEUES, error = sqrt((squares / QUEUES - wait * wait) / (QUEUES - 1));
		if (fabs(wait - expected) > 4 * error || error > 0.2 * expected)
			fail_msg("load %g: cases wait %.4f weeks, give or take %.4f; the queue's own wait is %.4f", load[k], wait, error, expected);
		close_work(sim);
	}
}

static void first_come_is_first_served(void **state)
{
	work_alone(1, 13, 0);
	struct sim *sim = open_even();
	uint32_t arrived[200];
	for (uint32_t week = 0; week < 200; week++) {
		step_even(sim);
		const struct work_stream *stream = &sim->work.stream[0];
		uint32_t waiting = 0, first = 0;
		arrived[week] = stream->arrived;
		while (first < week && stream->queue[first] == 0)
			first++;
		for (uint32_t w = 0; w <= week; w++) {
			waiting += stream->queue[w];
			assert_true(w <= first || stream->queue[w] == arrived[w]);  // nobody overtakes
		}
		assert_int_equal(waiting, stream->waiting);
	}
	close_work(sim);
}

// Complex work, gigs and standard work together use no hour twice.
static void no_hour_is_worked_twice(void **state)
{
	for (int run = 0; run < town_size(30, 6); run++) {
		int kind = run % 3;
		town_make(&config, 4, 40);
		config.seed = (uint64_t)run;
		for (int d = 0; d < 4; d++)
			config.department[d].stream[0].occupancy = 1.1;
		town_set(&config, PARAM_DEMAND_COMPLEX_SHARE, 0.5);
		town_set(&config, kind == 1 ? PARAM_POOL_SHARE : PARAM_KLUSSENBANK_HOURS_SHARE, kind ? 0.4 : 0);
		struct sim *sim = town_open(&config, 1);
		for (int week = 1; week <= 104; week++) {
			town_run(sim, week);
			for (int u = 0; u < sim->unit_count; u++) {
				const struct unit_week *w = &sim->done[u];
				double used = w->complex_used + w->gig_used + w->standard_used;
				if (used > w->net * (1 + 1e-5) + 0.01)
					fail_msg("week %d, unit %d: %g hours of complex work, %g of gigs and %g of standard work in %g hours",
					         week, u, w->complex_used, w->gig_used, w->standard_used, w->net);
			}
		}
		close_work(sim);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arrivals_have_the_mean_and_variance_of_poisson),
		cmocka_unit_test(littles_law_holds_to_the_last_case),
		cmocka_unit_test(littles_law_holds_with_everything_on),
		cmocka_unit_test(a_full_week_serves_the_cases_that_fit_and_no_more),
		cmocka_unit_test(the_wait_is_that_of_the_discrete_queue),
		cmocka_unit_test(first_come_is_first_served),
		cmocka_unit_test(no_hour_is_worked_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
