// What a scenario adds to the model: columns of its own for the staff, measures and settings of its own, and a
// note, the bytes in which its script keeps what is to outlive a week. The model only keeps these.
#ifndef OWN_H
#define OWN_H

#include "sim/config.h"

struct own {
	void *memory;             // owned: all columns
	void *data[CONFIG_OWN_MAX];  // double[size][slots], or int64_t[size][slots] where whole
	double *setting;          // owned: in effect now; index: the setting − PARAM_COUNT
	double *measure;          // owned: [unit_count + 1][own measures], all first; NaN: none this week
	unsigned char *note;      // owned
	uint32_t note_bytes;
	bool is_started;          // what a script does at week 0 has been done: saved, but nothing that the next week depends on
};

enum { OWN_NOTE_MAX = 4 << 20 };

// Columns at their initial values. False and err without memory.
bool own_create(struct own *own, const struct config *config, int slots, int units, struct err *err);
void own_clear(struct own *own);

void own_enter(struct own *own, const struct config *config, int slots, uint32_t slot);  // a new person in a slot
size_t own_column_bytes(const struct own_column *column, int slots);
size_t own_bytes(const struct own *own, const struct config *config, int slots, int units);  // all that it holds

// Room for a note of so many bytes, which replaces the old one. False and err without memory: the old one stays.
bool own_note_resize(struct own *own, uint32_t bytes, struct err *err);

#endif
