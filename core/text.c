// Words in two languages, and the nearest known word to a misspelt one.
#include "text.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 64, PREFIX_MIN = 4 };

const char *text_in(struct text text, enum lang lang)
{
	const char *word = lang == LANG_NL ? text.nl : text.en;
	return word ? word : "";
}

int text_lang(const char *word, enum lang *lang)
{
	if (strcmp(word, "nl") == 0)
		*lang = LANG_NL;
	else if (strcmp(word, "en") == 0)
		*lang = LANG_EN;
	else
		return 0;
	return 1;
}

static bool is_zero(const char *digits)
{
	return strspn(digits, "-0.") == strlen(digits);
}

void text_group(char *out, size_t size, const char *digits, enum lang lang)
{
	size_t whole = strcspn(digits, "."), used = 0;
	for (size_t i = 0; digits[i] && used + 2 < size; i++) {
		if (i && i < whole && (whole - i) % 3 == 0)
			out[used++] = lang == LANG_NL ? '.' : ',';
		out[used++] = digits[i] == '.' && lang == LANG_NL ? ',' : digits[i];
	}
	out[used] = '\0';
}

void text_number(char out[TEXT_NUMBER_MAX], enum lang lang, double value, int decimals, bool sign)
{
	char digits[TEXT_NUMBER_MAX];
	if (isnan(value) || fabs(value) >= 1e24) {
		snprintf(out, TEXT_NUMBER_MAX, "%s", isnan(value) ? "–" : value < 0 ? "−∞" : "∞");
		return;
	}
	snprintf(digits, sizeof digits, "%.*f", decimals, fabs(value));
	const char *before = is_zero(digits) ? "" : value < 0 ? "−" : sign ? "+" : "";
	int used = snprintf(out, TEXT_NUMBER_MAX, "%s", before);
	text_group(out + used, (size_t)(TEXT_NUMBER_MAX - used), digits, lang);
}

void text_exact(char out[TEXT_NUMBER_MAX], double value)
{
	out[0] = '\0';
	if (isnan(value))
		return;
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(out, TEXT_NUMBER_MAX, "%.*g", digits, value == 0 ? 0.0 : value);
		if (digits == 17 || strtod(out, NULL) == value)
			return;
	}
}

// Exact digits for a whole number that a double holds exactly.
static void write_bound(char out[TEXT_NUMBER_MAX], double bound, bool is_whole)
{
	snprintf(out, TEXT_NUMBER_MAX, is_whole && fabs(bound) <= 0x1p53 ? "%.0f" : "%.10g", bound);
}

struct text_range text_range(double min, double max, bool is_whole)
{
	struct text_range range;
	char low[TEXT_NUMBER_MAX], high[TEXT_NUMBER_MAX];
	bool is_open_below = min <= -DBL_MAX, is_open_above = max >= DBL_MAX;
	write_bound(low, min, is_whole);
	write_bound(high, max, is_whole);
	static const struct text kinds[] = { { "", "" }, { "een geheel getal, ", "a whole number, " } }, any[] = { { "elk getal", "any number" }, { "elk geheel getal", "any whole number" } };
	struct text kind = kinds[is_whole];
	if (is_open_below && is_open_above) {
		snprintf(range.nl, sizeof range.nl, "%s", any[is_whole].nl);
		snprintf(range.en, sizeof range.en, "%s", any[is_whole].en);
	} else if (is_open_below || is_open_above) {
		snprintf(range.nl, sizeof range.nl, "%s%s %s", kind.nl, is_open_below ? "hooguit" : "minstens", is_open_below ? high : low);
		snprintf(range.en, sizeof range.en, "%s%s %s", kind.en, is_open_below ? "at most" : "at least", is_open_below ? high : low);
	} else {
		snprintf(range.nl, sizeof range.nl, "%s%s tot en met %s", is_whole ? "een geheel getal van " : "", low, high);
		snprintf(range.en, sizeof range.en, "%s%s to %s", is_whole ? "a whole number from " : "", low, high);
	}
	return range;
}

// ---- UTF-8

// The code point that the bytes begin with, and in *count how many it takes; −1, and 1, when they begin with none.
static int32_t read_point(const unsigned char *byte, size_t left, size_t *count)
{
	static const int32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	size_t more = byte[0] < 0x80 ? 0 : byte[0] < 0xE0 ? 1 : byte[0] < 0xF0 ? 2 : 3;
	int32_t point = more == 0 ? byte[0] : byte[0] & (0x3F >> more);
	*count = 1;
	if ((byte[0] >= 0x80 && byte[0] < 0xC2) || byte[0] > 0xF4 || more >= left)
		return -1;
	for (size_t i = 1; i <= more; i++) {
		if ((byte[i] & 0xC0) != 0x80)
			return -1;
		point = point << 6 | (byte[i] & 0x3F);
	}
	if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
		return -1;
	*count = more + 1;
	return point;
}

int32_t text_point(const char **at)
{
	size_t count;
	int32_t point = read_point((const unsigned char *)*at, SIZE_MAX, &count);
	*at += count;
	return point;
}

size_t text_character(const char *text, size_t left)
{
	size_t count;
	int32_t point = read_point((const unsigned char *)text, left, &count);
	bool is_control = point < 0x20 ? point != '\n' && point != '\t' : point >= 0x7F && point < 0xA0;
	return point < 0 || is_control ? 0 : count;
}

// ---- nearest names

// Damerau-Levenshtein distance (adjacent letters swapped count once), three rows.
static int distance(const char *a, const char *b)
{
	int la = (int)strlen(a), lb = (int)strlen(b);
	int row[3][WORD_MAX + 1];
	if (la > WORD_MAX || lb > WORD_MAX)
		return WORD_MAX;
	for (int j = 0; j <= lb; j++)
		row[0][j] = j;
	for (int i = 1; i <= la; i++) {
		int *now = row[i % 3], *up = row[(i + 2) % 3], *up2 = row[(i + 1) % 3];
		now[0] = i;
		for (int j = 1; j <= lb; j++) {
			int best = up[j - 1] + (a[i - 1] != b[j - 1]);
			if (up[j] + 1 < best)
				best = up[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && up2[j - 2] + 1 < best)
				best = up2[j - 2] + 1;
			now[j] = best;
		}
	}
	return row[la % 3][lb];
}

const char *text_nearest(const char *word, const char *const *names, int count, int stride)
{
	const char *best = NULL;
	int limit = (int)strlen(word) / 3 + 1, least = limit + 1;
	for (int i = 0; i < count; i++) {
		const char *name = *(const char *const *)(const void *)((const char *)names + (long)i * stride);
		int d = name ? distance(word, name) : WORD_MAX;
		if (d < least) {
			least = d;
			best = name;
		}
	}
	for (int i = 0; !best && i < count && strlen(word) >= PREFIX_MIN; i++) {
		const char *name = *(const char *const *)(const void *)((const char *)names + (long)i * stride);
		if (name && strncmp(name, word, strlen(word)) == 0)
			best = name;
	}
	return best;
}
