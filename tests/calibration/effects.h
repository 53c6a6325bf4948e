// What single levers do to people, in standard deviations between people, beside what was published about them.
#ifndef EFFECTS_H
#define EFFECTS_H

#include "sim/config.h"

#include <stdio.h>

void effects_tell(FILE *out, const struct config *base, int seeds);

// How much of a training is left after half a year and a year: the model's boost alone, and in the whole model.
void effects_tell_transfer(FILE *out, const struct config *base, int seeds);

#endif
