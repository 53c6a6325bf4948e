// What it costs, how sure it is, what no such figure can say, and how anyone gets the same again.
#include "batch/report_page.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { TABLE_MOST = 60, LUCK_MOST = 2, LONG_FROM = 15, TEXTS_MOST = 20 };

// ---- costs

// The step of an outcome that people reckon in: a percentage point, a hundredth, a week.
static double step_of(const struct results_outcome *about, struct text *name)
{
	bool fine = report_kind(about) == TICKS_SHARE || measure_unit(about->unit).decimals >= 2;
	*name = report_kind(about) == TICKS_SHARE ? (struct text){ "procentpunt", "percentage point" }
	      : fine ? (struct text){ "0,01", "0.01" } : (struct text){ "eenheid", "unit" };
	if (strcmp(about->unit, "weeks") == 0)
		*name = (struct text){ "week", "week" };
	return fine ? 0.01 : 1;
}

static void put_gain(struct report_page *page, int row)
{
	const struct report *report = page->report;
	int lead = report->main[0];
	struct text step;
	char euro[REPORT_NUMBER_MAX];
	const struct report_row *now = &report->row[row];
	if (row == report->reference || report_verdict(report, row, lead) != REPORT_BETTER || isnan(now->more_euro.mean)) {
		report_say(page, "–", "–");
		return;
	}
	double gain = fabs(report_beside(report, row, lead)->difference.mean) / step_of(&report->results->outcome[lead], &step);
	report_euro(euro, now->more_euro.mean / gain, false, page->lang);
	if (report_differs(&now->more_euro) && now->more_euro.mean > 0)
		report_say(page, "%s", "%s", euro);
	else if (report_differs(&now->more_euro))
		report_say(page, "beter en goedkoper", "better and cheaper");
	else
		report_say(page, "niet aantoonbaar duurder", "not shown to be dearer");
}

static void put_money(struct report_page *page, double value, bool euro, bool sign)
{
	char number[REPORT_NUMBER_MAX];
	if (euro)
		report_euro(number, value, sign, page->lang);
	else
		report_hours(number, value, sign, page->lang);
	report_in(page, "td class=\"number\"", "%s", "%s", number);
}

static void put_more(struct report_page *page, const struct report_row *row)
{
	char mean[REPORT_NUMBER_MAX], low[REPORT_NUMBER_MAX], high[REPORT_NUMBER_MAX];
	report_euro(mean, row->more_euro.mean, true, page->lang);
	report_euro(low, row->more_euro.interval.low, true, page->lang);
	report_euro(high, row->more_euro.interval.high, true, page->lang);
	report_tag(page, "<td class=\"number\">");
	report_put(page, mean);
	if (!isnan(row->more_euro.interval.low) && strcmp(low, high) != 0) {
		report_tag(page, "<br><span class=\"quiet\">");
		report_say(page, "%s tot %s", "%s to %s", low, high);
		report_tag(page, "</span>");
	}
	report_tag(page, "</td>");
}

static void put_cost_row(struct report_page *page, int row)
{
	const struct report *report = page->report;
	char name[REPORT_NAME_MAX];
	report_row_name(name, report, row, page->lang);
	report_tag(page, "<tr>");
	report_in(page, "th scope=\"row\"", "%s", "%s", name);
	put_money(page, report->row[row].hours.mean, false, false);
	put_money(page, report->row[row].euro.mean, true, false);
	if (report->row_count > 1) {
		if (row == report->reference)
			report_in(page, "td class=\"number\"", "–", "–");
		else
			put_more(page, &report->row[row]);
		report_tag(page, "<td class=\"number\">");
		put_gain(page, row);
		report_tag(page, "</td>");
	}
	report_tag(page, "</tr>\n");
}

static void head_costs(struct report_page *page)
{
	const struct report *report = page->report;
	char name[REPORT_NAME_MAX], from[REPORT_NAME_MAX];
	struct text step;
	report_row_name(from, report, report->reference, page->lang);
	step_of(&report->results->outcome[report->main[0]], &step);
	report_outcome_name(name, &report->results->outcome[report->main[0]], page->lang);
	report_tag(page, "<thead><tr>");
	report_in(page, "th scope=\"col\"", "Alternatief", "Alternative");
	report_in(page, "th scope=\"col\" class=\"number\"", "Werktijd", "Working time");
	report_in(page, "th scope=\"col\" class=\"number\"", "Euro", "Euros");
	if (report->row_count > 1) {
		report_in(page, "th scope=\"col\" class=\"number wrap\"", "Euro meer dan ‘%s’", "Euros more than ‘%s’", from);
		report_in(page, "th scope=\"col\" class=\"number wrap\"", "Euro per %s winst op %s", "Euros per %s gained on %s", text_in(step, page->lang), name);
	}
	report_tag(page, "</tr></thead><tbody>\n");
}

static bool any_cost(const struct report *report)
{
	for (int row = 0; row < report->row_count; row++)
		if (report->row[row].euro.mean > 0 || report->row[row].hours.mean > 0)
			return true;
	return false;
}

void report_costs(struct report_page *page)
{
	const struct report *report = page->report;
	report_section(page, "costs", "Wat het kost", "What it costs");
	if (!any_cost(report)) {
		report_in(page, "p", "Van kosten van verandering is niets bekend, of er zijn geen kosten gemaakt.", "Nothing is known of costs of change, or there were none.");
		return;
	}
	report_in(page, "p", "Wat de verandering zelf in %d jaar kost: uren van medewerkers, en euro’s waarin die uren zijn meegeteld. De gewone bedrijfsvoering telt niet mee.",
	          "What the change itself costs in %d years: hours of staff, and euros in which those hours are counted. Business as usual is left out.", report->results->years);
	report_tag(page, report->row_count > LONG_FROM ? "<div class=\"scroll\" tabindex=\"0\"><table class=\"side long\">\n" : "<div class=\"scroll\" tabindex=\"0\"><table class=\"side\">\n");
	head_costs(page);
	for (int row = 0; row < report->row_count && row < TABLE_MOST; row++)
		put_cost_row(page, row);
	report_tag(page, "</tbody></table></div>\n");
	if (report->row_count > 1)
		report_in(page, "p class=\"quiet\"", "Euro per stap winst staat er alleen waar de winst is aangetoond.", "Euros per step gained are given only where the gain is established.");
	report_chart_costs(page);
}

// ---- how sure

static double half_width(const struct report *report, int outcome, int *needed, bool *enough)
{
	double widest = NAN;
	*needed = 0;
	*enough = true;
	for (int row = 0; row < report->row_count; row++) {
		const struct compare_row *beside = report_beside(report, row, outcome);
		if (!beside)
			continue;
		double half = (beside->difference.interval.high - beside->difference.interval.low) / 2;
		widest = isnan(widest) || half > widest ? half : widest;
		*needed = beside->needed < 0 || *needed < 0 ? -1 : beside->needed > *needed ? beside->needed : *needed;
		*enough = *enough && beside->enough;
	}
	if (report->row_count < 2) {
		const struct stats_mean *own = report_own(report, 0, outcome);
		widest = (own->interval.high - own->interval.low) / 2;
		*needed = stats_needed(own->sd, report->compare[outcome].matters);
		*enough = widest <= report->compare[outcome].matters;
	}
	return widest;
}

static void put_plus_minus(struct report_page *page, const struct results_outcome *about, double value)
{
	char number[REPORT_NUMBER_MAX];
	report_difference(number, about, fabs(value), value, page->lang);
	const char *bare = number[0] == '+' ? number + 1 : number;
	report_in(page, "td class=\"number\"", isnan(value) ? "%s" : "± %s", isnan(value) ? "%s" : "± %s", bare);
}

static void put_width(struct report_page *page, int outcome)
{
	const struct report *report = page->report;
	const struct results_outcome *about = &report->results->outcome[outcome];
	char name[REPORT_NAME_MAX], count[TEXT_NUMBER_MAX];
	int needed;
	bool enough;
	double half = half_width(report, outcome, &needed, &enough);
	report_outcome_name(name, about, page->lang);
	text_number(count, page->lang, needed, 0, false);
	report_tag(page, "<tr>");
	report_in(page, "th scope=\"row\"", "%s", "%s", name);
	put_plus_minus(page, about, half);
	put_plus_minus(page, about, report->compare[outcome].matters);
	if (isnan(half))
		report_in(page, "td", "niet te zeggen", "cannot be told");
	else if (enough)
		report_in(page, "td", "ja", "yes");
	else if (needed > 0)
		report_in(page, "td", "nee; naar schatting %s nodig", "no; an estimated %s needed", count);
	else
		report_in(page, "td", "nee", "no");
	report_tag(page, "</tr>\n");
}

static void put_widths(struct report_page *page)
{
	const struct report *report = page->report;
	report_tag(page, "<div class=\"scroll\" tabindex=\"0\"><table class=\"side\"><thead><tr>");
	report_in(page, "th scope=\"col\"", "Meetwaarde", "Measure");
	report_in(page, "th scope=\"col\" class=\"number wrap\"", report->row_count > 1 ? "Onzekerheid van het verschil" : "Onzekerheid van het gemiddelde",
	          report->row_count > 1 ? "Uncertainty of the difference" : "Uncertainty of the mean");
	report_in(page, "th scope=\"col\" class=\"number wrap\"", "Wat ertoe doet", "What matters");
	report_in(page, "th scope=\"col\" class=\"left\"", report->sampled ? "Genoeg combinaties?" : "Genoeg toekomsten?", report->sampled ? "Enough draws?" : "Enough futures?");
	report_tag(page, "</tr></thead><tbody>\n");
	for (int i = 0; i < report->main_count; i++)
		put_width(page, report->main[i]);
	report_tag(page, "</tbody></table></div>\n");
	if (report->row_count > 1)
		report_in(page, "p class=\"quiet\"", "Onzekerheid: de halve breedte van het breedste 95 %%-interval. Wat ertoe doet: het kleinste verschil dat telt, %s. Een verschil heet aangetoond als het ook "
		          "standhoudt wanneer alle alternatieven tegelijk worden vergeleken (Holm).",
		          "Uncertainty: half the width of the widest 95 %% interval. What matters: the smallest difference that counts, %s. A difference is called established when it also "
		          "holds with all alternatives compared at once (Holm).",
		          page->lang == LANG_NL ? report->compare[report->main[0]].matters_told ? "zoals het experiment het noemt" : "een aanname van dit verslag"
		          : report->compare[report->main[0]].matters_told ? "as the experiment says" : "an assumption of this report");
}

void report_sureness(struct report_page *page)
{
	const struct report *report = page->report;
	const struct results *results = report->results;
	report_section(page, "sureness", "Hoe zeker dit is", "How sure this is");
	if (results->done == 0) {
		report_in(page, "p", "Er zijn geen cijfers, dus over zekerheid valt niets te zeggen.", "There are no figures, so nothing can be said of how sure they are.");
		return;
	}
	if (report->sampled)
		report_in(page, "p", "Er zijn %d combinaties van instellingen geloot, elk gespeeld in %d %s. De intervallen gaan over die loting.",
		          "%d combinations of settings were drawn, each played in %d %s. The intervals are about that draw.", report->futures, results->replicate_count,
		          page->lang == LANG_NL ? results->replicate_count == 1 ? "toekomst" : "toekomsten" : results->replicate_count == 1 ? "future" : "futures");
	else if (results->independent)
		report_in(page, "p", "Elk alternatief is in %d toekomsten gespeeld, elk met eigen toeval.", "Each alternative was played in %d futures, each with luck of its own.", results->replicate_count);
	else
		report_in(page, "p", "Elk alternatief is in %d toekomsten gespeeld. Toekomst 1 van het ene alternatief heeft hetzelfde toeval als toekomst 1 van het andere, dus wat in vrijwel elke toekomst terugkomt, komt van de aanpak en niet van geluk.",
		          "Each alternative was played in %d futures. Future 1 of one alternative has the same luck as future 1 of another, so what comes back in nearly every future comes from the design and not from luck.",
		          results->replicate_count);
	if (results->precise && results->precise_outcome >= 0 && results->precise_outcome < results->outcome_count) {
		const struct results_outcome *about = &results->outcome[results->precise_outcome];
		char name[REPORT_NAME_MAX], half[REPORT_NUMBER_MAX];
		report_outcome_name(name, about, page->lang);
		report_difference(half, about, results->precise_half_width, results->precise_half_width, page->lang);
		report_in(page, "p", "Het experiment ging door tot %s op ± %s zeker was.", "The experiment went on until %s was sure to ± %s.", name, half[0] == '+' ? half + 1 : half);
	}
	put_widths(page);
	for (int i = 0; i < report->main_count && i < LUCK_MOST; i++)
		if (report_known(report, report->main[i]))
			report_chart_luck(page, report->main[i]);
}

// ---- what it cannot say

static const struct text limit_table[] = {
	{ "Dit zegt niet wat er gaat gebeuren. Het laat zien wat er in zo’n organisatie kan gebeuren als de regels van het model kloppen.",
	  "This does not say what will happen. It shows what can happen in such an organisation if the rules of the model hold." },
	{ "De intervallen gaan over toeval binnen het model. Of het model klopt zit er niet in; die onzekerheid komt er nog bij.",
	  "The intervals are about luck within the model. Whether the model is right is not in them; that uncertainty comes on top." },
	{ "Een deel van de getallen in een scenario is door iemand als aanname ingevuld. stoeprand check en stoeprand run noemen welke; verander ze en kijk of het antwoord blijft.",
	  "Part of the numbers in a scenario were entered by someone as an assumption. stoeprand check and stoeprand run name them; change them and see whether the answer stays." },
	{ "Het model kent geen personen. Over een bepaalde medewerker, leidinggevende of afdeling zegt het niets wat u niet zelf hebt ingevuld.",
	  "The model knows no persons. Of a particular civil servant, manager or department it says nothing that you did not enter yourself." },
	{ "Of iets beter is, hangt af van wat u belangrijk vindt. De meetwaarden zijn niet opgeteld tot één cijfer: die afweging is aan u.",
	  "Whether something is better depends on what you find important. The measures are not added up to one figure: that weighing is yours." },
	{ "Wat niet is gevarieerd, is niet onderzocht.", "What was not varied was not looked into." },
};

void report_limits(struct report_page *page)
{
	report_section(page, "limits", "Wat dit niet kan zeggen", "What this cannot say");
	report_tag(page, "<ul>\n");
	for (size_t i = 0; i < sizeof limit_table / sizeof *limit_table; i++)
		report_in(page, "li", "%s", "%s", text_in(limit_table[i], page->lang));
	report_tag(page, "</ul>\n");
}

// ---- again

static void put_fact(struct report_page *page, const char *nl, const char *en, const char *value)
{
	report_tag(page, "<div>");
	report_in(page, "dt", "%s", "%s", page->lang == LANG_NL ? nl : en);
	report_in(page, "dd", "%s", "%s", value && *value ? value : "–");
	report_tag(page, "</div>\n");
}

// The file with the folder it is in: where that is on this machine is nobody's business.
static const char *short_path(const char *path)
{
	const char *from = path;
	for (const char *at = path + strlen(path), *slashes = NULL; at > path && from == path; at--)
		if (at[-1] == '/') {
			from = slashes ? at : path;
			slashes = at;
		}
	return from;
}

static void put_texts(struct report_page *page)
{
	const struct results *results = page->report->results;
	if (results->text_count == 0)
		return;
	report_in(page, "p", "Wat er is gelezen, met een vingerafdruk van de inhoud. Het bestand met uitkomsten bewaart deze teksten zelf.",
	          "What was read, with a fingerprint of its content. The results file keeps these texts itself.");
	report_tag(page, "<ul class=\"code\">\n");
	for (int i = 0; i < results->text_count && i < TEXTS_MOST; i++)
		report_in(page, "li", "%s  %s", "%s  %s", results->text[i].hash, short_path(results->text[i].path));
	report_tag(page, "</ul>\n");
}

static void put_seeds(struct report_page *page)
{
	const struct results *results = page->report->results;
	char seeds[128];
	uint64_t last = results->seed + (uint64_t)results->replicate_count - 1;
	bool nl = page->lang == LANG_NL;
	if (results->independent)
		snprintf(seeds, sizeof seeds, nl ? "elke proef een eigen getal, vanaf %" PRIu64 : "one of its own for each trial, from %" PRIu64 " on", results->seed);
	else if (results->replicate_count == 1)
		snprintf(seeds, sizeof seeds, "%" PRIu64, results->seed);
	else
		snprintf(seeds, sizeof seeds, nl ? "%" PRIu64 " tot en met %" PRIu64 : "%" PRIu64 " to %" PRIu64, results->seed, last);
	put_fact(page, "Toevalsgetallen", "Seeds", seeds);
}

void report_again(struct report_page *page)
{
	char version[128];
	const struct results *results = page->report->results;
	report_section(page, "again", "Zelf narekenen", "Reproduce it");
	report_in(page, "p", "Dezelfde versie, hetzelfde experiment en hetzelfde toevalsgetal geven op elke computer dezelfde cijfers.",
	          "The same version, the same experiment and the same seed give the same figures on any computer.");
	report_tag(page, "<dl>\n");
	put_fact(page, "Scenario", "Scenario", results->scenario);
	put_seeds(page);
	snprintf(version, sizeof version, page->lang == LANG_NL ? "proeven: Stoeprand %.32s; dit verslag: Stoeprand %.32s" : "trials: Stoeprand %.32s; this report: Stoeprand %.32s",
	         results->version ? results->version : "–", page->form->version);
	put_fact(page, "Versie", "Version", version);
	put_fact(page, "Bestand met uitkomsten", "Results file", results->path);
	report_tag(page, "</dl>\n");
	put_texts(page);
	report_in(page, "p", "Met deze opdrachten is het over te doen:", "These commands reproduce it:");
	report_tag(page, "<pre>");
	if (results->text_count > 0)
		report_say(page, "stoeprand batch %s --out %s\n", "stoeprand batch %s --out %s\n", results->text[0].path, results->path);
	report_say(page, "%s", "%s", page->form->command ? page->form->command : "stoeprand report");
	report_tag(page, "</pre>\n");
}
