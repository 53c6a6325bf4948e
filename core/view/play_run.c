// The screen of a run: what it is and when above, the stage, what happens now, the controls.
#include "view/play_inside.h"

#include "plot/colour.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#define MARGIN 24.f
#define GAP 16.f
#define TOP 76.f
#define SIDE 512.f
#define STAGE_LEAST 100.f
#define SIDE_LEAST 250.f  // px at any zoom: below it no graph can be read
#define CAPTION 72.f
#define CONTROLS 104.f
#define BUTTON 64.f
#define SPEED 300.f

struct play_layout play_layout(const struct play *play)
{
	const struct ui *ui = &play->ui;
	float margin = ui_px(ui, MARGIN), gap = ui_px(ui, GAP), right = ui->in.width - margin, bottom = ui->in.height - margin / 2;
	float side = fminf(fmaxf(ui_px(ui, SIDE), SIDE_LEAST), roundf(ui->in.width / 2)), buttons = 4 * ui_px(ui, BUTTON) + 4 * gap, speed = ui_px(ui, SPEED);
	struct play_layout l = { .top = { margin, gap, right - margin, ui_px(ui, TOP) } };
	l.controls = (struct ui_box){ margin, bottom - ui_px(ui, CONTROLS), right - margin, ui_px(ui, CONTROLS) };
	l.caption = (struct ui_box){ margin, l.controls.y - ui_px(ui, CAPTION) - gap / 2, right - margin - side - margin, ui_px(ui, CAPTION) };
	float top = l.top.y + l.top.height + gap / 2;
	l.stage = (struct ui_box){ margin, top, l.caption.width, l.caption.y - top - gap / 2 };
	l.side = (struct ui_box){ right - side, top, side, l.controls.y - top - gap };
	l.speed = (struct ui_box){ right - speed, l.controls.y, speed, l.controls.height };
	l.line = (struct ui_box){ margin + buttons, l.controls.y, l.speed.x - 2 * gap - margin - buttons, l.controls.height };
	return l;
}

// ---- above

static void draw_date(struct play *play, struct ui_box box)
{
	char text[64];
	int week = course_week(play->course), start = play->scenario.config->start_year;
	struct ui_style style = ui_bold(&play->ui, UI_TITLE);
	style.anchor = DRAW_END;
	if (week < 0)
		snprintf(text, sizeof text, play_say(play, WORD_AT_START), start);
	else
		snprintf(text, sizeof text, play_say(play, WORD_DATE), start + week / CONFIG_WEEKS_PER_YEAR, week % CONFIG_WEEKS_PER_YEAR + 1);
	if (week > 0 && week == course_last(play->course))
		snprintf(text, sizeof text, play_say(play, WORD_DATE), start + (week - 1) / CONFIG_WEEKS_PER_YEAR, CONFIG_WEEKS_PER_YEAR);
	ui_text_fitting(&play->ui, box, text, style, 24);
}

static void draw_title(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	const struct config *config = play->scenario.config;
	char text[256], number[32];
	int week = course_week(play->course);
	snprintf(number, sizeof number, "%" PRIu64, config->seed);
	snprintf(text, sizeof text, play_say(play, WORD_PROGRESS), week < 0 ? 0 : week, course_last(play->course), number);
	float half = roundf(box.height * 0.58f);
	ui_text_fitting(ui, (struct ui_box){ box.x, box.y, box.width, half }, play_words(play, &config->title), ui_bold(ui, UI_TITLE), 28);
	ui_text(ui, (struct ui_box){ box.x, box.y + half, box.width, box.height - half }, text, ui_quiet(ui, UI_SMALL));
}

static void draw_top(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	float high = ui_px(ui, 56), left = box.x + high + ui_px(ui, 18);
	if (ui_button(ui, "list", (struct ui_box){ box.x, roundf(box.y + (box.height - high) / 2), high, high },
	              &(struct ui_button){ .icon = UI_ICON_LIST, .tip = play_say(play, WORD_LIST) })) {
		play->helping = false;
		play_browse(play);
		return;
	}
	float right = play_draw_corner(play, box) - ui_px(ui, 10), date = ui_px(ui, 360);
	draw_date(play, (struct ui_box){ right - date - ui_px(ui, 14), box.y, date, box.height });
	draw_title(play, (struct ui_box){ left, box.y, right - date - ui_px(ui, 40) - left, box.height });
}

// ---- the stage

static void draw_preparing(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	struct ui_style style = ui_quiet(ui, UI_BODY);
	style.anchor = DRAW_MIDDLE;
	float wide = ui_px(ui, 420), high = ui_px(ui, 10), y = roundf(box.y + box.height / 2);
	struct ui_box rail = { roundf(box.x + (box.width - wide) / 2), y, wide, high };
	ui_text(ui, (struct ui_box){ box.x, y - ui_px(ui, 80), box.width, ui_px(ui, 60) }, play_say(play, WORD_PREPARING), style);
	ui_round(ui, rail, high / 2, ui->look.theme->grid, 0, 0);
	rail.width = roundf(wide * course_prepared(play->course));
	ui_round(ui, rail, high / 2, ui_accent(ui), 0, 0);
}

// With the ring on the stage, arrows go along its departments and the people of one.
static void stage_keys(struct play *play, const struct ui_state *state)
{
	struct ui *ui = &play->ui;
	if (!state->focus || !ui->ring)
		return;
	int units = ui_key(ui, UI_KEY_RIGHT, 0) - ui_key(ui, UI_KEY_LEFT, 0), people = ui_key(ui, UI_KEY_DOWN, 0) - ui_key(ui, UI_KEY_UP, 0);
	if (units || people)
		play_choose(play, stage_beside(play->stage, play->chosen, units, people));
}

static void draw_stage(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	if (course_week(play->course) < 0) {
		draw_preparing(play, box);
		return;
	}
	if (box.width < STAGE_LEAST || box.height < STAGE_LEAST)
		return;
	struct ui_state state = ui_touch(ui, "stage", box, true, NULL);
	float week = play->running ? 1 / (float)play_speeds[play->speed] : 1, flight = fminf((float)STAGE_FLIGHT_SECONDS, week);
	float letters = 0.85f * ui->look.zoom / fminf(box.width / 1340, box.height / 900);  // as large as those around it
	const struct stage_look look = { ui->look.theme, play->font, play->lang, letters, play->gigs, play->ties };
	struct stage_pick hover = { STAGE_NONE, -1 };
	if (state.hot)
		hover = stage_at(play->stage, ui->in.x, ui->in.y);
	if (state.active && state.hot)
		play_choose(play, hover);
	stage_keys(play, &state);
	stage_draw(play->stage, ui->draw, &look, box.x, box.y, box.width, box.height, fminf(play->since / flight, 1), hover, play->chosen);
	ui_ring(ui, box, ui_px(ui, 8), &state);
}

// ---- what happens now: the last part of the plan that started, or the next one

enum { NEWS_WEEKS = 12 };

static int latest_entry(const struct config *config, int week)
{
	int found = -1;
	for (int i = 0; i < config->entry_count; i++)
		if (config->entry[i].week <= week && (found < 0 || config->entry[i].week >= config->entry[found].week))
			found = i;
	return found;
}

static int next_entry(const struct config *config, int week)
{
	int found = -1;
	for (int i = 0; i < config->entry_count; i++)
		if (config->entry[i].week > week && (found < 0 || config->entry[i].week < config->entry[found].week))
			found = i;
	return found;
}

// On one line in large letters, or else on two in smaller ones.
static void put_caption(struct ui *ui, struct ui_box box, const char *text, bool soon)
{
	struct ui_style style = soon ? ui_quiet(ui, UI_TEXT) : ui_plain(ui, UI_BODY);
	if (ui_width(ui, text, -1, style) <= box.width) {
		ui_text(ui, box, text, style);
		return;
	}
	style.size = 26;
	float high = fminf(ui_wrap(ui, box, text, style, false), 2 * ui_line(ui, style));
	ui_wrap(ui, (struct ui_box){ box.x, roundf(box.y + (box.height - high) / 2), box.width, high }, text, style, true);
}

static void draw_entry(struct play *play, struct ui_box box, int entry, bool soon)
{
	struct ui *ui = &play->ui;
	const struct entry *of = &play->scenario.config->entry[entry];
	enum word how = soon ? WORD_SOON : course_week(play->course) == of->week + 1 ? WORD_NOW : WORD_SINCE;
	char when[PLAY_WHEN_MAX], text[1024], mark[2] = { play_mark(entry), '\0' };
	float radius = ui_px(ui, 21), left = box.x + 2 * radius + ui_px(ui, 14);
	uint32_t colour = soon ? ui->look.theme->axis : ui_accent(ui);
	play_when(play, of->week, when);
	const char *what = play_words(play, &of->what);
	snprintf(text, sizeof text, play_say(play, WORD_CAPTION), play_say(play, how), when, *what ? what : play_words(play, &of->why));
	draw_circle(ui->draw, box.x + radius, box.y + box.height / 2, radius, colour, 0, 0);
	ui_text(ui, (struct ui_box){ box.x, box.y, 2 * radius, box.height }, mark, (struct ui_style){ UI_TEXT, FONT_BOLD, ui->look.theme->paper, DRAW_MIDDLE });
	put_caption(ui, (struct ui_box){ left, box.y, box.x + box.width - left, box.height }, text, soon);
}

// At the right of the row, what else the stage can show; returns what is left of the row.
static struct ui_box draw_switches(struct play *play, struct ui_box row)
{
	struct ui *ui = &play->ui;
	const struct ui_button gigs = { .label = play_say(play, WORD_GIGS), .tip = play_say(play, WORD_GIGS_TIP), .on = play->gigs };
	const struct ui_button ties = { .label = play_say(play, WORD_TIES), .tip = play_say(play, WORD_TIES_TIP), .on = play->ties };
	float high = ui_px(ui, 52), gap = ui_px(ui, 10), y = roundf(row.y + (row.height - high) / 2);
	float gigs_wide = ui_button_width(ui, &gigs, high), ties_wide = ui_button_width(ui, &ties, high), x = row.x + row.width - gigs_wide - gap - ties_wide;
	play->gigs ^= ui_button(ui, "gigs", (struct ui_box){ x, y, gigs_wide, high }, &gigs);
	play->ties ^= ui_button(ui, "ties", (struct ui_box){ x + gigs_wide + gap, y, ties_wide, high }, &ties);
	row.width = x - 2 * gap - row.x;
	return row;
}

static void draw_caption(struct play *play, struct ui_box box)
{
	const struct config *config = play->scenario.config;
	int week = course_week(play->course), now = latest_entry(config, week - 1), next = next_entry(config, week - 1);
	if (now >= 0 && (week - config->entry[now].week <= NEWS_WEEKS || next < 0))
		draw_entry(play, box, now, false);
	else if (next >= 0)
		draw_entry(play, box, next, true);
	else
		put_caption(&play->ui, box, play_say(play, WORD_NO_PLAN), true);
}

// ---- the controls

static bool control(struct play *play, const char *name, float *x, struct ui_box row, enum ui_icon icon, enum word tip, bool is_main)
{
	struct ui *ui = &play->ui;
	float high = ui_px(ui, BUTTON);
	struct ui_box box = { *x, roundf(row.y + (row.height - high) / 2), high, high };
	*x += high + ui_px(ui, 10);
	return ui_button(ui, name, box, &(struct ui_button){ .icon = icon, .tip = play_say(play, tip), .main = is_main });
}

static void draw_controls(struct play *play, struct ui_box row)
{
	float x = row.x;
	int week = play->wanted;
	int asked = week;
	if (control(play, "restart", &x, row, UI_ICON_START, WORD_RESTART, false))
		asked = 0;
	if (control(play, "back", &x, row, UI_ICON_BACK, WORD_BACK, false))
		asked = week > 0 ? week - 1 : 0;
	if (control(play, "play", &x, row, play->running ? UI_ICON_PAUSE : UI_ICON_PLAY, WORD_PLAY, true)) {
		bool at_end = course_week(play->course) == course_last(play->course);
		play->running = !play->running;
		if (play->running && at_end)
			asked = 0;
	}
	if (control(play, "step", &x, row, UI_ICON_STEP, WORD_STEP, false))
		asked = week < course_last(play->course) ? week + 1 : week;
	if (asked != week) {
		play->running = play->running && asked == 0 && week == course_last(play->course);
		play_go(play, asked);
	}
}

static void draw_speed(struct play *play, struct ui_box box)
{
	struct ui *ui = &play->ui;
	char text[64];
	float place = (float)play->speed / (PLAY_SPEEDS - 1);
	int weeks = play_speeds[play->speed];
	struct ui_style style = ui_quiet(ui, UI_SMALL);
	style.anchor = DRAW_MIDDLE;
	if (weeks == 1 || weeks == CONFIG_WEEKS_PER_YEAR)
		snprintf(text, sizeof text, "%s", play_say(play, weeks == 1 ? WORD_SPEED_ONE : WORD_SPEED_YEAR));
	else
		snprintf(text, sizeof text, play_say(play, WORD_SPEED), weeks);
	float half = roundf(box.height * 0.5f);
	if (ui_slider(ui, "speed", (struct ui_box){ box.x, box.y + ui_px(ui, 10), box.width, half - ui_px(ui, 10) }, play_say(play, WORD_SPEED_TIP), 1.f / (PLAY_SPEEDS - 1), &place))
		play_set_speed(play, (int)roundf(place * (PLAY_SPEEDS - 1)));
	ui_text_fitting(ui, (struct ui_box){ box.x, box.y + half, box.width, box.height - half - ui_px(ui, 10) }, text, style, 18);
}

void play_draw_run(struct play *play)
{
	struct play_layout layout = play_layout(play);
	draw_top(play, layout.top);
	if (play->browsing)
		return;  // just chosen
	draw_stage(play, layout.stage);
	draw_caption(play, draw_switches(play, layout.caption));
	draw_controls(play, layout.controls);
	play_draw_line(play, layout.line);
	draw_speed(play, layout.speed);
	play_draw_side(play, layout.side);
}
