// What the screens of the window share.
#ifndef PLAY_INSIDE_H
#define PLAY_INSIDE_H

#include "view/course.h"
#include "view/diary.h"
#include "view/futures.h"
#include "view/graphs.h"
#include "view/play.h"
#include "view/stage.h"
#include "view/words.h"

enum { PLAY_PATH_MAX = 4096, PLAY_NOTE_MAX = 256, PLAY_SPEEDS = 7, PLAY_WHEN_MAX = 24, PLAY_FUTURES = 20, PLAY_INSIDE = 15, PLAY_LINES = 48 };
enum play_tab { PLAY_GRAPHS, PLAY_PLAN, PLAY_STORY, PLAY_PERSON, PLAY_TABS };

extern const int play_speeds[PLAY_SPEEDS];  // weeks a second

struct play {
	struct play_host host;
	const struct font *font;
	struct ui ui;
	enum lang lang;
	const struct text *word;       // words_table, or a test's
	bool dark, large, full, quit, blank, helping, threaded;
	bool has_seed;
	uint64_t seed;

	bool browsing;
	char search[64];

	char path[PLAY_PATH_MAX];      // of the scenario; "": none
	bool loaded;
	struct play_scenario scenario;
	struct err err;                // why it is not loaded
	int64_t stamp;
	float stamp_seconds;           // since it was last looked at
	int wanted;                    // week to go to once it is loaded

	struct course *course;
	struct stage *stage;
	struct graphs *graphs;
	struct diary *diary;
	bool running;
	int speed;                     // index in play_speeds
	float owed;                    // weeks that time has passed, below 1
	float since;                   // seconds since the last week was seen
	int seen_most;                 // furthest week that was ever seen

	enum play_tab tab;
	bool gigs, ties;
	bool choosing;                 // which measures the graphs show
	int measure[GRAPHS_PANELS], measure_count, measures_of;  // of how many there are
	bool banded;                   // they are seen
	struct play_ways *ways;        // other futures that are being lived; NULL: none
	struct stage_pick chosen;
	struct stage_card card;        // of the chosen unit, as last known
	struct {
		int person, week, lang, count;
		struct diary_line line[PLAY_LINES];
	} read;                        // of the chosen person

	int dragged;                   // plan entry whose pin is dragged; −1: none
	int dragged_to;                // week

	bool again;                    // something happened: what it changed is to be drawn at once

	char note[PLAY_NOTE_MAX];      // told for a moment
	float note_seconds;
};

// ---- words
const char *play_say(const struct play *play, enum word word);
const char *play_words(const struct play *play, const struct words *words);  // in the other language when need be
void play_when(const struct play *play, int week, char out[PLAY_WHEN_MAX]);  // "2024-W05"
char play_mark(int entry);                                // of a pin: 1…9, a…z, *
void play_note(struct play *play, const char *text);

// ---- what can be done (play.c)
void play_open(struct play *play, const char *path);      // anew, from the start
void play_restart(struct play *play);                     // the same scenario, to the week that is shown
void play_browse(struct play *play);
void play_start_run(struct play *play);                   // of what is loaded, to the week that is wanted
void play_stop_run(struct play *play);

// ---- time and what is changed in it (play_time.c)
void play_pass_time(struct play *play, float seconds);
void play_next_seed(struct play *play);
void play_move_entry(struct play *play, int entry, int week);
void play_move_in(struct config *config, int entry, int by);
void play_set_speed(struct play *play, int speed);

// ---- keys that no widget used (play_keys.c)
void play_run_keys(struct play *play);
void play_look_keys(struct play *play);
bool play_is_quit(const struct ui_input *in);
void play_choose(struct play *play, struct stage_pick pick);

// ---- other futures (play_futures.c)
void play_ask_futures(struct play *play);     // of this plan, under other seeds; takes them away when they are there
void play_gather_futures(struct play *play);
void play_stop_futures(struct play *play);
int play_futures_done(const struct play *play);

// ---- text from top to bottom in an area that scrolls: one walk measures, a second one draws (play_side.c)
struct play_flow {
	struct play *play;
	struct ui_box box;
	float y;
	bool draw;
};
void play_put(struct play_flow *flow, const char *text, struct ui_style style, float below);
void play_draw_flow(struct play *play, const char *name, struct ui_box box, void (*walk)(struct play_flow *));

// ---- screens
struct play_layout {
	struct ui_box top, stage, side, caption, controls, line, speed;
};
struct play_layout play_layout(const struct play *play);

void play_draw_run(struct play *play);                            // play_run.c
void play_draw_line(struct play *play, struct ui_box box);        // play_line.c
void play_draw_side(struct play *play, struct ui_box box);        // play_side.c
void play_draw_person(struct play *play, struct ui_box box);      // play_person.c
void play_draw_graphs(struct play *play, struct ui_box box);      // play_graphs.c
void play_usual_measures(struct play *play);
void play_draw_list(struct play *play);                           // play_list.c
float play_draw_corner(struct play *play, struct ui_box row);      // play_corner.c; returns where it begins
void play_draw_help(struct play *play);                           // play_over.c
void play_draw_wrong(struct play *play, const struct err *err);
void play_draw_note(struct play *play);

#endif
