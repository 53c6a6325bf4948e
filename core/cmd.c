// From the command line to a subcommand.
#include "cmd.h"

#include "cmd_play.h"
#include "file.h"
#include "script/source.h"

#include <stdlib.h>
#include <string.h>

enum { COMMANDS_MOST = 16 };

static const struct cmd_command *const command_table[COMMANDS_MOST] = {
	&cmd_run_command, &cmd_play_command, &cmd_batch_command, &cmd_compare_command, &cmd_sensitivity_command, &cmd_ablate_command,
	&cmd_report_command, &cmd_check_command, &cmd_docs_command, NULL,
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
	cmd_complain(err, lang);
	return err_is_memory(err) ? CMD_FAILED : CMD_MISTAKE;
}

bool cmd_find_scenario(const char *name, char *path, size_t size, struct err *err)
{
	return source_find(name, NULL, path, size, err);
}

bool cmd_find_experiment(const char *name, char *path, size_t size, struct err *err)
{
	char shipped[FILE_PATH_MAX];
	int length = snprintf(shipped, sizeof shipped, "experiments/%s", name);
	return (length > 0 && (size_t)length < sizeof shipped && source_find(shipped, NULL, path, size, NULL)) || source_find(name, NULL, path, size, err);
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
	const char *names[COMMANDS_MOST + 2] = { "help", "version" };
	int count = 2;
	for (int i = 0; command_table[i]; i++)
		names[count++] = command_table[i]->name;
	err_clear(&err);
	if (word[0] == '-')
		cmd_args_unknown(&err, (struct text){ "optie", "option" }, word,
		                 (const char *[]){ "--help", "--version", "--lang" }, 3, (int)sizeof(char *));
	else if (cmd_find_scenario(word, path, sizeof path, NULL))
		err_add(&err, "%s is geen opdracht; bedoelde u: stoeprand run %s",
		        "%s is not a command; did you mean: stoeprand run %s", word, word);
	else
		cmd_args_unknown(&err, (struct text){ "opdracht", "command" }, word, names, count, (int)sizeof *names);
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
