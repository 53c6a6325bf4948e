// The command line: options described by a table, misspelt ones answered with the nearest
// name, all mistakes told at once.
#ifndef CMD_ARGS_H
#define CMD_ARGS_H

#include "err.h"

#include <stdbool.h>

#include <stdint.h>

struct cmd_option {
	const char *name;       // without "--"
	struct text value;      // what follows it, as shown in the help; no text: nothing follows
	struct text help;
};

struct cmd_arg {
	const char *option;     // its name in the table, or NULL for a word by itself
	const char *value;      // borrowed from argv; NULL when the option has none
};

struct cmd_args {
	int count;
	struct cmd_arg *arg;    // owned, in the order of the command line
};

// Reads argv[0…argc − 1]; the table ends in a row without a name. --lang and --help are known to
// every command. False and err with all that is wrong; clear `args` in any case.
bool cmd_args_parse(struct cmd_args *args, const struct cmd_option *table, int argc, char **argv,
                    struct err *err);
void cmd_args_clear(struct cmd_args *args);

bool cmd_args_has(const struct cmd_args *args, const char *option);
const char *cmd_args_value(const struct cmd_args *args, const char *option);  // the last one, or NULL

bool cmd_args_lang(const char *word, enum lang *lang, struct err *err);  // nl or en; false and err

// Words that are no options: the n-th from 0, or NULL.
const char *cmd_args_word(const struct cmd_args *args, int n);
int cmd_args_words(const struct cmd_args *args);

// A whole number from the option, when it is given; false and err when it is not one in the range.
bool cmd_args_whole(const struct cmd_args *args, const char *option, int min, int max, int *value,
                    struct err *err);
bool cmd_args_seed(const struct cmd_args *args, const char *option, uint64_t *value, struct err *err);

// "value" or "true"/"false" of a key=value; false and err otherwise.
bool cmd_args_number(const char *key, const char *text, double *value, struct err *err);

// Adds "unknown <what> <word>", with the nearest of the names when there is one.
void cmd_args_unknown(struct err *err, struct text what, const char *word, const char *const *names,
                      int count, int stride);

#endif
