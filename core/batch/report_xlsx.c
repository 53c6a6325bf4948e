// The workbook: an explanation, the comparison with its charts, costs, the alternatives and every number.
// Cells hold numbers, not texts of numbers; how they look follows from their unit. The only place with
// libxlsxwriter, which writes to a path: a file for a while, whose bytes go to the stream.
#include "batch/report.h"

#include "batch/report_words.h"
#include "file.h"
#include "mem.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { CELL_MAX = 2048, ROWS_MOST = 1048575, COLUMNS_MOST = 16000, CHARTS_MOST = 12, CHART_BARS_MOST = 40, CHART_TALL = 20, HEAD_TALL = 34, LINE_TALL = 15, EXPLAINED_WIDE = 96, CONSTANT_FROM = 300000 };
enum look { PLAIN, HEAD, TITLE, WRAP, SHARE, FINE, ONE, WHOLE, EURO, CHANCE, LOOKS };

struct book {
	lxw_workbook *book;
	lxw_format *format[LOOKS];
	const struct report *report;
	const struct report_form *form;
	enum lang lang;
	lxw_worksheet *sheet;
	const char *name;           // of the sheet
};

// ---- cells

static void put(struct book *book, int row, int column, const char *text, enum look look)
{
	char cell[CELL_MAX];
	report_cut(cell, sizeof cell, text, CELL_MAX);
	worksheet_write_string(book->sheet, (lxw_row_t)row, (lxw_col_t)column, cell, book->format[look]);
}

static void say(struct book *book, int row, int column, struct text text, enum look look)
{
	put(book, row, column, text_in(text, book->lang), look);
}

static void number(struct book *book, int row, int column, double value, enum look look)
{
	if (isfinite(value))
		worksheet_write_number(book->sheet, (lxw_row_t)row, (lxw_col_t)column, value, book->format[look]);
}

static enum look look_of(const struct results_outcome *about)
{
	if (report_kind(about) == TICKS_SHARE)
		return SHARE;
	int decimals = report_decimals(about);
	return decimals >= 2 ? FINE : decimals == 1 ? ONE : WHOLE;
}

static void add_sheet(struct book *book, struct text name)
{
	book->name = text_in(name, book->lang);
	book->sheet = workbook_add_worksheet(book->book, book->name);
	worksheet_set_paper(book->sheet, 9);
	worksheet_set_landscape(book->sheet);
	worksheet_fit_to_pages(book->sheet, 1, 0);
}

static void head(struct book *book, int row, const struct text *text, const int *width, int count, int frozen)
{
	for (int i = 0; i < count; i++) {
		say(book, row, i, text[i], HEAD);
		worksheet_set_column(book->sheet, (lxw_col_t)i, (lxw_col_t)i, width[i], NULL);
	}
	worksheet_set_row(book->sheet, (lxw_row_t)row, HEAD_TALL, NULL);
	worksheet_freeze_panes(book->sheet, (lxw_row_t)row + 1, (lxw_col_t)frozen);
	worksheet_repeat_rows(book->sheet, (lxw_row_t)row, (lxw_row_t)row);
}

// ---- explanation

static const struct text guide_table[] = {
	{ "Dit werkboek hoort bij een experiment met Stoeprand, een vliegsimulator voor verandering in een gemeente. Het laat zien wat kan gebeuren als de regels van het model kloppen; het zegt niet wat er gaat gebeuren.",
	  "This workbook belongs to an experiment with Stoeprand, a flight simulator of change in a municipality. It shows what can happen if the rules of the model hold; it does not say what will happen." },
	{ "Vergelijking: per meetwaarde en alternatief het gemiddelde, het verschil met het uitgangspunt en het 95 %-interval daarvan, toekomst voor toekomst onder hetzelfde toeval.",
	  "Comparison: for each measure and alternative the mean, the difference from the baseline and its 95 % interval, future by future under the same luck." },
	{ "Een verschil heet pas beter of slechter als het ook standhoudt wanneer alle alternatieven tegelijk worden vergeleken (p volgens Holm onder 0,05). Anders kan het toeval zijn.",
	  "A difference is called better or worse only when it also holds with all alternatives compared at once (Holm's p below 0.05). Otherwise it may be luck." },
	{ "Grafieken: dezelfde verschillen met hun intervallen. Een balk door nul is geen aangetoond verschil.", "Charts: the same differences with their intervals. A bar through zero is no established difference." },
	{ "Kosten: wat de verandering zelf aan werktijd en euro’s kost over de hele looptijd; de uren zijn in de euro’s meegeteld.",
	  "Costs: what the change itself costs in working time and euros over the whole run; the hours are counted in the euros." },
	{ "Alternatieven: wat elk anders doet. Waarden: elke uitkomst van elke proef; een lege cel is niet bekend.", "Alternatives: what each does differently. Values: every outcome of every trial; an empty cell is not known." },
	{ "Welke kant goed is staat per meetwaarde in de kolom ‘Richting’. De meetwaarden zijn niet opgeteld: die afweging is aan de lezer.",
	  "Which way is good is told for each measure in the column ‘Direction’. The measures are not added up: that weighing is the reader’s." },
};

// A spreadsheet does not make rows as tall as what is wrapped in them.
static int paragraph(struct book *book, int row, const char *text)
{
	size_t lines = 1 + strlen(text) / EXPLAINED_WIDE;
	worksheet_set_row(book->sheet, (lxw_row_t)row, (double)(lines < 20 ? lines : 20) * LINE_TALL, NULL);
	put(book, row, 1, text, WRAP);
	return row + 1;
}

static int fact(struct book *book, int row, struct text name, const char *value)
{
	say(book, row, 0, name, PLAIN);
	return paragraph(book, row, value);
}

static void explain(struct book *book)
{
	const struct results *results = book->report->results;
	char seed[TEXT_NUMBER_MAX], count[128];
	add_sheet(book, (struct text){ "Uitleg", "Explanation" });
	worksheet_set_portrait(book->sheet);
	worksheet_set_column(book->sheet, 0, 0, 18, NULL);
	worksheet_set_column(book->sheet, 1, 1, EXPLAINED_WIDE, NULL);
	const char *title = report_text(&results->title, book->lang);
	worksheet_set_row(book->sheet, 0, 2 * LINE_TALL, NULL);
	put(book, 0, 0, *title ? title : "Stoeprand", TITLE);
	int row = fact(book, 2, (struct text){ "Vraag", "Question" }, report_text(&results->question, book->lang));
	for (size_t i = 0; i < sizeof guide_table / sizeof *guide_table; i++)
		row = paragraph(book, row, text_in(guide_table[i], book->lang));
	row = fact(book, row, (struct text){ "Scenario", "Scenario" }, results->scenario ? results->scenario : "–");
	snprintf(seed, sizeof seed, "%" PRIu64, results->seed);
	row = fact(book, row, (struct text){ "Eerste toevalsgetal", "First seed" }, seed);
	snprintf(count, sizeof count, book->lang == LANG_NL ? "%d punten × %d toekomsten; %ld gedraaid, %ld mislukt, %ld nog te gaan" : "%d points × %d futures; %ld run, %ld failed, %ld to go",
	         results->point_count, results->replicate_count, results->done, results->failed, results->pending);
	row = fact(book, row, (struct text){ "Proeven", "Trials" }, count);
	row = fact(book, row, (struct text){ "Versie", "Version" }, results->version ? results->version : "–");
	row = fact(book, row, (struct text){ "Gegevens", "Data" }, results->path ? results->path : "–");
	fact(book, row, (struct text){ "Opdracht", "Command" }, book->form->command ? book->form->command : "–");
}

// ---- comparison

enum { MEASURE, UNIT, DIRECTION, ALTERNATIVE, MEAN, MEAN_LOW, MEAN_HIGH, MORE, MORE_LOW, MORE_HIGH, PAIRS, WINS, P, VERDICT, GAP_BELOW, BAR_BELOW, GAP_ABOVE, BAR_ABOVE, COMPARISON };

static void put_formula(struct book *book, int at, int column, const char *pattern, int low, int high, double value, enum look look)
{
	char formula[256], from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
	lxw_rowcol_to_cell(from, (lxw_row_t)at, (lxw_col_t)low);
	lxw_rowcol_to_cell(to, (lxw_row_t)at, (lxw_col_t)high);
	snprintf(formula, sizeof formula, pattern, from, to);
	worksheet_write_formula_num(book->sheet, (lxw_row_t)at, (lxw_col_t)column, formula, book->format[look], value);
}

// What the chart stacks to show an interval; as formulas, so that a changed number changes the chart.
static void put_bar(struct book *book, int at, struct stats_interval span, bool wanted, enum look look)
{
	int low = book->report->row_count > 1 ? MORE_LOW : MEAN_LOW, high = low + 1;
	if (!wanted || !isfinite(span.low) || !isfinite(span.high))
		return;
	put_formula(book, at, GAP_BELOW, "=MIN(%.0s%s,0)", low, high, fmin(span.high, 0), look);
	put_formula(book, at, BAR_BELOW, "=MIN(%s,0)-MIN(%s,0)", low, high, fmin(span.low, 0) - fmin(span.high, 0), look);
	put_formula(book, at, GAP_ABOVE, "=MAX(%s%.0s,0)", low, high, fmax(span.low, 0), look);
	put_formula(book, at, BAR_ABOVE, "=MAX(%s,0)-MAX(%s,0)", high, low, fmax(span.high, 0) - fmax(span.low, 0), look);
}

static void put_comparison(struct book *book, int at, int row, int outcome)
{
	const struct report *report = book->report;
	const struct results_outcome *about = &report->results->outcome[outcome];
	const struct stats_mean *own = report_own(report, row, outcome);
	const struct compare_row *beside = report_beside(report, row, outcome);
	char name[REPORT_NAME_MAX];
	enum look look = look_of(about);
	report_outcome_name(name, about, book->lang);
	put(book, at, MEASURE, name, PLAIN);
	put(book, at, UNIT, text_in(measure_unit(about->unit).word, book->lang), PLAIN);
	say(book, at, DIRECTION, report_direction_words(report_direction(report, outcome)), PLAIN);
	report_row_name(name, report, row, book->lang);
	put(book, at, ALTERNATIVE, name, PLAIN);
	number(book, at, MEAN, own->mean, look);
	number(book, at, MEAN_LOW, own->interval.low, look);
	number(book, at, MEAN_HIGH, own->interval.high, look);
	put_bar(book, at, beside ? beside->difference.interval : own->interval, beside || report->row_count < 2, look);
	if (!beside)
		return;
	number(book, at, MORE, beside->difference.mean, look);
	number(book, at, MORE_LOW, beside->difference.interval.low, look);
	number(book, at, MORE_HIGH, beside->difference.interval.high, look);
	number(book, at, PAIRS, beside->difference.pairs, WHOLE);
	if (!report->results->independent)
		number(book, at, WINS, report_wins(report, outcome, &beside->difference), WHOLE);
	number(book, at, P, beside->p_holm, CHANCE);
	say(book, at, VERDICT, report_verdict_words(report_verdict(report, row, outcome)), PLAIN);
}

static int compared_rows(const struct report *report)
{
	long most = ROWS_MOST / (report->results->outcome_count > 0 ? report->results->outcome_count : 1);
	return report->row_count < most ? report->row_count : (int)most;
}

static void compare(struct book *book)
{
	static const struct text name[COMPARISON] = {
		{ "Meetwaarde", "Measure" }, { "Eenheid", "Unit" }, { "Richting", "Direction" }, { "Alternatief", "Alternative" }, { "Gemiddelde", "Mean" },
		{ "van (95 %)", "from (95 %)" }, { "tot (95 %)", "to (95 %)" }, { "Verschil", "Difference" }, { "verschil van", "difference from" },
		{ "verschil tot", "difference to" }, { "Toekomsten vergeleken", "Futures compared" }, { "waarin beter (of hoger)", "in which better (or higher)" },
		{ "p (Holm)", "p (Holm)" }, { "Oordeel", "Verdict" }, { "voor de grafiek", "for the chart" }, { "voor de grafiek", "for the chart" },
		{ "voor de grafiek", "for the chart" }, { "voor de grafiek", "for the chart" } };
	static const int width[COMPARISON] = { 24, 10, 18, 30, 12, 12, 12, 12, 13, 13, 12, 14, 10, 24, 9, 9, 9, 9 };
	int at = 1;
	add_sheet(book, (struct text){ "Vergelijking", "Comparison" });
	head(book, 0, name, width, COMPARISON, ALTERNATIVE + 1);
	for (int k = 0; k < book->report->results->outcome_count; k++)
		for (int row = 0; row < compared_rows(book->report); row++)
			put_comparison(book, at++, row, k);
	worksheet_autofilter(book->sheet, 0, 0, (lxw_row_t)(at > 1 ? at - 1 : 1), COMPARISON - 1);
}

// ---- charts

// An interval is a bar that floats: below and above zero each have a piece that is not seen and one that is.
static void add_series(struct book *book, lxw_chart *chart, const char *from, int outcome, int column, bool seen)
{
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	lxw_chart_fill colour = { .color = 0x3E8ECF }, hidden = { .none = LXW_TRUE };
	int first = 1 + outcome * compared_rows(book->report), last = first + compared_rows(book->report) - 1;
	chart_series_set_categories(series, from, (lxw_row_t)first, ALTERNATIVE, (lxw_row_t)last, ALTERNATIVE);
	chart_series_set_values(series, from, (lxw_row_t)first, (lxw_col_t)column, (lxw_row_t)last, (lxw_col_t)column);
	chart_series_set_fill(series, seen ? &colour : &hidden);
}

static void lay_out_bars(lxw_chart *chart, const char *title, const char *pattern)
{
	chart_title_set_name(chart, title);
	chart_title_set_name_font(chart, &(lxw_chart_font){ .size = 12, .bold = LXW_TRUE });
	chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
	chart_axis_set_reverse(chart->y_axis);  // the first on top
	chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
	chart_axis_set_num_format(chart->x_axis, pattern);
}

static void add_chart(struct book *book, const char *from, int outcome, int place)
{
	const struct report *report = book->report;
	const struct results_outcome *about = &report->results->outcome[outcome];
	lxw_chart *chart = workbook_add_chart(book->book, LXW_CHART_BAR_STACKED);
	lxw_chart_options size = { .x_scale = 1.5, .y_scale = 1.25 };
	char name[REPORT_NAME_MAX], title[2 * REPORT_NAME_MAX];
	for (int column = GAP_BELOW; column <= BAR_ABOVE; column++)
		add_series(book, chart, from, outcome, column, column == BAR_BELOW || column == BAR_ABOVE);
	report_outcome_name(name, about, book->lang);
	snprintf(title, sizeof title, report->row_count < 2 ? "%s" : book->lang == LANG_NL ? "%s: verschil met het uitgangspunt" : "%s: difference from the baseline", name);
	lay_out_bars(chart, title, report_kind(about) == TICKS_SHARE ? "0.0%" : "General");
	worksheet_insert_chart_opt(book->sheet, (lxw_row_t)(3 + place / 2 * CHART_TALL), (lxw_col_t)(place % 2 * 12), chart, &size);
}

static void draw(struct book *book)
{
	const struct report *report = book->report;
	const char *from = book->name;
	add_sheet(book, (struct text){ "Grafieken", "Charts" });
	say(book, 0, 0, report->row_count > 1 ? (struct text){ "Elke balk is het 95 %-interval van het verschil met het uitgangspunt; het gemiddelde ligt in het midden. Een balk door nul is geen aangetoond verschil.",
	                                                       "Each bar is the 95 % interval of the difference from the baseline; the mean is in its middle. A bar through zero is no established difference." }
	    : (struct text){ "Elke balk is het 95 %-interval van het gemiddelde.", "Each bar is the 95 % interval of the mean." }, PLAIN);
	if (compared_rows(report) > CHART_BARS_MOST)
		say(book, 1, 0, (struct text){ "Meer alternatieven dan in een grafiek passen: zie het blad Vergelijking.", "More alternatives than fit in a chart: see the sheet Comparison." }, PLAIN);
	for (int i = 0; i < report->main_count && i < CHARTS_MOST && compared_rows(report) <= CHART_BARS_MOST; i++)
		add_chart(book, from, report->main[i], i);
}

// ---- costs

static void cost_chart(struct book *book, int rows)
{
	lxw_chart *chart = workbook_add_chart(book->book, LXW_CHART_BAR);
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	lxw_chart_fill fill = { .color = 0x3E8ECF };
	chart_series_set_categories(series, book->name, 1, 0, (lxw_row_t)rows, 0);
	chart_series_set_values(series, book->name, 1, 2, (lxw_row_t)rows, 2);
	chart_series_set_fill(series, &fill);
	lay_out_bars(chart, book->lang == LANG_NL ? "Kosten van de verandering (euro)" : "Cost of the change (euros)", "#,##0");
	worksheet_insert_chart_opt(book->sheet, (lxw_row_t)rows + 3, 0, chart, &(lxw_chart_options){ .x_scale = 1.5, .y_scale = 1.25 });
}

static void costs(struct book *book)
{
	static const struct text name[] = { { "Alternatief", "Alternative" }, { "Werktijd (uren)", "Working time (hours)" }, { "Euro", "Euros" }, { "Euro meer", "Euros more" },
		{ "meer van (95 %)", "more from (95 %)" }, { "meer tot (95 %)", "more to (95 %)" }, { "Uren meer", "Hours more" } };
	static const int width[] = { 34, 18, 16, 16, 16, 16, 16 };
	const struct report *report = book->report;
	int rows = report->row_count < ROWS_MOST ? report->row_count : ROWS_MOST;
	char label[REPORT_NAME_MAX];
	add_sheet(book, (struct text){ "Kosten", "Costs" });
	head(book, 0, name, width, (int)(sizeof name / sizeof *name), 1);
	for (int row = 0; row < rows; row++) {
		const struct report_row *now = &report->row[row];
		report_row_name(label, report, row, book->lang);
		put(book, row + 1, 0, label, PLAIN);
		number(book, row + 1, 1, now->hours.mean, WHOLE);
		number(book, row + 1, 2, now->euro.mean, EURO);
		if (row == report->reference)
			continue;
		number(book, row + 1, 3, now->more_euro.mean, EURO);
		number(book, row + 1, 4, now->more_euro.interval.low, EURO);
		number(book, row + 1, 5, now->more_euro.interval.high, EURO);
		number(book, row + 1, 6, now->more_hours.mean, WHOLE);
	}
	if (rows <= CHART_BARS_MOST)
		cost_chart(book, rows);
}

// ---- alternatives

// What the author says of a design, else what it does.
static const char *about(const struct results_named *named, enum lang lang)
{
	const char *why = named ? report_text(&named->why, lang) : "";
	return *why || !named ? why : report_text(&named->what, lang);
}

static void alternatives(struct book *book)
{
	static const struct text name[] = { { "Punt", "Point" }, { "Alternatief", "Alternative" }, { "Aanpak", "Design" }, { "Wat er anders is", "What is different" }, { "Uitgangspunt", "Baseline" } };
	static const int width[] = { 8, 34, 28, 60, 14 };
	enum { OWN = sizeof name / sizeof *name };
	const struct results *results = book->report->results;
	add_sheet(book, (struct text){ "Alternatieven", "Alternatives" });
	head(book, 0, name, width, OWN, 2);
	for (int k = 0; k < results->factor_count; k++)
		put(book, 0, OWN + k, results->factor[k].key, HEAD);
	if (results->factor_count > 0)
		worksheet_set_column(book->sheet, OWN, (lxw_col_t)(OWN + results->factor_count - 1), 20, NULL);
	for (int p = 0; p < results->point_count && p < ROWS_MOST; p++) {
		const struct results_point *point = &results->point[p];
		number(book, p + 1, 0, p, PLAIN);
		put(book, p + 1, 1, point->label, PLAIN);
		put(book, p + 1, 2, point->named < 0 ? "" : report_text(&results->named[point->named].name, book->lang), PLAIN);
		put(book, p + 1, 3, about(point->named < 0 ? NULL : &results->named[point->named], book->lang), WRAP);
		if (point->is_baseline)
			say(book, p + 1, 4, (struct text){ "ja", "yes" }, PLAIN);
		for (int k = 0; k < results->factor_count; k++) {
			const struct results_factor *factor = &results->factor[k];
			bool words = isnan(factor->min) && factor->level_count > 0;
			if (words && point->value[k] >= 0 && point->value[k] < factor->level_count)
				put(book, p + 1, OWN + k, factor->level[(int)point->value[k]], PLAIN);
			else if (!words)
				number(book, p + 1, OWN + k, point->value[k], PLAIN);
		}
	}
}

// ---- values: a row a trial, a column an outcome

static void put_trial(struct book *book, int at, int p, int r, int columns)
{
	const struct results *results = book->report->results;
	size_t trial = (size_t)p * (size_t)results->replicate_count + (size_t)r;
	number(book, at, 0, p, PLAIN);
	put(book, at, 1, results->point[p].label, PLAIN);
	number(book, at, 2, r, PLAIN);
	number(book, at, 3, results->cost_hours[trial], WHOLE);
	number(book, at, 4, results->cost_euro[trial], EURO);
	for (int k = 0; k < columns; k++)
		number(book, at, 5 + k, *results_at(results, p, r, k), look_of(&results->outcome[k]));
}

static void values(struct book *book)
{
	static const struct text name[] = { { "Punt", "Point" }, { "Alternatief", "Alternative" }, { "Toekomst", "Future" }, { "Uren", "Hours" }, { "Euro", "Euros" } };
	static const int width[] = { 8, 34, 10, 12, 14 };
	const struct results *results = book->report->results;
	int columns = results->outcome_count < COLUMNS_MOST ? results->outcome_count : COLUMNS_MOST, at = 1;
	char label[REPORT_NAME_MAX];
	add_sheet(book, (struct text){ "Waarden", "Values" });
	head(book, 0, name, width, 5, 3);
	for (int k = 0; k < columns; k++) {
		report_outcome_name(label, &results->outcome[k], book->lang);
		put(book, 0, 5 + k, label, HEAD);
	}
	worksheet_set_column(book->sheet, 5, (lxw_col_t)(4 + (columns > 0 ? columns : 1)), 18, NULL);
	for (int p = 0; p < results->point_count; p++)
		for (int r = 0; r < results->replicate_count && at <= ROWS_MOST - 1; r++, at++)
			put_trial(book, at, p, r, columns);
	if ((long)results->point_count * results->replicate_count > at - 1)
		say(book, at, 0, (struct text){ "De rest past niet op een blad; de CSV heeft alles.", "The rest does not fit on a sheet; the CSV has it all." }, PLAIN);
}

// ---- the file

static void make_formats(struct book *book)
{
	static const char *const pattern[LOOKS] = { [SHARE] = "0.0%", [FINE] = "0.000", [ONE] = "0.0", [WHOLE] = "#,##0", [EURO] = "[$€-2] #,##0", [CHANCE] = "0.000" };
	for (int i = 0; i < LOOKS; i++) {
		book->format[i] = workbook_add_format(book->book);
		if (pattern[i])
			format_set_num_format(book->format[i], pattern[i]);
	}
	format_set_bold(book->format[HEAD]);
	format_set_text_wrap(book->format[HEAD]);
	format_set_align(book->format[HEAD], LXW_ALIGN_VERTICAL_TOP);
	format_set_bottom(book->format[HEAD], LXW_BORDER_THIN);
	format_set_bold(book->format[TITLE]);
	format_set_font_size(book->format[TITLE], 16);
	format_set_text_wrap(book->format[WRAP]);
	format_set_align(book->format[WRAP], LXW_ALIGN_VERTICAL_TOP);
}

static void fill(struct book *book)
{
	make_formats(book);
	for (int i = 0; i < (book->form->both ? LANG_COUNT : 1); i++) {
		book->lang = i == 0 ? book->form->lang : book->form->lang == LANG_NL ? LANG_EN : LANG_NL;
		explain(book);
		compare(book);
		draw(book);
		costs(book);
		alternatives(book);
	}
	book->lang = book->form->lang;
	values(book);
}

static bool write_book(const char *path, const struct report *report, const struct report_form *form, struct err *err)
{
	const struct results *results = report->results;
	long cells = (long)results->point_count * results->replicate_count * (results->outcome_count + 5);
	lxw_workbook_options options = { .constant_memory = cells > CONSTANT_FROM, .use_zip64 = LXW_FALSE };
	struct book book = { .book = workbook_new_opt(path, &options), .report = report, .form = form };
	if (!book.book) {
		err_memory(err);
		return false;
	}
	fill(&book);
	lxw_error error = workbook_close(book.book);
	if (error == LXW_NO_ERROR)
		return true;
	err_add(err, "kan het werkboek niet maken: %s", "cannot make the workbook: %s", lxw_strerror(error));
	return false;
}

bool report_xlsx(FILE *stream, const struct report *report, const struct report_form *form, struct err *err)
{
	const char *folder = getenv("TMPDIR");
	char path[FILE_PATH_MAX];
	unsigned char *bytes = NULL;
	size_t count = 0;
	int length = snprintf(path, sizeof path, "%s/stoeprand-XXXXXX", folder && *folder ? folder : "/tmp");
	int file = length < (int)sizeof path ? mkstemp(path) : -1;
	if (file < 0) {
		struct text why = file_reason(errno);
		err_add(err, "%s: kan hier geen bestand maken: %s%.0s", "%s: cannot make a file here: %.0s%s", path, why.nl, why.en);
		return false;
	}
	close(file);
	bool fine = write_book(path, report, form, err) && file_read(path, &bytes, &count, err);
	if (fine)
		(void)fwrite(bytes, 1, count, stream);
	mem_free(bytes);
	unlink(path);
	return fine;
}
