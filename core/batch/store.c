// SQLite. The write-ahead log makes a commit cheap and safe against a program that is killed, and lets others
// read meanwhile; a lock on the file keeps a second writer out; closing puts all in one file again.
#define _DEFAULT_SOURCE  // NOLINT(bugprone-reserved-identifier): the C library's switch for flock
#include "batch/store_inside.h"

#include "file.h"
#include "mem.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

// ---- errors

// What SQLite says, as a file's trouble where it is one.
void store_fault(struct store *store, struct err *err)
{
	int code = sqlite3_errcode(store->db), system = sqlite3_system_errno(store->db);
	struct text why = { sqlite3_errmsg(store->db), sqlite3_errmsg(store->db) };
	if (code == SQLITE_NOMEM) {
		err_memory(err);
		return;
	}
	if (code == SQLITE_FULL && system == 0)
		system = ENOSPC;
	else if (code == SQLITE_READONLY)
		system = system ? system : EACCES;
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
		err_add(err, "%s: een andere stoeprand schrijft in dit bestand", "%s: another stoeprand is writing in this file", store->path);
		return;
	}
	if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
		err_add(err, "%s: dit is geen bestand met uitkomsten, of het is beschadigd", "%s: this is not a results file, or it is damaged", store->path);
		return;
	}
	if (system != 0 && (code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY || code == SQLITE_CANTOPEN))
		why = file_reason(system);
	else if (code == SQLITE_IOERR)
		why = (struct text){ "de schijf weigert, of een grens aan de grootte van bestanden is bereikt", "the disk refuses, or a limit on the size of files was met" };
	err_add(err, "%s: kan hier niet schrijven of lezen: %s%.0s", "%s: cannot write or read here: %.0s%s", store->path, why.nl, why.en);
}

bool store_run(struct store *store, const char *sql, struct err *err)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	store_fault(store, err);
	return false;
}

// ---- statements

bool store_prepare(struct store *store, const char *sql, sqlite3_stmt **out, struct err *err)
{
	if (sqlite3_prepare_v2(store->db, sql, -1, out, NULL) == SQLITE_OK)
		return true;
	store_fault(store, err);
	return false;
}

bool store_step(struct store *store, sqlite3_stmt *statement, struct err *err)
{
	int code = sqlite3_step(statement);
	bool good = code == SQLITE_DONE || code == SQLITE_ROW;
	if (!good)
		store_fault(store, err);
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
	return good;
}

void store_bind_real(sqlite3_stmt *statement, int at, double value)
{
	if (isnan(value))
		sqlite3_bind_null(statement, at);
	else
		sqlite3_bind_double(statement, at, value);
}

void store_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
	sqlite3_bind_text(statement, at, text ? text : "", -1, SQLITE_TRANSIENT);
}

// ---- opening and closing

static struct store *open_file(const char *path, int flags, struct err *err)
{
	struct store *store = mem_new(1, sizeof *store);
	if (store) {
		store->path = config_copy_text(path);
		store->lock = -1;
	}
	if (!store || !store->path) {
		mem_free(store);
		err_memory(err);
		return NULL;
	}
	if (sqlite3_open_v2(path, &store->db, flags, NULL) != SQLITE_OK) {
		if (store->db)
			store_fault(store, err);
		else
			err_memory(err);
		store_close(store);
		return NULL;
	}
	sqlite3_extended_result_codes(store->db, 0);
	sqlite3_busy_timeout(store->db, 2000);
	return store;
}

static void finalize(struct store *store)
{
	sqlite3_finalize(store->pending);
	sqlite3_finalize(store->state);
	sqlite3_finalize(store->result);
	sqlite3_finalize(store->point);
	store->pending = store->state = store->result = store->point = NULL;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	finalize(store);
	if (store->db && store->is_open)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	if (store->db && store->writes)
		sqlite3_exec(store->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	sqlite3_close(store->db);
	if (store->lock >= 0)
		(void)close(store->lock);  // only now: closing the file also drops the locks of SQLite
	mem_free(store->path);
	mem_free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

// Goes with the process, however that ends. Where files cannot be locked, SQLite's own locks are left.
static bool lock(struct store *store, struct err *err)
{
	store->lock = open(store->path, O_RDONLY | O_CLOEXEC);
	if (store->lock < 0 || flock(store->lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
		return true;
	err_add(err, "%s: een andere stoeprand schrijft in dit bestand", "%s: another stoeprand is writing in this file", store->path);
	return false;
}

static bool start_writing(struct store *store, struct err *err)
{
	if (!lock(store, err))
		return false;
	store->writes = store_run(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF", err);
	return store->writes && store_begin(store, err);
}

static bool check_version(struct store *store, struct err *err)
{
	struct store_rows *rows = store_select(store, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version)", err);
	if (!rows)
		return false;
	bool found = store_next(rows, err);
	int64_t application = found ? store_whole(rows, 0) : 0, version = found ? store_whole(rows, 1) : 0;
	store_done(rows);
	if (!found)
		return false;
	if (application != STORE_APPLICATION)
		err_add(err, "%s: dit is geen bestand met uitkomsten van stoeprand", "%s: this is not a results file of stoeprand", store->path);
	else if (version != STORE_SCHEMA_VERSION)
		err_add(err, "%s: dit bestand heeft versie %d; dit programma leest versie %d", "%s: this file has version %d; this program reads version %d",
			store->path, (int)version, STORE_SCHEMA_VERSION);
	return application == STORE_APPLICATION && version == STORE_SCHEMA_VERSION;
}

static bool count_outcomes(struct store *store, struct err *err)
{
	struct store_rows *rows = store_select(store, "SELECT count(*) FROM outcome", err);
	bool good = rows && store_next(rows, err);
	if (good)
		store->outcomes = (int)store_whole(rows, 0);
	store_done(rows);
	return good;
}

struct store *store_open(const char *path, bool write, struct err *err)
{
	if (!file_exists(path)) {
		err_add(err, "%s: dit bestand is er niet", "%s: there is no such file", path);
		return NULL;
	}
	if (write && access(path, W_OK) != 0) {
		struct text why = file_reason(errno);
		err_add(err, "%s: kan hier niet schrijven: %s%.0s", "%s: cannot write here: %.0s%s", path, why.nl, why.en);
		return NULL;
	}
	struct store *store = open_file(path, write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, err);
	if (store && check_version(store, err) && count_outcomes(store, err) && (!write || start_writing(store, err)))
		return store;
	store_close(store);
	return NULL;
}

bool store_is_blank(const char *path)
{
	struct store *store = file_exists(path) && !file_is_folder(path) ? open_file(path, SQLITE_OPEN_READWRITE, NULL) : NULL;
	struct store_rows *rows = store ? store_select(store, "SELECT count(*) FROM sqlite_master", NULL) : NULL;
	bool blank = rows && store_next(rows, NULL) && store_whole(rows, 0) == 0;
	store_done(rows);
	store_close(store);
	return blank;
}

struct store *store_create(const char *path, const struct experiment *experiment, const struct results *results,
	const struct store_plan *plan, const char *version, struct err *err)
{
	if (store_is_blank(path))
		(void)remove(path);
	if (file_exists(path)) {
		err_add(err, "%s is er al: ga ermee verder met --resume, of kies een ander bestand", "%s is there already: go on with it by --resume, or choose another file", path);
		return NULL;
	}
	// SQLite says little of why a file cannot be made
	FILE *file = fopen(path, "wb");
	if (!file) {
		struct text why = file_reason(errno);
		err_add(err, "%s: kan dit bestand niet maken: %s%.0s", "%s: cannot make this file: %.0s%s", path, why.nl, why.en);
		return NULL;
	}
	(void)fclose(file);
	struct store *store = open_file(path, SQLITE_OPEN_READWRITE, err);
	if (store && start_writing(store, err) && store_write_head(store, experiment, results, plan, version, err))
		return store;
	store_close(store);
	(void)remove(path);
	return NULL;
}

// ---- transactions

bool store_begin(struct store *store, struct err *err)
{
	if (!store->is_open)
		store->is_open = store_run(store, "BEGIN IMMEDIATE", err);
	return store->is_open;
}

bool store_commit(struct store *store, struct err *err)
{
	if (store_run(store, "COMMIT", err)) {
		store->is_open = false;
		return store_begin(store, err);
	}
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	store->is_open = false;
	return false;
}

// ---- trials

bool store_add_pending(struct store *store, int64_t id, int point, int replicate, uint64_t seed, struct err *err)
{
	char text[32];
	if (!store->pending && !store_prepare(store, "INSERT OR IGNORE INTO trial (id, alternative, replicate, seed, state) VALUES (?, ?, ?, ?, 'pending')", &store->pending, err))
		return false;
	snprintf(text, sizeof text, "%" PRIu64, seed);
	sqlite3_bind_int64(store->pending, 1, id);
	sqlite3_bind_int(store->pending, 2, point);
	sqlite3_bind_int(store->pending, 3, replicate);
	store_bind_text(store->pending, 4, text);
	return store_step(store, store->pending, err);
}

static bool put_state(struct store *store, int64_t id, const struct trial *trial, struct err *err)
{
	char digest[32], started[32], host[256] = "";
	time_t seconds = (time_t)trial->started_s;
	struct tm utc;
	bool done = trial->state == TRIAL_DONE;
	if (!store->state && !store_prepare(store, "UPDATE trial SET state = ?2, digest = ?3, cost_euro = ?4, cost_hours = ?5, message_nl = ?6, message_en = ?7, "
		"started = ?8, seconds = ?9, host = ?10 WHERE id = ?1", &store->state, err))
		return false;
	snprintf(digest, sizeof digest, "%016" PRIx64, trial->digest);
	gmtime_r(&seconds, &utc);
	(void)strftime(started, sizeof started, "%Y-%m-%dT%H:%M:%SZ", &utc);
	gethostname(host, sizeof host - 1);
	sqlite3_bind_int64(store->state, 1, id);
	store_bind_text(store->state, 2, done ? "done" : "failed");
	if (done)
		store_bind_text(store->state, 3, digest);
	store_bind_real(store->state, 4, trial->cost_euro);
	store_bind_real(store->state, 5, trial->cost_hours);
	if (!done) {
		store_bind_text(store->state, 6, trial->message[LANG_NL]);
		store_bind_text(store->state, 7, trial->message[LANG_EN]);
	}
	store_bind_text(store->state, 8, started);
	store_bind_real(store->state, 9, trial->seconds);
	store_bind_text(store->state, 10, host);
	return store_step(store, store->state, err);
}

static bool put_result(struct store *store, int64_t id, const struct trial *trial, struct err *err)
{
	if (!store->result && !store_prepare_columns(store, "result", 1, &store->result, err))
		return false;
	sqlite3_bind_int64(store->result, 1, id);
	for (int i = 0; i < store->outcomes; i++)
		store_bind_real(store->result, 2 + i, trial->value[i]);
	return store_step(store, store->result, err);
}

static bool put_path(struct store *store, int64_t id, const struct trial *trial, struct err *err)
{
	if (trial->path_count && !store->point && !store_prepare_columns(store, "path", 2, &store->point, err))
		return false;
	bool good = true;
	for (int row = 0; good && row < trial->path_count; row++) {
		sqlite3_bind_int64(store->point, 1, id);
		sqlite3_bind_int(store->point, 2, trial->path_week[row]);
		for (int i = 0; i < store->outcomes; i++)
			store_bind_real(store->point, 3 + i, trial->path_value[(size_t)row * (size_t)store->outcomes + (size_t)i]);
		good = store_step(store, store->point, err);
	}
	return good;
}

bool store_put(struct store *store, int64_t id, const struct trial *trial, struct err *err)
{
	if (!put_state(store, id, trial, err))
		return false;
	return trial->state != TRIAL_DONE || (put_result(store, id, trial, err) && put_path(store, id, trial, err));
}

bool store_reset_failed(struct store *store, struct err *err)
{
	return store_run(store, "UPDATE trial SET state = 'pending', message_nl = NULL, message_en = NULL, started = NULL, seconds = NULL, host = NULL WHERE state = 'failed'", err) &&
	       store_commit(store, err);
}

// ---- questions

struct store_rows {
	struct store *store;
	sqlite3_stmt *statement;
};

struct store_rows *store_select(struct store *store, const char *sql, struct err *err)
{
	struct store_rows *rows = mem_new(1, sizeof *rows);
	if (!rows) {
		err_memory(err);
		return NULL;
	}
	rows->store = store;
	if (store_prepare(store, sql, &rows->statement, err))
		return rows;
	mem_free(rows);
	return NULL;
}

bool store_next(struct store_rows *rows, struct err *err)
{
	int code = sqlite3_step(rows->statement);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		store_fault(rows->store, err);
	return code == SQLITE_ROW;
}

int store_columns(const struct store_rows *rows)
{
	return sqlite3_column_count(rows->statement);
}

const char *store_column_name(const struct store_rows *rows, int column)
{
	return sqlite3_column_name(rows->statement, column);
}

bool store_is_null(const struct store_rows *rows, int column)
{
	return sqlite3_column_type(rows->statement, column) == SQLITE_NULL;
}

bool store_is_real(const struct store_rows *rows, int column)
{
	return sqlite3_column_type(rows->statement, column) == SQLITE_FLOAT;
}

int64_t store_whole(const struct store_rows *rows, int column)
{
	return sqlite3_column_int64(rows->statement, column);
}

double store_real(const struct store_rows *rows, int column)
{
	return store_is_null(rows, column) ? (double)NAN : sqlite3_column_double(rows->statement, column);
}

const char *store_text(const struct store_rows *rows, int column)
{
	const char *text = (const char *)sqlite3_column_text(rows->statement, column);
	return text ? text : "";
}

void store_done(struct store_rows *rows)
{
	if (!rows)
		return;
	sqlite3_finalize(rows->statement);
	mem_free(rows);
}
