// Years are made of weeks, each measure in its own way; what is not known stays unknown.
#include "cmd_history.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { STATE = MEASURE_MINDSET, FLOW = MEASURE_COMPLEX_QUALITY, SUM = MEASURE_CHANGE_HOURS };

// Weeks first…last in which the value of each measure is the week's number.
static const struct config config = { .start_year = 2023 };

static struct cmd_history weeks(int first, int last)
{
	struct cmd_history history;
	struct err err;
	err_clear(&err);
	assert_true(cmd_history_init(&history, &config, last, &err));
	history.first = first;
	history.rows = last - first + 1;
	for (int week = first; week <= last; week++)
		for (int id = 0; id < MEASURE_COUNT; id++)
			history.value[(week - first) * history.measures + id] = week;
	return history;
}

static void states_show_the_last_week_and_flows_the_mean(void **state)
{
	struct cmd_history history = weeks(0, 104);
	assert_int_equal(cmd_history_years(&history), 2);
	assert_true(cmd_history_year(&history, 0, STATE) == 52);
	assert_true(cmd_history_year(&history, 1, STATE) == 104);
	assert_true(cmd_history_year(&history, 0, FLOW) == 26.5);
	assert_true(cmd_history_year(&history, 1, SUM) == 104);
	assert_true(cmd_history_start(&history, STATE) == 0);
	cmd_history_clear(&history);
}

static void weeks_without_a_value_do_not_count(void **state)
{
	struct cmd_history history = weeks(0, 52);
	for (int week = 1; week <= 50; week++)
		history.value[week * history.measures + FLOW] = NAN;
	assert_true(cmd_history_year(&history, 0, FLOW) == 51.5);
	for (int week = 51; week <= 52; week++)
		history.value[week * history.measures + FLOW] = NAN;
	assert_true(isnan(cmd_history_year(&history, 0, FLOW)));
	cmd_history_clear(&history);
}

static void a_year_that_was_cut_off_shows_what_is_known(void **state)
{
	struct cmd_history history = weeks(0, 60);
	assert_int_equal(cmd_history_years(&history), 2);
	assert_true(cmd_history_whole(&history, 0));
	assert_false(cmd_history_whole(&history, 1));
	assert_true(cmd_history_year(&history, 1, STATE) == 60);
	assert_true(cmd_history_year(&history, 1, FLOW) == 56.5);
	cmd_history_clear(&history);
}

static void what_lies_before_a_saved_week_is_not_known(void **state)
{
	struct cmd_history history = weeks(52, 104);
	assert_true(isnan(cmd_history_start(&history, STATE)));
	assert_true(cmd_history_year(&history, 0, STATE) == 52);
	assert_true(isnan(cmd_history_year(&history, 0, FLOW)));
	assert_true(cmd_history_year(&history, 1, FLOW) == 78.5);
	assert_true(isnan(cmd_history_value(&history, 51, STATE)));
	assert_false(cmd_history_has(&history, 51));
	cmd_history_clear(&history);
}

static void the_start_of_a_flow_is_the_mean_before_it(void **state)
{
	struct cmd_history history = weeks(0, 52);
	assert_true(isnan(cmd_history_start(&history, FLOW)));
	history.before_sum[FLOW] = 6;
	history.before_count[FLOW] = 4;
	assert_true(cmd_history_start(&history, FLOW) == 1.5);
	cmd_history_clear(&history);
}

static void weeks_are_named_by_year(void **state)
{
	char name[CMD_WEEK_MAX];
	cmd_week_name(name, 2023, 0);
	assert_string_equal(name, "2023-W01");
	cmd_week_name(name, 2023, 51);
	assert_string_equal(name, "2023-W52");
	cmd_week_name(name, 2023, 52);
	assert_string_equal(name, "2024-W01");
	cmd_week_name(name, 2023, -1);
	assert_string_equal(name, "2022-W52");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_show_the_last_week_and_flows_the_mean),
		cmocka_unit_test(weeks_without_a_value_do_not_count),
		cmocka_unit_test(a_year_that_was_cut_off_shows_what_is_known),
		cmocka_unit_test(what_lies_before_a_saved_week_is_not_known),
		cmocka_unit_test(the_start_of_a_flow_is_the_mean_before_it),
		cmocka_unit_test(weeks_are_named_by_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
