// Which units' figures are withheld when the staff is imported: small ones, and as many others as it takes that
// none of them follows from the whole minus the rest.
#include "sim/model.h"

static int people_now(const struct sim *sim, int unit)
{
	return (int)sim->member[(size_t)unit * SUM_COUNT + SUM_STAFF];
}

// By which the next to withhold is chosen: what does not change from week to week, so that weeks cannot be compared.
// The pool, which does change, comes last.
static int size_at_start(const struct sim *sim, int unit)
{
	return unit == CONFIG_POOL ? CONFIG_STAFF_MAX + 1 : sim->config->department[unit - 1].staff;
}

// A pool without people is no pool.
static bool is_there(const struct sim *sim, int unit)
{
	return unit != CONFIG_POOL || people_now(sim, unit) > 0;
}

static bool is_small(const struct sim *sim, int unit)
{
	return is_there(sim, unit) && (people_now(sim, unit) < SIM_FEWEST || size_at_start(sim, unit) < SIM_FEWEST);
}

static int next_smallest(const struct sim *sim)
{
	int next = -1;
	for (int u = 0; u < sim->unit_count; u++)
		if (!sim->withheld[u] && is_there(sim, u) && (next < 0 || size_at_start(sim, u) < size_at_start(sim, next)))
			next = u;
	return next;
}

void sim_withhold(struct sim *sim)
{
	int units = 0, people = 0;
	if (!sim->config->imported)
		return;
	for (int u = 0; u < sim->unit_count; u++) {
		sim->withheld[u] = is_small(sim, u);
		units += sim->withheld[u];
		people += sim->withheld[u] ? people_now(sim, u) : 0;
	}
	for (int next; units > 0 && (units < 2 || people < SIM_FEWEST) && (next = next_smallest(sim)) >= 0; units++) {
		sim->withheld[next] = true;
		people += people_now(sim, next);
	}
}

bool sim_withheld(const struct sim *sim, int unit)
{
	must(unit >= CONFIG_UNIT_ALL && unit < sim->unit_count);
	return unit >= 0 && sim->withheld[unit];
}
