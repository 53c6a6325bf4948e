// Counting afresh.
#include "support/fresh.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// All that is summed of one person, read column by column: no more code in common with the model than need be.
static void add_person(const struct staff *s, int i, double *row)
{
	float x = s->mindset[i] + s->boost[i], m = x < 0 ? 0 : x > 1 ? 1 : x, content = s->skill[ROLE_CONTENT][i];
	float others = s->skill[ROLE_DIRECT][i] + s->skill[ROLE_BUDGET][i] + s->skill[ROLE_POLITICAL][i] + s->skill[ROLE_NETWORK][i];
	bool reaches = 0.45f + 0.8f * content * assignment_carry(s->breadth[i]) >= 0.8f * (0.45f + 0.8f * content);
	const double value[SUM_COUNT] = {
		[SUM_STAFF] = 1, [SUM_M] = (double)m, [SUM_M_SQUARED] = (double)(m * m), [SUM_GROWTH] = m >= 0.5f, [SUM_OWNERSHIP] = (double)s->ownership[i],
		[SUM_ALLIANCE] = (double)s->alliance[i], [SUM_VOICE] = (double)s->voice[i], [SUM_ENGAGEMENT] = (double)s->engagement[i],
		[SUM_AUTONOMY] = (double)s->autonomy[i], [SUM_MEANING] = (double)s->meaning[i], [SUM_FIT] = (double)s->fit[i],
		[SUM_STRAIN] = (double)s->strain[i], [SUM_SKILL] = (double)(0.2f * (content + others)), [SUM_CONTENT] = (double)content,
		[SUM_NETWORK] = (double)s->skill[ROLE_NETWORK][i], [SUM_DATA] = (double)s->data[i], [SUM_BREADTH] = (double)s->breadth[i],
		[SUM_CROSS] = s->crossing[i] & 15, [SUM_TIES] = s->crossing[i] >> 4, [SUM_FEEDBACK] = (double)s->feedback[i], [SUM_AGE] = s->age[i],
		[SUM_REACH] = reaches, [SUM_ENTRANTS] = s->service[i] < 156, [SUM_MANAGERS] = s->manager[i], [SUM_MANAGER_M] = s->manager[i] * (double)m,
	};
	for (int k = 0; k < SUM_COUNT; k++)
		row[k] += value[k];
}

void fresh_sums(const struct sim *sim, const char *where)
{
	double *sum = calloc((size_t)sim->unit_count * SUM_COUNT, sizeof *sum);
	assert_non_null(sum);
	for (int i = 0; i < sim->staff.slots; i++)
		if (sim->staff.unit[i] != STAFF_VACANT)
			add_person(&sim->staff, i, sum + sim->staff.unit[i] * SUM_COUNT);
	for (int k = 0; k < sim->unit_count * SUM_COUNT; k++)
		if (!(fabs(sum[k] - sim->member[k]) < 1e-9))
			fail_msg("%s, week %d: sum %d of unit %d is %.12g; counted afresh it is %.12g", where, sim_week(sim), k % SUM_COUNT,
			         k / SUM_COUNT, sim->member[k], sum[k]);
	free(sum);
}

void fresh_order(const struct sim *sim)
{
	size_t bytes = (size_t)model_staff(sim) * sizeof *sim->order;
	uint32_t *was = malloc(bytes), from[2 * MODEL_UNITS + 1];
	assert_non_null(was);
	memcpy(was, sim->order, bytes);
	memcpy(from, sim->order_from, sizeof from);
	struct sim again = *sim;
	account_order(&again);
	assert_memory_equal(was, sim->order, bytes);
	assert_memory_equal(from, again.order_from, sizeof from);
	assert_int_equal(from[2 * MODEL_UNITS], model_staff(sim));
	free(was);
}

// ---- places, each rule read off the columns alone

#define HOLDS(condition) \
	do { \
		if (!(condition)) \
			fail_msg("%s, week %d, slot %d: %s", where, sim_week(sim), i, #condition); \
	} while (0)

static void seats_are_held_from_both_sides(const struct sim *sim, const char *where, int i)
{
	int assignments = 0;
	for (int k = 0; k < STAFF_SEATS; k++) {
		uint32_t held = sim->staff.seats[i * STAFF_SEATS + k];
		if (held == STAFF_NO_SEAT)
			continue;
		HOLDS(sim->staff.unit[i] != STAFF_VACANT);
		HOLDS((int)(held >> 4) < sim->assignments.capacity);
		HOLDS(sim->assignments.record[held >> 4].seat[held & 15] == (uint32_t)i);
		assignments += k != STAFF_GIG_SEAT;
	}
	HOLDS(sim->staff.unit[i] == STAFF_VACANT || sim->staff.load[i] == assignments);
}

static void nobody_is_there_twice(const struct sim *sim, const char *where, int i)
{
	for (int other = 0; other < i; other++)
		HOLDS(sim->staff.unit[other] == STAFF_VACANT || sim->staff.id[other] != sim->staff.id[i]);
}

void fresh_places(const struct sim *sim, const char *where)
{
	int vacant = 0, i = 0;
	double posts = 0, planned = 0;
	for (i = 0; i < sim->staff.slots; i++) {
		bool there = sim->staff.unit[i] != STAFF_VACANT;
		vacant += !there;
		HOLDS(!there || sim->staff.unit[i] < sim->unit_count);
		HOLDS(there || sim->staff.manager[i] == 0);
		for (int k = 0; k < STAFF_TIES; k++)
			HOLDS(sim->staff.ties[i * STAFF_TIES + k] < (uint32_t)sim->staff.slots);
		seats_are_held_from_both_sides(sim, where, i);
		if (there)
			nobody_is_there_twice(sim, where, i);
	}
	HOLDS(vacant == (int)sim->vacant_count);
	for (uint32_t n = 0; n < sim->vacant_count; n++) {
		i = (int)sim->vacant[(sim->vacant_first + n) % (uint32_t)sim->staff.slots];
		HOLDS(sim->staff.unit[i] == STAFF_VACANT);
	}
	for (int u = 0; u < sim->unit_count; u++)
		posts += sim->unit[u].posts;
	for (int d = 0; d < sim->config->department_count; d++)
		planned += sim->config->department[d].staff;
	HOLDS(fabs(posts - planned) < 1e-6);
}
