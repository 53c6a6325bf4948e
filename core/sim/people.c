// Phases 7 and 9 to 11 for all persons: block by block, so that each block passes through every phase
// while it is near. Writes only to the person's own elements.
#include "sim/people.h"
#include "sim/real.h"

static bool draws(const struct sim *sim)
{
	return model_on(sim, PARAM_MECHANISMS_EXITS) || model_on(sim, PARAM_MECHANISMS_MOVES) || model_on(sim, PARAM_MECHANISMS_POOL_MOVES) ||
	       model_on(sim, PARAM_MECHANISMS_TIES) || model_on(sim, PARAM_MECHANISMS_ANCHOR);
}

static void draw(struct people *p)
{
	const struct rng at = rng_start(p->sim->config->seed, 0, p->sim->week, RNG_WEEK);
	uint32_t *const word[4] = { p->word[0], p->word[1], p->word[2], p->word[3] };
	rng_many(&at, p->sim->staff.id + p->from, p->count, word);
}

// Returns whether somebody is no longer new.
static bool age(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	int passed = 0;
	for (int i = p->from; i < p->from + p->count; i++) {
		s->tenure[i] = (uint16_t)(s->tenure[i] + (s->tenure[i] < UINT16_MAX));
		s->service[i] = (uint16_t)(s->service[i] + (s->service[i] < UINT16_MAX));
		s->age[i] = (uint16_t)(s->age[i] + (s->age[i] < UINT16_MAX));
		passed |= s->service[i] == MODEL_ENTRANT_WEEKS;
	}
	return passed;
}

MODEL_FAST static void begin_block(struct people *p, int piece, bool drawn)
{
	const struct staff *s = &p->sim->staff;
	const uint32_t *seen = p->sim->seen + p->from;
	const float *mindset = s->mindset + p->from, *boost = s->boost + p->from;
	float *restrict m = p->m;
	for (int k = 0; k < p->count; k++) {  // nobody sees an empty slot
		uint32_t word = seen[k] & ~MODEL_MOVED;
		float own;
		memcpy(&own, &word, sizeof own);
		m[k] = word == MODEL_NOBODY ? real_clampf(mindset[k] + boost[k], 0, 1) : own;
	}
	if (drawn)
		draw(p);
	if (!model_rehearses(p->sim) && age(p))
		account_passed(p->sim, piece, p->from, p->count);
}

static void people_piece(struct sim *sim, int piece, int from, int to)
{
	struct people p = { .sim = sim };
	struct mobility_plan plan = mobility_plan(sim);
	uint32_t picked = 0;
	bool drawn = draws(sim);
	account_clear_piece(sim, piece);
	for (p.from = from; p.from < to; p.from += MODEL_BLOCK) {
		p.count = to - p.from < MODEL_BLOCK ? to - p.from : MODEL_BLOCK;
		p.unit = sim->staff.unit + p.from;
		begin_block(&p, piece, drawn);
		learning_block(&p);
		needs_block(&p);
		ties_block(&p);
		mindset_block(&p);
		picked += mobility_block(&p, sim->pick + from + picked, &plan);
		account_piece(sim, piece, p.from, p.from + p.count);
	}
	sim->pick_count[piece] = picked;
}

void people_apply(struct sim *sim)
{
	account_begin_sums(sim);
	model_each_piece(sim, people_piece);
	account_add_pieces(sim);
}
