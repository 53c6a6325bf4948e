// Alternatives beside a baseline, on one outcome: the statistics that a table or a report shows.
#ifndef COMPARE_H
#define COMPARE_H

#include "batch/results.h"
#include "batch/stats.h"

struct compare_row {
	int point, baseline;                  // indices in results.point: this alternative, and what it stands beside
	struct stats_mean own;                // of this alternative by itself
	struct stats_paired difference;       // from the baseline, replicate by replicate; of results.independent stats_apart
	double p_holm;                        // difference.p corrected for all rows of this comparison
	struct stats_interval joint;          // intervals that hold for all rows together
	bool enough;                          // half of difference.interval is at most `matters`
	int needed;                           // pairs for that, in all; −1: over a milliard, or unknown
	double extra_euro, extra_hours;       // mean cost of change above the baseline's; NaN unknown
};

struct compare {
	int outcome;                          // index in results
	int baseline;                         // of all rows; −1: each its own
	bool paired;                          // the same seeds for all; else only means can be compared
	double matters;                       // the smallest difference that matters, in the outcome's unit
	bool matters_told;                    // by the experiment or the user; else compare_matters
	struct stats_mean base;               // the experiment's baseline by itself, or the one asked for
	int count;
	struct compare_row *row;              // all points but those that are a baseline, in their order; owned
};

// matters: NaN for the half-width the experiment was run to (of its precise outcome), else compare_matters.
// baseline: any point; −1: as the experiment has it, each alternative beside the baseline at the same values of the factors
// (results_baseline_of), which there must be. False and err without memory.
bool compare_make(const struct results *results, int outcome, int baseline, double matters, struct compare *out, struct err *err);
void compare_clear(struct compare *compare);

// A smallest difference that matters when nobody named one: a point (.01) of shares and attitudes, which is what the
// tables show; of other units a fiftieth of the baseline's mean.
double compare_matters(const struct results *results, int outcome, double base_mean);

// Which way an outcome is better; of many that is for the reader to say (how many people move), and of a
// scenario's own measures it is not known.
enum compare_direction { COMPARE_NEITHER, COMPARE_HIGHER, COMPARE_LOWER };
enum compare_direction compare_direction(const struct results_outcome *outcome);

// How sure a difference is, from the corrected p-value and the signs: the words of tables and reports hang on it.
enum compare_verdict {
	COMPARE_UNKNOWN,     // fewer than two pairs
	COMPARE_SAME,        // every pair the same
	COMPARE_CLEAR_UP,    // p_holm < .05, above the baseline
	COMPARE_CLEAR_DOWN,
	COMPARE_SMALL,       // not clear, and the whole interval is smaller than what matters
	COMPARE_OPEN,        // not clear, and it might matter: more replicates would tell
};
enum compare_verdict compare_verdict(const struct compare *compare, const struct compare_row *row);

#endif
