// A scenario's functions, and the weeks of a run with them: on_start, on_week, on_year, on_end and
// the values of its own measures. Without functions (NULL) a run is the model's alone.
//
//	scenario_load_hooks(path, &config, &hooks, &err);
//	struct sim *sim = sim_create(&config, 1, &err);      or state_load
//	hooks_begin(hooks, sim, &err);
//	while (sim_week(sim) < 52 * config.years && hooks_week(hooks, sim, &err))
//		;
//	hooks_destroy(hooks);
//
// Whatever a hook is to remember is kept in the sim (columns, org.state), never in Lua: the same
// hooks can serve one sim after another, and a saved run goes on as if it had not stopped.
#ifndef HOOKS_H
#define HOOKS_H

#include "err.h"
#include "sim/sim.h"

struct hooks;
struct box;

void hooks_destroy(struct hooks *hooks);  // NULL is fine

// Before the first hooks_week of a sim, new or from a saved state. At week 0 calls on_start, if that has not been done:
// at any other week, and once more, it changes nothing.
// False and err (which names the hook, file and line) when a function is wrong: the run must then stop, and the hooks,
// in which a function may have left anything, are of no use to another run.
bool hooks_begin(struct hooks *hooks, struct sim *sim, struct err *err);

// One week: the plan, on_week, the model, on_year after a year's last week, on_end after the last week of the run, and
// the own measures. Before week 0 and without hooks just sim_prepare and sim_step, and hooks_begin when that leads to
// week 0. False and err as above.
bool hooks_week(struct hooks *hooks, struct sim *sim, struct err *err);

// Begins, and goes on to week `week`, as sim_run_to does.
bool hooks_run_to(struct hooks *hooks, struct sim *sim, int week, const volatile int *stop, struct err *err);

// The same functions for a run of another config of the scenario.
void hooks_fit(struct hooks *hooks, const struct config *config);

// Takes the box, whose stack has the scenario's table on top. NULL and err without memory or when it is wrong; the
// box is then the caller's still. For scenario.c.
struct hooks *hooks_create(struct box *box, const struct config *config, struct err *err);

#endif
