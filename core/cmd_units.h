// What the last year of a run showed per department, for scenarios in which departments differ.
#ifndef CMD_UNITS_H
#define CMD_UNITS_H

#include "err.h"
#include "sim/sim.h"

struct cmd_units {
	int count, from, last;               // units, the pool included; weeks from + 1 … last count
	bool known;                          // the last week was seen
	double (*value)[MEASURE_COUNT];      // owned; of a flow or a rate the sum of its weeks
	int (*weeks)[MEASURE_COUNT];         // owned; how many weeks are in that sum
};

bool cmd_units_init(struct cmd_units *units, const struct config *config, int last, struct err *err);
void cmd_units_clear(struct cmd_units *units);
void cmd_units_add(struct cmd_units *units, const struct sim *sim);  // any week

// How things stood at the end; of a flow or a rate the mean of the last year. NaN when not known.
double cmd_units_value(const struct cmd_units *units, int unit, int measure);

#endif
