// How far a run is, on stderr, once it takes longer than a second: a bar on a terminal, a line
// now and then elsewhere.
#ifndef CMD_PROGRESS_H
#define CMD_PROGRESS_H

#include "cmd_out.h"

struct cmd_progress {
	struct cmd_out out;
	bool wanted, bar, shown;
	int start_year, first, last;   // weeks
	double began_s, next_s;        // seconds of a steady clock
};

void cmd_progress_begin(struct cmd_progress *progress, enum lang lang, bool wanted, int start_year,
                        int first, int last);
void cmd_progress_week(struct cmd_progress *progress, int week);
void cmd_progress_end(struct cmd_progress *progress);  // wipes the bar

#endif
