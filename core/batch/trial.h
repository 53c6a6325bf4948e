// One trial: an alternative with one seed, run from beginning to end, with all that is stored of it.
#ifndef TRIAL_H
#define TRIAL_H

#include "batch/results.h"
#include "script/experiment.h"

enum trial_state { TRIAL_PENDING, TRIAL_DONE, TRIAL_FAILED };

struct trial {
	int point, replicate;
	uint64_t seed;
	enum trial_state state;
	uint64_t digest;
	double seconds, started_s;      // how long it took; when it began, seconds since 1970
	double cost_euro, cost_hours;   // NaN when it failed
	double *value;                  // [outcomes]; owned
	int path_count, path_room;      // weeks of which something is in the path
	int *path_week;                 // [path_count]; owned
	double *path_value;             // [path_count][outcomes], NaN where an outcome has none; owned
	char *message[LANG_COUNT];      // why it failed; owned
	struct trial *next;             // of a queue
};

struct trial *trial_create(int outcomes);  // NULL without memory
void trial_destroy(struct trial *trial);   // NULL is fine

// What runs trials one after another in a thread: it keeps a scenario's functions between trials.
struct trial_worker;
struct trial_worker *trial_worker_create(const struct experiment *experiment, const struct results *results);  // NULL without memory
void trial_worker_destroy(struct trial_worker *worker);

// Runs it; what goes wrong is in the trial. False without memory: that says nothing of the trial.
bool trial_run(struct trial_worker *worker, struct trial *trial);

#endif
