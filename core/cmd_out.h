// Words on a terminal: UTF-8 or plain ASCII, colour or not, wrapped to its width. Text from
// outside never carries control characters to the terminal.
#ifndef CMD_OUT_H
#define CMD_OUT_H

#include "err.h"

#include <stdio.h>

enum { CMD_WIDTH_LEAST = 40, CMD_WIDTH_PLAIN = 80, CMD_WIDTH_MOST = 120 };

struct cmd_out {
	FILE *stream;
	enum lang lang;
	bool utf8, colour;
	int width;  // columns
};

enum cmd_style { CMD_PLAIN, CMD_BOLD, CMD_DIM, CMD_ACCENT };

// Width, characters and colour follow from the stream and the environment.
void cmd_out_init(struct cmd_out *out, FILE *stream, enum lang lang);

// Formatted text; at most a few thousand bytes at once.
void cmd_put(const struct cmd_out *out, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

// The same in the language of `out`; both formats take the same arguments in the same order.
void cmd_say(const struct cmd_out *out, const char *nl, const char *en, ...)
	__attribute__((format(printf, 2, 4), format(printf, 3, 4)));

void cmd_style(const struct cmd_out *out, enum cmd_style style);

// Paragraphs (split at newlines) wrapped to the width; every line starts at column `indent`,
// the first of which the cursor is thought to stand at already. Ends with a newline.
void cmd_wrap(const struct cmd_out *out, int indent, const char *text);

void cmd_repeat(const struct cmd_out *out, const char *text, int times);
void cmd_rule(const struct cmd_out *out, int columns);

// Columns that the text takes on this terminal.
int cmd_columns(const struct cmd_out *out, const char *text);

// Text padded on the right (left_aligned) or left to `columns`; of what is too long the middle
// becomes "…".
void cmd_pad(const struct cmd_out *out, const char *text, int columns, bool left_aligned);

// Everything has arrived: false when writing failed. Quietly so when the reader has gone.
bool cmd_out_finish(const struct cmd_out *out, struct err *err);

// Every message of err on stderr, each after the program's name.
void cmd_complain(const struct err *err, enum lang lang);

#endif
