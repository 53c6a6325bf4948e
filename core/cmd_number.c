// Numbers to text and back. The program never calls setlocale, so printf's point is a point.
#include "cmd_number.h"

#include "sim/measure.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cmd_unit cmd_unit(const char *name)
{
	struct measure_unit unit = measure_unit(name);
	return (struct cmd_unit){ unit.name, unit.factor, unit.decimals, unit.word };
}

void cmd_number(char out[CMD_NUMBER_MAX], enum lang lang, double value, int decimals, bool sign)
{
	text_number(out, lang, value, decimals, sign);
}

void cmd_whole(char out[CMD_NUMBER_MAX], enum lang lang, int64_t value)
{
	cmd_number(out, lang, (double)value, 0, false);
}

void cmd_number_exact(char out[CMD_NUMBER_MAX], double value)
{
	text_exact(out, value);
}

void cmd_number_short(char out[CMD_NUMBER_MAX], enum lang lang, double value)
{
	char digits[CMD_NUMBER_MAX];
	cmd_number_exact(digits, fabs(value));
	const char *before = value < 0 ? "−" : "";
	if (strchr(digits, 'e') || strlen(digits) > CMD_NUMBER_MAX / 2)
		snprintf(out, CMD_NUMBER_MAX, "%s%.40s", before, digits);
	else
		text_group(out + snprintf(out, CMD_NUMBER_MAX, "%s", before), CMD_NUMBER_MAX - sizeof "−", digits, lang);
}

bool cmd_parse_number(const char *text, double *value)
{
	char *end;
	if (!*text || text[strspn(text, "0123456789.eE+-")])
		return false;
	*value = strtod(text, &end);
	return end != text && !*end && isfinite(*value);
}

bool cmd_parse_seed(const char *text, uint64_t *value)
{
	if (!*text || text[strspn(text, "0123456789")])
		return false;
	errno = 0;
	*value = strtoull(text, NULL, 10);
	return errno == 0;
}
