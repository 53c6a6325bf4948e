// The diary's sentences, in both languages. Every number in them is one of the event's values.
#include "view/diary_inside.h"

#include "view/stage.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define AGAINST_LEAST 0.01f

static const struct text steps[5] = {
	{ "vast", "fixed" }, { "eerder vast", "rather fixed" }, { "er tussenin", "in between" }, { "eerder groei", "rather growth" }, { "groei", "growth" },
};

static const struct text causes[CAUSE_COUNT] = {
	[CAUSE_EXPERIENCE] = { "wat in het werk lukte of mislukte", "what went well or wrong at work" },
	[CAUSE_COLLEAGUES] = { "collega's", "colleagues" },
	[CAUSE_LEADER] = { "het voorbeeld van leidinggevenden", "the managers' example" },
	[CAUSE_CONTEXT] = { "hoe de eenheid is ingericht", "how the unit is set up" },
	[CAUSE_DISPOSITION] = { "de eigen aard", "the own disposition" },
	[CAUSE_STRAIN] = { "de werkdruk", "strain" },
	[CAUSE_TRAINING] = { "training", "training" },
	[CAUSE_FADING] = { "training die wegzakte", "training that faded" },
};

// Up, down.
static const struct text setting_words[DIARY_SETTINGS][2] = {
	{ { "De leiding gaat meer sturen", "Managers direct more" }, { "De leiding gaat minder sturen", "Managers direct less" } },
	{ { "De leiding gaat meer coachen", "Managers coach more" }, { "De leiding gaat minder coachen", "Managers coach less" } },
	{ { "De leiding geeft vaker het voorbeeld", "Managers set an example more often" }, { "De leiding geeft minder vaak het voorbeeld", "Managers set an example less often" } },
	{ { "De leiding krijgt meer tijd per medewerker", "Managers get more time per person" }, { "De leiding krijgt minder tijd per medewerker", "Managers get less time per person" } },
	{ { "Er komt meer ruimte", "There is more room" }, { "Er komt minder ruimte", "There is less room" } },
	{ { "De stoepranden worden duidelijker", "Kerbs get clearer" }, { "De stoepranden worden vager", "Kerbs get vaguer" } },
	{ { "Gesprekken gaan meer over reflectie", "Appraisals turn to reflection" }, { "Gesprekken gaan meer over beoordeling", "Appraisals turn to assessment" } },
	{ { "Functies worden strakker omschreven", "Jobs are described more tightly" }, { "Functies worden losser omschreven", "Jobs are described more loosely" } },
	{ { "Er komt meer tijd voor klussen", "There is more time for gigs" }, { "Er komt minder tijd voor klussen", "There is less time for gigs" } },
	{ { "Er komt meer scharreltijd", "There is more free time" }, { "Er komt minder scharreltijd", "There is less free time" } },
};

struct sentence {
	const struct diary *diary;
	enum lang lang;
	bool nl;
	char value[3][TEXT_NUMBER_MAX];
};

static const char *unit_name(const struct sentence *w, int unit)
{
	return unit == CONFIG_POOL ? w->nl ? "de pool" : "the pool" : stage_name(w->diary->config, unit, w->lang);
}

static void put(char out[DIARY_LINE], const char *form, ...) __attribute__((format(printf, 2, 3)));

static void put(char out[DIARY_LINE], const char *form, ...)
{
	va_list args;
	va_start(args, form);
	vsnprintf(out, DIARY_LINE, form, args);
	va_end(args);
}

static const char *years_of(const struct sentence *w, char out[TEXT_NUMBER_MAX + 8], double years)
{
	char number[TEXT_NUMBER_MAX];
	text_number(number, w->lang, floor(years), 0, false);
	snprintf(out, TEXT_NUMBER_MAX + 8, w->nl ? "%s jaar" : floor(years) == 1 ? "%s year" : "%s years", number);
	return out;
}

// As people write it: 5 %, 2,5 %, 0,35, 1,5 hours.
static void say_value(const struct sentence *w, char out[TEXT_NUMBER_MAX], double value, const char *unit)
{
	bool share = strcmp(unit, "share") == 0;
	double shown = share ? 100 * value : value;
	text_number(out, w->lang, shown, strcmp(unit, "0-1") == 0 ? 2 : share && fabs(shown - floor(shown + 0.5)) < 0.05 ? 0 : 1, false);
}

static void say_setting(const struct sentence *w, const struct diary_event *e, char out[DIARY_LINE])
{
	char from[TEXT_NUMBER_MAX], to[TEXT_NUMBER_MAX];
	const char *unit = param_table[diary_setting(e->detail)].unit;
	say_value(w, from, (double)e->value[0], unit);
	say_value(w, to, (double)e->value[1], unit);
	const char *mark = strcmp(unit, "share") == 0 ? w->nl ? "\u00A0%" : "%" : strcmp(unit, "0-1") == 0 ? "" : w->nl ? " uur per week" : " hours a week";
	put(out, w->nl ? "%s bij %s: van %s naar %s%s." : "%s at %s: from %s to %s%s.",
	    text_in(setting_words[e->detail][e->value[1] < e->value[0]], w->lang), unit_name(w, e->unit), from, to, mark);
}

static void say_move(const struct sentence *w, const struct diary_event *e, char out[DIARY_LINE])
{
	const char *form = e->unit == CONFIG_POOL ? w->nl ? "Gaat van %s naar %s." : "Goes from %s to %s."
	                 : e->from == CONFIG_POOL ? w->nl ? "Gaat uit %s naar %s." : "Goes from %s to %s."
	                 : w->nl ? "Stapt over van %s naar %s." : "Moves from %s to %s.";
	put(out, form, unit_name(w, e->from), unit_name(w, e->unit));
}

// What worked against it is told when it counts.
static void say_step(const struct sentence *w, const struct diary_event *e, char out[DIARY_LINE])
{
	bool up = e->value[1] > e->value[0];
	char part[TEXT_NUMBER_MAX], other[TEXT_NUMBER_MAX], against[DIARY_LINE / 2] = "";
	text_number(part, w->lang, (double)e->value[2], 2, true);
	text_number(other, w->lang, (double)e->value[3], 2, true);
	if (fabsf(e->value[3]) >= AGAINST_LEAST && (e->value[3] > 0) != up)
		snprintf(against, sizeof against, w->nl ? ", ondanks %s (%s)" : ", despite %s (%s)", text_in(causes[e->against], w->lang), other);
	put(out, w->nl ? "Mindset %s van %s naar %s (%s), het meest door %s (%s)%s." : "Mindset %s from %s to %s (%s), most of all by %s (%s)%s.",
	    w->nl ? up ? "stijgt" : "daalt" : up ? "rises" : "falls", w->value[0], w->value[1], text_in(steps[e->detail], w->lang),
	    text_in(causes[e->cause], w->lang), part, against);
}

// What it added is told when that shows.
static void say_trained(const struct sentence *w, const struct diary_event *e, char out[DIARY_LINE])
{
	char number[TEXT_NUMBER_MAX], gain[TEXT_NUMBER_MAX + 16] = "";
	text_number(number, w->lang, (double)e->value[0], 3, true);
	if (fabsf(e->value[0]) >= 0.0005f)
		snprintf(gain, sizeof gain, "; mindset %s", number);
	put(out, w->nl ? "Doet mee aan het programma “%s”%s." : "Takes part in the programme “%s”%s.", config_programme_title(&w->diary->config->programme[e->detail], w->lang), gain);
}

static void say_team(const struct sentence *w, const struct diary_event *e, char out[DIARY_LINE])
{
	int others = (int)e->value[0];
	if (others == 0)
		put(out, w->nl ? "Begint in de pool aan een opdracht." : "Starts on an assignment in the pool.");
	else
		put(out, w->nl ? others == 1 ? "Begint in de pool aan een opdracht, met %d ander." : "Begint in de pool aan een opdracht, met %d anderen."
		         : others == 1 ? "Starts on an assignment in the pool, with %d other." : "Starts on an assignment in the pool, with %d others.", others);
}

void diary_say(const struct diary *diary, const struct diary_event *e, enum lang lang, char out[DIARY_LINE])
{
	struct sentence w = { .diary = diary, .lang = lang, .nl = lang == LANG_NL };
	char buffer[TEXT_NUMBER_MAX + 8];
	const char *years = years_of(&w, buffer, (double)e->value[0]);
	const char *where = e->unit == STAFF_VACANT ? "" : unit_name(&w, e->unit), *one = w.value[0];
	for (int i = 0; i < 3; i++)
		text_number(w.value[i], lang, (double)e->value[i], 2, false);
	switch ((enum diary_kind)e->kind) {
	case DIARY_START: put(out, w.nl ? "Werkt bij %s, %s in dienst; mindset %s." : "Works at %s, %s in service; mindset %s.", where, years, w.value[1]); break;
	case DIARY_JOINED: put(out, w.nl ? "Komt in dienst bij %s; mindset %s." : "Is hired at %s; mindset %s.", where, w.value[1]); break;
	case DIARY_LEFT: put(out, w.nl ? "Vertrekt bij %s, na %s." : "Leaves %s, after %s.", where, years); break;
	case DIARY_RETIRED: put(out, w.nl ? "Gaat bij %s met pensioen, na %s." : "Retires from %s, after %s.", where, years); break;
	case DIARY_LEADS: put(out, w.nl ? "Wordt leidinggevende bij %s." : "Becomes a manager at %s.", where); break;
	case DIARY_LEADS_NOT: put(out, w.nl ? "Is geen leidinggevende meer." : "Is no manager any more."); break;
	case DIARY_STRAINED: put(out, w.nl ? "Raakt overbelast: belasting %s." : "Gets overloaded: strain %s.", one); break;
	case DIARY_RELIEVED: put(out, w.nl ? "Krijgt weer lucht: belasting %s." : "Can breathe again: strain %s.", one); break;
	case DIARY_TIRED: put(out, w.nl ? "Raakt de bevlogenheid kwijt: %s." : "Loses engagement: %s.", one); break;
	case DIARY_EAGER: put(out, w.nl ? "Is weer bevlogen: %s." : "Is engaged again: %s.", one); break;
	case DIARY_GIG: put(out, w.nl ? "Neemt een klus aan via de klussenbank." : "Takes a gig through the gig bank."); break;
	case DIARY_GIG_OVER: put(out, w.nl ? "De klus is voorbij." : "The gig is over."); break;
	case DIARY_MOVED: say_move(&w, e, out); break;
	case DIARY_TRAINED: say_trained(&w, e, out); break;
	case DIARY_STEP: say_step(&w, e, out); break;
	case DIARY_TEAM: say_team(&w, e, out); break;
	case DIARY_SETTING: say_setting(&w, e, out); break;
	case DIARY_KINDS: out[0] = '\0';
	}
}
