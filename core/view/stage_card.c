// A unit's card: its measures and what is set for it, in words, as rows that the shell sets in a pop-up.
#include "view/stage.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct setting_row {
	int param;
	struct text label;
};

static const int measures[] = {
	MEASURE_STAFF, MEASURE_MINDSET, MEASURE_GROWTH_SHARE, MEASURE_SAFETY, MEASURE_VOICE, MEASURE_ENGAGEMENT, MEASURE_STRAIN,
	MEASURE_OCCUPANCY, MEASURE_STANDARD_BACKLOG, MEASURE_STANDARD_ON_TIME, MEASURE_COMPLEX_BACKLOG, MEASURE_COMPLEX_QUALITY, MEASURE_OUTFLOW,
};

static const struct setting_row style[] = {
	{ PARAM_LEADERSHIP_DIRECTION, { "Sturen", "Direction" } }, { PARAM_LEADERSHIP_COACHING, { "Coachen", "Coaching" } },
	{ PARAM_LEADERSHIP_EXAMPLE, { "Voorbeeld geven", "Setting an example" } }, { PARAM_LEADERSHIP_HOURS, { "Tijd per medewerker", "Time per person" } },
};

static const struct setting_row frame[] = {
	{ PARAM_KERBS_ROOM, { "Ruimte", "Room" } }, { PARAM_KERBS_CLARITY, { "Duidelijkheid", "Clarity" } },
	{ PARAM_JOB_RIGIDITY, { "Strakke functies", "Tight job descriptions" } }, { PARAM_APPRAISAL_REFLECT, { "Reflecteren, niet beoordelen", "Reflecting, not assessing" } },
};

static struct stage_row *next(struct stage_card *card)
{
	must(card->count < STAGE_CARD_ROWS);
	struct stage_row *row = &card->row[card->count++];
	*row = (struct stage_row){ .unit = "" };
	return row;
}

static void put_words(char out[STAGE_CARD_TEXT], const char *text)
{
	snprintf(out, STAGE_CARD_TEXT, "%s", text);
}

// Shares as percentages; 0-1 and counts as they are.
static void put_value(struct stage_row *row, enum lang lang, double value, const char *unit)
{
	char number[TEXT_NUMBER_MAX];
	bool share = strcmp(unit, "share") == 0 || strcmp(unit, "1/year") == 0, scale = strcmp(unit, "0-1") == 0;
	bool whole = strcmp(unit, "persons") == 0 || strcmp(unit, "cases") == 0 || strcmp(unit, "assignments") == 0;
	text_number(number, lang, share ? value * 100 : value, scale ? 2 : share || whole ? 0 : 1, false);
	snprintf(row->value, sizeof row->value, share && !isnan(value) ? lang == LANG_NL ? "%s\u00A0%%" : "%s%%" : "%s", number);
	row->unit = share || scale || isnan(value) ? "" : text_in(param_unit(unit), lang);
}

static void add_settings(const struct sim *sim, int unit, enum lang lang, struct text heading, const struct setting_row *list, int count, struct stage_card *card)
{
	put_words(next(card)->label, text_in(heading, lang));
	for (int i = 0; i < count; i++) {
		struct stage_row *row = next(card);
		put_words(row->label, text_in(list[i].label, lang));
		put_value(row, lang, sim_setting(sim, unit, list[i].param), param_table[list[i].param].unit);
	}
}

void stage_card(const struct sim *sim, int unit, enum lang lang, struct stage_card *card)
{
	must(unit >= 0 && unit < sim_units(sim));
	*card = (struct stage_card){ .count = 0 };
	put_words(card->title, stage_name(sim_config(sim), unit, lang));
	if (sim_withheld(sim, unit)) {
		put_words(next(card)->label, lang == LANG_NL ? "Te weinig mensen: cijfers niet getoond" : "Too few people: figures not shown");
		return;
	}
	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
		const struct measure *measure = &measure_table[measures[i]];
		struct stage_row *row = next(card);
		put_words(row->label, text_in(measure->label, lang));
		put_value(row, lang, sim_measure(sim, unit, measures[i]), measure->unit);
	}
	add_settings(sim, unit, lang, (struct text){ "Stijl van leidinggevenden", "Managers' style" }, style, sizeof style / sizeof *style, card);
	add_settings(sim, unit, lang, (struct text){ "Stoepranden en functie", "Kerbs and job" }, frame, sizeof frame / sizeof *frame, card);
}
