// Programmes: who sits with whom, and when.
#include "support/town.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { DEPARTMENTS = 4, STAFF = 48, GROUP = 12, WEEKS = DEPARTMENTS * STAFF / GROUP };

// A group a week for everybody, four groups a department.
static struct sim *teach(struct config *config, bool mixed)
{
	town_make(config, DEPARTMENTS, STAFF);
	town_only(config, -1);
	int index = town_programme(config, "training", 0);
	config->programme[index].weeks = WEEKS;
	config->programme[index].coverage = 1;
	config->programme[index].group_size = GROUP;
	config->programme[index].mixed = mixed;
	return town_open(config, 1);
}

static int trained_in(const struct sim *sim, int unit)
{
	int count = 0;
	for (int i = 0; i < sim->staff.slots; i++)
		count += sim->staff.unit[i] == unit && sim->staff.trained[i];
	return count;
}

static void groups_that_are_not_mixed_go_through_the_departments(void **state)
{
	struct config config;
	struct sim *sim = teach(&config, false);
	for (int done = 1; done <= DEPARTMENTS; done++) {
		town_run(sim, done * WEEKS / DEPARTMENTS);
		for (int unit = 1; unit <= DEPARTMENTS; unit++)
			assert_int_equal(trained_in(sim, unit), unit <= done ? STAFF : 0);
	}
	sim_destroy(sim);
	config_clear(&config);
}

static void mixed_groups_are_drawn_from_all_departments(void **state)
{
	struct config config;
	struct sim *sim = teach(&config, true);
	town_run(sim, WEEKS / DEPARTMENTS);
	for (int unit = 1; unit <= DEPARTMENTS; unit++)
		assert_in_range(trained_in(sim, unit), 1, STAFF - 1);
	town_run(sim, WEEKS);
	for (int unit = 1; unit <= DEPARTMENTS; unit++)
		assert_int_equal(trained_in(sim, unit), STAFF);
	sim_destroy(sim);
	config_clear(&config);
}

static void each_takes_part_once(void **state)
{
	for (int mixed = 0; mixed < 2; mixed++) {
		struct config config;
		struct sim *sim = teach(&config, mixed);
		town_run(sim, 2 * WEEKS);
		assert_int_equal(sim_totals(sim).trained, DEPARTMENTS * STAFF);
		assert_int_equal(sim_totals(sim).groups, WEEKS);
		sim_destroy(sim);
		config_clear(&config);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups_that_are_not_mixed_go_through_the_departments),
		cmocka_unit_test(mixed_groups_are_drawn_from_all_departments),
		cmocka_unit_test(each_takes_part_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
