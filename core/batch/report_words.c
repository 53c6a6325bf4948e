// Names and numbers for people: no key where there is a word, no more decimals than an interval carries.
#include "batch/report_words.h"

#include <math.h>
#include <string.h>

const char *report_text(const struct words *words, enum lang lang)
{
	const char *first = !words ? NULL : lang == LANG_NL ? words->nl : words->en;
	const char *other = !words ? NULL : lang == LANG_NL ? words->en : words->nl;
	return first && *first ? first : other ? other : "";
}

void report_cut(char *out, size_t size, const char *text, int most)
{
	size_t used = 0, left = strlen(text), step;
	int letters = 0;
	for (; left > 0; text += step, left -= step, letters++) {
		size_t whole = text_character(text, left);
		step = whole ? whole : 1;
		if (letters >= most || used + step + sizeof "…" > size)
			break;
		memcpy(out + used, whole ? text : " ", step);
		used += step;
	}
	snprintf(out + used, size - used, "%s", left > 0 ? "…" : "");
}

// ---- names

enum { LETTERS_MOST = 60, LETTERS_FACTOR = 36, FACTORS_NAMED = 2 };

static const char *plain_name(const struct report *report, int row, enum lang lang)
{
	const char *name = report_text(report->row[row].name, lang);
	return *name ? name : report->rows->point[row].label;
}

// What cannot be told apart by its name has its label behind it.
static void add_label(char *out, const char *name, const char *label)
{
	char tail[REPORT_NAME_MAX / 2];
	report_cut(tail, sizeof tail, label, LETTERS_MOST / 2);
	report_cut(out, REPORT_NAME_MAX - sizeof tail - 3, name, LETTERS_MOST / 2);
	size_t used = strlen(out);
	snprintf(out + used, REPORT_NAME_MAX - used, " (%s)", tail);
}

void report_outcome_name(char out[REPORT_NAME_MAX], const struct results_outcome *outcome, enum lang lang)
{
	const char *label = report_text(&outcome->label, lang);
	report_cut(out, REPORT_NAME_MAX, *label ? label : outcome->key, LETTERS_MOST);
}

// "Ruimte: hoeveel medewerkers zelf mogen invullen." is called "Ruimte".
static void short_label(char *out, const char *label)
{
	size_t colon = strcspn(label, ":");
	report_cut(out, REPORT_NAME_MAX, label, LETTERS_MOST);
	if (colon > 2 && colon < strlen(out))
		out[colon] = '\0';
	size_t length = strlen(out);
	if (length && out[length - 1] == '.')
		out[length - 1] = '\0';
}

void report_factor_name(char out[REPORT_NAME_MAX], const struct results *results, int index, enum lang lang)
{
	char other[REPORT_NAME_MAX], name[REPORT_NAME_MAX];
	const struct results_factor *factor = &results->factor[index];
	const char *label = report_text(&factor->label, lang);
	short_label(name, *label ? label : factor->key);
	bool alone = true;
	for (int k = 0; k < results->factor_count && alone; k++) {
		short_label(other, report_text(&results->factor[k].label, lang));
		alone = k == index || strcmp(name, other) != 0;
	}
	if (alone)
		report_cut(out, REPORT_NAME_MAX, name, LETTERS_MOST);
	else
		add_label(out, name, factor->key);
}

void report_factor_value(char out[REPORT_NAME_MAX], const struct results_factor *factor, double value, enum lang lang)
{
	bool words = isnan(factor->min) && factor->level_count > 0;
	if (words) {
		int level = value >= 0 && value < factor->level_count ? (int)value : 0;
		report_cut(out, REPORT_NAME_MAX, factor->level[level], LETTERS_MOST);
	} else if (factor->start_year) {
		int week = factor->start_year * CONFIG_WEEKS_PER_YEAR + (int)value - 1;
		snprintf(out, REPORT_NAME_MAX, "%d-W%02d", week / CONFIG_WEEKS_PER_YEAR, 1 + week % CONFIG_WEEKS_PER_YEAR);
	} else {
		results_value(out, factor->unit, value, lang);
	}
}

static const struct results_point *point_of(const struct report *report, int row)
{
	return &report->results->point[report->member[report->row[row].first]];
}

// A point of a design by what was set in it, "Pool · Ruimte 0,4"; of many factors only those that differ from the
// reference. False when the row is another thing, or that is too much to tell.
static bool name_values(char *out, const struct report *report, int row, enum lang lang)
{
	const struct results *results = report->results;
	char one[2 * REPORT_NAME_MAX], factor[REPORT_NAME_MAX], name[REPORT_NAME_MAX], value[REPORT_NAME_MAX];
	size_t used = 0;
	int names = 0;
	if (report->by_design || report->sampled || results->factor_count == 0)
		return false;
	const struct results_point *point = point_of(report, row), *base = point_of(report, report->reference);
	out[0] = '\0';
	if (point->named >= 0) {
		report_cut(out, REPORT_NAME_MAX, report_text(&results->named[point->named].name, lang), LETTERS_MOST / 2);
		used = strlen(out);
	}
	for (int k = 0; k < results->factor_count; k++) {
		bool told = results->factor_count <= FACTORS_NAMED || point->value[k] != base->value[k];
		if (isnan(point->value[k]) || (point->set && !point->set[k]) || !told)
			continue;
		if (++names > FACTORS_NAMED)
			return false;
		report_factor_name(factor, results, k, lang);
		report_cut(name, sizeof name, factor, LETTERS_FACTOR);
		report_factor_value(value, &results->factor[k], point->value[k], lang);
		int length = snprintf(one, sizeof one, "%s%s\u00A0%s", used ? " · " : "", name, value);
		if (used + (size_t)length >= REPORT_NAME_MAX)
			return false;
		memcpy(out + used, one, (size_t)length + 1);
		used += (size_t)length;
	}
	return names > 0;
}

// What the others are compared with needs no row of values for a name: its card tells them.
static bool is_unnamed_reference(const struct report *report, int row, enum lang lang)
{
	const struct results_point *point = point_of(report, row);
	bool any = false;
	for (int k = 0; k < report->results->factor_count && point->set; k++)
		any = any || point->set[k];
	return row == report->reference && any && point->named < 0 && !*report_text(report->row[row].name, lang);
}

static bool is_alone(const struct report *report, int row, const char *name, enum lang lang)
{
	for (int k = 0; k < report->row_count; k++)
		if (k != row && strcmp(plain_name(report, k, lang), name) == 0)
			return false;
	return true;
}

void report_row_name(char out[REPORT_NAME_MAX], const struct report *report, int row, enum lang lang)
{
	char values[REPORT_NAME_MAX];
	const char *name = plain_name(report, row, lang);
	if (name_values(values, report, row, lang))
		snprintf(out, REPORT_NAME_MAX, "%s", values);
	else if (report->sampled && !report->by_design)
		snprintf(out, REPORT_NAME_MAX, "%s", lang == LANG_NL ? "Alle gelote combinaties" : "All draws");
	else if (is_unnamed_reference(report, row, lang))
		snprintf(out, REPORT_NAME_MAX, "%s", lang == LANG_NL ? report->has_baseline ? "Uitgangspunt" : "Alternatief 1" : report->has_baseline ? "Baseline" : "Alternative 1");
	else if (is_alone(report, row, name, lang))
		report_cut(out, REPORT_NAME_MAX, name, LETTERS_MOST);
	else
		add_label(out, name, report->rows->point[row].label);
}

// ---- numbers

enum ticks_kind report_kind(const struct results_outcome *outcome)
{
	return strcmp(outcome->unit, "share") == 0 || strcmp(outcome->unit, "1/year") == 0 ? TICKS_SHARE : TICKS_NUMBER;
}

double report_scale(const struct results_outcome *outcome)
{
	return report_kind(outcome) == TICKS_SHARE ? 1 : measure_unit(outcome->unit).factor;
}

int report_decimals(const struct results_outcome *outcome)
{
	return measure_unit(outcome->unit).decimals;
}

static bool is_bare(const struct results_outcome *outcome)
{
	return !*outcome->unit || strcmp(outcome->unit, "0-1") == 0 || strcmp(outcome->unit, "ratio") == 0 || strcmp(outcome->unit, "number") == 0;
}

struct text report_unit(const struct results_outcome *outcome)
{
	if (strcmp(outcome->unit, "0-1") == 0)
		return (struct text){ "op een schaal van 0 tot 1", "on a scale from 0 to 1" };
	if (strcmp(outcome->unit, "1/year") == 0)
		return (struct text){ "per jaar", "a year" };
	if (is_bare(outcome) || strcmp(outcome->unit, "share") == 0)
		return (struct text){ "", "" };
	return measure_unit(outcome->unit).word;
}

void report_value(char out[REPORT_NUMBER_MAX], const struct results_outcome *outcome, double value, enum lang lang)
{
	struct measure_unit unit = measure_unit(outcome->unit);
	char number[TEXT_NUMBER_MAX];
	text_number(number, lang, value * unit.factor, unit.decimals, false);
	bool bare = is_bare(outcome) || isnan(value);
	snprintf(out, REPORT_NUMBER_MAX, "%s%s%.40s", number, bare ? "" : "\u00A0", bare ? "" : text_in(unit.word, lang));
}

// As many decimals as show two digits of the largest number that is written beside it.
static int difference_decimals(const struct measure_unit *unit, double reach)
{
	int decimals = unit->decimals;
	double shown = fabs(reach * unit->factor);
	for (double least = pow(10, 1 - decimals); decimals < 4 && shown > 0 && shown < least; least /= 10)
		decimals++;
	return decimals;
}

void report_difference(char out[REPORT_NUMBER_MAX], const struct results_outcome *outcome, double value, double reach, enum lang lang)
{
	struct measure_unit unit = measure_unit(outcome->unit);
	char number[TEXT_NUMBER_MAX];
	text_number(number, lang, value * unit.factor, difference_decimals(&unit, reach), true);
	const char *word = text_in(unit.word, lang);
	if (report_kind(outcome) == TICKS_SHARE)
		word = lang == LANG_NL ? "procentpunt" : "percentage points";
	bool bare = is_bare(outcome) || isnan(value);
	snprintf(out, REPORT_NUMBER_MAX, "%s%s%.40s", number, bare ? "" : "\u00A0", bare ? "" : word);
}

void report_difference_span(char out[REPORT_SPAN_MAX], const struct results_outcome *outcome, double value, struct stats_interval span, enum lang lang)
{
	struct measure_unit unit = measure_unit(outcome->unit);
	bool known = !isnan(span.low) && !isnan(span.high);
	double reach = known ? fmax(fabs(span.low), fabs(span.high)) : value;
	char middle[REPORT_NUMBER_MAX], low[TEXT_NUMBER_MAX], high[TEXT_NUMBER_MAX];
	int decimals = difference_decimals(&unit, reach);
	report_difference(middle, outcome, value, reach, lang);
	text_number(low, lang, span.low * unit.factor, decimals, true);
	text_number(high, lang, span.high * unit.factor, decimals, true);
	if (known)
		snprintf(out, REPORT_SPAN_MAX, "%s (%s %s %s)", middle, low, lang == LANG_NL ? "tot" : "to", high);
	else
		snprintf(out, REPORT_SPAN_MAX, "%s", middle);
}

// 1234567 → 1230000: more digits than that say nothing.
static double three_digits(double value)
{
	double unit = 1;
	if (!isfinite(value))
		return value;
	while (fabs(value) / unit >= 1000)
		unit *= 10;
	return round(value / unit) * unit;
}

void report_euro(char out[REPORT_NUMBER_MAX], double value, bool sign, enum lang lang)
{
	char number[TEXT_NUMBER_MAX];
	double shown = three_digits(value);
	text_number(number, lang, fabs(shown), 0, false);
	const char *before = isnan(value) ? "" : shown < 0 ? "−" : sign && shown > 0 ? "+" : "";
	snprintf(out, REPORT_NUMBER_MAX, "%s%s%s%s", before, isnan(value) ? "" : "€", isnan(value) || lang == LANG_EN ? "" : "\u00A0", number);
}

void report_hours(char out[REPORT_NUMBER_MAX], double value, bool sign, enum lang lang)
{
	char number[TEXT_NUMBER_MAX];
	text_number(number, lang, three_digits(value), 0, sign);
	snprintf(out, REPORT_NUMBER_MAX, "%s%s", number, isnan(value) ? "" : lang == LANG_NL ? "\u00A0uur" : "\u00A0hours");
}

// ---- verdicts

struct text report_direction_words(int direction)
{
	return direction > 0 ? (struct text){ "meer is beter", "more is better" } :
	       direction < 0 ? (struct text){ "minder is beter", "less is better" } :
	                       (struct text){ "op zichzelf goed noch slecht", "neither good nor bad by itself" };
}

struct text report_verdict_words(enum report_verdict verdict)
{
	switch (verdict) {
	case REPORT_BETTER: return (struct text){ "beter", "better" };
	case REPORT_WORSE: return (struct text){ "slechter", "worse" };
	case REPORT_MORE: return (struct text){ "hoger", "higher" };
	case REPORT_LESS: return (struct text){ "lager", "lower" };
	case REPORT_SMALL: return (struct text){ "vrijwel gelijk", "about the same" };
	case REPORT_OPEN: return (struct text){ "geen duidelijk verschil", "no clear difference" };
	case REPORT_UNKNOWN: break;
	}
	return (struct text){ "niet bekend", "not known" };
}

const char *report_verdict_mark(enum report_verdict verdict)
{
	static const char *const mark[] = { [REPORT_UNKNOWN] = "", [REPORT_OPEN] = "○", [REPORT_SMALL] = "=", [REPORT_BETTER] = "▲", [REPORT_WORSE] = "▼",
		[REPORT_MORE] = "↑", [REPORT_LESS] = "↓" };
	return mark[verdict];
}

struct text report_design_words(const struct results *results)
{
	if (results->factor_count == 0)
		return (struct text){ "De alternatieven zijn één voor één opgeschreven.", "The alternatives were written down one by one." };
	switch (results->design) {
	case RESULTS_FACTORIAL: return (struct text){ "Elke waarde is met elke andere gecombineerd.", "Each value was combined with every other." };
	case RESULTS_LHS: return (struct text){ "De waarden zijn gespreid geloot (Latin hypercube).", "The values were drawn, well spread (Latin hypercube)." };
	case RESULTS_SOBOL: return (struct text){ "De waarden zijn gespreid geloot om te zien wie de uitkomst bepaalt (Sobol).",
	                                          "The values were drawn, well spread, to see which of them decide the outcome (Sobol)." };
	case RESULTS_MORRIS: return (struct text){ "Telkens is één waarde verzet, op geloote plekken (Morris).", "One value was moved at a time, from places that were drawn (Morris)." };
	case RESULTS_ONE_AT_A_TIME: return (struct text){ "Telkens is één waarde verzet, de rest bleef zoals die was.", "One value was moved at a time, the rest stayed as it was." };
	case RESULTS_POINTS: break;
	}
	return (struct text){ "De alternatieven zijn één voor één opgeschreven.", "The alternatives were written down one by one." };
}
