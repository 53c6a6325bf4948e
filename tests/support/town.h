// Towns for tests: configs written by hand, and a way to reach into a sim and look around in it.
#ifndef TOWN_H
#define TOWN_H

#include "sim/model.h"

// Departments of `staff` posts each, every one with a discipline and one stream of standard work; no
// warm-up. All town_… makers initialise the config, which is the caller's to config_clear.
void town_make(struct config *config, int departments, int staff);
void town_default(struct config *config);            // the shipped default of 600, 52 weeks of warm-up, ten years
void town_full(struct config *config, int staff);    // eight departments, with everything there is going on

void town_set(struct config *config, int param, double value);  // for the whole organisation and all units
void town_only(struct config *config, int mechanism);           // all other mechanisms off; −1: all off
void town_plan(struct config *config, int week, int unit, int param, double value);
int town_programme(struct config *config, const char *name, int start_week);  // all content at half strength

struct sim *town_open(const struct config *config, int threads);  // fails the test without memory
void town_run(struct sim *sim, int week);
void town_look(struct sim *sim);  // after columns were written by hand: what others see is made afresh

void town_put(struct sim *sim, const char *column, int slot, double value);  // in the column's own unit
double town_most(const char *column);  // the highest value of its range

// Fails the test when a column of one differs from the other's.
void town_same_staff(const struct sim *a, const struct sim *b);
// Fails the test when some state lies outside the range that its table gives, or is not a number.
void town_in_range(const struct sim *sim);

double town_mean(const struct sim *sim, const float *column);     // over the people at work
int town_size(int full, int sanitized);  // the second under STOEPRAND_SANITIZED, where all goes ten times slower

#endif
