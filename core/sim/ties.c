// Phase 11, ties: what colleagues pull, and how ties form and fade. Everybody keeps eight at most;
// a new one takes the place of an old one. A tie to somebody who left becomes empty (one's own slot).
#include "sim/people.h"
#include "sim/real.h"

struct pull_rule {
	float bound;
	int32_t needed;  // ties that must agree on the direction, 0: any
};

// Eight lanes, one a tie: written out so that every processor adds in the same order.
typedef float lanes __attribute__((vector_size(32)));
typedef int32_t masks __attribute__((vector_size(32)));
_Static_assert(STAFF_TIES == 8, "a tie a lane");

static inline float sum_lanes(const lanes *lane)
{
	const lanes x = *lane;
	return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

static inline int32_t sum_masks(const masks *mask)
{
	const masks x = *mask;
	return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

// The mean of what ties within the bound think, less what one thinks: what DeGroot's model asks, with a bound.
// Complex contagion: only when enough ties pull the same way.
static inline void gather(struct people *p, int k, const struct pull_rule *rule)
{
	const struct seen *seen = p->sim->seen;
	int32_t i = p->from + k, unit = p->unit[k];
	const uint32_t *ties = p->sim->staff.ties + (size_t)i * STAFF_TIES;
	lanes other = { 0 };
	masks there = { 0 }, slot = { 0 };
	for (int t = 0; t < STAFF_TIES; t++) {
		struct seen one = seen[ties[t]];
		other[t] = one.m;
		there[t] = (int32_t)one.unit;
		slot[t] = (int32_t)ties[t];
	}
	masks real = (there != STAFF_VACANT) & (slot != i), across = real & (there != unit);
	lanes gap = other - seen[i].m;
	masks near = real & (gap <= rule->bound) & (gap >= -rule->bound);
	masks tally = (near & 1) | (real & 0x100) | (across & 0x10000);
	lanes pulls = (lanes)((masks)gap & near);
	int32_t counts = sum_masks(&tally);
	int32_t nears = counts & 0xff, reals = counts >> 8 & 0xff, crosses = counts >> 16;
	float sum = sum_lanes(&pulls);
	if (rule->needed > 0) {
		masks rising = near & (gap > 0) & 1;
		int32_t up = sum_masks(&rising), agree = sum > 0 ? up : nears - up;
		sum = agree >= rule->needed ? sum : 0;
	}
	p->neighbour[k] = nears > 0 ? sum / (float)nears : 0;
	p->cross[k] = reals > 0 ? (float)crosses / (float)reals : 0;
	p->sim->staff.crossing[i] = (uint8_t)(reals << 4 | crosses);
}

static uint32_t colleague(const struct sim *sim, int unit, uint32_t word)
{
	uint32_t from = unit == CONFIG_POOL ? sim->order_from[MODEL_UNITS] : sim->order_from[unit];
	uint32_t to = unit == CONFIG_POOL ? sim->order_from[2 * MODEL_UNITS] : sim->order_from[unit + 1];
	return to > from ? sim->order[from + (uint32_t)((uint64_t)word * (to - from) >> 32)] : UINT32_MAX;
}

static bool has_room(const struct people *p, int k)
{
	return p->sim->staff.crossing[p->from + k] >> 4 < STAFF_TIES;
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

MODEL_FAST void ties_block(struct people *p)
{
	const struct sim *sim = p->sim;
	struct pull_rule rule = { (float)model_get(sim, PARAM_INFLUENCE_BOUND),
		model_get(sim, PARAM_INFLUENCE_COMPLEX) != 0 ? (int32_t)model_get(sim, PARAM_INFLUENCE_REINFORCING) : 0 };
	const uint32_t *ties = sim->staff.ties + (size_t)p->from * STAFF_TIES;
	for (int k = 0; k < p->count; k++) {
		for (int t = 0; t < STAFF_TIES && k + 8 < p->count; t++)
			__builtin_prefetch(&sim->seen[ties[(k + 8) * STAFF_TIES + t]]);
		gather(p, k, &rule);
	}
	if (!model_on(sim, PARAM_MECHANISMS_TIES) && sim->vacant_count == 0)
		return;
	for (int k = 0; k < p->count; k++)
		if (has_room(p, k))
			let_go(p, k);
	if (!model_on(sim, PARAM_MECHANISMS_TIES))
		return;
	float fade = STAFF_TIES * (float)model_get(sim, PARAM_TIES_FADE);
	const float *meet = people_effect(p, EFFECT_MEET, 0);
	for (int k = 0; k < p->count; k++)
		if (p->unit[k] != STAFF_VACANT && rng_unitf(p->word[1][k]) < meet[k] + fade + (has_room(p, k) ? 0.25f : 0))
			change_ties(p, k, meet[k], fade);
}
