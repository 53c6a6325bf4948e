// What the files of `batch` share: one batch, from what was asked to the store that it fills.
#ifndef CMD_BATCH_H
#define CMD_BATCH_H

#include "cmd.h"
#include "cmd_progress.h"

#include "batch/store.h"

struct cmd_batch {
	const struct cmd_out *out;
	const struct cmd_args *args;
	const char *name, *out_path, *csv_path;
	bool resume, quiet;
	struct experiment *experiment;
	struct results results;      // the alternatives, without numbers
	struct store_plan plan;
	struct store *store;
	struct cmd_progress progress;
};

// Each fills experiment, results and plan. False and err when it cannot be.
bool cmd_batch_read(struct cmd_batch *batch, struct err *err);    // the experiment that was named
bool cmd_batch_reopen(struct cmd_batch *batch, const char *path, bool compare, struct err *err);  // and the store: of a results file
bool cmd_batch_merge(struct cmd_batch *batch, struct err *err);   // and the store: of several

bool cmd_batch_create(struct cmd_batch *batch, const char *version, struct err *err);  // the store, with its first trials

#endif
