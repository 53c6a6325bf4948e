// Golden drawings of the stage, graphs, cards and diaries: the same bytes from every compiler, at every optimisation.
// tests/golden/stages.txt holds a name and 16 hex digits for the SVG and for the PNG, or for the words;
// STOEPRAND_GOLDEN=write rewrites it. Another version of the font gives other digits.
#include "mem.h"
#include "plot/paint.h"
#include "support/charts.h"
#include "support/town.h"
#include "view/diary.h"
#include "view/graphs.h"
#include "view/stage.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINE_MAX_BYTES = 160, LINES = 40 };

struct sample {
	const char *name;
	int departments, staff, week;  // departments 0: a town with everything
	float width, height, since;
	bool dark, links, imported;
	enum lang lang;
};

static const struct sample samples[] = {
	{ "full-1340", 0, 300, 44, 1340, 960, 0.4f, false, true, false, LANG_NL },
	{ "full-880-dark", 0, 300, 30, 880, 620, 1, true, false, false, LANG_EN },
	{ "one-department", 1, 40, 3, 1340, 960, 1, false, false, false, LANG_NL },
	{ "forty", 40, 14, 5, 1340, 960, 0.5f, false, false, false, LANG_NL },
	{ "two-hundred-fifty-five", 255, 4, 3, 2680, 1920, 1, true, false, false, LANG_EN },
	{ "shared-dots", 4, 3000, 2, 880, 620, 0.5f, false, false, false, LANG_NL },
	{ "withheld", 5, 6, 3, 880, 620, 1, false, false, true, LANG_NL },
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static struct font *font;

static uint64_t digest_of(const void *bytes, size_t count)
{
	uint64_t digest = 0xcbf29ce484222325u;
	for (size_t i = 0; i < count; i++)
		digest = (digest ^ ((const unsigned char *)bytes)[i]) * 0x100000001b3u;
	return digest;
}

static void describe_drawing(FILE *out, const char *name, const struct draw *draw, enum lang lang)
{
	struct paint_bytes svg, png;
	assert_true(draw_ok(draw, NULL));
	assert_true(paint_svg(draw, lang, &svg, NULL));
	assert_true(paint_png(draw, font, 1, &png, NULL));
	fprintf(out, "%s %016" PRIx64 " %016" PRIx64 "\n", name, digest_of(svg.data, svg.count), digest_of(png.data, png.count));
	mem_free(svg.data);
	mem_free(png.data);
}

static void describe_stage(FILE *out, const struct sample *sample)
{
	struct config config;
	struct draw draw;
	struct stage_card card;
	if (sample->departments)
		town_make(&config, sample->departments, sample->staff);
	else
		town_full(&config, sample->staff);
	if (sample->imported) {
		config.imported = true;
		config.department[0].staff = 2;
	}
	struct sim *sim = town_open(&config, 1);
	struct stage *stage = stage_create(&config, NULL);
	struct stage_look look = { .theme = sample->dark ? &theme_dark : &theme_light, .font = font, .lang = sample->lang, .gigs = sample->links, .ties = sample->links };
	town_run(sim, sample->week - 1);
	stage_take(stage, sim);
	town_run(sim, sample->week);
	stage_take(stage, sim);
	draw_init(&draw);
	draw.width = sample->width, draw.height = sample->height, draw.paper = look.theme->paper;
	struct stage_pick chosen = { 1, -1 };
	stage_draw(stage, &draw, &look, 0, 0, sample->width, sample->height, sample->since, (struct stage_pick){ STAGE_NONE, -1 }, chosen);
	describe_drawing(out, sample->name, &draw, sample->lang);
	memset(&card, 0, sizeof card);
	stage_card(sim, 1, sample->lang, &card);
	uint64_t digest = digest_of(card.title, strlen(card.title));
	for (int i = 0; i < card.count; i++)
		digest ^= digest_of(card.row[i].label, strlen(card.row[i].label)) + 3 * digest_of(card.row[i].value, strlen(card.row[i].value)) +
		          5 * digest_of(card.row[i].unit, strlen(card.row[i].unit)) + (uint64_t)i;
	fprintf(out, "%s-card %016" PRIx64 "\n", sample->name, digest);
	draw_clear(&draw);
	stage_destroy(stage);
	sim_destroy(sim);
	config_clear(&config);
}

static void describe_run(FILE *out)
{
	static struct diary_line line[LINES];
	struct config config;
	struct draw draw;
	int weeks;
	town_full(&config, 200);
	struct sim *sim = town_open(&config, 1);
	struct graphs *graphs = graphs_create(&config, NULL);
	struct diary *diary = diary_create(&config, NULL);
	for (int week = 0; week <= 60; week++) {
		town_run(sim, week);
		graphs_take(graphs, sim);
		assert_true(diary_take(diary, sim, NULL));
	}
	const double *rows = graphs_rows(graphs, &weeks);
	assert_true(graphs_ghost(graphs, rows, weeks - 20, (struct text){ "zonder", "without" }, NULL));
	draw_init(&draw);
	draw.width = 520, draw.height = 960, draw.paper = theme_light.paper;
	graphs_draw(graphs, &draw, &(struct graphs_look){ &theme_light, font, LANG_NL, 2 }, 0, 0, 520, 960);
	describe_drawing(out, "graphs", &draw, LANG_NL);
	uint64_t digest = 0;
	for (int person = 0; person < 200; person++)
		for (int i = 0, count = diary_read(diary, person, person % 2 ? LANG_EN : LANG_NL, line, LINES); i < count; i++)
			digest = digest * 31 + digest_of(line[i].text, strlen(line[i].text)) + (uint64_t)line[i].week;
	fprintf(out, "diaries %016" PRIx64 "\n", digest);
	draw_clear(&draw);
	diary_destroy(diary);
	graphs_destroy(graphs);
	sim_destroy(sim);
	config_clear(&config);
}

static void describe_all(FILE *out)
{
	for (int i = 0; i < SAMPLES; i++)
		describe_stage(out, &samples[i]);
	describe_run(out);
}

static void drawings_are_the_golden_ones(void **state)
{
	const char *wish = getenv("STOEPRAND_GOLDEN"), *root = getenv("STOEPRAND_ROOT");
	char path[1024], golden[LINE_MAX_BYTES], line[LINE_MAX_BYTES];
	int wrong = 0, lines = 0;
	snprintf(path, sizeof path, "%s%stests/golden/stages.txt", root ? root : "", root ? "/" : "");
	FILE *drawn = tmpfile(), *file = fopen(path, wish && strcmp(wish, "write") == 0 ? "w+" : "r");
	if (!file || !drawn)
		fail_msg("cannot open %s: run from the repository, or with STOEPRAND_ROOT", path);
	if (wish && strcmp(wish, "write") == 0) {
		describe_all(file);
		rewind(file);
	}
	describe_all(drawn);
	rewind(drawn);
	for (; fgets(line, sizeof line, drawn); lines++)
		if (!fgets(golden, sizeof golden, file) || strcmp(golden, line) != 0) {
			print_message("drawn   %sgolden  %s", line, golden);
			wrong++;
		}
	assert_null(fgets(golden, sizeof golden, file));
	fclose(file);
	fclose(drawn);
	assert_true(lines > SAMPLES);
	assert_int_equal(wrong, 0);
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
	const struct CMUnitTest tests[] = { cmocka_unit_test(drawings_are_the_golden_ones) };
	return cmocka_run_group_tests(tests, open_font, close_font);
}
