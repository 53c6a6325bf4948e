// Runs all trials of an experiment with a number of threads: each takes the next one, the calling thread writes
// what they give to the store. Trials are interleaved, replicate by replicate, so that what there is of a batch that was
// broken off is balanced. Which trials are run does not depend on the number of threads, nor on which end first.
#ifndef RUNNER_H
#define RUNNER_H

#include "batch/store.h"

enum { RUNNER_JOBS_MAX = 256, RUNNER_BLOCK = 10 };  // until_precise looks after every block of replicates

struct runner_state {
	int64_t total;          // trials of this file; when precise, those that are decided on so far
	int64_t done, failed;   // of these, also from before
	int64_t now;            // ended since the start of this batch
	double seconds;         // since then
	bool stopping;          // trials that run are waited for
};

struct runner {
	const struct experiment *experiment;
	const struct results *results;
	const struct store_plan *plan;
	struct store *store;
	int jobs;
	const volatile int *stop;    // becomes nonzero: take no new trials
	void (*tell)(void *data, const struct runner_state *state);  // a few times a second
	void *data;
	struct runner_state state;   // filled
};

// Adds the first pending trials to a new store.
bool runner_plan(const struct experiment *experiment, const struct results *results, const struct store_plan *plan, struct store *store, struct err *err);

// Goes on until all is done, or stop. False and err when the store or memory fails: what is in the store stays.
bool runner_run(struct runner *runner, struct err *err);

// How many trials there are to begin with, and at most.
int64_t runner_trials(const struct results *results, const struct store_plan *plan, int64_t *most);

#endif
