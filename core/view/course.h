// The course of a run: weeks that are lived one by one, off the drawing thread when so wanted, with saved
// states on the way so that any week can be gone back to at once. Who watches sees every week: after each,
// and after going back, `seen` is called on the thread of the caller of course_gather, and only then may
// the sim be read.
#ifndef COURSE_H
#define COURSE_H

#include "sim/sim.h"

enum { COURSE_SAVE_WEEKS = 26 };

// How a scenario is lived; borrowed, and the config stays as it is while the course lives but in course_replan.
struct course_life {
	const struct config *config;
	void *with;
	bool (*begin)(void *with, struct sim *sim, struct err *err);  // at week 0
	bool (*week)(void *with, struct sim *sim, struct err *err);   // one week
};

struct course;

// threaded: a thread of its own lives the weeks; else course_gather does. NULL and err without memory or thread.
struct course *course_create(const struct course_life *life, bool threaded, struct err *err);
void course_destroy(struct course *course);  // waits for the week at work; NULL is fine

// Goes to a week: onward, or back to a saved state and on from there. Bounded to the weeks of the run.
void course_aim(struct course *course, int week);

// Collects what has been lived on the way there: at most `most` weeks, and without waiting for the thread
// longer than `patience` seconds.
struct course_watch {
	void (*seen)(void *with, const struct sim *sim);
	void *with;
};
void course_gather(struct course *course, const struct course_watch *watch, int most, double patience);

int course_week(const struct course *course);    // last seen; −1: not yet at the start
int course_last(const struct course *course);    // of the run
bool course_at_rest(const struct course *course);   // it is where it was to go, or has failed
float course_prepared(const struct course *course); // 0…1 of the weeks before the start
const struct err *course_error(const struct course *course);  // NULL while all is well

// The sim as last seen, or NULL when it is at work or not there.
const struct sim *course_sim(const struct course *course);

// Lets the caller change the plan of the config from week `from` on: stops the thread's work, calls `edit`, and goes
// back so that all from there is lived anew. False and err when edit fails.
bool course_replan(struct course *course, int from, bool (*edit)(void *with, struct err *err), void *with, struct err *err);

#endif
