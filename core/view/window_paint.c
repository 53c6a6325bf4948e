// From a drawing to a renderer. Rectangles are filled at once; everything else (a text, a dot, a line of a graph)
// is painted once by the painter of pictures and kept as a texture, found again by a hash of all that it looks
// like. So a window looks like a picture, and the thousand dots of a stage are a handful of textures.
#include "view/window.h"

#include "mem.h"
#include "plot/paint.h"

#include <SDL.h>
#include <math.h>
#include <string.h>

enum {
	ROOM_FIRST = 1024,
	OLD_FRAMES = 90,              // not seen for so long: may go
	BYTES_MOST = 96 << 20,        // of textures, before those are let go that have grown old
	SLANT_KEPT = 16384,           // px around a slanting line that is kept
	STEPS_IN_PIXEL = 4,           // places within a pixel that are told apart
};

struct kept {
	uint64_t key;                 // 0: free
	SDL_Texture *texture;         // NULL: nothing to be seen
	int x, y, width, height;      // from the command's whole pixel
	long used;                    // frame
};

struct window_painter {
	SDL_Renderer *renderer;
	const struct font *font;
	int room, count;              // room: a power of two
	struct kept *kept;
	size_t bytes;
	long frame;
};

struct window_painter *window_painter_create(SDL_Renderer *renderer, const struct font *font, struct err *err)
{
	struct window_painter *painter = mem_new(1, sizeof *painter);
	struct kept *kept = mem_new(ROOM_FIRST, sizeof *kept);
	if (!painter || !kept) {
		mem_free(painter);
		mem_free(kept);
		err_memory(err);
		return NULL;
	}
	*painter = (struct window_painter){ .renderer = renderer, .font = font, .room = ROOM_FIRST, .kept = kept };
	return painter;
}

static void drop(struct window_painter *painter, struct kept *kept)
{
	if (kept->texture)
		SDL_DestroyTexture(kept->texture);
	painter->bytes -= (size_t)kept->width * (size_t)kept->height * 4;
	*kept = (struct kept){ 0 };
}

void window_painter_forget(struct window_painter *painter)
{
	for (int i = 0; i < painter->room; i++)
		if (painter->kept[i].key)
			drop(painter, &painter->kept[i]);
	painter->count = 0;
}

void window_painter_destroy(struct window_painter *painter)
{
	if (!painter)
		return;
	window_painter_forget(painter);
	mem_free(painter->kept);
	mem_free(painter);
}

// ---- finding

static struct kept *place_of(struct kept *table, int room, uint64_t key)
{
	size_t at = (size_t)(key ^ key >> 32) & (size_t)(room - 1);
	while (table[at].key && table[at].key != key)
		at = (at + 1) & (size_t)(room - 1);
	return &table[at];
}

// Into a table of `room`; without those that are old when there is too much.
static bool rebuild(struct window_painter *painter, int room)
{
	struct kept *fresh = mem_new((size_t)room, sizeof *fresh), *old = painter->kept;
	bool full = painter->bytes > BYTES_MOST;
	if (!fresh)
		return false;
	painter->count = 0;
	for (int i = 0; i < painter->room; i++) {
		if (old[i].key && full && painter->frame - old[i].used > OLD_FRAMES)
			drop(painter, &old[i]);
		if (old[i].key) {
			*place_of(fresh, room, old[i].key) = old[i];
			painter->count++;
		}
	}
	mem_free(old);
	painter->kept = fresh;
	painter->room = room;
	return true;
}

static bool tidy(struct window_painter *painter)
{
	if (painter->count * 2 > painter->room)
		return rebuild(painter, painter->room * 2);
	if (painter->bytes > BYTES_MOST && painter->frame % OLD_FRAMES == 0)
		return rebuild(painter, painter->room);
	return true;
}

static uint64_t mix(uint64_t hash, const void *bytes, size_t count)
{
	const unsigned char *at = bytes;
	uint64_t word;
	for (; count >= sizeof word; at += sizeof word, count -= sizeof word) {
		memcpy(&word, at, sizeof word);
		hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 29;
	}
	word = count;
	memcpy(&word, at, count);
	hash = (hash ^ word ^ (uint64_t)count << 56) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

// Where in its pixel a place lies, in steps.
static float within(float at)
{
	return roundf((at - floorf(at)) * STEPS_IN_PIXEL) / STEPS_IN_PIXEL;
}

// The command as if it lay in the first pixel, by all that shows.
struct look {
	int32_t kind, dash, weight, anchor, upright, shape;
	uint32_t fill, stroke, paper;
	float x, y, width, thick, size;
};

static struct draw_point origin_of(const struct draw *draw, const struct draw_command *c)
{
	bool path = c->kind == DRAW_LINE || c->kind == DRAW_POLYGON;
	return path ? draw->point[c->first] : (struct draw_point){ c->x, c->y };
}

static uint64_t key_of(const struct draw *draw, const struct draw_command *c)
{
	struct draw_point at = origin_of(draw, c);
	struct look look = { .kind = (int32_t)c->kind, .dash = (int32_t)c->dash, .weight = (int32_t)c->weight, .anchor = (int32_t)c->anchor, .upright = c->upright,
		.shape = c->kind == DRAW_SYMBOL ? c->first : 0, .fill = c->fill, .stroke = c->stroke, .paper = draw->paper, .x = within(at.x), .y = within(at.y),
		.width = c->width, .thick = c->thick, .size = c->size };
	uint64_t key = mix(0x5851F42D4C957F2Du, &look, sizeof look);
	if (c->kind == DRAW_TEXT)
		key = mix(key, draw->text + c->first, (size_t)c->count);
	if (c->kind == DRAW_LINE || c->kind == DRAW_POLYGON)
		for (int i = 1; i < c->count; i++) {
			struct draw_point to = draw->point[c->first + i];
			key = mix(key, &(struct draw_point){ to.x - at.x, to.y - at.y }, sizeof to);
		}
	return key ? key : 1;
}

// ---- keeping

static SDL_Texture *texture_of(struct window_painter *painter, const struct paint_piece *piece)
{
	SDL_Texture *texture = SDL_CreateTexture(painter->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, piece->width, piece->height);
	if (texture && (SDL_UpdateTexture(texture, NULL, piece->pixel, piece->width * 4) != 0 || SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND) != 0)) {
		SDL_DestroyTexture(texture);
		texture = NULL;
	}
	return texture;
}

static bool keep(struct window_painter *painter, const struct draw *draw, int index, struct kept *kept, uint64_t key)
{
	struct paint_piece piece;
	struct draw_point at = origin_of(draw, &draw->command[index]);
	if (!paint_piece(draw, index, painter->font, &piece, NULL))
		return false;
	*kept = (struct kept){ .key = key, .x = piece.x - (int)floorf(at.x), .y = piece.y - (int)floorf(at.y), .width = piece.width, .height = piece.height };
	if (piece.width > 0)
		kept->texture = texture_of(painter, &piece);
	else
		kept->height = 0;
	painter->count++;
	painter->bytes += (size_t)kept->width * (size_t)kept->height * 4;
	mem_free(piece.pixel);
	return kept->texture || piece.width == 0;
}

static bool paint_kept(struct window_painter *painter, const struct draw *draw, int index)
{
	const struct draw_command *c = &draw->command[index];
	uint64_t key = key_of(draw, c);
	struct kept *kept = place_of(painter->kept, painter->room, key);
	struct draw_point at = origin_of(draw, c);
	bool fine = kept->key || keep(painter, draw, index, kept, key);
	kept->used = painter->frame;
	if (!kept->texture)
		return fine;
	SDL_Rect to = { kept->x + (int)floorf(at.x), kept->y + (int)floorf(at.y), kept->width, kept->height };
	return SDL_RenderCopy(painter->renderer, kept->texture, NULL, &to) == 0 && tidy(painter);
}

// ---- rectangles, and straight lines, which are painted anew

static bool set_colour(struct window_painter *painter, uint32_t colour)
{
	Uint8 alpha = (Uint8)(colour & 0xFF);
	SDL_SetRenderDrawBlendMode(painter->renderer, alpha == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
	return SDL_SetRenderDrawColor(painter->renderer, (Uint8)(colour >> 24), (Uint8)(colour >> 16), (Uint8)(colour >> 8), alpha) == 0;
}

static int whole(float value)
{
	return (int)floorf(value + 0.5f);
}

static bool fill(struct window_painter *painter, float left, float top, float right, float bottom, uint32_t colour)
{
	SDL_Rect box = { whole(left), whole(top), whole(right) - whole(left), whole(bottom) - whole(top) };
	if (!(colour & 0xFF) || box.w <= 0 || box.h <= 0)
		return true;
	return set_colour(painter, colour) && SDL_RenderFillRect(painter->renderer, &box) == 0;
}

// Lines lie on whole pixels; one that is thinner than a pixel is one that is paler.
static bool fill_line(struct window_painter *painter, float left, float top, float right, float bottom, uint32_t colour)
{
	float x = floorf(left + 0.5f), y = floorf(top + 0.5f), thin = fminf(fminf(right - left, bottom - top), 1);
	colour = (colour & ~0xFFu) | (uint32_t)((float)(colour & 0xFF) * thin + 0.5f);
	return fill(painter, x, y, x + fmaxf(roundf(right - left), 1), y + fmaxf(roundf(bottom - top), 1), colour);
}

static bool paint_rect(struct window_painter *painter, const struct draw_command *c)
{
	float left = c->x, top = c->y, right = c->x + c->width, bottom = c->y + c->height, half = c->thick / 2;
	bool fine = fill(painter, left, top, right, bottom, c->fill);
	if (!(c->stroke & 0xFF))
		return fine;
	return fine && fill_line(painter, left - half, top - half, right + half, top + half, c->stroke) &&
	       fill_line(painter, left - half, bottom - half, right + half, bottom + half, c->stroke) &&
	       fill_line(painter, left - half, top + half, left + half, bottom - half, c->stroke) &&
	       fill_line(painter, right - half, top + half, right + half, bottom - half, c->stroke);
}

static SDL_Vertex vertex(float x, float y, uint32_t colour, float alpha)
{
	SDL_Color shade = { (Uint8)(colour >> 24), (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)((float)(colour & 0xFF) * alpha) };
	return (SDL_Vertex){ { x, y }, shade, { 0, 0 } };
}

// Three bands: the middle is full, beside it it fades over a pixel.
static bool paint_slant(struct window_painter *painter, struct draw_point a, struct draw_point b, float thick, uint32_t colour)
{
	static const int corners[18] = { 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6 };
	float run = b.x - a.x, rise = b.y - a.y, length = sqrtf(run * run + rise * rise), strength = fminf(thick, 1);
	SDL_Vertex at[8];
	for (int i = 0; i < 4; i++) {
		float off = (i < 2 ? -1.f : 1.f) * (i == 0 || i == 3 ? thick / 2 + 0.5f : fmaxf(thick / 2 - 0.5f, 0)), alpha = i == 0 || i == 3 ? 0 : strength;
		float x = -rise / length * off, y = run / length * off;
		at[i] = vertex(a.x + x, a.y + y, colour, alpha);
		at[i + 4] = vertex(b.x + x, b.y + y, colour, alpha);
	}
	return SDL_RenderGeometry(painter->renderer, NULL, at, 8, corners, 18) == 0;
}

// A short slant is kept as a texture; of a long one that would be nearly all air.
static bool paint_straight(struct window_painter *painter, const struct draw *draw, int index)
{
	const struct draw_command *c = &draw->command[index];
	struct draw_point a = draw->point[c->first], b = draw->point[c->first + 1];
	float half = c->thick / 2, wide = fabsf(a.x - b.x), high = fabsf(a.y - b.y);
	if (wide >= 0.01f && high >= 0.01f && wide * high < SLANT_KEPT)
		return paint_kept(painter, draw, index);
	if (wide < 0.01f || high < 0.01f)
		return fill_line(painter, fminf(a.x, b.x) - (a.x == b.x ? half : 0), fminf(a.y, b.y) - (a.y == b.y ? half : 0),
		                 fmaxf(a.x, b.x) + (a.x == b.x ? half : 0), fmaxf(a.y, b.y) + (a.y == b.y ? half : 0), c->stroke);
	return paint_slant(painter, a, b, c->thick, c->stroke);
}

// ---- all

static bool paint_command(struct window_painter *painter, const struct draw *draw, int index)
{
	const struct draw_command *c = &draw->command[index];
	switch (c->kind) {
	case DRAW_RECT: return paint_rect(painter, c);
	case DRAW_CLIP: {
		SDL_Rect box = { whole(c->x), whole(c->y), whole(c->x + c->width) - whole(c->x), whole(c->y + c->height) - whole(c->y) };
		return SDL_RenderSetClipRect(painter->renderer, &box) == 0;
	}
	case DRAW_UNCLIP: return SDL_RenderSetClipRect(painter->renderer, NULL) == 0;
	case DRAW_LINE:
		if (c->count == 2 && c->dash == DRAW_SOLID)
			return paint_straight(painter, draw, index);
		break;
	default: break;
	}
	return paint_kept(painter, draw, index);
}

bool window_paint(struct window_painter *painter, const struct draw *draw)
{
	painter->frame++;
	SDL_RenderSetClipRect(painter->renderer, NULL);
	bool fine = set_colour(painter, draw->paper) && SDL_RenderClear(painter->renderer) == 0;
	for (int i = 0; fine && i < draw->count; i++)
		fine = paint_command(painter, draw, i);
	return fine;
}
