// Figures per year: the main measures, and what the change cost.
#include "cmd_number.h"
#include "cmd_result.h"
#include "cmd_table.h"

#include <math.h>
#include <stdio.h>

enum { YEARS_SHOWN = 8, FIRST_YEAR = 3 };  // columns: label, unit, start, years…, difference

static struct text label_of(const struct cmd_history *history, int measure)
{
	return config_measure(history->config, measure).label;
}

// ---- the main measures

static void put_head(const struct cmd_out *out, const struct cmd_result *result, struct cmd_table *table, int years)
{
	const struct cmd_history *history = result->history;
	bool nl = out->lang == LANG_NL;
	snprintf(cmd_table_cell(table, 0, 0), CMD_CELL_MAX, "%s", nl ? "Per jaar" : "Per year");
	snprintf(cmd_table_cell(table, 0, 2), CMD_CELL_MAX, "start");  // the same word in both
	for (int year = 0; year < years; year++)
		snprintf(cmd_table_cell(table, 0, FIRST_YEAR + year), CMD_CELL_MAX, "%d%s", history->start_year + year,
		         cmd_history_whole(history, year) || cmd_history_last(history) <= 52 * year ? "" : "*");
	snprintf(cmd_table_cell(table, 0, FIRST_YEAR + years), CMD_CELL_MAX, "%s", nl ? "verschil" : "change");
}

// The difference is that of the numbers that are seen.
static double rounded(double value, int decimals)
{
	double scale = pow(10, decimals);
	return round(value * scale) / scale;
}

static void put_row(const struct cmd_out *out, const struct cmd_result *result, struct cmd_table *table, int row,
                    int measure, int years)
{
	const struct cmd_history *history = result->history;
	struct cmd_unit unit = cmd_unit(config_measure(history->config, measure).unit);
	double start = cmd_history_start(history, measure) * unit.factor, value = start;
	snprintf(cmd_table_cell(table, row, 0), CMD_CELL_MAX, "%s", text_in(label_of(history, measure), out->lang));
	snprintf(cmd_table_cell(table, row, 1), CMD_CELL_MAX, "%s", text_in(unit.word, out->lang));
	cmd_number(cmd_table_cell(table, row, 2), out->lang, start, unit.decimals, false);
	for (int year = 0; year < years; year++) {
		value = cmd_history_year(history, year, measure) * unit.factor;
		cmd_number(cmd_table_cell(table, row, FIRST_YEAR + year), out->lang, value, unit.decimals, false);
	}
	double change = rounded(value, unit.decimals) - rounded(start, unit.decimals);
	cmd_number(cmd_table_cell(table, row, FIRST_YEAR + years), out->lang, change, unit.decimals, true);
}

static void print_notes(const struct cmd_out *out, const struct cmd_result *result, const struct cmd_table *table)
{
	const struct cmd_history *history = result->history;
	bool nl = out->lang == LANG_NL, partial = false, hidden = false;
	for (int year = 0; year < cmd_history_years(history); year++) {
		partial |= !cmd_history_whole(history, year);
		hidden |= table->hidden[FIRST_YEAR + year];
	}
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, nl
	         ? "Een jaar toont de stand aan het eind; bij doorlooptijd, kwaliteit, op tijd, bezetting, prestatie en tempo het "
	           "gemiddelde van zijn weken. De start toont daarvoor het gemiddelde van het laatste half jaar ervoor."
	         : "A year shows how things stand at its end; for lead time, quality, on time, occupancy, performance and rates the "
	           "mean of its weeks. For those the start shows the mean of the last half-year before it.");
	if (partial)
		cmd_wrap(out, 0, nl ? "* niet het hele jaar; – is niet bekend" : "* not the whole year; – is not known");
	if (hidden)
		cmd_wrap(out, 0, nl ? "Niet alle jaren passen hier; de CSV heeft ze." : "Not all years fit here; the CSV has them.");
	cmd_style(out, CMD_PLAIN);
}

bool cmd_figures_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err)
{
	struct cmd_table table;
	int rows = 1, years = cmd_history_years(result->history);
	for (int id = 0; id < result->history->measures; id++)
		rows += cmd_is_main(result->config, id);
	if (!cmd_table_init(&table, rows, FIRST_YEAR + years + 1, 2, err))
		return false;
	put_head(out, result, &table, years);
	for (int id = 0, row = 1; id < result->history->measures; id++)
		if (cmd_is_main(result->config, id))
			put_row(out, result, &table, row++, id, years);
	cmd_table_fit(out, &table, FIRST_YEAR, FIRST_YEAR + years - 1, YEARS_SHOWN);
	cmd_put(out, "\n");
	cmd_table_print(out, &table);
	print_notes(out, result, &table);
	cmd_table_clear(&table);
	return true;
}

// ---- costs: label, unit, years…, in all

struct cost {
	int measure;
	double factor;
	struct text unit;
};

// What a year added to a cumulative measure.
static double added(const struct cmd_history *history, int year, int measure)
{
	int from = year * CONFIG_WEEKS_PER_YEAR, to = from + CONFIG_WEEKS_PER_YEAR, last = cmd_history_last(history);
	return cmd_history_value(history, to > last ? last : to, measure) -
	       cmd_history_value(history, from < history->first && to > history->first ? history->first : from, measure);
}

static struct cost cost_of(const struct cmd_history *history, int measure)
{
	struct cmd_unit unit = cmd_unit(measure_table[measure].unit);
	double total = cmd_history_value(history, cmd_history_last(history), measure);
	if (measure == MEASURE_CHANGE_EURO && total >= 1e6)
		return (struct cost){ measure, 1e-3, { "× € 1.000", "× €1,000" } };
	return (struct cost){ measure, 1, unit.word };
}

static void put_cost(const struct cmd_out *out, const struct cmd_history *history, struct cmd_table *table, int row,
                     int measure, int years)
{
	struct cost cost = cost_of(history, measure);
	double total = cmd_history_value(history, cmd_history_last(history), measure);
	snprintf(cmd_table_cell(table, row, 0), CMD_CELL_MAX, "%s", text_in(label_of(history, measure), out->lang));
	snprintf(cmd_table_cell(table, row, 1), CMD_CELL_MAX, "%s", text_in(cost.unit, out->lang));
	for (int year = 0; year < years; year++)
		cmd_number(cmd_table_cell(table, row, 2 + year), out->lang, added(history, year, measure) * cost.factor, 0, false);
	cmd_number(cmd_table_cell(table, row, 2 + years), out->lang, total * cost.factor, 0, false);
}

bool cmd_costs_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err)
{
	struct cmd_table table;
	int years = cmd_history_years(result->history);
	if (!cmd_table_init(&table, 3, 2 + years + 1, 2, err))
		return false;
	bool nl = out->lang == LANG_NL;
	snprintf(cmd_table_cell(&table, 0, 0), CMD_CELL_MAX, "%s", nl ? "Wat het kostte" : "What it cost");
	for (int year = 0; year < years; year++)
		snprintf(cmd_table_cell(&table, 0, 2 + year), CMD_CELL_MAX, "%d%s", result->history->start_year + year,
		         cmd_history_whole(result->history, year) ? "" : "*");
	snprintf(cmd_table_cell(&table, 0, 2 + years), CMD_CELL_MAX, "%s", nl ? "samen" : "in all");
	put_cost(out, result->history, &table, 1, MEASURE_CHANGE_HOURS, years);
	put_cost(out, result->history, &table, 2, MEASURE_CHANGE_EURO, years);
	cmd_table_fit(out, &table, 2, 1 + years, YEARS_SHOWN);
	cmd_put(out, "\n");
	cmd_table_print(out, &table);
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, nl ? "De euro's tellen de uren mee." : "The euros include the hours.");
	cmd_style(out, CMD_PLAIN);
	cmd_table_clear(&table);
	return true;
}
