// The progress bar of a run.
#include "cmd_progress.h"

#include "cmd_history.h"

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

void cmd_progress_begin(struct cmd_progress *progress, enum lang lang, bool wanted, int start_year,
                        int first, int last)
{
	*progress = (struct cmd_progress){ .wanted = wanted, .start_year = start_year, .first = first, .last = last };
	cmd_out_init(&progress->out, stderr, lang);
	progress->bar = isatty(STDERR_FILENO);
	progress->began_s = now_s();
	progress->next_s = progress->began_s + first_after_s;
}

static void put_bar(const struct cmd_progress *progress, double done)
{
	int full = (int)(done * BAR_COLUMNS);
	cmd_repeat(&progress->out, progress->out.utf8 ? "█" : "#", full);
	cmd_repeat(&progress->out, progress->out.utf8 ? "░" : ".", BAR_COLUMNS - full);
}

static void put_state(struct cmd_progress *progress, int week, double now)
{
	const struct cmd_out *out = &progress->out;
	double done = (double)(week - progress->first) / (progress->last - progress->first);
	char name[CMD_WEEK_MAX];
	cmd_week_name(name, progress->start_year, week - 1);
	if (progress->bar) {
		fputs("\r\033[K", out->stream);
		put_bar(progress, done);
		cmd_put(out, " %3.0f %%  ", done * 100);
	} else {
		cmd_put(out, "stoeprand: %.0f %%  ", done * 100);
	}
	if (week < 0)
		cmd_say(out, "op gang komen", "settling");
	else
		cmd_put(out, "%s", name);
	double left = done > 0 ? (now - progress->began_s) * (1 - done) / done : 0;
	cmd_say(out, ", nog %.0f s%s", ", %.0f s to go%s", left, progress->bar ? "" : "\n");
	(void)fflush(out->stream);
	progress->shown = true;
}

void cmd_progress_week(struct cmd_progress *progress, int week)
{
	if (!progress->wanted || progress->last <= progress->first)
		return;
	double now = now_s();
	if (now < progress->next_s)
		return;
	put_state(progress, week, now);
	progress->next_s = now + (progress->bar ? bar_every_s : line_every_s);
}

void cmd_progress_end(struct cmd_progress *progress)
{
	if (progress->shown && progress->bar)
		fputs("\r\033[K", progress->out.stream);
}
