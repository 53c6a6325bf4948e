// Who or what was clicked on: the diary of a colleague, or the figures of a unit.
#include "view/play_inside.h"

#include <stdio.h>

// Read again only when there may be something else to read.
static void read_diary(struct play *play)
{
	int week = course_week(play->course), person = play->chosen.person;
	if (play->read.person == person && play->read.week == week && play->read.lang == (int)play->lang)
		return;
	play->read.person = person;
	play->read.week = week;
	play->read.lang = (int)play->lang;
	play->read.count = diary_read(play->diary, person, play->lang, play->read.line, PLAY_LINES);
}

// The latest first: that is what one waits for while it plays.
static void walk_diary(struct play_flow *flow)
{
	struct play *play = flow->play;
	const struct ui *ui = &play->ui;
	play_put(flow, play_say(play, WORD_A_COLLEAGUE), ui_bold(ui, UI_BODY), 14);
	for (int i = play->read.count - 1; i >= 0; i--) {
		char when[PLAY_WHEN_MAX];
		play_when(play, play->read.line[i].week, when);
		play_put(flow, when, ui_quiet(ui, UI_SMALL), 0);
		play_put(flow, play->read.line[i].text, ui_plain(ui, UI_TEXT), 16);
	}
}

static void put_row(struct play_flow *flow, const struct stage_row *row)
{
	struct ui *ui = &flow->play->ui;
	char text[2 * STAGE_CARD_TEXT];
	struct ui_style value = ui_bold(ui, 26);
	float high = ui_px(ui, 40);
	struct ui_box box = { flow->box.x, flow->box.y + flow->y, flow->box.width, high };
	if (!row->value[0]) {
		flow->y += ui_px(ui, 10);
		play_put(flow, row->label, ui_bold(ui, UI_TEXT), 4);
		return;
	}
	snprintf(text, sizeof text, "%s%s%s", row->value, *row->unit ? " " : "", row->unit);
	value.anchor = DRAW_END;
	float wide = ui_width(ui, text, -1, value);
	if (flow->draw) {
		ui_text_fitting(ui, (struct ui_box){ box.x, box.y, box.width - wide - ui_px(ui, 14), high }, row->label, ui_plain(ui, 26), 18);
		ui_text(ui, box, text, value);
	}
	flow->y += high;
}

static void walk_card(struct play_flow *flow)
{
	struct play *play = flow->play;
	play_put(flow, play->card.title, ui_bold(&play->ui, UI_BODY), 8);
	for (int i = 0; i < play->card.count; i++)
		put_row(flow, &play->card.row[i]);
	if (play->card.count == 0)
		play_put(flow, play_say(play, WORD_PRIVATE), ui_quiet(&play->ui, UI_TEXT), 0);
}

static void walk_nothing(struct play_flow *flow)
{
	struct play *play = flow->play;
	enum word word = play->scenario.config->imported ? WORD_PRIVATE : diary_kept(play->diary) ? WORD_PICK_SOMEBODY : WORD_TOO_MANY;
	play_put(flow, play_say(play, word), ui_quiet(&play->ui, UI_TEXT), 0);
}

void play_draw_person(struct play *play, struct ui_box box)
{
	const struct sim *sim = course_sim(play->course);
	if (play->chosen.person >= 0 && diary_kept(play->diary)) {
		read_diary(play);
		play_draw_flow(play, "diary", box, walk_diary);
	} else if (play->chosen.unit >= 0) {
		if (sim)
			stage_card(sim, play->chosen.unit, play->lang, &play->card);
		play_draw_flow(play, "card", box, walk_card);
	} else {
		play_draw_flow(play, "nothing", box, walk_nothing);
	}
}
