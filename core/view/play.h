// The window without a window: one function a frame, events in and drawing commands out. A window, a painter
// of pictures, a test or a browser can drive it. It knows scenarios only through the callbacks of its host.
//
//	struct play *play = play_create(&host, font, &options, &err);
//	for (;;) { play_frame(play, &input, &draw); paint(&draw); }
//	play_destroy(play);
#ifndef PLAY_H
#define PLAY_H

#include "sim/sim.h"
#include "view/ui.h"

struct play;

struct play_scenario {
	struct config *config;   // its plan and seed may be changed here
	void *with;
	bool (*begin)(void *with, struct sim *sim, struct err *err);  // at week 0, or at a saved state
	bool (*week)(void *with, struct sim *sim, struct err *err);
};

struct play_listing {
	const char *path;
	const char *name;
	const struct config *config;  // NULL: something in it is not right
};

struct play_host {
	void *with;
	bool (*load)(void *with, const char *path, struct play_scenario *out, struct err *err);
	void (*unload)(void *with, struct play_scenario *scenario);
	int64_t (*stamp)(void *with, const char *path);               // another one when the file was saved; 0: no file
	const struct play_listing *(*list)(void *with, int *count);   // what there is to choose from; the host's
};

struct play_options {
	enum lang lang;
	bool dark, large;
	bool threaded;           // the simulation has a thread of its own
	bool has_seed;
	uint64_t seed;           // instead of the scenario's
	const char *path;        // NULL: choose one from the list
};

// The host and font must outlive it. NULL and err without memory; a scenario that is wrong is shown in the window.
struct play *play_create(const struct play_host *host, const struct font *font, const struct play_options *options, struct err *err);
void play_destroy(struct play *play);  // NULL is fine

// False in the drawing (draw_ok) without memory.
void play_frame(struct play *play, const struct ui_input *input, struct draw *draw);

// Asks for a week, to be there within the frames that follow; without a thread in the next one.
void play_go(struct play *play, int week);
void play_run(struct play *play, bool running, int weeks_per_second);
int play_week(const struct play *play);      // that is shown; −1: none yet
int play_last(const struct play *play);      // of the run; −1: none
const struct err *play_error(const struct play *play);  // what is wrong with the scenario, or NULL

// What it asks of the window.
struct play_wish {
	bool full_screen, quit;
	float wait;              // seconds until the next frame is wanted, if nothing happens before; 0: at once
};
struct play_wish play_wish(const struct play *play);

#endif
