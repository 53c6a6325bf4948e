// Golden drawings: the same bytes from every compiler, at every optimisation. tests/golden/drawings.txt holds a
// name and, of a phone's and a desk's picture, 16 hex digits for the SVG and for the PNG; STOEPRAND_GOLDEN=write
// rewrites it. Another version of the font gives other digits.
#include "mem.h"
#include "plot/paint.h"
#include "support/charts.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINE_MAX_BYTES = 160, LOOKS = 2 };

static const char *golden_path(void)
{
	static char path[1024];
	const char *root = getenv("STOEPRAND_ROOT");
	snprintf(path, sizeof path, "%s%stests/golden/drawings.txt", root ? root : "", root ? "/" : "");
	return path;
}

static uint64_t digest_of(struct paint_bytes bytes)
{
	uint64_t digest = 0xcbf29ce484222325u;
	for (size_t i = 0; i < bytes.count; i++)
		digest = (digest ^ bytes.data[i]) * 0x100000001b3u;
	mem_free(bytes.data);
	return digest;
}

static void describe(int index, const struct font *font, char out[LINE_MAX_BYTES])
{
	const struct chart_look looks[LOOKS] = { { &theme_light, font, LANG_NL, 360, 0 }, { &theme_dark, font, LANG_EN, 1280, 0 } };
	int used = snprintf(out, LINE_MAX_BYTES, "%s", charts_name(index));
	for (int i = 0; i < LOOKS; i++) {
		struct draw draw;
		struct paint_bytes svg, png;
		draw_init(&draw);
		charts_draw(index, &draw, &looks[i]);
		assert_true(draw_ok(&draw, NULL));
		assert_true(paint_svg(&draw, looks[i].lang, &svg, NULL));
		assert_true(paint_png(&draw, font, 1, &png, NULL));
		used += snprintf(out + used, (size_t)(LINE_MAX_BYTES - used), " %016" PRIx64 " %016" PRIx64, digest_of(svg), digest_of(png));
		draw_clear(&draw);
	}
}

static void write_golden(const struct font *font)
{
	FILE *file = fopen(golden_path(), "w");
	char line[LINE_MAX_BYTES];
	if (!file)
		fail_msg("cannot write %s", golden_path());
	for (int i = 0; i < charts_count(); i++) {
		describe(i, font, line);
		fprintf(file, "%s\n", line);
	}
	assert_int_equal(fclose(file), 0);
}

static void drawings_are_the_golden_ones(void **state)
{
	const char *wish = getenv("STOEPRAND_GOLDEN");
	struct font *font = charts_font();
	if (wish && strcmp(wish, "write") == 0)
		write_golden(font);
	FILE *file = fopen(golden_path(), "r");
	char golden[LINE_MAX_BYTES], line[LINE_MAX_BYTES];
	int index = 0, wrong = 0;
	if (!file)
		fail_msg("cannot read %s: run from the repository, or with STOEPRAND_ROOT", golden_path());
	for (; fgets(golden, sizeof golden, file) && index < charts_count(); index++) {
		golden[strcspn(golden, "\n")] = '\0';
		describe(index, font, line);
		if (strcmp(golden, line) != 0) {
			print_message("drawn   %s\ngolden  %s\n", line, golden);
			wrong++;
		}
	}
	fclose(file);
	font_destroy(font);
	assert_int_equal(index, charts_count());
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(drawings_are_the_golden_ones) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
