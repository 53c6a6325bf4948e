// The legend below the boxes in two lines: the scale of mindset, what a dot and a tile stand for, what happened in the
// week; then the floor and the kerb. What has no room is left out.
#include "view/stage_inside.h"

#include "plot/colour.h"

#include <stdio.h>

enum { SHADES = 4 };

struct legend {
	const struct stage *stage;
	struct page *page;
	struct style style;
	float x, right, middle, gap;
	bool nl;
};

static float width_of(const struct legend *l, const char *text)
{
	return chart_width(l->page, text, -1, l->style);
}

static void put(struct legend *l, const char *text)
{
	chart_put(l->page, text, -1, l->x, l->middle - chart_line_height(l->style) / 2, l->style);
	l->x += width_of(l, text);
}

static bool has_room(const struct legend *l, float width)
{
	return l->x + width <= l->right;
}

// "mindset: vast ▼ ◣ ■ ◥ ▲ groei"
static void put_scale(struct legend *l)
{
	float size = l->style.size * 0.95f;
	put(l, l->nl ? "mindset: vast" : "mindset: fixed");
	l->x += size * 0.9f;
	for (int step = 0; step < THEME_STEPS; step++, l->x += size * 1.35f)
		stage_draw_dot(l->stage, l->page->draw, &(struct stage_spot){ l->x, l->middle, size }, step);
	l->x -= size * 0.45f;
	put(l, l->nl ? "groei" : "growth");
	l->x += l->gap;
}

static void put_dot(struct legend *l)
{
	char text[96], number[TEXT_NUMBER_MAX];
	int each = l->stage->layout.each;
	text_number(number, l->stage->look.lang, each, 0, false);
	snprintf(text, sizeof text, each == 1 ? l->nl ? "1 stip = 1 mens" : "1 dot = 1 person" : l->nl ? "1 stip = %s mensen" : "1 dot = %s people", number);
	if (!has_room(l, width_of(l, text)))
		return;
	put(l, text);
	l->x += l->gap;
}

static void put_tile(struct legend *l)
{
	char text[96], number[TEXT_NUMBER_MAX];
	double tile = l->stage->case_tile;
	float size = l->style.size;
	text_number(number, l->stage->look.lang, tile, 0, false);
	snprintf(text, sizeof text, tile == 1 ? l->nl ? "= 1 zaak die wacht" : "= 1 case waiting" : l->nl ? "= %s zaken die wachten" : "= %s cases waiting", number);
	if (!has_room(l, size + width_of(l, text)))
		return;
	draw_rect(l->page->draw, l->x, l->middle - size * 0.4f, size * 0.5f, size * 0.8f, l->page->theme->axis);
	l->x += size * 0.75f;
	put(l, text);
	l->x += l->gap;
}

static void put_floor(struct legend *l)
{
	const char *low = l->nl ? "vloer: onveilig" : "floor: unsafe", *high = l->nl ? "veilig" : "safe";
	float size = l->style.size;
	if (!has_room(l, width_of(l, low) + width_of(l, high) + size * (SHADES + 1)))
		return;
	put(l, low);
	l->x += size * 0.5f;
	for (int i = 0; i < SHADES; i++, l->x += size) {
		uint32_t ground = stage_ground(l->page->theme, STAGE_UNSAFE + (STAGE_SAFE - STAGE_UNSAFE) * i / (SHADES - 1));
		draw_frame(l->page->draw, l->x, l->middle - size * 0.4f, size, size * 0.8f, ground, l->page->theme->pin, 1);
	}
	l->x += size * 0.5f;
	put(l, high);
	l->x += l->gap;
}

static void put_kerb(struct legend *l)
{
	const char *text = l->nl ? "stoeprand: dik = weinig ruimte, scherp = duidelijk" : "kerb: thick = little room, sharp = clear";
	if (!has_room(l, width_of(l, text)))
		return;
	put(l, text);
	l->x += l->gap;
}

static void put_busy(struct legend *l)
{
	const char *text = l->nl ? "vet = te druk" : "bold = too busy";
	if (!has_room(l, width_of(l, text)))
		return;
	put(l, text);
	l->x += l->gap;
}

// What is only shown on demand.
static void put_links(struct legend *l)
{
	const char *ties = l->nl ? "banden met anderen" : "ties with others", *gigs = l->nl ? "samen een klus" : "sharing a gig";
	const struct theme *theme = l->page->theme;
	float size = l->style.size;
	if (l->stage->look.ties && has_room(l, 2 * size + width_of(l, ties))) {
		draw_line(l->page->draw, l->x, l->middle, l->x + 1.5f * size, l->middle, theme->series[3], 0.25f * size);
		l->x += 2 * size;
		put(l, ties);
		l->x += l->gap;
	}
	if (l->stage->look.gigs && has_room(l, 1.5f * size + width_of(l, gigs))) {
		draw_circle(l->page->draw, l->x + size * 0.5f, l->middle, size * 0.4f, colour_fade(theme->series[2], 0.3), theme->series[2], 0.12f * size);
		l->x += 1.5f * size;
		put(l, gigs);
		l->x += l->gap;
	}
}

static int add_news(char *text, size_t size, int used, int count, const char *word)
{
	return count ? used + snprintf(text + used, size - (size_t)used, "%s%d %s", used ? " · " : "", count, word) : used;
}

// "3 in dienst · 2 weg · 4 verhuisd", at the right end.
static void put_news(struct legend *l)
{
	char text[160] = "";
	const struct sim_news *news = &l->stage->news;
	int used = add_news(text, sizeof text, 0, news->hired, l->nl ? "erbij" : "joined");
	used = add_news(text, sizeof text, used, news->left, l->nl ? "weg" : "left");
	used = add_news(text, sizeof text, used, news->moved, l->nl ? "verhuisd" : "moved");
	used = add_news(text, sizeof text, used, news->to_pool, l->nl ? "naar de pool" : "to the pool");
	add_news(text, sizeof text, used, news->from_pool, l->nl ? "uit de pool" : "from the pool");
	if (!text[0] || !has_room(l, width_of(l, text)))
		return;
	struct style style = chart_anchored(l->style, DRAW_END);
	style.weight = FONT_BOLD;
	chart_put(l->page, text, -1, l->right, l->middle - chart_line_height(style) / 2, style);
	l->right -= width_of(l, text) * 1.08f + l->gap;
}

void stage_draw_legend(struct stage *stage, struct page *page)
{
	const struct stage_area *a = &stage->layout.legend;
	struct legend l = { .stage = stage, .page = page, .style = { .size = stage->layout.bar, .colour = page->theme->ink },
	                    .nl = stage->look.lang == LANG_NL, .middle = a->y + a->height * 0.28f };
	l.gap = 1.4f * l.style.size;
	float left = l.x = a->x + 8 * stage->layout.scale, right = l.right = a->x + a->width - 8 * stage->layout.scale;
	put_scale(&l);
	put_news(&l);
	put_dot(&l);
	put_tile(&l);
	l.x = left;
	l.right = right;
	l.middle = a->y + a->height * 0.72f;
	put_floor(&l);
	put_links(&l);
	put_kerb(&l);
	put_busy(&l);
}
