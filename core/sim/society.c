// Phase 13: residents, college and council, partners; and the books of the week.
#include "sim/model.h"
#include "sim/real.h"

double society_promise(const struct sim *sim)
{
	return model_get(sim, PARAM_POLITICS_PROMISE) * (1 - 0.4 * model_get(sim, PARAM_POLITICS_REALISM));
}

// What residents get, 0-1: quality and timeliness of all that was finished, by hours. Nobody looks when trust is off.
static void move_outcome(struct sim *sim)
{
	double value = 0, finished = 0;
	for (int u = 0; u < sim->unit_count; u++) {
		value += sim->done[u].value;
		finished += sim->done[u].finished;
		sim->news.assignments_done += (int)sim->done[u].done;
	}
	if (finished > 0 && model_on(sim, PARAM_MECHANISMS_TRUST))
		sim->society.outcome += 0.1 * (value / finished - sim->society.outcome);
}

// Trust follows outcome against promise; an ally forgives. The promise and the outcome of an average
// organisation keep trust where it is.
static void move_trust(struct sim *sim)
{
	struct society *society = &sim->society;
	double promise = model_on(sim, PARAM_MECHANISMS_PROMISES) ? society_promise(sim) : 0.75;
	double gap = (society->outcome - MODEL_AVERAGE_OUTCOME) * 2 - (promise - 0.75) + 0.2 * (model_get(sim, PARAM_RESIDENTS_ALLIED) - 0.3);
	double forgives = 1.5 * (1 - 0.5 * model_mean_all(sim, SUM_ALLIANCE));
	double step = model_get(sim, PARAM_TRUST_RATE) * (gap < 0 ? gap * forgives : gap);
	if (model_on(sim, PARAM_MECHANISMS_TRUST) && model_plan_week(sim) >= 0)  // queues that still fill say nothing
		society->trust += step * 4 * society->trust * (1 - society->trust) - model_get(sim, PARAM_TRUST_RETURN) * (society->trust - 0.55);
}

// Ties with partners grow with days given and network skill, fade by themselves.
static void move_partners(struct sim *sim)
{
	struct society *society = &sim->society;
	double days = model_get(sim, PARAM_PARTNERS_DAYS), skill = model_mean_all(sim, SUM_NETWORK);
	double growth = model_get(sim, PARAM_PARTNERS_GROWTH) * days / (days + 12) * (0.5 + 1.2 * skill);
	if (model_on(sim, PARAM_MECHANISMS_PARTNERS))
		society->partner += growth * (1 - society->partner) - model_get(sim, PARAM_PARTNERS_FADE) * society->partner -
		                    growth * 0.28 * society->partner;
}

// Warm-up leaves no trace in what is summed since the start.
static void keep_books(struct sim *sim)
{
	struct society *society = &sim->society;
	if (model_plan_week(sim) < 0)
		return;
	society->change_hours += sim->change_hours;
	society->change_euro += sim->change_euro;
	society->trained += sim->news.trained;
	society->groups += sim->news.groups;
	society->hired += sim->news.hired;
	society->left += sim->news.left;
	society->moved += sim->news.moved;
	society->to_pool += sim->news.to_pool;
	society->from_pool += sim->news.from_pool;
	society->assignments_done += sim->news.assignments_done;
}

void society_apply(struct sim *sim)
{
	move_outcome(sim);
	move_trust(sim);
	move_partners(sim);
	keep_books(sim);
}
