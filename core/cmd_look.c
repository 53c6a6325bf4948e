// How a story ends: what to look at, and one question to discuss.
#include "cmd_result.h"

void cmd_look_print(const struct cmd_out *out, const struct config *config)
{
	const char *question = cmd_words(&config->question, out->lang);
	if (config->look_count > 0)
		cmd_heading(out, "Waar u op kunt letten", "What to look at");
	for (int i = 0; i < config->look_count; i++) {
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, cmd_words(&config->look[i], out->lang));
	}
	if (!*question)
		return;
	cmd_heading(out, "Om te bespreken", "To discuss");
	cmd_put(out, "  ");
	cmd_wrap(out, 2, question);
}
