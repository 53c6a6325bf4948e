// A unit's box. The floor's colour is safety; the kerb around it stands in as far as room is short and is as sharp as
// the edges are clear; below it the queue of cases that wait; above it name, people and occupancy.
#include "view/stage_inside.h"

#include "plot/colour.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BLUR = 7 };            // lines that make the least clear kerb
#define FIGURE_LEAST 7.0f     // px
#define TOO_BUSY 0.925        // occupancy from which work slows down (the kink of the model)

uint32_t stage_ground(const struct theme *theme, double safety)
{
	double part = (safety - STAGE_UNSAFE) / (STAGE_SAFE - STAGE_UNSAFE);
	return colour_mix(theme->ground[0], theme->ground[1], isnan(part) ? 0.5 : part < 0 ? 0 : part > 1 ? 1 : part);
}

// A rim of stone, the broader the less room, and its inner edge: clear it is a line, unclear it fades away inwards, so
// that one cannot say where it runs.
static void draw_kerb(const struct stage *stage, struct draw *draw, const struct stage_box *box, double room, double clarity)
{
	const struct theme *theme = stage->look.theme;
	const struct stage_area *f = &box->floor;
	float stone = box->kerb * (0.08f + 0.5f * (float)(1 - room)), edge = box->kerb * (0.16f + 0.45f * (float)((1 - clarity) * (1 - clarity)) + 0.25f * (float)(1 - clarity));
	int lines = 1 + (int)((1 - clarity) * (BLUR - 1) + 0.5);
	float thin = edge / (float)lines;
	draw_frame(draw, f->x + stone / 2, f->y + stone / 2, f->width - stone, f->height - stone, 0, theme->pin, stone);
	for (int i = 0; i < lines; i++) {
		float at = stone + ((float)i + 0.5f) * thin;
		double ink = (0.35 + 0.6 * clarity) * (1 - (double)i / lines);
		if (f->width > 2 * at && f->height > 2 * at)
			draw_frame(draw, f->x + at, f->y + at, f->width - 2 * at, f->height - 2 * at, 0, colour_fade(theme->ink, ink), thin);
	}
}

// ---- the queue

static void draw_tiles(struct draw *draw, const struct stage_area *q, float room, int tiles, uint32_t colour)
{
	float wide = q->height * 0.62f, pitch = wide * 1.3f;
	if ((float)tiles * pitch > room) {  // pressed together, to a bar at last
		pitch = room / (float)tiles;
		wide = pitch * 0.78f < 1 ? 1 : pitch * 0.78f;
	}
	if (pitch < 1.3f) {
		draw_rect(draw, q->x, q->y + q->height * 0.1f, room, q->height * 0.8f, colour);
		return;
	}
	for (int i = 0; i < tiles; i++)
		draw_rect(draw, q->x + (float)i * pitch, q->y + q->height * 0.1f, wide, q->height * 0.8f, colour);
}

// Cases that wait, in tiles and as a number; in the pool its assignments.
static void draw_queue(const struct stage *stage, struct page *page, const struct stage_box *box, const struct stage_unit *unit, bool pool)
{
	bool nl = stage->look.lang == LANG_NL;
	double count = pool ? unit->assignments : unit->cases;
	char number[TEXT_NUMBER_MAX], words[64];
	const struct stage_area *q = &box->queue;
	struct style style = { .size = q->height * 0.95f < stage->layout.small * 0.8f ? q->height * 0.95f : stage->layout.small * 0.8f, .colour = page->theme->quiet };
	if (isnan(count) || q->height < 4)
		return;
	text_number(number, stage->look.lang, count, 0, false);
	snprintf(words, sizeof words, "%s %s", number, pool ? count == 1 ? nl ? "opdracht" : "assignment" : nl ? "opdrachten" : "assignments"
	         : count == 1 ? nl ? "zaak" : "case" : nl ? "zaken" : "cases");
	if (chart_width(page, words, -1, style) > 0.5f * q->width)
		snprintf(words, sizeof words, "%s", number);
	float width = style.size < 7 ? 0 : chart_width(page, words, -1, style) + box->pad;
	draw_tiles(page->draw, q, q->width - width, (int)ceil(count / (pool ? 1 : stage->case_tile)), page->theme->axis);
	if (width > 0)
		chart_put(page, words, -1, q->x + q->width, q->y + q->height / 2 - chart_line_height(style) / 2, chart_anchored(style, DRAW_END));
}

// ---- the head

// With words, if need be smaller, or else the bare figures: the first that fits is put. Too busy is told in bold.
static void put_figures(const struct stage *stage, struct page *page, const struct stage_box *box, const struct stage_unit *unit, float top, float width)
{
	static const struct { int words; float size; } ways[] = { { 0, 1 }, { 0, 0.86f }, { 0, 0.74f }, { 1, 1 }, { 1, 0.86f } };
	enum { WAYS = sizeof ways / sizeof *ways };
	bool nl = stage->look.lang == LANG_NL, busy = unit->occupancy > TOO_BUSY;
	char people[TEXT_NUMBER_MAX], share[TEXT_NUMBER_MAX], first[2][64], second[2][64];
	struct style style = { .size = box->figure_size, .colour = page->theme->quiet };
	text_number(people, stage->look.lang, unit->people, 0, false);
	text_number(share, stage->look.lang, unit->occupancy * 100, 0, false);
	snprintf(first[0], sizeof first[0], unit->people == 1 ? nl ? "%s mens" : "%s person" : nl ? "%s mensen" : "%s people", people);
	snprintf(first[1], sizeof first[1], "%s", people);
	snprintf(second[0], sizeof second[0], nl ? "%s\u00A0%% bezet" : "%s%% busy", share);
	snprintf(second[1], sizeof second[1], nl ? "%s\u00A0%%" : "%s%%", share);
	float x = box->all.x + box->pad, size = style.size;
	for (int i = 0; i < WAYS; i++) {
		const char *left = first[ways[i].words], *right = second[ways[i].words];
		style.size = size * ways[i].size;
		struct style strong = style;
		strong.weight = busy ? FONT_BOLD : FONT_REGULAR;
		strong.colour = busy ? page->theme->ink : style.colour;
		float one = chart_width(page, left, -1, style), gap = style.size * 0.6f, two = isnan(unit->occupancy) ? 0 : chart_width(page, right, -1, strong);
		if ((one + gap + two > width || style.size < FIGURE_LEAST) && i < WAYS - 1)
			continue;
		chart_put(page, left, -1, x, top, style);
		if (two > 0 && one + gap + two <= width)
			chart_put(page, right, -1, box->all.x + box->all.width - box->pad, top, chart_anchored(strong, DRAW_END));
		return;
	}
}

static void put_head(const struct stage *stage, struct page *page, const struct stage_box *box, int u)
{
	const struct stage_unit *unit = &stage->now.unit[u];
	float pad = box->pad, width = box->all.width - 2 * pad, top = box->all.y + pad * 0.5f;
	struct style style = { .size = box->name_size, .weight = FONT_BOLD, .colour = page->theme->ink };
	top += chart_wrap(page, stage_name(stage->config, u, stage->look.lang), box->all.x + pad, top, width, box->name_lines, style);
	if (unit->withheld) {
		style = (struct style){ .size = stage->layout.small * 0.9f, .colour = page->theme->quiet };
		chart_wrap(page, stage->look.lang == LANG_NL ? "cijfers niet getoond" : "figures not shown", box->all.x + pad, top, width, 2, style);
	} else if (box->figures && (u != CONFIG_POOL || unit->people > 0)) {
		put_figures(stage, page, box, unit, top, width);
	}
}

// A pool that is not there: where it would be.
static void put_empty(const struct stage *stage, struct page *page, const struct stage_area *floor)
{
	const char *text = stage->look.lang == LANG_NL ? "nog geen pool" : "no pool yet";
	struct style style = { .size = stage->layout.small, .colour = page->theme->quiet, .anchor = DRAW_MIDDLE };
	while (chart_width(page, text, -1, style) > floor->width && style.size > 6)
		style.size *= 0.9f;
	chart_put(page, text, -1, floor->x + floor->width / 2, floor->y + floor->height / 2 - chart_line_height(style), style);
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
	if (pool && unit->people == 0 && !(unit->assignments > 0)) {
		put_empty(stage, page, f);
		return;
	}
	draw_rect(page->draw, f->x, f->y, f->width, f->height, stage_ground(theme, unit->safety));
	draw_kerb(stage, page->draw, box, unit->room, unit->clarity);
	draw_queue(stage, page, box, unit, pool);
}
