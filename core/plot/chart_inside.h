// What the charts share: a page that is filled from top to bottom, text that fits, a plot with scales.
#ifndef CHART_INSIDE_H
#define CHART_INSIDE_H

#include "plot/chart.h"

// Room kept beside every measured text, for a reader whose SVG falls back to a wider font.
#define CHART_SLACK 1.06f

// ---- the page (chart_page.c)

struct page {
	struct draw *draw;
	const struct chart_look *look;
	const struct theme *theme;
	bool phone;              // narrow: labels stand above and below instead of beside
	float zoom;
	float left, right;       // of what is drawn
	float y;                 // how far the page is filled
	float text, small;       // sizes
};

struct page chart_open(struct draw *draw, const struct chart_look *look, const struct chart_words *words);
void chart_close(struct page *page, const struct chart_words *words);  // the note, and the height
void chart_no_data(struct page *page);

struct style {
	float size;
	enum font_weight weight;
	uint32_t colour;
	enum draw_anchor anchor;
	bool upright;
};

struct style chart_text(const struct page *page);   // the page's usual text
struct style chart_small(const struct page *page);  // quiet and small
struct style chart_bold(const struct page *page);
struct style chart_anchored(struct style style, enum draw_anchor anchor);

float chart_width(const struct page *page, const char *text, int length, struct style style);  // with slack
float chart_line_height(struct style style);
// The text with its top at `top`; length −1: all.
void chart_put(struct page *page, const char *text, int length, float x, float top, struct style style);
// As much of it as fits, with "…" for the rest.
void chart_put_fitting(struct page *page, const char *text, float x, float top, float width, struct style style);
// In lines no wider than `width`, at most `most` (0: any number). Returns the height; `page->draw` NULL
// only measures.
float chart_wrap(struct page *page, const char *text, float x, float top, float width, int most, struct style style);
// The width of the widest line when wrapped so.
float chart_wrapped_width(struct page *page, const char *text, float width, struct style style);

// ---- a plot: a box with scales (chart_plot.c)

struct plot {
	float x, y, width, height;
	double x_low, x_high, y_low, y_high;
	struct ticks x_ticks, y_ticks;
};

bool chart_is_value(double value);  // known, and not beyond what is drawn
float chart_x(const struct plot *plot, double value);
float chart_y(const struct plot *plot, double value);

struct range {
	double low, high;  // low > high: nothing known
};
struct range chart_range(void);                                   // empty
void chart_range_add(struct range *range, double value);
void chart_range_series(struct range *range, const struct chart_series *series);
// What the axis must show; never empty of length.
struct range chart_axis_range(struct range data, const struct chart_axis *axis);
struct ticks chart_ticks(const struct range *range, const struct chart_axis *axis, int most);

float chart_ticks_width(struct page *page, const struct ticks *ticks, struct style style);  // of the widest label
void chart_grid_y(struct page *page, const struct plot *plot);    // lines and labels at the left
float chart_crisp(float at);  // a line of one px lies on whole pixels
float chart_axis_x(struct page *page, const struct plot *plot, bool labels);  // ticks below; returns the height
// As many marks as have room for their labels in `width`.
struct ticks chart_fitting_ticks(struct page *page, const struct range *range, const struct chart_axis *axis, float width);
void chart_axis_title(struct page *page, const char *title, float x, float width, enum draw_anchor anchor);

// ---- lines (chart_line.c)

struct ink {
	uint32_t colour;
	enum draw_dash dash;
	int marker;
};
struct ink chart_ink(const struct page *page, int series);
void chart_marker(struct page *page, float x, float y, float radius, struct ink ink);
void chart_draw_series(struct page *page, const struct plot *plot, const struct chart_series *series, int count,
                       double first, double step);
int chart_last_known(const struct chart_series *series);  // index, or −1
double chart_value_at(const struct chart_series *series, int i);
// Swatches with labels in rows; takes page->y down.
void chart_legend(struct page *page, const struct chart_series *series, int count);

// ---- pins (chart_pins.c)

// Height above the plot that the marks or words take.
float chart_pins_height(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count, bool words);
bool chart_pins_fit(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count);  // with their words
void chart_draw_pins(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count, bool words);
void chart_list_pins(struct page *page, const struct chart_pin *pin, int count, double from, double to);

// ---- charts that lie: a label, a plot row, words at the end (chart_rows.c)

struct rows {
	float label_width;     // 0: labels stand above their row
	float end_width;
	float label_height;    // above each row, when they stand there
	struct plot plot;      // y and height: all rows
};
struct row {
	const char *label;
	char end[4 * TICKS_LABEL_MAX];  // may be empty
};
// Lays out rows of `height` for `row_at(list, i)`.
struct rows chart_rows(struct page *page, const struct chart_axis *axis, struct range data, int count, float height,
                       struct row (*row_at)(const void *list, int i), const void *list);
// The middle of row i; its label and what stands at the end are put there.
float chart_row(struct page *page, const struct rows *rows, int i, float height, struct row row);
// Upright lines beside the rows, not through labels that stand above them: one, or one at each mark.
void chart_rows_line(struct page *page, const struct rows *rows, int count, float height, float x, uint32_t colour, float thick);
void chart_rows_grid(struct page *page, const struct rows *rows, int count, float height);
void chart_rows_end(struct page *page, const struct rows *rows, const struct chart_axis *axis);  // axis below

#endif
