// Towns for tests.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void default_stream(struct department *department)
{
	department->stream_count = 1;
	department->stream[0] = (struct stream){
		.hours = param_table[PARAM_STANDARD_HOURS].value, .term_weeks = param_table[PARAM_STANDARD_TERM_WEEKS].value,
		.occupancy = param_table[PARAM_STANDARD_OCCUPANCY].value, .weight = param_table[PARAM_STANDARD_WEIGHT].value,
		.complexity = param_table[PARAM_STANDARD_COMPLEXITY].value,
		.predictability = param_table[PARAM_STANDARD_PREDICTABILITY].value,
	};
}

void town_make(struct config *config, int departments, int staff)
{
	config_init(config);
	config->warm_up_weeks = 0;
	assert_true(config_departments(config, departments, NULL));
	for (int d = 0; d < departments; d++) {
		struct department *department = &config->department[d];
		snprintf(department->id, sizeof department->id, "d%d", d + 1);
		snprintf(department->discipline, sizeof department->discipline, "d%d", d + 1);
		department->staff = staff;
		default_stream(department);
	}
}

void town_default(struct config *config)
{
	static const struct { const char *id; int staff; } list[] = {
		{ "permits", 70 }, { "civil_affairs", 50 }, { "tax", 40 }, { "social", 120 },
		{ "public_space", 100 }, { "planning", 60 }, { "operations", 120 }, { "safety", 40 },
	};
	enum { COUNT = sizeof list / sizeof *list };
	town_make(config, COUNT, 1);
	for (int d = 0; d < COUNT; d++) {
		struct department *department = &config->department[d];
		snprintf(department->id, sizeof department->id, "%s", list[d].id);
		snprintf(department->discipline, sizeof department->discipline, "%s", list[d].id);
		department->staff = list[d].staff;
	}
	config->warm_up_weeks = 52;
	config->years = 10;
}

void town_set(struct config *config, int param, double value)
{
	static struct err err;
	err_clear(&err);
	if (!config_set(config, param_table[param].name, value, "test", &err))
		fail_msg("%s", err.text[LANG_EN]);
}

void town_only(struct config *config, int mechanism)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == PARAM_MECHANISM)
			config->setting[id] = id == mechanism;
}

static void add(struct config *config, struct change change)
{
	assert_true(config_reserve_plan(config, 1, 0, NULL));
	config->change[config->change_count++] = change;
	config_sort_plan(config);
}

void town_plan(struct config *config, int week, int unit, int param, double value)
{
	add(config, (struct change){ .week = week, .kind = CHANGE_SET, .unit = unit, .param = param, .value = value, .entry = -1 });
}

int town_programme(struct config *config, const char *name, int start_week)
{
	int index = config->programme_count++;
	struct programme *programme = &config->programme[index];
	*programme = (struct programme){ .weeks = 20, .hours = 8, .coverage = 0.8, .group_size = 12, .mixed = true };
	snprintf(programme->name, sizeof programme->name, "%s", name);
	for (int k = 0; k < CONTENT_COUNT; k++)
		programme->content[k] = 0.5;
	add(config, (struct change){ .week = start_week, .kind = CHANGE_PROGRAMME_START, .unit = CONFIG_UNIT_ALL, .programme = index, .entry = -1 });
	return index;
}

void town_full(struct config *config, int staff)
{
	static const struct { int param; double value; } levers[] = {
		{ PARAM_MERGER_ORGANISATIONS, 2 }, { PARAM_POOL_SHARE, 0.2 }, { PARAM_ROUTING_COMPLEXITY, 0.3 },
		{ PARAM_ROUTING_STANDARD_TO_POOL, 0.05 }, { PARAM_KLUSSENBANK_HOURS_SHARE, 0.1 }, { PARAM_SCHARRELTIJD_SHARE, 0.03 },
		{ PARAM_MOBILITY_NORM_YEARS, 6 }, { PARAM_MOBILITY_CAREER_PATHS, 0.5 }, { PARAM_SELF_ASSESSMENT_SHARE, 0.3 },
		{ PARAM_SOUNDING_BOARD_SIZE, 6 }, { PARAM_SOUNDING_BOARD_HOURS, 1 }, { PARAM_FOLLOWUP_INDUCTION, 0.5 },
		{ PARAM_FEASIBILITY_TEST_ON, 1 }, { PARAM_DEMAND_DRIFT, 0.02 }, { PARAM_EXITS_RATE, 0.003 },
	};
	town_make(config, 8, staff / 8);
	for (size_t k = 0; k < sizeof levers / sizeof *levers; k++)
		town_set(config, levers[k].param, levers[k].value);
	config->department[1].organisation = 2;
	config->warm_up_weeks = 8;
	config->years = 2;
	town_programme(config, "first", 2);
	int second = town_programme(config, "second", 10);
	config->programme[second].mixed = false;
	config->programme[second].repeat_weeks = 26;
	config->programme[second].weeks = 3;
	town_plan(config, 6, 1, PARAM_EXPERIMENTS_WEEKS, 12);
	town_plan(config, 20, CONFIG_UNIT_ALL, PARAM_KERBS_ROOM, 0.7);
	town_plan(config, 30, 3, PARAM_LEADERSHIP_DIRECTION, 0.1);
	town_plan(config, 40, CONFIG_UNIT_ALL, PARAM_POOL_DECREE, 1);
	town_plan(config, 40, CONFIG_UNIT_ALL, PARAM_POOL_SHARE, 0.35);
}

struct sim *town_open(const struct config *config, int threads)
{
	static struct err err;
	err_clear(&err);
	struct sim *sim = sim_create(config, threads, &err);
	if (!sim)
		fail_msg("%s", err.text[LANG_EN]);
	return sim;
}

void town_run(struct sim *sim, int week)
{
	assert_true(sim_run_to(sim, week, NULL, NULL));
}

void town_look(struct sim *sim)
{
	account_view(sim);
}

static const struct staff_column *column_of(const char *name)
{
	int c = staff_find_column(name);
	if (c < 0)
		fail_msg("there is no column %s", name);
	return &staff_columns[c];
}

void town_put(struct sim *sim, const char *name, int slot, double value)
{
	const struct staff_column *column = column_of(name);
	void *data = staff_data(&sim->staff, column);
	size_t at = (size_t)slot * (size_t)column->per_person;
	switch (column->type) {
	case STAFF_F32:
		((float *)data)[at] = (float)value;
		break;
	case STAFF_U32:
		((uint32_t *)data)[at] = (uint32_t)value;
		break;
	case STAFF_U16:
		((uint16_t *)data)[at] = (uint16_t)value;
		break;
	case STAFF_U8:
		((uint8_t *)data)[at] = (uint8_t)value;
		break;
	}
}

double town_most(const char *name)
{
	return column_of(name)->max;
}

void town_same_staff(const struct sim *a, const struct sim *b)
{
	assert_int_equal(a->staff.slots, b->staff.slots);
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		if (memcmp(staff_data(&a->staff, column), staff_data(&b->staff, column), staff_column_bytes(&a->staff, column)) != 0)
			fail_msg("column %s differs", column->name);
	}
}

static double element(const struct staff *staff, const struct staff_column *column, size_t index)
{
	const void *data = staff_data(staff, column);
	switch (column->type) {
	case STAFF_F32:
		return (double)((const float *)data)[index];
	case STAFF_U32:
		return ((const uint32_t *)data)[index];
	case STAFF_U16:
		return ((const uint16_t *)data)[index];
	case STAFF_U8:
		return ((const uint8_t *)data)[index];
	}
	return 0;
}

static void staff_in_range(const struct sim *sim)
{
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		for (size_t i = 0; i < (size_t)sim->staff.slots * (size_t)column->per_person; i++) {
			double value = element(&sim->staff, column, i);
			if (sim->staff.unit[i / (size_t)column->per_person] != STAFF_VACANT && !(value >= column->min && value <= column->max))
				fail_msg("week %d: column %s of slot %zu is %.9g; its range is %g to %g", sim_week(sim), column->name,
				         i / (size_t)column->per_person, value, column->min, column->max);
		}
	}
}

static void fields_in_range(const struct sim *sim, const void *row, const struct unit_field *fields, int count)
{
	for (int f = 0; f < count; f++)
		for (int k = 0; k < fields[f].count; k++) {
			double value;
			memcpy(&value, (const char *)row + fields[f].offset + (size_t)k * sizeof value, sizeof value);
			bool signs = strcmp(fields[f].unit, "ratio") == 0, load = strcmp(fields[f].name, "load") == 0;
			bool share = strcmp(fields[f].unit, "0-1") == 0 || strcmp(fields[f].unit, "share") == 0;
			if (!isfinite(value) || (!signs && value < -1e-9) || (share && !load && value > 1 + 1e-9))
				fail_msg("week %d: %s is %.9g (%s)", sim_week(sim), fields[f].name, value, fields[f].unit);
		}
}

static bool has_ties(const struct sim *sim)
{
	const struct staff *s = &sim->staff;
	for (uint32_t i = 0; i < (uint32_t)s->slots; i++)
		for (int k = 0; s->unit[i] != STAFF_VACANT && k < STAFF_TIES; k++) {
			uint32_t other = s->ties[i * STAFF_TIES + (uint32_t)k];
			if (other != i && s->unit[other] != STAFF_VACANT)
				return true;
		}
	return false;
}

// What is no state of every week may be nothing in a week: flows, all of a unit without people, and ties
// across where nobody has a tie.
static void measures_in_range(const struct sim *sim)
{
	bool ties = has_ties(sim);
	for (int u = CONFIG_UNIT_ALL; u < sim_units(sim); u++)
		for (int id = 0; id < MEASURE_COUNT; id++) {
			const struct measure *row = &measure_table[id];
			double value = sim_measure(sim, u, id);
			bool may_lack = row->kind == MEASURE_FLOW || u != CONFIG_UNIT_ALL || (id == MEASURE_CROSS_TIES && !ties);
			if (isnan(value) ? !may_lack : !(value >= row->min - 1e-9 && value <= row->max + 1e-9))
				fail_msg("week %d, unit %d: %s is %.9g; its range is %g to %g", sim_week(sim), u, row->name, value, row->min, row->max);
		}
}

void town_in_range(const struct sim *sim)
{
	staff_in_range(sim);
	for (int u = 0; u < sim->unit_count; u++)
		fields_in_range(sim, &sim->unit[u], unit_fields, unit_field_count);
	fields_in_range(sim, &sim->society, unit_society_fields, unit_society_field_count);
	measures_in_range(sim);
}

double town_mean(const struct sim *sim, const float *column)
{
	double sum = 0;
	int count = 0;
	for (int i = 0; i < sim->staff.slots; i++)
		if (sim->staff.unit[i] != STAFF_VACANT) {
			sum += (double)column[i];
			count++;
		}
	return count ? sum / count : 0;
}

int town_size(int full, int sanitized)
{
	const char *set = getenv("STOEPRAND_SANITIZED");
	return set && *set ? sanitized : full;
}
