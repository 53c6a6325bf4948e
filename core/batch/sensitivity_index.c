// Morris's and Sobol's indices of a draw of units, and intervals from many such draws.
#include "batch/sensitivity_inside.h"

#include "mem.h"
#include "sim/rng.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

static void find_morris(const struct sensitivity_study *study, const int *pick, int f, double index[SENSITIVITY_INDICES])
{
	double sum = 0, size = 0, squares = 0;
	for (int k = 0; k < study->used; k++) {
		double effect = study->effect[pick[k] * study->factors + f];
		sum += effect;
		size += fabs(effect);
	}
	double mean = sum / study->used;
	for (int k = 0; k < study->used; k++) {
		double apart = study->effect[pick[k] * study->factors + f] - mean;
		squares += apart * apart;
	}
	index[0] = size / study->used;
	index[1] = mean;
	index[2] = sqrt(squares / (study->used - 1));
}

struct moments {
	double mean, variance;
};

// Of A and B, which together are a sample of the whole space.
static struct moments find_moments(const struct sensitivity_study *study, const int *pick)
{
	double sum = 0, squares = 0, n = 2.0 * study->used;
	for (int k = 0; k < study->used; k++)
		sum += study->y[pick[k] * study->each] + study->y[pick[k] * study->each + 1];
	for (int k = 0; k < study->used; k++) {
		double a = study->y[pick[k] * study->each] - sum / n, b = study->y[pick[k] * study->each + 1] - sum / n;
		squares += a * a + b * b;
	}
	double mean = sum / n, variance = squares / (n - 1);
	return (struct moments){ mean, variance > mean * mean * SENSITIVITY_ROUNDING * SENSITIVITY_ROUNDING ? variance : 0 };
}

static void find_sobol(const struct sensitivity_study *study, const int *pick, const struct moments *all, int f, double index[SENSITIVITY_INDICES])
{
	double first = 0, total = 0;
	for (int k = 0; k < study->used; k++) {
		const double *y = study->y + pick[k] * study->each;
		double a = y[0] - all->mean, b = y[1] - all->mean, mixed = y[2 + f] - all->mean;
		first += b * (mixed - a);
		total += (a - mixed) * (a - mixed);
	}
	index[0] = all->variance > 0 ? first / study->used / all->variance : NAN;
	index[1] = all->variance > 0 ? total / (2 * study->used) / all->variance : NAN;
	index[2] = 0;
}

// index[f × SENSITIVITY_INDICES + i] of all factors; returns the share that no factor has alone.
static double find_all(const struct sensitivity_study *study, const int *pick, double *index)
{
	struct moments all = study->design == RESULTS_SOBOL ? find_moments(study, pick) : (struct moments){ 0 };
	double together = 1;
	for (int f = 0; f < study->factors; f++) {
		if (study->design == RESULTS_MORRIS)
			find_morris(study, pick, f, index + f * SENSITIVITY_INDICES);
		else
			find_sobol(study, pick, &all, f, index + f * SENSITIVITY_INDICES);
		together -= index[f * SENSITIVITY_INDICES];
	}
	return together;
}

// ---- intervals

// Percentiles, so much further out as Student's t asks of so few units (Hesterberg 2015, "expanded").
static struct stats_interval percentiles(double *drawn, int used)
{
	double tail = gsl_cdf_ugaussian_Q(sqrt((double)used / (used - 1)) * stats_t(used - 1, 0.95));
	if (isnan(drawn[0]))
		return (struct stats_interval){ NAN, NAN };
	gsl_sort(drawn, 1, SENSITIVITY_REPEATS);
	return (struct stats_interval){ gsl_stats_quantile_from_sorted_data(drawn, 1, SENSITIVITY_REPEATS, tail),
		                        gsl_stats_quantile_from_sorted_data(drawn, 1, SENSITIVITY_REPEATS, 1 - tail) };
}

// One repeat: units drawn with replacement. Its indices go to column `repeat` of `drawn`.
static void draw_again(struct sensitivity_study *study, int repeat, double *index)
{
	struct rng rng = rng_start(study->results->seed, (uint32_t)repeat, 0, RNG_BOOTSTRAP);
	int rows = study->factors * SENSITIVITY_INDICES;
	for (int k = 0; k < study->used; k++)
		study->pick[k] = (int)rng_below(&rng, (uint32_t)study->used);
	double together = find_all(study, study->pick, index);
	for (int row = 0; row < rows; row++)
		study->drawn[(size_t)row * SENSITIVITY_REPEATS + (size_t)repeat] = index[row];
	study->drawn[(size_t)rows * SENSITIVITY_REPEATS + (size_t)repeat] = together;
}

static struct sensitivity_index index_of(struct sensitivity_study *study, const double *index, int row)
{
	return (struct sensitivity_index){ index[row], percentiles(study->drawn + (size_t)row * SENSITIVITY_REPEATS, study->used) };
}

// The row of a factor keeps its place by importance: insertion, most important first.
static void put_row(struct sensitivity *out, const struct sensitivity_row *row)
{
	int at = out->count++;
	bool morris = out->design == RESULTS_MORRIS;
	for (; at > 0; at--) {
		const struct sensitivity_row *above = &out->row[at - 1];
		if (!(morris ? above->star.value < row->star.value : above->total.value < row->total.value))
			break;
		out->row[at] = *above;
	}
	out->row[at] = *row;
}

static void find_intervals(struct sensitivity_study *study, struct sensitivity *out, const double *index, double together)
{
	int rows = study->factors * SENSITIVITY_INDICES;
	for (int f = 0; f < study->factors; f++) {
		struct sensitivity_row row = { .factor = f };
		struct sensitivity_index one = index_of(study, index, f * SENSITIVITY_INDICES), two = index_of(study, index, f * SENSITIVITY_INDICES + 1);
		if (out->design == RESULTS_SOBOL)
			row.first = one, row.total = two;
		else
			row.star = one, row.mean = two, row.sd = index_of(study, index, f * SENSITIVITY_INDICES + 2);
		put_row(out, &row);
	}
	if (out->design == RESULTS_SOBOL)
		out->together = (struct sensitivity_index){ together, percentiles(study->drawn + (size_t)rows * SENSITIVITY_REPEATS, study->used) };
}

bool sensitivity_find(struct sensitivity_study *study, struct sensitivity *out, struct err *err)
{
	size_t indices = (size_t)study->factors * SENSITIVITY_INDICES;
	double *index = mem_new(indices, sizeof *index), *again = mem_new(indices, sizeof *again);
	bool done = index && again;
	if (done) {
		for (int k = 0; k < study->used; k++)
			study->pick[k] = k;
		double together = find_all(study, study->pick, index);
		for (int repeat = 0; repeat < SENSITIVITY_REPEATS; repeat++)
			draw_again(study, repeat, again);
		find_intervals(study, out, index, together);
	} else {
		err_memory(err);
	}
	mem_free(index);
	mem_free(again);
	return done;
}
