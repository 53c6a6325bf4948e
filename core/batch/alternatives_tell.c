// What a design does, in words: found by laying its config beside that of the scenario as it is, so that
// nothing is told that does not hold and nothing that holds is forgotten.
#include "batch/alternatives.h"

#include "mem.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { BYTES_MAX = 4096, LINES_MOST = 12 };

struct telling {
	const struct config *base, *own;
	enum lang lang;
	int lines, left_out;
	char text[BYTES_MAX];
};

__attribute__((format(printf, 2, 3))) static void say_line(struct telling *t, const char *format, ...)
{
	char line[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	size_t used = strlen(t->text);
	if (t->lines >= LINES_MOST || used + strlen(line) + 2 > sizeof t->text) {
		t->left_out++;
		return;
	}
	snprintf(t->text + used, sizeof t->text - used, "%s%s", used ? "\n" : "", line);
	t->lines++;
}

// Whether two values of a setting are the same; NaN, as the organisation, is itself.
static bool same(double a, double b)
{
	return (isnan(a) && isnan(b)) || (a >= b && a <= b);
}

static void tell_setting(struct telling *t, const char *where, int id, double before, double after)
{
	struct param param = config_param(t->base, id);
	char from[RESULTS_VALUE_MAX], to[RESULTS_VALUE_MAX];
	const char *help = text_in(param.help, t->lang);
	results_value(from, param.unit, before, t->lang);
	results_value(to, param.unit, after, t->lang);
	say_line(t, "%s%s%.*s: %s → %s", where, *where ? ": " : "", (int)alternatives_clause(help), help, from, to);
}

static void tell_settings(struct telling *t)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (!same(t->base->setting[id], t->own->setting[id]))
			tell_setting(t, "", id, t->base->setting[id], t->own->setting[id]);
	for (int k = 0; k < t->own->own_setting_count && k < t->base->own_setting_count; k++)
		if (!same(t->base->own_setting[k].value, t->own->own_setting[k].value))
			tell_setting(t, "", PARAM_COUNT + k, t->base->own_setting[k].value, t->own->own_setting[k].value);
}

// Of one place: what holds there, its own value or the organisation's. What follows from the organisation was told.
static void tell_place(struct telling *t, const char *where, const double *base, const double *own)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (!same(base[id], own[id]))
			tell_setting(t, where, id, isnan(base[id]) ? t->base->setting[id] : base[id], isnan(own[id]) ? t->own->setting[id] : own[id]);
}

static void tell_departments(struct telling *t)
{
	for (int d = 0; d < t->own->department_count && d < t->base->department_count; d++) {
		const struct department *base = &t->base->department[d], *own = &t->own->department[d];
		const char *name = t->lang == LANG_NL ? own->name.nl : own->name.en;
		name = name && *name ? name : own->id;
		if (base->staff != own->staff)
			say_line(t, t->lang == LANG_NL ? "%s: %d → %d arbeidsplaatsen" : "%s: %d → %d posts", name, base->staff, own->staff);
		tell_place(t, name, base->setting, own->setting);
	}
	if (t->own->department_count != t->base->department_count)
		say_line(t, t->lang == LANG_NL ? "%d → %d afdelingen" : "%d → %d departments", t->base->department_count, t->own->department_count);
	tell_place(t, "Pool", t->base->pool_setting, t->own->pool_setting);
}

static const char *in(const struct words *words, enum lang lang)
{
	const char *text = lang == LANG_NL ? words->nl : words->en;
	return text ? text : "";
}

static bool same_entry(const struct entry *a, const struct entry *b)
{
	return a->week == b->week && a->until_week == b->until_week && strcmp(in(&a->what, LANG_EN), in(&b->what, LANG_EN)) == 0;
}

static bool has_entry(const struct config *config, const struct entry *entry)
{
	for (int i = 0; i < config->entry_count; i++)
		if (same_entry(&config->entry[i], entry))
			return true;
	return false;
}

static void tell_plan(struct telling *t)
{
	for (int side = 0; side < 2; side++) {
		const struct config *from = side ? t->base : t->own, *other = side ? t->own : t->base;
		for (int i = 0; i < from->entry_count; i++) {
			const struct entry *entry = &from->entry[i];
			if (has_entry(other, entry))
				continue;
			int year = from->start_year + entry->week / CONFIG_WEEKS_PER_YEAR, week = entry->week % CONFIG_WEEKS_PER_YEAR + 1;
			const char *without = t->lang == LANG_NL ? "zonder " : "without ";
			say_line(t, "%s%d-W%02d: %s", side ? without : "", year, week, in(&entry->what, t->lang));
		}
	}
}

static char *tell_in(const struct config *base, const struct config *own, bool other_scenario, enum lang lang)
{
	struct telling t = { .base = base, .own = own, .lang = lang };
	if (other_scenario)
		say_line(&t, lang == LANG_NL ? "Een ander scenario: %s" : "Another scenario: %s", in(&own->title, lang));
	else {
		tell_settings(&t);
		tell_departments(&t);
		tell_plan(&t);
	}
	size_t used = strlen(t.text);
	if (t.left_out)
		snprintf(t.text + used, sizeof t.text - used, lang == LANG_NL ? "\n… en %d verschillen meer" : "\n… and %d differences more", t.left_out);
	return config_copy_text(t.text);
}

bool alternatives_tell(const struct experiment *experiment, int named, struct words *out, struct err *err)
{
	struct source_put *put = mem_new(EXPERIMENT_PUTS_MAX, sizeof *put);
	struct config base, own;
	config_init(&base);
	config_init(&own);
	if (!put)
		err_memory(err);
	bool good = put && experiment_make(experiment, -1, put, experiment_puts(experiment, -1, put), &base, err) &&
	            experiment_make(experiment, named, put, experiment_puts(experiment, named, put), &own, err);
	if (good) {
		out->nl = tell_in(&base, &own, experiment->named[named].scenario != 0, LANG_NL);
		out->en = tell_in(&base, &own, experiment->named[named].scenario != 0, LANG_EN);
		good = out->nl && out->en;
		if (!good)
			err_memory(err);
	}
	config_clear(&base);
	config_clear(&own);
	mem_free(put);
	return good;
}
