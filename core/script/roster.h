// One's own staff from a table, one row a person. These are colleagues: what is exact about a person ends as soon as
// a row has been read and found right. A roster holds classes only, and what is made of it holds no row.
#ifndef ROSTER_H
#define ROSTER_H

#include "sim/config.h"

enum {
	ROSTER_FILE_MAX = 64 << 20,  // bytes
	ROSTER_NAME_MAX = 100,  // bytes of a department's name in the file
	ROSTER_FULL_TIME = 36,  // hours a week (Cao Gemeenten)
	ROSTER_FEWEST = 5,  // of a smaller department only the number of people is used
};

struct roster_row {
	uint32_t line;
	uint8_t unit;  // index in roster.unit
	uint8_t age;  // class of five years: its lowest age; ROSTER_NONE: not told
	uint8_t service;  // class of years in service; ROSTER_NONE: not told
	uint8_t hours;  // steps of four hours; 0: not told
	uint8_t role;  // enum roster_role
};
enum { ROSTER_NONE = 255 };
enum roster_role { ROSTER_ANY, ROSTER_EMPLOYEE, ROSTER_MANAGER, ROSTER_WRONG };  // wrong: told, in a roster that is not used

struct roster_unit {
	char name[ROSTER_NAME_MAX + 1];  // as it was first written
	char known[3][ROSTER_NAME_MAX + 1];  // how a row may name it, folded
	char id[CONFIG_ID_MAX];  // of the config's department, or made from the name
	int people;
	bool has_roles;
};

struct roster {
	int count;
	struct roster_row *row;  // owned
	int unit_count;
	struct roster_unit *unit;  // owned; as the config's departments, or by the letters of their names
	uint64_t hash;  // of the bytes; never 0
};

// Reads a table for a config: its start year says what can be, its departments are the ones that may be named; when it
// has none, units are made of the names. False and err, with every mistake, otherwise; clear the roster in any case.
bool roster_read(struct roster *roster, const char *bytes, size_t length, const char *file, const struct config *config,
	struct err *err);
void roster_clear(struct roster *roster);

// The people of a unit in no order, with ages, service and hours drawn within their classes: `out` has room for all.
// Age and service of a person go together; hours and roles are dealt out apart from them.
void roster_people(const struct roster *roster, int unit, double retirement_age, struct person *out);

#endif
