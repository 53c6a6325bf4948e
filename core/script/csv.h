// Tables as spreadsheets export them: separators ; or , or a tab, quotes, any line ending, UTF-8 or Windows-1252.
// Turns them into rows of cells in UTF-8; what the cells mean is for others.
#ifndef CSV_H
#define CSV_H

#include "err.h"

#include <stddef.h>

enum { CSV_CELLS_MAX = 64 };  // cells of a row that are kept

enum csv_fault {
	CSV_FINE,
	CSV_STRAY,  // a quotation mark that does not stand around a whole cell
	CSV_OPEN,  // a quotation mark that is never closed: nothing after it can be read
};

struct csv {
	char *text;  // owned; rewritten in place by reading
	size_t length, at;
	long line;  // of what comes next
	char separator;
};

struct csv_row {
	long line;  // on which it begins, from 1
	int count;  // also those that are not kept; 0: an empty line
	char *cell[CSV_CELLS_MAX];  // without white space around; they live as long as the csv
	enum csv_fault fault;
};

// Takes a copy of the bytes. False and err (which calls them `file`) when they are no text. Close in any case.
bool csv_open(struct csv *csv, const char *bytes, size_t length, const char *file, struct err *err);
void csv_close(struct csv *csv);

bool csv_next(struct csv *csv, struct csv_row *row);  // false at the end

#endif
