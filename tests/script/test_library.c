// The modules for scenario authors in scripts/: all that their functions give is taken by the loader.
#include "script/scenario.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define TOWN "departments = { { id = 'a', staff = 50 }, { id = 'b', staff = 50 } }"

static struct err err;  // large

static bool load(const char *text, struct config *config)
{
	err_clear(&err);
	return scenario_load_text(text, strlen(text), "test.lua", "docs", config, &err);
}

static void must_load(const char *text, struct config *config)
{
	if (!load(text, config))
		fail_msg("%s", err.text[LANG_EN]);
}

static void close_to(double found, double wanted)
{
	if (!(found > wanted - 1e-9 && found < wanted + 1e-9))
		fail_msg("%.10g, not %.10g", found, wanted);
}

static double planned(const struct config *c, int param)
{
	for (int i = c->change_count - 1; i >= 0; i--)
		if (c->change[i].kind == CHANGE_SET && c->change[i].param == param)
			return c->change[i].value;
	fail_msg("the plan does not set %s", param_table[param].name);
	return 0;
}

static void every_lever_can_stand_in_a_plan_and_at_the_start(void **state)
{
	struct config c;
	must_load("local plan, top = {}, { " TOWN " }\n"
		  "local again = { directive_leadership = 1, withdrawn = 1, no_kerbs = 1, think_along = 1 }  -- what another lever sets too\n"
		  "for name, make in pairs(require 'levers') do\n"
		  "  table.insert(plan, { at = '2025-W02', make(), why = name })\n"
		  "  if not again[name] then table.insert(top, make()) end\n"
		  "end\n"
		  "top.plan = plan return scenario(top)", &c);
	assert_true(c.entry_count >= 19);
	for (int i = 0; i < c.entry_count; i++)
		if (!c.entry[i].what.en || !*c.entry[i].what.en)
			fail_msg("levers.%s does nothing", c.entry[i].why.en);
	config_clear(&c);
}

static void a_lever_keeps_its_settings_but_for_those_given(void **state)
{
	struct config c;
	must_load("local l = require 'levers' return scenario { " TOWN ", plan = {\n"
		  "  { at = '2025-W02', l.clear_kerbs { room = 0.3 } }, { at = '2025-W03', l.experiment() } } }", &c);
	close_to(planned(&c, PARAM_KERBS_ROOM), 0.3);
	close_to(planned(&c, PARAM_KERBS_CLARITY), 0.8);
	close_to(planned(&c, PARAM_EXPERIMENTS_WEEKS), 26);
	config_clear(&c);
	assert_false(load("return scenario { " TOWN ", require('levers').clear_kerbs { rom = 0.3 } }", &c));
	assert_string_equal(err.text[LANG_EN], "test.lua: kerbs.rom: unknown key; did you mean room?\n");
}

static void every_programme_is_an_entry_with_a_reason_in_both_languages(void **state)
{
	struct config c;
	must_load("local plan = {}\n"
		  "for _, make in pairs(require 'programmes') do table.insert(plan, make { at = '2025-W02' }) end\n"
		  "return scenario { " TOWN ", plan = plan }", &c);
	assert_true(c.entry_count >= 6);
	assert_int_equal(c.programme_count, 4);
	for (int i = 0; i < c.entry_count; i++) {
		assert_true(c.entry[i].why.nl && *c.entry[i].why.nl && c.entry[i].why.en && *c.entry[i].why.en);
		assert_true(c.entry[i].what.nl && *c.entry[i].what.nl);
	}
	config_clear(&c);
}

static void a_programme_takes_fields_of_the_entry_and_of_its_own(void **state)
{
	struct config c;
	must_load("local p = require 'programmes' return scenario { " TOWN ", plan = {\n"
		  "  p.everyone_on_board { at = '2025-W02', to = '2025-W20', name = 'first', hours = 4, why = 'Why' },\n"
		  "  p.pilot { at = '2025-W10', departments = { 'b' }, weeks = 12 } } }", &c);
	assert_string_equal(c.programme[0].name, "first");
	close_to(c.programme[0].hours, 4);
	close_to(c.programme[0].coverage, 0.9);
	close_to(c.programme[0].content[CONTENT_ALLIANCE], 0.5);
	assert_int_equal(c.entry[0].until_week, 19);
	assert_string_equal(c.entry[0].why.nl, "Why");
	close_to(planned(&c, PARAM_EXPERIMENTS_WEEKS), 12);
	assert_int_equal(c.change[c.change_count - 1].unit == 2 || c.change[c.change_count - 2].unit == 2, 1);
	config_clear(&c);
}

// With complexity spread evenly over .1 … .9 hours above .5 are .32 + .56 · .4 of .8 · .6 + .8 · .4.
// What readers see of a programme is its title; another name takes the title of the library away.
static void programmes_are_told_by_their_titles(void **state)
{
	struct config c;
	must_load("local p = require 'programmes' return scenario { " TOWN ", plan = {\n"
		  "  p.everyone_on_board { at = '2025-W02' }, p.everyone_on_board { at = '2025-W03', name = 'second' },\n"
		  "  p.week { at = '2025-W04', title = { nl = 'onze week', en = 'our week' } } } }", &c);
	assert_int_equal(c.programme_count, 3);
	assert_string_equal(config_programme_title(&c.programme[0], LANG_NL), "iedereen doet mee");
	assert_string_equal(config_programme_title(&c.programme[1], LANG_NL), "second");
	assert_string_equal(config_programme_title(&c.programme[2], LANG_EN), "our week");
	assert_non_null(strstr(c.entry[0].what.nl, "“iedereen doet mee”"));
	assert_non_null(strstr(c.entry[1].what.nl, " second: "));
	assert_non_null(strstr(c.entry[2].what.en, "“our week”"));
	config_clear(&c);
}

static void designs_size_the_pool_by_its_work(void **state)
{
	struct config c;
	must_load("local plan = {}\n"
		  "for i, d in ipairs(require('designs').all(0.3, 0.5)) do\n"
		  "  plan[i] = { at = string.format('2025-W%02d', i), set = d.set, why = d.name }\n"
		  "end\n"
		  "return scenario { " TOWN ", plan = plan }", &c);
	double share[3] = { -1, -1, -1 };
	assert_int_equal(c.entry_count, 3);
	for (int i = 0; i < c.change_count; i++)
		if (c.change[i].param == PARAM_POOL_SHARE)
			share[c.change[i].entry] = c.change[i].value;
	close_to(share[0], 0);
	close_to(share[1], 0.3);
	close_to(share[2], 0.3 * 0.464 / 0.8);
	assert_string_equal(c.entry[2].why.en, "Divided by complexity");
	config_clear(&c);
}

static int staff_of(const struct config *c, const char *id)
{
	int unit = config_unit(c, id);
	if (unit < 1)
		fail_msg("there is no department %s", id);
	return c->department[unit - 1].staff;
}

static void municipalities_have_the_staff_that_is_asked(void **state)
{
	struct config c;
	must_load("return scenario { departments = require('municipality').departments(601) }", &c);
	assert_int_equal(config_staff(&c), 601);
	assert_int_equal(c.department_count, 8);
	assert_string_equal(c.department[0].name.nl, "Vergunningen");
	config_clear(&c);
	must_load("return scenario { departments = require('municipality').departments(8660, { operations = 0.311 }) }", &c);
	assert_int_equal(config_staff(&c), 8660);
	assert_int_equal(staff_of(&c, "operations"), 2693);
	config_clear(&c);
	must_load("return scenario { departments = require('municipality').small(259) }", &c);
	assert_int_equal(config_staff(&c), 259);
	assert_int_equal(c.department_count, 4);
	config_clear(&c);
}

static void organisations_together_keep_their_own_departments(void **state)
{
	struct config c;
	must_load("local m = require 'municipality'\n"
		  "local departments = m.together { { id = 'north', name = 'Noord', staff = 301 }, { id = 'south', name = 'Zuid', staff = 200 } }\n"
		  "return scenario { departments = departments, merger = { organisations = 2 },\n"
		  "  assumptions = m.assume_sizes({}, departments, 0.5, 2, 'Why') }", &c);
	assert_int_equal(config_staff(&c), 501);
	assert_int_equal(c.department_count, 8);
	assert_string_equal(c.department[0].name.nl, "Dienstverlening Noord");
	assert_string_equal(c.department[0].discipline, c.department[4].discipline);
	assert_int_equal(c.department[0].organisation, 1);
	assert_int_equal(c.department[4].organisation, 2);
	assert_int_equal(c.assumption_count, 8);
	config_clear(&c);
}

static void assume_writes_an_assumption_in_a_line(void **state)
{
	struct config c;
	must_load("local list = {} local assume = require 'assume' (list)\n"
		  "assume('kerbs.room', 0.2, 0.6, 'Niet gemeten.', 'Not measured.')\n"
		  "return scenario { " TOWN ", assumptions = list }", &c);
	assert_int_equal(c.assumption_count, 1);
	close_to(c.assumption[0].max, 0.6);
	assert_string_equal(c.assumption[0].why.nl, "Niet gemeten.");
	config_clear(&c);
}

static void words_are_there_in_both_languages(void **state)
{
	struct config c;
	must_load("local words = require 'words' local n = 0\n"
		  "for _, list in ipairs { words.departments, words.reasons } do\n"
		  "  for name, pair in pairs(list) do n = n + 1 assert(#pair.nl > 0 and #pair.en > 0, name) end\n"
		  "end\n"
		  "assert(n >= 15)\n"
		  "return scenario { " TOWN ", title = words.beside(words.departments.tax, 'oost', 'east') }", &c);
	assert_string_equal(c.title.nl, "Belastingen oost");
	assert_string_equal(c.title.en, "Tax east");
	config_clear(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_lever_can_stand_in_a_plan_and_at_the_start),
		cmocka_unit_test(a_lever_keeps_its_settings_but_for_those_given),
		cmocka_unit_test(every_programme_is_an_entry_with_a_reason_in_both_languages),
		cmocka_unit_test(a_programme_takes_fields_of_the_entry_and_of_its_own),
		cmocka_unit_test(programmes_are_told_by_their_titles),
		cmocka_unit_test(designs_size_the_pool_by_its_work),
		cmocka_unit_test(municipalities_have_the_staff_that_is_asked),
		cmocka_unit_test(organisations_together_keep_their_own_departments),
		cmocka_unit_test(assume_writes_an_assumption_in_a_line),
		cmocka_unit_test(words_are_there_in_both_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
