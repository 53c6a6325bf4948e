// The window's painter against the painter of pictures: the same drawing, nearly the same pixels, from SDL's software
// renderer without a display.
#include "mem.h"
#include "plot/paint.h"
#include "support/charts.h"
#include "support/host.h"
#include "support/town.h"
#include "view/window.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720 };

static struct font *font;
static SDL_Window *window;
static SDL_Renderer *renderer;
static struct window_painter *painter;

static void make_town(struct config *config)
{
	town_full(config, 400);
}

// The mean difference of a colour, 0…255, and the share of pixels that look otherwise.
struct apart {
	double mean, share;
};

static struct apart compare(const struct draw *draw)
{
	static unsigned char shown[WIDTH * HEIGHT * 4];
	struct paint_bytes wanted;
	struct apart apart = { 0 };
	assert_true(window_paint(painter, draw));
	assert_int_equal(SDL_RenderReadPixels(renderer, NULL, SDL_PIXELFORMAT_RGBA32, shown, WIDTH * 4), 0);
	assert_true(paint_rgb(draw, font, 1, &wanted, NULL));
	for (size_t i = 0; i < (size_t)WIDTH * HEIGHT; i++) {
		int most = 0;
		for (size_t k = 0; k < 3; k++) {
			int by = abs((int)shown[4 * i + k] - (int)wanted.data[3 * i + k]);
			apart.mean += by;
			most = by > most ? by : most;
		}
		apart.share += most > 48;
	}
	mem_free(wanted.data);
	apart.mean /= 3.0 * WIDTH * HEIGHT;
	apart.share /= (double)WIDTH * HEIGHT;
	return apart;
}

static void a_window_looks_like_its_picture(void **state)
{
	struct host host;
	struct draw draw;
	draw_init(&draw);
	const struct play_host calls = host_init(&host, make_town);
	for (int look = 0; look < 4; look++) {
		struct play *play = play_create(&calls, font, &(struct play_options){ .lang = LANG_NL, .dark = look & 1, .path = look & 2 ? NULL : "town.lua" }, NULL);
		struct ui_input in = { .width = WIDTH, .height = HEIGHT, .seconds = 1 };
		play_go(play, 9);
		play_frame(play, &in, &draw);
		play_frame(play, &in, &draw);
		if (play_error(play))
			fail_msg("%s", play_error(play)->text[LANG_EN]);
		assert_int_equal(play_week(play), look & 2 ? -1 : 9);
		struct apart apart = compare(&draw);
		print_message("look %d: mean %.3f, other pixels %.4f\n", look, apart.mean, apart.share);
		assert_true(apart.mean < 2);
		assert_true(apart.share < 0.015);
		play_destroy(play);
	}
	draw_clear(&draw);
	host_clear(&host);
}

static void what_is_shown_stays_when_textures_are_lost(void **state)
{
	struct draw draw;
	const struct draw_command how = { .x = 40, .y = 90, .size = 60, .weight = FONT_BOLD, .fill = 0x102030FF,
		.width = font_width(font, FONT_BOLD, 60, "Stoeprand", -1) };
	draw_init(&draw);
	draw.width = WIDTH;
	draw.height = HEIGHT;
	draw.paper = 0xFFFFFFFF;
	draw_text(&draw, "Stoeprand", -1, how);
	draw_symbol(&draw, DRAW_UP, 200.25f, 200, 24, 0x08427BFF, 0x222222FF, 1.5f);
	struct apart before = compare(&draw);
	window_painter_forget(painter);
	struct apart after = compare(&draw);
	assert_true(before.mean == after.mean && before.share == after.share);
	assert_true(before.mean < 0.1);
	draw_clear(&draw);
}

// Thousands of looks, of which only the last are wanted still.
static void looks_that_are_not_seen_make_room(void **state)
{
	struct draw draw;
	draw_init(&draw);
	draw.width = WIDTH;
	draw.height = HEIGHT;
	draw.paper = 0xFFFFFFFF;
	for (int round = 0; round < 400; round++) {
		draw_reset(&draw);
		draw.width = WIDTH;
		draw.height = HEIGHT;
		for (int i = 0; i < 20; i++)
			draw_circle(&draw, 100, 100, 3 + (float)(round * 20 + i) * 0.01f, 0xFF0000FF, 0, 0);
		assert_true(window_paint(painter, &draw));
	}
	draw_clear(&draw);
}

static void no_memory_is_no_picture_but_no_harm(void **state)
{
	struct draw draw;
	draw_init(&draw);
	draw.width = WIDTH;
	draw.height = HEIGHT;
	draw_circle(&draw, 100, 100, 277.5f, 0xFF0000FF, 0, 0);
	for (int n = 1; n <= 3; n++) {
		mem_fail(n, 0);
		assert_false(window_paint(painter, &draw));
		mem_fail(0, 0);
	}
	assert_true(window_paint(painter, &draw));
	draw_clear(&draw);
}

static int open_window(void **state)
{
	font = charts_font();
	SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
	if (SDL_Init(SDL_INIT_VIDEO) != 0)
		return -1;
	window = SDL_CreateWindow("test", 0, 0, WIDTH, HEIGHT, 0);
	renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : NULL;
	painter = renderer ? window_painter_create(renderer, font, NULL) : NULL;
	return painter ? 0 : -1;
}

static int close_window(void **state)
{
	window_painter_destroy(painter);
	SDL_DestroyRenderer(renderer);
	SDL_DestroyWindow(window);
	SDL_Quit();
	font_destroy(font);
	return mem_live() == 0 ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_window_looks_like_its_picture),
		cmocka_unit_test(what_is_shown_stays_when_textures_are_lost),
		cmocka_unit_test(looks_that_are_not_seen_make_room),
		cmocka_unit_test(no_memory_is_no_picture_but_no_harm),
	};
	return cmocka_run_group_tests(tests, open_window, close_window);
}
