// Room for what an experiment gave.
#include "batch/results.h"

#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void clear_words(struct words *words)
{
	mem_free(words->nl);
	mem_free(words->en);
}

static void clear_factors(struct results *results)
{
	for (int k = 0; results->factor && k < results->factor_count; k++) {
		struct results_factor *factor = &results->factor[k];
		for (int i = 0; factor->level && i < factor->level_count; i++)
			mem_free(factor->level[i]);
		mem_free(factor->level);
		mem_free(factor->key);
		mem_free(factor->unit);
		clear_words(&factor->label);
	}
	mem_free(results->factor);
}

static void clear_alternatives(struct results *results)
{
	for (int k = 0; results->named && k < results->named_count; k++) {
		mem_free(results->named[k].id);
		clear_words(&results->named[k].name);
		clear_words(&results->named[k].why);
		clear_words(&results->named[k].what);
	}
	for (int k = 0; results->point && k < results->point_count; k++) {
		mem_free(results->point[k].value);
		mem_free(results->point[k].set);
		mem_free(results->point[k].label);
	}
	mem_free(results->named);
	mem_free(results->point);
}

static void clear_outcomes(struct results *results)
{
	for (int k = 0; results->outcome && k < results->outcome_count; k++) {
		struct results_outcome *outcome = &results->outcome[k];
		mem_free(outcome->key);
		mem_free(outcome->measure);
		mem_free(outcome->unit_id);
		mem_free(outcome->unit);
		clear_words(&outcome->label);
	}
	mem_free(results->outcome);
}

void results_clear(struct results *results)
{
	clear_factors(results);
	clear_alternatives(results);
	clear_outcomes(results);
	for (int k = 0; results->text && k < results->text_count; k++) {
		mem_free(results->text[k].path);
		mem_free(results->text[k].hash);
	}
	mem_free(results->text);
	for (int k = 0; results->failure && k < results->failure_count; k++)
		clear_words(&results->failure[k].message);
	mem_free(results->failure);
	mem_free(results->value);
	mem_free(results->cost_euro);
	mem_free(results->cost_hours);
	mem_free(results->path);
	mem_free(results->scenario);
	mem_free(results->version);
	clear_words(&results->title);
	clear_words(&results->question);
	clear_words(&results->scenario_title);
	*results = (struct results){ .precise_outcome = -1 };
}

static double *missing(size_t count)
{
	double *row = mem_new(count ? count : 1, sizeof *row);
	for (size_t k = 0; row && k < count; k++)
		row[k] = NAN;
	return row;
}

bool results_reserve(struct results *results, struct err *err)
{
	size_t runs = (size_t)results->point_count * (size_t)results->replicate_count;
	results->value = missing(runs * (size_t)results->outcome_count);
	results->cost_euro = missing(runs);
	results->cost_hours = missing(runs);
	if (results->value && results->cost_euro && results->cost_hours)
		return true;
	err_memory(err);
	return false;
}

int results_baseline(const struct results *results)
{
	for (int k = 0; k < results->point_count; k++)
		if (results->point[k].is_baseline)
			return k;
	return -1;
}

static bool same_values(const struct results *results, int a, int b)
{
	const double *one = results->point[a].value, *other = results->point[b].value;
	for (int k = 0; k < results->factor_count; k++)
		if (one[k] < other[k] || one[k] > other[k] || isnan(one[k]) != isnan(other[k]))
			return false;
	return true;
}

int results_baseline_of(const struct results *results, int point)
{
	int base = results_baseline(results), named = results->point[point].named;
	int own = named >= 0 ? results->named[named].baseline - 1 : -1, wanted = own >= 0 ? own : base >= 0 ? results->point[base].named : -1;
	if (base < 0 || (own < 0 && named == wanted))
		return base;
	for (int k = 0; k < results->point_count; k++)
		if (results->point[k].named == wanted && same_values(results, k, point))
			return k;
	return base;
}

// The fewest decimals that tell the value; no more than four, nor than four digits in all.
static int own_decimals(double value)
{
	int decimals = 0, most = 4;
	for (double large = 10; most > 0 && fabs(value) >= large; large *= 10)
		most--;
	for (double scaled = fabs(value); decimals < most && fabs(scaled - round(scaled)) > 1e-6 * (1 + scaled); scaled *= 10)
		decimals++;
	return decimals;
}

void results_value(char out[RESULTS_VALUE_MAX], const char *unit, double value, enum lang lang)
{
	char number[TEXT_NUMBER_MAX];
	struct measure_unit shown = measure_unit(unit);
	if (strcmp(unit, "switch") == 0) {
		snprintf(out, RESULTS_VALUE_MAX, "%s", lang == LANG_NL ? (value != 0 ? "aan" : "uit") : value != 0 ? "on" : "off");
		return;
	}
	text_number(number, lang, value * shown.factor, own_decimals(value * shown.factor), false);
	bool plain = !*unit || strcmp(unit, "0-1") == 0 || strcmp(unit, "ratio") == 0 || strcmp(unit, "number") == 0;
	snprintf(out, RESULTS_VALUE_MAX, "%s%s%.40s", number, plain ? "" : "\u00A0", plain ? "" : text_in(shown.word, lang));
}
