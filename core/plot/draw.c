// Keeps a list of drawing commands.
#include "plot/draw.h"

#include "mem.h"

#include <string.h>

void draw_init(struct draw *draw)
{
	*draw = (struct draw){ .title = -1, .description = -1 };
}

void draw_clear(struct draw *draw)
{
	mem_free(draw->command);
	mem_free(draw->point);
	mem_free(draw->text);
	draw_init(draw);
}

void draw_reset(struct draw *draw)
{
	struct draw fresh = { .title = -1, .description = -1, .command = draw->command, .room = draw->room, .point = draw->point,
	                      .point_room = draw->point_room, .text = draw->text, .text_room = draw->text_room };
	*draw = fresh;
}

bool draw_ok(const struct draw *draw, struct err *err)
{
	must(draw->clips == 0);
	if (draw->failed)
		err_memory(err);
	return !draw->failed;
}

// ---- room: doubles; false, and the list has failed, without memory

static bool make_room(struct draw *draw, void **block, int *room, int wanted, size_t size)
{
	int more = *room ? *room : 64;
	if (draw->failed || wanted <= *room)
		return !draw->failed;
	while (more < wanted)
		more *= 2;
	void *fresh = mem_grow(*block, (size_t)*room, (size_t)more, size);
	draw->failed = !fresh;
	if (!fresh)
		return false;
	*block = fresh;
	*room = more;
	return true;
}

static void add(struct draw *draw, struct draw_command command)
{
	void *block = draw->command;
	if (make_room(draw, &block, &draw->room, draw->count + 1, sizeof command)) {
		draw->command = block;
		draw->command[draw->count++] = command;
	}
}

// ---- text: what a painter need not look at again

static bool is_printable(int32_t point)
{
	return point >= 0x20 && !(point >= 0x7F && point < 0xA0) && point != 0xFFFE && point != 0xFFFF;
}

// Returns where it stands, or −1; a byte or character that cannot be shown becomes a space.
static int keep_text(struct draw *draw, const char *text, int length)
{
	void *block = draw->text;
	if (!make_room(draw, &block, &draw->text_room, draw->text_count + length + 1, 1))
		return -1;
	draw->text = block;
	int first = draw->text_count;
	for (const char *at = text, *from = at; at < text + length; from = at) {
		bool fine = is_printable(text_point(&at)) && at <= text + length;
		for (; fine && from < at; from++)
			draw->text[draw->text_count++] = *from;
		if (!fine)
			draw->text[draw->text_count++] = ' ';
	}
	draw->text[draw->text_count++] = '\0';
	return first;
}

void draw_text(struct draw *draw, const char *text, int length, struct draw_command how)
{
	how.kind = DRAW_TEXT;
	how.first = keep_text(draw, text, length < 0 ? (int)strlen(text) : length);
	how.count = draw->text_count - how.first - 1;
	if (how.first >= 0 && how.count > 0)
		add(draw, how);
}

void draw_name(struct draw *draw, const char *title, const char *description)
{
	draw->title = keep_text(draw, title ? title : "", title ? (int)strlen(title) : 0);
	draw->description = keep_text(draw, description ? description : "", description ? (int)strlen(description) : 0);
}

// ---- shapes

void draw_rect(struct draw *draw, float x, float y, float width, float height, uint32_t fill)
{
	draw_frame(draw, x, y, width, height, fill, 0, 0);
}

void draw_frame(struct draw *draw, float x, float y, float width, float height, uint32_t fill, uint32_t stroke, float thick)
{
	add(draw, (struct draw_command){ .kind = DRAW_RECT, .x = x, .y = y, .width = width, .height = height,
	                                 .fill = fill, .stroke = stroke, .thick = thick });
}

void draw_circle(struct draw *draw, float x, float y, float radius, uint32_t fill, uint32_t stroke, float thick)
{
	add(draw, (struct draw_command){ .kind = DRAW_CIRCLE, .x = x, .y = y, .width = radius,
	                                 .fill = fill, .stroke = stroke, .thick = thick });
}

int draw_begin_path(const struct draw *draw)
{
	return draw->point_count;
}

void draw_to(struct draw *draw, float x, float y)
{
	void *block = draw->point;
	if (make_room(draw, &block, &draw->point_room, draw->point_count + 1, sizeof *draw->point)) {
		draw->point = block;
		draw->point[draw->point_count++] = (struct draw_point){ x, y };
	}
}

void draw_path(struct draw *draw, int begin, struct draw_command how)
{
	must(how.kind == DRAW_LINE || how.kind == DRAW_POLYGON);
	how.first = begin;
	how.count = draw->point_count - begin;
	if (how.count > 0)
		add(draw, how);
}

void draw_line(struct draw *draw, float x1, float y1, float x2, float y2, uint32_t stroke, float thick)
{
	int begin = draw_begin_path(draw);
	draw_to(draw, x1, y1);
	draw_to(draw, x2, y2);
	draw_path(draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = stroke, .thick = thick });
}

// About the same weight each, and looking centred.
int draw_corners(enum draw_shape shape, struct draw_point corner[DRAW_CORNERS])
{
	static const struct { int count; struct draw_point corner[DRAW_CORNERS]; } shapes[DRAW_SHAPES] = {
		[DRAW_DOWN] = { 3, { { -.5f, -.40f }, { .5f, -.40f }, { 0, .48f } } },
		[DRAW_LOW_CORNER] = { 3, { { -.42f, -.46f }, { .46f, .42f }, { -.42f, .42f } } },
		[DRAW_SQUARE] = { 4, { { -.37f, -.37f }, { .37f, -.37f }, { .37f, .37f }, { -.37f, .37f } } },
		[DRAW_HIGH_CORNER] = { 3, { { -.46f, -.42f }, { .42f, -.42f }, { .42f, .46f } } },
		[DRAW_UP] = { 3, { { 0, -.48f }, { .5f, .40f }, { -.5f, .40f } } },
	};
	memcpy(corner, shapes[shape].corner, sizeof shapes[shape].corner);
	return shapes[shape].count;
}

void draw_symbol(struct draw *draw, enum draw_shape shape, float x, float y, float size, uint32_t fill, uint32_t stroke, float thick)
{
	add(draw, (struct draw_command){ .kind = DRAW_SYMBOL, .x = x, .y = y, .width = size, .first = (int)shape,
	                                 .fill = fill, .stroke = stroke, .thick = thick });
}

// ---- another drawing

static bool make_room_for(struct draw *draw, const struct draw *other)
{
	void *command = draw->command, *point = draw->point, *text = draw->text;
	bool fine = make_room(draw, &command, &draw->room, draw->count + other->count, sizeof *draw->command);
	draw->command = command;
	fine = fine && make_room(draw, &point, &draw->point_room, draw->point_count + other->point_count, sizeof *draw->point);
	draw->point = point;
	fine = fine && make_room(draw, &text, &draw->text_room, draw->text_count + other->text_count, 1);
	draw->text = text;
	return fine;
}

void draw_append(struct draw *draw, const struct draw *other, float x, float y)
{
	must(other->clips == 0);
	draw->failed = draw->failed || other->failed;
	if (!make_room_for(draw, other))
		return;
	for (int i = 0; i < other->count; i++) {
		struct draw_command c = other->command[i];
		c.x += x;
		c.y += y;
		if (c.kind == DRAW_LINE || c.kind == DRAW_POLYGON)
			c.first += draw->point_count;
		else if (c.kind == DRAW_TEXT)
			c.first += draw->text_count;
		draw->command[draw->count++] = c;
	}
	for (int i = 0; i < other->point_count; i++)
		draw->point[draw->point_count++] = (struct draw_point){ other->point[i].x + x, other->point[i].y + y };
	if (other->text_count)
		memcpy(draw->text + draw->text_count, other->text, (size_t)other->text_count);
	draw->text_count += other->text_count;
}

// ---- clips

void draw_clip(struct draw *draw, float x, float y, float width, float height)
{
	must(draw->clips == 0);
	draw->clips++;
	add(draw, (struct draw_command){ .kind = DRAW_CLIP, .x = x, .y = y, .width = width, .height = height });
}

void draw_unclip(struct draw *draw)
{
	must(draw->clips == 1);
	draw->clips--;
	add(draw, (struct draw_command){ .kind = DRAW_UNCLIP });
}

const float *draw_dash_of(enum draw_dash dash)
{
	static const float pattern[DRAW_DASHES][4] = {
		[DRAW_DASHED] = { 3, 3, 3, 3 },  [DRAW_DOTTED] = { 0, 2.4f, 0, 2.4f }, [DRAW_DASH_DOT] = { 4, 2.8f, 0, 2.8f },
		[DRAW_LONG] = { 7, 3, 7, 3 }, [DRAW_SHORT] = { 1.2f, 2.6f, 1.2f, 2.6f },
	};
	return pattern[dash];
}
