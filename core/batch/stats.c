// Student, Hedges, Wilson, Holm and Bonferroni, on GSL's distributions.
#include "batch/stats.h"

#include "mem.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sort.h>
#include <math.h>

#define LEVEL 0.95
#define NEEDED_MAX 1e9
#define ROUNDING 1e-13  // a spread below this part of the values is what adding up left behind: none

double stats_t(double df, double level)
{
	return df >= 1 ? gsl_cdf_tdist_Pinv(0.5 + level / 2, df) : NAN;
}

// Exact, by gamma functions (Hedges 1981), not by the common approximation 1 − 3 ÷ (4 df − 1).
double stats_hedges(double df)
{
	return df >= 2 ? exp(gsl_sf_lngamma(df / 2) - gsl_sf_lngamma((df - 1) / 2)) / sqrt(df / 2) : NAN;
}

static struct stats_interval around(double mean, double half)
{
	return (struct stats_interval){ mean - half, mean + half };
}

// ---- means

struct sums {
	int count;
	double mean, sd, size;  // size: mean of the absolute values
};

// The values at `x` minus, where there is one, those at `from`; only where `other` is known as well.
static double value_at(const double *x, const double *from, const double *other, size_t at)
{
	return from ? x[at] - from[at] : other && isnan(other[at]) ? NAN : x[at];
}

static struct sums sum_up(const double *x, const double *from, const double *other, int count, size_t stride)
{
	struct sums sums = { .mean = NAN, .sd = NAN };
	double sum = 0, squares = 0;
	for (int k = 0; k < count; k++) {
		double value = value_at(x, from, other, (size_t)k * stride);
		if (isnan(value))
			continue;
		sum += value;
		sums.size += fabs(x[(size_t)k * stride]);
		sums.count++;
	}
	if (sums.count < 1)
		return sums;
	sums.mean = sum / sums.count;
	sums.size /= sums.count;
	for (int k = 0; k < count; k++) {
		double apart = value_at(x, from, other, (size_t)k * stride) - sums.mean;
		squares += isnan(apart) ? 0 : apart * apart;
	}
	if (sums.count > 1)
		sums.sd = sqrt(squares / (sums.count - 1));
	if (sums.sd <= sums.size * ROUNDING)
		sums.sd = 0;
	if (fabs(sums.mean) <= sums.size * ROUNDING)
		sums.mean = 0;
	return sums;
}

static double half_width(const struct sums *sums, double df, double level)
{
	return stats_t(df, level) * sums->sd / sqrt(sums->count);
}

struct stats_mean stats_mean(const double *x, int count, size_t stride)
{
	struct sums sums = sum_up(x, NULL, NULL, count, stride);
	return (struct stats_mean){ sums.count, count - sums.count, sums.mean, sums.sd,
		around(sums.mean, half_width(&sums, sums.count - 1, LEVEL)) };
}

// ---- pairs

// Differences that are all the same leave nothing to chance.
static double p_of(const struct sums *difference, double df)
{
	if (difference->count < 2)
		return NAN;
	if (difference->sd == 0)
		return difference->mean == 0;
	return 2 * gsl_cdf_tdist_Q(fabs(difference->mean) / difference->sd * sqrt(difference->count), df);
}

static double standardised(double mean, double sd, int count)
{
	return sd > 0 ? mean / sd * stats_hedges(count - 1) : NAN;
}

static void count_signs(struct stats_paired *paired, const double *a, const double *b, int count, size_t stride)
{
	for (int k = 0; k < count; k++) {
		double one = a[(size_t)k * stride], other = b[(size_t)k * stride];
		paired->higher += one > other;
		paired->lower += one < other;
		paired->equal += one == other;
	}
	double successes = paired->higher + 0.5 * paired->equal;
	paired->chance = paired->pairs ? successes / paired->pairs : NAN;
	paired->chance_interval = stats_wilson(successes, paired->pairs);
}

struct stats_paired stats_paired(const double *a, const double *b, int count, size_t stride)
{
	struct sums difference = sum_up(a, b, NULL, count, stride);
	struct sums one = sum_up(a, NULL, b, count, stride), base = sum_up(b, NULL, a, count, stride);
	double apart = one.sd * one.sd + base.sd * base.sd;
	struct stats_paired paired = {
		.pairs = difference.count, .missing = count - difference.count, .mean = difference.mean, .sd = difference.sd,
		.df = difference.count - 1, .interval = around(difference.mean, half_width(&difference, difference.count - 1, LEVEL)),
		.p = p_of(&difference, difference.count - 1),
		.d_z = standardised(difference.mean, difference.sd, difference.count),
		.d_spread = standardised(difference.mean, base.sd, base.count),
		.saved = apart > 0 ? 1 - difference.sd * difference.sd / apart : NAN,
	};
	count_signs(&paired, a, b, count, stride);
	return paired;
}

// ---- runs with nothing in common

// Share of all pairs of an a and a b where a is above, equal ones for half.
static double any_chance(const double *a, const double *b, int count, size_t stride)
{
	double successes = 0, all = 0;
	for (int i = 0; i < count; i++)
		for (int k = 0; k < count; k++) {
			double apart = a[(size_t)i * stride] - b[(size_t)k * stride];
			successes += apart > 0 ? 1 : apart == 0 ? 0.5 : 0;
			all += isnan(apart) ? 0 : 1;
		}
	return all > 0 ? successes / all : NAN;
}

struct stats_paired stats_apart(const double *a, const double *b, int count, size_t stride)
{
	struct sums one = sum_up(a, NULL, NULL, count, stride), base = sum_up(b, NULL, NULL, count, stride);
	double of_one = one.sd * one.sd / one.count, of_base = base.sd * base.sd / base.count, both = of_one + of_base;
	double df = both > 0 ? both * both / (of_one * of_one / (one.count - 1) + of_base * of_base / (base.count - 1)) : one.count + base.count - 2;
	int pairs = one.count < base.count ? one.count : base.count;
	struct sums difference = { .count = pairs, .mean = one.mean - base.mean, .sd = sqrt(both * pairs) };
	struct stats_paired apart = {
		.pairs = pairs, .missing = count - pairs, .mean = difference.mean, .sd = difference.sd, .df = df,
		.interval = around(difference.mean, half_width(&difference, df, LEVEL)), .p = p_of(&difference, df),
		.d_z = NAN, .d_spread = standardised(difference.mean, base.sd, base.count),
		.chance = any_chance(a, b, count, stride), .saved = NAN,
	};
	apart.chance_interval = stats_wilson(apart.chance * pairs, pairs);
	return apart;
}

// ---- shares, corrections, how many

struct stats_interval stats_wilson(double successes, int count)
{
	if (count < 1)
		return (struct stats_interval){ NAN, NAN };
	double z = gsl_cdf_ugaussian_Pinv(0.5 + LEVEL / 2), n = count, share = successes / n;
	double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
	double half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
	return (struct stats_interval){ successes <= 0 ? 0 : middle - half, successes >= n ? 1 : middle + half };
}

bool stats_holm(const double *p, int count, double *corrected, struct err *err)
{
	size_t *order = mem_new((size_t)count + 1, sizeof *order), known = 0;
	double *row = mem_new((size_t)count + 1, sizeof *row), least = 0;
	if (order && row) {
		for (int k = 0; k < count; k++) {
			row[k] = isnan(p[k]) ? 2 : p[k];  // to the end
			known += isnan(p[k]) ? 0 : 1;
			corrected[k] = NAN;
		}
		gsl_sort_index(order, row, 1, (size_t)count);
		for (size_t k = 0; k < known; k++) {
			least = fmax(least, fmin(1, (double)(known - k) * row[order[k]]));
			corrected[order[k]] = least;
		}
	} else {
		err_memory(err);
	}
	bool done = order && row;
	mem_free(order);
	mem_free(row);
	return done;
}

struct stats_interval stats_joint(const struct stats_paired *paired, int comparisons)
{
	must(comparisons >= 1);
	struct sums difference = { .count = paired->pairs, .mean = paired->mean, .sd = paired->sd };
	return around(paired->mean, half_width(&difference, paired->df, 1 - (1 - LEVEL) / comparisons));
}

int stats_needed(double sd, double half)
{
	must(half > 0);
	double z = gsl_cdf_ugaussian_Pinv(0.5 + LEVEL / 2), n = fmax(2, ceil(z * sd / half * (z * sd / half)));
	if (!(sd >= 0) || n > NEEDED_MAX)
		return -1;
	while (stats_t(n - 1, LEVEL) * sd / sqrt(n) > half)
		n++;
	return (int)n;
}
