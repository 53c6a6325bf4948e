// A scenario without each of its mechanisms: what is asked, run and told.
#ifndef CMD_ABLATE_H
#define CMD_ABLATE_H

#include "cmd_compare.h"
#include "cmd_progress.h"
#include "file.h"
#include "script/experiment.h"

struct cmd_ablate {
	const struct cmd_out *out;
	const struct cmd_args *args;
	char scenario[FILE_PATH_MAX];    // where it is
	char folder[FILE_PATH_MAX];      // of the store when nobody keeps it, or ""
	char path[FILE_PATH_MAX];        // of the store
	int replicates, years, jobs;     // years 0: as the scenario
	uint64_t seed;
	struct config config;
	struct experiment *experiment;
	struct cmd_progress progress;
	struct cmd_compare compare;
};

bool cmd_ablate_is_on(const struct cmd_ablate *ablate, int param);  // a mechanism that the scenario has on

// Builds the experiment, runs it and loads its results. False and err, also when it was stopped.
bool cmd_ablate_run(struct cmd_ablate *ablate, struct err *err);
void cmd_ablate_remove(struct cmd_ablate *ablate);  // the results that nobody keeps

bool cmd_ablate_print(const struct cmd_ablate *ablate, struct err *err);

#endif
