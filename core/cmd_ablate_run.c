// Builds the experiment of an ablation as a text in memory, and runs it.
#include "cmd_ablate.h"

#include "batch/alternatives.h"
#include "batch/runner.h"
#include "batch/store.h"
#include "cmd.h"
#include "cmd_stop.h"
#include "mem.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_BYTES = 1024, SETTING_BYTES = 64 };  // of the text without what varies in length; of a setting or measure

struct writer {
	char *text;        // owned
	size_t used, room;
};

__attribute__((format(printf, 2, 3))) static void write_text(struct writer *writer, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int length = vsnprintf(writer->text + writer->used, writer->room - writer->used, format, args);
	va_end(args);
	must(length >= 0 && writer->used + (size_t)length < writer->room);
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

static void write_measures(struct writer *writer, const struct cmd_ablate *ablate)
{
	bool asked = cmd_args_has(ablate->args, "measure");
	write_text(writer, "  measure = { ");
	for (int i = 0; i < ablate->args->count; i++)
		if (ablate->args->arg[i].option && strcmp(ablate->args->arg[i].option, "measure") == 0)
			write_text(writer, "\"%s\", ", ablate->args->arg[i].value);
	if (!asked)
		write_text(writer, "\"performance\", \"trust\", \"mindset\", ");
	write_text(writer, "},\n");
}

static void write_experiment(struct writer *writer, const struct cmd_ablate *ablate)
{
	write_text(writer, "return experiment {\n  title = { nl = \"Zonder elk mechanisme\", en = \"Without each mechanism\" },\n  scenario = ");
	write_quoted(writer, ablate->scenario);
	write_text(writer, ",\n  seed = %" PRIu64 ", replicates = %d, design = \"one_at_a_time\",\n", ablate->seed, ablate->replicates);
	if (ablate->years)
		write_text(writer, "  years = %d,\n", ablate->years);
	write_measures(writer, ablate);
	write_text(writer, "  vary = {\n");
	for (int id = 0; id < PARAM_COUNT; id++)
		if (cmd_ablate_is_on(ablate, id))
			write_text(writer, "    [\"%s\"] = { false },\n", param_table[id].name);
	write_text(writer, "  },\n}\n");
}

// The text of the experiment is here; its scenario is still to be read from its file.
static bool open_experiment(struct cmd_ablate *ablate, struct err *err)
{
	size_t lines = PARAM_COUNT + (size_t)ablate->args->count;
	struct writer writer = { .room = TEXT_BYTES + 2 * strlen(ablate->scenario) + lines * SETTING_BYTES };
	struct box_texts *texts = mem_new(2, sizeof *texts);
	writer.text = mem_new(writer.room, 1);
	bool good = writer.text && texts;
	if (good) {
		write_experiment(&writer, ablate);
		texts[0].is_kept = true;
		texts[1].name = config_copy_text(ablate->scenario);
		good = texts[1].name && box_texts_add(&texts[0], "", "ablate", writer.text, writer.used);
	}
	if (good)
		ablate->experiment = experiment_reopen(texts, 2, err);
	else
		err_memory(err);
	for (int i = 0; texts && i < 2; i++)
		box_texts_clear(&texts[i]);
	mem_free(texts);
	mem_free(writer.text);
	return ablate->experiment != NULL;
}

// ---- the runs

// The store is a file, as of any experiment; one that nobody keeps is in a folder of its own.
static bool place_store(struct cmd_ablate *ablate, struct err *err)
{
	const char *out = cmd_args_value(ablate->args, "out"), *temp = getenv("TMPDIR");
	if (out) {
		snprintf(ablate->path, sizeof ablate->path, "%s", out);
		return true;
	}
	snprintf(ablate->folder, sizeof ablate->folder, "%.2000s/stoeprand-XXXXXX", temp && *temp ? temp : "/tmp");
	if (!mkdtemp(ablate->folder)) {
		ablate->folder[0] = '\0';
		err_add(err, "er is geen map voor tijdelijke bestanden: kies met --out waar de uitkomsten komen", "there is no folder for temporary files: choose with --out where the results go");
		return false;
	}
	snprintf(ablate->path, sizeof ablate->path, "%.3000s/ablate.db", ablate->folder);
	return true;
}

void cmd_ablate_remove(struct cmd_ablate *ablate)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
	for (size_t i = 0; ablate->folder[0] && i < sizeof endings / sizeof *endings; i++) {
		char path[FILE_PATH_MAX + 16];
		snprintf(path, sizeof path, "%s%s", ablate->path, endings[i]);
		unlink(path);
	}
	if (ablate->folder[0])
		rmdir(ablate->folder);
}

static void tell(void *data, const struct runner_state *state)
{
	struct cmd_ablate *ablate = data;
	char what[128];
	int64_t ended = state->done + state->failed;
	if (!cmd_progress_due(&ablate->progress))
		return;
	snprintf(what, sizeof what, ablate->out->lang == LANG_NL ? "%" PRId64 " van %" PRId64 " runs%s" : "%" PRId64 " of %" PRId64 " runs%s", ended, state->total,
	         !state->stopping ? "" : ablate->out->lang == LANG_NL ? ", stopt na de lopende runs" : ", stopping after the current runs");
	cmd_progress_show(&ablate->progress, state->total ? (double)ended / (double)state->total : 1, what, -1);
}

static bool run_all(struct cmd_ablate *ablate, struct results *points, struct err *err)
{
	struct store_plan plan = { .replicates = ablate->replicates, .shard = 1, .shards = 1 };
	struct store *store = store_create(ablate->path, ablate->experiment, points, &plan, STOEPRAND_VERSION, err);
	struct runner runner = {
		.experiment = ablate->experiment, .results = points, .plan = &plan, .store = store, .jobs = ablate->jobs, .stop = cmd_stop_asked(),
		.tell = tell, .data = ablate,
	};
	bool good = store && runner_plan(ablate->experiment, points, &plan, store, err);
	if (good) {
		cmd_stop_catch();
		cmd_progress_begin(&ablate->progress, ablate->out->lang, true);
		good = runner_run(&runner, err);
		cmd_progress_end(&ablate->progress);
	}
	if (good && *cmd_stop_asked())
		err_add(err, "gestopt voordat alle runs er waren", "stopped before all runs were there");
	store_close(store);
	return good && err->count == 0;
}

bool cmd_ablate_run(struct cmd_ablate *ablate, struct err *err)
{
	struct results points = { .precise_outcome = -1 };
	bool good = open_experiment(ablate, err) && alternatives_make(ablate->experiment, &points, err) && place_store(ablate, err) &&
	            run_all(ablate, &points, err) && results_load(ablate->path, &ablate->compare.results, err);
	results_clear(&points);
	return good;
}
