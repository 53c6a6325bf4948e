// What a run is asked: one descriptor a measure, read by the CSV, the tables, the charts,
// the docs and scripts. The values live in the sim (see sim.h).
#ifndef MEASURE_H
#define MEASURE_H

#include "text.h"

#include <stdbool.h>

enum measure_id {
	MEASURE_STAFF, MEASURE_POOL_SHARE, MEASURE_MINDSET, MEASURE_GROWTH_SHARE, MEASURE_MINDSET_SD,
	MEASURE_OWNERSHIP, MEASURE_ALLIANCE, MEASURE_VOICE, MEASURE_SAFETY, MEASURE_CREDIBILITY,
	MEASURE_VOCABULARY, MEASURE_ENGAGEMENT, MEASURE_AUTONOMY, MEASURE_MEANING, MEASURE_FIT,
	MEASURE_STRAIN, MEASURE_SKILL, MEASURE_BREADTH, MEASURE_CROSS_TIES, MEASURE_STANDARD_BACKLOG,
	MEASURE_STANDARD_LEAD_WEEKS, MEASURE_STANDARD_ON_TIME, MEASURE_STANDARD_QUALITY,
	MEASURE_COMPLEX_BACKLOG, MEASURE_COMPLEX_LEAD_WEEKS, MEASURE_COMPLEX_ON_TIME,
	MEASURE_COMPLEX_QUALITY, MEASURE_STAFFING_WEEKS, MEASURE_REWORK_SHARE, MEASURE_HANDOFFS,
	MEASURE_OCCUPANCY, MEASURE_OUTFLOW, MEASURE_MOVES, MEASURE_PARTNER_STRENGTH, MEASURE_TRUST,
	MEASURE_CHANGE_HOURS, MEASURE_CHANGE_EURO, MEASURE_EXTERNAL_SHARE, MEASURE_TRAINING_SHARE,
	MEASURE_ABSENCE, MEASURE_AGE, MEASURE_ENTRANT_EXITS, MEASURE_FEEDBACK, MEASURE_PERFORMANCE,
	MEASURE_DEPLOYABLE, MEASURE_COUNT
};

// How a measure's weekly values are put together over a year.
enum measure_kind {
	MEASURE_STATE,       // as it stands at the end of the week; a year shows its last value
	MEASURE_FLOW,        // of what was completed in the week, NaN when nothing was; a year shows the mean
	MEASURE_RATE,        // per year (weekly count × 52); a year shows the mean
	MEASURE_CUMULATIVE,  // since the start of the run; a year shows its last value
};

struct measure {
	const char *name;       // as in CSV and Lua
	const char *unit;       // "share", "weeks", "persons", "0-1", "cases", "hours", "euro", "years", …
	double min, max;        // possible range
	struct text label;      // short, for tables and charts: at most 24 letters
	struct text help;       // one sentence: what it is, over whom
	const char *source;     // what the definition follows
	enum measure_kind kind;
	bool per_unit;          // also known per department and pool
	bool main;              // one of those the summary shows
};

extern const struct measure measure_table[MEASURE_COUNT];

// The measure of that name, or -1.
int measure_find(const char *name);

// How the values of a unit ("share", "euro") are shown to people.
struct measure_unit {
	const char *name;
	double factor;     // what a value is multiplied by
	int decimals;
	struct text word;  // what the unit is called in a table
};
struct measure_unit measure_unit(const char *name);

#endif
