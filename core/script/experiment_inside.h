// What the files that read an experiment share.
#ifndef EXPERIMENT_INSIDE_H
#define EXPERIMENT_INSIDE_H

#include "script/experiment.h"
#include "script/scenario_inside.h"

struct experiment_reader {
	struct scenario_reader r;  // its config is the first scenario's
	struct experiment *experiment;
	char folder[4096];
	struct box_texts *kept;    // texts from which scenarios are taken, or NULL: from files
	int kept_count;
};

// A number of the experiment itself. False when it is not right, which has then been told.
bool experiment_number(struct experiment_reader *e, const struct node *node, double min, double max, bool whole, double *out);
int experiment_scenario(struct experiment_reader *e, const struct node *node);  // index, or −1 and told
const char *experiment_tag(const struct node *node);  // never NULL

void experiment_read_designs(struct experiment_reader *e, const struct node *root);
void experiment_read_vary(struct experiment_reader *e, const struct node *root);
void experiment_read_design(struct experiment_reader *e, const struct node *root);
void experiment_read_points(struct experiment_reader *e, const char *name);
void experiment_read_baseline(struct experiment_reader *e, const struct node *root);
void experiment_read_measures(struct experiment_reader *e, const struct node *root);
int experiment_outcome(struct experiment_reader *e, const struct node *node, bool may_add);  // index, or −1 and told
void experiment_try(struct experiment_reader *e);  // every design and every level on the scenario

bool experiment_is_fixed(const char *key);  // holds for the whole experiment

// "2025-W02" to 2025 × 52 + 1; false for another text.
bool experiment_week(const char *text, double *week);

#endif
