// Charts that lie: each row has a label at its left, or above it on a phone, and words at its end; the
// axis is below. Long Dutch names stay whole.
#include "plot/chart_inside.h"

#define LABEL_PART 0.34f  // of the width, at most

static float label_width(struct page *page, int count, struct row (*row_at)(const void *list, int i), const void *list)
{
	float widest = 0, most = (page->right - page->left) * LABEL_PART;
	for (int i = 0; i < count; i++) {
		float width = chart_wrapped_width(page, row_at(list, i).label, most, chart_text(page));
		widest = width > widest ? width : widest;
	}
	return widest + 12 * page->zoom;
}

// Above their rows labels take one line, or two when one of them needs two.
static float label_height(struct page *page, int count, struct row (*row_at)(const void *list, int i), const void *list)
{
	struct page measuring = *page;
	float highest = 0;
	measuring.draw = NULL;
	for (int i = 0; i < count; i++) {
		float height = chart_wrap(&measuring, row_at(list, i).label, 0, 0, page->right - page->left, 2, chart_text(page));
		highest = height > highest ? height : highest;
	}
	return highest;
}

static float end_width(struct page *page, int count, struct row (*row_at)(const void *list, int i), const void *list)
{
	float widest = 0;
	for (int i = 0; i < count; i++) {
		struct row row = row_at(list, i);
		float width = row.end[0] ? chart_width(page, row.end, -1, chart_text(page)) + 12 * page->zoom : 0;
		widest = width > widest ? width : widest;
	}
	return widest;
}

struct rows chart_rows(struct page *page, const struct chart_axis *axis, struct range data, int count, float height,
                       struct row (*row_at)(const void *list, int i), const void *list)
{
	struct rows rows = { .end_width = end_width(page, count, row_at, list) };
	struct plot *plot = &rows.plot;
	struct range range = chart_axis_range(data, axis);
	if (page->phone)
		rows.label_height = label_height(page, count, row_at, list);
	else
		rows.label_width = label_width(page, count, row_at, list);
	float side = page->phone ? 8 * page->zoom : 0;
	plot->x = page->left + rows.label_width + side;
	plot->width = page->right - rows.end_width - plot->x - side;
	ticks_widen(&range.low, &range.high, (int)(plot->width / (62 * page->zoom)) + 1);
	plot->x_low = range.low, plot->x_high = range.high;
	plot->x_ticks = chart_fitting_ticks(page, &range, axis, plot->width);
	plot->y = page->y;
	plot->height = (float)count * (height + rows.label_height);
	return rows;
}

float chart_row(struct page *page, const struct rows *rows, int i, float height, struct row row)
{
	struct style style = chart_text(page);
	float line = chart_line_height(style), top = rows->plot.y + (float)i * (height + rows->label_height);
	float middle = top + rows->label_height + height / 2;
	if (rows->label_height > 0) {
		struct page measuring = *page;
		measuring.draw = NULL;
		float tall = chart_wrap(&measuring, row.label, 0, 0, page->right - page->left, 2, style);
		chart_wrap(page, row.label, page->left, top + rows->label_height - tall + 2 * page->zoom, page->right - page->left, 2, style);
	} else {
		float width = rows->label_width - 12 * page->zoom;
		struct page measuring = *page;
		measuring.draw = NULL;
		int most = (int)(height / line) > 1 ? (int)(height / line) : 1;
		float tall = chart_wrap(&measuring, row.label, 0, 0, width, most, style);
		chart_wrap(page, row.label, page->left, middle - tall / 2, width, most, style);
	}
	if (row.end[0])
		chart_put(page, row.end, -1, page->right, middle - line / 2, chart_anchored(style, DRAW_END));
	return middle;
}

void chart_rows_line(struct page *page, const struct rows *rows, int count, float height, float x, uint32_t colour, float thick)
{
	const struct plot *plot = &rows->plot;
	if (rows->label_height == 0) {
		draw_line(page->draw, x, plot->y - 2 * page->zoom, x, plot->y + plot->height, colour, thick);
		return;
	}
	for (int i = 0; i < count; i++) {
		float bottom = plot->y + (float)(i + 1) * (height + rows->label_height);
		draw_line(page->draw, x, bottom - height + 5 * page->zoom, x, bottom, colour, thick);
	}
}

void chart_rows_grid(struct page *page, const struct rows *rows, int count, float height)
{
	const struct plot *plot = &rows->plot;
	for (int i = 0; i < plot->x_ticks.count; i++) {
		uint32_t colour = plot->x_ticks.value[i] == 0 ? page->theme->axis : page->theme->grid;
		chart_rows_line(page, rows, count, height, chart_crisp(chart_x(plot, plot->x_ticks.value[i])), colour, 1);
	}
}

void chart_rows_end(struct page *page, const struct rows *rows, const struct chart_axis *axis)
{
	page->y = rows->plot.y + rows->plot.height;
	page->y += chart_axis_x(page, &rows->plot, true) + 2 * page->zoom;
	if (page->phone)
		chart_axis_title(page, axis->title, page->left, page->right - page->left, DRAW_START);
	else
		chart_axis_title(page, axis->title, rows->plot.x, page->right - rows->plot.x, DRAW_START);
}
