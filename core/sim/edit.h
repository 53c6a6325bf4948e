// Changes to an organisation from outside, by a script: between two weeks, or in a week that
// sim_open_week has opened. What is written holds at once; sums, views and the measures that stand
// for persons follow in edit_settle, which sim_step calls.
#ifndef EDIT_H
#define EDIT_H

#include "sim/sim.h"
#include "sim/staff.h"

// Places for people, 0 … edit_slots − 1, each with a person or vacant. A person keeps a place until leaving.
int edit_slots(const struct sim *sim);
int edit_unit(const struct sim *sim, uint32_t slot);     // −1: vacant
uint32_t edit_id(const struct sim *sim, uint32_t slot);  // of the person, never used twice

// A staff column to read, [slots][per_person]; the type is in staff_columns[column]. Borrowed, lives as long as the sim.
const void *edit_column(const struct sim *sim, int column);
// The same to write, for columns that staff_columns calls writable. Values must be in the column's range.
void *edit_write_column(struct sim *sim, int column);
// A column of the scenario's own: element k of everybody, double[slots] or int64_t[slots].
void *edit_own_column(struct sim *sim, int column, int k);

// The STAFF_TIES ties of a person: the other's slot, or the own slot for none. Borrowed, lives as long as the sim.
const uint32_t *edit_ties(const struct sim *sim, uint32_t slot);
void edit_set_tie(struct sim *sim, uint32_t slot, int k, uint32_t other);

void edit_move(struct sim *sim, uint32_t slot, int unit);  // of somebody present; the post goes along
void edit_leave(struct sim *sim, uint32_t slot);           // of somebody present; a successor comes as for anyone

// A change of a setting or a programme, at once. False when too many programmes run.
bool edit_change(struct sim *sim, const struct change *change);

struct edit_assignment {
	double complexity, predictability;  // 0-1
	double hours;
	double partner;                     // share that partners must do, 0-1
	unsigned roles;                     // bit r: needs role r; content always
	int disciplines;                    // 1 … 5
	int unit[5];                        // departments whose disciplines it needs, the first its owner; different disciplines
};

// An assignment that arrives now and is routed as any other. False and err without memory.
bool edit_add_assignment(struct sim *sim, const struct edit_assignment *assignment, struct err *err);

// A measure of the scenario's own, number `own` among them, of a unit or CONFIG_UNIT_ALL. What is no number, 0 ÷ 0 or
// 1 ÷ 0, is nothing to measure this week.
void edit_record(struct sim *sim, int unit, int own, double value);
void edit_forget_records(struct sim *sim);  // all to NaN

// The bytes that a script keeps, saved and digested with the rest. False and err without memory.
bool edit_set_note(struct sim *sim, const void *bytes, uint32_t count, struct err *err);
const void *edit_note(const struct sim *sim, uint32_t *count);

// That what a script does at week 0 has been done; a saved state knows it too.
void edit_start(struct sim *sim);
bool edit_is_started(const struct sim *sim);

void edit_settle(struct sim *sim);

#endif
