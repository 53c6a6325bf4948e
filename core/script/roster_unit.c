// The departments that a staff table names: those of the scenario, or, when that has none, one for each name.
#include "script/roster_inside.h"

#include "mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct roster_unit *add_unit(struct roster_reader *r)
{
	struct roster *roster = r->roster;
	if (roster->unit_count == r->unit_room) {
		int room = r->unit_room ? 4 * r->unit_room : 16;
		struct roster_unit *fresh = mem_grow(roster->unit, (size_t)r->unit_room, (size_t)room, sizeof *fresh);
		if (!fresh) {
			roster_no_memory(r);
			return NULL;
		}
		roster->unit = fresh;
		r->unit_room = room;
	}
	return &roster->unit[roster->unit_count++];
}

static void know(struct roster_unit *unit, int k, const char *name)
{
	if (!name || !roster_fold(name, false, unit->known[k]))
		unit->known[k][0] = '\0';
}

bool roster_units_known(struct roster_reader *r)
{
	for (int d = 0; d < r->config->department_count; d++) {
		const struct department *department = &r->config->department[d];
		struct roster_unit *unit = add_unit(r);
		if (!unit)
			return false;
		memcpy(unit->id, department->id, sizeof unit->id);
		know(unit, 0, department->id);
		know(unit, 1, department->name.nl);
		know(unit, 2, department->name.en);
	}
	return true;
}

static bool is_called(const struct roster_unit *unit, const char *folded)
{
	for (int k = 0; k < 3; k++)
		if (unit->known[k][0] && strcmp(unit->known[k], folded) == 0)
			return true;
	return false;
}

// An id is one department's alone, whatever others are called.
static int find_unit(const struct roster_reader *r, const char *folded, bool *twice)
{
	const struct roster *roster = r->roster;
	int found = -1;
	*twice = false;
	for (int u = 0; u < roster->unit_count; u++) {
		if (!is_called(&roster->unit[u], folded))
			continue;
		if (strcmp(roster->unit[u].known[0], folded) == 0) {
			*twice = false;
			return u;
		}
		*twice = found >= 0;
		found = u;
	}
	return found;
}

static int nearest(const struct roster_reader *r, const char *folded)
{
	const char *name[3 * CONFIG_DEPARTMENTS_MAX] = { 0 };
	int count = 0;
	for (int u = 0; u < r->roster->unit_count; u++)
		for (int k = 0; k < 3; k++)
			name[count++] = r->roster->unit[u].known[k];
	const char *near = text_nearest(folded, name, count, (int)sizeof *name);
	for (int i = 0; near && *near && i < count; i++)
		if (name[i] == near)
			return i / 3;
	return -1;
}

static int make_unit(struct roster_reader *r, const char *cell, const char *folded, long line)
{
	if (r->roster->unit_count == CONFIG_DEPARTMENTS_MAX) {
		roster_wrong(r, line, r->place[COLUMN_UNIT], FAULT_MORE_UNITS, -1);
		return -1;
	}
	struct roster_unit *unit = add_unit(r);
	if (!unit)
		return -1;
	snprintf(unit->name, sizeof unit->name, "%s", cell);
	for (char *at = unit->name; *at; at++)
		if ((unsigned char)*at < ' ')
			*at = ' ';
	memcpy(unit->known[0], folded, sizeof unit->known[0]);
	return r->roster->unit_count - 1;
}

int roster_unit(struct roster_reader *r, const char *cell, long line)
{
	char folded[ROSTER_NAME_MAX + 1] = { 0 };
	int place = r->place[COLUMN_UNIT];
	bool made = r->config->department_count == 0, twice;
	if (strlen(cell) > ROSTER_NAME_MAX || !roster_fold(cell, false, folded)) {
		roster_wrong(r, line, place, FAULT_LONG_UNIT, -1);
		return -1;
	}
	if (r->last_unit < r->roster->unit_count && strcmp(r->roster->unit[r->last_unit].known[0], folded) == 0)
		return r->last_unit;
	int unit = find_unit(r, folded, &twice);
	if (!*folded)
		roster_wrong(r, line, place, FAULT_NO_UNIT, -1);
	else if (strcmp(folded, "pool") == 0)
		roster_wrong(r, line, place, FAULT_POOL, -1);
	else if (twice)
		roster_wrong(r, line, place, FAULT_TWO_UNITS, -1);
	else if (unit < 0 && !made)
		roster_wrong(r, line, place, FAULT_UNKNOWN_UNIT, nearest(r, folded));
	else
		return r->last_unit = unit < 0 ? make_unit(r, cell, folded, line) : unit;
	return -1;
}

// ---- ids for made departments

// Letters with accents from U+00DF on, without them.
static const char *const plain_letters[] = {
	"ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
};

// "Zorg & Jeugd" to "zorg_jeugd"; room is left for a number.
static void make_id(const char *folded, char id[CONFIG_ID_MAX])
{
	size_t used = 0, most = CONFIG_ID_MAX - 5;
	bool gap = false;
	for (const unsigned char *at = (const unsigned char *)folded; *at; at++) {
		char own[2] = { (char)*at, '\0' };
		bool letter = *at >= 'a' && *at <= 'z', digit = *at >= '0' && *at <= '9';
		const char *put = letter || digit ? own : "";
		if (*at == 0xc3 && at[1] >= 0x9f && at[1] <= 0xbf)
			put = plain_letters[*++at - 0x9f];
		if (!*put) {
			gap = used > 0;
			continue;
		}
		const char *before = used == 0 && digit ? "afdeling_" : gap ? "_" : "";
		if (used + strlen(before) + strlen(put) > most)
			break;
		used += (size_t)snprintf(id + used, CONFIG_ID_MAX - used, "%s%s", before, put);
		gap = false;
	}
	if (used == 0)
		snprintf(id, CONFIG_ID_MAX, "afdeling");
}

static bool is_taken(const struct roster *roster, int count, const char *id)
{
	for (int u = 0; u < count; u++)
		if (strcmp(roster->unit[u].id, id) == 0)
			return true;
	return strcmp(id, "pool") == 0 || strcmp(id, "all") == 0;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct roster_unit *)a)->known[0], ((const struct roster_unit *)b)->known[0]);
}

void roster_units_made(struct roster_reader *r)
{
	struct roster *roster = r->roster;
	uint8_t now[CONFIG_DEPARTMENTS_MAX] = { 0 };
	for (int u = 0; u < roster->unit_count; u++)
		roster->unit[u].people = u;  // where it was, until people are counted
	qsort(roster->unit, (size_t)roster->unit_count, sizeof *roster->unit, by_name);
	for (int u = 0; u < roster->unit_count; u++) {
		struct roster_unit *unit = &roster->unit[u];
		char id[CONFIG_ID_MAX];
		now[unit->people] = (uint8_t)u;
		unit->people = 0;
		make_id(unit->known[0], id);
		size_t length = strlen(id);
		for (int n = 2; is_taken(roster, u, id); n++)
			snprintf(id + length, sizeof id - length, "_%d", n);
		memcpy(unit->id, id, sizeof id);
	}
	for (int i = 0; i < roster->count; i++)
		roster->row[i].unit = now[roster->row[i].unit];
}
