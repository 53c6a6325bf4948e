// Marks on axes and how numbers are written.
#include "plot/ticks.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void expect(struct ticks ticks, enum lang lang, const char *wanted)
{
	char all[512] = "", one[TICKS_LABEL_MAX];
	for (int i = 0; i < ticks.count; i++) {
		ticks_label(&ticks, i, lang, one);
		strcat(strcat(all, i ? "|" : ""), one);
	}
	assert_string_equal(all, wanted);
}

static void steps_are_one_two_or_five(void **state)
{
	expect(ticks_number(0, 10, 6, TICKS_NUMBER), LANG_EN, "0|2|4|6|8|10");
	expect(ticks_number(0.1, 0.6, 6, TICKS_NUMBER), LANG_NL, "0,1|0,2|0,3|0,4|0,5|0,6");
	expect(ticks_number(-1, 1, 5, TICKS_NUMBER), LANG_NL, "−1,0|−0,5|0,0|0,5|1,0");
	expect(ticks_number(0, 23, 6, TICKS_NUMBER), LANG_EN, "0|5|10|15|20");
}

static void shares_are_percentages(void **state)
{
	expect(ticks_number(0, 1, 6, TICKS_SHARE), LANG_NL, "0\u00A0%|20\u00A0%|40\u00A0%|60\u00A0%|80\u00A0%|100\u00A0%");
	expect(ticks_number(0, 0.01, 3, TICKS_SHARE), LANG_EN, "0.0%|0.5%|1.0%");
}

static void thousands_and_millions_follow_the_language(void **state)
{
	expect(ticks_number(0, 3000, 4, TICKS_NUMBER), LANG_NL, "0|1.000|2.000|3.000");
	expect(ticks_number(0, 3000, 4, TICKS_NUMBER), LANG_EN, "0|1,000|2,000|3,000");
	expect(ticks_number(0, 1e6, 3, TICKS_NUMBER), LANG_NL, "0|0,5\u00A0mln|1,0\u00A0mln");
	expect(ticks_number(0, 2e9, 3, TICKS_NUMBER), LANG_EN, "0|1\u00A0bn|2\u00A0bn");
	expect(ticks_number(1e6, 1e6 + 4, 5, TICKS_NUMBER), LANG_EN, "1,000,000|1,000,001|1,000,002|1,000,003|1,000,004");
}

static void values_stand_by_themselves(void **state)
{
	char out[TICKS_LABEL_MAX];
	ticks_value(out, TICKS_NUMBER, LANG_NL, 1234.5, 1);
	assert_string_equal(out, "1.234,5");
	ticks_value(out, TICKS_NUMBER, LANG_EN, 1234.5, 1);
	assert_string_equal(out, "1,234.5");
	ticks_value(out, TICKS_SHARE, LANG_NL, 0.85, 0);
	assert_string_equal(out, "85\u00A0%");
	ticks_value(out, TICKS_SHARE, LANG_EN, 0.85, 0);
	assert_string_equal(out, "85%");
	ticks_value(out, TICKS_SHARE, LANG_NL, NAN, 1);
	assert_string_equal(out, "–");
}

static void weeks_are_told_by_year_and_week(void **state)
{
	expect(ticks_weeks(0, 208, 6, 2023), LANG_NL, "2023|2024|2025|2026|2027");
	expect(ticks_weeks(0, 52, 6, 2023), LANG_EN, "2023|wk\u00A014|wk\u00A027|wk\u00A040|2024");
	expect(ticks_weeks(-52, 104, 3, 2023), LANG_EN, "2022|2023|2024|2025");
	expect(ticks_weeks(0, 4, 6, 2023), LANG_NL, "2023|wk\u00A02|wk\u00A03|wk\u00A04|wk\u00A05");
}

// Every range from tiny to huge: few marks, rising, inside, and no more than asked.
static void any_range_has_sensible_marks(void **state)
{
	for (double size = 1e-9; size < 1e13; size *= 3.7)
		for (int from = -3; from <= 3; from++)
			for (int most = 3; most <= TICKS_MAX; most++) {
				double low = from * size * 0.37, high = low + size;
				struct ticks ticks = ticks_number(low, high, most, TICKS_NUMBER);
				assert_in_range(ticks.count, 1, most);
				for (int i = 0; i < ticks.count; i++) {
					assert_true(ticks.value[i] >= low - size * 1e-6 && ticks.value[i] <= high + size * 1e-6);
					assert_true(i == 0 || ticks.value[i] > ticks.value[i - 1]);
				}
				double wide_low = low, wide_high = high;
				ticks_widen(&wide_low, &wide_high, most);
				assert_true(wide_low <= low + size * 1e-6 && wide_high >= high - size * 1e-6);
				assert_true(low < 0 || wide_low >= 0);
			}
}

static void what_is_no_range_has_no_marks(void **state)
{
	assert_int_equal(ticks_number(1, 1, 5, TICKS_NUMBER).count, 0);
	assert_int_equal(ticks_number(NAN, 1, 5, TICKS_NUMBER).count, 0);
	assert_int_equal(ticks_number(0, INFINITY, 5, TICKS_NUMBER).count, 0);
	assert_int_equal(ticks_weeks(NAN, NAN, 5, 2023).count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_are_one_two_or_five),
		cmocka_unit_test(shares_are_percentages),
		cmocka_unit_test(thousands_and_millions_follow_the_language),
		cmocka_unit_test(values_stand_by_themselves),
		cmocka_unit_test(weeks_are_told_by_year_and_week),
		cmocka_unit_test(any_range_has_sensible_marks),
		cmocka_unit_test(what_is_no_range_has_no_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
