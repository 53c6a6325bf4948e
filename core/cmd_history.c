// Keeps the weeks of a run and sums them up per year, as each measure's kind asks.
#include "cmd_history.h"

#include "mem.h"

#include <math.h>
#include <stdio.h>

bool cmd_history_init(struct cmd_history *history, const struct config *config, int last, struct err *err)
{
	*history = (struct cmd_history){ .config = config, .start_year = config->start_year, .room = last + 1,
		.measures = config_measure_count(config) };
	history->value = mem_new(((size_t)last + 1) * (size_t)history->measures, sizeof *history->value);
	history->totals = mem_new((size_t)last + 1, sizeof *history->totals);
	if (history->value && history->totals)
		return true;
	cmd_history_clear(history);
	err_memory(err);
	return false;
}

void cmd_history_clear(struct cmd_history *history)
{
	mem_free(history->value);
	mem_free(history->totals);
	*history = (struct cmd_history){ 0 };
}

bool cmd_is_flow(const struct config *config, int measure)
{
	enum measure_kind kind = config_measure(config, measure).kind;
	return kind == MEASURE_FLOW || kind == MEASURE_RATE;
}

static void add_before(struct cmd_history *history, const struct sim *sim)
{
	for (int id = 0; id < history->measures; id++) {
		double value = sim_measure(sim, CONFIG_UNIT_ALL, id);
		if (!cmd_is_flow(history->config, id) || isnan(value))
			continue;
		history->before_sum[id] += value;
		history->before_count[id]++;
	}
}

void cmd_history_add(struct cmd_history *history, const struct sim *sim)
{
	int week = sim_week(sim);
	bool warmed_up = sim_config(sim)->warm_up_weeks > 0;
	if (week <= 0 && week > -CMD_BEFORE_WEEKS && warmed_up)
		add_before(history, sim);
	if (week < 0 || history->rows >= history->room)
		return;
	if (history->rows == 0)
		history->first = week;
	for (int id = 0; id < history->measures; id++)
		history->value[history->rows * history->measures + id] = sim_measure(sim, CONFIG_UNIT_ALL, id);
	history->totals[history->rows++] = sim_totals(sim);
}

int cmd_history_last(const struct cmd_history *history)
{
	return history->rows ? history->first + history->rows - 1 : -1;
}

bool cmd_history_has(const struct cmd_history *history, int week)
{
	return week >= history->first && week <= cmd_history_last(history);
}

double cmd_history_value(const struct cmd_history *history, int week, int measure)
{
	return cmd_history_has(history, week) ? history->value[(week - history->first) * history->measures + measure] : NAN;
}

const double *cmd_history_column(const struct cmd_history *history, int measure)
{
	return history->value + measure;
}

struct sim_totals cmd_history_totals(const struct cmd_history *history, int week)
{
	int row = week - history->first;
	if (row >= history->rows)
		row = history->rows - 1;
	return history->rows ? history->totals[row < 0 ? 0 : row] : (struct sim_totals){ 0 };
}

int cmd_history_years(const struct cmd_history *history)
{
	return (cmd_history_last(history) + CONFIG_WEEKS_PER_YEAR - 1) / CONFIG_WEEKS_PER_YEAR;
}

bool cmd_history_whole(const struct cmd_history *history, int year)
{
	int begin = year * CONFIG_WEEKS_PER_YEAR;
	return cmd_history_has(history, begin + 1) && cmd_history_has(history, begin + CONFIG_WEEKS_PER_YEAR);
}

static double mean_of_weeks(const struct cmd_history *history, int from, int to, int measure)
{
	double sum = 0;
	int count = 0;
	for (int week = from; week <= to; week++) {
		double value = cmd_history_value(history, week, measure);
		if (!isnan(value)) {
			sum += value;
			count++;
		}
	}
	return count ? sum / count : NAN;
}

// A year that was cut off shows what is known of it. The week at which a saved run continues
// belongs to what lies before, so a flow needs a week after it.
double cmd_history_year(const struct cmd_history *history, int year, int measure)
{
	int from = year * CONFIG_WEEKS_PER_YEAR + 1, to = from + CONFIG_WEEKS_PER_YEAR - 1;
	int last = cmd_history_last(history);
	if (from <= history->first)
		from = history->first + 1;
	if (to > last)
		to = last;
	return cmd_is_flow(history->config, measure) ? mean_of_weeks(history, from, to, measure) : cmd_history_value(history, to, measure);
}

double cmd_history_start(const struct cmd_history *history, int measure)
{
	if (!cmd_is_flow(history->config, measure))
		return cmd_history_value(history, 0, measure);
	int count = history->before_count[measure];
	return count ? history->before_sum[measure] / count : NAN;
}

void cmd_week_name(char out[CMD_WEEK_MAX], int start_year, int week)
{
	int year = week / CONFIG_WEEKS_PER_YEAR, rest = week % CONFIG_WEEKS_PER_YEAR;
	if (rest < 0) {
		year--;
		rest += CONFIG_WEEKS_PER_YEAR;
	}
	snprintf(out, CMD_WEEK_MAX, "%d-W%02d", start_year + year, rest + 1);
}
