// Where everything stands. Departments keep the order of the scenario, in rows: a band above the pool, parts left and
// right of it, a band below. How many go where is tried out: the boxes that are nearest to a good form win.
#include "view/stage_inside.h"

#include "mem.h"

#include <math.h>
#include <string.h>

enum { BANDS = 12, BAND_STEP = 25 };  // tries, and how much more of the weight each gives to a band: thousandths

#define GOOD_FORM 1.45f      // width ÷ height of a good box
#define POOL_LEAST 0.12f     // of the weight, so that there is a middle
#define POOL_MOST 0.40f
#define EVEN_SHARE 0.35f     // of an average department: so much everybody has, whatever the posts
#define TEXT 30.0f
#define SMALL 24.0f

struct tiling {
	const float *weight;             // [departments]
	int count;
	float pool;
	struct stage_area area;
	struct stage_box *box;           // [departments + 1]; NULL: only the cost
	float cost;
};

static float sum_of(const float *weight, int from, int to)
{
	float sum = 0;
	for (int i = from; i < to; i++)
		sum += weight[i];
	return sum;
}

// The place up to which departments from `from` come nearest to a weight.
static int nearest(const struct tiling *t, int from, float wanted)
{
	int to = from;
	float sum = 0;
	while (to < t->count && sum + t->weight[to] / 2 < wanted)
		sum += t->weight[to++];
	return to;
}

static void settle(struct tiling *t, int unit, struct stage_area area, float weight)
{
	float off = logf(area.width / (area.height * GOOD_FORM));
	t->cost += weight * off * off;
	if (t->box)
		t->box[unit].all = area;
}

// Departments from … to − 1 side by side.
static void tile_row(struct tiling *t, int from, int to, struct stage_area area)
{
	float all = sum_of(t->weight, from, to), x = area.x;
	for (int i = from; i < to; i++) {
		float width = area.width * t->weight[i] / all;
		settle(t, i + 1, (struct stage_area){ x, area.y, width, area.height }, t->weight[i]);
		x += width;
	}
}

static void tile_rows(struct tiling *t, int from, int to, int rows, struct stage_area area)
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
static void tile_part(struct tiling *t, int from, int to, struct stage_area area)
{
	int best = 1;
	float least = INFINITY;
	for (int rows = 1; rows <= to - from && rows <= 24; rows++) {
		struct tiling attempt = *t;
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
static void tile_middle(struct tiling *t, int from, int to, struct stage_area area)
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

static void tile(struct tiling *t, int above, int below)
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

static void tile_best(struct tiling *t)
{
	float all = sum_of(t->weight, 0, t->count), least = INFINITY;
	int best_above = 0, best_below = t->count;
	for (int a = 0; a < BANDS; a++)
		for (int b = 0; b < BANDS; b++) {
			struct tiling attempt = *t;
			int above = nearest(t, 0, all * (float)(a * BAND_STEP * 2) / 1000);
			int below = nearest(t, 0, all * (1 - (float)(b * BAND_STEP * 2) / 1000));
			if (below < above)
				continue;
			attempt.box = NULL;
			attempt.cost = 0;
			tile(&attempt, above, below);
			if (attempt.cost < least) {
				least = attempt.cost;
				best_above = above;
				best_below = below;
			}
		}
	tile(t, best_above, best_below);
}

// ---- what is asked

// The largest share of the posts that the pool is to have in the whole run.
static float pool_share(const struct config *config)
{
	double most = config->setting[PARAM_POOL_SHARE];
	for (int i = 0; i < config->change_count; i++)
		if (config->change[i].kind == CHANGE_SET && config->change[i].param == PARAM_POOL_SHARE && config->change[i].value > most)
			most = config->change[i].value;
	return (float)most;
}

static void weigh(const struct config *config, struct tiling *t, float weight[STAGE_UNITS])
{
	float posts = (float)config_staff(config), even = EVEN_SHARE * posts / (float)config->department_count, share = pool_share(config);
	t->count = config->department_count;
	for (int d = 0; d < t->count; d++)
		weight[d] = (float)config->department[d].staff + even;
	t->weight = weight;
	share = 1.3f * share < POOL_LEAST ? POOL_LEAST : 1.3f * share > POOL_MOST ? POOL_MOST : 1.3f * share;
	t->pool = sum_of(weight, 0, t->count) * share / (1 - share);
}

// ---- sizes

static struct stage_area inset(struct stage_area area, float by)
{
	return (struct stage_area){ area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by };
}

// The largest size at which the name takes at most two lines and little of the box.
static void fit_name(struct stage *stage, struct stage_box *box, int unit, float most)
{
	struct page page = stage_page(stage, NULL);
	const char *name = stage_name(stage->config, unit, stage->look.lang);
	float width = box->all.width - 16 * stage->layout.scale, room = box->all.height * 0.34f, least = 9;
	for (box->name_size = most; box->name_size > least; box->name_size -= 0.5f) {
		struct style style = { .size = box->name_size, .weight = FONT_BOLD };
		float line = chart_line_height(style), height = chart_wrap(&page, name, 0, 0, width, 0, style);
		box->name_lines = (int)(height / line + 0.5f);
		if (box->name_lines <= 2 && height + line * 0.9f <= room && chart_wrapped_width(&page, name, width, style) <= width)
			break;
	}
	struct style style = { .size = box->name_size, .weight = FONT_BOLD };
	box->name_lines = chart_width(&page, name, -1, style) > width && box->all.height > 6 * chart_line_height(style) ? 2 : 1;
}

// One size for all names where that can be: that of a box in the lower quarter.
static void fit_names(struct stage *stage)
{
	struct stage_layout *l = &stage->layout;
	float size[STAGE_UNITS];
	for (int u = 0; u < stage->units; u++) {
		fit_name(stage, &l->box[u], u, l->text);
		int at = u;
		for (; at > 0 && size[at - 1] > l->box[u].name_size; at--)
			size[at] = size[at - 1];
		size[at] = l->box[u].name_size;
	}
	float common = size[stage->units / 4];
	l->small = l->small < 0.86f * common ? l->small : 0.86f * common;
	for (int u = 0; u < stage->units; u++)
		if (l->box[u].name_size > common)
			fit_name(stage, &l->box[u], u, common);
}

static void cut_box(struct stage *stage, struct stage_box *box)
{
	const struct stage_layout *l = &stage->layout;
	float pad = 8 * l->scale, line = chart_line_height((struct style){ .size = box->name_size });
	float small = box->name_size * 0.86f < l->small ? box->name_size * 0.86f : l->small;
	float head = (float)box->name_lines * line + 1.15f * small + pad * 1.2f, tail = 0.8f * small + pad * 0.9f;
	struct stage_area a = box->all;
	if (head + tail > 0.62f * a.height)
		head = 0.62f * a.height - tail;
	box->queue = (struct stage_area){ a.x + pad, a.y + a.height - tail, a.width - 2 * pad, tail - pad * 0.6f };
	box->floor = (struct stage_area){ a.x + pad * 0.6f, a.y + head, a.width - pad * 1.2f, a.height - head - tail };
}

// Dots that fit in a box at a pitch.
static int capacity(const struct stage_area *floor, float pitch, float kerb)
{
	float width = floor->width - 2 * kerb, height = floor->height - 2 * kerb;
	return width < pitch || height < pitch ? 0 : (int)(width / pitch) * (int)(height / pitch);
}

static bool all_fit(const struct stage *stage, float pitch, int each)
{
	const struct stage_layout *l = &stage->layout;
	for (int d = 0; d < stage->config->department_count; d++) {
		int wanted = (stage->config->department[d].staff * 107 / 100 + each) / each;
		if (capacity(&l->box[d + 1].floor, pitch, STAGE_KERB * l->scale) < wanted)
			return false;
	}
	return true;
}

// Size of a dot on a stage of scale 1 for so many people: 20 up to 200, 16 at 500, 12 from 1,000 on.
static float wanted_size(int people)
{
	float n = (float)people;
	return people <= 200 ? 20 : people <= 500 ? 20 - 4 * (n - 200) / 300 : people <= 1000 ? 16 - 4 * (n - 500) / 500 : 12;
}

// As large as wanted, or as fits; people share a dot before dots get too small to tell their shapes.
static void choose_dots(struct stage *stage)
{
	static const int step[] = { 1, 2, 5 };
	struct stage_layout *l = &stage->layout;
	int posts = config_staff(stage->config);
	float most = wanted_size(posts) * 1.22f * l->scale, least = 8.5f * (l->scale > 1 ? sqrtf(l->scale) : 1);
	least = least < most ? least : most;
	for (int n = 0; n < 24; n++) {
		int tens = 1;
		for (int i = 0; i < n / 3; i++)
			tens *= 10;
		l->each = step[n % 3] * tens;
		for (l->pitch = most; l->pitch > least && !all_fit(stage, l->pitch, l->each); l->pitch -= 0.25f)
			continue;
		if (posts / l->each <= STAGE_DOTS && (all_fit(stage, l->pitch, l->each) || posts / l->each < 40))
			break;
	}
	l->dot = l->pitch * 0.82f;
}

static bool same_area(struct stage_area a, struct stage_area b)
{
	return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

static bool is_laid_out(const struct stage *stage, const struct stage_look *look, struct stage_area area)
{
	return same_area(stage->layout.area, area) && stage->look.font == look->font && stage->look.zoom == look->zoom &&
	       stage->look.lang == look->lang;
}

void stage_lay_out(struct stage *stage, const struct stage_look *look, struct stage_area area)
{
	struct stage_layout *l = &stage->layout;
	float weight[STAGE_UNITS];
	bool fits = is_laid_out(stage, look, area), same = fits && stage->look.theme == look->theme;
	stage->still_fits = stage->still_fits && same;
	stage->look = *look;
	stage->chart = (struct chart_look){ .theme = look->theme, .font = look->font, .lang = look->lang, .width = area.width };
	if (fits)
		return;
	float zoom = look->zoom > 0 ? look->zoom : 1, by_width = area.width / 1340, by_height = area.height / 900;
	l->area = area;
	l->scale = by_width < by_height ? by_width : by_height;
	l->text = TEXT * l->scale * zoom;
	l->small = SMALL * l->scale * zoom;
	float bar = 2.0f * l->small;
	l->legend = (struct stage_area){ area.x, area.y + area.height - bar, area.width, bar };
	l->box_area = (struct stage_area){ area.x, area.y, area.width, area.height - bar };
	struct tiling t = { .area = l->box_area, .box = l->box };
	weigh(stage->config, &t, weight);
	tile_best(&t);
	float gap = (stage->units > 60 ? 5 : 10) * l->scale;
	for (int u = 0; u < stage->units; u++)
		l->box[u].all = inset(l->box[u].all, gap / 2);
	fit_names(stage);
	for (int u = 0; u < stage->units; u++)
		cut_box(stage, &l->box[u]);
	choose_dots(stage);
	stage->now.placed = stage->before.placed = false;
}
