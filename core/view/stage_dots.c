// Everybody a place: within a box sorted by mindset, columns from the left (fixed) to the right (growth), so that the
// widths of the colours are shares. Teams in the pool stand together.
#include "view/stage_inside.h"

#include <math.h>
#include <string.h>

const float stage_cuts[THEME_STEPS - 1] = { 0.35f, 0.45f, 0.55f, 0.65f };

int stage_step(float m)
{
	int step = 0;
	while (step < THEME_STEPS - 1 && m >= stage_cuts[step])
		step++;
	return step;
}

// A place in the order of mindset that never crosses a step.
static int key_of(const struct stage_body *body)
{
	float low = body->step > 0 ? stage_cuts[body->step - 1] : 0, high = body->step < THEME_STEPS - 1 ? stage_cuts[body->step] : 1;
	float within = (body->m - low) / (high - low);
	int fine = (int)(within * 63);
	return body->step * 64 + (fine < 0 ? 0 : fine > 63 ? 63 : fine);
}

static bool is_shown(const struct stage_shot *shot, int slot)
{
	return shot->body[slot].unit != STAFF_VACANT && !shot->unit[shot->body[slot].unit].withheld;
}

// Counts keys by unit; then each count becomes the place where its people begin.
static void sort(struct stage *stage, const struct stage_shot *shot)
{
	size_t all = (size_t)stage->units * STAGE_KEYS;
	memset(stage->count, 0, (all + 1) * sizeof *stage->count);
	for (int i = 0; i < stage->slots; i++)
		if (is_shown(shot, i))
			stage->count[(size_t)shot->body[i].unit * STAGE_KEYS + (size_t)key_of(&shot->body[i]) + 1]++;
	for (size_t k = 0; k < all; k++)
		stage->count[k + 1] += stage->count[k];
	for (int i = 0; i < stage->slots; i++)
		if (is_shown(shot, i))
			stage->order[stage->count[(size_t)shot->body[i].unit * STAGE_KEYS + (size_t)key_of(&shot->body[i])]++] = (uint32_t)i;
}

// After sort, a key's count is where the next key begins.
static uint32_t begin_of(const struct stage *stage, int unit)
{
	return unit ? stage->count[(size_t)unit * STAGE_KEYS - 1] : 0;
}

// ---- a block of dots on a floor

struct block {
	float x, y, pitch, size;      // of the lowest dot at the left
	int rows;
};

// As many rows as the box has by its posts, at the usual pitch; closer when there are more people than it was made for.
static struct block block_of(const struct stage_layout *l, const struct stage_box *box, struct stage_area floor, int count)
{
	float pitch = l->pitch;
	while (pitch > 1 && (int)(floor.width / pitch) * (int)(floor.height / pitch) < count)
		pitch *= 0.97f;
	int columns = (int)(floor.width / pitch), rows = box->rows ? box->rows : 1;
	while (rows * columns < count)
		rows++;
	return (struct block){ floor.x + pitch / 2 + 0.5f * (floor.width - (float)columns * pitch), floor.y + floor.height - pitch / 2, pitch,
	                       pitch * l->dot / l->pitch, rows };
}

static struct stage_spot spot_of(const struct block *b, int i)
{
	int column = i / b->rows, row = i % b->rows;
	return (struct stage_spot){ b->x + (float)column * b->pitch, b->y - (float)row * b->pitch, b->size };
}

struct stage_area stage_floor(const struct stage *stage, int unit)
{
	const struct stage_box *box = &stage->layout.box[unit];
	const struct stage_area *a = &box->floor;
	return (struct stage_area){ a->x + box->kerb, a->y + box->kerb, a->width - 2 * box->kerb, a->height - 2 * box->kerb };
}

void stage_add_dot(struct stage *stage, struct stage_shot *shot, struct stage_dot dot)
{
	if (shot->dot_count == stage->dot_room)
		return;
	shot->dot[shot->dot_count++] = dot;
	if (shot->spot && dot.slot != STAGE_NOBODY)
		shot->spot[dot.slot] = dot.spot;
}

// The people of the unit that are in no team.
static int gather(struct stage *stage, const struct stage_shot *shot, int unit)
{
	uint32_t from = begin_of(stage, unit), to = begin_of(stage, unit + 1), kept = from;
	for (uint32_t i = from; i < to; i++) {
		uint32_t slot = stage->order[i];
		if (!shot->spot || shot->spot[slot].size == 0)
			stage->order[kept++] = slot;
	}
	return (int)(kept - from);
}

// Each dot shows the step of the one in the middle of those it stands for.
static void place_unit(struct stage *stage, struct stage_shot *shot, int unit)
{
	int each = stage->layout.each;
	struct stage_area floor = stage_floor(stage, unit);
	if (unit == CONFIG_POOL && each == 1 && shot->spot)
		stage_place_teams(stage, shot, &floor);
	int people = gather(stage, shot, unit), count = (people + each - 1) / each;
	const uint32_t *order = stage->order + begin_of(stage, unit);
	if (!people || floor.width < 2 || floor.height < 2)
		return;
	struct block block = block_of(&stage->layout, &stage->layout.box[unit], floor, count);
	for (int i = 0; i < count; i++) {
		int middle = (int)((int64_t)i * people / count + (int64_t)(i + 1) * people / count) / 2;
		uint32_t slot = order[each == 1 ? i : middle];
		stage_add_dot(stage, shot, (struct stage_dot){ spot_of(&block, i), each == 1 ? slot : STAGE_NOBODY, shot->body[slot].step, false, (uint16_t)unit });
	}
}

void stage_place(struct stage *stage, struct stage_shot *shot)
{
	shot->dot_count = 0;
	if (shot->spot)
		memset(shot->spot, 0, (size_t)stage->slots * sizeof *shot->spot);
	sort(stage, shot);
	for (int u = 0; u < stage->units; u++)
		place_unit(stage, shot, u);
	shot->placed = true;
}

// An outline as thin as the dot is small, so that it keeps its colour.
void stage_draw_dot(const struct stage *stage, struct draw *draw, const struct stage_spot *spot, int step)
{
	const struct theme *theme = stage->look.theme;
	float thick = spot->size * 0.085f;
	thick = thick > 1.5f * stage->layout.scale ? 1.5f * stage->layout.scale : thick < 0.6f ? 0.6f : thick;
	draw_symbol(draw, (enum draw_shape)step, spot->x, spot->y, spot->size, theme->mindset[step], theme->outline, thick);
}
