// Departments beside each other: how each stood at the end, where the scenario treats them differently.
#include "cmd_units.h"

#include "cmd_number.h"
#include "cmd_result.h"
#include "cmd_table.h"
#include "mem.h"

#include <math.h>
#include <stdio.h>

enum { UNITS_SHOWN = 24 };

// ---- the last year

bool cmd_units_init(struct cmd_units *units, const struct config *config, int last, struct err *err)
{
	size_t count = (size_t)config->department_count + 1;
	*units = (struct cmd_units){ .count = (int)count, .from = last - CONFIG_WEEKS_PER_YEAR, .last = last };
	units->value = mem_new(count, sizeof *units->value);
	units->weeks = mem_new(count, sizeof *units->weeks);
	if (units->value && units->weeks)
		return true;
	cmd_units_clear(units);
	err_memory(err);
	return false;
}

void cmd_units_clear(struct cmd_units *units)
{
	mem_free(units->value);
	mem_free(units->weeks);
	*units = (struct cmd_units){ 0 };
}

void cmd_units_add(struct cmd_units *units, const struct sim *sim)
{
	int week = sim_week(sim);
	if (week <= units->from || week <= 0 || week > units->last)
		return;
	for (int unit = 0; unit < units->count; unit++)
		for (int id = 0; id < MEASURE_COUNT; id++) {
			double value = sim_measure(sim, unit, id);
			bool sums = cmd_is_flow(sim_config(sim), id);
			if (sums && isnan(value))
				continue;
			units->value[unit][id] = sums ? units->value[unit][id] + value : value;
			units->weeks[unit][id] = sums ? units->weeks[unit][id] + 1 : 1;
		}
	units->known = week == units->last;
}

double cmd_units_value(const struct cmd_units *units, int unit, int measure)
{
	int weeks = units->weeks[unit][measure];
	return weeks ? units->value[unit][measure] / weeks : NAN;
}

// ---- the table

static const struct {
	int measure;
	struct text head;  // short: many stand side by side
} column_table[] = {
	{ MEASURE_MINDSET, { "Mindset", "Mindset" } },
	{ MEASURE_VOICE, { "Spreken", "Voice" } },
	{ MEASURE_OWNERSHIP, { "Eigenaar", "Ownership" } },
	{ MEASURE_STRAIN, { "Belasting", "Strain" } },
	{ MEASURE_STANDARD_ON_TIME, { "Op tijd %", "On time %" } },
	{ MEASURE_REWORK_SHARE, { "Over %", "Rework %" } },
};
enum { COLUMNS = sizeof column_table / sizeof *column_table };

static bool has_own(const double *setting)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (!isnan(setting[id]))
			return true;
	return false;
}

// Whether the scenario treats one department otherwise than another, at the start or by its plan.
static bool differ(const struct config *config)
{
	bool found = has_own(config->pool_setting) || config->setting[PARAM_POOL_SHARE] > 0;
	for (int i = 0; i < config->department_count; i++)
		found = found || has_own(config->department[i].setting);
	for (int i = 0; i < config->change_count; i++)
		found = found || config->change[i].unit != CONFIG_UNIT_ALL || (config->change[i].kind == CHANGE_SET && config->change[i].param == PARAM_POOL_SHARE);
	return found;
}

static void put_row(const struct cmd_out *out, const struct cmd_result *result, struct cmd_table *table, int row, int unit)
{
	const struct department *department = unit == CONFIG_POOL ? NULL : &result->config->department[unit - 1];
	const char *name = department ? cmd_words(&department->name, out->lang) : out->lang == LANG_NL ? "de pool" : "the pool";
	snprintf(cmd_table_cell(table, row, 0), CMD_CELL_MAX, "%s", department && !*name ? department->id : name);
	for (int i = 0; i < COLUMNS; i++) {
		struct cmd_unit unit_of = cmd_unit(measure_table[column_table[i].measure].unit);
		double value = cmd_units_value(result->units, unit, column_table[i].measure) * unit_of.factor;
		cmd_number(cmd_table_cell(table, row, 1 + i), out->lang, value, unit_of.decimals, false);
	}
}

static bool has_people(const struct cmd_units *units, int unit)
{
	return cmd_units_value(units, unit, MEASURE_STAFF) > 0;
}

static void print_notes(const struct cmd_out *out, bool cut)
{
	cmd_style(out, CMD_DIM);
	cmd_wrap(out, 0, out->lang == LANG_NL
	         ? "Stand aan het eind; van standaardwerk op tijd en werk dat over moest het gemiddelde van het laatste jaar."
	         : "How things stand at the end; of standard work on time and rework the mean of the last year.");
	if (cut)
		cmd_wrap(out, 0, out->lang == LANG_NL ? "Niet alle afdelingen passen hier; de CSV heeft ze." : "Not all departments fit here; the CSV has them.");
	cmd_style(out, CMD_PLAIN);
}

bool cmd_units_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err)
{
	const struct cmd_units *units = result->units;
	struct cmd_table table;
	int rows = 1, shown = units->count - 1 < UNITS_SHOWN ? units->count - 1 : UNITS_SHOWN;
	if (!units->known || !differ(result->config))
		return true;
	if (!cmd_table_init(&table, 2 + shown, 1 + COLUMNS, 1, err))
		return false;
	snprintf(cmd_table_cell(&table, 0, 0), CMD_CELL_MAX, "%s", out->lang == LANG_NL ? "Per afdeling" : "Per department");
	for (int i = 0; i < COLUMNS; i++)
		snprintf(cmd_table_cell(&table, 0, 1 + i), CMD_CELL_MAX, "%s", text_in(column_table[i].head, out->lang));
	for (int unit = 1; unit <= shown; unit++)
		put_row(out, result, &table, rows++, unit);
	if (has_people(units, CONFIG_POOL))
		put_row(out, result, &table, rows++, CONFIG_POOL);
	table.rows = rows;
	cmd_table_fit(out, &table, 1, COLUMNS, COLUMNS);
	cmd_put(out, "\n");
	cmd_table_print(out, &table);
	print_notes(out, shown < units->count - 1);
	cmd_table_clear(&table);
	return true;
}
