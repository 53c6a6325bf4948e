// Results of experiments made by hand: so many alternatives, replicates and outcomes, filled by a function.
#ifndef TRIALS_H
#define TRIALS_H

#include "batch/results.h"

// Points "base", "a1", "a2", … (the first is the baseline), outcomes trust, strain, staff, … in the order of `measures`,
// years and seed as usual; all values NaN. Fails the test without memory; the caller's to results_clear.
void trials_make(struct results *results, int points, int replicates, const char *const *measures, int outcomes);

void trials_factors(struct results *results, int count);  // ranges 0 … 1, "x1", "x2", …, all points at 0
// The points of a design as points_make gives them, over factors that are there; as points of `results`, room for values
// included, the outcome trust. No point is the baseline.
void trials_design(struct results *results, enum results_design design, int size, int factors, int replicates, uint64_t seed);

#endif
