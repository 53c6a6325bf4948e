// The answer in three sentences made from the numbers: what came out best, how sure that is, at what
// price. A sentence says no more than the interval behind it: what may be luck is called so.
#include "batch/report_page.h"

#include <math.h>

struct answer {
	const struct report *report;
	const struct results_outcome *about;   // what leads
	int outcome, best, direction;          // best: row, or −1
	char measure[REPORT_NAME_MAX], name[REPORT_NAME_MAX], from[REPORT_NAME_MAX], own[REPORT_NUMBER_MAX], base[REPORT_NUMBER_MAX];
};

static struct answer find_answer(const struct report_page *page)
{
	const struct report *report = page->report;
	struct answer answer = { .report = report, .outcome = report->main[0] };
	answer.about = &report->results->outcome[answer.outcome];
	answer.direction = report_direction(report, answer.outcome);
	answer.best = report->row_count > 1 ? report_best(report, answer.outcome, -1) : -1;
	report_outcome_name(answer.measure, answer.about, page->lang);
	report_row_name(answer.from, report, report->reference, page->lang);
	report_value(answer.base, answer.about, report_own(report, report->reference, answer.outcome)->mean, page->lang);
	if (answer.best >= 0) {
		report_row_name(answer.name, report, answer.best, page->lang);
		report_value(answer.own, answer.about, report_own(report, answer.best, answer.outcome)->mean, page->lang);
	}
	return answer;
}

// ---- one row

static void tell_single(struct report_page *page, const struct answer *answer)
{
	const struct stats_mean *own = report_own(page->report, 0, answer->outcome);
	char low[REPORT_NUMBER_MAX], high[REPORT_NUMBER_MAX];
	report_value(low, answer->about, own->interval.low, page->lang);
	report_value(high, answer->about, own->interval.high, page->lang);
	if (own->count == 0)
		report_in(page, "p", "%s is in geen enkele toekomst bekend: geen proef leverde er een getal voor.",
		          "%s is known in no future at all: no trial gave a number for it.", answer->measure);
	else if (isnan(own->interval.low))
		report_in(page, "p", "%s komt uit op %s; dat is één toekomst, dus over toeval zegt het niets.", "%s comes to %s; that is one future, so it says nothing about luck.",
		          answer->measure, answer->base);
	else if (page->report->sampled)
		report_in(page, "p", "%s komt over %d gelote combinaties van instellingen gemiddeld uit op %s (95 %%-interval %s tot %s).",
		          "%s, over %d draws of the settings, comes to %s on average (95 %% interval %s to %s).", answer->measure, own->count, answer->base, low, high);
	else
		report_in(page, "p", "%s komt gemiddeld uit op %s (95 %%-interval %s tot %s).", "%s comes to %s on average (95 %% interval %s to %s).",
		          answer->measure, answer->base, low, high);
	if (page->report->sampled)
		report_tell_most(page, answer->outcome);
	else
		report_in(page, "p", "Er is één alternatief, dus er valt niets te vergelijken.", "There is one alternative, so there is nothing to compare.");
}

// ---- what came out best

static void tell_runner_up(struct report_page *page, const struct answer *answer)
{
	char name[REPORT_NAME_MAX];
	int next = report_best(page->report, answer->outcome, answer->best);
	if (next < 0 || page->report->row_count < 3 || next == page->report->reference)
		return;
	struct stats_paired paired = report_against(page->report, answer->best, next, answer->outcome);
	report_row_name(name, page->report, next, page->lang);
	if (!report_differs(&paired))
		report_say(page, " Van ‘%s’ onderscheidt het zich niet duidelijk.", " It does not clearly stand out from ‘%s’.", name);
}

// Of many alternatives one stands out by luck alone, whatever its own interval.
static const char *why_luck(const struct report_page *page, const struct compare_row *beside)
{
	bool nl = page->lang == LANG_NL;
	if (report_differs(&beside->difference))
		return nl ? "bij zo veel vergelijkingen tegelijk kan" : "with so many comparisons at once";
	return nl ? "hier kan" : "here";
}

static void tell_best(struct report_page *page, const struct answer *answer)
{
	const struct compare_row *beside = report_beside(page->report, answer->best, answer->outcome);
	enum report_verdict verdict = report_verdict(page->report, answer->best, answer->outcome);
	char span[REPORT_SPAN_MAX];
	if (!beside) {
		report_say(page, "Op %s komt geen enkel ander alternatief gemiddeld boven ‘%s’ uit, dat op %s staat.",
		           "On %s no other alternative does better on average than ‘%s’, which stands at %s.", answer->measure, answer->from, answer->base);
		return;
	}
	report_difference_span(span, answer->about, beside->difference.mean, beside->difference.interval, page->lang);
	if (verdict == REPORT_BETTER)
		report_say(page, "‘%s’ komt op %s het best uit: gemiddeld %s, tegen %s voor ‘%s’, een verschil van %s.",
		           "‘%s’ comes out best on %s: %s on average, against %s for ‘%s’, a difference of %s.",
		           answer->name, answer->measure, answer->own, answer->base, answer->from, span);
	else if (verdict == REPORT_SMALL)
		report_say(page, "Op %s maakt geen alternatief een verschil dat ertoe doet; het gunstigst is ‘%s’ met gemiddeld %s, tegen %s voor ‘%s’.",
		           "On %s no alternative makes a difference that matters; the most favourable is ‘%s’ with %s on average, against %s for ‘%s’.",
		           answer->measure, answer->name, answer->own, answer->base, answer->from);
	else
		report_say(page, "Op %s is van geen alternatief aangetoond dat het beter is; het gunstigst is ‘%s’ met gemiddeld %s, tegen %s voor ‘%s’, en %s dat verschil toeval zijn: %s.",
		           "On %s no alternative is shown to be better; the most favourable is ‘%s’ with %s on average, against %s for ‘%s’, and %s that difference may be luck: %s.",
		           answer->measure, answer->name, answer->own, answer->base, answer->from, why_luck(page, beside), span);
	if (verdict == REPORT_BETTER)
		tell_runner_up(page, answer);
}

static void tell_no_direction(struct report_page *page, const struct answer *answer)
{
	const struct report *report = page->report;
	if (answer->direction)
		report_say(page, "Op %s valt niets te zeggen: geen proef leverde er een getal voor.", "Nothing can be said of %s: no trial gave a number for it.", answer->measure);
	else
		report_say(page, "Van %s is meer noch minder vanzelf beter; ‘%s’ staat gemiddeld op %s, en hieronder staat wat de %d andere alternatieven eraan veranderen.",
		           "Of %s neither more nor less is better by itself; ‘%s’ stands at %s on average, and below is what the %d other alternatives change of it.",
		           answer->measure, answer->from, answer->base, report->row_count - 1);
}

// ---- how sure

static void tell_sureness(struct report_page *page, const struct answer *answer)
{
	const struct report *report = page->report;
	const struct compare_row *beside = report_beside(report, answer->best, answer->outcome);
	if (!beside || beside->difference.pairs == 0)
		return;
	int pairs = beside->difference.pairs, wins = report_wins(report, answer->outcome, &beside->difference);
	double share = 100 * (answer->direction < 0 ? 1 - beside->difference.chance : beside->difference.chance);
	if (report->sampled && !report->results->independent)
		report_say(page, "In %d van de %d gelote combinaties van instellingen was ‘%s’ hierop beter dan ‘%s’.",
		           "In %d of the %d draws of the settings ‘%s’ was better at this than ‘%s’.", wins, pairs, answer->name, answer->from);
	else if (report->results->independent)
		report_say(page, "Van twee willekeurige toekomsten is die met ‘%s’ in %.0f van de 100 gevallen hierop beter dan die met ‘%s’.",
		           "Of two random futures the one with ‘%s’ is in %.0f of 100 cases better at this than the one with ‘%s’.", answer->name, share, answer->from);
	else if (wins == pairs && pairs == 2)
		report_say(page, "In beide toekomsten was ‘%s’ hierop beter dan ‘%s’ onder hetzelfde toeval.", "In both futures ‘%s’ was better at this than ‘%s’ under the same luck.", answer->name, answer->from);
	else if (wins == pairs && pairs > 1)
		report_say(page, "In alle %d toekomsten was ‘%s’ hierop beter dan ‘%s’ onder hetzelfde toeval.",
		           "In all %d futures ‘%s’ was better at this than ‘%s’ under the same luck.", pairs, answer->name, answer->from);
	else
		report_say(page, "In %d van de %d toekomsten was ‘%s’ hierop beter dan ‘%s’ onder hetzelfde toeval.",
		           "In %d of the %d futures ‘%s’ was better at this than ‘%s’ under the same luck.", wins, pairs, answer->name, answer->from);
	if (pairs < 2)
		report_say(page, " Eén toekomst zegt niets over toeval: draai er meer.", " One future says nothing about luck: run more.");
	else if (!beside->enough)
		report_say(page, " Meer toekomsten maken dit scherper.", " More futures would make this sharper.");
}

// ---- at what price

static void list_verdict(struct report_page *page, int row, enum report_verdict wanted, const char *nl, const char *en)
{
	const struct report *report = page->report;
	char name[REPORT_NAME_MAX];
	int count = 0;
	for (int i = 0; i < report->main_count; i++)
		if (report_verdict(report, row, report->main[i]) == wanted && (wanted != REPORT_BETTER || i > 0)) {
			bool more = report_beside(report, row, report->main[i])->difference.mean > 0;
			report_outcome_name(name, &report->results->outcome[report->main[i]], page->lang);
			report_say(page, "%s %s (%s)", "%s %s (%s)", count++ ? "," : page->lang == LANG_NL ? nl : en, name,
			           page->lang == LANG_NL ? more ? "hoger" : "lager" : more ? "higher" : "lower");
		}
	if (count)
		report_say(page, ".", ".");
}

// "gemiddeld € 85.000 meer", or that no difference is established.
static void tell_more(struct report_page *page, const struct report_row *row, const char *name)
{
	char euro[REPORT_NUMBER_MAX], hours[REPORT_NUMBER_MAX];
	bool nl = page->lang == LANG_NL, dearer = row->more_euro.mean > 0, longer = row->more_hours.mean > 0;
	report_euro(euro, fabs(row->more_euro.mean), false, page->lang);
	report_hours(hours, fabs(row->more_hours.mean), false, page->lang);
	if (!report_differs(&row->more_euro))
		report_say(page, "De verandering zelf is bij ‘%s’ niet aantoonbaar duurder of goedkoper", "The change itself is not shown to be dearer or cheaper with ‘%s’", name);
	else
		report_say(page, "‘%s’ kost gemiddeld %s %s in %d jaar (uren meegeteld)", "‘%s’ costs %s %s on average in %d years (hours counted)", name, euro,
		           nl ? dearer ? "meer" : "minder" : dearer ? "more" : "less", page->report->results->years);
	if (report_differs(&row->more_hours))
		report_say(page, " en vraagt %s %s aan werktijd", " and asks %s %s of working time", hours, nl ? longer ? "meer" : "minder" : longer ? "more" : "less");
	report_say(page, ".", ".");
}

static void tell_price(struct report_page *page, int row)
{
	const struct report_row *now = &page->report->row[row];
	char euro[REPORT_NUMBER_MAX], hours[REPORT_NUMBER_MAX], name[REPORT_NAME_MAX];
	bool beside = row != page->report->reference;
	report_row_name(name, page->report, row, page->lang);
	report_euro(euro, now->euro.mean, false, page->lang);
	report_hours(hours, now->hours.mean, false, page->lang);
	if (isnan(beside ? now->more_euro.mean : now->euro.mean))
		report_say(page, "Wat ‘%s’ kost is niet bekend.", "What ‘%s’ costs is not known.", name);
	else if (page->report->sampled && page->report->row_count == 1)
		report_say(page, "Over alle combinaties kost de verandering gemiddeld %s in %d jaar, met daarin %s werktijd.",
		           "Over all combinations the change costs %s on average in %d years, with %s of working time in it.", euro, page->report->results->years, hours);
	else if (beside)
		tell_more(page, now, name);
	else
		report_say(page, "De verandering in ‘%s’ kost gemiddeld %s in %d jaar, met daarin %s werktijd.", "The change in ‘%s’ costs %s on average in %d years, with %s of working time in it.",
		           name, euro, page->report->results->years, hours);
	if (beside) {
		list_verdict(page, row, REPORT_WORSE, " Daar staat tegenover dat het slechter uitpakt op:", " On the other hand it does worse on:");
		list_verdict(page, row, REPORT_BETTER, " Ook beter:", " Also better:");
	}
}

// ---- the whole

static void put_item(struct report_page *page, const char *nl, const char *en)
{
	report_tag(page, "<p><b>");
	report_say(page, "%s", "%s", page->lang == LANG_NL ? nl : en);
	report_tag(page, "</b> ");
}

static void warn(struct report_page *page)
{
	const struct results *results = page->report->results;
	if (results->failed == 0 && results->pending == 0)
		return;
	report_tag(page, "<p class=\"warning\">");
	if (results->failed > 0 && results->done == 0)
		report_say(page, "Alle %ld proeven zijn mislukt. Hieronder staat waarom.", "All %ld trials failed. Below is why.", results->failed);
	else if (results->failed > 0)
		report_say(page, "%ld van de %ld proeven zijn mislukt; de cijfers rusten op de rest, en die kan er anders uitzien.",
		           "%ld of the %ld trials failed; the figures rest on the others, which may be of another kind.",
		           results->failed, results->failed + results->done + results->pending);
	if (results->pending > 0)
		report_say(page, " %ld proeven moeten nog draaien: dit is een tussenstand.", " %ld trials are still to be run: this is how it stands half-way.", results->pending);
	report_tag(page, "</p>\n");
}

void report_answer(struct report_page *page)
{
	struct answer answer = find_answer(page);
	report_section(page, "answer", "Het antwoord", "The answer");
	warn(page);
	report_tag(page, "<div class=\"answer\">\n");
	if (page->report->row_count < 2) {
		tell_single(page, &answer);
		put_item(page, "De prijs.", "The price.");
		tell_price(page, page->report->reference);
		report_tag(page, "</p>\n</div>\n");
		return;
	}
	if (report_is_apart(page->report)) {
		report_tell_apart(page, answer.outcome);
		report_tag(page, "</div>\n");
		return;
	}
	put_item(page, "Wat het best uitkomt.", "What comes out best.");
	if (answer.best >= 0)
		tell_best(page, &answer);
	else
		tell_no_direction(page, &answer);
	report_tag(page, "</p>\n");
	if (answer.best >= 0 && answer.best != page->report->reference) {
		put_item(page, "Hoe zeker dat is.", "How sure that is.");
		tell_sureness(page, &answer);
		report_tag(page, "</p>\n");
	}
	put_item(page, "De prijs.", "The price.");
	tell_price(page, answer.best >= 0 ? answer.best : page->report->reference);
	report_tag(page, "</p>\n</div>\n");
	if (!page->report->has_baseline)
		report_in(page, "p class=\"quiet\"", "Het experiment noemt geen uitgangspunt; vergeleken is met ‘%s’, het eerste alternatief.",
		          "The experiment names no baseline; the comparison is with ‘%s’, the first alternative.", answer.from);
}
