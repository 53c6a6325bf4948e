// A drawing: a list of commands that a painter turns into SVG, PNG or a window. It knows nothing of
// charts and nothing of painters, so that one chart looks the same everywhere and can be tested
// without either. Coordinates are px from the top left; the list owns all it holds.
//
// Without memory a list notes that it failed and takes no more: draw as if all is well, ask
// draw_ok at the end.
#ifndef DRAW_H
#define DRAW_H

#include "err.h"
#include "plot/font.h"

#include <stdint.h>

enum draw_kind { DRAW_RECT, DRAW_LINE, DRAW_POLYGON, DRAW_CIRCLE, DRAW_TEXT, DRAW_CLIP, DRAW_UNCLIP, DRAW_SYMBOL };
enum draw_dash { DRAW_SOLID, DRAW_DASHED, DRAW_DOTTED, DRAW_DASH_DOT, DRAW_LONG, DRAW_SHORT, DRAW_DASHES };
enum draw_anchor { DRAW_START, DRAW_MIDDLE, DRAW_END };
enum draw_shape { DRAW_DOWN, DRAW_LOW_CORNER, DRAW_SQUARE, DRAW_HIGH_CORNER, DRAW_UP, DRAW_SHAPES };  // ▼ ◣ ■ ◥ ▲

struct draw_command {
	enum draw_kind kind;
	uint32_t fill, stroke;       // 0xRRGGBBAA; alpha 0 is none
	float x, y, width, height;   // rect, clip: the box; circle: centre, radius in width;
	                             // text: anchor on the baseline, and how wide it is;
	                             // symbol: centre, and the size of its box in width
	float thick;                 // of the stroke
	enum draw_dash dash;
	int first, count;            // line, polygon: points; text: bytes; symbol: an enum draw_shape in first
	float size;                  // of text
	enum font_weight weight;
	enum draw_anchor anchor;
	bool upright;                // text runs upwards instead of to the right
};

struct draw_point {
	float x, y;
};

struct draw {
	float width, height;
	uint32_t paper;              // background
	int title, description;      // in `text`; for who cannot see the picture
	int count, room;
	struct draw_command *command;
	int point_count, point_room;
	struct draw_point *point;
	int text_count, text_room;
	char *text;                  // UTF-8 without control characters, each piece NUL-terminated
	int clips;                   // open
	bool failed;
};

void draw_init(struct draw *draw);
void draw_clear(struct draw *draw);
void draw_reset(struct draw *draw);  // empty again, as after draw_init, but its memory is kept for the next drawing
bool draw_ok(const struct draw *draw, struct err *err);  // complete; must: each clip was closed

void draw_name(struct draw *draw, const char *title, const char *description);
void draw_rect(struct draw *draw, float x, float y, float width, float height, uint32_t fill);
void draw_frame(struct draw *draw, float x, float y, float width, float height, uint32_t fill, uint32_t stroke, float thick);
void draw_line(struct draw *draw, float x1, float y1, float x2, float y2, uint32_t stroke, float thick);
void draw_circle(struct draw *draw, float x, float y, float radius, uint32_t fill, uint32_t stroke, float thick);

// Points between draw_begin_path and draw_path belong to that path; fewer than one draw nothing, one
// is a dot. kind: DRAW_LINE (stroke) or DRAW_POLYGON (fill, and stroke when there is one).
int draw_begin_path(const struct draw *draw);
void draw_to(struct draw *draw, float x, float y);
void draw_path(struct draw *draw, int begin, struct draw_command how);

// The first `length` bytes of text; colour in fill; width as the font measures it.
void draw_text(struct draw *draw, const char *text, int length, struct draw_command how);

// A dot with a form: one command and no points, so that thousands are cheap and a window can paint them from an atlas.
void draw_symbol(struct draw *draw, enum draw_shape shape, float x, float y, float size, uint32_t fill, uint32_t stroke, float thick);
// Its corners around the centre, for a size of 1; at most DRAW_CORNERS.
enum { DRAW_CORNERS = 4 };
int draw_corners(enum draw_shape shape, struct draw_point corner[DRAW_CORNERS]);

// All of another drawing, moved; its title and paper are left.
void draw_append(struct draw *draw, const struct draw *other, float x, float y);

void draw_clip(struct draw *draw, float x, float y, float width, float height);  // clips do not nest
void draw_unclip(struct draw *draw);

// Lengths of a dash pattern in units of the line's thickness: on, off, on, off; 0 for a solid line.
// Ends are round, which adds half a thickness at both sides of a dash.
const float *draw_dash_of(enum draw_dash dash);

#endif
