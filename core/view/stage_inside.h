// What the files of the stage share: snapshots, the layout, where dots stand.
#ifndef STAGE_INSIDE_H
#define STAGE_INSIDE_H

#include "plot/chart_inside.h"
#include "sim/staff.h"
#include "view/stage.h"

enum {
	STAGE_DOTS = 5000,            // on the largest stage; beyond it a dot stands for several people
	STAGE_KEYS = THEME_STEPS * 64,  // places in the order of mindset
	STAGE_UNITS = CONFIG_DEPARTMENTS_MAX + 1,
	STAGE_TEAMS = 2048,           // shown at most
	STAGE_BONDS = 40,             // pairs of units whose ties are shown when none is picked
};
#define STAGE_NOBODY UINT32_MAX
#define STAGE_UNSAFE 0.35              // safety that is shown as quite unsafe, and as quite safe
#define STAGE_SAFE 0.75
#define STAGE_KERB 11.0f              // the widest a kerb gets, at scale 1

struct stage_area {
	float x, y, width, height;
};

// A unit's box: a head with words, a floor where its people stand within the kerb, a queue below.
struct stage_box {
	struct stage_area all, floor, queue;
	float name_size, figure_size, pad, kerb;  // kerb: the widest it gets
	int name_lines;
	bool figures;                 // there is room for them
	int rows;                     // of dots; fixed by the posts, so that who stays does not move
};

enum { STAGE_WORDS = 12 };
struct stage_words {              // a name's widths at size 1
	int count;
	float word[STAGE_WORDS], space;
};

struct stage_layout {
	struct stage_area area, legend, box_area;
	float scale;                  // of all sizes: 1 on a stage of 1340 × 780
	float pitch, dot;             // from dot to dot, and of a dot
	int each;                     // people that a dot stands for
	float text, small, bar;       // sizes of letters: names, figures, legend
	struct stage_box *box;        // [units]
	struct stage_words *words;    // [units]
};

struct stage_unit {               // of a snapshot
	int people;
	double occupancy, safety, room, clarity, cases, assignments;
	bool withheld;
};

struct stage_body {               // of a snapshot, by slot
	uint32_t id;
	float m;                      // effective mindset
	uint32_t team, gig;           // assignment, or STAFF_NO_SEAT
	uint16_t unit;                // or STAFF_VACANT
	uint8_t step;                 // of the scale, 0 … 4
	uint8_t manager;
};

struct stage_spot {
	float x, y, size;             // size 0: not shown
};

struct stage_dot {                // one that is drawn: of somebody, or of several
	struct stage_spot spot;
	uint32_t slot;                // or STAGE_NOBODY
	uint8_t step;
	bool lands;                   // its person has just come here
	uint16_t unit;
};

struct stage_shot {
	int week;
	bool taken, placed;
	struct stage_body *body;      // [slots]
	struct stage_unit *unit;      // [units]
	struct stage_dot *dot;        // [dot_room], in the order of units and mindset
	int dot_count;
	struct stage_spot *spot;      // [slots], when a dot is a person; else NULL
	uint32_t *team;               // [STAGE_TEAMS] by place in the pool: kept as long as the team is there; STAFF_NO_SEAT: free
	uint8_t *team_size;           // [STAGE_TEAMS]
	uint8_t *team_width;          // [STAGE_TEAMS] columns of the place
	int team_count;               // places, free ones included
	struct stage_area *team_area; // [STAGE_TEAMS]
};

struct stage_flight {             // somebody who is under way, or came or went
	struct stage_spot from, to;
	uint16_t from_unit, to_unit;  // STAFF_VACANT: outside
	uint8_t step;
	float delay;                  // 0 … 1, part of the flight that is waited
};

struct stage {
	const struct config *config;
	int slots, units;
	double case_tile;             // cases that a tile in a queue stands for; 0: not yet chosen
	struct stage_shot now, before;
	struct stage_layout layout;
	struct stage_look look;       // of the layout
	struct chart_look chart;      // the same, for what sets text
	uint32_t trail[THEME_STEPS];  // of who flies
	uint32_t *count;              // [STAGE_UNITS × STAGE_KEYS] scratch, then where each key's people begin
	uint32_t *order;              // [slots] by unit and mindset
	int dot_room;
	struct stage_flight *flight;  // [flight_room]
	int flight_count, flight_room;
	bool flown;                   // flights are those of `now`
	struct sim_news news;
	uint32_t *ties;               // [slots × STAFF_TIES], when a dot may be a person; else NULL
	uint32_t *bond;               // [units × units] ties between two units, counted from both sides
	bool bound;                   // they are counted
	struct draw still;            // what does not move, relative to 0, 0
	bool still_fits;              // to layout and snapshot
};

// ---- tiles (stage_tile.c): areas for departments around the pool, by weight
struct stage_tiling {
	const float *weight;             // [departments]
	int count;
	float pool;
	struct stage_area area;
	struct stage_box *box;           // [departments + 1]; NULL: only the cost
	float cost;
};
// Which departments stand above and below the pool: *above is the number of the first that does not, *below of the first below it.
void stage_tile_best(const struct stage_tiling *t, int *above, int *below);
void stage_tile(struct stage_tiling *t, int above, int below);

// ---- layout (stage_layout.c): places follow from the config, the area and the look alone
void stage_lay_out(struct stage *stage, const struct stage_look *look, struct stage_area area);

bool stage_follows(const struct stage *stage);               // the snapshots are of weeks that can be told as one

// ---- dots (stage_dots.c)
void stage_place(struct stage *stage, struct stage_shot *shot);  // everybody a spot in the box
struct stage_area stage_floor(const struct stage *stage, int unit);  // where dots may stand


// ---- teams in the pool (stage_teams.c)
void stage_take_teams(struct stage *stage);                  // of the snapshot just taken
// Puts their members on the floor of the pool and takes that part off it.
void stage_place_teams(struct stage *stage, struct stage_shot *shot, struct stage_area *floor);
void stage_draw_teams(const struct stage *stage, struct draw *draw);
void stage_add_dot(struct stage *stage, struct stage_shot *shot, struct stage_dot dot);

// ---- flights (stage_flight.c)
void stage_find_flights(struct stage *stage);
void stage_draw_flights(const struct stage *stage, struct draw *draw, float since);

// ---- boxes (stage_box.c) and legend (stage_legend.c), into stage->still
struct page stage_page(const struct stage *stage, struct draw *draw);
void stage_draw_box(struct stage *stage, struct page *page, int unit);
void stage_draw_legend(struct stage *stage, struct page *page);
uint32_t stage_ground(const struct theme *theme, double safety);

// ---- on demand (stage_links.c)
void stage_take_ties(struct stage *stage, const uint32_t *ties);
void stage_draw_links(struct stage *stage, struct draw *draw, struct stage_pick pick);
int stage_slot(const struct stage *stage, int person);       // of a stable id that is at work now, or −1

void stage_draw_dot(const struct stage *stage, struct draw *draw, const struct stage_spot *spot, int step);

#endif
