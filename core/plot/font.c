// Fonts by stb_truetype, which is unfolded here and nowhere else. It trusts a file, so what it
// will look at is looked at first: the file is a font of the system, but may have been cut off.
#include "plot/font.h"

#include "mem.h"

#include <stdbool.h>
#include <string.h>

struct font_memory {
	bool failed;
};

static void *take(size_t count, void *memory)
{
	void *block = mem_new(count, 1);
	if (!block && memory)
		((struct font_memory *)memory)->failed = true;
	return block;
}

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#define STBTT_malloc(count, memory) take(count, memory)
#define STBTT_free(block, memory) ((void)(memory), mem_free(block))
#include <stb_truetype.h>

enum { ARROW = 0x2192, ARROW_WIDTH = 1800, CURVE_STEPS_MAX = 12 };

struct font {
	struct font_file file[FONT_WEIGHTS];
	stbtt_fontinfo face[FONT_WEIGHTS];
};

// ---- opening

static uint32_t read_number(const unsigned char *at, int bytes)
{
	uint32_t value = 0;
	for (int i = 0; i < bytes; i++)
		value = value << 8 | at[i];
	return value;
}

// Every table that the file speaks of lies within it.
static bool is_whole(const struct font_file *file)
{
	if (!file->data || file->count < 12)
		return false;
	size_t tables = read_number(file->data + 4, 2);
	if (file->count < 12 + 16 * tables)
		return false;
	for (size_t i = 0; i < tables; i++) {
		const unsigned char *row = file->data + 12 + 16 * i;
		size_t from = read_number(row + 8, 4), count = read_number(row + 12, 4);
		if (from > file->count || count > file->count - from)
			return false;
	}
	return true;
}

struct font *font_create(const struct font_file file[FONT_WEIGHTS], struct err *err)
{
	struct font *font = mem_new(1, sizeof *font);
	if (!font) {
		for (int i = 0; i < FONT_WEIGHTS; i++)
			mem_free(file[i].data);
		err_memory(err);
		return NULL;
	}
	memcpy(font->file, file, sizeof font->file);
	for (int i = 0; i < FONT_WEIGHTS; i++)
		if (!is_whole(&file[i]) || !stbtt_InitFont(&font->face[i], file[i].data, 0)) {
			err_add(err, "dit is geen TrueType-lettertype", "this is not a TrueType font");
			font_destroy(font);
			return NULL;
		}
	return font;
}

void font_destroy(struct font *font)
{
	for (int i = 0; font && i < FONT_WEIGHTS; i++)
		mem_free(font->file[i].data);
	mem_free(font);
}

bool font_has(const struct font *font, enum font_weight weight, int32_t point)
{
	return stbtt_FindGlyphIndex(&font->face[weight], point) != 0;
}

// ---- setting a line of text: one glyph after another

struct setting {
	const stbtt_fontinfo *face;
	const char *at, *end;
	int glyph, advance;   // the one just read
	bool arrow;
	int before;           // the glyph before it, 0 at the start
	float scale, x;       // where the glyph stands
};

static struct setting begin(const struct font *font, enum font_weight weight, float size, const char *text, int length)
{
	const stbtt_fontinfo *face = &font->face[weight];
	return (struct setting){ .face = face, .at = text, .end = text + (length < 0 ? (int)strlen(text) : length),
	                         .scale = stbtt_ScaleForMappingEmToPixels(face, size) };
}

// The plan is told with arrows, which few text fonts have: ours is drawn here.
static bool next(struct setting *s)
{
	s->x += (float)s->advance * s->scale;
	s->before = s->glyph;
	s->advance = 0;
	if (s->at >= s->end)
		return false;
	int32_t point = text_point(&s->at);
	s->glyph = stbtt_FindGlyphIndex(s->face, point < 0 ? 0xFFFD : point);
	s->arrow = point == ARROW && s->glyph == 0;
	if (s->before)
		s->x += (float)stbtt_GetGlyphKernAdvance(s->face, s->before, s->glyph) * s->scale;
	if (s->arrow)
		s->advance = ARROW_WIDTH;
	else
		stbtt_GetGlyphHMetrics(s->face, s->glyph, &s->advance, NULL);
	return true;
}

float font_width(const struct font *font, enum font_weight weight, float size, const char *text, int length)
{
	struct setting s = begin(font, weight, size, text, length);
	while (next(&s))
		continue;
	return s.x;
}

// ---- outlines

struct outline {
	const struct setting *setting;
	const struct font_pen *pen;
	float x, y;  // where the pen is, px
};

static float across(const struct outline *o, int x)
{
	return o->setting->x + (float)x * o->setting->scale;
}

static float down(const struct outline *o, int y)
{
	return -(float)y * o->setting->scale;
}

static void line_to(struct outline *o, float x, float y)
{
	o->pen->edge(o->pen->to, o->x, o->y, x, y);
	o->x = x;
	o->y = y;
}

// As many pieces as keep the edge within a fraction of a pixel of the curve.
static void curve_to(struct outline *o, float bend_x, float bend_y, float x, float y)
{
	float from_x = o->x, from_y = o->y;
	float off_x = from_x - 2 * bend_x + x, off_y = from_y - 2 * bend_y + y;
	float off = (off_x < 0 ? -off_x : off_x) + (off_y < 0 ? -off_y : off_y);
	int steps = 2;
	while (steps < CURVE_STEPS_MAX && (float)(steps * steps) < 5 * off)
		steps++;
	for (int i = 1; i <= steps; i++) {
		float t = (float)i / (float)steps, u = 1 - t;
		line_to(o, u * u * from_x + 2 * u * t * bend_x + t * t * x, u * u * from_y + 2 * u * t * bend_y + t * t * y);
	}
}

static void trace_arrow(struct outline *o)
{
	static const short corner[][2] = { { 180, 470 }, { 1180, 470 }, { 850, 140 }, { 1050, 140 }, { 1500, 545 },
		{ 1500, 565 }, { 1050, 970 }, { 850, 970 }, { 1180, 640 }, { 180, 640 } };
	int count = (int)(sizeof corner / sizeof *corner);
	o->x = across(o, corner[count - 1][0]);
	o->y = down(o, corner[count - 1][1]);
	for (int i = 0; i < count; i++)
		line_to(o, across(o, corner[i][0]), down(o, corner[i][1]));
}

static void trace_shape(struct outline *o, const stbtt_vertex *vertex, int count)
{
	float start_x = 0, start_y = 0;
	for (int i = 0; i < count; i++, vertex++) {
		float x = across(o, vertex->x), y = down(o, vertex->y);
		if (vertex->type == STBTT_vmove) {
			if (i)
				line_to(o, start_x, start_y);
			o->x = start_x = x;
			o->y = start_y = y;
		} else if (vertex->type == STBTT_vcurve) {
			curve_to(o, across(o, vertex->cx), down(o, vertex->cy), x, y);
		} else {
			line_to(o, x, y);
		}
	}
	if (count)
		line_to(o, start_x, start_y);
}

bool font_trace(const struct font *font, enum font_weight weight, float size, const char *text, int length,
                const struct font_pen *pen)
{
	struct font_memory memory = { false };
	stbtt_fontinfo face = font->face[weight];
	struct setting s = begin(font, weight, size, text, length);
	face.userdata = &memory;
	s.face = &face;
	while (next(&s)) {
		struct outline o = { .setting = &s, .pen = pen };
		stbtt_vertex *vertex = NULL;
		int count = s.arrow ? 0 : stbtt_GetGlyphShape(&face, s.glyph, &vertex);
		if (s.arrow)
			trace_arrow(&o);
		trace_shape(&o, vertex, count);
		mem_free(vertex);
		if (memory.failed)
			return false;
	}
	return true;
}
