// Each sentence of the diary is true: the run is lived again beside it, all columns of all weeks are kept, and every
// event is looked up in them; and nothing that happened is left out.
#include "mem.h"
#include "sim/edit.h"
#include "support/town.h"
#include "view/diary_inside.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { PEOPLE = 240, WEEKS = 70, UNITS = 9, LINES = 60 };

struct past {                 // all that was, week by week
	uint32_t id[WEEKS + 1][PEOPLE], trained[WEEKS + 1][PEOPLE], gig[WEEKS + 1][PEOPLE], seat[WEEKS + 1][PEOPLE][3];
	float x[WEEKS + 1][PEOPLE], boost[WEEKS + 1][PEOPLE], strain[WEEKS + 1][PEOPLE], engagement[WEEKS + 1][PEOPLE];
	uint16_t unit[WEEKS + 1][PEOPLE], service[WEEKS + 1][PEOPLE], age[WEEKS + 1][PEOPLE];
	uint8_t manager[WEEKS + 1][PEOPLE];
	double setting[WEEKS + 1][UNITS][PARAM_COUNT];
};
static struct past past;

static void keep(const struct sim *sim, int week)
{
	const struct staff *s = &sim->staff;
	for (int i = 0; i < PEOPLE; i++) {
		past.id[week][i] = s->id[i], past.trained[week][i] = s->trained[i], past.x[week][i] = s->mindset[i], past.boost[week][i] = s->boost[i];
		past.strain[week][i] = s->strain[i], past.engagement[week][i] = s->engagement[i], past.unit[week][i] = s->unit[i];
		past.service[week][i] = s->service[i], past.age[week][i] = s->age[i], past.manager[week][i] = s->manager[i];
		for (int k = 0; k < 3; k++)
			past.seat[week][i][k] = s->seats[i * STAFF_SEATS + k];
		past.gig[week][i] = s->seats[i * STAFF_SEATS + STAFF_GIG_SEAT];
	}
	for (int u = 0; u < UNITS; u++)
		for (int p = 0; p < PARAM_COUNT; p++)
			past.setting[week][u][p] = sim_setting(sim, u, p);
}

static void make(struct config *config)
{
	town_full(config, PEOPLE);
}

// Without a pool until week 40, so that gigs are taken.
static void make_gigs(struct config *config)
{
	town_full(config, PEOPLE);
	town_set(config, PARAM_POOL_SHARE, 0);
	town_set(config, PARAM_KLUSSENBANK_HOURS_SHARE, 0.15);
}

static struct diary *live(const struct config *config, int weeks)
{
	struct sim *sim = town_open(config, 1);
	struct diary *diary = diary_create(config, NULL);
	assert_non_null(diary);
	for (int w = 0; w <= weeks; w++) {
		town_run(sim, w);
		keep(sim, w);
		assert_true(diary_take(diary, sim, NULL));
	}
	sim_destroy(sim);
	return diary;
}

static int slot_of(uint32_t id, int week)
{
	for (int i = 0; i < PEOPLE; i++)
		if (past.id[week][i] == id && past.unit[week][i] != STAFF_VACANT)
			return i;
	return -1;
}

static float m_of(int week, int i)
{
	return fmaxf(0, fminf(1, past.x[week][i] + past.boost[week][i]));
}

static int step_of(float m)
{
	return m < 0.35f ? 0 : m < 0.45f ? 1 : m < 0.55f ? 2 : m < 0.65f ? 3 : 4;
}

static uint32_t team_of(int week, int i)
{
	for (int k = 0; k < 3; k++)
		if (past.seat[week][i][k] != STAFF_NO_SEAT)
			return past.seat[week][i][k] / 16;
	return STAFF_NO_SEAT;
}

// ---- each kind against what was

static bool is_true_of_unit(const struct diary_event *e)
{
	int param = diary_setting(e->detail);
	return e->kind == DIARY_SETTING && fabs(past.setting[e->week][e->unit][param] - (double)e->value[1]) < 1e-6 &&
	       fabs(past.setting[e->week - 1][e->unit][param] - (double)e->value[0]) < 1e-6;
}

static bool is_true_of_leaver(const struct diary_event *e)
{
	int i = slot_of(e->id, e->week - 1);
	bool gone = i >= 0 && slot_of(e->id, e->week) < 0, old = i >= 0 && past.age[e->week - 1][i] + 1 >= 67 * 52;
	return gone && e->unit == past.unit[e->week - 1][i] && old == (e->kind == DIARY_RETIRED) &&
	       fabsf(e->value[0] - past.service[e->week - 1][i] / 52.0f) < 1e-4f;
}

// The terms were checked in tests/sim/test_cause.c; here that the change is what it was, over the weeks that are told.
static bool is_true_step(const struct diary_event *e, int i)
{
	float from = m_of(e->since, i), to = m_of(e->week, i);
	bool up = to > from;
	return from == e->value[0] && to == e->value[1] && step_of(to) == e->detail && (e->value[2] > 0) == up && (e->value[3] < e->value[2]) == up;
}

static bool is_true(const struct diary_event *e)
{
	int w = e->week;
	if (e->id == DIARY_ALL)
		return is_true_of_unit(e);
	if (e->kind == DIARY_LEFT || e->kind == DIARY_RETIRED)
		return is_true_of_leaver(e);
	int i = slot_of(e->id, w);
	bool was = i >= 0 && w > 0 && past.id[w - 1][i] == e->id && past.unit[w - 1][i] != STAFF_VACANT;
	if (i < 0 || past.unit[w][i] != e->unit)
		return false;
	switch ((enum diary_kind)e->kind) {
	case DIARY_START: return w == 0 && e->value[1] == m_of(w, i) && fabsf(e->value[0] - past.service[w][i] / 52.0f) < 1e-4f;
	case DIARY_JOINED: return w > 0 && !was && e->value[1] == m_of(w, i);
	case DIARY_MOVED: return was && e->from == past.unit[w - 1][i] && e->from != e->unit;
	case DIARY_LEADS: return was && past.manager[w][i] && !past.manager[w - 1][i];
	case DIARY_LEADS_NOT: return was && !past.manager[w][i] && past.manager[w - 1][i];
	case DIARY_TRAINED: return was && (past.trained[w][i] >> e->detail & 1) && !(past.trained[w - 1][i] >> e->detail & 1);
	case DIARY_STEP: return was && is_true_step(e, i);
	case DIARY_STRAINED: return was && e->value[0] == past.strain[w][i] && e->value[0] > DIARY_STRAIN_HIGH;
	case DIARY_RELIEVED: return was && e->value[0] == past.strain[w][i] && e->value[0] < DIARY_STRAIN_LOW;
	case DIARY_TIRED: return was && e->value[0] == past.engagement[w][i] && e->value[0] < DIARY_ENGAGED_LOW;
	case DIARY_EAGER: return was && e->value[0] == past.engagement[w][i] && e->value[0] > DIARY_ENGAGED_HIGH;
	case DIARY_GIG: return was && past.gig[w][i] != STAFF_NO_SEAT && past.gig[w][i] != past.gig[w - 1][i];
	case DIARY_GIG_OVER: return was && past.gig[w - 1][i] != STAFF_NO_SEAT && past.gig[w][i] != past.gig[w - 1][i];
	case DIARY_TEAM: {
		int others = 0;
		for (int k = 0; k < PEOPLE; k++)
			others += k != i && past.unit[w][k] != STAFF_VACANT && team_of(w, k) == team_of(w, i);
		return was && e->unit == CONFIG_POOL && team_of(w, i) != STAFF_NO_SEAT && team_of(w, i) != team_of(w - 1, i) && (int)e->value[0] == others;
	}
	default: return false;
	}
}

static void check(void (*make_config)(struct config *config), int kinds[DIARY_KINDS])
{
	struct config config;
	int count;
	make_config(&config);
	struct diary *diary = live(&config, WEEKS);
	const struct diary_event *event = diary_events(diary, &count);
	for (int i = 0; i < count; i++) {
		kinds[event[i].kind]++;
		if (!is_true(&event[i]))
			fail_msg("event %d of kind %d in week %d is not what happened", i, event[i].kind, event[i].week);
		assert_true(i == 0 || event[i].week >= event[i - 1].week);
	}
	diary_destroy(diary);
	config_clear(&config);
}

static void every_event_is_what_happened(void **state)
{
	static const int common[] = { DIARY_START, DIARY_JOINED, DIARY_MOVED, DIARY_LEFT, DIARY_LEADS, DIARY_TRAINED, DIARY_STEP, DIARY_STRAINED,
	                              DIARY_GIG, DIARY_GIG_OVER, DIARY_TEAM, DIARY_SETTING };
	int kinds[DIARY_KINDS] = { 0 };
	check(make, kinds);
	check(make_gigs, kinds);
	for (size_t k = 0; k < sizeof common / sizeof *common; k++)
		if (kinds[common[k]] == 0)
			fail_msg("no event of kind %d", common[k]);
}

// ---- nothing left out

static int count_kind(const struct diary *diary, int kind, int week)
{
	int count, found = 0;
	const struct diary_event *event = diary_events(diary, &count);
	for (int i = 0; i < count; i++)
		found += event[i].kind == kind && event[i].week == week;
	return found;
}

static void nothing_that_happened_is_left_out(void **state)
{
	struct config config;
	make(&config);
	struct diary *diary = live(&config, WEEKS);
	for (int w = 1; w <= WEEKS; w++) {
		int joined = 0, left = 0, moved = 0, trained = 0;
		for (int i = 0; i < PEOPLE; i++) {
			bool was = past.unit[w - 1][i] != STAFF_VACANT, is = past.unit[w][i] != STAFF_VACANT, same = was && is && past.id[w][i] == past.id[w - 1][i];
			joined += is && !same;
			left += was && !same;
			moved += same && past.unit[w][i] != past.unit[w - 1][i];
			for (int p = 0; p < config.programme_count && same; p++)
				trained += (int)((past.trained[w][i] & ~past.trained[w - 1][i]) >> p & 1);
		}
		assert_int_equal(count_kind(diary, DIARY_JOINED, w), joined);
		assert_int_equal(count_kind(diary, DIARY_LEFT, w) + count_kind(diary, DIARY_RETIRED, w), left);
		assert_int_equal(count_kind(diary, DIARY_MOVED, w), moved);
		assert_int_equal(count_kind(diary, DIARY_TRAINED, w), trained);
	}
	diary_destroy(diary);
	config_clear(&config);
}

// ---- sentences

// Each number that an event holds stands in its sentence, in both languages.
static void sentences_say_the_values(void **state)
{
	static struct diary_line nl[LINES], en[LINES];
	struct config config;
	int count, steps = 0;
	make(&config);
	struct diary *diary = live(&config, WEEKS);
	const struct diary_event *event = diary_events(diary, &count);
	for (int i = 0; i < count; i++) {
		char number[TEXT_NUMBER_MAX];
		if (event[i].kind != DIARY_STEP)
			continue;
		int lines = diary_read(diary, (int)event[i].id, LANG_NL, nl, LINES), found = 0;
		assert_int_equal(diary_read(diary, (int)event[i].id, LANG_EN, en, LINES), lines);
		for (int k = 0; k < lines; k++) {
			assert_int_equal(nl[k].week, en[k].week);
			assert_true(nl[k].text[0] && en[k].text[0] && strcmp(nl[k].text, en[k].text) != 0);
			assert_true(strlen(nl[k].text) < DIARY_LINE - 1 && nl[k].text[strlen(nl[k].text) - 1] == '.');
			text_number(number, LANG_NL, (double)event[i].value[1], 2, false);
			found += nl[k].week == event[i].week && strstr(nl[k].text, number) && strstr(nl[k].text, "Mindset");
		}
		assert_true(found == 1);
		steps++;
	}
	assert_true(steps > 10);
	diary_destroy(diary);
	config_clear(&config);
}

static void what_happens_to_the_unit_is_told_to_who_is_there(void **state)
{
	static struct diary_line line[LINES];
	struct config config;
	town_make(&config, 2, 20);
	town_plan(&config, 4, 1, PARAM_KERBS_ROOM, 0.8);
	struct sim *sim = town_open(&config, 1);
	struct diary *diary = diary_create(&config, NULL);
	for (int w = 0; w <= 6; w++) {
		town_run(sim, w);
		assert_true(diary_take(diary, sim, NULL));
	}
	int told[3] = { 0 };
	for (int i = 0; i < 40; i++) {
		int count = diary_read(diary, (int)sim->staff.id[i], LANG_NL, line, LINES);
		for (int k = 0; k < count; k++)
			told[sim->staff.unit[i]] += strstr(line[k].text, "Er komt meer ruimte bij d1: van 0,40 naar 0,80.") != NULL;
	}
	assert_true(told[1] > 10);
	assert_int_equal(told[2], 0);
	sim_destroy(sim);
	diary_destroy(diary);
	config_clear(&config);
}

static void a_short_diary_leaves_out_lesser_things_first(void **state)
{
	static struct diary_line all[400], few[8];
	struct config config;
	make(&config);
	struct diary *diary = live(&config, WEEKS);
	int count, checked = 0;
	const struct diary_event *event = diary_events(diary, &count);
	for (int i = 0; i < count; i++) {
		if (event[i].kind != DIARY_MOVED || event[i].unit != CONFIG_POOL)
			continue;
		int every = diary_read(diary, (int)event[i].id, LANG_EN, all, 400), some = diary_read(diary, (int)event[i].id, LANG_EN, few, 8), others = 0, told = 0;
		assert_int_equal(some, every < 8 ? every : 8);
		for (int k = 0; k < every; k++)
			others += !strstr(all[k].text, "assignment") && !strstr(all[k].text, "gig");
		for (int k = 0; k < some; k++)
			told += !strstr(few[k].text, "assignment") && !strstr(few[k].text, "gig");
		assert_int_equal(told, others < 8 ? others : 8);
		checked += every > 8;
	}
	assert_true(checked > 0);
	diary_destroy(diary);
	config_clear(&config);
}

// ---- going back, and what is never kept

static void after_going_back_the_same_is_noted_again(void **state)
{
	struct config config;
	int count, again;
	make(&config);
	struct diary *diary = live(&config, 50);
	diary_events(diary, &count);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 30);
	assert_true(diary_take(diary, sim, NULL));
	const struct diary_event *event = diary_events(diary, &again);
	assert_true(again < count && again > PEOPLE);
	for (int i = 0; i < again; i++)
		assert_true(event[i].week <= 30 && is_true(&event[i]));
	for (int w = 31; w <= 50; w++) {
		town_run(sim, w);
		assert_true(diary_take(diary, sim, NULL));
	}
	event = diary_events(diary, &again);
	int moved = 0;
	for (int i = 0; i < again; i++) {
		assert_true(is_true(&event[i]));  // steps since week 30 from where they were then
		moved += event[i].kind == DIARY_MOVED && event[i].week > 30;
	}
	assert_true(moved > 0);
	sim_destroy(sim);
	diary_destroy(diary);
	config_clear(&config);
}

static void after_a_jump_no_causes_are_made_up(void **state)
{
	struct config config;
	int count, moved = 0;
	make(&config);
	struct sim *sim = town_open(&config, 1);
	struct diary *diary = diary_create(&config, NULL);
	town_run(sim, 0);
	assert_true(diary_take(diary, sim, NULL));
	town_run(sim, 40);
	assert_true(diary_take(diary, sim, NULL));
	const struct diary_event *event = diary_events(diary, &count);
	for (int i = 0; i < count; i++) {
		assert_true(event[i].kind != DIARY_STEP && (event[i].kind != DIARY_TRAINED || event[i].value[0] == 0));
		moved += event[i].kind == DIARY_MOVED;
	}
	assert_true(moved > 0);
	sim_destroy(sim);
	diary_destroy(diary);
	config_clear(&config);
}

// When it gets too long, gigs and assignments of long ago go first; where people were stays.
static void a_long_diary_forgets_the_lesser_first(void **state)
{
	struct config config;
	int start = 0, lesser = 0, late = 0;
	town_make(&config, 2, 10);
	struct diary *diary = diary_create(&config, NULL);
	for (int i = 0; i < 8000; i++)
		diary_add(diary, (struct diary_event){ .week = (int16_t)(i / 100), .kind = i % 8 == 0 ? DIARY_START : i % 2 ? DIARY_TEAM : DIARY_STRAINED });
	diary_forget(diary);
	for (int i = 0; i < diary->count; i++) {
		start += diary->event[i].kind == DIARY_START;
		lesser += diary->event[i].kind == DIARY_TEAM;
		late += diary->event[i].week >= 40;
	}
	assert_int_equal(start, 1000);
	assert_int_equal(lesser, 2000);
	assert_int_equal(late, 4000);
	for (int i = 0; i < 8; i++)  // in the end all but where people were is let go
		diary_forget(diary);
	for (int i = start = 0; i < diary->count; i++)
		start += diary->event[i].kind == DIARY_START;
	assert_int_equal(start, 1000);
	assert_true(diary->count < 3000);
	diary_destroy(diary);
	config_clear(&config);
}

static void of_too_many_people_nothing_is_kept(void **state)
{
	struct config config;
	town_make(&config, 2, DIARY_PEOPLE_MOST / 2 + 1);
	struct diary *diary = diary_create(&config, NULL);
	assert_false(diary_kept(diary));
	diary_destroy(diary);
	config_clear(&config);
}

static void of_an_imported_staff_nothing_is_kept(void **state)
{
	struct config config;
	struct diary_line line[4];
	int count;
	town_make(&config, 3, 20);
	config.imported = true;
	struct sim *sim = town_open(&config, 1);
	struct diary *diary = diary_create(&config, NULL);
	long live_before = mem_live();
	for (int w = 0; w < 5; w++) {
		town_run(sim, w);
		assert_true(diary_take(diary, sim, NULL));
	}
	diary_events(diary, &count);
	assert_int_equal(count, 0);
	assert_false(diary_kept(diary));
	assert_int_equal(mem_live(), live_before);
	assert_int_equal(diary_read(diary, (int)sim->staff.id[0], LANG_NL, line, 4), 0);
	sim_destroy(sim);
	diary_destroy(diary);
	config_clear(&config);
}

static void without_memory_it_says_so(void **state)
{
	struct config config;
	struct err err;
	town_make(&config, 3, 20);
	struct sim *sim = town_open(&config, 1);
	long live_before = mem_live();
	for (int n = 1; n < 5; n++) {
		err_clear(&err);
		mem_fail(n, 0);
		struct diary *diary = diary_create(&config, &err);
		bool fine = diary && diary_take(diary, sim, &err);
		mem_fail(0, 0);
		assert_int_equal(err.count, n < 5 && !fine);
		assert_true(fine == (n > 4));
		diary_destroy(diary);
		assert_int_equal(mem_live(), live_before);
	}
	sim_destroy(sim);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_event_is_what_happened),
		cmocka_unit_test(nothing_that_happened_is_left_out),
		cmocka_unit_test(sentences_say_the_values),
		cmocka_unit_test(what_happens_to_the_unit_is_told_to_who_is_there),
		cmocka_unit_test(a_short_diary_leaves_out_lesser_things_first),
		cmocka_unit_test(after_going_back_the_same_is_noted_again),
		cmocka_unit_test(after_a_jump_no_causes_are_made_up),
		cmocka_unit_test(a_long_diary_forgets_the_lesser_first),
		cmocka_unit_test(of_too_many_people_nothing_is_kept),
		cmocka_unit_test(of_an_imported_staff_nothing_is_kept),
		cmocka_unit_test(without_memory_it_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
