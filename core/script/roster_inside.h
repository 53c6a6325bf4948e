// What the files that read a staff table share with each other and with nobody else.
#ifndef ROSTER_INSIDE_H
#define ROSTER_INSIDE_H

#include "script/csv.h"
#include "script/roster.h"

enum roster_column { COLUMN_UNIT, COLUMN_ROLE, COLUMN_HOURS, COLUMN_START, COLUMN_BIRTH, COLUMN_COUNT, COLUMN_NONE };

enum roster_fault {
	FAULT_OPEN, FAULT_STRAY, FAULT_FEW, FAULT_MANY, FAULT_NAMELESS,
	FAULT_NO_UNIT, FAULT_UNKNOWN_UNIT, FAULT_TWO_UNITS, FAULT_POOL, FAULT_LONG_UNIT, FAULT_MORE_UNITS,
	FAULT_ROLE, FAULT_NO_ROLE, FAULT_HOURS, FAULT_DATE, FAULT_LATE, FAULT_BIRTH, FAULT_BIRTH_DATE, FAULT_YOUNG,
	FAULT_COUNT
};

// Never holds what stands in a cell: messages are copied to colleagues and help desks.
struct roster_mistake {
	long line;
	int column;  // from 1; 0: the line as a whole
	enum roster_fault fault;
	int near;  // FAULT_UNKNOWN_UNIT: the department that may be meant, or −1
};

struct roster_reader {
	struct roster *roster;
	const struct config *config;
	const char *file;
	struct err *err;
	enum roster_column column[CSV_CELLS_MAX];
	int columns;  // in the head
	int place[COLUMN_COUNT];  // of each column, from 1; 0: not there
	char head[COLUMN_COUNT][ROSTER_NAME_MAX + 1];  // as the file calls it
	int row_room, unit_room, last_unit;
	struct roster_mistake *mistake;
	int mistakes, mistake_room;
	bool no_memory;
};

// ---- roster_cell.c: single cells

// Small letters, single spaces, nothing around; in a head also no _ or -. False when `out` is too small.
bool roster_fold(const char *text, bool is_head, char out[ROSTER_NAME_MAX + 1]);
bool roster_hours(const char *cell, double *hours);
struct roster_date {
	int year, month, day;
};
bool roster_date(const char *cell, struct roster_date *date);
bool roster_year(const char *cell, int *year);

// ---- roster_head.c: which column is which; false when nothing can be read
bool roster_head(struct roster_reader *r, const struct csv_row *row);

// ---- roster_unit.c: departments
bool roster_units_known(struct roster_reader *r);
// The unit that the cell names, −1 when that is wrong.
int roster_unit(struct roster_reader *r, const char *cell, long line);
void roster_units_made(struct roster_reader *r);  // in order, with ids

// ---- roster_fault.c: mistakes
void roster_wrong(struct roster_reader *r, long line, int column, enum roster_fault fault, int near);
void roster_no_memory(struct roster_reader *r);
void roster_tell(struct roster_reader *r);  // all, those alike in one message
enum { ROSTER_YOUNGEST = 15, ROSTER_OLDEST = 79, ROSTER_WORKS_FROM = 14, ROSTER_HOURS_MOST = 40 };

#endif
