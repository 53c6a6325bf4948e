// Lets the weeks pass, and lives them anew when the plan or the seed has changed.
#include "view/play_inside.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#define PATIENCE 0.008  // seconds that a frame gives to a jump

const int play_speeds[PLAY_SPEEDS] = { 1, 2, 4, 8, 13, 26, 52 };

// ---- time

int play_week(const struct play *play)
{
	return play->course ? course_week(play->course) : -1;
}

int play_last(const struct play *play)
{
	return play->course ? course_last(play->course) : -1;
}

static void seen(void *with, const struct sim *sim)
{
	struct play *play = with;
	stage_take(play->stage, sim);
	graphs_take(play->graphs, sim);
	(void)diary_take(play->diary, sim, NULL);  // without memory it tells less
	play->since = 0;
	if (sim_week(sim) > play->seen_most)
		play->seen_most = sim_week(sim);
}

static void gather(struct play *play, bool far)
{
	const struct course_watch watch = { seen, play };
	course_gather(play->course, &watch, 1 << 20, far ? PATIENCE : 0);
}

void play_go(struct play *play, int week)
{
	play->wanted = week;
	play->owed = 0;
	if (play->course)
		course_aim(play->course, week);
}

void play_run(struct play *play, bool running, int weeks_per_second)
{
	play->running = running;
	for (int i = 0; i < PLAY_SPEEDS; i++)
		if (play_speeds[i] <= weeks_per_second)
			play->speed = i;
}

void play_set_speed(struct play *play, int speed)
{
	play->speed = speed < 0 ? 0 : speed >= PLAY_SPEEDS ? PLAY_SPEEDS - 1 : speed;
}

// The plan's weeks pass by the clock; a machine that cannot keep up lets them pass slower.
void play_pass_time(struct play *play, float seconds)
{
	bool far = !course_at_rest(play->course);
	play->since += seconds;
	if (play->running && course_at_rest(play->course) && course_week(play->course) >= 0) {
		play->owed += fminf(seconds, 0.1f) * (float)play_speeds[play->speed];
		int whole = (int)play->owed;
		play->owed -= (float)whole;
		if (whole > 0)
			course_aim(play->course, course_week(play->course) + whole);
		far = whole > 1;
	}
	gather(play, far);
	play_gather_futures(play);
	if (course_week(play->course) == course_last(play->course) && course_at_rest(play->course))
		play->running = false;
	play->wanted = course_week(play->course) >= 0 && course_at_rest(play->course) ? course_week(play->course) : play->wanted;
}

// ---- the plan

struct move {
	struct play *play;
	int entry, by;
};

void play_move_in(struct config *config, int entry, int by)
{
	config->entry[entry].week += by;
	config->entry[entry].until_week += config->entry[entry].until_week >= 0 ? by : 0;
	for (int i = 0; i < config->change_count; i++)
		if (config->change[i].entry == entry)
			config->change[i].week += by;
	config_sort_plan(config);
}

static bool move_entry(void *with, struct err *err)
{
	(void)err;
	const struct move *move = with;
	play_move_in(move->play->scenario.config, move->entry, move->by);
	return true;
}

// What has been lived stays to be seen as a ghost beside what is lived now.
static void haunt(struct play *play, const struct graphs *lived, enum word label)
{
	int weeks;
	const double *rows = graphs_rows(lived, &weeks);
	if (play->graphs && weeks > 1)
		graphs_ghost(play->graphs, rows, weeks, play->word[label], NULL);
}

void play_move_entry(struct play *play, int entry, int week)
{
	int from = play->scenario.config->entry[entry].week, last = course_last(play->course) - 1;
	char when[PLAY_WHEN_MAX], text[PLAY_NOTE_MAX];
	week = week < 0 ? 0 : week > last ? last : week;
	if (week == from)
		return;
	struct move move = { play, entry, week - from };
	play_stop_futures(play);
	graphs_band(play->graphs, NULL, NULL, 0, (struct text){ 0 }, NULL);
	play->banded = false;
	haunt(play, play->graphs, WORD_GHOST_PLAN);
	course_replan(play->course, from < week ? from : week, move_entry, &move, NULL);
	play_when(play, week, when);
	snprintf(text, sizeof text, play_say(play, WORD_MOVED_PLAN), when);
	play_note(play, text);
}

// ---- another seed

void play_next_seed(struct play *play)
{
	char number[32], text[PLAY_NOTE_MAX];
	play->has_seed = true;
	play->seed++;
	play->wanted = course_week(play->course) > 0 ? course_week(play->course) : 0;
	struct graphs *lived = play->graphs;
	play->graphs = NULL;
	play_stop_run(play);
	play_start_run(play);
	haunt(play, lived, WORD_GHOST_SEED);
	graphs_destroy(lived);
	snprintf(number, sizeof number, "%" PRIu64, play->seed);
	snprintf(text, sizeof text, play_say(play, WORD_NEW_SEED), number);
	play_note(play, text);
}
