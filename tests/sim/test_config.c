// Configs and the tables behind them: every row is whole, every key is found, and what cannot be is told.
#include "sim/config.h"

#include "mem.h"

#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct err err;

static void every_setting_has_a_name_a_range_and_words(void **state)
{
	for (int id = 0; id < PARAM_COUNT; id++) {
		const struct param *row = &param_table[id];
		assert_non_null(row->name);
		assert_int_equal(param_find(row->name), id);  // so names are unique
		assert_non_null(strchr(row->name, '.'));
		assert_true(row->min <= row->max);
		if (row->kind != PARAM_DEPARTMENT)  // those have no default
			assert_true(row->value >= row->min && row->value <= row->max);
		assert_true(row->unit && *row->unit && row->source && *row->source);
		assert_true(row->help.nl && *row->help.nl && row->help.en && *row->help.en);
		if (row->type != PARAM_REAL)
			assert_true(row->value == floor(row->value));
		if (row->type == PARAM_SWITCH)
			assert_true(row->min == 0 && row->max == 1);
	}
	assert_int_equal(param_find("kerbs.rooms"), -1);
}

static void every_measure_has_a_name_and_words(void **state)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *row = &measure_table[id];
		assert_int_equal(measure_find(row->name), id);
		assert_true(row->min < row->max && row->unit && *row->unit);
		assert_true(row->label.nl && *row->label.nl && row->label.en && *row->label.en);
		assert_true(row->help.nl && *row->help.nl && row->help.en && *row->help.en);
	}
	assert_int_equal(measure_find("mood"), -1);
}

static void every_column_starts_in_its_range(void **state)
{
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		assert_int_equal(staff_find_column(column->name), c);
		assert_true(column->per_person > 0 && column->min < column->max);
		assert_true(isnan(column->initial) || (column->initial >= column->min && column->initial <= column->max));
		assert_true(column->help.nl && *column->help.nl && column->help.en && *column->help.en);
	}
	assert_int_equal(staff_find_column("mood"), -1);
}

static void the_defaults_can_be_lived_with(void **state)
{
	struct config config;
	town_make(&config, 1, 10);
	assert_true(config_check(&config, "test", &err));
	for (int id = 0; id < PARAM_COUNT; id++)
		assert_true(config_value(&config, 1, id) == param_table[id].value);
	config_clear(&config);
	assert_int_equal(config.department_count, 0);
}

static void a_setting_takes_its_whole_range_and_nothing_outside_it(void **state)
{
	struct config config;
	town_make(&config, 2, 10);
	for (int id = 0; id < PARAM_COUNT; id++) {
		const struct param *row = &param_table[id];
		err_clear(&err);
		if (!param_settable(id)) {
			assert_false(config_set(&config, row->name, row->value, "--set", &err));
			assert_int_equal(err.count, 1);
			continue;
		}
		assert_true(config_set(&config, row->name, row->min, "--set", &err));
		assert_true(config_set(&config, row->name, row->max, "--set", &err));
		assert_true(config_value(&config, 0, id) == row->max && config_value(&config, 2, id) == row->max);
		const double wrong[] = { row->min - 0.5, row->max + 0.5, NAN, INFINITY, -INFINITY };
		for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
			err_clear(&err);
			assert_false(config_set(&config, row->name, wrong[k], "--set", &err));
			assert_int_equal(err.count, 1);
			assert_non_null(strstr(err.text[LANG_EN], row->name));
			assert_non_null(strstr(err.text[LANG_NL], "--set"));
		}
		assert_int_equal(config_set(&config, row->name, row->min + 0.5, "--set", &err),
		                 row->type == PARAM_REAL && row->min + 0.5 <= row->max);
	}
	config_clear(&config);
}

static void a_unit_has_its_own_value_until_all_get_another(void **state)
{
	struct config config;
	town_make(&config, 2, 10);
	assert_true(config_set(&config, "departments.d2.kerbs.room", 0.9, "--set", &err));
	assert_true(config_set(&config, "pool.kerbs.room", 0.1, "--set", &err));
	assert_true(config_value(&config, 1, PARAM_KERBS_ROOM) == param_table[PARAM_KERBS_ROOM].value);
	assert_true(config_value(&config, 2, PARAM_KERBS_ROOM) == 0.9);
	assert_true(config_value(&config, CONFIG_POOL, PARAM_KERBS_ROOM) == 0.1);
	assert_true(config_set(&config, "kerbs.room", 0.5, "--set", &err));
	for (int unit = 0; unit <= 2; unit++)
		assert_true(config_value(&config, unit, PARAM_KERBS_ROOM) == 0.5);
	config_clear(&config);
}

static void assert_told(bool done, const char *word)
{
	assert_false(done);
	assert_true(err.count > 0);
	if (!strstr(err.text[LANG_EN], word))
		fail_msg("`%s` says nothing of %s", err.text[LANG_EN], word);
	assert_true(err.text[LANG_NL][0] != '\0');
	err_clear(&err);
}

static void a_key_that_is_wrong_is_told_with_the_nearest_name(void **state)
{
	struct config config;
	town_make(&config, 2, 10);
	err_clear(&err);
	assert_told(config_set(&config, "kerbs.rom", 0.5, "--set", &err), "kerbs.room");
	assert_told(config_set(&config, "departments.d3.kerbs.room", 0.5, "--set", &err), "unknown department");
	assert_told(config_set(&config, "departments.d2", 0.5, "--set", &err), "missing");
	assert_told(config_set(&config, "departments.d2.pool.share", 0.5, "--set", &err), "whole organisation");
	assert_told(config_set(&config, "", 0.5, "--set", &err), "unknown setting");
	assert_told(config_set(&config, "departments.", 0.5, "--set", &err), "unknown department");
	assert_told(config_set(&config, "departments.an_id_that_is_far_longer_than_any_id_may_be.kerbs.room", 0.5, "--set", &err), "unknown department");
	config_clear(&config);
}

static void what_cannot_be_is_refused(void **state)
{
	struct config config;
	err_clear(&err);
	config_init(&config);
	assert_told(config_check(&config, "test", &err), "departments");
	assert_null(sim_create(&config, 1, &err));
	err_clear(&err);
	town_make(&config, 1, 9);
	assert_told(config_check(&config, "test", &err), "staff");
	config.department[0].staff = 20000000;
	assert_told(config_check(&config, "test", &err), "staff");
	config_clear(&config);
	town_make(&config, 2, 10);
	config.department[1].id[1] = '1';
	assert_told(config_check(&config, "test", &err), "twice");
	config.department[1].id[1] = '2';
	config.department[0].organisation = 2;
	assert_told(config_check(&config, "test", &err), "organisation");
	config.department[0].organisation = 0;
	config.setting[PARAM_LEADERSHIP_HOURS] = 5;
	assert_told(config_check(&config, "test", &err), "leadership.hours");
	config.setting[PARAM_LEADERSHIP_HOURS] = 1;
	config.setting[PARAM_COMPLEX_COMPLEXITY_MIN] = 0.95;
	assert_told(config_check(&config, "test", &err), "complexity_min");
	config.setting[PARAM_COMPLEX_COMPLEXITY_MIN] = 0.1;
	config.department[1].setting[PARAM_KERBS_ROOM] = 2;
	assert_told(config_check(&config, "test", &err), "kerbs.room");
	config.department[1].setting[PARAM_KERBS_ROOM] = 1;
	assert_true(config_check(&config, "test", &err));
	config_clear(&config);
}

static void a_plan_that_points_at_nothing_is_refused(void **state)
{
	struct config config;
	const struct change wrong[] = {
		{ .week = -1, .kind = CHANGE_SET, .unit = 1, .param = PARAM_KERBS_ROOM, .value = 0.5 },
		{ .week = 1, .kind = CHANGE_SET, .unit = 3, .param = PARAM_KERBS_ROOM, .value = 0.5 },
		{ .week = 1, .kind = CHANGE_SET, .unit = 1, .param = PARAM_COUNT, .value = 0.5 },
		{ .week = 1, .kind = CHANGE_SET, .unit = 1, .param = PARAM_KERBS_ROOM, .value = 1.5 },
		{ .week = 1, .kind = CHANGE_PROGRAMME_START, .unit = 1, .programme = 0 },
	};
	for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
		town_make(&config, 2, 10);
		assert_true(config_reserve_plan(&config, 1, 0, NULL));
		config.change[config.change_count++] = wrong[k];
		err_clear(&err);
		assert_false(config_check(&config, "test", &err));
		assert_int_equal(err.count, 1);
		config_clear(&config);
	}
}

// Written by hand, a stream or a programme can be anything: zeros would be divided by.
static void streams_and_programmes_outside_their_ranges_are_refused(void **state)
{
	int missed = 0;
	for (int kind = 0; kind < 9; kind++) {
		struct config config;
		town_make(&config, 2, 10);
		town_programme(&config, "training", 1);
		struct stream *stream = &config.department[1].stream[0];
		struct programme *programme = &config.programme[0];
		switch (kind) {
		case 0: stream->hours = 0; break;
		case 1: stream->occupancy = -1; break;
		case 2: stream->weight = -1; break;
		case 3: stream->term_weeks = NAN; break;
		case 4: programme->weeks = 0; break;
		case 5: programme->group_size = 0; break;
		case 6: programme->coverage = 2; break;
		case 7: programme->content[0] = NAN; break;
		case 8: config.warm_up_weeks = -1; break;
		}
		err_clear(&err);
		if (config_check(&config, "test", &err)) {
			print_message("mistake %d was let through\n", kind);
			missed++;
		}
		config_clear(&config);
	}
	assert_int_equal(missed, 0);
}

static void a_plan_is_sorted_by_week_and_keeps_its_order_within_one(void **state)
{
	struct config config;
	town_make(&config, 1, 10);
	const int weeks[] = { 5, 1, 5, 3, 1, 0 };
	assert_true(config_reserve_plan(&config, 6, 0, NULL));
	for (int k = 0; k < 6; k++)
		config.change[config.change_count++] = (struct change){ .week = weeks[k], .kind = CHANGE_SET, .unit = 1, .param = PARAM_KERBS_ROOM, .entry = k };
	config_sort_plan(&config);
	const int order[] = { 5, 1, 4, 3, 0, 2 };
	for (int k = 0; k < 6; k++)
		assert_int_equal(config.change[k].entry, order[k]);
	config_clear(&config);
}

static void changes_set_and_reset_as_they_say(void **state)
{
	struct config config;
	town_make(&config, 2, 10);
	assert_true(config_set(&config, "departments.d2.kerbs.room", 0.9, "--set", &err));
	struct sim *sim = town_open(&config, 1);
	const struct change all = { .kind = CHANGE_SET, .unit = CONFIG_UNIT_ALL, .param = PARAM_KERBS_ROOM, .value = 0.2 };
	const struct change back = { .kind = CHANGE_RESET, .unit = CONFIG_UNIT_ALL, .param = PARAM_KERBS_ROOM };
	assert_true(sim_change(sim, &all));
	assert_true(sim_setting(sim, 2, PARAM_KERBS_ROOM) == 0.9);  // at the start of the next week
	town_run(sim, 1);
	for (int unit = 0; unit <= 2; unit++)
		assert_true(sim_setting(sim, unit, PARAM_KERBS_ROOM) == 0.2);
	assert_true(sim_change(sim, &back));
	town_run(sim, 2);
	assert_true(sim_setting(sim, 1, PARAM_KERBS_ROOM) == param_table[PARAM_KERBS_ROOM].value);
	assert_true(sim_setting(sim, 2, PARAM_KERBS_ROOM) == 0.9);
	sim_destroy(sim);
	config_clear(&config);
}

static void a_run_stops_when_it_is_told_to(void **state)
{
	struct config config;
	town_make(&config, 1, 10);
	struct sim *sim = town_open(&config, 1);
	volatile int stop = 1;
	assert_true(sim_run_to(sim, 10, &stop, NULL));
	assert_int_equal(sim_week(sim), 0);
	stop = 0;
	assert_true(sim_run_to(sim, 10, &stop, NULL));
	assert_int_equal(sim_week(sim), 10);
	assert_true(sim_run_to(sim, 4, NULL, NULL));  // already past it
	assert_int_equal(sim_week(sim), 10);
	assert_true(sim_config(sim) == &config && sim_units(sim) == 2 && sim_bytes(sim) > 0);
	sim_destroy(sim);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_setting_has_a_name_a_range_and_words),
		cmocka_unit_test(every_measure_has_a_name_and_words),
		cmocka_unit_test(every_column_starts_in_its_range),
		cmocka_unit_test(the_defaults_can_be_lived_with),
		cmocka_unit_test(a_setting_takes_its_whole_range_and_nothing_outside_it),
		cmocka_unit_test(a_unit_has_its_own_value_until_all_get_another),
		cmocka_unit_test(a_key_that_is_wrong_is_told_with_the_nearest_name),
		cmocka_unit_test(what_cannot_be_is_refused),
		cmocka_unit_test(a_plan_that_points_at_nothing_is_refused),
		cmocka_unit_test(streams_and_programmes_outside_their_ranges_are_refused),
		cmocka_unit_test(a_plan_is_sorted_by_week_and_keeps_its_order_within_one),
		cmocka_unit_test(changes_set_and_reset_as_they_say),
		cmocka_unit_test(a_run_stops_when_it_is_told_to),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
