// The head of a results file: tables, texts, factors, designs, alternatives and outcomes; and reading them back
// for who goes on with it.
#include "batch/store_inside.h"

#include "mem.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

// ---- text that grows

struct sql {
	char *text;   // owned
	size_t used, room;
	bool no_memory;
};

static void add(struct sql *sql, const char *text)
{
	size_t length = strlen(text);
	if (sql->used + length + 1 > sql->room && !sql->no_memory) {
		size_t room = (sql->used + length + 1) * 2;
		char *fresh = mem_grow(sql->text, sql->room, room, 1);
		sql->no_memory = !fresh;
		sql->text = fresh ? fresh : sql->text;
		sql->room = fresh ? room : sql->room;
	}
	if (sql->no_memory)
		return;
	memcpy(sql->text + sql->used, text, length + 1);
	sql->used += length;
}

// A name between quotes; names of outcomes and factors hold none.
static void add_name(struct sql *sql, const char *before, const char *name, const char *after)
{
	add(sql, before);
	for (const char *at = name; *at; at++) {
		char one[3] = { *at, *at == '"' ? '"' : '\0', '\0' };
		add(sql, one);
	}
	add(sql, after);
}

static bool run_text(struct store *store, struct sql *sql, struct err *err)
{
	bool good = !sql->no_memory && store_run(store, sql->text, err);
	if (sql->no_memory)
		err_memory(err);
	mem_free(sql->text);
	return good;
}

bool store_prepare_columns(struct store *store, const char *table, int before, sqlite3_stmt **out, struct err *err)
{
	struct sql sql = { 0 };
	add(&sql, "INSERT OR REPLACE INTO ");
	add(&sql, table);
	add(&sql, " VALUES (?");
	for (int i = 1; i < before + store->outcomes; i++)
		add(&sql, ", ?");
	add(&sql, ")");
	bool good = !sql.no_memory && store_prepare(store, sql.text, out, err);
	if (sql.no_memory)
		err_memory(err);
	mem_free(sql.text);
	return good;
}

// ---- tables whose columns follow from the experiment

static void add_outcomes(struct sql *sql, const struct results *results, const char *before, const char *after)
{
	for (int i = 0; i < results->outcome_count; i++)
		add_name(sql, before, results->outcome[i].key, after);
}

// Of words and weeks the view shows what was written.
static void add_factor_columns(struct sql *sql, const struct experiment *x, const struct results *results)
{
	char text[256];
	for (int k = 0; k < results->factor_count; k++) {
		bool words = !results->factor[k].is_range && results->factor[k].min != results->factor[k].min;
		if (words)
			snprintf(text, sizeof text, ", (SELECT level.value FROM setting JOIN level ON level.factor = setting.factor AND level.position = setting.value "
				"WHERE setting.alternative = alternative.id AND setting.factor = %d)", k);
		else if (x->factor[k].is_week)
			snprintf(text, sizeof text, ", (SELECT printf('%%d-W%%02d', %d + (value - 1) / 52, 1 + (value - 1) %% 52) FROM setting WHERE setting.alternative = alternative.id "
				"AND factor = %d)", x->factor[k].start_year, k);
		else
			snprintf(text, sizeof text, ", (SELECT value FROM setting WHERE setting.alternative = alternative.id AND factor = %d)", k);
		add(sql, text);
		add_name(sql, " AS \"", results->factor[k].key, "\"");
	}
}

static bool make_tables(struct store *store, const struct experiment *x, const struct results *results, struct err *err)
{
	struct sql sql = { 0 };
	char text[128];
	snprintf(text, sizeof text, "PRAGMA application_id = %d; PRAGMA user_version = %d;\n", STORE_APPLICATION, STORE_SCHEMA_VERSION);
	add(&sql, text);
	add(&sql, store_schema);
	add(&sql, "CREATE TABLE result (  -- What a trial that is done gave: a column for each outcome.\n  trial INTEGER PRIMARY KEY REFERENCES trial");
	add_outcomes(&sql, results, ",\n  \"", "\" REAL");
	add(&sql, ") STRICT;\n\nCREATE TABLE path (  -- Its weeks, for outcomes with a path.\n  trial INTEGER NOT NULL REFERENCES trial, week INTEGER NOT NULL");
	add_outcomes(&sql, results, ",\n  \"", "\" REAL");
	add(&sql, ",\n  PRIMARY KEY (trial, week)) STRICT, WITHOUT ROWID;\nCREATE VIEW run AS SELECT trial.id AS trial, label AS alternative, "
		"(SELECT name FROM design WHERE design.id = alternative.design) AS design");
	add_factor_columns(&sql, x, results);
	add(&sql, ", replicate, seed, state, digest, cost_euro, cost_hours");
	add_outcomes(&sql, results, ", result.\"", "\"");
	add(&sql, ", message_en AS message FROM trial JOIN alternative ON alternative.id = trial.alternative LEFT JOIN result ON result.trial = trial.id;\n");
	return run_text(store, &sql, err);
}

// ---- facts and texts

static bool put_fact(struct store *store, const char *key, const char *value, struct err *err)
{
	sqlite3_stmt *statement;
	if (!store_prepare(store, "INSERT OR REPLACE INTO fact VALUES (?, ?)", &statement, err))
		return false;
	store_bind_text(statement, 1, key);
	store_bind_text(statement, 2, value);
	bool good = store_step(store, statement, err);
	sqlite3_finalize(statement);
	return good;
}

static bool put_number(struct store *store, const char *key, double value, struct err *err)
{
	char text[64];
	snprintf(text, sizeof text, "%.17g", value);
	return put_fact(store, key, text, err);
}

static uint64_t hash_text(const struct box_text *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	for (size_t i = 0; i < text->length; i++)
		hash = (hash ^ (unsigned char)text->text[i]) * UINT64_C(0x100000001b3);
	return hash;
}

static bool put_texts(struct store *store, const char *source, const struct box_texts *texts, struct err *err)
{
	sqlite3_stmt *statement;
	bool good = store_prepare(store, "INSERT INTO text VALUES (?, ?, ?, ?, ?, ?)", &statement, err);
	for (int i = 0; good && i < texts->count; i++) {
		char hash[32];
		snprintf(hash, sizeof hash, "%016" PRIx64, hash_text(&texts->text[i]));
		store_bind_text(statement, 1, source);
		store_bind_text(statement, 2, texts->text[i].module);
		sqlite3_bind_int(statement, 3, i);
		store_bind_text(statement, 4, texts->text[i].path);
		store_bind_text(statement, 5, hash);
		sqlite3_bind_text64(statement, 6, texts->text[i].text, texts->text[i].length, SQLITE_TRANSIENT, SQLITE_UTF8);
		good = store_step(store, statement, err);
	}
	sqlite3_finalize(statement);
	return good;
}

static bool put_scenario(struct store *store, const struct experiment_scenario *scenario, struct err *err)
{
	const struct config *config = source_config(scenario->source);
	char key[256], hash[32];
	if (!put_texts(store, scenario->name, scenario->texts, err))
		return false;
	snprintf(key, sizeof key, "hash.%s", scenario->name);
	snprintf(hash, sizeof hash, "%016" PRIx64, config->text_hash);
	if (!put_fact(store, key, hash, err))
		return false;
	if (!config->imported)
		return true;
	snprintf(key, sizeof key, "staff.%s", scenario->name);
	snprintf(hash, sizeof hash, "%016" PRIx64, config->staff_hash);
	return put_fact(store, key, hash, err);
}

static bool put_facts(struct store *store, const struct experiment *x, const struct results *results, const struct store_plan *plan,
	const char *version, struct err *err)
{
	char seed[32], made[32];
	time_t now = time(NULL);
	struct tm utc;
	snprintf(seed, sizeof seed, "%" PRIu64, results->seed);
	gmtime_r(&now, &utc);
	(void)strftime(made, sizeof made, "%Y-%m-%dT%H:%M:%SZ", &utc);
	const struct { const char *key, *value; } texts[] = {
		{ "version", version }, { "made", made }, { "experiment", x->path }, { "scenario", results->scenario }, { "seed", seed },
		{ "title.nl", results->title.nl }, { "title.en", results->title.en }, { "question.nl", results->question.nl },
		{ "question.en", results->question.en }, { "scenario_title.nl", results->scenario_title.nl }, { "scenario_title.en", results->scenario_title.en },
	};
	const struct { const char *key; double value; } numbers[] = {
		{ "design", results->design }, { "design_size", results->design_size }, { "start_year", results->start_year }, { "years", results->years },
		{ "common_random_numbers", x->common }, { "replicates", plan->replicates }, { "shard", plan->shard }, { "shards", plan->shards },
		{ "precise", results->precise }, { "precise_outcome", results->precise_outcome }, { "precise_half_width", results->precise_half_width },
	};
	bool good = true;
	for (size_t i = 0; good && i < sizeof texts / sizeof *texts; i++)
		good = put_fact(store, texts[i].key, texts[i].value, err);
	for (size_t i = 0; good && i < sizeof numbers / sizeof *numbers; i++)
		good = put_number(store, numbers[i].key, numbers[i].value, err);
	good = good && put_texts(store, "", x->texts, err);
	for (int i = 0; good && i < x->scenario_count; i++)
		good = put_scenario(store, &x->scenario[i], err);
	return good;
}

// ---- what was varied and measured

static bool put_levels(struct store *store, int k, const struct results_factor *factor, struct err *err)
{
	sqlite3_stmt *statement;
	bool good = store_prepare(store, "INSERT INTO level VALUES (?, ?, ?)", &statement, err);
	for (int i = 0; good && i < factor->level_count; i++) {
		sqlite3_bind_int(statement, 1, k);
		sqlite3_bind_int(statement, 2, i);
		store_bind_text(statement, 3, factor->level[i]);
		good = store_step(store, statement, err);
	}
	sqlite3_finalize(statement);
	return good;
}

static bool put_factors(struct store *store, const struct results *results, struct err *err)
{
	sqlite3_stmt *statement;
	bool good = store_prepare(store, "INSERT INTO factor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
	for (int k = 0; good && k < results->factor_count; k++) {
		const struct results_factor *factor = &results->factor[k];
		sqlite3_bind_int(statement, 1, k);
		store_bind_text(statement, 2, factor->key);
		store_bind_text(statement, 3, factor->label.nl);
		store_bind_text(statement, 4, factor->label.en);
		store_bind_text(statement, 5, factor->unit);
		sqlite3_bind_int(statement, 6, factor->is_range);
		sqlite3_bind_int(statement, 7, factor->is_whole);
		store_bind_real(statement, 8, factor->min);
		store_bind_real(statement, 9, factor->max);
		good = store_step(store, statement, err) && put_levels(store, k, factor, err);
	}
	sqlite3_finalize(statement);
	return good;
}

static bool put_designs(struct store *store, const struct results *results, struct err *err)
{
	sqlite3_stmt *statement;
	bool good = store_prepare(store, "INSERT INTO design VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
	for (int k = 0; good && k < results->named_count; k++) {
		const struct results_named *named = &results->named[k];
		sqlite3_bind_int(statement, 1, k);
		store_bind_text(statement, 2, named->id);
		store_bind_text(statement, 3, named->name.nl);
		store_bind_text(statement, 4, named->name.en);
		store_bind_text(statement, 5, named->why.nl);
		store_bind_text(statement, 6, named->why.en);
		store_bind_text(statement, 7, named->what.nl);
		store_bind_text(statement, 8, named->what.en);
		if (named->baseline > 0)
			sqlite3_bind_int(statement, 9, named->baseline - 1);
		good = store_step(store, statement, err);
	}
	sqlite3_finalize(statement);
	return good;
}

static bool put_alternatives(struct store *store, const struct results *results, struct err *err)
{
	sqlite3_stmt *alternative = NULL, *setting = NULL;
	bool good = store_prepare(store, "INSERT INTO alternative VALUES (?, ?, ?, ?)", &alternative, err) &&
		    store_prepare(store, "INSERT INTO setting VALUES (?, ?, ?, ?)", &setting, err);
	for (int p = 0; good && p < results->point_count; p++) {
		const struct results_point *point = &results->point[p];
		sqlite3_bind_int(alternative, 1, p);
		if (point->named >= 0)
			sqlite3_bind_int(alternative, 2, point->named);
		sqlite3_bind_int(alternative, 3, point->is_baseline);
		store_bind_text(alternative, 4, point->label);
		good = store_step(store, alternative, err);
		for (int k = 0; good && k < results->factor_count; k++) {
			sqlite3_bind_int(setting, 1, p);
			sqlite3_bind_int(setting, 2, k);
			store_bind_real(setting, 3, point->value[k]);
			sqlite3_bind_int(setting, 4, point->set[k]);
			good = store_step(store, setting, err);
		}
	}
	sqlite3_finalize(alternative);
	sqlite3_finalize(setting);
	return good;
}

static bool put_outcomes(struct store *store, const struct experiment *x, const struct results *results, struct err *err)
{
	sqlite3_stmt *statement;
	bool good = store_prepare(store, "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
	for (int i = 0; good && i < results->outcome_count; i++) {
		const struct results_outcome *outcome = &results->outcome[i];
		const char *texts[] = { outcome->key, outcome->measure, outcome->unit_id, outcome->unit, outcome->label.nl, outcome->label.en };
		sqlite3_bind_int(statement, 1, i);
		for (int t = 0; t < 6; t++)
			store_bind_text(statement, 2 + t, texts[t]);
		sqlite3_bind_int(statement, 8, (int)outcome->kind);
		store_bind_real(statement, 9, outcome->min);
		store_bind_real(statement, 10, outcome->max);
		sqlite3_bind_int(statement, 11, outcome->from_week);
		sqlite3_bind_int(statement, 12, outcome->to_week);
		sqlite3_bind_int(statement, 13, x->outcome[i].every);
		sqlite3_bind_int(statement, 14, outcome->is_main);
		good = store_step(store, statement, err);
	}
	sqlite3_finalize(statement);
	return good;
}

bool store_write_head(struct store *store, const struct experiment *experiment, const struct results *results,
	const struct store_plan *plan, const char *version, struct err *err)
{
	store->outcomes = results->outcome_count;
	return make_tables(store, experiment, results, err) && put_facts(store, experiment, results, plan, version, err) && put_factors(store, results, err) &&
	       put_designs(store, results, err) && put_alternatives(store, results, err) && put_outcomes(store, experiment, results, err);
}

// ---- reading back

char *store_fact(struct store *store, const char *key, struct err *err)
{
	sqlite3_stmt *statement;
	if (!store_prepare(store, "SELECT value FROM fact WHERE key = ?", &statement, err))
		return NULL;
	store_bind_text(statement, 1, key);
	bool found = sqlite3_step(statement) == SQLITE_ROW;
	char *value = config_copy_text(found ? (const char *)sqlite3_column_text(statement, 0) : "");
	sqlite3_finalize(statement);
	if (!value)
		err_memory(err);
	return value;
}

// A row of `text`; the texts of one source follow each other.
static bool take_text(struct store_rows *rows, struct box_texts *texts, int *count, int room)
{
	const char *source = store_text(rows, 0);
	if (*count == 0 || strcmp(texts[*count - 1].name, source) != 0) {
		if (*count == room)
			return true;
		struct box_texts *fresh = &texts[(*count)++];
		fresh->name = config_copy_text(source);
		fresh->is_kept = true;
		if (!fresh->name)
			return false;
	}
	const char *content = store_text(rows, 3);
	return box_texts_add(&texts[*count - 1], store_text(rows, 1), store_text(rows, 2), content, strlen(content));
}

bool store_texts(struct store *store, struct box_texts **out, int *count, struct err *err)
{
	enum { ROOM = EXPERIMENT_SCENARIOS_MAX + 1 };
	struct box_texts *texts = mem_new(ROOM, sizeof *texts);
	*out = texts;
	*count = 0;
	if (!texts) {
		err_memory(err);
		return false;
	}
	struct store_rows *rows = store_select(store, "SELECT source, module, path, content FROM text ORDER BY source, position", err);
	int before = err->count;
	while (rows && store_next(rows, err))
		if (!take_text(rows, texts, count, ROOM)) {
			err_memory(err);
			break;
		}
	store_done(rows);
	if (rows && err->count == before && *count == 0)
		err_add(err, "%s: de teksten van het experiment ontbreken", "%s: the texts of the experiment are missing", store_path(store));
	return rows && err->count == before;
}

bool store_set_replicates(struct store *store, int replicates, struct err *err)
{
	return put_number(store, "replicates", replicates, err);
}

// ---- parts of one experiment

static char *other_value(struct store *store, const char *sql, struct err *err)
{
	struct store_rows *rows = store_select(store, sql, err);
	char *value = rows && store_next(rows, err) ? config_copy_text(store_text(rows, 0)) : NULL;
	store_done(rows);
	return value;
}

// What must be the same for trials to be of one experiment.
static bool same_experiment(struct store *store, const char *path, struct err *err)
{
	char *different = other_value(store, "SELECT group_concat(key, ', ') FROM (SELECT key, value FROM other.fact WHERE key NOT IN ('made', 'shard', 'shards', 'experiment') "
		"EXCEPT SELECT key, value FROM main.fact UNION ALL SELECT path, hash FROM (SELECT path, source, module, hash FROM other.text "
		"WHERE (source, module, hash) NOT IN (SELECT source, module, hash FROM main.text)))", err);
	bool same = different && !*different;
	if (different && *different)
		err_add(err, "%s is van een ander experiment: verschil in %s", "%s is of another experiment: they differ in %s", path, different);
	mem_free(different);
	return same;
}

bool store_merge(struct store *store, const char *path, struct err *err)
{
	struct store *other = store_open(path, false, err);  // says what is wrong with it
	if (!other)
		return false;
	store_close(other);
	sqlite3_stmt *attach;
	sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
	store->is_open = false;
	if (!store_prepare(store, "ATTACH ? AS other", &attach, err))
		return false;
	store_bind_text(attach, 1, path);
	bool good = store_step(store, attach, err);
	sqlite3_finalize(attach);
	good = good && same_experiment(store, path, err) && store_begin(store, err) &&
	       store_run(store, "CREATE TEMP TABLE fresh AS SELECT id FROM other.trial WHERE state <> 'pending' AND id NOT IN (SELECT id FROM main.trial WHERE state = 'done');"
			"INSERT OR REPLACE INTO main.trial SELECT * FROM other.trial WHERE id IN (SELECT id FROM fresh);"
			"INSERT OR IGNORE INTO main.trial SELECT * FROM other.trial WHERE state = 'pending';"
			"INSERT OR REPLACE INTO main.result SELECT * FROM other.result WHERE trial IN (SELECT id FROM fresh);"
			"INSERT OR REPLACE INTO main.path SELECT * FROM other.path WHERE trial IN (SELECT id FROM fresh); DROP TABLE temp.fresh;", err) &&
	       store_run(store, "COMMIT", err);
	if (good)
		store->is_open = false;
	else if (store->is_open)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	store->is_open = false;
	sqlite3_exec(store->db, "DETACH other", NULL, NULL, NULL);
	return good && store_begin(store, err);
}
