// Every mechanism by itself: switched off its own state is frozen and it adds nothing to others, whatever
// its coefficients; switched on it does.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct config config;

// Whether all is neutral now, a week after `before`, in a run that began as `start`.
typedef bool neutral(const struct sim *start, const struct sim *before, const struct sim *now);

static bool column_same(const struct sim *a, const struct sim *b, const char *name)
{
	int c = staff_find_column(name);
	assert_true(c >= 0);
	return memcmp(staff_data(&a->staff, &staff_columns[c]), staff_data(&b->staff, &staff_columns[c]),
	              staff_column_bytes(&a->staff, &staff_columns[c])) == 0;
}

static bool swings_nothing(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int u = 0; u < now->unit_count; u++)
		if (now->unit[u].demand_shock != 0)
			return false;
	return work_complex_share(now) == work_complex_share(start);
}

static bool absence_is_the_base(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return fabs(sim_measure(now, CONFIG_UNIT_ALL, MEASURE_ABSENCE) - sim_setting(now, 0, PARAM_ABSENCE_BASE)) < 1e-6;
}

static bool nothing_is_over(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int u = 0; u < now->unit_count; u++)
		if (work_over(now, u) != 0)
			return false;
	return true;
}

static bool nobody_is_hired_from_outside(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return sim_measure(now, CONFIG_UNIT_ALL, MEASURE_EXTERNAL_SHARE) == 0;
}

static bool nothing_is_redone(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int u = 0; u < now->unit_count; u++)
		if (now->done[u].redone != 0)
			return false;
	return true;
}

// Checks a property of every open assignment.
static bool each_open(const struct sim *sim, bool (*fine)(const struct assignment *a))
{
	for (int k = 0; k < sim->assignments.capacity; k++)
		if (sim->assignments.record[k].state != ASSIGNMENT_FREE && !fine(&sim->assignments.record[k]))
			return false;
	return true;
}

static bool no_loss(const struct assignment *a) { return a->loss == 0 && a->stage_weeks == 0; }
static bool no_start_loss(const struct assignment *a) { return a->start_loss == 0; }
static bool no_redo(const struct assignment *a) { return a->redo == 0; }
static bool feasible(const struct assignment *a) { return !a->infeasible; }

static bool handoffs_cost_nothing(const struct sim *start, const struct sim *before, const struct sim *now) { return each_open(now, no_loss); }
static bool teams_lack_nothing(const struct sim *start, const struct sim *before, const struct sim *now) { return each_open(now, no_start_loss); }
static bool no_work_is_added(const struct sim *start, const struct sim *before, const struct sim *now) { return each_open(now, no_redo); }
static bool all_is_feasible(const struct sim *start, const struct sim *before, const struct sim *now) { return each_open(now, feasible); }

static bool partners_stay(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return now->society.partner == start->society.partner;
}

static bool trust_stays(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return now->society.trust == start->society.trust;
}

static bool safety_stays(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int u = 0; u < now->unit_count; u++)
		if (now->unit[u].safety != start->unit[u].safety)
			return false;
	return true;
}

static bool credibility_stays(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int u = 0; u < now->unit_count; u++)
		if (now->unit[u].credibility != start->unit[u].credibility)
			return false;
	return true;
}

// Whoever is still there: in another discipline too.
static bool content_goes_along(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int i = 0; i < now->staff.slots; i++)
		if (now->staff.id[i] == start->staff.id[i] && now->staff.skill[ROLE_CONTENT][i] != start->staff.skill[ROLE_CONTENT][i])
			return false;
	return true;
}

static bool skills_stay(const struct sim *start, const struct sim *before, const struct sim *now)
{
	static const char *const names[] = { "skill_direct", "skill_budget", "skill_political", "skill_content", "skill_network", "data", "feedback" };
	bool same = true;
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		same &= column_same(start, now, names[k]);
	return same;
}

// The year's forgetting takes away what lies above talent, so the role skills of some go down.
static bool no_role_skill_falls(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int r = 0; r < ROLE_COUNT; r++)
		for (int i = 0; r != ROLE_CONTENT && i < now->staff.slots; i++)
			if (now->staff.skill[r][i] < before->staff.skill[r][i])
				return false;
	return true;
}

static bool no_role_skill_grows(const struct sim *start, const struct sim *before, const struct sim *now)
{
	for (int r = 0; r < ROLE_COUNT; r++)
		for (int i = 0; r != ROLE_CONTENT && i < now->staff.slots; i++)
			if (now->staff.skill[r][i] > before->staff.skill[r][i])
				return false;
	return true;
}

static bool knowledge_of_talent_stays(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return column_same(start, now, "known_direct") && column_same(start, now, "known_content") && column_same(start, now, "known_network");
}

static bool voice_and_ownership_stay(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return column_same(start, now, "voice") && column_same(start, now, "ownership");
}

static bool breadth_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "breadth"); }
static bool fit_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "fit"); }
static bool autonomy_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "autonomy"); }
static bool meaning_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "meaning"); }
static bool strain_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "strain"); }
static bool anchor_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "anchor"); }
static bool boost_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "boost"); }
static bool ties_stay(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "ties"); }
static bool mindset_stays(const struct sim *start, const struct sim *before, const struct sim *now) { return column_same(start, now, "mindset"); }
static bool nobody_leaves(const struct sim *start, const struct sim *before, const struct sim *now) { return sim_news(now).left == 0; }
static bool nobody_moves(const struct sim *start, const struct sim *before, const struct sim *now) { return sim_news(now).moved == 0; }
static bool nobody_is_hired(const struct sim *start, const struct sim *before, const struct sim *now) { return sim_news(now).hired == 0; }
static bool nobody_pools(const struct sim *start, const struct sim *before, const struct sim *now) { return sim_news(now).to_pool + sim_news(now).from_pool == 0; }

// Two towns alike but for promises: what they say must not be heard.
static bool promises_are_not_heard(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return now->society.trust >= 0.5;  // the town promises everything, which costs trust
}

// Learning of the stalest does not slow down: their content grows as that of everybody.
static bool the_stale_keep_learning(const struct sim *start, const struct sim *before, const struct sim *now)
{
	return now->staff.skill[ROLE_CONTENT][1] > before->staff.skill[ROLE_CONTENT][1];
}

enum stage {
	LIVELY,  // a busy town in which nobody comes or goes
	OPEN,    // in which people come and go
	STILL,   // with nothing but standard work
	MIND,    // in which only this mechanism can move mindset
};

static const struct row {
	int mechanism;
	neutral *check;
	enum stage stage;
	int also_off;  // another mechanism that moves the same, or 0
} rows[] = {
	{ PARAM_MECHANISMS_DRIFT, swings_nothing, LIVELY, 0 },
	{ PARAM_MECHANISMS_ABSENCE, absence_is_the_base, LIVELY, 0 },
	{ PARAM_MECHANISMS_LOAD, nothing_is_over, LIVELY, 0 },
	{ PARAM_MECHANISMS_EXTERNAL, nobody_is_hired_from_outside, LIVELY, 0 },
	{ PARAM_MECHANISMS_REWORK, nothing_is_redone, STILL, PARAM_MECHANISMS_DRIFT },
	{ PARAM_MECHANISMS_HANDOFFS, handoffs_cost_nothing, LIVELY, 0 },
	{ PARAM_MECHANISMS_FAMILIARITY, teams_lack_nothing, LIVELY, 0 },
	{ PARAM_MECHANISMS_EMERGENCE, no_work_is_added, LIVELY, PARAM_MECHANISMS_PRIORITIES },
	{ PARAM_MECHANISMS_PRIORITIES, no_work_is_added, LIVELY, PARAM_MECHANISMS_EMERGENCE },
	{ PARAM_MECHANISMS_PARTNERS, partners_stay, LIVELY, 0 },
	{ PARAM_MECHANISMS_FEASIBILITY, all_is_feasible, LIVELY, 0 },
	{ PARAM_MECHANISMS_LEARNING, skills_stay, LIVELY, PARAM_MECHANISMS_FORGETTING },
	{ PARAM_MECHANISMS_LEARNING, no_role_skill_grows, LIVELY, 0 },
	{ PARAM_MECHANISMS_FORGETTING, no_role_skill_falls, LIVELY, 0 },
	{ PARAM_MECHANISMS_STALENESS, the_stale_keep_learning, STILL, 0 },
	{ PARAM_MECHANISMS_BREADTH, breadth_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_BREADTH, content_goes_along, OPEN, PARAM_MECHANISMS_LEARNING },
	{ PARAM_MECHANISMS_TALENT, knowledge_of_talent_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_FIT, fit_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_SAFETY, safety_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_VOICE, voice_and_ownership_stay, LIVELY, 0 },
	{ PARAM_MECHANISMS_CREDIBILITY, credibility_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_AUTONOMY, autonomy_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_MEANING, meaning_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_STRAIN, strain_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_STRAIN, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_EXPERIENCE, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_INFLUENCE, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_LEADER, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_CONTEXT, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_ANCHOR, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_BOOST, mindset_stays, MIND, 0 },
	{ PARAM_MECHANISMS_ANCHOR, anchor_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_BOOST, boost_stays, LIVELY, 0 },
	{ PARAM_MECHANISMS_TIES, ties_stay, LIVELY, 0 },
	{ PARAM_MECHANISMS_MOVES, nobody_moves, OPEN, 0 },
	{ PARAM_MECHANISMS_POOL_MOVES, nobody_pools, OPEN, 0 },
	{ PARAM_MECHANISMS_EXITS, nobody_leaves, OPEN, PARAM_MECHANISMS_RETIREMENT },
	{ PARAM_MECHANISMS_RETIREMENT, nobody_leaves, OPEN, PARAM_MECHANISMS_EXITS },
	{ PARAM_MECHANISMS_HIRES, nobody_is_hired, OPEN, 0 },
	{ PARAM_MECHANISMS_PROMISES, promises_are_not_heard, STILL, 0 },
	{ PARAM_MECHANISMS_TRUST, trust_stays, LIVELY, 0 },
};
enum { ROWS = sizeof rows / sizeof *rows, WEEKS = 60 };

static void busy_town(enum stage stage)
{
	const int coming_and_going[] = { PARAM_MECHANISMS_EXITS, PARAM_MECHANISMS_RETIREMENT, PARAM_MECHANISMS_HIRES,
		PARAM_MECHANISMS_MOVES };
	town_make(&config, 4, 40);
	for (int d = 0; d < 4; d++)
		config.department[d].stream[0].occupancy = stage == STILL ? 0.7 : 1.1;
	town_set(&config, PARAM_DEMAND_COMPLEX_SHARE, stage == STILL ? 0 : 0.4);
	town_set(&config, PARAM_DEMAND_DRIFT, 0.05);
	town_set(&config, PARAM_DECLARE_CHANGE, 1);
	town_set(&config, PARAM_POLITICS_PROMISE, 1);
	town_set(&config, PARAM_POOL_SHARE, stage == OPEN || stage == LIVELY ? 0.25 : 0);
	town_set(&config, PARAM_ROUTING_COMPLEXITY, 0.5);
	town_set(&config, PARAM_EXITS_RATE, 0.004);
	town_set(&config, PARAM_MOVES_RATE, 0.02);
	if (stage != OPEN)
		for (size_t k = 0; k < sizeof coming_and_going / sizeof *coming_and_going; k++)
			town_set(&config, coming_and_going[k], 0);
	if (stage == MIND) {
		const int minds[] = { PARAM_MECHANISMS_STRAIN, PARAM_MECHANISMS_EXPERIENCE, PARAM_MECHANISMS_INFLUENCE,
			PARAM_MECHANISMS_LEADER, PARAM_MECHANISMS_CONTEXT, PARAM_MECHANISMS_ANCHOR, PARAM_MECHANISMS_BOOST };
		for (size_t k = 0; k < sizeof minds / sizeof *minds; k++)
			town_set(&config, minds[k], 0);
	}
}

// All have a boost to lose; one has been in the same position for forty years and knows all there is to know.
static struct sim *open_busy(void)
{
	struct sim *sim = town_open(&config, 1);
	for (int i = 0; i < sim->staff.slots; i++)
		sim->staff.boost[i] = 0.1f;
	sim->staff.tenure[1] = 2080;
	sim->staff.skill[ROLE_CONTENT][1] = 0.66f;
	sim->staff.talent[ROLE_CONTENT][1] = 128;
	for (int r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_CONTENT)
			sim->staff.skill[r][2] = 0.9f;
	if (sim->staff.slots > 3)
		sim->staff.age[3] = 66 * 52;
	town_look(sim);
	return sim;
}

static bool stays_neutral(const struct row *row, bool on)
{
	busy_town(row->stage);
	town_set(&config, row->mechanism, on);
	if (row->also_off)
		town_set(&config, row->also_off, 0);
	struct sim *start = open_busy(), *before = open_busy(), *now = open_busy();
	bool neutral_all_along = true;
	for (int week = 1; week <= WEEKS; week++) {
		town_run(now, week);
		neutral_all_along &= row->check(start, before, now);
		town_run(before, week);
	}
	sim_destroy(start);
	sim_destroy(before);
	sim_destroy(now);
	config_clear(&config);
	return neutral_all_along;
}

static void off_is_frozen_and_neutral_and_on_is_not(void **state)
{
	int wrong = 0;
	for (int k = 0; k < ROWS; k++) {
		bool off = stays_neutral(&rows[k], false), on = stays_neutral(&rows[k], true);
		if (!off || on) {
			print_message("row %d: %s %s\n", k, param_table[rows[k].mechanism].name, off ? "on does nothing" : "off still does something");
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static void every_mechanism_has_a_row(void **state)
{
	int mechanisms = 0;
	for (int id = 0; id < PARAM_COUNT; id++) {
		if (param_table[id].kind != PARAM_MECHANISM)
			continue;
		bool found = false;
		for (int k = 0; k < ROWS; k++)
			found |= rows[k].mechanism == id;
		if (!found)
			fail_msg("%s has no row in this test", param_table[id].name);
		mechanisms++;
	}
	assert_int_equal(mechanisms, 37);
}

// Coefficients that belong to a mechanism though their group has another name.
static const struct { int mechanism, param; double value; } kin[] = {
	{ PARAM_MECHANISMS_DRIFT, PARAM_DEMAND_DRIFT, 0.2 }, { PARAM_MECHANISMS_DRIFT, PARAM_DEMAND_SHOCK_SD, 0.3 },
	{ PARAM_MECHANISMS_FIT, PARAM_WORK_FIT, 1 }, { PARAM_MECHANISMS_STRAIN, PARAM_MINDSET_STRAIN, 1 },
	{ PARAM_MECHANISMS_PROMISES, PARAM_POLITICS_PROMISE, 0 }, { PARAM_MECHANISMS_HIRES, PARAM_RECRUITMENT_MINDSET, 0.1 },
	{ PARAM_MECHANISMS_HIRES, PARAM_RECRUITMENT_DELAY_WEEKS, 1 }, { PARAM_MECHANISMS_ABSENCE, PARAM_ABSENCE_STRAIN, 5 },
	{ PARAM_MECHANISMS_MOVES, PARAM_MOBILITY_CAREER_PATHS, 0 }, { PARAM_MECHANISMS_PARTNERS, PARAM_PARTNERS_GROWTH, 0.2 },
	{ PARAM_MECHANISMS_LOAD, PARAM_LOAD_ERRORS, 0.5 }, { PARAM_MECHANISMS_EXTERNAL, PARAM_EXTERNAL_MAX_SHARE, 1 },
};

static void lively_town(int mechanism)
{
	busy_town(OPEN);
	town_programme(&config, "training", 3);
	town_set(&config, mechanism, 0);
}

// Staff, queues, open assignments and society: all but the settings themselves and what is counted in euros.
static const char *difference(const struct sim *a, const struct sim *b)
{
	static const int measures[] = { MEASURE_STANDARD_BACKLOG, MEASURE_COMPLEX_BACKLOG, MEASURE_OCCUPANCY, MEASURE_PERFORMANCE,
		MEASURE_SAFETY, MEASURE_CREDIBILITY, MEASURE_VOCABULARY, MEASURE_TRUST, MEASURE_PARTNER_STRENGTH, MEASURE_REWORK_SHARE };
	for (int c = 0; c < staff_column_count; c++)
		if (!column_same(a, b, staff_columns[c].name))
			return staff_columns[c].name;
	for (size_t k = 0; k < sizeof measures / sizeof *measures; k++) {
		double x = sim_measure(a, CONFIG_UNIT_ALL, measures[k]), y = sim_measure(b, CONFIG_UNIT_ALL, measures[k]);
		if (!(x == y || (isnan(x) && isnan(y))))
			return measure_table[measures[k]].name;
	}
	return NULL;
}

static int changes_something(int mechanism, int param, double value)
{
	struct config plain;
	lively_town(mechanism);
	plain = config;
	lively_town(mechanism);
	town_plan(&config, 0, CONFIG_UNIT_ALL, param, value);  // after the people were drawn, which may hang on it
	struct sim *a = town_open(&plain, 1), *b = town_open(&config, 1);
	const char *differs = NULL;
	for (int week = 1; week <= 45 && !differs; week++) {
		town_run(a, week);
		town_run(b, week);
		differs = difference(a, b);
	}
	if (differs)
		print_message("%s off, yet %s moves %s\n", param_table[mechanism].name, param_table[param].name, differs);
	sim_destroy(a);
	sim_destroy(b);
	config_clear(&config);
	config_clear(&plain);
	return differs != NULL;
}

static void the_coefficients_of_what_is_off_do_not_matter(void **state)
{
	int wrong = 0;
	for (int mechanism = 0; mechanism < PARAM_COUNT; mechanism++) {
		if (param_table[mechanism].kind != PARAM_MECHANISM)
			continue;
		const char *group = strchr(param_table[mechanism].name, '.') + 1;
		for (int n = 0, param; (param = param_in_group(group, n)) >= 0; n++) {
			const struct param *row = &param_table[param];
			if (row->kind == PARAM_MODEL)
				wrong += changes_something(mechanism, param, row->value < row->max ? row->max : row->min);
		}
	}
	for (size_t k = 0; k < sizeof kin / sizeof *kin; k++)
		wrong += changes_something(kin[k].mechanism, kin[k].param, kin[k].value);
	assert_int_equal(wrong, 0);
}

static void with_all_off_people_stay_who_they_are(void **state)
{
	static const char *const still[] = { "id", "mindset", "anchor", "boost", "skill_direct", "skill_content", "data", "breadth",
		"known_content", "autonomy", "meaning", "fit", "strain", "voice", "feedback", "ownership", "ties", "unit", "home", "manager" };
	busy_town(OPEN);
	town_only(&config, -1);
	struct sim *start = open_busy(), *now = open_busy();
	town_run(now, WEEKS);
	for (size_t k = 0; k < sizeof still / sizeof *still; k++)
		if (!column_same(start, now, still[k]))
			fail_msg("%s moves with every mechanism off", still[k]);
	assert_true(sim_totals(now).assignments_done > 0);  // work goes on
	sim_destroy(start);
	sim_destroy(now);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(off_is_frozen_and_neutral_and_on_is_not),
		cmocka_unit_test(every_mechanism_has_a_row),
		cmocka_unit_test(the_coefficients_of_what_is_off_do_not_matter),
		cmocka_unit_test(with_all_off_people_stay_who_they_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
