// The answer of an experiment whose designs have baselines of their own (a pool at a tenth of complex work beside
// the line at a tenth): one best of all would compare worlds, so each is told beside its own.
#include "batch/report_page.h"

#include <math.h>

enum { ROWS_MOST = 20 };

bool report_is_apart(const struct report *report)
{
	if (!report->has_baseline || report->sampled || report->row_count < 2)
		return false;
	for (int row = 0; row < report->row_count; row++) {
		int named = report->rows->point[row].named, own = named >= 0 ? report->results->named[named].baseline - 1 : -1;
		if (own >= 0 && own != report->rows->point[report->reference].named)
			return true;
	}
	return false;
}

static struct text verdict_words(const struct compare *compare, const struct compare_row *row, int direction)
{
	enum compare_verdict verdict = compare_verdict(compare, row);
	bool up = verdict == COMPARE_CLEAR_UP;
	if (verdict == COMPARE_UNKNOWN)
		return (struct text){ "nog geen twee toekomsten om te vergelijken", "no two futures yet to compare" };
	if (verdict == COMPARE_SAME)
		return (struct text){ "precies gelijk", "exactly the same" };
	if (verdict == COMPARE_SMALL)
		return (struct text){ "geen verschil dat ertoe doet", "no difference that matters" };
	if (verdict == COMPARE_OPEN && report_differs(&row->difference))
		return (struct text){ "bij zo veel vergelijkingen kan dat toeval zijn", "with so many comparisons that may be luck" };
	if (verdict == COMPARE_OPEN)
		return (struct text){ "dat kan toeval zijn", "that may be luck" };
	if (direction == 0)
		return up ? (struct text){ "hoger", "higher" } : (struct text){ "lager", "lower" };
	return up == (direction > 0) ? (struct text){ "beter", "better" } : (struct text){ "slechter", "worse" };
}

static void put_row(struct report_page *page, const struct compare *compare, const struct compare_row *row)
{
	const struct report *report = page->report;
	char name[REPORT_NAME_MAX], from[REPORT_NAME_MAX], span[REPORT_SPAN_MAX];
	struct text words = verdict_words(compare, row, report_direction(report, compare->outcome));
	report_row_name(name, report, row->point, page->lang);
	report_row_name(from, report, row->baseline, page->lang);
	report_tag(page, "<li>");
	if (isnan(row->difference.interval.low)) {
		report_say(page, "‘%s’ naast ‘%s’: %s.", "‘%s’ beside ‘%s’: %s.", name, from, text_in(words, page->lang));
	} else {
		report_difference_span(span, &report->results->outcome[compare->outcome], row->difference.mean, row->difference.interval, page->lang);
		report_say(page, "‘%s’ naast ‘%s’: %s; %s.", "‘%s’ beside ‘%s’: %s; %s.", name, from, span, text_in(words, page->lang));
	}
	report_tag(page, "</li>\n");
}

void report_tell_apart(struct report_page *page, int outcome)
{
	const struct report *report = page->report;
	struct results rows = *report->rows;
	struct compare compare;
	char name[REPORT_NAME_MAX];
	rows.factor_count = report->by_design ? 0 : rows.factor_count;  // a row of a design holds all values of the factors
	if (!compare_make(&rows, outcome, -1, NAN, &compare, page->err)) {
		page->failed = true;
		return;
	}
	report_outcome_name(name, &report->results->outcome[outcome], page->lang);
	report_in(page, "p", "Niet alle alternatieven hebben hetzelfde uitgangspunt. Op %s staat elk naast het zijne:",
	          "Not all alternatives have the same baseline. On %s each stands beside its own:", name);
	report_tag(page, "<ul>\n");
	for (int k = 0; k < compare.count && k < ROWS_MOST; k++)
		put_row(page, &compare, &compare.row[k]);
	report_tag(page, "</ul>\n");
	if (compare.count > ROWS_MOST)
		report_in(page, "p", "De andere %d noemt stoeprand compare.", "The other %d are told by stoeprand compare.", compare.count - ROWS_MOST);
	report_row_name(name, report, report->reference, page->lang);
	report_in(page, "p", "De tabellen en grafieken hieronder zetten alles naast ‘%s’: een verschil daarmee komt ook van wat er verder anders is. stoeprand compare geeft alle meetwaarden naast het eigen uitgangspunt.",
	          "The tables and charts below set all beside ‘%s’: a difference from that also comes from what else is different. stoeprand compare gives all measures beside their own baseline.", name);
	compare_clear(&compare);
}
