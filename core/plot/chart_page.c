// The page of a chart: title on top, note at the bottom, and text that is measured before it is set.
#include "plot/chart_inside.h"

#include "plot/colour.h"

#include <string.h>

enum { PHONE_BELOW = 560 };

#define LEADING 1.32f  // from line to line, in sizes

struct style chart_text(const struct page *page)
{
	return (struct style){ .size = page->text, .colour = page->theme->ink };
}

struct style chart_small(const struct page *page)
{
	return (struct style){ .size = page->small, .colour = page->theme->quiet };
}

struct style chart_bold(const struct page *page)
{
	return (struct style){ .size = page->text, .colour = page->theme->ink, .weight = FONT_BOLD };
}

struct style chart_anchored(struct style style, enum draw_anchor anchor)
{
	style.anchor = anchor;
	return style;
}

// ---- one line

static int length_of(const char *text, int length)
{
	return length < 0 ? (int)strlen(text) : length;
}

float chart_width(const struct page *page, const char *text, int length, struct style style)
{
	return font_width(page->look->font, style.weight, style.size, text, length) * CHART_SLACK;
}

float chart_line_height(struct style style)
{
	return style.size * LEADING;
}

void chart_put(struct page *page, const char *text, int length, float x, float top, struct style style)
{
	if (!page->draw)
		return;
	struct draw_command how = { .x = x, .y = top + style.size * (FONT_ABOVE + (LEADING - FONT_ABOVE - FONT_BELOW) / 2),
		.size = style.size, .weight = style.weight, .fill = style.colour, .anchor = style.anchor, .upright = style.upright };
	how.width = font_width(page->look->font, style.weight, style.size, text, length);
	if (style.upright) {
		how.x = x + style.size * (FONT_ABOVE + (LEADING - FONT_ABOVE - FONT_BELOW) / 2);
		how.y = top;
	}
	draw_text(page->draw, text, length_of(text, length), how);
}

// Bytes up to the next place where the text may be cut.
static int step(const char *text)
{
	const char *at = text;
	text_point(&at);
	return (int)(at - text);
}

// The most bytes that fit in `width`, at least one character.
static int fitting(const struct page *page, const char *text, int length, float width, struct style style)
{
	int fit = 0;
	while (fit < length) {
		int next = fit + step(text + fit);
		if (fit > 0 && chart_width(page, text, next, style) > width)
			break;
		fit = next;
	}
	return fit;
}

void chart_put_fitting(struct page *page, const char *text, float x, float top, float width, struct style style)
{
	char cut[256];
	int length = (int)strlen(text);
	if (chart_width(page, text, length, style) <= width) {
		chart_put(page, text, length, x, top, style);
		return;
	}
	float dots = chart_width(page, "…", -1, style);
	int fit = fitting(page, text, length < 240 ? length : 240, width - dots, style);
	while (fit > 1 && text[fit - 1] == ' ')
		fit--;
	memcpy(cut, text, (size_t)fit);
	memcpy(cut + fit, "…", sizeof "…");
	chart_put(page, cut, -1, x, top, style);
}

// ---- lines: cut at spaces; a word that is too long by itself is cut where it must be

static int word_length(const char *text)
{
	return (int)strcspn(text, " \n");
}

// Bytes of the first line of `text`.
static int line_length(const struct page *page, const char *text, float width, struct style style)
{
	int line = 0;
	while (text[line] && text[line] != '\n') {
		int space = (int)strspn(text + line, " "), end = line + space + word_length(text + line + space);
		if (chart_width(page, text, end, style) > width)
			return line > 0 ? line : fitting(page, text, end, width - chart_width(page, "-", -1, style), style);
		line = end;
	}
	return line;
}

static const char *next_line(const char *text, int length)
{
	text += length;
	text += strspn(text, " ");
	return *text == '\n' ? text + 1 : text;
}

static bool is_cut(const char *text, int length)
{
	return text[length] && text[length] != ' ' && text[length] != '\n';
}

// A line, with a hyphen where its last word goes on.
static void put_line(struct page *page, const char *text, int length, float x, float top, struct style style)
{
	char cut[256];
	if (!is_cut(text, length) || length > (int)sizeof cut - 2) {
		chart_put(page, text, length, x, top, style);
		return;
	}
	memcpy(cut, text, (size_t)length);
	cut[length] = '-';
	chart_put(page, cut, length + 1, x, top, style);
}

float chart_wrap(struct page *page, const char *text, float x, float top, float width, int most, struct style style)
{
	float height = 0;
	for (int lines = 1; text && *text; lines++) {
		int length = line_length(page, text, width, style);
		if (most && lines == most && *next_line(text, length)) {
			char rest[512];
			size_t count = strlen(text);
			count = count < sizeof rest ? count : sizeof rest - 1;
			memcpy(rest, text, count);
			rest[count] = '\0';
			for (char *at = rest; *at; at++)
				*at = *at == '\n' ? ' ' : *at;
			chart_put_fitting(page, rest, x, top + height, width, style);
			return height + chart_line_height(style);
		}
		put_line(page, text, length, x, top + height, style);
		height += chart_line_height(style);
		text = next_line(text, length);
	}
	return height;
}

float chart_wrapped_width(struct page *page, const char *text, float width, struct style style)
{
	float widest = 0;
	while (text && *text) {
		int length = line_length(page, text, width, style);
		float one = chart_width(page, text, length, style);
		widest = one > widest ? one : widest;
		text = next_line(text, length);
	}
	return widest;
}

// ---- the page

static void put_head(struct page *page, const struct chart_words *words)
{
	struct style title = { .size = (page->phone ? 18 : 23) * page->zoom, .weight = FONT_BOLD, .colour = page->theme->ink };
	struct style subtitle = { .size = (page->phone ? 13.5f : 15) * page->zoom, .colour = page->theme->quiet };
	float width = page->right - page->left;
	if (words->title && *words->title)
		page->y += chart_wrap(page, words->title, page->left, page->y, width, 0, title) + 2 * page->zoom;
	if (words->subtitle && *words->subtitle)
		page->y += chart_wrap(page, words->subtitle, page->left, page->y, width < 820 * page->zoom ? width : 820 * page->zoom, 0, subtitle);
	if ((words->title && *words->title) || (words->subtitle && *words->subtitle))
		page->y += (page->phone ? 12 : 16) * page->zoom;
}

struct page chart_open(struct draw *draw, const struct chart_look *look, const struct chart_words *words)
{
	float zoom = look->zoom > 0 ? look->zoom : 1;
	must(look->width >= CHART_WIDTH_LEAST && look->width <= CHART_WIDTH_MOST);
	bool phone = look->width < PHONE_BELOW * zoom;
	float margin = (phone ? 14 : 26) * zoom;
	struct page page = {
		.draw = draw, .look = look, .theme = look->theme, .phone = phone, .zoom = zoom, .left = margin,
		.right = look->width - margin, .y = margin * 0.8f, .text = 13 * zoom, .small = 12 * zoom,
	};
	draw->width = look->width;
	draw->paper = look->theme->paper;
	draw_name(draw, words->title, words->description ? words->description : words->subtitle);
	put_head(&page, words);
	return page;
}

void chart_close(struct page *page, const struct chart_words *words)
{
	float width = page->right - page->left, most = 820 * page->zoom;
	if (words->note && *words->note) {
		page->y += 12 * page->zoom;
		page->y += chart_wrap(page, words->note, page->left, page->y, width < most ? width : most, 0, chart_small(page));
	}
	page->draw->height = (float)(int)(page->y + (page->phone ? 14 : 20) * page->zoom);
}

void chart_no_data(struct page *page)
{
	float width = page->right - page->left, height = 120 * page->zoom;
	draw_rect(page->draw, page->left, page->y, width, height, colour_fade(page->theme->grid, 0.4));
	chart_put(page, page->look->lang == LANG_NL ? "Geen gegevens" : "No data", -1, page->left + width / 2,
	          page->y + height / 2 - chart_line_height(chart_text(page)) / 2, chart_anchored(chart_small(page), DRAW_MIDDLE));
	page->y += height;
}
