// Paints stages of scenarios and of awkward organisations, and graphs, to FOLDER/*.png, to be looked at; a second
// argument picks those whose names hold it; `time` instead says how long a frame takes.
#include "file.h"
#include "mem.h"
#include "plot/paint.h"
#include "script/hooks.h"
#include "script/scenario.h"
#include "support/charts.h"
#include "view/futures.h"
#include "view/graphs.h"
#include "view/stage.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { THREADS = 2, FRAMES = 200 };

struct sample {
	const char *name, *scenario;     // without scenario: made up
	int departments, staff;          // of what is made up
	double pool;
	int week;
	float width, height, since;
	bool dark;
	enum lang lang;
	bool gigs, ties;
	float zoom;
};

static const struct sample samples[] = {
	{ "default-1920-nl", "default", 0, 0, 0, 30, 1340, 780, 1, false, LANG_NL, false, false, 0 },
	{ "midden-groningen-1280-en", "midden-groningen", 0, 0, 0, 60, 880, 510, 1, false, LANG_EN, false, false, 0 },
	{ "pool-with-roles-1920-dark-nl", "pool-with-roles", 0, 0, 0, 120, 1340, 780, 0.45f, true, LANG_NL, false, false, 0 },
	{ "pool-with-roles-3840-nl", "pool-with-roles", 0, 0, 0, 90, 2680, 1560, 1, false, LANG_NL, false, false, 0 },
	{ "the-hague-1920-nl", "the-hague", 0, 0, 0, 20, 1340, 780, 1, false, LANG_NL, false, false, 0 },
	{ "the-hague-3840-dark-en", "the-hague", 0, 0, 0, 20, 2680, 1560, 0.5f, true, LANG_EN, false, false, 0 },
	{ "dommelvallei-1920-en", "dommelvallei", 0, 0, 0, 60, 1340, 780, 0.4f, false, LANG_EN, true, true, 0 },
	{ "krimpen-1280-dark-nl", "krimpen", 0, 0, 0, 60, 880, 510, 1, true, LANG_NL, true, false, 0 },
	{ "my-organisation-1920-nl", "my-organisation", 0, 0, 0, 30, 1340, 780, 1, false, LANG_NL, false, false, 0 },
	{ "large-letters-1280-nl", "default", 0, 0, 0, 30, 880, 510, 1, false, LANG_NL, false, false, 1.5f },
	{ "large-letters-1920-en", "pool-with-roles", 0, 0, 0, 90, 1340, 780, 0.5f, false, LANG_EN, true, true, 1.5f },
	{ "one-department-1920-nl", NULL, 1, 60, 0, 5, 1340, 780, 1, false, LANG_NL, false, false, 0 },
	{ "ten-people-1280-nl", NULL, 2, 5, 0, 5, 880, 510, 1, false, LANG_NL, false, false, 0 },
	{ "forty-1920-nl", NULL, 40, 15, 0.1, 40, 1340, 780, 0.5f, false, LANG_NL, false, true, 0 },
	{ "forty-1280-dark-nl", NULL, 40, 15, 0.1, 40, 880, 510, 1, true, LANG_NL, false, false, 0 },
	{ "two-hundred-fifty-five-1920-nl", NULL, 255, 8, 0, 4, 1340, 780, 1, false, LANG_NL, false, false, 0 },
	{ "five-thousand-3840-nl", NULL, 12, 416, 0.2, 30, 2680, 1560, 0.5f, false, LANG_NL, false, false, 0 },
};
enum { SAMPLES = sizeof samples / sizeof *samples };

// Long names, as Dutch departments have; sizes differ.
static bool make_up(struct config *config, const struct sample *sample, struct err *err)
{
	static const char *const name[] = { "Vergunningen, toezicht en handhaving", "Burgerzaken", "Maatschappelijke ondersteuning", "Ruimtelijke ontwikkeling en wonen",
		"Werk en inkomen", "Openbare orde en veiligheid", "Financiën", "Jeugdhulpverlening", "Informatiemanagement", "Beheer openbare ruimte", "Sport" };
	config_init(config);
	config->start_year = 2024, config->years = 2, config->warm_up_weeks = 26, config->seed = 7;
	config->name = config_copy_text("made-up");
	config->setting[PARAM_POOL_SHARE] = sample->pool;
	if (!config->name || !config_departments(config, sample->departments, err))
		return false;
	for (int d = 0; d < sample->departments; d++) {
		struct department *department = &config->department[d];
		snprintf(department->id, sizeof department->id, "d%d", d + 1);
		snprintf(department->discipline, sizeof department->discipline, "d%d", d + 1);
		department->name.nl = config_copy_text(name[d % 11]);
		department->staff = sample->staff * (sample->departments > 2 ? 2 + d % 5 : 4) / 4;
		department->stream_count = 1;
		department->stream[0] = (struct stream){ .hours = 6, .term_weeks = 8, .occupancy = 0.78, .weight = 1, .complexity = 0.3, .predictability = 0.7 };
	}
	return true;
}

static bool open_sample(const struct sample *sample, struct config *config, struct hooks **hooks, struct err *err)
{
	char path[FILE_PATH_MAX];
	*hooks = NULL;
	if (!sample->scenario)
		return make_up(config, sample, err);
	snprintf(path, sizeof path, "scenarios/%s.lua", sample->scenario);
	return scenario_load_hooks(path, config, hooks, err);
}

static void save(const char *folder, const struct sample *sample, const struct draw *draw, const struct font *font, struct err *err)
{
	char path[FILE_PATH_MAX];
	struct paint_bytes bytes;
	snprintf(path, sizeof path, "%s/%s.png", folder, sample->name);
	if (draw_ok(draw, err) && paint_png(draw, font, 1, &bytes, err))
		file_write(path, bytes.data, bytes.count, err);
	mem_free(bytes.data);
}

static struct stage_look look_of(const struct sample *sample, const struct font *font)
{
	return (struct stage_look){ .theme = sample->dark ? &theme_dark : &theme_light, .font = font, .lang = sample->lang, .zoom = sample->zoom,
	                            .gigs = sample->gigs, .ties = sample->ties };
}

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void measure(const struct sample *sample, const struct sim *sim, struct stage *stage, struct draw *draw, const struct stage_look *look)
{
	struct stage_pick none = { STAGE_NONE, -1 };
	double first = now();
	stage_draw(stage, draw, look, 0, 0, sample->width, sample->height, 0.5f, none, none);
	first = now() - first;
	double start = now();
	for (int i = 0; i < FRAMES; i++) {
		draw_reset(draw);
		stage_draw(stage, draw, look, 0, 0, sample->width, sample->height, (float)i / FRAMES, none, none);
	}
	double each = (now() - start) / FRAMES;
	start = now();
	stage_take(stage, sim);
	printf("%-34s first frame %6.2f ms, then %6.3f ms, %d commands; a take %6.3f ms\n", sample->name, first, each, draw->count, now() - start);
}

static void show(const char *folder, const struct sample *sample, const struct font *font, bool timed, struct err *err)
{
	struct config config;
	struct hooks *hooks;
	struct draw draw;
	struct stage_pick none = { STAGE_NONE, -1 };
	if (!open_sample(sample, &config, &hooks, err))
		return;
	struct stage_look look = look_of(sample, font);
	struct sim *sim = sim_create(&config, THREADS, err);
	struct stage *stage = sim ? stage_create(&config, err) : NULL;
	draw_init(&draw);
	draw.width = sample->width, draw.height = sample->height, draw.paper = look.theme->paper;
	if (stage && hooks_run_to(hooks, sim, sample->week - 1, NULL, err)) {
		stage_take(stage, sim);
		hooks_week(hooks, sim, err);
		stage_take(stage, sim);
		if (timed)
			measure(sample, sim, stage, &draw, &look);
		else {
			stage_draw(stage, &draw, &look, 0, 0, sample->width, sample->height, sample->since, none, none);
			save(folder, sample, &draw, font, err);
		}
	}
	draw_clear(&draw);
	stage_destroy(stage);
	sim_destroy(sim);
	hooks_destroy(hooks);
	config_clear(&config);
}

// ---- graphs: a run, the same without its plan as a ghost, ten other seeds as a band

struct graph_sample {
	const char *name, *scenario;
	int week;
	float width, height, zoom;
	bool dark, ghost, band;
	enum lang lang;
};

static const struct graph_sample graph_samples[] = {
	{ "graphs-midden-groningen-nl", "midden-groningen", 150, 520, 960, 2, false, true, false, LANG_NL },
	{ "graphs-midden-groningen-band-dark-en", "midden-groningen", 208, 520, 960, 2, true, false, true, LANG_EN },
	{ "graphs-krimpen-720-nl", "krimpen", 100, 360, 620, 1.5f, false, true, true, LANG_NL },
	{ "graphs-default-4k-nl", "default", 300, 1040, 1920, 4, false, false, false, LANG_NL },
	{ "graphs-start-nl", "default", 0, 520, 960, 2, false, false, false, LANG_NL },
};
enum { GRAPH_SAMPLES = sizeof graph_samples / sizeof *graph_samples, FUTURES = 10 };

struct other {
	struct config config;
	int seeds;
};

static struct sim *begin_future(void *with, int run, struct err *err)
{
	struct other *other = with;
	other->config.seed = (uint64_t)(100 + run);
	struct sim *sim = sim_create(&other->config, 1, err);
	if (sim && sim_run_to(sim, 0, NULL, err))
		return sim;
	sim_destroy(sim);
	return NULL;
}

static bool live_future(void *with, struct sim *sim, struct err *err)
{
	(void)with;
	return hooks_week(NULL, sim, err);
}

static void end_future(void *with, struct sim *sim)
{
	(void)with;
	sim_destroy(sim);
}

static void add_band(struct graphs *graphs, const char *path, int weeks, struct err *err)
{
	struct other other = { .seeds = FUTURES };
	if (!scenario_load(path, &other.config, err))
		return;
	int measures = config_measure_count(&other.config);
	struct futures *futures = futures_start(&(struct futures_way){ &other, begin_future, live_future, end_future }, FUTURES, weeks, measures, err);
	while (futures && futures_done(futures) < FUTURES && !futures_error(futures))
		nanosleep(&(struct timespec){ 0, 10000000 }, NULL);
	double *low = mem_new((size_t)(weeks + 1) * (size_t)measures * 2, sizeof *low), *high = low + (size_t)(weeks + 1) * (size_t)measures;
	if (futures && low && futures_bands(futures, 8, 10, low, high))
		graphs_band(graphs, low, high, weeks + 1, (struct text){ "deze toekomst, en waar 8 van 10 andere liggen", "this future, and where 8 of 10 others lie" }, err);
	mem_free(low);
	futures_stop(futures);
	config_clear(&other.config);
}

static void add_ghost(struct graphs *graphs, const char *path, struct err *err)
{
	struct config config;
	int weeks;
	if (!scenario_load(path, &config, err))
		return;
	config.change_count = 0;
	struct sim *sim = sim_create(&config, 1, err);
	struct graphs *other = sim ? graphs_create(&config, err) : NULL;
	for (bool fine = other && sim_run_to(sim, 0, NULL, err); fine && sim_week(sim) < 52 * config.years; fine = sim_run_to(sim, sim_week(sim) + 1, NULL, err))
		graphs_take(other, sim);
	if (other) {
		const double *rows = graphs_rows(other, &weeks);
		graphs_ghost(graphs, rows, weeks, (struct text){ "zonder het plan", "without the plan" }, err);
	}
	graphs_destroy(other);
	sim_destroy(sim);
	config_clear(&config);
}

static void show_graphs(const char *folder, const struct graph_sample *sample, const struct font *font, bool timed, struct err *err)
{
	struct config config;
	struct draw draw;
	char path[FILE_PATH_MAX];
	snprintf(path, sizeof path, "scenarios/%s.lua", sample->scenario);
	if (!scenario_load(path, &config, err))
		return;
	struct sim *sim = sim_create(&config, 1, err);
	struct graphs *graphs = sim ? graphs_create(&config, err) : NULL;
	for (int week = 0; graphs && week <= sample->week && sim_run_to(sim, week, NULL, err); week++)
		graphs_take(graphs, sim);
	if (graphs && sample->ghost)
		add_ghost(graphs, path, err);
	if (graphs && sample->band)
		add_band(graphs, path, sample->week, err);
	struct graphs_look look = { sample->dark ? &theme_dark : &theme_light, font, sample->lang, sample->zoom };
	draw_init(&draw);
	draw.width = sample->width, draw.height = sample->height, draw.paper = look.theme->paper;
	if (graphs)
		graphs_draw(graphs, &draw, &look, 0, 0, sample->width, sample->height);
	if (timed && graphs) {
		double start = now();
		graphs_take(graphs, sim);
		graphs_draw(graphs, &draw, &look, 0, 0, sample->width, sample->height);
		double fresh = now() - start;
		start = now();
		graphs_draw(graphs, &draw, &look, 0, 0, sample->width, sample->height);
		printf("%-40s with news %6.3f ms, without %6.3f ms\n", sample->name, fresh, now() - start);
	} else {
		save(folder, &(struct sample){ .name = sample->name }, &draw, font, err);
	}
	draw_clear(&draw);
	graphs_destroy(graphs);
	sim_destroy(sim);
	config_clear(&config);
}

int main(int argc, char **argv)
{
	struct err err;
	struct font *font = charts_font();
	err_clear(&err);
	for (int i = 0; argc > 1 && i < SAMPLES; i++)
		if (argc < 3 || strcmp(argv[2], "time") == 0 || strstr(samples[i].name, argv[2]))
			show(argv[1], &samples[i], font, argc > 2 && strcmp(argv[2], "time") == 0, &err);
	for (int i = 0; argc > 1 && i < GRAPH_SAMPLES; i++)
		if (argc < 3 || strcmp(argv[2], "time") == 0 || strstr(graph_samples[i].name, argv[2]))
			show_graphs(argv[1], &graph_samples[i], font, argc > 2 && strcmp(argv[2], "time") == 0, &err);
	font_destroy(font);
	fputs(err.text[LANG_EN], stderr);
	return argc < 2 || err.count > 0;
}
