// The parts of what is seen, taken and drawn together.
#include "view/scene.h"

#include "mem.h"

#include <stdio.h>

struct scene {
	const struct config *config;
	int staff[CONFIG_DEPARTMENTS_MAX + 1];
	int units;
};

struct scene *scene_create(const struct config *config, struct err *err)
{
	struct scene *scene = mem_new(1, sizeof *scene);
	if (!scene) {
		err_memory(err);
		return NULL;
	}
	scene->config = config;
	scene->units = config->department_count + 1;
	return scene;
}

void scene_destroy(struct scene *scene)
{
	mem_free(scene);
}

void scene_take(struct scene *scene, const struct sim *sim)
{
	for (int u = 0; u < scene->units; u++)
		scene->staff[u] = (int)sim_measure(sim, u, MEASURE_STAFF);
}

void scene_draw(struct scene *scene, struct ui *ui, struct ui_box box, const struct scene_show *show)
{
	(void)show;
	int columns = 4, rows = (scene->units + columns - 1) / columns;
	for (int u = 0; u < scene->units; u++) {
		struct ui_box at = { box.x + box.width / (float)columns * (float)(u % columns), box.y + box.height / (float)rows * (float)(u / columns), box.width / (float)columns - 12, box.height / (float)rows - 12 };
		char text[64];
		snprintf(text, sizeof text, "%s: %d", config_unit_id(scene->config, u), scene->staff[u]);
		ui_round(ui, at, ui_px(ui, 10), ui_surface(ui), ui->look.theme->pin, ui_px(ui, 2));
		ui_wrap(ui, ui_inset(at, ui_px(ui, 16)), text, ui_plain(ui, UI_TEXT), true);
	}
}

struct scene_pick scene_at(const struct scene *scene, float x, float y)
{
	(void)scene, (void)x, (void)y;
	return (struct scene_pick){ SCENE_NONE, -1 };
}

bool scene_moves(const struct scene *scene)
{
	(void)scene;
	return false;
}

void scene_draw_graphs(struct scene *scene, struct ui *ui, struct ui_box box)
{
	(void)scene;
	ui_round(ui, box, ui_px(ui, 10), ui_surface(ui), ui->look.theme->grid, ui_px(ui, 2));
}
