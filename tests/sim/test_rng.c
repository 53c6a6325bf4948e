// Random numbers: the generator's known answers, its addresses, and the distributions made of it.
#include "sim/rng.h"

#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

// From Random123's own kat_vectors, philox4x32 with ten rounds.
static const struct {
	uint32_t counter[4], key[2], answer[4];
} known[] = {
	{ { 0, 0, 0, 0 }, { 0, 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
	{ { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff }, { 0xffffffff, 0xffffffff }, { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
	{ { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, { 0xa4093822, 0x299f31d0 }, { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
};

static void philox_gives_its_known_answers(void **state)
{
	for (size_t n = 0; n < sizeof known / sizeof *known; n++) {
		uint64_t seed = (uint64_t)known[n].key[1] << 32 | known[n].key[0];
		struct rng_block block = rng_block(seed, known[n].counter[0], known[n].counter[1], known[n].counter[2], known[n].counter[3]);
		assert_memory_equal(block.word, known[n].answer, sizeof block.word);
	}
}

static void a_row_of_draws_is_its_blocks_in_order(void **state)
{
	struct rng rng = rng_start(12345, 7, 8, RNG_DEMAND);
	for (uint32_t k = 0; k < 5; k++) {
		struct rng_block block = rng_block(12345, 7, 8, RNG_DEMAND, k);
		for (int w = 0; w < 4; w++)
			assert_int_equal(rng_word(&rng), block.word[w]);
	}
}

// At any count, so with and without what is left over after the last eight.
static void many_ids_get_what_each_gets_alone(void **state)
{
	uint32_t id[37], words[4][37], *const word[4] = { words[0], words[1], words[2], words[3] };
	struct rng at = { .seed = 0x123456789abcdef0, .week = 0xffffffff, .purpose = RNG_WEEK, .k = 0xfffffffe };
	for (uint32_t i = 0; i < 37; i++)
		id[i] = i * 0x77777777u;
	for (int count = 0; count <= 37; count++) {
		memset(words, 0xee, sizeof words);
		rng_many(&at, id, count, word);
		for (int i = 0; i < 37; i++) {
			struct rng_block block = rng_block(at.seed, id[i], at.week, at.purpose, at.k);
			for (int w = 0; w < 4; w++)
				assert_int_equal(words[w][i], i < count ? block.word[w] : 0xeeeeeeee);
		}
	}
}

static void every_part_of_the_address_matters(void **state)
{
	struct rng_block base = rng_block(1, 2, 3, 4, 5), other[] = {
		rng_block(2, 2, 3, 4, 5), rng_block(1 | 1ull << 32, 2, 3, 4, 5), rng_block(1, 3, 3, 4, 5),
		rng_block(1, 2, 4, 4, 5), rng_block(1, 2, 3, 5, 5), rng_block(1, 2, 3, 4, 6),
	};
	for (size_t n = 0; n < sizeof other / sizeof *other; n++)
		assert_memory_not_equal(base.word, other[n].word, sizeof base.word);
}

static void unit_numbers_never_reach_their_ends(void **state)
{
	assert_true(rng_unit(0) > 0 && rng_unit(UINT32_MAX) < 1);
	assert_true(rng_unitf(0) > 0 && rng_unitf(UINT32_MAX) < 1);
	assert_true(rng_unit(1u << 31) > 0.5 && rng_unit((1u << 31) - 1) < 0.5);
}

// A sample's mean and variance, and how far they may be from the truth: five standard errors.
struct moments {
	double n, mean, squares, fourth;
};

static void add(struct moments *m, double x, double centre)
{
	double d = x - centre;
	m->n += 1;
	m->mean += d;
	m->squares += d * d;
	m->fourth += d * d * d * d;
}

static void assert_moments(const struct moments *m, double variance)
{
	double found = m->squares / m->n, mean_error = sqrt(variance / m->n);
	double variance_error = sqrt((m->fourth / m->n - found * found) / m->n);
	if (fabs(m->mean / m->n) > 5 * mean_error)
		fail_msg("the mean is off by %g, of which %g is chance", m->mean / m->n, mean_error);
	if (fabs(found - variance) > 5 * variance_error)
		fail_msg("the variance is %g, not %g; chance gives %g", found, variance, variance_error);
}

static void normals_have_mean_0_and_sd_1(void **state)
{
	struct rng rng = rng_start(1, 1, 1, RNG_PERSON);
	struct moments m = { 0 };
	double cubes = 0, beyond = 0;
	int count = town_size(400000, 40000);
	for (int n = 0; n < count; n++) {
		double x = rng_normal(&rng);
		add(&m, x, 0);
		cubes += x * x * x;
		beyond += fabs(x) > 1.959964;
	}
	assert_moments(&m, 1);
	assert_true(fabs(m.fourth / m.n - 3) < 5 * sqrt(96 / m.n));
	assert_true(fabs(cubes / m.n) < 5 * sqrt(15 / m.n));
	assert_true(fabs(beyond / m.n - 0.05) < 5 * sqrt(0.0475 / m.n));
}

static void numbers_below_a_bound_are_even(void **state)
{
	struct rng rng = rng_start(1, 2, 1, RNG_PERSON);
	int count[7] = { 0 }, all = town_size(140000, 14000);
	for (int n = 0; n < all; n++)
		count[rng_below(&rng, 7)]++;
	for (int k = 0; k < 7; k++)
		assert_true(fabs(count[k] - all / 7.0) < 5 * sqrt(all * 6.0 / 49));
	assert_int_equal(rng_below(&rng, 1), 0);
}

static double poisson_mass(double mean, int k)
{
	return exp(k * log(mean) - mean - lgamma(k + 1.0));
}

// Chi-square over cells that expect at least ten; its upper bound is five standard deviations.
static void assert_poisson(double mean, int draws)
{
	enum { CELLS = 4096 };
	static int seen[CELLS];
	memset(seen, 0, sizeof seen);
	struct rng rng = rng_start(3, (uint32_t)(mean * 1000), 1, RNG_DEMAND);
	struct moments m = { 0 };
	for (int n = 0; n < draws; n++) {
		uint32_t k = rng_poisson(&rng, mean);
		add(&m, k, mean);
		seen[k < CELLS ? k : CELLS - 1]++;
	}
	assert_moments(&m, mean);
	double chi = 0, cells = 0, rest_expected = draws, rest = draws;
	for (int k = 0; k < CELLS && mean < CELLS / 2; k++) {
		double expected = draws * poisson_mass(mean, k);
		if (expected < 10)
			continue;
		chi += (seen[k] - expected) * (seen[k] - expected) / expected;
		cells += 1;
		rest_expected -= expected;
		rest -= seen[k];
	}
	if (rest_expected >= 5) {
		chi += (rest - rest_expected) * (rest - rest_expected) / rest_expected;
		cells += 1;
	}
	if (cells > 1 && chi > cells - 1 + 5 * sqrt(2 * (cells - 1)))
		fail_msg("Poisson %g: chi-square %g over %g cells", mean, chi, cells);
}

static void poisson_draws_follow_poisson_at_small_and_large_means(void **state)
{
	const double means[] = { 0.01, 0.3, 1, 4.7, 11.9, 12, 13.3, 40, 250, 1500, 1e6 };
	for (size_t n = 0; n < sizeof means / sizeof *means; n++)
		assert_poisson(means[n], town_size(100000, 10000));
}

static void poisson_of_nothing_is_nothing(void **state)
{
	struct rng rng = rng_start(1, 1, 1, RNG_DEMAND);
	assert_int_equal(rng_poisson(&rng, 0), 0);
	assert_int_equal(rng_poisson(&rng, -1), 0);
}

static void shares_stay_inside_and_keep_their_mean(void **state)
{
	struct rng rng = rng_start(1, 5, 1, RNG_PERSON);
	double sum = 0;
	enum { COUNT = 20000 };
	for (int n = 0; n < COUNT; n++) {
		double x = rng_beta_like(&rng, 0.5, 0.2);
		assert_true(x >= 0.02 && x <= 0.98);
		sum += x;
	}
	assert_true(fabs(sum / COUNT - 0.5) < 5 * 0.2 / sqrt(COUNT));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(philox_gives_its_known_answers),
		cmocka_unit_test(a_row_of_draws_is_its_blocks_in_order),
		cmocka_unit_test(many_ids_get_what_each_gets_alone), cmocka_unit_test(every_part_of_the_address_matters),
		cmocka_unit_test(unit_numbers_never_reach_their_ends),
		cmocka_unit_test(normals_have_mean_0_and_sd_1),
		cmocka_unit_test(numbers_below_a_bound_are_even),
		cmocka_unit_test(poisson_draws_follow_poisson_at_small_and_large_means),
		cmocka_unit_test(poisson_of_nothing_is_nothing),
		cmocka_unit_test(shares_stay_inside_and_keep_their_mean),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
