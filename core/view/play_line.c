// The weeks of the run as a line: what has been lived, where we are, and the plan as pins that can be dragged.
#include "view/play_inside.h"

#include "plot/ticks.h"

#include <math.h>
#include <stdio.h>

#define PIN 15.f   // radius
#define TRACK 10.f

struct line {
	struct ui_box box;
	float left, width, middle;  // of the track
	int last;
};

static float x_of(const struct line *line, double week)
{
	return roundf(line->left + line->width * (float)(week / (line->last > 0 ? line->last : 1)));
}

static int week_at(const struct line *line, float x)
{
	float part = fminf(fmaxf((x - line->left) / line->width, 0), 1);
	return (int)roundf(part * (float)line->last);
}

// ---- the track

static void draw_years(struct play *play, const struct line *line)
{
	struct ui *ui = &play->ui;
	struct ui_style style = ui_quiet(ui, UI_SMALL);
	const struct config *config = play->scenario.config;
	float below = line->middle + ui_px(ui, TRACK), free = line->left - 1;
	for (int year = 0; year * CONFIG_WEEKS_PER_YEAR < line->last; year++) {
		char text[16];
		float x = x_of(line, year * CONFIG_WEEKS_PER_YEAR), wide;
		snprintf(text, sizeof text, "%d", config->start_year + year);
		wide = ui_width(ui, text, -1, style);
		draw_rect(ui->draw, x, below - ui_px(ui, 2), ui_px(ui, 2), ui_px(ui, 8), ui->look.theme->axis);
		if (x < free || x + wide > line->box.x + line->box.width)
			continue;
		ui_text(ui, (struct ui_box){ x + ui_px(ui, 6), below, wide + 2, ui_px(ui, UI_SMALL + 6) }, text, style);
		free = x + wide + ui_px(ui, 20);
	}
}

static void draw_track(struct play *play, const struct line *line, bool hot)
{
	struct ui *ui = &play->ui;
	const struct theme *theme = ui->look.theme;
	float high = ui_px(ui, TRACK), top = roundf(line->middle - high / 2);
	float now = x_of(line, course_week(play->course) < 0 ? 0 : course_week(play->course)), lived = x_of(line, play->seen_most);
	ui_round(ui, (struct ui_box){ line->left, top, line->width, high }, high / 2, theme->grid, 0, 0);
	ui_round(ui, (struct ui_box){ line->left, top, fmaxf(lived - line->left, high), high }, high / 2, theme->pin, 0, 0);
	ui_round(ui, (struct ui_box){ line->left, top, fmaxf(now - line->left, high), high }, high / 2, ui_accent(ui), 0, 0);
	draw_years(play, line);
	draw_circle(ui->draw, now, line->middle, ui_px(ui, hot ? 17 : 15), ui_accent(ui), theme->paper, ui_px(ui, 4));
}

static void track_keys(struct play *play, const struct ui_state *state)
{
	struct ui *ui = &play->ui;
	if (!state->focus || !ui->ring)
		return;
	int by = (ui_key(ui, UI_KEY_RIGHT, 0) || ui_key(ui, UI_KEY_UP, 0)) - (ui_key(ui, UI_KEY_LEFT, 0) || ui_key(ui, UI_KEY_DOWN, 0));
	if (by)
		play_go(play, play->wanted + by);
}

static void touch_track(struct play *play, const struct line *line)
{
	struct ui *ui = &play->ui;
	struct ui_box box = { line->box.x, line->middle - ui_px(ui, 22), line->box.width, ui_px(ui, 44) };
	struct ui_state state = ui_touch(ui, "timeline", box, true, play_say(play, WORD_TIMELINE));
	track_keys(play, &state);
	if (state.held && (ui->in.pressed || week_at(line, ui->in.x) != play->wanted)) {
		play->running = false;
		play_go(play, week_at(line, ui->in.x));
	}
	draw_track(play, line, state.hot || state.held);
	ui_ring(ui, box, ui_px(ui, 8), &state);
}

// ---- pins

static void draw_pin(struct play *play, const struct line *line, int entry, int week, float x, bool hot)
{
	struct ui *ui = &play->ui;
	const struct theme *theme = ui->look.theme;
	bool started = week < course_week(play->course);
	float radius = ui_px(ui, PIN), y = line->middle - ui_px(ui, 38), foot = x_of(line, week) + 0.5f;
	char mark[2] = { play_mark(entry), '\0' };
	uint32_t colour = hot || started ? ui_accent(ui) : theme->axis;
	draw_line(ui->draw, x, y, foot, line->middle - ui_px(ui, TRACK) / 2, colour, ui_px(ui, 2));
	draw_circle(ui->draw, x, y, hot ? radius + 2 : radius, started || hot ? colour : theme->paper, colour, ui_px(ui, 2.5f));
	ui_text(ui, (struct ui_box){ x - radius, y - radius, 2 * radius, 2 * radius }, mark,
	        (struct ui_style){ 20, FONT_BOLD, started || hot ? theme->paper : theme->ink, DRAW_MIDDLE });
}

static void pin_keys(struct play *play, const struct ui_state *state, int entry, int week)
{
	struct ui *ui = &play->ui;
	if (!state->focus || !ui->ring)
		return;
	int by = ui_key(ui, UI_KEY_RIGHT, 0) - ui_key(ui, UI_KEY_LEFT, 0);
	if (by)
		play_move_entry(play, entry, week + by);
}

static void touch_pin(struct play *play, const struct line *line, int entry, float x)
{
	struct ui *ui = &play->ui;
	const struct entry *of = &play->scenario.config->entry[entry];
	char when[PLAY_WHEN_MAX], tip[UI_TIP_MAX];
	float radius = ui_px(ui, PIN) + 2, y = line->middle - ui_px(ui, 38);
	const char *what = play_words(play, &of->what);
	play_when(play, of->week, when);
	if (snprintf(tip, sizeof tip, play_say(play, WORD_PIN), when, *what ? what : play_words(play, &of->why)) >= (int)sizeof tip)
		snprintf(tip, sizeof tip, "%s", when);
	ui_group(ui, "pin", entry);
	struct ui_state state = ui_touch(ui, "pin", (struct ui_box){ x - radius, y - radius, 2 * radius, 2 * radius }, true, tip);
	ui_group_end(ui);
	if (state.held && week_at(line, ui->in.x) != of->week && !ui->in.pressed) {
		play->dragged = entry;
		play->running = false;
	}
	bool dragged = play->dragged == entry;
	if (dragged)
		play->dragged_to = week_at(line, ui->in.x);
	if (dragged && !ui->in.down) {
		play->dragged = -1;
		play_move_entry(play, entry, play->dragged_to);
		dragged = false;
	}
	pin_keys(play, &state, entry, of->week);
	draw_pin(play, line, entry, dragged ? play->dragged_to : of->week, dragged ? x_of(line, play->dragged_to) : x, state.hot || dragged);
	ui_ring(ui, (struct ui_box){ x - radius, y - radius, 2 * radius, 2 * radius }, radius, &state);
}

enum { PINS_MAX = 128 };

static int in_time(const struct config *config, int *order)
{
	int count = config->entry_count < PINS_MAX ? config->entry_count : PINS_MAX;
	for (int i = 0; i < count; i++) {
		int at = i;
		for (; at > 0 && config->entry[order[at - 1]].week > config->entry[i].week; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return count;
}

// Pins that would cover each other stand side by side around the middle of where they belong: runs of them are
// made longer as long as one reaches into the run before it.
static void place_pins(const struct play *play, const struct line *line, const int *order, int count, float *x)
{
	const struct ui *ui = &play->ui;
	float apart = fminf(ui_px(ui, 2 * PIN + 3), line->width / (float)(count > 0 ? count : 1));
	float middle[PINS_MAX];  // of a run: where its first pin would stand, on the mean
	int length[PINS_MAX], runs = 0;
	for (int i = 0; i < count; i++) {
		middle[runs] = x_of(line, play->scenario.config->entry[order[i]].week) - apart * (float)i;
		length[runs++] = 1;
		for (; runs > 1 && middle[runs - 1] < middle[runs - 2]; runs--) {
			int a = length[runs - 2], b = length[runs - 1];
			middle[runs - 2] = (middle[runs - 2] * (float)a + middle[runs - 1] * (float)b) / (float)(a + b);
			length[runs - 2] = a + b;
		}
	}
	float left = line->box.x + ui_px(ui, PIN), right = line->box.x + line->box.width - ui_px(ui, PIN) - apart * (float)(count - 1);
	for (int run = 0, i = 0; run < runs; run++)
		for (int k = 0; k < length[run]; k++, i++)
			x[i] = roundf(fmaxf(fminf(middle[run], right), left) + apart * (float)i);
}

void play_draw_line(struct play *play, struct ui_box box)
{
	float inset = ui_px(&play->ui, 20), x[PINS_MAX];
	int order[PINS_MAX];
	struct line line = { box, box.x + inset, box.width - 2 * inset, roundf(box.y + box.height * 0.6f), course_last(play->course) };
	touch_track(play, &line);
	int count = in_time(play->scenario.config, order);
	place_pins(play, &line, order, count, x);
	for (int i = 0; i < count; i++)
		touch_pin(play, &line, order[i], x[i]);
}
