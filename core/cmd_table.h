// A table of short texts in columns: left-aligned words, right-aligned numbers, hidden columns
// where the terminal is narrow.
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

#include "cmd_out.h"

enum { CMD_CELL_MAX = 96, CMD_TABLE_COLUMNS_MAX = 128 };

struct cmd_table {
	int rows, columns;             // row 0 is the head
	int left;                      // so many columns are left-aligned
	int gap;                       // columns of white between two of them
	bool hidden[CMD_TABLE_COLUMNS_MAX];
	char (*cell)[CMD_CELL_MAX];    // owned
};

bool cmd_table_init(struct cmd_table *table, int rows, int columns, int left, struct err *err);
void cmd_table_clear(struct cmd_table *table);

char *cmd_table_cell(struct cmd_table *table, int row, int column);  // CMD_CELL_MAX bytes

// Narrows the gaps, then hides columns of first…last, evenly and the last one last, until the
// table fits in the width and at most `most` of them are seen.
void cmd_table_fit(const struct cmd_out *out, struct cmd_table *table, int first, int last, int most);

// Narrows the gaps, then hides these columns, in this order, until the others fit beside a shortened first column.
void cmd_table_drop(const struct cmd_out *out, struct cmd_table *table, const int *columns, int count);

void cmd_table_print(const struct cmd_out *out, const struct cmd_table *table);

#endif
