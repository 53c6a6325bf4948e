// From an experiment to its alternatives: designs × points of what varies, each with a label. They stand in a
// struct results that has no numbers yet, in the order in which they are run and stored.
#ifndef ALTERNATIVES_H
#define ALTERNATIVES_H

#include "batch/results.h"
#include "script/experiment.h"

// Fills `out`, which is the caller's to results_clear in any case. False and err without memory or room.
bool alternatives_make(const struct experiment *experiment, struct results *out, struct err *err);

// What a design does beside the scenario as it is, a line each; "" when nothing. out is owned by the caller.
bool alternatives_tell(const struct experiment *experiment, int named, struct words *out, struct err *err);

// The config of an alternative, with the experiment's seed. False and err when the scenario does not take it.
bool alternatives_config(const struct experiment *experiment, const struct results *results, int point, struct config *out, struct err *err);

#endif
