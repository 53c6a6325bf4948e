// Whether what a sim keeps up beside its state is what it would be if counted afresh. Each fails the test when not.
#ifndef FRESH_H
#define FRESH_H

#include "sim/model.h"

void fresh_sums(const struct sim *sim, const char *where);    // over the members of each unit
void fresh_order(const struct sim *sim);                      // who work together, in slot order; in the pool by discipline
void fresh_places(const struct sim *sim, const char *where);  // vacancies, numbers of people, posts, seats from both sides, ties

#endif
