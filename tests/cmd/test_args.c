// Command lines: all mistakes at once, each with the nearest name.
#include "cmd_args.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct cmd_option table[] = {
	{ "seed", { "GETAL", "NUMBER" }, { 0 } },
	{ "set", { "SLEUTEL=WAARDE", "KEY=VALUE" }, { 0 } },
	{ "quiet", { 0 }, { 0 } },
	{ 0 },
};
static struct cmd_args args;
static struct err err;

static int begin(void **state)
{
	err_clear(&err);
	return 0;
}

static int end(void **state)
{
	cmd_args_clear(&args);
	return 0;
}

// The words of a line, NULL at the end.
static bool parse(char **words)
{
	int count = 0;
	while (words[count])
		count++;
	return cmd_args_parse(&args, table, count, words, &err);
}
#define PARSE(...) parse((char *[]){ __VA_ARGS__, NULL })

static void values_stand_apart_or_after_an_equals_sign(void **state)
{
	uint64_t seed = 0;
	assert_true(PARSE("a.lua", "--seed", "5", "--quiet", "--seed=7", "b.lua"));
	assert_string_equal(cmd_args_value(&args, "seed"), "7");
	assert_true(cmd_args_has(&args, "quiet"));
	assert_false(cmd_args_has(&args, "set"));
	assert_int_equal(cmd_args_words(&args), 2);
	assert_string_equal(cmd_args_word(&args, 1), "b.lua");
	assert_null(cmd_args_word(&args, 2));
	assert_true(cmd_args_seed(&args, "seed", &seed, &err));
	assert_true(seed == 7);
}

static void two_dashes_end_the_options(void **state)
{
	assert_true(PARSE("--", "--seed", "-x"));
	assert_int_equal(cmd_args_words(&args), 2);
}

static void all_mistakes_are_told_at_once(void **state)
{
	assert_false(PARSE("--sead=5", "--quiet=yes", "--set", "--lang", "de", "-q"));
	assert_int_equal(err.count, 5);
	assert_non_null(strstr(err.text[LANG_NL], "onbekende optie --sead; bedoelde u --seed?"));
	assert_non_null(strstr(err.text[LANG_EN], "unknown option --sead; did you mean --seed?"));
	assert_non_null(strstr(err.text[LANG_NL], "--quiet krijgt geen waarde (yes)"));
	assert_non_null(strstr(err.text[LANG_NL], "na --set ontbreekt SLEUTEL=WAARDE"));
	assert_non_null(strstr(err.text[LANG_EN], "after --set a value is missing: KEY=VALUE"));
	assert_non_null(strstr(err.text[LANG_EN], "--lang: value de; allowed is nl or en"));
	assert_non_null(strstr(err.text[LANG_EN], "unknown option -q"));
}

static void a_negative_seed_is_a_value_out_of_range(void **state)
{
	uint64_t seed = 3;
	assert_true(PARSE("--seed", "-5"));
	assert_false(cmd_args_seed(&args, "seed", &seed, &err));
	assert_true(seed == 3);
	assert_non_null(strstr(err.text[LANG_EN], "--seed: value -5; allowed is a whole number from 0 to 18446744073709551615"));
}

static void whole_numbers_keep_their_range(void **state)
{
	int value = 4;
	assert_true(PARSE("--seed", "2.5"));
	assert_false(cmd_args_whole(&args, "seed", 1, 64, &value, &err));
	assert_int_equal(value, 4);
	assert_true(cmd_args_whole(&args, "set", 1, 64, &value, &err));  // not given
	assert_int_equal(err.count, 1);
}

static void settings_take_numbers_and_switches(void **state)
{
	double value;
	assert_true(cmd_args_number("k", "0.05", &value, &err) && value == 0.05);
	assert_true(cmd_args_number("k", "true", &value, &err) && value == 1);
	assert_true(cmd_args_number("k", "false", &value, &err) && value == 0);
	assert_int_equal(err.count, 0);
}

static void a_decimal_comma_is_answered_with_a_point(void **state)
{
	double value;
	assert_false(cmd_args_number("kerbs.room", "0,05", &value, &err));
	assert_false(cmd_args_number("kerbs.room", "5%", &value, &err));
	assert_false(cmd_args_number("kerbs.room", "veel", &value, &err));
	assert_int_equal(err.count, 3);
	assert_non_null(strstr(err.text[LANG_NL], "--set: kerbs.room: waarde 0,05 is geen getal; bedoelde u 0.05?"));
	assert_non_null(strstr(err.text[LANG_NL], "--set: kerbs.room: waarde 5% is geen getal; bedoelde u 0.05?"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_stand_apart_or_after_an_equals_sign), TEST(two_dashes_end_the_options), TEST(all_mistakes_are_told_at_once),
		TEST(a_negative_seed_is_a_value_out_of_range), TEST(whole_numbers_keep_their_range),
		TEST(settings_take_numbers_and_switches), TEST(a_decimal_comma_is_answered_with_a_point),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
