// A field for a line of text, with a cursor.
#include "view/ui.h"

#include <math.h>
#include <string.h>

static bool is_inside(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static int before(const char *text, int at)
{
	if (at > 0)
		at--;
	while (at > 0 && is_inside(text[at]))
		at--;
	return at;
}

static int after(const char *text, int at)
{
	if (text[at])
		at++;
	while (is_inside(text[at]))
		at++;
	return at;
}

static void take_out(char *text, int from, int to)
{
	memmove(text + from, text + to, strlen(text + to) + 1);
}

// What does not fit as a whole is not taken.
static void put_in(struct ui *ui, char *text, int size)
{
	size_t count = strlen(ui->in.typed), length = strlen(text);
	if (count == 0 || length + count >= (size_t)size)
		return;
	memmove(text + ui->cursor + count, text + ui->cursor, length - (size_t)ui->cursor + 1);
	memcpy(text + ui->cursor, ui->in.typed, count);
	ui->cursor += (int)count;
}

static void edit(struct ui *ui, char *text, int size)
{
	put_in(ui, text, size);
	for (int i = 0; i < ui->in.key_count; i++) {
		int at = ui->cursor;
		switch (ui->in.key[i].key) {
		case UI_KEY_LEFT: ui->cursor = before(text, at); break;
		case UI_KEY_RIGHT: ui->cursor = after(text, at); break;
		case UI_KEY_HOME: ui->cursor = 0; break;
		case UI_KEY_END: ui->cursor = (int)strlen(text); break;
		case UI_KEY_BACKSPACE:
			ui->cursor = before(text, at);
			take_out(text, ui->cursor, at);
			break;
		case UI_KEY_DELETE: take_out(text, at, after(text, at)); break;
		case UI_KEY_LETTER: break;  // came as typed text
		default: continue;
		}
		ui->in.key[i].key = UI_KEY_NONE;
	}
}

// The byte before which the pointer stands.
static int byte_at(const struct ui *ui, const char *text, float x, struct ui_style style)
{
	int best = 0;
	float least = fabsf(x);
	for (int at = 0; text[at];) {
		at = after(text, at);
		float off = fabsf(ui_width(ui, text, at, style) - x);
		if (off < least) {
			least = off;
			best = at;
		}
	}
	return best;
}

bool ui_field(struct ui *ui, const char *name, struct ui_box box, const char *hint, char *text, int size)
{
	const struct theme *theme = ui->look.theme;
	struct ui_state state = ui_touch(ui, name, box, true, NULL);
	struct ui_style style = ui_plain(ui, UI_TEXT);
	struct ui_box inner = ui_inset(box, ui_px(ui, 12));
	int length = (int)strlen(text);
	if (state.held && ui->in.pressed)
		ui->cursor = byte_at(ui, text, ui->in.x - inner.x, style);
	ui->cursor = state.focus && ui->cursor > length ? length : ui->cursor;
	if (state.focus)
		edit(ui, text, size);
	ui_round(ui, box, ui_px(ui, 8), ui_surface(ui), state.focus ? ui_accent(ui) : theme->pin, ui_px(ui, 2));
	ui_text_fitting(ui, inner, *text ? text : hint, *text ? style : ui_quiet(ui, UI_TEXT), 20);
	if (state.focus) {
		float x = roundf(inner.x + ui_width(ui, text, ui->cursor, style));
		draw_rect(ui->draw, x, inner.y, ui_px(ui, 2), inner.height, ui_accent(ui));
	}
	ui_ring(ui, box, ui_px(ui, 8), &state);
	return state.focus && (state.active ? !state.held : ui_key(ui, UI_KEY_ENTER, 0));
}
