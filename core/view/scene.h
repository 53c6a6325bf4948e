// What is to be seen of a run: the stage, the graphs beside it, the diary of a person.
#ifndef SCENE_H
#define SCENE_H

#include "sim/sim.h"
#include "view/ui.h"

struct scene;

struct scene_pick {
	int unit;    // SCENE_NONE: none
	int person;  // −1: none
};
enum { SCENE_NONE = -2 };

struct scene *scene_create(const struct config *config, struct err *err);
void scene_destroy(struct scene *scene);
void scene_take(struct scene *scene, const struct sim *sim);

struct scene_show {
	bool gigs, ties;
	float since;                     // 0…1
	struct scene_pick hover, chosen;
};
void scene_draw(struct scene *scene, struct ui *ui, struct ui_box box, const struct scene_show *show);
struct scene_pick scene_at(const struct scene *scene, float x, float y);
bool scene_moves(const struct scene *scene);
void scene_draw_graphs(struct scene *scene, struct ui *ui, struct ui_box box);

#endif
