// What a run showed, week by week, kept for the summary: every measure of the organisation and
// the totals. Week w is the state after w weeks; row 0 is week `first`.
#ifndef CMD_HISTORY_H
#define CMD_HISTORY_H

#include "err.h"
#include "sim/sim.h"

enum { CMD_BEFORE_WEEKS = 26 };  // of the warm-up, that "start" averages for flows and rates

struct cmd_history {
	const struct config *config;
	int first, rows, room;
	int start_year, measures;
	double *value;                   // owned: [rows][measures]
	struct sim_totals *totals;       // owned
	double before_sum[MEASURE_COUNT + CONFIG_OWN_MAX];
	int before_count[MEASURE_COUNT + CONFIG_OWN_MAX];
};

// Room for the weeks up to and including `last`. The config must outlive it.
bool cmd_history_init(struct cmd_history *history, const struct config *config, int last, struct err *err);
void cmd_history_clear(struct cmd_history *history);

void cmd_history_add(struct cmd_history *history, const struct sim *sim);  // any week, also of the warm-up

int cmd_history_last(const struct cmd_history *history);  // the last week that is known; −1 when none is
bool cmd_history_has(const struct cmd_history *history, int week);
const double *cmd_history_column(const struct cmd_history *history, int measure);  // its first week; the next is `measures` on
double cmd_history_value(const struct cmd_history *history, int week, int measure);  // NaN when not known
struct sim_totals cmd_history_totals(const struct cmd_history *history, int week);   // of the nearest known week

bool cmd_is_flow(const struct config *config, int measure);  // of a year its mean counts, not how it stood at the end

// Years count from 0: year y is the weeks 52 y + 1 … 52 y + 52.
int cmd_history_years(const struct cmd_history *history);  // whole or begun
bool cmd_history_whole(const struct cmd_history *history, int year);  // all its weeks are known
double cmd_history_year(const struct cmd_history *history, int year, int measure);
double cmd_history_start(const struct cmd_history *history, int measure);

// "2024-W05" for the week that is number `week` from the start, 0 the first.
enum { CMD_WEEK_MAX = 24 };
void cmd_week_name(char out[CMD_WEEK_MAX], int start_year, int week);

#endif
