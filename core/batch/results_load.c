// Results from a store.
#include "batch/results.h"

#include "batch/store.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FAILURES_MAX = 100 };

struct loading {
	struct store *store;
	struct results *out;
	struct err *err;
	bool good;
};

static char *copy(struct loading *load, const char *text)
{
	char *own = config_copy_text(text);
	if (!own && load->good)
		err_memory(load->err);
	load->good = load->good && own;
	return own;
}

static struct words copy_words(struct loading *load, const struct store_rows *rows, int column)
{
	return (struct words){ copy(load, store_text(rows, column)), copy(load, store_text(rows, column + 1)) };
}

static void *room(struct loading *load, size_t count, size_t size)
{
	void *block = mem_new(count + 1, size);
	if (!block && load->good)
		err_memory(load->err);
	load->good = load->good && block;
	return block;
}

static struct store_rows *ask(struct loading *load, const char *sql)
{
	struct store_rows *rows = load->good ? store_select(load->store, sql, load->err) : NULL;
	load->good = load->good && rows;
	return rows;
}

static bool next(struct loading *load, struct store_rows *rows)
{
	int before = load->err->count;
	bool more = load->good && store_next(rows, load->err);
	load->good = load->good && load->err->count == before;
	return more;
}

static int count(struct loading *load, const char *sql)
{
	struct store_rows *rows = ask(load, sql);
	int number = rows && next(load, rows) ? (int)store_whole(rows, 0) : 0;
	store_done(rows);
	return number;
}

// ---- the head

static char *fact(struct loading *load, const char *key)
{
	char *text = load->good ? store_fact(load->store, key, load->err) : NULL;
	load->good = load->good && text;
	return text;
}

static double number(struct loading *load, const char *key)
{
	char *text = fact(load, key);
	double value = text ? strtod(text, NULL) : 0;
	mem_free(text);
	return value;
}

static void load_facts(struct loading *load)
{
	struct results *out = load->out;
	out->title = (struct words){ fact(load, "title.nl"), fact(load, "title.en") };
	out->question = (struct words){ fact(load, "question.nl"), fact(load, "question.en") };
	out->scenario_title = (struct words){ fact(load, "scenario_title.nl"), fact(load, "scenario_title.en") };
	out->scenario = fact(load, "scenario");
	out->version = fact(load, "version");
	char *seed = fact(load, "seed");
	out->seed = seed ? strtoull(seed, NULL, 10) : 0;
	mem_free(seed);
	out->design = (enum results_design)number(load, "design");
	out->design_size = (int)number(load, "design_size");
	out->start_year = (int)number(load, "start_year");
	out->years = (int)number(load, "years");
	out->independent = number(load, "common_random_numbers") == 0;
	out->precise = number(load, "precise") != 0;
	out->precise_outcome = (int)number(load, "precise_outcome");
	out->precise_half_width = number(load, "precise_half_width");
}

static void load_levels(struct loading *load)
{
	struct results *out = load->out;
	struct store_rows *rows = ask(load, "SELECT factor, count(*) FROM level GROUP BY factor");
	while (next(load, rows))
		if (store_whole(rows, 0) < out->factor_count)
			out->factor[store_whole(rows, 0)].level = room(load, (size_t)store_whole(rows, 1), sizeof(char *));
	store_done(rows);
	rows = ask(load, "SELECT factor, value FROM level ORDER BY factor, position");
	while (next(load, rows)) {
		struct results_factor *factor = &out->factor[store_whole(rows, 0)];
		factor->level[factor->level_count++] = copy(load, store_text(rows, 1));
	}
	store_done(rows);
}

static void load_factors(struct loading *load)
{
	struct results *out = load->out;
	out->factor = room(load, (size_t)count(load, "SELECT count(*) FROM factor"), sizeof *out->factor);
	struct store_rows *rows = ask(load, "SELECT key, label_nl, label_en, unit, is_range, is_whole, min, max FROM factor ORDER BY id");
	while (next(load, rows)) {
		struct results_factor *factor = &out->factor[out->factor_count++];
		factor->key = copy(load, store_text(rows, 0));
		factor->label = copy_words(load, rows, 1);
		factor->unit = copy(load, store_text(rows, 3));
		factor->is_range = store_whole(rows, 4) != 0;
		factor->is_whole = store_whole(rows, 5) != 0;
		factor->min = store_real(rows, 6);
		factor->max = store_real(rows, 7);
	}
	store_done(rows);
	load_levels(load);
}

static void load_designs(struct loading *load)
{
	struct results *out = load->out;
	out->named = room(load, (size_t)count(load, "SELECT count(*) FROM design"), sizeof *out->named);
	struct store_rows *rows = ask(load, "SELECT name, label_nl, label_en, why_nl, why_en, baseline, what_nl, what_en FROM design ORDER BY id");
	while (next(load, rows)) {
		struct results_named *named = &out->named[out->named_count++];
		named->id = copy(load, store_text(rows, 0));
		named->name = copy_words(load, rows, 1);
		named->why = copy_words(load, rows, 3);
		named->what = copy_words(load, rows, 6);
		named->baseline = store_is_null(rows, 5) ? 0 : (int)store_whole(rows, 5) + 1;
	}
	store_done(rows);
}

static void load_points(struct loading *load)
{
	struct results *out = load->out;
	size_t factors = (size_t)out->factor_count;
	out->point = room(load, (size_t)count(load, "SELECT count(*) FROM alternative"), sizeof *out->point);
	struct store_rows *rows = ask(load, "SELECT design, is_baseline, label FROM alternative ORDER BY id");
	while (next(load, rows)) {
		struct results_point *point = &out->point[out->point_count++];
		point->named = store_is_null(rows, 0) ? -1 : (int)store_whole(rows, 0);
		point->is_baseline = store_whole(rows, 1) != 0;
		point->label = copy(load, store_text(rows, 2));
		point->value = room(load, factors, sizeof *point->value);
		point->set = room(load, factors, sizeof *point->set);
	}
	store_done(rows);
	rows = ask(load, "SELECT alternative, factor, value, is_set FROM setting");
	while (next(load, rows)) {
		struct results_point *point = &out->point[store_whole(rows, 0)];
		point->value[store_whole(rows, 1)] = store_real(rows, 2);
		point->set[store_whole(rows, 1)] = store_whole(rows, 3) != 0;
	}
	store_done(rows);
}

static void load_outcomes(struct loading *load)
{
	struct results *out = load->out;
	out->outcome = room(load, (size_t)count(load, "SELECT count(*) FROM outcome"), sizeof *out->outcome);
	struct store_rows *rows = ask(load, "SELECT name, measure, unit_id, unit, label_nl, label_en, kind, min, max, from_week, to_week, every, is_main FROM outcome ORDER BY id");
	while (next(load, rows)) {
		struct results_outcome *outcome = &out->outcome[out->outcome_count++];
		outcome->key = copy(load, store_text(rows, 0));
		outcome->measure = copy(load, store_text(rows, 1));
		outcome->unit_id = copy(load, store_text(rows, 2));
		outcome->unit = copy(load, store_text(rows, 3));
		outcome->label = copy_words(load, rows, 4);
		outcome->kind = (enum measure_kind)store_whole(rows, 6);
		outcome->min = store_real(rows, 7);
		outcome->max = store_real(rows, 8);
		outcome->from_week = (int)store_whole(rows, 9);
		outcome->to_week = (int)store_whole(rows, 10);
		outcome->is_path = store_whole(rows, 11) != 0;
		outcome->is_main = store_whole(rows, 12) != 0;
	}
	store_done(rows);
}

// The experiment's own text sorts before those that it names.
static void load_texts(struct loading *load)
{
	struct results *out = load->out;
	out->text = room(load, (size_t)count(load, "SELECT count(*) FROM text"), sizeof *out->text);
	struct store_rows *rows = ask(load, "SELECT path, hash FROM text ORDER BY source <> '', source, module <> '', position");
	while (next(load, rows)) {
		struct results_text *text = &out->text[out->text_count++];
		text->path = copy(load, store_text(rows, 0));
		text->hash = copy(load, store_text(rows, 1));
	}
	store_done(rows);
}

// ---- the trials

static void load_counts(struct loading *load)
{
	struct results *out = load->out;
	out->replicate_count = count(load, "SELECT coalesce(max(replicate) + 1, 0) FROM trial");
	out->done = count(load, "SELECT count(*) FROM trial WHERE state = 'done'");
	out->failed = count(load, "SELECT count(*) FROM trial WHERE state = 'failed'");
	out->pending = count(load, "SELECT count(*) FROM trial WHERE state = 'pending'");
}

static void load_values(struct loading *load)
{
	struct results *out = load->out;
	load->good = load->good && results_reserve(out, load->err);
	struct store_rows *rows = ask(load, "SELECT alternative, replicate, cost_euro, cost_hours, result.* FROM trial JOIN result ON result.trial = trial.id WHERE state = 'done'");
	while (next(load, rows)) {
		int point = (int)store_whole(rows, 0), replicate = (int)store_whole(rows, 1);
		size_t run = (size_t)point * (size_t)out->replicate_count + (size_t)replicate;
		if (point >= out->point_count || replicate >= out->replicate_count)
			continue;
		out->cost_euro[run] = store_real(rows, 2);
		out->cost_hours[run] = store_real(rows, 3);
		for (int i = 0; i < out->outcome_count; i++)
			*results_at(out, point, replicate, i) = store_real(rows, 5 + i);
	}
	store_done(rows);
}


static void load_failures(struct loading *load)
{
	struct results *out = load->out;
	out->failure = room(load, FAILURES_MAX, sizeof *out->failure);
	struct store_rows *rows = ask(load, "SELECT alternative, replicate, message_nl, message_en FROM trial WHERE state = 'failed' ORDER BY id LIMIT 100");
	while (next(load, rows) && out->failure_count < FAILURES_MAX)
		out->failure[out->failure_count++] = (struct results_failure){ (int)store_whole(rows, 0), (int)store_whole(rows, 1), copy_words(load, rows, 2) };
	store_done(rows);
}

bool results_load(const char *path, struct results *out, struct err *err)
{
	struct err own;
	*out = (struct results){ .precise_outcome = -1 };
	if (!err)
		err_clear(err = &own);
	struct loading load = { .store = store_open(path, false, err), .out = out, .err = err };
	load.good = load.store != NULL;
	out->path = load.good ? copy(&load, path) : NULL;
	load_facts(&load);
	load_factors(&load);
	load_designs(&load);
	load_points(&load);
	load_outcomes(&load);
	load_texts(&load);
	load_counts(&load);
	load_values(&load);
	load_failures(&load);
	store_close(load.store);
	return load.good;
}
