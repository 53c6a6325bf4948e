// Settings of a scenario's own: set by the file, --set, the plan and a hook; kept in a saved state; mistakes are told.
#include "mem.h"
#include "script/hooks.h"
#include "script/scenario.h"
#include "sim/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "return scenario { years = 1, warm_up = 0, departments = { { id = 'a', staff = 10 } },\n"

static const char town[] = HEAD
	"own = { bound = { value = 0.2, min = 0, max = 1 }, most = { type = 'integer', value = 3, min = 1, max = 8 } },\n"
	"plan = { { at = '2025-W10', to = '2025-W20', set = { ['own.most'] = 5 } } },\n"
	"assumptions = { ['own.bound'] = { range = { 0.1, 0.3 }, why = 'x' } },\n"
	"on_week = function(org)\n"
	"  if org.week == 30 then org.set('own.bound', 0.7) end\n"
	"  if org.week == 40 then org.reset 'own.bound' end\n"
	"  org.state.most = org.setting 'own.most'\n"
	"end }\n";

static struct config config;
static struct hooks *hooks;
static struct err err;

static bool load(const char *text)
{
	err_clear(&err);
	return scenario_load_text_hooks(text, strlen(text), "own.lua", ".", &config, &hooks, &err);
}

static int begin(void **state)
{
	return load(town) ? 0 : (fprintf(stderr, "%s\n", err.text[LANG_EN]), 1);
}

static int end(void **state)
{
	hooks_destroy(hooks);
	config_clear(&config);
	return 0;
}

static int id_of(const char *name)
{
	int unit, param;
	assert_true(config_key(&config, name, "test", &unit, &param, &err));
	return param;
}

static double in_week(struct sim *sim, int week, const char *name)
{
	assert_true(hooks_run_to(hooks, sim, week, NULL, &err));
	return sim_setting(sim, CONFIG_UNIT_ALL, id_of(name));
}

static void plan_and_hooks_change_it_and_it_comes_back(void **state)
{
	struct sim *sim = sim_create(&config, 1, &err);
	assert_non_null(sim);
	assert_true(in_week(sim, 5, "own.most") == 3);
	assert_true(in_week(sim, 12, "own.most") == 5);
	assert_true(in_week(sim, 25, "own.most") == 3);
	assert_true(in_week(sim, 25, "own.bound") == 0.2);
	assert_true(in_week(sim, 35, "own.bound") == 0.7);
	assert_true(in_week(sim, 45, "own.bound") == 0.2);
	assert_true(config.assumption[0].value == 0.2);
	sim_destroy(sim);
}

static void saved_state_keeps_it(void **state)
{
	struct sim *sim = sim_create(&config, 1, &err), *again;
	struct bytes bytes;
	assert_true(in_week(sim, 35, "own.bound") == 0.7);
	assert_true(state_save(sim, &bytes, &err));
	again = state_load(&config, bytes.data, bytes.count, 1, "saved", &err);
	assert_non_null(again);
	assert_true(sim_setting(again, CONFIG_UNIT_ALL, id_of("own.bound")) == 0.7);
	assert_true(sim_digest(sim) == sim_digest(again));
	mem_free(bytes.data);
	sim_destroy(sim);
	sim_destroy(again);
}

static void it_counts_in_the_memory_of_a_run(void **state)
{
	struct sim *sim = sim_create(&config, 1, &err), *plain;
	static struct config bare;
	bare = config;
	bare.own_setting_count = 0;
	bare.change_count = 0;
	plain = sim_create(&bare, 1, &err);
	assert_non_null(sim);
	assert_non_null(plain);
	assert_int_equal(sim_bytes(sim) - sim_bytes(plain), 2 * sizeof(double));
	sim_destroy(sim);
	sim_destroy(plain);
}

static void it_counts_in_the_digest(void **state)
{
	struct sim *one = sim_create(&config, 1, &err);
	assert_true(config_set(&config, "own.bound", 0.3, "--set", &err));
	struct sim *other = sim_create(&config, 1, &err);
	assert_true(sim_digest(one) != sim_digest(other));
	sim_destroy(one);
	sim_destroy(other);
}

static void assert_told(bool good, const char *words)
{
	assert_false(good);
	if (!strstr(err.text[LANG_EN], words))
		fail_msg("\"%s\" is not in: %s", words, err.text[LANG_EN]);
	err_clear(&err);
}

static void wrong_values_and_names_are_told(void **state)
{
	err_clear(&err);
	assert_told(config_set(&config, "own.bound", 2, "--set", &err), "allowed is 0 to 1");
	assert_told(config_set(&config, "own.most", 2.5, "--set", &err), "a whole number from 1 to 8");
	assert_told(config_set(&config, "own.bond", 0.5, "--set", &err), "did you mean own.bound");
	assert_told(config_set(&config, "departments.a.own.bound", 0.5, "--set", &err), "not per department");
	assert_told(config_set(&config, "pool.own.bound", 0.5, "--set", &err), "not per department");
}

static void wrong_file(const char *text, const char *words)
{
	end(NULL);
	hooks = NULL;
	assert_told(load(text), words);
}

static void mistakes_in_the_file_are_told(void **state)
{
	wrong_file(HEAD "own = { x = { value = 3, max = 2 } } }", "own.x.value");
	wrong_file(HEAD "own = { x = { valeu = 3 } } }", "did you mean value");
	wrong_file(HEAD "own = { x = { type = 'integer', value = 1.5 } } }", "whole");
	wrong_file(HEAD "own = { X = { value = 1 } } }", "cannot be an id");
	wrong_file(HEAD "own = { x = 3 } }", "own.x");
	wrong_file(HEAD "own = { x = { value = 1, max = 2 } }, plan = { { at = '2025-W02', set = { ['own.x'] = 3 } } } }", "own.x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(plan_and_hooks_change_it_and_it_comes_back, begin, end),
		cmocka_unit_test_setup_teardown(saved_state_keeps_it, begin, end),
		cmocka_unit_test_setup_teardown(it_counts_in_the_memory_of_a_run, begin, end),
		cmocka_unit_test_setup_teardown(it_counts_in_the_digest, begin, end),
		cmocka_unit_test_setup_teardown(wrong_values_and_names_are_told, begin, end),
		cmocka_unit_test_setup_teardown(mistakes_in_the_file_are_told, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
