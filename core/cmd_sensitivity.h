// Which factors an outcome hangs on, on a terminal.
#ifndef CMD_SENSITIVITY_H
#define CMD_SENSITIVITY_H

#include "batch/sensitivity.h"
#include "cmd_outcome.h"

// One outcome of one design: heading, words, a table with bars.
bool cmd_sensitivity_print(const struct cmd_out *out, const struct results *results, const struct sensitivity *sensitivity, struct err *err);

void cmd_sensitivity_notes(const struct cmd_out *out, const struct results *results);  // what the columns are, and the factors

#endif
