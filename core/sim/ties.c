// Phase 11, ties: what colleagues pull, and how ties form and fade. Everybody keeps eight at most;
// a new one takes the place of an old one. A tie to somebody who left becomes empty (one's own slot).
#include "sim/people.h"
#include "sim/real.h"

struct pull_rule {
	float bound;
	int needed;  // ties that must agree on the direction, 0: any
};

// The mean of what ties within the bound think, less what one thinks: what DeGroot's model asks, with a bound.
// Complex contagion: only when enough ties pull the same way.
static void gather(struct people *p, int k, const struct pull_rule *rule)
{
	const struct seen *seen = p->sim->seen;
	int i = p->from + k;
	const uint32_t *ties = p->sim->staff.ties + (size_t)i * STAFF_TIES;
	float own = seen[i].m, sum = 0, near = 0, up = 0, cross = 0, count = 0;
	for (int t = 0; t < STAFF_TIES; t++) {
		struct seen other = seen[ties[t]];
		float there = other.unit != STAFF_VACANT && ties[t] != (uint32_t)i ? 1.0f : 0.0f;
		float gap = other.m - own, counts = there * (real_absf(gap) <= rule->bound ? 1.0f : 0.0f);
		sum += counts * gap;
		near += counts;
		up += counts * (gap > 0 ? 1.0f : 0.0f);
		cross += there * (other.unit != p->unit[k] ? 1.0f : 0.0f);
		count += there;
	}
	float agree = sum > 0 ? up : near - up;
	bool enough = near > 0 && agree >= (float)rule->needed;
	p->neighbour[k] = enough ? sum / near : 0;
	p->cross[k] = count > 0 ? cross / count : 0;
}

static uint32_t colleague(const struct sim *sim, int unit, uint32_t word)
{
	uint32_t from = unit == CONFIG_POOL ? sim->order_from[MODEL_UNITS] : sim->order_from[unit];
	uint32_t to = unit == CONFIG_POOL ? sim->order_from[2 * MODEL_UNITS] : sim->order_from[unit + 1];
	return to > from ? sim->order[from + (uint32_t)((uint64_t)word * (to - from) >> 32)] : UINT32_MAX;
}

// Ties to people who left are let go before their slot can be filled again.
static void let_go(struct people *p, int k)
{
	uint32_t i = (uint32_t)(p->from + k), *ties = p->sim->staff.ties + (size_t)i * STAFF_TIES;
	for (int t = 0; t < STAFF_TIES; t++)
		if (p->sim->seen[ties[t]].unit == STAFF_VACANT)
			ties[t] = i;
}

// At most one thing a week: meet somebody elsewhere, lose touch with somebody elsewhere, or fill an empty place.
static void change_ties(struct people *p, int k, float meet, float fade)
{
	const struct sim *sim = p->sim;
	uint32_t i = (uint32_t)(p->from + k), *ties = sim->staff.ties + (size_t)i * STAFF_TIES;
	struct rng_block block = rng_block(sim->config->seed, sim->staff.id[i], sim->week, RNG_MEET, 0);
	uint32_t place = block.word[0] >> 29, *tie = &ties[place];
	float u = rng_unitf(p->word[1][k]);
	if (u < meet) {
		uint32_t other = (uint32_t)((uint64_t)block.word[1] * (uint32_t)sim->staff.slots >> 32);
		if (sim->seen[other].unit != STAFF_VACANT && sim->seen[other].unit != p->unit[k])
			*tie = other;
		return;
	}
	bool across = *tie != i && sim->seen[*tie].unit != p->unit[k];
	if (u < meet + fade ? across : *tie == i) {
		uint32_t other = colleague(sim, p->unit[k], block.word[1]);
		if (other != UINT32_MAX)
			*tie = other;
	}
}

void ties_block(struct people *p)
{
	const struct sim *sim = p->sim;
	struct pull_rule rule = { (float)model_get(sim, PARAM_INFLUENCE_BOUND),
		model_get(sim, PARAM_INFLUENCE_COMPLEX) != 0 ? (int)model_get(sim, PARAM_INFLUENCE_REINFORCING) : 0 };
	for (int k = 0; k < p->count; k++)
		gather(p, k, &rule);
	if (!model_on(sim, PARAM_MECHANISMS_TIES) && sim->vacant_count == 0)
		return;
	for (int k = 0; k < p->count; k++)
		let_go(p, k);
	if (!model_on(sim, PARAM_MECHANISMS_TIES))
		return;
	float fade = STAFF_TIES * (float)model_get(sim, PARAM_TIES_FADE);
	const float *meet = people_effect(p, EFFECT_MEET, 0);
	for (int k = 0; k < p->count; k++)
		if (p->unit[k] != STAFF_VACANT && rng_unitf(p->word[1][k]) < meet[k] + fade + 0.25f)
			change_ties(p, k, meet[k], fade);
}
