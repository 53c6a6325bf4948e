// Changes from outside: who is moved, lets go or gets other numbers and ties leaves an organisation in which all
// that is counted still fits, which goes on, and which is the same at any number of threads and after saving.
#include "mem.h"
#include "sim/edit.h"
#include "sim/own.h"
#include "sim/state.h"

#include "support/fresh.h"
#include "support/town.h"

#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { STAFF = 160, UNITS = 9 };

static struct config config;

static void add_own(struct config *c)
{
	static const struct own_column columns[] = { { .name = "real", .min = -INFINITY, .max = INFINITY, .initial = 0.5, .size = 3 },
		{ .name = "whole", .whole = true, .min = 0, .max = 1e9, .initial = 7, .size = 1 } };
	c->own_column = mem_new(CONFIG_OWN_MAX, sizeof *c->own_column);
	c->own_measure = mem_new(CONFIG_OWN_MAX, sizeof *c->own_measure);
	assert_true(c->own_column && c->own_measure);
	memcpy(c->own_column, columns, sizeof columns);
	c->own_column_count = 2;
	c->own_measure[0] = (struct own_measure){ .name = "noted", .unit = "-", .min = -INFINITY, .max = INFINITY, .per_unit = true };
	c->own_measure_count = 1;
}

static int begin(void **state)
{
	town_full(&config, STAFF);
	add_own(&config);
	return 0;
}

static int end(void **state)
{
	mem_fail(0, 0);
	config_clear(&config);
	return 0;
}

// A week that is open to changes, as a script finds it.
static struct sim *open_week(int threads)
{
	struct sim *sim = town_open(&config, threads);
	town_run(sim, 12);
	assert_true(sim_prepare(sim, NULL));
	sim_open_week(sim);
	return sim;
}

static void close_week(struct sim *sim, const char *where)
{
	assert_true(sim_prepare(sim, NULL));
	sim_step(sim);
	fresh_places(sim, where);
	fresh_sums(sim, where);
	fresh_order(sim);
	town_in_range(sim);
}

static int members(const struct sim *sim, int unit)
{
	int count = 0;
	for (int i = 0; i < edit_slots(sim); i++)
		count += edit_unit(sim, (uint32_t)i) == unit;
	return count;
}

static double column_at(const struct sim *sim, const char *name, int slot)
{
	int c = staff_find_column(name);
	const void *data = edit_column(sim, c);
	return staff_columns[c].type == STAFF_F32 ? (double)((const float *)data)[slot]
	     : staff_columns[c].type == STAFF_U16 ? ((const uint16_t *)data)[slot] : ((const uint8_t *)data)[slot];
}

// ---- people

static void who_is_moved_takes_the_post_along_and_starts_anew(void **state)
{
	for (int to = 0; to < UNITS; to++) {
		struct sim *sim = open_week(1);
		int before[UNITS], moved = 0;
		double posts[UNITS], home = 0;
		for (int u = 0; u < UNITS; u++) {
			before[u] = members(sim, u);
			posts[u] = sim->unit[u].posts;
		}
		int from = to == 3 ? 4 : 3, last = -1;
		for (int i = 0; i < edit_slots(sim); i++)
			if (edit_unit(sim, (uint32_t)i) == from && moved < 5) {
				home = column_at(sim, "home", i);
				edit_move(sim, (uint32_t)i, to);
				moved++;
				last = i;
				assert_int_equal(edit_unit(sim, (uint32_t)i), to);
				assert_true(column_at(sim, "tenure", i) == 0 && column_at(sim, "manager", i) == 0);
			}
		assert_int_equal(moved, 5);
		for (int u = 0; u < UNITS; u++) {
			int more = u == to ? 5 : u == from ? -5 : 0;
			assert_int_equal(members(sim, u), before[u] + more);
			assert_true(sim->unit[u].posts == posts[u] + more);
		}
		if (to == CONFIG_POOL)
			assert_true(column_at(sim, "home", last) == home);
		else
			assert_true(column_at(sim, "home", last) == sim->discipline[to]);
		fresh_places(sim, "moved");
		close_week(sim, "a week after moving");
		for (int week = 14; week < 40; week++) {
			town_run(sim, week);
			fresh_places(sim, "later");
			fresh_sums(sim, "later");
		}
		sim_destroy(sim);
	}
}

static void moving_to_where_one_is_changes_nothing(void **state)
{
	struct sim *sim = open_week(1), *other = open_week(1);
	for (int i = 0; i < edit_slots(sim); i++)
		if (edit_unit(sim, (uint32_t)i) >= 0)
			edit_move(sim, (uint32_t)i, edit_unit(sim, (uint32_t)i));
	close_week(sim, "not moved");
	close_week(other, "left alone");
	assert_true(sim_digest(sim) == sim_digest(other));
	sim_destroy(sim);
	sim_destroy(other);
}

static void who_leaves_is_succeeded_by_somebody_else(void **state)
{
	struct sim *sim = open_week(1);
	uint32_t left[10], ids[10];
	int count = 0, staff = sim_staff(sim);
	for (int i = 0; i < edit_slots(sim) && count < 10; i += 7)
		if (edit_unit(sim, (uint32_t)i) >= 0) {
			left[count] = (uint32_t)i;
			ids[count++] = edit_id(sim, (uint32_t)i);
			edit_leave(sim, (uint32_t)i);
			assert_int_equal(edit_unit(sim, (uint32_t)i), -1);
		}
	assert_int_equal(count, 10);
	assert_int_equal(sim_staff(sim), staff - 10);
	fresh_places(sim, "left");
	close_week(sim, "a week after leaving");
	town_run(sim, 80);
	int taken = 0;
	for (int k = 0; k < count; k++)
		if (edit_unit(sim, left[k]) >= 0) {
			taken++;
			assert_true(edit_id(sim, left[k]) > ids[k]);
		}
	assert_true(taken >= 5);
	sim_destroy(sim);
}

static void an_organisation_that_everybody_leaves_goes_on(void **state)
{
	struct sim *sim = open_week(2);
	for (int i = 0; i < edit_slots(sim); i++)
		if (edit_unit(sim, (uint32_t)i) >= 0)
			edit_leave(sim, (uint32_t)i);
	assert_int_equal(sim_staff(sim), 0);
	close_week(sim, "nobody");
	for (int week = 14; week < 60; week++) {
		town_run(sim, week);
		fresh_places(sim, "and on");
		fresh_sums(sim, "and on");
		for (int id = 0; id < MEASURE_COUNT; id++)
			assert_true(!isinf(sim_measure(sim, CONFIG_UNIT_ALL, id)));
	}
	assert_true(sim_staff(sim) > STAFF / 4);  // successors come
	sim_destroy(sim);
}

// ---- columns and ties

static void what_is_written_holds_at_once_and_counts_when_settled(void **state)
{
	struct sim *sim = open_week(1);
	float *mindset = edit_write_column(sim, staff_find_column("mindset")), *boost = edit_write_column(sim, staff_find_column("boost"));
	for (int i = 0; i < edit_slots(sim); i++) {
		mindset[i] = edit_unit(sim, (uint32_t)i) == 2 ? 0.25f : 0.75f;
		boost[i] = 0;
	}
	assert_true(column_at(sim, "mindset", 0) == (double)mindset[0]);
	edit_settle(sim);
	fresh_sums(sim, "settled");
	assert_true(fabs(sim_measure(sim, 2, MEASURE_MINDSET) - 0.25) < 1e-9);
	assert_true(fabs(sim_measure(sim, 3, MEASURE_MINDSET) - 0.75) < 1e-9);
	close_week(sim, "written");
	sim_destroy(sim);
}

static void every_writable_column_may_be_put_at_its_bounds(void **state)
{
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		if (!column->writable)
			continue;
		for (int bound = 0; bound < 2; bound++) {
			struct sim *sim = open_week(1);
			(void)edit_write_column(sim, c);
			for (int i = 0; i < edit_slots(sim); i++)
				town_put(sim, column->name, i, bound ? column->max : column->min);
			edit_settle(sim);
			fresh_sums(sim, column->name);
			close_week(sim, column->name);
			town_run(sim, 20);
			town_in_range(sim);
			sim_destroy(sim);
		}
	}
}

static void ties_that_are_rewired_are_counted_and_seen(void **state)
{
	struct sim *sim = open_week(1);
	uint32_t slots = (uint32_t)edit_slots(sim);
	for (uint32_t i = 0; i < slots; i++)
		for (int k = 0; k < STAFF_TIES; k++)
			edit_set_tie(sim, i, k, k < 3 ? (i + 20 * (uint32_t)k + 1) % slots : i);
	for (uint32_t i = 0; i < slots; i++)
		assert_int_equal(edit_ties(sim, i)[1], (i + 21) % slots);
	edit_settle(sim);
	fresh_sums(sim, "rewired");
	for (uint32_t i = 0; i < slots; i++) {
		int ties = 0, across = 0;
		for (int k = 0; k < STAFF_TIES; k++) {
			uint32_t other = edit_ties(sim, i)[k];
			bool counts = edit_unit(sim, i) >= 0 && other != i && edit_unit(sim, other) >= 0;
			ties += counts;
			across += counts && edit_unit(sim, other) != edit_unit(sim, i);
		}
		if (edit_unit(sim, i) >= 0)
			assert_int_equal(sim->staff.crossing[i], across + 16 * ties);
	}
	close_week(sim, "rewired");
	sim_destroy(sim);
}

static void own_columns_are_nobody_elses(void **state)
{
	struct sim *sim = open_week(1), *other = open_week(1);
	double *third = edit_own_column(sim, 0, 2);
	int64_t *whole = edit_own_column(sim, 1, 0);
	for (int i = 0; i < edit_slots(sim); i++) {
		assert_true(third[i] == 0.5 && whole[i] == 7);
		third[i] = i;
		whole[i] = (INT64_C(1) << 53) - i;
	}
	assert_true(((double *)edit_own_column(sim, 0, 1))[5] == 0.5);
	assert_true(sim_digest(sim) != sim_digest(other));
	close_week(sim, "own");
	close_week(other, "own");
	town_same_staff(sim, other);
	for (int i = 0; i < edit_slots(sim); i++)
		assert_true(whole[i] == (INT64_C(1) << 53) - i || whole[i] == 7);
	sim_destroy(sim);
	sim_destroy(other);
}

// ---- all together

static void change_all(struct sim *sim, int week)
{
	uint32_t slots = (uint32_t)edit_slots(sim);
	float *strain = edit_write_column(sim, staff_find_column("strain"));
	for (uint32_t i = (uint32_t)week % 5; i < slots; i += 5) {
		strain[i] = (float)(i % 8) / 8;
		edit_set_tie(sim, i, week % STAFF_TIES, (i + (uint32_t)week) % slots);
		((int64_t *)edit_own_column(sim, 1, 0))[i] += week;
		if (edit_unit(sim, i) >= 0 && i % 3 == 0)
			edit_move(sim, i, (int)(i + (uint32_t)week) % UNITS);
		else if (edit_unit(sim, i) >= 0 && i % 31 == 0)
			edit_leave(sim, i);
	}
	edit_record(sim, 2, 0, week);
	assert_true(edit_set_note(sim, &week, sizeof week, NULL));
	assert_true(edit_add_assignment(sim, &(struct edit_assignment){ .complexity = 0.7, .predictability = 0.2, .hours = 300, .partner = 0.1, .roles = 3,
		.disciplines = 2, .unit = { 1 + week % 8, 1 + (week + 3) % 8 } }, NULL));
}

static uint64_t digest_after(int threads, int saved_at)
{
	struct sim *sim = town_open(&config, threads);
	for (int week = -7; week < 70; week++) {
		if (week == saved_at) {
			struct bytes bytes;
			assert_true(state_save(sim, &bytes, NULL));
			sim_destroy(sim);
			sim = state_load(&config, bytes.data, bytes.count, threads, "saved", NULL);
			assert_non_null(sim);
			mem_free(bytes.data);
		}
		assert_true(sim_prepare(sim, NULL));
		sim_open_week(sim);
		if (week > 0)
			change_all(sim, week);
		assert_true(sim_prepare(sim, NULL));
		sim_step(sim);
		fresh_places(sim, "all");
		fresh_sums(sim, "all");
	}
	uint64_t digest = sim_digest(sim);
	sim_destroy(sim);
	return digest;
}

static void changes_give_the_same_at_any_threads_and_after_saving(void **state)
{
	uint64_t digest = digest_after(1, -100);
	assert_true(digest_after(2, -100) == digest);
	assert_true(digest_after(5, -100) == digest);
	assert_true(digest_after(1, 1) == digest);
	assert_true(digest_after(2, 33) == digest);
}

static void records_last_until_they_are_forgotten(void **state)
{
	struct sim *sim = open_week(1);
	assert_true(isnan(sim_measure(sim, 2, MEASURE_COUNT)));
	edit_record(sim, 2, 0, 0.25);
	edit_record(sim, CONFIG_UNIT_ALL, 0, 4);
	assert_true(sim_measure(sim, 2, MEASURE_COUNT) == 0.25 && sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_COUNT) == 4);
	assert_true(isnan(sim_measure(sim, 3, MEASURE_COUNT)));
	edit_record(sim, 2, 0, (double)INFINITY);
	assert_true(isnan(sim_measure(sim, 2, MEASURE_COUNT)));
	edit_forget_records(sim);
	assert_true(isnan(sim_measure(sim, 2, MEASURE_COUNT)) && isnan(sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_COUNT)));
	sim_destroy(sim);
}

// ---- what is refused

static void without_memory_nothing_has_changed(void **state)
{
	static struct err err;
	struct sim *sim = open_week(1);
	assert_true(edit_set_note(sim, "before", 6, NULL));
	struct edit_assignment wanted = { .complexity = 0.5, .predictability = 0.5, .hours = 100, .disciplines = 1, .unit = { 1 } };
	while (sim->assignments.free_count > 0)
		assert_true(edit_add_assignment(sim, &wanted, NULL));
	uint64_t digest = sim_digest(sim);
	long live = mem_live(), n = 0;
	for (bool done = false; !done;) {
		err_clear(&err);
		mem_fail(++n, 0);
		done = edit_add_assignment(sim, &wanted, &err);
		mem_fail(0, 0);
		if (!done) {
			assert_true(err.count == 1 && err.text[LANG_NL][0] && err.text[LANG_EN][0]);
			assert_true(sim_digest(sim) == digest);
			assert_int_equal(mem_live(), live);
		}
	}
	assert_true(n > 1);
	err_clear(&err);
	mem_fail(1, 1);
	assert_false(edit_set_note(sim, "something longer", 16, &err));
	mem_fail(0, 0);
	uint32_t count;
	assert_true(err.count == 1 && memcmp(edit_note(sim, &count), "before", 6) == 0 && count == 6);
	sim_destroy(sim);
}

static void no_more_programmes_run_than_there_is_room_for(void **state)
{
	struct sim *sim = open_week(1);
	int started = sim->running_count;
	for (int unit = CONFIG_UNIT_ALL; unit < UNITS; unit++)
		for (int programme = 0; programme < config.programme_count; programme++) {
			struct change start = { .kind = CHANGE_PROGRAMME_START, .unit = unit, .programme = programme, .entry = -1 };
			assert_true(edit_change(sim, &start));
			assert_true(edit_change(sim, &start));  // starts anew, and takes no more room
		}
	assert_true(sim->running_count > started && sim->running_count <= MODEL_RUNNING);
	sim->running_count = MODEL_RUNNING;
	for (int k = 0; k < MODEL_RUNNING; k++)
		sim->running[k] = (struct running){ 0, 1, 0 };
	assert_false(edit_change(sim, &(struct change){ .kind = CHANGE_PROGRAMME_START, .unit = 2, .programme = 1, .entry = -1 }));
	assert_int_equal(sim->running_count, MODEL_RUNNING);
	sim_destroy(sim);
}

static struct sim *victim;

static void write_unit(void) { (void)edit_write_column(victim, staff_find_column("unit")); }
static void write_nothing(void) { (void)edit_write_column(victim, staff_column_count); }
static void read_nothing(void) { (void)edit_column(victim, -1); }
static void own_nothing(void) { (void)edit_own_column(victim, 2, 0); }
static void own_too_far(void) { (void)edit_own_column(victim, 0, 3); }
static void tie_of_nobody(void) { (void)edit_ties(victim, (uint32_t)edit_slots(victim)); }
static void tie_to_nobody(void) { edit_set_tie(victim, 0, 0, (uint32_t)edit_slots(victim)); }
static void tie_too_many(void) { edit_set_tie(victim, 0, STAFF_TIES, 1); }
static void move_too_far(void) { edit_move(victim, 1, UNITS); }
static void leave_twice(void) { edit_leave(victim, 1); edit_leave(victim, 1); }
static void move_who_left(void) { edit_leave(victim, 1); edit_move(victim, 1, 2); }
static void record_nothing(void) { edit_record(victim, 0, 1, 0); }
static void no_disciplines(void) { (void)edit_add_assignment(victim, &(struct edit_assignment){ .hours = 1 }, NULL); }
static void long_note(void) { (void)edit_set_note(victim, NULL, OWN_NOTE_MAX + 1, NULL); }

// What the caller should have known stops the program, before anything is written where it should not.
static void a_callers_fault_stops_the_program(void **state)
{
	static void (*const faults[])(void) = { write_unit, write_nothing, read_nothing, own_nothing, own_too_far, tie_of_nobody, tie_to_nobody,
		tie_too_many, move_too_far, leave_twice, move_who_left, record_nothing, no_disciplines, long_note };
	victim = open_week(1);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		fflush(NULL);
		pid_t child = fork();
		if (child == 0) {
			(void)freopen("/dev/null", "w", stderr);
			signal(SIGABRT, SIG_DFL);  // cmocka's own would go on with the tests
			faults[i]();
			_exit(0);
		}
		int status = 0;
		assert_true(child > 0 && waitpid(child, &status, 0) == child);
		if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT)
			fail_msg("fault %zu did not stop the program", i);
	}
	sim_destroy(victim);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_moved_takes_the_post_along_and_starts_anew),
		cmocka_unit_test(moving_to_where_one_is_changes_nothing),
		cmocka_unit_test(who_leaves_is_succeeded_by_somebody_else),
		cmocka_unit_test(an_organisation_that_everybody_leaves_goes_on),
		cmocka_unit_test(what_is_written_holds_at_once_and_counts_when_settled),
		cmocka_unit_test(every_writable_column_may_be_put_at_its_bounds),
		cmocka_unit_test(ties_that_are_rewired_are_counted_and_seen),
		cmocka_unit_test(own_columns_are_nobody_elses),
		cmocka_unit_test(changes_give_the_same_at_any_threads_and_after_saving),
		cmocka_unit_test(records_last_until_they_are_forgotten),
		cmocka_unit_test(without_memory_nothing_has_changed),
		cmocka_unit_test(no_more_programmes_run_than_there_is_room_for),
		cmocka_unit_test(a_callers_fault_stops_the_program),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
