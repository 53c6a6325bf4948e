// What the parts of the page share: a stream into which all text goes escaped, in the language at hand.
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "batch/report_words.h"
#include "plot/chart.h"

struct report_page {
	FILE *stream;
	const struct report *report;
	const struct report_form *form;
	enum lang lang;
	struct err *err;
	bool failed;        // without memory; err says so
};

void report_memory(struct report_page *page);                       // there was none

void report_tag(struct report_page *page, const char *markup);      // as it is: never text from outside
void report_put(struct report_page *page, const char *text);        // escaped; what is not UTF-8 becomes U+FFFD
// Both formats take the same arguments in the same order; what comes out is escaped.
void report_say(struct report_page *page, const char *nl, const char *en, ...)
	__attribute__((format(printf, 2, 4), format(printf, 3, 4)));
void report_lines(struct report_page *page, const char *text);      // paragraphs, split at newlines
// The same in an element: report_in(page, "p", "…", "…").
void report_in(struct report_page *page, const char *element, const char *nl, const char *en, ...)
	__attribute__((format(printf, 3, 5), format(printf, 4, 5)));
// "taken section": its heading and where links find it.
void report_section(struct report_page *page, const char *id, const char *nl, const char *en);

// The parts, in order.
void report_answer(struct report_page *page);
void report_alternatives(struct report_page *page);
void report_measures(struct report_page *page);
void report_failures(struct report_page *page);
void report_varied(struct report_page *page);
void report_costs(struct report_page *page);
void report_sureness(struct report_page *page);
void report_limits(struct report_page *page);
void report_again(struct report_page *page);

bool report_is_apart(const struct report *report);                  // designs have baselines of their own
void report_tell_apart(struct report_page *page, int outcome);      // then each beside its own
void report_tell_most(struct report_page *page, int outcome);       // what an outcome hangs on most; silent when that is not known

// Charts: each drawn for a desk and for a phone, as figures.
void report_chart_beside(struct report_page *page, int outcome);    // differences from the reference, or means of a single row
void report_chart_luck(struct report_page *page, int outcome);      // twenty dots a row, or one a future
void report_chart_costs(struct report_page *page);
void report_chart_bars(struct report_page *page, const struct chart_bars *chart);
void report_chart_tornado(struct report_page *page, const struct chart_tornado *chart);
bool report_chart_heat(struct report_page *page, int outcome);      // false: nothing to lay out in a table

#endif
