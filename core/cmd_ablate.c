// `ablate`: a scenario without each of its mechanisms in turn, beside the scenario as it is, under the same luck.
#include "cmd.h"
#include "cmd_compare.h"
#include "cmd_progress.h"
#include "cmd_result.h"
#include "cmd_stop.h"

#include "batch/alternatives.h"
#include "batch/runner.h"
#include "batch/store.h"
#include "file.h"
#include "mem.h"
#include "script/scenario.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_MAX_BYTES = 16384, REPLICATES = 20, REPLICATES_LEAST = 2, TOLD = 5, ROWS = 12, JOBS_SELF = 64 };

static const struct cmd_option option_table[] = {
	{ "measure", { "MAAT", "MEASURE" }, { "waarop gelet wordt: trust, strain; mag vaker (gewoonlijk prestatie, vertrouwen en mindset)",
	                                      "what to look at: trust, strain; may be repeated (usually performance, trust and mindset)" } },
	{ "replicates", { "AANTAL", "NUMBER" }, { "in zo veel toekomsten (gewoonlijk 20)", "in so many futures (usually 20)" } },
	{ "years", { "JAREN", "YEARS" }, { "zo veel jaren, in plaats van wat het scenario zegt", "so many years, instead of what the scenario says" } },
	{ "seed", { "GETAL", "NUMBER" }, { "toevalsgetal van de eerste toekomst", "random seed of the first future" } },
	{ "jobs", { "AANTAL", "NUMBER" },
	  { "runs tegelijk (gewoonlijk zoveel als er rekenkernen zijn); de uitkomst is bij elk aantal dezelfde",
	    "runs at a time (usually the number of processor cores); the results are the same for any number" } },
	{ "out", { "BESTAND", "FILE" }, { "bewaar de uitkomsten, voor stoeprand compare", "keep the results, for stoeprand compare" } },
	{ "csv", { "BESTAND|-", "FILE|-" },
	  { "alle getallen als CSV; - is de standaarduitvoer, en dan alleen dat", "all numbers as CSV; - is standard output, and then only that" } },
	{ 0 },
};

struct ablation {
	const struct cmd_out *out;
	const struct cmd_args *args;
	char scenario[FILE_PATH_MAX];    // where it is
	char folder[FILE_PATH_MAX];      // of the store when nobody keeps it, or ""
	char path[FILE_PATH_MAX];        // of the store
	int replicates, years, jobs;     // years 0: as the scenario
	uint64_t seed;
	struct config config;
	struct experiment *experiment;
	struct cmd_progress progress;
	struct cmd_compare compare;
};

static bool is_on(const struct ablation *ablation, int param)
{
	return param_table[param].kind == PARAM_MECHANISM && ablation->config.setting[param] != 0;
}

static int count_on(const struct ablation *ablation)
{
	int count = 0;
	for (int id = 0; id < PARAM_COUNT; id++)
		count += is_on(ablation, id);
	return count;
}

// ---- what is asked

static void check_measures(const struct ablation *ablation, struct err *err)
{
	for (int i = 0; i < ablation->args->count; i++) {
		const struct cmd_arg *arg = &ablation->args->arg[i];
		const char *names[MEASURE_COUNT + CONFIG_OWN_MAX];
		if (!arg->option || strcmp(arg->option, "measure") != 0 || config_find_measure(&ablation->config, arg->value) >= 0)
			continue;
		for (int id = 0; id < config_measure_count(&ablation->config); id++)
			names[id] = config_measure(&ablation->config, id).name;
		cmd_args_unknown(err, (struct text){ "maat", "measure" }, arg->value, names, config_measure_count(&ablation->config), (int)sizeof *names);
	}
}

static bool read_request(struct ablation *ablation, struct err *err)
{
	const struct param *years = &param_table[PARAM_RUN_YEARS];
	const char *name = cmd_args_word(ablation->args, 0);
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	ablation->jobs = cores < 1 ? 1 : cores > JOBS_SELF ? JOBS_SELF : (int)cores;
	ablation->replicates = REPLICATES;
	cmd_args_whole(ablation->args, "replicates", REPLICATES_LEAST, EXPERIMENT_REPLICATES_MAX, &ablation->replicates, err);
	cmd_args_whole(ablation->args, "years", 1, (int)years->max, &ablation->years, err);
	cmd_args_whole(ablation->args, "jobs", 1, RUNNER_JOBS_MAX, &ablation->jobs, err);
	if (!name)
		err_add(err, "welk scenario? Bijvoorbeeld: stoeprand ablate midden-groningen", "which scenario? For example: stoeprand ablate midden-groningen");
	else if (cmd_args_words(ablation->args) > 1)
		err_add(err, "één scenario tegelijk; %s is er een te veel", "one scenario at a time; %s is one too many", cmd_args_word(ablation->args, 1));
	else if (cmd_find_scenario(name, ablation->scenario, sizeof ablation->scenario, err) && scenario_load(ablation->scenario, &ablation->config, err)) {
		check_measures(ablation, err);
		if (count_on(ablation) == 0)
			err_add(err, "%s: in dit scenario staan alle mechanismen al uit", "%s: in this scenario all mechanisms are off already", ablation->scenario);
	}
	ablation->seed = ablation->config.seed;
	cmd_args_seed(ablation->args, "seed", &ablation->seed, err);
	if (ablation->seed > (uint64_t)1 << 53)
		err_add(err, "--seed: waarde %" PRIu64 "; hier is het toegestaan tot en met 9007199254740992", "--seed: value %" PRIu64 "; here it is allowed up to 9007199254740992", ablation->seed);
	return err->count == 0;
}

// ---- the experiment, in memory

struct writer {
	char text[TEXT_MAX_BYTES];
	size_t used;
};

__attribute__((format(printf, 2, 3))) static void write_text(struct writer *writer, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int length = vsnprintf(writer->text + writer->used, sizeof writer->text - writer->used, format, args);
	va_end(args);
	must(length >= 0 && writer->used + (size_t)length < sizeof writer->text);
	writer->used += (size_t)length;
}

// As a Lua string.
static void write_quoted(struct writer *writer, const char *text)
{
	write_text(writer, "\"");
	for (; *text; text++)
		write_text(writer, strchr("\"\\\n", *text) ? "\\%c" : "%c", *text);
	write_text(writer, "\"");
}

static void write_measures(struct writer *writer, const struct ablation *ablation)
{
	bool asked = cmd_args_has(ablation->args, "measure");
	write_text(writer, "  measure = { ");
	for (int i = 0; i < ablation->args->count; i++)
		if (ablation->args->arg[i].option && strcmp(ablation->args->arg[i].option, "measure") == 0)
			write_text(writer, "\"%s\", ", ablation->args->arg[i].value);
	if (!asked)
		write_text(writer, "\"performance\", \"trust\", \"mindset\", ");
	write_text(writer, "},\n");
}

static void write_experiment(struct writer *writer, const struct ablation *ablation)
{
	write_text(writer, "return experiment {\n  title = { nl = \"Zonder elk mechanisme\", en = \"Without each mechanism\" },\n  scenario = ");
	write_quoted(writer, ablation->scenario);
	write_text(writer, ",\n  seed = %" PRIu64 ", replicates = %d, design = \"one_at_a_time\",\n", ablation->seed, ablation->replicates);
	if (ablation->years)
		write_text(writer, "  years = %d,\n", ablation->years);
	write_measures(writer, ablation);
	write_text(writer, "  vary = {\n");
	for (int id = 0; id < PARAM_COUNT; id++)
		if (is_on(ablation, id))
			write_text(writer, "    [\"%s\"] = { false },\n", param_table[id].name);
	write_text(writer, "  },\n}\n");
}

// The text of the experiment is here; its scenario is still to be read from its file.
static bool open_experiment(struct ablation *ablation, struct err *err)
{
	struct writer *writer = mem_new(1, sizeof *writer);
	struct box_texts *texts = mem_new(2, sizeof *texts);
	bool good = writer && texts;
	if (good) {
		write_experiment(writer, ablation);
		texts[0].is_kept = true;
		texts[1].name = config_copy_text(ablation->scenario);
		good = texts[1].name && box_texts_add(&texts[0], "", "ablate", writer->text, writer->used);
	}
	if (good)
		ablation->experiment = experiment_reopen(texts, 2, err);
	else
		err_memory(err);
	for (int i = 0; texts && i < 2; i++)
		box_texts_clear(&texts[i]);
	mem_free(texts);
	mem_free(writer);
	return ablation->experiment != NULL;
}

// ---- the runs

// The store is a file, as of any experiment; one that nobody keeps is in a folder of its own.
static bool place_store(struct ablation *ablation, struct err *err)
{
	const char *out = cmd_args_value(ablation->args, "out"), *temp = getenv("TMPDIR");
	if (out) {
		snprintf(ablation->path, sizeof ablation->path, "%s", out);
		return true;
	}
	snprintf(ablation->folder, sizeof ablation->folder, "%.2000s/stoeprand-XXXXXX", temp && *temp ? temp : "/tmp");
	if (!mkdtemp(ablation->folder)) {
		ablation->folder[0] = '\0';
		err_add(err, "er is geen map voor tijdelijke bestanden: kies met --out waar de uitkomsten komen", "there is no folder for temporary files: choose with --out where the results go");
		return false;
	}
	snprintf(ablation->path, sizeof ablation->path, "%.3000s/ablate.db", ablation->folder);
	return true;
}

static void remove_store(struct ablation *ablation)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
	for (size_t i = 0; ablation->folder[0] && i < sizeof endings / sizeof *endings; i++) {
		char path[FILE_PATH_MAX + 16];
		snprintf(path, sizeof path, "%s%s", ablation->path, endings[i]);
		unlink(path);
	}
	if (ablation->folder[0])
		rmdir(ablation->folder);
}

static void tell(void *data, const struct runner_state *state)
{
	struct ablation *ablation = data;
	char what[128];
	int64_t ended = state->done + state->failed;
	if (!cmd_progress_due(&ablation->progress))
		return;
	snprintf(what, sizeof what, ablation->out->lang == LANG_NL ? "%" PRId64 " van %" PRId64 " runs%s" : "%" PRId64 " of %" PRId64 " runs%s", ended, state->total,
	         !state->stopping ? "" : ablation->out->lang == LANG_NL ? ", stopt na de lopende runs" : ", stopping after the current runs");
	cmd_progress_show(&ablation->progress, state->total ? (double)ended / (double)state->total : 1, what, -1);
}

static bool run_all(struct ablation *ablation, struct results *points, struct err *err)
{
	struct store_plan plan = { .replicates = ablation->replicates, .shard = 1, .shards = 1 };
	struct store *store = store_create(ablation->path, ablation->experiment, points, &plan, STOEPRAND_VERSION, err);
	struct runner runner = {
		.experiment = ablation->experiment, .results = points, .plan = &plan, .store = store, .jobs = ablation->jobs, .stop = cmd_stop_asked(),
		.tell = tell, .data = ablation,
	};
	bool good = store && runner_plan(ablation->experiment, points, &plan, store, err);
	if (good) {
		cmd_stop_catch();
		cmd_progress_begin(&ablation->progress, ablation->out->lang, true);
		good = runner_run(&runner, err);
		cmd_progress_end(&ablation->progress);
	}
	if (good && *cmd_stop_asked())
		err_add(err, "gestopt voordat alle runs er waren", "stopped before all runs were there");
	store_close(store);
	return good && err->count == 0;
}

static bool run_experiment(struct ablation *ablation, struct err *err)
{
	struct results points = { .precise_outcome = -1 };
	bool good = open_experiment(ablation, err) && alternatives_make(ablation->experiment, &points, err) && place_store(ablation, err) &&
	            run_all(ablation, &points, err) && results_load(ablation->path, &ablation->compare.results, err);
	results_clear(&points);
	return good;
}

// ---- what is told

// "mechanisms.influence false" is called "influence".
static bool name_points(struct ablation *ablation, struct err *err)
{
	struct results *results = &ablation->compare.results;
	int base = results_baseline(results);
	bool nl = ablation->out->lang == LANG_NL;
	for (int k = 0; k < results->point_count; k++) {
		struct results_point *point = &results->point[k];
		char name[CMD_OUTCOME_NAME_MAX];
		snprintf(name, sizeof name, "%s", nl ? "alles aan" : "all on");
		for (int f = 0; k != base && f < results->factor_count; f++)
			if (point->set[f])
				snprintf(name, sizeof name, "%s", strchr(results->factor[f].key, '.') + 1);
		char *label = config_copy_text(name);
		if (!label) {
			err_memory(err);
			return false;
		}
		mem_free(point->label);
		point->label = label;
	}
	return true;
}

// What does most comes first.
static void sort_rows(struct compare *compare)
{
	for (int k = 1; k < compare->count; k++) {
		struct compare_row row = compare->row[k];
		int at = k;
		for (; at > 0 && !(fabs(compare->row[at - 1].difference.mean) >= fabs(row.difference.mean)); at--)
			compare->row[at] = compare->row[at - 1];
		compare->row[at] = row;
	}
}

static bool is_clear(enum compare_verdict verdict)
{
	return verdict == COMPARE_CLEAR_UP || verdict == COMPARE_CLEAR_DOWN;
}

// Names the mechanisms of a kind, after the first `skip` of them.
static void tell_group(const struct ablation *ablation, const struct compare *compare, bool (*belongs)(enum compare_verdict), int skip, struct text what)
{
	const struct cmd_out *out = ablation->out;
	char line[2048];
	int count = 0, used = snprintf(line, sizeof line, "%s ", text_in(what, out->lang));
	for (int k = 0; k < compare->count; k++) {
		const char *name = ablation->compare.results.point[compare->row[k].point].label;
		if (belongs(compare_verdict(compare, &compare->row[k])) && skip-- <= 0 && used < (int)sizeof line - CMD_OUTCOME_NAME_MAX)
			used += snprintf(line + used, sizeof line - (size_t)used, "%s%s", count++ ? ", " : "", name);
	}
	snprintf(line + used, sizeof line - (size_t)used, ".");
	if (!count)
		return;
	cmd_put(out, "  - ");
	cmd_wrap(out, 4, line);
}

static bool is_same(enum compare_verdict verdict) { return verdict == COMPARE_SAME; }
static bool is_small(enum compare_verdict verdict) { return verdict == COMPARE_SMALL; }
static bool is_open(enum compare_verdict verdict) { return verdict == COMPARE_OPEN || verdict == COMPARE_UNKNOWN; }

static void tell_outcome(const struct ablation *ablation, const struct compare *compare)
{
	const struct cmd_out *out = ablation->out;
	int told = 0;
	for (int k = 0; k < compare->count && told < TOLD; k++) {
		char text[CMD_COMPARE_SENTENCE_MAX], line[CMD_COMPARE_SENTENCE_MAX + 16];
		if (!is_clear(compare_verdict(compare, &compare->row[k])))
			continue;
		cmd_compare_tell(text, &ablation->compare.results, compare, &compare->row[k], out->lang, false);
		snprintf(line, sizeof line, out->lang == LANG_NL ? "Zonder %s" : "Without %s", text);
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, line);
		told++;
	}
	tell_group(ablation, compare, is_clear, TOLD, (struct text){ "Ook duidelijk, maar minder, is het verschil zonder", "Clear as well, but less, is the difference without" });
	tell_group(ablation, compare, is_open, 0, (struct text){ "Nog niet te zeggen, met zo weinig toekomsten, is het zonder", "Too early to say, with so few futures, without" });
	tell_group(ablation, compare, is_small, 0, (struct text){ "Te klein om ertoe te doen is het verschil zonder", "Too small to matter is the difference without" });
	tell_group(ablation, compare, is_same, 0, (struct text){ "Precies gelijk blijft alles zonder", "All stays exactly the same without" });
}

static bool print_outcome(const struct ablation *ablation, int outcome, struct err *err)
{
	struct compare compare;
	const struct results *results = &ablation->compare.results;
	bool good = compare_make(results, outcome, -1, NAN, &compare, err);
	if (good) {
		sort_rows(&compare);
		cmd_outcome_heading(ablation->out, results, outcome);
		tell_outcome(ablation, &compare);
		compare.count = compare.count < ROWS ? compare.count : ROWS;
		while (compare.count > 1 && is_same(compare_verdict(&compare, &compare.row[compare.count - 1])))
			compare.count--;
		good = cmd_compare_table(ablation->out, results, &compare, (struct text){ "zonder", "without" }, false, err);
	}
	compare_clear(&compare);
	return good;
}

static void print_notes(const struct ablation *ablation)
{
	const struct cmd_out *out = ablation->out;
	const struct results *results = &ablation->compare.results;
	bool nl = out->lang == LANG_NL, off = false;
	cmd_heading(out, "De mechanismen", "The mechanisms");
	for (int f = 0; f < results->factor_count; f++) {
		char line[512];
		snprintf(line, sizeof line, "%s: %s", strchr(results->factor[f].key, '.') + 1, cmd_words(&results->factor[f].label, out->lang));
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, line);
	}
	cmd_put(out, "\n");
	cmd_style(out, CMD_DIM);
	for (int id = 0; id < PARAM_COUNT; id++)
		off |= param_table[id].kind == PARAM_MECHANISM && !is_on(ablation, id);
	cmd_wrap(out, 0, nl
	         ? "Zo leest u dit: een maat die zonder een mechanisme lager uitkomt, wordt er door dat mechanisme hoger van. Mechanismen grijpen in elkaar, dus de "
	           "verschillen tellen niet op. De tabellen tonen de grootste verschillen; --csv geeft ze alle. 95 %, d, p en genoeg zijn als bij stoeprand compare."
	         : "How to read this: a measure that ends lower without a mechanism is raised by that mechanism. Mechanisms work into each other, so the "
	           "differences do not add up. The tables show the largest differences; --csv has all. 95%, d, p and enough are as in stoeprand compare.");
	if (off)
		cmd_wrap(out, 0, nl ? "Mechanismen die in dit scenario al uit staan, doen niet mee." : "Mechanisms that are off in this scenario take no part.");
	cmd_style(out, CMD_PLAIN);
}

static bool print_all(const struct ablation *ablation, struct err *err)
{
	const struct cmd_out *out = ablation->out;
	bool good = true;
	cmd_outcome_intro(out, &ablation->compare.results);
	cmd_wrap(out, 0, out->lang == LANG_NL ? "Elk mechanisme van het model is één keer uitgezet; daarnaast staat het scenario met alles aan, onder hetzelfde toeval."
	                                      : "Each mechanism of the model was switched off once; beside it stands the scenario with all on, under the same luck.");
	for (int k = 0; good && k < ablation->compare.results.outcome_count; k++)
		good = print_outcome(ablation, k, err);
	if (good)
		print_notes(ablation);
	return good;
}

// ---- the command

static bool tell_results(struct ablation *ablation, struct err *err)
{
	const char *csv = cmd_args_value(ablation->args, "csv");
	struct cmd_compare *compare = &ablation->compare;
	compare->baseline = -1;
	compare->matters = NAN;
	compare->outcomes = (struct cmd_outcomes){ .index = mem_new((size_t)compare->results.outcome_count + 1, sizeof *compare->outcomes.index) };
	if (!compare->outcomes.index) {
		err_memory(err);
		return false;
	}
	for (int k = 0; k < compare->results.outcome_count; k++)
		compare->outcomes.index[compare->outcomes.all++] = k;
	return name_points(ablation, err) && cmd_outcome_csv(ablation->out, csv, &compare->results, cmd_compare_csv, compare, err) &&
	       ((csv && strcmp(csv, "-") == 0) || print_all(ablation, err));
}

static int ablate_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct ablation *ablation = mem_new(1, sizeof *ablation);
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	if (!ablation) {
		err_memory(&err);
		return cmd_failure(&err, out->lang);
	}
	ablation->out = out;
	ablation->args = args;
	config_init(&ablation->config);
	if (!read_request(ablation, &err))
		status = cmd_mistake(&err, out->lang);
	else if (!run_experiment(ablation, &err) || !tell_results(ablation, &err))
		status = ablation->progress.began_s > 0 ? cmd_failure(&err, out->lang) : cmd_mistake(&err, out->lang);
	remove_store(ablation);
	cmd_outcomes_clear(&ablation->compare.outcomes);
	results_clear(&ablation->compare.results);
	experiment_close(ablation->experiment);
	config_clear(&ablation->config);
	mem_free(ablation);
	return status;
}

const struct cmd_command cmd_ablate_command = {
	.name = "ablate",
	.words = { "SCENARIO", "SCENARIO" },
	.summary = { "speel een scenario zonder elk van zijn mechanismen", "run a scenario without each of its mechanisms" },
	.more = {
		"Zet elk mechanisme van het model om beurten uit en vergelijkt de uitkomst met die van het scenario zoals het is, onder hetzelfde toeval. Zo "
		"ziet u waar een uitkomst in dit model vandaan komt, en welke mechanismen er hier niet toe doen.",
		"Switches off each mechanism of the model in turn and compares the outcome with that of the scenario as it is, under the same luck. It "
		"shows where an outcome of this model comes from, and which mechanisms do not matter here." },
	.examples = { "stoeprand ablate midden-groningen --measure trust\nstoeprand ablate mijn-gemeente.lua --years 3 --replicates 10 --csv -",
	              "stoeprand ablate midden-groningen --measure trust\nstoeprand ablate my-town.lua --years 3 --replicates 10 --csv -" },
	.options = option_table,
	.run = ablate_main,
};
