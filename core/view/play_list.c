// The scenarios to choose from: a card each, with a small portrait of the organisation.
#include "view/play_inside.h"

#include "plot/colour.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define MARGIN 48.f
#define CARD_WIDTH 560.f
#define CARD_HEIGHT 392.f
#define GAP 24.f

// ---- searching: without regard to capitals, in the language that is shown

static bool holds(const char *text, const char *word)
{
	size_t length = strlen(word);
	for (; *text; text++) {
		size_t i = 0;
		while (i < length && text[i] && tolower((unsigned char)text[i]) == tolower((unsigned char)word[i]))
			i++;
		if (i == length)
			return true;
	}
	return length == 0;
}

static bool is_wanted(const struct play *play, const struct play_listing *listing)
{
	const struct config *config = listing->config;
	return holds(listing->name, play->search) ||
	       (config && (holds(play_words(play, &config->title), play->search) || holds(play_words(play, &config->story), play->search)));
}

// ---- the portrait: departments as towers, as wide as they have people; the plan as pins below

static void draw_portrait(struct play *play, const struct config *config, struct ui_box box)
{
	struct ui *ui = &play->ui;
	const struct theme *theme = ui->look.theme;
	int staff = config_staff(config), most = 1;
	float gap = config->department_count > 24 ? 1 : ui_px(ui, 4), ground = box.y + box.height - ui_px(ui, 26), room = box.width - gap * (float)(config->department_count - 1);
	for (int d = 0; d < config->department_count; d++)
		most = config->department[d].staff > most ? config->department[d].staff : most;
	float x = box.x;
	for (int d = 0; d < config->department_count; d++) {
		float wide = room * (float)config->department[d].staff / (float)staff, high = (ground - box.y) * (0.3f + 0.7f * sqrtf((float)config->department[d].staff / (float)most));
		draw_rect(ui->draw, roundf(x), roundf(ground - high), fmaxf(roundf(x + wide) - roundf(x), 1), roundf(high), theme->scale[2 + (d % 2)]);
		x += wide + gap;
	}
	draw_rect(ui->draw, box.x, roundf(ground + ui_px(ui, 13)), box.width, ui_px(ui, 2), theme->pin);
	for (int i = 0; i < config->entry_count; i++) {
		float at = (float)config->entry[i].week / (float)(config->years * CONFIG_WEEKS_PER_YEAR);
		if (at <= 1)
			draw_circle(ui->draw, roundf(box.x + at * box.width), ground + ui_px(ui, 14), ui_px(ui, 6), ui_accent(ui), theme->paper, ui_px(ui, 2));
	}
}

static void draw_facts(struct play *play, const struct config *config, struct ui_box box)
{
	char staff[TEXT_NUMBER_MAX], text[128];
	enum word word = config->setting[PARAM_POOL_SHARE] > 0 ? WORD_FACTS_POOL : WORD_FACTS;
	text_number(staff, play->lang, config_staff(config), 0, false);
	snprintf(text, sizeof text, play_say(play, word), staff, config->department_count, config->years);
	ui_text(&play->ui, box, text, ui_quiet(&play->ui, UI_SMALL));
}

static void draw_card(struct play *play, const struct play_listing *listing, struct ui_box box)
{
	struct ui *ui = &play->ui;
	const struct config *config = listing->config;
	struct ui_box in = ui_inset(box, ui_px(ui, 24));
	struct ui_style title = ui_bold(ui, 32), story = ui_plain(ui, UI_SMALL);
	const char *name = config && *play_words(play, &config->title) ? play_words(play, &config->title) : listing->name;
	float head = 2 * ui_line(ui, title), picture = ui_px(ui, 96), facts = ui_px(ui, 34);
	float used = ui_wrap(ui, (struct ui_box){ in.x, in.y, in.width, head }, name, title, false);
	ui_wrap(ui, (struct ui_box){ in.x, in.y, in.width, head }, name, title, true);
	used = fminf(used, head) + ui_px(ui, 8);
	struct ui_box words = { in.x, in.y + used, in.width, in.height - used - picture - facts - ui_px(ui, 10) };
	ui_wrap(ui, words, config ? play_words(play, &config->story) : play_say(play, WORD_WRONG_CARD), config ? story : ui_quiet(ui, UI_SMALL), true);
	if (!config)
		return;
	float radius = ui_px(ui, 24), icon = ui_px(ui, 20);
	draw_circle(ui->draw, in.x + in.width - radius, in.y + in.height - picture - facts + radius / 2, radius, ui_accent(ui), 0, 0);
	ui_icon(ui, UI_ICON_PLAY, (struct ui_box){ in.x + in.width - radius - icon / 2 + 1, in.y + in.height - picture - facts + radius / 2 - icon / 2, icon, icon }, ui->look.theme->paper);
	draw_facts(play, config, (struct ui_box){ in.x, in.y + in.height - picture - facts, in.width, facts });
	draw_portrait(play, config, (struct ui_box){ in.x, in.y + in.height - picture + ui_px(ui, 8), in.width, picture - ui_px(ui, 8) });
}

// ---- the page

// True when the search was ended with Enter: the first of what was found is meant.
static bool draw_head(struct play *play, struct ui_box row)
{
	struct ui *ui = &play->ui;
	float wide = ui_px(ui, 440), field = row.x + row.width - ui_px(ui, 360) - wide, most = field - row.x - ui_px(ui, 24);
	ui_text(ui, (struct ui_box){ row.x, row.y - ui_px(ui, 12), most, ui_px(ui, 56) }, play_say(play, WORD_TITLE), ui_bold(ui, 52));
	ui_text_fitting(ui, (struct ui_box){ row.x, row.y + ui_px(ui, 46), most, ui_px(ui, 36) }, play_say(play, WORD_WHAT), ui_quiet(ui, UI_TEXT), 20);
	bool entered = ui_field(ui, "search", (struct ui_box){ field, row.y, wide, ui_px(ui, 56) }, play_say(play, WORD_SEARCH), play->search, sizeof play->search);
	play_draw_corner(play, (struct ui_box){ row.x, row.y, row.width, ui_px(ui, 56) });
	return entered && play->search[0];
}

static void tell_none(struct play *play, struct ui_box box, int count)
{
	struct ui_style style = ui_quiet(&play->ui, UI_BODY);
	style.anchor = DRAW_MIDDLE;
	ui_text(&play->ui, (struct ui_box){ box.x, box.y + box.height / 3, box.width, ui_px(&play->ui, 60) }, play_say(play, count ? WORD_NOTHING_FOUND : WORD_NO_SCENARIOS), style);
}

static const char *draw_cards(struct play *play, struct ui_box box, const struct play_listing *list, int count, bool first)
{
	struct ui *ui = &play->ui;
	float gap = ui_px(ui, GAP), high = ui_px(ui, CARD_HEIGHT), usable = box.width - ui_px(ui, 20);
	int columns = (int)fmaxf(1, roundf((usable + gap) / (ui_px(ui, CARD_WIDTH) + gap))), shown = 0, at = 0;
	float wide = floorf((usable - gap * (float)(columns - 1)) / (float)columns);
	const char *chosen = NULL;
	for (int i = 0; i < count; i++)
		shown += is_wanted(play, &list[i]);
	struct ui_box inside = ui_area(ui, "cards", box, (float)((shown + columns - 1) / columns) * (high + gap) + gap);
	for (int i = 0; i < count; i++) {
		if (!is_wanted(play, &list[i]))
			continue;
		struct ui_box card = { inside.x + gap / 4 + (float)(at % columns) * (wide + gap), inside.y + gap / 2 + (float)(at / columns) * (high + gap), wide - gap / 2, high };
		at++;
		ui_group(ui, "scenario", i);
		if (ui_card(ui, "card", card, false) || (first && at == 1))
			chosen = list[i].path;
		ui_group_end(ui);
		if (card.y < box.y + box.height && card.y + card.height > box.y)
			draw_card(play, &list[i], card);
	}
	ui_area_end(ui);
	if (shown == 0)
		tell_none(play, box, count);
	return chosen;
}

void play_draw_list(struct play *play)
{
	struct ui *ui = &play->ui;
	float margin = ui_px(ui, MARGIN);
	int count = 0;
	const struct play_listing *list = play->host.list(play->host.with, &count);
	struct ui_box row = { margin, margin, ui->in.width - 2 * margin, ui_px(ui, 84) };
	bool first = draw_head(play, row);
	float top = row.y + row.height + ui_px(ui, 20);
	const char *path = draw_cards(play, (struct ui_box){ margin, top, row.width, ui->in.height - top - margin / 2 }, list, count, first);
	if (path)
		play_open(play, path);
}
