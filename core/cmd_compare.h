// Alternatives beside a baseline on a terminal: in words, then in a table.
#ifndef CMD_COMPARE_H
#define CMD_COMPARE_H

#include "batch/compare.h"
#include "cmd_outcome.h"

// What is asked of an experiment.
struct cmd_compare {
	struct results results;
	struct cmd_outcomes outcomes;
	int baseline;      // −1: as the experiment has it
	double matters;    // NaN: not told
};

enum { CMD_COMPARE_WORDS_MAX = 8, CMD_COMPARE_ROWS_MAX = 40 };  // more alternatives are summed up; the table shows the extremes

// One outcome: heading, words, table and, when asked, the table for who reckons on. Rows may stand in any order.
bool cmd_compare_print(const struct cmd_out *out, const struct results *results, const struct compare *compare, bool details, struct err *err);

// The tables by themselves; head: what stands above the alternatives.
bool cmd_compare_table(const struct cmd_out *out, const struct results *results, const struct compare *compare, struct text head, bool details, struct err *err);
bool cmd_compare_csv(FILE *stream, const void *compare, struct err *err);  // of a struct cmd_compare, for cmd_outcome_csv

// One sentence about an alternative; judges: whether it says which side is the better one.
enum { CMD_COMPARE_SENTENCE_MAX = 1024 };
void cmd_compare_tell(char text[CMD_COMPARE_SENTENCE_MAX], const struct results *results, const struct compare *compare,
                      const struct compare_row *row, enum lang lang, bool judges);

#endif
