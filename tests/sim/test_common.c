// Common random numbers: a lever changed at week t changes nothing before t, and after it only whom it can
// have reached.
#include "support/town.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { CHANGED = 20 };

static struct config config, touched;

static void before_the_change_all_is_the_same_and_after_it_something_is_not(void **state)
{
	const struct { int unit, param; double value; } levers[] = {
		{ CONFIG_UNIT_ALL, PARAM_KERBS_ROOM, 0.8 }, { 2, PARAM_LEADERSHIP_COACHING, 0.9 },
		{ CONFIG_UNIT_ALL, PARAM_POOL_SHARE, 0.3 }, { CONFIG_UNIT_ALL, PARAM_POLITICS_PROMISE, 1 },
		{ CONFIG_UNIT_ALL, PARAM_MECHANISMS_INFLUENCE, 0 }, { CONFIG_UNIT_ALL, PARAM_DEMAND_COMPLEX_SHARE, 0.5 },
	};
	for (size_t k = 0; k < sizeof levers / sizeof *levers; k++) {
		town_full(&config, 160);
		town_full(&touched, 160);
		town_plan(&touched, CHANGED, levers[k].unit, levers[k].param, levers[k].value);
		struct sim *a = town_open(&config, 1), *b = town_open(&touched, 1);
		for (int week = -7; week <= CHANGED; week++) {
			town_run(a, week);
			town_run(b, week);
			assert_true(sim_digest(a) == sim_digest(b));
		}
		town_run(a, CHANGED + 15);
		town_run(b, CHANGED + 15);
		bool same = memcmp(a->measure, b->measure, (size_t)a->unit_count * MEASURE_COUNT * sizeof *a->measure) == 0;
		if (same)
			fail_msg("%s moves no measure", param_table[levers[k].param].name);
		sim_destroy(a);
		sim_destroy(b);
		config_clear(&config);
		config_clear(&touched);
	}
}

static void a_change_from_outside_is_the_same_as_one_in_the_plan(void **state)
{
	town_full(&config, 160);
	town_full(&touched, 160);
	town_plan(&touched, CHANGED, 3, PARAM_KERBS_ROOM, 0.1);
	struct sim *a = town_open(&config, 1), *b = town_open(&touched, 1);
	town_run(a, CHANGED);
	assert_true(sim_change(a, &(struct change){ .kind = CHANGE_SET, .unit = 3, .param = PARAM_KERBS_ROOM, .value = 0.1 }));
	town_run(a, CHANGED + 30);
	town_run(b, CHANGED + 30);
	assert_true(sim_digest(a) == sim_digest(b));
	sim_destroy(a);
	sim_destroy(b);
	config_clear(&config);
	config_clear(&touched);
}

// Four departments with no work in common: no pool, no complex work, no hires or moves, no society, no ties across.
static void separate(struct config *out)
{
	const int off[] = { PARAM_MECHANISMS_TRUST, PARAM_MECHANISMS_PROMISES, PARAM_MECHANISMS_PARTNERS,
		PARAM_MECHANISMS_HIRES, PARAM_MECHANISMS_MOVES, PARAM_MECHANISMS_POOL_MOVES };
	town_make(out, 4, 40);
	for (size_t k = 0; k < sizeof off / sizeof *off; k++)
		town_set(out, off[k], 0);
	town_set(out, PARAM_DEMAND_COMPLEX_SHARE, 0);
	town_set(out, PARAM_TIES_MEET, 0);
}

// Some from the third department know some of the first; the fourth knows people of the third.
static void tie_across(struct sim *sim)
{
	for (uint32_t i = 0; i < 6; i++) {
		sim->staff.ties[(80 + i * 5) * STAFF_TIES] = i * 3;
		sim->staff.ties[(120 + i * 5) * STAFF_TIES] = 80 + i * 4;
	}
	town_look(sim);
}

// Whoever knows somebody reached, or works where somebody is reached, may be reached.
static void spread_reach(const struct sim *sim, bool *person, bool *unit)
{
	for (bool more = true; more;) {
		more = false;
		for (int i = 0; i < sim->staff.slots; i++) {
			bool reached = person[i] || (sim->staff.unit[i] != STAFF_VACANT && unit[sim->staff.unit[i]]);
			for (int k = 0; k < STAFF_TIES; k++)
				reached |= person[sim->staff.ties[i * STAFF_TIES + k]];
			if (reached && !person[i]) {
				person[i] = more = true;
				if (sim->staff.unit[i] != STAFF_VACANT)
					unit[sim->staff.unit[i]] = true;
			}
		}
	}
}

static void assert_same_person(const struct sim *a, const struct sim *b, int i)
{
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		size_t size = staff_type_size(column->type) * (size_t)column->per_person;
		const char *x = staff_data(&a->staff, column), *y = staff_data(&b->staff, column);
		if (memcmp(x + (size_t)i * size, y + (size_t)i * size, size) != 0)
			fail_msg("week %d: %s of person %d of unit %d differs, whom nothing can have reached", sim_week(a), column->name, i, a->staff.unit[i]);
	}
}

static int persons_unreached(bool cross)
{
	separate(&config);
	separate(&touched);
	town_plan(&touched, CHANGED, 1, PARAM_KERBS_ROOM, 0.9);
	town_plan(&touched, CHANGED, 1, PARAM_LEADERSHIP_COACHING, 0.9);
	town_plan(&touched, CHANGED, 1, PARAM_SCHARRELTIJD_SHARE, 0.2);
	struct sim *a = town_open(&config, 1), *b = town_open(&touched, 1);
	bool person[160] = { false }, unit[5] = { false };
	int unreached = 0, moved = 0;
	if (cross) {
		tie_across(a);
		tie_across(b);
	}
	town_run(a, CHANGED);
	town_run(b, CHANGED);
	assert_true(sim_digest(a) == sim_digest(b));
	unit[1] = true;
	for (int week = CHANGED; week <= CHANGED + 60; week++) {
		spread_reach(a, person, unit);
		spread_reach(b, person, unit);
		town_run(a, week + 1);
		town_run(b, week + 1);
		for (int i = 0; i < a->staff.slots; i++)
			if (!person[i])
				assert_same_person(a, b, i);
	}
	for (int i = 0; i < a->staff.slots; i++) {
		unreached += !person[i];
		moved += a->staff.mindset[i] != b->staff.mindset[i];
	}
	assert_true(moved >= 40);
	sim_destroy(a);
	sim_destroy(b);
	config_clear(&config);
	config_clear(&touched);
	return unreached;
}

static void other_departments_are_untouched_without_ties_across(void **state)
{
	assert_int_equal(persons_unreached(false), 120);
}

static void ties_across_carry_it_no_further_than_they_reach(void **state)
{
	assert_int_equal(persons_unreached(true), 40);  // the second department knows nobody
}

static void another_seed_gives_another_town(void **state)
{
	town_make(&config, 2, 30);
	struct sim *a = town_open(&config, 1);
	config.seed = 2;
	struct sim *b = town_open(&config, 1);
	int same = 0;
	for (int i = 0; i < 60; i++)
		same += a->staff.mindset[i] == b->staff.mindset[i];
	assert_true(same < 5);
	sim_destroy(a);
	sim_destroy(b);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_the_change_all_is_the_same_and_after_it_something_is_not),
		cmocka_unit_test(a_change_from_outside_is_the_same_as_one_in_the_plan),
		cmocka_unit_test(other_departments_are_untouched_without_ties_across),
		cmocka_unit_test(ties_across_carry_it_no_further_than_they_reach),
		cmocka_unit_test(another_seed_gives_another_town),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
