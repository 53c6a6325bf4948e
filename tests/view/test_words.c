// All that the window says of itself: both languages, the same arguments, letters that the font has, and room for
// words that are 30 % longer.
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

enum { LONGER_MAX = 1024 };

static struct font *font;

static void every_word_is_there_in_both_languages(void **state)
{
	for (int i = 0; i < WORD_COUNT; i++) {
		if (!words_table[i].nl || !words_table[i].en || !*words_table[i].nl || !*words_table[i].en)
			fail_msg("word %d misses in a language: %s", i, words_table[i].nl ? words_table[i].nl : "");
		print_message("%-60s %s\n", words_table[i].nl, words_table[i].en);
	}
}

static void arguments_of(const char *text, char out[32])
{
	int count = 0;
	for (; *text; text++)
		if (*text == '%' && count < 30)
			out[count++] = *++text;
	out[count] = '\0';
}

static void formats_take_the_same_arguments(void **state)
{
	for (int i = 0; i < WORD_COUNT; i++) {
		char nl[32], en[32];
		arguments_of(words_table[i].nl, nl);
		arguments_of(words_table[i].en, en);
		assert_string_equal(nl, en);
		assert_true(strspn(nl, "sd") == strlen(nl));
	}
}

static void the_font_has_every_letter(void **state)
{
	for (int i = 0; i < WORD_COUNT; i++)
		for (int lang = 0; lang < LANG_COUNT; lang++)
			for (const char *at = text_in(words_table[i], (enum lang)lang); *at;) {
				int32_t point = text_point(&at);
				if (!font_has(font, FONT_REGULAR, point) || !font_has(font, FONT_BOLD, point))
					fail_msg("no letter U+%04X for '%s'", (unsigned)point, text_in(words_table[i], (enum lang)lang));
			}
}

// ---- longer words: at the end of each as many letters more as make it 30 % longer

static struct text longer[WORD_COUNT];
static char letters[WORD_COUNT][LONGER_MAX];

static void make_longer(void)
{
	for (int i = 0; i < WORD_COUNT; i++) {
		size_t length = strlen(words_table[i].nl), more = length < 3 ? 0 : (length * 3 + 9) / 10;
		assert_true(length + more < LONGER_MAX);
		memcpy(letters[i], words_table[i].nl, length);
		for (size_t k = 0; k < more; k++)
			letters[i][length + k] = k % 6 == 5 ? ' ' : 'e';
		letters[i][length + more] = '\0';
		longer[i] = (struct text){ letters[i], letters[i] };
	}
}

static void make_town(struct config *config)
{
	town_make(config, 3, 20);
	config->years = 2;
	config->title.nl = config_copy_text("Een dorp");
}

static void draw_longer(struct play *play, struct draw *draw, float width, float height, const char *screen)
{
	struct ui_input in = { .width = width, .height = height, .seconds = 1 };
	play_frame(play, &in, draw);
	play_frame(play, &in, draw);
	if (shown_cut(draw))
		fail_msg("%s at %.0f × %.0f: there is no room for '%s'", screen, width, height, shown_cut(draw));
	if (shown_beyond(draw))
		fail_msg("%s at %.0f × %.0f: '%s' is beyond the edge", screen, width, height, shown_beyond(draw));
}

static void words_that_are_longer_still_fit(void **state)
{
	static const float sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1280, 1024 }, { 3840, 2160 } };
	struct host host;
	struct draw draw;
	draw_init(&draw);
	make_longer();
	const struct play_host calls = host_init(&host, make_town);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct play *play = play_create(&calls, font, &(struct play_options){ .lang = LANG_NL }, NULL);
		play->word = longer;
		draw_longer(play, &draw, sizes[i][0], sizes[i][1], "list");
		strcpy(play->search, "xyz");
		draw_longer(play, &draw, sizes[i][0], sizes[i][1], "nothing found");
		play->search[0] = '\0';
		play->helping = true;
		draw_longer(play, &draw, sizes[i][0], sizes[i][1], "help");
		play->helping = false;
		play_open(play, "town.lua");
		for (int tab = 0; tab < PLAY_TABS; tab++) {
			play->tab = (enum play_tab)tab;
			draw_longer(play, &draw, sizes[i][0], sizes[i][1], "run");
		}
		host.fault = "kerbs.room";
		play_open(play, "town.lua");
		draw_longer(play, &draw, sizes[i][0], sizes[i][1], "wrong");
		host.fault = NULL;
		play_destroy(play);
	}
	draw_clear(&draw);
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
		cmocka_unit_test(every_word_is_there_in_both_languages),
		cmocka_unit_test(formats_take_the_same_arguments),
		cmocka_unit_test(the_font_has_every_letter),
		cmocka_unit_test(words_that_are_longer_still_fit),
	};
	return cmocka_run_group_tests(tests, open_font, close_font);
}
