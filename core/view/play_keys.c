// Keys that no widget has used: those of a run, and those of how it looks.
#include "view/play_inside.h"

void play_choose(struct play *play, struct stage_pick pick)
{
	play->chosen = pick;
	if (pick.unit >= 0)
		play->tab = PLAY_PERSON;
}

static void step_keys(struct play *play)
{
	static const struct {
		enum ui_key key;
		int weeks;
	} table[] = { { UI_KEY_LEFT, -1 }, { UI_KEY_RIGHT, 1 }, { UI_KEY_PAGE_UP, -26 }, { UI_KEY_PAGE_DOWN, 26 }, { UI_KEY_HOME, -100000 }, { UI_KEY_END, 100000 } };
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		while (ui_key(&play->ui, table[i].key, 0)) {
			play->running = false;
			play_go(play, play->wanted + table[i].weeks);
			play->wanted = play->wanted < 0 ? 0 : play->wanted > course_last(play->course) ? course_last(play->course) : play->wanted;
		}
}

void play_run_keys(struct play *play)
{
	struct ui *ui = &play->ui;
	if (ui_letter(ui, ' '))
		play->running = !play->running && course_week(play->course) < course_last(play->course);
	step_keys(play);
	if (ui_key(ui, UI_KEY_UP, 0))
		play_set_speed(play, play->speed + 1);
	if (ui_key(ui, UI_KEY_DOWN, 0))
		play_set_speed(play, play->speed - 1);
	play->gigs ^= ui_letter(ui, 'g');
	play->ties ^= ui_letter(ui, 'v');
	for (int i = 0; i < PLAY_TABS; i++)
		if (ui_letter(ui, (char)('1' + i)))
			play->tab = (enum play_tab)i;
	if (ui_letter(ui, 'm'))
		play->choosing = !play->choosing;
	if (ui_letter(ui, 'a'))
		play_ask_futures(play);
	if (ui_letter(ui, 'n'))
		play_next_seed(play);
	if (ui_key(ui, UI_KEY_ESCAPE, 0))
		play->chosen = (struct stage_pick){ STAGE_NONE, -1 };
}

void play_look_keys(struct play *play)
{
	struct ui *ui = &play->ui;
	if (ui_letter(ui, 'l'))
		play->lang = play->lang == LANG_NL ? LANG_EN : LANG_NL;
	play->dark ^= ui_letter(ui, 'd');
	if (ui_letter(ui, '+') || ui_letter(ui, '='))
		play->large = true;
	if (ui_letter(ui, '-'))
		play->large = false;
	if (ui_letter(ui, 'f') || ui_key(ui, UI_KEY_F11, 0))
		play->full = !play->full;
	play->blank ^= ui_letter(ui, 'b');
	if (ui_key(ui, UI_KEY_F1, 0) || ui_letter(ui, '?') || ui_letter(ui, 'h'))
		play->helping = !play->helping;
	if (play->helping && ui_key(ui, UI_KEY_ESCAPE, 0))
		play->helping = false;
	if (ui_letter(ui, 'o') && !play->browsing)
		play_browse(play);
}

bool play_is_quit(const struct ui_input *in)
{
	for (int i = 0; i < in->key_count; i++)
		if (in->key[i].key == UI_KEY_LETTER && in->key[i].letter == 'q' && in->key[i].control)
			return true;
	return false;
}
