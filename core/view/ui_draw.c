// What the widgets are drawn with: boxes with round corners, text that fits, icons.
#include "view/ui.h"

#include "plot/colour.h"

#include <math.h>
#include <string.h>

#define LINE 1.34f  // from line to line, in sizes

float ui_px(const struct ui *ui, float size)
{
	return roundf(size * ui->look.zoom);
}

struct ui_box ui_inset(struct ui_box box, float by)
{
	return (struct ui_box){ box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by };
}

bool ui_in(struct ui_box box, float x, float y)
{
	return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

// A shade towards the ink: on light paper cards are lighter than the ground, on dark paper too.
uint32_t ui_surface(const struct ui *ui)
{
	uint32_t paper = ui->look.theme->paper;
	bool dark = colour_light((paper >> 8 & 0xFF) / 255.0) < 0.2;
	return colour_mix(paper, 0xFFFFFFFF, dark ? 0.02 : 0.8);
}

uint32_t ui_accent(const struct ui *ui)
{
	return ui->look.theme->series[0];
}

// ---- boxes

static void disc_at(struct ui *ui, float x, float y, float radius, uint32_t colour)
{
	draw_circle(ui->draw, x, y, radius, colour, 0, 0);
}

static void fill_round(struct ui *ui, struct ui_box b, float r, uint32_t colour)
{
	r = fminf(r, fminf(b.width, b.height) / 2);
	if (b.width <= 0 || b.height <= 0)
		return;
	if (r < 1) {
		draw_rect(ui->draw, b.x, b.y, b.width, b.height, colour);
		return;
	}
	disc_at(ui, b.x + r, b.y + r, r, colour);
	disc_at(ui, b.x + b.width - r, b.y + r, r, colour);
	disc_at(ui, b.x + r, b.y + b.height - r, r, colour);
	disc_at(ui, b.x + b.width - r, b.y + b.height - r, r, colour);
	draw_rect(ui->draw, b.x + r, b.y, b.width - 2 * r, b.height, colour);
	draw_rect(ui->draw, b.x, b.y + r, r, b.height - 2 * r, colour);
	draw_rect(ui->draw, b.x + b.width - r, b.y + r, r, b.height - 2 * r, colour);
}

// A quarter of a circle in five pieces, around x, y.
static void corner(struct ui *ui, float x, float y, float r, int quarter)
{
	static const float way[6][2] = { { 0, 1 }, { 0.309f, 0.951f }, { 0.588f, 0.809f }, { 0.809f, 0.588f }, { 0.951f, 0.309f }, { 1, 0 } };
	for (int i = 0; i < 6; i++) {
		float a = way[i][0] * r, b = way[i][1] * r;
		switch (quarter) {
		case 0: draw_to(ui->draw, x + a, y - b); break;
		case 1: draw_to(ui->draw, x + b, y + a); break;
		case 2: draw_to(ui->draw, x - a, y + b); break;
		default: draw_to(ui->draw, x - b, y - a); break;
		}
	}
}

static void outline_round(struct ui *ui, struct ui_box b, float r, uint32_t colour, float thick)
{
	int begin = draw_begin_path(ui->draw);
	corner(ui, b.x + b.width - r, b.y + r, r, 0);
	corner(ui, b.x + b.width - r, b.y + b.height - r, r, 1);
	corner(ui, b.x + r, b.y + b.height - r, r, 2);
	corner(ui, b.x + r, b.y + r, r, 3);
	draw_to(ui->draw, b.x + b.width - r, b.y);
	draw_path(ui->draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = colour, .thick = thick });
}

void ui_round(struct ui *ui, struct ui_box box, float radius, uint32_t fill, uint32_t stroke, float thick)
{
	box = (struct ui_box){ roundf(box.x), roundf(box.y), roundf(box.width), roundf(box.height) };
	if (!(fill & 0xFF)) {
		outline_round(ui, box, radius, stroke, thick);
		return;
	}
	if (stroke & 0xFF)
		fill_round(ui, box, radius, stroke);
	float inset = stroke & 0xFF ? thick : 0;
	fill_round(ui, ui_inset(box, inset), radius > inset ? radius - inset : 0, fill);
}

// ---- text

struct ui_style ui_plain(const struct ui *ui, float size)
{
	return (struct ui_style){ size, FONT_REGULAR, ui->look.theme->ink, DRAW_START };
}

struct ui_style ui_quiet(const struct ui *ui, float size)
{
	return (struct ui_style){ size, FONT_REGULAR, ui->look.theme->quiet, DRAW_START };
}

struct ui_style ui_bold(const struct ui *ui, float size)
{
	return (struct ui_style){ size, FONT_BOLD, ui->look.theme->ink, DRAW_START };
}

float ui_width(const struct ui *ui, const char *text, int length, struct ui_style style)
{
	return font_width(ui->look.font, style.weight, ui_px(ui, style.size), text, length);
}

float ui_line(const struct ui *ui, struct ui_style style)
{
	return roundf(ui_px(ui, style.size) * LINE);
}

static void put(struct ui *ui, float x, float baseline, const char *text, int length, struct ui_style style)
{
	draw_text(ui->draw, text, length, (struct draw_command){ .x = roundf(x), .y = roundf(baseline), .fill = style.colour,
		.size = ui_px(ui, style.size), .weight = style.weight, .anchor = style.anchor, .width = ui_width(ui, text, length, style) });
}

static float anchored(struct ui_box box, enum draw_anchor anchor)
{
	return anchor == DRAW_START ? box.x : anchor == DRAW_MIDDLE ? box.x + box.width / 2 : box.x + box.width;
}

// As many whole characters of the text as are no wider.
static int fitting(const struct ui *ui, const char *text, int length, float width, struct ui_style style)
{
	int low = 0, high = length;
	while (low < high) {
		int middle = (low + high + 1) / 2;
		if (ui_width(ui, text, middle, style) <= width)
			low = middle;
		else
			high = middle - 1;
	}
	while (low > 0 && low < length && ((unsigned char)text[low] & 0xC0) == 0x80)
		low--;
	return low;
}

// The first of the text and an ellipsis, no wider.
static void put_cut(struct ui *ui, float x, float baseline, const char *text, int length, float width, struct ui_style style)
{
	char cut[256 + 4];
	int fit = fitting(ui, text, length < 256 ? length : 256, width - ui_width(ui, "…", -1, style), style);
	while (fit > 0 && text[fit - 1] == ' ')
		fit--;
	memcpy(cut, text, (size_t)fit);
	memcpy(cut + fit, "…", sizeof "…");
	put(ui, x, baseline, cut, -1, style);
}

bool ui_text(struct ui *ui, struct ui_box box, const char *text, struct ui_style style)
{
	float size = ui_px(ui, style.size), baseline = box.y + box.height / 2 + size * FONT_CAPITAL / 2;
	bool fits = ui_width(ui, text, -1, style) <= box.width + 0.5f;
	if (fits)
		put(ui, anchored(box, style.anchor), baseline, text, -1, style);
	else
		put_cut(ui, anchored(box, style.anchor), baseline, text, (int)strlen(text), box.width, style);
	return fits;
}

bool ui_text_fitting(struct ui *ui, struct ui_box box, const char *text, struct ui_style style, float least)
{
	float wide = ui_width(ui, text, -1, style);
	if (wide > box.width)
		style.size = fmaxf(floorf(style.size * box.width / wide), least);
	return ui_text(ui, box, text, style);
}

// How many bytes of the text stand on a line; *next is where the following one begins. A word wider than
// the line is cut in it.
static int line_of(const struct ui *ui, const char *text, float width, struct ui_style style, const char **next)
{
	int end = 0, tried = 0;
	for (;;) {
		tried += (int)strspn(text + tried, " ");
		tried += (int)strcspn(text + tried, " \n");
		if (text[tried] == ' ' && text[tried + 1] == '%')
			continue;  // a number keeps its sign
		if (ui_width(ui, text, tried, style) > width)
			break;
		end = tried;
		if (text[tried] != ' ')
			break;
	}
	if (end == 0 && tried > 0) {
		end = fitting(ui, text, tried, width, style);
		end = end > 0 ? end : 1;
	}
	*next = text + end + strspn(text + end, " ");
	if (**next == '\n')
		++*next;
	return end;
}

float ui_wrap(struct ui *ui, struct ui_box box, const char *text, struct ui_style style, bool draw)
{
	float height = ui_line(ui, style), y = 0;
	for (const char *next; *text; text = next, y += height) {
		int length = line_of(ui, text, box.width, style, &next);
		bool last = draw && *next && y + 2 * height > box.height + 1;
		float baseline = box.y + y + height / 2 + ui_px(ui, style.size) * FONT_CAPITAL / 2;
		if (draw && y + height > box.height + 1)
			break;
		if (last)
			put_cut(ui, anchored(box, style.anchor), baseline, text, (int)strlen(text), box.width, style);
		else if (draw && length > 0)
			put(ui, anchored(box, style.anchor), baseline, text, length, style);
		if (last)
			return y + height;
	}
	return y;
}

// ---- icons, in a square of 20 × 20

static void shape(struct ui *ui, struct ui_box box, uint32_t colour, const float (*at)[2], int count)
{
	float unit = fminf(box.width, box.height) / 20;
	float left = box.x + (box.width - 20 * unit) / 2, top = box.y + (box.height - 20 * unit) / 2;
	int begin = draw_begin_path(ui->draw);
	for (int i = 0; i < count; i++)
		draw_to(ui->draw, left + at[i][0] * unit, top + at[i][1] * unit);
	draw_path(ui->draw, begin, (struct draw_command){ .kind = DRAW_POLYGON, .fill = colour });
}

static void bar(struct ui *ui, struct ui_box box, uint32_t colour, float left, float top, float right, float bottom)
{
	shape(ui, box, colour, (const float[4][2]){ { left, top }, { right, top }, { right, bottom }, { left, bottom } }, 4);
}

static void frame_corner(struct ui *ui, struct ui_box box, uint32_t colour, float x, float y, float sx, float sy)
{
	shape(ui, box, colour, (const float[6][2]){ { x, y }, { x + 7 * sx, y }, { x + 7 * sx, y + 2 * sy }, { x + 2 * sx, y + 2 * sy },
		{ x + 2 * sx, y + 7 * sy }, { x, y + 7 * sy } }, 6);
}

static void moon(struct ui *ui, struct ui_box box, uint32_t colour)
{
	static const float half[][2] = { { 10, 2 }, { 13.1f, 2.6f }, { 15.7f, 4.3f }, { 17.4f, 6.9f }, { 18, 10 }, { 17.4f, 13.1f }, { 15.7f, 15.7f },
		{ 13.1f, 17.4f }, { 10, 18 } };
	float unit = fminf(box.width, box.height) / 20;
	shape(ui, box, colour, half, (int)(sizeof half / sizeof *half));
	int begin = draw_begin_path(ui->draw);
	for (int i = 0; i < 9; i++)
		draw_to(ui->draw, box.x + box.width / 2 + (10 - half[i][0]) * unit, box.y + box.height / 2 + (half[i][1] - 10) * unit);
	draw_path(ui->draw, begin, (struct draw_command){ .kind = DRAW_LINE, .stroke = colour, .thick = 2 * unit });
}

static void letter(struct ui *ui, struct ui_box box, uint32_t colour, float size)
{
	ui_text(ui, box, "A", (struct ui_style){ size * box.height / ui->look.zoom, FONT_BOLD, colour, DRAW_MIDDLE });
}

void ui_icon(struct ui *ui, enum ui_icon icon, struct ui_box box, uint32_t colour)
{
	switch (icon) {
	case UI_ICON_NONE: break;
	case UI_ICON_PLAY: shape(ui, box, colour, (const float[3][2]){ { 5, 2 }, { 18, 10 }, { 5, 18 } }, 3); break;
	case UI_ICON_PAUSE:
		bar(ui, box, colour, 4, 2, 8.5f, 18);
		bar(ui, box, colour, 11.5f, 2, 16, 18);
		break;
	case UI_ICON_STEP:
		shape(ui, box, colour, (const float[3][2]){ { 4, 3 }, { 13, 10 }, { 4, 17 } }, 3);
		bar(ui, box, colour, 13.5f, 3, 16.5f, 17);
		break;
	case UI_ICON_BACK:
		shape(ui, box, colour, (const float[3][2]){ { 16, 3 }, { 7, 10 }, { 16, 17 } }, 3);
		bar(ui, box, colour, 3.5f, 3, 6.5f, 17);
		break;
	case UI_ICON_START:
		shape(ui, box, colour, (const float[3][2]){ { 11, 3 }, { 4, 10 }, { 11, 17 } }, 3);
		shape(ui, box, colour, (const float[3][2]){ { 18, 3 }, { 11, 10 }, { 18, 17 } }, 3);
		bar(ui, box, colour, 1.5f, 3, 4, 17);
		break;
	case UI_ICON_DARK: moon(ui, box, colour); break;
	case UI_ICON_FULL:
		frame_corner(ui, box, colour, 2, 3, 1, 1);
		frame_corner(ui, box, colour, 18, 3, -1, 1);
		frame_corner(ui, box, colour, 2, 17, 1, -1);
		frame_corner(ui, box, colour, 18, 17, -1, -1);
		break;
	case UI_ICON_LIST:
		for (int i = 0; i < 3; i++)
			bar(ui, box, colour, 2, 3 + (float)i * 5.75f, 18, 5.5f + (float)i * 5.75f);
		break;
	case UI_ICON_SMALLER: letter(ui, box, colour, 0.75f); break;
	case UI_ICON_LARGER: letter(ui, box, colour, 1.15f); break;
	}
}
