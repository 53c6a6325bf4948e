// Small multiples: a grid of panels with one x axis for all. Left of a panel its scale, right of it the
// last value, so that a panel is read without its neighbours.
#include "plot/chart_inside.h"

#include <math.h>

enum { COLUMNS_MOST = 5, PANEL_WIDTH = 250, Y_TICKS = 4 };

struct grid {
	struct page *page;
	const struct chart_panels *chart;
	struct range x, shared;
	int columns;
	float width, gap;             // of a panel with all that is beside it
	float scale_width, end_width; // beside the plot, left and right
	float head, plot_height;
};

static struct range panel_range(const struct chart_panel *panel)
{
	struct range range = chart_range();
	for (int i = 0; i < panel->series_count; i++)
		chart_range_series(&range, &panel->series[i]);
	return range;
}

static void measure_ranges(struct grid *g)
{
	const struct chart_panels *chart = g->chart;
	double step = chart->step == 0 ? 1 : chart->step;
	g->x = g->shared = chart_range();
	for (int i = 0; i < chart->panel_count; i++) {
		const struct chart_panel *panel = &chart->panel[i];
		struct range one = panel_range(panel);
		chart_range_add(&g->shared, one.low);
		chart_range_add(&g->shared, one.high);
		for (int k = 0; k < panel->series_count; k++) {
			chart_range_add(&g->x, chart->first);
			chart_range_add(&g->x, chart->first + (panel->series[k].count - 1) * step);
		}
	}
	g->x = chart_axis_range(g->x, &chart->x);
}

static struct plot panel_scale(const struct grid *g, const struct chart_panel *panel)
{
	struct plot plot = { .x_low = g->x.low, .x_high = g->x.high };
	struct range y = chart_axis_range(g->chart->share_y ? g->shared : panel_range(panel), &panel->y);
	ticks_widen(&y.low, &y.high, Y_TICKS);
	plot.y_low = y.low, plot.y_high = y.high;
	plot.y_ticks = chart_ticks(&y, &panel->y, Y_TICKS);
	return plot;
}

// The last value of the first series; empty when it has none.
static void name_end(const struct grid *g, const struct chart_panel *panel, char out[TICKS_LABEL_MAX])
{
	int last = panel->series_count ? chart_last_known(&panel->series[0]) : -1;
	out[0] = '\0';
	if (last >= 0)
		ticks_value(out, panel->y.kind, g->page->look->lang, chart_value_at(&panel->series[0], last), panel->y.decimals);
}

static void measure_sides(struct grid *g)
{
	for (int i = 0; i < g->chart->panel_count; i++) {
		char end[TICKS_LABEL_MAX];
		struct plot plot = panel_scale(g, &g->chart->panel[i]);
		name_end(g, &g->chart->panel[i], end);
		float scale = chart_ticks_width(g->page, &plot.y_ticks, chart_small(g->page)) + 8 * g->page->zoom;
		float width = chart_width(g->page, end, -1, chart_bold(g->page)) + 9 * g->page->zoom;
		g->scale_width = scale > g->scale_width ? scale : g->scale_width;
		g->end_width = width > g->end_width ? width : g->end_width;
	}
}

static void lay_out(struct grid *g)
{
	float zoom = g->page->zoom, all = g->page->right - g->page->left;
	measure_ranges(g);
	measure_sides(g);
	g->gap = 26 * zoom;
	g->columns = (int)((all + g->gap) / (PANEL_WIDTH * zoom + g->gap));
	g->columns = g->columns < 1 ? 1 : g->columns > COLUMNS_MOST ? COLUMNS_MOST : g->columns;
	if (g->columns > g->chart->panel_count)
		g->columns = g->chart->panel_count;
	if (g->chart->columns > 0)
		g->columns = g->chart->columns;
	g->width = (all - (float)(g->columns - 1) * g->gap) / (float)g->columns;
	g->plot_height = g->chart->plot_height > 0 ? g->chart->plot_height : (g->page->phone ? 92 : 104) * zoom;
}

// Name and unit; all panels of a row start their plots at one height.
static float put_label(struct grid *g, const struct chart_panel *panel, float x, float y)
{
	float height = chart_wrap(g->page, panel->label, x, y, g->width, 2, chart_bold(g->page));
	if (panel->unit && *panel->unit)
		height += chart_wrap(g->page, panel->unit, x, y + height, g->width, 2, chart_small(g->page));
	return height;
}

static float head_height(struct grid *g, int row)
{
	struct draw *draw = g->page->draw;
	float highest = 0;
	g->page->draw = NULL;
	for (int i = row * g->columns; i < (row + 1) * g->columns && i < g->chart->panel_count; i++) {
		float height = put_label(g, &g->chart->panel[i], 0, 0);
		highest = height > highest ? height : highest;
	}
	g->page->draw = draw;
	return highest;
}

static void put_end(struct grid *g, const struct chart_panel *panel, const struct plot *plot)
{
	char end[TICKS_LABEL_MAX];
	struct style style = chart_bold(g->page);
	name_end(g, panel, end);
	if (!end[0])
		return;
	float y = chart_y(plot, chart_value_at(&panel->series[0], chart_last_known(&panel->series[0])));
	chart_put(g->page, end, -1, plot->x + plot->width + 8 * g->page->zoom, y - chart_line_height(style) / 2, style);
}

static struct plot panel_plot(struct grid *g, int i, float top)
{
	struct plot plot = panel_scale(g, &g->chart->panel[i]);
	float left = g->page->left + (float)(i % g->columns) * (g->width + g->gap);
	plot.x = left + g->scale_width;
	plot.width = g->width - g->scale_width - g->end_width;
	plot.height = g->plot_height;
	plot.y = top;
	plot.x_ticks = chart_fitting_ticks(g->page, &g->x, &g->chart->x, plot.width);
	return plot;
}

// Returns the height below the plots; labels stand under the last panel of each column.
static float draw_row(struct grid *g, int row)
{
	const struct chart_panels *chart = g->chart;
	struct page *page = g->page;
	float below = 0, head = head_height(g, row), top = page->y + head + 2 * page->zoom;
	struct plot first = panel_plot(g, row * g->columns, top);
	top += chart_pins_height(page, &first, chart->pin, chart->pin_count, false) + 4 * page->zoom;
	for (int i = row * g->columns; i < (row + 1) * g->columns && i < chart->panel_count; i++) {
		const struct chart_panel *panel = &chart->panel[i];
		struct plot plot = panel_plot(g, i, top);
		put_label(g, panel, page->left + (float)(i % g->columns) * (g->width + g->gap), page->y);
		chart_grid_y(page, &plot);
		chart_draw_pins(page, &plot, chart->pin, chart->pin_count, false);
		float axis = chart_axis_x(page, &plot, i + g->columns >= chart->panel_count);
		below = axis > below ? axis : below;
		chart_draw_series(page, &plot, panel->series, panel->series_count, chart->first, chart->step);
		put_end(g, panel, &plot);
	}
	page->y = top + g->plot_height;
	return below;
}

void chart_panels(struct draw *draw, const struct chart_look *look, const struct chart_panels *chart)
{
	struct page page = chart_open(draw, look, &chart->words);
	struct grid g = { .page = &page, .chart = chart };
	if (chart->panel_count == 0) {
		chart_no_data(&page);
		chart_close(&page, &chart->words);
		return;
	}
	if (chart->panel[0].series_count > 1) {
		chart_legend(&page, chart->panel[0].series, chart->panel[0].series_count);
		page.y += 6 * page.zoom;
	}
	lay_out(&g);
	for (int row = 0; row * g.columns < chart->panel_count; row++) {
		float below = draw_row(&g, row);
		bool last = (row + 1) * g.columns >= chart->panel_count;
		page.y += below > 14 * page.zoom || last ? below + (last ? 0 : 10 * page.zoom) : 18 * page.zoom;
	}
	chart_axis_title(&page, chart->x.title, page.left, page.right - page.left, DRAW_END);
	chart_list_pins(&page, chart->pin, chart->pin_count, g.x.low, g.x.high);
	chart_close(&page, &chart->words);
}
