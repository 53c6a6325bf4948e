// The stage shows what the simulation holds: everybody once, in the right box, with the right step; boxes do not
// overlap; only who moves moves; what is withheld is not there; a warm frame asks for no memory.
#include "mem.h"
#include "sim/edit.h"
#include "sim/staff.h"
#include "support/charts.h"
#include "support/town.h"
#include "view/stage.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct font *font;
static const struct stage_pick none = { STAGE_NONE, -1 };

struct play {
	struct config config;
	struct sim *sim;
	struct stage *stage;
	struct draw draw;
	struct stage_look look;
	float width, height;
};

static void begin(struct play *p)
{
	p->sim = town_open(&p->config, 1);
	p->stage = stage_create(&p->config, NULL);
	assert_non_null(p->stage);
	p->look = (struct stage_look){ .theme = &theme_light, .font = font, .lang = LANG_NL };
	p->width = 1340, p->height = 960;
	draw_init(&p->draw);
}

static void week(struct play *p)
{
	assert_true(sim_prepare(p->sim, NULL));
	sim_step(p->sim);
	stage_take(p->stage, p->sim);
}

static void frame(struct play *p, float since)
{
	draw_reset(&p->draw);
	stage_draw(p->stage, &p->draw, &p->look, 0, 0, p->width, p->height, since, none, none);
	assert_true(draw_ok(&p->draw, NULL));
}

static void end(struct play *p)
{
	draw_clear(&p->draw);
	stage_destroy(p->stage);
	sim_destroy(p->sim);
	config_clear(&p->config);
}

static bool is_in(const float box[4], float x, float y)
{
	return x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
}

// Symbols of a step in a unit's box; step −1: of any.
static int count_dots(const struct play *p, int unit, int step)
{
	float box[4];
	int count = 0;
	assert_true(stage_where(p->stage, unit, box));
	for (int i = 0; i < p->draw.count; i++) {
		const struct draw_command *c = &p->draw.command[i];
		count += c->kind == DRAW_SYMBOL && is_in(box, c->x, c->y) && (step < 0 || c->first == step);
	}
	return count;
}

static const void *column(const struct sim *sim, const char *name)
{
	return edit_column(sim, staff_find_column(name));
}

static double effective(const struct sim *sim, int slot)
{
	const float *x = column(sim, "mindset"), *boost = column(sim, "boost");
	return fmin(1, fmax(0, (double)(x[slot] + boost[slot])));
}

static int count_people(const struct sim *sim, int unit, double low, double high)
{
	const uint16_t *where = column(sim, "unit");
	int count = 0;
	for (int i = 0; i < edit_slots(sim); i++)
		count += where[i] == unit && effective(sim, i) >= low && effective(sim, i) < high;
	return count;
}

static bool says(const struct draw *draw, const char *words)
{
	for (int i = 0; i < draw->count; i++)
		if (draw->command[i].kind == DRAW_TEXT && strstr(draw->text + draw->command[i].first, words))
			return true;
	return false;
}

// ---- who stands where

static void everybody_is_there_once_with_the_right_step(void **state)
{
	static const double cut[] = { -1, 0.35f, 0.45f, 0.55f, 0.65f, 2 };
	struct play p;
	town_full(&p.config, 600);
	begin(&p);
	town_run(p.sim, 40);
	stage_take(p.stage, p.sim);
	frame(&p, 1);
	for (int u = 0; u < sim_units(p.sim); u++)
		for (int step = 0; step < 5; step++)
			assert_int_equal(count_dots(&p, u, step), count_people(p.sim, u, cut[step], cut[step + 1]));
	assert_true(count_dots(&p, CONFIG_POOL, -1) > 10);
	end(&p);
}

static void a_box_is_a_histogram_from_left_to_right(void **state)
{
	struct play p;
	town_make(&p.config, 4, 60);
	begin(&p);
	week(&p);
	frame(&p, 1);
	for (int i = 0; i < p.draw.count; i++)
		for (int k = 0; k < p.draw.count; k++) {
			const struct draw_command *a = &p.draw.command[i], *b = &p.draw.command[k];
			struct stage_pick one = stage_at(p.stage, a->x, a->y), other = stage_at(p.stage, b->x, b->y);
			if (a->kind == DRAW_SYMBOL && b->kind == DRAW_SYMBOL && one.unit > 0 && one.unit == other.unit && a->x < b->x - 1)
				assert_true(a->first <= b->first);
		}
	end(&p);
}

static void boxes_share_the_stage(void **state)
{
	static const int departments[] = { 1, 2, 3, 8, 40, 255 };
	static const float sizes[][2] = { { 880, 620 }, { 1340, 960 }, { 2680, 1920 }, { 700, 1000 }, { 320, 240 } };
	for (size_t n = 0; n < sizeof departments / sizeof *departments; n++)
		for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
			struct play p;
			town_make(&p.config, departments[n], 12);
			begin(&p);
			p.width = sizes[s][0], p.height = sizes[s][1];
			week(&p);
			frame(&p, 1);
			for (int u = 0; u < sim_units(p.sim); u++) {
				float a[4], b[4];
				assert_true(stage_where(p.stage, u, a));
				assert_true(a[2] > 0 && a[3] > 0 && a[0] >= 0 && a[1] >= 0 && a[0] + a[2] <= p.width && a[1] + a[3] <= p.height);
				for (int v = 0; v < u; v++) {
					stage_where(p.stage, v, b);
					assert_true(a[0] + a[2] <= b[0] + 0.1f || b[0] + b[2] <= a[0] + 0.1f || a[1] + a[3] <= b[1] + 0.1f || b[1] + b[3] <= a[1] + 0.1f);
				}
			}
			end(&p);
		}
}

static void a_larger_department_has_a_larger_box(void **state)
{
	struct play p;
	float large[4], small[4];
	town_make(&p.config, 6, 20);
	p.config.department[3].staff = 120;
	begin(&p);
	week(&p);
	frame(&p, 1);
	stage_where(p.stage, 4, large);
	for (int u = 1; u < 7; u++)
		if (u != 4) {
			stage_where(p.stage, u, small);
			assert_true(large[2] * large[3] > 2 * small[2] * small[3]);
		}
	end(&p);
}

static void many_people_share_a_dot_and_the_stage_says_so(void **state)
{
	struct play p;
	town_make(&p.config, 10, town_size(1200, 700));
	begin(&p);
	week(&p);
	frame(&p, 1);
	int dots = 0;
	for (int u = 0; u < sim_units(p.sim); u++)
		dots += count_dots(&p, u, -1);
	assert_true(dots <= 5000 + sim_units(p.sim));
	int each = (sim_staff(p.sim) + dots / 2) / dots;
	char words[64];
	snprintf(words, sizeof words, "1 stip = %d mensen", each);
	assert_true(each > 1);
	assert_true(says(&p.draw, words));
	assert_int_equal(stage_at(p.stage, 200, 200).person, -1);
	end(&p);
}

// What a tile stands for, as the legend says.
static int tile_of(const struct draw *draw)
{
	int tile = 0;
	for (int i = 0; i < draw->count && !tile; i++)
		if (draw->command[i].kind == DRAW_TEXT && sscanf(draw->text + draw->command[i].first, "= %d zaken die wachten", &tile) != 1)
			sscanf(draw->text + draw->command[i].first, "= %d zaak die wacht", &tile);
	return tile;
}

static void a_queue_grows_with_the_cases(void **state)
{
	struct play p;
	double most = 0;
	town_make(&p.config, 2, 30);
	p.config.department[0].stream[0].occupancy = 1.3;
	begin(&p);
	for (int turn = 0; turn < 40; turn++) {
		int tiles = 0;
		float box[4];
		week(&p);
		frame(&p, 1);
		stage_where(p.stage, 1, box);
		for (int i = 0; i < p.draw.count; i++) {
			const struct draw_command *c = &p.draw.command[i];
			tiles += c->kind == DRAW_RECT && c->fill == theme_light.axis && is_in(box, c->x, c->y);
		}
		double cases = sim_measure(p.sim, 1, MEASURE_STANDARD_BACKLOG);
		assert_true(tile_of(&p.draw) >= 1);
		assert_int_equal(tiles, (int)ceil(cases / tile_of(&p.draw)));
		most = cases > most ? cases : most;
	}
	assert_true(most > 100);
	assert_true(tile_of(&p.draw) > 1);
	end(&p);
}

// ---- flights

static bool same_dot(const struct draw_command *a, const struct draw_command *b)
{
	return a->first == b->first && a->x == b->x && a->y == b->y && a->width == b->width;
}

static int count_symbols(const struct draw *draw)
{
	int count = 0;
	for (int i = 0; i < draw->count; i++)
		count += draw->command[i].kind == DRAW_SYMBOL;
	return count;
}

// Dots of one drawing that are not in the other.
static int count_other(const struct draw *one, const struct draw *other)
{
	int count = 0;
	for (int i = 0; i < one->count; i++) {
		bool found = one->command[i].kind != DRAW_SYMBOL;
		for (int k = 0; !found && k < other->count; k++)
			found = other->command[k].kind == DRAW_SYMBOL && same_dot(&one->command[i], &other->command[k]);
		count += !found;
	}
	return count;
}

static void only_movers_move(void **state)
{
	struct play p;
	struct draw early;
	int moved = 0;
	town_make(&p.config, 6, 60);
	begin(&p);
	draw_init(&early);
	week(&p);
	for (int w = 0; w < 30; w++) {
		week(&p);
		draw_reset(&early);
		stage_draw(p.stage, &early, &p.look, 0, 0, p.width, p.height, 0.5f, none, none);
		frame(&p, 0.6f);
		struct sim_news news = sim_news(p.sim);
		int movers = news.moved + news.hired + news.left + news.to_pool + news.from_pool;
		assert_int_equal(count_other(&p.draw, &early), movers);
		assert_int_equal(count_symbols(&p.draw), sim_staff(p.sim) + 5 + news.left);  // five in the legend
		assert_true(stage_moves(p.stage) == (movers > 0));
		frame(&p, 1);
		assert_int_equal(count_symbols(&p.draw), sim_staff(p.sim) + 5);
		moved += movers;
	}
	assert_true(moved > 5);
	draw_clear(&early);
	end(&p);
}

static void after_a_jump_all_stand(void **state)
{
	struct play p;
	town_full(&p.config, 300);
	begin(&p);
	week(&p);
	town_run(p.sim, 60);
	stage_take(p.stage, p.sim);
	frame(&p, 0);
	assert_false(stage_moves(p.stage));
	assert_int_equal(count_symbols(&p.draw), sim_staff(p.sim) + 5);
	end(&p);
}

// ---- pointing

static void steps_go_along_all_units_and_all_people_of_one(void **state)
{
	struct play p;
	town_make(&p.config, 4, 60);
	begin(&p);
	week(&p);
	frame(&p, 1);
	int units = sim_units(p.sim), people = count_dots(&p, 1, -1);
	struct stage_pick first = stage_beside(p.stage, (struct stage_pick){ STAGE_NONE, -1 }, 1, 0), pick = first;
	assert_int_equal(first.unit, 1);
	for (int i = 0; i < units; i++)
		pick = stage_beside(p.stage, pick, 1, 0);
	assert_int_equal(pick.unit, 1);
	assert_int_equal(stage_beside(p.stage, pick, -2, 0).unit, units - 1);
	first = pick = stage_beside(p.stage, pick, 0, 1);
	for (int i = 0; i < people; i++) {
		struct stage_pick next = stage_beside(p.stage, pick, 0, 1);
		assert_int_not_equal(next.person, pick.person);
		assert_int_equal(stage_beside(p.stage, next, 0, -1).person, pick.person);
		pick = next;
	}
	assert_int_equal(pick.person, first.person);
	end(&p);
}

static void a_dot_is_found_where_it_stands(void **state)
{
	struct play p;
	const uint32_t *id;
	const uint16_t *unit;
	int found = 0;
	town_full(&p.config, 240);
	begin(&p);
	town_run(p.sim, 20);
	stage_take(p.stage, p.sim);
	frame(&p, 1);
	id = column(p.sim, "id");
	unit = column(p.sim, "unit");
	for (int i = 0; i < p.draw.count; i++) {
		const struct draw_command *c = &p.draw.command[i];
		struct stage_pick pick = stage_at(p.stage, c->x, c->y);
		if (c->kind != DRAW_SYMBOL || pick.unit < 0)
			continue;
		int slot = 0;
		while (slot < edit_slots(p.sim) && !(unit[slot] != STAFF_VACANT && id[slot] == (uint32_t)pick.person))
			slot++;
		assert_true(slot < edit_slots(p.sim));
		assert_int_equal(unit[slot], pick.unit);
		found++;
	}
	assert_int_equal(found, sim_staff(p.sim));
	assert_int_equal(stage_at(p.stage, -5, 3).unit, STAGE_NONE);
	assert_int_equal(stage_at(p.stage, 5, p.height - 2).unit, STAGE_NONE);
	end(&p);
}

// ---- what is withheld

static void what_is_withheld_is_not_there(void **state)
{
	struct play p;
	struct stage_card card;
	int withheld = 0;
	town_make(&p.config, 5, 20);
	p.config.department[1].staff = 3;
	p.config.imported = true;
	begin(&p);
	week(&p);
	week(&p);
	frame(&p, 0.5f);
	for (int u = 1; u < sim_units(p.sim); u++) {
		stage_card(p.sim, u, LANG_EN, &card);
		bool hidden = sim_withheld(p.sim, u);
		withheld += hidden;
		assert_true((count_dots(&p, u, -1) == 0) == hidden);
		assert_true((card.count == 1) == hidden);
		if (hidden)
			assert_string_equal(card.row[0].value, "");
		float box[4];
		stage_where(p.stage, u, box);
		for (int i = 0; hidden && i < p.draw.count; i++) {
			const struct draw_command *c = &p.draw.command[i];
			if (c->kind == DRAW_TEXT && is_in(box, c->x, c->y))
				for (const char *at = p.draw.text + c->first; *at; at++)
					assert_false(*at >= '0' && *at <= '9' && strcmp(p.draw.text + c->first, stage_name(&p.config, u, LANG_NL)) != 0);
		}
		struct stage_pick pick = stage_at(p.stage, box[0] + box[2] / 2, box[1] + box[3] / 2);
		assert_int_equal(pick.unit, u);
		assert_int_equal(pick.person, -1);
	}
	assert_int_equal(withheld, 2);  // the small one, and one more so that it does not follow from the whole
	end(&p);
}

// ---- the card

static void a_card_tells_what_the_measures_are(void **state)
{
	struct play p;
	struct stage_card card;
	char number[TEXT_NUMBER_MAX];
	town_full(&p.config, 300);
	begin(&p);
	town_run(p.sim, 30);
	stage_card(p.sim, 2, LANG_NL, &card);
	assert_string_equal(card.row[0].label, "Medewerkers");
	text_number(number, LANG_NL, sim_measure(p.sim, 2, MEASURE_STAFF), 0, false);
	assert_string_equal(card.row[0].value, number);
	text_number(number, LANG_NL, sim_measure(p.sim, 2, MEASURE_MINDSET), 2, false);
	assert_string_equal(card.row[1].value, number);
	int headings = 0;
	for (int i = 0; i < card.count; i++) {
		headings += card.row[i].value[0] == '\0';
		assert_non_null(card.row[i].unit);
	}
	assert_int_equal(headings, 2);
	end(&p);
}

// ---- memory

static void a_warm_frame_asks_for_no_memory(void **state)
{
	struct play p;
	town_full(&p.config, 400);
	begin(&p);
	p.look.gigs = p.look.ties = true;
	town_run(p.sim, 20);
	week(&p);
	week(&p);
	for (int i = 0; i < 10; i++)
		frame(&p, (float)i / 10);
	mem_fail(1, 1);
	for (int i = 0; i < 10; i++)
		frame(&p, (float)i / 10);
	mem_fail(0, 0);
	end(&p);
}

static void without_memory_there_is_no_stage(void **state)
{
	struct config config;
	struct err err;
	town_make(&config, 4, 10);
	long live = mem_live();
	int n = 1;
	for (;; n++) {
		err_clear(&err);
		mem_fail(n, 0);
		struct stage *stage = stage_create(&config, &err);
		mem_fail(0, 0);
		stage_destroy(stage);
		assert_int_equal(mem_live(), live);
		if (stage)
			break;
		assert_int_equal(err.count, 1);
	}
	assert_true(n > 10);
	config_clear(&config);
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
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everybody_is_there_once_with_the_right_step),
		cmocka_unit_test(a_box_is_a_histogram_from_left_to_right),
		cmocka_unit_test(boxes_share_the_stage),
		cmocka_unit_test(a_larger_department_has_a_larger_box),
		cmocka_unit_test(many_people_share_a_dot_and_the_stage_says_so),
		cmocka_unit_test(a_queue_grows_with_the_cases),
		cmocka_unit_test(only_movers_move),
		cmocka_unit_test(after_a_jump_all_stand),
		cmocka_unit_test(a_dot_is_found_where_it_stands),
		cmocka_unit_test(steps_go_along_all_units_and_all_people_of_one),
		cmocka_unit_test(what_is_withheld_is_not_there),
		cmocka_unit_test(a_card_tells_what_the_measures_are),
		cmocka_unit_test(a_warm_frame_asks_for_no_memory),
		cmocka_unit_test(without_memory_there_is_no_stage),
	};
	return cmocka_run_group_tests(tests, open_font, close_font);
}
