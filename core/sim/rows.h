// Sums by unit: columns of a block of persons are added to rows of doubles, one row a unit.
// Four columns of four persons at a time, written out so that every processor adds in the same order: the same bits
// everywhere.
#ifndef ROWS_H
#define ROWS_H

#include "sim/model.h"

#include <string.h>

typedef float rows_narrow __attribute__((vector_size(16)));
typedef double rows_wide __attribute__((vector_size(32)));

// Where each person's row begins; people of no unit share the last one.
static inline void rows_place(const struct sim *sim, int from, int count, uint32_t width, uint32_t *place)
{
	const uint16_t *unit = sim->staff.unit + from;
	uint32_t last = (uint32_t)sim->unit_count;
	for (int k = 0; k < count; k++)
		place[k] = (unit[k] == STAFF_VACANT ? last : unit[k]) * width;
}

// Four columns of four persons become four persons of four columns.
static inline void rows_turn(const float *const *column, int k, rows_narrow *person)
{
	rows_narrow a, b, c, d;
	memcpy(&a, column[0] + k, sizeof a);
	memcpy(&b, column[1] + k, sizeof b);
	memcpy(&c, column[2] + k, sizeof c);
	memcpy(&d, column[3] + k, sizeof d);
	rows_narrow ab = __builtin_shufflevector(a, b, 0, 4, 1, 5), AB = __builtin_shufflevector(a, b, 2, 6, 3, 7);
	rows_narrow cd = __builtin_shufflevector(c, d, 0, 4, 1, 5), CD = __builtin_shufflevector(c, d, 2, 6, 3, 7);
	person[0] = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
	person[1] = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
	person[2] = __builtin_shufflevector(AB, CD, 0, 1, 4, 5);
	person[3] = __builtin_shufflevector(AB, CD, 2, 3, 6, 7);
}

// Four persons of one unit at once, so that one sum need not wait for another; others each to the own row.
static inline void rows_add_four(double *rows, const uint32_t *place, const rows_narrow *person, bool same)
{
	rows_wide sum, one[4];
	for (int n = 0; n < 4; n++)
		one[n] = __builtin_convertvector(person[n], rows_wide);
	if (same) {
		memcpy(&sum, rows + place[0], sizeof sum);
		sum += (one[0] + one[1]) + (one[2] + one[3]);
		memcpy(rows + place[0], &sum, sizeof sum);
		return;
	}
	for (int n = 0; n < 4; n++) {
		memcpy(&sum, rows + place[n], sizeof sum);
		sum += one[n];
		memcpy(rows + place[n], &sum, sizeof sum);
	}
}

// Adds `width` columns, a multiple of four, of `count` persons, the first of whom has a slot that is a multiple of four: so
// who is added with whom hangs on slots alone.
static inline void rows_add(double *rows, const uint32_t *place, const float *const *column, int width, int count)
{
	int k = 0;
	for (; k + 4 <= count; k += 4) {
		const uint32_t *at = place + k;
		bool same = at[0] == at[1] && at[0] == at[2] && at[0] == at[3];
		for (int c = 0; c < width; c += 4) {
			rows_narrow person[4];
			rows_turn(column + c, k, person);
			if (same)
				rows_add_four(rows + c, at, person, true);
			else
				rows_add_four(rows + c, at, person, false);
		}
	}
	for (; k < count; k++)
		for (int c = 0; c < width; c++)
			rows[place[k] + (uint32_t)c] += (double)column[c][k];
}

#endif
