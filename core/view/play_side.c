// Beside the stage, under tabs: graphs, the plan, the story, the diary of somebody.
#include "view/play_inside.h"

#include <math.h>
#include <stdio.h>

void play_put(struct play_flow *flow, const char *text, struct ui_style style, float below)
{
	struct ui *ui = &flow->play->ui;
	if (!*text)
		return;
	struct ui_box box = { flow->box.x, flow->box.y + flow->y, flow->box.width, 1e6f };
	flow->y += ui_wrap(ui, box, text, style, flow->draw) + ui_px(ui, below);
}

// ---- the story

static void walk_story(struct play_flow *flow)
{
	struct play *play = flow->play;
	const struct ui *ui = &play->ui;
	const struct config *config = play->scenario.config;
	play_put(flow, play_words(play, &config->story), ui_plain(ui, UI_TEXT), 24);
	if (config->look_count > 0)
		play_put(flow, play_say(play, WORD_LOOK_AT), ui_bold(ui, UI_TEXT), 6);
	for (int i = 0; i < config->look_count; i++)
		play_put(flow, play_words(play, &config->look[i]), ui_plain(ui, UI_TEXT), 12);
	if (*play_words(play, &config->question)) {
		flow->y += ui_px(ui, 12);
		play_put(flow, play_say(play, WORD_DISCUSS), ui_bold(ui, UI_TEXT), 6);
		play_put(flow, play_words(play, &config->question), ui_plain(ui, UI_TEXT), 12);
	}
}

// ---- the plan

static void walk_entry(struct play_flow *flow, int index)
{
	struct play *play = flow->play;
	struct ui *ui = &play->ui;
	const struct entry *entry = &play->scenario.config->entry[index];
	char head[64], when[PLAY_WHEN_MAX];
	float pad = ui_px(ui, 16), top = flow->y;
	struct play_flow inner = { play, { flow->box.x + pad, flow->box.y, flow->box.width - 2 * pad, 0 }, top + pad, false };
	play_when(play, entry->week, when);
	snprintf(head, sizeof head, "%c   %s", play_mark(index), when);
	for (int pass = 0; pass <= (int)flow->draw; pass++) {
		inner.y = top + pad;
		inner.draw = pass == 1;
		bool started = entry->week < course_week(play->course);
		if (inner.draw && ui_card(ui, "entry", (struct ui_box){ flow->box.x, flow->box.y + top, flow->box.width, flow->y - top }, started))
			play_go(play, entry->week + 1);
		play_put(&inner, head, ui_bold(ui, UI_TEXT), 4);
		play_put(&inner, play_words(play, &entry->what), ui_plain(ui, UI_TEXT), 8);
		play_put(&inner, play_words(play, &entry->why), ui_quiet(ui, UI_SMALL), 0);
		flow->y = inner.y + pad;
	}
	flow->y += ui_px(ui, 14);
}

static void walk_plan(struct play_flow *flow)
{
	struct play *play = flow->play;
	if (play->scenario.config->entry_count == 0)
		play_put(flow, play_say(play, WORD_NO_PLAN), ui_quiet(&play->ui, UI_TEXT), 0);
	for (int i = 0; i < play->scenario.config->entry_count; i++) {
		ui_group(&play->ui, "entry", i);
		walk_entry(flow, i);
		ui_group_end(&play->ui);
	}
}

// ---- all of them in an area that scrolls

void play_draw_flow(struct play *play, const char *name, struct ui_box box, void (*walk)(struct play_flow *))
{
	struct ui *ui = &play->ui;
	struct play_flow measured = { play, { box.x, box.y, box.width - ui_px(ui, 20), 0 }, 0, false };
	walk(&measured);
	struct ui_box inside = ui_area(ui, name, box, measured.y);
	struct play_flow drawn = { play, { inside.x, inside.y, measured.box.width, 0 }, 0, true };
	walk(&drawn);
	ui_area_end(ui);
}

void play_draw_side(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	const char *label[PLAY_TABS] = { play_say(play, WORD_TAB_GRAPHS), play_say(play, WORD_TAB_PLAN), play_say(play, WORD_TAB_STORY), play_say(play, WORD_TAB_PERSON) };
	int tab = (int)play->tab;
	float high = ui_px(ui, 56), gap = ui_px(ui, 16);
	ui_tabs(ui, "tabs", (struct ui_box){ box.x, box.y, box.width, high }, label, PLAY_TABS, &tab);
	play->tab = (enum play_tab)tab;
	struct ui_box below = { box.x, box.y + high + gap, box.width, box.height - high - gap };
	switch (play->tab) {
	case PLAY_GRAPHS:
		play_draw_graphs(play, below);
		break;
	case PLAY_PLAN: play_draw_flow(play, "plan", below, walk_plan); break;
	case PLAY_STORY: play_draw_flow(play, "story", below, walk_story); break;
	default: play_draw_person(play, below); break;
	}
}
