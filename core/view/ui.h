// The window's own widgets. Each frame the caller names every widget once, with its place, between
// ui_begin and ui_end; what is drawn goes into a drawing, what happened comes back at once. Between
// frames only the focus, what is held and how far lists are scrolled is kept, in fixed pools: nothing
// is allocated here. A name is for the program and stays when the language changes.
#ifndef UI_H
#define UI_H

#include "plot/draw.h"
#include "plot/theme.h"

enum { UI_WIDGETS_MAX = 256, UI_GROUPS_MAX = 8, UI_SCROLLS_MAX = 16, UI_KEYS_MAX = 16, UI_TYPED_MAX = 64, UI_TIP_MAX = 512 };

// ---- what happened since the last frame

enum ui_key {
	UI_KEY_NONE, UI_KEY_LETTER, UI_KEY_TAB, UI_KEY_ENTER, UI_KEY_ESCAPE, UI_KEY_LEFT, UI_KEY_RIGHT, UI_KEY_UP, UI_KEY_DOWN,
	UI_KEY_HOME, UI_KEY_END, UI_KEY_PAGE_UP, UI_KEY_PAGE_DOWN, UI_KEY_BACKSPACE, UI_KEY_DELETE, UI_KEY_F1, UI_KEY_F11,
};

struct ui_press {
	enum ui_key key;
	int32_t letter;              // UI_KEY_LETTER: in small; a space too
	bool shift, control;
};

struct ui_input {
	float width, height;         // of the window, px of the drawing
	float seconds;               // since the last frame
	float x, y;                  // of the pointer
	bool inside;                 // it is in the window
	bool down;                   // its first button, now
	bool pressed, released;      // and what it did meanwhile
	float wheel;                 // lines, up is positive
	int key_count;
	struct ui_press key[UI_KEYS_MAX];  // in the order of pressing
	char typed[UI_TYPED_MAX];    // text, UTF-8
};

// ---- how it looks

struct ui_box {
	float x, y, width, height;
};

struct ui_look {
	const struct theme *theme;
	const struct font *font;
	enum lang lang;
	float zoom;                  // 1: the sizes of a beamer of 1920 × 1080
};

// Sizes at zoom 1.
#define UI_SMALL 24.f
#define UI_TEXT 28.f
#define UI_BODY 36.f
#define UI_TITLE 44.f
#define UI_FIGURE 80.f

struct ui_scroll {
	uint32_t id;
	float offset, wanted;        // px; where it is and where it goes to
	long used;                   // frame
};

struct ui_widget {               // as it was named in a frame: for Tab and the arrows
	uint32_t id;
	struct ui_box box;
	bool takes_arrows;
};

struct ui {
	struct ui_look look;
	struct ui_input in;
	struct draw *draw;
	long frame;
	uint32_t focus, held, hot, hot_before;  // ids; 0: none. hot: under the pointer
	float hot_seconds;           // how long
	bool ring;                   // the focus is shown: the keyboard moves it
	bool inert;                  // what is named now is seen but not felt: something lies over it
	bool in_frame;
	int groups;
	uint32_t group[UI_GROUPS_MAX];
	int widgets, widgets_before;
	struct ui_widget widget[UI_WIDGETS_MAX], before[UI_WIDGETS_MAX];
	struct ui_scroll scroll[UI_SCROLLS_MAX];
	struct ui_scroll *scrolling; // the area that is open
	struct ui_box view;          // of that area
	int cursor;                  // byte in the text field that has the focus
	struct ui_box tip_at;
	char tip[UI_TIP_MAX];        // to be drawn last
	bool busy;                   // something moves: another frame is wanted soon
};

void ui_init(struct ui *ui);

// The drawing is emptied and begun; `in` is kept until ui_end.
void ui_begin(struct ui *ui, const struct ui_look *look, const struct ui_input *in, struct draw *draw);
void ui_end(struct ui *ui);      // must: each group and area was closed

void ui_group(struct ui *ui, const char *name, int number);  // names within are apart from those elsewhere
void ui_group_end(struct ui *ui);

// Takes a press that nothing used yet; letter 0 for other keys.
bool ui_key(struct ui *ui, enum ui_key key, int32_t letter);
bool ui_letter(struct ui *ui, char letter);  // without Control

// ---- measures and drawing (ui_draw.c)

float ui_px(const struct ui *ui, float size);                 // whole px at this zoom
struct ui_box ui_inset(struct ui_box box, float by);
bool ui_in(struct ui_box box, float x, float y);
uint32_t ui_surface(const struct ui *ui);                     // of cards, a shade off the paper
uint32_t ui_accent(const struct ui *ui);

struct ui_style {
	float size;                  // at zoom 1
	enum font_weight weight;
	uint32_t colour;
	enum draw_anchor anchor;
};
struct ui_style ui_plain(const struct ui *ui, float size);
struct ui_style ui_quiet(const struct ui *ui, float size);
struct ui_style ui_bold(const struct ui *ui, float size);

void ui_round(struct ui *ui, struct ui_box box, float radius, uint32_t fill, uint32_t stroke, float thick);
float ui_width(const struct ui *ui, const char *text, int length, struct ui_style style);
float ui_line(const struct ui *ui, struct ui_style style);    // height of a line of text
// One line in the middle of the box's height, "…" for what does not fit. False when something did not.
bool ui_text(struct ui *ui, struct ui_box box, const char *text, struct ui_style style);
// The same, in smaller letters, down to `least`, before anything is cut.
bool ui_text_fitting(struct ui *ui, struct ui_box box, const char *text, struct ui_style style, float least);
// In lines as wide as the box from its top, no more than fit in its height; returns the height it takes, of
// all lines when `draw` is false. Newlines part paragraphs.
float ui_wrap(struct ui *ui, struct ui_box box, const char *text, struct ui_style style, bool draw);

enum ui_icon {
	UI_ICON_NONE, UI_ICON_PLAY, UI_ICON_PAUSE, UI_ICON_STEP, UI_ICON_BACK, UI_ICON_START, UI_ICON_DARK, UI_ICON_FULL, UI_ICON_LIST,
	UI_ICON_SMALLER, UI_ICON_LARGER,
};
void ui_icon(struct ui *ui, enum ui_icon icon, struct ui_box box, uint32_t colour);

// ---- widgets (ui_widgets.c, ui_field.c)

struct ui_button {
	const char *label;           // may be NULL when there is an icon
	const char *tip;             // what it does and its key; may be NULL
	enum ui_icon icon;
	bool main;                   // the one that is meant to be pressed
	bool off;                    // cannot be pressed now
	bool on;                     // stands pressed
};
bool ui_button(struct ui *ui, const char *name, struct ui_box box, const struct ui_button *button);
float ui_button_width(const struct ui *ui, const struct ui_button *button, float height);

bool ui_toggle(struct ui *ui, const char *name, struct ui_box box, const char *label, const char *tip, bool *on);

// Sets *at to the tab that was chosen.
bool ui_tabs(struct ui *ui, const char *name, struct ui_box box, const char *const *label, int count, int *at);

// A place between 0 and 1; the arrows move it by `step`. True while it changes.
bool ui_slider(struct ui *ui, const char *name, struct ui_box box, const char *tip, float step, float *value);

// Text of at most size − 1 bytes. True when Enter was pressed in it.
bool ui_field(struct ui *ui, const char *name, struct ui_box box, const char *hint, char *text, int size);

// A surface that can be pressed as a whole; draw its content after it. Chosen: with a frame.
bool ui_card(struct ui *ui, const char *name, struct ui_box box, bool chosen);

// Content of `height` in a lower box. Returns where the content begins; what is outside is cut off, and widgets
// within come into sight when they get the focus.
struct ui_box ui_area(struct ui *ui, const char *name, struct ui_box box, float height);
void ui_area_end(struct ui *ui);

// What every widget asks (ui.c): its id, whether it is under the pointer, held, has the focus, was activated.
struct ui_state {
	uint32_t id;
	bool hot, held, focus, active;
};
struct ui_state ui_touch(struct ui *ui, const char *name, struct ui_box box, bool takes_arrows, const char *tip);
struct ui_state ui_reach(struct ui *ui, const char *name, struct ui_box box);  // by keyboard alone: what lies in it takes the mouse
void ui_ring(struct ui *ui, struct ui_box box, float radius, const struct ui_state *state);

#endif
