// The heat map: a table in colours, with its numbers where they fit, and a legend of steps.
#include "plot/chart_inside.h"

#include "plot/colour.h"

#include <math.h>
#include <string.h>

#define LABEL_PART 0.34f  // of the width, at most, for the rows' names

struct heat {
	struct page *page;
	const struct chart_heat *chart;
	struct range range;      // of the colours
	float x, y, cell_width, cell_height;
	bool upright;            // columns' names run upwards
	bool numbers;            // in the cells
};

static double value_of(const struct heat *h, int row, int column)
{
	return h->chart->value[(size_t)row * (size_t)h->chart->columns + (size_t)column];
}

// ---- colours

// A place 0–1 in a row of colours.
static uint32_t colour_on(const uint32_t step[THEME_STEPS], double place)
{
	double at = (place < 0 ? 0 : place > 1 ? 1 : place) * (THEME_STEPS - 1);
	int below = (int)at < THEME_STEPS - 1 ? (int)at : THEME_STEPS - 2;
	return colour_mix(step[below], step[below + 1], at - below);
}

static uint32_t colour_of(const struct heat *h, double value)
{
	double place = (value - h->range.low) / (h->range.high - h->range.low);
	return colour_on(h->chart->split ? h->page->theme->split : h->page->theme->scale, place);
}

// Black or white, whichever is read better on it: on any colour that is 4.5 : 1.
static uint32_t text_on(uint32_t colour)
{
	return colour_contrast(0x000000FF, colour) >= colour_contrast(0xFFFFFFFF, colour) ? 0x000000FF : 0xFFFFFFFF;
}

// Split colours reach as far at both sides of the middle.
static struct range colour_range(const struct chart_heat *chart)
{
	struct range range = chart_range();
	for (int i = 0; i < chart->rows * chart->columns; i++)
		chart_range_add(&range, chart->value[i]);
	if (range.low > range.high)
		return range;
	range = chart_axis_range(range, &chart->axis);
	if (chart->split) {
		double below = chart->centre - range.low, above = range.high - chart->centre, most = below > above ? below : above;
		range = (struct range){ chart->centre - most, chart->centre + most };
	}
	return range;
}

// ---- layout

static void name_value(const struct heat *h, double value, char out[TICKS_LABEL_MAX])
{
	ticks_value(out, h->chart->axis.kind, h->page->look->lang, value, h->chart->axis.decimals);
}

static float widest(struct page *page, const char *const *label, int count, float most)
{
	float width = 0;
	for (int i = 0; i < count; i++) {
		float one = chart_width(page, label[i], -1, chart_text(page));
		width = one > width ? one : width;
	}
	return width < most ? width : most;
}

static bool numbers_fit(const struct heat *h)
{
	for (int i = 0; i < h->chart->rows * h->chart->columns; i++) {
		char text[TICKS_LABEL_MAX];
		name_value(h, h->chart->value[i], text);
		if (chart_width(h->page, text, -1, chart_small(h->page)) + 6 * h->page->zoom > h->cell_width)
			return false;
	}
	return true;
}

static void lay_out(struct heat *h)
{
	struct page *page = h->page;
	const struct chart_heat *chart = h->chart;
	float all = page->right - page->left, names = widest(page, chart->row, chart->rows, all * LABEL_PART);
	float title = chart->row_title ? widest(page, &chart->row_title, 1, all * LABEL_PART) : 0;
	names = (title > names ? title : names) + 12 * page->zoom;
	h->x = page->left + names;
	h->cell_width = (all - names) / (float)chart->columns;
	if (h->cell_width > 110 * page->zoom)
		h->cell_width = 110 * page->zoom;
	h->cell_height = 36 * page->zoom;
	h->upright = widest(page, chart->column, chart->columns, all) + 6 * page->zoom > h->cell_width;
	h->numbers = numbers_fit(h);
}

// ---- drawing

static void put_columns(struct heat *h)
{
	struct page *page = h->page;
	const struct chart_heat *chart = h->chart;
	struct style style = chart_small(page);
	float line = chart_line_height(style), tall = h->upright ? widest(page, chart->column, chart->columns, 200 * page->zoom) + 6 * page->zoom : line + 2 * page->zoom;
	float used = -1;
	chart_axis_title(page, chart->column_title, h->x, page->right - h->x, DRAW_START);
	for (int i = 0; i < chart->columns; i++) {
		float middle = h->x + ((float)i + 0.5f) * h->cell_width;
		style.upright = h->upright;
		style.anchor = h->upright ? DRAW_START : DRAW_MIDDLE;
		if (h->upright && middle - line / 2 < used)
			continue;  // columns narrower than a line: not each has its name
		chart_put(page, chart->column[i], -1, h->upright ? middle - line / 2 : middle, h->upright ? page->y + tall - 5 * page->zoom : page->y, style);
		used = middle + line / 2;
	}
	page->y += tall;
	if (chart->row_title && *chart->row_title)
		chart_put_fitting(page, chart->row_title, page->left, page->y - line - 2 * page->zoom, h->x - page->left - 11 * page->zoom, chart_small(page));
}

// A value that is missing is paper with a stroke through it.
static void put_missing(struct heat *h, float x, float y)
{
	float inset = 5 * h->page->zoom;
	draw_frame(h->page->draw, x + 1, y + 1, h->cell_width - 2, h->cell_height - 2, 0, h->page->theme->grid, 1);
	draw_line(h->page->draw, x + inset, y + h->cell_height - inset, x + h->cell_width - inset, y + inset, h->page->theme->axis, 1);
}

static void put_cell(struct heat *h, int row, int column)
{
	struct page *page = h->page;
	double value = value_of(h, row, column);
	float x = h->x + (float)column * h->cell_width, y = h->y + (float)row * h->cell_height;
	char text[TICKS_LABEL_MAX];
	if (!chart_is_value(value)) {
		put_missing(h, x, y);
		return;
	}
	uint32_t colour = colour_of(h, value);
	float gap = (h->cell_width > 12 * page->zoom ? 2 : 0) * page->zoom;
	draw_rect(page->draw, x, y, h->cell_width - gap, h->cell_height - gap, colour);
	if (!h->numbers)
		return;
	struct style style = chart_anchored(chart_small(page), DRAW_MIDDLE);
	style.colour = text_on(colour);
	name_value(h, value, text);
	chart_put(page, text, -1, x + (h->cell_width - gap) / 2, y + (h->cell_height - gap - chart_line_height(style)) / 2, style);
}

static void put_row(struct heat *h, int row)
{
	struct page *page = h->page;
	struct style style = chart_text(page);
	float top = h->y + (float)row * h->cell_height, line = chart_line_height(style);
	float width = h->x - page->left - 11 * page->zoom, tall = chart_width(page, h->chart->row[row], -1, style) > width ? 2 * line : line;
	chart_wrap(page, h->chart->row[row], page->left, top + (h->cell_height - tall) / 2 - page->zoom, width, 2, style);
	for (int i = 0; i < h->chart->columns; i++)
		put_cell(h, row, i);
}

enum { LEGEND_PIECES = 60 };

static void put_legend(struct heat *h)
{
	struct page *page = h->page;
	float all = page->right - page->left, width = all < 300 * page->zoom ? all : 300 * page->zoom, height = 12 * page->zoom;
	struct plot plot = { .x = page->left, .width = width, .height = height, .x_low = h->range.low, .x_high = h->range.high };
	page->y += 16 * page->zoom;
	chart_axis_title(page, h->chart->axis.title, page->left, all, DRAW_START);
	plot.y = page->y + 2 * page->zoom;
	plot.x_ticks = chart_fitting_ticks(page, &h->range, &h->chart->axis, width);
	for (int i = 0; i < LEGEND_PIECES; i++) {
		double from = h->range.low + (h->range.high - h->range.low) * i / LEGEND_PIECES;
		double middle = from + (h->range.high - h->range.low) / (2 * LEGEND_PIECES);
		float left = chart_crisp(plot.x + width * (float)i / LEGEND_PIECES), right = chart_crisp(plot.x + width * (float)(i + 1) / LEGEND_PIECES);
		draw_rect(page->draw, left - 0.5f, plot.y, right - left, height, colour_of(h, middle));
	}
	page->y = plot.y + height + chart_axis_x(page, &plot, true);
}

void chart_heat(struct draw *draw, const struct chart_look *look, const struct chart_heat *chart)
{
	struct page page = chart_open(draw, look, &chart->words);
	struct heat h = { .page = &page, .chart = chart, .range = colour_range(chart) };
	if (h.range.low > h.range.high) {
		chart_no_data(&page);
	} else {
		lay_out(&h);
		put_columns(&h);
		h.y = page.y;
		for (int row = 0; row < chart->rows; row++)
			put_row(&h, row);
		page.y = h.y + (float)chart->rows * h.cell_height;
		put_legend(&h);
	}
	chart_close(&page, &chart->words);
}
