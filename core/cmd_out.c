// Writes text to a terminal as it can be shown there. Characters are decoded once, made
// harmless, and turned into ASCII where the locale has no UTF-8.
#include "cmd_out.h"

#include "file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { PUT_MAX = 4096 };

// ---- what the terminal can do

static bool locale_is_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strstr(value, "UTF-8") || strstr(value, "utf8") || strstr(value, "utf-8") ||
			       strstr(value, "UTF8");
	}
	return false;
}

static bool wants_colour(FILE *stream)
{
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
	return isatty(fileno(stream)) && !(none && *none) && term && strcmp(term, "dumb") != 0;
}

static int terminal_width(FILE *stream)
{
	struct winsize size;
	const char *told = getenv("COLUMNS");
	long width = told ? strtol(told, NULL, 10) : 0;
	if (width <= 0 && ioctl(fileno(stream), TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width <= 0)
		width = CMD_WIDTH_PLAIN;
	if (width < CMD_WIDTH_LEAST)
		width = CMD_WIDTH_LEAST;
	return width > CMD_WIDTH_MOST ? CMD_WIDTH_MOST : (int)width;
}

void cmd_out_init(struct cmd_out *out, FILE *stream, enum lang lang)
{
	out->stream = stream;
	out->lang = lang;
	out->utf8 = locale_is_utf8();
	out->colour = wants_colour(stream);
	out->width = terminal_width(stream);
}

// ---- characters

struct plain {
	int32_t point;
	const char *ascii;
};

static const struct plain plain_table[] = {
	{ 0x00A0, " " }, { 0x00B0, "o" }, { 0x00B1, "+/-" }, { 0x00B7, "-" }, { 0x00BD, "1/2" },
	{ 0x00D7, "x" }, { 0x00F7, "/" }, { 0x2009, " " }, { 0x202F, " " }, { 0x2010, "-" },
	{ 0x2011, "-" }, { 0x2012, "-" }, { 0x2013, "-" }, { 0x2014, "-" }, { 0x2018, "'" },
	{ 0x2019, "'" }, { 0x201C, "\"" }, { 0x201D, "\"" }, { 0x201E, "\"" }, { 0x2022, "*" },
	{ 0x2026, "..." }, { 0x20AC, "EUR" }, { 0x2190, "<-" }, { 0x2192, "->" }, { 0x2212, "-" },
	{ 0x2248, "~" }, { 0x2264, "<=" }, { 0x2265, ">=" }, { 0x2500, "-" }, { 0x2581, "_" },
	{ 0x2582, "." }, { 0x2583, "," }, { 0x2584, "-" }, { 0x2585, "~" }, { 0x2586, "=" },
	{ 0x2587, "*" }, { 0x2588, "#" }, { 0x2591, "." }, { 0x25BE, "v" },
};

static const char *plain_latin(int32_t point)
{
	static const char *const latin[] = {
		"A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
		"D", "N", "O", "O", "O", "O", "O", "x", "O", "U", "U", "U", "U", "Y", "Th", "ss",
		"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
		"d", "n", "o", "o", "o", "o", "o", "/", "o", "u", "u", "u", "u", "y", "th", "y",
	};
	return point >= 0xC0 && point <= 0xFF ? latin[point - 0xC0] : NULL;
}

static const char *plain_of(int32_t point)
{
	for (size_t i = 0; i < sizeof plain_table / sizeof *plain_table; i++)
		if (plain_table[i].point == point)
			return plain_table[i].ascii;
	const char *latin = plain_latin(point);
	return latin ? latin : "?";
}

static bool is_control(int32_t point)
{
	return (point < 0x20 && point != '\n') || (point >= 0x7F && point < 0xA0) ||
	       (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

static bool is_combining(int32_t point)
{
	return (point >= 0x300 && point < 0x370) || point == 0x200B || point == 0x200D ||
	       (point >= 0xFE00 && point <= 0xFE0F);
}

// Wide as in East Asian scripts and most emoji.
static bool is_wide(int32_t point)
{
	return (point >= 0x1100 && point < 0x1160) || (point >= 0x2E80 && point < 0xA4D0) ||
	       (point >= 0xAC00 && point < 0xD7A4) || (point >= 0xF900 && point < 0xFB00) ||
	       (point >= 0xFF00 && point < 0xFF61) || (point >= 0x1F300 && point < 0x1FB00);
}

// One character of *at: its bytes as shown (not NUL-terminated when in UTF-8), their count and columns.
struct shown {
	const char *bytes;
	size_t count;
	int columns;
};

static struct shown show_next(const struct cmd_out *out, const char **at)
{
	const char *start = *at;
	int32_t point = text_point(at);
	if (point == '\t')
		return (struct shown){ " ", 1, 1 };
	if (point < 0 || is_control(point))
		return (struct shown){ "?", point < 0, point < 0 };
	if (point < 0x80)
		return (struct shown){ start, 1, 1 };
	if (is_combining(point))
		return (struct shown){ start, out->utf8 ? (size_t)(*at - start) : 0, 0 };
	if (out->utf8)
		return (struct shown){ start, (size_t)(*at - start), is_wide(point) ? 2 : 1 };
	const char *ascii = plain_of(point);
	return (struct shown){ ascii, strlen(ascii), (int)strlen(ascii) };
}

int cmd_columns(const struct cmd_out *out, const char *text)
{
	int columns = 0;
	while (*text)
		columns += show_next(out, &text).columns;
	return columns;
}

static void put_text(const struct cmd_out *out, const char *text)
{
	while (*text) {
		struct shown shown = show_next(out, &text);
		(void)fwrite(shown.bytes, 1, shown.count, out->stream);
	}
}

// ---- writing

// Cuts an unfinished character off a text that did not fit.
static void put_formatted(const struct cmd_out *out, const char *format, va_list args)
{
	char text[PUT_MAX];
	int length = vsnprintf(text, sizeof text, format, args);
	if (length >= PUT_MAX) {
		size_t end = PUT_MAX - 1;
		while (end > 0 && ((unsigned char)text[end - 1] & 0xC0) == 0x80)
			end--;
		if (end > 0 && (unsigned char)text[end - 1] >= 0xC0)
			end--;
		text[end] = '\0';
	}
	if (length > 0)
		put_text(out, text);
}

void cmd_put(const struct cmd_out *out, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	put_formatted(out, format, args);
	va_end(args);
}

void cmd_say(const struct cmd_out *out, const char *nl, const char *en, ...)
{
	va_list args;
	va_start(args, en);
	put_formatted(out, out->lang == LANG_NL ? nl : en, args);
	va_end(args);
}

void cmd_style(const struct cmd_out *out, enum cmd_style style)
{
	static const char *const code[] = {
		[CMD_PLAIN] = "\033[0m", [CMD_BOLD] = "\033[1m", [CMD_DIM] = "\033[2m", [CMD_ACCENT] = "\033[36m",
	};
	if (out->colour)
		fputs(code[style], out->stream);
}

void cmd_repeat(const struct cmd_out *out, const char *text, int times)
{
	for (int i = 0; i < times; i++)
		put_text(out, text);
}

void cmd_rule(const struct cmd_out *out, int columns)
{
	cmd_style(out, CMD_DIM);
	cmd_repeat(out, "─", columns);
	cmd_style(out, CMD_PLAIN);
	cmd_put(out, "\n");
}

// As much of the text as takes at most `columns`.
static void put_within(const struct cmd_out *out, const char *text, int columns)
{
	while (*text) {
		struct shown shown = show_next(out, &text);
		columns -= shown.columns;
		if (columns < 0)
			break;
		(void)fwrite(shown.bytes, 1, shown.count, out->stream);
	}
}

// "Doorlo…mplex": names often differ at their ends.
static void put_shortened(const struct cmd_out *out, const char *text, int columns)
{
	int room = columns - cmd_columns(out, "…"), tail = room / 2;
	put_within(out, text, room - tail);
	cmd_put(out, "…");
	while (cmd_columns(out, text) > tail)
		show_next(out, &text);
	put_text(out, text);
}

void cmd_pad(const struct cmd_out *out, const char *text, int columns, bool left_aligned)
{
	int wide = cmd_columns(out, text);
	if (wide > columns) {
		put_shortened(out, text, columns);
		return;
	}
	if (!left_aligned)
		cmd_repeat(out, " ", columns - wide);
	put_text(out, text);
	if (left_aligned)
		cmd_repeat(out, " ", columns - wide);
}

// ---- paragraphs

static size_t word_length(const char *text)
{
	return strcspn(text, " \n\t");
}

// Puts a word of `length` bytes and returns its columns; `put` false only measures.
static int word_columns(const struct cmd_out *out, const char *word, size_t length, bool put)
{
	int columns = 0;
	for (const char *at = word; at < word + length;) {
		struct shown shown = show_next(out, &at);
		if (put)
			(void)fwrite(shown.bytes, 1, shown.count, out->stream);
		columns += shown.columns;
	}
	return columns;
}

static void start_line(const struct cmd_out *out, int indent)
{
	cmd_put(out, "\n");
	cmd_repeat(out, " ", indent);
}

void cmd_wrap(const struct cmd_out *out, int indent, const char *text)
{
	int column = indent;
	bool first = true;
	while (*text) {
		size_t length = word_length(text);
		int wide = word_columns(out, text, length, false);
		if (length && !first && column + 1 + wide > out->width) {
			start_line(out, indent);
			column = indent;
		} else if (length && !first) {
			cmd_put(out, " ");
			column++;
		}
		column += word_columns(out, text, length, true);
		first = first && length == 0;
		text += length;
		if (*text == '\n' && text[1]) {
			start_line(out, indent);
			column = indent;
			first = true;
		}
		text += *text != '\0';
	}
	cmd_put(out, "\n");
}

// ---- endings

bool cmd_out_finish(const struct cmd_out *out, struct err *err)
{
	bool flushed = fflush(out->stream) == 0;
	int error = errno;
	if (flushed && !ferror(out->stream))
		return true;
	struct text why = file_reason(flushed ? EIO : error);
	if (flushed || error != EPIPE)
		err_add(err, "kan de uitvoer niet schrijven: %s%.0s", "cannot write the output: %.0s%s", why.nl, why.en);
	return false;
}

void cmd_complain(const struct err *err, enum lang lang)
{
	struct cmd_out out;
	cmd_out_init(&out, stderr, lang);
	int lines = 0;
	for (const char *line = err->text[lang]; *line; lines++) {
		size_t length = strcspn(line, "\n");
		cmd_put(&out, "stoeprand: %.*s\n", (int)length, line);
		line += length + (line[length] == '\n');
	}
	if (err->count > lines)
		cmd_say(&out, "stoeprand: … en nog %d\n", "stoeprand: … and %d more\n", err->count - lines);
}
