// Painters: a drawing becomes the bytes of a file. Files are the caller's business.
#ifndef PAINT_H
#define PAINT_H

#include "plot/draw.h"

struct paint_bytes {
	unsigned char *data;  // owned: mem_free
	size_t count;
};

// What an SVG asks for, and what it makes do with: the first is the one that was measured with.
#define PAINT_FAMILY "'Open Sans', 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

// Text stays text: it can be searched, read aloud and restyled. False and err without memory.
bool paint_svg(const struct draw *draw, enum lang lang, struct paint_bytes *out, struct err *err);

// `scale` pixels for each px of the drawing, 1…4. False and err without memory.
bool paint_png(const struct draw *draw, const struct font *font, int scale, struct paint_bytes *out, struct err *err);

// The same as bare pixels, three bytes each, row by row.
bool paint_rgb(const struct draw *draw, const struct font *font, int scale, struct paint_bytes *out, struct err *err);

// One command by itself, for who keeps it as a picture to be laid down many times: all but rectangles and clips.
// Where it lies depends on the drawing's points only by whole pixels.
struct paint_piece {
	int x, y, width, height;  // px of the drawing; width 0: nothing is to be seen
	uint32_t *pixel;          // 0xAARRGGBB, as stored; owned: mem_free
};
bool paint_piece(const struct draw *draw, int command, const struct font *font, struct paint_piece *out, struct err *err);

#endif
