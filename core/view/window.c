// Events of SDL become plain input, a frame is drawn, painted and shown. When nothing moves it waits for the
// next event, so that a laptop stays cool.
#include "view/window.h"

#include <SDL.h>
#include <string.h>

enum { FRAME_MS = 16, LEAST_WIDTH = 960, LEAST_HEIGHT = 540 };

struct window {
	SDL_Window *window;
	SDL_Renderer *renderer;
	struct window_painter *painter;
	const struct font *font;
	struct draw draw;
	struct ui_input input;
	bool full, hidden, closed, synced;
	Uint64 before;                // counter at the last frame
};

// ---- events

static void add_key(struct ui_input *in, enum ui_key key, int32_t letter, Uint16 state)
{
	if (in->key_count < UI_KEYS_MAX)
		in->key[in->key_count++] = (struct ui_press){ key, letter, (state & KMOD_SHIFT) != 0, (state & KMOD_CTRL) != 0 };
}

static enum ui_key key_of(SDL_Keycode code)
{
	switch (code) {
	case SDLK_TAB: return UI_KEY_TAB;
	case SDLK_RETURN: case SDLK_RETURN2: case SDLK_KP_ENTER: return UI_KEY_ENTER;
	case SDLK_ESCAPE: return UI_KEY_ESCAPE;
	case SDLK_LEFT: return UI_KEY_LEFT;
	case SDLK_RIGHT: return UI_KEY_RIGHT;
	case SDLK_UP: return UI_KEY_UP;
	case SDLK_DOWN: return UI_KEY_DOWN;
	case SDLK_HOME: return UI_KEY_HOME;
	case SDLK_END: return UI_KEY_END;
	case SDLK_PAGEUP: return UI_KEY_PAGE_UP;
	case SDLK_PAGEDOWN: return UI_KEY_PAGE_DOWN;
	case SDLK_BACKSPACE: return UI_KEY_BACKSPACE;
	case SDLK_DELETE: return UI_KEY_DELETE;
	case SDLK_F1: return UI_KEY_F1;
	case SDLK_F11: return UI_KEY_F11;
	default: return UI_KEY_NONE;
	}
}

static void take_key(struct ui_input *in, const SDL_Keysym *sym)
{
	enum ui_key key = key_of(sym->sym);
	if (key != UI_KEY_NONE)
		add_key(in, key, 0, sym->mod);
	else if ((sym->mod & KMOD_CTRL) && sym->sym > 0 && sym->sym < 128)
		add_key(in, UI_KEY_LETTER, sym->sym, sym->mod);
}

// Letters come as text, whatever the keyboard's layout.
static void take_text(struct ui_input *in, const char *text)
{
	size_t length = strlen(in->typed), more = strlen(text);
	if (length + more < sizeof in->typed)
		memcpy(in->typed + length, text, more + 1);
	for (const char *at = text; *at;) {
		int32_t letter = text_point(&at);
		add_key(in, UI_KEY_LETTER, letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter, 0);
	}
}

static void place_pointer(struct window *w, int x, int y)
{
	int width, height, wide, high;
	SDL_GetWindowSize(w->window, &width, &height);
	SDL_GetRendererOutputSize(w->renderer, &wide, &high);
	w->input.x = (float)x * (float)wide / (float)(width > 0 ? width : 1);
	w->input.y = (float)y * (float)high / (float)(height > 0 ? height : 1);
	w->input.inside = true;
}

static void take_button(struct window *w, const SDL_MouseButtonEvent *button)
{
	if (button->button != SDL_BUTTON_LEFT)
		return;
	place_pointer(w, button->x, button->y);
	w->input.down = button->state == SDL_PRESSED;
	w->input.pressed |= w->input.down;
	w->input.released |= !w->input.down;
	SDL_CaptureMouse(w->input.down ? SDL_TRUE : SDL_FALSE);
}

static void take_window(struct window *w, Uint8 event)
{
	switch (event) {
	case SDL_WINDOWEVENT_LEAVE: w->input.inside = w->input.down; break;
	case SDL_WINDOWEVENT_MINIMIZED: case SDL_WINDOWEVENT_HIDDEN: w->hidden = true; break;
	case SDL_WINDOWEVENT_RESTORED: case SDL_WINDOWEVENT_SHOWN: case SDL_WINDOWEVENT_EXPOSED: w->hidden = false; break;
	case SDL_WINDOWEVENT_FOCUS_LOST: w->input.down = false; break;
	default: break;
	}
}

static void take_event(struct window *w, const SDL_Event *event)
{
	switch (event->type) {
	case SDL_QUIT: w->closed = true; break;
	case SDL_WINDOWEVENT: take_window(w, event->window.event); break;
	case SDL_KEYDOWN: take_key(&w->input, &event->key.keysym); break;
	case SDL_TEXTINPUT: take_text(&w->input, event->text.text); break;
	case SDL_MOUSEMOTION: place_pointer(w, event->motion.x, event->motion.y); break;
	case SDL_MOUSEBUTTONDOWN: case SDL_MOUSEBUTTONUP: take_button(w, &event->button); break;
	case SDL_MOUSEWHEEL: w->input.wheel += event->wheel.preciseY; break;
	case SDL_RENDER_TARGETS_RESET: case SDL_RENDER_DEVICE_RESET: window_painter_forget(w->painter); break;
	default: break;
	}
}

// A press and a release in one frame are both told; what follows a release waits for the next frame.
static void gather_events(struct window *w, float wait)
{
	SDL_Event event;
	bool waited = wait > 0 && SDL_WaitEventTimeout(&event, (int)(wait * 1000) + 1) == 1;
	w->input.pressed = w->input.released = false;
	w->input.wheel = 0;
	w->input.key_count = 0;
	w->input.typed[0] = '\0';
	if (waited)
		take_event(w, &event);
	while (!w->input.released && w->input.key_count < UI_KEYS_MAX && SDL_PollEvent(&event))
		take_event(w, &event);
}

// ---- opening

static bool make_renderer(struct window *w, Uint32 flags)
{
	SDL_RendererInfo info;
	window_painter_destroy(w->painter);
	w->painter = NULL;
	if (w->renderer)
		SDL_DestroyRenderer(w->renderer);
	w->renderer = SDL_CreateRenderer(w->window, -1, flags);
	if (!w->renderer)
		return false;
	w->synced = SDL_GetRendererInfo(w->renderer, &info) == 0 && (info.flags & SDL_RENDERER_PRESENTVSYNC);
	w->painter = window_painter_create(w->renderer, w->font, NULL);
	return w->painter != NULL;
}

static void tell_sdl(struct err *err)
{
	err_add(err, "kan geen venster openen (%s); zonder scherm maakt --shot BESTAND een plaatje, en --movie een film",
	        "cannot open a window (%s); without a display --shot FILE makes a picture, and --movie a movie", SDL_GetError());
}

// Where there is no screen SDL may take a driver that shows nothing, which nobody asked for.
static bool has_screen(void)
{
	const char *driver = SDL_GetCurrentVideoDriver(), *asked = SDL_getenv("SDL_VIDEODRIVER");
	bool blind = !driver || strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0 || strcmp(driver, "evdev") == 0;
	if (blind && !(asked && *asked))
		return SDL_SetError("no display") == 0;
	return true;
}

static bool open_window(struct window *w, int width, int height, struct err *err)
{
	SDL_Rect room;
	SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
	if (SDL_Init(SDL_INIT_VIDEO) != 0 || !has_screen()) {
		tell_sdl(err);
		return false;
	}
	if (SDL_GetDisplayUsableBounds(0, &room) == 0) {
		width = width > room.w ? room.w : width;
		height = height > room.h ? room.h : height;
	}
	w->window = SDL_CreateWindow("Stoeprand", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
	if (!w->window || (!make_renderer(w, SDL_RENDERER_PRESENTVSYNC) && !make_renderer(w, SDL_RENDERER_SOFTWARE))) {
		tell_sdl(err);
		return false;
	}
	SDL_SetWindowMinimumSize(w->window, LEAST_WIDTH, LEAST_HEIGHT);
	SDL_StartTextInput();
	return true;
}

static void close_window(struct window *w)
{
	window_painter_destroy(w->painter);
	if (w->renderer)
		SDL_DestroyRenderer(w->renderer);
	if (w->window)
		SDL_DestroyWindow(w->window);
	draw_clear(&w->draw);
	SDL_Quit();
}

// ---- frames

static float seconds_since(Uint64 *before)
{
	Uint64 now = SDL_GetPerformanceCounter();
	float seconds = *before ? (float)((double)(now - *before) / (double)SDL_GetPerformanceFrequency()) : 0;
	*before = now;
	return seconds;
}

// A renderer that fails is made anew, at last in software.
static bool show(struct window *w, struct err *err)
{
	if (!window_paint(w->painter, &w->draw) && !make_renderer(w, 0) && !make_renderer(w, SDL_RENDERER_SOFTWARE)) {
		tell_sdl(err);
		return false;
	}
	SDL_RenderPresent(w->renderer);
	return true;
}

static void follow_wish(struct window *w, const struct play_wish *wish)
{
	if (wish->full_screen == w->full)
		return;
	w->full = wish->full_screen;
	SDL_SetWindowFullscreen(w->window, w->full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

static bool frame(struct window *w, struct play *play, struct err *err)
{
	int width, height;
	SDL_GetRendererOutputSize(w->renderer, &width, &height);
	w->input.width = (float)(width > 1 ? width : 1);
	w->input.height = (float)(height > 1 ? height : 1);
	w->input.seconds = seconds_since(&w->before);
	play_frame(play, &w->input, &w->draw);
	return draw_ok(&w->draw, err) && (w->hidden || show(w, err));
}

bool window_run(struct play *play, const struct font *font, int width, int height, struct err *err)
{
	struct window w = { .font = font };
	draw_init(&w.draw);
	bool fine = open_window(&w, width, height, err);
	struct play_wish wish = { 0 };
	while (fine && !w.closed && !wish.quit) {
		Uint32 start = SDL_GetTicks();
		gather_events(&w, w.hidden ? 0.1f : wish.wait);
		fine = frame(&w, play, err);
		wish = play_wish(play);
		follow_wish(&w, &wish);
		Uint32 spent = SDL_GetTicks() - start;
		if (!w.synced && wish.wait == 0 && spent < FRAME_MS)
			SDL_Delay(FRAME_MS - spent);
	}
	close_window(&w);
	return fine;
}
