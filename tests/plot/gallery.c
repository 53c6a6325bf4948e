// Paints every sample in every theme, for a phone and a desktop, to FOLDER/*.png and *.svg: to be looked at.
#include "support/charts.h"
#include "file.h"
#include "mem.h"
#include "plot/paint.h"

#include <stdio.h>

static void save(const char *folder, const char *name, const char *ending, const struct paint_bytes *bytes, struct err *err)
{
	char path[FILE_PATH_MAX];
	snprintf(path, sizeof path, "%s/%s.%s", folder, name, ending);
	file_write(path, bytes->data, bytes->count, err);
	mem_free(bytes->data);
}

static void paint(const char *folder, int index, const struct chart_look *look, struct err *err)
{
	struct draw draw;
	struct paint_bytes bytes;
	char name[128];
	snprintf(name, sizeof name, "%s-%s-%s-%d", charts_name(index), look->theme->name, look->lang == LANG_NL ? "nl" : "en", (int)look->width);
	draw_init(&draw);
	charts_draw(index, &draw, look);
	if (draw_ok(&draw, err) && paint_png(&draw, look->font, 2, &bytes, err))
		save(folder, name, "png", &bytes, err);
	if (draw_ok(&draw, err) && paint_svg(&draw, look->lang, &bytes, err))
		save(folder, name, "svg", &bytes, err);
	draw_clear(&draw);
}

int main(int argc, char **argv)
{
	static const struct { const struct theme *theme; enum lang lang; float width; } looks[] = {
		{ &theme_light, LANG_NL, 360 }, { &theme_light, LANG_EN, 1200 }, { &theme_dark, LANG_NL, 1200 },
		{ &theme_dark, LANG_EN, 360 }, { &theme_print, LANG_NL, 720 },
	};
	struct err err;
	struct font *font = charts_font();
	err_clear(&err);
	for (size_t k = 0; argc > 1 && k < sizeof looks / sizeof *looks; k++)
		for (int i = 0; i < charts_count(); i++) {
			struct chart_look look = { .theme = looks[k].theme, .font = font, .lang = looks[k].lang, .width = looks[k].width };
			paint(argv[1], i, &look, &err);
		}
	font_destroy(font);
	fputs(err.text[LANG_EN], stderr);
	return argc < 2 || err.count > 0;
}
