// Every lever moves what it should, in the direction it should: paired runs, alike but for that lever.
// Sizes are not judged here.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct with {  // what both runs have besides
	int param;
	double value;
};

enum { BUSY = 1, TRAINED = 2, MERGED = 4 };  // overloaded; with a programme; each department an origin of its own

static const struct row {
	int param;
	double value;
	const char *moves;      // a measure, or a column of staff
	int sign;
	struct with with[2];    // param 0 that is 0: none
	int flags, weeks;       // weeks: 0 is two years
} rows[] = {
	{ PARAM_LEADERSHIP_DIRECTION, 1, "voice", -1, { { 0 } }, 0, 0 },
	{ PARAM_LEADERSHIP_COACHING, 0.8, "safety", 1, { { 0 } }, 0, 0 },
	{ PARAM_LEADERSHIP_EXAMPLE, 1, "safety", 1, { { 0 } }, 0, 0 },
	{ PARAM_LEADERSHIP_HOURS, 0.2, "voice", -1, { { 0 } }, 0, 0 },
	{ PARAM_LEADERSHIP_SPAN, 8, "change_hours", 1, { { 0 } }, 0, 0 },
	{ PARAM_KERBS_ROOM, 0.9, "autonomy", 1, { { PARAM_LEADERSHIP_SPAN, 8 }, { PARAM_LEADERSHIP_HOURS, 3 } }, 0, 0 },
	{ PARAM_KERBS_CLARITY, 0.1, "voice", -1, { { 0 } }, 0, 0 },
	{ PARAM_APPRAISAL_REFLECT, 1, "mindset", 1, { { 0 } }, 0, 0 },
	{ PARAM_APPRAISAL_PROFILE, 1, "mindset", 1, { { 0 } }, 0, 0 },
	{ PARAM_JOB_RIGIDITY, 1, "autonomy", -1, { { 0 } }, 0, 0 },
	{ PARAM_STANCE_INTEGRAL, 1, "rework_share", -1, { { 0 } }, 0, 0 },
	{ PARAM_MOBILITY_NORM_YEARS, 2, "moves", 1, { { 0 } }, 0, 0 },
	{ PARAM_MOBILITY_CAREER_PATHS, 1, "fit", 1, { { PARAM_MOBILITY_NORM_YEARS, 2 } }, 0, 156 },
	{ PARAM_MOBILITY_PERSPECTIVE, 1, "strain", -1, { { 0 } }, 0, 0 },
	{ PARAM_POOL_SHARE, 0.3, "pool_share", 1, { { 0 } }, 0, 0 },
	{ PARAM_POOL_DECREE, 1, "strain", 1, { { PARAM_POOL_SHARE, 0.3 } }, 0, 30 },
	{ PARAM_POOL_HEADROOM, 0.5, "pool_share", 1, { { PARAM_POOL_SHARE, 0.2 } }, 0, 0 },
	{ PARAM_POOL_HELP_HOME, 1, "standard_lead_weeks", -1, { { PARAM_POOL_SHARE, 0.6 }, { PARAM_EXTERNAL_MAX_SHARE, 0 } }, BUSY, 0 },
	{ PARAM_ROUTING_COMPLEXITY, 1, "handoffs", 1, { { PARAM_POOL_SHARE, 0.4 } }, 0, 0 },
	{ PARAM_ROUTING_PREDICTABILITY, 0, "handoffs", 1, { { PARAM_POOL_SHARE, 0.4 } }, 0, 0 },
	{ PARAM_ROUTING_STANDARD_TO_POOL, 0.8, "standard_lead_weeks", 1, { { PARAM_POOL_SHARE, 0.2 } }, 0, 0 },
	{ PARAM_PRIORITY_STANDARD_FIRST, 0, "standard_lead_weeks", 1, { { PARAM_EXTERNAL_MAX_SHARE, 0 } }, BUSY, 0 },
	{ PARAM_KLUSSENBANK_HOURS_SHARE, 0.2, "handoffs", -1, { { 0 } }, 0, 0 },
	{ PARAM_KLUSSENBANK_PROTECTED, 0, "standard_lead_weeks", -1, { { PARAM_KLUSSENBANK_HOURS_SHARE, 0.3 }, { PARAM_EXTERNAL_MAX_SHARE, 0 } }, BUSY, 0 },
	{ PARAM_SCHARRELTIJD_SHARE, 0.05, "occupancy", 1, { { 0 } }, 0, 0 },
	{ PARAM_SCHARRELTIJD_SHARE, 0.05, "cross_ties", 1, { { 0 } }, 0, 0 },
	{ PARAM_SCHARRELTIJD_SHARE, 0.05, "change_hours", 1, { { 0 } }, 0, 0 },
	{ PARAM_TRAINING_BUDGET_EURO_PER_HEAD, 2400, "skill", 1, { { 0 } }, 0, 0 },
	{ PARAM_TRAINING_BUDGET_EURO_PER_HEAD, 2400, "training_share", 1, { { 0 } }, 0, 0 },
	{ PARAM_SELF_ASSESSMENT_SHARE, 1, "known_direct", 1, { { 0 } }, 0, 0 },
	{ PARAM_SOUNDING_BOARD_SIZE, 10, "vocabulary", 1, { { PARAM_SOUNDING_BOARD_HOURS, 2 } }, TRAINED, 0 },
	{ PARAM_SOUNDING_BOARD_HOURS, 2, "vocabulary", 1, { { PARAM_SOUNDING_BOARD_SIZE, 10 } }, TRAINED, 0 },
	{ PARAM_FOLLOWUP_INDUCTION, 1, "ownership", 1, { { PARAM_EXITS_RATE, 0.005 } }, TRAINED, 0 },
	{ PARAM_FOLLOWUP_PERIODIC_TALKS, 1, "vocabulary", 1, { { 0 } }, TRAINED, 0 },
	{ PARAM_FOLLOWUP_TEAM_PLANS, 1, "vocabulary", 1, { { 0 } }, TRAINED, 0 },
	{ PARAM_EXPERIMENTS_WEEKS, 60, "mindset", 1, { { 0 } }, 0, 60 },
	{ PARAM_EXPERIMENTS_HELP, 1, "mindset", 1, { { PARAM_EXPERIMENTS_WEEKS, 60 } }, 0, 60 },
	{ PARAM_EXPERIMENTS_EVALUATE, 1, "mindset", 1, { { PARAM_EXPERIMENTS_WEEKS, 60 } }, 0, 60 },
	{ PARAM_FEASIBILITY_TEST_ON, 1, "complex_quality", 1, { { PARAM_FEASIBILITY_SHARE, 0.4 } }, 0, 0 },
	{ PARAM_POLITICS_DUALISM, 0, "rework_share", 1, { { 0 } }, 0, 0 },
	{ PARAM_POLITICS_PROMISE, 1, "trust", -1, { { 0 } }, 0, 0 },
	{ PARAM_POLITICS_REALISM, 1, "trust", 1, { { 0 } }, 0, 0 },
	{ PARAM_RESIDENTS_ALLIED, 1, "alliance", 1, { { 0 } }, 0, 0 },
	{ PARAM_RESIDENTS_ALLIED, 1, "trust", 1, { { 0 } }, 0, 0 },
	{ PARAM_PARTNERS_DAYS, 30, "partner_strength", 1, { { 0 } }, 0, 0 },
	{ PARAM_PARTNERS_STRENGTH, 0.9, "partner_strength", 1, { { 0 } }, 0, 26 },
	{ PARAM_DATA_MATURITY, 1, "rework_share", -1, { { PARAM_DATA_DIALOGUE, 1 } }, 0, 0 },
	{ PARAM_DATA_DIALOGUE, 1, "rework_share", -1, { { PARAM_DATA_MATURITY, 1 } }, 0, 0 },
	{ PARAM_RECRUITMENT_MINDSET, 0.9, "mindset", 1, { { 0 } }, 0, 0 },
	{ PARAM_RECRUITMENT_DELAY_WEEKS, 52, "staff", -1, { { 0 } }, 0, 0 },
	{ PARAM_DECLARE_CHANGE, 1, "credibility", -1, { { 0 } }, 0, 0 },
	{ PARAM_DECLARE_TEMPORARY, 1, "credibility", -1, { { PARAM_DECLARE_CHANGE, 0.5 } }, 0, 0 },
	{ PARAM_MERGER_ORGANISATIONS, 4, "cross_ties", -1, { { 0 } }, MERGED, 4 },
	{ PARAM_MERGER_ORGANISATIONS, 4, "mindset_sd", 1, { { PARAM_MERGER_CULTURE_GAP, 0.3 } }, MERGED, 4 },
	{ PARAM_MERGER_CULTURE_GAP, 0.4, "mindset_sd", 1, { { PARAM_MERGER_ORGANISATIONS, 4 } }, MERGED, 4 },
	{ PARAM_EXTERNAL_STRUCTURAL, 0, "external_share", -1, { { 0 } }, 0, 0 },
	{ PARAM_EXTERNAL_STRUCTURAL, 0, "standard_lead_weeks", 1, { { 0 } }, BUSY, 0 },
	{ PARAM_EXTERNAL_MAX_SHARE, 0, "external_share", -1, { { 0 } }, BUSY, 0 },
	{ PARAM_EXTERNAL_MAX_SHARE, 0, "standard_lead_weeks", 1, { { 0 } }, BUSY, 0 },
	{ PARAM_DEMAND_COMPLEX_SHARE, 0.6, "complex_backlog", 1, { { 0 } }, 0, 0 },
	{ PARAM_DEMAND_DRIFT, 0.15, "complex_backlog", 1, { { 0 } }, 0, 0 },
	{ PARAM_DEMAND_PACE, 1, "skill", -1, { { 0 } }, 0, 0 },
	{ PARAM_DEMAND_GROWTH, 0.1, "occupancy", 1, { { 0 } }, 0, 0 },
	{ PARAM_DEMAND_SHOCK_SD, 0.3, "standard_lead_weeks", 1, { { PARAM_EXTERNAL_MAX_SHARE, 0 } }, 0, 0 },
	{ PARAM_COMPLEX_HOURS, 1500, "complex_lead_weeks", 1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_COMPLEXITY_MIN, 0.8, "rework_share", 1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_COMPLEXITY_MAX, 0.2, "rework_share", -1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_DISCIPLINES_MIN, 5, "handoffs", 1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_DISCIPLINES_MAX, 2, "handoffs", -1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_TERM_WEEKS, 60, "complex_on_time", 1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_PARTNER_SHARE, 1, "complex_quality", -1, { { 0 } }, 0, 0 },
	{ PARAM_COMPLEX_EXPECTATION, 1, "meaning", -1, { { 0 } }, 0, 0 },
};
enum { ROWS = sizeof rows / sizeof *rows };

static void make_town(struct config *config, const struct row *row, bool moved, uint64_t seed)
{
	town_make(config, 8, 30);
	config->warm_up_weeks = 0;
	config->seed = seed;
	if (row->flags & MERGED)
		for (int d = 0; d < 8 && (moved || row->param != PARAM_MERGER_ORGANISATIONS); d++)
			config->department[d].organisation = d % 4 + 1;
	if (row->flags & TRAINED)
		town_programme(config, "training", 2);
	for (int d = 0; d < 8 && (row->flags & BUSY); d++)
		config->department[d].stream[0].occupancy = 0.95;
	const struct with at = { row->param, row->value };
	const struct with *settings[] = { &row->with[0], &row->with[1], &at };
	for (int k = 0; k < 2 + moved; k++) {
		if (settings[k]->param == 0 && settings[k]->value == 0)
			continue;
		if (settings[k]->param == PARAM_EXPERIMENTS_WEEKS)  // starts when it is set
			town_plan(config, 0, CONFIG_UNIT_ALL, settings[k]->param, settings[k]->value);
		else
			town_set(config, settings[k]->param, settings[k]->value);
	}
}

static double column_mean(const struct sim *sim, int c)
{
	double sum = 0, count = 0;
	for (int i = 0; i < sim->staff.slots; i++)
		if (sim->staff.unit[i] != STAFF_VACANT) {
			sum += ((const uint16_t *)staff_data(&sim->staff, &staff_columns[c]))[i];
			count += 1;
		}
	return sum / count;
}

// Mean over the last half of the weeks, of those in which there was something.
static double outcome(const struct row *row, bool moved, uint64_t seed)
{
	struct config config;
	make_town(&config, row, moved, seed);
	struct sim *sim = town_open(&config, 1);
	int weeks = row->weeks ? row->weeks : 104, measure = measure_find(row->moves);
	double sum = 0, count = 0;
	for (int week = 1; week <= weeks; week++) {
		town_run(sim, week);
		double value = measure >= 0 ? sim_measure(sim, CONFIG_UNIT_ALL, measure) : column_mean(sim, staff_find_column(row->moves));
		if (week * 2 > weeks && !isnan(value)) {
			sum += value;
			count += 1;
		}
	}
	sim_destroy(sim);
	config_clear(&config);
	return count > 0 ? sum / count : 0;
}

static bool moves_as_it_should(const struct row *row)
{
	int seeds = town_size(8, 3);
	double sum = 0, squares = 0;
	for (int seed = 1; seed <= seeds; seed++) {
		double difference = row->sign * (outcome(row, true, (uint64_t)seed) - outcome(row, false, (uint64_t)seed));
		sum += difference;
		squares += difference * difference;
	}
	double mean = sum / seeds, error = sqrt(fmax(0, squares / seeds - mean * mean) / (seeds - 1));
	bool ok = mean > 0 && mean > (town_size(2, 0)) * error;
	if (!ok)
		print_message("%s %g moves %s by %g, give or take %g\n", param_table[row->param].name, row->value, row->moves, row->sign * mean, error);
	return ok;
}

static void every_lever_moves_what_it_should(void **state)
{
	int wrong = 0;
	for (int k = 0; k < ROWS; k++)
		wrong += !moves_as_it_should(&rows[k]);
	assert_int_equal(wrong, 0);
}

static void every_lever_has_a_row(void **state)
{
	for (int id = 0; id < PARAM_COUNT; id++) {
		bool found = param_table[id].kind != PARAM_LEVER && param_table[id].kind != PARAM_DEMAND;
		for (int k = 0; k < ROWS; k++)
			found |= rows[k].param == id;
		if (!found)
			fail_msg("%s has no row in this test", param_table[id].name);
	}
	for (int g = 0; param_group(g); g++) {
		int id = param_in_group(param_group(g), 0);
		assert_true(id >= 0 && (param_table[id].kind == PARAM_LEVER || param_table[id].kind == PARAM_DEMAND));
	}
}

// A share of 30 % with 12 % headroom is a pool of a third.
static void the_pool_gets_the_size_that_is_asked(void **state)
{
	struct config config;
	town_make(&config, 8, 50);
	town_set(&config, PARAM_POOL_SHARE, 0.3);
	town_plan(&config, 156, CONFIG_UNIT_ALL, PARAM_POOL_SHARE, 0.1);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 156);
	assert_true(fabs(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_POOL_SHARE) - 0.336) < 0.03);
	town_run(sim, 312);
	assert_true(fabs(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_POOL_SHARE) - 0.112) < 0.03);
	sim_destroy(sim);
	config_clear(&config);
}

static void five_percent_of_free_time_is_five_percent_of_the_hours(void **state)
{
	struct config config;
	double net[2];
	for (int k = 0; k < 2; k++) {
		town_make(&config, 4, 50);
		town_set(&config, PARAM_SCHARRELTIJD_SHARE, 0.05 * k);
		struct sim *sim = town_open(&config, 1);
		town_run(sim, 1);
		net[k] = 0;
		for (int u = 0; u < sim->unit_count; u++)
			net[k] += sim->done[u].net;
		sim_destroy(sim);
		config_clear(&config);
	}
	assert_true(fabs(net[1] / net[0] - 0.95) < 1e-4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_lever_moves_what_it_should),
		cmocka_unit_test(every_lever_has_a_row),
		cmocka_unit_test(the_pool_gets_the_size_that_is_asked),
		cmocka_unit_test(five_percent_of_free_time_is_five_percent_of_the_hours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
