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

// Keeps the strongest, in order.
static void file_bond(struct stage *stage, struct stage_bond bond)
{
	int at = stage->bond_count;
	if (at == STAGE_BONDS && stage->bond[--at].count >= bond.count)
		return;
	stage->bond_count = at + 1;
	for (; at > 0 && stage->bond[at - 1].count < bond.count; at--)
		stage->bond[at] = stage->bond[at - 1];
	stage->bond[at] = bond;
}

static void count_bonds(struct stage *stage, int unit, uint32_t count[STAGE_UNITS])
{
	memset(count, 0, STAGE_UNITS * sizeof *count);
	for (int i = 0; i < stage->slots; i++)
		for (int k = 0; k < STAFF_TIES && is_shown(stage, i); k++) {
			uint32_t other = stage->ties[(size_t)i * STAFF_TIES + (size_t)k];
			if (other == (uint32_t)i || !is_shown(stage, (int)other))
				continue;
			int a = stage->now.body[i].unit, b = stage->now.body[other].unit;
			if (a != b && (a == unit || b == unit))
				count[a == unit ? b : a]++;
		}
}

void stage_take_ties(struct stage *stage, const uint32_t *ties)
{
	stage->bond_count = -1;  // counted when they are asked for
	if (stage->ties)
		memcpy(stage->ties, ties, (size_t)stage->slots * STAFF_TIES * sizeof *ties);
}

static void find_bonds(struct stage *stage)
{
	uint32_t count[STAGE_UNITS];
	stage->bond_count = 0;
	for (int u = 0; u < stage->units; u++) {
		count_bonds(stage, u, count);
		for (int v = u + 1; v < stage->units; v++)
			if (count[v])
				file_bond(stage, (struct stage_bond){ (uint16_t)u, (uint16_t)v, (int)count[v] });
	}
}

static struct draw_point middle_of(const struct stage *stage, int unit)
{
	const struct stage_area *a = &stage->layout.box[unit].floor;
	return (struct draw_point){ a->x + a->width / 2, a->y + a->height / 2 };
}

static void draw_bond(const struct stage *stage, struct draw *draw, const struct stage_bond *bond, int most, double opacity)
{
	struct draw_point a = middle_of(stage, bond->a), b = middle_of(stage, bond->b);
	float thick = THICK_MOST * stage->layout.scale * sqrtf((float)bond->count / (float)most);
	draw_line(draw, a.x, a.y, b.x, b.y, colour_fade(stage->look.theme->series[3], opacity), thick < 0.8f ? 0.8f : thick);
}

// The strongest of all, or all of one unit.
static void draw_bonds(struct stage *stage, struct draw *draw, int unit)
{
	uint32_t count[STAGE_UNITS], most = 1;
	if (unit < 0) {
		if (stage->bond_count < 0)
			find_bonds(stage);
		for (int i = 0; i < stage->bond_count; i++)
			draw_bond(stage, draw, &stage->bond[i], stage->bond[0].count, 0.30);
		return;
	}
	count_bonds(stage, unit, count);
	for (int u = 0; u < stage->units; u++)
		most = count[u] > most ? count[u] : most;
	for (int u = 0; u < stage->units; u++)
		if (count[u])
			draw_bond(stage, draw, &(struct stage_bond){ (uint16_t)unit, (uint16_t)u, (int)count[u] }, (int)most, 0.55);
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
