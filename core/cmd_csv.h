// The weekly measures as CSV: `week[,unit],<measure>…`, machine form, one row a week (and unit).
#ifndef CMD_CSV_H
#define CMD_CSV_H

#include "file.h"
#include "sim/sim.h"

struct cmd_csv {
	FILE *stream;              // NULL: no CSV is wanted
	bool units;
	struct file_writer file;   // when it is not stdout
	int error;                 // errno of a failed write to stdout
};

// path "-" is stdout, NULL is no CSV. False and err when the file cannot be written.
bool cmd_csv_begin(struct cmd_csv *csv, const struct config *config, const char *path, bool units, struct err *err);
bool cmd_csv_week(struct cmd_csv *csv, const struct sim *sim);  // false when it cannot be written
bool cmd_csv_end(struct cmd_csv *csv, struct err *err);         // complete, and under its name
void cmd_csv_abandon(struct cmd_csv *csv);

#endif
