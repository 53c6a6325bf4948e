// Sums over members, ties across units and who is where are only made anew where something changed. Whatever
// changes, they are what they would be if all were counted afresh.
#include "mem.h"
#include "sim/state.h"

#include "support/fresh.h"
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct config config;

// People come, go, move and are taught, in line and pool; of what moves their state only one thing is on.
static void open_town(int mechanism)
{
	const int always[] = { PARAM_MECHANISMS_EXITS, PARAM_MECHANISMS_RETIREMENT, PARAM_MECHANISMS_HIRES, PARAM_MECHANISMS_MOVES,
		PARAM_MECHANISMS_POOL_MOVES };
	town_full(&config, 160);
	town_only(&config, mechanism);
	for (size_t k = 0; k < sizeof always / sizeof *always; k++)
		town_set(&config, always[k], 1);
	town_set(&config, PARAM_MOVES_RATE, 0.01);
	config.programme[1].content[CONTENT_DATA] = 1;
}

static void sums_are_fresh_whatever_mechanism_is_on(void **state)
{
	for (int id = -1; id < PARAM_COUNT; id++) {
		if (id >= 0 && param_table[id].kind != PARAM_MECHANISM)
			continue;
		open_town(id);
		struct sim *sim = town_open(&config, 1);
		fresh_sums(sim, "at the start");
		for (int week = -7; week <= 30; week++) {
			town_run(sim, week);
			fresh_sums(sim, id < 0 ? "nothing on" : param_table[id].name);
			fresh_order(sim);
		}
		sim_destroy(sim);
		config_clear(&config);
	}
}

static void sums_are_fresh_when_the_plan_switches_mechanisms(void **state)
{
	open_town(-1);
	int week = 1;
	for (int round = 0; round < 3; round++)  // on one by one, off one by one, on again
		for (int id = 0; id < PARAM_COUNT; id++)
			if (param_table[id].kind == PARAM_MECHANISM)
				town_plan(&config, week++, CONFIG_UNIT_ALL, id, round != 1);
	struct sim *sim = town_open(&config, 2);
	for (int now = -7; now <= week + 2; now++) {
		town_run(sim, now);
		fresh_sums(sim, "switching");
		fresh_order(sim);
	}
	sim_destroy(sim);
	config_clear(&config);
}

static void a_column_that_was_written_is_summed_afresh(void **state)
{
	open_town(-1);
	struct sim *sim = town_open(&config, 1);
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		bool person = column->type == STAFF_F32 || strcmp(column->name, "age") == 0 || strcmp(column->name, "service") == 0;
		if (!person)
			continue;
		for (int i = 0; i < sim->staff.slots; i++)
			town_put(sim, column->name, i, (column->type == STAFF_F32 ? 0.001 : 1) * (i + c));
		account_written(sim, staff_data(&sim->staff, column));
		town_run(sim, sim_week(sim) + 1);
		fresh_sums(sim, column->name);
	}
	sim_destroy(sim);
	config_clear(&config);
}

static void who_has_ties_that_were_written_is_counted_afresh(void **state)
{
	open_town(PARAM_MECHANISMS_INFLUENCE);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 3);
	for (uint32_t i = 0; i < (uint32_t)sim->staff.slots; i++)
		for (uint32_t k = 0; k < STAFF_TIES; k++)
			sim->staff.ties[i * STAFF_TIES + k] = k < i % 3 ? (i + 7 * k + 1) % (uint32_t)sim->staff.slots : i;
	account_written(sim, sim->staff.ties);
	town_run(sim, 4);
	fresh_sums(sim, "ties");
	for (uint32_t i = 0; i < (uint32_t)sim->staff.slots; i++)
		assert_true(sim->staff.crossing[i] >> 4 <= (uint8_t)(i % 3));
	sim_destroy(sim);
	config_clear(&config);
}

static struct sim *reload(const struct sim *sim)
{
	static struct err err;
	struct bytes bytes;
	assert_true(state_save(sim, &bytes, &err));
	struct sim *loaded = state_load(&config, bytes.data, bytes.count, 1, "saved", &err);
	assert_non_null(loaded);
	mem_free(bytes.data);
	return loaded;
}

// A loaded sim knows nothing of what changed before: it counts all again.
static void goes_on_alike_from_every_week(int weeks)
{
	struct sim *sim = town_open(&config, 1);
	for (int week = -7; week <= weeks; week++) {
		struct sim *loaded = reload(sim);
		town_run(sim, week);
		town_run(loaded, week);
		town_same_staff(sim, loaded);
		assert_true(sim_digest(sim) == sim_digest(loaded));
		sim_destroy(loaded);
	}
	sim_destroy(sim);
	config_clear(&config);
}

static void a_run_goes_on_alike_from_every_week(void **state)
{
	town_full(&config, 160);
	goes_on_alike_from_every_week(70);
	open_town(PARAM_MECHANISMS_INFLUENCE);
	goes_on_alike_from_every_week(40);
	open_town(PARAM_MECHANISMS_TIES);
	town_plan(&config, 10, CONFIG_UNIT_ALL, PARAM_MECHANISMS_TIES, 0);
	town_plan(&config, 20, CONFIG_UNIT_ALL, PARAM_MECHANISMS_LEARNING, 1);
	goes_on_alike_from_every_week(40);
}

static void what_was_written_is_saved(void **state)
{
	open_town(-1);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 5);
	uint64_t digest = sim_digest(sim);
	account_written(sim, sim->staff.fit);
	assert_true(sim_digest(sim) != digest);
	for (int i = 0; i < sim->staff.slots; i++)
		town_put(sim, "fit", i, 0.125);
	struct sim *loaded = reload(sim);
	assert_true(sim_digest(sim) == sim_digest(loaded));
	town_run(sim, 6);
	town_run(loaded, 6);
	fresh_sums(loaded, "loaded");
	assert_true(sim_digest(sim) == sim_digest(loaded));
	sim_destroy(loaded);
	sim_destroy(sim);
	config_clear(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_are_fresh_whatever_mechanism_is_on),
		cmocka_unit_test(sums_are_fresh_when_the_plan_switches_mechanisms),
		cmocka_unit_test(a_column_that_was_written_is_summed_afresh),
		cmocka_unit_test(who_has_ties_that_were_written_is_counted_afresh),
		cmocka_unit_test(a_run_goes_on_alike_from_every_week),
		cmocka_unit_test(what_was_written_is_saved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
