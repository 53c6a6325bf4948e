// What an experiment gave, whole in memory: its alternatives, what was measured, and one number for each
// alternative, replicate and outcome. Filled from a store; read by compare, sensitivity and report,
// which know nothing of SQLite.
#ifndef RESULTS_H
#define RESULTS_H

#include "sim/config.h"

enum results_design { RESULTS_FACTORIAL, RESULTS_LHS, RESULTS_SOBOL, RESULTS_MORRIS, RESULTS_ONE_AT_A_TIME, RESULTS_POINTS };

// What was varied.
struct results_factor {
	char *key;               // as in the experiment: "kerbs.room", "plan.days.programme.hours"
	struct words label;      // of the setting, where it has one; else the key
	char *unit;              // as in param_table, or ""
	bool is_range;           // any value from min to max; else one of the levels
	bool is_whole;
	double min, max;         // of the range, or the least and largest level; NaN when levels are words
	int level_count;         // 0 for a range
	char **level;            // as written, in the author's order: "0.2", "true", "2024-W01"
};

// A whole alternative with a name.
struct results_named {
	char *id;
	struct words name, why;  // as the author wrote them
	struct words what;       // what it does beside the scenario as it is, a line each
	int baseline;            // the design that this one is compared with, counted from 1; 0: the experiment's
};

// One alternative as it was run: a design (when the experiment has designs) at values of the factors.
struct results_point {
	int named;               // index in results.named, or −1
	bool is_baseline;
	double *value;           // [factor_count] the value, or of a factor with words the level's index; of a week ("2025-W03", unit
	                         // "weeks") its number from the start year's first, which is 1
	bool *set;               // [factor_count] false: left as the scenario has it (value is then that, or NaN)
	char *label;             // short and unlike all others: "pool · demand.complex_share 0.3"
};

// What was measured.
struct results_outcome {
	char *key;               // unlike all others: "performance", "strain.permits", "trust.mean"
	char *measure;           // name of the measure
	char *unit_id;           // "" for the whole organisation, "pool", or a department's id
	char *unit;              // of the number: as in measure_table
	struct words label;      // of the measure (and unit and window, when needed to tell them apart)
	enum measure_kind kind;
	double min, max;         // possible range
	int from_week, to_week;  // mean over these plan weeks; equal: the value of that week
	bool is_path;            // weekly values are in the store as well
	bool is_main;
};

struct results {
	char *path;              // of the store
	struct words title, question, scenario_title;
	char *scenario, *version;          // the scenario's file as named, the program's version
	enum results_design design;
	int design_size;         // n or r of lhs, sobol, morris; else 0
	uint64_t seed;           // of replicate 0; replicate r has seed + r, for every point
	bool independent;        // not so: every trial has a seed of its own, and pairs mean nothing
	int start_year, years;
	bool precise;            // replicates went on until a half-width was reached
	int precise_outcome;     // which outcome; −1 when not precise
	double precise_half_width;
	int factor_count, named_count, point_count, outcome_count, replicate_count;  // of the point with most replicates
	struct results_factor *factor;
	struct results_named *named;
	struct results_point *point;
	struct results_outcome *outcome;
	double *value;           // [point][replicate][outcome]; NaN: not run, failed, or nothing to measure
	double *cost_euro, *cost_hours;  // [point][replicate] spent on change over the whole run; NaN as above
	long done, failed, pending;      // trials
	int text_count;          // what was read: the experiment first, then its scenarios and their modules
	struct results_text {
		char *path, *hash;
	} *text;
	int failure_count;
	struct results_failure {
		int point, replicate;
		struct words message;
	} *failure;              // at most 100 of them
};

// A value of a setting as people read it: "12 %", "on", "0.4".
enum { RESULTS_VALUE_MAX = 96 };
void results_value(char out[RESULTS_VALUE_MAX], const char *unit, double value, enum lang lang);

// Everything is owned by the results: texts by mem_new (config_copy_text), arrays by mem_new.
void results_clear(struct results *results);

// Where the number of an outcome stands.
static inline double *results_at(const struct results *results, int point, int replicate, int outcome)
{
	return results->value + ((size_t)point * (size_t)results->replicate_count + (size_t)replicate) * (size_t)results->outcome_count + outcome;
}

// Reads a results file (store.h), also of a batch that is not yet done. False and err when it is none; clear in any case.
bool results_load(const char *path, struct results *out, struct err *err);

// Room for value, cost_euro and cost_hours once the counts are known, all NaN; false and err without memory.
bool results_reserve(struct results *results, struct err *err);

int results_baseline(const struct results *results);  // the baseline's index, or −1
// What to compare this alternative with: the design that its own names as such, or the baseline's, at the same values of
// the factors when there is such a one ("line" at this share of complex work), else the baseline; −1 without.
int results_baseline_of(const struct results *results, int point);

#endif
