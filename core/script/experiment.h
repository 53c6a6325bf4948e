// An experiment file in Lua to plain data: which alternatives of a scenario are compared, how often each is
// run, and what is measured. All mistakes at once, as of a scenario; what is varied is tried on the scenario.
#ifndef EXPERIMENT_H
#define EXPERIMENT_H

#include "script/box.h"
#include "script/source.h"
#include "script/tree.h"

enum {
	EXPERIMENT_SCENARIOS_MAX = 16,
	EXPERIMENT_FACTORS_MAX = 64,
	EXPERIMENT_OUTCOMES_MAX = 512,
	EXPERIMENT_POINTS_MAX = 1000000,
	EXPERIMENT_REPLICATES_MAX = 1000000,
	EXPERIMENT_KEY_MAX = 128,
	EXPERIMENT_WHERE_MAX = 512,
};

enum experiment_design {  // as enum results_design
	EXPERIMENT_FACTORIAL, EXPERIMENT_LHS, EXPERIMENT_SOBOL, EXPERIMENT_MORRIS, EXPERIMENT_ONE_AT_A_TIME, EXPERIMENT_POINTS,
};

struct experiment_factor {
	const char *key;
	int param;                  // as config_param, or −1
	bool is_range, is_whole, is_week;
	int start_year;             // of a week: "2025-W02" is 2 when the plan starts in 2025
	double min, max;            // of the range
	int level_count;            // also of a range, when it was told: its levels in a factorial design
	const struct node **level;  // owned list; NULL of a range
};

struct experiment_named {
	char id[CONFIG_ID_MAX];
	struct words name, why;     // owned
	const struct node *set, *plan;  // or NULL
	int scenario;               // index in experiment.scenario
	int baseline;               // the design that it is compared with, or −1
	char where[EXPERIMENT_WHERE_MAX];  // as above
};

struct experiment_outcome {
	char key[EXPERIMENT_KEY_MAX];
	char measure[CONFIG_ID_MAX], unit_id[CONFIG_ID_MAX];  // "" for the whole organisation
	struct words label;         // owned
	int from_week, to_week;     // the mean of these plan weeks, counted from 0
	int every;                  // weeks between the values of its path; 0: no path
	bool is_main;
};

struct experiment_scenario {
	char *name;                 // as the experiment has it; owned
	struct box_texts *texts;    // owned
	struct source *source;
};

struct experiment {
	char *path;
	struct box_texts *texts;    // its own text and the modules it requires; owned
	struct box *box;
	struct tree tree;           // all nodes and texts below are of these
	struct words title, question;
	int scenario_count;
	struct experiment_scenario scenario[EXPERIMENT_SCENARIOS_MAX];
	int years;                  // 0: as the scenario
	uint64_t seed;
	char set_where[EXPERIMENT_WHERE_MAX], vary_where[EXPERIMENT_WHERE_MAX];  // what messages name before a key
	const struct node *set;     // for all alternatives, or NULL
	int named_count;
	struct experiment_named *named;
	int factor_count;
	struct experiment_factor *factor;
	enum experiment_design design;
	int size;                   // n or r; of EXPERIMENT_POINTS the number of points
	struct node *points;        // owned: [size][factor_count] of EXPERIMENT_POINTS, to which the levels point
	char *points_text;          // owned: the texts in them
	int baseline;               // a design's index; −1: none, −2: the scenario as it is, −3: values
	const struct node *baseline_set;  // of −3, and with a design: values of factors
	int replicates;             // or, when precise, at most
	bool precise, common;       // common: replicate r has one seed for all alternatives
	int precise_outcome;
	double precise_half_width;
	int outcome_count;
	struct experiment_outcome *outcome;  // [EXPERIMENT_OUTCOMES_MAX]
};

// Reads the experiment at `path` and its scenarios. NULL and err when something is wrong.
struct experiment *experiment_open(const char *path, struct err *err);
// The same from texts that were kept: those of the experiment, then of its scenarios by name. Takes over what is in
// them, also on failure.
struct experiment *experiment_reopen(struct box_texts *texts, int count, struct err *err);
void experiment_close(struct experiment *experiment);  // NULL is fine

// Whether the file at `path` is an experiment; when it cannot be read it is not. False and err without memory.
bool experiment_is(const char *path, bool *is, struct err *err);

int experiment_years(const struct experiment *experiment);       // that each run takes
int experiment_start_year(const struct experiment *experiment);

// What one alternative is made of: fills `put` (EXPERIMENT_PUTS_MAX of them) with what is the same for every alternative of
// a design (−1: none), returns how many. The values of factors go after it.
enum { EXPERIMENT_PUTS_MAX = 1024 };
int experiment_puts(const struct experiment *experiment, int named, struct source_put *put);
// Adds the value of factor k: that of a node, or of a range.
struct source_put experiment_put(const struct experiment *experiment, int factor, const struct node *value);
struct node experiment_value(const struct experiment_factor *factor, double value, char text[16]);  // of a range

// Makes the config of a design with these values.
bool experiment_make(const struct experiment *experiment, int named, const struct source_put *put, int count, struct config *out, struct err *err);

#endif
