// Charts: plain data in, a drawing out. Every chart has a title that says what is to be seen, adapts to
// its width (360 px, a phone, and up), writes numbers as the language does, and can be read without
// colour. Its height follows from what it holds: draw->height.
//
// Texts are in the language of the look already. NaN is a value that is missing. Arrays are borrowed
// while drawing. Each function draws into an initialised, empty drawing; ask draw_ok afterwards.
#ifndef CHART_H
#define CHART_H

#include "plot/draw.h"
#include "plot/theme.h"
#include "plot/ticks.h"

enum { CHART_WIDTH_LEAST = 240, CHART_WIDTH_MOST = 4000 };

struct chart_look {
	const struct theme *theme;
	const struct font *font;
	enum lang lang;
	float width;        // px
	float zoom;         // of all letters and lines; 0 is 1
};

struct chart_words {
	const char *title;        // what is to be seen
	const char *subtitle;     // of what, when, under which seed
	const char *note;         // how to read it, where it comes from
	const char *description;  // for who cannot see it; NULL: the subtitle
};

struct chart_axis {
	enum ticks_kind kind;
	const char *title;    // with the unit: "Doorlooptijd (weken)"
	double low, high;     // what must be seen beside the data; equal: only the data
	double least;         // the range is at least this large, so that what hardly moves looks so
	int decimals;         // of a value written by itself
	int start_year;       // TICKS_WEEKS: the year of week 0
};

struct chart_series {
	const char *label;
	int count;
	int stride;                 // doubles from one value to the next; 0 is 1
	const double *value;
	const double *low, *high;   // a band around it; NULL: none
};

// A moment with words. Pins stand in the order of time.
struct chart_pin {
	double x;
	const char *mark;     // short: "1"
	const char *when;     // in the list of pins: "2024-W05"; may be NULL
	const char *text;
};

// Lines over one x axis.
struct chart_lines {
	struct chart_words words;
	struct chart_axis x, y;
	double first, step;   // x of value i: first + i × step; step 0 is 1
	int series_count;
	const struct chart_series *series;
	int pin_count;
	const struct chart_pin *pin;
};
void chart_lines(struct draw *draw, const struct chart_look *look, const struct chart_lines *chart);

// Small multiples: many panels that share the x axis and, if so wanted, the y axis.
struct chart_panel {
	const char *label;    // what it is
	const char *unit;     // "weken", below the label
	struct chart_axis y;
	int series_count;     // the first is the one whose last value is written
	const struct chart_series *series;
};
struct chart_panels {
	struct chart_words words;
	struct chart_axis x;
	double first, step;
	bool share_y;
	int panel_count;
	const struct chart_panel *panel;
	int pin_count;
	const struct chart_pin *pin;   // those without words are not in the list below
	int columns;                   // 0: as many as there is room for
	float plot_height;             // of each panel, px; 0: as usual
};
void chart_panels(struct draw *draw, const struct chart_look *look, const struct chart_panels *chart);

// Values with intervals: bars from zero, or dots with whiskers, which need no zero.
struct chart_bar {
	const char *label;
	double value, low, high;  // low and high NaN: no interval
};
struct chart_bars {
	struct chart_words words;
	struct chart_axis axis;
	bool dots;
	const char *interval;     // what the whisker is, for the legend: "90 % van 200 toekomsten"; may be NULL
	int count;
	const struct chart_bar *bar;
};
void chart_bars(struct draw *draw, const struct chart_look *look, const struct chart_bars *chart);

// What moves the result most: per setting the result at its low and its high value, around the result
// as it is. The largest range comes first.
struct chart_swing {
	const char *label;
	double low, high;              // results
	const char *low_at, *high_at;  // the settings: "0,2"
};
struct chart_tornado {
	struct chart_words words;
	struct chart_axis axis;
	double centre;
	int count;
	const struct chart_swing *swing;
};
void chart_tornado(struct draw *draw, const struct chart_look *look, const struct chart_tornado *chart);

// A table in colours.
struct chart_heat {
	struct chart_words words;
	struct chart_axis axis;        // of the colours; its title heads the legend
	bool split;                    // colours go two ways from `centre`
	double centre;
	const char *row_title, *column_title;
	int rows, columns;
	const char *const *row;        // labels
	const char *const *column;
	const double *value;           // rows × columns
};
void chart_heat(struct draw *draw, const struct chart_look *look, const struct chart_heat *chart);

// Distributions as dots, each an equal share of the futures: 20 dots are counted in a glance.
struct chart_futures {
	const char *label;
	int count;
	const double *value;           // in any order
};
struct chart_quantiles {
	struct chart_words words;
	struct chart_axis axis;
	int dots;                      // 0 is 20, at most 100
	double mark;                   // NaN: none; else dots at or above it are counted
	const char *mark_label;        // "80 %: de norm"
	int count;
	const struct chart_futures *futures;
};
void chart_quantiles(struct draw *draw, const struct chart_look *look, const struct chart_quantiles *chart);

#endif
