// A plot: ranges, scales, grid and axes. A grid is hardly there; what is read are the labels.
#include "plot/chart_inside.h"

#include <math.h>

#define VALUE_MOST 1e14

bool chart_is_value(double value)
{
	return value >= -VALUE_MOST && value <= VALUE_MOST;
}

// ---- ranges

struct range chart_range(void)
{
	return (struct range){ INFINITY, -INFINITY };
}

void chart_range_add(struct range *range, double value)
{
	if (!chart_is_value(value))
		return;
	range->low = value < range->low ? value : range->low;
	range->high = value > range->high ? value : range->high;
}

double chart_value_at(const struct chart_series *series, int i)
{
	double value = series->value[(size_t)i * (size_t)(series->stride ? series->stride : 1)];
	return chart_is_value(value) ? value : NAN;
}

void chart_range_series(struct range *range, const struct chart_series *series)
{
	for (int i = 0; i < series->count; i++) {
		chart_range_add(range, chart_value_at(series, i));
		if (series->low && series->high) {
			chart_range_add(range, series->low[i]);
			chart_range_add(range, series->high[i]);
		}
	}
}

static void widen(struct range *range, double least, bool share)
{
	double low = range->low, high = range->high, more = least - (high - low);
	if (more <= 0)
		return;
	range->low = low - more / 2;
	range->high = high + more / 2;
	if (low >= 0 && range->low < 0) {  // no room for what cannot be
		range->high -= range->low;
		range->low = 0;
	}
	if (share && high <= 1 && range->high > 1) {
		range->low = range->low > range->high - 1 ? range->low - (range->high - 1) : 0;
		range->high = 1;
	}
}

struct range chart_axis_range(struct range data, const struct chart_axis *axis)
{
	struct range range = data;
	if (axis->low < axis->high) {
		chart_range_add(&range, axis->low);
		chart_range_add(&range, axis->high);
	}
	if (range.low > range.high)
		range = (struct range){ 0, 1 };
	double middle = (range.low + range.high) / 2;
	if (range.high - range.low <= fabs(middle) * 1e-9 + 1e-12)  // all the same
		widen(&range, fabs(middle) > 1e-9 ? fabs(middle) / 5 : 1, axis->kind == TICKS_SHARE);
	widen(&range, axis->least, axis->kind == TICKS_SHARE);
	return range;
}

// ---- scales

float chart_x(const struct plot *plot, double value)
{
	return plot->x + plot->width * (float)((value - plot->x_low) / (plot->x_high - plot->x_low));
}

float chart_y(const struct plot *plot, double value)
{
	return plot->y + plot->height * (float)((plot->y_high - value) / (plot->y_high - plot->y_low));
}

struct ticks chart_ticks(const struct range *range, const struct chart_axis *axis, int most)
{
	return axis->kind == TICKS_WEEKS ? ticks_weeks(range->low, range->high, most, axis->start_year)
	                                 : ticks_number(range->low, range->high, most, axis->kind);
}

float chart_ticks_width(struct page *page, const struct ticks *ticks, struct style style)
{
	float widest = 0;
	for (int i = 0; i < ticks->count; i++) {
		char label[TICKS_LABEL_MAX];
		ticks_label(ticks, i, page->look->lang, label);
		float width = chart_width(page, label, -1, style);
		widest = width > widest ? width : widest;
	}
	return widest;
}

struct ticks chart_fitting_ticks(struct page *page, const struct range *range, const struct chart_axis *axis, float width)
{
	int most = (int)(width / ((axis->kind == TICKS_WEEKS ? 42 : 62) * page->zoom)) + 1;
	most = most > 9 ? 9 : most;
	struct ticks ticks = chart_ticks(range, axis, most);
	while (most > 3) {
		float between = width * (float)(ticks.step / (range->high - range->low));
		if (chart_ticks_width(page, &ticks, chart_small(page)) + 10 * page->zoom <= between)
			break;
		ticks = chart_ticks(range, axis, --most);
	}
	return ticks;
}

// ---- grid and axes

float chart_crisp(float at)
{
	return floorf(at) + 0.5f;
}

void chart_grid_y(struct page *page, const struct plot *plot)
{
	struct style style = chart_anchored(chart_small(page), DRAW_END);
	for (int i = 0; i < plot->y_ticks.count; i++) {
		char label[TICKS_LABEL_MAX];
		double value = plot->y_ticks.value[i];
		float y = chart_crisp(chart_y(plot, value));
		ticks_label(&plot->y_ticks, i, page->look->lang, label);
		draw_line(page->draw, plot->x, y, plot->x + plot->width, y, value == 0 ? page->theme->axis : page->theme->grid, 1);
		chart_put(page, label, -1, plot->x - 7 * page->zoom, y - chart_line_height(style) / 2, style);
	}
}

// A year's name stands below the middle of the year; any other label below its mark.
static float label_middle(const struct plot *plot, int i)
{
	const struct ticks *ticks = &plot->x_ticks;
	double value = ticks->value[i], end = value + ticks->step;
	if (ticks->kind != TICKS_WEEKS || ticks->step != TICKS_YEAR_WEEKS)
		return chart_x(plot, value);
	return chart_x(plot, (value + (end < plot->x_high ? end : plot->x_high)) / 2);
}

static void put_labels(struct page *page, const struct plot *plot, float top)
{
	float used = page->left - 100;
	struct style style = chart_small(page);
	for (int i = 0; i < plot->x_ticks.count; i++) {
		char label[TICKS_LABEL_MAX];
		ticks_label(&plot->x_ticks, i, page->look->lang, label);
		float width = chart_width(page, label, -1, style), x = label_middle(plot, i) - width / (2 * CHART_SLACK);
		x = x + width > page->right ? page->right - width : x < page->left ? page->left : x;
		bool year = plot->x_ticks.kind == TICKS_WEEKS && plot->x_ticks.step == TICKS_YEAR_WEEKS;
		if (x < used || (year && plot->x_ticks.value[i] >= plot->x_high))
			continue;
		chart_put(page, label, -1, x, top, style);
		used = x + width + 4 * page->zoom;
	}
}

float chart_axis_x(struct page *page, const struct plot *plot, bool labels)
{
	float bottom = plot->y + plot->height, tick = 5 * page->zoom;
	draw_line(page->draw, plot->x, chart_crisp(bottom), plot->x + plot->width, chart_crisp(bottom), page->theme->axis, 1);
	for (int i = 0; i < plot->x_ticks.count; i++) {
		float x = chart_crisp(chart_x(plot, plot->x_ticks.value[i]));
		draw_line(page->draw, x, bottom + 1, x, bottom + tick, page->theme->axis, 1);
	}
	if (!labels)
		return tick;
	put_labels(page, plot, bottom + tick + 1);
	return tick + 1 + chart_line_height(chart_small(page));
}

void chart_axis_title(struct page *page, const char *title, float x, float width, enum draw_anchor anchor)
{
	if (!title || !*title)
		return;
	struct style style = chart_small(page);
	if (anchor == DRAW_END) {
		float one = chart_wrapped_width(page, title, width, style) / CHART_SLACK;
		x += width - one > 0 ? width - one : 0;
	}
	page->y += chart_wrap(page, title, x, page->y, width, 0, style);
}
