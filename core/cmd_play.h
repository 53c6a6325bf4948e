// `play`: what the window, a picture and a movie of it share.
#ifndef CMD_PLAY_H
#define CMD_PLAY_H

#include "cmd.h"
#include "view/play.h"

enum { CMD_PLAY_LEAST = 320, CMD_PLAY_MOST = 7680 };

struct cmd_play {
	struct play_options options;
	struct play_host host;
	struct font *font;            // owned
	const char *shot_path, *movie_path;
	int width, height;
	int from, until, speed;       // weeks; until −1: the end of the run
};

// The scenarios of the program and the files of the user, as the window asks for them. Clear it in any case.
struct cmd_play_host;
struct cmd_play_host *cmd_play_host_create(struct play_host *out, struct err *err);
void cmd_play_host_destroy(struct cmd_play_host *host);

// Pictures without a display. A status.
int cmd_play_shot(const struct cmd_play *request, enum lang lang);
int cmd_play_movie(const struct cmd_play *request, enum lang lang);

// `stoeprand` without a word, started from a desktop: there is a screen and no terminal. Then the list of scenarios in a
// window, with all as usual.
bool cmd_play_wanted(void);
int cmd_play_desktop(const struct cmd_out *out);

#endif
