// From results to the facts of a report. Where an alternative is more than one point (a design at all values
// of the factors, or settings that were drawn), results are folded first: one point a row, one replicate a
// future; compare then sees no difference.
#include "batch/report.h"

#include "batch/report_words.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- what can be told

static bool has_something(const struct results *results, struct err *err)
{
	const char *path = results->path ? results->path : "–";
	if (results->point_count <= 0 || results->replicate_count <= 0)
		err_add(err, "%s: er staan geen alternatieven in; draai eerst een experiment: stoeprand experiment --help",
		        "%s: there are no alternatives in it; run an experiment first: stoeprand experiment --help", path);
	else if (results->outcome_count <= 0)
		err_add(err, "%s: er is niets gemeten; noem meetwaarden in het experiment", "%s: nothing was measured; name measures in the experiment", path);
	else if (results->done + results->failed <= 0)
		err_add(err, "%s: nog geen enkele proef is gedraaid (%ld staan klaar); ga eerst verder met het experiment",
		        "%s: no trial has been run yet (%ld are waiting); go on with the experiment first", path, results->pending);
	else
		return true;
	return false;
}

// ---- rows

static bool row_has(const struct report *report, int row, int point)
{
	return report->by_design ? report->results->point[point].named == row : report->sampled || row == point;
}

static void fill_row(struct report *report, int row, int first)
{
	const struct results *results = report->results;
	struct report_row *now = &report->row[row];
	now->first = first;
	for (int p = 0; p < results->point_count; p++)
		if (row_has(report, row, p)) {
			report->member[first + now->count++] = p;
			if (results->point[p].is_baseline && !report->has_baseline) {
				report->reference = row;
				report->has_baseline = true;
			}
		}
	now->design = report->by_design ? row : now->count == 1 ? results->point[report->member[first]].named : -1;
	bool whole = now->design >= 0 && (report->by_design || results->factor_count == 0);
	now->name = whole ? &results->named[now->design].name : NULL;
	now->why = now->design >= 0 ? &results->named[now->design].why : NULL;
	now->planned = (long)now->count * results->replicate_count;
}

static void fill_rows(struct report *report)
{
	const struct results *results = report->results;
	for (int row = 0, first = 0; row < report->row_count; first += report->row[row++].count)
		fill_row(report, row, first);
	for (int k = 0; k < results->failure_count; k++)
		for (int row = 0; row < report->row_count; row++)
			if (results->failure[k].point >= 0 && results->failure[k].point < results->point_count)
				report->row[row].failed += row_has(report, row, results->failure[k].point);
}

// ---- folding

static double *numbers_of(const struct results *results, int array)
{
	return array == 0 ? results->cost_euro : array == 1 ? results->cost_hours : results->value;
}

// A future of which one number is missing is not known.
static double fold_points(const struct report *report, const struct report_row *row, const double *number, int stride, int replicate)
{
	double sum = 0;
	for (int i = 0; i < row->count; i++)
		sum += number[((size_t)report->member[row->first + i] * (size_t)report->results->replicate_count + (size_t)replicate) * (size_t)stride];
	return row->count ? sum / row->count : NAN;
}

static double fold_replicates(const struct report *report, int point, const double *number, int stride)
{
	struct stats_mean mean = stats_mean(number + (size_t)point * (size_t)report->results->replicate_count * (size_t)stride,
	                                    report->results->replicate_count, (size_t)stride);
	return mean.mean;
}

// array 0: euros, 1: hours, 2 and on: outcomes.
static void fold_array(struct report *report, int array)
{
	int stride = array < 2 ? 1 : report->results->outcome_count, offset = array < 2 ? 0 : array - 2;
	const double *from = numbers_of(report->results, array) + offset;
	double *to = numbers_of(&report->folded, array) + offset;
	for (int row = 0; row < report->row_count; row++)
		for (int i = 0; i < report->futures; i++, to += stride) {
			const struct report_row *now = &report->row[row];
			if (!report->sampled)
				*to = fold_points(report, now, from, stride, i);
			else if (i < now->count)
				*to = fold_replicates(report, report->member[now->first + i], from, stride);
		}
}

static bool fold(struct report *report, struct err *err)
{
	const struct results *results = report->results;
	int most = 0;
	for (int row = 0; row < report->row_count; row++)
		most = report->row[row].count > most ? report->row[row].count : most;
	report->futures = report->sampled ? most : results->replicate_count;
	report->rows = &report->folded;
	report->folded = *results;
	report->folded.value = report->folded.cost_euro = report->folded.cost_hours = NULL;
	report->folded.point_count = report->row_count;
	report->folded.replicate_count = report->futures;
	report->folded.point = mem_new((size_t)report->row_count, sizeof *report->folded.point);
	if (!report->folded.point || !results_reserve(&report->folded, NULL)) {
		err_memory(err);
		return false;
	}
	for (int row = 0; row < report->row_count; row++)
		report->folded.point[row] = (struct results_point){ .named = report->row[row].design, .is_baseline = row == report->reference,
			.label = report->by_design ? results->named[row].id : results->point[0].label };
	for (int array = 0; array < 2 + results->outcome_count; array++)
		fold_array(report, array);
	return true;
}

// ---- what comes first

// Costs have a place of their own.
static bool is_cost(const struct results_outcome *outcome)
{
	int id = measure_find(outcome->measure);
	return id == MEASURE_CHANGE_HOURS || id == MEASURE_CHANGE_EURO;
}

enum { MAIN_MOST = 12 };

static void choose_main(struct report *report)
{
	const struct results *results = report->results;
	for (int pass = 0; pass < 2 && report->main_count == 0; pass++)
		for (int k = 0; k < results->outcome_count && report->main_count < MAIN_MOST; k++)
			if ((pass || results->outcome[k].is_main) && (!is_cost(&results->outcome[k]) || results->outcome_count == 1))
				report->main[report->main_count++] = k;
	if (report->main_count == 0)
		report->main[report->main_count++] = 0;
	for (int i = 0; i < report->main_count; i++)
		if (report->main[i] == results->precise_outcome) {  // the one that decided when to stop leads
			memmove(report->main + 1, report->main, (size_t)i * sizeof *report->main);
			report->main[0] = results->precise_outcome;
		}
}

// ---- comparing

// As compare does it.
static struct stats_paired beside(const struct results *results, const double *mine, const double *other, int count, size_t stride)
{
	return (results->independent ? stats_apart : stats_paired)(mine, other, count, stride);
}

static void compare_costs(struct report *report)
{
	int count = report->futures;
	const double *euro = report->rows->cost_euro, *hours = report->rows->cost_hours;
	size_t from = (size_t)report->reference * (size_t)count;
	for (int row = 0; row < report->row_count; row++) {
		struct report_row *now = &report->row[row];
		size_t at = (size_t)row * (size_t)count;
		now->euro = stats_mean(euro + at, count, 1);
		now->hours = stats_mean(hours + at, count, 1);
		if (row != report->reference) {
			now->more_euro = beside(report->rows, euro + at, euro + from, count, 1);
			now->more_hours = beside(report->rows, hours + at, hours + from, count, 1);
		}
	}
}

static bool compare_all(struct report *report, struct err *err)
{
	for (int k = 0; k < report->results->outcome_count; k++)
		if (!compare_make(report->rows, k, report->reference, NAN, &report->compare[k], err))
			return false;
	compare_costs(report);
	return true;
}

// ---- the whole

static bool reserve(struct report *report, struct err *err)
{
	const struct results *results = report->results;
	report->row = mem_new((size_t)report->row_count, sizeof *report->row);
	report->member = mem_new((size_t)results->point_count, sizeof *report->member);
	report->main = mem_new((size_t)results->outcome_count, sizeof *report->main);
	report->compare = mem_new((size_t)results->outcome_count, sizeof *report->compare);
	if (report->row && report->member && report->main && report->compare)
		return true;
	err_memory(err);
	return false;
}

bool report_init(struct report *report, const struct results *results, struct err *err)
{
	*report = (struct report){ .results = results, .rows = results };
	if (!has_something(results, err))
		return false;
	report->sampled = results->design == RESULTS_LHS || results->design == RESULTS_SOBOL || results->design == RESULTS_MORRIS;
	report->by_design = results->named_count > 0 && results->factor_count > 0 && (report->sampled || results->design == RESULTS_FACTORIAL);
	report->row_count = report->by_design ? results->named_count : report->sampled ? 1 : results->point_count;
	report->futures = results->replicate_count;
	if (!reserve(report, err))
		return false;
	fill_rows(report);
	choose_main(report);
	bool plain = !report->by_design && !report->sampled;
	return (plain || fold(report, err)) && compare_all(report, err);
}

void report_clear(struct report *report)
{
	for (int k = 0; report->compare && k < report->results->outcome_count; k++)
		compare_clear(&report->compare[k]);
	mem_free(report->row);
	mem_free(report->member);
	mem_free(report->main);
	mem_free(report->compare);
	mem_free(report->folded.point);
	mem_free(report->folded.value);
	mem_free(report->folded.cost_euro);
	mem_free(report->folded.cost_hours);
	*report = (struct report){ 0 };
}

// ---- asking

// All rows but the reference stand in compare, in their order.
const struct compare_row *report_beside(const struct report *report, int row, int outcome)
{
	int at = row - (row > report->reference);
	return row == report->reference ? NULL : &report->compare[outcome].row[at];
}

const struct stats_mean *report_own(const struct report *report, int row, int outcome)
{
	const struct compare_row *beside = report_beside(report, row, outcome);
	return beside ? &beside->own : &report->compare[outcome].base;
}

int report_direction(const struct report *report, int outcome)
{
	switch (compare_direction(&report->results->outcome[outcome])) {
	case COMPARE_HIGHER: return 1;
	case COMPARE_LOWER: return -1;
	case COMPARE_NEITHER: break;
	}
	return 0;
}

// However sure, what is smaller than what matters is told as such.
static bool is_small(const struct compare *compare, const struct compare_row *row)
{
	return fmax(fabs(row->difference.interval.low), fabs(row->difference.interval.high)) < compare->matters;
}

enum report_verdict report_verdict(const struct report *report, int row, int outcome)
{
	const struct compare_row *beside = report_beside(report, row, outcome);
	int direction = report_direction(report, outcome);
	if (beside && is_small(&report->compare[outcome], beside))
		return REPORT_SMALL;
	switch (beside ? compare_verdict(&report->compare[outcome], beside) : COMPARE_UNKNOWN) {
	case COMPARE_CLEAR_UP: return direction > 0 ? REPORT_BETTER : direction < 0 ? REPORT_WORSE : REPORT_MORE;
	case COMPARE_CLEAR_DOWN: return direction > 0 ? REPORT_WORSE : direction < 0 ? REPORT_BETTER : REPORT_LESS;
	case COMPARE_SAME: case COMPARE_SMALL: return REPORT_SMALL;
	case COMPARE_OPEN: return REPORT_OPEN;
	case COMPARE_UNKNOWN: break;
	}
	return REPORT_UNKNOWN;
}

bool report_known(const struct report *report, int outcome)
{
	for (int row = 0; row < report->row_count; row++)
		if (report_own(report, row, outcome)->count > 0)
			return true;
	return false;
}

bool report_differs(const struct stats_paired *paired)
{
	return paired->interval.low > 0 || paired->interval.high < 0;
}

int report_wins(const struct report *report, int outcome, const struct stats_paired *paired)
{
	return report_direction(report, outcome) < 0 ? paired->lower : paired->higher;
}

int report_best(const struct report *report, int outcome, int beside)
{
	int best = -1, direction = report_direction(report, outcome);
	for (int row = 0; direction && row < report->row_count; row++) {
		double value = report_own(report, row, outcome)->mean;
		if (row != beside && !isnan(value) && (best < 0 || direction * value > direction * report_own(report, best, outcome)->mean))
			best = row;
	}
	return best;
}

struct stats_paired report_against(const struct report *report, int row, int other, int outcome)
{
	const struct results *rows = report->rows;
	return beside(rows, results_at(rows, row, 0, outcome), results_at(rows, other, 0, outcome), report->futures, (size_t)rows->outcome_count);
}

long report_withheld(const struct report *report, int row, int outcome)
{
	const struct report_row *now = &report->row[row];
	long missing = 0;
	for (int i = 0; i < now->count; i++)
		for (int r = 0; r < report->results->replicate_count; r++) {
			size_t at = (size_t)report->member[now->first + i] * (size_t)report->results->replicate_count + (size_t)r;
			missing += isnan(*results_at(report->results, report->member[now->first + i], r, outcome)) && !isnan(report->results->cost_euro[at]);
		}
	return missing;
}
