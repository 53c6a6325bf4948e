// Lays out a table of short texts.
#include "cmd_table.h"

#include "mem.h"

enum { GAP = 2, GAP_LEAST = 1, LABEL_LEAST = 12 };

bool cmd_table_init(struct cmd_table *table, int rows, int columns, int left, struct err *err)
{
	must(columns <= CMD_TABLE_COLUMNS_MAX);
	*table = (struct cmd_table){ .rows = rows, .columns = columns, .left = left, .gap = GAP };
	table->cell = mem_new((size_t)rows * (size_t)columns, sizeof *table->cell);
	if (!table->cell)
		err_memory(err);
	return table->cell != NULL;
}

void cmd_table_clear(struct cmd_table *table)
{
	mem_free(table->cell);
	*table = (struct cmd_table){ 0 };
}

char *cmd_table_cell(struct cmd_table *table, int row, int column)
{
	must(row >= 0 && row < table->rows && column >= 0 && column < table->columns);
	return table->cell[row * table->columns + column];
}

static int column_width(const struct cmd_out *out, const struct cmd_table *table, int column)
{
	int widest = 0;
	for (int row = 0; row < table->rows; row++) {
		int wide = cmd_columns(out, table->cell[row * table->columns + column]);
		widest = wide > widest ? wide : widest;
	}
	return widest;
}

static int table_width(const struct cmd_out *out, const struct cmd_table *table)
{
	int width = -table->gap;
	for (int column = 0; column < table->columns; column++)
		if (!table->hidden[column])
			width += table->gap + column_width(out, table, column);
	return width;
}

// Shows `shown` of the columns, spread evenly, the last one among them.
static void show_some(struct cmd_table *table, int first, int last, int shown)
{
	int count = last - first + 1;
	for (int column = first; column <= last; column++)
		table->hidden[column] = true;
	for (int i = 1; i <= shown; i++)
		table->hidden[first + (i * count + shown - 1) / shown - 1] = false;
}

void cmd_table_fit(const struct cmd_out *out, struct cmd_table *table, int first, int last, int most)
{
	int shown = last - first + 1;
	if (shown > most)
		shown = most;
	if (shown < 1)
		return;
	show_some(table, first, last, shown);
	table->gap = table_width(out, table) > out->width ? GAP_LEAST : GAP;
	do
		show_some(table, first, last, shown);
	while (table_width(out, table) > out->width && --shown > 0);
}

void cmd_table_drop(const struct cmd_out *out, struct cmd_table *table, const int *columns, int count)
{
	int label = column_width(out, table, 0);
	int spare = label > LABEL_LEAST ? label - LABEL_LEAST : 0;
	table->gap = table_width(out, table) > out->width ? GAP_LEAST : GAP;
	for (int i = 0; i < count && table_width(out, table) - spare > out->width; i++)
		table->hidden[columns[i]] = true;
}

// What is still too wide is taken from the first column.
static int first_width(const struct cmd_out *out, const struct cmd_table *table)
{
	int over = table_width(out, table) - out->width, width = column_width(out, table, 0);
	if (over <= 0)
		return width;
	return width - over > LABEL_LEAST ? width - over : LABEL_LEAST;
}

static void print_row(const struct cmd_out *out, const struct cmd_table *table, int row)
{
	for (int column = 0; column < table->columns; column++) {
		if (table->hidden[column])
			continue;
		int width = column ? column_width(out, table, column) : first_width(out, table);
		cmd_repeat(out, " ", column ? table->gap : 0);
		bool plain = row > 0 && (column == 0 || column >= table->left);
		if (!plain)
			cmd_style(out, row == 0 ? CMD_BOLD : CMD_DIM);
		cmd_pad(out, table->cell[row * table->columns + column], width, column < table->left);
		if (!plain)
			cmd_style(out, CMD_PLAIN);
	}
	cmd_put(out, "\n");
}

void cmd_table_print(const struct cmd_out *out, const struct cmd_table *table)
{
	int width = table_width(out, table) - column_width(out, table, 0) + first_width(out, table);
	for (int row = 0; row < table->rows; row++) {
		print_row(out, table, row);
		if (row == 0)
			cmd_rule(out, width < out->width ? width : out->width);
	}
}
