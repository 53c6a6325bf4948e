// Numbers to text and back. The program never calls setlocale, so printf's point is a point.
#include "cmd_number.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct cmd_unit unit_table[] = {
	{ "share", 100, 1, { "%", "%" } },
	{ "1/year", 100, 1, { "%/jaar", "%/year" } },
	{ "0-1", 1, 2, { "0–1", "0–1" } },
	{ "weeks", 1, 1, { "weken", "weeks" } },
	{ "years", 1, 1, { "jaar", "years" } },
	{ "persons", 1, 0, { "mensen", "people" } },
	{ "cases", 1, 0, { "zaken", "cases" } },
	{ "assignments", 1, 0, { "opdrachten", "tasks" } },
	{ "hours", 1, 0, { "uren", "hours" } },
	{ "euro", 1, 0, { "euro", "euro" } },
	{ "number", 1, 1, { "aantal", "number" } },
	{ "units", 1, 1, { "eenheden", "units" } },
};

struct cmd_unit cmd_unit(const char *name)
{
	for (size_t i = 0; i < sizeof unit_table / sizeof *unit_table; i++)
		if (strcmp(unit_table[i].name, name) == 0)
			return unit_table[i];
	return (struct cmd_unit){ name, 1, 2, { name, name } };
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
	out[0] = '\0';
	if (isnan(value))
		return;
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(out, CMD_NUMBER_MAX, "%.*g", digits, value == 0 ? 0.0 : value);
		if (digits == 17 || strtod(out, NULL) == value)
			return;
	}
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
