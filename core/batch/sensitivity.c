// Which points are those of the design, what is left of chance in them; the indices are in sensitivity_index.c.
#include "batch/sensitivity_inside.h"

#include "batch/points.h"
#include "mem.h"

#include <math.h>

static void clear_study(struct sensitivity_study *study)
{
	mem_free(study->point);
	mem_free(study->y);
	mem_free(study->effect);
	mem_free(study->pick);
	mem_free(study->drawn);
}

static const double *values_of(const struct sensitivity_study *study, int unit, int row)
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
static bool gather(struct sensitivity_study *study, int named, int wanted)
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
static int differ(const struct sensitivity_study *study, const double *a, const double *b, int *which)
{
	int count = 0;
	for (int f = 0; f < study->factors; f++)
		if (a[f] != b[f]) {
			*which = f;
			count++;
		}
	return count;
}

static bool is_base(const struct sensitivity_study *study, int unit)
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

static bool is_trajectory(const struct sensitivity_study *study, int unit)
{
	for (int step = 0; step < study->factors; step++) {
		int which;
		if (differ(study, values_of(study, unit, step), values_of(study, unit, step + 1), &which) != 1)
			return false;
	}
	return true;
}

static bool is_laid_out(const struct sensitivity_study *study, int units)
{
	for (int unit = 0; unit < units; unit++)
		if (study->design == RESULTS_SOBOL ? !is_base(study, unit) : !is_trajectory(study, unit))
			return false;
	return true;
}

// ---- the numbers

static bool is_complete(const struct sensitivity_study *study, int unit)
{
	for (int row = 0; row < study->each; row++)
		if (isnan(study->y[unit * study->each + row]))
			return false;
	return true;
}

// Means over replicates; units with a hole go.
static void read_values(struct sensitivity_study *study, int units)
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

static void find_effects(struct sensitivity_study *study)
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

// ---- chance

static double *value_at(const struct sensitivity_study *study, int k, int replicate)
{
	return results_at(study->results, study->point[k], replicate, study->outcome);
}

// What a seed does to all points alike: the mean of its distances from the points' means.
static double shared_luck(const struct sensitivity_study *study, int replicate, int *known)
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
static double chance_in_means(const struct sensitivity_study *study)
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

static void describe(const struct sensitivity_study *study, struct sensitivity *out)
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
	if (out->sd <= fabs(out->average) * SENSITIVITY_ROUNDING)
		out->sd = 0;
	double noise = out->sd > 0 ? chance_in_means(study) / (out->sd * out->sd) : NAN;
	out->noise = noise > 1 ? 1 : noise;
}

// ---- all of it

static bool open_study(struct sensitivity_study *study, int units)
{
	size_t points = (size_t)units * (size_t)study->each, factors = (size_t)study->factors;
	study->point = mem_new(points, sizeof *study->point);
	study->y = mem_new(points, sizeof *study->y);
	study->effect = mem_new((size_t)units * factors, sizeof *study->effect);
	study->pick = mem_new((size_t)units, sizeof *study->pick);
	study->drawn = mem_new((factors * SENSITIVITY_INDICES + 1) * SENSITIVITY_REPEATS, sizeof *study->drawn);
	return study->point && study->y && study->effect && study->pick && study->drawn;
}

static bool read_study(struct sensitivity_study *study, int named, int units, struct err *err)
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

static bool answer(struct sensitivity_study *study, struct sensitivity *out, struct err *err)
{
	out->row = mem_new((size_t)study->factors, sizeof *out->row);
	if (!out->row) {
		err_memory(err);
		return false;
	}
	if (study->design == RESULTS_MORRIS)
		find_effects(study);
	describe(study, out);
	return sensitivity_find(study, out, err);
}

bool sensitivity_make(const struct results *results, int outcome, int named, struct sensitivity *out, struct err *err)
{
	struct sensitivity_study study = { .results = results, .design = results->design, .outcome = outcome, .factors = results->factor_count };
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
