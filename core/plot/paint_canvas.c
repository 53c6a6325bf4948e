// Covers pixels. A filled shape is summed from its edges: each edge adds to every pixel of its rows the
// area to its right, so that a running sum along the row is the exact part covered. A stroke covers a
// pixel by the distance to its middle.
#include "plot/paint_canvas.h"

#include "mem.h"
#include "plot/colour.h"

#include <math.h>
#include <string.h>

enum { LIGHT_MAX = 65535 };

bool paint_canvas_init(struct paint_canvas *canvas, int width, int height, uint32_t paper)
{
	size_t pixels = (size_t)width * (size_t)height;
	*canvas = (struct paint_canvas){ .width = width, .height = height, .clip = { 0, 0, width, height } };
	canvas->light = mem_new(pixels * 3, sizeof *canvas->light);
	canvas->stride = width + 2;  // an edge touches up to two pixels to the right of the last
	canvas->cover = mem_new((size_t)height * (size_t)canvas->stride, sizeof *canvas->cover);
	if (!canvas->light || !canvas->cover) {
		paint_canvas_clear(canvas);
		return false;
	}
	for (int i = 0; i < 256; i++)
		canvas->light_of[i] = (uint16_t)(colour_light(i / 255.0) * LIGHT_MAX + 0.5);
	for (size_t i = 0; i < pixels; i++)
		for (int k = 0; k < 3; k++)
			canvas->light[3 * i + (size_t)k] = canvas->light_of[paper >> (24 - 8 * k) & 0xFF];
	return true;
}

bool paint_canvas_init_through(struct paint_canvas *canvas, int width, int height)
{
	if (!paint_canvas_init(canvas, width, height, 0x000000FF))
		return false;
	canvas->alpha = mem_new((size_t)width * (size_t)height, sizeof *canvas->alpha);
	if (!canvas->alpha)
		paint_canvas_clear(canvas);
	return canvas->alpha != NULL;
}

void paint_canvas_clear(struct paint_canvas *canvas)
{
	mem_free(canvas->alpha);
	canvas->alpha = NULL;
	mem_free(canvas->light);
	mem_free(canvas->cover);
	canvas->light = NULL;
	canvas->cover = NULL;
}

// Into 0…most also for what is no number or far away.
static int bounded(float value, int most)
{
	return value > 0 ? value < (float)most ? (int)value : most : 0;
}

void paint_canvas_begin(struct paint_canvas *canvas, float left, float top, float right, float bottom)
{
	canvas->shape = (struct paint_box){ bounded(left - 1, canvas->width), bounded(top - 1, canvas->height),
	                                    bounded(right + 2, canvas->width), bounded(bottom + 2, canvas->height) };
}

static float clamped(float value, float low, float high)
{
	return value < low ? low : value > high ? high : value;
}

// ---- fills

// The piece of an edge within one row; x lies within the shape. `turn` is its height, signed.
static void cover_row(float *row, float x1, float x2, float turn)
{
	float from = x1 < x2 ? x1 : x2, to = x1 < x2 ? x2 : x1;
	int first = (int)from, last = (int)to;
	if (first == last) {
		float middle = (from + to) / 2 - (float)first;
		row[first] += turn * (1 - middle);
		row[first + 1] += turn * middle;
		return;
	}
	// the area left of the edge grows from pixel to pixel; each gets what it adds
	float slope = turn / (to - from), part = (float)(first + 1) - from, before = part * part * slope / 2;
	row[first] += before;
	for (int x = first + 1; x < last; x++) {
		float area = slope * ((float)x + 0.5f - from);
		row[x] += area - before;
		before = area;
	}
	float rest = to - (float)last, area = turn - rest * rest * slope / 2;
	row[last] += area - before;
	row[last + 1] += turn - area;
}

void paint_canvas_edge(struct paint_canvas *canvas, float x1, float y1, float x2, float y2)
{
	const struct paint_box *box = &canvas->shape;
	if (y1 == y2 || box->left >= box->right)
		return;
	float sign = y1 < y2 ? 1.f : -1.f, slope = (x2 - x1) / (y2 - y1);
	float top = y1 < y2 ? y1 : y2, bottom = y1 < y2 ? y2 : y1, x = y1 < y2 ? x1 : x2;
	int first = bounded(top, canvas->height), last = bounded(bottom, canvas->height - 1);
	if (first < box->top)
		first = box->top;
	if (last >= box->bottom)
		last = box->bottom - 1;
	for (int y = first; y <= last; y++) {
		float from = clamped((float)y, top, bottom), to = clamped((float)y + 1, top, bottom);
		if (from >= to)
			continue;
		float a = clamped(x + (from - top) * slope, (float)box->left, (float)box->right);
		float b = clamped(x + (to - top) * slope, (float)box->left, (float)box->right);
		cover_row(canvas->cover + (size_t)y * (size_t)canvas->stride, a, b, sign * (to - from));
	}
}

// The first byte whose light is nearer than the one before: light only grows with the byte.
static unsigned char byte_of(const struct paint_canvas *canvas, uint16_t light)
{
	int low = 0, high = 255;
	while (low < high) {
		int middle = (low + high) / 2;
		if (canvas->light_of[middle] + canvas->light_of[middle + 1] < 2 * light)
			low = middle + 1;
		else
			high = middle;
	}
	return (unsigned char)low;
}

// A colour that lets through is mixed with what it covers as SVG and screens do: as stored, not as light.
static uint16_t seen_through(const struct paint_canvas *canvas, uint16_t light, uint32_t byte, uint32_t alpha)
{
	uint32_t under = byte_of(canvas, light);
	return canvas->light_of[(under * (255 - alpha) + byte * alpha + 127) / 255];
}

static void blend(struct paint_canvas *canvas, size_t pixel, uint32_t colour, float cover)
{
	uint32_t alpha = colour & 0xFF;
	if (canvas->alpha) {
		cover *= (float)alpha / 255;
		alpha = 255;
		canvas->alpha[pixel] = (uint16_t)((float)canvas->alpha[pixel] + (LIGHT_MAX - (float)canvas->alpha[pixel]) * cover + 0.5f);
	}
	for (size_t k = 0; k < 3; k++) {
		uint16_t *light = &canvas->light[3 * pixel + k];
		uint32_t byte = colour >> (24 - 8 * k) & 0xFF;
		float ink = alpha == 255 ? canvas->light_of[byte] : seen_through(canvas, *light, byte, alpha);
		*light = (uint16_t)((float)*light + (ink - (float)*light) * cover + 0.5f);
	}
}

static bool is_clipped(const struct paint_canvas *canvas, int x, int y)
{
	return x < canvas->clip.left || x >= canvas->clip.right || y < canvas->clip.top || y >= canvas->clip.bottom;
}

// What an edge leaves behind the last pixel of a row's box is wiped with it.
static void paint(struct paint_canvas *canvas, uint32_t colour, bool summed)
{
	const struct paint_box *box = &canvas->shape;
	for (int y = box->top; y < box->bottom; y++) {
		float *cover = canvas->cover + (size_t)y * (size_t)canvas->stride, sum = 0;
		for (int x = box->left; x < box->right; x++) {
			sum = summed ? sum + cover[x] : cover[x];
			float part = clamped(sum < 0 ? -sum : sum, 0, 1);
			if (part > 0.002f && !is_clipped(canvas, x, y))
				blend(canvas, (size_t)y * (size_t)canvas->width + (size_t)x, colour, part);
			cover[x] = 0;
		}
		cover[box->right] = cover[box->right + 1] = 0;
	}
}

void paint_canvas_fill(struct paint_canvas *canvas, uint32_t colour)
{
	paint(canvas, colour, true);
}

// ---- strokes

static float distance(float x, float y, struct draw_point a, struct draw_point b)
{
	float run = b.x - a.x, rise = b.y - a.y, square = run * run + rise * rise;
	float along = square > 0 ? clamped(((x - a.x) * run + (y - a.y) * rise) / square, 0, 1) : 0;
	float off_x = a.x + along * run - x, off_y = a.y + along * rise - y;
	return sqrtf(off_x * off_x + off_y * off_y);
}

void paint_canvas_stroke(struct paint_canvas *canvas, struct draw_point a, struct draw_point b, float radius)
{
	float reach = radius + 0.5f, most = clamped(2 * radius, 0, 1);
	const struct paint_box *box = &canvas->shape;
	int left = bounded((a.x < b.x ? a.x : b.x) - reach, box->right), top = bounded((a.y < b.y ? a.y : b.y) - reach, box->bottom);
	int right = bounded((a.x > b.x ? a.x : b.x) + reach + 1, box->right), bottom = bounded((a.y > b.y ? a.y : b.y) + reach + 1, box->bottom);
	for (int y = top > box->top ? top : box->top; y < bottom; y++)
		for (int x = left > box->left ? left : box->left; x < right; x++) {
			float cover = clamped(reach - distance((float)x + 0.5f, (float)y + 0.5f, a, b), 0, most);
			float *old = &canvas->cover[(size_t)y * (size_t)canvas->stride + (size_t)x];
			if (cover > *old)
				*old = cover;
		}
}

void paint_canvas_ink(struct paint_canvas *canvas, uint32_t colour)
{
	paint(canvas, colour, false);
}

// ---- bytes

void paint_canvas_store(const struct paint_canvas *canvas, unsigned char *out)
{
	size_t count = (size_t)canvas->width * (size_t)canvas->height * 3;
	for (size_t i = 0; i < count; i++)  // most of a picture is even
		out[i] = i >= 3 && canvas->light[i] == canvas->light[i - 3] ? out[i - 3] : byte_of(canvas, canvas->light[i]);
}

// How much of the ground must be covered, as stored, to look as if `part` of it were in light.
static uint32_t bent(const struct paint_canvas *canvas, float part, uint32_t ink, uint32_t ground)
{
	float from = canvas->light_of[ground], to = canvas->light_of[ink];
	int seen = byte_of(canvas, (uint16_t)(from + (to - from) * part + 0.5f));
	return (uint32_t)(255.f * (float)((int)ground - seen) / (float)((int)ground - (int)ink) + 0.5f);
}

// Ink like its ground is meant for another one: text on a button.
static uint32_t against(uint32_t ink, uint32_t ground)
{
	int apart = (int)ink - (int)ground;
	return apart > 40 || apart < -40 ? ground : ink > 127 ? 0 : 255;
}

static uint32_t through(const struct paint_canvas *canvas, size_t pixel, uint32_t ground)
{
	float part = (float)canvas->alpha[pixel] / LIGHT_MAX;
	uint32_t colour = 0, green = 0;
	for (size_t k = 0; k < 3; k++) {
		uint32_t byte = byte_of(canvas, (uint16_t)clamped((float)canvas->light[3 * pixel + k] / part, 0, LIGHT_MAX));
		green = k == 1 ? byte : green;
		colour = colour << 8 | byte;
	}
	uint32_t alpha = canvas->alpha[pixel] == LIGHT_MAX ? 255 : bent(canvas, part, green, against(green, ground >> 16 & 0xFF));
	return (alpha > 255 ? 255 : alpha) << 24 | colour;
}

void paint_canvas_store_through(const struct paint_canvas *canvas, uint32_t ground, uint32_t *out)
{
	size_t count = (size_t)canvas->width * (size_t)canvas->height;
	for (size_t i = 0; i < count; i++)
		out[i] = canvas->alpha[i] == 0 ? 0 : through(canvas, i, ground);
}
