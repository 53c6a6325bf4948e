// The legend below the boxes: the scale of mindset, and what a dot, a tile, the floor and the kerb stand for.
#include "view/stage_inside.h"

#include <stdio.h>

static float put(struct page *page, const char *text, float x, float middle, struct style style)
{
	chart_put(page, text, -1, x, middle - chart_line_height(style) / 2, style);
	return x + chart_width(page, text, -1, style);
}

// "vast ▼ ◣ ■ ◥ ▲ groei"
static float put_scale(const struct stage *stage, struct page *page, float x, float middle, struct style style)
{
	bool nl = stage->look.lang == LANG_NL;
	float size = style.size * 0.95f;
	x = put(page, nl ? "mindset: vast" : "mindset: fixed", x, middle, style) + size * 0.9f;
	for (int step = 0; step < THEME_STEPS; step++, x += size * 1.35f)
		stage_draw_dot(stage, page->draw, &(struct stage_spot){ x, middle, size }, step);
	return put(page, nl ? "groei" : "growth", x - size * 0.45f, middle, style);
}

void stage_draw_legend(struct stage *stage, struct page *page)
{
	const struct stage_area *a = &stage->layout.legend;
	bool nl = stage->look.lang == LANG_NL;
	char text[160], number[TEXT_NUMBER_MAX];
	struct style style = { .size = stage->layout.small * 0.85f, .colour = page->theme->ink };
	float middle = a->y + a->height / 2, x = a->x + 8 * stage->layout.scale, gap = 1.6f * style.size;
	x = put_scale(stage, page, x, middle, style) + gap;
	text_number(number, stage->look.lang, stage->layout.each, 0, false);
	snprintf(text, sizeof text, stage->layout.each == 1 ? nl ? "1 stip = 1 mens" : "1 dot = 1 person" : nl ? "1 stip = %s mensen" : "1 dot = %s people", number);
	x = put(page, text, x, middle, style) + gap;
	text_number(number, stage->look.lang, stage->case_tile, 0, false);
	float tile = style.size * 0.62f;
	draw_rect(page->draw, x, middle - style.size * 0.45f, tile * 0.75f, style.size * 0.9f, page->theme->axis);
	snprintf(text, sizeof text, stage->case_tile == 1 ? nl ? "1 zaak wacht" : "1 case waits" : nl ? "%s zaken wachten" : "%s cases wait", number);
	put(page, text, x + tile * 1.3f, middle, style);
}
