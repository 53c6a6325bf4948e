// Results of an experiment, made by hand: what a report and its statistics are tried on.
#ifndef MADE_H
#define MADE_H

#include "batch/results.h"

struct made {
	enum results_design design;
	int alternatives;      // designs with a name; the first is the baseline
	int levels;            // of a factor kerbs.room, 0: no factor
	int more_levels;       // of a factor demand.complex_share, 0: no second factor
	int replicates;
	bool no_baseline;
	int fail_each;         // every n-th trial failed; 0: none
	bool nothing;          // no trial was done
	const char *title, *name, *why;  // NULL: usual ones
};

// Fills empty results; fails the test without memory. Clear them with results_clear.
void made_results(struct results *results, const struct made *how);

#endif
