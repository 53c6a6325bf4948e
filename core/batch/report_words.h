// Words and numbers of a report, as each language writes them.
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "batch/report.h"
#include "plot/ticks.h"

enum { REPORT_NAME_MAX = 200, REPORT_NUMBER_MAX = 2 * TEXT_NUMBER_MAX, REPORT_SPAN_MAX = 3 * REPORT_NUMBER_MAX };

const char *report_text(const struct words *words, enum lang lang);  // in the other language when need be; never NULL

// At most `most` characters, with "…" for the rest; whole characters only.
void report_cut(char *out, size_t size, const char *text, int most);

void report_row_name(char out[REPORT_NAME_MAX], const struct report *report, int row, enum lang lang);  // short enough for a chart
void report_outcome_name(char out[REPORT_NAME_MAX], const struct results_outcome *outcome, enum lang lang);
void report_factor_name(char out[REPORT_NAME_MAX], const struct results *results, int index, enum lang lang);  // short
void report_factor_value(char out[REPORT_NAME_MAX], const struct results_factor *factor, double value, enum lang lang);

enum ticks_kind report_kind(const struct results_outcome *outcome);   // how a chart writes it
double report_scale(const struct results_outcome *outcome);           // of values in such a chart
int report_decimals(const struct results_outcome *outcome);
struct text report_unit(const struct results_outcome *outcome);       // of the axis; "" when there is nothing to say

// "67,9 %", "12,3 weken", "0,62"; of a difference: "+3,2 procentpunt".
void report_value(char out[REPORT_NUMBER_MAX], const struct results_outcome *outcome, double value, enum lang lang);
void report_difference(char out[REPORT_NUMBER_MAX], const struct results_outcome *outcome, double value, double reach, enum lang lang);
// "+0,05 (+0,02 tot +0,08)"
void report_difference_span(char out[REPORT_SPAN_MAX], const struct results_outcome *outcome, double value, struct stats_interval span, enum lang lang);

void report_euro(char out[REPORT_NUMBER_MAX], double value, bool sign, enum lang lang);   // three digits that count
void report_hours(char out[REPORT_NUMBER_MAX], double value, bool sign, enum lang lang);

struct text report_direction_words(int direction);
struct text report_verdict_words(enum report_verdict verdict);
const char *report_verdict_mark(enum report_verdict verdict);
struct text report_design_words(const struct results *results);

#endif
