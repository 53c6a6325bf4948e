// Complex assignments: temporary work for several disciplines and roles, in the line, in the
// pool or through the gig bank. One record each; free records are reused.
#ifndef ASSIGNMENT_H
#define ASSIGNMENT_H

#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sim;
struct rng;

enum {
	ASSIGNMENT_SEATS = 9,        // five disciplines and four other roles at most
	ASSIGNMENT_DISCIPLINES = 5,
	ASSIGNMENT_HANDLERS = 3,     // seats in use at a stage in the line, at most
};

enum assignment_route { ROUTE_LINE, ROUTE_POOL, ROUTE_GIGS };
enum assignment_state { ASSIGNMENT_FREE, ASSIGNMENT_WAITING, ASSIGNMENT_WORKING, ASSIGNMENT_HANDOFF };

struct assignment {
	uint32_t number;             // its address for random draws
	int32_t arrived;             // week, counted from the beginning of the warm-up
	uint32_t seat[ASSIGNMENT_SEATS];  // the person's slot, or STAFF_NO_SEAT
	float need[ASSIGNMENT_SEATS];     // hours to go
	float complexity;
	float partner;               // part that partners must do
	float total;                 // hours as asked at the start
	float stage_weeks;           // weeks to wait at a hand-off
	float familiarity;           // share of pairs in the team that knew each other
	float start_loss;            // quality that a new team lacks
	float content_hours, content_skill;  // hours, and hours × skill, of content and of the other roles
	float role_hours, role_skill;
	float setting;               // hours × what space and voice add
	float loss;                  // quality lost at hand-offs
	float redo;                  // hours redone or added
	float handlers;              // in the line: their skill in the other roles, unselected
	uint16_t waited;             // weeks that it waited for people
	uint16_t together;           // weeks that the present team is at it
	uint8_t route, state;
	uint8_t at;                  // unit where it is now
	uint8_t stage;               // in the line: which discipline is at it
	uint8_t disciplines;
	uint8_t discipline[ASSIGNMENT_DISCIPLINES];
	uint8_t roles;               // bit r: needs role r (content always)
	uint8_t seats;
	uint8_t role[ASSIGNMENT_SEATS];
	uint8_t handoffs, infeasible, spare;
};

_Static_assert(sizeof(struct assignment) == 164, "an assignment has no padding: it is saved and digested as bytes");

struct assignments {
	int capacity, open;
	struct assignment *record;
	uint32_t *free;              // [capacity] stack of free records; free_count on it
	int free_count;
	uint32_t *wait;              // [capacity] records that wait for people, in order
	int wait_count;
	uint32_t *event;             // [capacity] scratch: records that finished something this week
	int event_count;
	uint32_t *turn;              // [capacity] scratch: records by unit, see assignment_each_unit
};

bool assignment_create(struct sim *sim, struct err *err);
void assignment_clear(struct assignments *list);
bool assignment_prepare(struct sim *sim, struct err *err);  // room for the coming week
bool assignment_resize(struct assignments *list, int capacity, struct err *err);

void assignment_demand(struct sim *sim);  // phase 2: questions arrive and are routed
void assignment_work(struct sim *sim);    // phase 5: teams and handlers work
void assignment_finish(struct sim *sim);  // phase 6: stages and assignments end, outcomes reach people

// Files an assignment of which what it is has been filled in (complexity, hours, partner, roles, disciplines): it
// gets its number and its route from its owner's thresholds, and waits for people. There must be a free record.
void assignment_add(struct sim *sim, struct assignment *a, int owner, double predictability);

// Takes somebody out of a seat (0 … STAFF_SEATS − 1 of the person), or out of all of them for good.
void assignment_leave(struct sim *sim, uint32_t slot, int seat);
void assignment_desert(struct sim *sim, uint32_t slot);

// When nobody may take gigs any more, those that run stop, and wait for the line (staffing.c).
void assignment_close_gigs(struct sim *sim);

double assignment_partner(const struct sim *sim);  // strength of ties with partners; the average when that is off

// Sorts records by the unit where they are, keeping their order, and lets each unit's be handled apart, at the same
// time: a unit's assignments touch its own people only. Gigs cross units: they come last, one by one.
void assignment_each_unit(struct sim *sim, const uint32_t *record, int count, void (*handle)(struct sim *sim, uint32_t place));

void assignment_disciplines(const struct sim *sim, struct assignment *a, struct rng *rng);  // draws them
bool assignment_balance(struct sim *sim, struct err *err);  // weights of the disciplines, from the config alone
float assignment_part(const struct sim *sim, const struct assignment *a, int which);  // of its content hours

// How far content goes in another discipline (scenario input).
static inline float assignment_carry(float breadth)
{
	return 0.3f + 0.7f * breadth;
}

#endif
