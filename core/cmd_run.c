// `run`: one scenario, one seed, week by week; then the story, or files, or a digest.
#include "cmd.h"
#include "cmd_csv.h"
#include "cmd_history.h"
#include "cmd_number.h"
#include "cmd_picture.h"
#include "cmd_progress.h"
#include "cmd_result.h"
#include "cmd_stop.h"
#include "mem.h"
#include "script/hooks.h"
#include "script/scenario.h"
#include "sim/state.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

enum { KEY_MAX = 256, THREADS_MAX = 64, THREADS_SELF = 8, THREADS_FROM_STAFF = 20000 };

static const struct cmd_option option_table[] = {
	{ "seed", { "GETAL", "NUMBER" },
	  { "toevalsgetal: elk getal is een andere mogelijke toekomst",
	    "random seed: each number is another possible future" } },
	{ "years", { "JAREN", "YEARS" },
	  { "zo veel jaren, in plaats van wat het scenario zegt", "so many years, instead of what the scenario says" } },
	{ "set", { "SLEUTEL=WAARDE", "KEY=VALUE" },
	  { "een instelling, al in de inlooptijd (of vanaf de bewaarde week), ook per afdeling: kerbs.room=0.6, "
	    "departments.permits.kerbs.room=0.6, "
	    "mechanisms.influence=false; mag vaker",
	    "a setting, in the warm-up already (or from the saved week on), also per department: kerbs.room=0.6, "
	    "departments.permits.kerbs.room=0.6, "
	    "mechanisms.influence=false; may be repeated" } },
	{ "threads", { "AANTAL", "NUMBER" },
	  { "rekenkernen (1–64); de uitkomst is bij elk aantal dezelfde",
	    "processor threads (1–64); the result is the same for any number" } },
	{ "csv", { "BESTAND|-", "FILE|-" },
	  { "alle meetwaarden per week als CSV; - is de standaarduitvoer, en dan alleen dat",
	    "all measures per week as CSV; - is standard output, and then only that" } },
	{ "units", { 0 },
	  { "in de CSV ook een rij per afdeling en voor de pool", "in the CSV also a row per department and for the pool" } },
	{ "svg", { "BESTAND", "FILE" },
	  { "teken de belangrijkste meetwaarden en het plan, als SVG", "draw the main measures and the plan, as SVG" } },
	{ "png", { "BESTAND", "FILE" }, { "dezelfde tekening als PNG, op dubbele scherpte", "the same drawing as PNG, twice as sharp" } },
	{ "width", { "PX", "PX" },
	  { "breedte van de tekening (320–4000, gewoonlijk 1200); 360 past op een telefoon",
	    "width of the drawing (320–4000, usually 1200); 360 fits a phone" } },
	{ "digest", { 0 },
	  { "16 hexadecimale tekens: gelijk bij een gelijke toestand aan het eind",
	    "16 hexadecimal digits: equal when the state at the end is equal" } },
	{ "save", { "BESTAND", "FILE" }, { "bewaar de toestand aan het eind", "save the state at the end" } },
	{ "from", { "BESTAND", "FILE" }, { "ga verder vanaf een bewaarde toestand", "continue from a saved state" } },
	{ "quiet", { 0 },
	  { "toon alleen wat u vroeg (--digest, --csv -)", "show only what you asked for (--digest, --csv -)" } },
	{ 0 },
};

struct run {
	const struct cmd_out *out;
	const struct cmd_args *args;
	const char *csv_path, *save_path, *from_path, *svg_path, *png_path;
	char path[FILE_PATH_MAX];   // of the scenario
	bool tells;                 // the story is wanted
	int threads, last;          // last week of the run
	struct config config;
	struct hooks *hooks;        // the scenario's functions, NULL when it has none
	struct sim *sim;
	struct cmd_history history;
	struct cmd_units units;
	struct cmd_csv csv;
	struct file_writer save;
	struct cmd_picture picture;
};

// ---- what is asked

// Splits "kerbs.room=0.6"; false and err when it is not so.
static bool read_set(const char *text, char key[KEY_MAX], double *value, struct err *err)
{
	const char *equals = strchr(text, '=');
	if (!equals || equals == text || equals - text >= KEY_MAX) {
		err_add(err, "--set: %s: schrijf SLEUTEL=WAARDE, bijvoorbeeld kerbs.room=0.6",
		        "--set: %s: write KEY=VALUE, for example kerbs.room=0.6", *text ? text : "\"\"");
		return false;
	}
	memcpy(key, text, (size_t)(equals - text));
	key[equals - text] = '\0';
	return cmd_args_number(key, equals + 1, value, err);
}

static bool is_set(const struct cmd_arg *arg)
{
	return arg->option && strcmp(arg->option, "set") == 0;
}

// A saved state has its own settings: there --set holds from the next week.
static bool set_again(struct run *run, struct err *err)
{
	for (int i = 0; i < run->args->count; i++) {
		struct change change = { .kind = CHANGE_SET, .entry = -1 };
		char key[KEY_MAX];
		if (!is_set(&run->args->arg[i]))
			continue;
		if (!read_set(run->args->arg[i].value, key, &change.value, err) ||
		    !config_key(&run->config, key, "--set", &change.unit, &change.param, err))
			return false;
		if (!sim_change(run->sim, &change)) {
			err_add(err, "--set: te veel instellingen tegelijk", "--set: too many settings at once");
			return false;
		}
	}
	return true;
}

static int default_threads(const struct config *config)
{
	long cores = config_staff(config) >= THREADS_FROM_STAFF ? sysconf(_SC_NPROCESSORS_ONLN) : 1;
	return cores < 1 ? 1 : cores > THREADS_SELF ? THREADS_SELF : (int)cores;
}

static void apply_options(struct run *run, struct err *err)
{
	const struct param *years = &param_table[PARAM_RUN_YEARS];
	struct config *config = &run->config;
	int before = err->count;
	run->threads = default_threads(config);
	cmd_args_whole(run->args, "years", (int)years->min, (int)years->max, &config->years, err);
	cmd_args_whole(run->args, "threads", 1, THREADS_MAX, &run->threads, err);
	cmd_args_seed(run->args, "seed", &config->seed, err);
	for (int i = 0; i < run->args->count; i++) {
		const struct cmd_arg *arg = &run->args->arg[i];
		char key[KEY_MAX];
		double value;
		if (is_set(arg) && read_set(arg->value, key, &value, err))
			config_set(config, key, value, "--set", err);
	}
	run->last = config->years * CONFIG_WEEKS_PER_YEAR;
	if (err->count == before && cmd_args_has(run->args, "set"))
		config_check(config, "--set", err);
}

static void refuse_same(const char *one, const char *option, const char *other, struct err *err)
{
	if (one && other && (strcmp(one, other) == 0 || file_same(one, other)))
		err_add(err, "--%s: %s zou een bestand overschrijven dat deze run ook gebruikt",
		        "--%s: %s would overwrite a file that this run uses too", option, one);
}

// Devices take more than one file.
static bool may_refuse(const char *path)
{
	return path && strncmp(path, "/dev/", 5) != 0;
}

static void check_paths(struct run *run, struct err *err)
{
	bool to_stdout = run->csv_path && strcmp(run->csv_path, "-") == 0;
	const char *csv = to_stdout ? NULL : run->csv_path;
	if (cmd_args_has(run->args, "units") && !run->csv_path)
		err_add(err, "--units hoort bij --csv BESTAND", "--units goes with --csv FILE");
	if (cmd_args_has(run->args, "width") && !run->svg_path && !run->png_path)
		err_add(err, "--width hoort bij --svg BESTAND of --png BESTAND", "--width goes with --svg FILE or --png FILE");
	cmd_args_whole(run->args, "width", CMD_PICTURE_LEAST, CMD_PICTURE_MOST, &run->picture.width, err);
	const struct { const char *path, *option; bool read; } file[] = {
		{ run->path, NULL, true }, { run->from_path, NULL, true },
		{ csv, "csv", false }, { run->save_path, "save", false }, { run->svg_path, "svg", false }, { run->png_path, "png", false },
	};
	for (size_t i = 0; i < sizeof file / sizeof *file; i++)
		for (size_t k = 0; k < i && !file[i].read; k++)
			if (may_refuse(file[i].path) && !(file[k].path == run->from_path && strcmp(file[i].option, "save") == 0))
				refuse_same(file[i].path, file[i].option, file[k].path, err);
}

// The scenario and the command line together; all mistakes at once.
static bool read_request(struct run *run, struct err *err)
{
	const char *name = cmd_args_word(run->args, 0);
	if (!name)
		err_add(err, "welk scenario? Bijvoorbeeld: stoeprand run midden-groningen",
		        "which scenario? For example: stoeprand run midden-groningen");
	else if (cmd_args_words(run->args) > 1)
		err_add(err, "één scenario tegelijk; %s is er een te veel", "one scenario at a time; %s is one too many",
		        cmd_args_word(run->args, 1));
	else if (cmd_find_scenario(name, run->path, sizeof run->path, err) &&
	         scenario_load_hooks(run->path, &run->config, &run->hooks, err))
		apply_options(run, err);
	check_paths(run, err);
	return err->count == 0;
}

// ---- the run

static struct sim *load_saved(struct run *run, struct err *err)
{
	unsigned char *data;
	size_t count;
	if (!file_read(run->from_path, &data, &count, err))
		return NULL;
	struct sim *sim = state_load(&run->config, data, count, run->threads, run->from_path, err);
	mem_free(data);
	return sim;
}

static bool start(struct run *run, struct err *err)
{
	bool open = cmd_csv_begin(&run->csv, &run->config, run->csv_path, cmd_args_has(run->args, "units"), err);
	open = cmd_picture_begin(&run->picture, run->svg_path, run->png_path, err) && open;
	if ((run->save_path && !file_begin(&run->save, run->save_path, err)) || !open)
		return false;
	run->sim = run->from_path ? load_saved(run, err) : sim_create(&run->config, run->threads, err);
	if (!run->sim)
		return false;
	if (run->from_path && sim_week(run->sim) >= run->last) {
		err_add(err, "%s is al in week %d en de run duurt er %d: kies een grotere --years",
		        "%s is already in week %d and the run takes %d: choose a larger --years",
		        run->from_path, sim_week(run->sim), run->last);
		return false;
	}
	if (run->from_path && !set_again(run, err))
		return false;
	return cmd_history_init(&run->history, &run->config, run->last, err) &&
	       cmd_units_init(&run->units, &run->config, run->last, err);
}

static bool record(struct run *run)
{
	cmd_history_add(&run->history, run->sim);
	cmd_units_add(&run->units, run->sim);
	return cmd_csv_week(&run->csv, run->sim);
}

static void show_progress(const struct run *run, struct cmd_progress *progress, int first)
{
	char name[CMD_WEEK_MAX];
	int week = sim_week(run->sim);
	cmd_week_name(name, run->config.start_year, week - 1);
	double done = run->last > first ? (double)(week - first) / (run->last - first) : 1;
	cmd_progress_show(progress, done, week >= 0 ? name : run->out->lang == LANG_NL ? "op gang komen" : "settling", -1);
}

static bool step_weeks(struct run *run, struct err *err)
{
	struct cmd_progress progress;
	bool lived = hooks_begin(run->hooks, run->sim, err);
	int first = sim_week(run->sim);
	cmd_progress_begin(&progress, run->out->lang, !cmd_args_has(run->args, "quiet"));
	bool written = lived && record(run);
	while (lived && written && !*cmd_stop_asked() && sim_week(run->sim) < run->last) {
		lived = hooks_week(run->hooks, run->sim, err);
		if (!lived)
			break;
		written = record(run);
		if (cmd_progress_due(&progress))
			show_progress(run, &progress, first);
	}
	cmd_progress_end(&progress);
	return lived && written;
}

// ---- what comes out

static bool save(struct run *run, struct err *err)
{
	struct bytes bytes = { 0 };
	if (!run->save_path)
		return true;
	bool fine = state_save(run->sim, &bytes, err);
	if (fine) {
		(void)fwrite(bytes.data, 1, bytes.count, run->save.stream);
		(void)file_ok(&run->save);
		fine = file_commit(&run->save, err);
	}
	mem_free(bytes.data);
	return fine;
}

// Where stdout is the CSV's, the digest goes to stderr.
static void print_digest(const struct run *run)
{
	struct cmd_out out = *run->out;
	if (run->csv_path && strcmp(run->csv_path, "-") == 0)
		out.stream = stderr;
	if (run->tells)
		cmd_say(&out, "\nVingerafdruk van de toestand (digest): ", "\nDigest of the state: ");
	cmd_put(&out, "%016" PRIx64 "\n", sim_digest(run->sim));
}

// "kerbs.room=0.6, mechanisms.voice=false", as it was typed.
static void join_sets(const struct cmd_args *args, char *text, size_t size)
{
	size_t used = 0;
	text[0] = '\0';
	for (int i = 0; i < args->count; i++)
		if (is_set(&args->arg[i]) && used + strlen(args->arg[i].value) + 3 < size)
			used += (size_t)snprintf(text + used, size - used, "%s%s", used ? ", " : "", args->arg[i].value);
}

static bool tell(const struct run *run, const struct cmd_result *result, struct err *err)
{
	if (run->tells && !cmd_result_print(run->out, result, err))
		return false;
	if (cmd_args_has(run->args, "digest"))
		print_digest(run);
	return true;
}

static void say_stopped(const struct run *run, struct err *err)
{
	char name[CMD_WEEK_MAX];
	int week = sim_week(run->sim);
	cmd_week_name(name, run->config.start_year, week - 1);
	if (week <= 0)
		err_add(err, "gestopt voordat het plan begon", "stopped before the plan began");
	else
		err_add(err, "gestopt na %s (week %d van %d)", "stopped after %s (week %d of %d)", name, week, run->last);
}

// Files first: they are safe when the terminal has gone.
static int finish(struct run *run, struct err *err)
{
	bool fine = err->count == 0;
	char set[1024];
	join_sets(run->args, set, sizeof set);
	struct cmd_result result = {
		.file = cmd_args_word(run->args, 0), .config = &run->config, .sim = run->sim,
		.history = &run->history, .units = &run->units, .last = run->last, .stopped = sim_week(run->sim) < run->last, .set = set,
	};
	if (cmd_history_last(&run->history) < 0)
		cmd_csv_abandon(&run->csv);  // nothing to write: what was there stays
	fine = cmd_csv_end(&run->csv, err) && fine;
	fine = save(run, err) && fine;
	if (run->history.rows > 0)
		fine = cmd_picture_end(&run->picture, &result, run->out->lang, err) && fine;
	fine = tell(run, &result, err) && fine;
	if (*cmd_stop_asked() && sim_week(run->sim) < run->last) {
		say_stopped(run, err);
		fine = false;
	}
	if (err->count)
		cmd_complain(err, run->out->lang);
	return fine ? CMD_DONE : CMD_FAILED;
}

static int run_scenario(struct run *run)
{
	struct err err;
	err_clear(&err);
	if (!read_request(run, &err))
		return cmd_mistake(&err, run->out->lang);
	cmd_stop_catch();
	if (!start(run, &err))
		return cmd_mistake(&err, run->out->lang);
	bool fine = step_weeks(run, &err);
	int status = finish(run, &err);
	return fine ? status : CMD_FAILED;
}

static int run_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct run *run = mem_new(1, sizeof *run);
	if (!run) {
		struct err err;
		err_clear(&err);
		err_memory(&err);
		return cmd_failure(&err, out->lang);
	}
	run->out = out;
	run->args = args;
	run->csv_path = cmd_args_value(args, "csv");
	run->save_path = cmd_args_value(args, "save");
	run->from_path = cmd_args_value(args, "from");
	run->svg_path = cmd_args_value(args, "svg");
	run->png_path = cmd_args_value(args, "png");
	run->picture.width = CMD_PICTURE_USUAL;
	run->tells = !cmd_args_has(args, "quiet") && !(run->csv_path && strcmp(run->csv_path, "-") == 0);
	config_init(&run->config);
	int status = run_scenario(run);
	cmd_csv_abandon(&run->csv);
	file_abandon(&run->save);
	cmd_picture_clear(&run->picture);
	cmd_history_clear(&run->history);
	cmd_units_clear(&run->units);
	sim_destroy(run->sim);
	hooks_destroy(run->hooks);
	config_clear(&run->config);
	mem_free(run);
	return status;
}

const struct cmd_command cmd_run_command = {
	.name = "run",
	.words = { "SCENARIO", "SCENARIO" },
	.summary = { "speel een scenario en vertel wat er gebeurde", "run a scenario and tell what happened" },
	.more = {
		"Speelt een scenario week voor week en toont het verhaal, de meetwaarden per jaar, wat het plan deed en "
		"wat het kostte. SCENARIO is een bestand of de naam van een meegeleverd scenario. Eén toevalsgetal is één "
		"mogelijke toekomst: probeer er meer met --seed. Ctrl-C stopt na de lopende week en toont wat er is.",
		"Runs a scenario week by week and shows the story, the measures per year, what the plan did and what it "
		"cost. SCENARIO is a file or the name of a scenario that comes with the program. One seed is one possible "
		"future: try more with --seed. Ctrl-C stops after the current week and shows what there is." },
	.examples = {
		"stoeprand run midden-groningen\n"
		"stoeprand run midden-groningen --seed 2 --years 3\n"
		"stoeprand run midden-groningen --set scharreltijd.share=0.05 --csv weken.csv --units\n"
		"stoeprand run midden-groningen --svg weken.svg --png weken.png\n"
		"stoeprand run midden-groningen --years 2 --save halverwege.stand\n"
		"stoeprand run midden-groningen --from halverwege.stand",
		"stoeprand run midden-groningen\n"
		"stoeprand run midden-groningen --seed 2 --years 3\n"
		"stoeprand run midden-groningen --set scharreltijd.share=0.05 --csv weeks.csv --units\n"
		"stoeprand run midden-groningen --svg weeks.svg --png weeks.png\n"
		"stoeprand run midden-groningen --years 2 --save halfway.state\n"
		"stoeprand run midden-groningen --from halfway.state" },
	.options = option_table,
	.run = run_main,
};
