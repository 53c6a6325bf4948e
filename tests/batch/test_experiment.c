// Experiments: what is written becomes alternatives of a scenario, every mistake is told in both languages, and
// running out of memory anywhere leaves nothing behind. GOLDEN=1 rewrites the expected messages.
#include "batch/alternatives.h"
#include "batch/store.h"
#include "file.h"
#include "mem.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct err err;  // large
static char folder[] = "/tmp/stoeprand-test-XXXXXX", scenario_path[160], path[160];

static const char *const scenario =
	"return scenario { title = 'Town', start = 2025, years = 3, seed = 7, warm_up = 10,\n"
	"  departments = { { id = 'desk', staff = 30, kerbs { room = 0.3 }, work = { standard { hours = 4 }, standard { hours = 2, weight = 0.5 } } },\n"
	"    { id = 'plans', staff = 20 } },\n"
	"  assignments = { complex { share = 0.25 } },\n"
	"  plan = { { id = 'days', at = '2025-W10', department = 'desk', programme { name = 'first', hours = 8, mixed = true, content = { mindset = 0.5 } } },\n"
	"    { at = '2025-W20', set = { ['scharreltijd.share'] = 0.05, ['followup.induction'] = 0.5 } },\n"
	"    { at = '2026-W01', to = '2026-W30', followup { periodic_talks = 0.5 }, kerbs { room = 0.6 } } },\n"
	"  assumptions = { ['plan.first.hours'] = { range = { 6, 9 }, why = '?' } } }\n";

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int begin(void **state)
{
	if (!mkdtemp(folder))
		return -1;
	snprintf(scenario_path, sizeof scenario_path, "%s/town.lua", folder);
	snprintf(path, sizeof path, "%s/question.lua", folder);
	write_file(scenario_path, scenario);
	return 0;
}

static int end(void **state)
{
	unlink(scenario_path);
	unlink(path);
	return rmdir(folder);
}

static struct experiment *opened(const char *body)
{
	char text[4096];
	snprintf(text, sizeof text, "return experiment { scenario = 'town', %s }", body);
	write_file(path, text);
	err_clear(&err);
	struct experiment *x = experiment_open(path, &err);
	if (!x)
		fail_msg("%s", err.text[LANG_EN]);
	return x;
}

static struct results expanded(const struct experiment *x)
{
	struct results results;
	err_clear(&err);
	if (!alternatives_make(x, &results, &err))
		fail_msg("%s", err.text[LANG_EN]);
	return results;
}

// The config of an experiment's only alternative.
static struct config made(const char *body)
{
	struct config config;
	struct experiment *x = opened(body);
	struct results results = expanded(x);
	assert_int_equal(results.point_count, 1);
	if (!alternatives_config(x, &results, 0, &config, &err))
		fail_msg("%s", err.text[LANG_EN]);
	results_clear(&results);
	experiment_close(x);
	return config;
}

static void close_to(double found, double wanted)
{
	if (!(found > wanted - 1e-9 && found < wanted + 1e-9))
		fail_msg("%.10g, not %.10g", found, wanted);
}

// ---- values

static void settings_are_put_as_by_set(void **state)
{
	struct config c = made("set = { ['kerbs.room'] = 0.7, ['departments.plans.kerbs.room'] = 0.2, ['demand.complex_share'] = 0.4, ['mechanisms.voice'] = false }");
	close_to(c.setting[PARAM_KERBS_ROOM], 0.7);
	assert_true(isnan(c.department[0].setting[PARAM_KERBS_ROOM]));
	close_to(c.department[1].setting[PARAM_KERBS_ROOM], 0.2);
	close_to(c.setting[PARAM_DEMAND_COMPLEX_SHARE], 0.4);
	close_to(c.setting[PARAM_MECHANISMS_VOICE], 0);
	assert_int_equal(c.seed, 7);
	config_clear(&c);
}

static void what_a_scenario_writes_can_be_replaced(void **state)
{
	struct config c = made("set = { ['departments.desk.staff'] = 44, ['departments.desk.standard[2].hours'] = 3, ['departments.plans.standard.hours'] = 6,\n"
		"warm_up = 20, title = 'Other' }");
	assert_int_equal(c.department[0].staff, 44);
	close_to(c.department[0].stream[0].hours, 4);
	close_to(c.department[0].stream[1].hours, 3);
	close_to(c.department[1].stream[0].hours, 6);
	assert_int_equal(c.warm_up_weeks, 20);
	assert_string_equal(c.title.nl, "Other");
	config_clear(&c);
}

static double planned(const struct config *c, int param, int week)
{
	return config_planned_value(c, 1, param, week, c->change_count);
}

static void the_plan_is_reached_by_id_programme_lever_and_number(void **state)
{
	struct config c = made("set = { ['plan.days.at'] = '2025-W12', ['plan.first.hours'] = 16, ['plan.days.programme.content.mindset'] = 0.9,\n"
		"['plan.first.mixed'] = false, ['plan.scharreltijd.share'] = 0.1, ['plan[3].kerbs.room'] = 0.8, ['plan.followup.induction'] = 0.7 }");
	assert_int_equal(c.entry[0].week, 11);
	close_to(c.programme[0].hours, 16);
	close_to(c.programme[0].content[CONTENT_MINDSET], 0.9);
	assert_false(c.programme[0].mixed);
	close_to(planned(&c, PARAM_SCHARRELTIJD_SHARE, 30), 0.1);
	close_to(planned(&c, PARAM_KERBS_ROOM, 60), 0.8);
	close_to(planned(&c, PARAM_FOLLOWUP_INDUCTION, 30), 0.7);
	assert_int_equal(c.entry_count, 3);
	config_clear(&c);
}

static void false_takes_entries_and_levers_away(void **state)
{
	struct config c = made("set = { ['plan.first'] = false, ['plan.followup'] = false }");
	assert_int_equal(c.entry_count, 2);
	assert_int_equal(c.programme_count, 0);
	close_to(planned(&c, PARAM_SCHARRELTIJD_SHARE, 30), 0.05);
	close_to(planned(&c, PARAM_FOLLOWUP_INDUCTION, 30), 0);
	close_to(planned(&c, PARAM_FOLLOWUP_PERIODIC_TALKS, 60), 0);
	close_to(planned(&c, PARAM_KERBS_ROOM, 60), 0.6);
	config_clear(&c);
	c = made("set = { ['plan[2]'] = false, ['plan.scharreltijd'] = false, ['plan.days'] = false, ['plan.kerbs'] = false }");
	assert_int_equal(c.entry_count, 1);
	config_clear(&c);
	c = made("set = { plan = false }");
	assert_int_equal(c.entry_count, 0);
	config_clear(&c);
}

static void a_design_adds_to_the_plan(void **state)
{
	struct config c = made("designs = { { id = 'more', plan = { { id = 'late', at = '2027-W02', scharreltijd { share = 0.1 } } } } }");
	assert_int_equal(c.entry_count, 4);
	close_to(planned(&c, PARAM_SCHARRELTIJD_SHARE, 105), 0.1);
	config_clear(&c);
}

static void years_break_a_plan_off_or_let_it_go_on(void **state)
{
	struct config c = made("years = 1");
	assert_int_equal(c.years, 1);
	config_clear(&c);
	c = made("years = 6, designs = { { id = 'late', plan = { { at = '2030-W01', kerbs { room = 1 } } } } }");
	assert_int_equal(c.years, 6);
	close_to(planned(&c, PARAM_KERBS_ROOM, 270), 1);
	config_clear(&c);
}

// ---- alternatives

static void label_is(const struct results *results, int point, const char *label)
{
	assert_string_equal(results->point[point].label, label);
}

static void factorial_moves_the_last_factor_fastest(void **state)
{
	struct experiment *x = opened("designs = { { id = 'a' }, { id = 'b', set = { ['pool.share'] = 0.2 } } },\n"
		"vary = { ['kerbs.room'] = range(0.2, 0.6, 3), ['mechanisms.voice'] = { true, false } }, baseline = 'b'");
	struct results results = expanded(x);
	assert_int_equal(results.point_count, 12);
	label_is(&results, 0, "a · kerbs.room 0.2 · mechanisms.voice true");
	label_is(&results, 1, "a · kerbs.room 0.2 · mechanisms.voice false");
	label_is(&results, 11, "b · kerbs.room 0.6 · mechanisms.voice false");
	close_to(results.point[11].value[0], 0.6);
	close_to(results.point[11].value[1], 1);
	assert_int_equal(results_baseline(&results), 6);
	assert_int_equal(results_baseline_of(&results, 3), 9);
	assert_int_equal(results_baseline_of(&results, 10), 6);
	assert_true(results.factor[0].is_range);
	assert_true(isnan(results.factor[1].min));
	assert_string_equal(results.factor[1].level[1], "false");
	results_clear(&results);
	experiment_close(x);
}

static void one_at_a_time_leaves_the_others_as_they_are(void **state)
{
	struct experiment *x = opened("vary = { ['kerbs.room'] = range(0.2, 0.6), ['plan.days.at'] = range('2025-W02', '2025-W40'), ['plan.first.hours'] = { 4, 8, 12 } },\n"
		"design = one_at_a_time");
	struct results results = expanded(x);
	assert_int_equal(results.point_count, 8);
	label_is(&results, 0, "town");
	label_is(&results, 2, "kerbs.room 0.6");
	label_is(&results, 3, "plan.days.at 2025-W02");
	label_is(&results, 7, "plan.first.hours 12");
	assert_int_equal(results_baseline(&results), 0);
	close_to(results.point[3].value[1], 2);
	close_to(results.point[3].value[2], 8);
	assert_false(results.point[3].set[2]);
	assert_true(results.point[3].set[1]);
	struct config c;
	assert_true(alternatives_config(x, &results, 4, &c, &err));
	assert_int_equal(c.entry[0].week, 39);
	close_to(c.setting[PARAM_KERBS_ROOM], param_table[PARAM_KERBS_ROOM].value);
	config_clear(&c);
	results_clear(&results);
	experiment_close(x);
}

static void a_factor_says_what_it_is_and_whose(void **state)
{
	(void)state;
	struct experiment *x = opened("vary = { ['departments.plans.staff'] = range(20, 30), ['kerbs.room'] = range(0.2, 0.6), ['plan.days.at'] = range('2025-W05', '2025-W40') }, design = lhs(3)");
	struct results results = expanded(x);
	assert_int_equal(results.factor_count, 3);
	for (int k = 0; k < 3; k++) {
		const struct results_factor *factor = &results.factor[k];
		bool staff = strcmp(factor->key, "departments.plans.staff") == 0, room = strcmp(factor->key, "kerbs.room") == 0;
		if (staff)
			assert_non_null(strstr(factor->label.nl, "Formatieplaatsen · "));
		else
			assert_string_equal(factor->label.en, room ? "Room" : "Week of plan.days.at");
		if (!staff && !room)
			assert_string_equal(factor->unit, "week");
	}
	results_clear(&results);
	experiment_close(x);
}

static void drawn_designs_have_the_rows_of_points(void **state)
{
	static const struct { const char *design; int rows; } kinds[] = { { "lhs(6)", 6 }, { "sobol(4)", 16 }, { "morris(3)", 9 } };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		char body[256];
		snprintf(body, sizeof body, "vary = { ['kerbs.room'] = range(0.2, 0.6), ['recruitment.delay_weeks'] = range(4, 9) }, design = %s, baseline = 'scenario'", kinds[i].design);
		struct experiment *x = opened(body);
		struct results results = expanded(x);
		assert_int_equal(results.point_count, kinds[i].rows + 1);
		assert_int_equal(results_baseline(&results), kinds[i].rows);
		assert_true(results.factor[1].is_whole);
		for (int p = 0; p < kinds[i].rows; p++) {
			double weeks = results.point[p].value[1];
			close_to(weeks, floor(weeks));
			assert_true(weeks >= 4 && weeks <= 9 && results.point[p].value[0] >= 0.2 && results.point[p].value[0] <= 0.6);
		}
		results_clear(&results);
		experiment_close(x);
	}
}

static void a_baseline_of_values_is_found_or_added(void **state)
{
	struct experiment *x = opened("vary = { ['kerbs.room'] = { 0.2, 0.4 } }, baseline = { ['kerbs.room'] = 0.4 }");
	struct results results = expanded(x);
	assert_int_equal(results.point_count, 2);
	assert_int_equal(results_baseline(&results), 1);
	results_clear(&results);
	experiment_close(x);
	x = opened("vary = { ['kerbs.room'] = { 0.2, 0.4 } }, baseline = { ['kerbs.room'] = 0.5 }");
	results = expanded(x);
	assert_int_equal(results.point_count, 3);
	assert_int_equal(results_baseline(&results), 2);
	close_to(results.point[2].value[0], 0.5);
	results_clear(&results);
	experiment_close(x);
}

static void a_design_may_have_its_own_baseline(void **state)
{
	struct experiment *x = opened("designs = { { id = 'a' }, { id = 'b' }, { id = 'c', baseline = 'b' } }, vary = { ['kerbs.room'] = { 0.2, 0.4 } },\n"
		"baseline = { design = 'a', ['kerbs.room'] = 0.4 }");
	struct results results = expanded(x);
	assert_int_equal(results.point_count, 6);
	assert_int_equal(results_baseline(&results), 1);
	assert_int_equal(results_baseline_of(&results, 0), 1);
	assert_int_equal(results_baseline_of(&results, 2), 0);
	assert_int_equal(results_baseline_of(&results, 4), 2);
	assert_int_equal(results_baseline_of(&results, 5), 3);
	results_clear(&results);
	experiment_close(x);
}

// What a report tells of a design is all in which it differs from the scenario as it is, and nothing else.
static void what_a_design_does_is_told(void **state)
{
	struct experiment *x = opened("designs = { { id = 'same' }, { id = 'less', set = { ['plan.days'] = false } }, { id = 'more',\n"
		"  set = { ['pool.share'] = 0.2, ['departments.desk.kerbs.room'] = 0.8, ['mechanisms.voice'] = false },\n"
		"  plan = { { at = '2027-W02', scharreltijd { share = 0.1 } } } } }");
	struct results results = expanded(x);
	assert_string_equal(results.named[0].what.nl, "");
	assert_string_equal(results.named[0].what.en, "");
	assert_ptr_equal(strstr(results.named[1].what.en, "without 2025-W10: "), results.named[1].what.en);
	assert_null(strchr(results.named[1].what.en, '\n'));
	assert_non_null(strstr(results.named[2].what.nl, ": 0\u00A0% → 20\u00A0%"));
	assert_non_null(strstr(results.named[2].what.en, "desk: "));
	assert_non_null(strstr(results.named[2].what.en, ": 0.3 → 0.8"));
	assert_non_null(strstr(results.named[2].what.nl, ": aan → uit"));
	assert_non_null(strstr(results.named[2].what.en, "2027-W02: "));
	int lines = 1;
	for (const char *at = results.named[2].what.en; (at = strchr(at, '\n')); at++)
		lines++;
	assert_int_equal(lines, 4);
	results_clear(&results);
	experiment_close(x);
}

static void measures_have_windows_keys_and_labels(void **state)
{
	struct experiment *x = opened("measure = { 'mindset', 'outflow', final 'outflow', mean { 'strain', unit = 'desk', from = '2026-W01', to = '2026-W10' },\n"
		"path { 'mindset', every = 13 }, mean 'strain', mean { 'strain', from = '2026-W01' } }");
	static const struct { const char *key; int from, to; } wanted[] = { { "mindset", 155, 155 }, { "outflow", 104, 155 }, { "outflow.final", 155, 155 },
		{ "strain.desk.mean", 52, 61 }, { "strain.mean", 104, 155 }, { "strain.mean.2026-W01.2027-W52", 52, 155 } };
	assert_int_equal(x->outcome_count, 6);
	for (int i = 0; i < 6; i++) {
		assert_string_equal(x->outcome[i].key, wanted[i].key);
		assert_int_equal(x->outcome[i].from_week, wanted[i].from);
		assert_int_equal(x->outcome[i].to_week, wanted[i].to);
	}
	assert_int_equal(x->outcome[0].every, 13);
	assert_string_equal(x->outcome[3].label.nl, "Belasting · desk (gemiddeld)");
	experiment_close(x);
}

// ---- mistakes

static void compare(const char *base, enum lang lang)
{
	char name[512], *wanted;
	size_t length;
	snprintf(name, sizeof name, "tests/bad/experiments/%s.%s.txt", base, lang == LANG_NL ? "nl" : "en");
	if (getenv("GOLDEN")) {
		write_file(name, err.text[lang]);
		return;
	}
	assert_true(file_read(name, (unsigned char **)&wanted, &length, NULL));
	if (strcmp(wanted, err.text[lang]) != 0)
		fail_msg("%s has\n%sfound was\n%s", name, wanted, err.text[lang]);
	mem_free(wanted);
}

static void bad_experiments_give_exactly_their_messages(void **state)
{
	DIR *files = opendir("tests/bad/experiments");
	int count = 0;
	assert_non_null(files);
	for (struct dirent *entry; (entry = readdir(files));) {
		char base[256], name[512];
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 4, ".lua") != 0)
			continue;
		snprintf(base, sizeof base, "%.*s", (int)(length - 4), entry->d_name);
		snprintf(name, sizeof name, "tests/bad/experiments/%s", entry->d_name);
		err_clear(&err);
		struct experiment *x = experiment_open(name, &err);
		struct results results = { 0 };
		if (x && alternatives_make(x, &results, &err))
			fail_msg("%s is right", name);
		results_clear(&results);
		experiment_close(x);
		compare(base, LANG_NL);
		compare(base, LANG_EN);
		count++;
	}
	closedir(files);
	assert_true(count >= 10);
}

static void shipped_experiments_are_right_and_complete(void **state)
{
	DIR *files = opendir("scenarios/experiments");
	int count = 0;
	assert_non_null(files);
	for (struct dirent *entry; (entry = readdir(files));) {
		char name[512];
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 4, ".lua") != 0)
			continue;
		snprintf(name, sizeof name, "scenarios/experiments/%s", entry->d_name);
		err_clear(&err);
		struct experiment *x = experiment_open(name, &err);
		if (!x)
			fail_msg("%s", err.text[LANG_EN]);
		struct results results = expanded(x);
		assert_true(*results.title.nl && *results.question.nl && strcmp(results.question.nl, results.question.en) != 0);
		assert_true(results_baseline(&results) >= 0 && x->replicates >= 20);
		for (int k = 0; k < results.named_count; k++)
			assert_true(*results.named[k].name.nl && *results.named[k].name.en);
		for (int p = 0; p < results.point_count; p++) {
			struct config config;
			if (!alternatives_config(x, &results, p, &config, &err))
				fail_msg("%s", err.text[LANG_EN]);
			config_clear(&config);
		}
		results_clear(&results);
		experiment_close(x);
		count++;
	}
	closedir(files);
	assert_true(count >= 5);
}

// ---- memory

static bool open_and_close(void)
{
	struct results results = { 0 };
	err_clear(&err);
	struct experiment *x = experiment_open(path, &err);
	struct config config;
	bool good = x && alternatives_make(x, &results, &err) && alternatives_config(x, &results, 3, &config, &err);
	if (good)
		config_clear(&config);
	results_clear(&results);
	experiment_close(x);
	return good;
}

static void each_failing_allocation_is_survived(void **state)
{
	experiment_close(opened("title = 'T', designs = { { id = 'a', plan = { { at = '2025-W30', kerbs { room = 0.1 } } } }, { id = 'b', set = { ['plan.first'] = false } } },\n"
		"vary = { ['departments.plans.staff'] = range(20, 30), ['plan.scharreltijd.share'] = { 0.1, 0.2 } }, design = lhs(3), measure = { 'mindset', mean 'strain' }"));
	long live = mem_live(), n = 1;
	for (; n < 100000; n++) {
		mem_fail(n, 1);
		bool good = open_and_close();
		mem_fail(0, 0);
		assert_int_equal(mem_live(), live);
		if (good)
			break;
		assert_true(err_is_memory(&err));
	}
	assert_true(n > 100 && n < 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(settings_are_put_as_by_set),
		cmocka_unit_test(what_a_scenario_writes_can_be_replaced),
		cmocka_unit_test(the_plan_is_reached_by_id_programme_lever_and_number),
		cmocka_unit_test(false_takes_entries_and_levers_away),
		cmocka_unit_test(a_design_adds_to_the_plan),
		cmocka_unit_test(years_break_a_plan_off_or_let_it_go_on),
		cmocka_unit_test(factorial_moves_the_last_factor_fastest),
		cmocka_unit_test(one_at_a_time_leaves_the_others_as_they_are),
		cmocka_unit_test(a_factor_says_what_it_is_and_whose),
		cmocka_unit_test(drawn_designs_have_the_rows_of_points),
		cmocka_unit_test(a_baseline_of_values_is_found_or_added),
		cmocka_unit_test(a_design_may_have_its_own_baseline),
		cmocka_unit_test(what_a_design_does_is_told),
		cmocka_unit_test(measures_have_windows_keys_and_labels),
		cmocka_unit_test(bad_experiments_give_exactly_their_messages),
		cmocka_unit_test(shipped_experiments_are_right_and_complete),
		cmocka_unit_test(each_failing_allocation_is_survived),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
