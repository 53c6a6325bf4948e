// The causes of a change of mindset add up to it, and where a mechanism is off its term is nought: above all that of
// colleagues, which is what no other term explains.
#include "sim/cause.h"
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { PEOPLE = 160, WEEKS = 45 };

// Lives a few weeks; puts the largest absolute sum of each term over people in `most`.
static void live(struct sim *sim, int weeks, double most[CAUSE_COUNT])
{
	static struct cause_before before[PEOPLE];
	static uint32_t id[PEOPLE];
	memset(most, 0, CAUSE_COUNT * sizeof *most);
	for (int w = 0; w < weeks; w++) {
		for (int i = 0; i < PEOPLE; i++) {
			before[i] = (struct cause_before){ sim->staff.mindset[i], sim->staff.boost[i], sim->staff.anchor[i], sim->staff.unit[i] };
			id[i] = sim->staff.id[i];
		}
		town_run(sim, sim_week(sim) + 1);
		for (uint32_t i = 0; i < PEOPLE; i++) {
			double term[CAUSE_COUNT], sum = 0;
			bool decreed = before[i].unit != sim->staff.unit[i];
			if (before[i].unit == STAFF_VACANT || sim->staff.unit[i] == STAFF_VACANT || id[i] != sim->staff.id[i] || decreed)
				continue;
			cause_of(sim, i, &before[i], term);
			for (int c = 0; c < CAUSE_COUNT; c++) {
				sum += term[c];
				most[c] = fmax(most[c], fabs(term[c]));
			}
			double change = (double)(sim->staff.mindset[i] + sim->staff.boost[i]) - (double)(before[i].mindset + before[i].boost);
			assert_true(fabs(sum - change) < 1e-6);
		}
	}
}

static void causes_add_up_and_all_occur(void **state)
{
	struct config config;
	double most[CAUSE_COUNT];
	town_full(&config, PEOPLE);
	struct sim *sim = town_open(&config, 1);
	live(sim, WEEKS, most);
	for (int c = 0; c < CAUSE_COUNT; c++)
		assert_true(most[c] > 1e-4);
	sim_destroy(sim);
	config_clear(&config);
}

static void without_influence_colleagues_do_nothing(void **state)
{
	struct config config;
	double most[CAUSE_COUNT];
	town_full(&config, PEOPLE);
	town_set(&config, PARAM_MECHANISMS_INFLUENCE, 0);
	struct sim *sim = town_open(&config, 1);
	live(sim, WEEKS, most);
	assert_true(most[CAUSE_COLLEAGUES] < 1e-6);
	assert_true(most[CAUSE_EXPERIENCE] > 1e-4);
	sim_destroy(sim);
	config_clear(&config);
}

static void what_is_off_is_no_cause(void **state)
{
	static const struct { int mechanism; enum cause cause; } rows[] = {
		{ PARAM_MECHANISMS_EXPERIENCE, CAUSE_EXPERIENCE }, { PARAM_MECHANISMS_LEADER, CAUSE_LEADER }, { PARAM_MECHANISMS_CONTEXT, CAUSE_CONTEXT },
		{ PARAM_MECHANISMS_ANCHOR, CAUSE_DISPOSITION }, { PARAM_MECHANISMS_STRAIN, CAUSE_STRAIN },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct config config;
		double most[CAUSE_COUNT];
		town_full(&config, PEOPLE);
		town_set(&config, PARAM_MECHANISMS_INFLUENCE, 0);
		town_set(&config, rows[i].mechanism, 0);
		struct sim *sim = town_open(&config, 1);
		live(sim, 20, most);
		assert_true(most[rows[i].cause] == 0);
		assert_true(most[CAUSE_COLLEAGUES] < 1e-6);
		sim_destroy(sim);
		config_clear(&config);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(causes_add_up_and_all_occur),
		cmocka_unit_test(without_influence_colleagues_do_nothing),
		cmocka_unit_test(what_is_off_is_no_cause),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
