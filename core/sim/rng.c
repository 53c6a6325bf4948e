// Rows of addressed draws and the distributions that the model needs.
#include "sim/rng.h"

#include "sim/real.h"

struct rng rng_start(uint64_t seed, uint32_t id, uint32_t week, uint32_t purpose)
{
	return (struct rng){ .seed = seed, .id = id, .week = week, .purpose = purpose };
}

uint32_t rng_word(struct rng *rng)
{
	if (rng->left == 0) {
		rng->block = rng_block(rng->seed, rng->id, rng->week, rng->purpose, rng->k++);
		rng->left = 4;
	}
	return rng->block.word[4 - rng->left--];
}

double rng_next(struct rng *rng)
{
	return rng_unit(rng_word(rng));
}

// Marsaglia's polar method; the second number is thrown away to keep no state.
double rng_normal(struct rng *rng)
{
	for (;;) {
		double u = 2 * rng_next(rng) - 1, v = 2 * rng_next(rng) - 1, s = u * u + v * v;
		if (s < 1 && s > 0)
			return u * real_sqrt(-2 * real_log(s) / s);
	}
}

uint32_t rng_below(struct rng *rng, uint32_t bound)
{
	return (uint32_t)(((uint64_t)rng_word(rng) * bound) >> 32);
}

static double log_factorial(double k)
{
	if (k < 10) {
		double product = 1;
		for (int i = 2; i <= (int)k; i++)
			product *= i;
		return real_log(product);
	}
	double x = k + 1, r = 1 / (x * x);  // Stirling's series
	return (x - 0.5) * real_log(x) - x + 0.91893853320467274178 + (1.0 / 12 - r * (1.0 / 360 - r / 1260)) / x;
}

static uint32_t poisson_small(struct rng *rng, double mean)
{
	double p = real_exp(-mean), sum = p, u = rng_next(rng);
	uint32_t k = 0;
	while (u > sum && k < 1000)
		sum += p *= mean / ++k;
	return k;
}

// Hörmann's transformed rejection (PTRS, 1993): exact for mean ≥ 10.
uint32_t rng_poisson(struct rng *rng, double mean)
{
	if (mean <= 0)
		return 0;
	if (mean < 12)
		return poisson_small(rng, mean);
	double b = 0.931 + 2.53 * real_sqrt(mean), a = -0.059 + 0.02483 * b;
	double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), vr = 0.9277 - 3.6224 / (b - 2), log_mean = real_log(mean);
	for (;;) {
		double u = rng_next(rng) - 0.5, v = rng_next(rng), us = 0.5 - (u < 0 ? -u : u);
		double k = real_floor((2 * a / us + b) * u + mean + 0.43);
		if (us >= 0.07 && v <= vr)
			return (uint32_t)k;
		if (k < 0 || (us < 0.013 && v > us))
			continue;
		if (real_log(v * inverse_alpha / (a / (us * us) + b)) <= k * log_mean - mean - log_factorial(k))
			return (uint32_t)k;
	}
}

double rng_beta_like(struct rng *rng, double mean, double sd)
{
	double x = mean + sd * rng_normal(rng);
	if (x < 0.02)
		x = 0.04 - x;
	if (x > 0.98)
		x = 1.96 - x;
	return real_clamp(x, 0.02, 0.98);
}
