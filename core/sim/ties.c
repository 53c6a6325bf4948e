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

const float ties_one_over[STAFF_TIES + 1] = { 0, 1, 1.0f / 2, 1.0f / 3, 1.0f / 4, 1.0f / 5, 1.0f / 6, 1.0f / 7, 1.0f / 8 };

// Eight persons side by side. Written out, so that every processor adds in the same order.
enum { LANES = 8, AHEAD = 16 };
typedef float lanes __attribute__((vector_size(4 * LANES)));
typedef int32_t masks __attribute__((vector_size(4 * LANES)));
_Static_assert(STAFF_TIES == 8 && MODEL_BLOCK % LANES == 0, "sums over eight ties, of eight persons at once");

struct glance {  // at the ties of a block
	uint32_t seen[STAFF_TIES][MODEL_BLOCK];
	float sum[MODEL_BLOCK];                       // what those within the bound think more than oneself
	int32_t near[MODEL_BLOCK], up[MODEL_BLOCK];   // ties within the bound, and those that think more
	int32_t moved[MODEL_BLOCK];                   // negative: somebody came, left or moved
};

// All that lies far apart in memory, and nothing else: the processor fetches many at a time.
static inline void look(const struct people *p, struct glance *restrict g)
{
	const uint32_t *seen = p->sim->seen, *tie = p->sim->staff.ties + (size_t)p->from * STAFF_TIES;
	for (int k = 0; k < p->count; k++, tie += STAFF_TIES) {
		for (int t = 0; t < STAFF_TIES; t++)
			g->seen[t][k] = seen[tie[t]];
		__builtin_prefetch(tie + AHEAD * STAFF_TIES);
	}
}

// An empty place shows oneself, so it counts as near and pulls nothing; who is not there is never near.
static inline void weigh(const float *mindset, float bound, struct glance *restrict g, int k)
{
	masks near = { 0 }, up = { 0 }, moved = { 0 };
	lanes own, pull[STAFF_TIES];
	memcpy(&own, mindset + k, sizeof own);
	for (int t = 0; t < STAFF_TIES; t++) {
		masks word;
		memcpy(&word, &g->seen[t][k], sizeof word);
		lanes gap = (lanes)(word & INT32_MAX) - own;
		masks close = (gap <= bound) & (gap >= -bound);
		pull[t] = (lanes)((masks)gap & close);
		near -= close;
		up -= close & (gap > 0);
		moved |= word;
	}
	lanes sum = ((pull[0] + pull[4]) + (pull[2] + pull[6])) + ((pull[1] + pull[5]) + (pull[3] + pull[7]));
	memcpy(g->sum + k, &sum, sizeof sum);
	memcpy(g->near + k, &near, sizeof near);
	memcpy(g->up + k, &up, sizeof up);
	memcpy(g->moved + k, &moved, sizeof moved);
}

// How many ties somebody has and how many of them cross units. Ties to people who left are let go, before their
// slot can be filled again; returns how many.
static int recount(struct sim *sim, uint32_t i)
{
	const struct staff *s = &sim->staff;
	uint32_t *ties = s->ties + (size_t)i * STAFF_TIES;
	int real = 0, cross = 0, gone = 0;
	for (int t = 0; t < STAFF_TIES; t++) {
		if (ties[t] != i && s->unit[ties[t]] == STAFF_VACANT) {
			ties[t] = i;
			gone++;
		}
		real += ties[t] != i;
		cross += ties[t] != i && s->unit[ties[t]] != s->unit[i];
	}
	s->crossing[i] = (uint8_t)(real << 4 | cross);
	return gone;
}

// Only where something changed: else the count stands.
static inline void recount_changed(struct people *p, struct glance *g)
{
	uint8_t *changed = p->sim->changed + p->from;
	uint8_t any[MODEL_BLOCK] = { 0 };
	for (int k = 0; k < p->count; k++)
		any[k] = (uint8_t)(changed[k] | (g->moved[k] < 0));
	for (int k = people_next(any, 0, p->count); k < p->count; k = people_next(any, k + 1, p->count)) {
		int gone = recount(p->sim, (uint32_t)(p->from + k));
		g->near[k] += p->unit[k] == STAFF_VACANT ? 0 : gone;  // as if those places had been empty
		changed[k] = 0;
	}
}

// The mean of what ties within the bound think, less what one thinks: what DeGroot's model asks, with a bound.
// Complex contagion: only when enough ties pull the same way.
static inline void gather(struct people *p, const struct pull_rule *rule)
{
	struct glance glance, *g = &glance;
	const uint8_t *crossing = p->sim->staff.crossing + p->from;
	if (p->count % LANES)  // the last block: nobody reads what stands beyond it
		memset(g, 0, sizeof *g);
	look(p, g);
	for (int k = 0; k < p->count; k += LANES)
		weigh(p->m, rule->bound, g, k);
	recount_changed(p, g);
	for (int k = 0; k < p->count; k++) {
		int32_t empty = STAFF_TIES - (crossing[k] >> 4);
		g->near[k] -= p->unit[k] == STAFF_VACANT ? 0 : empty;
	}
	for (int k = 0; k < p->count; k++)
		p->neighbour[k] = g->sum[k] * ties_one_over[g->near[k]];
	for (int k = 0; k < p->count && rule->needed > 0; k++)
		if ((g->sum[k] > 0 ? g->up[k] : g->near[k] - g->up[k]) < rule->needed)
			p->neighbour[k] = 0;
}

void ties_put(struct sim *sim, uint32_t slot, uint32_t place, uint32_t other)
{
	sim->staff.ties[(size_t)slot * STAFF_TIES + place] = other;
	sim->changed[slot] |= MODEL_TIES_CHANGED;
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

// At most one thing a week: meet somebody elsewhere, lose touch with somebody elsewhere, or fill an empty place.
static void change_ties(struct people *p, int k, float meet, float fade)
{
	struct sim *sim = p->sim;
	const uint16_t *unit = sim->staff.unit;
	uint32_t i = (uint32_t)(p->from + k);
	const uint32_t *ties = sim->staff.ties + (size_t)i * STAFF_TIES;
	struct rng_block block = rng_block(sim->config->seed, sim->staff.id[i], sim->week, RNG_MEET, 0);
	uint32_t place = block.word[0] >> 29;
	float u = rng_unitf(p->word[1][k]);
	if (u < meet) {
		uint32_t other = (uint32_t)((uint64_t)block.word[1] * (uint32_t)sim->staff.slots >> 32);
		if (unit[other] != STAFF_VACANT && unit[other] != unit[i])
			ties_put(sim, i, place, other);
		return;
	}
	bool across = ties[place] != i && unit[ties[place]] != unit[i], fills = u >= meet + fade;
	for (uint32_t t = 0; fills && t < STAFF_TIES; t++)
		if (ties[t] == i)
			place = t;
	if (fills || across) {
		uint32_t other = colleague(sim, unit[i], block.word[1]);
		if (other != UINT32_MAX)
			ties_put(sim, i, place, other);
	}
}

MODEL_FAST void ties_block(struct people *p)
{
	const struct sim *sim = p->sim;
	struct pull_rule rule = { (float)model_get(sim, PARAM_INFLUENCE_BOUND),
		model_get(sim, PARAM_INFLUENCE_COMPLEX) != 0 ? (int32_t)model_get(sim, PARAM_INFLUENCE_REINFORCING) : 0 };
	gather(p, &rule);
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
	for (int i = 0; i < sim->staff.slots; i++)
		recount(sim, (uint32_t)i);
}
