// All trials of a results file as CSV, a row a trial: what does not hang on the machine or the moment.
#ifndef CMD_ROWS_H
#define CMD_ROWS_H

#include "batch/store.h"

// path "-" is stdout. False and err when it cannot be written.
bool cmd_rows_write(struct store *store, const char *path, struct err *err);

#endif
