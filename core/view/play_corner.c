// The buttons in the corner of every screen: how it looks, and help.
#include "view/play_inside.h"

#include <math.h>

enum { LANGUAGE, LARGE, DARK, FULL, HELP, BUTTONS };

static void list_buttons(const struct play *play, struct ui_button button[BUTTONS])
{
	button[LANGUAGE] = (struct ui_button){ .label = play_say(play, WORD_LANGUAGE_SHORT), .tip = play_say(play, WORD_LANGUAGE) };
	button[LARGE] = (struct ui_button){ .icon = play->large ? UI_ICON_SMALLER : UI_ICON_LARGER, .tip = play_say(play, play->large ? WORD_SMALLER : WORD_LARGER) };
	button[DARK] = (struct ui_button){ .icon = UI_ICON_DARK, .tip = play_say(play, WORD_DARK), .on = play->dark };
	button[FULL] = (struct ui_button){ .icon = UI_ICON_FULL, .tip = play_say(play, WORD_FULL), .on = play->full };
	button[HELP] = (struct ui_button){ .label = "?", .tip = play_say(play, WORD_HELP) };
}

static void press(struct play *play, int button)
{
	switch (button) {
	case LANGUAGE: play->lang = play->lang == LANG_NL ? LANG_EN : LANG_NL; break;
	case LARGE: play->large = !play->large; break;
	case DARK: play->dark = !play->dark; break;
	case FULL: play->full = !play->full; break;
	default: play->helping = true; break;
	}
}

float play_draw_corner(struct play *play, struct ui_box row)
{
	static const char *const name[BUTTONS] = { "language", "large", "dark", "full", "help" };
	struct ui *ui = &play->ui;
	struct ui_button button[BUTTONS];
	float high = ui_px(ui, 56), gap = ui_px(ui, 10), left = row.x + row.width + gap, wide[BUTTONS];
	list_buttons(play, button);
	for (int i = 0; i < BUTTONS; i++) {
		wide[i] = fmaxf(ui_button_width(ui, &button[i], high), high);
		left -= wide[i] + gap;
	}
	float x = left;
	for (int i = 0; i < BUTTONS; x += wide[i] + gap, i++)
		if (ui_button(ui, name[i], (struct ui_box){ x, roundf(row.y + (row.height - high) / 2), wide[i], high }, &button[i]))
			press(play, i);
	return left;
}
