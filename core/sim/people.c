// Phases 7 and 9 to 11 for all persons: block by block, so that each block passes through every phase
// while it is near. Writes only to the person's own elements.
#include "sim/people.h"

MODEL_FAST static void draw(struct people *p)
{
	const uint32_t *id = p->sim->staff.id + p->from;
	uint64_t seed = p->sim->config->seed;
	uint32_t week = p->sim->week;
	for (int k = 0; k < p->count; k++) {
		struct rng_block block = rng_block(seed, id[k], week, RNG_WEEK, 0);
		for (int w = 0; w < 4; w++)
			p->word[w][k] = block.word[w];
	}
}

static void age(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	for (int i = p->from; i < p->from + p->count; i++) {
		s->tenure[i] = (uint16_t)(s->tenure[i] + (s->tenure[i] < UINT16_MAX));
		s->service[i] = (uint16_t)(s->service[i] + (s->service[i] < UINT16_MAX));
		s->age[i] = (uint16_t)(s->age[i] + (s->age[i] < UINT16_MAX));
	}
}

static void people_piece(struct sim *sim, int piece, int from, int to)
{
	struct people p = { .sim = sim };
	struct mobility_plan plan = mobility_plan(sim);
	uint32_t picked = 0;
	account_clear_piece(sim, piece);
	for (p.from = from; p.from < to; p.from += MODEL_BLOCK) {
		p.count = to - p.from < MODEL_BLOCK ? to - p.from : MODEL_BLOCK;
		p.unit = sim->staff.unit + p.from;
		for (int k = 0; k < p.count; k++)
			p.m[k] = sim->seen[p.from + k].m;
		draw(&p);
		age(&p);
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
	model_each_piece(sim, people_piece);
	account_add_pieces(sim);
}
