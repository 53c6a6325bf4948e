// Series: colour, dash and marker together, lines that break where values are missing, bands, and
// the legend that names them.
#include "plot/chart_inside.h"

#include "plot/colour.h"

#include <math.h>

enum { MARKERS = 5, MARKED_MOST = 24 };

struct ink chart_ink(const struct page *page, int series)
{
	int n = series % THEME_SERIES;
	return (struct ink){ page->theme->series[n], (enum draw_dash)(series % DRAW_DASHES), series % MARKERS };
}

static void corners(struct page *page, float x, float y, float radius, const float (*corner)[2], int count, uint32_t colour)
{
	int begin = draw_begin_path(page->draw);
	for (int i = 0; i < count; i++)
		draw_to(page->draw, x + corner[i][0] * radius, y + corner[i][1] * radius);
	draw_path(page->draw, begin, (struct draw_command){ .kind = DRAW_POLYGON, .fill = colour,
	          .stroke = page->theme->paper, .thick = 1.2f * page->zoom });
}

// Circle, square, triangle up, diamond, triangle down: of about the same weight, on an edge of paper.
void chart_marker(struct page *page, float x, float y, float radius, struct ink ink)
{
	static const float square[][2] = { { -.9f, -.9f }, { .9f, -.9f }, { .9f, .9f }, { -.9f, .9f } };
	static const float up[][2] = { { 0, -1.25f }, { 1.2f, .85f }, { -1.2f, .85f } };
	static const float diamond[][2] = { { 0, -1.3f }, { 1.3f, 0 }, { 0, 1.3f }, { -1.3f, 0 } };
	static const float down[][2] = { { -1.2f, -.85f }, { 1.2f, -.85f }, { 0, 1.25f } };
	switch (ink.marker) {
	case 1: corners(page, x, y, radius, square, 4, ink.colour); break;
	case 2: corners(page, x, y, radius, up, 3, ink.colour); break;
	case 3: corners(page, x, y, radius, diamond, 4, ink.colour); break;
	case 4: corners(page, x, y, radius, down, 3, ink.colour); break;
	default: draw_circle(page->draw, x, y, radius + 0.6f * page->zoom, ink.colour, page->theme->paper, 1.2f * page->zoom);
	}
}

int chart_last_known(const struct chart_series *series)
{
	for (int i = series->count - 1; i >= 0; i--)
		if (!isnan(chart_value_at(series, i)))
			return i;
	return -1;
}

// ---- where things are

struct tracing {
	struct page *page;
	const struct plot *plot;
	const struct chart_series *series;
	struct ink ink;
	double first, step;
};

static float x_at(const struct tracing *t, int i)
{
	return chart_x(t->plot, t->first + i * t->step);
}

static bool has_band(const struct tracing *t, int i)
{
	return i < t->series->count && chart_is_value(t->series->low[i]) && chart_is_value(t->series->high[i]);
}

// One polygon for each stretch of known values.
static void draw_bands(const struct tracing *t)
{
	struct draw *draw = t->page->draw;
	if (!t->series->low || !t->series->high)
		return;
	for (int from = 0, to; from < t->series->count; from = to + 1) {
		for (to = from; has_band(t, to); to++)
			continue;
		if (to - from < 2)
			continue;
		int begin = draw_begin_path(draw);
		for (int i = from; i < to; i++)
			draw_to(draw, x_at(t, i), chart_y(t->plot, t->series->high[i]));
		for (int i = to - 1; i >= from; i--)
			draw_to(draw, x_at(t, i), chart_y(t->plot, t->series->low[i]));
		draw_path(draw, begin, (struct draw_command){ .kind = DRAW_POLYGON, .fill = colour_fade(t->ink.colour, 0.18) });
	}
}

static bool is_known(const struct tracing *t, int i)
{
	return i < t->series->count && !isnan(chart_value_at(t->series, i));
}

static void draw_stretch(const struct tracing *t, int from, int to, float thick)
{
	struct draw *draw = t->page->draw;
	int begin = draw_begin_path(draw);
	for (int i = from; i < to; i++)
		draw_to(draw, x_at(t, i), chart_y(t->plot, chart_value_at(t->series, i)));
	draw_path(draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = t->ink.colour, .thick = thick, .dash = t->ink.dash });
	if (to - from == 1)  // a value between missing ones still shows
		draw_circle(draw, x_at(t, from), chart_y(t->plot, chart_value_at(t->series, from)), thick, t->ink.colour, 0, 0);
}

static void draw_values(const struct tracing *t)
{
	float thick = (t->plot->height < 150 * t->page->zoom ? 1.8f : 2.4f) * t->page->zoom;
	for (int from = 0, to; from < t->series->count; from = to + 1) {
		for (to = from; is_known(t, to); to++)
			continue;
		if (to > from)
			draw_stretch(t, from, to, thick);
	}
}

static void draw_markers(const struct tracing *t)
{
	int last = chart_last_known(t->series);
	float radius = (t->plot->height < 150 * t->page->zoom ? 2.8f : 3.6f) * t->page->zoom;
	for (int i = t->series->count <= MARKED_MOST ? 0 : last; i >= 0 && i <= last; i++)
		if (is_known(t, i))
			chart_marker(t->page, x_at(t, i), chart_y(t->plot, chart_value_at(t->series, i)), radius, t->ink);
}

void chart_draw_series(struct page *page, const struct plot *plot, const struct chart_series *series, int count,
                       double first, double step)
{
	struct tracing t = { .page = page, .plot = plot, .first = first, .step = step == 0 ? 1 : step };
	for (int pass = 0; pass < 3; pass++)
		for (int i = count - 1; i >= 0; i--) {  // the first series lies on top
			t.series = &series[i];
			t.ink = chart_ink(page, i);
			if (pass == 0)
				draw_bands(&t);
			else if (pass == 1)
				draw_values(&t);
			else
				draw_markers(&t);
		}
}

// ---- legend

static void draw_swatch(struct page *page, float x, float middle, float width, struct ink ink, bool banded)
{
	float high = 16 * page->zoom;
	if (banded)
		draw_rect(page->draw, x, middle - high / 2, width, high, colour_fade(ink.colour, 0.18));
	int begin = draw_begin_path(page->draw);
	draw_to(page->draw, x, middle);
	draw_to(page->draw, x + width, middle);
	draw_path(page->draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = ink.colour, .thick = 2.4f * page->zoom, .dash = ink.dash });
	chart_marker(page, x + width / 2, middle, 3.6f * page->zoom, ink);
}

void chart_legend(struct page *page, const struct chart_series *series, int count)
{
	struct style style = chart_text(page);
	float x = page->left, swatch = 38 * page->zoom, gap = 7 * page->zoom, line = chart_line_height(style) + 3 * page->zoom;
	for (int i = 0; i < count; i++) {
		if (!series[i].label)
			continue;
		float room = page->right - page->left - swatch - gap;
		float width = chart_wrapped_width(page, series[i].label, room, style);
		if (x > page->left && x + swatch + gap + width > page->right) {
			x = page->left;
			page->y += line;
		}
		draw_swatch(page, x, page->y + chart_line_height(style) / 2, swatch, chart_ink(page, i), series[i].low && series[i].high);
		float height = chart_wrap(page, series[i].label, x + swatch + gap, page->y, room, 0, style);
		x += swatch + gap + width + 20 * page->zoom;
		if (height > line) {
			page->y += height - line + 3 * page->zoom;
			x = page->right;
		}
	}
	page->y += line;
}
