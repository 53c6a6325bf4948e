// A results file: SQLite, one experiment a file (see store_schema.c). The only place that knows SQLite.
// Every batch of trials that is put in is committed at once: whatever happens to the program, what was put stays,
// and the file can always be opened again. One process at a time writes; others may read meanwhile.
#ifndef STORE_H
#define STORE_H

#include "batch/results.h"
#include "batch/trial.h"

enum { STORE_SHARDS_MAX = 10000 };

struct store;

// How a file's trials are divided and counted.
struct store_plan {
	int replicates;         // of each alternative; when precise, at most
	int shard, shards;      // this file has part `shard` (from 1) of `shards`
};

// A new file, with its tables, the texts and the alternatives; no trials yet. NULL and err when it cannot be made, or
// is there already; but a blank one makes place. Nothing of it stays until the first commit.
struct store *store_create(const char *path, const struct experiment *experiment, const struct results *results,
	const struct store_plan *plan, const char *version, struct err *err);
// An existing file; `write` for who goes on with it. NULL and err when it is no results file, or of another version.
struct store *store_open(const char *path, bool write, struct err *err);
// Brings everything in the one file. NULL is fine.
void store_close(struct store *store);

// A file that was begun and not finished, when the program stopped before its first commit: nothing is lost with it.
bool store_is_blank(const char *path);

const char *store_path(const struct store *store);

// A fact of the experiment; NULL and err without memory, "" when it is not there. The caller's to mem_free.
char *store_fact(struct store *store, const char *key, struct err *err);

// The texts of the experiment and its scenarios, for experiment_reopen: an array for mem_free, each with box_texts_clear.
bool store_texts(struct store *store, struct box_texts **texts, int *count, struct err *err);

// Everything between begin and commit is in the file, or nothing of it.
bool store_begin(struct store *store, struct err *err);
bool store_commit(struct store *store, struct err *err);

bool store_add_pending(struct store *store, int64_t id, int point, int replicate, uint64_t seed, struct err *err);
bool store_put(struct store *store, int64_t id, const struct trial *trial, struct err *err);
bool store_reset_failed(struct store *store, struct err *err);  // failed trials become pending
bool store_set_replicates(struct store *store, int replicates, struct err *err);
// All trials of another file of the same experiment, that are not in this one.
bool store_merge(struct store *store, const char *path, struct err *err);

// ---- questions: column numbers from 0

struct store_rows;
struct store_rows *store_select(struct store *store, const char *sql, struct err *err);  // NULL and err
bool store_next(struct store_rows *rows, struct err *err);   // false at the end, or with err
int store_columns(const struct store_rows *rows);
const char *store_column_name(const struct store_rows *rows, int column);
bool store_is_null(const struct store_rows *rows, int column);
bool store_is_real(const struct store_rows *rows, int column);
int64_t store_whole(const struct store_rows *rows, int column);
double store_real(const struct store_rows *rows, int column);        // NaN for NULL
const char *store_text(const struct store_rows *rows, int column);   // "" for NULL; until the next row
void store_done(struct store_rows *rows);                            // NULL is fine

#endif
