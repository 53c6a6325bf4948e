// What departments, the pool and society remember from week to week: one row of doubles each,
// listed in two tables that digest, save and load walk.
#ifndef UNIT_H
#define UNIT_H

#include "text.h"

#include <stddef.h>

enum { UNIT_PROGRAMMES = 32, UNIT_HIRE_WEEKS = 128 };

struct unit {
	double posts;            // people the unit may have
	double direction, coaching, example;  // style as lived: follows what is asked, slowly
	double safety, credibility, vocabulary;
	double equality;         // how equal dealings have been lately: what a retraction takes away
	double load;             // smoothed measured occupancy
	double complex_use;      // share of the hours asked for complex work that was used, smoothed
	double carry;            // hours left over for a case half done
	double experiment_weeks; // left of a running experiment
	double demand_shock;     // swing of demand, a log ratio
	double success;          // smoothed share of standard work on time: what daily work teaches
};

struct society {
	double trust, partner;
	double outcome;                     // smoothed value of what residents get, 0-1
	double entrant_exits, entrant_weeks;  // last year's exits and weeks at risk of entrants
	double change_hours, change_euro;   // cumulative, from week 0
	double trained, groups, hired, left, moved, to_pool, from_pool, assignments_done;  // totals from week 0
	double next_id, next_assignment;    // numbers to give out
	double intake;                      // assignments for which there was no room yet
	double taught[UNIT_PROGRAMMES];                  // people that each programme taught
	double hires_due[UNIT_HIRE_WEEKS];              // people to come, by week modulo UNIT_HIRE_WEEKS
};

struct unit_field {
	const char *name;
	size_t offset;      // of a double in struct unit or struct society
	int count;          // doubles
	const char *unit;
	struct text help;
};

extern const struct unit_field unit_fields[], unit_society_fields[];
extern const int unit_field_count, unit_society_field_count;

#endif
