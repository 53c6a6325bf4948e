// Quantile dots: twenty dots are twenty equally likely futures. Dots that nearly coincide are stacked, so
// that a row has the form of its distribution, and can be counted.
#include "plot/chart_inside.h"

#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { DOTS_USUAL = 20, DOTS_MOST = 100 };

struct quantiles {
	struct page *page;
	const struct chart_quantiles *chart;
	int dots;
	double *value;   // count rows of `dots`, ascending; NaN when the row has no data. owned
};

static int compare(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;
	return (one > other) - (one < other);
}

// The middle of each equal share of the values, between the two nearest.
static void take_quantiles(struct quantiles *q, int row, double *sorted, int count)
{
	qsort(sorted, (size_t)count, sizeof *sorted, compare);
	for (int i = 0; i < q->dots; i++) {
		double at = (i + 0.5) / q->dots * count - 0.5;
		at = at < 0 ? 0 : at > count - 1 ? count - 1 : at;
		int below = (int)at;
		double next = below + 1 < count ? sorted[below + 1] : count ? sorted[below] : NAN;
		q->value[row * q->dots + i] = count ? sorted[below] + (next - sorted[below]) * (at - below) : NAN;
	}
}

static bool read_futures(struct quantiles *q)
{
	const struct chart_quantiles *chart = q->chart;
	q->value = mem_new((size_t)chart->count * (size_t)q->dots + 1, sizeof *q->value);
	bool fine = q->value != NULL;
	for (int row = 0; fine && row < chart->count; row++) {
		const struct chart_futures *futures = &chart->futures[row];
		double *sorted = mem_new((size_t)futures->count + 1, sizeof *sorted);
		int count = 0;
		fine = sorted != NULL;
		for (int i = 0; fine && i < futures->count; i++)
			if (chart_is_value(futures->value[i]))
				sorted[count++] = futures->value[i];
		if (fine)
			take_quantiles(q, row, sorted, count);
		mem_free(sorted);
	}
	return fine;
}

static int count_above(const struct quantiles *q, int row)
{
	int above = 0;
	for (int i = 0; i < q->dots; i++)
		above += q->value[row * q->dots + i] >= q->chart->mark;
	return above;
}

static struct row row_at(const void *list, int i)
{
	const struct quantiles *q = list;
	struct row row = { .label = q->chart->futures[i].label };
	const char *form = q->page->look->lang == LANG_NL ? "%d van de %d" : "%d of %d";
	if (chart_is_value(q->chart->mark) && chart_is_value(q->value[i * q->dots]))
		snprintf(row.end, sizeof row.end, form, count_above(q, i), q->dots);
	return row;
}

// ---- stacking

// In which column of dots a value stands; columns are `size` wide and one begins at the mark, so that none is
// at both sides of it.
static double column_of(const struct quantiles *q, const struct plot *plot, double value, float size)
{
	double origin = chart_is_value(q->chart->mark) ? q->chart->mark : plot->x_low;
	return floor((value - origin) / (plot->x_high - plot->x_low) * (double)(plot->width / size));
}

// How many of the dots from `i` on stand on one another.
static int stack_of(const struct quantiles *q, const struct plot *plot, int row, int i, float size)
{
	int count = 1;
	const double *value = &q->value[row * q->dots];
	while (i + count < q->dots && column_of(q, plot, value[i + count], size) <= column_of(q, plot, value[i], size))
		count++;
	return count;
}

static int highest_stack(const struct quantiles *q, const struct plot *plot, float size)
{
	int highest = 1;
	for (int row = 0; row < q->chart->count; row++) {
		if (!chart_is_value(q->value[row * q->dots]))
			continue;
		for (int i = 0, stack; i < q->dots; i += stack) {
			stack = stack_of(q, plot, row, i, size);
			highest = stack > highest ? stack : highest;
		}
	}
	return highest;
}

// So large that a usual row is some ten dots wide: then it has a form.
static float dot_size(const struct quantiles *q, const struct plot *plot)
{
	float size = 9 * q->page->zoom, most = 20 * q->page->zoom;
	for (int row = 0; row < q->chart->count; row++) {
		const double *value = &q->value[row * q->dots];
		float wide = chart_is_value(value[0]) ? chart_x(plot, value[q->dots - 1]) - chart_x(plot, value[0]) : 0;
		size = wide / 10 > size ? wide / 10 : size;
	}
	return size < most ? size : most;
}

// A dot at or above the mark is full, one below it is open: seen without colour too.
static void draw_dot(const struct quantiles *q, float x, float y, float size, double value)
{
	struct page *page = q->page;
	uint32_t colour = page->theme->series[0];
	bool below = chart_is_value(q->chart->mark) && value < q->chart->mark;
	draw_circle(page->draw, x, y, size * 0.40f, below ? page->theme->paper : colour, colour, 1.3f * page->zoom);
}

static void draw_dots(const struct quantiles *q, const struct plot *plot, int row, float base, float size)
{
	if (!chart_is_value(q->value[row * q->dots]))
		return;
	for (int i = 0, stack; i < q->dots; i += stack) {
		stack = stack_of(q, plot, row, i, size);
		const double *value = &q->value[row * q->dots + i];
		double origin = chart_is_value(q->chart->mark) ? q->chart->mark : plot->x_low;
		float x = chart_x(plot, origin) + ((float)column_of(q, plot, value[0], size) + 0.5f) * size;
		for (int k = 0; k < stack; k++)
			draw_dot(q, x, base - size * ((float)k + 0.5f), size, value[k]);
	}
}

// ---- the chart

static void put_mark(const struct quantiles *q, const struct rows *rows, float height)
{
	struct page *page = q->page;
	struct style style = chart_bold(page);
	style.size = page->small;
	if (!chart_is_value(q->chart->mark))
		return;
	float x = chart_x(&rows->plot, q->chart->mark);
	chart_rows_line(page, rows, q->chart->count, height, x, page->theme->ink, 1.3f * page->zoom);
	if (!q->chart->mark_label)
		return;
	float width = chart_width(page, q->chart->mark_label, -1, style), left = x - width / 2;
	left = left + width > page->right ? page->right - width : left;
	left = left < page->left ? page->left : left;
	chart_put_fitting(page, q->chart->mark_label, left, rows->plot.y - chart_line_height(style) - 4 * page->zoom, page->right - left, style);
}

static void draw_rows(struct quantiles *q, struct range data)
{
	struct page *page = q->page;
	const struct chart_quantiles *chart = q->chart;
	if (chart_is_value(chart->mark)) {
		chart_range_add(&data, chart->mark);
		page->y += chart_line_height(chart_small(page)) + 6 * page->zoom;
	}
	float right = page->right, most_wide = page->left + 860 * page->zoom;
	page->right = right < most_wide ? right : most_wide;
	struct rows rows = chart_rows(page, &chart->axis, data, chart->count, 1, row_at, q);
	float size = dot_size(q, &rows.plot), most = 110 * page->zoom;
	while (size > 4 * page->zoom && (float)highest_stack(q, &rows.plot, size) * size > most)
		size -= 0.5f * page->zoom;
	float height = (float)highest_stack(q, &rows.plot, size) * size + 12 * page->zoom;
	height = height < 40 * page->zoom ? 40 * page->zoom : height;
	rows.plot.height = (float)chart->count * (height + rows.label_height);
	chart_rows_grid(page, &rows, chart->count, height);
	put_mark(q, &rows, height);
	for (int i = 0; i < chart->count; i++) {
		float base = chart_row(page, &rows, i, height, row_at(q, i)) + height / 2 - 2;
		draw_line(page->draw, rows.plot.x, base + 1, rows.plot.x + rows.plot.width, base + 1, page->theme->grid, 1);
		draw_dots(q, &rows.plot, i, base - 2 * page->zoom, size);
	}
	chart_rows_end(page, &rows, &chart->axis);
	page->right = right;
}

void chart_quantiles(struct draw *draw, const struct chart_look *look, const struct chart_quantiles *chart)
{
	struct page page = chart_open(draw, look, &chart->words);
	int dots = chart->dots > 0 ? chart->dots : DOTS_USUAL;
	struct quantiles q = { .page = &page, .chart = chart, .dots = dots < DOTS_MOST ? dots : DOTS_MOST };
	struct range data = chart_range();
	if (!read_futures(&q)) {
		draw->failed = true;
		mem_free(q.value);
		return;
	}
	for (int i = 0; i < chart->count * q.dots; i++)
		chart_range_add(&data, q.value[i]);
	if (data.low > data.high)
		chart_no_data(&page);
	else
		draw_rows(&q, data);
	mem_free(q.value);
	chart_close(&page, &chart->words);
}
