// The tornado: which settings move the result most. Each bar is told by its place, its colour and, at
// both ends, the value that the setting had.
#include "plot/chart_inside.h"

#include <stdio.h>


static bool is_known(const struct chart_swing *swing)
{
	return chart_is_value(swing->low) && chart_is_value(swing->high);
}

static double reach(const struct chart_swing *swing)
{
	if (!is_known(swing))
		return -1;
	return swing->low < swing->high ? swing->high - swing->low : swing->low - swing->high;
}

// The swing that comes at `place`, the largest first; equal ones in their own order.
static const struct chart_swing *swing_at(const struct chart_tornado *chart, int place)
{
	for (int i = 0; i < chart->count; i++) {
		int before = 0;
		for (int k = 0; k < chart->count; k++) {
			double mine = reach(&chart->swing[i]), other = reach(&chart->swing[k]);
			before += other > mine || (k < i && other >= mine);
		}
		if (before == place)
			return &chart->swing[i];
	}
	return &chart->swing[place];  // not reached: places are handed out one to each
}

static struct row row_at(const void *list, int i)
{
	return (struct row){ .label = swing_at(list, i)->label };
}

static void draw_end(struct page *page, const struct plot *plot, double centre, double result, bool other, float middle, float half)
{
	float from = chart_x(plot, centre), to = chart_x(plot, result);
	uint32_t colour = page->theme->series[other ? 1 : 0];
	draw_rect(page->draw, from < to ? from : to, middle - half, from < to ? to - from : from - to, 2 * half, colour);
}

// Outside the bar, at the side to which it goes.
static void put_setting(struct page *page, const struct plot *plot, const char *text, double result, double centre, double opposite, float middle)
{
	bool left = result < centre || (result == centre && opposite > centre);
	float x = chart_x(plot, result) + (left ? -6 : 6) * page->zoom;
	struct style style = chart_anchored(chart_small(page), left ? DRAW_END : DRAW_START);
	if (!text)
		return;
	float width = chart_width(page, text, -1, style), line = chart_line_height(style);
	draw_rect(page->draw, left ? x - width : x, middle - line / 2, width, line, page->theme->paper);  // over the grid
	chart_put(page, text, -1, x, middle - line / 2, style);
}

static float settings_width(struct page *page, const struct chart_tornado *chart)
{
	float widest = 0;
	for (int i = 0; i < chart->count; i++)
		for (int side = 0; side < 2; side++) {
			const char *text = side ? chart->swing[i].high_at : chart->swing[i].low_at;
			float width = text ? chart_width(page, text, -1, chart_small(page)) + 10 * page->zoom : 0;
			widest = width > widest ? width : widest;
		}
	return widest;
}

static void draw_swing(struct page *page, const struct plot *plot, const struct chart_tornado *chart, const struct chart_swing *swing, float middle)
{
	float half = 9 * page->zoom;
	if (!is_known(swing))
		return;
	bool same = (swing->low > chart->centre && swing->high > chart->centre) || (swing->low < chart->centre && swing->high < chart->centre);
	if (same) {  // both at one side: the longer first, the shorter thinner on it, its words below its end
		bool low_longer = reach(&(struct chart_swing){ .low = swing->low, .high = chart->centre }) >
		                  reach(&(struct chart_swing){ .low = swing->high, .high = chart->centre });
		double longer = low_longer ? swing->low : swing->high, shorter = low_longer ? swing->high : swing->low;
		draw_end(page, plot, chart->centre, longer, !low_longer, middle, half);
		draw_end(page, plot, chart->centre, shorter, low_longer, middle, half * 0.5f);
		put_setting(page, plot, low_longer ? swing->low_at : swing->high_at, longer, chart->centre, longer, middle);
		put_setting(page, plot, low_longer ? swing->high_at : swing->low_at, chart->centre, chart->centre,
		            longer < chart->centre ? chart->centre - 1 : chart->centre + 1, middle);
		return;
	}
	draw_end(page, plot, chart->centre, swing->low, false, middle, half);
	draw_end(page, plot, chart->centre, swing->high, true, middle, half);
	put_setting(page, plot, swing->low_at, swing->low, chart->centre, swing->high, middle);
	put_setting(page, plot, swing->high_at, swing->high, chart->centre, swing->low == swing->high ? chart->centre + 1 : swing->low, middle);
}

static void put_legend(struct page *page)
{
	static const struct text words[] = { { "bij de lage waarde van de instelling", "at the setting's low value" },
	                                     { "bij de hoge waarde", "at its high value" } };
	struct style style = chart_small(page);
	float x = page->left, side = 11 * page->zoom;
	for (int i = 0; i < 2; i++) {
		const char *text = text_in(words[i], page->look->lang);
		float width = chart_width(page, text, -1, style), used = side + 7 * page->zoom + width;
		if (x > page->left && x + used > page->right) {
			x = page->left;
			page->y += chart_line_height(style) + 2 * page->zoom;
		}
		draw_rect(page->draw, x, page->y + (chart_line_height(style) - side) / 2, side, side, page->theme->series[i]);
		chart_put(page, text, -1, x + side + 7 * page->zoom, page->y, style);
		x += used + 18 * page->zoom;
	}
	page->y += chart_line_height(style) + 8 * page->zoom;
}

static struct range data_range(const struct chart_tornado *chart)
{
	struct range range = chart_range();
	for (int i = 0; i < chart->count; i++)
		if (is_known(&chart->swing[i])) {
			chart_range_add(&range, chart->swing[i].low);
			chart_range_add(&range, chart->swing[i].high);
		}
	if (range.low <= range.high)
		chart_range_add(&range, chart->centre);
	return range;
}

// The range so much longer at both ends that the settings' words have room inside the plot.
static struct range with_words(struct page *page, const struct chart_tornado *chart, struct range range)
{
	range = chart_axis_range(range, &chart->axis);
	float words = settings_width(page, chart), all = (page->right - page->left) * (page->phone ? 1 : 0.64f);
	double more = (range.high - range.low) * (double)(words / (all - 2 * words > words ? all - 2 * words : words));
	return (struct range){ range.low - more, range.high + more };
}

// "nu 78,2 %" above the centre line.
static void put_centre(struct page *page, const struct rows *rows, const struct chart_tornado *chart, float height)
{
	char value[TICKS_LABEL_MAX], text[TICKS_LABEL_MAX + 32];
	struct style style = chart_bold(page);
	style.size = page->small;
	ticks_value(value, chart->axis.kind, page->look->lang, chart->centre, chart->axis.decimals);
	int length = snprintf(text, sizeof text, page->look->lang == LANG_NL ? "zoals het is: %s" : "as it is: %s", value);
	float width = chart_width(page, text, length, style), x = chart_x(&rows->plot, chart->centre);
	float left = x - width / 2, least = page->left, most = page->right - width;
	left = left > most ? most : left < least ? least : left;
	chart_put(page, text, length, left, rows->plot.y - chart_line_height(style) - 2 * page->zoom, style);
	chart_rows_line(page, rows, chart->count, height, x, page->theme->ink, 1.4f * page->zoom);
}

void chart_tornado(struct draw *draw, const struct chart_look *look, const struct chart_tornado *chart)
{
	struct page page = chart_open(draw, look, &chart->words);
	struct range data = data_range(chart);
	float height = (page.phone ? 26 : 32) * page.zoom;
	if (data.low > data.high || !chart_is_value(chart->centre)) {
		chart_no_data(&page);
	} else {
		put_legend(&page);
		page.y += chart_line_height(chart_small(&page)) + 4 * page.zoom;
		struct rows rows = chart_rows(&page, &chart->axis, with_words(&page, chart, data), chart->count, height, row_at, chart);
		chart_rows_grid(&page, &rows, chart->count, height);
		for (int i = 0; i < chart->count; i++) {
			const struct chart_swing *swing = swing_at(chart, i);
			draw_swing(&page, &rows.plot, chart, swing, chart_row(&page, &rows, i, height, row_at(chart, i)));
		}
		put_centre(&page, &rows, chart, height);
		chart_rows_end(&page, &rows, &chart->axis);
	}
	chart_close(&page, &chart->words);
}
