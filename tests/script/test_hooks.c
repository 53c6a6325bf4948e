// What a scenario's functions can do, when they are called, and that a run with them can be saved and
// goes on as if it had not stopped.
#include "mem.h"
#include "script/api.h"
#include "sim/edit.h"
#include "sim/state.h"
#include "support/hooked.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct hooked h, other;  // large

static void open(const char *before, const char *fields)
{
	if (!hooked_load(&h, before, fields) || !hooked_open(&h, 1))
		fail_msg("%s: %s", fields, h.err.text[LANG_EN]);
}

static void run(int week)
{
	if (!hooked_run(&h, week))
		fail_msg("%s", h.err.text[LANG_EN]);
}

// Runs on_week for some weeks; what goes wrong, an assert for one, fails the test.
static void holds(const char *body)
{
	static char fields[8192];
	snprintf(fields, sizeof fields, "on_week = function(org) %s\nend", body);
	open("", fields);
	run(8);
	hooked_close(&h);
}

static void every_example_of_the_reference_runs(void **state)
{
	for (int i = 0; i < api_count; i++)
		holds(api_table[i].example);
}

// So that the reference is complete and org has nothing that it lacks: each function by its name.
static void every_function_of_the_reference_can_be_reached(void **state)
{
	char body[256];
	for (int i = 0; i < api_count; i++) {
		static const char *const from[API_GROUP_COUNT] = { [API_ORG] = "org", [API_VECTOR] = "org.vector()", [API_PEOPLE] = "org.where({})", [API_DRAWS] = "org.draws('a')", [API_VALUE] = "org" };
		if (!from[api_table[i].group])
			continue;
		assert_true(api_table[i].help.nl[0] && api_table[i].help.en[0] && api_table[i].call[0] && api_table[i].gives[0]);
		snprintf(body, sizeof body, "assert(type(%s.%s) %s 'function')", from[api_table[i].group], api_table[i].name, api_table[i].group == API_VALUE ? "~=" : "==");
		holds(body);
	}
}

static void functions_are_called_when_they_should(void **state)
{
	open("", "on_start = function(org) org.column('count')[1] = 0 assert(org.week == 0) end,\n"
		"on_week = function(org) org.column('count'):add(1, 'permits') org.column('count')[70] = org.week end,\n"
		"on_year = function(org) org.state.years = (org.state.years or 0) + 1 assert(org.week_of_year == 1) end,\n"
		"on_end = function(org) assert(org.week == 104 and org.state.years == 2) org.state.ended = true end,\n"
		"measures = { years = { value = function(org) return org.state.years end }, ended = { value = function(org) if org.state.ended then return 1 end end },\n"
		"  weeks = { value = function(org) return org.column('free')[1] end } }");
	run(0);
	int64_t *count = edit_own_column(h.sim, config_find_column(&h.config, "count"), 0);
	assert_int_equal(count[0], 0);
	run(1);
	assert_int_equal(count[0], 1);
	run(52);
	assert_true(count[69] == 51 || count[69] == 7);  // or somebody new came there
	assert_true(sim_measure(h.sim, CONFIG_UNIT_ALL, config_find_measure(&h.config, "years")) == 1);
	run(104);
	assert_true(sim_measure(h.sim, CONFIG_UNIT_ALL, config_find_measure(&h.config, "ended")) == 1);
	hooked_close(&h);
}

static void own_columns_hold_whole_numbers_exactly_and_start_at_their_initial(void **state)
{
	holds("local c, b = org.column 'count', org.column 'belief'\n"
		"if org.week == 0 then\n"
		"  assert(c[1] == 7 and math.type(c[1]) == 'integer' and #b == 3 and b[3][70] == 0.5)\n"
		"  c[1] = -9007199254740991 c[2] = 9007199254740991 b[2][5] = 0.25\n"
		"elseif org.week == 1 then\n"
		"  assert(c[1] == -9007199254740991 and c[2] == 9007199254740991 and b[2][5] == 0.25 and b[1][5] == 0.5)\n"
		"  c:set(3) b[1]:set(b[1] * 0.5, 'permits')\n"
		"  assert(c[9] == 3 and b[1][5] == 0.25 and b[1][70] == 0.5)\n"
		"  org.leave(4)\n"
		"end\n"
		"if org.week > 1 then\n"
		"  for i in org.people() do if org.column('service')[i] < 3 then assert(c[i] == 7) end end\n"
		"end");
}

static void a_function_sees_its_own_writes(void **state)
{
	holds("local m = org.column 'mindset'\n"
		"m:set(0.25) assert(m[1] == 0.25 and org.mean 'mindset' == 0.25 and org.sd 'mindset' == 0)\n"
		"assert((m + 1)[2] == 1.25 and (1 - m)[2] == 0.75 and (m * m)[2] == 0.0625 and (m / 0.5)[1] == 0.5 and (-m)[1] == -0.25)\n"
		"local old = m:copy() m:add(0.5, 'permits') assert(old[1] == 0.25 and m[1] == 0.75)\n"
		"assert(org.count(org.where { mindset = { min = 0.7 } }) == org.count 'permits')\n"
		"assert(#org.where(m:below(0.5)) == org.count 'social')\n"
		"local n = 0 for i in org.people('permits') do n = n + 1 assert(org.unit(i) == 'permits') end assert(n == org.count 'permits')\n"
		"if org.week == 2 then org.move(30, 'social') assert(org.unit(30) == 'social') end\n"
		"org.set_tie(2, 3, 5) assert(org.tie(2, 3) == 5) org.set_tie(2, 3) assert(org.tie(2, 3) == nil)\n"
		"org.set('kerbs.room', 0.9, 'permits') assert(org.setting('kerbs.room', 'permits') == 0.9)\n"
		"org.reset('kerbs.room', 'permits') assert(org.setting('kerbs.room', 'permits') == 0.4)");
}

static void the_week_sees_what_was_written(void **state)
{
	open("", "mechanisms = { all = false }, on_week = function(org) org.column('mindset'):set(0.25) org.record('example', 0.5) org.record('example', 0.75, 'social') end");
	run(1);
	int mindset = measure_find("mindset");
	assert_true(fabs(sim_measure(h.sim, CONFIG_UNIT_ALL, mindset) - 0.25) < 1e-6);
	int own = config_find_measure(&h.config, "example");
	assert_true(sim_measure(h.sim, CONFIG_UNIT_ALL, own) == 0.5);
	assert_true(sim_measure(h.sim, config_unit(&h.config, "social"), own) == 0.75);
	assert_true(isnan(sim_measure(h.sim, config_unit(&h.config, "permits"), own)));
	hooked_close(&h);
}

static void ties_come_in_their_order_and_each_other_once(void **state)
{
	holds("if org.week > 0 then return end\n"
		"for k, j in ipairs { 6, 5, 6, 5, 7 } do org.set_tie(1, k, j) end for k = 6, 8 do org.set_tie(1, k) end org.leave(7)\n"
		"local seen = '' for j in org.ties(1) do seen = seen .. j for k in org.ties(1) do seen = seen .. k end end\n"
		"assert(seen == '665565', seen) for j in org.ties(1) do if j == 6 then org.leave(6) end end assert(org.tie(1, 1) == nil)");
}

static void everybody_may_leave(void **state)
{
	holds("for i in org.people() do org.leave(i) end\n"
		"assert(org.count() == 0 and org.mean 'mindset' == nil and #org.where {} == 0)");
}

static void the_same_name_week_and_person_give_the_same_draws(void **state)
{
	holds("local a, b = org.draws('x', 1), org.draws('x', 1)\n"
		"local u = a:uniform() assert(u == b:uniform() and u == org.luck('x')[1] and u ~= org.draws('y', 1):uniform() and u ~= org.draws('x', 2):uniform())\n"
		"local n = org.integer(-3, 3) assert(n >= -3 and n <= 3 and math.type(n) == 'integer')\n"
		"local l = org.shuffle { 1, 2, 3 } assert(l[1] + l[2] + l[3] == 6)\n"
		"if org.week > 0 then assert(org.state.u ~= u) end org.state.u = u");
}

// ---- digests, threads, saves

static const char reads[] =
	"on_start = function(org) for id in org.units() do local m = org.measure('mindset', id) end end,\n"
	"on_week = function(org) local m = org.column 'mindset' local s = 0\n"
	"for i in org.people() do s = s + m[i] for j in org.ties(i) do s = s + m[j] end end\n"
	"s = m:tie_mean():mean() + org.uniform() + #org.where { unit = 'permits' } + org.draws('a', 1):normal() end,\n"
	"on_year = function(org) return org.setting 'kerbs.room' end, on_end = function(org) return org.measure 'strain' end";

static void functions_that_only_read_leave_the_digest(void **state)
{
	unsigned long long plain = hooked_digest("", "", 1, 104);
	static const int threads[] = { 1, 2, 3, 8 };
	for (int i = 0; i < 4; i++) {
		// the scenario's text is in the seed of nothing: the digest is of the organisation
		assert_true(hooked_digest("", reads, threads[i], 104) == plain);
	}
}

static const char writes[] =
	"on_start = function(org) org.state.a = { 1, 2.0, nil, 4, deep = { er = { true, false, 'x', {} } }, [-5] = 'y' } org.state.b = org.state.a end,\n"
	"on_week = function(org)\n"
	"  local c, b = org.column 'count', org.column 'belief' local s = org.state\n"
	"  s.n = (s.n or 0) + 1 s.a[#s.a + 1] = s.n * 0.5 s.b.x = s.n s.seen = #s.a + (s.a.x or 0)\n"
	"  if math.type(s.n) ~= 'integer' then error 'n is no longer whole' end\n"
	"  for i in org.people() do c[i] = c[i] * 3 % 1000003 + s.seen b[org.integer(1, 3)][i] = org.uniform() end\n"
	"  local i = org.draws('who'):integer(1, org.places)\n"
	"  if org.week % 7 == 3 then for j in org.people() do if j >= i then org.move(j, org.unit(j) == 'permits' and 'social' or 'permits') break end end end\n"
	"  if org.week % 11 == 5 then org.set('kerbs.room', org.uniform(), 'permits') org.start 'example' org.assign { departments = { 'permits', 'social' }, hours = 200 } end\n"
	"  org.column('mindset'):set((org.column('mindset') + (org.luck 'm' - 0.5) * 0.02):clamp(0, 1))\n"
	"  for j in org.people('social') do org.set_tie(j, 1, i < j and org.tie(j, 2) or nil) end\n"
	"  org.record('noted', s.n) end,\n"
	"on_year = function(org) org.column('free'):set(org.week) end,\n"
	"measures = { noted = {}, total = { per_unit = true, value = function(org, unit) return org.sum('count', unit) end } }";

static void a_run_with_functions_is_the_same_at_any_number_of_threads(void **state)
{
	unsigned long long one = hooked_digest("", writes, 1, 60);
	assert_true(hooked_digest("", writes, 2, 60) == one);
	assert_true(hooked_digest("", writes, 3, 60) == one);
	assert_true(hooked_digest("", writes, 8, 60) == one);
}

static void same_measures(const struct sim *a, const struct sim *b, const struct config *config)
{
	for (int unit = CONFIG_UNIT_ALL; unit < sim_units(a); unit++)
		for (int id = 0; id < config_measure_count(config); id++) {
			double x = sim_measure(a, unit, id), y = sim_measure(b, unit, id);
			assert_memory_equal(&x, &y, sizeof x);
		}
}

static void a_saved_run_goes_on_bit_for_bit(void **state)
{
	static const int weeks[] = { 0, 1, 17, 52, 53 };
	open("", writes);
	assert_true(hooked_load(&other, "", writes));
	for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
		struct bytes bytes;
		run(weeks[i]);
		assert_true(state_save(h.sim, &bytes, &h.err));
		other.sim = state_load(&other.config, bytes.data, bytes.count, 1, "saved", &other.err);
		mem_free(bytes.data);
		assert_non_null(other.sim);
		same_measures(h.sim, other.sim, &h.config);
		assert_true(sim_digest(other.sim) == sim_digest(h.sim));
		// at week 0 a save already holds what on_start did: the rest is weeks
		while (sim_week(other.sim) < 104) {
			run(sim_week(other.sim) + 1 > sim_week(h.sim) ? sim_week(other.sim) + 1 : sim_week(h.sim));
			if (!hooks_week(other.hooks, other.sim, &other.err))
				fail_msg("%s", other.err.text[LANG_EN]);
			if (sim_week(h.sim) == sim_week(other.sim)) {
				assert_true(sim_digest(other.sim) == sim_digest(h.sim));
				same_measures(h.sim, other.sim, &h.config);
			}
			if (weeks[i] < 53 && sim_week(other.sim) > weeks[i] + 20)
				break;
		}
		sim_destroy(other.sim);
		other.sim = NULL;
		sim_destroy(h.sim);
		assert_true(hooked_open(&h, 1));
	}
	hooked_close(&other);
	hooked_close(&h);
}

static void on_start_is_called_once_also_after_saving(void **state)
{
	static const char adds[] = "on_start = function(org) org.column('count'):add(1) end, measures = { most = { value = function(org) return org.max 'count' end } }";
	open("", adds);
	run(0);
	struct bytes bytes;
	assert_true(state_save(h.sim, &bytes, &h.err));
	assert_true(hooked_load(&other, "", adds));
	other.sim = state_load(&other.config, bytes.data, bytes.count, 1, "saved", &other.err);
	mem_free(bytes.data);
	for (int week = 0; week <= 60; week += 20) {
		assert_true(hooked_run(&h, week) && hooked_run(&other, week) && hooks_begin(other.hooks, other.sim, &other.err));
		assert_true(sim_measure(other.sim, CONFIG_UNIT_ALL, MEASURE_COUNT) == 8);
		assert_true(sim_digest(h.sim) == sim_digest(other.sim));
		same_measures(h.sim, other.sim, &h.config);
	}
	hooked_close(&other);
	hooked_close(&h);
}

static void one_set_of_functions_serves_two_organisations_in_turn(void **state)
{
	unsigned long long wanted = hooked_digest("", writes, 1, 30);
	open("", writes);
	struct sim *first = h.sim;
	assert_true(hooked_open(&h, 1));
	for (int week = 0; week <= 30; week += 3) {
		struct sim *sims[] = { first, h.sim };
		for (int s = 0; s < 2; s++)
			assert_true(hooks_run_to(h.hooks, sims[s], week, NULL, &h.err));
	}
	assert_true(sim_digest(first) == wanted);
	assert_true(sim_digest(h.sim) == wanted);
	sim_destroy(first);
	hooked_close(&h);
}

static void damaged_state_is_told(void **state)
{
	open("", "on_week = function(org) org.state.x = { 1, 'text', true } end");
	run(3);
	uint32_t count;
	unsigned char bytes[256];
	const void *note = edit_note(h.sim, &count);
	assert_true(count > 0 && count <= sizeof bytes);
	memcpy(bytes, note, count);
	for (uint32_t i = 0; i <= count; i++)
		for (int damage = 0; damage < 3; damage++) {
			unsigned char copy[256];
			memcpy(copy, bytes, count);
			uint32_t size = i < count ? (damage == 0 ? i : count) : count;
			if (i < count && damage)
				copy[i] = (unsigned char)(copy[i] ^ (damage == 1 ? 0xff : 0x01));
			assert_true(edit_set_note(h.sim, copy, size, NULL));
			err_clear(&h.err);
			if (!hooks_week(h.hooks, h.sim, &h.err)) {
				assert_non_null(strstr(h.err.text[LANG_EN], "org.state in the saved state is damaged"));
				hooked_close(&h);
				open("", "on_week = function(org) org.state.x = { 1, 'text', true } end");
				run(3);
			}
		}
	hooked_close(&h);
}

static void without_memory_there_is_a_message_and_nothing_left(void **state)
{
	long live = mem_live();
	bool good = false;
	for (long n = 1; !good; n += n < 150 ? 7 : 61) {
		mem_fail(n, 0);
		bool loaded = hooked_load(&h, "local t = { 1, 2, 3 }", writes);
		good = loaded && hooked_open(&h, 1) && hooked_run(&h, 7);
		mem_fail(0, 0);
		if (!good)
			assert_true(h.err.count > 0);
		hooked_close(&h);
		assert_int_equal(mem_live(), live);
	}
}

static void a_message_names_file_line_function_and_week(void **state)
{
	open("", "on_week = function(org)\nif org.week == 3 then\nlocal x = org.xyzzy.here end end");
	assert_false(hooked_run(&h, 10));
	assert_string_equal(h.err.text[LANG_EN], "test.lua:9: there is no org.xyzzy (in on_week, 2025-W04)\n");
	assert_string_equal(h.err.text[LANG_NL], "test.lua:9: org.xyzzy is er niet (in on_week, 2025-W04)\n");
	hooked_close(&h);
}

static void without_mechanisms_nothing_moves_by_itself(void **state)
{
	open("", "mechanisms = { all = false }, on_week = function(org) end");
	float before[70];
	memcpy(before, edit_column(h.sim, staff_find_column("mindset")), sizeof before);
	run(52);
	assert_memory_equal(before, edit_column(h.sim, staff_find_column("mindset")), sizeof before);
	hooked_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_example_of_the_reference_runs),
		cmocka_unit_test(every_function_of_the_reference_can_be_reached),
		cmocka_unit_test(functions_are_called_when_they_should),
		cmocka_unit_test(own_columns_hold_whole_numbers_exactly_and_start_at_their_initial),
		cmocka_unit_test(a_function_sees_its_own_writes),
		cmocka_unit_test(the_week_sees_what_was_written),
		cmocka_unit_test(ties_come_in_their_order_and_each_other_once),
		cmocka_unit_test(everybody_may_leave),
		cmocka_unit_test(the_same_name_week_and_person_give_the_same_draws),
		cmocka_unit_test(functions_that_only_read_leave_the_digest),
		cmocka_unit_test(a_run_with_functions_is_the_same_at_any_number_of_threads),
		cmocka_unit_test(a_saved_run_goes_on_bit_for_bit),
		cmocka_unit_test(on_start_is_called_once_also_after_saving),
		cmocka_unit_test(one_set_of_functions_serves_two_organisations_in_turn),
		cmocka_unit_test(damaged_state_is_told),
		cmocka_unit_test(without_memory_there_is_a_message_and_nothing_left),
		cmocka_unit_test(a_message_names_file_line_function_and_week),
		cmocka_unit_test(without_mechanisms_nothing_moves_by_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
