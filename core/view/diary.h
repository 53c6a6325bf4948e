// The diary of a civil servant: what happened and why, in sentences that each come from a noted week and value. Weeks
// are noted from outside, by comparing what people are with what they were; everybody's are, so that whoever is
// clicked on has a past.
//
//	struct diary *diary = diary_create(&config, &err);
//	diary_take(diary, sim, &err);                 // after each week, and after going back
//	int count = diary_read(diary, person, lang, line, 20);
//
// 36 bytes an event and 92 a person. Beyond DIARY_EVENTS_MOST events the oldest lesser ones go. Nothing is kept of an
// imported staff (see docs/privacy.md) nor of more than DIARY_PEOPLE_MOST people: diary_kept is false.
#ifndef DIARY_H
#define DIARY_H

#include "sim/cause.h"
#include "sim/sim.h"

struct diary;

enum { DIARY_EVENTS_MOST = 1000000, DIARY_PEOPLE_MOST = 20000, DIARY_LINE = 240 };

struct diary *diary_create(const struct config *config, struct err *err);  // the config must live as long; NULL and err without memory
void diary_destroy(struct diary *diary);  // NULL is fine
bool diary_kept(const struct diary *diary);

// Notes the week just lived. After going back (an earlier week than the last) what was noted of later weeks is forgotten;
// after a jump ahead the weeks between are told as one, without changes of mindset, whose causes are not known. Before week 0 nothing is noted. False and err without memory: some
// of the week is missing.
bool diary_take(struct diary *diary, const struct sim *sim, struct err *err);

enum diary_kind {
	DIARY_START,      // at work when the diary begins: values: years in service, mindset
	DIARY_JOINED,     // hired: mindset
	DIARY_MOVED,      // to `unit` from `from`
	DIARY_LEFT,       // years in service
	DIARY_RETIRED,    // years in service
	DIARY_LEADS,      // became a manager
	DIARY_LEADS_NOT,  // is none any more
	DIARY_TRAINED,    // in programme `detail`: what it added to mindset that week
	DIARY_STEP,       // of mindset, to `detail` 0 … 4: from, to, what the largest cause did since week `since`, and what the
	                  // largest against it did
	DIARY_STRAINED,   // strain above DIARY_STRAIN_HIGH: strain
	DIARY_RELIEVED,   // and back below DIARY_STRAIN_LOW: strain
	DIARY_TIRED,      // engagement below DIARY_ENGAGED_LOW: engagement
	DIARY_EAGER,      // and back above DIARY_ENGAGED_HIGH: engagement
	DIARY_GIG,        // took a gig
	DIARY_GIG_OVER,
	DIARY_TEAM,       // in the pool, began an assignment; with how many others
	DIARY_SETTING,    // of the unit: setting number `detail` changed from, to
	DIARY_KINDS
};
#define DIARY_STRAIN_HIGH 0.40f   // on average people are at 0.30 …
#define DIARY_STRAIN_LOW 0.35f
#define DIARY_ENGAGED_LOW 0.53f   // … and at 0.62
#define DIARY_ENGAGED_HIGH 0.57f
#define DIARY_STEP_OVER 0.01f     // how far past a cut of the scale a mindset must be to be told

struct diary_event {
	uint32_t id;              // of the person; DIARY_ALL: of everybody in `unit`
	int16_t week, since;
	uint16_t unit, from;
	uint8_t kind, detail, cause, against;
	float value[4];
};
#define DIARY_ALL UINT32_MAX

// All that is noted, in the order of weeks: for tests and for who wants more than sentences.
const struct diary_event *diary_events(const struct diary *diary, int *count);
int diary_setting(int detail);    // the param that a DIARY_SETTING is about

struct diary_line {
	int week;
	char text[DIARY_LINE];
};
// At most `most` sentences about a person, the earliest first; returns how many. When there are more, the oldest about
// gigs and assignments are left out, then the oldest of all. What happened to the unit is told of the weeks in which the
// person was there.
int diary_read(const struct diary *diary, int person, enum lang lang, struct diary_line *line, int most);

#endif
