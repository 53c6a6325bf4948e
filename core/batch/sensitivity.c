// Morris's and Sobol's indices with bootstrap intervals.
#include "batch/sensitivity.h"

#include "batch/points.h"
#include "mem.h"
#include "sim/rng.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

enum { REPEATS = 2000, INDICES = 3 };  // indices a factor: star, mean, sd or first, total, –
#define ROUNDING 1e-13  // as in stats.c: a spread below this part of the values is none

// A unit is what is drawn again: a trajectory of factors + 1 points, or a base of factors + 2.
struct study {
	const struct results *results;
	enum results_design design;
	int outcome, factors;
	int each;           // points a unit
	int used;
	int *point;         // [units × each] index in results.point, the used ones first
	double *y;          // [units × each] mean of the replicates
	double *effect;     // [used × factors] Morris: elementary effects
	int *pick;          // [used] units drawn
	double *drawn;      // [INDICES × factors][REPEATS]
};

static void clear_study(struct study *study)
{
	mem_free(study->point);
	mem_free(study->y);
	mem_free(study->effect);
	mem_free(study->pick);
	mem_free(study->drawn);
}

static const double *values_of(const struct study *study, int unit, int row)
{
	return study->results->point[study->point[unit * study->each + row]].value;
}

// ---- which points, and are they those of the design

static void refuse_design(const struct results *results, struct err *err)
{
	if (results->design == RESULTS_LHS)
		err_add(err, "%s: het ontwerp is %s; dat spreidt punten, maar laat niet zien wat elke factor alleen doet: draai het experiment met "
		        "design = sobol of morris",
		        "%s: its design is %s; that spreads points, but does not show what each factor does alone: run the experiment with "
		        "design = sobol or morris", results->path, points_name(results->design));
	else
		err_add(err, "%s: het ontwerp is %s; gevoeligheid vraagt sobol of morris. De verschillen tussen deze alternatieven toont: "
		        "stoeprand compare %s",
		        "%s: its design is %s; sensitivity needs sobol or morris. What sets these alternatives apart is shown by: "
		        "stoeprand compare %s", results->path, points_name(results->design), results->path);
}

static bool belongs(const struct results_point *point, int named, bool with_baseline)
{
	return point->named == named && (with_baseline || !point->is_baseline);
}

// A baseline may stand apart from the design's points; without it there are as many as the design has.
static bool gather(struct study *study, int named, int wanted)
{
	const struct results *results = study->results;
	for (int with = 1; with >= 0; with--) {
		int found = 0;
		for (int k = 0; k < results->point_count; k++)
			if (belongs(&results->point[k], named, with) && found++ < wanted)
				study->point[found - 1] = k;
		if (found == wanted)
			return true;
	}
	return false;
}

// How many factors differ between two points; the last of them in *which.
static int differ(const struct study *study, const double *a, const double *b, int *which)
{
	int count = 0;
	for (int f = 0; f < study->factors; f++)
		if (a[f] != b[f]) {
			*which = f;
			count++;
		}
	return count;
}

static bool is_base(const struct study *study, int unit)
{
	const double *a = values_of(study, unit, 0), *b = values_of(study, unit, 1);
	for (int i = 0; i < study->factors; i++) {
		int which = i;
		const double *mixed = values_of(study, unit, 2 + i);
		if (differ(study, a, mixed, &which) > 1 || which != i || mixed[i] != b[i])
			return false;
	}
	return true;
}

static bool is_trajectory(const struct study *study, int unit)
{
	for (int step = 0; step < study->factors; step++) {
		int which;
		if (differ(study, values_of(study, unit, step), values_of(study, unit, step + 1), &which) != 1)
			return false;
	}
	return true;
}

static bool is_laid_out(const struct study *study, int units)
{
	for (int unit = 0; unit < units; unit++)
		if (study->design == RESULTS_SOBOL ? !is_base(study, unit) : !is_trajectory(study, unit))
			return false;
	return true;
}

// ---- the numbers

static bool is_complete(const struct study *study, int unit)
{
	for (int row = 0; row < study->each; row++)
		if (isnan(study->y[unit * study->each + row]))
			return false;
	return true;
}

// Means over replicates; units with a hole go.
static void read_values(struct study *study, int units)
{
	const struct results *results = study->results;
	for (int k = 0; k < units * study->each; k++)
		study->y[k] = stats_mean(results_at(results, study->point[k], 0, study->outcome), results->replicate_count,
		                         (size_t)results->outcome_count).mean;
	for (int unit = 0; unit < units; unit++) {
		if (!is_complete(study, unit))
			continue;
		for (int row = 0; row < study->each; row++) {
			study->y[study->used * study->each + row] = study->y[unit * study->each + row];
			study->point[study->used * study->each + row] = study->point[unit * study->each + row];
		}
		study->used++;
	}
}

static double range_of(const struct results_factor *factor)
{
	return isnan(factor->min) ? factor->level_count - 1 : factor->max - factor->min;
}

static void find_effects(struct study *study)
{
	for (int unit = 0; unit < study->used; unit++)
		for (int step = 0; step < study->factors; step++) {
			const double *before = values_of(study, unit, step), *after = values_of(study, unit, step + 1);
			const double *y = study->y + unit * study->each + step;
			int f = 0;
			differ(study, before, after, &f);
			study->effect[unit * study->factors + f] = (y[1] - y[0]) / (after[f] - before[f]) * range_of(&study->results->factor[f]);
		}
}

// ---- the indices of a draw of units

static void find_morris(const struct study *study, const int *pick, int f, double index[INDICES])
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
static struct moments find_moments(const struct study *study, const int *pick)
{
	double sum = 0, squares = 0, n = 2.0 * study->used;
	for (int k = 0; k < study->used; k++)
		sum += study->y[pick[k] * study->each] + study->y[pick[k] * study->each + 1];
	for (int k = 0; k < study->used; k++) {
		double a = study->y[pick[k] * study->each] - sum / n, b = study->y[pick[k] * study->each + 1] - sum / n;
		squares += a * a + b * b;
	}
	double mean = sum / n, variance = squares / (n - 1);
	return (struct moments){ mean, variance > mean * mean * ROUNDING * ROUNDING ? variance : 0 };
}

static void find_sobol(const struct study *study, const int *pick, const struct moments *all, int f, double index[INDICES])
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

// index[f × INDICES + i] of all factors; returns the share that no factor has alone.
static double find_all(const struct study *study, const int *pick, double *index)
{
	struct moments all = study->design == RESULTS_SOBOL ? find_moments(study, pick) : (struct moments){ 0 };
	double together = 1;
	for (int f = 0; f < study->factors; f++) {
		if (study->design == RESULTS_MORRIS)
			find_morris(study, pick, f, index + f * INDICES);
		else
			find_sobol(study, pick, &all, f, index + f * INDICES);
		together -= index[f * INDICES];
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
	gsl_sort(drawn, 1, REPEATS);
	return (struct stats_interval){ gsl_stats_quantile_from_sorted_data(drawn, 1, REPEATS, tail),
		                        gsl_stats_quantile_from_sorted_data(drawn, 1, REPEATS, 1 - tail) };
}

// One repeat: units drawn with replacement. Its indices go to column `repeat` of `drawn`.
static void draw_again(struct study *study, int repeat, double *index)
{
	struct rng rng = rng_start(study->results->seed, (uint32_t)repeat, 0, RNG_BOOTSTRAP);
	int rows = study->factors * INDICES;
	for (int k = 0; k < study->used; k++)
		study->pick[k] = (int)rng_below(&rng, (uint32_t)study->used);
	double together = find_all(study, study->pick, index);
	for (int row = 0; row < rows; row++)
		study->drawn[(size_t)row * REPEATS + (size_t)repeat] = index[row];
	study->drawn[(size_t)rows * REPEATS + (size_t)repeat] = together;
}

static struct sensitivity_index index_of(struct study *study, const double *index, int row)
{
	return (struct sensitivity_index){ index[row], percentiles(study->drawn + (size_t)row * REPEATS, study->used) };
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

static void find_indices(struct study *study, struct sensitivity *out, double *index, double *again)
{
	for (int k = 0; k < study->used; k++)
		study->pick[k] = k;
	double together = find_all(study, study->pick, index);
	for (int repeat = 0; repeat < REPEATS; repeat++)
		draw_again(study, repeat, again);
	for (int f = 0; f < study->factors; f++) {
		struct sensitivity_row row = { .factor = f };
		struct sensitivity_index one = index_of(study, index, f * INDICES), two = index_of(study, index, f * INDICES + 1);
		if (out->design == RESULTS_SOBOL)
			row.first = one, row.total = two;
		else
			row.star = one, row.mean = two, row.sd = index_of(study, index, f * INDICES + 2);
		put_row(out, &row);
	}
	if (out->design == RESULTS_SOBOL) {
		index[0] = together;
		out->together = (struct sensitivity_index){ together, percentiles(study->drawn + (size_t)study->factors * INDICES * REPEATS, study->used) };
	}
}

// ---- chance

static double *value_at(const struct study *study, int k, int replicate)
{
	return results_at(study->results, study->point[k], replicate, study->outcome);
}

// What a seed does to all points alike: the mean of its distances from the points' means.
static double shared_luck(const struct study *study, int replicate, int *known)
{
	double sum = 0;
	*known = 0;
	for (int k = 0; k < study->used * study->each; k++) {
		double apart = *value_at(study, k, replicate) - study->y[k];
		sum += isnan(apart) ? 0 : apart;
		*known += isnan(apart) ? 0 : 1;
	}
	return *known ? sum / *known : 0;
}

// The variance of what chance leaves in a point's mean: residuals of points and seeds, over the mean number of replicates.
static double chance_in_means(const struct study *study)
{
	double squares = 0, values = 0, points = (double)study->used * study->each;
	int seeds = 0;
	for (int r = 0; r < study->results->replicate_count; r++) {
		int known;
		double luck = shared_luck(study, r, &known);
		seeds += known > 0;
		values += known;
		for (int k = 0; known && k < study->used * study->each; k++) {
			double left = *value_at(study, k, r) - study->y[k] - luck;
			squares += isnan(left) ? 0 : left * left;
		}
	}
	double free = values - points - (seeds - 1);
	return seeds > 1 && free > 0 ? squares / free / (values / points) : NAN;
}

static void describe(const struct study *study, struct sensitivity *out)
{
	int rows = study->design == RESULTS_SOBOL ? 2 : study->each;
	double sum = 0, squares = 0, n = (double)study->used * rows;
	for (int k = 0; k < study->used * study->each; k++)
		sum += k % study->each < rows ? study->y[k] : 0;
	for (int k = 0; k < study->used * study->each; k++) {
		double apart = study->y[k] - sum / n;
		squares += k % study->each < rows ? apart * apart : 0;
	}
	out->average = sum / n;
	out->sd = sqrt(squares / (n - 1));
	if (out->sd <= fabs(out->average) * ROUNDING)
		out->sd = 0;
	double noise = out->sd > 0 ? chance_in_means(study) / (out->sd * out->sd) : NAN;
	out->noise = noise > 1 ? 1 : noise;
}

// ---- all of it

static bool open_study(struct study *study, int units)
{
	size_t points = (size_t)units * (size_t)study->each, factors = (size_t)study->factors;
	study->point = mem_new(points, sizeof *study->point);
	study->y = mem_new(points, sizeof *study->y);
	study->effect = mem_new((size_t)units * factors, sizeof *study->effect);
	study->pick = mem_new((size_t)units, sizeof *study->pick);
	study->drawn = mem_new((factors * INDICES + 1) * REPEATS, sizeof *study->drawn);
	return study->point && study->y && study->effect && study->pick && study->drawn;
}

static bool read_study(struct study *study, int named, int units, struct err *err)
{
	const struct results *results = study->results;
	if (!gather(study, named, units * study->each) || !is_laid_out(study, units)) {
		err_add(err, "%s: de punten zijn niet die van een ontwerp %s van omvang %d met %d factoren",
		        "%s: the points are not those of a design %s of size %d with %d factors",
		        results->path, points_name(study->design), units, study->factors);
		return false;
	}
	read_values(study, units);
	if (study->used < 2) {
		err_add(err, "%s: %s: nog maar %d van de %d %s%.0s zijn af en dat is te weinig om iets te zeggen; draai het experiment eerst af",
		        "%s: %s: only %d of %d %.0s%s are complete, too few to say anything; first run the experiment to its end",
		        results->path, results->outcome[study->outcome].key, study->used, units,
		        study->design == RESULTS_SOBOL ? "basispunten" : "trajecten", study->design == RESULTS_SOBOL ? "bases" : "trajectories");
		return false;
	}
	return true;
}

static bool answer(struct study *study, struct sensitivity *out, struct err *err)
{
	size_t indices = (size_t)study->factors * INDICES;
	double *index = mem_new(indices, sizeof *index), *again = mem_new(indices, sizeof *again);
	out->row = mem_new((size_t)study->factors, sizeof *out->row);
	bool done = index && again && out->row;
	if (done) {
		if (study->design == RESULTS_MORRIS)
			find_effects(study);
		find_indices(study, out, index, again);
		describe(study, out);
	} else {
		err_memory(err);
	}
	mem_free(index);
	mem_free(again);
	return done;
}

bool sensitivity_make(const struct results *results, int outcome, int named, struct sensitivity *out, struct err *err)
{
	struct study study = { .results = results, .design = results->design, .outcome = outcome, .factors = results->factor_count };
	must(outcome >= 0 && outcome < results->outcome_count && named >= -1 && named < results->named_count);
	*out = (struct sensitivity){ .design = results->design, .outcome = outcome, .named = named, .replicates = results->replicate_count };
	if (results->design != RESULTS_SOBOL && results->design != RESULTS_MORRIS) {
		refuse_design(results, err);
		return false;
	}
	int units = results->design_size, rows = points_rows(study.design, units, study.factors);
	study.each = units > 0 ? rows / units : 0;
	must(units > 0 && study.factors > 0 && rows > 0);
	bool open = open_study(&study, units);
	if (!open)
		err_memory(err);
	bool done = open && read_study(&study, named, units, err) && answer(&study, out, err);
	out->used = study.used;
	out->left_out = units - study.used;
	if (!done)
		sensitivity_clear(out);
	clear_study(&study);
	return done;
}

void sensitivity_clear(struct sensitivity *sensitivity)
{
	mem_free(sensitivity->row);
	*sensitivity = (struct sensitivity){ 0 };
}
