// `ablate`: a scenario without each of its mechanisms in turn, beside the scenario as it is, under the same luck.
#include "cmd_ablate.h"

#include "batch/runner.h"
#include "cmd.h"
#include "mem.h"
#include "script/scenario.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

enum { REPLICATES = 20, REPLICATES_LEAST = 2, JOBS_SELF = 64 };

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

bool cmd_ablate_is_on(const struct cmd_ablate *ablate, int param)
{
	return param_table[param].kind == PARAM_MECHANISM && ablate->config.setting[param] != 0;
}

static int count_on(const struct cmd_ablate *ablate)
{
	int count = 0;
	for (int id = 0; id < PARAM_COUNT; id++)
		count += cmd_ablate_is_on(ablate, id);
	return count;
}

// ---- what is asked

static void check_measures(const struct cmd_ablate *ablate, struct err *err)
{
	for (int i = 0; i < ablate->args->count; i++) {
		const struct cmd_arg *arg = &ablate->args->arg[i];
		const char *names[MEASURE_COUNT + CONFIG_OWN_MAX];
		if (!arg->option || strcmp(arg->option, "measure") != 0 || config_find_measure(&ablate->config, arg->value) >= 0)
			continue;
		for (int id = 0; id < config_measure_count(&ablate->config); id++)
			names[id] = config_measure(&ablate->config, id).name;
		cmd_args_unknown(err, (struct text){ "maat", "measure" }, arg->value, names, config_measure_count(&ablate->config), (int)sizeof *names);
	}
}

static bool read_request(struct cmd_ablate *ablate, struct err *err)
{
	const struct param *years = &param_table[PARAM_RUN_YEARS];
	const char *name = cmd_args_word(ablate->args, 0);
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	ablate->jobs = cores < 1 ? 1 : cores > JOBS_SELF ? JOBS_SELF : (int)cores;
	ablate->replicates = REPLICATES;
	cmd_args_whole(ablate->args, "replicates", REPLICATES_LEAST, EXPERIMENT_REPLICATES_MAX, &ablate->replicates, err);
	cmd_args_whole(ablate->args, "years", 1, (int)years->max, &ablate->years, err);
	cmd_args_whole(ablate->args, "jobs", 1, RUNNER_JOBS_MAX, &ablate->jobs, err);
	if (!name)
		err_add(err, "welk scenario? Bijvoorbeeld: stoeprand ablate midden-groningen", "which scenario? For example: stoeprand ablate midden-groningen");
	else if (cmd_args_words(ablate->args) > 1)
		err_add(err, "één scenario tegelijk; %s is er een te veel", "one scenario at a time; %s is one too many", cmd_args_word(ablate->args, 1));
	else if (cmd_find_scenario(name, ablate->scenario, sizeof ablate->scenario, err) && scenario_load(ablate->scenario, &ablate->config, err)) {
		check_measures(ablate, err);
		if (count_on(ablate) == 0)
			err_add(err, "%s: in dit scenario staan alle mechanismen al uit", "%s: in this scenario all mechanisms are off already", ablate->scenario);
	}
	ablate->seed = ablate->config.seed;
	cmd_args_seed(ablate->args, "seed", &ablate->seed, err);
	if (ablate->seed > (uint64_t)1 << 53)
		err_add(err, "--seed: waarde %" PRIu64 "; hier is het toegestaan tot en met 9007199254740992", "--seed: value %" PRIu64 "; here it is allowed up to 9007199254740992", ablate->seed);
	return err->count == 0;
}

// ---- the command

static bool rename_text(char **text, const char *name, struct err *err)
{
	char *copy = config_copy_text(name);
	if (!copy) {
		err_memory(err);
		return false;
	}
	mem_free(*text);
	*text = copy;
	return true;
}

// "mechanisms.influence false" is called "influence", the scenario as the user called it.
static bool name_parts(struct cmd_ablate *ablate, struct err *err)
{
	struct results *results = &ablate->compare.results;
	int base = results_baseline(results);
	bool good = rename_text(&results->scenario, cmd_args_word(ablate->args, 0), err);
	for (int k = 0; good && k < results->point_count; k++) {
		const char *name = ablate->out->lang == LANG_NL ? "alles aan" : "all on";
		for (int f = 0; k != base && f < results->factor_count; f++)
			if (results->point[k].set[f])
				name = strchr(results->factor[f].key, '.') + 1;
		good = rename_text(&results->point[k].label, name, err);
	}
	return good;
}

static bool tell_results(struct cmd_ablate *ablate, struct err *err)
{
	const char *csv = cmd_args_value(ablate->args, "csv");
	struct cmd_compare *compare = &ablate->compare;
	compare->baseline = -1;
	compare->matters = NAN;
	compare->outcomes = (struct cmd_outcomes){ .index = mem_new((size_t)compare->results.outcome_count + 1, sizeof *compare->outcomes.index) };
	if (!compare->outcomes.index) {
		err_memory(err);
		return false;
	}
	for (int k = 0; k < compare->results.outcome_count; k++)
		compare->outcomes.index[compare->outcomes.all++] = k;
	return name_parts(ablate, err) && cmd_outcome_csv(ablate->out, csv, &compare->results, cmd_compare_csv, compare, err) &&
	       ((csv && strcmp(csv, "-") == 0) || cmd_ablate_print(ablate, err));
}

static int ablate_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct cmd_ablate *ablate = mem_new(1, sizeof *ablate);
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	if (!ablate) {
		err_memory(&err);
		return cmd_failure(&err, out->lang);
	}
	ablate->out = out;
	ablate->args = args;
	config_init(&ablate->config);
	if (!read_request(ablate, &err))
		status = cmd_mistake(&err, out->lang);
	else if (!cmd_ablate_run(ablate, &err) || !tell_results(ablate, &err))
		status = ablate->progress.began_s > 0 ? cmd_failure(&err, out->lang) : cmd_mistake(&err, out->lang);
	cmd_ablate_remove(ablate);
	cmd_outcomes_clear(&ablate->compare.outcomes);
	results_clear(&ablate->compare.results);
	experiment_close(ablate->experiment);
	config_clear(&ablate->config);
	mem_free(ablate);
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
