// Graphs show what was noted and forget what lies ahead after going back; the drawing is kept until something changes;
// futures are run beside, can be stopped, and their bands hold the share that they say.
#include "mem.h"
#include "support/charts.h"
#include "support/town.h"
#include "view/futures.h"
#include "view/graphs.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { WEEKS = 30, RUNS = 20 };

static struct font *font;

static struct graphs *make(struct config *config)
{
	config->years = 2;
	struct graphs *graphs = graphs_create(config, NULL);
	assert_non_null(graphs);
	return graphs;
}

static void live(struct sim *sim, struct graphs *graphs, int week)
{
	for (; sim_week(sim) < week; graphs_take(graphs, sim)) {
		assert_true(sim_prepare(sim, NULL));
		sim_step(sim);
	}
}

static void draw_into(struct graphs *graphs, struct draw *draw, float height)
{
	struct graphs_look look = { &theme_light, font, LANG_NL, 2 };
	draw_reset(draw);
	graphs_draw(graphs, draw, &look, 100, 50, 520, height);
	assert_true(draw_ok(draw, NULL));
}

static void what_is_noted_is_what_was_measured(void **state)
{
	struct config config;
	int weeks;
	town_make(&config, 3, 20);
	struct graphs *graphs = make(&config);
	struct sim *sim = town_open(&config, 1);
	graphs_take(graphs, sim);
	live(sim, graphs, 10);
	double late = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_MINDSET);
	const double *rows = graphs_rows(graphs, &weeks);
	assert_int_equal(weeks, 11);
	assert_true(rows[10 * config_measure_count(&config) + MEASURE_MINDSET] == late);
	live(sim, graphs, 20);
	sim_destroy(sim);
	sim = town_open(&config, 1);  // back to the start
	town_run(sim, 10);
	graphs_take(graphs, sim);
	rows = graphs_rows(graphs, &weeks);
	assert_int_equal(weeks, 11);
	assert_true(rows[10 * config_measure_count(&config) + MEASURE_MINDSET] == late);
	town_run(sim, 14);            // a jump: the weeks between are not known
	graphs_take(graphs, sim);
	rows = graphs_rows(graphs, &weeks);
	assert_int_equal(weeks, 15);
	assert_true(isnan(rows[12 * config_measure_count(&config) + MEASURE_MINDSET]));
	sim_destroy(sim);
	graphs_destroy(graphs);
	config_clear(&config);
}

static void the_drawing_fills_the_box_and_stays_in_it(void **state)
{
	static const float heights[] = { 620, 960, 1400 };
	struct config config;
	struct draw draw;
	town_full(&config, 200);
	struct graphs *graphs = make(&config);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, 0);
	draw_init(&draw);
	for (int count = 1; count <= GRAPHS_PANELS; count++)
		for (size_t h = 0; h < sizeof heights / sizeof *heights; h++) {
			static const int measure[GRAPHS_PANELS] = { 2, 3, 4, 5, 6, 7, 8, 9 };
			float lowest = 0;
			graphs_choose(graphs, measure, count);
			graphs_take(graphs, sim);
			draw_into(graphs, &draw, heights[h]);
			for (int i = 0; i < draw.count; i++)
				lowest = draw.command[i].y > lowest ? draw.command[i].y : lowest;
			for (int i = 0; i < draw.point_count; i++)
				lowest = draw.point[i].y > lowest ? draw.point[i].y : lowest;
			assert_true(lowest <= 50 + heights[h]);
			assert_true(lowest >= 50 + 0.85f * heights[h]);
		}
	draw_clear(&draw);
	sim_destroy(sim);
	graphs_destroy(graphs);
	config_clear(&config);
}

static bool says(const struct draw *draw, const char *words)
{
	for (int i = 0; i < draw->count; i++)
		if (draw->command[i].kind == DRAW_TEXT && strstr(draw->text + draw->command[i].first, words))
			return true;
	return false;
}

static void a_ghost_is_named_and_goes_again(void **state)
{
	struct config config;
	struct draw draw;
	int weeks;
	town_make(&config, 3, 20);
	struct graphs *graphs = make(&config);
	struct sim *sim = town_open(&config, 1);
	live(sim, graphs, 20);
	draw_init(&draw);
	const double *rows = graphs_rows(graphs, &weeks);
	assert_true(graphs_ghost(graphs, rows, weeks, (struct text){ "zonder besluit", "without the decision" }, NULL));
	draw_into(graphs, &draw, 900);
	assert_true(says(&draw, "zonder besluit"));
	assert_true(graphs_ghost(graphs, NULL, 0, (struct text){ 0 }, NULL));
	draw_into(graphs, &draw, 900);
	assert_false(says(&draw, "zonder besluit"));
	draw_clear(&draw);
	sim_destroy(sim);
	graphs_destroy(graphs);
	config_clear(&config);
}

static void a_frame_without_news_asks_for_no_memory(void **state)
{
	struct config config;
	struct draw draw;
	town_make(&config, 3, 20);
	struct graphs *graphs = make(&config);
	struct sim *sim = town_open(&config, 1);
	draw_init(&draw);
	live(sim, graphs, 20);
	draw_into(graphs, &draw, 900);
	mem_fail(1, 1);
	draw_into(graphs, &draw, 900);
	mem_fail(0, 0);
	draw_clear(&draw);
	sim_destroy(sim);
	graphs_destroy(graphs);
	config_clear(&config);
}

// ---- futures

struct town {
	struct config config;
	int begun, ended, fail_at;   // written in the thread, read after it
};

static struct sim *begin(void *with, int run, struct err *err)
{
	struct town *town = with;
	town->begun++;
	town->config.seed = (uint64_t)(1000 + run);
	return sim_create(&town->config, 1, err);
}

static bool week(void *with, struct sim *sim, struct err *err)
{
	struct town *town = with;
	if (town->fail_at == sim_week(sim) && town->begun == 3) {
		err_add(err, "mislukt", "failed");
		return false;
	}
	return sim_run_to(sim, sim_week(sim) + 1, NULL, err);
}

static void end(void *with, struct sim *sim)
{
	((struct town *)with)->ended++;
	sim_destroy(sim);
}

static struct futures *start(struct town *town, int weeks)
{
	struct futures_way way = { town, begin, week, end };
	town_make(&town->config, 3, 20);
	town->config.years = 2;
	struct futures *futures = futures_start(&way, RUNS, weeks, config_measure_count(&town->config), NULL);
	assert_non_null(futures);
	return futures;
}

static void wait_for(const struct futures *futures)
{
	while (futures_done(futures) < RUNS && !futures_error(futures))
		nanosleep(&(struct timespec){ 0, 1000000 }, NULL);
}

static void bands_hold_the_share_that_they_say(void **state)
{
	struct town town = { .fail_at = -1 };
	struct futures *futures = start(&town, WEEKS);
	int measures = config_measure_count(&town.config);
	static double low[(WEEKS + 1) * 128], high[(WEEKS + 1) * 128];
	wait_for(futures);
	assert_int_equal(futures_done(futures), RUNS);
	assert_true(futures_bands(futures, 16, RUNS, low, high));
	for (int w = 1; w <= WEEKS; w++) {
		int at = w * measures + MEASURE_MINDSET, inside = 0;
		for (int run = 0; run < RUNS; run++) {
			double value = futures_rows(futures, run)[at];
			inside += value >= low[at] && value <= high[at];
		}
		assert_true(inside >= 16 && inside < RUNS);
	}
	futures_stop(futures);
	assert_int_equal(town.ended, RUNS);
	config_clear(&town.config);
}

// Each future is the run that its seed gives, smoothed as graphs are.
static void a_future_is_a_run_of_its_own(void **state)
{
	struct town town = { .fail_at = -1 };
	struct futures *futures = start(&town, WEEKS);
	int measures = config_measure_count(&town.config), weeks;
	wait_for(futures);
	town.config.seed = 1007;
	struct graphs *graphs = make(&town.config);
	struct sim *sim = town_open(&town.config, 1);
	graphs_take(graphs, sim);
	live(sim, graphs, WEEKS);
	const double *rows = graphs_rows(graphs, &weeks), *future = futures_rows(futures, 7);
	assert_int_equal(weeks, WEEKS + 1);
	for (int w = 0; w <= WEEKS; w++) {
		assert_true(future[w * measures + MEASURE_MINDSET] == rows[w * measures + MEASURE_MINDSET]);
		double sum = 0;
		for (int i = w - 12; i <= w && w >= 20; i++)
			sum += rows[i * measures + MEASURE_OCCUPANCY];
		assert_true(w < 20 || fabs(sum / 13 - future[w * measures + MEASURE_OCCUPANCY]) < 1e-12);
	}
	futures_stop(futures);
	sim_destroy(sim);
	graphs_destroy(graphs);
	config_clear(&town.config);
}

static void futures_can_be_stopped_at_once(void **state)
{
	struct town town = { .fail_at = -1 };
	struct futures *futures = start(&town, 5000);
	futures_stop(futures);
	assert_int_equal(town.begun, town.ended);
	assert_true(town.begun <= 1);
	config_clear(&town.config);
}

static void a_failure_is_told_and_ends_them(void **state)
{
	struct town town = { .fail_at = 4 };
	struct futures *futures = start(&town, WEEKS);
	wait_for(futures);
	assert_int_equal(futures_done(futures), 2);
	assert_string_equal(futures_error(futures)->text[LANG_EN], "failed\n");
	futures_stop(futures);
	assert_int_equal(town.ended, 3);
	config_clear(&town.config);
}

static int open_font(void **state)
{
	font = charts_font();
	return font == NULL;
}

static int close_font(void **state)
{
	font_destroy(font);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_noted_is_what_was_measured),
		cmocka_unit_test(the_drawing_fills_the_box_and_stays_in_it),
		cmocka_unit_test(a_ghost_is_named_and_goes_again),
		cmocka_unit_test(a_frame_without_news_asks_for_no_memory),
		cmocka_unit_test(bands_hold_the_share_that_they_say),
		cmocka_unit_test(a_future_is_a_run_of_its_own),
		cmocka_unit_test(futures_can_be_stopped_at_once),
		cmocka_unit_test(a_failure_is_told_and_ends_them),
	};
	return cmocka_run_group_tests(tests, open_font, close_font);
}
