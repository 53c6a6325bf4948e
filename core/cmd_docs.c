// `docs`: reference tables in Markdown, made from the tables that the program itself works by.
#include "cmd.h"
#include "cmd_number.h"
#include "script/api.h"
#include "sim/measure.h"
#include "sim/param.h"
#include "sim/staff.h"

#include <inttypes.h>
#include <string.h>

static const struct cmd_option option_table[] = { { 0 } };

static const char *word(const struct cmd_out *out, const char *nl, const char *en)
{
	return out->lang == LANG_NL ? nl : en;
}

// A cell of a Markdown table: a bar would end it.
static void put_cell(const struct cmd_out *out, const char *text)
{
	cmd_put(out, " ");
	for (; *text; text += strcspn(text, "|")) {
		if (*text == '|') {
			cmd_put(out, "\\|");
			text++;
		}
		cmd_put(out, "%.*s", (int)strcspn(text, "|"), text);
	}
	cmd_put(out, " |");
}

// ---- Dutch for what the tables say in English only

struct phrase {
	const char *en, *nl;
};

// Phrases that come back in many sources; names of studies stay as they are.
static const struct phrase source_phrases[] = {
	{ "default is a scenario input", "standaardwaarde is een aanname" }, { "size is a scenario input", "grootte is een aanname" },
	{ "contact is a scenario input", "contact is een aanname" }, { "scenario input", "aanname van het scenario" },
	{ "trial runs", "proefruns" }, { "trial equilibrium", "evenwicht in proefruns" },
	{ "trial mean quality", "gemiddelde in proefruns" }, { "this program", "dit programma" },
	{ "legal terms", "wettelijke termijnen" }, { "(sign)", "(richting)" }, { "(shape)", "(vorm)" },
	{ "(structure)", "(structuur)" }, { NULL, NULL },
};

static void put_unit(const struct cmd_out *out, const char *unit)
{
	put_cell(out, text_in(param_unit(unit), out->lang));
}

// What the API's functions give; a longer phrase stands before one that it contains.
static const struct phrase gives_phrases[] = {
	{ "list of vectors", "lijst van vectoren" }, { "list of places", "lijst van plaatsen" }, { "list", "lijst" },
	{ "vector of 0 and 1", "vector van 0 en 1" }, { "row of draws", "rij trekkingen" }, { "whole number", "heel getal" },
	{ "number", "getal" }, { "group", "groep" }, { "places", "plaatsen" }, { "place", "plaats" }, { "persons", "mensen" },
	{ "value", "waarde" }, { "weeks", "weken" }, { "year", "jaar" }, { "ids", "id's" }, { "table", "tabel" }, { NULL, NULL },
};

static void put_phrases(const struct cmd_out *out, const struct phrase *phrases, const char *source)
{
	char text[512];
	size_t used = 0;
	while (*source && used + 1 < sizeof text) {
		const struct phrase *phrase = phrases;
		while (phrase->en && (out->lang != LANG_NL || strncmp(source, phrase->en, strlen(phrase->en)) != 0))
			phrase++;
		if (phrase->en) {
			used += (size_t)snprintf(text + used, sizeof text - used, "%s", phrase->nl);
			source += strlen(phrase->en);
		} else {
			text[used++] = *source++;
		}
	}
	text[used < sizeof text ? used : sizeof text - 1] = '\0';
	put_cell(out, text);
}

static void put_source(const struct cmd_out *out, const char *source)
{
	put_phrases(out, source_phrases, source);
}

static void put_code(const struct cmd_out *out, const char *text)
{
	cmd_put(out, " `%s` |", text);
}

static void put_head(const struct cmd_out *out, const char *const *heads, int count)
{
	cmd_put(out, "|");
	for (int i = 0; i < count; i++)
		put_cell(out, heads[i]);
	cmd_put(out, "\n|");
	for (int i = 0; i < count; i++)
		cmd_put(out, " --- |");
	cmd_put(out, "\n");
}

static void put_range(const struct cmd_out *out, double min, double max)
{
	char low[CMD_NUMBER_MAX], high[CMD_NUMBER_MAX];
	cmd_number_exact(low, min);
	cmd_number_exact(high, max);
	if (max >= 0x1p64 && max < 1e300)  // a double cannot hold the largest seed
		snprintf(high, sizeof high, "%" PRIu64, UINT64_MAX);
	if (max >= 1e300)
		cmd_put(out, " ≥ %s |", low);
	else
		cmd_put(out, " %s – %s |", low, high);
}

// ---- params and levers

static const struct text kind_names[PARAM_KIND_COUNT] = {
	[PARAM_LEVER] = { "Hefbomen", "Levers" },
	[PARAM_DEMAND] = { "Wat de buitenwereld vraagt", "What the outside world asks" },
	[PARAM_MODEL] = { "Coëfficiënten van het model", "Coefficients of the model" },
	[PARAM_MECHANISM] = { "Mechanismen, aan of uit", "Mechanisms, on or off" },
	[PARAM_STREAM] = { "Stromen standaardwerk", "Streams of standard work" },
	[PARAM_PROGRAMME] = { "Programma's", "Programmes" },
	[PARAM_CONTENT] = { "Inhoud van programma's", "Content of programmes" },
	[PARAM_THEMEWEEK] = { "Themaweken", "Theme weeks" },
	[PARAM_RUN] = { "De run als geheel", "The run as a whole" },
	[PARAM_DEPARTMENT] = { "Afdelingen", "Departments" },
};

static void put_param_head(const struct cmd_out *out)
{
	const char *heads[] = {
		word(out, "naam", "name"), word(out, "eenheid", "unit"), word(out, "bereik", "range"), word(out, "standaard", "default"),
		word(out, "per afdeling", "per department"), word(out, "betekenis", "meaning"), word(out, "bron", "source"),
	};
	put_head(out, heads, (int)(sizeof heads / sizeof *heads));
}

static void put_param(const struct cmd_out *out, const struct param *row)
{
	char value[CMD_NUMBER_MAX];
	cmd_number_exact(value, row->value);
	cmd_put(out, "|");
	put_code(out, row->name);
	if (row->type == PARAM_SWITCH)
		put_cell(out, word(out, "schakelaar", "switch"));
	else
		put_unit(out, row->unit);
	if (row->type == PARAM_SWITCH) {
		put_cell(out, "false, true");
		put_cell(out, row->value != 0 ? "true" : "false");
	} else {
		put_range(out, row->min, row->max);
		put_cell(out, value);
	}
	put_cell(out, row->per_unit ? word(out, "ja", "yes") : word(out, "nee", "no"));
	put_cell(out, text_in(row->help, out->lang));
	put_source(out, row->source);
	cmd_put(out, "\n");
}

static void print_params(const struct cmd_out *out)
{
	cmd_put(out, "# %s\n", word(out, "Instellingen", "Settings"));
	for (int kind = 0; kind < PARAM_KIND_COUNT; kind++) {
		bool headed = false;
		for (int id = 0; id < PARAM_COUNT; id++) {
			if ((int)param_table[id].kind != kind)
				continue;
			if (!headed) {
				cmd_put(out, "\n## %s\n\n", text_in(kind_names[kind], out->lang));
				put_param_head(out);
			}
			headed = true;
			put_param(out, &param_table[id]);
		}
	}
}

static void print_group(const struct cmd_out *out, const char *group)
{
	size_t skip = strlen(group) + 1;
	cmd_put(out, "\n## `%s{", group);
	for (int n = 0, id; (id = param_in_group(group, n)) >= 0; n++)
		cmd_put(out, "%s%s", n ? ", " : "", param_table[id].name + skip);
	const char *source = param_group_source(group);
	cmd_put(out, "}`\n\n%s (%s)\n\n", text_in(param_group_help(group), out->lang), source ? source : "-");
	put_param_head(out);
	for (int n = 0, id; (id = param_in_group(group, n)) >= 0; n++)
		put_param(out, &param_table[id]);
}

static void print_levers(const struct cmd_out *out)
{
	cmd_put(out, "# %s\n", word(out, "Hefbomen", "Levers"));
	for (int i = 0; param_group(i); i++)
		print_group(out, param_group(i));
}

// ---- measures

static struct text kind_word(enum measure_kind kind)
{
	switch (kind) {
	case MEASURE_STATE:
		return (struct text){ "stand", "state" };
	case MEASURE_FLOW:
		return (struct text){ "van die week", "of that week" };
	case MEASURE_RATE:
		return (struct text){ "per jaar", "per year" };
	case MEASURE_CUMULATIVE:
		return (struct text){ "sinds de start", "since the start" };
	}
	return (struct text){ 0 };
}

static void put_measure(const struct cmd_out *out, const struct measure *row)
{
	cmd_put(out, "|");
	put_code(out, row->name);
	put_cell(out, text_in(row->label, out->lang));
	put_unit(out, row->unit);
	put_range(out, row->min, row->max);
	put_cell(out, text_in(kind_word(row->kind), out->lang));
	put_cell(out, row->per_unit ? word(out, "ja", "yes") : word(out, "nee", "no"));
	put_cell(out, text_in(row->help, out->lang));
	put_source(out, row->source);
	cmd_put(out, "\n");
}

static void print_measures(const struct cmd_out *out)
{
	const char *heads[] = {
		word(out, "naam", "name"), word(out, "in tabellen", "in tables"), word(out, "eenheid", "unit"),
		word(out, "bereik", "range"), word(out, "soort", "kind"), word(out, "per afdeling", "per department"),
		word(out, "betekenis", "meaning"), word(out, "bron", "source"),
	};
	cmd_put(out, "# %s\n\n", word(out, "Meetwaarden", "Measures"));
	put_head(out, heads, (int)(sizeof heads / sizeof *heads));
	for (int id = 0; id < MEASURE_COUNT; id++)
		put_measure(out, &measure_table[id]);
}

// ---- what a civil servant is

static void put_column(const struct cmd_out *out, const struct staff_column *row)
{
	char number[CMD_NUMBER_MAX];
	cmd_number_exact(number, row->initial);
	cmd_put(out, "|");
	put_code(out, row->name);
	put_unit(out, row->unit);
	put_range(out, row->min, row->max);
	put_cell(out, number);
	put_cell(out, text_in(row->help, out->lang));
	put_source(out, row->source);
	cmd_put(out, "\n");
}

static void print_columns(const struct cmd_out *out)
{
	const char *heads[] = {
		word(out, "naam", "name"), word(out, "eenheid", "unit"), word(out, "bereik", "range"),
		word(out, "gemiddeld aan het begin", "mean at the start"), word(out, "betekenis", "meaning"), word(out, "bron", "source"),
	};
	cmd_put(out, "# %s\n\n", word(out, "Kenmerken van een ambtenaar", "Properties of a civil servant"));
	put_head(out, heads, (int)(sizeof heads / sizeof *heads));
	for (int i = 0; i < staff_column_count; i++)
		put_column(out, &staff_columns[i]);
}

// ---- what a scenario's functions can call

// Code in a cell: a bar would end it, and so would a new line.
static void put_code_cell(const struct cmd_out *out, const char *code)
{
	cmd_put(out, " `");
	for (size_t part; *code; code += part + (code[part] != '\0')) {
		part = strcspn(code, "|\n");
		cmd_put(out, "%.*s%s", (int)part, code, code[part] == '|' ? "\\|" : code[part] == '\n' ? " " : "");
	}
	cmd_put(out, "` |");
}

static void put_call(const struct cmd_out *out, const struct api_row *row)
{
	cmd_put(out, "|");
	put_code_cell(out, row->call);
	put_phrases(out, gives_phrases, row->gives);
	put_cell(out, text_in(row->help, out->lang));
	put_code_cell(out, row->example);
	cmd_put(out, "\n");
}

static void print_api(const struct cmd_out *out)
{
	const char *heads[] = { word(out, "schrijf", "write"), word(out, "geeft", "gives"), word(out, "betekenis", "meaning"), word(out, "voorbeeld", "example") };
	static const struct text titles[API_GROUP_COUNT] = { [API_HOOK] = { "Wanneer", "When" }, [API_VALUE] = { "Waarden", "Values" },
		[API_ORG] = { "Lezen en doen", "Reading and doing" }, [API_VECTOR] = { "Vectoren", "Vectors" },
		[API_PEOPLE] = { "Groepen", "Groups" }, [API_DRAWS] = { "Trekkingen", "Draws" } };
	cmd_put(out, "# %s\n", word(out, "Functies van een scenario", "Functions of a scenario"));
	for (int group = 0; group < API_GROUP_COUNT; group++) {
		cmd_put(out, "\n## %s\n\n%s\n\n", text_in(titles[group], out->lang), text_in(api_group_help((enum api_group)group), out->lang));
		put_head(out, heads, (int)(sizeof heads / sizeof *heads));
		for (int i = 0; i < api_count; i++)
			if ((int)api_table[i].group == group)
				put_call(out, &api_table[i]);
	}
}

// ---- which one

struct topic {
	const char *name;
	void (*print)(const struct cmd_out *out);
};

static const struct topic topic_table[] = {
	{ "params", print_params }, { "measures", print_measures }, { "levers", print_levers }, { "columns", print_columns },
	{ "api", print_api },
};
enum { TOPICS = sizeof topic_table / sizeof *topic_table };

static int docs_main(const struct cmd_out *out, const struct cmd_args *args)
{
	const char *name = cmd_args_word(args, 0);
	struct err err;
	for (int i = 0; name && i < TOPICS && cmd_args_words(args) == 1; i++)
		if (strcmp(topic_table[i].name, name) == 0) {
			topic_table[i].print(out);
			return CMD_DONE;
		}
	err_clear(&err);
	if (name && cmd_args_words(args) == 1)
		cmd_args_unknown(&err, (struct text){ "naslag", "reference" }, name, &topic_table[0].name, TOPICS, (int)sizeof *topic_table);
	err_add(&err, "kies er een: stoeprand docs params, measures, levers, columns of api",
	        "choose one: stoeprand docs params, measures, levers, columns or api");
	return cmd_mistake(&err, out->lang);
}

const struct cmd_command cmd_docs_command = {
	.name = "docs",
	.words = { "params|measures|levers|columns|api", "params|measures|levers|columns|api" },
	.summary = { "naslag: instellingen, meetwaarden, hefbomen, kenmerken, functies",
	             "reference: settings, measures, levers, properties, functions" },
	.more = {
		"Schrijft een naslagtabel in Markdown: alle instellingen (params), alle meetwaarden (measures), de hefbomen per "
		"groep (levers), de kenmerken van een ambtenaar (columns) of wat functies in een scenario kunnen (api), met eenheid, "
		"bereik, standaardwaarde, betekenis en bron. Getallen staan er zoals u ze in een scenario schrijft.",
		"Writes a reference table in Markdown: all settings (params), all measures, the levers per group, the "
		"properties of a civil servant (columns) or what functions in a scenario can do (api), with unit, range, default, meaning and source. Numbers are as you "
		"write them in a scenario." },
	.examples = { "stoeprand docs levers\nstoeprand docs params > instellingen.md",
	              "stoeprand docs levers\nstoeprand docs params > settings.md" },
	.options = option_table,
	.run = docs_main,
};
