// An imported staff: there at the start as told, after any warm-up; small units withheld, and what would give them away.
#include "mem.h"
#include "sim/state.h"

#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct err err;

// Departments of these sizes; those of five and more have people.
static void make(struct config *config, const int *staff, int count)
{
	town_make(config, count, 10);
	config->imported = true;
	config->staff_hash = 7;
	config->warm_up_weeks = 52;
	for (int d = 0; d < count; d++) {
		struct department *department = &config->department[d];
		department->staff = staff[d];
		if (staff[d] < 5)
			continue;
		department->people = mem_new((size_t)staff[d], sizeof *department->people);
		assert_non_null(department->people);
		department->has_roles = staff[d] <= 40;
		for (int i = 0; i < staff[d]; i++)
			department->people[i] = (struct person){ (uint16_t)(1600 + 31 * (i % 40)), (uint16_t)(3 * (i % 40)), (uint8_t)(i % 3 ? 100 : 67), i == 2 };
		if (!department->has_roles)
			continue;
		department->setting[PARAM_LEADERSHIP_SPAN] = staff[d] > 5 ? staff[d] - 1 : 5;
		department->setting[PARAM_LEADERSHIP_HOURS] = 0.5;
	}
}

static void the_plan_begins_with_the_people_of_the_file(void **state)
{
	struct config config;
	make(&config, (int[]){ 30, 24 }, 2);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 0);
	assert_int_equal(sim_staff(sim), 54);
	for (int d = 0, slot = 0; d < 2; d++)
		for (int i = 0; i < config.department[d].staff; i++, slot++) {
			const struct person *person = &config.department[d].people[i];
			assert_int_equal(sim->staff.unit[slot], d + 1);
			assert_int_equal(sim->staff.age[slot], person->age_weeks);
			assert_int_equal(sim->staff.service[slot], person->service_weeks);
			assert_int_equal(sim->staff.hours[slot], person->hours);
			assert_int_equal(sim->staff.manager[slot], person->manager);
			assert_true(sim->staff.tenure[slot] <= person->service_weeks);
		}
	town_run(sim, 1);
	assert_int_equal(sim->staff.age[0], config.department[0].people[0].age_weeks + 1);
	town_run(sim, 156);
	assert_true(sim_totals(sim).left > 0 && sim_totals(sim).hired > 0);
	sim_destroy(sim);
	config_clear(&config);
}

static void what_the_file_leaves_out_is_drawn_to_fit(void **state)
{
	struct config config;
	make(&config, (int[]){ 400 }, 1);
	for (int i = 0; i < 400; i++) {
		struct person *person = &config.department[0].people[i];
		*person = (struct person){ i % 2 ? 2600 : CONFIG_UNKNOWN, i % 2 ? CONFIG_UNKNOWN : 1040, 0, false };
	}
	config.department[0].has_roles = false;
	config.department[0].setting[PARAM_LEADERSHIP_SPAN] = NAN;
	struct sim *sim = town_open(&config, 1);
	double age = 0, service = 0;
	int managers = 0, different = 0;
	for (int i = 0; i < 400; i++) {
		assert_true(i % 2 ? sim->staff.age[i] == 2600 : sim->staff.service[i] == 1040);
		assert_true(sim->staff.service[i] <= sim->staff.age[i] - 14 * 52 + 1);
		age += i % 2 ? 0 : sim->staff.age[i] / 52.0 / 200;
		service += i % 2 ? sim->staff.service[i] / 52.0 / 200 : 0;
		managers += sim->staff.manager[i];
		different += sim->staff.service[i] != sim->staff.service[1];
	}
	assert_true(age > 45 && age < 62);       // who has been there for twenty years
	assert_true(service > 5 && service < 22);  // who is fifty
	assert_true(managers == model_managers(400, 16) && different > 300);
	sim_destroy(sim);
	config_clear(&config);
}

static void the_same_bits_at_any_thread_count(void **state)
{
	struct config config;
	make(&config, (int[]){ 2000, 700, 4 }, 3);
	config.warm_up_weeks = 3;
	struct sim *one = town_open(&config, 1), *many = town_open(&config, 4);
	town_run(one, 8);
	town_run(many, 8);
	assert_true(sim_digest(one) == sim_digest(many));
	sim_destroy(one);
	sim_destroy(many);
	config_clear(&config);
}

// ---- what is withheld

static void withheld(const int *staff, int count, const char *wanted)
{
	struct config config;
	make(&config, staff, count);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 0);
	for (int u = 1; u <= count; u++) {
		if (sim_withheld(sim, u) != (wanted[u - 1] == 'x'))
			fail_msg("department %d of %s", u, wanted);
		for (int id = 0; id < MEASURE_COUNT; id++)
			assert_true(!sim_withheld(sim, u) || isnan(sim_measure(sim, u, id)));
		assert_true(sim_withheld(sim, u) || sim_measure(sim, u, MEASURE_STAFF) == staff[u - 1]);
	}
	assert_true(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_STAFF) >= 10);
	sim_destroy(sim);
	config_clear(&config);
}

static void small_units_are_withheld_and_what_would_give_them_away(void **state)
{
	withheld((int[]){ 20, 5, 9 }, 3, "...");
	withheld((int[]){ 20, 4, 9, 12 }, 4, ".xx.");    // the next smallest too
	withheld((int[]){ 4, 3, 9, 12 }, 4, "xx..");     // seven together
	withheld((int[]){ 2, 2, 9, 6 }, 4, "xx.x");      // four together: too few
	withheld((int[]){ 1, 1, 1, 2, 30 }, 5, "xxxx.");
	withheld((int[]){ 4, 30 }, 2, "xx");
	withheld((int[]){ 12 }, 1, ".");
}

static void a_made_up_staff_withholds_nothing(void **state)
{
	struct config config;
	make(&config, (int[]){ 20, 4, 9 }, 3);
	config.imported = false;
	struct sim *sim = town_open(&config, 1);
	assert_false(sim_withheld(sim, 2));
	assert_true(sim_measure(sim, 2, MEASURE_STAFF) == 4);
	assert_true(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_POOL_SHARE) == 0);
	sim_destroy(sim);
	config_clear(&config);
}

// People leave and nobody comes.
static void a_unit_that_gets_small_is_withheld_then(void **state)
{
	struct config config;
	make(&config, (int[]){ 6, 40, 30 }, 3);
	town_set(&config, PARAM_EXITS_RATE, 0.02);
	town_set(&config, PARAM_EXITS_ENTRANT, 0.02);
	town_set(&config, PARAM_MECHANISMS_HIRES, 0);
	town_set(&config, PARAM_MECHANISMS_MOVES, 0);
	struct sim *sim = town_open(&config, 1);
	int small = 0, large = 0;
	for (int week = 0; week < 80; week++) {
		town_run(sim, week);
		bool few = sim->member[(size_t)1 * SUM_COUNT + SUM_STAFF] < 5;
		assert_true(sim_withheld(sim, 1) == few && isnan(sim_measure(sim, 1, MEASURE_MINDSET)) == few);
		assert_true(sim_withheld(sim, 3) == few || sim->member[(size_t)3 * SUM_COUNT + SUM_STAFF] < 5);
		small += few;
		large += !few;
	}
	assert_true(small > 0 && large > 0);
	sim_destroy(sim);
	config_clear(&config);
}

static void a_small_pool_is_withheld_with_its_share(void **state)
{
	struct config config;
	make(&config, (int[]){ 16, 40, 30 }, 3);
	town_set(&config, PARAM_POOL_SHARE, 0.04);
	struct sim *sim = town_open(&config, 1);
	int small = 0;
	for (int week = -40; week < 20; week++) {
		town_run(sim, week);
		double pool = sim->member[SUM_STAFF];
		if (pool < 1 || pool >= 5)
			continue;
		assert_true(sim_withheld(sim, CONFIG_POOL) && sim_withheld(sim, 1));
		assert_true(isnan(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_POOL_SHARE)) && isnan(sim_measure(sim, CONFIG_POOL, MEASURE_STAFF)));
		small++;
	}
	assert_true(small > 10);
	sim_destroy(sim);
	config_clear(&config);
}

static void a_save_of_another_staff_file_is_refused(void **state)
{
	struct config config;
	make(&config, (int[]){ 20, 4, 9 }, 3);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 0);
	struct bytes bytes;
	assert_true(state_save(sim, &bytes, &err));
	struct sim *again = state_load(&config, bytes.data, bytes.count, 1, "saved", &err);
	assert_non_null(again);
	assert_true(sim_digest(again) == sim_digest(sim) && sim_withheld(again, 2) && sim_withheld(again, 3));
	sim_destroy(again);
	config.staff_hash = 8;
	err_clear(&err);
	assert_null(state_load(&config, bytes.data, bytes.count, 1, "saved", &err));
	assert_string_equal(err.text[LANG_EN], "saved: saved with another staff file (hash 0000000000000007; this scenario has 0000000000000008; 0 is no file)\n");
	assert_string_equal(err.text[LANG_NL],
		"saved: opgeslagen met een ander personeelsbestand (controlegetal 0000000000000007; dit scenario heeft 0000000000000008; 0 is geen bestand)\n");
	mem_free(bytes.data);
	sim_destroy(sim);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_plan_begins_with_the_people_of_the_file),
		cmocka_unit_test(what_the_file_leaves_out_is_drawn_to_fit),
		cmocka_unit_test(the_same_bits_at_any_thread_count),
		cmocka_unit_test(small_units_are_withheld_and_what_would_give_them_away),
		cmocka_unit_test(a_made_up_staff_withholds_nothing),
		cmocka_unit_test(a_unit_that_gets_small_is_withheld_then),
		cmocka_unit_test(a_small_pool_is_withheld_with_its_share),
		cmocka_unit_test(a_save_of_another_staff_file_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
