// The simulation: an organisation that lives week by week. Pure: no files, no clock, no
// printing, no global state. Same config, seed and changes → same bits, at any thread count.
//
//	struct sim *sim = sim_create(&config, 1, &err);
//	while (sim_week(sim) < 52 * config.years && sim_prepare(sim, &err))
//		sim_step(sim);
//	sim_destroy(sim);
#ifndef SIM_H
#define SIM_H

#include "sim/config.h"
#include "sim/measure.h"

struct sim;

// An organisation at week −warm_up_weeks. The config must stay alive and unchanged as long as the sim
// lives. NULL and err without memory or when config_check would fail. threads: 1…64.
struct sim *sim_create(const struct config *config, int threads, struct err *err);
void sim_destroy(struct sim *sim);  // NULL is fine

// Between weeks: makes sure that there is room for the coming week. The only part of a week that
// allocates. False and err without memory: the sim is as it was and can still be read and saved.
bool sim_prepare(struct sim *sim, struct err *err);

// One week. Never allocates, cannot fail; sim_prepare must have succeeded since the last one.
void sim_step(struct sim *sim);

// The first phase of a week alone, what the plan and waiting changes ask; sim_step goes on from there. For who
// wants to act between the plan and the week itself (edit.h), and then calls sim_prepare once more.
void sim_open_week(struct sim *sim);

// Runs up to and including plan week `week` − 1, so that sim_week == week; stops early, true, when *stop
// becomes nonzero (stop may be NULL). False and err when sim_prepare failed.
bool sim_run_to(struct sim *sim, int week, const volatile int *stop, struct err *err);

// Weeks since the start: negative during warm-up, 0 at the start, 1 after W01 of the start year.
int sim_week(const struct sim *sim);

const struct config *sim_config(const struct sim *sim);
int sim_units(const struct sim *sim);  // departments + 1: the pool is unit 0
int sim_staff(const struct sim *sim);  // people at work now

// Measures of the last week. unit: CONFIG_UNIT_ALL, CONFIG_POOL or a department's number. NaN: none this week, or withheld.
// id: a row of measure_table, or from MEASURE_COUNT on one of the scenario's own (see config_measure).
double sim_measure(const struct sim *sim, int unit, int id);

// An imported staff only: whether the figures of a unit are withheld now, because fewer than SIM_FEWEST people are
// in it (now, or at the start), or because a withheld one would follow from the whole minus the others. The one
// rule for all output: sim_measure gives NaN for such a unit, and others who tell of a unit ask here first.
enum { SIM_FEWEST = 5 };
bool sim_withheld(const struct sim *sim, int unit);

// A setting in effect now.
double sim_setting(const struct sim *sim, int unit, int param);

// Applies a change at the start of the next week, whatever its own week says (the plan's own changes come first).
// Returns false when the list of waiting changes (256) is full.
bool sim_change(struct sim *sim, const struct change *change);

// 64 bits over all that the next week depends on.
uint64_t sim_digest(const struct sim *sim);

// Events of the last week that a story tells: how many people were trained, hired, left, moved; groups held.
struct sim_news {
	int trained, groups, hired, left, moved, to_pool, from_pool, assignments_done;
};
struct sim_news sim_news(const struct sim *sim);

// Sums since the start (week 0), same fields; counted in 64 bits.
struct sim_totals {
	int64_t trained, groups, hired, left, moved, to_pool, from_pool, assignments_done;
};
struct sim_totals sim_totals(const struct sim *sim);

// Share of the staff at work now that took part in the programme, 0-1.
double sim_trained_share(const struct sim *sim, int programme);

// Bytes that the sim holds, all included: for the benchmark.
size_t sim_bytes(const struct sim *sim);
// Open assignments now, for the benchmark.
int sim_open_assignments(const struct sim *sim);

#endif
