// Text on a terminal: safe, in its width, in its characters; tables and spark lines.
#include "cmd_chart.h"
#include "cmd_out.h"
#include "cmd_table.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct cmd_out out;
static char *written;
static size_t written_size;

static int begin(void **state)
{
	out = (struct cmd_out){ .stream = open_memstream(&written, &written_size), .lang = LANG_NL, .utf8 = true, .width = 40 };
	return out.stream ? 0 : -1;
}

static const char *said(void)
{
	fflush(out.stream);
	return written;
}

static int end(void **state)
{
	fclose(out.stream);
	free(written);
	return 0;
}

static void control_characters_never_arrive(void **state)
{
	cmd_put(&out, "%s", "a\033[31mb\rc\x7f" "d\xc2\x85" "e\u202Ef");
	assert_string_equal(said(), "a[31mbcdef");
}

static void what_is_no_utf8_is_a_question_mark(void **state)
{
	cmd_put(&out, "%s", "a\xff" "b\xc3(\xe2\x82");
	assert_string_equal(said(), "a?b?(??");
}

static void plain_terminals_get_ascii(void **state)
{
	out.utf8 = false;
	cmd_put(&out, "één – € 5 → café ▁█ 漢");
	assert_string_equal(said(), "een - EUR 5 -> cafe _# ?");
	assert_int_equal(cmd_columns(&out, "€…"), 6);
}

static void columns_are_characters_not_bytes(void **state)
{
	assert_int_equal(cmd_columns(&out, "één…"), 4);
	assert_int_equal(cmd_columns(&out, "e\u0301"), 1);
	assert_int_equal(cmd_columns(&out, "漢字"), 4);
}

static void paragraphs_wrap_and_indent(void **state)
{
	out.width = 12;
	cmd_put(&out, "- ");
	cmd_wrap(&out, 2, "een twee drie\nvier vijfzeszevenacht negen");
	assert_string_equal(said(), "- een twee\n  drie\n  vier\n  vijfzeszevenacht\n  negen\n");
}

static void no_break_space_keeps_words_together(void **state)
{
	out.width = 10;
	cmd_wrap(&out, 0, "een getal\u00A07");
	assert_string_equal(said(), "een\ngetal\u00A07\n");
}

static void padding_cuts_what_is_too_long(void **state)
{
	cmd_pad(&out, "één", 5, true);
	cmd_pad(&out, "9", 3, false);
	cmd_pad(&out, "doorlooptijd", 6, true);
	assert_string_equal(said(), "één    9doo…jd");
}

static void long_text_is_cut_between_characters(void **state)
{
	char text[6001];
	for (int i = 0; i < 6000; i += 2)
		memcpy(text + i, "é", 2);
	text[6000] = '\0';
	cmd_put(&out, "x%s", text);
	assert_null(strchr(said(), '?'));
	assert_true(strlen(said()) > 4000);
}

static void fill(struct cmd_table *table, int years)
{
	struct err err;
	err_clear(&err);
	assert_true(cmd_table_init(table, 2, years + 2, 1, &err));
	for (int column = 0; column < years + 2; column++) {
		snprintf(cmd_table_cell(table, 0, column), CMD_CELL_MAX, "%d", 2000 + column);
		snprintf(cmd_table_cell(table, 1, column), CMD_CELL_MAX, "%s", column ? "0,5" : "naam");
	}
}

static void tables_align_numbers_right(void **state)
{
	struct cmd_table table;
	fill(&table, 1);
	cmd_table_print(&out, &table);
	assert_string_equal(said(), "2000  2001  2002\n────────────────\nnaam   0,5   0,5\n");
	cmd_table_clear(&table);
}

static void narrow_tables_leave_years_out_but_not_the_last(void **state)
{
	struct cmd_table table;
	fill(&table, 20);
	cmd_table_fit(&out, &table, 1, 20, 8);
	int shown = 0;
	for (int column = 1; column <= 20; column++)
		shown += !table.hidden[column];
	assert_false(table.hidden[20]);
	assert_int_equal(shown, 6);
	cmd_table_print(&out, &table);
	for (const char *line = said(); *line; line = strchr(line, '\n') + 1) {
		char one[256] = "";
		memcpy(one, line, strcspn(line, "\n"));
		assert_true(cmd_columns(&out, one) <= 40);
	}
	cmd_table_clear(&table);
}

static void spark_lines_go_from_low_to_high(void **state)
{
	const double values[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
	char line[CMD_SPARK_MAX];
	cmd_spark(line, values, 1, 8, 8, 0, 7);
	assert_string_equal(line, "▁▂▃▄▅▆▇█");
	cmd_spark(line, values, 1, 8, 2, 0, 7);
	assert_string_equal(line, "▂▇");
}

static void spark_lines_leave_gaps(void **state)
{
	const double values[] = { 1, NAN, NAN, NAN, 1, 2 };
	char line[CMD_SPARK_MAX];
	cmd_spark(line, values, 1, 6, 3, 1, 2);
	assert_string_equal(line, "▁ ▅");
	cmd_spark(line, values, 1, 1, 1, 1, 1);
	assert_string_equal(line, "▁");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(control_characters_never_arrive), TEST(what_is_no_utf8_is_a_question_mark), TEST(plain_terminals_get_ascii),
		TEST(columns_are_characters_not_bytes), TEST(paragraphs_wrap_and_indent), TEST(no_break_space_keeps_words_together),
		TEST(padding_cuts_what_is_too_long), TEST(long_text_is_cut_between_characters), TEST(tables_align_numbers_right),
		TEST(narrow_tables_leave_years_out_but_not_the_last), TEST(spark_lines_go_from_low_to_high), TEST(spark_lines_leave_gaps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
