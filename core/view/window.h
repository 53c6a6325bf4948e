// The window of SDL2 around what play draws. Only core/view/window*.c know SDL, and only these are left out
// of a build without it.
#ifndef WINDOW_H
#define WINDOW_H

#include "view/play.h"

// Shows it until it is closed. width and height: px wanted, no more than the screen has. False and err when there is
// no screen; the err names what can be done instead.
bool window_run(struct play *play, const struct font *font, int width, int height, struct err *err);

// ---- painting (window_paint.c): what a drawing holds is painted once and kept as textures, by what it looks like

struct SDL_Renderer;
struct window_painter;

struct window_painter *window_painter_create(struct SDL_Renderer *renderer, const struct font *font, struct err *err);
void window_painter_destroy(struct window_painter *painter);  // NULL is fine; before the renderer
void window_painter_forget(struct window_painter *painter);   // the renderer has lost its textures

// The whole target; it is not presented. False when the renderer fails or there is no memory.
bool window_paint(struct window_painter *painter, const struct draw *draw);

#endif
