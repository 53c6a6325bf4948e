// What the files of the store share.
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include "batch/store.h"
#include "batch/store_schema.h"

#include <sqlite3.h>

struct store {
	sqlite3 *db;
	char *path;
	bool is_open, writes;   // a transaction; the file is ours to write
	int lock;               // a file that is open as long as we write, or −1
	int outcomes;
	sqlite3_stmt *pending, *state, *result, *point;  // made when first needed
};

void store_fault(struct store *store, struct err *err);
bool store_run(struct store *store, const char *sql, struct err *err);
bool store_prepare(struct store *store, const char *sql, sqlite3_stmt **out, struct err *err);
bool store_step(struct store *store, sqlite3_stmt *statement, struct err *err);  // and resets it
void store_bind_real(sqlite3_stmt *statement, int at, double value);             // NaN is NULL
void store_bind_text(sqlite3_stmt *statement, int at, const char *text);

// store_head.c: the tables and what is known before the first trial
bool store_write_head(struct store *store, const struct experiment *experiment, const struct results *results,
	const struct store_plan *plan, const char *version, struct err *err);
// INSERT INTO <table> VALUES of `before` columns and one for each outcome.
bool store_prepare_columns(struct store *store, const char *table, int before, sqlite3_stmt **out, struct err *err);

#endif
