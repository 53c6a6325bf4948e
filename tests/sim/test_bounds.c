// Bounded by construction: whatever levers, demand and mechanisms are combined, and with coefficients up to three times as
// large or small, every state stays in the range of its table. And in the default municipality no state lies at an edge,
// so that no cut of a target stands in the place of an equation.
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { DEPARTMENTS = 3, STAFF = 16, WEEKS = 78 };

// A whole or half the range's ends, else anywhere in between.
static double anywhere(struct rng *rng, const struct param *row)
{
	double low = row->min, high = row->max, u = rng_next(rng), where = rng_next(rng);
	if (row->kind == PARAM_MODEL) {
		low = fmax(row->min, row->value / 3);
		high = fmin(row->max, row->value * 3);
	}
	double value = u < 0.25 ? low : u < 0.5 ? high : low + where * (high - low);
	return row->type == PARAM_REAL ? value : floor(value + 0.5);
}

static void put_anything(struct config *config, struct rng *rng)
{
	for (int id = 0; id < PARAM_COUNT; id++) {
		const struct param *row = &param_table[id];
		bool now = rng_next(rng) < (row->kind == PARAM_MECHANISM ? 0.1 : 0.7);
		if (!param_settable(id) || !now || id == PARAM_LEADERSHIP_HOURS)
			continue;
		config->setting[id] = row->kind == PARAM_MECHANISM ? 0 : anywhere(rng, row);
	}
	double *set = config->setting;
	set[PARAM_LEADERSHIP_HOURS] = rng_next(rng) * fmin(6, config_most_leader_hours(set[PARAM_LEADERSHIP_SPAN]));
	set[PARAM_COMPLEX_COMPLEXITY_MIN] *= set[PARAM_COMPLEX_COMPLEXITY_MAX];
	set[PARAM_COMPLEX_DISCIPLINES_MIN] = fmin(set[PARAM_COMPLEX_DISCIPLINES_MIN], set[PARAM_COMPLEX_DISCIPLINES_MAX]);
}

static void any_combination_keeps_every_state_in_its_range(void **state)
{
	int count = town_size(300, 10);
	for (int n = 0; n < count; n++) {
		struct config config;
		struct rng rng = rng_start(2025, (uint32_t)n, 0, RNG_PERSON);
		town_make(&config, DEPARTMENTS, STAFF);
		put_anything(&config, &rng);
		config.warm_up_weeks = 4;
		config.years = 2;
		int taught = town_programme(&config, "taught", 2);
		for (int k = 0; k < CONTENT_COUNT; k++)
			config.programme[taught].content[k] = 1;
		config.programme[taught].hours = 8 + 32 * rng_next(&rng);
		config.programme[taught].repeat_weeks = 20;
		config.seed = (uint64_t)n + 1;
		struct sim *sim = town_open(&config, 1);
		for (int week = 1; week <= WEEKS; week++) {
			town_run(sim, week);
			town_in_range(sim);
		}
		sim_destroy(sim);
		config_clear(&config);
	}
}

static void nobody_of_the_default_municipality_lies_at_an_edge(void **state)
{
	struct config config;
	town_default(&config);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, town_size(520, 26));
	const struct staff *s = &sim->staff;
	const struct { const char *name; const float *value; } columns[] = {
		{ "mindset", s->mindset }, { "anchor", s->anchor }, { "ownership", s->ownership }, { "alliance", s->alliance }, { "autonomy", s->autonomy },
		{ "meaning", s->meaning }, { "fit", s->fit }, { "engagement", s->engagement }, { "strain", s->strain }, { "voice", s->voice },
		{ "feedback", s->feedback }, { "data", s->data }, { "breadth", s->breadth }, { "content", s->skill[ROLE_CONTENT] } };
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		for (int i = 0; i < s->slots; i++)
			if (s->unit[i] != STAFF_VACANT && !(columns[c].value[i] > 0.01f && columns[c].value[i] < 0.99f))
				fail_msg("%s of slot %d is %g", columns[c].name, i, (double)columns[c].value[i]);
	sim_destroy(sim);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_combination_keeps_every_state_in_its_range),
		cmocka_unit_test(nobody_of_the_default_municipality_lies_at_an_edge),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
