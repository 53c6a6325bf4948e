// Every widget does what mouse and keyboard ask of it, draws what it drew before, and asks for no memory once warm.
#include "mem.h"
#include "support/charts.h"
#include "support/shown.h"
#include "view/ui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct font *font;

struct bench {
	struct ui ui;
	struct draw draw;
	struct ui_input in;
	const struct theme *theme;
};

static void open(struct bench *b)
{
	ui_init(&b->ui);
	draw_init(&b->draw);
	b->in = (struct ui_input){ .width = 960, .height = 540, .seconds = 1.f / 60 };
	b->theme = &theme_light;
}

static void begin(struct bench *b)
{
	const struct ui_look look = { b->theme, font, LANG_NL, 1 };
	ui_begin(&b->ui, &look, &b->in, &b->draw);
}

// What happened is told once.
static void end(struct bench *b)
{
	ui_end(&b->ui);
	assert_true(draw_ok(&b->draw, NULL));
	b->in.pressed = b->in.released = false;
	b->in.key_count = 0;
	b->in.wheel = 0;
	b->in.typed[0] = '\0';
}

static void point_at(struct bench *b, float x, float y)
{
	b->in.x = x;
	b->in.y = y;
	b->in.inside = true;
}

static void press(struct bench *b)
{
	b->in.down = b->in.pressed = true;
}

static void release(struct bench *b)
{
	b->in.down = false;
	b->in.released = true;
}

static void key(struct bench *b, enum ui_key code)
{
	b->in.key[b->in.key_count++] = (struct ui_press){ .key = code };
}

static const struct ui_box box = { 100, 100, 240, 60 };

static bool button(struct bench *b, const char *name, struct ui_box at)
{
	return ui_button(&b->ui, name, at, &(struct ui_button){ .label = name, .tip = "Wat het doet" });
}

// ---- buttons

static bool frame_with_button(struct bench *b)
{
	begin(b);
	bool active = button(b, "Knop", box);
	end(b);
	return active;
}

static void a_button_is_pressed_where_it_is_released(void **state)
{
	struct bench b;
	open(&b);
	point_at(&b, 150, 120);
	press(&b);
	assert_false(frame_with_button(&b));
	release(&b);
	assert_true(frame_with_button(&b));
	assert_false(frame_with_button(&b));
	press(&b);
	assert_false(frame_with_button(&b));
	point_at(&b, 500, 400);
	release(&b);
	assert_false(frame_with_button(&b));
	press(&b);
	assert_false(frame_with_button(&b));
	point_at(&b, 150, 120);
	release(&b);
	assert_false(frame_with_button(&b));
	draw_clear(&b.draw);
}

static void a_click_within_one_frame_counts(void **state)
{
	struct bench b;
	open(&b);
	point_at(&b, 150, 120);
	press(&b);
	release(&b);
	assert_true(frame_with_button(&b));
	draw_clear(&b.draw);
}

static void a_button_that_is_off_or_covered_does_nothing(void **state)
{
	struct bench b;
	open(&b);
	point_at(&b, 150, 120);
	press(&b);
	release(&b);
	begin(&b);
	assert_false(ui_button(&b.ui, "off", box, &(struct ui_button){ .label = "Uit", .off = true }));
	end(&b);
	press(&b);
	release(&b);
	begin(&b);
	b.ui.inert = true;
	assert_false(button(&b, "Knop", box));
	b.ui.inert = false;
	end(&b);
	draw_clear(&b.draw);
}

static int frame_with_three(struct bench *b)
{
	int pressed = 0;
	begin(b);
	for (int i = 0; i < 3; i++) {
		ui_group(&b->ui, "row", i);
		if (button(b, "Knop", (struct ui_box){ 100, 100 + 80 * (float)i, 240, 60 }))
			pressed = i + 1;
		ui_group_end(&b->ui);
	}
	end(b);
	return pressed;
}

static void the_keyboard_reaches_every_button(void **state)
{
	struct bench b;
	open(&b);
	frame_with_three(&b);
	key(&b, UI_KEY_ENTER);
	assert_int_equal(frame_with_three(&b), 0);
	for (int i = 1; i <= 4; i++) {
		key(&b, UI_KEY_TAB);
		key(&b, UI_KEY_ENTER);
		assert_int_equal(frame_with_three(&b), i == 4 ? 1 : i);
		assert_true(b.ui.ring);
	}
	key(&b, UI_KEY_DOWN);
	key(&b, UI_KEY_ENTER);
	assert_int_equal(frame_with_three(&b), 2);
	b.in.key[b.in.key_count++] = (struct ui_press){ .key = UI_KEY_TAB, .shift = true };
	key(&b, UI_KEY_ENTER);
	assert_int_equal(frame_with_three(&b), 1);
	key(&b, UI_KEY_UP);
	key(&b, UI_KEY_ENTER);
	assert_int_equal(frame_with_three(&b), 1);
	key(&b, UI_KEY_ESCAPE);
	key(&b, UI_KEY_ENTER);
	assert_int_equal(frame_with_three(&b), 0);
	assert_false(b.ui.ring);
	draw_clear(&b.draw);
}

static void a_tip_shows_after_a_while_and_with_the_focus(void **state)
{
	struct bench b;
	open(&b);
	point_at(&b, 150, 120);
	frame_with_button(&b);
	assert_false(shown_has(&b.draw, "Wat het doet"));
	assert_true(b.ui.busy);  // or it would not be drawn again
	for (int i = 0; i < 60; i++)
		frame_with_button(&b);
	assert_true(shown_has(&b.draw, "Wat het doet"));
	shown_same("tip", &b.draw);
	point_at(&b, 600, 500);
	frame_with_button(&b);
	assert_false(shown_has(&b.draw, "Wat het doet"));
	key(&b, UI_KEY_TAB);
	frame_with_button(&b);
	assert_true(shown_has(&b.draw, "Wat het doet"));
	draw_clear(&b.draw);
}

// ---- the others

static void a_toggle_turns(void **state)
{
	struct bench b;
	bool on = false;
	open(&b);
	for (int i = 0; i < 2; i++) {
		point_at(&b, 120, 130);
		press(&b);
		release(&b);
		begin(&b);
		assert_true(ui_toggle(&b.ui, "toggle", box, "Klussen", NULL, &on));
		end(&b);
		assert_int_equal(on, i == 0);
	}
	draw_clear(&b.draw);
}

static bool frame_with_slider(struct bench *b, float *value)
{
	begin(b);
	bool changed = ui_slider(&b->ui, "slider", (struct ui_box){ 100, 100, 226, 40 }, NULL, 0.25f, value);
	end(b);
	return changed;
}

static void a_slider_follows_the_pointer_and_the_arrows(void **state)
{
	struct bench b;
	float value = 0.1f;
	open(&b);
	point_at(&b, 213, 120);
	press(&b);
	assert_true(frame_with_slider(&b, &value));
	assert_float_equal(value, 0.5f, 1e-4f);
	point_at(&b, 2000, 900);
	assert_true(frame_with_slider(&b, &value));
	assert_float_equal(value, 1, 1e-4f);
	release(&b);
	frame_with_slider(&b, &value);
	point_at(&b, 120, 120);
	assert_false(frame_with_slider(&b, &value));
	key(&b, UI_KEY_TAB);
	key(&b, UI_KEY_LEFT);
	assert_true(frame_with_slider(&b, &value));
	assert_float_equal(value, 0.75f, 1e-4f);
	key(&b, UI_KEY_HOME);
	frame_with_slider(&b, &value);
	assert_float_equal(value, 0, 1e-4f);
	key(&b, UI_KEY_LEFT);
	assert_false(frame_with_slider(&b, &value));
	draw_clear(&b.draw);
}

static bool frame_with_tabs(struct bench *b, int *at)
{
	static const char *const label[] = { "Grafieken", "Plan", "Verhaal" };
	begin(b);
	bool changed = ui_tabs(&b->ui, "tabs", (struct ui_box){ 0, 0, 600, 50 }, label, 3, at);
	end(b);
	return changed;
}

static void tabs_turn_by_mouse_and_arrows(void **state)
{
	struct bench b;
	int at = 0;
	open(&b);
	point_at(&b, 560, 20);
	press(&b);
	release(&b);
	assert_true(frame_with_tabs(&b, &at));
	assert_int_equal(at, 2);
	key(&b, UI_KEY_TAB);
	key(&b, UI_KEY_RIGHT);
	assert_true(frame_with_tabs(&b, &at));
	assert_int_equal(at, 0);
	key(&b, UI_KEY_END);
	frame_with_tabs(&b, &at);
	assert_int_equal(at, 2);
	draw_clear(&b.draw);
}

static bool frame_with_field(struct bench *b, char *text, int size)
{
	begin(b);
	bool entered = ui_field(&b->ui, "field", box, "Zoek", text, size);
	end(b);
	return entered;
}

static void a_field_takes_text_in_any_letters(void **state)
{
	struct bench b;
	char text[12] = "";
	open(&b);
	strcpy(b.in.typed, "x");
	frame_with_field(&b, text, sizeof text);
	assert_string_equal(text, "");
	key(&b, UI_KEY_TAB);
	strcpy(b.in.typed, "één");
	frame_with_field(&b, text, sizeof text);
	assert_string_equal(text, "één");
	key(&b, UI_KEY_LEFT);
	key(&b, UI_KEY_BACKSPACE);
	frame_with_field(&b, text, sizeof text);
	assert_string_equal(text, "én");
	key(&b, UI_KEY_HOME);
	key(&b, UI_KEY_DELETE);
	frame_with_field(&b, text, sizeof text);
	assert_string_equal(text, "n");
	strcpy(b.in.typed, "veel te veel tekst");
	frame_with_field(&b, text, sizeof text);
	assert_string_equal(text, "n");
	key(&b, UI_KEY_ENTER);
	assert_true(frame_with_field(&b, text, sizeof text));
	point_at(&b, 330, 130);
	press(&b);
	frame_with_field(&b, text, sizeof text);
	release(&b);
	strcpy(b.in.typed, "a");
	frame_with_field(&b, text, sizeof text);
	assert_string_equal(text, "na");
	b.in.key[b.in.key_count++] = (struct ui_press){ .key = UI_KEY_LETTER, .letter = 'd' };
	frame_with_field(&b, text, sizeof text);
	assert_true(b.ui.in.key[0].key == UI_KEY_NONE);  // a letter in a field is no command
	draw_clear(&b.draw);
}

static float frame_with_area(struct bench *b, int *pressed)
{
	begin(b);
	struct ui_box inside = ui_area(&b->ui, "area", (struct ui_box){ 100, 100, 400, 200 }, 800);
	for (int i = 0; i < 8; i++) {
		ui_group(&b->ui, "row", i);
		if (ui_card(&b->ui, "card", (struct ui_box){ inside.x, inside.y + 100 * (float)i, inside.width, 90 }, false))
			*pressed = i;
		ui_group_end(&b->ui);
	}
	ui_area_end(&b->ui);
	end(b);
	return inside.y;
}

static void an_area_scrolls_by_wheel_and_follows_the_focus(void **state)
{
	struct bench b;
	int pressed = -1;
	open(&b);
	b.in.seconds = 1;  // it is there at once
	point_at(&b, 200, 250);
	assert_float_equal(frame_with_area(&b, &pressed), 100, 0.1f);
	b.in.wheel = -2;
	float y = frame_with_area(&b, &pressed);
	assert_true(y < 0);
	b.in.wheel = -100;
	assert_float_equal(frame_with_area(&b, &pressed), -500, 0.1f);
	point_at(&b, 200, 450);
	press(&b);
	release(&b);
	frame_with_area(&b, &pressed);
	assert_int_equal(pressed, -1);  // what lies below the edge is not pressed
	point_at(&b, 200, 250);
	press(&b);
	release(&b);
	frame_with_area(&b, &pressed);
	assert_int_equal(pressed, 7);
	b.ui.focus = 0;
	for (int i = 0; i < 2; i++) {
		key(&b, UI_KEY_TAB);
		frame_with_area(&b, &pressed);
	}
	y = frame_with_area(&b, &pressed);
	assert_float_equal(y, 100, 0.1f);
	draw_clear(&b.draw);
}

static void letters_that_nothing_used_are_left(void **state)
{
	struct bench b;
	open(&b);
	b.in.key[b.in.key_count++] = (struct ui_press){ .key = UI_KEY_LETTER, .letter = 'l' };
	b.in.key[b.in.key_count++] = (struct ui_press){ .key = UI_KEY_LETTER, .letter = 'q', .control = true };
	begin(&b);
	assert_true(ui_letter(&b.ui, 'l'));
	assert_false(ui_letter(&b.ui, 'l'));
	assert_false(ui_letter(&b.ui, 'q'));
	end(&b);
	draw_clear(&b.draw);
}

// ---- looks

static void draw_each(struct bench *b)
{
	char text[16] = "Sociaal";
	bool yes = true, no = false;
	float value = 0.3f;
	int tab = 1;
	static const char *const label[] = { "Grafieken", "Plan" };
	begin(b);
	for (int i = 1; i <= UI_ICON_LARGER; i++) {
		ui_group(&b->ui, "icon", i);
		ui_button(&b->ui, "icon", (struct ui_box){ 20 + 70 * (float)(i - 1), 20, 60, 60 }, &(struct ui_button){ .icon = (enum ui_icon)i, .on = i % 2, .main = i == 1 });
		ui_group_end(&b->ui);
	}
	ui_button(&b->ui, "words", (struct ui_box){ 20, 100, 260, 60 }, &(struct ui_button){ .label = "Afspelen", .icon = UI_ICON_PLAY });
	ui_button(&b->ui, "narrow", (struct ui_box){ 300, 100, 120, 60 }, &(struct ui_button){ .label = "Veel te lange woorden" });
	ui_button(&b->ui, "off", (struct ui_box){ 440, 100, 160, 60 }, &(struct ui_button){ .label = "Uit", .off = true });
	ui_toggle(&b->ui, "yes", (struct ui_box){ 20, 180, 260, 50 }, "Klussen", NULL, &yes);
	ui_toggle(&b->ui, "no", (struct ui_box){ 300, 180, 260, 50 }, "Verbindingen", NULL, &no);
	ui_slider(&b->ui, "slider", (struct ui_box){ 20, 240, 260, 40 }, NULL, 0.1f, &value);
	ui_tabs(&b->ui, "tabs", (struct ui_box){ 300, 240, 400, 50 }, label, 2, &tab);
	ui_field(&b->ui, "field", (struct ui_box){ 20, 310, 260, 56 }, "Zoek", text, sizeof text);
	ui_card(&b->ui, "card", (struct ui_box){ 300, 310, 300, 120 }, true);
	ui_wrap(&b->ui, (struct ui_box){ 316, 320, 268, 100 }, "Een verhaal dat over een paar regels loopt en dan ophoudt omdat het vol is.", ui_plain(&b->ui, 24), true);
	struct ui_box inside = ui_area(&b->ui, "area", (struct ui_box){ 20, 390, 260, 120 }, 400);
	ui_wrap(&b->ui, inside, "Meer dan er past", ui_plain(&b->ui, 60), true);
	ui_area_end(&b->ui);
	end(b);
}

static void widgets_look_as_they_did(void **state)
{
	struct bench b;
	open(&b);
	draw_each(&b);
	shown_same("widgets", &b.draw);
	b.theme = &theme_dark;
	point_at(&b, 100, 120);
	press(&b);
	draw_each(&b);
	release(&b);
	key(&b, UI_KEY_TAB);
	draw_each(&b);
	shown_same("widgets-dark", &b.draw);
	draw_clear(&b.draw);
}

static void a_warm_frame_asks_for_no_memory(void **state)
{
	struct bench b;
	open(&b);
	draw_each(&b);
	mem_fail(1, 1);
	draw_each(&b);
	mem_fail(0, 0);
	assert_false(b.draw.failed);
	draw_clear(&b.draw);
}

// ---- text

static void text_is_wrapped_at_spaces_and_cut_in_long_words(void **state)
{
	struct bench b;
	open(&b);
	begin(&b);
	struct ui_style style = ui_plain(&b.ui, 30);
	float line = ui_line(&b.ui, style);
	assert_float_equal(ui_wrap(&b.ui, (struct ui_box){ 0, 0, 900, 1e6f }, "een twee", style, false), line, 0.1f);
	assert_float_equal(ui_wrap(&b.ui, (struct ui_box){ 0, 0, 900, 1e6f }, "een\n\ntwee", style, false), 3 * line, 0.1f);
	assert_true(ui_wrap(&b.ui, (struct ui_box){ 0, 0, 90, 1e6f }, "Rechtspositieregelingen", style, false) > 2 * line);
	assert_float_equal(ui_wrap(&b.ui, (struct ui_box){ 0, 0, 90, 1e6f }, "", style, false), 0, 0.1f);
	assert_true(ui_wrap(&b.ui, (struct ui_box){ 0, 0, 1, 1e6f }, "ab", style, false) > line);
	ui_wrap(&b.ui, (struct ui_box){ 0, 0, 300, 2 * line }, "Een verhaal dat over heel veel regels loopt en dan ophoudt omdat het vol is.", style, true);
	end(&b);
	assert_non_null(shown_cut(&b.draw));
	assert_null(shown_beyond(&b.draw));
	draw_clear(&b.draw);
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
		cmocka_unit_test(a_button_is_pressed_where_it_is_released),
		cmocka_unit_test(a_click_within_one_frame_counts),
		cmocka_unit_test(a_button_that_is_off_or_covered_does_nothing),
		cmocka_unit_test(the_keyboard_reaches_every_button),
		cmocka_unit_test(a_tip_shows_after_a_while_and_with_the_focus),
		cmocka_unit_test(a_toggle_turns),
		cmocka_unit_test(a_slider_follows_the_pointer_and_the_arrows),
		cmocka_unit_test(tabs_turn_by_mouse_and_arrows),
		cmocka_unit_test(a_field_takes_text_in_any_letters),
		cmocka_unit_test(an_area_scrolls_by_wheel_and_follows_the_focus),
		cmocka_unit_test(letters_that_nothing_used_are_left),
		cmocka_unit_test(widgets_look_as_they_did),
		cmocka_unit_test(a_warm_frame_asks_for_no_memory),
		cmocka_unit_test(text_is_wrapped_at_spaces_and_cut_in_long_words),
	};
	return cmocka_run_group_tests(tests, open_font, close_font);
}
