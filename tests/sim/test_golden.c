// Golden digests: the same bits from every compiler, at every optimisation, on every machine.
// tests/golden/digests.txt holds a name and 16 hex digits a line; STOEPRAND_GOLDEN=write rewrites it, and
// the difference is to be read.
#include "script/scenario.h"

#include "support/town.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void standard(struct config *config)
{
	town_default(config);
}

static void other_seed(struct config *config)
{
	town_default(config);
	config->seed = 0xfedcba9876543210u;
}

static void everything(struct config *config)
{
	town_full(config, 640);
}

static void several_pieces(struct config *config)
{
	town_full(config, 4000);
}

static void pool(struct config *config)
{
	town_default(config);
	town_set(config, PARAM_POOL_SHARE, 0.3);
}

static void gigs(struct config *config)
{
	town_default(config);
	town_set(config, PARAM_KLUSSENBANK_HOURS_SHARE, 0.15);
}

static void smallest(struct config *config)
{
	town_make(config, 1, 10);
}

static void overloaded(struct config *config)
{
	town_make(config, 6, 50);
	for (int d = 0; d < 6; d++)
		config->department[d].stream[0].occupancy = 1.4;
}

static void influence(struct config *config)
{
	town_make(config, 4, 200);
	town_only(config, PARAM_MECHANISMS_INFLUENCE);
}

static const struct {
	const char *name;
	void (*make)(struct config *config);
	int weeks;
} runs[] = {
	{ "default", standard, 156 }, { "other_seed", other_seed, 52 }, { "everything", everything, 104 },
	{ "several_pieces", several_pieces, 45 }, { "pool", pool, 104 }, { "gigs", gigs, 104 }, { "smallest", smallest, 156 },
	{ "overloaded", overloaded, 104 }, { "influence", influence, 104 },
};
enum { RUNS = sizeof runs / sizeof *runs };

static const char *golden_path(void)
{
	static char path[1024];
	const char *root = getenv("STOEPRAND_ROOT");
	snprintf(path, sizeof path, "%s%stests/golden/digests.txt", root ? root : "", root ? "/" : "");
	return path;
}

static uint64_t digest_of(int run)
{
	struct config config;
	runs[run].make(&config);
	struct sim *sim = town_open(&config, 2);
	town_run(sim, runs[run].weeks);
	uint64_t digest = sim_digest(sim);
	sim_destroy(sim);
	config_clear(&config);
	return digest;
}

static void write_golden(void)
{
	FILE *file = fopen(golden_path(), "w");
	if (!file)
		fail_msg("cannot write %s", golden_path());
	for (int run = 0; run < RUNS; run++)
		fprintf(file, "%s %016" PRIx64 "\n", runs[run].name, digest_of(run));
	assert_int_equal(fclose(file), 0);
}

static void digests_are_the_golden_ones(void **state)
{
	const char *wish = getenv("STOEPRAND_GOLDEN");
	if (wish && strcmp(wish, "write") == 0)
		write_golden();
	FILE *file = fopen(golden_path(), "r");
	if (!file)
		fail_msg("cannot read %s: run from the repository, or with STOEPRAND_ROOT", golden_path());
	char name[64], digits[32];
	int run = 0, wrong = 0;
	while (fscanf(file, "%63s %31s", name, digits) == 2 && run < RUNS) {
		assert_string_equal(name, runs[run].name);
		assert_int_equal(strlen(digits), 16);
		uint64_t digest = digest_of(run);
		if (digest != strtoull(digits, NULL, 16)) {
			print_message("%s is %016" PRIx64 ", not the golden %s\n", name, digest, digits);
			wrong++;
		}
		run++;
	}
	fclose(file);
	assert_int_equal(run, RUNS);
	assert_int_equal(wrong, 0);
}

// The town that tests use is the one that is shipped.
static void the_default_town_is_the_shipped_scenario(void **state)
{
	static struct err err;
	struct config shipped, town;
	char path[1024];
	const char *root = getenv("STOEPRAND_ROOT");
	snprintf(path, sizeof path, "%s%sscenarios/default.lua", root ? root : "", root ? "/" : "");
	if (root)
		setenv("STOEPRAND_DATA", root, 1);
	if (!scenario_load(path, &shipped, &err))
		fail_msg("%s", err.text[LANG_EN]);
	town_default(&town);
	struct sim *a = town_open(&shipped, 1), *b = town_open(&town, 1);
	town_run(a, 20);
	town_run(b, 20);
	assert_true(sim_digest(a) == sim_digest(b));
	sim_destroy(a);
	sim_destroy(b);
	config_clear(&shipped);
	config_clear(&town);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_are_the_golden_ones),
		cmocka_unit_test(the_default_town_is_the_shipped_scenario),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
