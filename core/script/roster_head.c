// The head of a staff table: which column is which. Columns that the model does not need are refused, and those that
// look like personal data are told so.
#include "script/roster_inside.h"

#include "script/box.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	enum roster_column column;
} names[] = {
	{ "afdeling", COLUMN_UNIT }, { "unit", COLUMN_UNIT }, { "department", COLUMN_UNIT },
	{ "rol", COLUMN_ROLE }, { "role", COLUMN_ROLE },
	{ "uren", COLUMN_HOURS }, { "uren per week", COLUMN_HOURS }, { "hours", COLUMN_HOURS }, { "hours per week", COLUMN_HOURS },
	{ "in dienst", COLUMN_START }, { "start", COLUMN_START }, { "start date", COLUMN_START },
	{ "geboortejaar", COLUMN_BIRTH }, { "birth year", COLUMN_BIRTH },
};

// Parts of what columns with personal data are called.
static const char *const personal[] = {
	"naam", "name", "voorletter", "initial", "nummer", "number", "bsn", "burgerservice", "sofi", "personeel", "employee", "mail", "telefoon", "phone",
	"mobiel", "adres", "address", "postcode", "woonplaats", "iban", "rekening", "salaris", "salary", "loon", "schaal", "geslacht",
	"gender", "sex", "nationaliteit", "nationality", "geboortedatum", "geboorteplaats", "birth date", "date of birth", "birthday",
	"verzuim", "ziek", "sick", "beoordeling", "appraisal", "burgerlijke", "marital", "foto", "photo",
};

static bool is_personal(const char *folded)
{
	static const char *const exact[] = { "id", "nr", "nee", "pnr", "persnr" };
	for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
		if (strcmp(folded, exact[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof personal / sizeof *personal; i++)
		if (strstr(folded, personal[i]))
			return !strstr(folded, "afdeling") && !strstr(folded, "unit") && !strstr(folded, "department");
	return false;
}

static enum roster_column find_column(const char *folded)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].name, folded) == 0)
			return names[i].column;
	return COLUMN_COUNT;
}

struct list {
	char text[1024];
	size_t used;
};

static void add_name(struct list *list, const char *name)
{
	char plain[ROSTER_NAME_MAX];
	snprintf(plain, sizeof plain, "%.60s", name);
	box_plain(plain);
	if (list->used + strlen(plain) + 8 < sizeof list->text)
		list->used += (size_t)snprintf(list->text + list->used, sizeof list->text - list->used, "%s%s", list->used ? ", " : "", plain);
	else if (list->text[list->used - 1] != '.')
		list->used += (size_t)snprintf(list->text + list->used, sizeof list->text - list->used, ", ...");
}

static void take_name(struct roster_reader *r, const char *cell, int i, struct list *unknown, struct list *private, struct list *twice)
{
	char folded[ROSTER_NAME_MAX + 1];
	r->column[i] = COLUMN_NONE;
	if (!*cell)
		return;
	enum roster_column column = roster_fold(cell, true, folded) ? find_column(folded) : COLUMN_COUNT;
	r->column[i] = COLUMN_COUNT;  // its cells are not looked at
	if (column == COLUMN_COUNT)
		add_name(is_personal(folded) ? private : unknown, cell);
	else if (r->place[column])
		add_name(twice, cell);
	else {
		r->column[i] = column;
		r->place[column] = i + 1;
		snprintf(r->head[column], sizeof r->head[column], "%s", cell);
	}
}

static bool has_any(const struct roster_reader *r)
{
	for (int c = 0; c < COLUMN_COUNT; c++)
		if (r->place[c])
			return true;
	return false;
}

static void tell(struct roster_reader *r, const struct list *unknown, const struct list *private, const struct list *twice)
{
	if (private->used)
		err_add(r->err, "%s: haal deze kolommen uit het bestand: %s. Dat zijn persoonsgegevens die het model niet nodig heeft",
		        "%s: take these columns out of the file: %s. They are personal data that the model does not need", r->file, private->text);
	if (unknown->used)
		err_add(r->err, "%s: onbekende kolommen: %s; bekend zijn afdeling, rol, uren, in dienst en geboortejaar",
		        "%s: unknown columns: %s; known are unit, role, hours, start and birth_year", r->file, unknown->text);
	if (twice->used)
		err_add(r->err, "%s: deze kolommen staan er twee keer: %s", "%s: these columns stand there twice: %s", r->file, twice->text);
	if (!r->place[COLUMN_UNIT])
		err_add(r->err, "%s: de kolom afdeling ontbreekt", "%s: the column unit is missing", r->file);
}

// Without any known column the first line may be a person: then nothing of it is repeated.
bool roster_head(struct roster_reader *r, const struct csv_row *row)
{
	struct list unknown = { 0 }, private = { 0 }, twice = { 0 };
	r->columns = row->count;
	if (row->count > CSV_CELLS_MAX) {
		err_add(r->err, "%s: %d kolommen; hooguit %d", "%s: %d columns; at most %d", r->file, row->count, CSV_CELLS_MAX);
		return false;
	}
	for (int i = 0; i < row->count; i++)
		take_name(r, row->cell[i], i, &unknown, &private, &twice);
	if (row->fault != CSV_FINE) {
		roster_wrong(r, row->line, 0, row->fault == CSV_OPEN ? FAULT_OPEN : FAULT_STRAY, -1);
		return false;
	}
	if (!has_any(r)) {
		err_add(r->err, "%s: de eerste regel moet de kolommen noemen: afdeling, en als u wilt rol, uren, in dienst en geboortejaar",
		        "%s: the first line must name the columns: unit, and if you like role, hours, start and birth_year", r->file);
		return false;
	}
	tell(r, &unknown, &private, &twice);
	return true;
}
