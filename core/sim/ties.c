// Phase 11, ties: what colleagues pull, and how ties form and fade. Everybody keeps eight at most;
// a new one takes the place of an old one. A tie to somebody who left becomes empty (one's own slot).
#include "sim/people.h"
#include "sim/real.h"

#include <string.h>

#define FILL 0.06f  // chance per week that an empty place is filled (scenario input)

struct pull_rule {
	float bound;
	int32_t needed;  // ties that must agree on the direction, 0: any
};

// Four ties at a time, each in a pair of lanes: what is seen of the other in the even one. Written out so that
// every processor adds in the same order, and without a detour over memory. Little-endian.
typedef uint64_t pairs __attribute__((vector_size(32)));
typedef float lanes __attribute__((vector_size(32)));
typedef int32_t masks __attribute__((vector_size(32)));
_Static_assert(STAFF_TIES == 8 && sizeof(struct seen) == 8, "two times four ties, a pair of lanes each");

const float ties_one_over[STAFF_TIES + 1] = { 0, 1, 1.0f / 2, 1.0f / 3, 1.0f / 4, 1.0f / 5, 1.0f / 6, 1.0f / 7, 1.0f / 8 };

struct glance {  // at four ties
	lanes pull;       // what those within the bound think more than oneself
	masks tally;      // counts, four bits each from the lowest: within the bound, ties, across units, thinking more, gone
};

static inline uint64_t look(const struct seen *seen, uint32_t slot)
{
	uint64_t both;
	memcpy(&both, &seen[slot], sizeof both);
	return both;
}

static inline void glance(const struct seen *seen, const uint32_t *tie, int32_t self, int32_t unit, float own, float bound, struct glance *out)
{
	const masks even = { -1, 0, -1, 0, -1, 0, -1, 0 };
	pairs other = { look(seen, tie[0]), look(seen, tie[1]), look(seen, tie[2]), look(seen, tie[3]) };
	pairs slot = { tie[0], tie[1], tie[2], tie[3] };
	masks there = (masks)(other >> 32), real = even & (there != STAFF_VACANT) & ((masks)slot != self);
	masks across = real & (there != unit);
	lanes gap = (lanes)other - own;
	masks near = real & (gap <= bound) & (gap >= -bound);
	out->pull = (lanes)((masks)gap & near);
	masks gone = even & (there == STAFF_VACANT) & ((masks)slot != self);
	out->tally = (near & 1) | (real & 0x10) | (across & 0x100) | (near & (gap > 0) & 0x1000) | (gone & 0x10000);
}

// The mean of what ties within the bound think, less what one thinks: what DeGroot's model asks, with a bound.
// Complex contagion: only when enough ties pull the same way.
static inline void gather(struct people *p, int k, const struct pull_rule *rule)
{
	const struct seen *seen = p->sim->seen;
	int32_t i = p->from + k, unit = p->unit[k];
	const uint32_t *ties = p->sim->staff.ties + (size_t)i * STAFF_TIES;
	struct glance low, high;
	glance(seen, ties, i, unit, seen[i].m, rule->bound, &low);
	glance(seen, ties + 4, i, unit, seen[i].m, rule->bound, &high);
	lanes pull = low.pull + high.pull;
	masks tally = low.tally + high.tally;
	int32_t counts = (tally[0] + tally[4]) + (tally[2] + tally[6]);
	int32_t near = counts & 15, real = counts >> 4 & 15, cross = counts >> 8 & 15, up = counts >> 12 & 15;
	float sum = (pull[0] + pull[4]) + (pull[2] + pull[6]);
	p->neighbour[k] = sum * ties_one_over[near];
	if (rule->needed > 0 && (sum > 0 ? up : near - up) < rule->needed)
		p->neighbour[k] = 0;
	p->sim->staff.crossing[i] = (uint8_t)(real << 4 | cross);
	p->gone[k] = (uint8_t)(counts >> 16);
}

static uint32_t colleague(const struct sim *sim, int unit, uint32_t word)
{
	struct model_range range = model_members(sim, unit);
	uint32_t count = range.to - range.from;
	return count > 0 ? sim->order[range.from + (uint32_t)((uint64_t)word * count >> 32)] : UINT32_MAX;
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
	bool across = *tie != i && sim->seen[*tie].unit != p->unit[k], fills = u >= meet + fade;
	for (int t = 0; fills && t < STAFF_TIES; t++)
		if (ties[t] == i)
			tie = &ties[t];
	if (fills || across) {
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
		if (p->gone[k])
			let_go(p, k);
	if (!model_on(sim, PARAM_MECHANISMS_TIES))
		return;
	float fade = STAFF_TIES * (float)model_get(sim, PARAM_TIES_FADE);
	const float *meet = people_effect(p, EFFECT_MEET, 0);
	for (int k = 0; k < p->count; k++)
		if (p->unit[k] != STAFF_VACANT && rng_unitf(p->word[1][k]) < meet[k] + fade + (has_room(p, k) ? FILL : 0))
			change_ties(p, k, meet[k], fade);
}

// Before the first week nobody has looked at the ties yet.
void ties_count(struct sim *sim)
{
	for (int i = 0; i < sim->staff.slots; i++) {
		int count = 0, cross = 0;
		for (int t = 0; t < STAFF_TIES; t++) {
			uint32_t other = sim->staff.ties[(size_t)i * STAFF_TIES + (size_t)t];
			count += other != (uint32_t)i;
			cross += other != (uint32_t)i && sim->staff.unit[other] != sim->staff.unit[i];
		}
		sim->staff.crossing[i] = (uint8_t)(count << 4 | cross);
	}
}
