// The graphs beside the stage, and below them which measures are shown and how other futures went.
#include "view/play_inside.h"

#include "plot/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define FOOT 56.f
#define LETTERS 2.f  // of graphs, at most: read from the back of a room

// What a scenario measures of its own is what it is about.
void play_usual_measures(struct play *play)
{
	static const int usual[] = { MEASURE_MINDSET, MEASURE_STANDARD_ON_TIME, MEASURE_STRAIN, MEASURE_TRUST };
	int own = play->scenario.config->own_measure_count;
	play->measure_count = (int)(sizeof usual / sizeof *usual);
	for (int i = 0; i < play->measure_count; i++)
		play->measure[i] = i < own ? MEASURE_COUNT + i : usual[i - own];
}

// ---- choosing: the one that has been there longest makes room

static int place_of(const struct play *play, int id)
{
	for (int i = 0; i < play->measure_count; i++)
		if (play->measure[i] == id)
			return i;
	return -1;
}

static void take_out(struct play *play, int at)
{
	play->measure_count--;
	memmove(play->measure + at, play->measure + at + 1, (size_t)(play->measure_count - at) * sizeof *play->measure);
}

static void choose(struct play *play, int id)
{
	int at = place_of(play, id);
	if (at >= 0 && play->measure_count > 1)
		take_out(play, at);
	if (at < 0 && play->measure_count == GRAPHS_PANELS)
		take_out(play, 0);
	if (at < 0)
		play->measure[play->measure_count++] = id;
	graphs_choose(play->graphs, play->measure, play->measure_count);
}

static bool is_offered(const struct config *config, int id)
{
	struct measure measure = config_measure(config, id);
	return measure.main || id >= MEASURE_COUNT;
}

static void draw_choice(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	const struct config *config = play->scenario.config;
	int offered = 0, count = config_measure_count(config);
	struct ui_style quiet = ui_quiet(ui, UI_SMALL);
	float high = ui_px(ui, 52), head = ui_wrap(ui, box, play_say(play, WORD_MEASURES_MOST), quiet, true) + ui_px(ui, 10);
	for (int id = 0; id < count; id++)
		offered += is_offered(config, id);
	struct ui_box list = { box.x, box.y + head, box.width, box.height - head };
	struct ui_box inside = ui_area(ui, "measures", list, high * (float)offered);
	float y = inside.y;
	for (int id = 0; id < count; id++) {
		bool on = place_of(play, id) >= 0;
		if (!is_offered(config, id))
			continue;
		struct measure measure = config_measure(config, id);
		ui_group(ui, "measure", id);
		if (ui_toggle(ui, "measure", (struct ui_box){ inside.x + ui_px(ui, 6), y, inside.width - ui_px(ui, 12), high }, text_in(measure.label, play->lang), text_in(measure.help, play->lang), &on))
			choose(play, id);
		ui_group_end(ui);
		y += high;
	}
	ui_area_end(ui);
}

// ---- all

static void draw_foot(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	char text[64];
	float gap = ui_px(ui, 12), wide = roundf((box.width - gap) / 2);
	int done = play_futures_done(play);
	snprintf(text, sizeof text, "%s", play_say(play, WORD_FUTURES));
	if (done >= 0)
		snprintf(text, sizeof text, play_say(play, WORD_FUTURES_DONE), done, PLAY_FUTURES);
	if (ui_button(ui, "choose", (struct ui_box){ box.x, box.y, wide, box.height },
	              &(struct ui_button){ .label = play_say(play, play->choosing ? WORD_TAB_GRAPHS : WORD_MEASURES), .tip = play_say(play, WORD_MEASURES_TIP), .on = play->choosing }))
		play->choosing = !play->choosing;
	if (ui_button(ui, "futures", (struct ui_box){ box.x + box.width - wide, box.y, wide, box.height },
	              &(struct ui_button){ .label = text, .tip = play_say(play, WORD_FUTURES_TIP), .on = done >= 0 }))
		play_ask_futures(play);
}

void play_draw_graphs(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	float foot = ui_px(ui, FOOT), gap = ui_px(ui, 12);
	struct ui_box above = { box.x, box.y, box.width, box.height - foot - gap };
	const struct graphs_look look = { ui->look.theme, play->font, play->lang, LETTERS * ui->look.zoom };
	if (play->choosing)
		draw_choice(play, above);
	else if (course_week(play->course) >= 0 && above.width >= CHART_WIDTH_LEAST && above.height > 0)
		graphs_draw(play->graphs, ui->draw, &look, above.x, above.y, above.width, above.height);
	draw_foot(play, (struct ui_box){ box.x, box.y + box.height - foot, box.width, foot });
}
