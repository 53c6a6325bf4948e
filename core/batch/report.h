// What an experiment gave, told to people who decide: the facts that every form of the report shares.
// Alternatives stand in rows and outcomes in columns; each is compared with the baseline, future by
// future under the same luck. The numbers come from compare; what is said of them follows from its verdicts.
#ifndef REPORT_H
#define REPORT_H

#include "batch/compare.h"
#include "plot/font.h"

#include <stdio.h>

// Beside the reference. Only what survives the correction for many comparisons is more than REPORT_OPEN.
enum report_verdict {
	REPORT_UNKNOWN,            // nothing to compare
	REPORT_OPEN,               // luck may explain it
	REPORT_SMALL,              // whatever it is, it is smaller than what matters
	REPORT_BETTER, REPORT_WORSE,
	REPORT_MORE, REPORT_LESS,  // of what is neither good nor bad by itself
};

struct report_row {
	const struct words *name, *why;  // of the design; NULL where there is none
	int design;                      // in results.named, or −1
	int first, count;                // its points, in report.member
	long planned, failed;            // trials; of the failures those that the results name
	struct stats_mean euro, hours;   // spent on change over the run
	struct stats_paired more_euro, more_hours;  // than the reference; no pairs for the reference itself
};

struct report {
	const struct results *results;  // as stored, borrowed
	const struct results *rows;     // the same with one point a row and one replicate a future
	bool sampled;                   // settings were drawn: a future is one draw of settings; else it is one replicate
	bool by_design;                 // a row is a design at all values of the factors; else it is one point
	bool has_baseline;              // the reference is what the experiment calls its baseline; else it is just the first row
	int reference;                  // row
	int row_count, futures, main_count;
	struct report_row *row;
	int *member;                    // points of results, row by row
	int *main;                      // outcomes that come first; main[0] leads
	struct compare *compare;        // [outcome], over rows
	struct results folded;          // what rows points at when it is not the results: owns its numbers only
};

// False and err when there is nothing to report, or without memory. Clear it in either case.
bool report_init(struct report *report, const struct results *results, struct err *err);
void report_clear(struct report *report);

const struct stats_mean *report_own(const struct report *report, int row, int outcome);
const struct compare_row *report_beside(const struct report *report, int row, int outcome);  // NULL for the reference
enum report_verdict report_verdict(const struct report *report, int row, int outcome);
int report_direction(const struct report *report, int outcome);  // +1 more is better, −1 less is better, 0 neither

bool report_known(const struct report *report, int outcome);     // some row has a number
bool report_differs(const struct stats_paired *paired);          // its interval does not hold zero

// Pairs in which the row is better than the other (or, where nothing is good or bad, higher).
int report_wins(const struct report *report, int outcome, const struct stats_paired *paired);
// The row with the best mean, `beside` left out; −1 when none is known or nothing is good or bad of it.
int report_best(const struct report *report, int outcome, int beside);
struct stats_paired report_against(const struct report *report, int row, int other, int outcome);
// What so much of a row's numbers is not known: trials of the main outcomes without a number, beside those that failed.
long report_withheld(const struct report *report, int row, int outcome);

struct report_form {
	enum lang lang;         // that comes first, or alone
	bool both;              // languages
	bool dutch;             // CSV with semicolons and decimal commas
	const struct font *font;
	const char *version;    // of the program that writes the report
	const char *command;    // with which it was asked
};

// One page that needs no other file. False and err without memory; look at the stream for what was not written.
bool report_html(FILE *stream, const struct report *report, const struct report_form *form, struct err *err);
// A workbook. Its bytes pass through a file in the folder for temporary files.
bool report_xlsx(FILE *stream, const struct report *report, const struct report_form *form, struct err *err);

// Tables, tidy: a row for each point, replicate and outcome; a row for each point; a row for each outcome.
enum report_table { REPORT_VALUES, REPORT_POINTS, REPORT_OUTCOMES, REPORT_TABLES };
const char *report_csv_name(enum report_table table);  // of its file
void report_csv(FILE *stream, enum report_table table, const struct report *report, const struct report_form *form);

#endif
