// Painters: the SVG is well formed and says what the drawing says, the PNG has the pixels it should, and the
// letters are those of a font that has what Dutch needs.
#include "file.h"
#include "mem.h"
#include "plot/paint.h"
#include "support/charts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_NO_GIF
#include <stb_image.h>

static struct font *font;

static int begin(void **state)
{
	font = charts_font();
	return 0;
}

static int end(void **state)
{
	font_destroy(font);
	return 0;
}

// ---- SVG

// Elements open and close in order, attributes are quoted, & begins an entity: enough for what we write.
static void check_well_formed(const char *xml)
{
	char open[16][32];
	int depth = 0, roots = 0;
	for (const char *at = xml; *at;) {
		if (*at == '&')
			assert_true(strncmp(at, "&lt;", 4) == 0 || strncmp(at, "&gt;", 4) == 0 || strncmp(at, "&amp;", 5) == 0);
		if (*at != '<') {
			assert_true(*at != '>' && ((unsigned char)*at >= 0x20 || *at == '\n'));
			at++;
			continue;
		}
		bool closes = at[1] == '/';
		size_t length = strcspn(at + 1 + closes, " >/\n");
		assert_in_range(length, 1, 31);
		const char *name = at + 1 + closes, *stop = name;
		for (bool quoted = false; quoted || *stop != '>'; stop++) {
			assert_true(*stop != '\0' && *stop != '<');
			quoted ^= *stop == '"';
		}
		if (closes) {
			assert_true(depth > 0 && strlen(open[depth - 1]) == length && memcmp(open[depth - 1], name, length) == 0);
			depth--;
		} else if (stop[-1] != '/') {
			assert_true(depth < 16);
			roots += depth == 0;
			snprintf(open[depth++], sizeof *open, "%.*s", (int)length, name);
		}
		at = stop + 1;
	}
	assert_int_equal(depth, 0);
	assert_int_equal(roots, 1);
}

static char *svg_of(struct draw *draw)
{
	struct paint_bytes bytes;
	assert_true(paint_svg(draw, LANG_NL, &bytes, NULL));
	char *text = mem_new(bytes.count + 1, 1);
	memcpy(text, bytes.data, bytes.count);
	mem_free(bytes.data);
	return text;
}

static void every_svg_is_well_formed(void **state)
{
	for (int i = 0; i < charts_count(); i++) {
		struct chart_look look = { &theme_dark, font, LANG_NL, 720, 0 };
		struct draw draw;
		draw_init(&draw);
		charts_draw(i, &draw, &look);
		char *text = svg_of(&draw);
		check_well_formed(text);
		assert_non_null(strstr(text, "role=\"img\""));
		assert_non_null(strstr(text, "<title>"));
		assert_non_null(strstr(text, "<desc>"));
		mem_free(text);
		draw_clear(&draw);
	}
}

static void text_cannot_break_the_svg(void **state)
{
	struct draw draw;
	draw_init(&draw);
	draw.width = draw.height = 100;
	draw_name(&draw, "<script>\"&'", "a\x01" "b\xff\xc3");
	draw_text(&draw, "x < y & \x1b[0m \xed\xa0\x80 z > \xef\xbf\xbf.", -1, (struct draw_command){ .size = 12, .fill = 0xFF });
	char *text = svg_of(&draw);
	check_well_formed(text);
	assert_non_null(strstr(text, "&lt;script&gt;\"&amp;'"));
	assert_non_null(strstr(text, "x &lt; y &amp;"));
	assert_null(strchr(text, '\x1b'));
	assert_null(strstr(text, "\xed\xa0"));
	mem_free(text);
	draw_clear(&draw);
}

// ---- PNG

struct picture {
	int width, height;
	unsigned char *pixel;
};

static struct picture picture_of(struct draw *draw, int scale)
{
	struct paint_bytes bytes;
	struct picture picture;
	int channels;
	assert_true(draw_ok(draw, NULL) && paint_png(draw, font, scale, &bytes, NULL));
	picture.pixel = stbi_load_from_memory(bytes.data, (int)bytes.count, &picture.width, &picture.height, &channels, 3);
	assert_non_null(picture.pixel);
	mem_free(bytes.data);
	draw_clear(draw);
	return picture;
}

static uint32_t at(const struct picture *picture, int x, int y)
{
	const unsigned char *p = picture->pixel + 3 * (y * picture->width + x);
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | 0xFF;
}

static struct draw sheet(void)
{
	struct draw draw;
	draw_init(&draw);
	draw.width = 40;
	draw.height = 30;
	draw.paper = 0xFFFFFFFF;
	return draw;
}

static void shapes_cover_their_pixels(void **state)
{
	struct draw draw = sheet();
	draw_rect(&draw, 4, 4, 10, 10, 0xFF0000FF);
	draw_circle(&draw, 30, 10, 6, 0x0000FFFF, 0, 0);
	draw_line(&draw, 2, 20.5f, 38, 20.5f, 0x008000FF, 1);
	struct picture p = picture_of(&draw, 1);
	assert_int_equal(p.width, 40);
	assert_int_equal(p.height, 30);
	assert_int_equal(at(&p, 4, 4), 0xFF0000FF);
	assert_int_equal(at(&p, 13, 13), 0xFF0000FF);
	assert_int_equal(at(&p, 14, 13), 0xFFFFFFFF);
	assert_int_equal(at(&p, 3, 4), 0xFFFFFFFF);
	assert_int_equal(at(&p, 30, 10), 0x0000FFFF);
	assert_int_equal(at(&p, 24, 4), 0xFFFFFFFF);
	assert_int_equal(at(&p, 20, 20), 0x008000FF);
	assert_int_equal(at(&p, 20, 19), 0xFFFFFFFF);
	assert_int_equal(at(&p, 20, 21), 0xFFFFFFFF);
	free(p.pixel);
}

// Each form is told from the others by which of five places it covers.
static void symbols_differ_in_form(void **state)
{
	static const int place[5][2] = { { 16, 8 }, { 25, 10 }, { 14, 19 }, { 23, 20 }, { 25, 16 } };
	static const char *const covered[DRAW_SHAPES] = {
		[DRAW_DOWN] = "11...", [DRAW_LOW_CORNER] = "..11.", [DRAW_SQUARE] = "11111", [DRAW_HIGH_CORNER] = "11..1", [DRAW_UP] = "..111",
	};
	for (int shape = 0; shape < DRAW_SHAPES; shape++) {
		struct draw draw = sheet();
		draw_symbol(&draw, (enum draw_shape)shape, 20, 15, 20, 0xD07B22FF, 0, 0);
		struct picture p = picture_of(&draw, 1);
		for (int i = 0; i < 5; i++) {
			uint32_t seen = at(&p, place[i][0], place[i][1]);
			if (seen != (covered[shape][i] == '1' ? 0xD07B22FF : 0xFFFFFFFF))
				fail_msg("shape %d at place %d is %08x", shape, i, seen);
		}
		free(p.pixel);
	}
}

static void a_ring_is_open_inside(void **state)
{
	struct draw draw = sheet();
	draw_circle(&draw, 20, 15, 10, 0, 0x000000FF, 2);
	struct picture p = picture_of(&draw, 1);
	assert_int_equal(at(&p, 20, 15), 0xFFFFFFFF);
	assert_int_equal(at(&p, 14, 15), 0xFFFFFFFF);
	assert_int_equal(at(&p, 10, 15), 0x000000FF);
	assert_int_equal(at(&p, 20, 24), 0x000000FF);
	assert_int_equal(at(&p, 7, 15), 0xFFFFFFFF);
	free(p.pixel);
}

// Everything once more, elsewhere.
static void an_appended_drawing_is_the_same_moved(void **state)
{
	struct draw one = sheet(), moved = sheet(), appended = sheet();
	for (int i = 0; i < 2; i++) {
		struct draw *draw = i ? &moved : &one;
		float x = i ? 7 : 0, y = i ? 4 : 0;
		draw_rect(draw, 1 + x, 1 + y, 5, 6, 0xFF0000FF);
		draw_line(draw, 2 + x, 3 + y, 20 + x, 14 + y, 0x0000FFFF, 2);
		draw_text(draw, "Aé", -1, (struct draw_command){ .x = 8 + x, .y = 20 + y, .size = 12, .fill = 0x000000FF });
		draw_symbol(draw, DRAW_UP, 22 + x, 9 + y, 9, 0x3E8ECFFF, 0x222222FF, 1);
		draw_clip(draw, 10 + x, 10 + y, 6, 6);
		draw_circle(draw, 12 + x, 12 + y, 6, 0x00FF00FF, 0, 0);
		draw_unclip(draw);
	}
	draw_line(&appended, 0, 0, 3, 0, 0x112233FF, 1);
	draw_line(&moved, 0, 0, 3, 0, 0x112233FF, 1);
	draw_append(&appended, &one, 7, 4);
	struct picture a = picture_of(&moved, 2), b = picture_of(&appended, 2);
	assert_memory_equal(a.pixel, b.pixel, (size_t)a.width * (size_t)a.height * 3);
	draw_clear(&one);
	free(a.pixel);
	free(b.pixel);
}

static void a_reset_drawing_is_empty_and_keeps_its_memory(void **state)
{
	struct draw draw = sheet();
	draw_line(&draw, 0, 0, 3, 3, 0xFF, 1);
	draw_reset(&draw);
	assert_int_equal(draw.count + draw.point_count + draw.text_count, 0);
	mem_fail(1, 1);
	draw_line(&draw, 0, 0, 3, 3, 0xFF, 1);
	mem_fail(0, 0);
	assert_true(draw_ok(&draw, NULL));
	assert_int_equal(draw.count, 1);
	draw_clear(&draw);
}

static void half_a_pixel_is_half_the_light(void **state)
{
	struct draw draw = sheet();
	draw_rect(&draw, 4.5f, 4, 10, 10, 0x000000FF);
	struct picture p = picture_of(&draw, 1);
	assert_int_equal(at(&p, 4, 8), 0xBCBCBCFF);
	assert_int_equal(at(&p, 14, 8), 0xBCBCBCFF);
	free(p.pixel);
}

static void a_veil_is_mixed_as_an_svg_does(void **state)
{
	struct draw draw = sheet();
	draw_rect(&draw, 0, 0, 40, 30, 0x00000080);
	struct picture p = picture_of(&draw, 1);
	assert_int_equal(at(&p, 39, 29), 0x7F7F7FFF);
	assert_int_equal(at(&p, 0, 0), 0x7F7F7FFF);
	free(p.pixel);
}

static void a_clip_hides_what_is_outside(void **state)
{
	struct draw draw = sheet();
	draw_clip(&draw, 10, 10, 10, 10);
	draw_rect(&draw, 0, 0, 40, 30, 0x000000FF);
	draw_unclip(&draw);
	struct picture p = picture_of(&draw, 2);
	assert_int_equal(p.width, 80);
	assert_int_equal(at(&p, 20, 20), 0x000000FF);
	assert_int_equal(at(&p, 39, 39), 0x000000FF);
	assert_int_equal(at(&p, 19, 20), 0xFFFFFFFF);
	assert_int_equal(at(&p, 40, 39), 0xFFFFFFFF);
	free(p.pixel);
}

static void shapes_beyond_the_edge_do_no_harm(void **state)
{
	struct draw draw = sheet();
	draw_rect(&draw, -100, -100, 300, 110, 0x000000FF);
	draw_circle(&draw, 1e9f, -1e9f, 5, 0xFF, 0, 0);
	draw_line(&draw, -50, 15, 5000, 15, 0xFF0000FF, 3);
	struct picture p = picture_of(&draw, 1);
	assert_int_equal(at(&p, 39, 9), 0x000000FF);
	assert_int_equal(at(&p, 39, 10), 0xFFFFFFFF);
	assert_int_equal(at(&p, 0, 29), 0xFFFFFFFF);
	free(p.pixel);
}

static int dark(const struct picture *p, int left, int top, int right, int bottom)
{
	int count = 0;
	for (int y = top; y < bottom; y++)
		for (int x = left; x < right; x++)
			count += (at(p, x, y) >> 24) < 0x60;
	return count;
}

static void a_dash_leaves_gaps(void **state)
{
	int covered[2];
	for (int i = 0; i < 2; i++) {
		struct draw draw = sheet();
		int path = draw_begin_path(&draw);
		draw_to(&draw, 2, 10.5f);
		draw_to(&draw, 38, 10.5f);
		draw_path(&draw, path, (struct draw_command){ .kind = DRAW_LINE, .stroke = 0xFF, .thick = 1, .dash = i ? DRAW_DASHED : DRAW_SOLID });
		struct picture p = picture_of(&draw, 1);
		covered[i] = dark(&p, 0, 10, 40, 11);
		free(p.pixel);
	}
	assert_in_range(covered[0], 34, 37);
	assert_in_range(covered[1], 15, 27);
}

static void letters_stand_where_they_are_measured(void **state)
{
	struct draw draw = sheet();
	float width = font_width(font, FONT_BOLD, 20, "H", -1);
	draw_text(&draw, "H", -1, (struct draw_command){ .x = 10, .y = 25, .size = 20, .weight = FONT_BOLD, .fill = 0xFF, .width = width });
	struct picture p = picture_of(&draw, 1);
	assert_in_range(width, 13, 17);
	assert_true(dark(&p, 10, 11, 27, 25) > 60);
	assert_int_equal(dark(&p, 0, 0, 10, 30) + dark(&p, 28, 0, 40, 30) + dark(&p, 0, 26, 40, 30) + dark(&p, 0, 0, 40, 10), 0);
	assert_true(dark(&p, 14, 16, 20, 20) >= 5);  // its bar
	free(p.pixel);
}

static void upright_text_runs_upwards(void **state)
{
	struct draw draw = sheet();
	float width = font_width(font, FONT_BOLD, 20, "H", -1);
	draw_text(&draw, "H", -1, (struct draw_command){ .x = 25, .y = 28, .size = 20, .weight = FONT_BOLD, .fill = 0xFF, .width = width, .upright = true });
	struct picture p = picture_of(&draw, 1);
	assert_true(dark(&p, 10, 28 - (int)width, 25, 28) > 60);
	assert_true(dark(&p, 10, 15, 26, 18) > 20);  // its second leg lies on top
	assert_int_equal(dark(&p, 0, 0, 10, 30) + dark(&p, 26, 0, 40, 30) + dark(&p, 0, 0, 40, 12), 0);
	free(p.pixel);
}

// ---- the font

static void the_font_has_what_dutch_needs(void **state)
{
	const char *needed = "€–≤×éëïüèóöçâ‰−…·“”‘’°±≥≈½0123456789";
	for (int weight = 0; weight < FONT_WEIGHTS; weight++)
		for (const char *letter = needed; *letter;) {
			const char *from = letter;
			if (!font_has(font, (enum font_weight)weight, text_point(&letter)))
				fail_msg("no %.*s", (int)(letter - from), from);
		}
}

static void figures_are_equally_wide(void **state)
{
	for (int weight = 0; weight < FONT_WEIGHTS; weight++)
		for (char digit[2] = "1"; digit[0] <= '9'; digit[0]++)
			assert_true(font_width(font, (enum font_weight)weight, 100, digit, 1) == font_width(font, (enum font_weight)weight, 100, "0", 1));
}

static void count_edges(void *to, float x1, float y1, float x2, float y2)
{
	++*(int *)to;
}

static void an_arrow_is_drawn_though_the_font_has_none(void **state)
{
	int edges = 0;
	struct font_pen pen = { count_edges, &edges };
	assert_true(font_trace(font, FONT_REGULAR, 12, "→", -1, &pen));
	assert_in_range(edges, 8, 12);
	assert_true(font_width(font, FONT_REGULAR, 12, "→", -1) > 6);
}

static void what_is_no_font_is_refused(void **state)
{
	long live = mem_live();
	struct err err;
	struct font_file file[FONT_WEIGHTS] = { { mem_new(100, 1), 100 }, { mem_new(10, 1), 10 } };
	err_clear(&err);
	memset(file[0].data, 0xFF, 100);
	assert_null(font_create(file, &err));
	assert_int_equal(err.count, 1);
	assert_int_equal(mem_live(), live);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_svg_is_well_formed),
		cmocka_unit_test(text_cannot_break_the_svg),
		cmocka_unit_test(shapes_cover_their_pixels),
		cmocka_unit_test(symbols_differ_in_form),
		cmocka_unit_test(a_ring_is_open_inside),
		cmocka_unit_test(an_appended_drawing_is_the_same_moved),
		cmocka_unit_test(a_reset_drawing_is_empty_and_keeps_its_memory),
		cmocka_unit_test(half_a_pixel_is_half_the_light),
		cmocka_unit_test(a_veil_is_mixed_as_an_svg_does),
		cmocka_unit_test(a_clip_hides_what_is_outside),
		cmocka_unit_test(shapes_beyond_the_edge_do_no_harm),
		cmocka_unit_test(a_dash_leaves_gaps),
		cmocka_unit_test(letters_stand_where_they_are_measured),
		cmocka_unit_test(upright_text_runs_upwards),
		cmocka_unit_test(the_font_has_what_dutch_needs),
		cmocka_unit_test(figures_are_equally_wide),
		cmocka_unit_test(an_arrow_is_drawn_though_the_font_has_none),
		cmocka_unit_test(what_is_no_font_is_refused),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
