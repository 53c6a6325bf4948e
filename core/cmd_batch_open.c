// Where a batch comes from: an experiment's file, a results file that is to be finished, or parts to be put together.
#include "cmd_batch.h"

#include "cmd_rows.h"
#include "file.h"
#include "mem.h"

#include "batch/alternatives.h"
#include "batch/runner.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- a new experiment, or one that is in a file

static bool open_new(struct cmd_batch *batch, struct err *err)
{
	char path[FILE_PATH_MAX];
	if (!cmd_find_experiment(batch->name, path, sizeof path, err))
		return false;
	batch->experiment = experiment_open(path, err);
	return batch->experiment && alternatives_make(batch->experiment, &batch->results, err);
}

static bool plan_new(struct cmd_batch *batch, struct err *err)
{
	batch->plan.replicates = batch->experiment->replicates;
	if (!cmd_args_whole(batch->args, "replicates", 1, EXPERIMENT_REPLICATES_MAX, &batch->plan.replicates, err))
		return false;
	if (cmd_args_has(batch->args, "replicates"))
		batch->results.precise = false;
	return true;
}

bool cmd_batch_read(struct cmd_batch *batch, struct err *err)
{
	return open_new(batch, err) && plan_new(batch, err);
}

bool cmd_batch_create(struct cmd_batch *batch, const char *version, struct err *err)
{
	if (!batch->out_path) {
		err_add(err, "waar komen de uitkomsten? Bijvoorbeeld: --out uitkomsten.db", "where do the results go? For example: --out results.db");
		return false;
	}
	batch->store = store_create(batch->out_path, batch->experiment, &batch->results, &batch->plan, version, err);
	if (batch->store && runner_plan(batch->experiment, &batch->results, &batch->plan, batch->store, err))
		return true;
	if (batch->store) {
		store_close(batch->store);
		(void)remove(batch->out_path);
	}
	batch->store = NULL;
	return false;
}

static int fact_number(struct cmd_batch *batch, const char *key, struct err *err)
{
	char *text = store_fact(batch->store, key, err);
	int value = text ? (int)strtol(text, NULL, 10) : 0;
	mem_free(text);
	return value;
}

// Every text that the stored experiment was read from must be what is there now.
static bool same_texts(struct cmd_batch *batch, const struct box_texts *stored, int count, struct err *err)
{
	char path[FILE_PATH_MAX];
	bool same = true;
	if (!cmd_find_experiment(batch->name, path, sizeof path, err))
		return false;
	for (int s = 0; s < count; s++)
		for (int i = 0; i < stored[s].count; i++) {
			const struct box_text *text = &stored[s].text[i];
			const char *from = s == 0 && i == 0 ? path : text->path;
			char *now;
			size_t length;
			if (!box_read_file(from, BOX_FILE_MAX, &now, &length, err))
				return false;
			if (length != text->length || memcmp(now, text->text, length) != 0) {
				err_add(err, "%s is veranderd sinds het begin van %s. Met de bewaarde tekst gaat u verder met: stoeprand batch %s --resume; "
					"voor de nieuwe tekst kiest u een andere --out",
					"%s has changed since the start of %s. To go on with the text that was kept: stoeprand batch %s --resume; "
					"for the new text choose another --out", from, batch->out_path, batch->out_path);
				same = false;
			}
			mem_free(now);
		}
	return same;
}

static bool same_staff(struct cmd_batch *batch, struct err *err)
{
	bool same = true;
	for (int i = 0; i < batch->experiment->scenario_count; i++) {
		const struct config *config = source_config(batch->experiment->scenario[i].source);
		char key[256], hash[32];
		snprintf(key, sizeof key, "staff.%s", batch->experiment->scenario[i].name);
		snprintf(hash, sizeof hash, "%016" PRIx64, config->staff_hash);
		char *stored = config->imported ? store_fact(batch->store, key, err) : NULL;
		if (stored && strcmp(stored, hash) != 0) {
			err_add(err, "het personeelsbestand %s is veranderd sinds het begin van %s", "the staff file %s has changed since the start of %s",
				config->staff_file, store_path(batch->store));
			same = false;
		}
		mem_free(stored);
	}
	return same;
}

static bool same_version(struct cmd_batch *batch, struct err *err)
{
	char *version = store_fact(batch->store, "version", err);
	bool same = version && strcmp(version, STOEPRAND_VERSION) == 0;
	if (version && !same)
		err_add(err, "%s is gemaakt met versie %s van stoeprand en dit is versie %s: de runs zouden verschillen",
			"%s was made by version %s of stoeprand and this is version %s: its runs would differ", store_path(batch->store), version, STOEPRAND_VERSION);
	mem_free(version);
	return same;
}

static bool reopen(struct cmd_batch *batch, bool compare, struct err *err)
{
	struct box_texts *texts;
	int count;
	bool good = store_texts(batch->store, &texts, &count, err) && (!compare || same_texts(batch, texts, count, err));
	if (good)
		batch->experiment = experiment_reopen(texts, count, err);
	for (int i = 0; texts && i < count; i++)
		box_texts_clear(&texts[i]);
	mem_free(texts);
	return batch->experiment && same_staff(batch, err) && alternatives_make(batch->experiment, &batch->results, err);
}

static bool plan_stored(struct cmd_batch *batch, struct err *err)
{
	struct store_plan plan = { .replicates = fact_number(batch, "replicates", err), .shard = fact_number(batch, "shard", err),
		.shards = fact_number(batch, "shards", err) };
	int asked = plan.replicates;
	bool same_shard = !cmd_args_has(batch->args, "shard") || (batch->plan.shard == plan.shard && batch->plan.shards == plan.shards);
	batch->results.precise = batch->results.precise && fact_number(batch, "precise", err) != 0;
	batch->plan = plan;
	if (!cmd_args_whole(batch->args, "replicates", 1, EXPERIMENT_REPLICATES_MAX, &asked, err))
		return false;
	if (!same_shard)
		err_add(err, "%s is deel %d/%d van het experiment", "%s is part %d/%d of the experiment", store_path(batch->store), plan.shard, plan.shards);
	if (asked < plan.replicates || (asked > plan.replicates && batch->results.precise))
		err_add(err, "%s heeft %d runs per alternatief: meer kan met --resume, minder niet", "%s has %d runs for each alternative: --resume can add to them, not take away",
			store_path(batch->store), plan.replicates);
	else if (asked > plan.replicates) {
		batch->plan.replicates = asked;
		return same_shard && store_set_replicates(batch->store, asked, err) && runner_plan(batch->experiment, &batch->results, &batch->plan, batch->store, err);
	}
	return same_shard && asked >= plan.replicates;
}

bool cmd_batch_reopen(struct cmd_batch *batch, const char *path, bool compare, struct err *err)
{
	batch->store = store_open(path, true, err);
	return batch->store && same_version(batch, err) && reopen(batch, compare, err) && plan_stored(batch, err) &&
	       (!cmd_args_has(batch->args, "retry") || store_reset_failed(batch->store, err));
}

// ---- putting parts together

bool cmd_batch_merge(struct cmd_batch *batch, struct err *err)
{
	if (!batch->out_path) {
		err_add(err, "waar komt het geheel? Bijvoorbeeld: --out uitkomsten.db", "where does the whole go? For example: --out results.db");
		return false;
	}
	batch->store = store_open(batch->name, false, err);
	if (!batch->store || !reopen(batch, false, err))
		return false;
	char *version = store_fact(batch->store, "version", err);
	batch->plan = (struct store_plan){ .replicates = fact_number(batch, "replicates", err), .shard = 1, .shards = 1 };
	batch->results.precise = batch->results.precise && fact_number(batch, "precise", err) != 0;
	store_close(batch->store);
	batch->store = NULL;
	bool good = version && cmd_batch_create(batch, version, err);
	mem_free(version);
	for (int i = 0; good && i < cmd_args_words(batch->args); i++)
		good = store_merge(batch->store, cmd_args_word(batch->args, i), err);
	return good && (!batch->csv_path || cmd_rows_write(batch->store, batch->csv_path, err));
}
