// The civil servants: one array a property, one element (or a few) a person. A person keeps a
// slot for life; a slot is vacant between a departure and a hire. One table lists all columns:
// digest, save, load and docs walk it, so no column can be forgotten.
#ifndef STAFF_H
#define STAFF_H

#include "err.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum staff_role { ROLE_DIRECT, ROLE_BUDGET, ROLE_POLITICAL, ROLE_CONTENT, ROLE_NETWORK, ROLE_COUNT };

enum {
	STAFF_TIES = 8,       // ties a person can keep up
	STAFF_SEATS = 4,      // assignments at once: three, and one gig
	STAFF_GIG_SEAT = 3,   // the place of the gig among them
	STAFF_VACANT = 256,   // `unit` of a slot without a person
};
#define STAFF_NO_SEAT UINT32_MAX

struct staff {
	int slots;                 // posts in all; slots 0 … slots − 1
	void *memory;              // one block that holds all columns
	uint32_t *id;              // never used twice
	float *mindset, *anchor, *boost;
	float *ownership, *alliance;
	float *skill[ROLE_COUNT];  // skill[ROLE_CONTENT] is depth in the own discipline
	float *data, *breadth;
	uint8_t *talent[ROLE_COUNT];   // latent, in 1/255
	uint16_t *known[ROLE_COUNT];   // how much of that talent is known, in 1/65535
	float *autonomy, *meaning, *fit, *engagement, *strain, *voice, *feedback;
	uint32_t *trained;         // bit p: took part in programme p
	uint32_t *ties;            // [slot][STAFF_TIES] slots; an own slot number is an empty tie
	uint32_t *seats;           // [slot][STAFF_SEATS] assignment × 16 + seat, or STAFF_NO_SEAT
	uint16_t *tenure, *service, *age;  // weeks in the position, in the organisation, of life
	uint16_t *unit;            // STAFF_VACANT when nobody is there
	uint8_t *home;             // discipline
	uint8_t *origin;           // organisation of origin in a merger, from 0
	uint8_t *manager;          // 1: leads, has no case hours
	uint8_t *roles;            // bit r: fills role r in an assignment now
	uint8_t *hours;            // contract, in % of full time
	uint8_t *gig;              // 1: has subscribed to the gig bank
	uint8_t *load;             // assignments now, the gig not counted
	uint8_t *crossing;         // ties across units this week, and 16 × ties in all
};

enum staff_type { STAFF_F32, STAFF_U32, STAFF_U16, STAFF_U8 };

struct staff_column {
	const char *name;
	enum staff_type type;
	int per_person;            // elements
	size_t offset;             // of the pointer in struct staff
	const char *unit;
	double min, max;
	double initial;            // mean of who is drawn at the start; NaN where it follows from others
	struct text help;
	const char *source;
	bool writable;             // by scripts: nothing else follows from it
};

extern const struct staff_column staff_columns[];
extern const int staff_column_count;

bool staff_create(struct staff *staff, int slots, struct err *err);  // zeroed columns
void staff_clear(struct staff *staff);

size_t staff_type_size(enum staff_type type);
void *staff_data(const struct staff *staff, const struct staff_column *column);  // the column's array
size_t staff_column_bytes(const struct staff *staff, const struct staff_column *column);

int staff_find_column(const char *name);  // index, or -1

#endif
