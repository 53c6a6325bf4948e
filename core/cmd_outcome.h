// What compare, sensitivity and ablate have in common: which outcomes of an experiment are asked, and how their
// numbers, differences and alternatives are called on a terminal.
#ifndef CMD_OUTCOME_H
#define CMD_OUTCOME_H

#include "batch/results.h"
#include "batch/stats.h"
#include "cmd_args.h"
#include "cmd_number.h"
#include "cmd_out.h"

enum { CMD_OUTCOME_NAME_MAX = 256, CMD_SPAN_MAX = 96 };  // a span fits a table's cell

// The experiment that the only word of the command names. False and err, with what to do, when there is none.
bool cmd_outcome_load(const struct cmd_args *args, const char *command, struct results *results, struct err *err);

// Those named by --measure (a key, or the name of a measure: then all of its units and windows), else the main ones but for what was spent.
struct cmd_outcomes {
	int count;    // told
	int all;      // in a CSV: without --measure the others too
	int *index;   // [all] owned
};
bool cmd_outcomes_choose(const struct results *results, const struct cmd_args *args, struct cmd_outcomes *out, struct err *err);
void cmd_outcomes_clear(struct cmd_outcomes *outcomes);

void cmd_outcomes_others(const struct cmd_out *out, const struct results *results, const struct cmd_outcomes *outcomes);  // names what is not told

// Title, scenario, how many alternatives and futures, and what failed.
void cmd_outcome_intro(const struct cmd_out *out, const struct results *results);
// "Vertrouwen inwoners (0–1, 2029-W01 t/m 2029-W52)"
void cmd_outcome_heading(const struct cmd_out *out, const struct results *results, int outcome);
void cmd_outcome_point(char name[CMD_OUTCOME_NAME_MAX], const struct results *results, int point, enum lang lang);
// The same in a table: of drawn points only "#12"; names that a table would cut begin with the alternative's number (from
// 1), when cmd_outcome_numbered.
bool cmd_outcome_numbered(const struct results *results);
void cmd_outcome_short(char name[CMD_OUTCOME_NAME_MAX], const struct results *results, int point, enum lang lang);

// Decimals with which numbers of this outcome are shown beside a half-width of this size: it keeps one digit, two below 3.
int cmd_outcome_decimals(const struct results_outcome *outcome, double half_width);
void cmd_outcome_number(char text[CMD_NUMBER_MAX], const struct results_outcome *outcome, enum lang lang, double value, int decimals, bool sign);
// "+0,02 tot +0,05"; in a table "+0,02 … +0,05"
void cmd_outcome_span(char text[CMD_SPAN_MAX], const struct results_outcome *outcome, enum lang lang, struct stats_interval span, int decimals, bool sign, bool in_table);
// What a difference is counted in: " procentpunt" of a share, " weken" of weeks, "" of an attitude.
const char *cmd_outcome_counted(const struct results_outcome *outcome, enum lang lang);

void cmd_outcome_share(char text[CMD_NUMBER_MAX], enum lang lang, double share);  // "84 %", "84%", "–"
void cmd_outcome_p(char text[CMD_NUMBER_MAX], enum lang lang, double p);          // "0,012", "<0,001"

// What `put` writes goes to the file, "-" to the output; NULL: nothing is written. False and err when that fails, or
// when the file is the experiment itself.
bool cmd_outcome_csv(const struct cmd_out *out, const char *path, const struct results *results,
                     bool (*put)(FILE *, const void *, struct err *), const void *data, struct err *err);
void cmd_outcome_quoted(FILE *stream, const char *text);  // labels and names may hold commas

#endif
