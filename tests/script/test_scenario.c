// Scenarios: what is written lands in the config, every mistake is told in both languages, and
// running out of memory anywhere leaves nothing behind. GOLDEN=1 rewrites the expected messages.
#include "script/scenario.h"

#include "mem.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct err err;  // large

static bool load(const char *text, struct config *config)
{
	err_clear(&err);
	return scenario_load_text(text, strlen(text), "test.lua", "tests/bad", config, &err);
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

static void refused(const char *text, const char *nl, const char *en)
{
	struct config config;
	assert_false(load(text, &config));
	assert_string_equal(err.text[LANG_NL], nl);
	assert_string_equal(err.text[LANG_EN], en);
}

static const char *const good =
	"return scenario {\n"
	"  version = 1, title = { nl = 'Proef', en = 'Trial' }, story = 'Een tekst',\n"
	"  start = 2023, years = 4, seed = 9223372036854775807, warm_up = 26,\n"
	"  kerbs = { room = 0.45 },\n"
	"  mechanisms = { influence = false, exits = 0 }, model = { ['influence.rate'] = 0.02 },\n"
	"  departments = {\n"
	"    { id = 'permits', name = { nl = 'Vergunningen', en = 'Permits' }, staff = 90, discipline = 'law',\n"
	"      work = { standard { hours = 6, term_weeks = 8, occupancy = 0.7, weight = 0.4 }, standard { hours = 2, "
	"weight = 0.6 } },\n"
	"      leadership = { direction = 0.7, coaching = 0.2, example = 0.3, hours = 1.5 },\n"
	"      kerbs { room = 0.3, clarity = 0.5 }, klussenbank = { protected = false } },\n"
	"    { id = 'tax', staff = 40, work = {} },\n"
	"    { id = 'social', staff = 70 },\n"
	"  },\n"
	"  assignments = { complex { share = 0.35, complexity = { 0.3, 0.8 }, disciplines = { 2, 4 }, term_weeks = 30 "
	"} },\n"
	"  pool = { share = 0.1, decree = true, kerbs = { room = 0.7 } },\n"
	"  plan = {\n"
	"    { at = '2024-W01', set = { ['scharreltijd.share'] = 0.05 }, why = '5 % scharreltijd' },\n"
	"    { at = '2023-W02', programme { name = 'ownership', weeks = 48, hours = 8, coverage = 0.9, group_size = "
	"17, mixed = true,\n"
	"        content = { ownership = 0.5, alliance = 0.4 } } },\n"
	"    { at = '2024-W10', to = '2024-W20', departments = { 'permits', 'pool' }, kerbs { room = 0.6, clarity = "
	"0.7 },\n"
	"      why = { nl = 'ruimte', en = 'room' } },\n"
	"    { at = '2024-W20', department = 'permits', kerbs { room = 0.65 } },\n"
	"    { at = '2024-W22', set = { ['departments.tax.job.rigidity'] = 0.2, ['mechanisms.moves'] = false } },\n"
	"    { at = '2024-W30', to = '2027-W01', themeweek { workshops = 40, seats = 15, content = { mindset = 0.3 } } "
	"},\n"
	"    { at = '2026-W52', to = '2027-W01', feasibility_test { on = true } },\n"
	"  },\n"
	"  assumptions = {\n"
	"    ['departments.permits.staff'] = { range = { 50, 130 }, why = { nl = 'onbekend', en = 'unknown' } },\n"
	"    ['departments.permits.standard[2].hours'] = { range = { 1, 3 }, why = '?' },\n"
	"    ['departments.permits.kerbs.room'] = { range = { 0, 1 }, why = '?' },\n"
	"    ['kerbs.room'] = { range = { 0, 1 }, why = '?' },\n"
	"    ['plan.ownership.group_size'] = { range = { 10, 20 }, why = '?' },\n"
	"    ['plan.ownership.content.alliance'] = { range = { 0, 1 }, why = '?' },\n"
	"    ['plan.themeweek.hours'] = { range = { 1, 4 }, why = '?' },\n"
	"    ['plan.scharreltijd.share'] = { range = { 0, 0.1 }, why = '?' },\n"
	"    ['plan[3].kerbs.room'] = { range = { 0, 1 }, why = '?' },\n"
	"  },\n"
	"  look = { 'Kijk', { nl = 'Zie', en = 'See' } }, question = 'Waarom?',\n"
	"}\n";

static void organisation_lands_in_config(void **state)
{
	struct config c;
	must_load(good, &c);
	assert_string_equal(c.name, "test");
	assert_string_equal(c.title.nl, "Proef");
	assert_string_equal(c.title.en, "Trial");
	assert_string_equal(c.story.en, "Een tekst");
	assert_int_equal(c.start_year, 2023);
	assert_int_equal(c.years, 4);
	assert_int_equal(c.warm_up_weeks, 26);
	assert_true(c.seed == UINT64_C(9223372036854775807));
	close_to(c.setting[PARAM_KERBS_ROOM], 0.45);
	close_to(c.setting[PARAM_MECHANISMS_INFLUENCE], 0);
	close_to(c.setting[PARAM_MECHANISMS_EXITS], 0);
	close_to(c.setting[PARAM_INFLUENCE_RATE], 0.02);
	close_to(c.setting[PARAM_DEMAND_COMPLEX_SHARE], 0.35);
	close_to(c.setting[PARAM_COMPLEX_COMPLEXITY_MIN], 0.3);
	close_to(c.setting[PARAM_COMPLEX_COMPLEXITY_MAX], 0.8);
	close_to(c.setting[PARAM_COMPLEX_DISCIPLINES_MAX], 4);
	close_to(c.setting[PARAM_COMPLEX_TERM_WEEKS], 30);
	close_to(c.setting[PARAM_POOL_SHARE], 0.1);
	close_to(c.setting[PARAM_POOL_DECREE], 1);
	close_to(c.pool_setting[PARAM_KERBS_ROOM], 0.7);
	config_clear(&c);
}

static void departments_land_in_config(void **state)
{
	struct config c;
	must_load(good, &c);
	assert_int_equal(c.department_count, 3);
	const struct department *d = &c.department[0];
	assert_string_equal(d->id, "permits");
	assert_string_equal(d->name.nl, "Vergunningen");
	assert_string_equal(d->discipline, "law");
	assert_int_equal(d->staff, 90);
	assert_int_equal(d->stream_count, 2);
	close_to(d->stream[0].hours, 6);
	close_to(d->stream[0].occupancy, 0.7);
	close_to(d->stream[1].weight, 0.6);
	close_to(d->stream[1].term_weeks, param_table[PARAM_STANDARD_TERM_WEEKS].value);
	close_to(d->setting[PARAM_LEADERSHIP_DIRECTION], 0.7);
	close_to(d->setting[PARAM_KERBS_ROOM], 0.3);
	close_to(d->setting[PARAM_KLUSSENBANK_PROTECTED], 0);
	assert_true(d->setting[PARAM_JOB_RIGIDITY] != d->setting[PARAM_JOB_RIGIDITY]);
	close_to(config_value(&c, 2, PARAM_KERBS_ROOM), 0.45);
	assert_int_equal(c.department[1].stream_count, 0);
	assert_string_equal(c.department[1].discipline, "tax");
	assert_string_equal(c.department[1].name.en, "tax");
	assert_int_equal(c.department[2].stream_count, 1);
	config_clear(&c);
}

struct expected {
	int week;
	enum change_kind kind;
	int unit, param;
	double value;
	int entry;
};

static void plan_becomes_changes_in_order(void **state)
{
	static const struct expected wanted[] = {
		{ 1, CHANGE_PROGRAMME_START, CONFIG_UNIT_ALL, 0, 0, 1 },
		{ 52, CHANGE_SET, CONFIG_UNIT_ALL, PARAM_SCHARRELTIJD_SHARE, 0.05, 0 },
		{ 61, CHANGE_SET, 1, PARAM_KERBS_CLARITY, 0.7, 2 },
		{ 61, CHANGE_SET, 0, PARAM_KERBS_CLARITY, 0.7, 2 },
		{ 61, CHANGE_SET, 1, PARAM_KERBS_ROOM, 0.6, 2 },
		{ 61, CHANGE_SET, 0, PARAM_KERBS_ROOM, 0.6, 2 },
		{ 71, CHANGE_RESET, 1, PARAM_KERBS_CLARITY, 0, 2 },
		{ 71, CHANGE_RESET, 0, PARAM_KERBS_CLARITY, 0, 2 },
		{ 71, CHANGE_RESET, 1, PARAM_KERBS_ROOM, 0, 2 },
		{ 71, CHANGE_RESET, 0, PARAM_KERBS_ROOM, 0, 2 },
		{ 71, CHANGE_SET, 1, PARAM_KERBS_ROOM, 0.65, 3 },
		{ 73, CHANGE_SET, 2, PARAM_JOB_RIGIDITY, 0.2, 4 },
		{ 73, CHANGE_SET, CONFIG_UNIT_ALL, PARAM_MECHANISMS_MOVES, 0, 4 },
		{ 81, CHANGE_PROGRAMME_START, CONFIG_UNIT_ALL, 0, 0, 5 },
		{ 207, CHANGE_SET, CONFIG_UNIT_ALL, PARAM_FEASIBILITY_TEST_ON, 1, 6 },
	};
	struct config c;
	must_load(good, &c);
	assert_int_equal(c.change_count, sizeof wanted / sizeof *wanted);
	for (int i = 0; i < c.change_count; i++) {
		const struct change *found = &c.change[i];
		assert_int_equal(found->week, wanted[i].week);
		assert_int_equal(found->kind, wanted[i].kind);
		assert_int_equal(found->unit, wanted[i].unit);
		assert_int_equal(found->param, wanted[i].param);
		close_to(found->value, wanted[i].value);
		assert_int_equal(found->entry, wanted[i].entry);
	}
	config_clear(&c);
}

static void programmes_land_in_config(void **state)
{
	struct config c;
	must_load(good, &c);
	assert_int_equal(c.programme_count, 2);
	assert_string_equal(c.programme[0].name, "ownership");
	assert_int_equal(c.programme[0].weeks, 48);
	assert_int_equal(c.programme[0].group_size, 17);
	assert_true(c.programme[0].mixed);
	close_to(c.programme[0].content[CONTENT_ALLIANCE], 0.4);
	close_to(c.programme[0].content[CONTENT_MINDSET], 0);
	config_clear(&c);
}

// 600 seats over 200 people: three workshops of two hours each.
static void theme_week_is_a_yearly_programme_of_a_week(void **state)
{
	struct config c;
	must_load(good, &c);
	const struct programme *week = &c.programme[1];
	assert_string_equal(week->name, "themeweek");
	assert_int_equal(week->weeks, 1);
	assert_int_equal(week->repeat_weeks, 52);
	assert_int_equal(week->group_size, 15);
	assert_true(week->mixed);
	close_to(week->coverage, 1);
	close_to(week->hours, 6);
	config_clear(&c);
	must_load("return scenario { departments = { { id = 'a', staff = 100 }, { id = 'b', staff = 100 } }, plan = {"
		  "{ at = '2025-W02', department = 'a', themeweek { workshops = 5, seats = 10, yearly = false } } } }",
		&c);
	close_to(c.programme[0].coverage, 0.5);
	close_to(c.programme[0].hours, 2);
	assert_int_equal(c.programme[0].repeat_weeks, 0);
	config_clear(&c);
}

static void entries_tell_what_they_do_in_both_languages(void **state)
{
	static const char *const wanted[][LANG_COUNT] = {
		{ "Deel van de week als scharreltijd 0 → 0,05", "Share of the week as free time 0 → 0.05" },
		{ "programma ownership: 48 weken, 8 uur per deelnemer, 90 % van de medewerkers",
			"programme ownership: 48 weeks, 8 hours a participant, 90% of the staff" },
		{ "Helderheid van de stoepranden → 0,7 (Vergunningen, de pool); Ruimte → 0,6 (Vergunningen, de pool)",
			"Clarity of the kerbs → 0.7 (Permits, the pool); Room → 0.6 (Permits, the pool)" },
		{ "Ruimte 0,3 → 0,65 (Vergunningen)", "Room 0.3 → 0.65 (Permits)" },
		{ "Hoe strak de functiebeschrijving bindt 0,5 → 0,2 (tax); mechanisms.moves ja → nee",
			"How tightly the job description binds 0.5 → 0.2 (tax); mechanisms.moves yes → no" },
		{ "elk jaar programma themeweek: 1 week, 6 uur per deelnemer, 100 % van de medewerkers",
			"every year programme themeweek: 1 week, 6 hours a participant, 100% of the staff" },
		{ "Uitvoerbaarheidstoets voor opdrachten nee → ja", "Feasibility test for assignments no → yes" },
	};
	struct config c;
	must_load(good, &c);
	assert_int_equal(c.entry_count, sizeof wanted / sizeof *wanted);
	for (int i = 0; i < c.entry_count; i++) {
		assert_string_equal(c.entry[i].what.nl, wanted[i][LANG_NL]);
		assert_string_equal(c.entry[i].what.en, wanted[i][LANG_EN]);
	}
	assert_string_equal(c.entry[2].why.nl, "ruimte");
	assert_string_equal(c.entry[0].why.en, "5 % scharreltijd");
	assert_null(c.entry[1].why.nl);
	assert_int_equal(c.entry[2].week, 61);
	assert_int_equal(c.entry[2].until_week, 71);
	assert_int_equal(c.entry[0].until_week, -1);
	config_clear(&c);
}

static void assumptions_get_their_value(void **state)
{
	static const struct {
		const char *key;
		double value;
	} wanted[] = {
		{ "departments.permits.kerbs.room", 0.3 },
		{ "departments.permits.staff", 90 },
		{ "departments.permits.standard[2].hours", 2 },
		{ "kerbs.room", 0.45 },
		{ "plan.ownership.content.alliance", 0.4 },
		{ "plan.ownership.group_size", 17 },
		{ "plan.scharreltijd.share", 0.05 },
		{ "plan.themeweek.hours", 2 },
		{ "plan[3].kerbs.room", 0.6 },
	};
	struct config c;
	must_load(good, &c);
	assert_int_equal(c.assumption_count, sizeof wanted / sizeof *wanted);
	for (int i = 0; i < c.assumption_count; i++) {
		assert_string_equal(c.assumption[i].key, wanted[i].key);
		close_to(c.assumption[i].value, wanted[i].value);
	}
	close_to(c.assumption[1].min, 50);
	close_to(c.assumption[1].max, 130);
	assert_string_equal(c.assumption[1].why.en, "unknown");
	config_clear(&c);
}

#define WITH(field) "return scenario { departments = { { id = 'a', staff = 10 } }, " field " }"

static void what_to_look_at_is_a_text_or_a_list_of_texts(void **state)
{
	struct config c;
	must_load(WITH("look = { nl = 'Kijk', en = 'Look' }, question = { nl = 'Waarom?', en = 'Why?' }"), &c);
	assert_int_equal(c.look_count, 1);
	assert_string_equal(c.look[0].nl, "Kijk");
	assert_string_equal(c.look[0].en, "Look");
	assert_string_equal(c.question.nl, "Waarom?");
	assert_string_equal(c.question.en, "Why?");
	config_clear(&c);
	must_load(WITH("look = { '1', { nl = 'twee', en = 'two' }, '3', '4', '5' }, question = 'Why?'"), &c);
	assert_int_equal(c.look_count, 5);
	assert_string_equal(c.look[0].nl, "1");
	assert_string_equal(c.look[1].en, "two");
	assert_string_equal(c.look[4].en, "5");
	assert_string_equal(c.question.nl, "Why?");
	config_clear(&c);
	must_load(WITH(""), &c);
	assert_int_equal(c.look_count, 0);
	assert_null(c.question.nl);
	config_clear(&c);
}

static void mistakes_in_what_to_look_at_are_told(void **state)
{
	refused(WITH("look = {}"), "test.lua: look: hier staat geen tekst in\n",
		"test.lua: look: there is no text in here\n");
	refused(WITH("look = { '1', '2', '3', '4', '5', '6' }"), "test.lua: look: 6 teksten; hooguit 5\n",
		"test.lua: look: 6 texts; at most 5\n");
	refused(WITH("look = { '1', two = '2' }"),
		"test.lua: look.two: in een lijst van teksten staat geen naam voor de tekst\n",
		"test.lua: look.two: in a list of texts no name stands before a text\n");
	refused(WITH("look = { '1', { nl = 'twee' } }, question = { en = 'Why?' }"),
		"test.lua: look[2].en: deze tekst ontbreekt\ntest.lua: question.nl: deze tekst ontbreekt\n",
		"test.lua: look[2].en: this text is missing\ntest.lua: question.nl: this text is missing\n");
	refused(WITH("look = 3, question = { 'Why?' }"),
		"test.lua: look: hier hoort een tekst of { nl = …, en = … }, gevonden: een getal\n"
		"test.lua: question[1]: deze waarde heeft geen naam\n"
		"test.lua: question.nl: deze tekst ontbreekt\ntest.lua: question.en: deze tekst ontbreekt\n",
		"test.lua: look: a text or { nl = …, en = … } is expected here, found: a number\n"
		"test.lua: question[1]: this value has no name\n"
		"test.lua: question.nl: this text is missing\ntest.lua: question.en: this text is missing\n");
	refused(WITH("quesion = 'Why?'"), "test.lua: quesion: onbekende sleutel; bedoelde u question?\n",
		"test.lua: quesion: unknown key; did you mean question?\n");
}

static void same_text_gives_the_same_hash_another_text_another(void **state)
{
	struct config a, b;
	const char *one = "return scenario { departments = { { id = 'a', staff = 10 } } }";
	must_load(one, &a);
	must_load(one, &b);
	assert_true(a.text_hash == b.text_hash && a.text_hash != 0);
	config_clear(&b);
	must_load("return scenario { departments = { { id = 'a', staff = 11 } } }", &b);
	assert_true(a.text_hash != b.text_hash);
	config_clear(&a);
	config_clear(&b);
}

static void a_lever_group_can_be_written_with_or_without_a_key(void **state)
{
	struct config a, b;
	must_load("return scenario { departments = { { id = 'a', staff = 10, kerbs { room = 0.1 } } }, job { rigidity "
		  "= 0.1 } }",
		&a);
	must_load("return scenario { departments = { { id = 'a', staff = 10, kerbs = { room = 0.1 } } }, job = { "
		  "rigidity = 0.1 } }",
		&b);
	assert_memory_equal(a.setting, b.setting, sizeof a.setting);
	close_to(a.department[0].setting[PARAM_KERBS_ROOM], b.department[0].setting[PARAM_KERBS_ROOM]);
	config_clear(&a);
	config_clear(&b);
}

static void a_constructor_copies_its_table(void **state)
{
	struct config c;
	must_load("local t = { room = 0.2 } local k = kerbs(t) t.room = 0.9\n"
		  "return scenario { departments = { { id = 'a', staff = 10, k } } }",
		&c);
	close_to(c.department[0].setting[PARAM_KERBS_ROOM], 0.2);
	config_clear(&c);
}

static void unknown_key_names_its_place_and_the_nearest_name(void **state)
{
	refused("return scenario { departments = { { id = 'permits', staff = 90, kerbs = { claritty = 1 } } } }",
		"test.lua: departments.permits.kerbs.claritty: onbekende sleutel; bedoelde u clarity?\n",
		"test.lua: departments.permits.kerbs.claritty: unknown key; did you mean clarity?\n");
}

static void every_group_is_known_everywhere(void **state)
{
	for (int g = 0; param_group(g); g++) {
		char text[512];
		struct config c;
		snprintf(text, sizeof text,
			"return scenario { %s = {}, pool = { kerbs = {} }, departments = { { id = 'a', staff = 10, %s "
			"= {} } }, "
			"plan = { { at = '2025-W02', %s {}, kerbs {} } } }",
			param_group(g), param_group(g), param_group(g));
		if (strcmp(param_group(g), "pool") == 0)
			continue;
		must_load(text, &c);
		config_clear(&c);
	}
}

// Its lowest, default and highest value are taken; what lies beyond is refused.
static void every_settable_row_can_be_set_by_plan_within_its_range(void **state)
{
	for (int id = 0; id < PARAM_COUNT; id++) {
		const struct param *row = &param_table[id];
		if (!param_settable(id) || strncmp(row->name, "merger.", 7) == 0)  // a merger is at the start
			continue;
		const double values[] = { row->min, row->value, row->max, row->max + 1, row->min - 1 };
		for (int i = 0; i < 5; i++) {
			char text[512];
			struct config c;
			snprintf(text, sizeof text,
				"return scenario { departments = { { id = 'a', staff = 10 } }, plan = { { at = "
				"'2025-W02', set = { ['%s'] = %.17g } } } }",
				row->name, values[i]);
			if (load(text, &c) != (i < 3))
				fail_msg("%s = %g: %s", row->name, values[i], err.text[LANG_EN]);
			config_clear(&c);
		}
	}
}

static void a_file_that_is_not_there_is_told(void **state)
{
	struct config c;
	err_clear(&err);
	assert_false(scenario_load("tests/bad/not-there.lua", &c, &err));
	assert_string_equal(err.text[LANG_EN],
		"tests/bad/not-there.lua: cannot read this file: the file or folder does not exist\n");
	err_clear(&err);
	assert_false(scenario_load("tests/bad", &c, &err));
	assert_int_equal(err.count, 1);
}

static void a_file_that_is_too_large_is_refused(void **state)
{
	char path[] = "/tmp/stoeprand-test-XXXXXX";
	struct config c;
	int file = mkstemp(path);
	assert_true(file >= 0);
	FILE *stream = fdopen(file, "w");
	for (int i = 0; i <= 4 << 10; i++)
		fprintf(stream, "%-1023s\n", "--");
	fclose(stream);
	err_clear(&err);
	assert_false(scenario_load(path, &c, &err));
	remove(path);
	assert_non_null(strstr(err.text[LANG_EN], "this file is larger than 4 MB"));
}

static void is_there(const char *path, const char *what, const struct words *words)
{
	if (!words->nl || !*words->nl || !words->en || !*words->en)
		fail_msg("%s: %s is not there in both languages", path, what);
}

static void is_complete(const char *path, const struct config *c)
{
	is_there(path, "title", &c->title);
	is_there(path, "story", &c->story);
	is_there(path, "question", &c->question);
	if (c->look_count < 1)
		fail_msg("%s: look is not there", path);
	for (int i = 0; i < c->look_count; i++)
		is_there(path, "look", &c->look[i]);
	for (int i = 0; i < c->department_count; i++)
		is_there(path, c->department[i].id, &c->department[i].name);
	for (int i = 0; i < c->entry_count; i++) {
		is_there(path, "why of an entry", &c->entry[i].why);
		is_there(path, "what of an entry", &c->entry[i].what);
	}
	for (int i = 0; i < c->assumption_count; i++) {
		const struct assumption *a = &c->assumption[i];
		is_there(path, a->key, &a->why);
		if (a->value < a->min || a->value > a->max || a->min >= a->max)
			fail_msg("%s: %s has no range around its value", path, a->key);
	}
}

static void shipped_scenarios_are_complete_in_both_languages(void **state)
{
	DIR *folder = opendir("scenarios");
	int files = 0;
	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		char path[512];
		struct config c;
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 4, ".lua") != 0)
			continue;
		snprintf(path, sizeof path, "scenarios/%s", entry->d_name);
		err_clear(&err);
		if (!scenario_load(path, &c, &err))
			fail_msg("%s", err.text[LANG_EN]);
		is_complete(path, &c);
		config_clear(&c);
		files++;
	}
	closedir(folder);
	assert_true(files >= 11);
}

// The text: over 90 % of the staff in 51 trainings of a day.
static void midden_groningen_has_51_groups(void **state)
{
	struct config c;
	err_clear(&err);
	assert_true(scenario_load("scenarios/midden-groningen.lua", &c, &err));
	const struct programme *p = &c.programme[0];
	int groups = (int)(p->coverage * config_staff(&c) / p->group_size + 0.5);
	assert_int_equal(groups, 51);
	assert_true(p->coverage > 0.9);
	config_clear(&c);
}

// ---- tests/bad: NAME.lua with NAME.nl.txt and NAME.en.txt

static char *read_text(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, ERR_TEXT_MAX);
	if (!file || !text)
		fail_msg("%s cannot be read", path);
	text[fread(text, 1, ERR_TEXT_MAX - 1, file)] = '\0';
	fclose(file);
	return text;
}

static void compare(const char *base, enum lang lang)
{
	char path[512];
	snprintf(path, sizeof path, "tests/bad/%s.%s.txt", base, lang == LANG_NL ? "nl" : "en");
	if (getenv("GOLDEN")) {
		FILE *file = fopen(path, "w");
		assert_non_null(file);
		fputs(err.text[lang], file);
		fclose(file);
		return;
	}
	char *wanted = read_text(path);
	if (strcmp(wanted, err.text[lang]) != 0)
		fail_msg("%s has\n%sfound was\n%s", path, wanted, err.text[lang]);
	free(wanted);
}

static void bad_scenarios_give_exactly_their_messages(void **state)
{
	DIR *folder = opendir("tests/bad");
	int files = 0;
	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		char base[256], path[512];
		struct config config;
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 4, ".lua") != 0)
			continue;
		snprintf(base, sizeof base, "%.*s", (int)(length - 4), entry->d_name);
		snprintf(path, sizeof path, "tests/bad/%s", entry->d_name);
		err_clear(&err);
		if (scenario_load(path, &config, &err))
			fail_msg("%s loads", path);
		assert_int_equal(config.department_count, 0);
		assert_null(config.title.nl);
		compare(base, LANG_NL);
		compare(base, LANG_EN);
		files++;
	}
	closedir(folder);
	assert_true(files >= 25);
}

static int lines(const char *text)
{
	int count = 0;
	for (; *text; text++)
		count += *text == '\n';
	return count;
}

static void both_languages_have_as_many_messages(void **state)
{
	struct config c;
	err_clear(&err);
	scenario_load("tests/bad/names.lua", &c, &err);
	assert_true(err.count > 20);
	assert_int_equal(lines(err.text[LANG_NL]), err.count);
	assert_int_equal(lines(err.text[LANG_EN]), err.count);
}

// ---- memory

static void every_failing_allocation_is_survived(void **state)
{
	long live = mem_live();
	bool done = false;
	for (long n = 1; !done && n < 200000; n += n < 400 ? 1 : 13) {
		struct config c;
		err_clear(&err);
		mem_fail(n, 1);
		done = scenario_load_text(good, strlen(good), "test.lua", ".", &c, &err);
		mem_fail(0, 0);
		if (!done && err.count == 0)
			fail_msg("no message when allocation %ld fails", n);
		if (!done && !strstr(err.text[LANG_EN], "memory"))
			fail_msg("allocation %ld fails: %s", n, err.text[LANG_EN]);
		config_clear(&c);
		if (mem_live() != live)
			fail_msg("allocation %ld fails: %ld blocks are left", n, mem_live() - live);
	}
	assert_true(done);
}

static void one_failing_allocation_leaves_a_good_config_or_a_message(void **state)
{
	long live = mem_live();
	for (long n = 1; n < 6000; n += 7) {
		struct config c;
		err_clear(&err);
		mem_fail(n, 0);
		bool good_load = scenario_load("scenarios/midden-groningen.lua", &c, &err);
		mem_fail(0, 0);
		assert_true(good_load == (err.count == 0));
		if (good_load)
			assert_int_equal(c.department_count, 8);
		config_clear(&c);
		assert_int_equal(mem_live(), live);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(organisation_lands_in_config),
		cmocka_unit_test(departments_land_in_config),
		cmocka_unit_test(plan_becomes_changes_in_order),
		cmocka_unit_test(programmes_land_in_config),
		cmocka_unit_test(theme_week_is_a_yearly_programme_of_a_week),
		cmocka_unit_test(entries_tell_what_they_do_in_both_languages),
		cmocka_unit_test(assumptions_get_their_value),
		cmocka_unit_test(what_to_look_at_is_a_text_or_a_list_of_texts),
		cmocka_unit_test(mistakes_in_what_to_look_at_are_told),
		cmocka_unit_test(same_text_gives_the_same_hash_another_text_another),
		cmocka_unit_test(a_lever_group_can_be_written_with_or_without_a_key),
		cmocka_unit_test(a_constructor_copies_its_table),
		cmocka_unit_test(unknown_key_names_its_place_and_the_nearest_name),
		cmocka_unit_test(every_group_is_known_everywhere),
		cmocka_unit_test(every_settable_row_can_be_set_by_plan_within_its_range),
		cmocka_unit_test(a_file_that_is_not_there_is_told),
		cmocka_unit_test(a_file_that_is_too_large_is_refused),
		cmocka_unit_test(shipped_scenarios_are_complete_in_both_languages),
		cmocka_unit_test(midden_groningen_has_51_groups),
		cmocka_unit_test(bad_scenarios_give_exactly_their_messages),
		cmocka_unit_test(both_languages_have_as_many_messages),
		cmocka_unit_test(every_failing_allocation_is_survived),
		cmocka_unit_test(one_failing_allocation_leaves_a_good_config_or_a_message),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
