// Writing to an organisation from outside.
#include "sim/edit.h"

#include "sim/model.h"

#include <string.h>

int edit_slots(const struct sim *sim)
{
	return sim->staff.slots;
}

int edit_unit(const struct sim *sim, uint32_t slot)
{
	int unit = sim->staff.unit[slot];
	return unit == STAFF_VACANT ? -1 : unit;
}

uint32_t edit_id(const struct sim *sim, uint32_t slot)
{
	return sim->staff.id[slot];
}

const void *edit_column(const struct sim *sim, int column)
{
	must(column >= 0 && column < staff_column_count);
	return staff_data(&sim->staff, &staff_columns[column]);
}

void *edit_write_column(struct sim *sim, int column)
{
	must(column >= 0 && column < staff_column_count && staff_columns[column].writable);
	sim->is_edited = true;
	return staff_data(&sim->staff, &staff_columns[column]);
}

void *edit_own_column(struct sim *sim, int column, int k)
{
	const struct own_column *own = &sim->config->own_column[column];
	must(column >= 0 && column < sim->config->own_column_count && k >= 0 && k < own->size);
	return (char *)sim->own.data[column] + (size_t)k * (size_t)sim->staff.slots * sizeof(double);
}

const uint32_t *edit_ties(const struct sim *sim, uint32_t slot)
{
	must(slot < (uint32_t)sim->staff.slots);
	return &sim->staff.ties[(size_t)slot * STAFF_TIES];
}

void edit_set_tie(struct sim *sim, uint32_t slot, int k, uint32_t other)
{
	must(slot < (uint32_t)sim->staff.slots && other < (uint32_t)sim->staff.slots && k >= 0 && k < STAFF_TIES);
	sim->staff.ties[(size_t)slot * STAFF_TIES + (size_t)k] = other;
	sim->is_edited = true;
}

void edit_move(struct sim *sim, uint32_t slot, int unit)
{
	must(edit_unit(sim, slot) >= 0 && unit >= 0 && unit < sim->unit_count);
	if (sim->staff.unit[slot] == unit)
		return;
	mobility_place(sim, slot, unit);
	sim->is_edited = true;
}

void edit_leave(struct sim *sim, uint32_t slot)
{
	must(edit_unit(sim, slot) >= 0);
	mobility_leave(sim, slot);
	sim->is_edited = true;
}

bool edit_change(struct sim *sim, const struct change *change)
{
	return plan_change(sim, change);
}

bool edit_add_assignment(struct sim *sim, const struct edit_assignment *wanted, struct err *err)
{
	struct assignment a = { .complexity = (float)wanted->complexity, .partner = (float)wanted->partner, .total = (float)wanted->hours,
		.roles = (uint8_t)wanted->roles, .disciplines = (uint8_t)wanted->disciplines };
	must(wanted->disciplines >= 1 && wanted->disciplines <= ASSIGNMENT_DISCIPLINES);
	if (sim->assignments.free_count == 0 && !assignment_resize(&sim->assignments, sim->assignments.capacity * 3 / 2 + 16, err))
		return false;
	for (int k = 0; k < wanted->disciplines; k++)
		a.discipline[k] = sim->discipline[wanted->unit[k]];
	assignment_add(sim, &a, wanted->unit[0], wanted->predictability);
	return true;
}

void edit_record(struct sim *sim, int unit, int own, double value)
{
	must(own >= 0 && own < sim->config->own_measure_count && unit >= CONFIG_UNIT_ALL && unit < sim->unit_count);
	sim->own.measure[(size_t)(unit + 1) * (size_t)sim->config->own_measure_count + (size_t)own] = value - value == 0 ? value : (double)__builtin_nan("");
}

void edit_forget_records(struct sim *sim)
{
	size_t count = ((size_t)sim->unit_count + 1) * (size_t)sim->config->own_measure_count;
	for (size_t k = 0; k < count; k++)
		sim->own.measure[k] = __builtin_nan("");
}

bool edit_set_note(struct sim *sim, const void *bytes, uint32_t count, struct err *err)
{
	must(count <= OWN_NOTE_MAX);
	if (count == sim->own.note_bytes && (count == 0 || memcmp(sim->own.note, bytes, count) == 0))
		return true;
	if (!own_note_resize(&sim->own, count, err))
		return false;
	if (count > 0)
		memcpy(sim->own.note, bytes, count);
	return true;
}

const void *edit_note(const struct sim *sim, uint32_t *count)
{
	*count = sim->own.note_bytes;
	return sim->own.note;
}

void edit_start(struct sim *sim)
{
	sim->own.is_started = true;
}

bool edit_is_started(const struct sim *sim)
{
	return sim->own.is_started;
}

void edit_settle(struct sim *sim)
{
	if (!sim->is_edited)
		return;
	sim->is_edited = false;
	ties_count(sim);
	account_view(sim);
	account_anew(sim);
	account_measure_people(sim);
}
