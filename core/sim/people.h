// A block of persons on its way through the phases of a week: their draws, their units' effects and
// what one phase leaves for the next stay in the nearest cache.
#ifndef PEOPLE_H
#define PEOPLE_H

#include "sim/model.h"

#include <string.h>

struct people {
	struct sim *sim;
	int from, count;                 // persons from … from + count − 1
	const uint16_t *unit;            // [count]
	uint32_t word[4][MODEL_BLOCK];   // the week's draws: leaving and moving, ties, shock, pool
	float m[MODEL_BLOCK];            // effective mindset at the start of the week
	float stale[MODEL_BLOCK];        // 0 … 1: too long in one position
	float neighbour[MODEL_BLOCK];    // mean pull of ties within the bound
	float field[3][MODEL_BLOCK];     // effects of the persons' units, as a phase asks for them
};

extern const float ties_one_over[STAFF_TIES + 1];  // 1 ÷ n; 0 for 0

// Puts an effect of each person's unit in a row.
static inline const float *people_effect(struct people *p, enum unit_effect effect, int row)
{
	model_effect(p->sim, effect, p->unit, p->count, p->field[row]);
	return p->field[row];
}

// The first place from k on whose byte is not 0, or count; the row goes on in bytes of 0 to a multiple of eight.
static inline int people_next(const uint8_t *any, int k, int count)
{
	while (k < count && !any[k]) {
		uint64_t eight;
		memcpy(&eight, any + k / 8 * 8, sizeof eight);
		k = eight ? k + 1 : (k | 7) + 1;
	}
	return k < count ? k : count;
}

// The phases of a person's week, in order.
void learning_block(struct people *p);
void needs_block(struct people *p);
void ties_block(struct people *p);      // fills neighbour
void mindset_block(struct people *p);
// Appends who leaves, moves or goes to or from the pool to pick[from …]; returns how many.
uint32_t mobility_block(struct people *p, uint32_t *pick, const struct mobility_plan *plan);

#endif
