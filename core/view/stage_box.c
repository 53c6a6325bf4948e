// A unit's box. The floor's colour is safety; the kerb around it stands in as far as room is short and is as sharp as
// the edges are clear; below it the queue of cases that wait; above it name, people and occupancy.
#include "view/stage_inside.h"

#include "plot/colour.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BLUR = 5 };            // frames that make an unclear kerb
#define SAFETY_LOW 0.30       // what is shown as quite unsafe and quite safe
#define SAFETY_HIGH 0.80
#define TOO_BUSY 0.925        // occupancy from which work slows down (the kink of the model)

uint32_t stage_ground(const struct theme *theme, double safety)
{
	double part = (safety - SAFETY_LOW) / (SAFETY_HIGH - SAFETY_LOW);
	return colour_mix(theme->ground[0], theme->ground[1], isnan(part) ? 0.5 : part < 0 ? 0 : part > 1 ? 1 : part);
}

// Clear: one line. Unclear: the same ink over a broad strip, so that one cannot say where it runs.
static void draw_kerb(const struct stage *stage, struct draw *draw, const struct stage_area *floor, double room, double clarity)
{
	float scale = stage->layout.scale, inset = (float)(1 - room) * (STAGE_KERB - 4) * scale, spread = (float)(1 - clarity) * 9 * scale;
	uint32_t ink = stage->look.theme->ink;
	for (int i = 0; i < BLUR; i++) {
		float at = inset + spread * ((float)i / (BLUR - 1) - 0.5f);
		at = at < 0 ? 0 : at;
		float width = floor->width - 2 * at, height = floor->height - 2 * at;
		if (width > 0 && height > 0 && (spread > 0.5f * scale || i == 0))
			draw_frame(draw, floor->x + at, floor->y + at, width, height, 0, colour_fade(ink, spread > 0.5f * scale ? 0.10 + 0.42 * clarity * clarity : 0.9), 1.8f * scale);
	}
}

// ---- the queue

static void draw_queue(const struct stage *stage, struct page *page, const struct stage_box *box, const struct stage_unit *unit, bool pool)
{
	double count = pool ? unit->assignments : unit->cases, tile = pool ? 1 : stage->case_tile;
	char number[TEXT_NUMBER_MAX];
	const struct stage_area *q = &box->queue;
	struct style style = { .size = q->height < stage->layout.small * 0.8f ? q->height : stage->layout.small * 0.8f, .colour = page->theme->quiet };
	if (isnan(count) || q->height < 5)
		return;
	text_number(number, stage->look.lang, count, 0, false);
	float words = chart_width(page, number, -1, style) + 5 * stage->layout.scale, wide = q->height * 0.62f, gap = wide * 0.28f;
	float room = q->width - words;
	int tiles = (int)ceil(count / tile);
	if ((float)tiles * (wide + gap) > room) {  // they are pressed together, and overlap at last
		float pitch = room / (float)tiles;
		wide = pitch * 0.78f < 1 ? 1 : pitch * 0.78f;
		gap = pitch - wide;
	}
	for (int i = 0; i < tiles; i++)
		draw_rect(page->draw, q->x + (float)i * (wide + gap), q->y + q->height * 0.1f, wide, q->height * 0.8f, page->theme->axis);
	if (style.size >= 7)
		chart_put(page, number, -1, q->x + q->width, q->y + q->height / 2 - chart_line_height(style) / 2, chart_anchored(style, DRAW_END));
}

// ---- the head

// From the most words to the least: the first that fits is put.
static void put_figures(const struct stage *stage, struct page *page, const struct stage_box *box, const struct stage_unit *unit, float top, float width)
{
	bool nl = stage->look.lang == LANG_NL;
	char people[TEXT_NUMBER_MAX], busy[TEXT_NUMBER_MAX], line[3][128];
	struct style style = { .size = box->name_size * 0.86f < stage->layout.small ? box->name_size * 0.86f : stage->layout.small, .colour = page->theme->quiet };
	text_number(people, stage->look.lang, unit->people, 0, false);
	text_number(busy, stage->look.lang, unit->occupancy * 100, 0, false);
	if (isnan(unit->occupancy)) {
		snprintf(line[0], sizeof line[0], nl ? "%s mensen" : "%s people", people);
		snprintf(line[1], sizeof line[1], "%s", people);
		snprintf(line[2], sizeof line[2], "%s", people);
	} else {
		snprintf(line[0], sizeof line[0], nl ? "%s mensen · %s\u00A0%% bezet" : "%s people · %s%% busy", people, busy);
		snprintf(line[1], sizeof line[1], nl ? "%s · %s\u00A0%%" : "%s · %s%%", people, busy);
		snprintf(line[2], sizeof line[2], "%s", people);
	}
	for (int i = 0; i < 3; i++)
		if (i == 2 || chart_width(page, line[i], -1, style) <= width) {
			chart_put_fitting(page, line[i], box->all.x + 8 * stage->layout.scale, top, width, style);
			return;
		}
}

static void put_head(const struct stage *stage, struct page *page, const struct stage_box *box, int u)
{
	const struct stage_unit *unit = &stage->now.unit[u];
	float pad = 8 * stage->layout.scale, width = box->all.width - 2 * pad, top = box->all.y + pad * 0.5f;
	struct style style = { .size = box->name_size, .weight = FONT_BOLD, .colour = page->theme->ink };
	top += chart_wrap(page, stage_name(stage->config, u, stage->look.lang), box->all.x + pad, top, width, box->name_lines, style);
	if (unit->withheld) {
		style = (struct style){ .size = stage->layout.small * 0.9f, .colour = page->theme->quiet };
		chart_wrap(page, stage->look.lang == LANG_NL ? "cijfers niet getoond" : "figures not shown", box->all.x + pad, top, width, 2, style);
	} else if (top + box->name_size <= box->floor.y + 1) {
		put_figures(stage, page, box, unit, top, width);
	}
}

void stage_draw_box(struct stage *stage, struct page *page, int u)
{
	const struct stage_box *box = &stage->layout.box[u];
	const struct stage_unit *unit = &stage->now.unit[u];
	const struct stage_area *a = &box->all, *f = &box->floor;
	const struct theme *theme = page->theme;
	bool pool = u == CONFIG_POOL;
	draw_frame(page->draw, a->x, a->y, a->width, a->height, colour_mix(theme->paper, theme->grid, 0.35), theme->pin, 1.2f * stage->layout.scale);
	put_head(stage, page, box, u);
	if (unit->withheld || f->width <= 0 || f->height <= 0)
		return;
	draw_rect(page->draw, f->x, f->y, f->width, f->height, stage_ground(theme, unit->safety));
	draw_kerb(stage, page->draw, f, unit->room, unit->clarity);
	draw_queue(stage, page, box, unit, pool);
}
