// Comparisons in words and tables.
#include "cmd_compare.h"

#include "cmd_result.h"
#include "cmd_table.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- a sentence

struct telling {
	const struct results_outcome *outcome;
	const struct compare *compare;
	const struct compare_row *row;
	enum lang lang;
	bool nl, judges;
	int decimals;
	char name[CMD_OUTCOME_NAME_MAX], size[CMD_NUMBER_MAX], span[CMD_SPAN_MAX], matters[CMD_NUMBER_MAX];
	const char *counted;
};

static double half_width(const struct compare_row *row)
{
	return row->difference.interval.high - row->difference.mean;
}

// Of a table: those of its usual row.
static int table_decimals(const struct results *results, const struct compare *compare)
{
	double sum = 0, known = 0;
	for (int k = 0; k < compare->count; k++)
		if (half_width(&compare->row[k]) > 0) {
			sum += half_width(&compare->row[k]);
			known++;
		}
	return cmd_outcome_decimals(&results->outcome[compare->outcome], known > 0 ? sum / known : 0);
}

static void start(struct telling *telling, const struct results *results, const struct compare *compare, const struct compare_row *row, enum lang lang)
{
	const struct results_outcome *outcome = &results->outcome[compare->outcome];
	*telling = (struct telling){ .outcome = outcome, .compare = compare, .row = row, .lang = lang, .nl = lang == LANG_NL };
	telling->decimals = cmd_outcome_decimals(outcome, half_width(row));
	telling->counted = cmd_outcome_counted(outcome, lang);
	cmd_outcome_point(telling->name, results, row->point, lang);
	cmd_outcome_number(telling->size, outcome, lang, fabs(row->difference.mean), telling->decimals, false);
	cmd_outcome_span(telling->span, outcome, lang, row->difference.interval, telling->decimals, true, false);
	cmd_outcome_number(telling->matters, outcome, lang, compare->matters, cmd_outcome_decimals(outcome, compare->matters), false);
}

// "hoger in 17 van de 20 toekomsten (gelijk in 1)"; of runs that are no pairs "kans op hoger 85 %".
static void tell_pairs(const struct telling *telling, char *text, size_t size)
{
	const struct stats_paired *difference = &telling->row->difference;
	bool up = difference->mean >= 0;
	char chance[CMD_NUMBER_MAX], equal[64] = "";
	if (!telling->compare->paired) {
		cmd_outcome_share(chance, telling->lang, up ? difference->chance : 1 - difference->chance);
		snprintf(text, size, telling->nl ? "met een kans van %s %s" : "with a chance of %s %s", chance,
		         telling->nl ? up ? "hoger" : "lager" : up ? "higher" : "lower");
		return;
	}
	const char *way = telling->nl ? up ? "hoger" : "lager" : up ? "higher" : "lower";
	int count = up ? difference->higher : difference->lower;
	if (difference->equal)
		snprintf(equal, sizeof equal, telling->nl ? " (gelijk in %d)" : " (equal in %d)", difference->equal);
	if (count == difference->pairs)
		snprintf(text, size, telling->nl ? "%s in alle %d toekomsten" : "%s in all %d futures", way, count);
	else
		snprintf(text, size, telling->nl ? "%s in %d van de %d toekomsten%s" : "%s in %d of %d futures%s", way, count, difference->pairs, equal);
}

static const char *judge(const struct telling *telling, bool up)
{
	enum compare_direction good = telling->judges ? compare_direction(telling->outcome) : COMPARE_NEITHER;
	const struct stats_interval *span = &telling->row->difference.interval;
	if (fabs(span->low) < telling->compare->matters && fabs(span->high) < telling->compare->matters)
		return telling->nl ? " Dat is duidelijk, maar kleiner dan wat ertoe doet." : " That is clear, but smaller than what matters.";
	if (good == COMPARE_NEITHER)
		return "";
	if ((good == COMPARE_HIGHER) == up)
		return telling->nl ? " Dat is gunstig." : " That is for the better.";
	return telling->nl ? " Dat is ongunstig." : " That is for the worse.";
}

static void tell_clear(const struct telling *telling, char *text, size_t size)
{
	char pairs[160];
	bool up = telling->row->difference.mean > 0;
	tell_pairs(telling, pairs, sizeof pairs);
	snprintf(text, size, telling->nl ? "%s, gemiddeld met %s%s (95\u00A0%%: %s).%s" : "%s, by %s%s on average (95%%: %s).%s", pairs, telling->size,
	         telling->counted, telling->span, judge(telling, up));
}

static void tell_needed(const struct telling *telling, char *text, size_t size)
{
	const struct compare_row *row = telling->row;
	char needed[CMD_NUMBER_MAX];
	cmd_whole(needed, telling->lang, row->needed);
	if (row->enough)
		snprintf(text, size, "%s", telling->nl ? "Meer toekomsten maken dit scherper." : "More futures would make this sharper.");
	else if (row->needed < 0)
		snprintf(text, size, "%s", telling->nl ? "Wat ertoe doet is hier zo klein dat geen redelijk aantal toekomsten het laat zien."
		                                       : "What matters is so small here that no reasonable number of futures would show it.");
	else
		snprintf(text, size, telling->nl ? "Om een verschil van %s%s te zien zijn ongeveer %s toekomsten nodig."
		         : "To see a difference of %s%s takes about %s futures.", telling->matters, telling->counted, needed);
}

static void tell_open(const struct telling *telling, char *text, size_t size)
{
	char pairs[160], needed[256];
	tell_pairs(telling, pairs, sizeof pairs);
	tell_needed(telling, needed, sizeof needed);
	snprintf(text, size, telling->nl ? "nog niet te zeggen: %s, het verschil is %s%s (95\u00A0%%). %s"
	         : "too early to say: %s, the difference is %s%s (95%%). %s", pairs, telling->span, telling->counted, needed);
}

void cmd_compare_tell(char text[CMD_COMPARE_SENTENCE_MAX], const struct results *results, const struct compare *compare,
                      const struct compare_row *row, enum lang lang, bool judges)
{
	struct telling telling;
	char rest[CMD_COMPARE_SENTENCE_MAX - CMD_OUTCOME_NAME_MAX - 2];
	start(&telling, results, compare, row, lang);
	telling.judges = judges;
	bool nl = telling.nl;
	switch (compare_verdict(compare, row)) {
	case COMPARE_UNKNOWN:
		snprintf(rest, sizeof rest, "%s", nl ? "nog geen twee toekomsten om te vergelijken." : "not yet two futures to compare.");
		break;
	case COMPARE_SAME:
		snprintf(rest, sizeof rest, nl ? "in alle %d toekomsten gelijk: wat hier anders is, komt niet bij deze maat." :
		         "the same in all %d futures: what is different here does not reach this measure.", row->difference.pairs);
		break;
	case COMPARE_SMALL:
		snprintf(rest, sizeof rest, nl ? "geen duidelijk verschil; als er een is, is het kleiner dan %s%s." :
		         "no clear difference; if there is one, it is smaller than %s%s.", telling.matters, telling.counted);
		break;
	case COMPARE_OPEN:
		tell_open(&telling, rest, sizeof rest);
		break;
	default:
		tell_clear(&telling, rest, sizeof rest);
	}
	snprintf(text, CMD_COMPARE_SENTENCE_MAX, "%s: %s", telling.name, rest);
}

// ---- all alternatives in words

static void count_verdicts(const struct compare *compare, int count[COMPARE_OPEN + 1])
{
	for (int k = 0; k < compare->count; k++)
		count[compare_verdict(compare, &compare->row[k])]++;
}

// The alternative with the highest or lowest difference, with all of its values.
static void print_extreme(const struct cmd_out *out, const struct results *results, const struct compare *compare, bool highest)
{
	const struct compare_row *found = NULL;
	char name[CMD_OUTCOME_NAME_MAX], size[CMD_NUMBER_MAX], line[CMD_OUTCOME_NAME_MAX + 128];
	const struct results_outcome *outcome = &results->outcome[compare->outcome];
	for (int k = 0; k < compare->count; k++) {
		double mean = compare->row[k].difference.mean;
		if (!isnan(mean) && (!found || (highest ? mean > found->difference.mean : mean < found->difference.mean)))
			found = &compare->row[k];
	}
	if (!found)
		return;
	cmd_outcome_point(name, results, found->point, out->lang);
	cmd_outcome_number(size, outcome, out->lang, found->difference.mean, table_decimals(results, compare), true);
	snprintf(line, sizeof line, "%s: %s (%s%s).",
	         out->lang == LANG_NL ? highest ? "Het hoogst" : "Het laagst" : highest ? "Highest" : "Lowest", name, size, cmd_outcome_counted(outcome, out->lang));
	cmd_put(out, "  - ");
	cmd_wrap(out, 4, line);
}

static void print_sum(const struct cmd_out *out, const struct results *results, const struct compare *compare)
{
	int count[COMPARE_OPEN + 1] = { 0 };
	char line[512];
	bool nl = out->lang == LANG_NL, any = false;
	count_verdicts(compare, count);
	const struct { int count; struct text what; } part[] = {
		{ count[COMPARE_CLEAR_UP], { "duidelijk hoger dan de basis", "clearly higher than the baseline" } },
		{ count[COMPARE_CLEAR_DOWN], { "duidelijk lager", "clearly lower" } },
		{ count[COMPARE_SAME], { "precies gelijk", "exactly the same" } },
		{ count[COMPARE_SMALL], { "met een verschil dat te klein is om ertoe te doen", "with a difference too small to matter" } },
		{ count[COMPARE_OPEN] + count[COMPARE_UNKNOWN], { "nog niet te zeggen", "too early to say" } },
	};
	int used = snprintf(line, sizeof line, nl ? "Van de %d alternatieven:" : "Of the %d alternatives:", compare->count);
	for (size_t k = 0; k < sizeof part / sizeof *part; k++)
		if (part[k].count) {
			used += snprintf(line + used, sizeof line - (size_t)used, "%s %d %s", any ? "," : "", part[k].count, text_in(part[k].what, out->lang));
			any = true;
		}
	snprintf(line + used, sizeof line - (size_t)used, ".");
	cmd_wrap(out, 0, line);
	print_extreme(out, results, compare, true);
	print_extreme(out, results, compare, false);
}

static void print_words(const struct cmd_out *out, const struct results *results, const struct compare *compare)
{
	char text[CMD_COMPARE_SENTENCE_MAX];
	if (compare->count > CMD_COMPARE_WORDS_MAX) {
		print_sum(out, results, compare);
		return;
	}
	for (int k = 0; k < compare->count; k++) {
		cmd_compare_tell(text, results, compare, &compare->row[k], out->lang, true);
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, text);
	}
}

// ---- tables

// From the highest difference to the lowest, those without one last.
static int by_difference(const void *a, const void *b)
{
	const struct compare_row *one = a, *other = b;
	double x = one->difference.mean, y = other->difference.mean;
	if (isnan(x) || isnan(y))
		return (isnan(x) ? 1 : 0) - (isnan(y) ? 1 : 0);
	return x > y ? -1 : x < y ? 1 : one->point - other->point;
}

// The rows that are shown: all as they stand, or the highest and the lowest differences.
static int pick_rows(const struct compare *compare, struct compare_row *pick)
{
	int half = CMD_COMPARE_ROWS_MAX / 2, known = 0;
	for (int k = 0; k < compare->count; k++) {
		pick[k] = compare->row[k];
		known += isnan(compare->row[k].difference.mean) ? 0 : 1;
	}
	if (compare->count <= CMD_COMPARE_ROWS_MAX)
		return compare->count;
	qsort(pick, (size_t)compare->count, sizeof *pick, by_difference);
	for (int k = 0; k < half && known > CMD_COMPARE_ROWS_MAX; k++)
		pick[half + k] = pick[known - half + k];
	return known < CMD_COMPARE_ROWS_MAX ? known : CMD_COMPARE_ROWS_MAX;
}

static void put_texts(struct cmd_table *table, int row, const char *const *text, int count)
{
	for (int column = 0; column < count; column++)
		snprintf(cmd_table_cell(table, row, column), CMD_CELL_MAX, "%s", text[column]);
}

static void put_name(char *cell, const struct results *results, int point, enum lang lang)
{
	char name[CMD_OUTCOME_NAME_MAX];
	cmd_outcome_short(name, results, point, lang);
	snprintf(cell, CMD_CELL_MAX, "%.90s", name);
}

enum { MAIN_COLUMNS = 8, DETAIL_COLUMNS = 8 };

static void put_main(struct cmd_table *table, int at, const struct results *results, const struct compare *compare, const struct compare_row *row,
                     enum lang lang, int decimals)
{
	const struct results_outcome *outcome = &results->outcome[compare->outcome];
	const struct stats_paired *difference = &row->difference;
	put_name(cmd_table_cell(table, at, 0), results, row->point, lang);
	cmd_outcome_number(cmd_table_cell(table, at, 1), outcome, lang, row->own.mean, decimals, false);
	cmd_outcome_number(cmd_table_cell(table, at, 2), outcome, lang, difference->mean, decimals, true);
	cmd_outcome_span(cmd_table_cell(table, at, 3), outcome, lang, difference->interval, decimals, true, true);
	cmd_number(cmd_table_cell(table, at, 4), lang, difference->d_spread, 1, true);
	if (compare->paired && difference->pairs)
		snprintf(cmd_table_cell(table, at, 5), CMD_CELL_MAX, "%d/%d", difference->higher, difference->pairs);
	else
		cmd_outcome_share(cmd_table_cell(table, at, 5), lang, difference->chance);
	cmd_outcome_p(cmd_table_cell(table, at, 6), lang, row->p_holm);
	if (row->enough || row->needed < 0)
		snprintf(cmd_table_cell(table, at, 7), CMD_CELL_MAX, "%s", !row->enough ? "–" : lang == LANG_NL ? "ja" : "yes");
	else
		cmd_whole(cmd_table_cell(table, at, 7), lang, row->needed);
}

static void put_detail(struct cmd_table *table, int at, const struct results *results, const struct compare *compare, const struct compare_row *row,
                       enum lang lang, int decimals)
{
	const struct results_outcome *outcome = &results->outcome[compare->outcome];
	const struct stats_paired *difference = &row->difference;
	char low[CMD_NUMBER_MAX], high[CMD_NUMBER_MAX];
	put_name(cmd_table_cell(table, at, 0), results, row->point, lang);
	cmd_outcome_span(cmd_table_cell(table, at, 1), outcome, lang, row->own.interval, decimals, false, true);
	cmd_outcome_span(cmd_table_cell(table, at, 2), outcome, lang, row->joint, decimals, true, true);
	cmd_number(cmd_table_cell(table, at, 3), lang, difference->d_z, 1, true);
	cmd_number(low, lang, difference->chance_interval.low * 100, 0, false);
	cmd_outcome_share(high, lang, difference->chance_interval.high);
	snprintf(cmd_table_cell(table, at, 4), CMD_CELL_MAX, difference->pairs ? "%.40s–%.40s" : "–", low, high);
	cmd_outcome_p(cmd_table_cell(table, at, 5), lang, difference->p);
	cmd_outcome_share(cmd_table_cell(table, at, 6), lang, difference->saved);
	snprintf(cmd_table_cell(table, at, 7), CMD_CELL_MAX, difference->missing ? "%d − %d" : "%d", difference->pairs + difference->missing, difference->missing);
}

typedef void put_row(struct cmd_table *, int, const struct results *, const struct compare *, const struct compare_row *, enum lang, int);

static bool print_table(const struct cmd_out *out, const struct results *results, const struct compare *compare, const char *first, const char *const *head, int columns,
                        put_row *put, const int drop[6], struct err *err)
{
	struct cmd_table table;
	struct compare_row *pick = mem_new((size_t)compare->count + 1, sizeof *pick);
	int rows = pick ? pick_rows(compare, pick) : 0, decimals = table_decimals(results, compare);
	bool main = put == put_main && compare->baseline >= 0;
	if (!pick)
		err_memory(err);
	if (!pick || !cmd_table_init(&table, rows + 1 + main, columns, 1, err)) {
		mem_free(pick);
		return false;
	}
	put_texts(&table, 0, head, columns);
	snprintf(cmd_table_cell(&table, 0, 0), CMD_CELL_MAX, "%s", first);
	for (int k = 0; k < rows; k++)
		put(&table, 1 + main + k, results, compare, &pick[k], out->lang, decimals);
	if (main) {
		put_name(cmd_table_cell(&table, 1, 0), results, compare->baseline, out->lang);
		cmd_outcome_number(cmd_table_cell(&table, 1, 1), &results->outcome[compare->outcome], out->lang, compare->base.mean, decimals, false);
	}
	cmd_table_drop(out, &table, drop, 6);
	cmd_put(out, "\n");
	cmd_table_print(out, &table);
	if (rows < compare->count)
		cmd_wrap(out, 0, out->lang == LANG_NL ? "De hoogste en de laagste verschillen; --csv geeft ze alle." : "The highest and the lowest differences; --csv has all.");
	cmd_table_clear(&table);
	mem_free(pick);
	return true;
}

bool cmd_compare_table(const struct cmd_out *out, const struct results *results, const struct compare *compare, struct text head, bool details, struct err *err)
{
	static const char *const main[LANG_COUNT][MAIN_COLUMNS] = {
		{ "", "gemiddeld", "verschil", "95 %", "d", "hoger in", "p", "genoeg" },
		{ "", "mean", "difference", "95%", "d", "higher in", "p", "enough" },
	};
	static const char *const detail[LANG_COUNT][DETAIL_COLUMNS] = {
		{ "", "gemiddeld 95 %", "samen 95 %", "d_z", "kans", "p los", "bespaard", "paren" },
		{ "", "mean 95%", "joint 95%", "d_z", "chance", "raw p", "saved", "pairs" },
	};
	static const int main_drop[] = { 4, 6, 7, 1, 5, 3 }, detail_drop[] = { 7, 5, 6, 3, 1, 4 };  // on a narrow terminal
	return print_table(out, results, compare, text_in(head, out->lang), main[out->lang], MAIN_COLUMNS, put_main, main_drop, err) &&
	       (!details || print_table(out, results, compare, text_in(head, out->lang), detail[out->lang], DETAIL_COLUMNS, put_detail, detail_drop, err));
}

bool cmd_compare_print(const struct cmd_out *out, const struct results *results, const struct compare *compare, bool details, struct err *err)
{
	cmd_outcome_heading(out, results, compare->outcome);
	print_words(out, results, compare);
	return cmd_compare_table(out, results, compare, (struct text){ "alternatief", "alternative" }, details, err);
}
