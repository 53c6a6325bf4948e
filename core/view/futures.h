// Other futures: the same plan under other seeds, run in a thread of its own while the window goes on. The caller says
// how a run is made and lives a week; what comes out are rows of measures, and bands between them.
#ifndef FUTURES_H
#define FUTURES_H

#include "sim/sim.h"

struct futures;

struct futures_way {          // all is called in the thread, one run after another
	void *with;
	// The sim of run 0, 1, … at week 0, under a seed of its own; NULL and err when that cannot be.
	struct sim *(*begin)(void *with, int run, struct err *err);
	bool (*week)(void *with, struct sim *sim, struct err *err);   // one week; false and err when it cannot go on
	void (*end)(void *with, struct sim *sim);                     // takes the sim back
};

// Starts `runs` runs of `weeks` weeks, each row of `measures` values (config_measure_count), the first of week 0. NULL
// and err without memory or thread. `way` is copied; what it points to must live until futures_stop.
struct futures *futures_start(const struct futures_way *way, int runs, int weeks, int measures, struct err *err);
void futures_stop(struct futures *futures);  // cancels, waits for the week at work, frees; NULL is fine

int futures_done(const struct futures *futures);                       // runs that are complete
const struct err *futures_error(const struct futures *futures);        // why it ended early, or NULL
const double *futures_rows(const struct futures *futures, int run);    // (weeks + 1) × measures, of a complete run, graphs_smooth-ed

// Lowest and highest between which the middle `inside` of `of` complete runs lie, week by week and measure by measure:
// 15 of 20 leaves out the two at each end. Rows as above, for graphs_band. False when there are none, or without memory.
// Takes some milliseconds a year: call it when the last run is done, not every frame.
bool futures_bands(const struct futures *futures, int inside, int of, double *low, double *high);

#endif
