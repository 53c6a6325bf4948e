// A scenario that was run once, from which any number of configs are made, each with values of its own
// put in: what can be written in a scenario can be varied, and is checked by the one reader there is.
// Reading from a source changes nothing in it: threads may share one.
#ifndef SOURCE_H
#define SOURCE_H

#include "script/box.h"
#include "sim/config.h"

struct source;
struct hooks;
struct node;

// A value at a place: a setting ("kerbs.room", "departments.permits.kerbs.room", "own.threshold", as --set takes it),
// or what the scenario writes there ("plan.days.hours", "plan[2].at", "plan.followup", "departments.permits.staff",
// "departments.permits.standard[2].hours", "warm_up"). The plan knows its entries by their id, the name of their programme,
// or number; "plan.kerbs.room" is every entry that sets it. `false` takes an entry, a lever ("plan.followup") or the
// whole plan away.
struct source_put {
	const char *key;
	const struct node *value;
	const char *where;  // what messages name before the key: "mine.lua: vary"
};

// The path of a scenario: beside the file of `folder` (NULL: as given), or in the data folder, with or without ".lua".
// False and err, with the nearest name, when there is none.
bool source_find(const char *name, const char *folder, char *path, size_t size, struct err *err);

// Runs the scenario at `path`, and keeps its text and those it requires in `texts`; or runs those, when they are
// kept. The texts outlive the source. NULL and err when the scenario is wrong.
struct source *source_open(const char *path, struct box_texts *texts, struct err *err);
void source_close(struct source *source);  // NULL is fine

const struct config *source_config(const struct source *source);  // the scenario as it is

// The scenario with these values, in this order, and with the entries of the list `plan` (or NULL) after its own.
// `name`: the file that messages name. False and err when they are wrong; `out` is then as after config_clear.
bool source_make(const struct source *source, const struct source_put *put, int count, const struct node *plan, const char *name,
	struct config *out, struct err *err);

// A set of the scenario's functions, for any of its configs (which have hooks), one run at a time.
struct hooks *source_hooks(const struct source *source, struct err *err);

// The row of param_table that says of what kind the value at a key is, or −1.
int source_param(const struct source *source, const char *key);
// The value that the scenario has there: false when it writes none.
bool source_value(const struct source *source, const char *key, double *value);

#endif
