// Reads a command line by a table of options.
#include "cmd_args.h"

#include "cmd_number.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct cmd_option common_table[] = {
	{ "lang", { "nl|en", "nl|en" }, { 0 } },
	{ "help", { 0 }, { 0 } },
	{ 0 },
};

enum { NAMES_MAX = 48 };

static const struct cmd_option *find_option(const struct cmd_option *table, const char *name, size_t length)
{
	for (; table->name; table++)
		if (strlen(table->name) == length && strncmp(table->name, name, length) == 0)
			return table;
	return NULL;
}

void cmd_args_unknown(struct err *err, struct text what, const char *word, const char *const *names,
                      int count, int stride)
{
	const char *near = text_nearest(word, names, count, stride);
	if (near)
		err_add(err, "onbekende %s%.0s: %s; bedoelde u %s?", "unknown %.0s%s: %s; did you mean %s?",
		        what.nl, what.en, word, near);
	else
		err_add(err, "onbekende %s%.0s: %s", "unknown %.0s%s: %s", what.nl, what.en, word);
}

static void unknown_option(struct err *err, const struct cmd_option *table, const char *name, size_t length)
{
	char word[64];
	const char *names[NAMES_MAX];
	int count = 0;
	for (const struct cmd_option *row = table; row->name && count < NAMES_MAX; row++)
		names[count++] = row->name;
	for (const struct cmd_option *row = common_table; row->name && count < NAMES_MAX; row++)
		names[count++] = row->name;
	size_t kept = length < sizeof word - 1 ? length : sizeof word - 1;
	memcpy(word, name, kept);
	word[kept] = '\0';
	const char *near = text_nearest(word, names, count, (int)sizeof *names);
	if (near)
		err_add(err, "onbekende optie --%s; bedoelde u --%s?", "unknown option --%s; did you mean --%s?", word, near);
	else
		err_add(err, "onbekende optie --%s", "unknown option --%s", word);
}

// One option at argv[0]; returns how many arguments it took.
static int parse_option(struct cmd_args *args, const struct cmd_option *table, int argc, char **argv,
                        struct err *err)
{
	const char *name = argv[0] + 2, *equals = strchr(name, '=');
	size_t length = equals ? (size_t)(equals - name) : strlen(name);
	const struct cmd_option *option = find_option(table, name, length);
	if (!option)
		option = find_option(common_table, name, length);
	if (!option) {
		unknown_option(err, table, name, length);
		return 1;
	}
	struct cmd_arg *arg = &args->arg[args->count++];
	arg->option = option->name;
	arg->value = equals ? equals + 1 : NULL;
	if (!option->value.nl && equals)
		err_add(err, "--%s krijgt geen waarde (%s)", "--%s takes no value (%s)", option->name, arg->value);
	if (option->value.nl && equals && !*arg->value)
		err_add(err, "na --%s= ontbreekt %s%.0s", "after --%s= a value is missing: %.0s%s", option->name,
		        option->value.nl, option->value.en);
	if (!option->value.nl || equals)
		return 1;
	if (argc < 2 || strncmp(argv[1], "--", 2) == 0) {
		err_add(err, "na --%s ontbreekt %s%.0s", "after --%s a value is missing: %.0s%s", option->name,
		        option->value.nl, option->value.en);
		arg->value = "";
		return 1;
	}
	arg->value = argv[1];
	return 2;
}

bool cmd_args_lang(const char *word, enum lang *lang, struct err *err)
{
	if (text_lang(word, lang))
		return true;
	err_add(err, "--lang: waarde %s; toegestaan is nl of en", "--lang: value %s; allowed is nl or en", *word ? word : "\"\"");
	return false;
}

static void check_lang(const struct cmd_args *args, struct err *err)
{
	enum lang lang;
	for (int i = 0; i < args->count; i++) {
		const struct cmd_arg *arg = &args->arg[i];
		if (arg->option && strcmp(arg->option, "lang") == 0 && arg->value && *arg->value)
			cmd_args_lang(arg->value, &lang, err);
	}
}

bool cmd_args_parse(struct cmd_args *args, const struct cmd_option *table, int argc, char **argv,
                    struct err *err)
{
	int before = err->count;
	bool only_words = false;
	args->count = 0;
	args->arg = mem_new((size_t)argc + 1, sizeof *args->arg);
	if (!args->arg) {
		err_memory(err);
		return false;
	}
	for (int i = 0; i < argc;) {
		if (!only_words && strcmp(argv[i], "--") == 0) {
			only_words = true;
			i++;
		} else if (!only_words && strncmp(argv[i], "--", 2) == 0) {
			i += parse_option(args, table, argc - i, argv + i, err);
		} else if (!only_words && strcmp(argv[i], "-h") == 0) {
			args->arg[args->count++].option = "help";
			i++;
		} else {
			if (!only_words && argv[i][0] == '-' && argv[i][1])
				err_add(err, "onbekende optie %s; opties beginnen met twee streepjes",
				        "unknown option %s; options begin with two dashes", argv[i]);
			args->arg[args->count++].value = argv[i++];
		}
	}
	check_lang(args, err);
	return err->count == before;
}

void cmd_args_clear(struct cmd_args *args)
{
	mem_free(args->arg);
	*args = (struct cmd_args){ 0 };
}

static const struct cmd_arg *find_last(const struct cmd_args *args, const char *option)
{
	for (int i = args->count - 1; i >= 0; i--)
		if (args->arg[i].option && strcmp(args->arg[i].option, option) == 0)
			return &args->arg[i];
	return NULL;
}

bool cmd_args_has(const struct cmd_args *args, const char *option)
{
	return find_last(args, option) != NULL;
}

const char *cmd_args_value(const struct cmd_args *args, const char *option)
{
	const struct cmd_arg *arg = find_last(args, option);
	return arg ? arg->value : NULL;
}

const char *cmd_args_word(const struct cmd_args *args, int n)
{
	for (int i = 0; i < args->count; i++)
		if (!args->arg[i].option && n-- == 0)
			return args->arg[i].value;
	return NULL;
}

int cmd_args_words(const struct cmd_args *args)
{
	int count = 0;
	for (int i = 0; i < args->count; i++)
		count += !args->arg[i].option;
	return count;
}

bool cmd_args_whole(const struct cmd_args *args, const char *option, int min, int max, int *value,
                    struct err *err)
{
	const char *text = cmd_args_value(args, option);
	double number;
	if (!text)
		return true;
	if (cmd_parse_number(text, &number) && number >= min && number <= max && number == floor(number)) {
		*value = (int)number;
		return true;
	}
	err_add(err, "--%s: waarde %s; toegestaan is een heel getal van %d tot en met %d",
	        "--%s: value %s; allowed is a whole number from %d to %d", option, *text ? text : "\"\"", min, max);
	return false;
}

bool cmd_args_seed(const struct cmd_args *args, const char *option, uint64_t *value, struct err *err)
{
	const char *text = cmd_args_value(args, option);
	if (!text || cmd_parse_seed(text, value))
		return true;
	err_add(err, "--%s: waarde %s; toegestaan is een heel getal van 0 tot en met 18446744073709551615",
	        "--%s: value %s; allowed is a whole number from 0 to 18446744073709551615", option, *text ? text : "\"\"");
	return false;
}

// What people write instead of 0.05, with what they should have written.
static bool suggest_number(const char *text, char *better, size_t size)
{
	double value;
	size_t length = strlen(text);
	if (length == 0 || length >= size)
		return false;
	memcpy(better, text, length + 1);
	for (char *at = better; *at; at++)
		if (*at == ',')
			*at = '.';
	bool percent = better[length - 1] == '%';
	if (percent)
		better[length - 1] = '\0';
	if (!cmd_parse_number(better, &value))
		return false;
	if (percent)
		cmd_number_exact(better, value / 100);
	return true;
}

bool cmd_args_number(const char *key, const char *text, double *value, struct err *err)
{
	char better[CMD_NUMBER_MAX];
	if (cmd_parse_number(text, value))
		return true;
	if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0) {
		*value = text[0] == 't';
		return true;
	}
	if (suggest_number(text, better, sizeof better))
		err_add(err, "--set: %s: waarde %s is geen getal; bedoelde u %s?",
		        "--set: %s: value %s is not a number; did you mean %s?", key, text, better);
	else
		err_add(err, "--set: %s: waarde %s is geen getal, true of false",
		        "--set: %s: value %s is not a number, true or false", key, *text ? text : "\"\"");
	return false;
}
