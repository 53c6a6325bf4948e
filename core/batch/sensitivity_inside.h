// What sensitivity.c gathers and sensitivity_index.c reckons with.
#ifndef SENSITIVITY_INSIDE_H
#define SENSITIVITY_INSIDE_H

#include "batch/sensitivity.h"

enum { SENSITIVITY_REPEATS = 2000, SENSITIVITY_INDICES = 3 };  // indices a factor: star, mean, sd or first, total, –
#define SENSITIVITY_ROUNDING 1e-13  // as in stats.c: a spread below this part of the values is none

// A unit is what is drawn again: a trajectory of factors + 1 points, or a base of factors + 2.
struct sensitivity_study {
	const struct results *results;
	enum results_design design;
	int outcome, factors;
	int each;           // points a unit
	int used;
	int *point;         // [units × each] index in results.point, the used ones first
	double *y;          // [units × each] mean of the replicates
	double *effect;     // [used × factors] Morris: elementary effects
	int *pick;          // [used] units drawn
	double *drawn;      // [SENSITIVITY_INDICES × factors + 1][SENSITIVITY_REPEATS]
};


// The indices and their intervals into out's rows, for which there is room; false and err without memory.
bool sensitivity_find(struct sensitivity_study *study, struct sensitivity *out, struct err *err);

#endif
