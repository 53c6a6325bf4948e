// The same plan under other seeds: each run loads the scenario afresh, with the plan moved as it is here, and lives in
// a thread beside the window. Twenty of them make a band, which says how much of what is seen is luck.
#include "view/play_inside.h"

#include "mem.h"

#include <string.h>

enum { ENTRIES_MAX = 2048 };

struct play_ways {
	struct play_host host;
	char path[PLAY_PATH_MAX];
	uint64_t seed;               // of what is seen; the others follow it
	int entries, week[ENTRIES_MAX];  // of the plan as it is now
	struct play_scenario scenario;   // of the run at work
	struct futures *futures;
};

// ---- in the thread

static struct sim *warm(struct play_ways *ways, struct err *err)
{
	struct sim *sim = sim_create(ways->scenario.config, 1, err);
	while (sim && sim_week(sim) < 0)
		if (!ways->scenario.week(ways->scenario.with, sim, err)) {
			sim_destroy(sim);
			return NULL;
		}
	if (sim && !ways->scenario.begin(ways->scenario.with, sim, err)) {
		sim_destroy(sim);
		return NULL;
	}
	return sim;
}

static struct sim *begin(void *with, int run, struct err *err)
{
	struct play_ways *ways = with;
	if (!ways->host.load(ways->host.with, ways->path, &ways->scenario, err))
		return NULL;
	struct config *config = ways->scenario.config;
	config->seed = ways->seed + 1 + (uint64_t)run;
	for (int i = 0; i < config->entry_count && i < ways->entries; i++)
		if (config->entry[i].week != ways->week[i])
			play_move_in(config, i, ways->week[i] - config->entry[i].week);
	struct sim *sim = warm(ways, err);
	if (!sim)
		ways->host.unload(ways->host.with, &ways->scenario);
	return sim;
}

static bool week(void *with, struct sim *sim, struct err *err)
{
	struct play_ways *ways = with;
	return ways->scenario.week(ways->scenario.with, sim, err);
}

static void end(void *with, struct sim *sim)
{
	struct play_ways *ways = with;
	sim_destroy(sim);
	ways->host.unload(ways->host.with, &ways->scenario);
}

// ---- outside it

void play_stop_futures(struct play *play)
{
	if (!play->ways)
		return;
	futures_stop(play->ways->futures);
	mem_free(play->ways);
	play->ways = NULL;
}

static bool start(struct play *play, struct play_ways *ways, struct err *err)
{
	const struct config *config = play->scenario.config;
	const struct futures_way way = { ways, begin, week, end };
	ways->host = play->host;
	memcpy(ways->path, play->path, sizeof ways->path);
	ways->seed = config->seed;
	ways->entries = config->entry_count < ENTRIES_MAX ? config->entry_count : ENTRIES_MAX;
	for (int i = 0; i < ways->entries; i++)
		ways->week[i] = config->entry[i].week;
	ways->futures = futures_start(&way, PLAY_FUTURES, course_last(play->course), config_measure_count(config), err);
	return ways->futures != NULL;
}

void play_ask_futures(struct play *play)
{
	bool was = play->ways || play->banded;
	play_stop_futures(play);
	graphs_band(play->graphs, NULL, NULL, 0, (struct text){ 0 }, NULL);
	play->banded = false;
	if (was || !play->course)
		return;
	play->ways = mem_new(1, sizeof *play->ways);
	if (play->ways && !start(play, play->ways, NULL))
		play_stop_futures(play);
}

int play_futures_done(const struct play *play)
{
	return play->ways ? futures_done(play->ways->futures) : play->banded ? PLAY_FUTURES : -1;
}

static void show_bands(struct play *play)
{
	size_t weeks = (size_t)course_last(play->course) + 1, count = weeks * (size_t)config_measure_count(play->scenario.config);
	double *low = mem_new(count, sizeof *low), *high = mem_new(count, sizeof *high);
	if (low && high && futures_bands(play->ways->futures, PLAY_INSIDE, PLAY_FUTURES, low, high))
		play->banded = graphs_band(play->graphs, low, high, (int)weeks, play->word[WORD_FUTURES_BAND], NULL);
	mem_free(low);
	mem_free(high);
}

void play_gather_futures(struct play *play)
{
	if (!play->ways || (!futures_error(play->ways->futures) && futures_done(play->ways->futures) < PLAY_FUTURES))
		return;
	const struct err *err = futures_error(play->ways->futures);
	if (err)
		play_note(play, err->text[play->lang]);
	else
		show_bands(play);
	play_stop_futures(play);
}
