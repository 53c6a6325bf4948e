// A picture in light: shapes cover pixels partly, and light is mixed as light, so that thin lines
// and letters keep their weight on any background.
#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H

#include "plot/draw.h"

struct paint_box {
	int left, top, right, bottom;  // pixels; right and bottom are just outside
};

struct paint_canvas {
	int width, height;
	uint16_t *light;         // three a pixel, owned
	uint16_t *alpha;         // on a ground that lets all through, else NULL; light is then what covers it; owned
	float *cover;            // of the shape at work, owned; zero in between; rows of `stride`
	int stride;
	struct paint_box shape;  // the pixels that it may touch
	struct paint_box clip;
	uint16_t light_of[256];  // a stored byte as light
};

bool paint_canvas_init(struct paint_canvas *canvas, int width, int height, uint32_t paper);  // false without memory
bool paint_canvas_init_through(struct paint_canvas *canvas, int width, int height);  // the same on no ground at all
void paint_canvas_clear(struct paint_canvas *canvas);

// A shape: begin with a box that holds it, add edges that close or strokes, then paint it.
void paint_canvas_begin(struct paint_canvas *canvas, float left, float top, float right, float bottom);
void paint_canvas_edge(struct paint_canvas *canvas, float x1, float y1, float x2, float y2);
void paint_canvas_fill(struct paint_canvas *canvas, uint32_t colour);  // what the edges enclose
// Everything within `radius` of the line piece; pieces that meet make one line with round joints.
void paint_canvas_stroke(struct paint_canvas *canvas, struct draw_point a, struct draw_point b, float radius);
void paint_canvas_ink(struct paint_canvas *canvas, uint32_t colour);   // what the strokes cover

// Three bytes a pixel as stored in files, into `out` (width × height × 3).
void paint_canvas_store(const struct paint_canvas *canvas, unsigned char *out);

// Of a canvas without ground, as a screen mixes: 0xAARRGGBB a pixel, with the part covered bent so that
// mixing as stored looks like mixing as light would on `ground`.
void paint_canvas_store_through(const struct paint_canvas *canvas, uint32_t ground, uint32_t *out);

#endif
