// Bars from zero, or dots, with whiskers for what is not sure.
#include "plot/chart_inside.h"

#include <stdio.h>

struct bars {
	const struct page *page;
	const struct chart_bars *chart;
};

static struct range data_range(const struct chart_bars *chart)
{
	struct range range = chart_range();
	for (int i = 0; i < chart->count; i++) {
		chart_range_add(&range, chart->bar[i].value);
		chart_range_add(&range, chart->bar[i].low);
		chart_range_add(&range, chart->bar[i].high);
	}
	if (!chart->dots && range.low <= range.high)
		chart_range_add(&range, 0);  // a bar's length is its value
	return range;
}

static bool has_interval(const struct chart_bar *bar)
{
	return chart_is_value(bar->low) && chart_is_value(bar->high);
}

// "0,53" or "0,53 (0,48 tot 0,57)": a dash would be read as a minus.
static struct row row_at(const void *list, int i)
{
	const struct bars *bars = list;
	struct row row = { .label = bars->chart->bar[i].label };
	const struct chart_axis *axis = &bars->chart->axis;
	const struct chart_bar *bar = &bars->chart->bar[i];
	char value[TICKS_LABEL_MAX], low[TICKS_LABEL_MAX], high[TICKS_LABEL_MAX];
	enum lang lang = bars->page->look->lang;
	ticks_value(value, axis->kind, lang, bar->value, axis->decimals);
	ticks_value(low, axis->kind, lang, bar->low, axis->decimals);
	ticks_value(high, axis->kind, lang, bar->high, axis->decimals);
	if (has_interval(bar) && !bars->page->phone)
		snprintf(row.end, sizeof row.end, "%s\u00A0(%s\u00A0%s\u00A0%s)", value, low, lang == LANG_NL ? "tot" : "to", high);
	else
		snprintf(row.end, sizeof row.end, "%s", value);
	return row;
}

static void draw_whisker(struct page *page, const struct plot *plot, const struct chart_bar *bar, float middle, uint32_t colour, float thick)
{
	float low = chart_x(plot, bar->low), high = chart_x(plot, bar->high), cap = 4.5f * page->zoom;
	draw_line(page->draw, low, middle, high, middle, page->theme->paper, thick + 2.4f * page->zoom);  // seen on a bar as well
	draw_line(page->draw, low, middle, high, middle, colour, thick);
	draw_line(page->draw, low, middle - cap, low, middle + cap, colour, thick);
	draw_line(page->draw, high, middle - cap, high, middle + cap, colour, thick);
}

static void draw_bar(struct page *page, const struct chart_bars *chart, const struct plot *plot, const struct chart_bar *bar, float middle)
{
	struct ink ink = chart_ink(page, 0);
	float zoom = page->zoom, half = 7.5f * zoom;
	if (!chart_is_value(bar->value))
		return;
	float x = chart_x(plot, bar->value), zero = chart_x(plot, 0);
	if (!chart->dots)
		draw_rect(page->draw, x < zero ? x : zero, middle - half, x < zero ? zero - x : x - zero, 2 * half, page->theme->scale[THEME_STEPS - 2]);
	if (has_interval(bar))
		draw_whisker(page, plot, bar, middle, chart->dots ? ink.colour : page->theme->ink, (chart->dots ? 2 : 1.5f) * zoom);
	if (chart->dots)
		chart_marker(page, x, middle, 4.6f * zoom, ink);
}

static void put_interval(struct page *page, const struct chart_bars *chart)
{
	struct style style = chart_small(page);
	if (!chart->interval || !*chart->interval)
		return;
	float x = page->left, middle = page->y + chart_line_height(style) / 2, width = 34 * page->zoom;
	struct plot plot = { .x = x, .width = width, .x_low = 0, .x_high = 1 };
	struct chart_bar bar = { .value = 0.5, .low = 0.03, .high = 0.97 };
	draw_whisker(page, &plot, &bar, middle, chart->dots ? chart_ink(page, 0).colour : page->theme->ink, 1.6f * page->zoom);
	if (chart->dots)
		chart_marker(page, x + width / 2, middle, 4 * page->zoom, chart_ink(page, 0));
	page->y += chart_wrap(page, chart->interval, x + width + 8 * page->zoom, page->y, page->right - x - width - 8 * page->zoom, 0, style);
	page->y += 8 * page->zoom;
}

void chart_bars(struct draw *draw, const struct chart_look *look, const struct chart_bars *chart)
{
	struct page page = chart_open(draw, look, &chart->words);
	struct bars bars = { .page = &page, .chart = chart };
	struct range data = data_range(chart);
	float height = (page.phone ? 24 : 36) * page.zoom;
	if (data.low > data.high) {
		chart_no_data(&page);
	} else {
		put_interval(&page, chart);
		struct rows rows = chart_rows(&page, &chart->axis, data, chart->count, height, row_at, &bars);
		chart_rows_grid(&page, &rows, chart->count, height);
		for (int i = 0; i < chart->count; i++)
			draw_bar(&page, chart, &rows.plot, &chart->bar[i], chart_row(&page, &rows, i, height, row_at(&bars, i)));
		chart_rows_end(&page, &rows, &chart->axis);
	}
	chart_close(&page, &chart->words);
}
