// Keeps the weeks of a run and a drawing of them. What happens in a week (a flow) sways too much to be read week by week:
// it is shown as the mean of the last quarter.
#include "view/graphs.h"

#include "mem.h"
#include "plot/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { QUARTER = 13, QUARTER_LEAST = 4, SERIES = 2, WORDS_MAX = 128, MARK_MAX = 2 };
enum { THIS_RUN, GHOST, BAND_LOW, BAND_HIGH, ROWS };

#define ZOOM_LEAST 0.85f
#define PLOT_LEAST 38.0f    // height of a panel's plot at zoom 1
#define COLUMN_LEAST 210.0f // width of a panel with its labels

struct graphs {
	const struct config *config;
	int measures, room;             // columns and rows there is room for
	int weeks[ROWS];                // known
	double *rows[ROWS];             // [room × measures]; NULL: none
	double *shown;                  // [GRAPHS_PANELS × ROWS × room], as drawn
	struct text ghost_label, band_label;
	int panel_count, panel[GRAPHS_PANELS];
	struct chart_pin *pin;          // [entry_count]
	char (*mark)[MARK_MAX];         // [entry_count]
	char label[GRAPHS_PANELS][WORDS_MAX];
	struct draw drawing;
	struct graphs_look look;
	float width, height, zoom, plot_height;
	int columns;
	bool laid_out, fits;            // sizes, and the drawing, are those of what is known
};

// ---- memory

static void choose_main(struct graphs *graphs)
{
	static const int usual[] = { MEASURE_MINDSET, MEASURE_STANDARD_ON_TIME, MEASURE_COMPLEX_QUALITY, MEASURE_ENGAGEMENT, MEASURE_STRAIN, MEASURE_TRUST };
	graphs_choose(graphs, usual, sizeof usual / sizeof *usual);
}

char graphs_mark(int entry)
{
	return (char)(entry < 9 ? '1' + entry : entry < 9 + 26 ? 'a' + entry - 9 : '*');
}

// In the order of time.
static void make_pins(struct graphs *graphs)
{
	for (int i = 0; i < graphs->config->entry_count; i++) {
		int at = i;
		snprintf(graphs->mark[i], MARK_MAX, "%c", graphs_mark(i));
		for (; at > 0 && graphs->pin[at - 1].x > graphs->config->entry[i].week; at--)
			graphs->pin[at] = graphs->pin[at - 1];
		graphs->pin[at] = (struct chart_pin){ .x = graphs->config->entry[i].week, .mark = graphs->mark[i] };
	}
}

struct graphs *graphs_create(const struct config *config, struct err *err)
{
	struct graphs *graphs = mem_new(1, sizeof *graphs);
	if (!graphs) {
		err_memory(err);
		return NULL;
	}
	graphs->config = config;
	graphs->measures = config_measure_count(config);
	graphs->room = CONFIG_WEEKS_PER_YEAR * config->years + 1;
	draw_init(&graphs->drawing);
	graphs->rows[THIS_RUN] = mem_new((size_t)graphs->room * (size_t)graphs->measures, sizeof(double));
	graphs->shown = mem_new((size_t)GRAPHS_PANELS * ROWS * (size_t)graphs->room, sizeof(double));
	graphs->pin = mem_new((size_t)config->entry_count + 1, sizeof *graphs->pin);
	graphs->mark = mem_new((size_t)config->entry_count + 1, sizeof *graphs->mark);
	if (!graphs->rows[THIS_RUN] || !graphs->shown || !graphs->pin || !graphs->mark) {
		err_memory(err);
		graphs_destroy(graphs);
		return NULL;
	}
	choose_main(graphs);
	make_pins(graphs);
	return graphs;
}

void graphs_destroy(struct graphs *graphs)
{
	if (!graphs)
		return;
	for (int i = 0; i < ROWS; i++)
		mem_free(graphs->rows[i]);
	mem_free(graphs->shown);
	mem_free(graphs->pin);
	mem_free(graphs->mark);
	draw_clear(&graphs->drawing);
	mem_free(graphs);
}

// ---- what is known

void graphs_take(struct graphs *graphs, const struct sim *sim)
{
	int week = sim_week(sim), known = graphs->weeks[THIS_RUN];
	if (week < 0 || week >= graphs->room)
		return;
	double *rows = graphs->rows[THIS_RUN];
	for (int i = known * graphs->measures; i < week * graphs->measures; i++)
		rows[i] = NAN;  // weeks that were not seen
	for (int id = 0; id < graphs->measures; id++)
		rows[week * graphs->measures + id] = sim_measure(sim, CONFIG_UNIT_ALL, id);
	graphs->weeks[THIS_RUN] = week + 1;
	graphs->fits = false;
}

void graphs_choose(struct graphs *graphs, const int *measure, int count)
{
	must(count >= 0 && count <= GRAPHS_PANELS);
	graphs->panel_count = count;
	for (int i = 0; i < count; i++) {
		must(measure[i] >= 0 && measure[i] < graphs->measures);
		graphs->panel[i] = measure[i];
	}
	graphs->laid_out = graphs->fits = false;
}

const double *graphs_rows(const struct graphs *graphs, int *weeks)
{
	*weeks = graphs->weeks[THIS_RUN];
	return graphs->rows[THIS_RUN];
}

static bool keep(struct graphs *graphs, int which, const double *rows, int weeks, struct err *err)
{
	size_t all = (size_t)graphs->room * (size_t)graphs->measures;
	graphs->laid_out = graphs->fits = false;
	graphs->weeks[which] = 0;
	if (!rows)
		return true;
	if (!graphs->rows[which])
		graphs->rows[which] = mem_new(all, sizeof(double));
	if (!graphs->rows[which]) {
		err_memory(err);
		return false;
	}
	weeks = weeks < graphs->room ? weeks : graphs->room;
	memcpy(graphs->rows[which], rows, (size_t)weeks * (size_t)graphs->measures * sizeof(double));
	graphs->weeks[which] = weeks;
	return true;
}

bool graphs_ghost(struct graphs *graphs, const double *rows, int weeks, struct text label, struct err *err)
{
	graphs->ghost_label = label;
	return keep(graphs, GHOST, rows, weeks, err);
}

bool graphs_band(struct graphs *graphs, const double *low, const double *high, int weeks, struct text label, struct err *err)
{
	graphs->band_label = label;
	if (keep(graphs, BAND_LOW, low, weeks, err) && keep(graphs, BAND_HIGH, high, weeks, err))
		return true;
	graphs->weeks[BAND_LOW] = graphs->weeks[BAND_HIGH] = 0;
	return false;
}

// ---- what is shown

static double *shown_at(const struct graphs *graphs, int panel, int which)
{
	return graphs->shown + ((size_t)panel * ROWS + (size_t)which) * (size_t)graphs->room;
}

static bool sways(const struct measure *measure)
{
	return measure->kind == MEASURE_FLOW || measure->kind == MEASURE_RATE;
}

// The mean of what is known of the quarter up to a week; NaN when that is too little.
static double quarter_mean(const double *value, int stride, int week)
{
	double sum = 0;
	int known = 0;
	for (int i = week; i >= 0 && i > week - QUARTER; i--)
		if (!isnan(value[i * stride])) {
			sum += value[i * stride];
			known++;
		}
	return known >= QUARTER_LEAST ? sum / known : NAN;
}

void graphs_smooth(const struct config *config, double *rows, int weeks)
{
	int measures = config_measure_count(config);
	for (int id = 0; id < measures; id++) {
		struct measure measure = config_measure(config, id);
		for (int week = weeks - 1; sways(&measure) && week >= 0; week--)  // backwards: what is read has not been written yet
			rows[week * measures + id] = quarter_mean(rows + id, measures, week);
	}
}

// Bands come smoothed.
static void fill(struct graphs *graphs, int panel, int which)
{
	int id = graphs->panel[panel];
	struct measure measure = config_measure(graphs->config, id);
	bool smooth = sways(&measure) && which != BAND_LOW && which != BAND_HIGH;
	double *shown = shown_at(graphs, panel, which);
	for (int week = 0; week < graphs->weeks[which]; week++)
		shown[week] = smooth ? quarter_mean(graphs->rows[which] + id, graphs->measures, week) : graphs->rows[which][week * graphs->measures + id];
	for (int week = graphs->weeks[which]; week < graphs->room; week++)
		shown[week] = NAN;
}

static void name_panel(struct graphs *graphs, int panel, const struct measure *measure)
{
	const char *label = text_in(measure->label, graphs->look.lang), *unit = text_in(param_unit(measure->unit), graphs->look.lang);
	bool plain = strcmp(measure->unit, "share") == 0 || strcmp(measure->unit, "0-1") == 0 || strcmp(measure->unit, "1/year") == 0 ||
	             strcmp(measure->unit, "number") == 0 || strcmp(measure->unit, "ratio") == 0;
	snprintf(graphs->label[panel], WORDS_MAX, plain ? "%s" : "%s (%s)", label, unit);
}

// This run, with a band around it, and a ghost.
static int fill_series(struct graphs *graphs, int panel, struct chart_series series[SERIES])
{
	const char *name = graphs->look.lang == LANG_NL ? "deze toekomst" : "this future", *band = text_in(graphs->band_label, graphs->look.lang);
	for (int which = 0; which < ROWS; which++)
		fill(graphs, panel, which);
	series[0] = (struct chart_series){ .label = name, .count = graphs->room, .value = shown_at(graphs, panel, THIS_RUN) };
	if (graphs->weeks[BAND_LOW] && graphs->weeks[BAND_HIGH]) {
		series[0].low = shown_at(graphs, panel, BAND_LOW);
		series[0].high = shown_at(graphs, panel, BAND_HIGH);
		series[0].label = band ? band : name;
	}
	series[1] = (struct chart_series){ .label = text_in(graphs->ghost_label, graphs->look.lang), .count = graphs->room, .value = shown_at(graphs, panel, GHOST) };
	return graphs->weeks[GHOST] ? 2 : 1;
}

static struct chart_axis axis_of(const struct measure *measure)
{
	bool share = strcmp(measure->unit, "share") == 0 || strcmp(measure->unit, "1/year") == 0;
	bool whole = strcmp(measure->unit, "persons") == 0 || strcmp(measure->unit, "cases") == 0 || strcmp(measure->unit, "euro") == 0 || strcmp(measure->unit, "hours") == 0;
	return (struct chart_axis){ .kind = share ? TICKS_SHARE : TICKS_NUMBER, .least = measure->max <= 1 ? 0.1 : 0,
	                            .decimals = share || whole ? 0 : strcmp(measure->unit, "0-1") == 0 ? 2 : 1 };
}

static void draw_at(struct graphs *graphs, float zoom, float plot_height, int columns)
{
	struct chart_panel panel[GRAPHS_PANELS];
	struct chart_series series[GRAPHS_PANELS][SERIES];
	struct chart_look look = { .theme = graphs->look.theme, .font = graphs->look.font, .lang = graphs->look.lang, .width = graphs->width, .zoom = zoom };
	for (int i = 0; i < graphs->panel_count; i++) {
		struct measure measure = config_measure(graphs->config, graphs->panel[i]);
		name_panel(graphs, i, &measure);
		int count = fill_series(graphs, i, series[i]);
		panel[i] = (struct chart_panel){ .label = graphs->label[i], .y = axis_of(&measure), .series_count = count, .series = series[i] };
	}
	struct chart_panels chart = {
		.x = { .kind = TICKS_WEEKS, .low = 0, .high = graphs->room - 1, .start_year = graphs->config->start_year },
		.panel_count = graphs->panel_count, .panel = panel, .pin_count = graphs->config->entry_count, .pin = graphs->pin,
		.columns = columns, .plot_height = plot_height,
	};
	draw_reset(&graphs->drawing);
	chart_panels(&graphs->drawing, &look, &chart);
}

// Height that is left over, below 0 when the panels do not fit.
static float left_over(struct graphs *graphs, float zoom, int columns)
{
	draw_at(graphs, zoom, PLOT_LEAST * zoom, columns);
	return graphs->height - graphs->drawing.height;
}

static void settle(struct graphs *graphs, float zoom, int columns, float left)
{
	int rows = (graphs->panel_count + columns - 1) / columns;
	graphs->zoom = zoom;
	graphs->columns = columns;
	graphs->plot_height = PLOT_LEAST * zoom + (rows > 0 && left > 0 ? left / (float)rows : 0);
	graphs->laid_out = true;
	graphs->fits = false;
}

// The largest letters with which plots still have some height, below one another or in two columns; then plots as high
// as there is room.
static void lay_out(struct graphs *graphs)
{
	float most = graphs->look.zoom > 0 ? graphs->look.zoom : 1;
	graphs->laid_out = false;
	for (float zoom = most; !graphs->laid_out; zoom *= 0.94f)
		for (int columns = 1; columns <= 2 && !graphs->laid_out; columns++) {
			if (columns == 2 && (graphs->width < COLUMN_LEAST * 2 * zoom || graphs->panel_count < 2))
				continue;
			float left = left_over(graphs, zoom, columns);
			if (left >= 0 || zoom <= ZOOM_LEAST)
				settle(graphs, zoom, columns, left);
		}
}

void graphs_draw(struct graphs *graphs, struct draw *draw, const struct graphs_look *look, float x, float y, float width, float height)
{
	bool same = graphs->look.theme == look->theme && graphs->look.font == look->font && graphs->look.lang == look->lang &&
	            graphs->look.zoom == look->zoom && graphs->width == width && graphs->height == height;
	if (width < CHART_WIDTH_LEAST)
		return;
	width = width < CHART_WIDTH_MOST ? width : CHART_WIDTH_MOST;
	graphs->laid_out = graphs->laid_out && same;
	graphs->look = *look;
	graphs->width = width;
	graphs->height = height;
	if (!graphs->laid_out)
		lay_out(graphs);
	if (!graphs->fits)
		draw_at(graphs, graphs->zoom, graphs->plot_height, graphs->columns);
	graphs->fits = true;
	draw_append(draw, &graphs->drawing, x, y);
}
