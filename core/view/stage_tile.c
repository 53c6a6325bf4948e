// Tiles: departments keep the order of the scenario, in rows: a band above the pool, parts left and right of it, a band
// below. How many go where is tried out: the boxes that are nearest to a good form win.
#include "view/stage_inside.h"

#include <math.h>

enum { BANDS = 12, BAND_STEP = 50 };  // tries, and how much more of the weight each gives to a band: thousandths

#define GOOD_FORM 1.45f      // width ÷ height of a good box

static float sum_of(const float *weight, int from, int to)
{
	float sum = 0;
	for (int i = from; i < to; i++)
		sum += weight[i];
	return sum;
}

// The place up to which departments from `from` come nearest to a weight.
static int nearest(const struct stage_tiling *t, int from, float wanted)
{
	int to = from;
	float sum = 0;
	while (to < t->count && sum + t->weight[to] / 2 < wanted)
		sum += t->weight[to++];
	return to;
}

static void settle(struct stage_tiling *t, int unit, struct stage_area area, float weight)
{
	float form = area.width / (area.height * GOOD_FORM), off = form < 1 ? 1 / form - 1 : form - 1;
	t->cost += weight * off * off;
	if (t->box)
		t->box[unit].all = area;
}

// Departments from … to − 1 side by side.
static void tile_row(struct stage_tiling *t, int from, int to, struct stage_area area)
{
	float all = sum_of(t->weight, from, to), x = area.x;
	for (int i = from; i < to; i++) {
		float width = area.width * t->weight[i] / all;
		settle(t, i + 1, (struct stage_area){ x, area.y, width, area.height }, t->weight[i]);
		x += width;
	}
}

static void tile_rows(struct stage_tiling *t, int from, int to, int rows, struct stage_area area)
{
	float all = sum_of(t->weight, from, to), y = area.y;
	for (int row = 0, first = from; row < rows && first < to; row++) {
		int last = row == rows - 1 ? to : nearest(t, first, sum_of(t->weight, first, to) / (float)(rows - row));
		last = last <= first ? first + 1 : last > to ? to : last;
		float height = area.height * sum_of(t->weight, first, last) / all;
		tile_row(t, first, last, (struct stage_area){ area.x, y, area.width, height });
		y += height;
		first = last;
	}
}

// In the number of rows that gives the best forms.
static void tile_part(struct stage_tiling *t, int from, int to, struct stage_area area)
{
	int best = 1, usual = (int)sqrtf((float)(to - from) * GOOD_FORM * area.height / (area.width + 1));
	float least = INFINITY;
	for (int rows = usual - 2 < 1 ? 1 : usual - 2; rows <= to - from && rows <= usual + 2; rows++) {
		struct stage_tiling attempt = *t;
		attempt.box = NULL;
		attempt.cost = 0;
		tile_rows(&attempt, from, to, rows, area);
		if (attempt.cost < least) {
			least = attempt.cost;
			best = rows;
		}
	}
	if (from < to)
		tile_rows(t, from, to, best, area);
}

// The band in the middle: a part, the pool, a part.
static void tile_middle(struct stage_tiling *t, int from, int to, struct stage_area area)
{
	float all = sum_of(t->weight, from, to) + t->pool;
	int half = nearest(t, from, (all - t->pool) / 2);
	half = half > to ? to : half == from && to > from ? from + 1 : half;
	float left = area.width * sum_of(t->weight, from, half) / all, middle = area.width * t->pool / all;
	tile_part(t, from, half, (struct stage_area){ area.x, area.y, left, area.height });
	settle(t, CONFIG_POOL, (struct stage_area){ area.x + left, area.y, middle, area.height }, t->pool);
	tile_part(t, half, to, (struct stage_area){ area.x + left + middle, area.y, area.width - left - middle, area.height });
	float off = (left + middle / 2) / area.width - 0.5f;  // the pool is to be in the centre
	t->cost += 4 * off * off * all;
}

void stage_tile(struct stage_tiling *t, int above, int below)
{
	const struct stage_area *a = &t->area;
	float all = sum_of(t->weight, 0, t->count) + t->pool;
	float top = a->height * sum_of(t->weight, 0, above) / all, bottom = a->height * sum_of(t->weight, below, t->count) / all;
	tile_part(t, 0, above, (struct stage_area){ a->x, a->y, a->width, top });
	tile_middle(t, above, below, (struct stage_area){ a->x, a->y + top, a->width, a->height - top - bottom });
	tile_part(t, below, t->count, (struct stage_area){ a->x, a->y + a->height - bottom, a->width, bottom });
	float off = (top + (a->height - bottom)) / 2 / a->height - 0.5f;
	t->cost += 4 * off * off * all;
}

void stage_tile_best(const struct stage_tiling *t, int *above_best, int *below_best)
{
	float all = sum_of(t->weight, 0, t->count), least = INFINITY;
	*above_best = 0, *below_best = t->count;
	if (t->count <= 2)
		return;  // beside the pool
	for (int a = 0; a < BANDS; a++)
		for (int b = 0; b < BANDS; b++) {
			struct stage_tiling attempt = *t;
			int above = nearest(t, 0, all * (float)(a * BAND_STEP) / 1000);
			int below = nearest(t, 0, all * (1 - (float)(b * BAND_STEP) / 1000));
			if (below < above)
				continue;
			attempt.box = NULL;
			attempt.cost = 0;
			stage_tile(&attempt, above, below);
			if (attempt.cost < least) {
				least = attempt.cost;
				*above_best = above;
				*below_best = below;
			}
		}
}
