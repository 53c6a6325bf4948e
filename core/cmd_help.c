// What the program tells about itself: start page, help, help of a command.
#include "cmd.h"

#include "file.h"
#include "script/scenario.h"

#include <string.h>

enum { OPTION_COLUMN = 24, TITLES_MAX = 12 };

static const struct text what_it_is = {
	"Stoeprand is een vliegsimulator voor verandering in een gemeentelijke organisatie: ambtenaren met "
	"een vaste of een groeimindset leren, praten, wisselen van plek en lopen tegen stoepranden aan. U "
	"kiest de hefbomen en ziet wat er in zo'n organisatie kán gebeuren, week na week.",
	"Stoeprand is a flight simulator of change in a municipal organisation: civil servants with a fixed "
	"or a growth mindset learn, talk, change places and run into kerbs. You choose the levers and see "
	"what can happen in such an organisation, week by week.",
};

static void heading(const struct cmd_out *out, const char *nl, const char *en)
{
	cmd_put(out, "\n");
	cmd_style(out, CMD_BOLD);
	cmd_put(out, "%s\n", out->lang == LANG_NL ? nl : en);
	cmd_style(out, CMD_PLAIN);
}

// "  name        help", wrapped beside the column.
static void item(const struct cmd_out *out, const char *name, int column, const char *help)
{
	cmd_put(out, "  ");
	cmd_style(out, CMD_ACCENT);
	cmd_put(out, "%s", name);
	cmd_style(out, CMD_PLAIN);
	int used = 2 + cmd_columns(out, name);
	if (used + 1 > column) {
		cmd_put(out, "\n");
		used = 0;
	}
	cmd_repeat(out, " ", column - used);
	cmd_wrap(out, column, help);
}

static void indented(const struct cmd_out *out, const char *text)
{
	cmd_put(out, "  ");
	cmd_wrap(out, 2, text);
}

static void print_commands(const struct cmd_out *out)
{
	for (int i = 0; cmd_at(i); i++) {
		char name[64];
		snprintf(name, sizeof name, "%s %s", cmd_at(i)->name, text_in(cmd_at(i)->words, out->lang));
		item(out, name, OPTION_COLUMN + 6, text_in(cmd_at(i)->summary, out->lang));
	}
}

void cmd_help(const struct cmd_out *out)
{
	bool nl = out->lang == LANG_NL;
	cmd_wrap(out, 0, text_in(what_it_is, out->lang));
	heading(out, "Gebruik", "Usage");
	print_commands(out);
	item(out, "--help, --version", OPTION_COLUMN + 6, nl ? "deze hulp; de versie" : "this help; the version");
	item(out, "--lang nl|en", OPTION_COLUMN + 6, nl ? "taal; anders volgt die uit LC_ALL, LC_MESSAGES of LANG"
	                                              : "language; otherwise from LC_ALL, LC_MESSAGES or LANG");
	heading(out, "Voorbeelden", "Examples");
	indented(out, "stoeprand play midden-groningen");
	indented(out, "stoeprand run midden-groningen");
	indented(out, "stoeprand run midden-groningen --seed 2 --set scharreltijd.share=0.05");
	indented(out, nl ? "stoeprand check mijn-gemeente.lua" : "stoeprand check my-town.lua");
	indented(out, "stoeprand docs levers");
	heading(out, "Meer", "More");
	indented(out, nl ? "Alle opties van een opdracht: stoeprand run --help" : "All options of a command: stoeprand run --help");
	indented(out, nl ? "Exitstatus: 0 gelukt, 1 een run mislukte of werd gestopt, 2 vergissing in opdracht of scenario"
	                 : "Exit status: 0 done, 1 a run failed or was stopped, 2 a mistake in command or scenario");
}

void cmd_help_command(const struct cmd_out *out, const struct cmd_command *command)
{
	enum lang lang = out->lang;
	cmd_style(out, CMD_BOLD);
	cmd_put(out, "stoeprand %s %s", command->name, text_in(command->words, lang));
	cmd_style(out, CMD_PLAIN);
	cmd_say(out, " [opties]\n\n", " [options]\n\n");
	cmd_wrap(out, 0, text_in(command->more, lang));
	heading(out, "Opties", "Options");
	for (const struct cmd_option *option = command->options; option->name; option++) {
		char name[64];
		snprintf(name, sizeof name, "--%s %s", option->name, text_in(option->value, lang));
		item(out, name, OPTION_COLUMN, text_in(option->help, lang));
	}
	item(out, "--lang nl|en", OPTION_COLUMN, lang == LANG_NL ? "taal van alles wat u leest" : "language of all that you read");
	heading(out, "Voorbeelden", "Examples");
	for (const char *line = text_in(command->examples, lang); *line;) {
		size_t length = strcspn(line, "\n");
		cmd_put(out, "  %.*s\n", (int)length, line);
		line += length + (line[length] == '\n');
	}
}

// ---- the start page

static const char *title_in(const struct words *words, enum lang lang)
{
	const char *title = lang == LANG_NL ? words->nl : words->en, *other = lang == LANG_NL ? words->en : words->nl;
	return title ? title : other ? other : "";
}

// A scenario that cannot be read has no title here; `check` tells why.
static void print_scenario(const struct cmd_out *out, const char *name)
{
	struct config config;
	char path[FILE_PATH_MAX];
	config_init(&config);
	if (cmd_find_scenario(name, path, sizeof path, NULL) && scenario_load(path, &config, NULL))
		item(out, name, OPTION_COLUMN, title_in(&config.title, out->lang));
	config_clear(&config);
}

int cmd_welcome(const struct cmd_out *out)
{
	struct file_names names;
	struct err err;
	err_clear(&err);
	cmd_style(out, CMD_BOLD);
	cmd_put(out, "Stoeprand %s\n", STOEPRAND_VERSION);
	cmd_style(out, CMD_PLAIN);
	cmd_wrap(out, 0, text_in(what_it_is, out->lang));
	if (!file_list("scenarios", ".lua", &names, &err))
		return cmd_failure(&err, out->lang);
	if (names.count)
		heading(out, "Scenario's", "Scenarios");
	for (int i = 0; i < names.count && i < TITLES_MAX; i++)
		print_scenario(out, names.name[i]);
	heading(out, "Begin zo", "Start like this");
	indented(out, "stoeprand play midden-groningen");
	indented(out, "stoeprand run midden-groningen");
	indented(out, "stoeprand --help");
	file_list_clear(&names);
	return CMD_DONE;
}
