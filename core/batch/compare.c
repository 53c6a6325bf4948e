// Every alternative beside the baseline, paired by replicate.
#include "batch/compare.h"

#include "mem.h"

#include <math.h>
#include <string.h>

#define POINT 0.01       // of shares and attitudes
#define FIFTIETH 0.02    // of anything else
#define SURE 0.05

// ---- what matters and which way is better

double compare_matters(const struct results *results, int outcome, double base_mean)
{
	static const char *const points[] = { "share", "0-1", "1/year", "ratio" };
	for (size_t i = 0; i < sizeof points / sizeof *points; i++)
		if (strcmp(results->outcome[outcome].unit, points[i]) == 0)
			return POINT;
	return base_mean != 0 ? FIFTIETH * fabs(base_mean) : NAN;
}

enum compare_direction compare_direction(const struct results_outcome *outcome)
{
	static const enum compare_direction direction[MEASURE_COUNT] = {
		[MEASURE_OWNERSHIP] = COMPARE_HIGHER, [MEASURE_ALLIANCE] = COMPARE_HIGHER, [MEASURE_VOICE] = COMPARE_HIGHER,
		[MEASURE_SAFETY] = COMPARE_HIGHER, [MEASURE_CREDIBILITY] = COMPARE_HIGHER, [MEASURE_ENGAGEMENT] = COMPARE_HIGHER,
		[MEASURE_AUTONOMY] = COMPARE_HIGHER, [MEASURE_MEANING] = COMPARE_HIGHER, [MEASURE_FIT] = COMPARE_HIGHER,
		[MEASURE_STRAIN] = COMPARE_LOWER, [MEASURE_SKILL] = COMPARE_HIGHER, [MEASURE_STANDARD_BACKLOG] = COMPARE_LOWER,
		[MEASURE_STANDARD_LEAD_WEEKS] = COMPARE_LOWER, [MEASURE_STANDARD_ON_TIME] = COMPARE_HIGHER,
		[MEASURE_STANDARD_QUALITY] = COMPARE_HIGHER, [MEASURE_COMPLEX_BACKLOG] = COMPARE_LOWER,
		[MEASURE_COMPLEX_LEAD_WEEKS] = COMPARE_LOWER, [MEASURE_COMPLEX_ON_TIME] = COMPARE_HIGHER,
		[MEASURE_COMPLEX_QUALITY] = COMPARE_HIGHER, [MEASURE_STAFFING_WEEKS] = COMPARE_LOWER,
		[MEASURE_REWORK_SHARE] = COMPARE_LOWER, [MEASURE_PARTNER_STRENGTH] = COMPARE_HIGHER, [MEASURE_TRUST] = COMPARE_HIGHER,
		[MEASURE_CHANGE_HOURS] = COMPARE_LOWER, [MEASURE_CHANGE_EURO] = COMPARE_LOWER, [MEASURE_ABSENCE] = COMPARE_LOWER,
		[MEASURE_ENTRANT_EXITS] = COMPARE_LOWER, [MEASURE_FEEDBACK] = COMPARE_HIGHER, [MEASURE_PERFORMANCE] = COMPARE_HIGHER,
		[MEASURE_DEPLOYABLE] = COMPARE_HIGHER,
	};
	int measure = measure_find(outcome->measure);
	return measure >= 0 ? direction[measure] : COMPARE_NEITHER;
}

enum compare_verdict compare_verdict(const struct compare *compare, const struct compare_row *row)
{
	const struct stats_paired *difference = &row->difference;
	if (difference->pairs < 2)
		return COMPARE_UNKNOWN;
	if (difference->sd == 0 && difference->mean == 0)
		return COMPARE_SAME;
	if (row->p_holm < SURE)
		return difference->mean > 0 ? COMPARE_CLEAR_UP : COMPARE_CLEAR_DOWN;
	bool small = fabs(difference->interval.low) < compare->matters && fabs(difference->interval.high) < compare->matters;
	return small ? COMPARE_SMALL : COMPARE_OPEN;
}

// ---- the rows

static double extra(const struct results *results, const double *cost, const struct compare_row *row)
{
	int replicates = results->replicate_count;
	const double *own = cost + (size_t)row->point * (size_t)replicates, *base = cost + (size_t)row->baseline * (size_t)replicates;
	return results->independent ? stats_mean(own, replicates, 1).mean - stats_mean(base, replicates, 1).mean
	                            : stats_paired(own, base, replicates, 1).mean;
}

static void fill_row(const struct results *results, const struct compare *compare, struct compare_row *row)
{
	size_t stride = (size_t)results->outcome_count;
	const double *own = results_at(results, row->point, 0, compare->outcome), *base = results_at(results, row->baseline, 0, compare->outcome);
	row->own = stats_mean(own, results->replicate_count, stride);
	row->difference = (compare->paired ? stats_paired : stats_apart)(own, base, results->replicate_count, stride);
	row->extra_euro = extra(results, results->cost_euro, row);
	row->extra_hours = extra(results, results->cost_hours, row);
	row->needed = compare->matters > 0 ? stats_needed(row->difference.sd, compare->matters) : -1;
	row->enough = row->difference.interval.high - row->difference.mean <= compare->matters;
}

static bool correct(struct compare *compare, struct err *err)
{
	size_t room = (size_t)compare->count + 1;
	double *p = mem_new(room, sizeof *p), *holm = mem_new(room, sizeof *holm);
	int known = 0;
	for (int k = 0; p && k < compare->count; k++) {
		p[k] = compare->row[k].difference.p;
		known += !isnan(p[k]);
	}
	bool done = p && holm && stats_holm(p, compare->count, holm, err);
	if (!p || !holm)
		err_memory(err);
	for (int k = 0; done && k < compare->count; k++) {
		compare->row[k].p_holm = holm[k];
		compare->row[k].joint = stats_joint(&compare->row[k].difference, known ? known : 1);
	}
	mem_free(p);
	mem_free(holm);
	return done;
}

static double told(const struct results *results, int outcome, double matters)
{
	bool precise = isnan(matters) && results->precise && results->precise_outcome == outcome;
	return precise ? results->precise_half_width : matters;
}

bool compare_make(const struct results *results, int outcome, int baseline, double matters, struct compare *out, struct err *err)
{
	int base = baseline >= 0 ? baseline : results_baseline(results);
	bool one = true;
	must(outcome >= 0 && outcome < results->outcome_count && base >= 0 && base < results->point_count);
	*out = (struct compare){
		.outcome = outcome, .paired = !results->independent, .matters = told(results, outcome, matters),
		.base = stats_mean(results_at(results, base, 0, outcome), results->replicate_count, (size_t)results->outcome_count),
	};
	out->matters_told = !isnan(out->matters);
	if (!out->matters_told)
		out->matters = compare_matters(results, outcome, out->base.mean);
	out->row = mem_new((size_t)results->point_count, sizeof *out->row);
	if (!out->row) {
		err_memory(err);
		return false;
	}
	for (int point = 0; point < results->point_count; point++) {
		struct compare_row *row = &out->row[out->count];
		*row = (struct compare_row){ .point = point, .baseline = baseline >= 0 ? baseline : results_baseline_of(results, point) };
		if (row->baseline == point)
			continue;
		fill_row(results, out, row);
		out->count++;
		one &= row->baseline == base;
	}
	out->baseline = one ? base : -1;
	if (correct(out, err))
		return true;
	compare_clear(out);
	return false;
}

void compare_clear(struct compare *compare)
{
	mem_free(compare->row);
	*compare = (struct compare){ 0 };
}
