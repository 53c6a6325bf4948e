// The pictures of a report. Each is drawn twice, for a desk and for a phone; the page's style shows one.
#include "batch/report_page.h"

#include "mem.h"
#include "plot/paint.h"

#include <math.h>
#include <string.h>

enum { DESK = 812, PHONE = 360, ROWS_MOST = 15, LUCK_MOST = 6, DOTS_MOST = 20, LINE_MAX = 640, CELLS_MOST = 30 };

// ---- from drawing to page

static void put_drawing(struct report_page *page, const char *place, float width, void (*paint)(struct draw *, const struct chart_look *, const void *), const void *chart)
{
	const struct chart_look look = { .theme = &theme_print, .font = page->form->font, .lang = page->lang, .width = width };
	struct paint_bytes bytes = { 0 };
	struct draw draw;
	draw_init(&draw);
	paint(&draw, &look, chart);
	if (draw_ok(&draw, page->failed ? NULL : page->err) && paint_svg(&draw, page->lang, &bytes, page->failed ? NULL : page->err)) {
		fprintf(page->stream, "<div class=\"%s\">\n", place);
		(void)fwrite(bytes.data, 1, bytes.count, page->stream);
		report_tag(page, "</div>\n");
	} else {
		page->failed = true;
	}
	mem_free(bytes.data);
	draw_clear(&draw);
}

static void put_figure(struct report_page *page, void (*paint)(struct draw *, const struct chart_look *, const void *), const void *chart)
{
	report_tag(page, "<figure>\n");
	put_drawing(page, "desk", DESK, paint, chart);
	put_drawing(page, "phone", PHONE, paint, chart);
	report_tag(page, "</figure>\n");
}

static void paint_bars(struct draw *draw, const struct chart_look *look, const void *chart)
{
	chart_bars(draw, look, chart);
}

static void paint_quantiles(struct draw *draw, const struct chart_look *look, const void *chart)
{
	chart_quantiles(draw, look, chart);
}

static void paint_heat(struct draw *draw, const struct chart_look *look, const void *chart)
{
	chart_heat(draw, look, chart);
}

static void paint_tornado(struct draw *draw, const struct chart_look *look, const void *chart)
{
	chart_tornado(draw, look, chart);
}

void report_chart_bars(struct report_page *page, const struct chart_bars *chart)
{
	put_figure(page, paint_bars, chart);
}

void report_chart_tornado(struct report_page *page, const struct chart_tornado *chart)
{
	put_figure(page, paint_tornado, chart);
}

// ---- which rows: all where they fit, else the best, in the order of the experiment

struct pick {
	int count, left_out;
	int row[ROWS_MOST];
	char name[ROWS_MOST][REPORT_NAME_MAX];
};

static double merit(const struct report *report, int row, int outcome)
{
	int direction = report_direction(report, outcome);
	const struct compare_row *beside = report_beside(report, row, outcome);
	double value = beside ? beside->difference.mean : 0;
	return isnan(value) ? -INFINITY : direction ? direction * value : fabs(value);
}

static int rank(const struct report *report, int row, int outcome, int leave_out)
{
	int before = 0;
	for (int k = 0; k < report->row_count; k++)
		before += k != leave_out && (merit(report, k, outcome) > merit(report, row, outcome) ||
		                             (k < row && merit(report, k, outcome) >= merit(report, row, outcome)));
	return before;
}

static void pick_rows(struct pick *pick, const struct report *report, int outcome, int most, int leave_out, enum lang lang)
{
	*pick = (struct pick){ 0 };
	for (int row = 0; row < report->row_count; row++) {
		if (row == leave_out)
			continue;
		if (report->row_count - (leave_out >= 0) > most && rank(report, row, outcome, leave_out) >= most) {
			pick->left_out++;
			continue;
		}
		pick->row[pick->count] = row;
		report_row_name(pick->name[pick->count++], report, row, lang);
	}
}

static void note_left_out(char *out, const struct pick *pick, const char *note, bool nl)
{
	snprintf(out, LINE_MAX, pick->left_out == 0 ? "%s" : nl ? "%sAlleen de beste %d; de andere %d staan in de tabellen."
	         : "%sOnly the best %d; the other %d are in the tables.", note, pick->count, pick->left_out);
}

// ---- main measures

static struct chart_axis axis_of(const struct report *report, int outcome, const char *title)
{
	const struct results_outcome *about = &report->results->outcome[outcome];
	double matters = report->compare[outcome].matters, scale = report_scale(about);
	double least = isfinite(matters) ? 6 * matters * scale : 0;
	return (struct chart_axis){ .kind = report_kind(about), .title = title, .least = least, .decimals = report_decimals(about) };
}

static void axis_title(char *out, const struct report *report, int outcome, bool difference, enum lang lang)
{
	const struct results_outcome *about = &report->results->outcome[outcome];
	char name[REPORT_NAME_MAX];
	report_outcome_name(name, about, lang);
	const char *unit = text_in(report_unit(about), lang);
	bool nl = lang == LANG_NL;
	if (difference && report_kind(about) == TICKS_SHARE)
		unit = nl ? "procentpunt" : "percentage points";
	snprintf(out, LINE_MAX, difference ? nl ? "Verschil in %s%s%s%s" : "Difference in %s%s%s%s" : "%s%s%s%s", name,
	         *unit ? " (" : "", unit, *unit ? ")" : "");
}

static void draw_differences(struct report_page *page, int outcome)
{
	const struct report *report = page->report;
	const struct results_outcome *about = &report->results->outcome[outcome];
	struct chart_bar bar[ROWS_MOST];
	struct pick pick;
	bool nl = page->lang == LANG_NL;
	char name[REPORT_NAME_MAX], from[REPORT_NAME_MAX], sub[LINE_MAX], title[LINE_MAX], note[LINE_MAX], own[REPORT_NUMBER_MAX];
	double scale = report_scale(about);
	pick_rows(&pick, report, outcome, ROWS_MOST, report->reference, page->lang);
	for (int i = 0; i < pick.count; i++) {
		const struct stats_paired *more = &report_beside(report, pick.row[i], outcome)->difference;
		bar[i] = (struct chart_bar){ pick.name[i], more->mean * scale, more->interval.low * scale, more->interval.high * scale };
	}
	report_outcome_name(name, about, page->lang);
	report_row_name(from, report, report->reference, page->lang);
	report_value(own, about, report_own(report, report->reference, outcome)->mean, page->lang);
	snprintf(sub, sizeof sub, nl ? "Verschil met ‘%s’ (gemiddeld %s); %s" : "Difference from ‘%s’ (mean %s); %s", from, own,
	         text_in(report_direction_words(report_direction(report, outcome)), page->lang));
	axis_title(title, report, outcome, true, page->lang);
	note_left_out(note, &pick, "", nl);
	struct chart_axis axis = axis_of(report, outcome, title);
	axis.low = -axis.least / 12, axis.high = axis.least / 12;  // zero is seen
	axis.decimals += axis.least * measure_unit(about->unit).factor / scale < 0.5;
	report_chart_bars(page, &(struct chart_bars){ .words = { name, sub, note, NULL }, .axis = axis, .dots = true,
		.interval = nl ? "gemiddeld verschil en 95 %-interval" : "mean difference and 95 % interval", .count = pick.count, .bar = bar });
}

static void draw_means(struct report_page *page, int outcome)
{
	const struct report *report = page->report;
	const struct results_outcome *about = &report->results->outcome[outcome];
	struct chart_bar bar[ROWS_MOST];
	struct pick pick;
	bool nl = page->lang == LANG_NL;
	char name[REPORT_NAME_MAX], title[LINE_MAX];
	double scale = report_scale(about);
	pick_rows(&pick, report, outcome, ROWS_MOST, -1, page->lang);
	for (int i = 0; i < pick.count; i++) {
		const struct stats_mean *own = report_own(report, pick.row[i], outcome);
		bar[i] = (struct chart_bar){ pick.name[i], own->mean * scale, own->interval.low * scale, own->interval.high * scale };
	}
	report_outcome_name(name, about, page->lang);
	axis_title(title, report, outcome, false, page->lang);
	report_chart_bars(page, &(struct chart_bars){ .words = { .title = name, .subtitle = text_in(report_direction_words(report_direction(report, outcome)), page->lang) },
		.axis = axis_of(report, outcome, title), .dots = true,
		.interval = nl ? "gemiddelde en 95 %-interval" : "mean and 95 % interval", .count = pick.count, .bar = bar });
}

void report_chart_beside(struct report_page *page, int outcome)
{
	if (page->report->row_count > 1)
		draw_differences(page, outcome);
	else
		draw_means(page, outcome);
}

// ---- luck

// How much better each future is than the reference's, so that to the right is good; or how it is, of a single row.
static void fill_luck(const struct report *report, int outcome, int row, double *out)
{
	double scale = report_scale(&report->results->outcome[outcome]);
	int direction = report_direction(report, outcome) < 0 ? -1 : 1;
	for (int i = 0; i < report->futures; i++) {
		double own = *results_at(report->rows, row, i, outcome), other = *results_at(report->rows, report->reference, i, outcome);
		out[i] = report->row_count > 1 ? direction * scale * (own - other) : scale * own;
	}
}

static void draw_luck(struct report_page *page, int outcome, double *room)
{
	const struct report *report = page->report;
	bool nl = page->lang == LANG_NL, beside = report->row_count > 1;
	int direction = report_direction(report, outcome);
	struct chart_futures futures[ROWS_MOST];
	struct pick pick;
	char name[REPORT_NAME_MAX], from[REPORT_NAME_MAX], words[LINE_MAX], sub[LINE_MAX], title[LINE_MAX], mark[LINE_MAX], note[2 * LINE_MAX], dot[LINE_MAX];
	pick_rows(&pick, report, outcome, LUCK_MOST, beside ? report->reference : -1, page->lang);
	for (int i = 0; i < pick.count; i++) {
		double *value = room + (size_t)i * (size_t)report->futures;
		fill_luck(report, outcome, pick.row[i], value);
		futures[i] = (struct chart_futures){ pick.name[i], report->futures, value };
	}
	report_outcome_name(name, &report->results->outcome[outcome], page->lang);
	report_row_name(from, report, report->reference, page->lang);
	int dots = report->futures < DOTS_MOST ? report->futures : DOTS_MOST;  // never more dots than futures
	bool each = dots == report->futures;
	snprintf(words, sizeof words, nl ? "Beleid of toeval? %s in %d %s" : "Policy or luck? %s in %d %s", name, dots, nl ? dots == 1 ? "stip" : "stippen" : dots == 1 ? "dot" : "dots");
	bool same_luck = beside && !report->results->independent;
	snprintf(sub, sizeof sub, report->sampled ? nl ? "%d gelote combinaties van instellingen%s%s%s" : "%d draws of the settings%s%s%s"
	         : nl ? "%d toekomsten%s%s%s" : "%d futures%s%s%s", report->futures,
	         !beside ? "" : same_luck ? nl ? ", elk onder hetzelfde toeval vergeleken met ‘" : ", each compared under the same luck with ‘" : nl ? ", vergeleken met ‘" : ", compared with ‘",
	         beside ? from : "", beside ? "’" : "");
	axis_title(title, report, outcome, beside, page->lang);
	if (beside && direction < 0)
		snprintf(title, sizeof title, nl ? "Hoeveel lager: %s" : "How much lower: %s", name);
	snprintf(mark, sizeof mark, "%s", direction == 0 ? nl ? "gelijk of hoger" : "equal or higher" : nl ? "gelijk of beter" : "equal or better");
	snprintf(dot, sizeof dot, nl ? "Elke stip is %s%s. " : "Each dot is %s%s. ", each ? nl ? "één toekomst" : "one future" : nl ? "een twintigste van de toekomsten" : "a twentieth of the futures",
	         !beside ? "" : nl ? ": dichte stippen liggen op of voorbij de lijn, open stippen ervoor" : ": full dots lie at or beyond the line, open ones before it");
	note_left_out(note, &pick, dot, nl);
	put_figure(page, paint_quantiles, &(struct chart_quantiles){ .words = { words, sub, note, NULL }, .axis = axis_of(report, outcome, title), .dots = dots,
		.mark = beside ? 0 : NAN, .mark_label = mark, .count = pick.count, .futures = futures });
}

void report_chart_luck(struct report_page *page, int outcome)
{
	double *room = mem_new((size_t)page->report->futures * ROWS_MOST, sizeof *room);
	if (room)
		draw_luck(page, outcome, room);
	else
		report_memory(page);
	mem_free(room);
}

// ---- costs

void report_chart_costs(struct report_page *page)
{
	const struct report *report = page->report;
	bool nl = page->lang == LANG_NL;
	struct chart_bar bar[ROWS_MOST];
	struct pick pick;
	char note[LINE_MAX];
	pick_rows(&pick, report, report->main[0], ROWS_MOST, -1, page->lang);
	for (int i = 0; i < pick.count; i++) {
		const struct stats_mean *euro = &report->row[pick.row[i]].euro;
		bar[i] = (struct chart_bar){ pick.name[i], euro->mean, euro->interval.low, euro->interval.high };
	}
	note_left_out(note, &pick, nl ? "Uren van medewerkers zijn in euro’s meegeteld. " : "Hours of staff are counted in the euros. ", nl);
	report_chart_bars(page, &(struct chart_bars){ .words = { nl ? "Wat de verandering kost" : "What the change costs",
		nl ? "Euro over de hele looptijd, gemiddeld" : "Euros over the whole run, on average", note, NULL },
		.axis = { .title = "euro", .low = 0, .high = 1 }, .interval = nl ? "95 %-interval van het gemiddelde" : "95 % interval of the mean", .count = pick.count, .bar = bar });
}

// ---- heat: two things that were varied, or designs over one

struct heat {
	int factor[2];                                // −1: the designs
	int count[2];
	double at[2][CELLS_MOST];
	char name[2][CELLS_MOST][REPORT_NAME_MAX];
	const char *label[2][CELLS_MOST];
	double value[CELLS_MOST * CELLS_MOST];
};

static double place_of(const struct results_point *point, int factor)
{
	return factor < 0 ? point->named : point->value[factor];
}

// The values that occur, in the order of the points; false when there are too many for a table.
static bool find_values(struct heat *heat, const struct results *results, int side)
{
	for (int p = 0; p < results->point_count; p++) {
		double at = place_of(&results->point[p], heat->factor[side]);
		int k = 0;
		while (k < heat->count[side] && heat->at[side][k] != at)
			k++;
		if (k < heat->count[side])
			continue;
		if (k == CELLS_MOST || isnan(at))
			return false;
		heat->at[side][heat->count[side]++] = at;
	}
	return true;
}

static void name_values(struct heat *heat, const struct report_page *page, int side)
{
	const struct results *results = page->report->results;
	for (int k = 0; k < heat->count[side]; k++) {
		int factor = heat->factor[side], named = (int)heat->at[side][k];
		if (factor >= 0)
			report_factor_value(heat->name[side][k], &results->factor[factor], heat->at[side][k], page->lang);
		else
			report_cut(heat->name[side][k], REPORT_NAME_MAX, named >= 0 ? report_text(&results->named[named].name, page->lang) : "–", 40);
		heat->label[side][k] = heat->name[side][k];
	}
}

// Every cell is the mean over all runs at those two values, whatever else was varied.
static void fill_heat(struct heat *heat, const struct results *results, int outcome, double scale)
{
	double sum[CELLS_MOST * CELLS_MOST] = { 0 };
	int known[CELLS_MOST * CELLS_MOST] = { 0 };
	for (int p = 0; p < results->point_count; p++) {
		int row = 0, column = 0;
		while (row < heat->count[0] - 1 && heat->at[0][row] != place_of(&results->point[p], heat->factor[0]))
			row++;
		while (column < heat->count[1] - 1 && heat->at[1][column] != place_of(&results->point[p], heat->factor[1]))
			column++;
		struct stats_mean mean = stats_mean(results_at(results, p, 0, outcome), results->replicate_count, (size_t)results->outcome_count);
		if (!isnan(mean.mean)) {
			sum[row * heat->count[1] + column] += mean.mean * scale;
			known[row * heat->count[1] + column]++;
		}
	}
	for (int i = 0; i < heat->count[0] * heat->count[1]; i++)
		heat->value[i] = known[i] ? sum[i] / known[i] : NAN;
}

static void draw_heat(struct report_page *page, const struct heat *heat, int outcome)
{
	const struct report *report = page->report;
	const struct results *results = report->results;
	bool nl = page->lang == LANG_NL;
	char side[2][REPORT_NAME_MAX], name[REPORT_NAME_MAX], title[LINE_MAX], sub[LINE_MAX];
	for (int i = 0; i < 2; i++)
		if (heat->factor[i] < 0)
			snprintf(side[i], sizeof side[i], "%s", nl ? "Aanpak" : "Design");
		else
			report_factor_name(side[i], results, heat->factor[i], page->lang);
	report_outcome_name(name, &results->outcome[outcome], page->lang);
	axis_title(title, report, outcome, false, page->lang);
	snprintf(sub, sizeof sub, nl ? "Gemiddelde bij elke combinatie; %s" : "Mean at each combination; %s",
	         text_in(report_direction_words(report_direction(report, outcome)), page->lang));
	put_figure(page, paint_heat, &(struct chart_heat){ .words = { name, sub, NULL, NULL }, .axis = axis_of(report, outcome, title),
		.row_title = side[0], .column_title = side[1], .rows = heat->count[0], .columns = heat->count[1],
		.row = heat->label[0], .column = heat->label[1], .value = heat->value });
}

bool report_chart_heat(struct report_page *page, int outcome)
{
	const struct results *results = page->report->results;
	bool designs = results->named_count > 1, table = results->design == RESULTS_FACTORIAL && designs + results->factor_count > 1;
	struct heat *heat = table ? mem_new(1, sizeof *heat) : NULL;
	if (table && !heat)
		report_memory(page);
	if (!heat)
		return false;
	heat->factor[0] = designs ? -1 : 0;
	heat->factor[1] = designs ? 0 : 1;
	bool fits = find_values(heat, results, 0) && find_values(heat, results, 1);
	if (fits) {
		name_values(heat, page, 0);
		name_values(heat, page, 1);
		fill_heat(heat, results, outcome, report_scale(&results->outcome[outcome]));
		draw_heat(page, heat, outcome);
	}
	mem_free(heat);
	return fits;
}
