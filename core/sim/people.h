// A block of persons on its way through the phases of a week: their draws, their units' effects and
// what one phase leaves for the next stay in the nearest cache.
#ifndef PEOPLE_H
#define PEOPLE_H

#include "sim/model.h"

struct people {
	struct sim *sim;
	int from, count;                 // persons from … from + count − 1
	const uint16_t *unit;            // [count]
	uint32_t word[4][MODEL_BLOCK];   // the week's draws: leaving and moving, ties, shock, pool
	float m[MODEL_BLOCK];            // effective mindset at the start of the week
	float stale[MODEL_BLOCK];        // 0 … 1: too long in one position
	float neighbour[MODEL_BLOCK];    // mean pull of ties within the bound
	uint8_t gone[MODEL_BLOCK];       // ties to people who left
	float field[3][MODEL_BLOCK];     // effects of the persons' units, as a phase asks for them
};

extern const float ties_one_over[STAFF_TIES + 1];  // 1 ÷ n; 0 for 0

// Puts an effect of each person's unit in a row.
static inline const float *people_effect(struct people *p, enum unit_effect effect, int row)
{
	const float *table = p->sim->effect[effect];
	float *out = p->field[row];
	for (int k = 0; k < p->count; k++)
		out[k] = table[p->unit[k]];
	return out;
}

// The phases of a person's week, in order.
void learning_block(struct people *p);
void needs_block(struct people *p);
void ties_block(struct people *p);      // fills neighbour
void mindset_block(struct people *p);
// Appends who leaves, moves or goes to or from the pool to pick[from …]; returns how many.
uint32_t mobility_block(struct people *p, uint32_t *pick, const struct mobility_plan *plan);

#endif
