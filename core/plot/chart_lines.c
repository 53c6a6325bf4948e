// The line chart: one plot, its series named at the right where there is room and in a legend where not.
#include "plot/chart_inside.h"

#include <math.h>

enum { LABELS_MOST = 12 };

#define LABEL_PART 0.26f  // of the width, at most, for the names at the right

struct making {
	struct page *page;
	const struct chart_lines *chart;
	struct plot plot;
	float beside;       // width of the names at the right; 0: a legend
	bool words;         // pins stand with their words
};

// ---- names at the ends of lines

struct name {
	const struct chart_series *series;
	int index;
	float y, wanted, height;
};

static float name_height(const struct making *m, const struct chart_series *series, float width)
{
	struct page measuring = *m->page;
	measuring.draw = NULL;
	return chart_wrap(&measuring, series->label, 0, 0, width, 0, chart_text(m->page));
}

// 0 where a legend serves better: on a phone, and when the names would not fit beside the plot.
static float names_width(const struct making *m)
{
	float widest = 0, height = 0, most = (m->page->right - m->page->left) * LABEL_PART;
	if (m->page->phone || m->chart->series_count > LABELS_MOST)
		return 0;
	for (int i = 0; i < m->chart->series_count; i++) {
		const struct chart_series *series = &m->chart->series[i];
		float width = chart_wrapped_width(m->page, series->label, most, chart_text(m->page));
		widest = width > widest ? width : widest;
		height += name_height(m, series, most);
	}
	return height > m->plot.height ? 0 : widest;
}

// The ends in order of height.
static int collect_names(const struct making *m, struct name name[LABELS_MOST])
{
	int count = 0;
	for (int i = 0; i < m->chart->series_count; i++) {
		const struct chart_series *series = &m->chart->series[i];
		int last = chart_last_known(series), at = count++;
		float height = name_height(m, series, m->beside);
		float y = last < 0 ? m->plot.y + m->plot.height : chart_y(&m->plot, chart_value_at(series, last));
		for (; at > 0 && name[at - 1].wanted > y; at--)
			name[at] = name[at - 1];
		name[at] = (struct name){ series, i, 0, y, height };
	}
	return count;
}

// Each as near to its line as the others allow: pushed down from the top, then up from the bottom.
static void spread_names(const struct making *m, struct name *name, int count)
{
	float top = m->plot.y - 4, bottom = m->plot.y + m->plot.height + 10 * m->page->zoom, floor = top;
	for (int i = 0; i < count; i++) {
		float y = name[i].wanted - name[i].height / 2;
		name[i].y = y > floor ? y : floor;
		floor = name[i].y + name[i].height;
	}
	float ceiling = bottom;
	for (int i = count - 1; i >= 0; i--) {
		if (name[i].y + name[i].height > ceiling)
			name[i].y = ceiling - name[i].height;
		ceiling = name[i].y;
	}
}

static void put_name(const struct making *m, const struct name *name)
{
	struct page *page = m->page;
	int last = chart_last_known(name->series);
	float right = m->plot.x + m->plot.width, x = right + 22 * page->zoom, middle = name->y + name->height / 2;
	if (!name->series->label)
		return;
	if (last >= 0) {
		double week = m->chart->first + last * (m->chart->step == 0 ? 1 : m->chart->step);
		uint32_t colour = chart_ink(page, name->index).colour;
		float from = chart_x(&m->plot, week) + 6 * page->zoom;
		int begin = draw_begin_path(page->draw);
		draw_to(page->draw, from, name->wanted);
		draw_to(page->draw, from > right + 6 * page->zoom ? from : right + 6 * page->zoom, name->wanted);
		draw_to(page->draw, x - 10 * page->zoom, middle);
		draw_to(page->draw, x - 5 * page->zoom, middle);
		draw_path(page->draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = colour, .thick = 1 * page->zoom });
	}
	chart_wrap(page, name->series->label, x, name->y, m->beside, 0, chart_text(page));
}

// ---- layout

static struct range data_range(const struct chart_lines *chart)
{
	struct range range = chart_range();
	for (int i = 0; i < chart->series_count; i++)
		chart_range_series(&range, &chart->series[i]);
	return range;
}

static void lay_out(struct making *m)
{
	struct page *page = m->page;
	const struct chart_lines *chart = m->chart;
	struct plot *plot = &m->plot;
	struct range y = chart_axis_range(data_range(chart), &chart->y), x = chart_range();
	double step = chart->step == 0 ? 1 : chart->step;
	for (int i = 0; i < chart->series_count; i++) {
		chart_range_add(&x, chart->first);
		chart_range_add(&x, chart->first + (chart->series[i].count - 1) * step);
	}
	x = chart_axis_range(x, &chart->x);
	plot->height = (page->phone ? 210 : 340) * page->zoom;
	ticks_widen(&y.low, &y.high, page->phone ? 6 : 7);
	plot->y_ticks = chart_ticks(&y, &chart->y, page->phone ? 6 : 7);
	plot->x_low = x.low, plot->x_high = x.high, plot->y_low = y.low, plot->y_high = y.high;
	plot->x = page->left + chart_ticks_width(page, &plot->y_ticks, chart_small(page)) + 8 * page->zoom;
	m->beside = names_width(m);
	plot->width = page->right - plot->x - (m->beside > 0 ? m->beside + 26 * page->zoom : 6 * page->zoom);
	plot->x_ticks = chart_fitting_ticks(page, &x, &chart->x, plot->width);
}

// ---- drawing

static void place_plot(struct making *m)
{
	struct page *page = m->page;
	const struct chart_lines *chart = m->chart;
	m->words = chart_pins_fit(page, &m->plot, chart->pin, chart->pin_count);
	chart_axis_title(page, chart->y.title, page->left, page->right - page->left, DRAW_START);
	page->y += chart_pins_height(page, &m->plot, chart->pin, chart->pin_count, m->words) + 11 * page->zoom;
	m->plot.y = page->y;
}

static void draw_lines(struct making *m)
{
	struct page *page = m->page;
	const struct chart_lines *chart = m->chart;
	chart_grid_y(page, &m->plot);
	chart_draw_pins(page, &m->plot, chart->pin, chart->pin_count, m->words);
	page->y = m->plot.y + m->plot.height + chart_axis_x(page, &m->plot, true);
	chart_draw_series(page, &m->plot, chart->series, chart->series_count, chart->first, chart->step);
	chart_axis_title(page, chart->x.title, m->plot.x, m->plot.width, DRAW_END);
}

void chart_lines(struct draw *draw, const struct chart_look *look, const struct chart_lines *chart)
{
	struct name name[LABELS_MOST];
	struct page page = chart_open(draw, look, &chart->words);
	struct making m = { .page = &page, .chart = chart };
	struct range data = data_range(chart);
	if (data.low > data.high) {
		chart_no_data(&page);
		chart_close(&page, &chart->words);
		return;
	}
	lay_out(&m);
	if (m.beside == 0 && chart->series_count > 0 && chart->series[0].label) {
		chart_legend(&page, chart->series, chart->series_count);
		page.y += 4 * page.zoom;
	}
	place_plot(&m);
	draw_lines(&m);
	int names = m.beside > 0 ? collect_names(&m, name) : 0;
	spread_names(&m, name, names);
	for (int i = 0; i < names; i++)
		put_name(&m, &name[i]);
	if (!m.words)
		chart_list_pins(&page, chart->pin, chart->pin_count, m.plot.x_low, m.plot.x_high);
	chart_close(&page, &chart->words);
}
