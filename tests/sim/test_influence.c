// Closed forms of influence, met by the engine's own mechanism: DeGroot, Friedkin and Johnsen,
// bounded confidence, complex contagion. Ties are set by hand and stay as they are.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { PEOPLE = 16 };

static struct config config;

static struct sim *open_group(int people, int mechanism, double rate, double bound)
{
	town_make(&config, 1, people);
	town_only(&config, mechanism);
	config.setting[PARAM_MECHANISMS_INFLUENCE] = 1;
	town_set(&config, PARAM_INFLUENCE_RATE, rate);
	town_set(&config, PARAM_INFLUENCE_BOUND, bound);
	return town_open(&config, 1);
}

static void close_group(struct sim *sim)
{
	sim_destroy(sim);
	config_clear(&config);
}

// Everybody listens to the next, which makes it strongly connected, and to i mod 5 others further on; the
// other places are empty.
static void tie_by_hand(struct sim *sim, double weight[PEOPLE][PEOPLE])
{
	for (uint32_t i = 0; i < PEOPLE; i++) {
		uint32_t *ties = sim->staff.ties + i * STAFF_TIES, count = 1 + i % 5;
		for (uint32_t k = 0; k < STAFF_TIES; k++)
			ties[k] = i;
		ties[2] = (i + 1) % PEOPLE;
		for (uint32_t k = 1; k < count; k++)
			ties[2 + k] = (i + 2 + 3 * k) % PEOPLE;
		for (uint32_t k = 0; k < PEOPLE; k++)
			weight[i][k] = 0;
		for (uint32_t k = 0; k < count; k++)
			weight[i][ties[2 + k]] += 1.0 / count;
	}
}

static void spread_mindset(struct sim *sim)
{
	for (int i = 0; i < PEOPLE; i++) {
		sim->staff.mindset[i] = (float)((i * 7 % PEOPLE) / (double)(PEOPLE - 1));
		sim->staff.anchor[i] = (float)((i * 5 % PEOPLE) / (double)(PEOPLE - 1));
	}
	town_look(sim);
}

// The left eigenvector of ½(I + W), by power iteration; it is W's as well.
static void left_eigenvector(double weight[PEOPLE][PEOPLE], double *out)
{
	for (int i = 0; i < PEOPLE; i++)
		out[i] = 1.0 / PEOPLE;
	for (int round = 0; round < 20000; round++) {
		double next[PEOPLE];
		for (int j = 0; j < PEOPLE; j++)
			next[j] = out[j] / 2;
		for (int i = 0; i < PEOPLE; i++)
			for (int j = 0; j < PEOPLE; j++)
				next[j] += out[i] * weight[i][j] / 2;
		for (int j = 0; j < PEOPLE; j++)
			out[j] = next[j];
	}
}

static void influence_alone_ends_in_degroots_consensus(void **state)
{
	double weight[PEOPLE][PEOPLE], part[PEOPLE], consensus = 0;
	struct sim *sim = open_group(PEOPLE, PARAM_MECHANISMS_INFLUENCE, 0.3, 1);
	tie_by_hand(sim, weight);
	spread_mindset(sim);
	left_eigenvector(weight, part);
	for (int i = 0; i < PEOPLE; i++)
		consensus += part[i] * (double)sim->staff.mindset[i];
	town_run(sim, 2000);
	for (int i = 0; i < PEOPLE; i++)
		assert_true(fabs((double)sim->staff.mindset[i] - consensus) < 1e-5);
	close_group(sim);
}

static void a_week_of_influence_is_one_step_of_the_matrix(void **state)
{
	double weight[PEOPLE][PEOPLE], next[PEOPLE];
	struct sim *sim = open_group(PEOPLE, PARAM_MECHANISMS_INFLUENCE, 0.2, 1);
	tie_by_hand(sim, weight);
	spread_mindset(sim);
	for (int i = 0; i < PEOPLE; i++) {
		next[i] = 0.8 * (double)sim->staff.mindset[i];
		for (int j = 0; j < PEOPLE; j++)
			next[i] += 0.2 * weight[i][j] * (double)sim->staff.mindset[j];
	}
	town_run(sim, 1);
	for (int i = 0; i < PEOPLE; i++)
		assert_true(fabs((double)sim->staff.mindset[i] - next[i]) < 1e-6);
	close_group(sim);
}

// Gaussian elimination; the matrix is diagonally dominant, so no pivots are sought.
static void solve(double a[PEOPLE][PEOPLE], double *b)
{
	for (int p = 0; p < PEOPLE; p++)
		for (int i = p + 1; i < PEOPLE; i++) {
			double factor = a[i][p] / a[p][p];
			for (int j = p; j < PEOPLE; j++)
				a[i][j] -= factor * a[p][j];
			b[i] -= factor * b[p];
		}
	for (int i = PEOPLE - 1; i >= 0; i--) {
		for (int j = i + 1; j < PEOPLE; j++)
			b[i] -= a[i][j] * b[j];
		b[i] /= a[i][i];
	}
}

static void with_anchors_it_ends_where_friedkin_and_johnsen_say(void **state)
{
	const double influence = 0.2, anchor = 0.07;
	double weight[PEOPLE][PEOPLE], system[PEOPLE][PEOPLE], x[PEOPLE];
	struct sim *sim = open_group(PEOPLE, PARAM_MECHANISMS_ANCHOR, influence, 1);
	config.setting[PARAM_MECHANISMS_ANCHOR] = 1;
	sim_destroy(sim);
	town_set(&config, PARAM_ANCHOR_RATE, anchor);
	town_set(&config, PARAM_ANCHOR_DRIFT, 0);
	town_set(&config, PARAM_ANCHOR_SHOCK, 0);
	sim = town_open(&config, 1);
	tie_by_hand(sim, weight);
	spread_mindset(sim);
	for (int i = 0; i < PEOPLE; i++) {
		for (int j = 0; j < PEOPLE; j++)
			system[i][j] = (i == j ? influence + anchor : 0) - influence * weight[i][j];
		x[i] = anchor * (double)sim->staff.anchor[i];
	}
	solve(system, x);
	town_run(sim, 1000);
	for (int i = 0; i < PEOPLE; i++)
		assert_true(fabs((double)sim->staff.mindset[i] - x[i]) < 1e-5);
	close_group(sim);
}

static void somebody_without_ties_goes_to_the_anchor(void **state)
{
	struct sim *sim = open_group(PEOPLE, PARAM_MECHANISMS_ANCHOR, 0.5, 1);
	sim_destroy(sim);
	town_set(&config, PARAM_ANCHOR_RATE, 0.1);
	town_set(&config, PARAM_ANCHOR_DRIFT, 0);
	town_set(&config, PARAM_ANCHOR_SHOCK, 0);
	sim = town_open(&config, 1);
	for (uint32_t i = 0; i < PEOPLE * STAFF_TIES; i++)
		sim->staff.ties[i] = i / STAFF_TIES;
	spread_mindset(sim);
	town_run(sim, 400);
	for (int i = 0; i < PEOPLE; i++)
		assert_true(fabsf(sim->staff.mindset[i] - sim->staff.anchor[i]) < 1e-5f);
	close_group(sim);
}

// Groups of nine in which everybody is tied to the eight others.
enum { GROUP = 9, GROUPS = 40 };

static void tie_groups(struct sim *sim)
{
	for (uint32_t i = 0; i < (uint32_t)sim->staff.slots; i++) {
		uint32_t first = i / GROUP * GROUP, k = 0;
		for (uint32_t other = first; other < first + GROUP; other++)
			if (other != i)
				sim->staff.ties[i * STAFF_TIES + k++] = other;
	}
}

static int compare(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

// Clusters of a group, which must lie further apart than the bound.
static int count_clusters(const struct sim *sim, int group, double bound)
{
	float x[GROUP];
	int clusters = 1;
	for (int k = 0; k < GROUP; k++)
		x[k] = sim->staff.mindset[group * GROUP + k];
	qsort(x, GROUP, sizeof *x, compare);
	for (int k = 1; k < GROUP; k++) {
		double gap = (double)(x[k] - x[k - 1]);
		if (gap < 1e-3)
			continue;
		clusters++;
		if (gap < bound - 1e-3)
			fail_msg("bound %g: two clusters stay %g apart", bound, gap);
	}
	return clusters;
}

static int clusters_left(double bound)
{
	struct sim *sim = open_group(GROUP * GROUPS, PARAM_MECHANISMS_INFLUENCE, 0.3, bound);
	struct rng rng = rng_start(11, 0, 0, RNG_PERSON);
	tie_groups(sim);
	for (int i = 0; i < sim->staff.slots; i++)
		sim->staff.mindset[i] = (float)rng_next(&rng);
	town_look(sim);
	town_run(sim, 1500);
	int clusters = 0;
	for (int g = 0; g < GROUPS; g++)
		clusters += count_clusters(sim, g, bound);
	close_group(sim);
	return clusters;
}

static void the_wider_the_bound_the_fewer_the_clusters(void **state)
{
	const double bounds[] = { 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1 };
	int before = GROUP * GROUPS + 1;
	for (size_t k = 0; k < sizeof bounds / sizeof *bounds; k++) {
		int clusters = clusters_left(bounds[k]);
		assert_true(clusters < before || clusters == GROUPS);
		before = clusters;
	}
	assert_int_equal(before, GROUPS);  // whole: one each
}

static struct sim *open_nine(const float *mindset, double bound)
{
	struct sim *sim = open_group(2 * GROUP, PARAM_MECHANISMS_INFLUENCE, 0.25, bound);
	tie_groups(sim);
	for (int i = 0; i < 2 * GROUP; i++)
		sim->staff.mindset[i] = mindset[i % GROUP];
	town_look(sim);
	return sim;
}

static void all_within_the_bound_meet_at_their_mean(void **state)
{
	const float mindset[GROUP] = { 0.3f, 0.35f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f, 0.65f, 0.69f };
	struct sim *sim = open_nine(mindset, 0.4);
	town_run(sim, 500);
	for (int i = 0; i < 2 * GROUP; i++)
		assert_true(fabs((double)sim->staff.mindset[i] - 4.49 / 9) < 1e-5);
	close_group(sim);
}

static void two_camps_beyond_the_bound_stay_two(void **state)
{
	const float mindset[GROUP] = { 0.0f, 0.05f, 0.1f, 0.15f, 0.6f, 0.65f, 0.7f, 0.75f, 0.8f };
	struct sim *sim = open_nine(mindset, 0.3);
	town_run(sim, 500);
	for (int i = 0; i < 2 * GROUP; i++)
		assert_true(fabs((double)sim->staff.mindset[i] - (i % GROUP < 4 ? 0.075 : 0.7)) < 1e-5);
	close_group(sim);
}

static void nobody_moves_where_all_gaps_exceed_the_bound(void **state)
{
	float mindset[GROUP];
	for (int k = 0; k < GROUP; k++)
		mindset[k] = (float)k / (GROUP - 1);
	struct sim *sim = open_nine(mindset, 0.12);
	town_run(sim, 200);
	for (int i = 0; i < 2 * GROUP; i++)
		assert_true(sim->staff.mindset[i] == mindset[i % GROUP]);
	close_group(sim);
}

// A large town with ties drawn at random: Hegselmann and Krause's picture of clusters that hold many.
static int large_clusters(double bound)
{
	enum { TOWN = 800, BINS = 100 };
	struct sim *sim = open_group(TOWN, PARAM_MECHANISMS_INFLUENCE, 0.3, bound);
	struct rng rng = rng_start(12, 0, 0, RNG_PERSON);
	for (int i = 0; i < TOWN; i++)
		sim->staff.mindset[i] = (float)rng_next(&rng);
	town_look(sim);
	town_run(sim, 600);
	float x[TOWN];
	for (int i = 0; i < TOWN; i++)
		x[i] = sim->staff.mindset[i];
	close_group(sim);
	qsort(x, TOWN, sizeof *x, compare);
	int clusters = 0, held = 1;
	for (int i = 1; i <= TOWN; i++) {
		if (i < TOWN && x[i] - x[i - 1] < 0.02f) {
			held++;
			continue;
		}
		clusters += held > TOWN / 20;
		held = 1;
	}
	return clusters;
}

static void a_town_ends_in_one_camp_two_or_many_as_the_bound_narrows(void **state)
{
	int wide = large_clusters(0.5), middle = large_clusters(0.17), narrow = large_clusters(0.08);
	assert_int_equal(wide, 1);
	if (!(middle >= 2 && middle <= 4) || !(narrow > middle))
		fail_msg("%d, %d and %d large clusters", wide, middle, narrow);
}

// Simple contagion needs one who thinks otherwise; complex contagion as many as it says.
static void complex_contagion_needs_enough_who_pull_the_same_way(void **state)
{
	for (uint32_t needed = 1; needed <= 4; needed++)
		for (uint32_t others = 0; others <= 4; others++) {
			struct sim *sim = open_group(10, PARAM_MECHANISMS_INFLUENCE, 0.2, 1);
			sim_destroy(sim);
			town_set(&config, PARAM_INFLUENCE_COMPLEX, 1);
			town_set(&config, PARAM_INFLUENCE_REINFORCING, needed);
			sim = town_open(&config, 1);
			for (uint32_t i = 0; i < 10 * STAFF_TIES; i++)
				sim->staff.ties[i] = i / STAFF_TIES;
			for (uint32_t i = 0; i < 10; i++)
				sim->staff.mindset[i] = i >= 1 && i <= others ? 0.9f : 0.2f;
			for (uint32_t k = 0; k < 7; k++)
				sim->staff.ties[k] = k + 1;  // of person 0
			town_look(sim);
			town_run(sim, 1);
			assert_int_equal(sim->staff.mindset[0] > 0.2f, others >= needed);
			close_group(sim);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(influence_alone_ends_in_degroots_consensus),
		cmocka_unit_test(a_week_of_influence_is_one_step_of_the_matrix),
		cmocka_unit_test(with_anchors_it_ends_where_friedkin_and_johnsen_say),
		cmocka_unit_test(somebody_without_ties_goes_to_the_anchor),
		cmocka_unit_test(the_wider_the_bound_the_fewer_the_clusters),
		cmocka_unit_test(all_within_the_bound_meet_at_their_mean),
		cmocka_unit_test(two_camps_beyond_the_bound_stay_two),
		cmocka_unit_test(nobody_moves_where_all_gaps_exceed_the_bound),
		cmocka_unit_test(a_town_ends_in_one_camp_two_or_many_as_the_bound_narrows),
		cmocka_unit_test(complex_contagion_needs_enough_who_pull_the_same_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
