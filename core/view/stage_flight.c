// Who moves flies: from box to box along one bundle for all who go the same way, each direction keeping to its own
// side; who is hired comes in from the edge, who leaves goes out of it.
#include "view/stage_inside.h"

#include <math.h>

enum { TRAIL_PIECES = 16, TRAILS_MOST = 400 };

#define DELAY_MOST 0.25f  // part of the flight by which some start later than others
#define LANE 0.08f        // how far a bundle bends aside, as a part of its length
#define LARGER 0.45f      // how much larger who flies is, half-way

static bool is_there(const struct stage_shot *shot, int slot)
{
	const struct stage_body *body = &shot->body[slot];
	return body->unit != STAFF_VACANT && !shot->unit[body->unit].withheld;
}

static bool is_same(const struct stage *stage, int slot)
{
	return stage->before.body[slot].id == stage->now.body[slot].id;
}

// To another unit, or in the pool to another team or out of one.
static bool has_moved(const struct stage *stage, int slot)
{
	const struct stage_body *before = &stage->before.body[slot], *now = &stage->now.body[slot];
	return before->unit != now->unit || (now->unit == CONFIG_POOL && before->team != now->team && stage->layout.each == 1);
}

static bool has_come(const struct stage *stage, int slot)
{
	return is_there(&stage->now, slot) && (!is_there(&stage->before, slot) || !is_same(stage, slot) || has_moved(stage, slot));
}

static bool has_gone(const struct stage *stage, int slot)
{
	return is_there(&stage->before, slot) && !(is_there(&stage->now, slot) && is_same(stage, slot));
}

// The same for somebody all the time: who among those of one dot is seen to fly, who starts late.
static uint32_t lot_of(uint32_t id)
{
	uint32_t n = id * 0x9E3779B1u;
	n = (n ^ n >> 15) * 0x85EBCA77u;
	return n ^ n >> 13;
}

// When a dot is several people nobody has a spot: in the order of mindset, somewhere on the floor.
static struct stage_spot spot_in(const struct stage *stage, const struct stage_shot *shot, int slot)
{
	const struct stage_body *body = &shot->body[slot];
	if (shot->spot && stage->layout.each == 1)
		return shot->spot[slot];
	struct stage_area floor = stage_floor(stage, body->unit);
	float part = (float)(lot_of(body->id) >> 8 & 0xFF) / 255;
	return (struct stage_spot){ floor.x + floor.width * body->m, floor.y + floor.height * (0.3f + 0.6f * part), stage->layout.dot };
}

// The nearest point of the stage's edge, where nothing is seen yet.
static struct stage_spot edge_near(const struct stage *stage, struct stage_spot spot)
{
	const struct stage_area *a = &stage->layout.box_area;
	float left = spot.x - a->x, right = a->x + a->width - spot.x, up = spot.y - a->y, down = a->y + a->height - spot.y;
	float side = left < right ? left : right, end = up < down ? up : down;
	struct stage_spot edge = { spot.x, spot.y, 0 };
	if (side < end)
		edge.x = left < right ? a->x : a->x + a->width;
	else
		edge.y = up < down ? a->y : a->y + a->height;
	return edge;
}

static void add(struct stage *stage, const struct stage_shot *shot, int slot, bool comes, bool goes)
{
	const struct stage_body *body = &shot->body[slot];
	uint32_t lot = lot_of(body->id);
	if (stage->flight_count == stage->flight_room || lot % (uint32_t)stage->layout.each != 0)
		return;
	struct stage_flight *f = &stage->flight[stage->flight_count++];
	*f = (struct stage_flight){ .step = body->step, .delay = DELAY_MOST * (float)(lot >> 16) / 65535, .from_unit = STAFF_VACANT, .to_unit = STAFF_VACANT };
	if (comes) {
		f->to = spot_in(stage, &stage->now, slot);
		f->to_unit = stage->now.body[slot].unit;
	}
	if (goes) {
		f->from = spot_in(stage, &stage->before, slot);
		f->from_unit = stage->before.body[slot].unit;
	}
	if (!comes)
		f->to = edge_near(stage, f->from);
	if (!goes)
		f->from = edge_near(stage, f->to);
}

static void find_of(struct stage *stage, int slot)
{
	bool moved = is_there(&stage->before, slot) && is_there(&stage->now, slot) && is_same(stage, slot);
	if (moved && has_moved(stage, slot))
		add(stage, &stage->now, slot, true, true);
	else if (!moved && has_come(stage, slot))
		add(stage, &stage->now, slot, true, false);
	if (has_gone(stage, slot))
		add(stage, &stage->before, slot, false, true);
}

void stage_find_flights(struct stage *stage)
{
	for (int i = 0; i < stage->slots; i++)
		find_of(stage, i);
	for (int i = 0; i < stage->now.dot_count; i++) {
		struct stage_dot *dot = &stage->now.dot[i];
		dot->lands = dot->slot != STAGE_NOBODY && has_come(stage, (int)dot->slot);
	}
}

// ---- on the way

static struct draw_point middle_of(const struct stage *stage, int unit)
{
	const struct stage_area *a = &stage->layout.box[unit].all;
	return (struct draw_point){ a->x + a->width / 2, a->y + a->height / 2 };
}

// Slow at both ends.
static float eased(float t)
{
	return t * t * (3 - 2 * t);
}

static struct draw_point bezier(const struct draw_point p[4], float t)
{
	float u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
	return (struct draw_point){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

// All who go one way are pulled to the same two points between the boxes.
static struct draw_point way_of(const struct stage *stage, const struct stage_flight *f, float t)
{
	struct draw_point p[4] = { { f->from.x, f->from.y }, { f->from.x, f->from.y }, { f->to.x, f->to.y }, { f->to.x, f->to.y } };
	if (f->from_unit != STAFF_VACANT && f->to_unit != STAFF_VACANT && f->from_unit != f->to_unit) {
		struct draw_point a = middle_of(stage, f->from_unit), b = middle_of(stage, f->to_unit);
		float run = b.x - a.x, rise = b.y - a.y, aside_x = -rise * LANE, aside_y = run * LANE;
		p[1] = (struct draw_point){ a.x + run * 0.35f + aside_x, a.y + rise * 0.35f + aside_y };
		p[2] = (struct draw_point){ a.x + run * 0.65f + aside_x, a.y + rise * 0.65f + aside_y };
	}
	return bezier(p, t);
}

// Where somebody came from: the pieces of the way that are behind, each always in the same place, so that a window can
// keep what it has painted.
static void draw_trail(const struct stage *stage, struct draw *draw, const struct stage_flight *f, float t)
{
	float thick = 2 * stage->layout.scale < 1 ? 1 : 2 * stage->layout.scale;
	struct draw_point from = way_of(stage, f, 0);
	for (int i = 1; i <= (int)(t * TRAIL_PIECES); i++) {
		struct draw_point to = way_of(stage, f, (float)i / TRAIL_PIECES);
		draw_line(draw, from.x, from.y, to.x, to.y, stage->trail[f->step], thick);
		from = to;
	}
}

// Who only changes teams in the pool goes quietly: no trail, no larger.
static void draw_flight(const struct stage *stage, struct draw *draw, const struct stage_flight *f, float since)
{
	bool quiet = f->from_unit == f->to_unit;
	float t = (since - f->delay) / (1 - DELAY_MOST);
	t = eased(t < 0 ? 0 : t > 1 ? 1 : t);
	struct draw_point at = way_of(stage, f, t);
	float size = f->from.size + (f->to.size - f->from.size) * t, larger = quiet ? 1 : 1 + LARGER * 4 * t * (1 - t);
	struct stage_spot spot = { at.x, at.y, quiet ? size : roundf(size * larger) };  // whole px: few sizes to paint
	if (spot.size < 1)
		return;
	if (t < 1 && !quiet && stage->flight_count <= TRAILS_MOST)
		draw_trail(stage, draw, f, t);
	if (!quiet)
		draw_circle(draw, spot.x, spot.y, spot.size * 0.72f, stage->look.theme->paper & 0xFFFFFFC0, 0, 0);
	stage_draw_dot(stage, draw, &spot, f->step);
}

void stage_draw_flights(const struct stage *stage, struct draw *draw, float since)
{
	for (int quiet = 1; quiet >= 0; quiet--)  // those who leave their unit fly above the others
		for (int i = 0; i < stage->flight_count; i++)
			if ((stage->flight[i].from_unit == stage->flight[i].to_unit) == (quiet == 1))
				draw_flight(stage, draw, &stage->flight[i], since);
}
