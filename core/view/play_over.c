// What lies over a screen or stands in for it: help, what is wrong with a scenario, a note for a moment.
#include "view/play_inside.h"

#include "plot/colour.h"

#include <math.h>
#include <string.h>

static struct ui_box middle(const struct ui *ui, float width, float height)
{
	float wide = fminf(ui_px(ui, width), ui->in.width - ui_px(ui, 32)), high = fminf(ui_px(ui, height), ui->in.height - ui_px(ui, 32));
	return (struct ui_box){ roundf((ui->in.width - wide) / 2), roundf((ui->in.height - high) / 2), wide, high };
}

// ---- help

static const enum word keys[][2] = {
	{ WORD_KEY_SPACE, WORD_DO_SPACE }, { WORD_KEY_ARROWS, WORD_DO_ARROWS }, { WORD_KEY_PAGES, WORD_DO_PAGES }, { WORD_KEY_ENDS, WORD_DO_ENDS },
	{ WORD_KEY_SPEED, WORD_DO_SPEED }, { WORD_KEY_SEED, WORD_DO_SEED }, { WORD_KEY_TABS, WORD_DO_TABS }, { WORD_KEY_GRAPHS, WORD_DO_GRAPHS }, { WORD_KEY_SHOW, WORD_DO_SHOW },
	{ WORD_KEY_LOOK, WORD_DO_LOOK }, { WORD_KEY_SCREEN, WORD_DO_SCREEN }, { WORD_KEY_LIST, WORD_DO_LIST }, { WORD_KEY_TAB, WORD_DO_TAB },
};

static float draw_keys(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	struct ui_style key = ui_bold(ui, UI_TEXT), what = ui_plain(ui, UI_TEXT);
	const size_t lines = sizeof keys / sizeof *keys;
	float column = 0, y = box.y, high = fminf(ui_px(ui, 46), box.height / (float)lines);
	for (size_t i = 0; i < lines; i++)
		column = fmaxf(column, ui_width(ui, play_say(play, keys[i][0]), -1, key));
	column += ui_px(ui, 36);
	for (size_t i = 0; i < lines; i++, y += high) {
		ui_text(ui, (struct ui_box){ box.x, y, column, high }, play_say(play, keys[i][0]), key);
		ui_text_fitting(ui, (struct ui_box){ box.x + column, y, box.width - column, high }, play_say(play, keys[i][1]), what, 20);
	}
	return y;
}

void play_draw_help(struct play *play)
{
	struct ui *ui = &play->ui;
	const struct theme *theme = ui->look.theme;
	struct ui_box box = middle(ui, 1120, 940), in = ui_inset(box, ui_px(ui, 44));
	float high = ui_px(ui, 60);
	draw_rect(ui->draw, 0, 0, ui->in.width, ui->in.height, colour_fade(theme->paper, 0.8));
	ui_round(ui, box, ui_px(ui, 14), ui_surface(ui), theme->pin, ui_px(ui, 2));
	ui_text(ui, (struct ui_box){ in.x, in.y, in.width, ui_px(ui, 56) }, play_say(play, WORD_HELP_TITLE), ui_bold(ui, UI_TITLE));
	float y = in.y + ui_px(ui, 68);
	y += ui_wrap(ui, (struct ui_box){ in.x, y, in.width, ui_px(ui, 160) }, play_say(play, WORD_HELP_WHAT), ui_plain(ui, UI_TEXT), true) + ui_px(ui, 16);
	draw_keys(play, (struct ui_box){ in.x, y, in.width, in.y + in.height - y });
	const struct ui_button close = { .label = play_say(play, WORD_CLOSE), .main = true };
	float wide = ui_button_width(ui, &close, high);
	if (ui_button(ui, "close", (struct ui_box){ in.x + in.width - wide, in.y - ui_px(ui, 6), wide, high }, &close))
		play->helping = false;
}

// ---- what is wrong

void play_draw_wrong(struct play *play, const struct err *err)
{
	struct ui *ui = &play->ui;
	const struct theme *theme = ui->look.theme;
	struct ui_box box = middle(ui, 1500, 860), in = ui_inset(box, ui_px(ui, 44));
	float high = ui_px(ui, 60), foot = in.y + in.height - high;
	struct ui_style style = ui_plain(ui, UI_TEXT);
	ui_round(ui, box, ui_px(ui, 14), ui_surface(ui), theme->series[1], ui_px(ui, 3));
	ui_text(ui, (struct ui_box){ in.x, in.y, in.width, ui_px(ui, 56) }, play_say(play, play->loaded ? WORD_WRONG_RUN : WORD_WRONG_TITLE), ui_bold(ui, UI_TITLE));
	struct ui_box list = { in.x, in.y + ui_px(ui, 76), in.width, foot - in.y - ui_px(ui, 92) };
	float tall = ui_wrap(ui, (struct ui_box){ 0, 0, in.width - ui_px(ui, 24), 1e6f }, err->text[play->lang], style, false);
	struct ui_box inside = ui_area(ui, "wrong", list, tall);
	ui_wrap(ui, (struct ui_box){ inside.x, inside.y, in.width - ui_px(ui, 24), 1e6f }, err->text[play->lang], style, true);
	ui_area_end(ui);
	const struct ui_button other = { .label = play_say(play, WORD_OTHER_SCENARIO), .main = true };
	float wide = ui_button_width(ui, &other, high);
	ui_wrap(ui, (struct ui_box){ in.x, foot, in.width - wide - ui_px(ui, 24), 2 * ui_line(ui, ui_quiet(ui, UI_SMALL)) }, play_say(play, WORD_WRONG_HINT), ui_quiet(ui, UI_SMALL), true);
	if (ui_button(ui, "other", (struct ui_box){ in.x + in.width - wide, foot, wide, high }, &other))
		play_browse(play);
}

// ---- a note

void play_draw_note(struct play *play)
{
	struct ui *ui = &play->ui;
	struct ui_style style = { UI_TEXT, FONT_BOLD, ui->look.theme->paper, DRAW_MIDDLE };
	if (play->note_seconds <= 0 || !play->note[0])
		return;
	float wide = ceilf(ui_width(ui, play->note, -1, style)) + ui_px(ui, 60), high = ui_px(ui, 64);
	struct ui_box box = { roundf((ui->in.width - wide) / 2), play_layout(play).caption.y - high - ui_px(ui, 8), wide, high };  // not over names of departments
	ui_round(ui, box, high / 2, ui->look.theme->ink, 0, 0);
	ui_text(ui, box, play->note, style);
}
