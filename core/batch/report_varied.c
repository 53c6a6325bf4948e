// What was varied, and what hangs on it: tables over two factors, swings, and the indices of sensitivity.
#include "batch/report_page.h"

#include "batch/sensitivity.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OUTCOMES_MOST = 3, FACTORS_MOST = 15, LEVELS_MOST = 12 };

static void put_levels(struct report_page *page, const struct results_factor *factor)
{
	char low[REPORT_NAME_MAX], high[REPORT_NAME_MAX];
	if (factor->is_range || factor->level_count == 0) {
		report_factor_value(low, factor, factor->min, page->lang);
		report_factor_value(high, factor, factor->max, page->lang);
		report_say(page, "van %s tot %s", "from %s to %s", low, high);
		return;
	}
	for (int i = 0; i < factor->level_count && i < LEVELS_MOST; i++) {
		char *end = NULL, value[REPORT_NAME_MAX];
		double number = strtod(factor->level[i], &end);
		if (!isnan(factor->min) && end != factor->level[i] && !*end)
			report_factor_value(value, factor, number, page->lang);
		else
			report_cut(value, sizeof value, factor->level[i], REPORT_NAME_MAX);
		report_say(page, "%s%s", "%s%s", i ? ", " : "", value);
	}
	if (factor->level_count > LEVELS_MOST)
		report_say(page, " … (%d waarden)", " … (%d values)", factor->level_count);
}

// The sentence of the settings table behind a key: of "departments.desk.kerbs.room" that of "kerbs.room".
static const char *help_of(const char *key, enum lang lang)
{
	const char *from = strncmp(key, "departments.", 12) == 0 ? strchr(key + 12, '.') : strncmp(key, "pool.", 5) == 0 && param_find(key) < 0 ? key + 4 : NULL;
	int id = param_find(from ? from + 1 : key);
	return id >= 0 ? text_in(param_table[id].help, lang) : "";
}

static void put_factors(struct report_page *page)
{
	const struct results *results = page->report->results;
	char name[REPORT_NAME_MAX];
	report_tag(page, "<table><thead><tr>");
	report_in(page, "th scope=\"col\"", "Wat", "What");
	report_in(page, "th scope=\"col\"", "Waarden", "Values");
	report_in(page, "th scope=\"col\"", "In het experiment", "In the experiment");
	report_tag(page, "</tr></thead><tbody>\n");
	for (int k = 0; k < results->factor_count; k++) {
		const char *whole = report_text(&results->factor[k].label, page->lang);
		report_factor_name(name, results, k, page->lang);
		report_tag(page, "<tr><th scope=\"row\">");
		report_put(page, *whole ? whole : name);
		const char *help = help_of(results->factor[k].key, page->lang);
		if (*help && strcmp(help, whole) != 0)
			report_in(page, "div class=\"quiet\"", "%s", "%s", help);
		report_tag(page, "</th><td>");
		put_levels(page, &results->factor[k]);
		report_tag(page, "</td><td class=\"code\">");
		report_put(page, results->factor[k].key);
		report_tag(page, "</td></tr>\n");
	}
	report_tag(page, "</tbody></table>\n");
}

// ---- one at a time

// The row at which only this factor is moved, as far down or up as it goes; −1 when there is none.
static int moved_row(const struct report *report, int factor, int side)
{
	const struct results *results = report->results;
	const struct results_point *base = &results->point[report->member[report->row[report->reference].first]];
	int found = -1;
	for (int p = 0; p < results->point_count; p++) {
		const struct results_point *point = &results->point[p];
		bool alone = point->named == base->named && side * (point->value[factor] - base->value[factor]) > 0;
		for (int k = 0; k < results->factor_count && alone; k++)
			alone = k == factor || point->value[k] == base->value[k];
		if (alone && (found < 0 || side * (point->value[factor] - results->point[found].value[factor]) > 0))
			found = p;
	}
	return found;
}

struct swings {
	int count;
	struct chart_swing swing[FACTORS_MOST];
	char name[FACTORS_MOST][REPORT_NAME_MAX], at[FACTORS_MOST][2][REPORT_NAME_MAX];
};

static void add_swing(struct swings *swings, const struct report_page *page, int outcome, int factor)
{
	const struct report *report = page->report;
	int n = swings->count, row[2] = { moved_row(report, factor, -1), moved_row(report, factor, 1) };
	double scale = report_scale(&report->results->outcome[outcome]), value[2];
	if (n == FACTORS_MOST || (row[0] < 0 && row[1] < 0))
		return;
	for (int side = 0; side < 2; side++) {
		int at = row[side] < 0 ? report->reference : row[side];  // rows are points in this design
		value[side] = report_own(report, at, outcome)->mean * scale;
		report_factor_value(swings->at[n][side], &report->results->factor[factor], report->results->point[at].value[factor], page->lang);
	}
	report_factor_name(swings->name[n], report->results, factor, page->lang);
	swings->swing[n] = (struct chart_swing){ swings->name[n], value[0], value[1], swings->at[n][0], swings->at[n][1] };
	swings->count++;
}

static void put_swings(struct report_page *page, int outcome)
{
	const struct report *report = page->report;
	const struct results_outcome *about = &report->results->outcome[outcome];
	struct swings *swings = mem_new(1, sizeof *swings);
	char name[REPORT_NAME_MAX];
	if (!swings) {
		report_memory(page);
		return;
	}
	for (int k = 0; k < report->results->factor_count; k++)
		add_swing(swings, page, outcome, k);
	report_outcome_name(name, about, page->lang);
	if (swings->count > 0)
		report_chart_tornado(page, &(struct chart_tornado){ .words = { .title = name, .subtitle = page->lang == LANG_NL
			? "Gemiddelde als alleen deze instelling anders is, zo ver omlaag en omhoog als is geprobeerd" : "Mean when only this setting differs, as far down and up as was tried" },
			.axis = { .kind = report_kind(about), .title = text_in(report_unit(about), page->lang), .decimals = report_decimals(about) },
			.centre = report_own(report, report->reference, outcome)->mean * report_scale(about), .count = swings->count, .swing = swings->swing });
	mem_free(swings);
}

// ---- sensitivities

static const struct sensitivity_index *index_of(const struct sensitivity *found, int row)
{
	return found->design == RESULTS_SOBOL ? &found->row[row].total : &found->row[row].star;
}

static void draw_indices(struct report_page *page, const struct sensitivity *found)
{
	const struct results *results = page->report->results;
	const struct results_outcome *about = &results->outcome[found->outcome];
	struct chart_bar bar[FACTORS_MOST];
	char factor[FACTORS_MOST][REPORT_NAME_MAX], name[REPORT_NAME_MAX], title[2 * REPORT_NAME_MAX], unit[REPORT_NAME_MAX];
	bool nl = page->lang == LANG_NL, sobol = found->design == RESULTS_SOBOL;
	int count = found->count < FACTORS_MOST ? found->count : FACTORS_MOST;
	double scale = sobol ? 1 : report_scale(about);
	for (int i = 0; i < count; i++) {
		const struct sensitivity_index *index = index_of(found, i);
		report_factor_name(factor[i], results, found->row[i].factor, page->lang);
		bar[i] = (struct chart_bar){ factor[i], index->value * scale, index->interval.low * scale, index->interval.high * scale };
	}
	report_outcome_name(name, about, page->lang);
	snprintf(title, sizeof title, nl ? "Wat %s het meest beweegt" : "What moves %s most", name);
	snprintf(unit, sizeof unit, "%s", sobol ? nl ? "deel van de spreiding" : "share of the spread" : text_in(report_unit(about), page->lang));
	report_chart_bars(page, &(struct chart_bars){ .words = { .title = title, .subtitle = sobol
		? nl ? "Deel van de spreiding dat aan deze instelling hangt, alleen en samen met andere" : "Share of the spread that hangs on this setting, alone and together with others"
		: nl ? "Hoeveel de uitkomst verschuift als de instelling van laag naar hoog gaat" : "How far the outcome moves when the setting goes from low to high" },
		.axis = { .kind = sobol ? TICKS_SHARE : report_kind(about), .title = unit, .decimals = sobol ? 0 : report_decimals(about) },
		.interval = nl ? "95 %-interval" : "95 % interval", .count = count, .bar = bar });
}

// The factor at the head; surely so only when its interval lies above that of the next.
static void tell_indices(struct report_page *page, const struct sensitivity *found)
{
	const struct results *results = page->report->results;
	char most[REPORT_NAME_MAX], next[REPORT_NAME_MAX], name[REPORT_NAME_MAX];
	report_outcome_name(name, &results->outcome[found->outcome], page->lang);
	if (found->count == 0 || isnan(index_of(found, 0)->value))
		return;
	report_factor_name(most, results, found->row[0].factor, page->lang);
	if (found->count < 2 || index_of(found, 0)->interval.low > index_of(found, 1)->interval.high) {
		report_in(page, "p", "%s hangt in dit experiment het meest aan: %s.", "In this experiment %s hangs most on: %s.", name, most);
	} else {
		report_factor_name(next, results, found->row[1].factor, page->lang);
		report_in(page, "p", "%s lijkt in dit experiment het meest te hangen aan: %s. Zeker is dat niet: het verschil met de volgende (%s) is kleiner dan de onzekerheid.",
		          "In this experiment %s seems to hang most on: %s. That is not certain: its lead over the next (%s) is smaller than the uncertainty.", name, most, next);
	}
	if (found->left_out > 0)
		report_in(page, "p class=\"quiet\"", "%d van de %d reeksen telden niet mee, omdat er een getal ontbrak.", "%d of %d series did not count, because a figure was missing.",
		          found->left_out, found->left_out + found->used);
}

static bool find_indices(const struct report *report, int outcome, struct sensitivity *found, struct err *why)
{
	int named = report->by_design ? report->row[report->reference].design : -1;
	err_clear(why);
	return sensitivity_make(report->results, outcome, named, found, why);
}

void report_tell_most(struct report_page *page, int outcome)
{
	enum results_design design = page->report->results->design;
	struct sensitivity found = { 0 };
	struct err why;
	if ((design == RESULTS_MORRIS || design == RESULTS_SOBOL) && find_indices(page->report, outcome, &found, &why))
		tell_indices(page, &found);
	sensitivity_clear(&found);
}

static void put_sensitivity(struct report_page *page, int outcome)
{
	struct sensitivity found = { 0 };
	struct err why;
	if (find_indices(page->report, outcome, &found, &why)) {
		tell_indices(page, &found);
		draw_indices(page, &found);
	} else {
		report_in(page, "p class=\"quiet\"", "Wat hier het meest aan doet is niet te zeggen: %s", "What does most to this cannot be told: %s", why.text[page->lang]);
	}
	sensitivity_clear(&found);
}

void report_varied(struct report_page *page)
{
	const struct report *report = page->report;
	const struct results *results = report->results;
	bool indices = results->design == RESULTS_MORRIS || results->design == RESULTS_SOBOL;
	report_section(page, "varied", "Wat er is gevarieerd", "What was varied");
	if (results->independent)
		report_in(page, "p", "%s Elke proef heeft een eigen toevalsgetal; verder is alles gelijk gehouden.", "%s Each trial has a seed of its own; all else was kept equal.",
		          text_in(report_design_words(results), page->lang));
	else
		report_in(page, "p", "%s Verder is alles gelijk gehouden, ook het toeval: elke toekomst heeft voor elk alternatief hetzelfde toevalsgetal.",
		          "%s All else was kept equal, luck too: each future has the same seed for every alternative.", text_in(report_design_words(results), page->lang));
	if (results->factor_count > 0)
		put_factors(page);
	if (report->by_design && indices) {
		char name[REPORT_NAME_MAX];
		report_row_name(name, report, report->reference, page->lang);
		report_in(page, "p", "De cijfers hieronder gelden voor ‘%s’.", "The figures below hold for ‘%s’.", name);
	}
	for (int i = 0; i < report->main_count && i < OUTCOMES_MOST; i++) {
		if (!report_known(report, report->main[i]))
			continue;
		if (indices && results->factor_count > 0)
			put_sensitivity(page, report->main[i]);
		else if (results->design == RESULTS_ONE_AT_A_TIME && results->factor_count > 0)
			put_swings(page, report->main[i]);
		else if (results->design == RESULTS_FACTORIAL)
			report_chart_heat(page, report->main[i]);
	}
}
