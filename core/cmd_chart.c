// Small charts of the main measures, with pins where the plan did something.
#include "cmd_chart.h"

#include "cmd_number.h"
#include "cmd_result.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LEVELS = 8, LABEL_LEAST = 6, COLUMNS_LEAST = 10, COLUMNS_MOST = 100, GAP = 2, YEAR_LETTERS = 5, PIN_MOVES = 3 };

int cmd_spark_column(int index, int count, int columns)
{
	return (int)((long)index * columns / count);
}

// The mean of column `column`; NaN without values.
static double column_mean(const double *values, size_t stride, int count, int columns, int column)
{
	double sum = 0;
	int known = 0;
	for (int i = (int)((long)column * count / columns); i < count && cmd_spark_column(i, count, columns) <= column; i++)
		if (cmd_spark_column(i, count, columns) == column && !isnan(values[(size_t)i * stride])) {
			sum += values[(size_t)i * stride];
			known++;
		}
	return known ? sum / known : NAN;
}

void cmd_spark(char out[CMD_SPARK_MAX], const double *values, size_t stride, int count, int columns,
               double low, double high)
{
	static const char *const block[LEVELS] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	size_t used = 0;
	out[0] = '\0';
	for (int column = 0; column < columns; column++) {
		double mean = column_mean(values, stride, count, columns, column);
		int level = high > low ? (int)((mean - low) / (high - low) * LEVELS) : 0;
		level = level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level;
		used += (size_t)snprintf(out + used, CMD_SPARK_MAX - used, "%s", isnan(mean) ? " " : block[level]);
	}
}

// ---- the charts of a run

struct range {
	double low, high;     // as seen in the chart: of the columns' means
	char text[128];
};

struct charts {
	const struct cmd_out *out;
	const struct cmd_history *history;
	int label, columns;   // widths
};

// Lowest and highest mean of a column; NaN when the measure has no values.
static void find_range(const struct charts *charts, int measure, struct range *range)
{
	const struct cmd_history *history = charts->history;
	range->low = range->high = NAN;
	for (int column = 0; column < charts->columns; column++) {
		double mean = column_mean(cmd_history_column(history, measure), (size_t)history->measures, history->rows, charts->columns, column);
		if (!isnan(mean) && !(mean >= range->low))
			range->low = mean;
		if (!isnan(mean) && !(mean <= range->high))
			range->high = mean;
	}
}

static void name_range(const struct cmd_out *out, const struct measure *measure, struct range *range)
{
	struct cmd_unit unit = cmd_unit(measure->unit);
	char low[CMD_NUMBER_MAX], high[CMD_NUMBER_MAX];
	const char *word = strcmp(unit.name, "0-1") == 0 ? "" : text_in(unit.word, out->lang);
	bool joined = !*word || (out->lang == LANG_EN && word[0] == '%');
	cmd_number(low, out->lang, range->low * unit.factor, unit.decimals, false);
	cmd_number(high, out->lang, range->high * unit.factor, unit.decimals, false);
	bool flat = strcmp(low, high) == 0;
	snprintf(range->text, sizeof range->text, "%s%s%s%s%s", low, flat ? "" : " – ", flat ? "" : high,
	         joined ? "" : " ", word);
}

// What hardly moves looks as if it hardly moves: a chart's height is at least .05 of a share or
// attitude, or a tenth of the value.
static void widen(const struct measure *measure, struct range *range)
{
	double middle = (range->low + range->high) / 2, least = fabs(middle) / 10;
	if (measure->max <= 1)
		least = 0.05;
	if (range->high - range->low < least) {
		range->low = middle - least / 2;
		range->high = middle + least / 2;
	}
	if (range->low < measure->min) {
		range->high += measure->min - range->low;
		range->low = measure->min;
	}
}

static void print_chart(const struct charts *charts, int id)
{
	const struct cmd_out *out = charts->out;
	struct measure measure = config_measure(charts->history->config, id);
	struct range range;
	char blocks[CMD_SPARK_MAX];
	find_range(charts, id, &range);
	if (isnan(range.high) || (range.low == 0 && range.high == 0))
		return;  // a pool that is not there
	name_range(out, &measure, &range);
	widen(&measure, &range);
	cmd_spark(blocks, cmd_history_column(charts->history, id), (size_t)charts->history->measures, charts->history->rows, charts->columns,
	          range.low, range.high);
	cmd_pad(out, text_in(measure.label, out->lang), charts->label, true);
	cmd_repeat(out, " ", GAP);
	cmd_style(out, CMD_ACCENT);
	cmd_put(out, "%s", blocks);
	cmd_style(out, CMD_PLAIN);
	cmd_repeat(out, " ", GAP);
	cmd_put(out, "%s\n", range.text);
}

// The plan's pins above the charts; those of nearly the same week move over for each other.
static void print_pins(const struct charts *charts, const struct config *config)
{
	char pins[COLUMNS_MOST + 1];
	const struct cmd_history *history = charts->history;
	memset(pins, ' ', (size_t)charts->columns);
	pins[charts->columns] = '\0';
	for (int i = 0; i < config->entry_count; i++) {
		int week = config->entry[i].week;
		if (!cmd_history_has(history, week) || week >= cmd_history_last(history))
			continue;
		int column = cmd_spark_column(week - history->first, history->rows, charts->columns), moved = 0;
		while (pins[column] != ' ' && moved < PIN_MOVES && column + 1 < charts->columns) {
			column++;
			moved++;
		}
		if (pins[column] == ' ')
			pins[column] = cmd_pin(i);
	}
	cmd_repeat(charts->out, " ", charts->label + GAP);
	cmd_style(charts->out, CMD_BOLD);
	cmd_put(charts->out, "%s\n", pins);
	cmd_style(charts->out, CMD_PLAIN);
}

// Years below the charts, where they begin; fewer when they would touch.
static void print_years(const struct charts *charts)
{
	const struct cmd_history *history = charts->history;
	char line[COLUMNS_MOST + 16] = "";
	int used = 0;
	for (int week = 0; week < cmd_history_last(history); week += CONFIG_WEEKS_PER_YEAR) {
		if (!cmd_history_has(history, week))
			continue;
		int column = cmd_spark_column(week - history->first, history->rows, charts->columns);
		if ((column < used && used) || column + YEAR_LETTERS - 1 > charts->columns)
			continue;
		int digits = snprintf(line + column, YEAR_LETTERS, "%d", history->start_year + week / CONFIG_WEEKS_PER_YEAR);
		memset(line + column + digits, ' ', sizeof line - (size_t)(column + digits) - 1);
		used = column + YEAR_LETTERS;
	}
	line[charts->columns] = '\0';
	cmd_repeat(charts->out, " ", charts->label + GAP);
	cmd_style(charts->out, CMD_DIM);
	cmd_put(charts->out, "%s\n", line);
	cmd_style(charts->out, CMD_PLAIN);
}

static void measure_widths(struct charts *charts)
{
	const struct cmd_out *out = charts->out;
	int ranges = 0;
	charts->columns = COLUMNS_LEAST < charts->history->rows ? COLUMNS_LEAST : charts->history->rows;
	for (int id = 0; id < charts->history->measures; id++) {
		struct measure measure = config_measure(charts->history->config, id);
		struct range range;
		if (!cmd_is_main(charts->history->config, id))
			continue;
		find_range(charts, id, &range);
		name_range(out, &measure, &range);
		int label = cmd_columns(out, text_in(measure.label, out->lang)), text = cmd_columns(out, range.text);
		charts->label = label > charts->label ? label : charts->label;
		ranges = text > ranges ? text : ranges;
	}
	int columns = out->width - charts->label - ranges - 2 * GAP;
	if (columns < COLUMNS_LEAST) {
		charts->label += columns - COLUMNS_LEAST;
		columns = COLUMNS_LEAST;
	}
	if (charts->label < LABEL_LEAST)
		charts->label = LABEL_LEAST;
	if (columns > COLUMNS_MOST)
		columns = COLUMNS_MOST;
	charts->columns = columns < charts->history->rows ? columns : charts->history->rows;
}

void cmd_charts_print(const struct cmd_out *out, const struct cmd_result *result)
{
	struct charts charts = { .out = out, .history = result->history };
	measure_widths(&charts);
	cmd_heading(out, "Week na week", "Week by week");
	print_pins(&charts, result->config);
	for (int id = 0; id < result->history->measures; id++)
		if (cmd_is_main(result->config, id))
			print_chart(&charts, id);
	print_years(&charts);
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, out->lang == LANG_NL
	         ? "Elke regel heeft een eigen schaal, van laag naar hoog; cijfers erboven verwijzen naar het plan hieronder."
	         : "Each line has a scale of its own, from low to high; the figures above point to the plan below.");
	cmd_style(out, CMD_PLAIN);
}
