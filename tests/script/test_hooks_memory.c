// Whichever allocation fails while a scenario with functions, columns, measures and settings of its own is read, run,
// saved or loaded: a message, nothing left behind, and what did succeed is as if nothing had happened.
#include "mem.h"
#include "sim/state.h"
#include "support/hooked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct hooked h, other;  // large

static const char before[] = "local weights = { 0.25, 0.5, deep = { 1, 2, 3 } }";
static const char fields[] =
	"own = { step = { value = 0.01, min = 0, max = 1 }, every = { type = 'integer', value = 2, min = 1 } },\n"
	"plan = { { at = '2025-W03', set = { ['own.step'] = 0.02 } } },\n"
	"on_start = function(org) org.state.seen = { first = org.staff } end,\n"
	"on_week = function(org)\n"
	"  local s = org.state s.n = (s.n or 0) + 1 s.seen[s.n] = 'week ' .. s.n .. ('x'):rep(20 * s.n)\n"
	"  local t = {} for i in org.people() do t[#t + 1] = { i, weights[1] } end\n"
	"  if org.week % org.setting 'own.every' == 0 then org.column('mindset'):set((org.column('mindset') + org.setting 'own.step'):clamp(0, 1)) end\n"
	"  org.column('count'):add(1, org.where { unit = 'permits' })\n"
	"  for j in org.ties(1) do org.set_tie(1, 8, j) break end\n"
	"  if org.week == 4 then org.set('own.step', 0.05) org.assign { departments = { 'permits', 'social' } } end\n"
	"  org.record('noted', s.n) end,\n"
	"measures = { noted = {}, total = { per_unit = true, value = function(org, unit) return org.sum('count', unit) end } }";

enum { FROM = 3, TO = 7 };

static void assert_told(struct err *err, long n)
{
	if (err->count == 0 || !err->text[LANG_NL][0])
		fail_msg("no message when allocation %ld fails", n);
	if (!strstr(err->text[LANG_EN], "memory") || !strstr(err->text[LANG_NL], "geheugen"))
		fail_msg("allocation %ld fails: %s", n, err->text[LANG_EN]);
	err_clear(err);
}

// All of the first, then one in so many: a failure in the middle of Lua's work is like the next.
static long after(long n, long all_until, long step)
{
	return n < all_until ? n + 1 : n + step;
}

static void reading_survives(void **state)
{
	for (int all = 0; all < 2; all++) {
		long live = mem_live(), failures = 0;
		bool done = false;
		for (long n = 1; !done; n = after(n, 400, 37)) {
			mem_fail(n, all);
			bool loaded = hooked_load(&h, before, fields);
			mem_fail(0, 0);
			done = loaded && n > 6000;
			if (!loaded) {
				assert_told(&h.err, n);
				failures++;
			}
			assert_true(loaded == (h.hooks != NULL));
			hooked_close(&h);
			assert_int_equal(mem_live(), live);
		}
		assert_true(failures > (all ? 100 : 10));
	}
}

static void open_at(struct hooked *one, int week)
{
	if (!hooked_load(one, before, fields) || !hooked_open(one, 1) || !hooked_run(one, week))
		fail_msg("%s", one->err.text[LANG_EN]);
}

static void running_survives(void **state)
{
	unsigned long long digest = hooked_digest(before, fields, 1, TO);
	for (int all = 0; all < 2; all++) {
		long live = mem_live(), failures = 0;
		bool failed = true;
		for (long n = 1; failed || n < 200; n = after(n, 200, 17)) {
			open_at(&h, FROM);
			mem_fail(n, all);
			failed = !hooked_run(&h, TO);
			mem_fail(0, 0);
			if (failed) {
				assert_told(&h.err, n);
				failures++;
				(void)sim_digest(h.sim);
				if (hooked_run(&h, TO))  // it failed between two weeks: now it goes on
					assert_true(sim_digest(h.sim) == digest);
				else  // within one: the functions are spent, and say so
					assert_non_null(strstr(h.err.text[LANG_EN], "load it again"));
			} else {
				assert_true(sim_digest(h.sim) == digest);
			}
			hooked_close(&h);
			assert_int_equal(mem_live(), live);
		}
		assert_true(failures > (all ? 20 : 0));
	}
}

static void saving_survives(void **state)
{
	open_at(&h, FROM);
	unsigned long long digest = sim_digest(h.sim);
	long live = mem_live(), n = 0;
	for (bool saved = false; !saved;) {
		struct bytes bytes;
		mem_fail(++n, 0);
		saved = state_save(h.sim, &bytes, &h.err);
		mem_fail(0, 0);
		if (!saved)
			assert_told(&h.err, n);
		mem_free(bytes.data);
		assert_int_equal(mem_live(), live);
		assert_true(sim_digest(h.sim) == digest);
	}
	assert_true(n > 1);
	hooked_close(&h);
}

static void loading_survives_and_goes_on_alike(void **state)
{
	struct bytes bytes;
	open_at(&h, FROM);
	assert_true(state_save(h.sim, &bytes, &h.err));
	for (int all = 0; all < 2; all++) {
		assert_true(hooked_load(&other, before, fields));
		long live = mem_live(), n = 0;
		while (!other.sim) {
			mem_fail(++n, all);
			other.sim = state_load(&other.config, bytes.data, bytes.count, 1, "saved", &other.err);
			mem_fail(0, 0);
			if (!other.sim) {
				assert_told(&other.err, n);
				assert_int_equal(mem_live(), live);
			}
		}
		assert_true(n > 20);
		assert_true(hooked_run(&other, TO));
		assert_true(sim_digest(other.sim) == hooked_digest(before, fields, 1, TO));
		hooked_close(&other);
	}
	mem_free(bytes.data);
	hooked_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading_survives),
		cmocka_unit_test(running_survives),
		cmocka_unit_test(saving_survives),
		cmocka_unit_test(loading_survives_and_goes_on_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
