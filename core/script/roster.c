// Reads a staff table row by row: a row that is right becomes classes at once, and its exact values are gone.
#include "script/roster_inside.h"

#include "mem.h"

#include <string.h>

// ---- classes

// Years of service from which a class begins: the model tells the first three apart.
static uint8_t service_class(int years)
{
	return (uint8_t)(years < 1 ? 0 : years < 3 ? 1 : years < 5 ? 3 : years / 5 * 5);
}

static uint8_t age_class(int age)
{
	return (uint8_t)(age / 5 * 5);
}

// Steps of four hours, full time at most.
static uint8_t hours_class(double hours)
{
	int steps = (int)(hours / 4 + 0.5), most = ROSTER_FULL_TIME / 4;
	return (uint8_t)(steps < 1 ? 1 : steps > most ? most : steps);
}

// ---- rows

static bool read_role(const char *cell, uint8_t *role)
{
	char folded[ROSTER_NAME_MAX + 1];
	if (!roster_fold(cell, false, folded))
		return false;
	if (!*folded)
		*role = ROSTER_ANY;
	else if (strcmp(folded, "leidinggevende") == 0 || strcmp(folded, "manager") == 0)
		*role = ROSTER_MANAGER;
	else if (strcmp(folded, "medewerker") == 0 || strcmp(folded, "employee") == 0)
		*role = ROSTER_EMPLOYEE;
	else
		return false;
	return true;
}

static void read_birth(struct roster_reader *r, const char *cell, struct roster_row *row, int *birth)
{
	struct roster_date date;
	int start = r->config->start_year, place = r->place[COLUMN_BIRTH];
	row->age = ROSTER_NONE;
	if (!*cell)
		return;
	bool good = roster_year(cell, birth) && *birth >= start - ROSTER_OLDEST - 1 && *birth <= start - ROSTER_YOUNGEST - 1;
	if (good) {
		row->age = age_class(start - *birth - 1);  // on the first day of the scenario, nearly all have yet to turn
		return;
	}
	*birth = 0;
	roster_wrong(r, row->line, place, roster_date(cell, &date) ? FAULT_BIRTH_DATE : FAULT_BIRTH, -1);
}

static void read_start(struct roster_reader *r, const char *cell, struct roster_row *row, int birth)
{
	struct roster_date date;
	int start = r->config->start_year, place = r->place[COLUMN_START];
	row->service = ROSTER_NONE;
	if (!*cell)
		return;
	if (!roster_date(cell, &date)) {
		roster_wrong(r, row->line, place, FAULT_DATE, -1);
		return;
	}
	bool later = date.month > 1 || date.day > 1;  // than the first of January
	if (date.year > start || (date.year == start && later))
		roster_wrong(r, row->line, place, FAULT_LATE, -1);
	else if (birth && date.year < birth + ROSTER_WORKS_FROM)
		roster_wrong(r, row->line, place, FAULT_YOUNG, -1);
	row->service = service_class(start - date.year - later);
}

static const char *cell_of(const struct roster_reader *r, const struct csv_row *cells, enum roster_column column)
{
	return r->place[column] ? cells->cell[r->place[column] - 1] : "";
}

static bool cells_ok(struct roster_reader *r, const struct csv_row *cells)
{
	int before = r->mistakes;
	if (cells->fault != CSV_FINE)
		roster_wrong(r, cells->line, 0, cells->fault == CSV_OPEN ? FAULT_OPEN : FAULT_STRAY, -1);
	else if (cells->count != r->columns)
		roster_wrong(r, cells->line, 0, cells->count < r->columns ? FAULT_FEW : FAULT_MANY, -1);
	else
		for (int i = 0; i < r->columns; i++)
			if (r->column[i] == COLUMN_NONE && *cells->cell[i])
				roster_wrong(r, cells->line, i + 1, FAULT_NAMELESS, -1);
	return r->mistakes == before;
}

static void read_row(struct roster_reader *r, const struct csv_row *cells, struct roster_row *row)
{
	int birth = 0, unit = r->place[COLUMN_UNIT] ? roster_unit(r, cell_of(r, cells, COLUMN_UNIT), cells->line) : 0;
	double hours;
	const char *told = cell_of(r, cells, COLUMN_HOURS);
	row->line = (uint32_t)cells->line;
	row->unit = (uint8_t)(unit < 0 ? 0 : unit);
	if (!read_role(cell_of(r, cells, COLUMN_ROLE), &row->role)) {
		roster_wrong(r, cells->line, r->place[COLUMN_ROLE], FAULT_ROLE, -1);
		row->role = ROSTER_WRONG;
	}
	if (unit < 0)
		row->role = ROSTER_WRONG;
	if (*told && (!roster_hours(told, &hours) || hours < 1 || hours > ROSTER_HOURS_MOST))
		roster_wrong(r, cells->line, r->place[COLUMN_HOURS], FAULT_HOURS, -1);
	else
		row->hours = *told ? hours_class(hours) : 0;
	read_birth(r, cell_of(r, cells, COLUMN_BIRTH), row, &birth);
	read_start(r, cell_of(r, cells, COLUMN_START), row, birth);
}

static struct roster_row *add_row(struct roster_reader *r)
{
	struct roster *roster = r->roster;
	if (roster->count == r->row_room) {
		int room = r->row_room ? 2 * r->row_room : 256;
		struct roster_row *fresh = mem_grow(roster->row, (size_t)r->row_room, (size_t)room, sizeof *fresh);
		if (!fresh) {
			roster_no_memory(r);
			return NULL;
		}
		roster->row = fresh;
		r->row_room = room;
	}
	return &roster->row[roster->count++];
}

static void read_rows(struct roster_reader *r, struct csv *csv)
{
	struct csv_row cells;
	while (!r->no_memory && csv_next(csv, &cells)) {
		if (cells.count == 0 || !cells_ok(r, &cells))
			continue;
		struct roster_row *row = add_row(r);
		if (row)
			read_row(r, &cells, row);
	}
}

// ---- the whole

// All of a department have a role, or nobody.
static void count_people(struct roster_reader *r)
{
	struct roster *roster = r->roster;
	for (int i = 0; i < roster->count; i++) {
		struct roster_unit *unit = &roster->unit[roster->row[i].unit];
		unit->people++;
		unit->has_roles |= roster->row[i].role == ROSTER_EMPLOYEE || roster->row[i].role == ROSTER_MANAGER;
	}
	for (int i = 0; i < roster->count; i++)
		if (roster->unit[roster->row[i].unit].has_roles && roster->row[i].role == ROSTER_ANY)
			roster_wrong(r, (long)roster->row[i].line, r->place[COLUMN_ROLE], FAULT_NO_ROLE, -1);
}

static void read_table(struct roster_reader *r, struct csv *csv)
{
	struct csv_row head;
	bool there = csv_next(csv, &head);
	while (there && head.count == 0)
		there = csv_next(csv, &head);
	if (!there || (roster_head(r, &head) && (read_rows(r, csv), r->roster->count == 0 && r->mistakes == 0 && !r->no_memory)))
		err_add(r->err, "%s: er staat niemand in dit bestand", "%s: there is nobody in this file", r->file);
	if (r->no_memory || !there || !r->place[COLUMN_UNIT] || r->roster->unit_count == 0)
		return;
	if (r->config->department_count == 0)
		roster_units_made(r);
	count_people(r);
}

static uint64_t hash_of(const char *bytes, size_t length)
{
	uint64_t hash = 0xcbf29ce484222325u;
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
	return hash ? hash : 1;
}

bool roster_read(struct roster *roster, const char *bytes, size_t length, const char *file, const struct config *config, struct err *err)
{
	struct err own;
	if (!err)
		err_clear(err = &own);
	int before = err->count;
	struct csv csv;
	struct roster_reader reader = { .roster = roster, .config = config, .file = file, .err = err };
	*roster = (struct roster){ .hash = hash_of(bytes, length) };
	if (csv_open(&csv, bytes, length, file, err) && roster_units_known(&reader))
		read_table(&reader, &csv);
	csv_close(&csv);
	roster_tell(&reader);
	mem_free(reader.mistake);
	return err->count == before;
}

void roster_clear(struct roster *roster)
{
	mem_free(roster->row);
	mem_free(roster->unit);
	*roster = (struct roster){ 0 };
}
