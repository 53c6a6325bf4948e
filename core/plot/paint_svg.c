// Writes a drawing as SVG: shapes as shapes, text as text with the family and what may stand in for it.
#include "plot/paint.h"

#include "mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ROOM_FIRST = 16384, PIECE_MAX = 256 };

struct writer {
	struct paint_bytes bytes;
	size_t room;
	bool failed;
};

static void put(struct writer *w, const char *text, size_t count)
{
	if (w->bytes.count + count + 1 > w->room && !w->failed) {
		size_t room = w->room ? w->room : ROOM_FIRST;
		while (room < w->bytes.count + count + 1)
			room *= 2;
		unsigned char *fresh = mem_grow(w->bytes.data, w->bytes.count, room, 1);
		w->failed = !fresh;
		if (fresh) {
			w->bytes.data = fresh;
			w->room = room;
		}
	}
	if (w->failed)
		return;
	memcpy(w->bytes.data + w->bytes.count, text, count);
	w->bytes.count += count;
}

static void put_word(struct writer *w, const char *word)
{
	put(w, word, strlen(word));
}

// Short pieces of markup; never text from outside.
__attribute__((format(printf, 2, 3))) static void say(struct writer *w, const char *format, ...)
{
	char piece[PIECE_MAX];
	va_list args;
	va_start(args, format);
	int count = vsnprintf(piece, sizeof piece, format, args);
	va_end(args);
	must(count >= 0 && count < PIECE_MAX);
	put(w, piece, (size_t)count);
}

// Hundredths of a px, without zeros at the end.
static void put_number(struct writer *w, float value)
{
	char digits[PIECE_MAX];
	int count = snprintf(digits, sizeof digits, "%.2f", (double)value);
	while (digits[count - 1] == '0')
		count--;
	if (digits[count - 1] == '.')
		count--;
	put(w, strncmp(digits, "-0", (size_t)count) == 0 ? "0" : digits, count == 2 && digits[0] == '-' && digits[1] == '0' ? 1 : (size_t)count);
}

static void put_attribute(struct writer *w, const char *name, float value)
{
	say(w, " %s=\"", name);
	put_number(w, value);
	put_word(w, "\"");
}

static void put_text(struct writer *w, const char *text, int count)
{
	for (int i = 0; i < count; i++)
		switch (text[i]) {
		case '<': put_word(w, "&lt;"); break;
		case '>': put_word(w, "&gt;"); break;
		case '&': put_word(w, "&amp;"); break;
		default: put(w, &text[i], 1);
		}
}

static void put_colour(struct writer *w, const char *name, uint32_t colour)
{
	unsigned alpha = colour & 0xFF;
	if (!alpha) {
		say(w, " %s=\"none\"", name);
		return;
	}
	say(w, " %s=\"#%06X\"", name, colour >> 8);
	if (alpha < 0xFF)
		say(w, " %s-opacity=\"%.3g\"", name, alpha / 255.0);
}

static void put_stroke(struct writer *w, const struct draw_command *c)
{
	const float *dash = draw_dash_of(c->dash);
	if (!(c->stroke & 0xFF))
		return;
	put_colour(w, "stroke", c->stroke);
	put_attribute(w, "stroke-width", c->thick);
	if (c->dash == DRAW_SOLID)
		return;
	put_word(w, " stroke-dasharray=\"");
	for (int i = 0; i < 4; i++) {
		put_word(w, i ? " " : "");
		put_number(w, dash[i] * c->thick);
	}
	put_word(w, "\"");
}

static void put_points(struct writer *w, const struct draw *draw, const struct draw_command *c)
{
	say(w, "<%s points=\"", c->kind == DRAW_LINE ? "polyline" : "polygon");
	for (int i = 0; i < c->count; i++) {
		put_word(w, i ? " " : "");
		put_number(w, draw->point[c->first + i].x);
		put_word(w, ",");
		put_number(w, draw->point[c->first + i].y);
	}
	if (c->count == 1) {  // a dot is a line to itself
		put_word(w, " ");
		put_number(w, draw->point[c->first].x);
		put_word(w, ",");
		put_number(w, draw->point[c->first].y);
	}
	put_word(w, "\"");
	put_colour(w, "fill", c->kind == DRAW_LINE ? 0 : c->fill);
	put_stroke(w, c);
	put_word(w, "/>\n");
}

static void put_box(struct writer *w, const struct draw_command *c)
{
	put_word(w, "<rect");
	put_attribute(w, "x", c->x);
	put_attribute(w, "y", c->y);
	put_attribute(w, "width", c->width);
	put_attribute(w, "height", c->height);
}

static void put_circle(struct writer *w, const struct draw_command *c)
{
	put_word(w, "<circle");
	put_attribute(w, "cx", c->x);
	put_attribute(w, "cy", c->y);
	put_attribute(w, "r", c->width);
	put_colour(w, "fill", c->fill);
	put_stroke(w, c);
	put_word(w, "/>\n");
}

static void put_symbol(struct writer *w, const struct draw_command *c)
{
	struct draw_point corner[DRAW_CORNERS];
	int count = draw_corners((enum draw_shape)c->first, corner);
	put_word(w, "<polygon points=\"");
	for (int i = 0; i < count; i++) {
		put_word(w, i ? " " : "");
		put_number(w, c->x + corner[i].x * c->width);
		put_word(w, ",");
		put_number(w, c->y + corner[i].y * c->width);
	}
	put_word(w, "\"");
	put_colour(w, "fill", c->fill);
	put_stroke(w, c);
	put_word(w, "/>\n");
}

static void put_line_of_text(struct writer *w, const struct draw *draw, const struct draw_command *c)
{
	static const char *const anchor[] = { [DRAW_START] = "start", [DRAW_MIDDLE] = "middle", [DRAW_END] = "end" };
	put_word(w, "<text");
	put_attribute(w, "x", c->x);
	put_attribute(w, "y", c->y);
	put_attribute(w, "font-size", c->size);
	if (c->weight == FONT_BOLD)
		put_word(w, " font-weight=\"600\"");
	if (c->anchor != DRAW_START)
		say(w, " text-anchor=\"%s\"", anchor[c->anchor]);
	put_colour(w, "fill", c->fill);
	if (c->upright) {
		put_word(w, " transform=\"rotate(-90 ");
		put_number(w, c->x);
		put_word(w, " ");
		put_number(w, c->y);
		put_word(w, ")\"");
	}
	put_word(w, ">");
	put_text(w, draw->text + c->first, c->count);
	put_word(w, "</text>\n");
}

static void put_command(struct writer *w, const struct draw *draw, const struct draw_command *c)
{
	switch (c->kind) {
	case DRAW_RECT:
		put_box(w, c);
		put_colour(w, "fill", c->fill);
		put_stroke(w, c);
		put_word(w, "/>\n");
		break;
	case DRAW_LINE: case DRAW_POLYGON: put_points(w, draw, c); break;
	case DRAW_CIRCLE: put_circle(w, c); break;
	case DRAW_TEXT: put_line_of_text(w, draw, c); break;
	case DRAW_CLIP:  // nested, an svg element clips what is in it, without ids that several pictures on a page would share
		put_word(w, "<svg");
		put_attribute(w, "x", c->x);
		put_attribute(w, "y", c->y);
		put_attribute(w, "width", c->width);
		put_attribute(w, "height", c->height);
		say(w, " viewBox=\"");
		put_number(w, c->x), put_word(w, " "), put_number(w, c->y), put_word(w, " ");
		put_number(w, c->width), put_word(w, " "), put_number(w, c->height);
		put_word(w, "\">\n");
		break;
	case DRAW_UNCLIP: put_word(w, "</svg>\n"); break;
	case DRAW_SYMBOL: put_symbol(w, c); break;
	}
}

static void put_head(struct writer *w, const struct draw *draw, enum lang lang)
{
	const char *title = draw->title < 0 ? "" : draw->text + draw->title;
	const char *description = draw->description < 0 ? "" : draw->text + draw->description;
	put_word(w, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	put_attribute(w, "width", draw->width);
	put_attribute(w, "height", draw->height);
	put_word(w, " viewBox=\"0 0 ");
	put_number(w, draw->width);
	put_word(w, " ");
	put_number(w, draw->height);
	say(w, "\" role=\"img\" xml:lang=\"%s\" lang=\"%s\"", lang == LANG_NL ? "nl" : "en", lang == LANG_NL ? "nl" : "en");
	put_word(w, " font-family=\"" PAINT_FAMILY "\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n<title>");
	put_text(w, title, (int)strlen(title));
	put_word(w, "</title>\n<desc>");
	put_text(w, description, (int)strlen(description));
	put_word(w, "</desc>\n<rect width=\"100%\" height=\"100%\"");
	put_colour(w, "fill", draw->paper);
	put_word(w, "/>\n");
}

bool paint_svg(const struct draw *draw, enum lang lang, struct paint_bytes *out, struct err *err)
{
	struct writer w = { 0 };
	put_head(&w, draw, lang);
	for (int i = 0; i < draw->count; i++)
		put_command(&w, draw, &draw->command[i]);
	put_word(&w, "</svg>\n");
	if (w.failed) {
		mem_free(w.bytes.data);
		err_memory(err);
		*out = (struct paint_bytes){ 0 };
		return false;
	}
	*out = w.bytes;
	return true;
}
