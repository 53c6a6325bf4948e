// Assignments as small teams in the pool, two rows high: each has a place, which it keeps until it dissolves; a new team
// takes the free place that fits it best. Somebody in several teams stands with the first.
#include "view/stage_inside.h"

#include <string.h>

enum { TEAM_ROWS = 2, TEAM_MOST = 16, TEAM_WIDTH_LEAST = 2 };

#define TEAM_GAP 0.75f  // between places, in pitches

static int find(const struct stage_shot *shot, uint32_t team)
{
	for (int i = 0; i < shot->team_count; i++)
		if (shot->team[i] == team)
			return i;
	return -1;
}

static int width_of(int size)
{
	int width = (size + TEAM_ROWS - 1) / TEAM_ROWS;
	return width < TEAM_WIDTH_LEAST ? TEAM_WIDTH_LEAST : width;
}

// The narrowest free place that is wide enough, or a new one; −1 when there are too many.
static int free_place(struct stage_shot *shot, int width)
{
	int best = -1;
	for (int i = 0; i < shot->team_count; i++)
		if (shot->team[i] == STAFF_NO_SEAT && shot->team_width[i] >= width && (best < 0 || shot->team_width[i] < shot->team_width[best]))
			best = i;
	if (best >= 0 || shot->team_count == STAGE_TEAMS)
		return best;
	shot->team_width[shot->team_count] = (uint8_t)width;
	return shot->team_count++;
}

static bool is_member(const struct stage_body *body)
{
	return body->unit == CONFIG_POOL && body->team != STAFF_NO_SEAT;
}

// Members of the team of somebody, from this slot on.
static int count_from(const struct stage *stage, int slot)
{
	int count = 0;
	for (int i = slot; i < stage->slots; i++)
		count += is_member(&stage->now.body[i]) && stage->now.body[i].team == stage->now.body[slot].team;
	return count < TEAM_MOST ? count : TEAM_MOST;
}

static void keep_places(struct stage *stage)
{
	struct stage_shot *shot = &stage->now, *before = &stage->before;
	shot->team_count = stage_follows(stage) ? before->team_count : 0;
	memcpy(shot->team, before->team, sizeof *shot->team * (size_t)shot->team_count);
	memcpy(shot->team_width, before->team_width, sizeof *shot->team_width * (size_t)shot->team_count);
	memset(shot->team_size, 0, STAGE_TEAMS);
	for (int i = 0; i < stage->slots; i++) {
		int at = is_member(&shot->body[i]) ? find(shot, shot->body[i].team) : -1;
		if (at >= 0 && shot->team_size[at] < TEAM_MOST)
			shot->team_size[at]++;
	}
	for (int i = 0; i < shot->team_count; i++) {
		int width = width_of(shot->team_size[i]);
		shot->team[i] = shot->team_size[i] ? shot->team[i] : STAFF_NO_SEAT;
		shot->team_width[i] = (uint8_t)(width > shot->team_width[i] ? width : shot->team_width[i]);
	}
}

void stage_take_teams(struct stage *stage)
{
	struct stage_shot *shot = &stage->now;
	keep_places(stage);
	for (int i = 0; i < stage->slots; i++) {
		if (!is_member(&shot->body[i]) || find(shot, shot->body[i].team) >= 0)
			continue;
		int size = count_from(stage, i), at = free_place(shot, width_of(size));
		if (at >= 0) {
			shot->team[at] = shot->body[i].team;
			shot->team_size[at] = (uint8_t)size;
		}
	}
	while (shot->team_count && shot->team[shot->team_count - 1] == STAFF_NO_SEAT)
		shot->team_count--;
}

// ---- places on the floor: in rows, from the top

// Returns how far down they come.
static float lay_places(struct stage_shot *shot, const struct stage_area *floor, float pitch)
{
	float gap = TEAM_GAP * pitch, left = floor->x + 0.3f * gap, x = left, y = floor->y + 0.3f * gap, height = TEAM_ROWS * pitch;
	for (int i = 0; i < shot->team_count; i++) {
		float width = (float)shot->team_width[i] * pitch;
		if (x + width > floor->x + floor->width - 0.3f * gap && x > left) {
			x = left;
			y += height + gap;
		}
		shot->team_area[i] = (struct stage_area){ x, y, width, height };
		x += width + gap;
	}
	return shot->team_count ? y + height + gap - floor->y : 0;
}

static bool fits(const struct stage_shot *shot, const struct stage_area *floor, float used, float pitch)
{
	int others = shot->unit[CONFIG_POOL].people, columns = (int)(floor->width / pitch);
	for (int i = 0; i < shot->team_count; i++)
		others -= shot->team[i] == STAFF_NO_SEAT ? 0 : shot->team_size[i];
	int rows = columns > 0 ? (others + columns - 1) / columns : others;
	return used + (float)rows * pitch <= floor->height;
}

static void seat(struct stage *stage, struct stage_shot *shot, int slot, float pitch)
{
	int at = find(shot, shot->body[slot].team);
	if (at < 0 || shot->team_size[at] == TEAM_MOST)
		return;
	int n = shot->team_size[at]++, column = n / TEAM_ROWS, row = n % TEAM_ROWS;
	const struct stage_area *a = &shot->team_area[at];
	struct stage_spot spot = { a->x + ((float)column + 0.5f) * pitch, a->y + ((float)row + 0.5f) * pitch,
	                           pitch * stage->layout.dot / stage->layout.pitch };
	stage_add_dot(stage, shot, (struct stage_dot){ spot, (uint32_t)slot, shot->body[slot].step, false, CONFIG_POOL });
}

void stage_place_teams(struct stage *stage, struct stage_shot *shot, struct stage_area *floor)
{
	float pitch = stage->layout.pitch, used = lay_places(shot, floor, pitch);
	if (shot->team_count == 0 || shot->unit[CONFIG_POOL].withheld)
		return;
	while (pitch > 2 && !fits(shot, floor, used, pitch)) {
		pitch *= 0.97f;
		used = lay_places(shot, floor, pitch);
	}
	memset(shot->team_size, 0, STAGE_TEAMS);  // counted anew as they take their places, in the order of mindset
	for (int i = 0; i < shot->unit[CONFIG_POOL].people; i++)
		if (is_member(&shot->body[stage->order[i]]))
			seat(stage, shot, (int)stage->order[i], pitch);
	floor->y += used;
	floor->height -= used;
}

void stage_draw_teams(const struct stage *stage, struct draw *draw)
{
	const struct stage_shot *shot = &stage->now;
	const struct theme *theme = stage->look.theme;
	float out = stage->layout.pitch * TEAM_GAP * 0.2f;
	for (int i = 0; i < shot->team_count && shot->spot && stage->layout.each == 1; i++) {
		const struct stage_area *a = &shot->team_area[i];
		if (shot->team[i] != STAFF_NO_SEAT && shot->team_size[i])
			draw_frame(draw, a->x - out, a->y - out, a->width + 2 * out, a->height + 2 * out, theme->paper, theme->axis, 1.2f * stage->layout.scale);
	}
}
