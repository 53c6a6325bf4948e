// From the command line to a subcommand.
#include "cmd.h"

#include "cmd_play.h"
#include "file.h"

#include <stdlib.h>
#include <string.h>

static const struct cmd_command *const command_table[] = {
	&cmd_run_command, &cmd_play_command, &cmd_check_command, &cmd_docs_command, NULL,
};

const struct cmd_command *cmd_at(int index)
{
	return command_table[index];
}

static const struct cmd_command *find_command(const char *name)
{
	for (int i = 0; command_table[i]; i++)
		if (strcmp(command_table[i]->name, name) == 0)
			return command_table[i];
	return NULL;
}

// ---- language: the last --lang that is one, else the locale's

static enum lang locale_lang(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strncmp(value, "nl", 2) == 0 ? LANG_NL : LANG_EN;
	}
	return LANG_EN;
}

static enum lang asked_lang(int argc, char **argv)
{
	enum lang lang = locale_lang();
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			text_lang(argv[i] + 7, &lang);
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			text_lang(argv[i + 1], &lang);
	}
	return lang;
}

// ---- mistakes

int cmd_failure(const struct err *err, enum lang lang)
{
	cmd_complain(err, lang);
	return CMD_FAILED;
}

int cmd_mistake(const struct err *err, enum lang lang)
{
	struct err memory;
	err_clear(&memory);
	err_memory(&memory);
	cmd_complain(err, lang);
	return strstr(err->text[LANG_EN], memory.text[LANG_EN]) ? CMD_FAILED : CMD_MISTAKE;
}

// ---- finding scenarios

static bool find_shipped(const char *name, char *path, size_t size)
{
	char with_ending[FILE_PATH_MAX];
	if (file_data_path("scenarios", name, path, size) && !file_is_folder(path))
		return true;
	int length = snprintf(with_ending, sizeof with_ending, "%s.lua", name);
	return length > 0 && (size_t)length < sizeof with_ending &&
	       file_data_path("scenarios", with_ending, path, size);
}

static void scenario_missing(const char *name, struct err *err)
{
	struct file_names names;
	if (!file_list("scenarios", ".lua", &names, err))
		return;
	const char *list[64], *near;
	int count = names.count < 64 ? names.count : 64;
	for (int i = 0; i < count; i++)
		list[i] = names.name[i];
	char word[FILE_NAME_MAX];
	const char *slash = strrchr(name, '/');
	snprintf(word, sizeof word, "%s", slash ? slash + 1 : name);
	char *ending = strrchr(word, '.');
	if (ending && ending != word)
		*ending = '\0';
	near = text_nearest(word, list, count, (int)sizeof *list);
	if (names.count == 0)
		err_add(err, "de meegeleverde scenario's zijn niet gevonden; STOEPRAND_DATA kan zeggen in welke map ze staan",
		        "the scenarios that come with the program were not found; STOEPRAND_DATA can say in which folder they are");
	if (file_is_folder(name))
		err_add(err, "%s: dat is een map, geen scenario", "%s: that is a folder, not a scenario", name);
	else if (near)
		err_add(err, "%s: dit scenario bestaat niet; bedoelde u %s?",
		        "%s: there is no such scenario; did you mean %s?", name, near);
	else
		err_add(err, "%s: dit scenario bestaat niet", "%s: there is no such scenario", name);
	file_list_clear(&names);
}

bool cmd_find_scenario(const char *name, char *path, size_t size, struct err *err)
{
	int length = snprintf(path, size, "%s", name);
	if (length > 0 && (size_t)length < size && file_exists(path))
		return true;
	if (find_shipped(name, path, size))
		return true;
	scenario_missing(name, err);
	return false;
}

// ---- dispatch

static int run_command(const struct cmd_out *out, const struct cmd_command *command, int argc, char **argv)
{
	struct cmd_args args;
	struct err err;
	int status = CMD_DONE;
	err_clear(&err);
	bool parsed = cmd_args_parse(&args, command->options, argc, argv, &err);
	if (cmd_args_has(&args, "help")) {
		cmd_help_command(out, command);
	} else if (!parsed) {
		err_add(&err, "hoe het wel moet: stoeprand %s --help", "how to do it: stoeprand %s --help", command->name);
		status = cmd_mistake(&err, out->lang);
	} else {
		status = command->run(out, &args);
	}
	cmd_args_clear(&args);
	return status;
}

static int unknown_command(const struct cmd_out *out, const char *word)
{
	struct err err;
	char path[FILE_PATH_MAX];
	const char *names[] = { "run", "play", "check", "docs", "help", "version" };
	err_clear(&err);
	if (word[0] == '-')
		cmd_args_unknown(&err, (struct text){ "optie", "option" }, word,
		                 (const char *[]){ "--help", "--version", "--lang" }, 3, (int)sizeof(char *));
	else if (cmd_find_scenario(word, path, sizeof path, NULL))
		err_add(&err, "%s is geen opdracht; bedoelde u: stoeprand run %s",
		        "%s is not a command; did you mean: stoeprand run %s", word, word);
	else
		cmd_args_unknown(&err, (struct text){ "opdracht", "command" }, word, names, 6, (int)sizeof *names);
	err_add(&err, "alle opdrachten: stoeprand --help", "all commands: stoeprand --help");
	return cmd_mistake(&err, out->lang);
}

// Skips a --lang before the command; 0 and err when it says no language.
static int first_word(int argc, char **argv, struct err *err)
{
	enum lang lang;
	int i = 1;
	while (i < argc && (strcmp(argv[i], "--lang") == 0 || strncmp(argv[i], "--lang=", 7) == 0)) {
		bool apart = argv[i][6] == '\0';
		const char *word = !apart ? argv[i] + 7 : i + 1 < argc ? argv[i + 1] : "";
		if (!cmd_args_lang(word, &lang, err))
			return 0;
		i += apart ? 2 : 1;
	}
	return i;
}

static bool is_word(const char *word, const char *name, const char *option, const char *letter)
{
	return strcmp(word, name) == 0 || strcmp(word, option) == 0 || strcmp(word, letter) == 0;
}

static int dispatch(const struct cmd_out *out, int argc, char **argv)
{
	struct err err;
	err_clear(&err);
	int at = first_word(argc, argv, &err);
	if (err.count)
		return cmd_mistake(&err, out->lang);
	if (at >= argc)
		return cmd_play_wanted() ? cmd_play_desktop(out) : cmd_welcome(out);
	const struct cmd_command *command = find_command(argv[at]);
	if (command)
		return run_command(out, command, argc - at - 1, argv + at + 1);
	if (is_word(argv[at], "help", "--help", "-h")) {
		command = at + 1 < argc ? find_command(argv[at + 1]) : NULL;
		if (command)
			cmd_help_command(out, command);
		else
			cmd_help(out);
		return CMD_DONE;
	}
	if (is_word(argv[at], "version", "--version", "-V")) {
		cmd_put(out, "stoeprand %s\n", STOEPRAND_VERSION);
		return CMD_DONE;
	}
	return unknown_command(out, argv[at]);
}

int cmd_main(int argc, char **argv)
{
	struct cmd_out out;
	struct err err;
	cmd_out_init(&out, stdout, asked_lang(argc, argv));
	int status = dispatch(&out, argc, argv);
	err_clear(&err);
	if (!cmd_out_finish(&out, &err) && status == CMD_DONE)
		status = cmd_failure(&err, out.lang);
	return status;
}
