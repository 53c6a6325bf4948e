// Keeps two snapshots, this week's and the one before, and draws what is between them.
#include "view/stage_inside.h"

#include "mem.h"
#include "sim/edit.h"

#include <math.h>
#include <string.h>

enum { LEAST = 100, FLIGHTS = 6000, WEEKS_APART = 4, TILES_MOST = 48 };  // px; that fly at once; a larger jump just stands; in a queue

// ---- memory

static bool make_shot(struct stage *stage, struct stage_shot *shot)
{
	shot->body = mem_new((size_t)stage->slots, sizeof *shot->body);
	shot->unit = mem_new((size_t)stage->units, sizeof *shot->unit);
	shot->dot = mem_new((size_t)stage->dot_room, sizeof *shot->dot);
	shot->spot = stage->slots <= 2 * STAGE_DOTS ? mem_new((size_t)stage->slots, sizeof *shot->spot) : NULL;
	shot->team = mem_new(STAGE_TEAMS, sizeof *shot->team);
	shot->team_size = mem_new(STAGE_TEAMS, sizeof *shot->team_size);
	shot->team_width = mem_new(STAGE_TEAMS, sizeof *shot->team_width);
	shot->team_area = mem_new(STAGE_TEAMS, sizeof *shot->team_area);
	return shot->body && shot->unit && shot->dot && (shot->spot || stage->slots > 2 * STAGE_DOTS) && shot->team && shot->team_size &&
	       shot->team_width && shot->team_area;
}

static void clear_shot(struct stage_shot *shot)
{
	mem_free(shot->body);
	mem_free(shot->unit);
	mem_free(shot->dot);
	mem_free(shot->spot);
	mem_free(shot->team);
	mem_free(shot->team_size);
	mem_free(shot->team_width);
	mem_free(shot->team_area);
}

struct stage *stage_create(const struct config *config, struct err *err)
{
	struct stage *stage = mem_new(1, sizeof *stage);
	if (!stage) {
		err_memory(err);
		return NULL;
	}
	stage->config = config;
	stage->slots = config_staff(config);
	stage->units = config->department_count + 1;
	stage->dot_room = 2 * STAGE_DOTS + STAGE_UNITS;
	stage->flight_room = FLIGHTS;
	draw_init(&stage->still);
	stage->count = mem_new((size_t)stage->units * STAGE_KEYS + 1, sizeof *stage->count);
	stage->order = mem_new((size_t)stage->slots, sizeof *stage->order);
	stage->flight = mem_new(FLIGHTS, sizeof *stage->flight);
	stage->layout.box = mem_new((size_t)stage->units, sizeof *stage->layout.box);
	stage->ties = stage->slots <= 2 * STAGE_DOTS ? mem_new((size_t)stage->slots * STAFF_TIES, sizeof *stage->ties) : NULL;
	stage->bond = mem_new((size_t)stage->units * (size_t)stage->units, sizeof *stage->bond);
	stage->layout.words = mem_new((size_t)stage->units, sizeof *stage->layout.words);
	if (make_shot(stage, &stage->now) && make_shot(stage, &stage->before) && stage->count && stage->order && stage->flight &&
	    stage->layout.box && stage->layout.words && stage->bond && (stage->ties || stage->slots > 2 * STAGE_DOTS))
		return stage;
	err_memory(err);
	stage_destroy(stage);
	return NULL;
}

void stage_destroy(struct stage *stage)
{
	if (!stage)
		return;
	clear_shot(&stage->now);
	clear_shot(&stage->before);
	draw_clear(&stage->still);
	mem_free(stage->count);
	mem_free(stage->order);
	mem_free(stage->flight);
	mem_free(stage->layout.box);
	mem_free(stage->layout.words);
	mem_free(stage->ties);
	mem_free(stage->bond);
	mem_free(stage);
}

// ---- snapshots

static const void *column(const struct sim *sim, const char *name)
{
	return edit_column(sim, staff_find_column(name));
}

static uint32_t assignment_of(uint32_t seat)
{
	return seat == STAFF_NO_SEAT ? seat : seat / 16;
}

static void take_people(struct stage *stage, struct stage_shot *shot, const struct sim *sim)
{
	const uint32_t *id = column(sim, "id"), *seats = column(sim, "seats");
	const float *x = column(sim, "mindset"), *boost = column(sim, "boost");
	const uint16_t *unit = column(sim, "unit");
	const uint8_t *manager = column(sim, "manager");
	for (int i = 0; i < stage->slots; i++) {
		struct stage_body *body = &shot->body[i];
		const uint32_t *seat = seats + (size_t)i * STAFF_SEATS;
		float m = x[i] + boost[i];
		*body = (struct stage_body){ .id = id[i], .m = m < 0 ? 0 : m > 1 ? 1 : m, .unit = unit[i], .manager = manager[i],
		                             .gig = assignment_of(seat[STAFF_GIG_SEAT]), .team = STAFF_NO_SEAT };
		body->step = (uint8_t)stage_step(body->m);
		for (int k = 0; k < STAFF_GIG_SEAT && body->team == STAFF_NO_SEAT && unit[i] == CONFIG_POOL; k++)
			body->team = assignment_of(seat[k]);
	}
}

static void take_unit(struct stage_unit *unit, const struct sim *sim, int u)
{
	unit->withheld = sim_withheld(sim, u);
	double people = sim_measure(sim, u, MEASURE_STAFF);
	unit->people = isnan(people) ? 0 : (int)(people + 0.5);
	unit->occupancy = sim_measure(sim, u, MEASURE_OCCUPANCY);
	unit->safety = sim_measure(sim, u, MEASURE_SAFETY);
	unit->cases = sim_measure(sim, u, MEASURE_STANDARD_BACKLOG);
	unit->assignments = sim_measure(sim, u, MEASURE_COMPLEX_BACKLOG);
	unit->room = sim_setting(sim, u, PARAM_KERBS_ROOM);
	unit->clarity = sim_setting(sim, u, PARAM_KERBS_CLARITY);
}

// Cases that a tile stands for, 1, 2 or 5 times a power of ten: at first so that the longest queue has a dozen; more when
// a queue would get too long, for all at once, and the legend says so.
static double choose_tile(const struct stage *stage)
{
	double most = 0, value = 1;
	for (int u = 0; u < stage->units; u++)
		most = stage->now.unit[u].cases > most ? stage->now.unit[u].cases : most;
	if (stage->case_tile > 0 && most <= TILES_MOST * stage->case_tile)
		return stage->case_tile;
	for (int n = 0; value * 12 < most; n++)
		value *= n % 3 == 1 ? 2.5 : 2;
	return value > stage->case_tile ? value : stage->case_tile;
}

void stage_take(struct stage *stage, const struct sim *sim)
{
	struct stage_shot shot = stage->before;
	stage->before = stage->now;
	stage->now = shot;
	stage->now.week = sim_week(sim);
	stage->now.taken = true;
	stage->now.placed = false;
	take_people(stage, &stage->now, sim);
	for (int u = 0; u < stage->units; u++)
		take_unit(&stage->now.unit[u], sim, u);
	stage_take_teams(stage);
	stage_take_ties(stage, column(sim, "ties"));
	stage->news = sim_news(sim);
	stage->case_tile = choose_tile(stage);
	stage->flown = stage->still_fits = false;
}

// ---- drawing

const char *stage_name(const struct config *config, int unit, enum lang lang)
{
	if (unit == CONFIG_POOL)
		return "Pool";
	const struct department *department = &config->department[unit - 1];
	const char *word = lang == LANG_NL ? department->name.nl : department->name.en;
	const char *other = lang == LANG_NL ? department->name.en : department->name.nl;
	return word && *word ? word : other && *other ? other : department->id;
}

struct page stage_page(const struct stage *stage, struct draw *draw)
{
	return (struct page){ .draw = draw, .look = &stage->chart, .theme = stage->look.theme, .zoom = 1,
	                      .text = stage->layout.text, .small = stage->layout.small };
}

bool stage_follows(const struct stage *stage)
{
	int weeks = stage->now.week - stage->before.week;
	return stage->before.taken && weeks > 0 && weeks <= WEEKS_APART;
}

static void place(struct stage *stage)
{
	bool follows = stage_follows(stage);
	if (!stage->now.placed)
		stage_place(stage, &stage->now);
	if (follows && !stage->before.placed)
		stage_place(stage, &stage->before);
	if (!stage->flown || !follows) {
		stage->flight_count = 0;
		if (follows)
			stage_find_flights(stage);
		stage->flown = true;
	}
}

static void draw_still(struct stage *stage)
{
	draw_reset(&stage->still);
	struct page page = stage_page(stage, &stage->still);
	for (int u = 0; u < stage->units; u++)
		stage_draw_box(stage, &page, u);
	stage_draw_teams(stage, &stage->still);
	stage_draw_legend(stage, &page);
	stage->still_fits = true;
}

static void draw_pick(const struct stage *stage, struct draw *draw, struct stage_pick pick, bool strong)
{
	const struct stage_layout *l = &stage->layout;
	float thick = (strong ? 4 : 2) * l->scale;
	if (pick.unit < 0 || pick.unit >= stage->units)
		return;
	const struct stage_area *a = &l->box[pick.unit].all;
	draw_frame(draw, a->x, a->y, a->width, a->height, 0, stage->look.theme->ink, thick < 1 ? 1 : thick);
}

int stage_slot(const struct stage *stage, int person)
{
	for (int i = 0; person >= 0 && i < stage->slots; i++)
		if (stage->now.body[i].unit != STAFF_VACANT && stage->now.body[i].id == (uint32_t)person)
			return i;
	return -1;
}

static void draw_person(const struct stage *stage, struct draw *draw, struct stage_pick pick, bool strong)
{
	int slot = stage->layout.each == 1 && stage->now.spot ? stage_slot(stage, pick.person) : -1;
	if (slot < 0 || stage->now.spot[slot].size <= 0)
		return;
	const struct stage_spot *spot = &stage->now.spot[slot];
	float thick = (strong ? 3.5f : 2) * stage->layout.scale;
	draw_circle(draw, spot->x, spot->y, spot->size * (strong ? 0.85f : 0.72f), 0, stage->look.theme->ink, thick < 1 ? 1 : thick);
}

void stage_draw(struct stage *stage, struct draw *draw, const struct stage_look *look, float x, float y, float width, float height,
                float since, struct stage_pick hover, struct stage_pick chosen)
{
	must(stage->now.taken);
	if (width < LEAST || height < LEAST)
		return;
	stage_lay_out(stage, look, (struct stage_area){ x, y, width, height });
	place(stage);
	if (!stage->still_fits)
		draw_still(stage);
	draw_append(draw, &stage->still, 0, 0);
	draw_pick(stage, draw, hover, false);
	draw_pick(stage, draw, chosen, true);
	stage_draw_links(stage, draw, hover.unit >= 0 ? hover : chosen);
	bool flying = since < 1 && stage->flight_count > 0;
	for (int i = 0; i < stage->now.dot_count; i++)
		if (!flying || !stage->now.dot[i].lands)
			stage_draw_dot(stage, draw, &stage->now.dot[i].spot, stage->now.dot[i].step);
	if (flying)
		stage_draw_flights(stage, draw, since);
	draw_person(stage, draw, hover, false);
	draw_person(stage, draw, chosen, true);
}

// ---- what is there

static bool is_in(const struct stage_area *a, float x, float y)
{
	return x >= a->x && x < a->x + a->width && y >= a->y && y < a->y + a->height;
}

struct stage_pick stage_at(const struct stage *stage, float x, float y)
{
	struct stage_pick pick = { STAGE_NONE, -1 };
	const struct stage_layout *l = &stage->layout;
	for (int u = 0; u < stage->units && pick.unit == STAGE_NONE; u++)
		if (is_in(&l->box[u].all, x, y))
			pick.unit = u;
	float best = l->pitch * l->pitch;
	for (int i = 0; i < stage->now.dot_count && l->each == 1 && pick.unit != STAGE_NONE; i++) {
		const struct stage_dot *dot = &stage->now.dot[i];
		float off = (dot->spot.x - x) * (dot->spot.x - x) + (dot->spot.y - y) * (dot->spot.y - y);
		if (dot->unit == pick.unit && dot->spot.size > 0 && off < best && !stage->config->imported) {
			best = off;
			pick.person = (int)stage->now.body[dot->slot].id;
		}
	}
	return pick;
}

// The place of a person among the dots; −1 when nobody of them is meant.
static int dot_of(const struct stage *stage, struct stage_pick pick)
{
	for (int i = 0; i < stage->now.dot_count && pick.person >= 0; i++)
		if (stage->now.dot[i].unit == pick.unit && stage->now.dot[i].slot != STAGE_NOBODY && (int)stage->now.body[stage->now.dot[i].slot].id == pick.person)
			return i;
	return -1;
}

static int step_person(const struct stage *stage, struct stage_pick from, int by)
{
	int count = stage->now.dot_count, at = dot_of(stage, from);
	at = at < 0 && by < 0 ? count : at;
	for (int tried = 0; tried < count; tried++) {
		at = (at + by + count) % count;
		const struct stage_dot *dot = &stage->now.dot[at];
		if (dot->unit == from.unit && dot->slot != STAGE_NOBODY && dot->spot.size > 0)
			return (int)stage->now.body[dot->slot].id;
	}
	return -1;
}

struct stage_pick stage_beside(const struct stage *stage, struct stage_pick from, int units, int people)
{
	bool none = from.unit < 0 || from.unit >= stage->units;
	if (none || units)
		return (struct stage_pick){ none ? stage->units > 1 : (from.unit + units + stage->units) % stage->units, -1 };
	if (people && stage->layout.each == 1 && !stage->config->imported)
		from.person = step_person(stage, from, people);
	return from;
}

bool stage_where(const struct stage *stage, int unit, float box[4])
{
	if (unit < 0 || unit >= stage->units || stage->layout.area.width <= 0)
		return false;
	const struct stage_area *a = &stage->layout.box[unit].all;
	box[0] = a->x, box[1] = a->y, box[2] = a->width, box[3] = a->height;
	return true;
}

bool stage_moves(const struct stage *stage)
{
	return stage->flight_count > 0 || !stage->flown;
}
