// Save and load: a run that was put away and taken up again is the run that was never stopped; what is
// not a save of this organisation is refused in words.
#include "mem.h"
#include "sim/state.h"

#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

enum { LAST = 60 };

static struct config config;
static struct err err;
static const struct change later = { .kind = CHANGE_SET, .unit = 2, .param = PARAM_KERBS_CLARITY, .value = 0.2, .entry = -1 };

static int begin(void **state)
{
	town_full(&config, 160);
	// A damaged save must not make the program ask for all memory there is.
	struct rlimit room = { 1ul << 30, 1ul << 30 };
	return town_size(1, 0) ? setrlimit(RLIMIT_AS, &room) : 0;
}

static int end(void **state)
{
	config_clear(&config);
	return 0;
}

static struct bytes save(const struct sim *sim)
{
	struct bytes bytes;
	assert_true(state_save(sim, &bytes, &err));
	return bytes;
}

static struct sim *load(const struct bytes *bytes, int threads)
{
	err_clear(&err);
	struct sim *sim = state_load(&config, bytes->data, bytes->count, threads, "saved", &err);
	if (!sim)
		fail_msg("%s", err.text[LANG_EN]);
	return sim;
}

static void assert_same_measures(const struct sim *a, const struct sim *b)
{
	for (int u = CONFIG_UNIT_ALL; u < sim_units(a); u++)
		for (int id = 0; id < MEASURE_COUNT; id++) {
			double x = sim_measure(a, u, id), y = sim_measure(b, u, id);
			if (!(x == y || (isnan(x) && isnan(y))))
				fail_msg("week %d: %s of unit %d is %.17g, and %.17g after loading", sim_week(a), measure_table[id].name, u, x, y);
		}
}

// Weeks at which things are going on: before anything, warm-up, start, programmes, an experiment, the end.
static void a_loaded_run_goes_on_as_if_it_had_never_stopped(void **state)
{
	const int weeks[] = { -8, -3, 0, 1, 5, 12, 13, 20, 41, LAST };
	for (size_t k = 0; k < sizeof weeks / sizeof *weeks; k++) {
		struct sim *straight = town_open(&config, 1);
		town_run(straight, weeks[k]);
		struct bytes bytes = save(straight);
		struct sim *loaded = load(&bytes, k % 2 ? 3 : 1);
		mem_free(bytes.data);
		assert_int_equal(sim_week(loaded), weeks[k]);
		assert_true(sim_digest(loaded) == sim_digest(straight));
		assert_same_measures(straight, loaded);
		for (int week = weeks[k]; week < LAST; week++) {
			town_run(straight, week + 1);
			town_run(loaded, week + 1);
			assert_true(sim_digest(loaded) == sim_digest(straight));
			assert_same_measures(straight, loaded);
		}
		assert_memory_equal(&(struct sim_totals[]){ sim_totals(straight) }, &(struct sim_totals[]){ sim_totals(loaded) }, sizeof(struct sim_totals));
		sim_destroy(straight);
		sim_destroy(loaded);
	}
}

static void changes_that_wait_are_saved(void **state)
{
	struct sim *straight = town_open(&config, 1);
	town_run(straight, 10);
	assert_true(sim_change(straight, &later));
	struct change start = { .kind = CHANGE_PROGRAMME_START, .unit = 3, .programme = 0, .entry = -1 };
	assert_true(sim_change(straight, &start));
	struct bytes bytes = save(straight);
	struct sim *loaded = load(&bytes, 1);
	mem_free(bytes.data);
	town_run(straight, 20);
	town_run(loaded, 20);
	assert_true(sim_setting(loaded, 2, PARAM_KERBS_CLARITY) == 0.2);
	assert_true(sim_digest(loaded) == sim_digest(straight));
	sim_destroy(straight);
	sim_destroy(loaded);
}

static void saving_leaves_the_run_as_it_is_and_twice_gives_the_same_bytes(void **state)
{
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 9);
	uint64_t digest = sim_digest(sim);
	struct bytes first = save(sim), second = save(sim);
	assert_true(sim_digest(sim) == digest);
	assert_int_equal(first.count, second.count);
	assert_memory_equal(first.data, second.data, first.count);
	struct sim *loaded = load(&first, 2);
	struct bytes third = save(loaded);
	assert_int_equal(first.count, third.count);
	assert_memory_equal(first.data, third.data, first.count);
	sim_destroy(loaded);
	sim_destroy(sim);
	mem_free(first.data);
	mem_free(second.data);
	mem_free(third.data);
}

static void a_run_loaded_beyond_its_years_goes_on(void **state)
{
	struct config brief;
	town_make(&brief, 2, 20);
	brief.years = 0;
	struct sim *straight = town_open(&brief, 1);
	town_run(straight, 700);
	struct bytes bytes = save(straight);
	struct sim *loaded = state_load(&brief, bytes.data, bytes.count, 1, "saved", &err);
	assert_non_null(loaded);
	town_run(straight, 1300);
	town_run(loaded, 1300);
	assert_true(sim_digest(straight) == sim_digest(loaded));
	sim_destroy(straight);
	sim_destroy(loaded);
	mem_free(bytes.data);
	config_clear(&brief);
}

// Loads what must be refused: no sim, a message in both languages that names the file, and nothing left behind.
static void assert_refused(const struct config *with, const void *data, size_t count, const char *why)
{
	long live = mem_live();
	err_clear(&err);
	struct sim *sim = state_load(with, data, count, 2, "saved.state", &err);
	if (sim)
		fail_msg("%s: was loaded", why);
	assert_true(err.count > 0);
	assert_non_null(strstr(err.text[LANG_EN], "saved.state"));
	assert_non_null(strstr(err.text[LANG_NL], "saved.state"));
	assert_int_equal(mem_live(), live);
}

static struct bytes save_of_week(int week)
{
	struct sim *sim = town_open(&config, 1);
	town_run(sim, week);
	struct bytes bytes = save(sim);
	sim_destroy(sim);
	return bytes;
}

static void a_save_that_was_cut_short_is_refused(void **state)
{
	struct bytes bytes = save_of_week(12);
	for (size_t count = 0; count < bytes.count; count += count < 200 ? 1 : bytes.count / 50)
		assert_refused(&config, bytes.data, count, "cut short");
	assert_refused(&config, bytes.data, bytes.count - 1, "cut by a byte");
	unsigned char *longer = malloc(bytes.count + 1);
	assert_non_null(longer);
	memcpy(longer, bytes.data, bytes.count);
	longer[bytes.count] = 0;
	assert_refused(&config, longer, bytes.count + 1, "a byte too long");
	free(longer);
	mem_free(bytes.data);
}

static void a_damaged_byte_anywhere_is_refused(void **state)
{
	struct bytes bytes = save_of_week(12);
	size_t step = bytes.count / (size_t)town_size(800, 60);
	for (size_t at = 0; at < bytes.count; at += at < 160 ? 1 : step)
		for (int bit = 0; bit < 8; bit += at < 160 ? 1 : 7) {
			char what[80];
			snprintf(what, sizeof what, "bit %d of byte %zu of %zu", bit, at, bytes.count);
			bytes.data[at] ^= (unsigned char)(1u << bit);
			assert_refused(&config, bytes.data, bytes.count, what);
			bytes.data[at] ^= (unsigned char)(1u << bit);
		}
	sim_destroy(load(&bytes, 1));
	mem_free(bytes.data);
}

static void another_organisation_or_seed_is_refused(void **state)
{
	struct bytes bytes = save_of_week(3);
	config.seed++;
	assert_refused(&config, bytes.data, bytes.count, "another seed");
	config.seed--;
	config.department[2].staff++;
	assert_refused(&config, bytes.data, bytes.count, "another number of posts");
	config.department[2].staff--;
	config.department[2].id[0] = 'x';
	assert_refused(&config, bytes.data, bytes.count, "another department");
	config.department[2].id[0] = 'd';
	config.department[4].stream[0].hours += 1;
	assert_refused(&config, bytes.data, bytes.count, "other work");
	config.department[4].stream[0].hours -= 1;
	config.programme[0].name[0] = 'x';
	assert_refused(&config, bytes.data, bytes.count, "another programme");
	config.programme[0].name[0] = 'f';
	sim_destroy(load(&bytes, 1));
	mem_free(bytes.data);
}

static void what_is_no_save_at_all_is_refused(void **state)
{
	static unsigned char noise[5000];
	struct rng rng = rng_start(1, 2, 3, RNG_PERSON);
	assert_refused(&config, noise, 0, "nothing");
	assert_refused(&config, noise, sizeof noise, "zeros");
	for (size_t k = 0; k < sizeof noise; k++)
		noise[k] = (unsigned char)rng_below(&rng, 256);
	assert_refused(&config, noise, sizeof noise, "noise");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_loaded_run_goes_on_as_if_it_had_never_stopped),
		cmocka_unit_test(changes_that_wait_are_saved),
		cmocka_unit_test(saving_leaves_the_run_as_it_is_and_twice_gives_the_same_bytes),
		cmocka_unit_test(a_run_loaded_beyond_its_years_goes_on),
		cmocka_unit_test(a_save_that_was_cut_short_is_refused),
		cmocka_unit_test(a_damaged_byte_anywhere_is_refused),
		cmocka_unit_test(another_organisation_or_seed_is_refused),
		cmocka_unit_test(what_is_no_save_at_all_is_refused),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
