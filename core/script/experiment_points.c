// Points from a table (csv "points.csv"): a column for each factor, and maybe one for the design; a row for
// each alternative.
#include "script/experiment_inside.h"

#include "file.h"
#include "mem.h"
#include "script/csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS_BYTES_MAX = 16 << 20 };

struct points_reader {
	struct experiment_reader *e;
	struct csv csv;
	const char *file;
	int columns;
	bool comma;                 // decimals are written with one
};

static char *read_bytes(struct experiment_reader *e, const char *name, char *path, size_t room, size_t *length)
{
	struct experiment *x = e->experiment;
	char *text;
	const struct box_text *kept = box_texts_find(x->texts, name);
	scenario_beside(e->folder, name, path, room);
	if (kept) {
		text = mem_new(kept->length + 1, 1);
		if (text)
			memcpy(text, kept->text, kept->length);
		*length = kept->length;
		if (!text)
			scenario_no_memory(&e->r);
		return text;
	}
	if (!box_read_file(path, POINTS_BYTES_MAX, &text, length, e->r.err))
		return NULL;
	if (!box_texts_add(x->texts, name, path, text, *length))
		scenario_no_memory(&e->r);
	return text;
}

static bool column_ok(const struct points_reader *p, const struct csv_row *row, int column)
{
	const char *key = row->cell[column];
	bool known = experiment_is_fixed(key);
	for (int i = 0; i < column && !known; i++)
		known = strcmp(row->cell[i], key) == 0;
	if (*key && !known)
		return true;
	err_add(p->e->r.err, "%s:%ld: kolom %d: \"%.64s\" kan hier niet, of staat er twee keer", "%s:%ld: column %d: \"%.64s\" cannot be here, or is there twice",
		p->file, row->line, column + 1, key);
	return false;
}

static bool read_head(struct points_reader *p, const struct csv_row *row)
{
	struct experiment *x = p->e->experiment;
	if (row->count > EXPERIMENT_FACTORS_MAX) {
		err_add(p->e->r.err, "%s: meer dan %d kolommen", "%s: more than %d columns", p->file, EXPERIMENT_FACTORS_MAX);
		return false;
	}
	for (p->columns = 0; p->columns < row->count; p->columns++) {
		char *key = row->cell[p->columns];
		if (!column_ok(p, row, p->columns))
			return false;
		x->factor[x->factor_count++] = (struct experiment_factor){ .key = key, .param = source_param(x->scenario[0].source, key) };
	}
	return true;
}

static struct node read_cell(const struct points_reader *p, char *cell)
{
	char *end, number[64];
	size_t length = strlen(cell);
	if (strcmp(cell, "true") == 0 || strcmp(cell, "false") == 0)
		return (struct node){ .kind = NODE_SWITCH, .number = cell[0] == 't' };
	if (length && length < sizeof number) {
		memcpy(number, cell, length + 1);
		char *comma = strchr(number, ',');
		if (comma && p->comma)
			*comma = '.';
		double value = strtod(number, &end);
		if (!*end && strspn(number, "+-.0123456789eE") == length)
			return (struct node){ .kind = NODE_NUMBER, .number = value };
	}
	return (struct node){ .kind = NODE_TEXT, .text = cell, .length = length };
}

static bool read_row(struct points_reader *p, const struct csv_row *row, struct node *out)
{
	if (row->count != p->columns) {
		err_add(p->e->r.err, "%s:%ld: %d waarden; de eerste regel heeft er %d", "%s:%ld: %d values; the first line has %d", p->file, row->line,
			row->count, p->columns);
		return false;
	}
	for (int i = 0; i < p->columns; i++)
		out[i] = read_cell(p, row->cell[i]);
	return true;
}

static bool grow(struct experiment *x, int *room, int columns)
{
	if (x->size < *room)
		return true;
	int more = *room ? *room * 2 : 64;
	struct node *fresh = mem_grow(x->points, (size_t)*room * (size_t)columns, (size_t)more * (size_t)columns, sizeof *fresh);
	if (!fresh)
		return false;
	x->points = fresh;
	*room = more;
	return true;
}

static void read_rows(struct points_reader *p)
{
	struct experiment *x = p->e->experiment;
	struct csv_row row;
	int room = 0;
	while (p->columns && x->size < EXPERIMENT_POINTS_MAX && csv_next(&p->csv, &row)) {
		if (row.count == 0)
			continue;
		if (!grow(x, &room, p->columns)) {
			scenario_no_memory(&p->e->r);
			return;
		}
		if (read_row(p, &row, x->points + (size_t)x->size * (size_t)p->columns))
			x->size++;
	}
	for (int k = 0; k < p->columns; k++) {  // a level a row
		struct experiment_factor *factor = &x->factor[k];
		factor->level = mem_new((size_t)x->size + 1, sizeof(void *));
		factor->level_count = factor->level ? x->size : 0;
		if (!factor->level)
			scenario_no_memory(&p->e->r);
		for (int i = 0; i < factor->level_count; i++)
			factor->level[i] = &x->points[(size_t)i * (size_t)p->columns + (size_t)k];
	}
	if (x->size == 0)
		err_add(p->e->r.err, "%s: hier staat geen punt in", "%s: there is no point in here", p->file);
}

void experiment_read_points(struct experiment_reader *e, const char *name)
{
	struct experiment *x = e->experiment;
	char path[FILE_PATH_MAX];
	size_t length = 0;
	x->design = EXPERIMENT_POINTS;
	if (!x->factor)
		return;
	if (x->factor_count) {
		scenario_wrong(&e->r, "de kolommen van %s zeggen al wat er varieert: laat vary weg", "the columns of %s say what varies: leave vary out", name);
		return;
	}
	char *text = read_bytes(e, name, path, sizeof path, &length);
	if (!text)
		return;
	struct points_reader p = { .e = e, .file = path };
	struct csv_row row;
	snprintf(x->vary_where, sizeof x->vary_where, "%.480s", path);
	if (csv_open(&p.csv, text, length, path, e->r.err)) {
		p.comma = p.csv.separator != ',';
		if (csv_next(&p.csv, &row) && read_head(&p, &row))
			read_rows(&p);
		x->points_text = p.csv.text;  // the cells live on in it
		p.csv.text = NULL;
	}
	csv_close(&p.csv);
	mem_free(text);
}
