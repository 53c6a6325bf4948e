// Every kind of chart, narrow and wide, in both languages: words stay inside and apart; and each survives
// without memory.
#include "mem.h"
#include "plot/paint.h"
#include "support/charts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct font *font;

static int begin(void **state)
{
	font = charts_font();
	return 0;
}

static int end(void **state)
{
	font_destroy(font);
	return mem_live() != 0;
}

struct box {
	float left, top, right, bottom;
};

// What the letters of a line of text take.
static struct box box_of(const struct draw_command *c)
{
	float above = FONT_ABOVE * c->size, below = FONT_BELOW * c->size;
	float back = c->anchor == DRAW_START ? 0 : c->anchor == DRAW_MIDDLE ? c->width / 2 : c->width;
	if (c->upright)
		return (struct box){ c->x - above, c->y + back - c->width, c->x + below, c->y + back };
	return (struct box){ c->x - back, c->y - above, c->x - back + c->width, c->y + below };
}

static bool overlap(struct box a, struct box b)
{
	return a.left < b.right - 0.01f && b.left < a.right - 0.01f && a.top < b.bottom - 0.01f && b.top < a.bottom - 0.01f;
}

static void check_words(const struct draw *draw, const char *name, float width)
{
	int words = 0;
	for (int i = 0; i < draw->count; i++) {
		const struct draw_command *c = &draw->command[i];
		if (c->kind != DRAW_TEXT)
			continue;
		words++;
		struct box box = box_of(c);
		if (box.left < 0 || box.top < 0 || box.right > draw->width || box.bottom > draw->height)
			fail_msg("%s at %g: '%s' is outside", name, (double)width, draw->text + c->first);
		if (c->size < 11)
			fail_msg("%s at %g: '%s' is too small", name, (double)width, draw->text + c->first);
		for (int k = 0; k < i; k++)
			if (draw->command[k].kind == DRAW_TEXT && overlap(box, box_of(&draw->command[k])))
				fail_msg("%s at %g: '%s' is over '%s'", name, (double)width, draw->text + c->first, draw->text + draw->command[k].first);
	}
	assert_true(words >= 3);
}

static bool is_finite(float value)
{
	return value > -1e5f && value < 1e5f;
}

static void check_shapes(const struct draw *draw)
{
	for (int i = 0; i < draw->count; i++)
		assert_true(is_finite(draw->command[i].x) && is_finite(draw->command[i].y) && is_finite(draw->command[i].width));
	for (int i = 0; i < draw->point_count; i++)
		assert_true(draw->point[i].x >= -1 && draw->point[i].x <= draw->width + 1 && draw->point[i].y >= -1 && draw->point[i].y <= draw->height + 1);
}

static void words_stay_inside_and_apart(void **state)
{
	static const float widths[] = { 320, 360, 480, 600, 720, 1000, 1280, 1920 };
	static const float zooms[] = { 1, 1.5f };
	for (int i = 0; i < charts_count(); i++)
		for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
			for (int z = 0; z < 2; z++)
				for (int lang = 0; lang < LANG_COUNT; lang++) {
					struct chart_look look = { &theme_light, font, (enum lang)lang, widths[w] * zooms[z], zooms[z] };
					struct draw draw;
					draw_init(&draw);
					charts_draw(i, &draw, &look);
					assert_true(draw_ok(&draw, NULL));
					check_words(&draw, charts_name(i), look.width);
					check_shapes(&draw);
					draw_clear(&draw);
				}
}

static void each_chart_is_named_for_who_cannot_see(void **state)
{
	struct chart_look look = { &theme_light, font, LANG_NL, 360, 0 };
	for (int i = 0; i < charts_count(); i++) {
		struct draw draw;
		draw_init(&draw);
		charts_draw(i, &draw, &look);
		assert_true(strlen(draw.text + draw.title) > 5);
		assert_true(strlen(draw.text + draw.description) > 20);
		draw_clear(&draw);
	}
}

static int count_kind(const struct draw *draw, enum draw_kind kind, float thick_from)
{
	int count = 0;
	for (int i = 0; i < draw->count; i++)
		count += draw->command[i].kind == kind && draw->command[i].thick >= thick_from;
	return count;
}

static void a_missing_value_breaks_the_line(void **state)
{
	const double whole[] = { 1, 2, 3, 4, 5, 6, 7 }, broken[] = { 1, 2, NAN, 4, INFINITY, 6, 7 };
	int pieces[2];
	for (int i = 0; i < 2; i++) {
		struct chart_look look = { &theme_light, font, LANG_EN, 800, 0 };
		struct chart_series series = { .label = "One", .count = 7, .value = i ? broken : whole };
		struct draw draw;
		draw_init(&draw);
		chart_lines(&draw, &look, &(struct chart_lines){ .words = { .title = "T" }, .series = &series, .series_count = 1 });
		pieces[i] = count_kind(&draw, DRAW_LINE, 2);
		draw_clear(&draw);
	}
	assert_int_equal(pieces[0], 1);
	assert_int_equal(pieces[1], 3);
}

static void series_differ_by_more_than_colour(void **state)
{
	const double value[] = { 1, 2, 3 };
	struct chart_series series[6];
	for (int i = 0; i < 6; i++)
		series[i] = (struct chart_series){ .label = "A", .count = 3, .value = value };
	struct chart_look look = { &theme_print, font, LANG_EN, 800, 0 };
	struct draw draw;
	unsigned dashes = 0;
	draw_init(&draw);
	chart_lines(&draw, &look, &(struct chart_lines){ .words = { .title = "T" }, .series = series, .series_count = 6 });
	for (int i = 0; i < draw.count; i++)
		if (draw.command[i].kind == DRAW_LINE && draw.command[i].thick > 2)
			dashes |= 1u << draw.command[i].dash;
	assert_int_equal(dashes, (1u << DRAW_DASHES) - 1);
	draw_clear(&draw);
}

// Also with values that no chart should meet.
static void odd_values_do_no_harm(void **state)
{
	static const double odd[][4] = { { 0, 0, 0, 0 }, { -1e6, 1e6, 0, 1 }, { 1e300, -1e300, 1, 2 }, { 1e-300, 0, 0, 0 },
		{ NAN, NAN, NAN, NAN }, { 1e13, 1e13, 1e13, 1e13 }, { 5, NAN, NAN, NAN }, { -3, -3, -3, -3 }, { 1e-9, 2e-9, 3e-9, 0 } };
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		struct chart_look look = { &theme_light, font, LANG_NL, 700, 0 };
		struct chart_series series = { .label = "Reeks", .count = 4, .value = odd[i] };
		struct chart_bar bar = { "Rij", odd[i][0], odd[i][1], odd[i][2] };
		struct chart_swing swing = { "Rij", odd[i][0], odd[i][1], "laag", "hoog" };
		struct chart_futures futures = { "Rij", 4, odd[i] };
		const char *label[] = { "een", "twee" };
		struct chart_words words = { .title = "Titel van de grafiek", .subtitle = "Een ondertitel die ook iets zegt", .note = "Noot" };
		for (int kind = 0; kind < 6; kind++) {
			struct draw draw;
			draw_init(&draw);
			switch (kind) {
			case 0: chart_lines(&draw, &look, &(struct chart_lines){ .words = words, .series = &series, .series_count = 1 }); break;
			case 1: chart_bars(&draw, &look, &(struct chart_bars){ .words = words, .count = 1, .bar = &bar }); break;
			case 2: chart_tornado(&draw, &look, &(struct chart_tornado){ .words = words, .centre = odd[i][2], .count = 1, .swing = &swing }); break;
			case 3: chart_quantiles(&draw, &look, &(struct chart_quantiles){ .words = words, .mark = odd[i][3], .count = 1, .futures = &futures }); break;
			case 4: chart_heat(&draw, &look, &(struct chart_heat){ .words = words, .rows = 2, .columns = 2, .row = label, .column = label, .value = odd[i] }); break;
			default: chart_panels(&draw, &look, &(struct chart_panels){ .words = words }); break;
			}
			assert_true(draw_ok(&draw, NULL));
			check_words(&draw, "odd", 700);
			check_shapes(&draw);
			draw_clear(&draw);
		}
	}
}

// Draws and paints; whichever allocation fails, it is told and nothing is left.
static bool make_all(int index)
{
	struct chart_look look = { &theme_light, font, LANG_NL, 320, 0 };
	struct err err;
	struct draw draw;
	struct paint_bytes bytes = { 0 };
	err_clear(&err);
	draw_init(&draw);
	charts_draw(index, &draw, &look);
	bool fine = draw_ok(&draw, &err) && paint_svg(&draw, LANG_NL, &bytes, &err);
	mem_free(bytes.data);
	bytes.data = NULL;
	fine = fine && (index != 0 || paint_png(&draw, font, 1, &bytes, &err));  // painting is the same for all
	mem_free(bytes.data);
	draw_clear(&draw);
	assert_int_equal(fine, err.count == 0);
	return fine;
}

static void each_chart_survives_each_failing_allocation(void **state)
{
	long live = mem_live();
	for (int i = 0; i < charts_count(); i++)
		for (int n = 1, fine = 0; !fine; n = n < 60 ? n + 1 : n + 97) {  // the glyphs' are all alike
			mem_fail(n, 1);
			fine = make_all(i);
			mem_fail(0, 0);
			assert_int_equal(mem_live(), live);
			assert_true(n > 1 || !fine);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stay_inside_and_apart),
		cmocka_unit_test(each_chart_is_named_for_who_cannot_see),
		cmocka_unit_test(a_missing_value_breaks_the_line),
		cmocka_unit_test(series_differ_by_more_than_colour),
		cmocka_unit_test(odd_values_do_no_harm),
		cmocka_unit_test(each_chart_survives_each_failing_allocation),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
