// `sensitivity`: which factors of a Morris or Sobol experiment do how much, outcome by outcome.
#include "cmd_sensitivity.h"

#include "cmd.h"
#include "cmd_result.h"

#include <math.h>
#include <string.h>

static const struct cmd_option option_table[] = {
	{ "measure", { "MAAT", "MEASURE" },
	  { "alleen deze maat, zoals in het experiment: trust, strain.permits; mag vaker (gewoonlijk de belangrijkste)",
	    "only this measure, as in the experiment: trust, strain.permits; may be repeated (usually the main ones)" } },
	{ "csv", { "BESTAND|-", "FILE|-" },
	  { "alle indices als CSV; - is de standaarduitvoer, en dan alleen dat", "all indices as CSV; - is standard output, and then only that" } },
	{ 0 },
};

struct request {
	struct results results;
	struct cmd_outcomes outcomes;
};

// Every design of the experiment has its own points; without designs there is one.
static int first_design(const struct results *results)
{
	return results->named_count ? 0 : -1;
}

// ---- told

static bool print_design(const struct cmd_out *out, const struct request *request, int named, struct err *err)
{
	bool good = true;
	if (named >= 0) {
		cmd_put(out, "\n");
		cmd_style(out, CMD_BOLD);
		cmd_say(out, "Ontwerp %s: ", "Design %s: ", request->results.named[named].id);
		cmd_wrap(out, 0, cmd_words(&request->results.named[named].name, out->lang));
		cmd_style(out, CMD_PLAIN);
	}
	for (int k = 0; good && k < request->outcomes.count; k++) {
		struct sensitivity found;
		good = sensitivity_make(&request->results, request->outcomes.index[k], named, &found, err) &&
		       cmd_sensitivity_print(out, &request->results, &found, err);
		sensitivity_clear(&found);
	}
	return good;
}

static bool print_all(const struct cmd_out *out, const struct request *request, struct err *err)
{
	const struct results *results = &request->results;
	bool good = true;
	cmd_outcome_intro(out, results);
	for (int named = first_design(results); good && named < results->named_count; named++)
		good = print_design(out, request, named, err);
	if (good) {
		cmd_outcomes_others(out, results, &request->outcomes);
		cmd_sensitivity_notes(out, results);
	}
	return good;
}

// ---- CSV

static void put_index(FILE *stream, const struct results *results, const struct sensitivity *found, const char *factor, const char *name,
                      const struct sensitivity_index *index)
{
	const double numbers[] = { index->value, index->interval.low, index->interval.high, found->noise, found->used, found->left_out, found->replicates };
	fprintf(stream, "%s,%s,%s,%s", results->outcome[found->outcome].key, found->named >= 0 ? results->named[found->named].id : "", factor, name);
	for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
		char text[CMD_NUMBER_MAX];
		cmd_number_exact(text, numbers[k]);
		fprintf(stream, ",%s", text);
	}
	fputc('\n', stream);
}

static void put_found(FILE *stream, const struct results *results, const struct sensitivity *found)
{
	for (int k = 0; k < found->count; k++) {
		const struct sensitivity_row *row = &found->row[k];
		const char *factor = results->factor[row->factor].key;
		if (found->design == RESULTS_MORRIS) {
			put_index(stream, results, found, factor, "mu_star", &row->star);
			put_index(stream, results, found, factor, "mu", &row->mean);
			put_index(stream, results, found, factor, "sigma", &row->sd);
		} else {
			put_index(stream, results, found, factor, "first", &row->first);
			put_index(stream, results, found, factor, "total", &row->total);
		}
	}
	if (found->design == RESULTS_SOBOL)
		put_index(stream, results, found, "", "together", &found->together);
}

static bool put_csv(FILE *stream, const void *data, struct err *err)
{
	const struct request *request = data;
	const struct results *results = &request->results;
	bool good = true;
	fputs("outcome,design,factor,index,value,low,high,noise,used,left_out,replicates\n", stream);
	for (int named = first_design(results); named < results->named_count; named++)
		for (int k = 0; good && k < request->outcomes.all; k++) {
			struct sensitivity found;
			good = sensitivity_make(results, request->outcomes.index[k], named, &found, err);
			put_found(stream, results, &found);
			sensitivity_clear(&found);
		}
	return good;
}

// ---- the command

// Before anything is told or written: do the indices exist?
static bool can_be_made(const struct request *request, struct err *err)
{
	struct sensitivity found;
	bool good = sensitivity_make(&request->results, request->outcomes.index[0], first_design(&request->results), &found, err);
	sensitivity_clear(&found);
	return good;
}

static int sensitivity_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct request request = { .results.precise_outcome = -1 };
	const char *csv = cmd_args_value(args, "csv");
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	if (!cmd_outcome_load(args, "sensitivity", &request.results, &err) || !cmd_outcomes_choose(&request.results, args, &request.outcomes, &err) ||
	    !can_be_made(&request, &err) || !cmd_outcome_csv(out, csv, &request.results, put_csv, &request, &err) ||
	    (!(csv && strcmp(csv, "-") == 0) && !print_all(out, &request, &err)))
		status = cmd_mistake(&err, out->lang);
	cmd_outcomes_clear(&request.outcomes);
	results_clear(&request.results);
	return status;
}

const struct cmd_command cmd_sensitivity_command = {
	.name = "sensitivity",
	.words = { "EXPERIMENT.db", "EXPERIMENT.db" },
	.summary = { "laat zien waar een uitkomst van afhangt", "show what an outcome hangs on" },
	.more = {
		"Laat van een gedraaid experiment met design = morris of sobol zien welke factoren een maat het meest bewegen, met onzekerheid, en hoeveel "
		"daarvan toeval is. Morris is goedkoop en zegt welke factoren ertoe doen en welke kant op; Sobol is duurder en verdeelt de verschillen in "
		"een maat over de factoren, alleen en samen.",
		"Shows of an experiment with design = morris or sobol which factors move a measure most, with uncertainty, and how much of that is "
		"chance. Morris is cheap and says which factors matter and which way; Sobol takes more runs and divides the differences in a measure "
		"over the factors, alone and together." },
	.examples = { "stoeprand sensitivity hefbomen.db\nstoeprand sensitivity hefbomen.db --measure trust\nstoeprand sensitivity hefbomen.db --csv -",
	              "stoeprand sensitivity levers.db\nstoeprand sensitivity levers.db --measure trust\nstoeprand sensitivity levers.db --csv -" },
	.options = option_table,
	.run = sensitivity_main,
};
