// Paints a drawing into a canvas and packs that as PNG by stb_image_write, which is unfolded here and
// nowhere else. It does not look whether it got memory: when it gets none, we jump out of it.
#include "plot/paint.h"

#include "mem.h"
#include "plot/paint_canvas.h"

#include <math.h>
#include <setjmp.h>
#include <string.h>

// ---- memory for stb: blocks in a chain, freed together; only its own calls are between setjmp and longjmp

enum { HEAD = 64 };  // bytes before a block, for the chain: keeps it aligned

struct chain {
	struct chain *next;
};

struct packing {
	struct chain *first;
	jmp_buf out_of_memory;
};

static _Thread_local struct packing *packing;

static void *take(size_t count)
{
	struct chain *block = mem_new(count + HEAD, 1);
	if (!block)
		longjmp(packing->out_of_memory, 1);
	block->next = packing->first;
	packing->first = block;
	return (char *)block + HEAD;
}

static void *take_more(const void *old, size_t old_count, size_t count)
{
	void *fresh = take(count);
	if (old)
		memcpy(fresh, old, old_count < count ? old_count : count);
	return fresh;
}

static void free_chain(struct packing *pack)
{
	while (pack->first) {
		struct chain *block = pack->first;
		pack->first = block->next;
		mem_free(block);
	}
}

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBIW_MALLOC(count) take(count)
#define STBIW_REALLOC_SIZED(block, old_count, count) take_more(block, old_count, count)
#define STBIW_FREE(block) ((void)(block))
#include <stb_image_write.h>

static bool pack(const unsigned char *pixels, int width, int height, struct paint_bytes *out)
{
	struct packing here = { 0 };
	packing = &here;
	if (setjmp(here.out_of_memory) == 0) {
		int count = 0;
		unsigned char *data = stbi_write_png_to_mem(pixels, width * 3, width, height, 3, &count);
		out->data = mem_new((size_t)count + 1, 1);
		if (out->data && data)
			memcpy(out->data, data, out->count = (size_t)count);
	}
	free_chain(&here);
	packing = NULL;
	return out->data != NULL;
}

// ---- painting

enum { RING_PIECES = 48 };
#define RING_COSINE 0.991444861f  // of a 48th of a turn
#define RING_SINE 0.130526192f

struct painter {
	struct paint_canvas canvas;
	const struct draw *draw;
	const struct font *font;
	float scale;
	const struct draw_command *at;
};

static struct draw_point point_of(const struct painter *p, int index)
{
	struct draw_point point = p->draw->point[p->at->first + index];
	return (struct draw_point){ point.x * p->scale, point.y * p->scale };
}

static void begin_path(struct painter *p, float around)
{
	struct draw_point first = point_of(p, 0), low = first, high = first;
	for (int i = 1; i < p->at->count; i++) {
		struct draw_point point = point_of(p, i);
		low = (struct draw_point){ point.x < low.x ? point.x : low.x, point.y < low.y ? point.y : low.y };
		high = (struct draw_point){ point.x > high.x ? point.x : high.x, point.y > high.y ? point.y : high.y };
	}
	paint_canvas_begin(&p->canvas, low.x - around, low.y - around, high.x + around, high.y + around);
}

struct dasher {
	float pattern[4], left;  // px; left of the piece at work
	int piece;               // even: on
	bool solid;
};

static struct dasher dash_begin(const struct painter *p)
{
	struct dasher dasher = { .solid = p->at->dash == DRAW_SOLID };
	for (int i = 0; i < 4; i++)
		dasher.pattern[i] = draw_dash_of(p->at->dash)[i] * p->at->thick * p->scale;
	dasher.left = dasher.pattern[0];
	return dasher;
}

static struct draw_point between(struct draw_point a, struct draw_point b, float part)
{
	return (struct draw_point){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

// From a to b, on and off.
static void stroke_dashed(struct painter *p, struct dasher *dasher, struct draw_point a, struct draw_point b, float radius)
{
	float length = sqrtf((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)), done = 0;
	while (length - done > dasher->left) {
		float to = done + dasher->left;
		if (dasher->piece % 2 == 0)
			paint_canvas_stroke(&p->canvas, between(a, b, done / length), between(a, b, to / length), radius);
		done = to;
		dasher->piece = (dasher->piece + 1) % 4;
		dasher->left = dasher->pattern[dasher->piece];
	}
	if (dasher->piece % 2 == 0)
		paint_canvas_stroke(&p->canvas, between(a, b, length > 0 ? done / length : 0), b, radius);
	dasher->left -= length - done;
}

static void paint_stroke(struct painter *p, bool closed)
{
	float radius = p->at->thick * p->scale / 2;
	struct dasher dasher = dash_begin(p);
	int count = p->at->count, pieces = closed || count == 1 ? count : count - 1;
	begin_path(p, radius);
	for (int i = 0; i < pieces; i++) {
		struct draw_point a = point_of(p, i), b = point_of(p, (i + 1) % count);
		if (dasher.solid)
			paint_canvas_stroke(&p->canvas, a, b, radius);
		else
			stroke_dashed(p, &dasher, a, b, radius);
	}
	paint_canvas_ink(&p->canvas, p->at->stroke);
}

static void paint_polygon(struct painter *p)
{
	begin_path(p, 0);
	for (int i = 0; i < p->at->count; i++) {
		struct draw_point a = point_of(p, i), b = point_of(p, (i + 1) % p->at->count);
		paint_canvas_edge(&p->canvas, a.x, a.y, b.x, b.y);
	}
	paint_canvas_fill(&p->canvas, p->at->fill);
	if (p->at->stroke & 0xFF)
		paint_stroke(p, true);
}

static void fill_box(struct painter *p, float left, float top, float right, float bottom, uint32_t colour)
{
	paint_canvas_begin(&p->canvas, left, top, right, bottom);
	paint_canvas_edge(&p->canvas, left, top, left, bottom);
	paint_canvas_edge(&p->canvas, right, bottom, right, top);
	paint_canvas_fill(&p->canvas, colour);
}

static void paint_rect(struct painter *p)
{
	const struct draw_command *c = p->at;
	float left = c->x * p->scale, top = c->y * p->scale, right = left + c->width * p->scale, bottom = top + c->height * p->scale;
	float half = c->thick * p->scale / 2;
	if (c->fill & 0xFF)
		fill_box(p, left, top, right, bottom, c->fill);
	if (!(c->stroke & 0xFF))
		return;
	fill_box(p, left - half, top - half, right + half, top + half, c->stroke);
	fill_box(p, left - half, bottom - half, right + half, bottom + half, c->stroke);
	fill_box(p, left - half, top + half, left + half, bottom - half, c->stroke);
	fill_box(p, right - half, top + half, right + half, bottom - half, c->stroke);
}

static void disc(struct painter *p, float radius, uint32_t colour)
{
	struct draw_point at = { p->at->x * p->scale, p->at->y * p->scale };
	if (!(colour & 0xFF))
		return;
	paint_canvas_begin(&p->canvas, at.x - radius, at.y - radius, at.x + radius, at.y + radius);
	paint_canvas_stroke(&p->canvas, at, at, radius);
	paint_canvas_ink(&p->canvas, colour);
}

// A ring of short strokes, turned step by step.
static void ring(struct painter *p)
{
	struct draw_point middle = { p->at->x * p->scale, p->at->y * p->scale }, arm = { p->at->width * p->scale, 0 };
	float half = p->at->thick * p->scale / 2, reach = arm.x + half;
	paint_canvas_begin(&p->canvas, middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach);
	for (int i = 0; i < RING_PIECES; i++) {
		struct draw_point next = { arm.x * RING_COSINE - arm.y * RING_SINE, arm.x * RING_SINE + arm.y * RING_COSINE };
		paint_canvas_stroke(&p->canvas, (struct draw_point){ middle.x + arm.x, middle.y + arm.y }, (struct draw_point){ middle.x + next.x, middle.y + next.y }, half);
		arm = next;
	}
	paint_canvas_ink(&p->canvas, p->at->stroke);
}

// Below an opaque fill the stroke is a disc: an even edge, as outlines of dots have.
static void paint_circle(struct painter *p)
{
	float radius = p->at->width * p->scale, half = p->at->thick * p->scale / 2;
	bool stroked = p->at->stroke & 0xFF, opaque = (p->at->fill & 0xFF) == 0xFF;
	if (stroked && opaque)
		disc(p, radius + half, p->at->stroke);
	disc(p, stroked ? radius - half : radius, p->at->fill);
	if (stroked && !opaque)
		ring(p);
}

// Stroked around its edge, so that the form stays sharp when it is small.
static void paint_symbol(struct painter *p)
{
	struct draw_point corner[DRAW_CORNERS];
	const struct draw_command *c = p->at;
	int count = draw_corners((enum draw_shape)c->first, corner);
	float half = c->thick * p->scale / 2, reach = c->width * p->scale / 2 + half;
	for (int i = 0; i < count; i++)
		corner[i] = (struct draw_point){ (c->x + corner[i].x * c->width) * p->scale, (c->y + corner[i].y * c->width) * p->scale };
	for (int pass = 0; pass < (c->stroke & 0xFF ? 2 : 1); pass++) {
		paint_canvas_begin(&p->canvas, c->x * p->scale - reach, c->y * p->scale - reach, c->x * p->scale + reach, c->y * p->scale + reach);
		for (int i = 0; i < count; i++) {
			struct draw_point a = corner[i], b = corner[(i + 1) % count];
			if (pass)
				paint_canvas_stroke(&p->canvas, a, b, half);
			else
				paint_canvas_edge(&p->canvas, a.x, a.y, b.x, b.y);
		}
		if (pass)
			paint_canvas_ink(&p->canvas, c->stroke);
		else
			paint_canvas_fill(&p->canvas, c->fill);
	}
}

static void text_edge(void *to, float x1, float y1, float x2, float y2)
{
	struct painter *p = to;
	float x = p->at->x * p->scale, y = p->at->y * p->scale;
	float back = p->at->anchor == DRAW_START ? 0 : p->at->anchor == DRAW_MIDDLE ? p->at->width * p->scale / 2 : p->at->width * p->scale;
	if (p->at->upright)
		paint_canvas_edge(&p->canvas, x + y1, y - (x1 - back), x + y2, y - (x2 - back));
	else
		paint_canvas_edge(&p->canvas, x + x1 - back, y + y1, x + x2 - back, y + y2);
}

static bool paint_text(struct painter *p)
{
	const struct draw_command *c = p->at;
	float x = c->x * p->scale, y = c->y * p->scale, reach = (c->width + c->size) * p->scale, tall = c->size * 1.3f * p->scale;
	if (c->upright)
		paint_canvas_begin(&p->canvas, x - tall, y - reach, x + tall, y + reach);
	else
		paint_canvas_begin(&p->canvas, x - reach, y - tall, x + reach, y + tall);
	struct font_pen pen = { text_edge, p };
	bool fine = font_trace(p->font, c->weight, c->size * p->scale, p->draw->text + c->first, c->count, &pen);
	paint_canvas_fill(&p->canvas, c->fill);
	return fine;
}

static int pixel(float value)
{
	return (int)(value + 0.5f);
}

static void set_clip(struct painter *p)
{
	const struct draw_command *c = p->at;
	bool all = c->kind == DRAW_UNCLIP;
	p->canvas.clip = all ? (struct paint_box){ 0, 0, p->canvas.width, p->canvas.height }
		: (struct paint_box){ pixel(c->x * p->scale), pixel(c->y * p->scale), pixel((c->x + c->width) * p->scale),
		                      pixel((c->y + c->height) * p->scale) };
}

static bool paint_command(struct painter *p)
{
	switch (p->at->kind) {
	case DRAW_RECT: paint_rect(p); break;
	case DRAW_LINE: paint_stroke(p, false); break;
	case DRAW_POLYGON: paint_polygon(p); break;
	case DRAW_CIRCLE: paint_circle(p); break;
	case DRAW_TEXT: return paint_text(p);
	case DRAW_CLIP: case DRAW_UNCLIP: set_clip(p); break;
	case DRAW_SYMBOL: paint_symbol(p); break;
	}
	return true;
}

static bool paint_all(struct painter *p, struct paint_bytes *out)
{
	bool fine = true;
	for (int i = 0; fine && i < p->draw->count; i++) {
		p->at = &p->draw->command[i];
		fine = paint_command(p);
	}
	out->count = (size_t)p->canvas.width * (size_t)p->canvas.height * 3;
	out->data = fine ? mem_new(out->count, 1) : NULL;
	if (out->data)
		paint_canvas_store(&p->canvas, out->data);
	return out->data != NULL;
}

bool paint_rgb(const struct draw *draw, const struct font *font, int scale, struct paint_bytes *out, struct err *err)
{
	struct painter p = { .draw = draw, .font = font, .scale = (float)scale };
	*out = (struct paint_bytes){ 0 };
	must(scale >= 1 && scale <= 4 && draw->width >= 1 && draw->height >= 1);
	bool fine = paint_canvas_init(&p.canvas, pixel(draw->width * p.scale), pixel(draw->height * p.scale), draw->paper) &&
	            paint_all(&p, out);
	paint_canvas_clear(&p.canvas);
	if (!fine)
		err_memory(err);
	return fine;
}

bool paint_png(const struct draw *draw, const struct font *font, int scale, struct paint_bytes *out, struct err *err)
{
	struct paint_bytes pixels;
	*out = (struct paint_bytes){ 0 };
	if (!paint_rgb(draw, font, scale, &pixels, err))
		return false;
	bool fine = pack(pixels.data, pixel(draw->width * (float)scale), pixel(draw->height * (float)scale), out);
	mem_free(pixels.data);
	if (!fine)
		err_memory(err);
	return fine;
}

// ---- a piece: the command by itself, moved to a canvas as large as it is

static struct paint_box grown(float left, float top, float right, float bottom, float by)
{
	return (struct paint_box){ (int)floorf(left - by), (int)floorf(top - by), (int)ceilf(right + by), (int)ceilf(bottom + by) };
}

static struct paint_box box_of_text(const struct draw_command *c)
{
	float back = c->anchor == DRAW_START ? 0 : c->anchor == DRAW_MIDDLE ? c->width / 2 : c->width;
	float above = c->size * 1.1f, below = c->size * 0.4f, aside = c->size * 0.3f;
	if (c->upright)
		return grown(c->x - above, c->y - c->width + back - aside, c->x + below, c->y + back + aside, 1);
	return grown(c->x - back - aside, c->y - above, c->x - back + c->width + aside, c->y + below, 1);
}

static struct paint_box box_of_path(const struct draw *draw, const struct draw_command *c)
{
	struct draw_point low = draw->point[c->first], high = low;
	for (int i = 1; i < c->count; i++) {
		struct draw_point at = draw->point[c->first + i];
		low = (struct draw_point){ fminf(low.x, at.x), fminf(low.y, at.y) };
		high = (struct draw_point){ fmaxf(high.x, at.x), fmaxf(high.y, at.y) };
	}
	return grown(low.x, low.y, high.x, high.y, c->thick / 2 + 1);
}

static struct paint_box box_of(const struct draw *draw, const struct draw_command *c)
{
	float reach = c->kind == DRAW_CIRCLE ? c->width : c->width / 2;
	switch (c->kind) {
	case DRAW_TEXT: return box_of_text(c);
	case DRAW_LINE: case DRAW_POLYGON: return box_of_path(draw, c);
	case DRAW_CIRCLE: case DRAW_SYMBOL: return grown(c->x - reach, c->y - reach, c->x + reach, c->y + reach, c->thick / 2 + 1);
	default: return (struct paint_box){ 0 };
	}
}

// A drawing of one command, borrowed but for its points.
static bool move_command(const struct draw *draw, const struct draw_command *from, struct paint_box box, struct draw *to, struct draw_command *command)
{
	*command = *from;
	command->x -= (float)box.left;
	command->y -= (float)box.top;
	*to = *draw;
	to->command = command;
	if (from->kind != DRAW_LINE && from->kind != DRAW_POLYGON)
		return true;
	command->first = 0;
	to->point = mem_new((size_t)from->count, sizeof *to->point);
	for (int i = 0; to->point && i < from->count; i++)
		to->point[i] = (struct draw_point){ draw->point[from->first + i].x - (float)box.left, draw->point[from->first + i].y - (float)box.top };
	return to->point != NULL;
}

bool paint_piece(const struct draw *draw, int index, const struct font *font, struct paint_piece *out, struct err *err)
{
	enum { MOST = 8192 };
	struct draw_command command;
	struct draw moved;
	struct paint_box box = box_of(draw, &draw->command[index]);
	*out = (struct paint_piece){ box.left, box.top, box.right - box.left, box.bottom - box.top, NULL };
	if (out->width < 1 || out->height < 1 || out->width > MOST || out->height > MOST) {
		out->width = 0;
		return true;
	}
	bool fine = move_command(draw, &draw->command[index], box, &moved, &command);
	struct painter p = { .draw = &moved, .font = font, .scale = 1, .at = &command };
	fine = fine && paint_canvas_init_through(&p.canvas, out->width, out->height) && paint_command(&p);
	out->pixel = fine ? mem_new((size_t)out->width * (size_t)out->height, sizeof *out->pixel) : NULL;
	if (out->pixel)
		paint_canvas_store_through(&p.canvas, draw->paper, out->pixel);
	paint_canvas_clear(&p.canvas);
	if (moved.point != draw->point)
		mem_free(moved.point);
	if (!out->pixel)
		err_memory(err);
	return out->pixel != NULL;
}
