// `compare`: the alternatives of an experiment beside its baseline, outcome by outcome.
#include "cmd_compare.h"

#include "cmd.h"
#include "cmd_result.h"
#include "cmd_table.h"

#include <math.h>
#include <string.h>

static const struct cmd_option option_table[] = {
	{ "measure", { "MAAT", "MEASURE" },
	  { "alleen deze maat, zoals in het experiment: trust, strain.permits; mag vaker (gewoonlijk de belangrijkste)",
	    "only this measure, as in the experiment: trust, strain.permits; may be repeated (usually the main ones)" } },
	{ "baseline", { "ALTERNATIEF", "ALTERNATIVE" },
	  { "waarmee alles vergeleken wordt: een alternatief zoals het in de tabel heet, of zijn volgnummer vanaf 1",
	    "what all is compared with: an alternative as the table calls it, or its number from 1" } },
	{ "matters", { "VERSCHIL", "DIFFERENCE" },
	  { "het kleinste verschil dat ertoe doet, in de eenheid van de maat (van aandelen 0.01 = 1 procentpunt); gewoonlijk "
	    "0.01 van aandelen en houdingen, een vijftigste van de basis bij de rest",
	    "the smallest difference that matters, in the measure's unit (of shares 0.01 = 1 percentage point); usually "
	    "0.01 of shares and attitudes, a fiftieth of the baseline of others" } },
	{ "details", { 0 },
	  { "ook een tabel voor wie verder rekent: onzekerheid van de gemiddelden en van alles samen, d_z, besparing door paren",
	    "also a table for those who reckon on: uncertainty of the means and of all together, d_z, what pairing saved" } },
	{ "csv", { "BESTAND|-", "FILE|-" },
	  { "alle getallen als CSV; - is de standaarduitvoer, en dan alleen dat", "all numbers as CSV; - is standard output, and then only that" } },
	{ 0 },
};


// ---- what is asked

static bool is_number(const char *text, int count, int *number)
{
	double value;
	if (!cmd_parse_number(text, &value) || value < 1 || value > count || value != floor(value))
		return false;
	*number = (int)value - 1;
	return true;
}

// By its label, or a design's id when that is one alternative only.
static int find_point(const struct results *results, const char *text)
{
	int found = -1, named = 0;
	for (int k = 0; k < results->point_count; k++)
		if (strcmp(results->point[k].label, text) == 0)
			return k;
	for (int k = 0; k < results->point_count; k++) {
		int id = results->point[k].named;
		if (id >= 0 && strcmp(results->named[id].id, text) == 0) {
			found = k;
			named++;
		}
	}
	return named == 1 || is_number(text, results->point_count, &found) ? found : -1;
}

static void list_points(const struct results *results, char *text, size_t size)
{
	size_t used = 0;
	text[0] = '\0';
	for (int k = 0; k < results->point_count && k < 6 && used + 1 < size; k++)
		used += (size_t)snprintf(text + used, size - used, "%s‘%s’", k ? ", " : "", results->point[k].label);
	if (results->point_count > 6 && used + 1 < size)
		snprintf(text + used, size - used, ", …");
}

static void find_baseline(struct cmd_compare *request, const char *asked, struct err *err)
{
	const struct results *results = &request->results;
	char list[512];
	request->baseline = asked ? find_point(results, asked) : -1;
	if (asked ? request->baseline >= 0 : results_baseline(results) >= 0)
		return;
	list_points(results, list, sizeof list);
	if (asked)
		err_add(err, "--baseline: %s is geen alternatief van %s; het heeft %s", "--baseline: %s is no alternative of %s; it has %s",
		        asked, results->path, list);
	else if (results->design == RESULTS_SOBOL || results->design == RESULTS_MORRIS)
		err_add(err, "%s: dit experiment heeft geen basis. Wat elke factor doet, toont: stoeprand sensitivity %s",
		        "%s: this experiment has no baseline. What each factor does is shown by: stoeprand sensitivity %s", results->path, results->path);
	else
		err_add(err, "%s: dit experiment heeft geen basis; kies er een met --baseline: %s",
		        "%s: this experiment has no baseline; choose one with --baseline: %s", results->path, list);
}

static void read_matters(struct cmd_compare *request, const char *text, struct err *err)
{
	request->matters = NAN;
	if (!text || (cmd_parse_number(text, &request->matters) && request->matters > 0))
		return;
	err_add(err, "--matters: waarde %s; toegestaan is een getal boven 0, zoals 0.02", "--matters: value %s; allowed is a number above 0, such as 0.02",
	        *text ? text : "\"\"");
}

static bool read_request(struct cmd_compare *request, const struct cmd_args *args, struct err *err)
{
	read_matters(request, cmd_args_value(args, "matters"), err);
	if (!cmd_outcome_load(args, "compare", &request->results, err))
		return false;
	if (request->results.point_count < 2)
		err_add(err, "%s: dit experiment heeft maar één alternatief: er is niets om te vergelijken",
		        "%s: this experiment has only one alternative: there is nothing to compare", request->results.path);
	else
		find_baseline(request, cmd_args_value(args, "baseline"), err);
	cmd_outcomes_choose(&request->results, args, &request->outcomes, err);
	return err->count == 0;
}

// ---- what is told

// The baseline that an alternative stands beside.
static int beside(const struct cmd_compare *request, int point)
{
	return request->baseline >= 0 ? request->baseline : results_baseline_of(&request->results, point);
}

static void list_alternatives(const struct cmd_out *out, const struct cmd_compare *request, bool own)
{
	const struct results *results = &request->results;
	if ((!own && !cmd_outcome_numbered(results)) || results->point_count > CMD_COMPARE_ROWS_MAX)
		return;
	cmd_heading(out, "Alternatieven", "Alternatives");
	for (int k = 0; k < results->point_count; k++) {
		char name[CMD_OUTCOME_NAME_MAX], besides[64] = "", line[CMD_OUTCOME_NAME_MAX + 64];
		cmd_outcome_point(name, results, k, out->lang);
		if (own && beside(request, k) != k)
			snprintf(besides, sizeof besides, out->lang == LANG_NL ? "  (naast %d)" : "  (beside %d)", beside(request, k) + 1);
		snprintf(line, sizeof line, "%s%s", name, besides);
		cmd_put(out, "%4d ", k + 1);
		cmd_wrap(out, 5, line);
	}
}

static void tell_baseline(const struct cmd_out *out, const struct cmd_compare *request)
{
	const struct results *results = &request->results;
	char name[CMD_OUTCOME_NAME_MAX], line[1024], others[512] = "";
	bool nl = out->lang == LANG_NL, own = false;
	int base = request->baseline >= 0 ? request->baseline : results_baseline(results);
	for (int k = 0; k < results->point_count; k++)
		own |= beside(request, k) != base && beside(request, k) != k;
	cmd_outcome_point(name, results, base, out->lang);
	if (own)
		snprintf(others, sizeof others, "%s", results->point_count > CMD_COMPARE_ROWS_MAX
		         ? nl ? " Wat een eigen basis heeft, staat daarnaast, bij dezelfde waarden." : " What has a baseline of its own stands beside that, at the same values."
		         : nl ? " De lijst hieronder zegt waar elk alternatief naast staat." : " The list below says what each alternative stands beside.");
	snprintf(line, sizeof line, nl ? "De basis is ‘%s’.%s %s" : "The baseline is ‘%s’.%s %s", name, others,
	         results->independent
	         ? nl ? "Elke run heeft zijn eigen toeval: alleen gemiddelden zijn te vergelijken." : "Each run has luck of its own: only means can be compared."
	         : nl ? "Toekomst 1 van het ene alternatief heeft hetzelfde toeval als toekomst 1 van het andere, dus een verschil komt van het "
	                "alternatief en niet van geluk." : "Future 1 of one alternative has the same luck as future 1 of another, so a difference "
	                "comes from the alternative and not from luck.");
	cmd_wrap(out, 0, line);
	list_alternatives(out, request, own);
}

static void tell_missing(const struct cmd_out *out, const struct results *results, const struct compare *compare)
{
	char line[256];
	int missing = 0, most = 0;
	for (int k = 0; k < compare->count; k++) {
		missing += compare->row[k].difference.missing > 0;
		most = compare->row[k].difference.missing > most ? compare->row[k].difference.missing : most;
	}
	if (!missing || results->precise || results->pending)
		return;
	snprintf(line, sizeof line, out->lang == LANG_NL ? "Bij %d van de %d alternatieven ontbreken toekomsten, hooguit %d; die tellen niet mee."
	                                                 : "Of %d of %d alternatives futures are missing, %d at most; those do not count.",
	         missing, compare->count, most);
	cmd_wrap(out, 0, line);
}

// What pairs were good for, and what the difference that matters was.
static void tell_outcome(const struct cmd_out *out, const struct results *results, const struct compare *compare)
{
	const struct results_outcome *outcome = &results->outcome[compare->outcome];
	char matters[CMD_NUMBER_MAX], saved[CMD_NUMBER_MAX], line[512];
	double sum = 0, known = 0;
	for (int k = 0; k < compare->count; k++)
		if (!isnan(compare->row[k].difference.saved)) {
			sum += compare->row[k].difference.saved;
			known++;
		}
	cmd_outcome_number(matters, outcome, out->lang, compare->matters, cmd_outcome_decimals(outcome, compare->matters), false);
	cmd_outcome_share(saved, out->lang, sum / known);
	int used = snprintf(line, sizeof line, out->lang == LANG_NL ? "Wat ertoe doet: een verschil van %s%s%s." : "What matters: a difference of %s%s%s.",
	                    matters, cmd_outcome_counted(outcome, out->lang),
	                    compare->matters_told ? "" : out->lang == LANG_NL ? " (kies zelf met --matters)" : " (choose your own with --matters)");
	if (known > 0)
		snprintf(line + used, sizeof line - (size_t)used, out->lang == LANG_NL ? " Hetzelfde toeval voor alle alternatieven nam %s van de ruis in "
		         "de verschillen weg." : " The same luck for all alternatives took away %s of the noise in the differences.", saved);
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, line);
	cmd_style(out, CMD_PLAIN);
	tell_missing(out, results, compare);
}

static void tell_notes(const struct cmd_out *out, bool details)
{
	bool nl = out->lang == LANG_NL;
	cmd_put(out, "\n");
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, nl
	         ? "95 %: daar ligt het gemiddelde verschil in 95 van de 100 zulke experimenten. d: het verschil, gemeten in "
	           "standaardafwijkingen van de basis (Hedges). hoger in: toekomsten waarin het alternatief hoger uitkomt dan de basis. p: gecorrigeerd "
	           "voor het aantal alternatieven (Holm), per maat. genoeg: ja, of hoeveel toekomsten er ongeveer nodig zijn."
	         : "95%: where the mean difference lies in 95 of 100 such experiments. d: the difference, counted in standard deviations of "
	           "the baseline (Hedges). higher in: futures in which the alternative ends above the baseline. p: corrected for the number of "
	           "alternatives (Holm), per measure. enough: yes, or about how many futures it takes.");
	if (details)
		cmd_wrap(out, 0, nl
		         ? "samen: zo breed dat alle intervallen van een maat tegelijk kloppen (Bonferroni). d_z: het verschil in standaardafwijkingen van de "
		           "verschillen (Hedges). kans: dat het alternatief hoger uitkomt, 95 % (Wilson). p los: zonder correctie. bespaard: deel van de spreiding dat hetzelfde "
		           "toeval wegneemt."
		         : "joint: so wide that all intervals of a measure hold at once (Bonferroni). d_z: the difference in standard deviations of the "
		           "differences (Hedges). chance: that the alternative ends higher, 95% (Wilson). raw p: without correction. saved: share of the variance that the "
		           "same luck takes away.");
	cmd_style(out, CMD_PLAIN);
}

// What each alternative costs above the baseline; nothing when none does.
static bool print_costs(const struct cmd_out *out, const struct results *results, const struct compare *compare, struct err *err)
{
	struct cmd_table table;
	bool nl = out->lang == LANG_NL, any = false;
	for (int k = 0; k < compare->count; k++)
		any |= fabs(compare->row[k].extra_euro) > 0 || fabs(compare->row[k].extra_hours) > 0;
	if (!any || compare->count > CMD_COMPARE_ROWS_MAX)
		return true;
	if (!cmd_table_init(&table, compare->count + 1, 3, 1, err))
		return false;
	snprintf(cmd_table_cell(&table, 0, 0), CMD_CELL_MAX, "%s", nl ? "Kosten boven de basis" : "Cost above the baseline");
	snprintf(cmd_table_cell(&table, 0, 1), CMD_CELL_MAX, "%s", "euro");
	snprintf(cmd_table_cell(&table, 0, 2), CMD_CELL_MAX, "%s", nl ? "uren" : "hours");
	for (int k = 0; k < compare->count; k++) {
		char name[CMD_OUTCOME_NAME_MAX];
		cmd_outcome_point(name, results, compare->row[k].point, out->lang);
		snprintf(cmd_table_cell(&table, k + 1, 0), CMD_CELL_MAX, "%.90s", name);
		cmd_number(cmd_table_cell(&table, k + 1, 1), out->lang, compare->row[k].extra_euro, 0, true);
		cmd_number(cmd_table_cell(&table, k + 1, 2), out->lang, compare->row[k].extra_hours, 0, true);
	}
	cmd_put(out, "\n");
	cmd_table_print(out, &table);
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, nl ? "Van de verandering, over de hele looptijd, gemiddeld over de toekomsten; de euro's tellen de uren mee."
	                    : "Of the change, over the whole run, mean of the futures; the euros include the hours.");
	cmd_style(out, CMD_PLAIN);
	cmd_table_clear(&table);
	return true;
}

static bool print_all(const struct cmd_out *out, const struct cmd_compare *request, bool details, struct err *err)
{
	bool good = true;
	cmd_outcome_intro(out, &request->results);
	tell_baseline(out, request);
	for (int k = 0; good && k < request->outcomes.count; k++) {
		struct compare compare;
		good = compare_make(&request->results, request->outcomes.index[k], request->baseline, request->matters, &compare, err) &&
		       cmd_compare_print(out, &request->results, &compare, details, err);
		if (good)
			tell_outcome(out, &request->results, &compare);
		if (good && k == request->outcomes.count - 1)
			good = print_costs(out, &request->results, &compare, err);
		compare_clear(&compare);
	}
	if (good) {
		cmd_outcomes_others(out, &request->results, &request->outcomes);
		tell_notes(out, details);
	}
	return good;
}

// ---- the command

// The table and the story, as far as they are wanted.
static bool answer(const struct cmd_out *out, const struct cmd_args *args, const struct cmd_compare *request, struct err *err)
{
	const char *csv = cmd_args_value(args, "csv");
	if (!cmd_outcome_csv(out, csv, &request->results, cmd_compare_csv, request, err))
		return false;
	return (csv && strcmp(csv, "-") == 0) || print_all(out, request, cmd_args_has(args, "details"), err);
}

static int compare_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct cmd_compare request = { .results.precise_outcome = -1 };
	struct err err;
	err_clear(&err);
	bool good = read_request(&request, args, &err) && answer(out, args, &request, &err);
	cmd_outcomes_clear(&request.outcomes);
	results_clear(&request.results);
	return good ? CMD_DONE : cmd_mistake(&err, out->lang);
}

const struct cmd_command cmd_compare_command = {
	.name = "compare",
	.words = { "EXPERIMENT.db", "EXPERIMENT.db" },
	.summary = { "zet de alternatieven van een experiment naast elkaar", "put the alternatives of an experiment side by side" },
	.more = {
		"Vergelijkt de alternatieven van een gedraaid experiment met de basis, maat voor maat: in woorden, en in een tabel met het "
		"verschil, hoe zeker dat is, in hoeveel toekomsten het alternatief hoger uitkomt, en of er genoeg toekomsten waren. Van maten "
		"waarvan niet vaststaat welke kant gunstig is, staat er alleen hoger of lager.",
		"Compares the alternatives of an experiment that was run with the baseline, measure by measure: in words, and in a table with the "
		"difference, how sure it is, in how many futures the alternative ends higher, and whether there were enough futures. Of "
		"measures with no better side it only says higher or lower." },
	.examples = { "stoeprand compare pool.db\nstoeprand compare pool.db --measure trust --measure strain --details\nstoeprand compare pool.db --csv pool.csv",
	              "stoeprand compare pool.db\nstoeprand compare pool.db --measure trust --measure strain --details\nstoeprand compare pool.db --csv pool.csv" },
	.options = option_table,
	.run = compare_main,
};
