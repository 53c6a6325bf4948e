// What the diary keeps of everybody between two weeks.
#ifndef DIARY_INSIDE_H
#define DIARY_INSIDE_H

#include "sim/staff.h"
#include "view/diary.h"

enum { DIARY_SETTINGS = 10 };
extern const int diary_settings[DIARY_SETTINGS];

struct diary_watch {          // by slot
	uint32_t id, trained, gig, team;
	uint16_t unit;
	uint8_t step;             // as last told
	bool strained, tired, manager;
	int16_t since;            // week of `told`
	uint16_t service, age;
	float told;               // mindset when its step was last told
	float mindset, boost, anchor;
	float term[CAUSE_COUNT];  // since then
};

struct diary {
	const struct config *config;
	int slots, units, week;   // week last taken; −1: none
	bool kept;
	bool jumped;                  // the week is not the next one: nobody knows why mindsets changed
	struct diary_watch *watch;    // [slots]; NULL when not kept
	double *setting;              // [units × DIARY_SETTINGS] as last told
	int count, room;
	bool failed;
	struct diary_event *event;
};

void diary_add(struct diary *diary, struct diary_event event);  // without memory it notes that it failed

void diary_forget(struct diary *diary);  // lets go of what is old and lesser

// One sentence (diary_words.c).
void diary_say(const struct diary *diary, const struct diary_event *event, enum lang lang, char out[DIARY_LINE]);

#endif
