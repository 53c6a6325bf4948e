// Mistakes in a staff table, told by line, column and reason: what is wrong in the same way in many lines is one
// message. What stands in a cell is never repeated: it may be somebody's name.
#include "script/roster_inside.h"

#include "mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MISTAKES_MAX = 1000000, RANGES_MAX = 40, LINES_TEXT_MAX = 1024, REASON_MAX = 512 };

// %1$s and %2$s are what stands in `words` for the fault.
static const struct text reasons[FAULT_COUNT] = {
	[FAULT_OPEN] = { "een aanhalingsteken gaat hier open en nergens dicht; vanaf hier is niets te lezen",
		"a quotation mark opens here and closes nowhere; nothing can be read from here on" },
	[FAULT_STRAY] = { "een aanhalingsteken hoort om de hele cel te staan", "a quotation mark belongs around the whole cell" },
	[FAULT_FEW] = { "minder cellen dan de %s kolommen van de eerste regel", "fewer cells than the %s columns of the first line" },
	[FAULT_MANY] = { "meer cellen dan de %s kolommen van de eerste regel; een cel waarin het scheidingsteken staat, hoort tussen aanhalingstekens",
		"more cells than the %s columns of the first line; a cell that holds the separator belongs between quotation marks" },
	[FAULT_NAMELESS] = { "deze kolom heeft geen naam maar wel inhoud", "this column has no name and yet something in it" },
	[FAULT_NO_UNIT] = { "de afdeling ontbreekt", "the unit is missing" },
	[FAULT_UNKNOWN_UNIT] = { "deze afdeling staat niet in het scenario%s%s%s", "this unit is not in the scenario%s%s%s" },
	[FAULT_TWO_UNITS] = { "meer dan één afdeling heet zo: schrijf de id", "more than one department has this name: write the id" },
	[FAULT_POOL] = { "wie in de pool zit, staat onder de afdeling waar hij of zij vandaan komt", "who is in the pool stands under the department that he or she comes from" },
	[FAULT_LONG_UNIT] = { "deze naam is langer dan %s tekens", "this name is longer than %s characters" },
	[FAULT_MORE_UNITS] = { "meer dan %s afdelingen", "more than %s departments" },
	[FAULT_ROLE] = { "hier hoort leidinggevende of medewerker", "manager or employee is expected here" },
	[FAULT_NO_ROLE] = { "de rol ontbreekt, en bij anderen van deze afdeling staat zij er wel", "the role is missing, and others of this unit have one" },
	[FAULT_HOURS] = { "hier horen uren per week, van %s tot en met %s, zoals 36 of 28,8", "hours a week are expected here, %s to %s, as 36 or 28.8" },
	[FAULT_DATE] = { "hier hoort een datum die bestaat, zoals 2019-03-01 of 1-3-2019: dag, maand, jaar",
		"a date that exists is expected here, as 2019-03-01 or 1-3-2019: day, month, year" },
	[FAULT_LATE] = { "deze datum ligt na de start van het scenario, 1 januari %s", "this date is after the start of the scenario, 1 January %s" },
	[FAULT_BIRTH] = { "hier hoort een geboortejaar, van %s tot en met %s", "a year of birth is expected here, %s to %s" },
	[FAULT_BIRTH_DATE] = { "alleen het jaar: een geboortedatum is meer dan het model nodig heeft", "the year only: a date of birth is more than the model needs" },
	[FAULT_YOUNG] = { "in dienst voor het jaar waarin deze persoon %s werd", "in service before the year in which this person turned %s" },
};

void roster_no_memory(struct roster_reader *r)
{
	if (!r->no_memory)
		err_memory(r->err);
	r->no_memory = true;
}

void roster_wrong(struct roster_reader *r, long line, int column, enum roster_fault fault, int near)
{
	if (r->mistakes == r->mistake_room) {
		int room = r->mistake_room ? 4 * r->mistake_room : 64;
		struct roster_mistake *fresh = r->mistakes < MISTAKES_MAX ? mem_grow(r->mistake, (size_t)r->mistake_room, (size_t)room, sizeof *fresh) : NULL;
		if (!fresh && r->mistakes < MISTAKES_MAX)
			roster_no_memory(r);
		if (!fresh)
			return;
		r->mistake = fresh;
		r->mistake_room = room;
	}
	r->mistake[r->mistakes++] = (struct roster_mistake){ line, column, fault, near };
}

// ---- words

static void say_reason(const struct roster_reader *r, const struct roster_mistake *m, enum lang lang, char out[REASON_MAX])
{
	char a[64] = "", b[64] = "";
	int start = r->config->start_year;
	const char *format = text_in(reasons[m->fault], lang), *near = NULL;
	if (m->near >= 0) {
		const struct department *d = &r->config->department[m->near];
		const char *name = lang == LANG_NL ? d->name.nl : d->name.en;
		near = name && *name ? name : d->id;
	}
	if (m->fault == FAULT_FEW || m->fault == FAULT_MANY)
		snprintf(a, sizeof a, "%d", r->columns);
	else if (m->fault == FAULT_LONG_UNIT || m->fault == FAULT_MORE_UNITS)
		snprintf(a, sizeof a, "%d", m->fault == FAULT_LONG_UNIT ? ROSTER_NAME_MAX : CONFIG_DEPARTMENTS_MAX);
	else if (m->fault == FAULT_HOURS)
		snprintf(a, sizeof a, "1"), snprintf(b, sizeof b, "%d", ROSTER_HOURS_MOST);
	else if (m->fault == FAULT_BIRTH)
		snprintf(a, sizeof a, "%d", start - ROSTER_OLDEST - 1), snprintf(b, sizeof b, "%d", start - ROSTER_YOUNGEST - 1);
	else if (m->fault == FAULT_LATE || m->fault == FAULT_YOUNG)
		snprintf(a, sizeof a, "%d", m->fault == FAULT_LATE ? start : ROSTER_WORKS_FROM);
	if (m->fault != FAULT_UNKNOWN_UNIT)
		snprintf(out, REASON_MAX, format, a, b);
	else
		snprintf(out, REASON_MAX, format, !near ? "" : lang == LANG_NL ? "; bedoelde u " : "; did you mean ", near ? near : "", near ? "?" : "");
}

// "7", "7, 8" or "7–12", at `used`.
static size_t say_range(char *out, size_t used, long from, long to)
{
	const char *comma = used ? ", " : "";
	if (from == to)
		return (size_t)snprintf(out + used, LINES_TEXT_MAX - used, "%s%ld", comma, from);
	return (size_t)snprintf(out + used, LINES_TEXT_MAX - used, "%s%ld%s%ld", comma, from, to == from + 1 ? ", " : "–", to);
}

// The lines of a group, in order; returns how many there are.
static long say_lines(const struct roster_mistake *m, int count, enum lang lang, char out[LINES_TEXT_MAX])
{
	size_t used = 0;
	long lines = 0, left = 0;
	int ranges = 0;
	for (int i = 0, j; i < count; i = j) {
		long last = m[i].line;
		for (j = i + 1; j < count && m[j].line <= last + 1; j++) {
			lines += m[j].line > last;
			last = m[j].line;
		}
		lines++;
		if (ranges++ < RANGES_MAX)
			used += say_range(out, used, m[i].line, last);
		else
			left += last - m[i].line + 1;
	}
	if (left)
		snprintf(out + used, LINES_TEXT_MAX - used, lang == LANG_NL ? " en nog %ld" : " and %ld more", left);
	return lines;
}

static void tell_group(struct roster_reader *r, const struct roster_mistake *m, int count)
{
	char lines[LANG_COUNT][LINES_TEXT_MAX], reason[LANG_COUNT][REASON_MAX], column[LANG_COUNT][ROSTER_NAME_MAX + 40] = { "", "" };
	long number = 0;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		number = say_lines(m, count, lang, lines[lang]);
		say_reason(r, m, lang, reason[lang]);
		if (m->column && r->column[m->column - 1] < COLUMN_COUNT)
			snprintf(column[lang], sizeof column[lang], lang == LANG_NL ? ", kolom %d (%s)" : ", column %d (%s)", m->column, r->head[r->column[m->column - 1]]);
		else if (m->column)
			snprintf(column[lang], sizeof column[lang], lang == LANG_NL ? ", kolom %d" : ", column %d", m->column);
	}
	err_add(r->err, "%s: %s %s%s: %s%.0s%.0s%.0s%.0s", "%s: %.0s%.0s%.0s%.0s%s %s%s: %s", r->file, number == 1 ? "regel" : "regels", lines[LANG_NL],
		column[LANG_NL], reason[LANG_NL], number == 1 ? "line" : "lines", lines[LANG_EN], column[LANG_EN], reason[LANG_EN]);
}

// ---- order

static int alike(const struct roster_mistake *a, const struct roster_mistake *b)
{
	if (a->fault != b->fault)
		return a->fault < b->fault ? -1 : 1;
	if (a->column != b->column)
		return a->column - b->column;
	return a->near - b->near;
}

static int by_kind(const void *a, const void *b)
{
	const struct roster_mistake *one = a, *other = b;
	int order = alike(one, other);
	return order ? order : (one->line > other->line) - (one->line < other->line);
}

struct group {
	const struct roster_mistake *first;
	int count;
};

static int by_place(const void *a, const void *b)
{
	const struct group *one = a, *other = b;
	if (one->first->line != other->first->line)
		return one->first->line < other->first->line ? -1 : 1;
	return one->first->column != other->first->column ? one->first->column - other->first->column : alike(one->first, other->first);
}

// Kinds of mistakes are few: each column has its own, and an unknown unit one for each department that may be meant.
void roster_tell(struct roster_reader *r)
{
	enum { GROUPS_MAX = FAULT_COUNT * 8 + CSV_CELLS_MAX + CONFIG_DEPARTMENTS_MAX };
	struct group group[GROUPS_MAX];
	int groups = 0;
	if (r->mistakes == 0)
		return;
	qsort(r->mistake, (size_t)r->mistakes, sizeof *r->mistake, by_kind);
	for (int i = 0, j; i < r->mistakes && groups < GROUPS_MAX; i = j) {
		for (j = i + 1; j < r->mistakes && alike(&r->mistake[i], &r->mistake[j]) == 0;)
			j++;
		group[groups++] = (struct group){ &r->mistake[i], j - i };
	}
	qsort(group, (size_t)groups, sizeof *group, by_place);
	for (int g = 0; g < groups; g++)
		tell_group(r, group[g].first, group[g].count);
}
