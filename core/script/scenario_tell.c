// What each plan entry does, in words for the story: "scharreltijd.share 0 → 0,05".
#include "script/scenario_inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { TELL_BYTES_MAX = 2048, TELL_UNITS_MAX = 3 };

struct telling {
	const struct config *config;
	enum lang lang;
	char text[TELL_BYTES_MAX];
};

__attribute__((format(printf, 2, 3))) static void say(struct telling *t, const char *format, ...)
{
	size_t used = strlen(t->text);
	va_list args;
	va_start(args, format);
	vsnprintf(t->text + used, sizeof t->text - used, format, args);
	va_end(args);
}

static void say_in(struct telling *t, const char *nl, const char *en)
{
	say(t, "%s", t->lang == LANG_NL ? nl : en);
}

// Dutch has a decimal comma.
static void say_number(struct telling *t, double value)
{
	char number[32];
	snprintf(number, sizeof number, value > -1 && value < 1 ? "%.3g" : "%.6g", value);
	char *point = t->lang == LANG_NL ? strchr(number, '.') : NULL;
	if (point)
		*point = ',';
	say(t, "%s", number);
}

static void say_value(struct telling *t, int param, double value)
{
	if (config_param(t->config, param).type != PARAM_SWITCH)
		say_number(t, value);
	else if (value != 0)
		say_in(t, "ja", "yes");
	else
		say_in(t, "nee", "no");
}

static const char *unit_name(const struct telling *t, int unit)
{
	if (unit == CONFIG_POOL)
		return t->lang == LANG_NL ? "de pool" : "the pool";
	const struct department *department = &t->config->department[unit - 1];
	const char *name = t->lang == LANG_NL ? department->name.nl : department->name.en;
	return name ? name : department->id;
}

// What holds just before the change at `index`.
static double value_before(const struct config *config, int index)
{
	const struct change *now = &config->change[index];
	return config_planned_value(config, now->unit, now->param, now->week, index);
}

// The same thing done to several units of one entry is told once, by the first of them.
static bool same_deed(const struct change *a, const struct change *b)
{
	if (a->kind != b->kind || a->entry != b->entry)
		return false;
	if (a->kind == CHANGE_SET)
		return a->param == b->param && a->value >= b->value && a->value <= b->value;
	return a->programme == b->programme;
}

static void say_units(struct telling *t, int index)
{
	const struct config *config = t->config;
	int count = 0;
	if (config->change[index].unit == CONFIG_UNIT_ALL)
		return;
	for (int i = index; i < config->change_count; i++)
		count += same_deed(&config->change[index], &config->change[i]);
	say(t, " (");
	if (count > TELL_UNITS_MAX)
		say(t, t->lang == LANG_NL ? "%d afdelingen" : "%d departments", count);
	for (int i = index, told = 0; count <= TELL_UNITS_MAX && i < config->change_count; i++)
		if (same_deed(&config->change[index], &config->change[i]))
			say(t, "%s%s", told++ ? ", " : "", unit_name(t, config->change[i].unit));
	say(t, ")");
}

// A lever is told in words, the first clause of what the table says of it; a mechanism or a coefficient by its key.
static void say_setting(struct telling *t, int param)
{
	struct param own = config_param(t->config, param), *row = &own;
	const char *words = text_in(row->help, t->lang);
	if (row->kind == PARAM_LEVER || row->kind == PARAM_DEMAND)
		say(t, "%.*s ", (int)strcspn(words, ":,;."), words);
	else
		say(t, "%s ", row->name);
}

static void say_set(struct telling *t, int index)
{
	const struct config *config = t->config;
	const struct change *change = &config->change[index];
	double before = value_before(config, index);
	bool agreed = true;
	for (int i = index + 1; i < config->change_count; i++)
		if (same_deed(change, &config->change[i])) {
			double other = value_before(config, i);
			agreed = agreed && other >= before && other <= before;
		}
	say_setting(t, change->param);
	if (agreed) {
		say_value(t, change->param, before);
		say(t, " ");
	}
	say(t, "→ ");
	say_value(t, change->param, change->value);
}

static void say_programme(struct telling *t, const struct programme *programme)
{
	say_in(t, programme->repeat_weeks ? "elk jaar " : "", programme->repeat_weeks ? "every year " : "");
	say_in(t, "programma ", "programme ");
	const char *title = config_programme_title(programme, t->lang);
	say(t, title == programme->name ? "%s: %d " : "“%s”: %d ", title, programme->weeks);
	say_in(t, programme->weeks == 1 ? "week, " : "weken, ", programme->weeks == 1 ? "week, " : "weeks, ");
	say_number(t, (double)(long)(10 * programme->hours + 0.5) / 10);
	say_in(t, " uur per deelnemer, ", " hours a participant, ");
	say_number(t, (double)(long)(1000 * programme->coverage + 0.5) / 10);
	say_in(t, " % van de medewerkers", "% of the staff");
}

static void tell_entry(struct telling *t, int entry)
{
	const struct config *config = t->config;
	t->text[0] = '\0';
	for (int i = 0; i < config->change_count; i++) {
		const struct change *change = &config->change[i];
		bool told = change->entry != entry ||
			    (change->kind != CHANGE_SET && change->kind != CHANGE_PROGRAMME_START);
		for (int j = i - 1; !told && j >= 0 && config->change[j].week == change->week; j--)
			told = same_deed(&config->change[j], change);
		if (told)
			continue;
		if (t->text[0])
			say(t, "; ");
		if (change->kind == CHANGE_SET)
			say_set(t, i);
		else
			say_programme(t, &config->programme[change->programme]);
		say_units(t, i);
	}
}

void scenario_tell(struct scenario_reader *r)
{
	struct telling t = { .config = r->config };
	for (int i = 0; i < r->config->entry_count && !r->no_memory; i++)
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct words *what = &r->config->entry[i].what;
			t.lang = (enum lang)lang;
			tell_entry(&t, i);
			scenario_copy(r, t.text, lang == LANG_NL ? &what->nl : &what->en);
		}
}
