// The digest sees everything: one bit of any element of any column, field, setting, queue or record.
#include "support/town.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct config config;
static struct sim *sim;
static uint64_t before;

// A town in the middle of things: people away, queues, open assignments, a programme and waiting changes.
static int begin(void **state)
{
	town_full(&config, 160);
	sim = town_open(&config, 1);
	town_run(sim, 14);
	struct change change = { .kind = CHANGE_SET, .unit = 1, .param = PARAM_KERBS_ROOM, .value = 0.3, .entry = -1 };
	assert_true(sim_change(sim, &change) && sim_change(sim, &change));
	assert_true(sim->vacant_count > 0 && sim->assignments.open > 3 && sim->running_count > 0);
	before = sim_digest(sim);
	return 0;
}

static int end(void **state)
{
	sim_destroy(sim);
	config_clear(&config);
	return 0;
}

// Flips each bit in turn of a few bytes; afterwards all is as it was.
static void assert_seen(const char *what, void *data, size_t size)
{
	unsigned char *byte = data;
	for (size_t k = 0; k < size; k++)
		for (int bit = 0; bit < 8; bit += 7) {
			byte[k] ^= (unsigned char)(1u << bit);
			if (sim_digest(sim) == before)
				fail_msg("the digest does not see byte %zu of %s", k, what);
			byte[k] ^= (unsigned char)(1u << bit);
		}
	assert_true(sim_digest(sim) == before);
}

static void the_same_state_has_the_same_digest(void **state)
{
	assert_true(sim_digest(sim) == sim_digest(sim));
	struct sim *other = town_open(&config, 1);
	assert_true(sim_digest(other) != before);
	town_run(other, 14);
	struct change change = { .kind = CHANGE_SET, .unit = 1, .param = PARAM_KERBS_ROOM, .value = 0.3, .entry = -1 };
	assert_true(sim_digest(other) != before);
	assert_true(sim_change(other, &change) && sim_change(other, &change));
	assert_true(sim_digest(other) == before);
	sim_destroy(other);
}

static void every_column_of_staff_is_seen(void **state)
{
	for (int c = 0; c < staff_column_count; c++) {
		const struct staff_column *column = &staff_columns[c];
		size_t size = staff_type_size(column->type), count = staff_column_bytes(&sim->staff, column) / size;
		unsigned char *data = staff_data(&sim->staff, column);
		assert_int_equal(count, (size_t)sim->staff.slots * (size_t)column->per_person);
		const size_t at[] = { 0, 1, count / 3, count / 2, count - 2, count - 1 };
		for (size_t k = 0; k < sizeof at / sizeof *at; k++)
			assert_seen(column->name, data + at[k] * size, size);
	}
}

// Every array of struct staff has a row in the table: pointers between `slots` and the end.
static void every_array_of_staff_is_a_column(void **state)
{
	assert_int_equal((sizeof(struct staff) - offsetof(struct staff, id)) / sizeof(void *), (size_t)staff_column_count);
	for (int c = 0; c < staff_column_count; c++)
		for (int d = 0; d < c; d++) {
			assert_true(staff_columns[c].offset != staff_columns[d].offset);
			assert_string_not_equal(staff_columns[c].name, staff_columns[d].name);
		}
}

static void every_field_of_units_and_society_is_seen(void **state)
{
	size_t fields = 0;
	for (int f = 0; f < unit_field_count; f++) {
		for (int u = 0; u < sim->unit_count; u += 2)
			assert_seen(unit_fields[f].name, (char *)&sim->unit[u] + unit_fields[f].offset, sizeof(double));
		fields += (size_t)unit_fields[f].count;
	}
	assert_int_equal(fields * sizeof(double), sizeof(struct unit));
	fields = 0;
	for (int f = 0; f < unit_society_field_count; f++) {
		for (int k = 0; k < unit_society_fields[f].count; k++)
			assert_seen(unit_society_fields[f].name, (char *)&sim->society + unit_society_fields[f].offset + (size_t)k * sizeof(double), sizeof(double));
		fields += (size_t)unit_society_fields[f].count;
	}
	assert_int_equal(fields * sizeof(double), sizeof(struct society));
}

static void every_setting_of_every_unit_is_seen(void **state)
{
	for (int u = 0; u < sim->unit_count; u += u ? sim->unit_count - 1 : 1)
		for (int p = 0; p < PARAM_COUNT; p++) {
			double *value = &sim->setting[(size_t)u * PARAM_COUNT + (size_t)p], was = *value;
			*value = was == 0 ? 1e-300 : was * (1 + 0x1p-52);
			if (sim_digest(sim) == before)
				fail_msg("the digest does not see %s of unit %d", param_table[p].name, u);
			*value = was;
		}
	assert_true(sim_digest(sim) == before);
}

static void sums_over_members_are_seen(void **state)
{
	for (int u = 0; u < sim->unit_count; u++)
		for (int k = 0; k < SUM_COUNT; k++)
			assert_seen("sums", &sim->member[u * SUM_COUNT + k], 1);
}

static void queues_and_processes_of_streams_are_seen(void **state)
{
	const int at[] = { 0, 1, sim->work.stream_count - 1 };
	for (size_t n = 0; n < sizeof at / sizeof *at; n++) {
		struct work_stream *stream = &sim->work.stream[at[n]];
		assert_seen("first", &stream->first, sizeof stream->first);
		assert_seen("waiting", &stream->waiting, sizeof stream->waiting);
		assert_seen("in process", &stream->in_process, sizeof stream->in_process);
		for (int k = 0; k < WORK_LATENCY_MAX; k++) {
			assert_seen("cases that end", &stream->ending[k].cases, sizeof stream->ending[k].cases);
			assert_seen("cases on time", &stream->ending[k].on_time, sizeof stream->ending[k].on_time);
			assert_seen("weeks of cases", &stream->ending[k].lead_weeks, sizeof stream->ending[k].lead_weeks);
		}
		for (uint32_t week = 0; week < sim->week; week++)
			assert_seen("queue", &stream->queue[week], sizeof stream->queue[week]);
	}
}

static void every_byte_of_an_open_assignment_is_seen(void **state)
{
	struct assignments *list = &sim->assignments;
	int checked = 0;
	for (int a = 0; a < list->capacity && checked < 2; a++)
		if (list->record[a].state != ASSIGNMENT_FREE) {
			assert_seen("an assignment", &list->record[a], sizeof list->record[a]);
			checked++;
		}
	assert_int_equal(checked, 2);
	assert_seen("open", &list->open, sizeof list->open);
	for (int k = 0; k < list->wait_count; k++)
		assert_seen("wait", &list->wait[k], sizeof list->wait[k]);
	for (int k = 0; k < list->free_count; k += 5)
		assert_seen("free", &list->free[k], sizeof list->free[k]);
}

static void room_for_assignments_is_not_state(void **state)
{
	struct assignments *list = &sim->assignments;
	for (int a = 0; a < list->capacity; a++)
		if (list->record[a].state == ASSIGNMENT_FREE) {
			list->record[a].total += 1;
			assert_true(sim_digest(sim) == before);
			list->record[a].total -= 1;
			break;
		}
}

static void vacancies_programmes_and_waiting_changes_are_seen(void **state)
{
	assert_seen("the first vacancy", &sim->vacant_first, sizeof sim->vacant_first);
	assert_seen("vacancies", &sim->vacant_count, sizeof sim->vacant_count);
	for (uint32_t k = 0; k < sim->vacant_count; k++)
		assert_seen("a vacancy", &sim->vacant[(sim->vacant_first + k) % (uint32_t)sim->staff.slots], sizeof *sim->vacant);
	for (int k = 0; k < sim->running_count; k++)
		assert_seen("a running programme", &sim->running[k], sizeof sim->running[k]);
	for (int k = 0; k < sim->waiting_count; k++) {
		struct change *change = &sim->waiting[k];
		assert_seen("kind of a change", &change->kind, sizeof change->kind);
		assert_seen("unit of a change", &change->unit, sizeof change->unit);
		assert_seen("param of a change", &change->param, sizeof change->param);
		assert_seen("value of a change", &change->value, sizeof change->value);
		assert_seen("programme of a change", &change->programme, sizeof change->programme);
	}
	sim->waiting_count--;
	assert_true(sim_digest(sim) != before);
	sim->waiting_count++;
}

static void week_and_seed_are_seen(void **state)
{
	sim->week++;
	assert_true(sim_digest(sim) != before);
	sim->week--;
	config.seed++;
	assert_true(sim_digest(sim) != before);
	config.seed--;
	assert_true(sim_digest(sim) == before);
}

static void two_elements_that_swap_are_seen(void **state)
{
	float *x = sim->staff.mindset, first = x[0];
	assert_true(x[0] != x[9]);
	x[0] = x[9];
	x[9] = first;
	assert_true(sim_digest(sim) != before);
	x[9] = x[0];
	x[0] = first;
	assert_true(sim_digest(sim) == before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_state_has_the_same_digest),
		cmocka_unit_test(every_column_of_staff_is_seen),
		cmocka_unit_test(every_array_of_staff_is_a_column),
		cmocka_unit_test(every_field_of_units_and_society_is_seen),
		cmocka_unit_test(every_setting_of_every_unit_is_seen),
		cmocka_unit_test(sums_over_members_are_seen),
		cmocka_unit_test(queues_and_processes_of_streams_are_seen),
		cmocka_unit_test(every_byte_of_an_open_assignment_is_seen),
		cmocka_unit_test(room_for_assignments_is_not_state),
		cmocka_unit_test(vacancies_programmes_and_waiting_changes_are_seen),
		cmocka_unit_test(week_and_seed_are_seen),
		cmocka_unit_test(two_elements_that_swap_are_seen),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
