// Which factors an outcome hangs on, from the two designs made for that question.
//
// Morris (RESULTS_MORRIS): the elementary effect of a factor in a trajectory is the change of the outcome at its step,
// per whole range of the factor (from min to max; of words from the first level to the last). Over the trajectories:
//   star  mean of their absolute values: how much the factor does, whichever way (Campolongo et al. 2007)
//   mean  how much and which way;  sd: how much that differs from place to place: bends, or other factors' say in it
// Sobol (RESULTS_SOBOL): shares of the outcome's variance over the whole of the factors' space.
//   first  what goes away when this factor is known: alone        (Saltelli et al. 2010, the outcome centred)
//   total  what stays when only this factor is unknown: with all it does together with others (Jansen 1999)
//
// The outcome of a point is the mean of its replicates. Every point has the same seeds, so what a seed does to all points
// alike disturbs nothing; `noise` is what is left of chance, as a share of the variance between points. Intervals are of
// 95 %, by drawing whole trajectories or bases again (2,000 times), percentiles widened for small numbers (Hesterberg
// 2015). The draws are addressed: the same results give the same intervals.
#ifndef SENSITIVITY_H
#define SENSITIVITY_H

#include "batch/results.h"
#include "batch/stats.h"

struct sensitivity_index {
	double value;                     // NaN when the outcome does not vary
	struct stats_interval interval;
};

struct sensitivity_row {
	int factor;                                  // index in results.factor
	struct sensitivity_index star, mean, sd;     // Morris, in the outcome's unit
	struct sensitivity_index first, total;       // Sobol, shares
};

struct sensitivity {
	enum results_design design;       // RESULTS_MORRIS or RESULTS_SOBOL
	int outcome, named;               // indices in results; named −1: none
	int used, left_out;               // trajectories or bases; left out: some point of it has no number
	int replicates;                   // of the point with most
	double average, sd;               // over the points used (Sobol: A and B, the sample of the space)
	double noise;                     // 0 … 1; NaN with one replicate
	struct sensitivity_index together;  // Sobol: share of variance that no factor has alone, 1 − Σ first
	int count;
	struct sensitivity_row *row;      // [factor_count], the most important first (by star or total); owned
};

// Of one of results.named, or −1 in an experiment without them. False and err when the design is another, its points
// are not laid out as points.h says, fewer than two trajectories or bases are complete, or without memory.
bool sensitivity_make(const struct results *results, int outcome, int named, struct sensitivity *out, struct err *err);
void sensitivity_clear(struct sensitivity *sensitivity);

#endif
