// Numbers as people read them, in the manner of their language, and as machines do.
#ifndef CMD_NUMBER_H
#define CMD_NUMBER_H

#include "text.h"

#include <stdbool.h>
#include <stdint.h>

enum { CMD_NUMBER_MAX = TEXT_NUMBER_MAX };  // bytes that any number takes, NUL included

// How the values of a unit of the tables ("share", "euro") are shown.
struct cmd_unit {
	const char *name;
	double factor;     // what a value is multiplied by
	int decimals;
	struct text word;  // what the unit is called in a table
};
struct cmd_unit cmd_unit(const char *name);

void cmd_number(char out[CMD_NUMBER_MAX], enum lang lang, double value, int decimals, bool sign);  // text_number
void cmd_number_short(char out[CMD_NUMBER_MAX], enum lang lang, double value);  // as many decimals as it has
void cmd_whole(char out[CMD_NUMBER_MAX], enum lang lang, int64_t value);

// The fewest digits that read back as the same double; "" for NaN.
void cmd_number_exact(char out[CMD_NUMBER_MAX], double value);

// A number in C's own form, nothing before or after it; no hexadecimal, no infinity.
bool cmd_parse_number(const char *text, double *value);
bool cmd_parse_seed(const char *text, uint64_t *value);  // 0 … 2^64 − 1

#endif
