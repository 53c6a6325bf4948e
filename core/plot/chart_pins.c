// Pins: moments on the time axis. A few stand with their words above the plot; more are numbered, those
// that nearly coincide under one label ("2–8"), and told in a list below.
#include "plot/chart_inside.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_MOST = 8, ROWS_MOST = 3, GROUPS_MOST = 128, LABEL_MAX = 40, COLUMNS_FROM = 760 };

static bool is_inside(const struct plot *plot, const struct chart_pin *pin)
{
	return pin->x >= plot->x_low && pin->x <= plot->x_high;
}

static void name_pin(const struct chart_pin *pin, int index, char out[LABEL_MAX])
{
	if (pin->mark)
		snprintf(out, LABEL_MAX, "%.12s", pin->mark);
	else
		snprintf(out, LABEL_MAX, "%d", index + 1);
}

static void draw_pin(struct page *page, float x, float top, float bottom)
{
	int begin = draw_begin_path(page->draw);
	draw_to(page->draw, x, top);
	draw_to(page->draw, x, bottom);
	draw_path(page->draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = page->theme->pin,
	          .thick = page->zoom });
}

static struct style mark_style(const struct page *page)
{
	return (struct style){ .size = 11.5f * page->zoom, .weight = FONT_BOLD, .colour = page->theme->quiet, .anchor = DRAW_MIDDLE };
}

// ---- with words: each in the first row where it fits, right of its line or left of it

struct place {
	float x, left, right;  // of the line, and of the words
	int row;               // 0 is next to the plot
};

// In an upper row a line runs down past the lower ones, so words must leave room for each other's lines.
static bool collides(const struct place *a, const struct place *b)
{
	if (a->row == b->row)
		return a->left < b->right && b->left < a->right;
	const struct place *upper = a->row > b->row ? a : b, *lower = a->row > b->row ? b : a;
	return upper->x > lower->left - 4 && upper->x < lower->right + 4;
}

static bool try_place(struct place *place, int count, const struct page *page)
{
	const struct place *mine = &place[count];
	if (mine->left < page->left || mine->right > page->right)
		return false;
	for (int i = 0; i < count; i++)
		if (collides(mine, &place[i]))
			return false;
	return true;
}

static bool place_one(struct page *page, struct place *place, int count, float x, const char *text)
{
	float width = chart_width(page, text, -1, chart_small(page)), gap = 5 * page->zoom;
	for (int row = 0; row < ROWS_MOST; row++)
		for (int left = 0; left < 2; left++) {
			place[count] = (struct place){ x, left ? x - gap - width : x + gap, left ? x - gap : x + gap + width, row };
			if (try_place(place, count, page))
				return true;
		}
	return false;
}

// Rows used; 0 when they do not fit, or there are none.
static int place_all(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count, struct place *place)
{
	int placed = 0, rows = 0;
	for (int i = 0; i < count; i++) {
		if (!is_inside(plot, &pin[i]) || !pin[i].text)
			continue;
		if (placed == WORDS_MOST || !place_one(page, place, placed, chart_x(plot, pin[i].x), pin[i].text))
			return 0;
		rows = place[placed].row + 1 > rows ? place[placed].row + 1 : rows;
		placed++;
	}
	return rows;
}

bool chart_pins_fit(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count)
{
	struct place place[WORDS_MOST + 1];
	return !page->phone && place_all(page, plot, pin, count, place) > 0;
}

static void draw_words(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count)
{
	struct place place[WORDS_MOST + 1];
	struct style style = chart_small(page);
	float line = chart_line_height(style);
	int n = 0;
	if (!place_all(page, plot, pin, count, place))
		return;
	for (int i = 0; i < count; i++) {
		if (!is_inside(plot, &pin[i]) || !pin[i].text)
			continue;
		float top = plot->y - (float)(place[n].row + 1) * line - 2 * page->zoom;
		draw_pin(page, place[n].x, top + 3 * page->zoom, plot->y + plot->height);
		chart_put(page, pin[i].text, -1, place[n].left, top, style);
		n++;
	}
}

// ---- with marks

struct group {
	int first, last;      // pins
	float from, to;       // x of their lines
	float left, right;    // of the label
	char label[2 * LABEL_MAX];
};

static void measure(struct page *page, struct group *group, const struct chart_pin *pin)
{
	char first[LABEL_MAX], last[LABEL_MAX];
	name_pin(&pin[group->first], group->first, first);
	name_pin(&pin[group->last], group->last, last);
	bool one = group->first == group->last || strcmp(first, last) == 0;
	snprintf(group->label, sizeof group->label, one ? "%s" : "%s–%s", first, last);
	float half = chart_width(page, group->label, -1, mark_style(page)) / 2, middle = (group->from + group->to) / 2;
	float least = page->left + half, most = page->right - half;
	middle = middle > most ? most : middle < least ? least : middle;
	group->left = middle - half;
	group->right = middle + half;
}

// Joins the last group to the one before it as long as their labels touch.
static int join(struct page *page, struct group *group, int count, const struct chart_pin *pin)
{
	while (count > 1 && (count == GROUPS_MOST || group[count - 1].left < group[count - 2].right + 3 * page->zoom)) {
		group[count - 2].last = group[count - 1].last;
		group[count - 2].to = group[count - 1].to;
		measure(page, &group[count - 2], pin);
		count--;
	}
	return count;
}

static void draw_marks(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count)
{
	struct group group[GROUPS_MOST];
	struct style style = mark_style(page);
	int groups = 0;
	for (int i = 0; i < count; i++) {
		if (!is_inside(plot, &pin[i]))
			continue;
		float x = chart_x(plot, pin[i].x);
		draw_pin(page, x, plot->y, plot->y + plot->height);
		group[groups] = (struct group){ .first = i, .last = i, .from = x, .to = x };
		measure(page, &group[groups], pin);
		groups = join(page, group, groups + 1, pin);
	}
	for (int i = 0; i < groups; i++)
		chart_put(page, group[i].label, -1, (group[i].left + group[i].right) / 2, plot->y - chart_line_height(style), style);
}

float chart_pins_height(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count, bool words)
{
	struct place place[WORDS_MOST + 1];
	if (count == 0)
		return 0;
	return words ? (float)place_all(page, plot, pin, count, place) * chart_line_height(chart_small(page)) + 4 * page->zoom
	             : chart_line_height(mark_style(page)) + 1 * page->zoom;
}

void chart_draw_pins(struct page *page, const struct plot *plot, const struct chart_pin *pin, int count, bool words)
{
	if (words)
		draw_words(page, plot, pin, count);
	else
		draw_marks(page, plot, pin, count);
}

// ---- the list

struct list {
	struct page *page;
	float x, width, mark, when;  // of a column and what stands in it
};

// Puts, or without a drawing measures, one pin; returns its height.
static float put_item(const struct list *list, const struct chart_pin *pin, int index, float top)
{
	struct page *page = list->page;
	char mark[LABEL_MAX];
	name_pin(pin, index, mark);
	struct style bold = chart_bold(page), text = chart_small(page);
	bold.size = page->small;
	text.colour = page->theme->ink;
	chart_put(page, mark, -1, list->x, top, bold);
	if (pin->when)
		chart_put(page, pin->when, -1, list->x + list->mark, top, chart_small(page));
	float used = list->mark + list->when;
	float height = chart_wrap(page, pin->text ? pin->text : "", list->x + used, top, list->width - used, 0, text);
	return (height > 0 ? height : chart_line_height(text)) + 4 * page->zoom;
}

static bool is_between(const struct chart_pin *pin, double from, double to)
{
	return pin->text && pin->x >= from && pin->x <= to;
}

static float measure_list(struct list *list, const struct chart_pin *pin, int count, double from, double to)
{
	struct draw *draw = list->page->draw;
	float height = 0;
	list->page->draw = NULL;
	for (int i = 0; i < count; i++)
		height += is_between(&pin[i], from, to) ? put_item(list, &pin[i], i, 0) : 0;
	list->page->draw = draw;
	return height;
}

static void measure_columns(struct list *list, const struct chart_pin *pin, int count)
{
	struct page *page = list->page;
	for (int i = 0; i < count; i++) {
		char mark[LABEL_MAX];
		name_pin(&pin[i], i, mark);
		struct style bold = chart_bold(page);
		float one = chart_width(page, mark, -1, bold) + 6 * page->zoom;
		float when = pin[i].when ? chart_width(page, pin[i].when, -1, chart_small(page)) + 8 * page->zoom : 0;
		list->mark = one > list->mark ? one : list->mark;
		list->when = when > list->when ? when : list->when;
	}
}

void chart_list_pins(struct page *page, const struct chart_pin *pin, int count, double from, double to)
{
	float gap = 32 * page->zoom, all = page->right - page->left;
	bool two = count > 1 && all >= COLUMNS_FROM * page->zoom;
	struct list list = { .page = page, .x = page->left, .width = two ? (all - gap) / 2 : all };
	measure_columns(&list, pin, count);
	float half = two ? measure_list(&list, pin, count, from, to) / 2 : 0;
	float top = page->y + 14 * page->zoom, y = top, lowest = top;
	for (int i = 0; i < count; i++) {
		if (!is_between(&pin[i], from, to))
			continue;
		if (two && list.x == page->left && y - top >= half) {
			list.x += list.width + gap;
			y = top;
		}
		y += put_item(&list, &pin[i], i, y);
		lowest = y > lowest ? y : lowest;
	}
	page->y = lowest > top ? lowest : page->y;
}
