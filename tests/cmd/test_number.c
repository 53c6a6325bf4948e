// Numbers for people and for machines.
#include "cmd_number.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *shown(enum lang lang, double value, int decimals, bool sign)
{
	static char out[CMD_NUMBER_MAX];
	cmd_number(out, lang, value, decimals, sign);
	return out;
}

static const char *exact(double value)
{
	static char out[CMD_NUMBER_MAX];
	cmd_number_exact(out, value);
	return out;
}

static void follows_the_language(void **state)
{
	assert_string_equal(shown(LANG_NL, 1234567.891, 1, false), "1.234.567,9");
	assert_string_equal(shown(LANG_EN, 1234567.891, 1, false), "1,234,567.9");
	assert_string_equal(shown(LANG_NL, 999, 0, false), "999");
	assert_string_equal(shown(LANG_NL, 1000, 0, false), "1.000");
	assert_string_equal(shown(LANG_EN, 0.5, 2, false), "0.50");
}

static void signs_only_what_is_not_zero(void **state)
{
	assert_string_equal(shown(LANG_NL, 0.056, 2, true), "+0,06");
	assert_string_equal(shown(LANG_NL, -0.056, 2, true), "−0,06");
	assert_string_equal(shown(LANG_NL, -0.001, 2, true), "0,00");
	assert_string_equal(shown(LANG_EN, -0.0, 0, false), "0");
	assert_string_equal(shown(LANG_EN, -1500, 0, false), "−1,500");
}

static void what_is_not_known_is_a_dash(void **state)
{
	assert_string_equal(shown(LANG_NL, NAN, 2, true), "–");
	assert_string_equal(exact(NAN), "");
}

static void huge_values_stay_within_the_buffer(void **state)
{
	assert_true(strlen(shown(LANG_NL, 9e23, 2, true)) < CMD_NUMBER_MAX);
	assert_string_equal(shown(LANG_NL, INFINITY, 2, true), "∞");
	assert_true(strlen(shown(LANG_NL, 1e300, 2, true)) < CMD_NUMBER_MAX);
}

static void exact_digits_are_the_fewest_that_read_back(void **state)
{
	assert_string_equal(exact(0.1), "0.1");
	assert_string_equal(exact(5), "5");
	assert_string_equal(exact(-0.0), "0");
	assert_string_equal(exact(1e6), "1000000");
	assert_string_equal(exact(0.1 + 0.2), "0.30000000000000004");
	assert_true(strtod(exact(1.0 / 3), NULL) == 1.0 / 3);
	assert_true(strtod(exact(5e-324), NULL) == 5e-324);
}

static void short_form_keeps_its_own_decimals(void **state)
{
	char out[CMD_NUMBER_MAX];
	cmd_number_short(out, LANG_NL, 0.05);
	assert_string_equal(out, "0,05");
	cmd_number_short(out, LANG_NL, 12345);
	assert_string_equal(out, "12.345");
	cmd_number_short(out, LANG_EN, -2.5);
	assert_string_equal(out, "−2.5");
}

static void reads_only_plain_numbers(void **state)
{
	double value;
	assert_true(cmd_parse_number("0.05", &value) && value == 0.05);
	assert_true(cmd_parse_number("-1e-3", &value) && value == -1e-3);
	const char *const wrong[] = { "", " 1", "1 ", "0,05", "0x10", "inf", "nan", "1e999", "5%", "1.2.3", "--1" };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(cmd_parse_number(wrong[i], &value));
}

static void seeds_are_64_bits(void **state)
{
	uint64_t seed;
	assert_true(cmd_parse_seed("18446744073709551615", &seed) && seed == UINT64_MAX);
	assert_true(cmd_parse_seed("0", &seed) && seed == 0);
	assert_false(cmd_parse_seed("18446744073709551616", &seed));
	assert_false(cmd_parse_seed("-1", &seed));
	assert_false(cmd_parse_seed("1.0", &seed));
	assert_false(cmd_parse_seed("", &seed));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_the_language),
		cmocka_unit_test(signs_only_what_is_not_zero),
		cmocka_unit_test(what_is_not_known_is_a_dash),
		cmocka_unit_test(huge_values_stay_within_the_buffer),
		cmocka_unit_test(exact_digits_are_the_fewest_that_read_back),
		cmocka_unit_test(short_form_keeps_its_own_decimals),
		cmocka_unit_test(reads_only_plain_numbers),
		cmocka_unit_test(seeds_are_64_bits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
