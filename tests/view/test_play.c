// The frame loop, driven as a window drives it: time passes, keys and mouse act, every screen looks as it did,
// and what goes wrong is shown.
#include "mem.h"
#include "support/charts.h"
#include "support/host.h"
#include "support/shown.h"
#include "support/town.h"
#include "view/play_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct font *font;

struct seat {
	struct host host;
	struct play_host calls;
	struct play *play;
	struct ui_input in;
	struct draw draw;
};

static void put_words(struct words *words, const char *nl, const char *en)
{
	words->nl = config_copy_text(nl);
	words->en = config_copy_text(en);
}

// A small town with a plan of three entries.
static void make_town(struct config *config)
{
	static const int weeks[] = { 4, 6, 60 };
	town_make(config, 3, 20);
	config->years = 2;
	config->start_year = 2025;
	config->seed = 7;
	put_words(&config->title, "Een klein dorp", "A small town");
	put_words(&config->story, "Drie afdelingen krijgen meer ruimte. Daarna komt er scharreltijd bij, en dan zien we verder.",
	          "Three departments get more room. Then free time is added, and then we shall see.");
	put_words(&config->question, "Wie heeft er ruimte?", "Who has room?");
	assert_true(config_reserve_plan(config, 3, 3, NULL));
	for (int i = 0; i < 3; i++) {
		config->change[config->change_count++] = (struct change){ .week = weeks[i], .kind = CHANGE_SET, .unit = CONFIG_UNIT_ALL, .param = PARAM_KERBS_ROOM, .value = 0.5 + 0.1 * i, .entry = i };
		struct entry *entry = &config->entry[config->entry_count++];
		*entry = (struct entry){ .week = weeks[i], .until_week = -1 };
		put_words(&entry->what, "Ruimte binnen de stoepranden", "Room within the kerbs");
		put_words(&entry->why, "Meer ruimte.", "More room.");
	}
}

static void sit(struct seat *s, const char *path)
{
	const struct play_options options = { .lang = LANG_NL, .path = path };
	s->calls = host_init(&s->host, make_town);
	s->play = play_create(&s->calls, font, &options, NULL);
	assert_non_null(s->play);
	draw_init(&s->draw);
	s->in = (struct ui_input){ .width = 1920, .height = 1080 };
}

static void rise(struct seat *s)
{
	play_destroy(s->play);
	assert_int_equal(s->host.open, 0);
	host_clear(&s->host);
	draw_clear(&s->draw);
}

static void frame(struct seat *s, float seconds)
{
	s->in.seconds = seconds;
	play_frame(s->play, &s->in, &s->draw);
	assert_true(draw_ok(&s->draw, NULL));
	s->in.pressed = s->in.released = false;
	s->in.key_count = 0;
	s->in.typed[0] = '\0';
}

static void key(struct seat *s, enum ui_key code)
{
	s->in.key[s->in.key_count++] = (struct ui_press){ .key = code };
	frame(s, 0);
	frame(s, 0);
}

static void letter(struct seat *s, char which)
{
	s->in.key[s->in.key_count++] = (struct ui_press){ .key = UI_KEY_LETTER, .letter = which };
	frame(s, 0);
	frame(s, 0);
}

static void drag(struct seat *s, float x, float y, float to_x, float to_y)
{
	s->in.inside = true;
	s->in.x = x, s->in.y = y;
	s->in.down = s->in.pressed = true;
	frame(s, 0);
	s->in.x = to_x, s->in.y = to_y;
	frame(s, 0);
	s->in.down = false;
	s->in.released = true;
	frame(s, 0);
	frame(s, 0);
}

static void click(struct seat *s, float x, float y)
{
	drag(s, x, y, x, y);
}

// Where the last frame wrote it, below `top`.
static bool find_text(const struct seat *s, const char *text, float top, float *x, float *y)
{
	*x = *y = 0;
	for (int i = 0; i < s->draw.count; i++) {
		const struct draw_command *c = &s->draw.command[i];
		if (c->kind == DRAW_TEXT && c->y > top && strcmp(s->draw.text + c->first, text) == 0) {
			*x = c->x;
			*y = c->y - 5;
			return true;
		}
	}
	return false;
}

// ---- time

static void time_passes_while_it_plays(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	frame(&s, 0);
	assert_int_equal(play_week(s.play), 0);
	frame(&s, 1);
	assert_int_equal(play_week(s.play), 0);
	letter(&s, ' ');
	for (int i = 0; i < 10; i++)
		frame(&s, 0.05f);
	assert_int_equal(play_week(s.play), 2);  // four weeks a second
	key(&s, UI_KEY_UP);
	for (int i = 0; i < 10; i++)
		frame(&s, 0.05f);
	assert_int_equal(play_week(s.play), 6);
	assert_true(play_wish(s.play).wait == 0);
	letter(&s, ' ');
	frame(&s, 1);
	frame(&s, 1);
	assert_int_equal(play_week(s.play), 6);
	rise(&s);
}

static void playing_stops_at_the_end_and_starts_over(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	play_go(s.play, 103);
	frame(&s, 0);
	letter(&s, ' ');
	for (int i = 0; i < 10; i++)
		frame(&s, 0.1f);
	assert_int_equal(play_week(s.play), 104);
	frame(&s, 2);
	assert_true(play_wish(s.play).wait > 0);
	click(&s, play_layout(s.play).controls.x + 190, play_layout(s.play).controls.y + 50);
	assert_int_equal(play_week(s.play), 0);
	rise(&s);
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

static void any_week_is_the_same_by_any_way(void **state)
{
	static const int weeks[] = { 70, 3, 51, 52, 53, 104, 0, 27 };
	struct seat s;
	sit(&s, "town.lua");
	for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
		play_go(s.play, weeks[i]);
		frame(&s, 0);
		assert_int_equal(play_week(s.play), weeks[i]);
		assert_int_equal(sim_digest(course_sim(s.play->course)), digest_at(weeks[i]));
	}
	rise(&s);
}

static void keys_step_and_jump(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	frame(&s, 0);
	key(&s, UI_KEY_RIGHT);
	key(&s, UI_KEY_RIGHT);
	assert_int_equal(play_week(s.play), 2);
	key(&s, UI_KEY_LEFT);
	assert_int_equal(play_week(s.play), 1);
	key(&s, UI_KEY_PAGE_DOWN);
	assert_int_equal(play_week(s.play), 27);
	key(&s, UI_KEY_END);
	assert_int_equal(play_week(s.play), 104);
	key(&s, UI_KEY_RIGHT);
	assert_int_equal(play_week(s.play), 104);
	key(&s, UI_KEY_HOME);
	key(&s, UI_KEY_LEFT);
	assert_int_equal(play_week(s.play), 0);
	rise(&s);
}

static void the_timeline_is_dragged(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	frame(&s, 0);
	struct ui_box line = play_layout(s.play).line;
	float y = line.y + line.height * 0.6f, middle = line.x + line.width / 2;
	click(&s, middle, y);
	assert_int_equal(play_week(s.play), 52);
	drag(&s, middle, y, line.x, y);
	assert_int_equal(play_week(s.play), 0);
	drag(&s, middle, y, line.x + 3 * line.width, y);
	assert_int_equal(play_week(s.play), 104);
	rise(&s);
}

// ---- the plan

static void a_pin_is_dragged_to_another_week(void **state)
{
	struct seat s;
	float x, y;
	sit(&s, "town.lua");
	play_go(s.play, 80);
	frame(&s, 0);
	uint64_t before = sim_digest(course_sim(s.play->course));
	struct ui_box line = play_layout(s.play).line;
	assert_true(find_text(&s, "3", line.y, &x, &y));
	drag(&s, x, y, line.x + line.width * 0.3f, y);
	int week = s.play->scenario.config->entry[2].week;
	assert_in_range(week, 28, 34);
	assert_int_equal(s.play->scenario.config->change[2].week, week);
	assert_int_equal(play_week(s.play), 80);
	assert_true(sim_digest(course_sim(s.play->course)) != before);
	assert_true(shown_has(&s.draw, "Plan verschoven naar 2025-W"));
	play_move_entry(s.play, 2, 60);
	frame(&s, 0);
	assert_int_equal(sim_digest(course_sim(s.play->course)), before);
	rise(&s);
}

static void the_plan_beside_the_stage_leads_to_its_weeks(void **state)
{
	struct seat s;
	float x, y;
	sit(&s, "town.lua");
	frame(&s, 0);
	letter(&s, '2');
	assert_true(find_text(&s, "3   2026-W09", 0, &x, &y));
	click(&s, x + 10, y);
	assert_int_equal(play_week(s.play), 61);
	assert_true(shown_has(&s.draw, "Nu, 2026-W09"));
	rise(&s);
}

static void another_seed_is_another_future_of_the_same_week(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	play_go(s.play, 20);
	frame(&s, 0);
	uint64_t before = sim_digest(course_sim(s.play->course));
	letter(&s, 'n');
	assert_int_equal(play_week(s.play), 20);
	assert_true(sim_digest(course_sim(s.play->course)) != before);
	assert_true(shown_has(&s.draw, "Week 20 van 104. Eén mogelijke toekomst, toevalsgetal 8."));
	rise(&s);
}

// ---- what goes wrong

static void a_wrong_scenario_is_told_and_loaded_again_when_saved(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	play_go(s.play, 30);
	frame(&s, 0);
	s.host.fault = "kerbs.room = 7";
	s.host.stamp = 2;
	frame(&s, 2);
	assert_non_null(play_error(s.play));
	assert_true(shown_has(&s.draw, "town.lua: kerbs.room = 7"));
	shown_same("wrong", &s.draw);
	frame(&s, 2);
	assert_int_equal(s.host.loaded, 2);  // not again before it is saved
	s.host.fault = NULL;
	s.host.stamp = 3;
	frame(&s, 2);
	frame(&s, 0);
	assert_null(play_error(s.play));
	assert_int_equal(play_week(s.play), 30);
	assert_true(shown_has(&s.draw, "Opnieuw geladen"));
	rise(&s);
}

static void a_week_that_fails_stops_the_run(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	s.host.fails_in_week = 12;
	play_go(s.play, 40);
	frame(&s, 0);
	assert_non_null(play_error(s.play));
	assert_int_equal(play_week(s.play), 12);
	assert_true(shown_has(&s.draw, "deze week mislukt"));
	rise(&s);
}

// ---- the screens

static void every_screen_looks_as_it_did(void **state)
{
	struct seat s;
	sit(&s, NULL);
	frame(&s, 0);
	shown_same("list", &s.draw);
	float x, y;
	assert_true(find_text(&s, "Een klein dorp", 0, &x, &y));
	click(&s, x + 5, y);
	play_go(s.play, 61);
	frame(&s, 0);
	frame(&s, 1);
	shown_same("run", &s.draw);
	letter(&s, '2');
	shown_same("run-plan", &s.draw);
	letter(&s, '3');
	shown_same("run-story", &s.draw);
	key(&s, UI_KEY_F1);
	shown_same("help", &s.draw);
	key(&s, UI_KEY_ESCAPE);
	letter(&s, 'b');
	assert_int_equal(s.draw.count, 0);
	letter(&s, 'b');
	letter(&s, 'o');
	assert_true(shown_has(&s.draw, "Een vliegsimulator"));
	rise(&s);
}

static void searching_leaves_what_is_meant(void **state)
{
	struct seat s;
	sit(&s, NULL);
	frame(&s, 0);
	key(&s, UI_KEY_TAB);
	strcpy(s.in.typed, "WRONG");
	frame(&s, 0);
	frame(&s, 0);
	assert_false(shown_has(&s.draw, "Een klein dorp"));
	assert_true(shown_has(&s.draw, "wrong"));
	strcpy(s.in.typed, "xyz");
	frame(&s, 0);
	frame(&s, 0);
	assert_true(shown_has(&s.draw, "Geen scenario met die woorden."));
	rise(&s);
}

static void the_keys_change_how_it_looks(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	frame(&s, 0);
	letter(&s, 'l');
	assert_true(shown_has(&s.draw, "A small town"));
	assert_true(shown_has(&s.draw, "4 weeks a second"));
	letter(&s, 'd');
	assert_int_equal(s.draw.paper, theme_dark.paper);
	float zoom = s.play->ui.look.zoom;
	letter(&s, '+');
	assert_true(s.play->ui.look.zoom > zoom);
	letter(&s, '-');
	assert_true(s.play->ui.look.zoom == zoom);
	letter(&s, 'f');
	assert_true(play_wish(s.play).full_screen);
	s.in.key[s.in.key_count++] = (struct ui_press){ .key = UI_KEY_LETTER, .letter = 'q', .control = true };
	frame(&s, 0);
	assert_true(play_wish(s.play).quit);
	rise(&s);
}

static void all_stays_within_the_window(void **state)
{
	static const float sizes[][2] = { { 320, 320 }, { 640, 360 }, { 1000, 330 }, { 330, 1000 }, { 960, 540 }, { 1280, 720 }, { 1280, 1024 }, { 1920, 1080 }, { 2560, 1080 }, { 3840, 2160 } };
	struct seat s;
	sit(&s, "town.lua");
	play_go(s.play, 61);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (int look = 0; look < 8; look++) {
			s.in.width = sizes[i][0];
			s.in.height = sizes[i][1];
			s.play->large = look & 1;
			s.play->lang = look & 2 ? LANG_EN : LANG_NL;
			s.play->tab = look & 4 ? PLAY_PLAN : PLAY_GRAPHS;
			frame(&s, 1);
			bool least = sizes[i][0] >= 960 && sizes[i][1] >= 540;  // of a smaller window only that it is drawn
			if (least && shown_beyond(&s.draw))
				fail_msg("%.0f × %.0f, look %d: '%s' is beyond the edge", sizes[i][0], sizes[i][1], look, shown_beyond(&s.draw));
		}
	rise(&s);
}

static void a_warm_frame_asks_for_no_memory(void **state)
{
	struct seat s;
	sit(&s, "town.lua");
	play_go(s.play, 61);
	for (int tab = 0; tab < PLAY_TABS; tab++) {
		s.play->tab = (enum play_tab)tab;
		frame(&s, 1);
		frame(&s, 0);
		mem_fail(1, 1);
		frame(&s, 0);
		mem_fail(0, 0);
	}
	rise(&s);
}

static void it_survives_each_failing_allocation(void **state)
{
	const struct play_options options = { .lang = LANG_NL, .path = "town.lua" };
	struct host host;
	struct play_host calls = host_init(&host, make_town);
	long live = mem_live(), n = 1;
	for (bool whole = false; !whole && n < 20000; n++) {
		struct draw draw;
		struct err err;
		err_clear(&err);
		draw_init(&draw);
		struct play *play = NULL;
		host.make = make_town;
		mem_fail(n + 40, 0);  // the making of the config itself is not what is tested
		play = play_create(&calls, font, &options, &err);
		if (play) {
			play_go(play, 30);
			play_frame(play, &(struct ui_input){ .width = 640, .height = 360 }, &draw);
		}
		mem_fail(0, 0);
		whole = play && !play_error(play) && !draw.failed && play_week(play) == 30;
		if (play && play_error(play))
			assert_true(play_error(play)->count > 0);
		play_destroy(play);
		draw_clear(&draw);
		assert_int_equal(mem_live(), live);
	}
	assert_true(n > 10);
	host_clear(&host);
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
		cmocka_unit_test(time_passes_while_it_plays),
		cmocka_unit_test(playing_stops_at_the_end_and_starts_over),
		cmocka_unit_test(any_week_is_the_same_by_any_way),
		cmocka_unit_test(keys_step_and_jump),
		cmocka_unit_test(the_timeline_is_dragged),
		cmocka_unit_test(a_pin_is_dragged_to_another_week),
		cmocka_unit_test(the_plan_beside_the_stage_leads_to_its_weeks),
		cmocka_unit_test(another_seed_is_another_future_of_the_same_week),
		cmocka_unit_test(a_wrong_scenario_is_told_and_loaded_again_when_saved),
		cmocka_unit_test(a_week_that_fails_stops_the_run),
		cmocka_unit_test(every_screen_looks_as_it_did),
		cmocka_unit_test(searching_leaves_what_is_meant),
		cmocka_unit_test(the_keys_change_how_it_looks),
		cmocka_unit_test(all_stays_within_the_window),
		cmocka_unit_test(a_warm_frame_asks_for_no_memory),
		cmocka_unit_test(it_survives_each_failing_allocation),
	};
	return cmocka_run_group_tests(tests, open_font, close_font);
}
