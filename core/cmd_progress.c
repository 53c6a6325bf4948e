// The progress bar.
#include "cmd_progress.h"

#include <time.h>
#include <unistd.h>

enum { BAR_COLUMNS = 30 };
static const double first_after_s = 1, bar_every_s = 0.1, line_every_s = 10;

static double now_s(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void cmd_duration(char out[CMD_DURATION_MAX], enum lang lang, double seconds)
{
	double minutes = seconds / 60;
	if (seconds < 100)
		snprintf(out, CMD_DURATION_MAX, "%.0f s", seconds);
	else if (minutes < 100)
		snprintf(out, CMD_DURATION_MAX, "%.0f min", minutes);
	else
		snprintf(out, CMD_DURATION_MAX, lang == LANG_NL ? "%d uur %d min" : "%d h %d min", (int)(minutes / 60), (int)minutes % 60);
}

void cmd_progress_begin(struct cmd_progress *progress, enum lang lang, bool wanted)
{
	*progress = (struct cmd_progress){ .wanted = wanted };
	cmd_out_init(&progress->out, stderr, lang);
	progress->bar = isatty(STDERR_FILENO);
	progress->began_s = now_s();
	progress->next_s = progress->began_s + first_after_s;
}

bool cmd_progress_due(const struct cmd_progress *progress)
{
	return progress->wanted && now_s() >= progress->next_s;
}

static void put_bar(const struct cmd_progress *progress, double done)
{
	int full = (int)(done * BAR_COLUMNS);
	cmd_repeat(&progress->out, progress->out.utf8 ? "█" : "#", full);
	cmd_repeat(&progress->out, progress->out.utf8 ? "░" : ".", BAR_COLUMNS - full);
}

void cmd_progress_show(struct cmd_progress *progress, double done, const char *what, double left_s)
{
	const struct cmd_out *out = &progress->out;
	char left[CMD_DURATION_MAX];
	double now = now_s();
	if (left_s < 0)
		left_s = done > 0 ? (now - progress->began_s) * (1 - done) / done : 0;
	cmd_duration(left, out->lang, left_s);
	if (progress->bar) {
		fputs("\r\033[K", out->stream);
		put_bar(progress, done);
		cmd_put(out, " %3.0f %%  ", done * 100);
	} else {
		cmd_put(out, "stoeprand: %.0f %%  ", done * 100);
	}
	cmd_say(out, "%s, nog %s%s", "%s, %s to go%s", what, left, progress->bar ? "" : "\n");
	(void)fflush(out->stream);
	progress->shown = true;
	progress->next_s = now + (progress->bar ? bar_every_s : line_every_s);
}

void cmd_progress_end(struct cmd_progress *progress)
{
	if (progress->shown && progress->bar)
		fputs("\r\033[K", progress->out.stream);
}
