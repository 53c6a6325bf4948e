// A scenario as plain data: what the Lua loader fills, sim_create reads, and a C program
// or a test can write by hand. A config owns all of its memory.
#ifndef CONFIG_H
#define CONFIG_H

#include "err.h"
#include "sim/measure.h"
#include "sim/param.h"

#include <stddef.h>
#include <stdint.h>

enum {
	CONFIG_ID_MAX = 32,            // bytes of an id, NUL included; [a-z][a-z0-9_]*
	CONFIG_DEPARTMENTS_MAX = 255,
	CONFIG_STREAMS_MAX = 4,        // standard streams a department
	CONFIG_PROGRAMMES_MAX = 32,    // programmes and theme weeks a scenario
	CONFIG_LOOK_MAX = 5,           // texts that say what to look at
	CONFIG_UNIT_ALL = -1,          // in a change: the whole organisation
	CONFIG_POOL = 0,               // unit number of the pool; department d (from 0) is unit d + 1
	CONFIG_WEEKS_PER_YEAR = 52,
	CONFIG_OWN_MAX = 64,           // columns, measures and settings that a scenario may add, each
	CONFIG_OWN_SIZE_MAX = 64,      // elements of such a column for each person
	CONFIG_UNKNOWN = 65535,        // weeks of a person that the staff file does not tell
};
#define CONFIG_STAFF_MIN 10
#define CONFIG_STAFF_MAX 10000000

// A stretch of text in both languages, owned (either may be NULL).
struct words {
	char *nl, *en;
};

struct stream {            // standard work that comes to a department
	double hours;          // productive hours a case
	double term_weeks;     // legal term
	double occupancy;      // first-time hours of all work (standard and complex together) ÷ net hours
	double weight;         // share of the department's standard hours that this stream is
	double complexity, predictability;  // 0-1, for routing
};

// Somebody of an imported staff: already shuffled and in classes (script/roster.h), so nobody's row.
struct person {
	uint16_t age_weeks, service_weeks;  // at the start; CONFIG_UNKNOWN: drawn as for anyone
	uint8_t hours;                      // contract in % of full time; 0: dealt out as for anyone
	bool manager;                       // counts when the department has roles
};

struct department {
	char id[CONFIG_ID_MAX];
	struct words name;
	int staff;                         // posts
	char discipline[CONFIG_ID_MAX];    // departments may share one
	int organisation;                  // of origin in a merger, 1…merger.organisations; 0 = mixed
	int stream_count;
	struct stream stream[CONFIG_STREAMS_MAX];
	double setting[PARAM_COUNT];       // NaN: as the organisation
	struct person *people;             // [staff] imported, owned; NULL: all made up
	bool has_roles;                    // people[].manager says who leads at the start
	bool span_follows;                 // leadership.span follows from those roles
};

enum content_id {                      // what a programme can teach
	CONTENT_MINDSET, CONTENT_OWNERSHIP, CONTENT_ALLIANCE, CONTENT_FEEDBACK, CONTENT_COACHING,
	CONTENT_DATA, CONTENT_DIRECT, CONTENT_BUDGET, CONTENT_POLITICAL, CONTENT_CONTENT,
	CONTENT_NETWORK, CONTENT_COUNT
};

struct programme {
	char name[CONFIG_ID_MAX];
	struct words title;     // what people call it; may be empty
	int weeks;              // over which its sessions are spread
	double hours;           // a participant
	double coverage;        // share of the staff in scope that takes part
	int group_size;
	bool mixed;             // groups drawn across units
	int repeat_weeks;       // 0: once; 52: every year (theme weeks)
	double content[CONTENT_COUNT];  // strength 0-1
};

enum change_kind {
	CHANGE_SET,             // param of unit becomes value
	CHANGE_RESET,           // param of unit returns to what the config says
	CHANGE_PROGRAMME_START, // programme starts, for unit or all
	CHANGE_PROGRAMME_STOP,  // a repeating or running programme stops
};

// One change of the world, time-stamped. The plan, a hook, a slider and a game card all make these.
struct change {
	int week;               // plan week: 0 is the first week of the start year
	enum change_kind kind;
	int unit;               // CONFIG_UNIT_ALL, CONFIG_POOL or a department's unit number
	int param;              // CHANGE_SET, CHANGE_RESET; as config_param
	double value;           // CHANGE_SET
	int programme;          // CHANGE_PROGRAMME_*: index in config.programme
	int entry;              // which plan entry it came from (index in config.entry), or -1
};

struct entry {              // a plan entry as the author wrote it: for the story
	int week, until_week;   // until_week −1: stays
	struct words why;       // may be empty
	struct words what;      // what it does, in words, made by the loader ("scharreltijd.share 0 → 0.05")
};

struct assumption {         // a number in the scenario without a source, with its range
	char *key;              // key path, "departments.permits.staff"
	double value, min, max;
	struct words why;
};

struct own_column {         // a column that the scenario adds to the staff
	char name[CONFIG_ID_MAX];
	bool whole;             // int64_t; else double
	int size;               // elements a person
	double initial, min, max;
	struct words help;
};

struct own_setting {        // a setting that the scenario adds, "own.threshold": of the whole organisation
	char name[CONFIG_ID_MAX + 4];
	bool whole;
	double value, min, max;  // at the start, and the range
	struct words help;
};

struct own_measure {        // a measure that the scenario adds
	char name[CONFIG_ID_MAX], unit[CONFIG_ID_MAX];
	enum measure_kind kind;
	double min, max;
	bool per_unit;
	struct words label, help;
};

struct config {
	struct words title, story;
	int look_count;
	struct words look[CONFIG_LOOK_MAX];  // what to look at in the result
	struct words question;               // to discuss
	char *name;             // base name of the file, without extension
	int start_year, years, warm_up_weeks;
	uint64_t seed;
	double setting[PARAM_COUNT];      // the organisation's value of each settable param
	double pool_setting[PARAM_COUNT]; // NaN: as the organisation
	int department_count;
	struct department *department;
	int programme_count;
	struct programme programme[CONFIG_PROGRAMMES_MAX];
	int change_count;                 // sorted by week; within a week in the order of the plan
	struct change *change;
	int entry_count, assumption_count;
	struct entry *entry;
	struct assumption *assumption;
	int own_column_count, own_measure_count;
	struct own_column *own_column;    // [CONFIG_OWN_MAX], NULL when there are none
	struct own_measure *own_measure;  // as above
	int own_setting_count;
	struct own_setting *own_setting;  // as above
	bool has_hooks;                   // the scenario has functions: to run it takes core/script/hooks.h
	bool imported;                    // one's own staff: no figure of a unit under five (sim_withheld), no diary of anybody
	bool departments_made;            // the departments are those of the staff file
	int staff_rows;                   // people in that file
	uint64_t staff_hash;              // of it; 0: no file
	char *staff_file;                 // its name as the scenario has it, or NULL
	uint64_t text_hash;               // of the scenario's text, 0 when made by hand
};

// All settings at their defaults, no departments. Cannot fail.
void config_init(struct config *config);
void config_clear(struct config *config);  // frees; the config is then as after config_init

// Room for `count` departments / changes / entries / assumptions, initialised to defaults; false (and err) without memory.
bool config_departments(struct config *config, int count, struct err *err);
bool config_reserve_plan(struct config *config, int changes, int entries, struct err *err);
void config_sort_plan(struct config *config);

// Checks ranges and what must hold between settings (leader hours and span, streams, units,
// ids unique). Messages carry `file` and the key path. True when nothing was found.
bool config_check(const struct config *config, const char *file, struct err *err);

int config_staff(const struct config *config);                     // posts in all
double config_most_leader_hours(double span);                      // that a manager of so many can give each
int config_unit(const struct config *config, const char *id);      // "pool" or a department's id; -2 when unknown
const char *config_unit_id(const struct config *config, int unit); // "pool", "permits", …
double config_value(const struct config *config, int unit, int param);  // in effect at the start
// What the first `changes` changes of the plan make of it in a week: the last one whose entry is still on, else the start.
double config_planned_value(const struct config *config, int unit, int param, int week, int changes);

// Sets "kerbs.room", "departments.permits.kerbs.room", "pool.kerbs.room" (as a unit), "mechanisms.influence" or
// "own.threshold" to a value; a message names file or option, key, value, range and nearest name when that fails.
// `where` is the file's name or "--set".
bool config_set(struct config *config, const char *key, double value, const char *where, struct err *err);

// Parses a settable key to unit and param; as config_set says. Used by the plan too.
bool config_key(const struct config *config, const char *key, const char *where, int *unit, int *param, struct err *err);
// Checks one value against the row's range and type.
bool config_value_ok(const struct config *config, int param, double value, const char *key, const char *where, struct err *err);

// The settings of a run: those of param_table, then from PARAM_COUNT on the scenario's own. The texts are the config's.
struct param config_param(const struct config *config, int id);

// Two configs a saved state can move between: same departments, posts, streams, programmes.
uint64_t config_fingerprint(const struct config *config);

const char *config_content_name(int content);  // "mindset", …

// The measures of a run: those of measure_table, then the scenario's own. The texts are the config's.
int config_measure_count(const struct config *config);
struct measure config_measure(const struct config *config, int id);
int config_find_measure(const struct config *config, const char *name);  // or −1

int config_find_column(const struct config *config, const char *name);  // the scenario's own: index, or −1
const char *config_programme_title(const struct programme *programme, enum lang lang);  // its title, else its name
int config_find_programme(const struct config *config, const char *name);  // index, or −1

char *config_copy_text(const char *text);       // owned copy, NULL without memory (or of NULL)

#endif
