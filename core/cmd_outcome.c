// Outcomes of an experiment on a terminal.
#include "cmd_outcome.h"

#include "cmd_history.h"
#include "cmd_result.h"
#include "file.h"
#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NAME_SHORT = 24 };  // letters that a table has room for

// ---- which experiment, which outcomes

bool cmd_outcome_load(const struct cmd_args *args, const char *command, struct results *results, struct err *err)
{
	const char *path = cmd_args_word(args, 0);
	if (!path)
		err_add(err, "welk experiment? Bijvoorbeeld: stoeprand %s pool.db", "which experiment? For example: stoeprand %s pool.db", command);
	else if (cmd_args_words(args) > 1)
		err_add(err, "één experiment tegelijk; %s is er een te veel", "one experiment at a time; %s is one too many", cmd_args_word(args, 1));
	else
		return results_load(path, results, err);
	return false;
}

static void unknown_measure(const struct results *results, const char *name, struct err *err)
{
	const char *near = text_nearest(name, (const char *const *)(const void *)&results->outcome[0].key, results->outcome_count,
	                                (int)sizeof *results->outcome);
	if (near)
		err_add(err, "--measure: %s is in %s niet gemeten; bedoelde u %s?", "--measure: %s was not measured in %s; did you mean %s?",
		        name, results->path, near);
	else if (measure_find(name) >= 0)
		err_add(err, "--measure: %s is in %s niet gemeten: zet het in measures van het experiment en draai het opnieuw",
		        "--measure: %s was not measured in %s: put it in measures of the experiment and run it again", name, results->path);
	else
		err_add(err, "--measure: %s is geen maat van %s", "--measure: %s is no measure of %s", name, results->path);
}

static bool is_asked(const struct results_outcome *outcome, const char *name)
{
	return strcmp(outcome->key, name) == 0 || strcmp(outcome->measure, name) == 0;
}

static void add(struct cmd_outcomes *out, int index)
{
	for (int k = 0; k < out->count; k++)
		if (out->index[k] == index)
			return;
	out->index[out->count++] = index;
}

static void choose_named(const struct results *results, const struct cmd_args *args, struct cmd_outcomes *out, struct err *err)
{
	for (int i = 0; i < args->count; i++) {
		const struct cmd_arg *arg = &args->arg[i];
		bool found = false;
		if (!arg->option || strcmp(arg->option, "measure") != 0)
			continue;
		for (int k = 0; k < results->outcome_count; k++)
			if (is_asked(&results->outcome[k], arg->value)) {
				add(out, k);
				found = true;
			}
		if (!found)
			unknown_measure(results, arg->value, err);
	}
}

// What was spent has a table of its own.
static bool is_cost(const struct results_outcome *outcome)
{
	int measure = measure_find(outcome->measure);
	return measure == MEASURE_CHANGE_EURO || measure == MEASURE_CHANGE_HOURS;
}

static void choose_main(const struct results *results, struct cmd_outcomes *out)
{
	for (int pass = 0; pass < 2 && out->count == 0; pass++)
		for (int k = 0; k < results->outcome_count; k++)
			if (pass == 1 || (results->outcome[k].is_main && !is_cost(&results->outcome[k])))
				add(out, k);
}

bool cmd_outcomes_choose(const struct results *results, const struct cmd_args *args, struct cmd_outcomes *out, struct err *err)
{
	int before = err->count;
	*out = (struct cmd_outcomes){ .index = mem_new((size_t)results->outcome_count + 1, sizeof *out->index) };
	if (!out->index)
		err_memory(err);
	else if (results->outcome_count == 0)
		err_add(err, "%s: dit experiment meet niets", "%s: this experiment measures nothing", results->path);
	else if (cmd_args_has(args, "measure"))
		choose_named(results, args, out, err);
	else
		choose_main(results, out);
	int told = out->count;
	for (int k = 0; out->index && !cmd_args_has(args, "measure") && k < results->outcome_count; k++)
		add(out, k);
	out->all = out->count;
	out->count = told;
	return err->count == before;
}

void cmd_outcomes_others(const struct cmd_out *out, const struct results *results, const struct cmd_outcomes *outcomes)
{
	char line[1024];
	int used = snprintf(line, sizeof line, "%s", out->lang == LANG_NL ? "Ook gemeten, te zien met --measure: " : "Also measured, shown with --measure: ");
	for (int k = outcomes->count; k < outcomes->all && used < (int)sizeof line - 160; k++)
		used += snprintf(line + used, sizeof line - (size_t)used, "%s%.120s", k > outcomes->count ? ", " : "", results->outcome[outcomes->index[k]].key);
	if (outcomes->all == outcomes->count)
		return;
	cmd_put(out, "\n");
	cmd_wrap(out, 0, line);
}

void cmd_outcomes_clear(struct cmd_outcomes *outcomes)
{
	mem_free(outcomes->index);
	*outcomes = (struct cmd_outcomes){ 0 };
}

// ---- headings

void cmd_outcome_intro(const struct cmd_out *out, const struct results *results)
{
	bool nl = out->lang == LANG_NL;
	char line[1024], years[64], failed[128] = "", pending[128] = "";
	const char *title = cmd_words(&results->title, out->lang);
	cmd_style(out, CMD_BOLD);
	cmd_wrap(out, 0, *title ? title : results->path);
	cmd_style(out, CMD_PLAIN);
	int columns = cmd_columns(out, *title ? title : results->path);
	cmd_rule(out, columns < out->width ? columns : out->width);
	const char *question = cmd_words(&results->question, out->lang);
	if (*question)
		cmd_wrap(out, 0, question);
	if (results->failed > 0)
		snprintf(failed, sizeof failed, nl ? " %ld runs mislukten en tellen niet mee." : " %ld runs failed and do not count.", results->failed);
	if (results->pending > 0)
		snprintf(pending, sizeof pending, nl ? " %ld runs moeten nog: dit is een tussenstand." : " %ld runs are still to do: these are interim results.", results->pending);
	snprintf(years, sizeof years, nl ? "%d tot en met %d" : "%d to %d", results->start_year, results->start_year + results->years - 1);
	if (results->years == 1)
		snprintf(years, sizeof years, "%d", results->start_year);
	snprintf(line, sizeof line, "Scenario %s, %s. %d %s in %s%d %s.%s%s",
	         results->scenario, years, results->point_count,
	         nl ? "alternatieven" : "alternatives", results->precise ? nl ? "hooguit " : "at most " : "", results->replicate_count,
	         nl ? results->replicate_count == 1 ? "toekomst" : "toekomsten" : results->replicate_count == 1 ? "future" : "futures", failed, pending);
	cmd_wrap(out, 0, line);
}

static void put_window(char *text, size_t size, const struct results *results, const struct results_outcome *outcome, bool nl)
{
	char from[CMD_WEEK_MAX], to[CMD_WEEK_MAX];
	cmd_week_name(from, results->start_year, outcome->from_week);
	cmd_week_name(to, results->start_year, outcome->to_week);
	if (outcome->from_week == outcome->to_week)
		snprintf(text, size, "%s", to);
	else
		snprintf(text, size, nl ? "gemiddeld over %s t/m %s" : "mean of %s to %s", from, to);
}

void cmd_outcome_heading(const struct cmd_out *out, const struct results *results, int index)
{
	const struct results_outcome *outcome = &results->outcome[index];
	char window[128], line[LANG_COUNT][CMD_OUTCOME_NAME_MAX + 128];
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		put_window(window, sizeof window, results, outcome, lang == LANG_NL);
		snprintf(line[lang], sizeof line[lang], "%s (%s, %s)", cmd_words(&outcome->label, (enum lang)lang),
		         text_in(cmd_unit(outcome->unit).word, (enum lang)lang), window);
	}
	cmd_heading(out, line[LANG_NL], line[LANG_EN]);
}

void cmd_outcome_point(char name[CMD_OUTCOME_NAME_MAX], const struct results *results, int index, enum lang lang)
{
	const struct results_point *point = &results->point[index];
	bool whole = point->named >= 0 && results->factor_count == 0;
	const char *words = whole ? cmd_words(&results->named[point->named].name, lang) : "";
	snprintf(name, CMD_OUTCOME_NAME_MAX, "%s", *words ? words : point->label);
}

// Drawn points have their number in the label: "pool · #12 · kerbs.room 0.43".
static void cut_values(char *name)
{
	char *number = strchr(name, '#'), *values = number ? strstr(number, " · ") : NULL;
	if (values)
		*values = '\0';
}

bool cmd_outcome_numbered(const struct results *results)
{
	for (int k = 0; k < results->point_count; k++) {
		char name[CMD_OUTCOME_NAME_MAX];
		cmd_outcome_point(name, results, k, LANG_NL);
		cut_values(name);
		if (strlen(name) > NAME_SHORT)
			return true;
	}
	return false;
}

void cmd_outcome_short(char name[CMD_OUTCOME_NAME_MAX], const struct results *results, int point, enum lang lang)
{
	char whole[CMD_OUTCOME_NAME_MAX];
	cmd_outcome_point(whole, results, point, lang);
	cut_values(whole);
	if (cmd_outcome_numbered(results))
		snprintf(name, CMD_OUTCOME_NAME_MAX, "%d %.200s", point + 1, whole);
	else
		snprintf(name, CMD_OUTCOME_NAME_MAX, "%s", whole);
}

// ---- numbers

int cmd_outcome_decimals(const struct results_outcome *outcome, double half_width)
{
	struct cmd_unit unit = cmd_unit(outcome->unit);
	double size = half_width * unit.factor;
	int wanted = size > 0 ? -(int)floor(log10(size / 3)) : unit.decimals;
	return wanted < unit.decimals ? unit.decimals : wanted > unit.decimals + 2 ? unit.decimals + 2 : wanted;
}

void cmd_outcome_number(char text[CMD_NUMBER_MAX], const struct results_outcome *outcome, enum lang lang, double value, int decimals, bool sign)
{
	cmd_number(text, lang, value * cmd_unit(outcome->unit).factor, decimals, sign);
}

void cmd_outcome_span(char text[CMD_SPAN_MAX], const struct results_outcome *outcome, enum lang lang, struct stats_interval span, int decimals, bool sign, bool in_table)
{
	char low[CMD_NUMBER_MAX], high[CMD_NUMBER_MAX];
	cmd_outcome_number(low, outcome, lang, span.low, decimals, sign);
	cmd_outcome_number(high, outcome, lang, span.high, decimals, sign);
	if (isnan(span.low))
		snprintf(text, CMD_SPAN_MAX, "–");
	else
		snprintf(text, CMD_SPAN_MAX, "%.40s%s%.40s", low, in_table ? " … " : lang == LANG_NL ? " tot " : " to ", high);
}

const char *cmd_outcome_counted(const struct results_outcome *outcome, enum lang lang)
{
	bool nl = lang == LANG_NL;
	static const struct { const char *unit; struct text word; } words[] = {
		{ "share", { " procentpunt", " percentage points" } }, { "1/year", { " procentpunt per jaar", " percentage points a year" } },
		{ "weeks", { " weken", " weeks" } }, { "years", { " jaar", " years" } }, { "persons", { " mensen", " people" } },
		{ "cases", { " zaken", " cases" } }, { "assignments", { " opdrachten", " tasks" } }, { "hours", { " uur", " hours" } },
		{ "euro", { " euro", " euro" } }, { "units", { " eenheden", " units" } },
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(outcome->unit, words[i].unit) == 0)
			return nl ? words[i].word.nl : words[i].word.en;
	return "";
}

void cmd_outcome_share(char text[CMD_NUMBER_MAX], enum lang lang, double share)
{
	char number[CMD_NUMBER_MAX];
	cmd_number(number, lang, share * 100, 0, false);
	snprintf(text, CMD_NUMBER_MAX, "%.40s%s", number, isnan(share) ? "" : lang == LANG_NL ? "\u00A0%" : "%");
}

void cmd_outcome_p(char text[CMD_NUMBER_MAX], enum lang lang, double p)
{
	if (p < 0.001)
		snprintf(text, CMD_NUMBER_MAX, lang == LANG_NL ? "<0,001" : "<0.001");
	else
		cmd_number(text, lang, p, 3, false);
}

// ---- CSV

void cmd_outcome_quoted(FILE *stream, const char *text)
{
	fputc('"', stream);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', stream);
		fputc(*text, stream);
	}
	fputc('"', stream);
}

bool cmd_outcome_csv(const struct cmd_out *out, const char *path, const struct results *results,
                     bool (*put)(FILE *, const void *, struct err *), const void *data, struct err *err)
{
	struct file_writer writer = { 0 };
	if (!path)
		return true;
	if (strcmp(path, "-") == 0)
		return put(out->stream, data, err);
	if (file_same(path, results->path)) {
		err_add(err, "--csv: %s zou het experiment zelf overschrijven", "--csv: %s would overwrite the experiment itself", path);
		return false;
	}
	if (!file_begin(&writer, path, err))
		return false;
	bool good = put(writer.stream, data, err) && file_commit(&writer, err);
	file_abandon(&writer);
	return good;
}
