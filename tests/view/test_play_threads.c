// The window with threads beside it: one that lives the weeks, one that lives other futures. What comes out is the same,
// and nothing is left when the window closes in the middle of it.
#include "mem.h"
#include "support/charts.h"
#include "support/host.h"
#include "support/shown.h"
#include "support/town.h"
#include "view/play_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

static struct font *font;

static void make_town(struct config *config)
{
	town_make(config, 3, 20);
	config->years = 1;
	config->warm_up_weeks = 10;
	config->seed = 7;
	assert_true(config_reserve_plan(config, 1, 1, NULL));
	config->change[config->change_count++] = (struct change){ .week = 9, .kind = CHANGE_SET, .unit = CONFIG_UNIT_ALL, .param = PARAM_KERBS_ROOM, .value = 0.9, .entry = 0 };
	config->entry[config->entry_count++] = (struct entry){ .week = 9, .until_week = -1 };
}

struct seat {
	struct host host;
	struct play_host calls;
	struct play *play;
	struct draw draw;
};

static void sit(struct seat *s, bool threaded)
{
	s->calls = host_init(&s->host, make_town);
	s->play = play_create(&s->calls, font, &(struct play_options){ .lang = LANG_EN, .threaded = threaded, .path = "town.lua" }, NULL);
	assert_non_null(s->play);
	draw_init(&s->draw);
}

static void rise(struct seat *s)
{
	play_destroy(s->play);
	assert_int_equal(s->host.open, 0);
	host_clear(&s->host);
	draw_clear(&s->draw);
}

static void frame(struct seat *s, char letter)
{
	struct ui_input in = { .width = 960, .height = 540, .key_count = letter != 0 };
	in.key[0] = (struct ui_press){ .key = UI_KEY_LETTER, .letter = letter };
	play_frame(s->play, &in, &s->draw);
	assert_true(draw_ok(&s->draw, NULL));
	nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
}

// As often as it takes, but not for ever.
static void frames_until(struct seat *s, bool (*done)(const struct play *play, int wanted), int wanted)
{
	for (int i = 0; i < 60000 && !done(s->play, wanted); i++)
		frame(s, 0);
	assert_true(done(s->play, wanted));
}

static bool is_at(const struct play *play, int week)
{
	return play_week(play) == week && course_at_rest(play->course);
}

static uint64_t digest_at(int week)
{
	struct config config;
	make_town(&config);
	struct sim *sim = town_open(&config, 1);
	town_run(sim, week);
	uint64_t digest = sim_digest(sim);
	sim_destroy(sim);
	config_clear(&config);
	return digest;
}

static void the_same_weeks_are_lived_beside_the_window(void **state)
{
	static const int weeks[] = { 40, 12, 13, 52, 0 };
	struct seat s;
	sit(&s, true);
	for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
		play_go(s.play, weeks[i]);
		frames_until(&s, is_at, weeks[i]);
		assert_int_equal(sim_digest(course_sim(s.play->course)), digest_at(weeks[i]));
	}
	rise(&s);
}

static void the_plan_moves_while_weeks_are_lived(void **state)
{
	struct seat s;
	sit(&s, true);
	play_go(s.play, 40);
	frames_until(&s, is_at, 40);
	play_go(s.play, 52);
	frame(&s, 0);
	play_move_entry(s.play, 0, 20);
	frames_until(&s, is_at, 52);
	assert_true(sim_digest(course_sim(s.play->course)) != digest_at(52));
	play_move_entry(s.play, 0, 9);
	frames_until(&s, is_at, 52);
	assert_int_equal(sim_digest(course_sim(s.play->course)), digest_at(52));
	rise(&s);
}

static bool has_futures(const struct play *play, int wanted)
{
	return !play->ways && play->banded == (wanted > 0);
}

static void other_futures_come_as_a_band_and_go(void **state)
{
	struct seat s;
	sit(&s, true);
	play_go(s.play, 30);
	frames_until(&s, is_at, 30);
	frame(&s, 'a');
	assert_non_null(s.play->ways);
	frames_until(&s, has_futures, 1);
	frame(&s, 0);
	assert_true(shown_has(&s.draw, "this future; band: "));
	assert_int_equal(s.host.open, 1);
	frame(&s, 'a');
	frames_until(&s, has_futures, 0);
	rise(&s);
}

static void a_future_that_fails_is_told(void **state)
{
	struct seat s;
	sit(&s, true);
	play_go(s.play, 3);
	frames_until(&s, is_at, 3);
	s.host.fails_in_week = 20;
	frame(&s, 'a');
	frames_until(&s, has_futures, 0);
	frame(&s, 0);
	assert_true(shown_has(&s.draw, "this week fails"));
	rise(&s);
}

static void it_closes_in_the_middle_of_everything(void **state)
{
	for (int i = 0; i < 6; i++) {
		struct seat s;
		sit(&s, true);
		play_go(s.play, 52);
		for (int k = 0; k < i; k++)
			frame(&s, k == 2 ? 'a' : 0);
		rise(&s);
	}
}

static int open_font(void **state)
{
	font = charts_font();
	return 0;
}

static int close_font(void **state)
{
	font_destroy(font);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_weeks_are_lived_beside_the_window),
		cmocka_unit_test(the_plan_moves_while_weeks_are_lived),
		cmocka_unit_test(other_futures_come_as_a_band_and_go),
		cmocka_unit_test(a_future_that_fails_is_told),
		cmocka_unit_test(it_closes_in_the_middle_of_everything),
	};
	return cmocka_run_group_tests(tests, open_font, close_font);
}
