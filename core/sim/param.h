// Everything that can be set: one descriptor a setting, read by the Lua checker, --set, the
// plan, save/load, the docs and, later, sliders and experiments.
// A setting's name is "group.key"; the group is the lever's or the mechanism's name.
#ifndef PARAM_H
#define PARAM_H

#include "text.h"

#include <stdbool.h>

enum param_kind {
	PARAM_LEVER,      // what an organisation can do; plan and --set may change it at any week
	PARAM_DEMAND,     // what the outside world asks: complex{…}, demand, politics and so on; as a lever
	PARAM_MODEL,      // a coefficient of an equation; `model = { ["group.key"] = … }`, --set, or the plan
	PARAM_MECHANISM,  // "mechanisms.<name>": 1 on, 0 off
	PARAM_STREAM,     // a field of standard{…}: per stream of standard work, fixed for a run
	PARAM_PROGRAMME,  // a field of programme{…}: per programme, fixed for a run
	PARAM_CONTENT,    // a field of content = {…} in a programme or theme week
	PARAM_THEMEWEEK,  // a field of themeweek{…}
	PARAM_RUN,        // start, years, seed, warm_up: of the scenario as a whole
	PARAM_DEPARTMENT, // staff, organisation: plain numbers of a department
	PARAM_KIND_COUNT
};

enum param_type { PARAM_REAL, PARAM_WHOLE, PARAM_SWITCH };  // a switch is false/true, 0/1

struct param {
	const char *name;
	enum param_kind kind;
	enum param_type type;
	bool per_unit;      // may differ per department (and "pool")
	const char *unit;   // "0-1", "share", "hours/week", "weeks", "years", "euro", "persons", "1/week", …
	double min, max, value;  // range, both ends allowed, and default
	struct text help;
	const char *source; // evidence id, seed id, or "scenario input" when no source is known
};

#include "sim/param_id.h"  // enum param_id { PARAM_…, PARAM_COUNT }: one name a row, in the order of the table

extern const struct param param_table[PARAM_COUNT];

// The setting of that full name ("kerbs.room"), or -1.
int param_find(const char *name);

// A unit of a table in both languages.
struct text param_unit(const char *unit);

// True when the plan, --set and run-time changes may set it (lever, demand, model, mechanism).
bool param_settable(int id);

// The lever groups in the order of the table: "leadership", "kerbs", … NULL after the last.
// Only groups of PARAM_LEVER and PARAM_DEMAND rows.
const char *param_group(int index);
struct text param_group_help(const char *group);  // a sentence a group, with its seed ids in `param_group_source`
const char *param_group_source(const char *group);

// The n-th lever or demand whose name starts with "group." (n from 0), or -1.
int param_in_group(const char *group, int n);

#endif
