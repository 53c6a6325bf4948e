// Models from the literature, written as scenarios, against their published or exact results. STOEPRAND_CLASSICS
// in the environment asks for all seeds and prints a row of a table each (`make classics`), and meanwhile how far it
// is; without it fewer seeds live, and the interval that a result must lie in is as much wider.
#include "mem.h"
#include "script/hooks.h"
#include "script/scenario.h"
#include "sim/crew.h"
#include "sim/state.h"

#include "support/paired.h"
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SEEDS_MAX = 1000, FACTS_MAX = 4, END = -1, TOLD_EVERY = 20 };

struct fact {
	const char *set;         // "own.bound=0.1", or NULL
	double value;
	const char *measure;
	double expected;
	double margin;           // of the expected number: rounding, or its own interval
	int from;                // the mean from this week on, or END: the last week alone
	const char *source;      // of the number
};

struct classic {
	const char *name, *told;
	int seeds, quick;        // 1: nothing is left to chance
	double (*plain)(double value, uint64_t seed);  // the same model apart, whose mean is then what is expected
	struct fact fact[FACTS_MAX];
};

// A finite population lies below the mean field: the mean m of i obeys m(1 − m) − v = m × recovery ÷ infection, with
// v the variance of the linearised chain, (susceptibles × p(1 − p) + ill × r(1 − r)) ÷ N(1 − slope²).
#define SIS_VARIANCE ((1 / 3. * 0.2 * 0.8 + 2 / 3. * 0.1 * 0.9) / (1000 * (1 - 0.8 * 0.8)))
#define SIS_BELOW (SIS_VARIANCE / (2 / 3.))

// Deffuant's model without any of the program but its chance: what the scenario must give on average.
enum { PEOPLE = 1000, MEETINGS = 104 * PEOPLE, FEW = PEOPLE / 20, PLAIN_SEEDS = 1000 };

static int ascending(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double plain_camps(double bound, uint64_t seed)
{
	double opinion[PEOPLE];
	struct rng rng = rng_start(seed, UINT32_MAX, 0, UINT32_MAX);
	int camps = 0, size = 0;
	for (int i = 0; i < PEOPLE; i++)
		opinion[i] = rng_next(&rng);
	for (int n = 0; n < MEETINGS; n++) {
		uint32_t one = rng_below(&rng, PEOPLE), other = rng_below(&rng, PEOPLE);
		double mean = (opinion[one] + opinion[other]) / 2;
		if (fabs(opinion[one] - opinion[other]) < bound)
			opinion[one] = opinion[other] = mean;
	}
	qsort(opinion, PEOPLE, sizeof *opinion, ascending);
	for (int i = 0; i < PEOPLE; i++)
		if (++size && (i == PEOPLE - 1 || opinion[i + 1] - opinion[i] >= bound)) {
			camps += size > FEW;
			size = 0;
		}
	return camps;
}

static const struct classic classics[] = {
	{ "granovetter", "Granovetter 1978", 1, 1, NULL, {
		{ NULL, 0, "rioters", 100, 0, END, "paper" }, { "own.second", 2, "rioters", 1, 0, END, "paper" } } },
	{ "degroot", "DeGroot 1974", 1, 1, NULL, {
		{ NULL, 0, "opinion", 13 / 35., 1e-12, END, "exact, 13/35" }, { NULL, 0, "disagreement", 0, 1e-12, END, "exact" } } },
	{ "friedkin_johnsen", "Friedkin & Johnsen 1999", 1, 1, NULL, {
		{ NULL, 0, "opinion_1", 60.020849, 1e-6, END, "exact; rounded 60" }, { NULL, 0, "opinion_2", 59.983966, 1e-6, END, "exact; rounded 60" },
		{ NULL, 0, "opinion_3", 75, 0, END, "exact; rounded 75" }, { NULL, 0, "opinion_4", 74.986205, 1e-6, END, "exact; rounded 75" } } },
	{ "centola_macy", "Centola & Macy 2007", 1, 1, NULL, {
		{ "own.threshold", 1, "rounds", 125, 0, END, "exact" }, { "own.threshold", 2, "rounds", 166, 0, END, "exact" },
		{ "own.threshold", 3, "rounds", 249, 0, END, "exact" }, { "own.threshold", 4, "rounds", 497, 0, END, "exact" } } },
	{ "centola_macy", "Centola & Macy 2007", 1, 1, NULL, {
		{ "own.threshold", 5, "rounds", 0, 0, END, "exact" }, { "own.threshold", 5, "adopters", 4, 0, END, "exact" },
		{ "own.threshold", 4, "adopters", 1000, 0, END, "exact" } } },
	{ "deffuant", "Deffuant and others 2000", 400, 8, plain_camps, {
		{ "own.bound", 0.5, "camps", 0, 0, END, "apart in C; paper 1/(2d): 1" },
		{ "own.bound", 0.25, "camps", 0, 0, END, "apart in C; paper 1/(2d): 2" },
		{ "own.bound", 0.1, "camps", 0, 0, END, "apart in C; paper 1/(2d): 5" } } },
	{ "sis", "Susceptible–infected–susceptible", 1, 1, NULL, { { NULL, 0, "mean_field", 2 / 3., 1e-12, END, "1 − 1/3" } } },
	{ "sis", "Susceptible–infected–susceptible", 100, 4, NULL, {
		{ NULL, 0, "ill", 2 / 3. - SIS_BELOW, 0.00001, 104, "mean field 0.66667, less 0.00047 for 1,000 people" } } },
	{ "queue", "One counter", 400, 4, NULL, {
		{ "own.occupancy", 0.8, "wait", 4, 0, END, "ρ/(1 − ρ)" }, { "own.occupancy", 0.5, "wait", 1, 0, END, "ρ/(1 − ρ)" },
		{ "own.fixed", 1, "wait", 2, 0, END, "half of it" } } },
};
enum { CLASSICS = sizeof classics / sizeof *classics };

// ---- living

struct run {
	struct config config;
	struct hooks *hooks;
	struct sim *sim;
};

static void open_run(struct run *run, const char *name, const struct fact *fact)
{
	const char *root = getenv("STOEPRAND_DATA");
	char path[512];
	struct err err;
	err_clear(&err);
	snprintf(path, sizeof path, "%s/scenarios/classics/%s.lua", root && *root ? root : ".", name);
	if (!scenario_load_hooks(path, &run->config, &run->hooks, &err) ||
	    (fact && fact->set && !config_set(&run->config, fact->set, fact->value, "test", &err)))
		fprintf(stderr, "%s\n", err.text[LANG_EN]);
	must(err.count == 0);
}

static void close_run(struct run *run)
{
	sim_destroy(run->sim);
	hooks_destroy(run->hooks);
	config_clear(&run->config);
}

static double live(const char *name, const struct fact *fact, uint64_t seed)
{
	struct run run;
	open_run(&run, name, fact);
	run.config.seed = seed;
	run.sim = sim_create(&run.config, 1, NULL);
	int last = run.config.years * CONFIG_WEEKS_PER_YEAR, from = fact->from == END ? last : fact->from;
	int measure = config_find_measure(&run.config, fact->measure);
	must(run.sim && measure >= 0);
	double sum = 0;
	for (int week = from; week <= last; week++) {
		must(hooks_run_to(run.hooks, run.sim, week, NULL, NULL));
		sum += sim_measure(run.sim, CONFIG_UNIT_ALL, measure);
	}
	close_run(&run);
	return sum / (last - from + 1);
}

// ---- facts

struct trial {
	const struct classic *classic;
	const struct fact *fact;
	bool is_plain;
	int seeds;
	atomic_int done;
	double value[SEEDS_MAX];
};

static bool is_full(void)
{
	return getenv("STOEPRAND_CLASSICS") != NULL;
}

static void live_seed(void *context, int index)
{
	struct trial *trial = context;
	uint64_t seed = (uint64_t)index + 1;
	trial->value[index] = trial->is_plain ? trial->classic->plain(trial->fact->value, seed) : live(trial->classic->name, trial->fact, seed);
	int done = atomic_fetch_add(&trial->done, 1) + 1;
	if (is_full() && !trial->is_plain && done % TOLD_EVERY == 0)
		fprintf(stderr, "  %s, %s: %d of %d seeds\n", trial->classic->name, trial->fact->measure, done, trial->seeds);
}

// Mean and 95 % interval over the seeds. When all n are the same, another outcome may still have a chance of 3/n
// (the rule of three: Hanley and Lippman-Hand 1983, JAMA 249).
static struct paired measure(const struct classic *classic, const struct fact *fact, bool is_plain, int seeds)
{
	static struct trial trial;
	trial = (struct trial){ .classic = classic, .fact = fact, .is_plain = is_plain, .seeds = seeds };
	struct crew *crew = crew_create(2, NULL);
	must(crew && seeds <= SEEDS_MAX);
	crew_run(crew, live_seed, &trial, seeds);
	crew_destroy(crew);
	if (seeds == 1)
		return (struct paired){ trial.value[0], 0, 1 };
	struct paired ours = paired_interval(trial.value, seeds);
	bool differ = false;
	for (int k = 1; k < seeds; k++)
		differ |= fabs(trial.value[k] - trial.value[0]) > 0;
	if (!differ)
		ours = (struct paired){ trial.value[0], 3. / seeds, seeds };
	return ours;
}

static void print_row(const struct classic *classic, const struct fact *fact, struct paired expected, struct paired ours)
{
	char set[64] = "";
	if (fact->set)
		snprintf(set, sizeof set, ", `%s = %g`", fact->set, fact->value);
	printf("| %s%s | `%s` | %.8g", classic->told, set, fact->measure, expected.mean);
	if (classic->plain)
		printf(" ± %.2g", expected.half);
	printf(" | %s | %.8g ", fact->source, ours.mean);
	if (ours.count > 1)
		printf("| ± %.2g | %d |\n", ours.half, ours.count);
	else
		printf("| - | 1 |\n");
	fflush(stdout);
}

// Wide enough that chance alone hardly ever leaves it: 1.7 times a 95 % interval is about 99.9 %.
static const double chance = 1.7;

static void result_is_the_published_one(void **state)
{
	const struct classic *classic = *state;
	for (const struct fact *fact = classic->fact; fact < classic->fact + FACTS_MAX && fact->measure; fact++) {
		struct paired ours = measure(classic, fact, false, is_full() ? classic->seeds : town_size(classic->quick, classic->quick > 1 ? 2 : 1));
		struct paired expected = { fact->expected, fact->margin, 1 };
		if (classic->plain)
			expected = measure(classic, fact, true, town_size(PLAIN_SEEDS, 50));
		if (is_full())
			print_row(classic, fact, expected, ours);
		if (!(fabs(ours.mean - expected.mean) <= expected.half + chance * ours.half))
			fail_msg("%s, %s: %.10g ± %.2g over %d seeds; expected %.10g ± %.2g", classic->name, fact->measure, ours.mean, ours.half, ours.count,
			         expected.mean, expected.half);
	}
}

// ---- the same run

enum { HALF = 52, WHOLE = 104 };

static uint64_t digest_at(const char *name, int threads)
{
	struct run run;
	open_run(&run, name, NULL);
	run.config.years = WHOLE / CONFIG_WEEKS_PER_YEAR;
	run.sim = sim_create(&run.config, threads, NULL);
	must(run.sim && hooks_run_to(run.hooks, run.sim, WHOLE, NULL, NULL));
	uint64_t digest = sim_digest(run.sim);
	close_run(&run);
	return digest;
}

// The second half by functions that never saw the first.
static uint64_t digest_after_saving(const char *name)
{
	struct run first, second;
	struct bytes bytes;
	open_run(&first, name, NULL);
	open_run(&second, name, NULL);
	first.config.years = second.config.years = WHOLE / CONFIG_WEEKS_PER_YEAR;
	first.sim = sim_create(&first.config, 1, NULL);
	must(first.sim && hooks_run_to(first.hooks, first.sim, HALF, NULL, NULL) && state_save(first.sim, &bytes, NULL));
	close_run(&first);
	second.sim = state_load(&second.config, bytes.data, bytes.count, 1, "saved", NULL);
	must(second.sim && hooks_run_to(second.hooks, second.sim, WHOLE, NULL, NULL));
	uint64_t digest = sim_digest(second.sim);
	mem_free(bytes.data);
	close_run(&second);
	return digest;
}

static void run_is_the_same_at_any_threads_and_after_saving(void **state)
{
	const struct classic *classic = *state;
	uint64_t digest = digest_at(classic->name, 1);
	assert_true(digest == digest_at(classic->name, 2));
	assert_true(digest == digest_after_saving(classic->name));
}

int main(void)
{
	static struct CMUnitTest tests[2 * CLASSICS];
	size_t count = 0;
	for (int k = 0; k < CLASSICS; k++) {
		void *classic;
		memcpy(&classic, &(const void *){ &classics[k] }, sizeof classic);
		tests[count++] = (struct CMUnitTest){ classics[k].name, result_is_the_published_one, NULL, NULL, classic };
		if (k == 0 || strcmp(classics[k].name, classics[k - 1].name) != 0)
			tests[count++] = (struct CMUnitTest){ "the same run", run_is_the_same_at_any_threads_and_after_saving, NULL, NULL, classic };
	}
	return _cmocka_run_group_tests("classics", tests, count, NULL, NULL);
}
