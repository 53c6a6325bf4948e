// From classes to people. Sorting forgets who stood where and which hours went with which age; the order that is drawn
// after that, and ages and service within their classes, follow from the file's hash and so tell nothing more.
#include "script/roster.h"

#include "sim/real.h"
#include "sim/rng.h"

#include <stdlib.h>

enum { HOURS_STEPS = ROSTER_FULL_TIME / 4, YOUNGEST_AT_WORK = 14 };

static int by_career(const void *a, const void *b)
{
	const struct person *one = a, *other = b;
	int order = one->age_weeks - other->age_weeks;
	return order ? order : one->service_weeks - other->service_weeks;
}

// Classes in the place of weeks, for now.
static void sort_careers(const struct roster *roster, int unit, struct person *out, int count)
{
	for (int i = 0, n = 0; i < roster->count; i++)
		if (roster->row[i].unit == unit)
			out[n++] = (struct person){ .age_weeks = roster->row[i].age, .service_weeks = roster->row[i].service };
	qsort(out, (size_t)count, sizeof *out, by_career);
}

static void sort_hours_and_roles(const struct roster *roster, int unit, struct person *out)
{
	int hours[HOURS_STEPS + 1] = { 0 }, managers = 0;
	for (int i = 0; i < roster->count; i++)
		if (roster->row[i].unit == unit) {
			hours[roster->row[i].hours]++;
			managers += roster->row[i].role == ROSTER_MANAGER;
		}
	for (int step = 0, n = 0; step <= HOURS_STEPS; step++)
		for (; hours[step] > 0; hours[step]--)
			out[n++].hours = (uint8_t)((100 * 4 * step + ROSTER_FULL_TIME / 2) / ROSTER_FULL_TIME);
	for (int n = 0; n < managers; n++)
		out[n].manager = true;
}

static void swap(struct person *a, struct person *b, int part)
{
	struct person old = *a;
	if (part == 0) {
		a->age_weeks = b->age_weeks, a->service_weeks = b->service_weeks;
		b->age_weeks = old.age_weeks, b->service_weeks = old.service_weeks;
	} else if (part == 1) {
		a->hours = b->hours;
		b->hours = old.hours;
	} else {
		a->manager = b->manager;
		b->manager = old.manager;
	}
}

static void draw_weeks(struct rng *rng, struct person *person, double retirement)
{
	double age = person->age_weeks, service = person->service_weeks, u = rng_next(rng), v = rng_next(rng);
	double oldest = age < retirement ? real_min(age + 5, retirement) : age + 5;  // nobody leaves at once by the drawing
	double width = service < 1 ? 1 : service < 5 ? 2 : 5;
	age += u * (oldest - age);
	service += v * width;
	if (person->age_weeks != ROSTER_NONE && person->service_weeks != ROSTER_NONE)
		service = real_min(service, age - YOUNGEST_AT_WORK);
	person->age_weeks = person->age_weeks == ROSTER_NONE ? CONFIG_UNKNOWN : (uint16_t)(age * CONFIG_WEEKS_PER_YEAR);
	person->service_weeks = person->service_weeks == ROSTER_NONE ? CONFIG_UNKNOWN : (uint16_t)(service * CONFIG_WEEKS_PER_YEAR);
}

void roster_people(const struct roster *roster, int unit, double retirement_age, struct person *out)
{
	int count = roster->unit[unit].people;
	struct rng rng = rng_start(roster->hash, (uint32_t)unit, 0, RNG_IMPORT);
	sort_careers(roster, unit, out, count);
	sort_hours_and_roles(roster, unit, out);
	for (int part = 0; part < 3; part++)
		for (int i = count - 1; i > 0; i--)
			swap(&out[i], &out[rng_below(&rng, (uint32_t)i + 1)], part);
	for (int i = 0; i < count; i++)
		draw_weeks(&rng, &out[i], retirement_age);
}
