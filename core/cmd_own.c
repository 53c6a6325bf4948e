// The numbers that a scenario has of its own, which --set can change: what they are called, and mean.
#include "cmd_number.h"
#include "cmd_result.h"

#include <stdio.h>

// "0,33 (0–1)", "2 (≥ 0)": on one line.
static void name_value(const struct cmd_out *out, const struct own_setting *own, char *text, size_t size)
{
	char value[CMD_NUMBER_MAX], min[CMD_NUMBER_MAX], max[CMD_NUMBER_MAX];
	bool from = own->min > -0x1p53, to = own->max < 0x1p53;  // what a whole number can reach is no bound to speak of
	cmd_number_short(value, out->lang, own->value);
	cmd_number_short(min, out->lang, own->min);
	cmd_number_short(max, out->lang, own->max);
	if (from && to)
		snprintf(text, size, "%s\u00A0(%s–%s)", value, min, max);
	else if (from || to)
		snprintf(text, size, "%s\u00A0(%s\u00A0%s)", value, from ? "≥" : "≤", from ? min : max);
	else
		snprintf(text, size, "%s", value);
}

void cmd_own_print(const struct cmd_out *out, const struct config *config)
{
	if (config->own_setting_count == 0)
		return;
	cmd_heading(out, "Getallen van dit scenario zelf, te veranderen met --set", "Numbers of this scenario itself, to be changed by --set");
	for (int i = 0; i < config->own_setting_count; i++) {
		const struct own_setting *own = &config->own_setting[i];
		const char *help = cmd_words(&own->help, out->lang);
		char value[3 * CMD_NUMBER_MAX + 16], line[4096];
		name_value(out, own, value, sizeof value);
		snprintf(line, sizeof line, "%s\u00A0=\u00A0%s%s%s", own->name, value, *help ? ": " : "", help);
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, line);
	}
}
