// One line of blocks that shows a row of weeks.
#ifndef CMD_CHART_H
#define CMD_CHART_H

#include <stddef.h>

enum { CMD_SPARK_MAX = 4 * 128 };  // bytes a line takes, NUL included, up to 127 columns

// `count` values in `columns` blocks, each the mean of its weeks, scaled from low to high; a column
// without values is blank. columns ≤ count and ≤ 127.
void cmd_spark(char out[CMD_SPARK_MAX], const double *values, size_t stride, int count, int columns,
               double low, double high);

// In which column week `index` of `count` falls.
int cmd_spark_column(int index, int count, int columns);

#endif
