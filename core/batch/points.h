// Where an experiment looks: rows in the unit cube for the designs that are drawn or computed. The same
// size, factors and seed give the same rows on any machine, and a larger size of Sobol or Morris begins
// with the rows of the smaller one.
//
// RESULTS_LHS     size rows. Each factor's range is cut in `size` strata; every stratum has one row, at a
//                 random place in it, in an order of its own (McKay, Beckman and Conover 1979).
// RESULTS_SOBOL   size × (factors + 2) rows, for sensitivity indices (Saltelli et al. 2010, radial layout).
//                 For base j = 0 … size − 1 these rows follow each other: A_j, B_j, and for every factor i
//                 A_B^i_j, which is A_j with factor i from B_j. A and B are the first and the second half of
//                 one Sobol sequence of 2 × factors dimensions, its first point (the origin) left out. These
//                 points are fixed: the seed plays no part. A power of two is the best size.
// RESULTS_MORRIS  size × (factors + 1) rows: `size` trajectories on the levels 0, 1/3, 2/3, 1. A trajectory
//                 starts at a random level of every factor and moves each factor once, in a random order, by
//                 2/3 to the only level that far away (Morris 1991, p = 4).
// The other designs are the author's own list and have no rows here.
#ifndef POINTS_H
#define POINTS_H

#include "batch/results.h"

enum {
	POINTS_SOBOL_FACTORS_MAX = 20,   // GSL knows Sobol's sequence to 40 dimensions
	POINTS_MAX = 10000000,           // rows
	POINTS_MORRIS_LEVELS = 4,
};

struct points {
	int count, factors;
	double *x;   // [count][factors], from 0 to 1, both included; owned
};

// False and err when the design has no room for so many factors or rows, or without memory.
// size and factors are at least 1.
bool points_make(enum results_design design, int size, int factors, uint64_t seed, struct points *out, struct err *err);
void points_clear(struct points *points);

int points_rows(enum results_design design, int size, int factors);  // that points_make gives; −1: more than POINTS_MAX
const char *points_name(enum results_design design);                 // "lhs", "one_at_a_time", as in experiments

// A factor's value at u of 0 … 1: linear over a range; of whole numbers and levels each has an equal stretch.
// Of a range it is the number itself, of levels (numbers too) the index in factor.level.
double points_value(const struct results_factor *factor, double u);

#endif
