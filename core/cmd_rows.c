// The view `run` of a results file, in machine form.
#include "cmd_rows.h"

#include "cmd_number.h"
#include "file.h"

#include <string.h>

static void put_text(FILE *stream, const char *text)
{
	bool quoted = strpbrk(text, ",\"\r\n") != NULL;
	if (quoted)
		fputc('"', stream);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', stream);
		fputc(*text, stream);
	}
	if (quoted)
		fputc('"', stream);
}

static void put_cell(FILE *stream, const struct store_rows *rows, int column)
{
	char number[CMD_NUMBER_MAX];
	if (column)
		fputc(',', stream);
	if (store_is_real(rows, column)) {
		cmd_number_exact(number, store_real(rows, column));
		fputs(number, stream);
	} else {
		put_text(stream, store_text(rows, column));
	}
}

static bool put_rows(FILE *stream, struct store *store, struct err *err)
{
	int before = err->count;
	struct store_rows *rows = store_select(store, "SELECT * FROM run ORDER BY trial", err);
	if (!rows)
		return false;
	for (int i = 0; i < store_columns(rows); i++) {
		if (i)
			fputc(',', stream);
		put_text(stream, store_column_name(rows, i));
	}
	fputc('\n', stream);
	while (store_next(rows, err)) {
		for (int i = 0; i < store_columns(rows); i++)
			put_cell(stream, rows, i);
		fputc('\n', stream);
	}
	store_done(rows);
	return err->count == before;
}

bool cmd_rows_write(struct store *store, const char *path, struct err *err)
{
	struct file_writer writer = { 0 };
	if (strcmp(path, "-") == 0)
		return put_rows(stdout, store, err);
	if (!file_begin(&writer, path, err))
		return false;
	if (put_rows(writer.stream, store, err) && file_ok(&writer))
		return file_commit(&writer, err);
	if (writer.error)
		return file_commit(&writer, err);
	file_abandon(&writer);
	return false;
}
