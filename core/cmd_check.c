// `check`: is a scenario right, and what does it hold?
#include "cmd.h"
#include "cmd_number.h"
#include "cmd_result.h"
#include "file.h"
#include "script/experiment.h"
#include "script/scenario.h"

#include "batch/alternatives.h"

static const struct cmd_option option_table[] = {
	{ "quiet", { 0 }, { "toon alleen wat er mis is", "show only what is wrong" } },
	{ 0 },
};

static void print_good(const struct cmd_out *out, const char *name, const struct config *config)
{
	bool nl = out->lang == LANG_NL;
	char staff[CMD_NUMBER_MAX], line[256];
	cmd_whole(staff, out->lang, config_staff(config));
	cmd_style(out, CMD_ACCENT);
	cmd_put(out, "ok  ");
	cmd_style(out, CMD_PLAIN);
	cmd_put(out, "%s: ", name);
	cmd_wrap(out, 4, cmd_words(&config->title, out->lang));
	snprintf(line, sizeof line, nl ? "%s medewerkers, afdelingen: %d, onderdelen van het plan: %d, aannames: %d, jaren: %d"
	                               : "%s staff, departments: %d, plan items: %d, assumptions: %d, years: %d",
	         staff, config->department_count, config->entry_count, config->assumption_count, config->years);
	cmd_put(out, "    ");
	cmd_wrap(out, 4, line);
	if (config->imported)
		cmd_import_print(out, config, NULL);
}

// What it holds, after what was tried: every design and every level by itself.
static void print_experiment(const struct cmd_out *out, const char *name, const struct experiment *experiment, const struct results *results)
{
	bool nl = out->lang == LANG_NL;
	char points[CMD_NUMBER_MAX], line[256];
	cmd_whole(points, out->lang, results->point_count);
	cmd_style(out, CMD_ACCENT);
	cmd_put(out, "ok  ");
	cmd_style(out, CMD_PLAIN);
	cmd_put(out, "%s: ", name);
	cmd_wrap(out, 4, cmd_words(&experiment->title, out->lang));
	snprintf(line, sizeof line, nl ? "experiment met %s: ontwerpen: %d, variërende instellingen: %d, alternatieven: %s, runs per alternatief: %s%d, meetwaarden: %d"
	                               : "experiment on %s: designs: %d, settings that vary: %d, alternatives: %s, runs for each: %s%d, measures: %d",
	         experiment->scenario[0].name, experiment->named_count, experiment->factor_count, points,
	         experiment->precise ? nl ? "hooguit " : "at most " : "", experiment->replicates, experiment->outcome_count);
	cmd_put(out, "    ");
	cmd_wrap(out, 4, line);
}

static int check_experiment(const struct cmd_out *out, const struct cmd_args *args, const char *name, const char *path)
{
	struct results results = { 0 };
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	struct experiment *experiment = experiment_open(path, &err);
	if (!experiment || !alternatives_make(experiment, &results, &err)) {
		(void)fflush(out->stream);
		status = cmd_mistake(&err, out->lang);
	} else if (!cmd_args_has(args, "quiet")) {
		print_experiment(out, name, experiment, &results);
	}
	results_clear(&results);
	experiment_close(experiment);
	return status;
}

// A status: of one file.
static int check_file(const struct cmd_out *out, const struct cmd_args *args, const char *name)
{
	char path[FILE_PATH_MAX];
	struct config config;
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	config_init(&config);
	bool is_experiment = false;
	if (cmd_find_experiment(name, path, sizeof path, NULL) && !experiment_is(path, &is_experiment, &err))
		return cmd_mistake(&err, out->lang);
	if (is_experiment)
		return check_experiment(out, args, name, path);
	if (!cmd_find_scenario(name, path, sizeof path, &err) || !scenario_load(path, &config, &err)) {
		(void)fflush(out->stream);
		status = cmd_mistake(&err, out->lang);
	} else if (!cmd_args_has(args, "quiet")) {
		print_good(out, name, &config);
		if (cmd_args_words(args) == 1) {
			cmd_own_print(out, &config);
			cmd_assumptions_print(out, &config, true);
			cmd_look_print(out, &config);
		}
	}
	config_clear(&config);
	return status;
}

static int check_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	if (cmd_args_words(args) == 0) {
		err_add(&err, "welk scenario? Bijvoorbeeld: stoeprand check mijn-gemeente.lua",
		        "which scenario? For example: stoeprand check my-town.lua");
		return cmd_mistake(&err, out->lang);
	}
	for (int i = 0; i < cmd_args_words(args); i++) {
		int one = check_file(out, args, cmd_args_word(args, i));
		status = one > status ? one : status;
	}
	return status;
}

const struct cmd_command cmd_check_command = {
	.name = "check",
	.words = { "SCENARIO…", "SCENARIO…" },
	.summary = { "kijk of scenario's en experimenten kloppen, zonder ze te spelen", "see whether scenarios and experiments are right, without running them" },
	.more = {
		"Leest scenario's zonder ze te spelen. Van elk staat er wat het bevat, of alles wat er niet klopt: het bestand, "
		"de plek erin, de waarde, wat er mag en welke naam er waarschijnlijk bedoeld is.",
		"Reads scenarios without running them. For each it says what it holds, or all that is wrong: the file, the "
		"place in it, the value, what is allowed and which name was probably meant." },
	.examples = { "stoeprand check midden-groningen\nstoeprand check mijn-gemeente.lua buurgemeente.lua",
	              "stoeprand check midden-groningen\nstoeprand check my-town.lua next-town.lua" },
	.options = option_table,
	.run = check_main,
};
