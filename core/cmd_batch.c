// `batch`: an experiment, all its trials, into one results file that nothing can spoil.
#include "cmd_batch.h"

#include "cmd_number.h"
#include "cmd_result.h"
#include "cmd_rows.h"
#include "cmd_stop.h"
#include "file.h"
#include "mem.h"

#include "batch/alternatives.h"
#include "batch/runner.h"
#include "sim/sim.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { JOBS_SELF = 64 };

static const struct cmd_option option_table[] = {
	{ "out", { "BESTAND", "FILE" }, { "waarin de uitkomsten komen: één SQLite-bestand", "where the results go: one SQLite file" } },
	{ "jobs", { "AANTAL", "NUMBER" },
	  { "runs tegelijk (gewoonlijk zoveel als er rekenkernen zijn); de uitkomst is bij elk aantal dezelfde",
	    "runs at a time (usually the number of processor cores); the results are the same for any number" } },
	{ "replicates", { "AANTAL", "NUMBER" },
	  { "zo veel runs per alternatief, in plaats van wat het experiment zegt", "so many runs for each alternative, instead of what the experiment says" } },
	{ "resume", { 0 }, { "maak af wat er nog niet is", "finish what is not there yet" } },
	{ "retry", { 0 }, { "met --resume: probeer mislukte runs opnieuw", "with --resume: try failed runs again" } },
	{ "shard", { "I/N", "I/N" },
	  { "alleen deel I van N, voor een ander bestand op een andere computer; --merge voegt ze samen",
	    "only part I of N, for another file on another computer; --merge puts them together" } },
	{ "merge", { 0 }, { "voeg bestanden met uitkomsten van hetzelfde experiment samen in --out", "put results files of the same experiment together in --out" } },
	{ "csv", { "BESTAND|-", "FILE|-" },
	  { "alle runs als CSV, een rij per run; zonder --resume wordt er niets gedraaid als er al uitkomsten zijn",
	    "all runs as CSV, a row each; of results that are there, without --resume, nothing is run" } },
	{ "dry-run", { 0 }, { "zeg alleen hoeveel runs het worden en hoe lang dat duurt", "only say how many runs there will be and how long they take" } },
	{ "quiet", { 0 }, { "toon alleen wat er mis is", "show only what is wrong" } },
	{ 0 },
};

// ---- what is asked

static bool read_shard(struct cmd_batch *batch, struct err *err)
{
	const char *text = cmd_args_value(batch->args, "shard");
	char *slash = NULL, *end = NULL;
	long shard = text ? strtol(text, &slash, 10) : 1, shards = text && *slash == '/' ? strtol(slash + 1, &end, 10) : 1;
	if (text && (!end || *end || shards < 1 || shards > STORE_SHARDS_MAX || shard < 1 || shard > shards)) {
		err_add(err, "--shard: %s: schrijf I/N, bijvoorbeeld 2/4 voor het tweede van vier delen", "--shard: %s: write I/N, for example 2/4 for the second of four parts", text);
		return false;
	}
	batch->plan.shard = (int)shard;
	batch->plan.shards = (int)shards;
	return true;
}

static bool is_results_file(const char *path)
{
	static const char magic[] = "SQLite format 3";
	char head[sizeof magic] = "";
	FILE *file = path && file_exists(path) && !file_is_folder(path) ? fopen(path, "rb") : NULL;
	bool found = file && fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, magic, sizeof magic) == 0;
	if (file)
		(void)fclose(file);
	return found;
}

// How many runs at a time when nobody says.
static int usual_jobs(void)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	return cores < 1 ? 1 : cores > JOBS_SELF ? JOBS_SELF : (int)cores;
}

static bool read_options(struct cmd_batch *batch, struct err *err)
{
	int before = err->count;
	batch->out_path = cmd_args_value(batch->args, "out");
	batch->csv_path = cmd_args_value(batch->args, "csv");
	batch->resume = cmd_args_has(batch->args, "resume") || cmd_args_has(batch->args, "retry");
	batch->quiet = cmd_args_has(batch->args, "quiet") || (batch->csv_path && strcmp(batch->csv_path, "-") == 0);
	batch->name = cmd_args_word(batch->args, 0);
	read_shard(batch, err);
	if (!batch->name)
		err_add(err, "welk experiment? Bijvoorbeeld: stoeprand batch mijn-vraag.lua --out uitkomsten.db",
		        "which experiment? For example: stoeprand batch my-question.lua --out results.db");
	else if (cmd_args_words(batch->args) > 1 && !cmd_args_has(batch->args, "merge"))
		err_add(err, "één experiment tegelijk; %s is er een te veel", "one experiment at a time; %s is one too many", cmd_args_word(batch->args, 1));
	if (batch->out_path && batch->csv_path && (strcmp(batch->out_path, batch->csv_path) == 0 || file_same(batch->out_path, batch->csv_path)))
		err_add(err, "--csv: %s zou de uitkomsten overschrijven", "--csv: %s would overwrite the results", batch->csv_path);
	return err->count == before;
}

// ---- how much it is

// Seconds that one trial takes, by running its first weeks.
static double try_trial(const struct cmd_batch *batch)
{
	struct config config;
	if (!alternatives_config(batch->experiment, &batch->results, 0, &config, NULL))
		return 0;
	struct timespec from, now;
	int weeks = config.warm_up_weeks + config.years * CONFIG_WEEKS_PER_YEAR, done = 0;
	double spent = 0;
	clock_gettime(CLOCK_MONOTONIC, &from);
	struct sim *sim = sim_create(&config, 1, NULL);
	while (sim && done < weeks && spent < 0.2 && sim_run_to(sim, sim_week(sim) + 1, NULL, NULL)) {
		clock_gettime(CLOCK_MONOTONIC, &now);
		spent = (double)(now.tv_sec - from.tv_sec) + 1e-9 * (double)(now.tv_nsec - from.tv_nsec);
		done++;
	}
	sim_destroy(sim);
	config_clear(&config);
	return done ? spent * weeks / done : 0;
}

static void say_size(const struct cmd_batch *batch, int jobs)
{
	const struct cmd_out *out = batch->out;
	char points[CMD_NUMBER_MAX], trials[CMD_NUMBER_MAX], highest[CMD_NUMBER_MAX], time[CMD_DURATION_MAX];
	int64_t most, first = runner_trials(&batch->results, &batch->plan, &most);
	const char *title = cmd_words(&batch->results.title, out->lang);
	cmd_whole(points, out->lang, batch->results.point_count);
	cmd_whole(trials, out->lang, first);
	cmd_whole(highest, out->lang, most);
	if (*title)
		cmd_put(out, "%s\n", title);
	cmd_say(out, "%s alternatieven, %s runs", "%s alternatives, %s runs", points, trials);
	if (most > first)
		cmd_say(out, " (hooguit %s, tot het nauwkeurig genoeg is)", " (at most %s, until it is precise enough)", highest);
	if (batch->plan.shards > 1)
		cmd_say(out, ", deel %d van %d", ", part %d of %d", batch->plan.shard, batch->plan.shards);
	cmd_duration(time, out->lang, try_trial(batch) * (double)first / jobs);
	cmd_say(out, ", %d tegelijk: ongeveer %s\n", ", %d at a time: about %s\n", jobs, time);
	(void)fflush(out->stream);
}

// ---- running

static void tell(void *data, const struct runner_state *state)
{
	struct cmd_batch *batch = data;
	char what[256], rate[CMD_NUMBER_MAX], failed[64] = "";
	bool nl = batch->out->lang == LANG_NL;
	if (!cmd_progress_due(&batch->progress))
		return;
	int64_t ended = state->done + state->failed, left = state->total - ended;
	double per_second = state->seconds > 0 ? (double)state->now / state->seconds : 0;
	cmd_number(rate, batch->out->lang, per_second, per_second < 10 ? 1 : 0, false);
	if (state->failed)
		snprintf(failed, sizeof failed, nl ? ", %" PRId64 " mislukt" : ", %" PRId64 " failed", state->failed);
	snprintf(what, sizeof what, nl ? "%" PRId64 " van %" PRId64 "%s, %s per seconde%s" : "%" PRId64 " of %" PRId64 "%s, %s a second%s", ended, state->total, failed, rate,
		state->stopping ? nl ? ", stopt na de lopende runs" : ", stopping after the current runs" : "");
	cmd_progress_show(&batch->progress, state->total ? (double)ended / (double)state->total : 1, what, per_second > 0 ? (double)left / per_second : 0);
}

static void say_end(const struct cmd_batch *batch, const struct runner_state *state)
{
	const struct cmd_out *out = batch->out;
	char done[CMD_NUMBER_MAX], now[CMD_NUMBER_MAX], failed[CMD_NUMBER_MAX], rate[CMD_NUMBER_MAX], time[CMD_DURATION_MAX];
	cmd_whole(done, out->lang, state->done);
	cmd_whole(now, out->lang, state->now);
	cmd_whole(failed, out->lang, state->failed);
	cmd_number(rate, out->lang, state->seconds > 0 ? (double)state->now / state->seconds : 0, 1, false);
	cmd_duration(time, out->lang, state->seconds);
	cmd_say(out, "%s: %s runs klaar", "%s: %s runs done", store_path(batch->store), done);
	if (state->failed)
		cmd_say(out, ", %s mislukt", ", %s failed", failed);
	cmd_say(out, "; nu %s in %s, %s per seconde\n", "; now %s in %s, %s a second\n", now, time, rate);
}

static bool run_trials(struct cmd_batch *batch, int jobs, struct err *err)
{
	struct runner runner = {
		.experiment = batch->experiment, .results = &batch->results, .plan = &batch->plan, .store = batch->store,
		.jobs = jobs, .stop = cmd_stop_asked(), .tell = tell, .data = batch,
	};
	cmd_progress_begin(&batch->progress, batch->out->lang, !cmd_args_has(batch->args, "quiet"));
	bool good = runner_run(&runner, err);
	cmd_progress_end(&batch->progress);
	if (good && !batch->quiet)
		say_end(batch, &runner.state);
	int64_t left = runner.state.total - runner.state.done - runner.state.failed;
	if (!good)
		err_add(err, "wat er was is bewaard; ga verder met: stoeprand batch %s --resume", "what there was is kept; go on with: stoeprand batch %s --resume", store_path(batch->store));
	else if (left > 0)
		err_add(err, "gestopt; nog %" PRId64 " runs. Ga verder met: stoeprand batch %s --resume", "stopped; %" PRId64 " runs to go. Go on with: stoeprand batch %s --resume", left,
			store_path(batch->store));
	return good && left <= 0;
}

static bool run_batch(struct cmd_batch *batch, struct err *err)
{
	int jobs = usual_jobs();
	bool stored = is_results_file(batch->name);
	if (!cmd_args_whole(batch->args, "jobs", 1, RUNNER_JOBS_MAX, &jobs, err))
		return false;
	if (stored && !batch->resume && !batch->csv_path) {
		err_add(err, "%s is een bestand met uitkomsten: --resume maakt het af, --csv haalt er de runs uit", "%s is a results file: --resume finishes it, --csv takes its runs out", batch->name);
		return false;
	}
	if (stored && !batch->resume) {
		batch->store = store_open(batch->name, false, err);
		return batch->store && cmd_rows_write(batch->store, batch->csv_path, err);
	}
	bool there = batch->out_path && file_exists(batch->out_path) && !store_is_blank(batch->out_path);
	bool go_on = stored || (batch->resume && there);
	if (go_on && !cmd_batch_reopen(batch, stored ? batch->name : batch->out_path, !stored, err))
		return false;
	if (!go_on && !cmd_batch_read(batch, err))
		return false;
	bool dry = cmd_args_has(batch->args, "dry-run");
	if (!batch->quiet)
		say_size(batch, jobs);
	if (dry || (!go_on && !cmd_batch_create(batch, STOEPRAND_VERSION, err)))
		return dry;
	bool good = run_trials(batch, jobs, err);
	return (!batch->csv_path || cmd_rows_write(batch->store, batch->csv_path, err)) && good;
}

static int batch_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct cmd_batch *batch = mem_new(1, sizeof *batch);
	struct err err;
	err_clear(&err);
	if (!batch) {
		err_memory(&err);
		return cmd_failure(&err, out->lang);
	}
	batch->out = out;
	batch->args = args;
	cmd_stop_catch();
	bool good = read_options(batch, &err) && (cmd_args_has(args, "merge") ? cmd_batch_merge(batch, &err) : run_batch(batch, &err));
	bool started = batch->progress.began_s > 0;
	store_close(batch->store);
	results_clear(&batch->results);
	experiment_close(batch->experiment);
	mem_free(batch);
	if (good)
		return CMD_DONE;
	return started ? cmd_failure(&err, out->lang) : cmd_mistake(&err, out->lang);
}

const struct cmd_command cmd_batch_command = {
	.name = "batch",
	.words = { "EXPERIMENT", "EXPERIMENT" },
	.summary = { "vergelijk alternatieven in veel runs", "compare alternatives in many runs" },
	.more = {
		"Draait alle alternatieven van een experiment, elk met dezelfde reeks toevalsgetallen, en bewaart elke run zodra hij klaar is in één "
		"bestand. Stopt het programma, door Ctrl-C of door wat dan ook, dan maakt --resume het af. EXPERIMENT is een bestand, de naam van een "
		"meegeleverd experiment, of een bestand met uitkomsten: daarin staat alles om verder te gaan.",
		"Runs all alternatives of an experiment, each with the same series of random seeds, and keeps every run in one file as soon as it is "
		"done. When the program stops, by Ctrl-C or by anything else, --resume finishes it. EXPERIMENT is a file, the name of an experiment "
		"that comes with the program, or a results file: that holds all that is needed to go on." },
	.examples = {
		"stoeprand batch line-pool-mixed --out uitkomsten.db\n"
		"stoeprand batch uitkomsten.db --resume\n"
		"stoeprand batch mijn-vraag.lua --out deel1.db --shard 1/2\n"
		"stoeprand batch --merge deel1.db deel2.db --out alles.db\n"
		"stoeprand batch alles.db --csv runs.csv",
		"stoeprand batch line-pool-mixed --out results.db\n"
		"stoeprand batch results.db --resume\n"
		"stoeprand batch my-question.lua --out part1.db --shard 1/2\n"
		"stoeprand batch --merge part1.db part2.db --out all.db\n"
		"stoeprand batch all.db --csv runs.csv" },
	.options = option_table,
	.run = batch_main,
};
