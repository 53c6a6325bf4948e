// A study: the same seeds live through several arms, on all threads, and each run leaves some numbers. What hangs on
// nothing but configs and seeds: the same bits at any number of threads.
#ifndef STUDY_H
#define STUDY_H

#include "sim/sim.h"

struct study {
	int arms, seeds, looks;           // runs are arms × seeds, and each leaves `looks` numbers
	const struct config *arm;         // [arms]; their seed is not looked at
	void (*live)(const struct study *study, int arm, const struct config *config, double *out);  // one run; reads only what is shared
	const void *context;              // of the caller, for `live`
	double *value;                    // [arm][seed][look], owned: study_clear
};

// All runs. The programmer's fault when there is no memory: this is for tests and tools.
void study_run(struct study *study);
void study_clear(struct study *study);
double study_value(const struct study *study, int arm, int seed, int look);

// A mean of differences: each the weighted sum of arms of one seed. weight: [arms].
struct study_effect {
	double mean, half;    // the 95 % interval is mean ± half, by Student's t
	double sd;            // of the differences between seeds
	double size;          // mean ÷ the sd between seeds of the first arm: Glass's Δ
	int count;
};
struct study_effect study_compare(const struct study *study, const double *weight, int look);

// The mean and the sd between seeds of one arm.
struct study_effect study_arm(const struct study *study, int arm, int look);

// The mean of a measure over weeks from … to; weeks in which there is none do not count. Runs the sim up to `to`.
double study_mean(struct sim *sim, int unit, int measure, int from, int to);

// An arm that is the base but for what is set: its departments are the base's, its plan is its own and empty.
void study_derive(struct config *arm, const struct config *base);
void study_set(struct config *arm, int param, double value);        // in the first week, everywhere
void study_teach(struct config *arm, const struct programme *what);  // starts in the first week, for everybody
void study_derived_clear(struct config *arm);

int study_seeds(int usual);  // STOEPRAND_RUNS, or the usual number
int study_threads(void);     // STOEPRAND_THREADS, or the machine's processors

#endif
