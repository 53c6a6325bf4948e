// A run as a picture: the main measures as small multiples, the plan as pins. To SVG, PNG or both.
#ifndef CMD_PICTURE_H
#define CMD_PICTURE_H

#include "cmd_result.h"
#include "file.h"
#include "plot/font.h"

enum { CMD_PICTURE_LEAST = 320, CMD_PICTURE_USUAL = 1200, CMD_PICTURE_MOST = 4000, CMD_PICTURE_SCALE = 2 };

struct cmd_picture {
	bool svg, png;                         // wanted
	int width;                             // px
	struct font *font;                     // owned
	struct file_writer svg_file, png_file;
};

// Open Sans from $STOEPRAND_FONTS or where the build was told; NULL and err when it is not there. font_destroy it.
struct font *cmd_picture_font(struct err *err);

// Either path may be NULL. What can go wrong without a run goes wrong here: false and err.
bool cmd_picture_begin(struct cmd_picture *picture, const char *svg_path, const char *png_path, struct err *err);
// Draws the weeks that are known, and writes the files.
bool cmd_picture_end(struct cmd_picture *picture, const struct cmd_result *result, enum lang lang, struct err *err);
void cmd_picture_clear(struct cmd_picture *picture);  // fine after cmd_picture_end, and on a zeroed one

#endif
