// Sizes on the stage: boxes that follow the posts, words that fit in them, dots as large as all have room for.
#include "view/stage_inside.h"

#include "plot/colour.h"

#include <math.h>
#include <string.h>

enum { EVEN_TURNS = 4 };     // in which boxes are made to fit their people

#define POOL_LEAST 0.12f     // of the weight, so that there is a middle
#define POOL_LEAST_FEW 0.20f // beside three departments or fewer
#define POOL_MOST 0.40f
#define EVEN_SHARE 0.35f     // of an average department: so much everybody has, whatever the posts
#define TEXT 34.0f           // sizes of letters at scale 1
#define BAR 22.0f
#define NAME_LEAST 9.0f      // px
#define WORDS_MOST 0.56f     // of a box's height, when there is a choice
#define WORDS_AT_MOST 0.66f
#define DOT_PART 0.80f       // of a pitch

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

static void weigh(const struct config *config, struct stage_tiling *t, float weight[STAGE_UNITS])
{
	float posts = (float)config_staff(config), even = EVEN_SHARE * posts / (float)config->department_count, share = pool_share(config);
	t->count = config->department_count;
	float all = 0;
	for (int d = 0; d < t->count; d++)
		all += weight[d] = (float)config->department[d].staff + even;
	t->weight = weight;
	float least = t->count <= 3 ? POOL_LEAST_FEW : POOL_LEAST;
	share = 1.3f * share < least ? least : 1.3f * share > POOL_MOST ? POOL_MOST : 1.3f * share;
	t->pool = all * share / (1 - share);
}

// ---- sizes

// Widths grow with the size, so names are measured once.
static void measure_name(const struct stage *stage, int unit, struct stage_words *words)
{
	struct page page = stage_page(stage, NULL);
	const char *name = stage_name(stage->config, unit, stage->look.lang);
	struct style style = { .size = 100, .weight = FONT_BOLD };
	words->space = chart_width(&page, " ", 1, style) / 100;
	for (words->count = 0; *name && words->count < STAGE_WORDS; words->count++) {
		int length = words->count == STAGE_WORDS - 1 ? (int)strlen(name) : (int)strcspn(name, " ");
		words->word[words->count] = chart_width(&page, name, length, style) / 100;
		name += length;
		name += *name == ' ';
	}
}

// Lines that a name takes; 99 when a word does not fit by itself.
static int lines_of(const struct stage_words *words, float size, float width)
{
	int lines = 1;
	float used = 0;
	for (int i = 0; i < words->count; i++) {
		float word = words->word[i] * size, gap = used > 0 ? words->space * size : 0;
		if (word > width)
			return 99;
		lines += used + gap + word > width;
		used = used + gap + word > width ? word : used + gap + word;
	}
	return lines;
}

static struct stage_area inset(struct stage_area area, float by)
{
	return (struct stage_area){ area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by };
}

// Sizes of a box's words follow from the name's: the head, and the tail with the queue.
#define FIGURES 0.84f  // size of the figures

static float head_of(const struct stage_box *box, float size, float small)
{
	return (float)box->name_lines * chart_line_height((struct style){ .size = size }) + 1.25f * small + 1.2f * box->pad;
}

static float tail_of(const struct stage_box *box, float small)
{
	return 0.85f * small + 0.9f * box->pad;
}

static bool name_fits(const struct stage_words *words, struct stage_box *box, float size)
{
	box->name_lines = lines_of(words, size, box->all.width - 2 * box->pad);
	return box->name_lines <= 2 && head_of(box, size, FIGURES * size) + tail_of(box, FIGURES * size) <= WORDS_MOST * box->all.height;
}

// The largest size at which the name takes at most two lines, and the words leave the people their part of the box.
static void fit_name(const struct stage *stage, struct stage_box *box, int unit, float most)
{
	const struct stage_words *words = &stage->layout.words[unit];
	float size = most;
	while (size > NAME_LEAST && !name_fits(words, box, size))
		size *= 0.96f;
	box->name_size = size = size < NAME_LEAST ? NAME_LEAST : size;
	bool one = lines_of(words, size, box->all.width - 2 * box->pad) == 1 || box->all.height < 6 * chart_line_height((struct style){ .size = size });
	box->name_lines = one ? 1 : 2;
}

// One size for all names where that can be: that of a box in the lower third.
static void fit_names(struct stage *stage)
{
	struct stage_layout *l = &stage->layout;
	float size[STAGE_UNITS] = { 0 };
	for (int u = 0; u < stage->units; u++) {
		fit_name(stage, &l->box[u], u, l->text);
		int at = u;
		for (; at > 0 && size[at - 1] > l->box[u].name_size; at--)
			size[at] = size[at - 1];
		size[at] = l->box[u].name_size;
	}
	float common = size[stage->units / 3];
	l->small = FIGURES * common;
	for (int u = 0; u < stage->units; u++)
		if (l->box[u].name_size > common)
			fit_name(stage, &l->box[u], u, common);
}

static void pad_box(const struct stage *stage, struct stage_box *box)
{
	float scale = stage->layout.scale, least = box->all.width < box->all.height ? box->all.width : box->all.height;
	box->pad = 8 * scale < 0.06f * least ? 8 * scale : 0.06f * least;
	box->kerb = STAGE_KERB * scale < 0.07f * least ? STAGE_KERB * scale : 0.07f * least;
}

static void cut_box(struct stage_box *box)
{
	struct stage_area a = box->all;
	float pad = box->pad, small = FIGURES * box->name_size, tail = tail_of(box, small), head = head_of(box, box->name_size, small);
	box->figure_size = small;
	box->figures = head + tail <= WORDS_AT_MOST * a.height;
	if (!box->figures)
		head -= 1.25f * small;
	box->queue = (struct stage_area){ a.x + pad, a.y + a.height - tail, a.width - 2 * pad, tail - pad * 0.5f };
	box->floor = (struct stage_area){ a.x + pad * 0.6f, a.y + head, a.width - pad * 1.2f, a.height - head - tail };
}

// ---- dots

// People that a unit's floor is made for.
static int people_of(const struct stage *stage, int unit)
{
	if (unit == CONFIG_POOL)
		return (int)(1.15f * pool_share(stage->config) * (float)config_staff(stage->config));
	return stage->config->department[unit - 1].staff;
}

// Dots that fit in a box at a pitch.
static int capacity(const struct stage *stage, int unit, float pitch)
{
	struct stage_area floor = stage_floor(stage, unit);
	return floor.width < pitch || floor.height < pitch ? 0 : (int)(floor.width / pitch) * (int)(floor.height / pitch);
}

// The share of the people for whom there is room where they are.
static float fitting_share(const struct stage *stage, float pitch, int each)
{
	float fit = 0, all = 0;
	for (int u = 0; u < stage->units; u++) {
		int people = people_of(stage, u), dots = (people * 105 / 100 + each - 1) / each;
		fit += capacity(stage, u, pitch) >= dots ? (float)people : 0;
		all += (float)people;
	}
	return fit / all;
}

// Size of a dot on a stage of scale 1 for so many people: 20 at 200, 16 at 500, 12 from 1,000 on; larger for a few.
static float usual_size(int people)
{
	float n = (float)people;
	return people <= 50 ? 36 : people <= 200 ? 36 - 16 * (n - 50) / 150 : people <= 500 ? 20 - 4 * (n - 200) / 300 : people <= 1000 ? 16 - 4 * (n - 500) / 500 : 12;
}

// The largest pitch at which all fit; when none does, the least.
static float best_pitch(const struct stage *stage, int each, float least, float most)
{
	float pitch = most;
	while (pitch > least && fitting_share(stage, pitch, each) < 1)
		pitch *= 0.98f;
	return pitch > least ? pitch : least;
}

// As large as usual, or half as large again where there is room. People share a dot before dots get too small to tell
// their shapes; a few crowded units stand closer (stage_dots.c).
static void choose_dots(struct stage *stage)
{
	static const int step[] = { 1, 2, 3, 5 };
	struct stage_layout *l = &stage->layout;
	int posts = config_staff(stage->config);
	float most = 1.5f * usual_size(posts) * l->scale / DOT_PART, least = 8 * (l->scale > 1 ? sqrtf(l->scale) : 1);
	least = least < most ? least : most;
	for (int n = 0, tens = 1; n < 28; n++, tens *= n % 4 ? 1 : 10) {
		l->each = step[n % 4] * tens;
		if (posts / l->each > STAGE_DOTS)
			continue;
		l->pitch = best_pitch(stage, l->each, least, most);
		if (fitting_share(stage, l->pitch, l->each) > 0.8f || posts / l->each < 40 * stage->units)
			break;
	}
	l->dot = l->pitch * DOT_PART;
	for (int u = 0; u < stage->units; u++) {  // a block of the form of its floor
		struct stage_area floor = stage_floor(stage, u);
		float dots = (float)people_of(stage, u) * 1.05f / (float)l->each;
		int rows = (int)ceilf(sqrtf(dots * floor.height / floor.width)), most_rows = (int)(floor.height / l->pitch);
		l->box[u].rows = u == CONFIG_POOL || rows < 1 ? 1 : most_rows >= 1 && rows > most_rows ? most_rows : rows;
	}
}

// ---- boxes

static void make_boxes(struct stage *stage, struct stage_tiling *t, int above, int below)
{
	struct stage_layout *l = &stage->layout;
	float gap = (stage->units > 60 ? 5 : 10) * l->scale;
	stage_tile(t, above, below);
	for (int u = 0; u < stage->units; u++) {
		l->box[u].all = inset(l->box[u].all, gap / 2);
		pad_box(stage, &l->box[u]);
	}
	fit_names(stage);
	for (int u = 0; u < stage->units; u++)
		cut_box(&l->box[u]);
}

// The pitch that a department's floor has room for.
static float own_pitch(const struct stage *stage, int unit)
{
	float people = (float)people_of(stage, unit) + 1;
	struct stage_area floor = stage_floor(stage, unit);
	float pitch = floor.width > 1 && floor.height > 1 ? sqrtf(floor.width * floor.height / people) : 1;
	while (pitch > 1 && (int)(floor.width / pitch) * (int)(floor.height / pitch) < (int)people)
		pitch *= 0.97f;
	return pitch;
}

// Words take more of a small box than of a large one: boxes whose floor is short for its people get more.
static void even_out(const struct stage *stage, float weight[STAGE_UNITS], int count)
{
	float mean = 0, pitch[STAGE_UNITS];
	for (int d = 0; d < count; d++) {
		pitch[d] = own_pitch(stage, d + 1);
		mean += pitch[d] / (float)count;
	}
	for (int d = 0; d < count; d++) {
		float factor = sqrtf(mean / pitch[d]);
		weight[d] *= factor < 0.85f ? 0.85f : factor > 1.2f ? 1.2f : factor;
	}
}

static void place_boxes(struct stage *stage)
{
	float weight[STAGE_UNITS];
	struct stage_tiling t = { .area = stage->layout.box_area, .box = stage->layout.box };
	int above, below;
	weigh(stage->config, &t, weight);
	for (int u = 0; u < stage->units; u++)
		measure_name(stage, u, &stage->layout.words[u]);
	stage_tile_best(&t, &above, &below);
	make_boxes(stage, &t, above, below);
	for (int turn = 0; turn < EVEN_TURNS; turn++) {
		even_out(stage, weight, t.count);
		make_boxes(stage, &t, above, below);
	}
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
	bool fits = is_laid_out(stage, look, area), same = fits && stage->look.theme == look->theme && stage->look.gigs == look->gigs && stage->look.ties == look->ties;
	for (int step = 0; step < THEME_STEPS && stage->look.theme != look->theme; step++)
		stage->trail[step] = colour_mix(look->theme->mindset[step], look->theme->paper, 0.5);
	stage->still_fits = stage->still_fits && same;
	stage->look = *look;
	stage->chart = (struct chart_look){ .theme = look->theme, .font = look->font, .lang = look->lang, .width = area.width };
	if (fits)
		return;
	float zoom = look->zoom > 0 ? look->zoom : 1, by_width = area.width / 1340, by_height = area.height / 780;
	l->area = area;
	l->scale = by_width < by_height ? by_width : by_height;
	l->text = TEXT * l->scale * zoom;
	l->bar = BAR * l->scale * zoom;
	float bar = 3.2f * l->bar;
	l->legend = (struct stage_area){ area.x, area.y + area.height - bar, area.width, bar };
	l->box_area = (struct stage_area){ area.x, area.y, area.width, area.height - bar };
	place_boxes(stage);
	choose_dots(stage);
	stage->now.placed = stage->before.placed = false;
}
