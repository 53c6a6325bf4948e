// What a run tells a person: story, figures per year, what the plan did, costs, charts.
#ifndef CMD_RESULT_H
#define CMD_RESULT_H

#include "cmd_history.h"
#include "cmd_out.h"
#include "cmd_units.h"

struct cmd_result {
	const char *file;   // as the user named the scenario
	const struct config *config;
	const struct sim *sim;
	const struct cmd_history *history;
	const struct cmd_units *units;
	int last;           // week in which the run was to end
	bool stopped;       // before that
	const char *set;    // what --set changed, "kerbs.room=0.6, …", or empty
};

bool cmd_result_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err);

// The parts, each with its heading.
bool cmd_figures_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err);
bool cmd_units_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err);  // where departments differ
bool cmd_costs_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err);
void cmd_plan_print(const struct cmd_out *out, const struct cmd_result *result);
void cmd_charts_print(const struct cmd_out *out, const struct cmd_result *result);
void cmd_assumptions_print(const struct cmd_out *out, const struct config *config, bool reasons);
void cmd_own_print(const struct cmd_out *out, const struct config *config);  // its own numbers, if it has any
void cmd_look_print(const struct cmd_out *out, const struct config *config);
// The staff file, if there is one, and what it decided; sim (may be NULL) tells whose figures are withheld.
void cmd_import_print(const struct cmd_out *out, const struct config *config, const struct sim *sim);

void cmd_heading(const struct cmd_out *out, const char *nl, const char *en);
const char *cmd_words(const struct words *words, enum lang lang);  // in the other language when need be; never NULL
char cmd_pin(int entry);  // the mark of a plan entry in list and charts: 1…9, a…z, then *

// Main measures in the order of the table; cumulative ones are costs and not among them.
bool cmd_is_main(const struct config *config, int measure);

#endif
