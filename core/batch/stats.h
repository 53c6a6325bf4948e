// Statistics of replicates: means, paired differences, effect sizes, chances, corrections. Numbers in, numbers out.
// NaN among the values is a replicate that is missing: left out and counted. What cannot be known (of one value, a
// spread) is NaN in the answer. Intervals are of 95 %, two-sided, by Student's t unless said otherwise.
//
// Student's interval of a mean is right for any distribution once there are enough replicates; skewness asks for
// more. In paired differences most of it falls away: 10 to 20 pairs are enough. Of the mean of an exponential number by
// itself the interval holds the truth in 92 % with 20 replicates and in 94.6 % with 200 (tests/batch/test_stats.c).
#ifndef STATS_H
#define STATS_H

#include "err.h"

#include <stddef.h>
#include <stdint.h>

struct stats_interval {
	double low, high;
};

struct stats_mean {
	int count, missing;
	double mean, sd;                 // sd of the replicates, n − 1
	struct stats_interval interval;  // of the mean
};

// x[0], x[stride], … : `count` of them.
struct stats_mean stats_mean(const double *x, int count, size_t stride);

// What alternative a does beside baseline b, replicate by replicate: both had the same luck.
struct stats_paired {
	int pairs, missing;              // replicates with both; with only one of the two, or none
	double mean, sd, df;             // of the differences a − b
	struct stats_interval interval;  // of their mean
	double p;                        // two-sided, that the mean difference is 0 (paired t)
	double d_z;                      // mean ÷ sd of the differences, Hedges-corrected: how sure a pair is of its sign
	double d_spread;                 // mean ÷ sd of the baseline (Glass's Δ), Hedges-corrected: how large beside chance
	int higher, lower, equal;        // pairs where a is above b, below, the same
	double chance;                   // that a is above b in a pair, equal ones for half
	struct stats_interval chance_interval;  // Wilson's
	double saved;                    // share of variance that pairing took away: 1 − var(a − b) ÷ (var a + var b)
};

struct stats_paired stats_paired(const double *a, const double *b, int count, size_t stride);

// The same of runs that have nothing in common, each with luck of its own (Welch's t): `pairs` is the smaller number of
// replicates, `sd` what the differences of so many pairs would have, `chance` that of any a and any b (Mann and Whitney;
// its interval Wilson's over `pairs`, on the wide side). d_z, saved and the counts of pairs do not exist: NaN and 0.
struct stats_paired stats_apart(const double *a, const double *b, int count, size_t stride);

double stats_t(double df, double level);         // half-width of a two-sided interval in standard errors; NaN when df < 1
double stats_hedges(double df);                  // what a standardised mean is multiplied by to lose its bias; NaN when df < 2
struct stats_interval stats_wilson(double successes, int count);  // of a share; halves are fine

// Holm's p-values: each times the number of comparisons not yet settled, never above 1. NaN stays NaN and is no
// comparison. False and err without memory.
bool stats_holm(const double *p, int count, double *corrected, struct err *err);

// The interval of one of `comparisons` differences, so wide that all of them together hold in 95 % (Bonferroni: right
// whatever they have to do with one another).
struct stats_interval stats_joint(const struct stats_paired *paired, int comparisons);

// The smallest number of replicates whose interval has at most this half-width (> 0), when their spread is `sd`;
// at least 2, −1 when it is over a milliard, or sd unknown.
int stats_needed(double sd, double half_width);

#endif
