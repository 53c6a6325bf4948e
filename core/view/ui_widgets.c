// Buttons, toggles, tabs, sliders, cards and areas that scroll.
#include "view/ui.h"

#include "plot/colour.h"

#include <math.h>

#define RADIUS 8.f
#define PAD 18.f

// ---- buttons

struct paint {
	uint32_t fill, stroke, text;
};

static struct paint button_paint(const struct ui *ui, const struct ui_button *button, const struct ui_state *state)
{
	const struct theme *theme = ui->look.theme;
	uint32_t fill = button->main ? ui_accent(ui) : button->on ? colour_mix(theme->paper, ui_accent(ui), 0.22) : ui_surface(ui);
	uint32_t text = button->main ? theme->paper : theme->ink;
	if (button->off)
		return (struct paint){ theme->paper, theme->grid, theme->axis };
	if (state->hot)
		fill = colour_mix(fill, button->main ? theme->ink : ui_accent(ui), state->held ? 0.35 : 0.15);
	return (struct paint){ fill, button->main ? fill : button->on ? ui_accent(ui) : theme->pin, text };
}

float ui_button_width(const struct ui *ui, const struct ui_button *button, float height)
{
	float label = button->label ? ui_width(ui, button->label, -1, ui_bold(ui, UI_TEXT)) : 0;
	if (!button->label)
		return height;
	return ceilf(label) + 2 * ui_px(ui, PAD) + (button->icon ? ui_px(ui, UI_TEXT + 10) : 0);
}

static void draw_button(struct ui *ui, struct ui_box box, const struct ui_button *button, struct paint paint)
{
	float icon = button->label ? ui_px(ui, UI_TEXT * 0.8f) : roundf(fminf(box.width, box.height) * 0.46f);
	struct ui_style style = { UI_TEXT, FONT_BOLD, paint.text, DRAW_MIDDLE };
	struct ui_box at = ui_inset(box, 0);
	ui_round(ui, box, ui_px(ui, RADIUS), paint.fill, paint.stroke, ui_px(ui, 2));
	if (button->label && button->icon) {
		float wide = icon + ui_px(ui, 12) + ui_width(ui, button->label, -1, style), left = box.x + fmaxf((box.width - wide) / 2, ui_px(ui, PAD) / 2);
		ui_icon(ui, button->icon, (struct ui_box){ roundf(left), box.y, icon, box.height }, paint.text);
		style.anchor = DRAW_START;
		at.x = left + icon + ui_px(ui, 12);
		at.width = box.x + box.width - at.x - ui_px(ui, PAD) / 2;
	} else if (button->icon) {
		ui_icon(ui, button->icon, (struct ui_box){ roundf(box.x + (box.width - icon) / 2), roundf(box.y + (box.height - icon) / 2), icon, icon }, paint.text);
	}
	if (button->label)
		ui_text_fitting(ui, button->icon ? at : ui_inset(at, ui_px(ui, 6)), button->label, style, 20);
}

bool ui_button(struct ui *ui, const char *name, struct ui_box box, const struct ui_button *button)
{
	struct ui_state state = { 0 };
	if (!button->off)
		state = ui_touch(ui, name, box, false, button->tip);
	draw_button(ui, box, button, button_paint(ui, button, &state));
	ui_ring(ui, box, ui_px(ui, RADIUS), &state);
	return state.active;
}

bool ui_toggle(struct ui *ui, const char *name, struct ui_box box, const char *label, const char *tip, bool *on)
{
	const struct theme *theme = ui->look.theme;
	struct ui_state state = ui_touch(ui, name, box, false, tip);
	if (state.active)
		*on = !*on;
	float high = ui_px(ui, UI_TEXT), wide = roundf(high * 1.8f), pad = ui_px(ui, 4);
	struct ui_box track = { box.x, roundf(box.y + (box.height - high) / 2), wide, high };
	uint32_t colour = *on ? ui_accent(ui) : colour_mix(theme->paper, theme->axis, state.hot ? 0.9 : 0.75);
	ui_round(ui, track, high / 2, colour, 0, 0);
	draw_circle(ui->draw, *on ? track.x + wide - high / 2 : track.x + high / 2, track.y + high / 2, high / 2 - pad, theme->paper, 0, 0);
	ui_text(ui, (struct ui_box){ box.x + wide + ui_px(ui, 14), box.y, box.width - wide - ui_px(ui, 14), box.height }, label, ui_plain(ui, UI_TEXT));
	ui_ring(ui, box, ui_px(ui, RADIUS), &state);
	return state.active;
}

// ---- tabs

static void turn_tabs(struct ui *ui, int count, int *at)
{
	if (ui_key(ui, UI_KEY_LEFT, 0))
		*at = (*at + count - 1) % count;
	if (ui_key(ui, UI_KEY_RIGHT, 0))
		*at = (*at + 1) % count;
	if (ui_key(ui, UI_KEY_HOME, 0))
		*at = 0;
	if (ui_key(ui, UI_KEY_END, 0))
		*at = count - 1;
}

static void draw_tab(struct ui *ui, struct ui_box box, const char *label, bool chosen, bool hot)
{
	const struct theme *theme = ui->look.theme;
	struct ui_style style = { UI_TEXT, chosen ? FONT_BOLD : FONT_REGULAR, chosen || hot ? theme->ink : theme->quiet, DRAW_MIDDLE };
	float line = ui_px(ui, chosen ? 5 : 2);
	draw_rect(ui->draw, box.x, box.y + box.height - line, box.width, line, chosen ? ui_accent(ui) : theme->grid);
	ui_text_fitting(ui, ui_inset(box, 2), label, style, 20);
}

// Each as wide as its label asks, what is left shared.
bool ui_tabs(struct ui *ui, const char *name, struct ui_box box, const char *const *label, int count, int *at)
{
	struct ui_state state = ui_touch(ui, name, box, true, NULL);
	float asked = 0, x = box.x;
	int before = *at;
	for (int i = 0; i < count; i++)
		asked += ui_width(ui, label[i], -1, ui_bold(ui, UI_TEXT)) + 4;
	if (state.focus && ui->ring)
		turn_tabs(ui, count, at);
	for (int i = 0; i < count; i++) {
		float own = ui_width(ui, label[i], -1, ui_bold(ui, UI_TEXT)) + 4, end = i == count - 1 ? box.x + box.width : roundf(x + own + (box.width - asked) / (float)count);
		struct ui_box tab = { x, box.y, end - x, box.height };
		bool hot = state.hot && ui_in(tab, ui->in.x, ui->in.y);
		if (hot && state.active)
			*at = i;
		draw_tab(ui, tab, label[i], *at == i, hot);
		x = end;
	}
	ui_ring(ui, box, ui_px(ui, RADIUS), &state);
	return *at != before;
}

// ---- sliders

static bool slide_keys(struct ui *ui, float step, float *value)
{
	float before = *value;
	if (ui_key(ui, UI_KEY_LEFT, 0) || ui_key(ui, UI_KEY_DOWN, 0))
		*value -= step;
	if (ui_key(ui, UI_KEY_RIGHT, 0) || ui_key(ui, UI_KEY_UP, 0))
		*value += step;
	if (ui_key(ui, UI_KEY_HOME, 0))
		*value = 0;
	if (ui_key(ui, UI_KEY_END, 0))
		*value = 1;
	*value = fminf(fmaxf(*value, 0), 1);
	return *value != before;
}

bool ui_slider(struct ui *ui, const char *name, struct ui_box box, const char *tip, float step, float *value)
{
	const struct theme *theme = ui->look.theme;
	struct ui_state state = ui_touch(ui, name, box, true, tip);
	float radius = ui_px(ui, 13), thick = ui_px(ui, 6), length = box.width - 2 * radius, before = *value;
	if (state.held)
		*value = fminf(fmaxf((ui->in.x - box.x - radius) / length, 0), 1);
	bool changed = (state.held && *value != before) || (state.focus && ui->ring && slide_keys(ui, step, value));
	float middle = roundf(box.y + box.height / 2), at = roundf(box.x + radius + *value * length);
	ui_round(ui, (struct ui_box){ box.x + radius, middle - thick / 2, length, thick }, thick / 2, theme->pin, 0, 0);
	ui_round(ui, (struct ui_box){ box.x + radius, middle - thick / 2, at - box.x - radius, thick }, thick / 2, ui_accent(ui), 0, 0);
	draw_circle(ui->draw, at, middle, state.hot || state.held ? radius + 2 : radius, ui_accent(ui), theme->paper, ui_px(ui, 3));
	ui_ring(ui, box, ui_px(ui, RADIUS), &state);
	return changed;
}

// ---- cards

bool ui_card(struct ui *ui, const char *name, struct ui_box box, bool chosen)
{
	const struct theme *theme = ui->look.theme;
	struct ui_state state = ui_touch(ui, name, box, false, NULL);
	uint32_t fill = ui_surface(ui), stroke = chosen ? ui_accent(ui) : theme->grid;
	if (state.hot) {
		fill = colour_mix(fill, ui_accent(ui), state.held ? 0.14 : 0.06);
		stroke = ui_accent(ui);
	}
	ui_round(ui, box, ui_px(ui, 10), fill, stroke, ui_px(ui, chosen ? 3 : 2));
	ui_ring(ui, box, ui_px(ui, 10), &state);
	return state.active;
}

// ---- areas that scroll

// The oldest one makes room.
static struct ui_scroll *scroll_of(struct ui *ui, uint32_t id)
{
	struct ui_scroll *oldest = &ui->scroll[0];
	for (int i = 0; i < UI_SCROLLS_MAX; i++) {
		if (ui->scroll[i].id == id)
			return &ui->scroll[i];
		if (ui->scroll[i].used < oldest->used)
			oldest = &ui->scroll[i];
	}
	*oldest = (struct ui_scroll){ .id = id };
	return oldest;
}

static void scroll_keys(struct ui *ui, struct ui_scroll *scroll, float page, float height)
{
	float line = ui_px(ui, 2 * UI_BODY);
	scroll->wanted += ui_key(ui, UI_KEY_DOWN, 0) ? line : 0;
	scroll->wanted -= ui_key(ui, UI_KEY_UP, 0) ? line : 0;
	scroll->wanted += ui_key(ui, UI_KEY_PAGE_DOWN, 0) ? page : 0;
	scroll->wanted -= ui_key(ui, UI_KEY_PAGE_UP, 0) ? page : 0;
	if (ui_key(ui, UI_KEY_HOME, 0))
		scroll->wanted = 0;
	if (ui_key(ui, UI_KEY_END, 0))
		scroll->wanted = height;
}

static void glide(struct ui *ui, struct ui_scroll *scroll, float most)
{
	scroll->wanted = fminf(fmaxf(scroll->wanted, 0), most);
	float left = scroll->wanted - scroll->offset;
	float part = fminf(ui->in.seconds * 14, 1);
	scroll->offset = fabsf(left) < 1 ? scroll->wanted : roundf(scroll->offset + left * part);
	ui->busy |= scroll->offset != scroll->wanted;
}

static void draw_bar(struct ui *ui, struct ui_box box, const struct ui_scroll *scroll, float height)
{
	float wide = ui_px(ui, 8), long_ = fmaxf(box.height * box.height / height, ui_px(ui, 40));
	float at = box.y + (box.height - long_) * scroll->offset / (height - box.height);
	struct ui_box rail = { box.x + box.width - wide, box.y, wide, box.height };
	ui_round(ui, rail, wide / 2, ui->look.theme->grid, 0, 0);
	ui_round(ui, (struct ui_box){ rail.x, at, wide, long_ }, wide / 2, ui->look.theme->axis, 0, 0);
}

struct ui_box ui_area(struct ui *ui, const char *name, struct ui_box box, float height)
{
	must(!ui->scrolling);
	bool scrolls = height > box.height + 0.5f;
	struct ui_state state = { 0 };
	if (scrolls)
		state = ui_reach(ui, name, box);
	struct ui_scroll *scroll = scroll_of(ui, state.id);
	scroll->used = ui->frame;
	if (scrolls && ui->in.inside && ui_in(box, ui->in.x, ui->in.y) && !ui->inert)
		scroll->wanted -= ui->in.wheel * ui_px(ui, 3 * UI_TEXT);
	if (scrolls && state.focus && ui->ring)
		scroll_keys(ui, scroll, box.height, height);
	glide(ui, scroll, scrolls ? height - box.height : 0);
	if (scrolls)
		draw_bar(ui, box, scroll, height);
	ui_ring(ui, box, ui_px(ui, RADIUS), &state);
	ui->scrolling = scroll;
	ui->view = box;
	float right = scrolls ? ui_px(ui, 20) : 0;
	draw_clip(ui->draw, box.x, box.y, box.width - right, box.height);
	return (struct ui_box){ box.x, box.y - scroll->offset, box.width - right, height };
}

void ui_area_end(struct ui *ui)
{
	must(ui->scrolling);
	ui->scrolling = NULL;
	draw_unclip(ui->draw);
}
