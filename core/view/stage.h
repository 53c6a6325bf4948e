// The stage: what is seen of an organisation. Departments are boxes in fixed places around the pool, everybody is a
// dot with a colour and a shape on the scale of mindset, sorted inside the box, so that the box is a histogram; who
// moves flies. Sim in, drawing commands out: no window, no clock, and no memory asked for per frame once warm.
//
//	struct stage *stage = stage_create(&config, &err);
//	stage_take(stage, sim);                                   // after each week, or after a jump
//	stage_draw(stage, &draw, &look, x, y, width, height, since, hover, chosen);
//	struct stage_pick hover = stage_at(stage, mouse_x, mouse_y);
//
// An imported staff: units whose figures are withheld (sim_withheld) show no dots and no figures, and nobody is picked.
#ifndef STAGE_H
#define STAGE_H

#include "plot/draw.h"
#include "plot/theme.h"
#include "sim/sim.h"

struct stage;

enum { STAGE_NONE = -2 };         // no unit; CONFIG_POOL and departments are units, CONFIG_UNIT_ALL is not on the stage
#define STAGE_FLIGHT_SECONDS 0.8  // a good time for `since` to run from 0 to 1

// The config must live and stay as it is as long as the stage. NULL and err without memory.
struct stage *stage_create(const struct config *config, struct err *err);
void stage_destroy(struct stage *stage);  // NULL is fine

// The week just lived. When the one before was taken too, those who moved since will fly; after a jump all just stand.
void stage_take(struct stage *stage, const struct sim *sim);

struct stage_look {
	const struct theme *theme;
	const struct font *font;
	enum lang lang;
	float zoom;             // of letters and lines; 0 is 1
	bool gigs, ties;        // also show who share a gig, and ties between units
};

struct stage_pick {
	int unit;               // or STAGE_NONE
	int person;             // stable id of a person, or −1
};

// Draws into x, y, width, height (less than 100 px wide or high: nothing); must come after a stage_take. since, 0…1: how far movers have flown since then.
// hover and chosen: what is marked; without any: { STAGE_NONE, −1 }. The drawing fails without memory (draw_ok).
void stage_draw(struct stage *stage, struct draw *draw, const struct stage_look *look, float x, float y, float width, float height,
                float since, struct stage_pick hover, struct stage_pick chosen);

// What was last drawn there.
struct stage_pick stage_at(const struct stage *stage, float x, float y);

// Other units and people on, in the order in which they stand: for the keyboard. A step past the end comes to the other one.
struct stage_pick stage_beside(const struct stage *stage, struct stage_pick from, int units, int people);

// Where a unit's box was last drawn; false when there is none. For a card beside it.
bool stage_where(const struct stage *stage, int unit, float box[4]);

// Whether somebody is under way after the last take: else frames need not be drawn anew.
bool stage_moves(const struct stage *stage);

// The scale of mindset in five steps, 0 fixed … 4 growth; equal fifths would put most people in the middle one.
extern const float stage_cuts[THEME_STEPS - 1];
int stage_step(float m);

// The name of a unit as people read it.
const char *stage_name(const struct config *config, int unit, enum lang lang);

// A unit's card: what the shell shows in a pop-up. Rows without a value are headings. Of a withheld unit only the name
// and a row that says so.
enum { STAGE_CARD_ROWS = 24, STAGE_CARD_TEXT = 96 };
struct stage_row {
	char label[STAGE_CARD_TEXT], value[STAGE_CARD_TEXT];
	const char *unit;       // in the language, or ""
};
struct stage_card {
	char title[STAGE_CARD_TEXT];
	int count;
	struct stage_row row[STAGE_CARD_ROWS];
};
void stage_card(const struct sim *sim, int unit, enum lang lang, struct stage_card *card);

#endif
