// Letters: how wide a text is, and the outlines of its glyphs. A font is a family in two weights;
// whoever measures with it and whoever paints with it agree, so that nothing overlaps.
#ifndef FONT_H
#define FONT_H

#include "err.h"

#include <stddef.h>
#include <stdint.h>

enum font_weight { FONT_REGULAR, FONT_BOLD, FONT_WEIGHTS };

struct font;

struct font_file {       // a TrueType file in one block of mem_new
	unsigned char *data;
	size_t count;
};

// Takes over the blocks, also when it fails: NULL and err when a file is no font, or without memory.
struct font *font_create(const struct font_file file[FONT_WEIGHTS], struct err *err);
void font_destroy(struct font *font);

bool font_has(const struct font *font, enum font_weight weight, int32_t point);

// Width in px of the first `length` bytes (−1: all), kerning included; what has no glyph is as wide as a box.
float font_width(const struct font *font, enum font_weight weight, float size, const char *text, int length);

// A letter's usual height above and below the baseline, accents and tails included, as parts of the size.
#define FONT_ABOVE 0.78f
#define FONT_BELOW 0.24f
#define FONT_CAPITAL 0.71f  // height of a capital or figure

// Gives every edge of the outlines of a text that starts at 0, 0 on the baseline; y goes down.
// False without memory.
struct font_pen {
	void (*edge)(void *to, float x1, float y1, float x2, float y2);
	void *to;
};
bool font_trace(const struct font *font, enum font_weight weight, float size, const char *text, int length,
                const struct font_pen *pen);

#endif
