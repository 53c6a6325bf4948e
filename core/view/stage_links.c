// On demand: ties between units as lines, the thicker the more, those of one person as they are; who share a gig.
#include "view/stage_inside.h"

#include "plot/colour.h"

#include <math.h>
#include <string.h>

#define THICK_MOST 12.0f  // of the strongest tie between units, at scale 1

// ---- ties between units

static bool is_shown(const struct stage *stage, int slot)
{
	int unit = stage->now.body[slot].unit;
	return unit != STAFF_VACANT && !stage->now.unit[unit].withheld;
}

void stage_take_ties(struct stage *stage, const uint32_t *ties)
{
	stage->bound = false;  // counted when they are asked for
	if (stage->ties)
		memcpy(stage->ties, ties, (size_t)stage->slots * STAFF_TIES * sizeof *ties);
}

static uint32_t *bond_of(const struct stage *stage, int a, int b)
{
	return &stage->bond[(size_t)a * (size_t)stage->units + (size_t)b];
}

static void count_bonds(struct stage *stage)
{
	memset(stage->bond, 0, (size_t)stage->units * (size_t)stage->units * sizeof *stage->bond);
	for (int i = 0; i < stage->slots; i++)
		for (int k = 0; k < STAFF_TIES && is_shown(stage, i); k++) {
			uint32_t other = stage->ties[(size_t)i * STAFF_TIES + (size_t)k];
			if (other == (uint32_t)i || !is_shown(stage, (int)other))
				continue;
			int a = stage->now.body[i].unit, b = stage->now.body[other].unit;
			++*bond_of(stage, a, b);
			*bond_of(stage, b, a) += a != b;
		}
	stage->bound = true;
}

static struct draw_point middle_of(const struct stage *stage, int unit)
{
	const struct stage_area *a = &stage->layout.box[unit].floor;
	return (struct draw_point){ a->x + a->width / 2, a->y + a->height / 2 };
}

static void draw_bond(const struct stage *stage, struct draw *draw, int one, int other, uint32_t most, double opacity)
{
	struct draw_point a = middle_of(stage, one), b = middle_of(stage, other);
	float thick = THICK_MOST * stage->layout.scale * sqrtf((float)*bond_of(stage, one, other) / (float)most);
	draw_line(draw, a.x, a.y, b.x, b.y, colour_fade(stage->look.theme->series[3], opacity), thick < 0.8f ? 0.8f : thick);
}

// How many ties the pair at place STAGE_BONDS has, and the first: 0 when there are fewer pairs.
static uint32_t least_shown(const struct stage *stage, uint32_t *most)
{
	uint32_t top[STAGE_BONDS] = { 0 };
	for (int a = 0; a < stage->units; a++)
		for (int b = 0; b < a; b++) {
			uint32_t count = *bond_of(stage, a, b);
			int at = STAGE_BONDS - 1;
			if (count <= top[at])
				continue;
			for (; at > 0 && top[at - 1] < count; at--)
				top[at] = top[at - 1];
			top[at] = count;
		}
	*most = top[0];
	return top[STAGE_BONDS - 1];
}

// The strongest of all, or all of one unit.
static void draw_bonds(struct stage *stage, struct draw *draw, int unit)
{
	uint32_t most = 1, least = 1;
	if (!stage->bound)
		count_bonds(stage);
	if (unit < 0)
		least = least_shown(stage, &most);
	for (int u = 0; unit >= 0 && u < stage->units; u++)
		most = u != unit && *bond_of(stage, unit, u) > most ? *bond_of(stage, unit, u) : most;
	for (int a = 0; a < stage->units; a++)
		for (int b = 0; b < a; b++)
			if (*bond_of(stage, a, b) >= (least ? least : 1) && (unit < 0 || a == unit || b == unit))
				draw_bond(stage, draw, a, b, most, unit < 0 ? 0.30 : 0.55);
}

static void draw_person_ties(const struct stage *stage, struct draw *draw, int slot)
{
	const struct stage_spot *from = &stage->now.spot[slot];
	for (int k = 0; k < STAFF_TIES && from->size > 0; k++) {
		uint32_t other = stage->ties[(size_t)slot * STAFF_TIES + (size_t)k];
		const struct stage_spot *to = &stage->now.spot[other];
		if (other != (uint32_t)slot && to->size > 0)
			draw_line(draw, from->x, from->y, to->x, to->y, stage->look.theme->series[3], 2.5f * stage->layout.scale);
	}
}

// ---- gigs

// The middle of those who share a gig, and how many they are.
static int gather(const struct stage *stage, uint32_t gig, struct draw_point *middle)
{
	int count = 0;
	*middle = (struct draw_point){ 0, 0 };
	for (int i = 0; i < stage->slots; i++)
		if (stage->now.body[i].gig == gig && is_shown(stage, i) && stage->now.spot[i].size > 0) {
			middle->x += stage->now.spot[i].x;
			middle->y += stage->now.spot[i].y;
			count++;
		}
	middle->x /= (float)(count ? count : 1);
	middle->y /= (float)(count ? count : 1);
	return count;
}

static bool is_first(const struct stage *stage, int slot)
{
	for (int i = 0; i < slot; i++)
		if (stage->now.body[i].gig == stage->now.body[slot].gig && is_shown(stage, i))
			return false;
	return true;
}

static void draw_gig(const struct stage *stage, struct draw *draw, uint32_t gig)
{
	struct draw_point middle;
	uint32_t colour = stage->look.theme->series[2];
	int count = gather(stage, gig, &middle);
	for (int i = 0; i < stage->slots; i++) {
		const struct stage_spot *spot = &stage->now.spot[i];
		if (stage->now.body[i].gig != gig || !is_shown(stage, i) || spot->size <= 0)
			continue;
		draw_circle(draw, spot->x, spot->y, spot->size * 0.70f, colour_fade(colour, 0.30), colour, 2 * stage->layout.scale);
		if (count > 1)
			draw_line(draw, spot->x, spot->y, middle.x, middle.y, colour, 2 * stage->layout.scale);
	}
	if (count > 1)
		draw_circle(draw, middle.x, middle.y, 5 * stage->layout.scale, stage->look.theme->paper, colour, 2.5f * stage->layout.scale);
}

void stage_draw_links(struct stage *stage, struct draw *draw, struct stage_pick pick)
{
	if (stage->layout.each > 1 || !stage->now.spot)
		return;
	if (stage->look.ties) {
		int slot = stage_slot(stage, pick.person);
		if (slot >= 0)
			draw_person_ties(stage, draw, slot);
		else
			draw_bonds(stage, draw, pick.unit);
	}
	for (int i = 0; stage->look.gigs && i < stage->slots; i++)
		if (stage->now.body[i].gig != STAFF_NO_SEAT && is_shown(stage, i) && is_first(stage, i))
			draw_gig(stage, draw, stage->now.body[i].gig);
}
