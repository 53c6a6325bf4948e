// How far a command is, on stderr, once it takes longer than a second: a bar on a terminal, a line
// now and then elsewhere.
#ifndef CMD_PROGRESS_H
#define CMD_PROGRESS_H

#include "cmd_out.h"

struct cmd_progress {
	struct cmd_out out;
	bool wanted, bar, shown;
	double began_s, next_s;        // seconds of a steady clock
};

void cmd_progress_begin(struct cmd_progress *progress, enum lang lang, bool wanted);
bool cmd_progress_due(const struct cmd_progress *progress);  // time to show it (again)
// done: 0-1. what: where it is, in words. left_s: seconds to go; below zero: as the time so far tells.
void cmd_progress_show(struct cmd_progress *progress, double done, const char *what, double left_s);
void cmd_progress_end(struct cmd_progress *progress);  // wipes the bar

// "40 s", "12 min", "3 h 10 min", in the language.
enum { CMD_DURATION_MAX = 48 };
void cmd_duration(char out[CMD_DURATION_MAX], enum lang lang, double seconds);

#endif
