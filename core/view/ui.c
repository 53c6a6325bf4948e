// Which widget is under the pointer, held, or has the focus.
#include "view/ui.h"

#include <string.h>

#define TIP_AFTER 0.45f  // s

void ui_init(struct ui *ui)
{
	*ui = (struct ui){ 0 };
}

// ---- names

static uint32_t hash(uint32_t seed, const void *bytes, size_t count)
{
	const unsigned char *at = bytes;
	for (size_t i = 0; i < count; i++)
		seed = (seed ^ at[i]) * 16777619u;
	return seed;
}

static uint32_t id_of(const struct ui *ui, const char *name)
{
	uint32_t id = hash(ui->groups ? ui->group[ui->groups - 1] : 2166136261u, name, strlen(name));
	return id ? id : 1;
}

void ui_group(struct ui *ui, const char *name, int number)
{
	must(ui->groups < UI_GROUPS_MAX);
	uint32_t id = hash(id_of(ui, name), &number, sizeof number);
	ui->group[ui->groups++] = id;
}

void ui_group_end(struct ui *ui)
{
	must(ui->groups > 0);
	ui->groups--;
}

// ---- keys

static bool is_key(const struct ui_press *press, enum ui_key key, int32_t letter)
{
	return press->key == key && press->key != UI_KEY_NONE && press->letter == letter;
}

bool ui_key(struct ui *ui, enum ui_key key, int32_t letter)
{
	for (int i = 0; i < ui->in.key_count && !ui->inert; i++)
		if (is_key(&ui->in.key[i], key, letter)) {
			ui->in.key[i].key = UI_KEY_NONE;
			return true;
		}
	return false;
}

bool ui_letter(struct ui *ui, char letter)
{
	for (int i = 0; i < ui->in.key_count && !ui->inert; i++)
		if (is_key(&ui->in.key[i], UI_KEY_LETTER, letter) && !ui->in.key[i].control) {
			ui->in.key[i].key = UI_KEY_NONE;
			return true;
		}
	return false;
}

// ---- the focus moves through the widgets of the frame before

static int find_before(const struct ui *ui, uint32_t id)
{
	for (int i = 0; i < ui->widgets_before; i++)
		if (ui->before[i].id == id)
			return i;
	return -1;
}

static void focus_on(struct ui *ui, int index)
{
	ui->focus = ui->before[index].id;
	ui->ring = true;
	ui->cursor = 1 << 20;  // at the end
}

static void tab(struct ui *ui, bool back)
{
	int count = ui->widgets_before, at = find_before(ui, ui->focus);
	if (count == 0)
		return;
	if (at < 0 || !ui->ring)
		focus_on(ui, at >= 0 ? at : back ? count - 1 : 0);
	else
		focus_on(ui, (at + (back ? count - 1 : 1)) % count);
}

static float middle_x(struct ui_box box)
{
	return box.x + box.width / 2;
}

static float middle_y(struct ui_box box)
{
	return box.y + box.height / 2;
}

// How far `to` lies from `from` in a direction, aside counted twice; below 0: it does not.
static float distance(struct ui_box from, struct ui_box to, int right, int down)
{
	float x = middle_x(to) - middle_x(from), y = middle_y(to) - middle_y(from);
	float along = x * (float)right + y * (float)down, aside = x * (float)down + y * (float)right;
	aside = aside < 0 ? -aside : aside;
	return along > 1 && along > aside / 3 ? along + 2 * aside : -1;
}

static bool go(struct ui *ui, int right, int down)
{
	int at = find_before(ui, ui->focus), best = -1;
	float least = 0;
	for (int i = 0; at >= 0 && i < ui->widgets_before; i++) {
		float far = distance(ui->before[at].box, ui->before[i].box, right, down);
		if (far >= 0 && (best < 0 || far < least)) {
			best = i;
			least = far;
		}
	}
	if (best >= 0)
		focus_on(ui, best);
	return best >= 0;
}

static bool arrow(struct ui *ui, enum ui_key key)
{
	switch (key) {
	case UI_KEY_LEFT: return go(ui, -1, 0);
	case UI_KEY_RIGHT: return go(ui, 1, 0);
	case UI_KEY_UP: return go(ui, 0, -1);
	case UI_KEY_DOWN: return go(ui, 0, 1);
	default: return false;
	}
}

static void move_focus(struct ui *ui)
{
	for (int i = 0; i < ui->in.key_count; i++) {
		struct ui_press *press = &ui->in.key[i];
		int at = find_before(ui, ui->focus);
		if (press->key == UI_KEY_TAB)
			tab(ui, press->shift);
		else if (press->key == UI_KEY_ESCAPE && ui->ring && at >= 0)
			ui->ring = false;
		else if (!(ui->ring && at >= 0 && !ui->before[at].takes_arrows && arrow(ui, press->key)))
			continue;
		press->key = UI_KEY_NONE;
	}
	if (ui->in.pressed) {
		ui->ring = false;
		ui->focus = 0;
	}
}

// ---- a frame

void ui_begin(struct ui *ui, const struct ui_look *look, const struct ui_input *in, struct draw *draw)
{
	must(!ui->in_frame);
	ui->in_frame = true;
	ui->frame++;
	ui->look = *look;
	ui->in = *in;
	ui->draw = draw;
	memcpy(ui->before, ui->widget, sizeof ui->before);
	ui->widgets_before = ui->widgets;
	ui->widgets = 0;
	ui->hot = 0;
	ui->inert = ui->busy = false;
	ui->tip[0] = '\0';
	draw_reset(draw);
	draw->width = in->width;
	draw->height = in->height;
	draw->paper = look->theme->paper;
	move_focus(ui);
}

static void draw_tip(struct ui *ui)
{
	struct ui_style style = { UI_SMALL, FONT_REGULAR, ui->look.theme->paper, DRAW_START };
	float pad = ui_px(ui, 12), most = ui_px(ui, 520), wide = ui_width(ui, ui->tip, -1, style) + 1;
	struct ui_box text = { 0, 0, wide < most ? wide : most, 1e6f };
	text.height = ui_wrap(ui, text, ui->tip, style, false);
	struct ui_box box = { middle_x(ui->tip_at) - text.width / 2 - pad, ui->tip_at.y - text.height - 3 * pad, text.width + 2 * pad, text.height + 2 * pad };
	if (box.y < 0)
		box.y = ui->tip_at.y + ui->tip_at.height + pad;
	if (box.x + box.width > ui->in.width - pad)
		box.x = ui->in.width - pad - box.width;
	if (box.x < pad)
		box.x = pad;
	ui_round(ui, box, ui_px(ui, 6), ui->look.theme->ink, 0, 0);
	ui_wrap(ui, ui_inset(box, pad), ui->tip, style, true);
}

void ui_end(struct ui *ui)
{
	must(ui->in_frame && ui->groups == 0 && !ui->scrolling);
	ui->in_frame = false;
	ui->hot_seconds = ui->hot && ui->hot == ui->hot_before && !ui->in.down ? ui->hot_seconds + ui->in.seconds : 0;
	ui->hot_before = ui->hot;
	if (!ui->in.down)
		ui->held = 0;
	if (ui->tip[0])
		draw_tip(ui);
}

// ---- what a widget asks

static bool is_seen(const struct ui *ui, float x, float y)
{
	return !ui->scrolling || ui_in(ui->view, x, y);
}

static void follow_focus(struct ui *ui, struct ui_box box)
{
	if (!ui->scrolling)
		return;
	float above = ui->view.y - box.y, below = box.y + box.height - ui->view.y - ui->view.height;
	if (above > 0)
		ui->scrolling->wanted = ui->scrolling->offset - above;
	else if (below > 0)
		ui->scrolling->wanted = ui->scrolling->offset + below;
}

static void name_widget(struct ui *ui, uint32_t id, struct ui_box box, bool takes_arrows)
{
	must(ui->widgets < UI_WIDGETS_MAX);
	for (int i = 0; i < ui->widgets; i++)
		must(ui->widget[i].id != id);  // two widgets of one name
	ui->widget[ui->widgets++] = (struct ui_widget){ id, box, takes_arrows };
}

static void wait_for_tip(struct ui *ui, struct ui_box box, const struct ui_state *state, const char *tip)
{
	bool over = state->hot && !ui->in.down, waits = over && ui->hot_before == state->id;
	if (!tip || !*tip)
		return;
	ui->busy |= over && (!waits || ui->hot_seconds < TIP_AFTER);
	if (!(waits && ui->hot_seconds >= TIP_AFTER) && !(state->focus && ui->ring))
		return;
	size_t length = strlen(tip);
	if (length >= UI_TIP_MAX)
		length = 0;
	memcpy(ui->tip, tip, length);
	ui->tip[length] = '\0';
	ui->tip_at = box;
}

struct ui_state ui_touch(struct ui *ui, const char *name, struct ui_box box, bool takes_arrows, const char *tip)
{
	struct ui_state state = { .id = id_of(ui, name) };
	if (ui->inert)
		return state;
	name_widget(ui, state.id, box, takes_arrows);
	state.hot = ui->in.inside && ui_in(box, ui->in.x, ui->in.y) && is_seen(ui, ui->in.x, ui->in.y) && (!ui->held || ui->held == state.id);
	if (state.hot)
		ui->hot = state.id;
	if (state.hot && ui->in.pressed) {
		ui->held = ui->focus = state.id;
		ui->ring = false;
	}
	state.held = ui->held == state.id;
	state.focus = ui->focus == state.id;
	state.active = state.held && state.hot && ui->in.released;
	if (state.focus && ui->ring) {
		state.active |= ui_key(ui, UI_KEY_ENTER, 0);
		follow_focus(ui, box);
	}
	wait_for_tip(ui, box, &state, tip);
	return state;
}

struct ui_state ui_reach(struct ui *ui, const char *name, struct ui_box box)
{
	struct ui_state state = { .id = id_of(ui, name) };
	if (ui->inert)
		return state;
	name_widget(ui, state.id, box, true);
	state.focus = ui->focus == state.id;
	return state;
}

void ui_ring(struct ui *ui, struct ui_box box, float radius, const struct ui_state *state)
{
	if (state->focus && ui->ring)
		ui_round(ui, ui_inset(box, -ui_px(ui, 4)), radius + ui_px(ui, 4), 0, ui_accent(ui), ui_px(ui, 3));
}
