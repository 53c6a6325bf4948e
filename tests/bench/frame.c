// Frames as the window makes them: events in, drawing, painting, showing; sixty a second, each timed.
#include "bench/frame.h"

#ifdef HAVE_SDL2
#include "support/charts.h"
#include "view/window.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 1920, HEIGHT = 1080, FRAMES = 480, WARM = 60, WEEKS_A_SECOND = 8 };

static struct config *given;

static bool begin(void *with, struct sim *sim, struct err *err)
{
	(void)with, (void)sim, (void)err;
	return true;
}

static bool week(void *with, struct sim *sim, struct err *err)
{
	(void)with;
	if (!sim_prepare(sim, err))
		return false;
	sim_step(sim);
	return true;
}

static bool load(void *with, const char *path, struct play_scenario *out, struct err *err)
{
	(void)with, (void)path, (void)err;
	*out = (struct play_scenario){ given, NULL, begin, week };
	return true;
}

static void unload(void *with, struct play_scenario *scenario)
{
	(void)with, (void)scenario;
}

static int64_t stamp(void *with, const char *path)
{
	(void)with, (void)path;
	return 1;
}

static const struct play_listing *list(void *with, int *count)
{
	(void)with;
	*count = 0;
	return NULL;
}

static double now(void)
{
	return (double)SDL_GetPerformanceCounter() / (double)SDL_GetPerformanceFrequency();
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static bool prepare(struct play *play, struct ui_input *input, struct draw *draw)
{
	for (int i = 0; i < 6000 && play_week(play) < 4 && !play_error(play); i++) {
		play_frame(play, input, draw);
		SDL_Delay(10);
	}
	play_run(play, true, WEEKS_A_SECOND);
	return play_week(play) >= 4;
}

static void measure(struct play *play, struct window_painter *painter, SDL_Renderer *renderer, int staff, struct draw *draw)
{
	static double took[FRAMES];
	struct ui_input input = { .width = WIDTH, .height = HEIGHT, .seconds = 1.f / 60, .x = 700, .y = 400, .inside = true };
	double least = 1.0 / 60, before = now();
	for (int i = -WARM; i < FRAMES; i++) {
		double start = now();
		input.seconds = (float)(start - before);
		before = start;
		play_frame(play, &input, draw);
		window_paint(painter, draw);
		SDL_RenderPresent(renderer);
		double spent = now() - start;
		if (i >= 0)
			took[i] = spent;
		if (spent < least)
			SDL_Delay((Uint32)((least - spent) * 1000));
	}
	qsort(took, FRAMES, sizeof *took, by_size);
	printf("bench frame staff=%d p50_ms=%.1f p95_ms=%.1f weeks=%d\n", staff, took[FRAMES / 2] * 1e3, took[FRAMES * 95 / 100] * 1e3, play_week(play));
	fflush(stdout);
}

bool frame_bench(struct config *config, struct err *err)
{
	const struct play_host host = { NULL, load, unload, stamp, list };
	const struct play_options options = { .lang = LANG_NL, .threaded = true, .path = "bench" };
	struct ui_input input = { .width = WIDTH, .height = HEIGHT };
	struct draw draw;
	given = config;
	draw_init(&draw);
	SDL_setenv("SDL_VIDEODRIVER", "dummy", 0);
	SDL_setenv("SDL_RENDER_DRIVER", "software", 0);
	struct font *font = charts_font();
	SDL_Window *window = SDL_Init(SDL_INIT_VIDEO) == 0 ? SDL_CreateWindow("bench", 0, 0, WIDTH, HEIGHT, 0) : NULL;
	SDL_Renderer *renderer = window ? SDL_CreateRenderer(window, -1, 0) : NULL;
	struct window_painter *painter = renderer ? window_painter_create(renderer, font, err) : NULL;
	struct play *play = painter ? play_create(&host, font, &options, err) : NULL;
	if (play)
		play_go(play, 4);
	bool fine = play && prepare(play, &input, &draw);
	if (fine)
		measure(play, painter, renderer, config_staff(config), &draw);
	else
		err_add(err, "geen frames: %s", "no frames: %s", SDL_GetError());
	play_destroy(play);
	window_painter_destroy(painter);
	SDL_Quit();
	font_destroy(font);
	draw_clear(&draw);
	return fine;
}
#else
bool frame_bench(struct config *config, struct err *err)
{
	(void)config;
	err_add(err, "geen frames: gebouwd zonder SDL2", "no frames: built without SDL2");
	return false;
}
#endif
