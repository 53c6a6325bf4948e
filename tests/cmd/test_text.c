// What a number may be, in words, and the reading of UTF-8.
#include "text.h"

#include <math.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void a_range_names_the_bounds_that_there_are(void **state)
{
	static const struct {
		double min, max;
		bool is_whole;
		const char *nl, *en;
	} cases[] = {
		{ 0, 1, false, "0 tot en met 1", "0 to 1" },
		{ -0.25, 1e6, false, "-0.25 tot en met 1000000", "-0.25 to 1000000" },
		{ 0, INFINITY, false, "minstens 0", "at least 0" },
		{ -INFINITY, -2.5, false, "hooguit -2.5", "at most -2.5" },
		{ -INFINITY, INFINITY, false, "elk getal", "any number" },
		{ 1, 16, true, "een geheel getal van 1 tot en met 16", "a whole number from 1 to 16" },
		{ 3, INFINITY, true, "een geheel getal, minstens 3", "a whole number, at least 3" },
		{ -INFINITY, 3, true, "een geheel getal, hooguit 3", "a whole number, at most 3" },
		{ -INFINITY, INFINITY, true, "elk geheel getal", "any whole number" },
		{ -0x1p53, 0x1p53, true, "een geheel getal van -9007199254740992 tot en met 9007199254740992",
			"a whole number from -9007199254740992 to 9007199254740992" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct text_range range = text_range(cases[i].min, cases[i].max, cases[i].is_whole);
		assert_string_equal(range.nl, cases[i].nl);
		assert_string_equal(range.en, cases[i].en);
	}
}

static void every_code_point_is_read_as_it_is_written(void **state)
{
	for (int32_t point = 1; point < 0x110000; point++) {
		char text[5] = { 0 };
		const int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
		static const int lead[] = { 0, 0xC0, 0xE0, 0xF0 };
		text[0] = (char)(lead[more] | point >> 6 * more);
		for (int i = 1; i <= more; i++)
			text[i] = (char)(0x80 | (point >> 6 * (more - i) & 0x3F));
		bool is_surrogate = point >= 0xD800 && point < 0xE000, is_control = (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
		const char *at = text;
		assert_int_equal(text_point(&at), is_surrogate ? -1 : point);
		assert_int_equal(at - text, is_surrogate ? 1 : more + 1);
		assert_int_equal(text_character(text, sizeof text), is_surrogate || is_control ? 0 : more + 1);
		assert_int_equal(more > 0 ? text_character(text, (size_t)more) : 0, 0);
	}
}

static void what_is_not_utf8_is_nothing(void **state)
{
	static const char *const wrong[] = { "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xC3(", "\xE2\x82", "\xE2\x82(", "\xF0\x9F\x98", "\xED\xA0\x80" };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const char *at = wrong[i];
		assert_int_equal(text_point(&at), -1);
		assert_int_equal(at - wrong[i], 1);
		assert_int_equal(text_character(wrong[i], strlen(wrong[i])), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_range_names_the_bounds_that_there_are),
		cmocka_unit_test(every_code_point_is_read_as_it_is_written),
		cmocka_unit_test(what_is_not_utf8_is_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
