// Phase 1: changes that are due. The plan of the config, sliders, hooks and cards all arrive as
// struct change, so that any run can be told again.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

static void set_one(struct sim *sim, int unit, int param, double value)
{
	sim->setting[(size_t)unit * PARAM_COUNT + (size_t)param] = value;
	if (param == PARAM_EXPERIMENTS_WEEKS)
		sim->unit[unit].experiment_weeks = value;
	if (param == PARAM_PARTNERS_STRENGTH)
		sim->society.partner = value;
	if (param == PARAM_KLUSSENBANK_HOURS_SHARE && value == 0)
		assignment_close_gigs(sim);
}

// What a change makes of its setting.
static double value_of(const struct sim *sim, const struct change *change, int unit)
{
	if (change->kind == CHANGE_SET)
		return change->value;
	return config_planned_value(sim->config, unit, change->param, model_plan_week(sim), sim->config->change_count);
}

static void set_value(struct sim *sim, const struct change *change)
{
	if (change->param >= PARAM_COUNT) {
		sim->own.setting[change->param - PARAM_COUNT] = value_of(sim, change, CONFIG_UNIT_ALL);
		return;
	}
	for (int u = 0; u < sim->unit_count; u++)
		if (change->unit == CONFIG_UNIT_ALL || change->unit == u)
			set_one(sim, u, change->param, value_of(sim, change, u));
	if (!param_table[change->param].per_unit)
		sim->setting[change->param] = value_of(sim, change, CONFIG_UNIT_ALL);
}

static void programme_stop(struct sim *sim, const struct change *change)
{
	int kept = 0;
	for (int i = 0; i < sim->running_count; i++)
		if (sim->running[i].programme != change->programme || sim->running[i].unit != change->unit)
			sim->running[kept++] = sim->running[i];
	sim->running_count = kept;
}

bool plan_change(struct sim *sim, const struct change *change)
{
	switch (change->kind) {
	case CHANGE_SET:
	case CHANGE_RESET:
		set_value(sim, change);
		break;
	case CHANGE_PROGRAMME_START:
		programme_stop(sim, change);
		if (sim->running_count == MODEL_RUNNING)
			return false;
		sim->running[sim->running_count++] = (struct running){ change->programme, change->unit, (int32_t)sim->week };
		break;
	case CHANGE_PROGRAMME_STOP:
		programme_stop(sim, change);
		break;
	}
	return true;
}

// The first change of the plan that is not before the week: the plan is sorted.
static int first_change(const struct config *config, int week)
{
	int low = 0, high = config->change_count;
	while (low < high) {
		int middle = (low + high) / 2;
		if (config->change[middle].week < week)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void preview(const struct sim *sim, double *row, const struct change *change)
{
	if (change->param >= PARAM_COUNT)
		return;  // the model does not read a scenario's own
	if (change->kind == CHANGE_SET)
		row[change->param] = change->value;
	else if (change->kind == CHANGE_RESET)
		row[change->param] = sim->config->setting[change->param];
}

void plan_preview(const struct sim *sim, double *row)
{
	const struct config *config = sim->config;
	int week = model_plan_week(sim);
	memcpy(row, sim->setting, PARAM_COUNT * sizeof *row);
	if (sim->is_open)  // they have been applied
		return;
	for (int k = first_change(config, week); week >= 0 && k < config->change_count && config->change[k].week == week; k++)
		preview(sim, row, &config->change[k]);
	for (int k = 0; k < sim->waiting_count; k++)
		preview(sim, row, &sim->waiting[k]);
}

void plan_apply(struct sim *sim)
{
	const struct config *config = sim->config;
	int week = model_plan_week(sim), low = first_change(config, week);
	for (int u = 0; week == 0 && u < sim->unit_count; u++)  // what the scenario starts with starts now
		sim->unit[u].experiment_weeks = model_set(sim, u, PARAM_EXPERIMENTS_WEEKS);
	for (; week >= 0 && low < config->change_count && config->change[low].week == week; low++)
		plan_change(sim, &config->change[low]);
	for (int i = 0; i < sim->waiting_count; i++)
		plan_change(sim, &sim->waiting[i]);
	memset(sim->waiting, 0, sizeof sim->waiting);
	sim->waiting_count = 0;
}
