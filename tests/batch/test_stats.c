// Statistics: published answers, what is missing, and how often the intervals hold what they promise.
#include "batch/stats.h"

#include "mem.h"
#include "sim/real.h"
#include "sim/rng.h"
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_near(double found, double wanted, double within)
{
	if (!(fabs(found - wanted) <= within))
		fail_msg("%.10g instead of %.10g", found, wanted);
}

// Student's sleep data of 1908: the worked example of the paired t-test.
static const double drug_1[] = { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 };
static const double drug_2[] = { 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4 };

static void a_mean_has_students_interval(void **state)
{
	struct stats_mean mean = stats_mean(drug_1, 10, 1);
	assert_int_equal(mean.count, 10);
	assert_near(mean.mean, 0.75, 1e-12);
	assert_near(mean.sd, 1.789010, 1e-6);
	assert_near(mean.interval.low, -0.5297804, 1e-6);
	assert_near(mean.interval.high, 2.0297804, 1e-6);
}

static void pairs_give_students_published_answers(void **state)
{
	struct stats_paired paired = stats_paired(drug_1, drug_2, 10, 1);
	assert_int_equal(paired.pairs, 10);
	assert_near(paired.mean, -1.58, 1e-12);
	assert_near(paired.interval.low, -2.4598858, 1e-6);
	assert_near(paired.interval.high, -0.7001142, 1e-6);
	assert_near(paired.p, 0.002833, 1e-6);
	assert_int_equal(paired.higher, 0);
	assert_int_equal(paired.lower, 9);
	assert_int_equal(paired.equal, 1);
	assert_near(paired.chance, 0.05, 1e-12);
}

// The same data as two groups: R's t.test(extra ~ group) gives t = -1.8608, df = 17.776, p = 0.07939.
static void groups_give_welchs_published_answers(void **state)
{
	double a[12], b[12];
	struct stats_paired apart = stats_apart(drug_1, drug_2, 10, 1);
	assert_int_equal(apart.pairs, 10);
	assert_near(apart.mean, -1.58, 1e-12);
	assert_near(apart.df, 17.776, 1e-3);
	assert_near(apart.p, 0.07939, 1e-5);
	assert_near(apart.interval.low, -3.3654832, 1e-6);
	assert_near(apart.interval.high, 0.2054832, 1e-6);
	assert_near(apart.chance, 25.5 / 100, 1e-12);  // wilcox.test: W = 25.5
	assert_true(isnan(apart.saved) && isnan(apart.d_z) && apart.higher == 0);
	for (int k = 0; k < 12; k++) {
		a[k] = k < 10 ? drug_1[k] : NAN;
		b[k] = k >= 2 ? drug_2[k - 2] : NAN;
	}
	struct stats_paired moved = stats_apart(a, b, 12, 1);
	assert_true(moved.p == apart.p && moved.chance == apart.chance && moved.pairs == 10 && moved.missing == 2);
	struct stats_interval joint = stats_joint(&apart, 1);
	assert_near(joint.low, apart.interval.low, 1e-12);
}

static void effect_sizes_are_hedges_corrected(void **state)
{
	struct stats_paired paired = stats_paired(drug_1, drug_2, 10, 1);
	// t = -4.0621 over 10 pairs; the sd of drug 2 is 2.002249; J(9) = Γ(4.5) / (√4.5 Γ(4)) = 0.913876
	assert_near(stats_hedges(9), 11.6317283966 / (sqrt(4.5) * 6) , 1e-9);
	assert_near(paired.d_z, -4.0621 / sqrt(10) * stats_hedges(9), 1e-4);
	assert_near(paired.d_spread, -1.58 / 2.002249 * stats_hedges(9), 1e-6);
	assert_near(stats_hedges(4), 1 / (sqrt(2) * 0.8862269255), 1e-9);
	assert_true(isnan(stats_hedges(1)));
}

static void pairing_saves_what_the_variances_say(void **state)
{
	double a[10];
	struct stats_paired paired = stats_paired(drug_1, drug_2, 10, 1);
	assert_near(paired.saved, 1 - 1.229995 * 1.229995 / (1.789010 * 1.789010 + 2.002249 * 2.002249), 1e-5);
	for (int k = 0; k < 10; k++)
		a[k] = drug_2[k] + 1;
	assert_near(stats_paired(a, drug_2, 10, 1).saved, 1, 1e-12);
	for (int k = 0; k < 10; k++)
		a[k] = -drug_2[k];
	assert_near(stats_paired(a, drug_2, 10, 1).saved, -1, 1e-12);  // pairing can also do harm
}

static void missing_replicates_are_left_out_and_counted(void **state)
{
	double a[14], b[14];
	for (int k = 0; k < 10; k++) {
		a[k < 4 ? k : k + 2] = drug_1[k];
		b[k < 4 ? k : k + 2] = drug_2[k];
	}
	a[4] = NAN, b[4] = 100;
	a[5] = 100, b[5] = NAN;
	a[12] = b[12] = NAN;
	a[13] = NAN, b[13] = -100;
	struct stats_paired whole = stats_paired(drug_1, drug_2, 10, 1), holes = stats_paired(a, b, 14, 1);
	assert_int_equal(holes.pairs, 10);
	assert_int_equal(holes.missing, 4);
	assert_true(holes.mean == whole.mean && holes.p == whole.p && holes.d_spread == whole.d_spread && holes.saved == whole.saved);
	assert_int_equal(holes.higher + holes.lower + holes.equal, 10);
	struct stats_mean mean = stats_mean(a, 14, 1);
	assert_int_equal(mean.count, 11);
	assert_int_equal(mean.missing, 3);
}

static void values_may_stand_apart(void **state)
{
	double rows[10][3];
	for (int k = 0; k < 10; k++) {
		rows[k][1] = drug_1[k];
		rows[k][2] = drug_2[k];
	}
	assert_true(stats_paired(&rows[0][1], &rows[0][2], 10, 3).p == stats_paired(drug_1, drug_2, 10, 1).p);
	assert_true(stats_mean(&rows[0][2], 10, 3).sd == stats_mean(drug_2, 10, 1).sd);
}

static void too_few_values_know_no_spread(void **state)
{
	struct stats_mean none = stats_mean(drug_1, 0, 1), one = stats_mean(drug_1, 1, 1);
	assert_true(none.count == 0 && isnan(none.mean) && isnan(none.interval.low));
	assert_true(one.mean == drug_1[0] && isnan(one.sd) && isnan(one.interval.high));
	struct stats_paired pair = stats_paired(drug_1, drug_2, 1, 1);
	assert_true(pair.pairs == 1 && isnan(pair.p) && isnan(pair.d_z) && isnan(pair.saved) && pair.chance == 0);
	struct stats_paired nothing = stats_paired(drug_1, drug_2, 0, 1);
	assert_true(isnan(nothing.mean) && isnan(nothing.chance) && isnan(nothing.chance_interval.low));
}

static void equal_runs_differ_by_nothing(void **state)
{
	struct stats_paired paired = stats_paired(drug_1, drug_1, 10, 1);
	assert_true(paired.mean == 0 && paired.sd == 0 && paired.p == 1 && paired.equal == 10 && paired.chance == 0.5);
	assert_true(isnan(paired.d_z) && paired.d_spread == 0 && paired.saved == 1);
}

// 0.1 + k − k is not always 0.1: what rounding leaves is no spread.
static void a_constant_difference_has_no_spread(void **state)
{
	double a[10], b[10];
	for (int k = 0; k < 10; k++) {
		b[k] = drug_1[k];
		a[k] = drug_1[k] + 0.1;
	}
	struct stats_paired paired = stats_paired(a, b, 10, 1);
	assert_true(paired.sd == 0 && paired.p == 0 && isnan(paired.d_z));
	assert_near(paired.interval.low, 0.1, 1e-12);
}

static void shares_have_wilsons_interval(void **state)
{
	struct stats_interval some = stats_wilson(17, 20), none = stats_wilson(0, 10), all = stats_wilson(10, 10), half = stats_wilson(9.5, 20);
	assert_near(some.low, 0.639577, 1e-5);
	assert_near(some.high, 0.947632, 1e-5);
	assert_true(none.low == 0 && all.high == 1);
	assert_near(none.high, 0.277533, 1e-5);
	assert_near(all.low, 1 - none.high, 1e-12);
	assert_true(half.low > stats_wilson(9, 20).low && half.low < stats_wilson(10, 20).low);
}

static void holm_corrects_step_by_step(void **state)
{
	const double p[] = { .01, .04, NAN, .03, .005 }, wanted[] = { .03, .06, NAN, .06, .02 };
	double found[5];
	struct err err;
	err_clear(&err);
	assert_true(stats_holm(p, 5, found, &err));
	for (int k = 0; k < 5; k++)
		assert_true(isnan(wanted[k]) ? isnan(found[k]) : fabs(found[k] - wanted[k]) < 1e-12);
	const double sure[] = { .7, .8, 1 };
	assert_true(stats_holm(sure, 3, found, &err) && found[0] == 1 && found[1] == 1 && found[2] == 1);
	assert_true(stats_holm(p, 0, found, &err));
	for (long n = 1; n <= 2; n++) {
		long live = mem_live();
		mem_fail(n, 0);
		assert_false(stats_holm(p, 5, found, &err));
		mem_fail(0, 0);
		assert_int_equal(mem_live(), live);
	}
}

static void a_joint_interval_is_students_at_a_higher_level(void **state)
{
	struct stats_paired paired = stats_paired(drug_1, drug_2, 10, 1);
	struct stats_interval one = stats_joint(&paired, 1), five = stats_joint(&paired, 5);
	assert_near(one.low, paired.interval.low, 1e-12);
	assert_near(five.high - paired.mean, 3.249836 * 1.229995 / sqrt(10), 1e-5);  // t of .995 at 9
}

static void the_number_needed_is_the_smallest_that_does(void **state)
{
	assert_int_equal(stats_needed(1, .5), 18);
	assert_int_equal(stats_needed(0, .5), 2);
	assert_int_equal(stats_needed(1, 1e-9), -1);
	assert_int_equal(stats_needed(NAN, 1), -1);
	for (double half = .02; half < 2; half *= 1.3) {
		int n = stats_needed(1, half);
		assert_true(stats_t(n - 1, .95) / sqrt(n) <= half);
		assert_true(n == 2 || stats_t(n - 2, .95) / sqrt(n - 1) > half);
	}
}

// ---- how often intervals hold the truth

enum { SETS = 6000, MOST = 200 };

// The baseline's luck, the alternative's share in it, and luck of its own; the truth differs by `effect`.
struct world {
	int n;
	double effect, common;          // correlation of two that are alike
	double (*draw)(struct rng *);   // mean 0, sd 1
	double shrinks;                 // the alternative has so much less spread: its differences are skewed as well
};

static double normal(struct rng *rng) { return rng_normal(rng); }
static double exponential(struct rng *rng) { return -real_log(rng_next(rng)) - 1; }
// lognormal with σ = .5: skewness 1.75, as times and backlogs have
static double lognormal(struct rng *rng)
{
	double spread = sqrt((exp(.25) - 1) * exp(.25));
	return (real_exp(.5 * rng_normal(rng)) - exp(.125)) / spread;
}

static void live(const struct world *world, struct rng *rng, double *a, double *b)
{
	double shared = sqrt(world->common), own = sqrt(1 - world->common);
	for (int k = 0; k < world->n; k++) {
		double luck = world->draw(rng);
		b[k] = shared * luck + own * world->draw(rng);
		a[k] = (1 - world->shrinks) * (shared * luck + own * world->draw(rng)) + world->effect;
	}
}

struct held {
	double mean, difference, false_alarm, chance;
};

static bool holds(struct stats_interval interval, double truth)
{
	return interval.low <= truth && truth <= interval.high;
}

static struct held try(const struct world *world, double chance)
{
	struct held held = { 0 };
	int sets = town_size(SETS, SETS / 3);
	for (int set = 0; set < sets; set++) {
		double a[MOST], b[MOST];
		struct rng rng = rng_start(20, (uint32_t)set, (uint32_t)world->n, RNG_BOOTSTRAP);
		live(world, &rng, a, b);
		struct stats_paired paired = stats_paired(a, b, world->n, 1);
		held.mean += (double)holds(stats_mean(b, world->n, 1).interval, 0) / sets;
		held.difference += (double)holds(paired.interval, world->effect) / sets;
		held.false_alarm += (double)(paired.p < .05) / sets;
		held.chance += (double)holds(paired.chance_interval, chance) / sets;
	}
	return held;
}

static void assert_holds(double share)
{
	if (share < .93 || share > .97)
		fail_msg("an interval of 95 %% holds the truth in %.2f %%", share * 100);
}

static void intervals_of_normal_numbers_hold(void **state)
{
	for (int n = 5; n <= 50; n *= 2) {
		struct world world = { n, .3, .7, normal, 0 };
		struct held held = try(&world, .5 * erfc(-.3 / sqrt(2 * 2 * .3)));  // Φ(effect ÷ sd of a difference)
		assert_holds(held.mean);
		assert_holds(held.difference);
		assert_true(n < 10 || (held.chance > .92 && held.chance < .985));   // a count jumps: Wilson's holds on average
	}
}

static void intervals_of_skewed_pairs_hold(void **state)
{
	const struct world worlds[] = {
		{ 10, .3, .7, exponential, 0 }, { 20, .3, .7, exponential, 0 }, { 20, 1, .2, exponential, 0 }, { 20, .3, .7, lognormal, 0 },
		{ 20, .3, .7, exponential, .2 }, { 40, .3, .7, exponential, .4 }, { 20, .3, .7, lognormal, .4 },
	};
	for (size_t k = 0; k < sizeof worlds / sizeof *worlds; k++)
		assert_holds(try(&worlds[k], .5).difference);
}

// A mean by itself has no partner to cancel its skewness: as the header says, 20 exponential numbers are too few.
static void means_of_skewed_numbers_need_more_replicates(void **state)
{
	struct world few = { 20, 0, 1, exponential, 0 }, many = { 200, 0, 1, exponential, 0 }, mild = { 40, 0, 1, lognormal, 0 };
	double held = try(&few, .5).mean;
	assert_true(held > .90 && held < .93);
	assert_holds(try(&many, .5).mean);
	assert_holds(try(&mild, .5).mean);
}

static void no_difference_is_called_one_in_twenty_times(void **state)
{
	struct world world = { 20, 0, .7, normal, 0 };
	assert_near(try(&world, .5).false_alarm, .05, .01);
}

// Five alternatives beside one baseline, none of them different, all sharing its luck.
static void together_they_err_in_at_most_one_in_twenty(void **state)
{
	enum { ALTERNATIVES = 5, N = 20 };
	double holm = 0, joint = 0;
	int sets = town_size(SETS, SETS / 3);
	for (int set = 0; set < sets; set++) {
		double a[N], b[N], p[ALTERNATIVES], corrected[ALTERNATIVES];
		bool all = true, none = true;
		struct rng rng = rng_start(21, (uint32_t)set, 0, RNG_BOOTSTRAP);
		for (int k = 0; k < N; k++)
			b[k] = rng_normal(&rng);
		for (int i = 0; i < ALTERNATIVES; i++) {
			for (int k = 0; k < N; k++)
				a[k] = .5 * b[k] + rng_normal(&rng);
			struct stats_paired paired = stats_paired(a, b, N, 1);
			p[i] = paired.p;
			all &= holds(stats_joint(&paired, ALTERNATIVES), 0);
		}
		assert_true(stats_holm(p, ALTERNATIVES, corrected, NULL));
		for (int i = 0; i < ALTERNATIVES; i++)
			none &= corrected[i] >= .05;
		holm += (double)!none / sets;
		joint += (double)all / sets;
	}
	assert_true(holm > .03 && holm < .06);
	assert_true(joint > .945 && joint < .98);
}

static void effect_sizes_are_right_on_average(void **state)
{
	enum { N = 8 };
	double d_z = 0, d_spread = 0;
	int sets = town_size(SETS, SETS / 3);
	struct world world = { N, .5, .5, normal, 0 };
	for (int set = 0; set < sets; set++) {
		double a[N], b[N];
		struct rng rng = rng_start(22, (uint32_t)set, 0, RNG_BOOTSTRAP);
		live(&world, &rng, a, b);
		struct stats_paired paired = stats_paired(a, b, N, 1);
		d_z += paired.d_z / sets;
		d_spread += paired.d_spread / sets;
	}
	assert_near(d_z, .5, .025);       // without Hedges's factor both would be .5627
	assert_near(d_spread, .5, .025);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mean_has_students_interval),
		cmocka_unit_test(pairs_give_students_published_answers),
		cmocka_unit_test(groups_give_welchs_published_answers),
		cmocka_unit_test(effect_sizes_are_hedges_corrected),
		cmocka_unit_test(pairing_saves_what_the_variances_say),
		cmocka_unit_test(missing_replicates_are_left_out_and_counted),
		cmocka_unit_test(values_may_stand_apart),
		cmocka_unit_test(too_few_values_know_no_spread),
		cmocka_unit_test(equal_runs_differ_by_nothing),
		cmocka_unit_test(a_constant_difference_has_no_spread),
		cmocka_unit_test(shares_have_wilsons_interval),
		cmocka_unit_test(holm_corrects_step_by_step),
		cmocka_unit_test(a_joint_interval_is_students_at_a_higher_level),
		cmocka_unit_test(the_number_needed_is_the_smallest_that_does),
		cmocka_unit_test(intervals_of_normal_numbers_hold),
		cmocka_unit_test(intervals_of_skewed_pairs_hold),
		cmocka_unit_test(means_of_skewed_numbers_need_more_replicates),
		cmocka_unit_test(no_difference_is_called_one_in_twenty_times),
		cmocka_unit_test(together_they_err_in_at_most_one_in_twenty),
		cmocka_unit_test(effect_sizes_are_right_on_average),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
