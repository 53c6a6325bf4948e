// Alternatives side by side: what each changes, what each gives, and where each falls short.
#include "batch/report_page.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { CARDS_MOST = 12, TABLE_MOST = 60, BESIDE_MOST = 4, CHARTS_MOST = 8, MESSAGES_MOST = 5, LONG_FROM = 15 };

static void note_cut(struct report_page *page)
{
	int count = page->report->row_count;
	if (count > TABLE_MOST)
		report_in(page, "p class=\"quiet\"", "Hier staan de eerste %d van %d alternatieven; het werkboek heeft ze alle.",
		          "Here are the first %d of %d alternatives; the workbook has them all.", TABLE_MOST, count);
}

static int shown_rows(const struct report *report)
{
	return report->row_count < TABLE_MOST ? report->row_count : TABLE_MOST;
}

// ---- what each changes

static double value_at(const struct report *report, int row, int factor)
{
	return report->results->point[report->member[report->row[row].first]].value[factor];
}

static bool put_changes(struct report_page *page, int row)
{
	const struct report *report = page->report;
	const struct results *results = report->results;
	char name[REPORT_NAME_MAX], value[REPORT_NAME_MAX], base[REPORT_NAME_MAX];
	bool any = false;
	if (report->by_design || report->sampled)
		return false;
	for (int k = 0; k < results->factor_count; k++) {
		double own = value_at(report, row, k), other = value_at(report, report->reference, k);
		if (row != report->reference && (own == other || (isnan(own) && isnan(other))))
			continue;
		report_factor_name(name, results, k, page->lang);
		report_factor_value(value, &results->factor[k], own, page->lang);
		report_factor_value(base, &results->factor[k], other, page->lang);
		report_tag(page, any ? "<li>" : "<ul><li>");
		any = true;
		if (results->point[report->member[report->row[row].first]].set && !results->point[report->member[report->row[row].first]].set[k])
			report_say(page, "%s: zoals in het scenario", "%s: as in the scenario", name);
		else if (row == report->reference || isnan(other))
			report_say(page, "%s: %s", "%s: %s", name, value);
		else
			report_say(page, "%s: %s (was %s)", "%s: %s (was %s)", name, value, base);
		report_tag(page, "</li>\n");
	}
	report_tag(page, any ? "</ul>\n" : "");
	return any;
}

// What its design does, a line each.
static bool put_what(struct report_page *page, int row)
{
	const struct report *report = page->report;
	int named = report->results->point[report->member[report->row[row].first]].named;
	const char *at = named < 0 ? "" : report_text(&report->results->named[named].what, page->lang);
	if (!*at)
		return false;
	report_tag(page, "<ul>");
	while (*at) {
		char line[1024];
		size_t length = strcspn(at, "\n");
		snprintf(line, sizeof line, "%.*s", (int)length, at);
		report_in(page, "li", "%s", "%s", line);
		at += length + (at[length] == '\n');
	}
	report_tag(page, "</ul>\n");
	return true;
}

static void put_about(struct report_page *page, int row)
{
	const struct report *report = page->report;
	const char *why = report_text(report->row[row].why, page->lang);
	if (row == report->reference && report->row_count > 1)
		report_in(page, "p class=\"quiet\"", report->has_baseline ? "Het uitgangspunt: hiermee worden de andere vergeleken." : "De eerste: hiermee worden de andere vergeleken.",
		          report->has_baseline ? "The baseline: the others are compared with it." : "The first one: the others are compared with it.");
	report_lines(page, why);
	bool told = put_what(page, row), changed = put_changes(page, row);
	if (!told && !changed && !*why && row != report->reference)
		report_in(page, "p class=\"quiet\"", "Het experiment vertelt er niet bij wat hier anders gaat.", "The experiment does not tell what goes differently here.");
}

// The name as charts and tables have it; what they cut stands below it whole.
static void put_name(struct report_page *page, int row)
{
	char name[REPORT_NAME_MAX];
	const char *whole = report_text(page->report->row[row].name, page->lang);
	report_row_name(name, page->report, row, page->lang);
	report_in(page, "h3", "%s", "%s", name);
	if (strlen(whole) > strlen(name))
		report_in(page, "p class=\"quiet\"", "%s", "%s", whole);
}

void report_alternatives(struct report_page *page)
{
	const struct report *report = page->report;
	bool cards = report->row_count <= CARDS_MOST;
	report_section(page, "alternatives", "De alternatieven naast elkaar", "The alternatives side by side");
	if (report->sampled && !report->by_design) {
		report_in(page, "p", "Dit experiment vergelijkt geen alternatieven, maar zoekt uit welke instellingen ertoe doen: %d combinaties zijn geloot.",
		          "This experiment compares no alternatives; it looks for the settings that matter: %d combinations were drawn.", report->futures);
		return;
	}
	report_tag(page, cards ? report->row_count % 3 == 1 ? "<div class=\"cards two\">\n" : "<div class=\"cards\">\n" : "<div class=\"list\">\n");
	for (int row = 0; row < shown_rows(report); row++) {
		report_tag(page, "<div class=\"card\">");
		put_name(page, row);
		put_about(page, row);
		report_tag(page, "</div>\n");
	}
	report_tag(page, "</div>\n");
	note_cut(page);
	if (report->by_design)
		report_in(page, "p class=\"quiet\"", "De cijfers van een aanpak zijn gemiddeld over alles wat verder is gevarieerd; wat dat uitmaakt staat verderop.",
		          "The figures of a design are averaged over all else that was varied; what that does is told further on.");
}

// ---- the main measures

static void put_cell(struct report_page *page, int row, int outcome)
{
	const struct report *report = page->report;
	enum report_verdict verdict = report_verdict(report, row, outcome);
	static const char *const look[] = { [REPORT_UNKNOWN] = "", [REPORT_OPEN] = "open", [REPORT_SMALL] = "open", [REPORT_BETTER] = "better",
		[REPORT_WORSE] = "worse", [REPORT_MORE] = "other", [REPORT_LESS] = "other" };
	char value[REPORT_NUMBER_MAX];
	report_value(value, &report->results->outcome[outcome], report_own(report, row, outcome)->mean, page->lang);
	fprintf(page->stream, "<td class=\"number %s\">", look[verdict]);
	report_put(page, value);
	if (verdict != REPORT_UNKNOWN) {
		report_tag(page, " <span class=\"mark\" role=\"img\" aria-label=\"");
		report_put(page, text_in(report_verdict_words(verdict), page->lang));
		report_tag(page, "\">");
		report_put(page, report_verdict_mark(verdict));
		report_tag(page, "</span>");
	}
	report_tag(page, "</td>");
}

static void head_row(struct report_page *page, int row, const char *scope)
{
	char name[REPORT_NAME_MAX];
	report_row_name(name, page->report, row, page->lang);
	fprintf(page->stream, "<th scope=\"%s\">", scope);
	report_put(page, name);
	report_tag(page, "</th>");
}

static void head_outcome(struct report_page *page, int outcome, const char *scope)
{
	char name[REPORT_NAME_MAX];
	report_outcome_name(name, &page->report->results->outcome[outcome], page->lang);
	fprintf(page->stream, "<th scope=\"%s\">", scope);
	report_put(page, name);
	report_tag(page, "</th>");
}

static void put_few(struct report_page *page)
{
	const struct report *report = page->report;
	report_tag(page, "<thead><tr>");
	report_in(page, "th scope=\"col\"", "Meetwaarde", "Measure");
	for (int row = 0; row < report->row_count; row++)
		head_row(page, row, "col");
	report_tag(page, "</tr></thead>\n<tbody>\n");
	for (int i = 0; i < report->main_count; i++) {
		report_tag(page, "<tr>");
		head_outcome(page, report->main[i], "row");
		for (int row = 0; row < report->row_count; row++)
			put_cell(page, row, report->main[i]);
		report_tag(page, "</tr>\n");
	}
}

static void put_many(struct report_page *page)
{
	const struct report *report = page->report;
	report_tag(page, "<thead><tr>");
	report_in(page, "th scope=\"col\"", "Alternatief", "Alternative");
	for (int i = 0; i < report->main_count; i++)
		head_outcome(page, report->main[i], "col");
	report_tag(page, "</tr></thead>\n<tbody>\n");
	for (int row = 0; row < shown_rows(report); row++) {
		report_tag(page, "<tr>");
		head_row(page, row, "row");
		for (int i = 0; i < report->main_count; i++)
			put_cell(page, row, report->main[i]);
		report_tag(page, "</tr>\n");
	}
}

static void week_name(char *out, size_t size, const struct results *results, int week)
{
	snprintf(out, size, "%d-W%02d", results->start_year + week / CONFIG_WEEKS_PER_YEAR, 1 + week % CONFIG_WEEKS_PER_YEAR);
}

// What was measured, when, and which way is good.
static void explain(struct report_page *page)
{
	const struct results *results = page->report->results;
	report_in(page, "h3", "Wat de meetwaarden betekenen", "What the measures mean");
	report_tag(page, "<dl class=\"small\">\n");
	for (int i = 0; i < page->report->main_count; i++) {
		const struct results_outcome *about = &results->outcome[page->report->main[i]];
		char name[REPORT_NAME_MAX], from[32], to[32];
		int id = measure_find(about->measure);
		report_outcome_name(name, about, page->lang);
		week_name(from, sizeof from, results, about->from_week);
		week_name(to, sizeof to, results, about->to_week);
		report_tag(page, "<div>");
		report_in(page, "dt", "%s", "%s", name);
		report_tag(page, "<dd>");
		if (id >= 0)
			report_say(page, "%s ", "%s ", text_in(measure_table[id].help, page->lang));
		if (about->from_week == about->to_week)
			report_say(page, "Gemeten in week %s; ", "Measured in week %s; ", from);
		else
			report_say(page, "Gemiddeld over week %s tot en met %s; ", "Mean of weeks %s to %s; ", from, to);
		report_say(page, "%s.", "%s.", text_in(report_direction_words(report_direction(page->report, page->report->main[i])), page->lang));
		report_tag(page, "</dd></div>\n");
	}
	report_tag(page, "</dl>\n");
}

void report_measures(struct report_page *page)
{
	const struct report *report = page->report;
	char from[REPORT_NAME_MAX];
	report_section(page, "measures", "Wat het oplevert", "What it brings");
	report_row_name(from, report, report->reference, page->lang);
	if (report->results->done == 0) {
		report_in(page, "p", "Er zijn geen cijfers: geen enkele proef is gelukt.", "There are no figures: no trial succeeded.");
		return;
	}
	if (report->row_count > 1)
		report_in(page, "p", "Gemiddelden per alternatief. ▲ beter en ▼ slechter dan ‘%s’, ↑ hoger en ↓ lager bij wat goed noch slecht is, = vrijwel gelijk, "
		          "○ geen duidelijk verschil: dat kan toeval zijn.",
		          "Means of each alternative. ▲ better and ▼ worse than ‘%s’, ↑ higher and ↓ lower where that is neither good nor bad, = about the same, "
		          "○ no clear difference: that may be luck.", from);
	report_tag(page, report->row_count > LONG_FROM ? "<div class=\"scroll\" tabindex=\"0\"><table class=\"side long\">\n" : "<div class=\"scroll\" tabindex=\"0\"><table class=\"side\">\n");
	if (report->row_count <= BESIDE_MOST)
		put_few(page);
	else
		put_many(page);
	report_tag(page, "</tbody></table></div>\n");
	note_cut(page);
	if (report->row_count > 1)
		report_in(page, "p", "De grafieken tonen hoeveel elk alternatief van ‘%s’ verschilt. Een streep die door nul gaat is geen aangetoond verschil.",
		          "The charts show how much each alternative differs from ‘%s’. A whisker that crosses zero is no established difference.", from);
	for (int i = 0; i < report->main_count && i < CHARTS_MOST; i++)
		if (report_known(report, report->main[i]))
			report_chart_beside(page, report->main[i]);
	if (report->main_count > CHARTS_MOST)
		report_in(page, "p class=\"quiet\"", "De grafieken van %d andere meetwaarden staan in het werkboek.", "The charts of %d other measures are in the workbook.",
		          report->main_count - CHARTS_MOST);
	explain(page);
}

// ---- where each fails

static void put_worse(struct report_page *page, int row)
{
	const struct report *report = page->report;
	int worse = 0, open = 0;
	for (int k = 0; k < report->results->outcome_count; k++) {
		enum report_verdict verdict = report_verdict(report, row, k);
		char name[REPORT_NAME_MAX], span[REPORT_SPAN_MAX];
		open += verdict == REPORT_OPEN;
		if (verdict != REPORT_WORSE)
			continue;
		const struct stats_paired *more = &report_beside(report, row, k)->difference;
		report_outcome_name(name, &report->results->outcome[k], page->lang);
		report_difference_span(span, &report->results->outcome[k], more->mean, more->interval, page->lang);
		report_tag(page, worse++ ? "<li>" : "<ul><li>");
		report_say(page, "%s: %s", "%s: %s", name, span);
		report_tag(page, "</li>");
	}
	report_tag(page, worse ? "</ul>" : "");
	if (report->results->done == 0)
		report_say(page, "Niet te zeggen.", "Cannot be told.");
	else if (!worse && !open)
		report_say(page, "Nergens aangetoond slechter.", "Nowhere shown to be worse.");
	else if (!worse)
		report_say(page, "Nergens aangetoond slechter; van %d meetwaarden is het niet te zeggen.", "Nowhere shown to be worse; of %d measures it cannot be told.", open);
}

static void put_missing(struct report_page *page, int row)
{
	const struct report *report = page->report;
	const struct report_row *now = &report->row[row];
	long most = 0;
	for (int k = 0; k < report->results->outcome_count; k++) {
		long withheld = report_withheld(report, row, k);
		most = withheld > most ? withheld : most;
	}
	if (now->failed > 0)
		report_say(page, "%ld van %ld proeven mislukt. ", "%ld of %ld trials failed. ", now->failed, now->planned);
	if (most > 0)
		report_say(page, "In %ld proeven is een getal niet bekend: er was niets te meten, of de groep was te klein om te tonen.",
		           "In %ld trials a figure is not known: there was nothing to measure, or the group was too small to show.", most);
	if (now->failed == 0 && most == 0)
		report_say(page, "–", "–");
}

static const char *message_of(const struct report_page *page, int failure)
{
	return report_text(&page->report->results->failure[failure].message, page->lang);
}

// Each message once, with how often it came.
static void put_messages(struct report_page *page)
{
	const struct results *results = page->report->results;
	int shown = 0;
	for (int k = 0; k < results->failure_count && shown < MESSAGES_MOST; k++) {
		int first = 0, times = 0;
		while (strcmp(message_of(page, first), message_of(page, k)) != 0)
			first++;
		for (int i = 0; i < results->failure_count; i++)
			times += strcmp(message_of(page, i), message_of(page, k)) == 0;
		if (first < k)
			continue;
		if (shown++ == 0) {
			report_in(page, "p class=\"after\"", "Waarom proeven mislukten:", "Why trials failed:");
			report_tag(page, "<ul class=\"code\">");
		}
		report_in(page, "li", "%d×: %s", "%d×: %s", times, message_of(page, k));
	}
	report_tag(page, shown ? "</ul>\n" : "");
	if (results->failed > results->failure_count)
		report_in(page, "p class=\"quiet\"", "Van %ld mislukte proeven staan er %d in deze telling.", "Of %ld failed trials %d are in this count.", results->failed, results->failure_count);
}

void report_failures(struct report_page *page)
{
	const struct report *report = page->report;
	char from[REPORT_NAME_MAX];
	report_section(page, "failures", "Waar het tekortschiet", "Where it falls short");
	report_row_name(from, report, report->reference, page->lang);
	if (report->row_count < 2 && report->results->failed == 0)
		report_in(page, "p", "Zonder ander alternatief is niet te zeggen waar dit slechter is; mislukte proeven zijn er niet.",
		          "Without another alternative it cannot be told where this is worse; no trial failed.");
	if (report->row_count > 1) {
		report_tag(page, report->row_count > LONG_FROM ? "<table class=\"fails long\"><thead><tr>" : "<table class=\"fails\"><thead><tr>");
		report_in(page, "th scope=\"col\"", "Alternatief", "Alternative");
		report_in(page, "th scope=\"col\"", "Aangetoond slechter dan ‘%s’", "Shown to be worse than ‘%s’", from);
		report_in(page, "th scope=\"col\"", "Mislukt of niet bekend", "Failed or not known");
		report_tag(page, "</tr></thead>\n<tbody>\n");
		for (int row = 0; row < shown_rows(report); row++) {
			report_tag(page, "<tr>");
			head_row(page, row, "row");
			report_tag(page, "<td>");
			if (row == report->reference)
				report_say(page, "(hiermee is vergeleken)", "(what the others are compared with)");
			else
				put_worse(page, row);
			report_tag(page, "</td><td>");
			put_missing(page, row);
			report_tag(page, "</td></tr>\n");
		}
		report_tag(page, "</tbody></table>\n");
		note_cut(page);
	}
	put_messages(page);
}
