// The graphs beside the stage: measures over time as small multiples on one time axis, the plan as pins, another run
// with the same seed as a ghost line, and bands of other futures. The drawing is kept until something changes.
//
//	struct graphs *graphs = graphs_create(&config, &err);
//	graphs_take(graphs, sim);                    // after each week, and after going back
//	graphs_draw(graphs, &draw, &look, x, y, width, height);
#ifndef GRAPHS_H
#define GRAPHS_H

#include "plot/draw.h"
#include "plot/theme.h"
#include "sim/sim.h"

struct graphs;

enum { GRAPHS_PANELS = 8 };

// The config must live and stay as it is as long as the graphs. Starts with main measures. NULL and err without memory.
struct graphs *graphs_create(const struct config *config, struct err *err);
void graphs_destroy(struct graphs *graphs);  // NULL is fine

// Notes the week; what was noted of later weeks is forgotten. Weeks before the start are passed over.
void graphs_take(struct graphs *graphs, const struct sim *sim);

// Which measures are shown, at most GRAPHS_PANELS; ids as config_measure.
void graphs_choose(struct graphs *graphs, const int *measure, int count);

// What is noted: rows of config_measure_count values, the first of week 0; NaN where nothing is known. Borrowed, until the next take.
const double *graphs_rows(const struct graphs *graphs, int *weeks);

// Another run, in rows as those of graphs_rows. It is copied; NULL: none any more. `label` is what it is called in both
// languages. False and err without memory: then there is none.
bool graphs_ghost(struct graphs *graphs, const double *rows, int weeks, struct text label, struct err *err);

// Rows as they are shown: what is of one week becomes the mean of the last quarter. In place.
void graphs_smooth(const struct config *config, double *rows, int weeks);

// Bands of other futures, lowest and highest in rows that were smoothed (futures_bands); as above.
bool graphs_band(struct graphs *graphs, const double *low, const double *high, int weeks, struct text label, struct err *err);

// What marks a plan entry, in graphs as in the list of the plan: 1 … 9, a … z, then *.
char graphs_mark(int entry);

struct graphs_look {
	const struct theme *theme;
	const struct font *font;
	enum lang lang;
	float zoom;             // of letters and lines, at most: what does not fit is set smaller; 0 is 1
};

// Fills the box; costs little as long as nothing has changed. Less than 240 px wide it draws nothing. Fails without memory (draw_ok).
void graphs_draw(struct graphs *graphs, struct draw *draw, const struct graphs_look *look, float x, float y, float width, float height);

#endif
