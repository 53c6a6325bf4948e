// Words in two languages, and the nearest known word to a misspelt one.
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 64 };

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

int32_t text_point(const char **at)
{
	static const int32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	const unsigned char *byte = (const unsigned char *)*at;
	int more = byte[0] < 0x80 ? 0 : byte[0] < 0xC2 ? -1 : byte[0] < 0xE0 ? 1 : byte[0] < 0xF0 ? 2 : byte[0] < 0xF5 ? 3 : -1;
	int32_t point = more <= 0 ? byte[0] : byte[0] & (0x3F >> more);
	*at += 1;
	for (int i = 1; i <= more; i++) {
		if ((byte[i] & 0xC0) != 0x80)
			return -1;
		point = point << 6 | (byte[i] & 0x3F);
	}
	if (more < 0 || point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
		return -1;
	*at += more;
	return point;
}

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
	return best;
}

size_t text_character(const char *text, size_t left)
{
	const unsigned char *at = (const unsigned char *)text;
	static const unsigned int least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (at[0] < 0x80)
		return at[0] >= 0x20 ? at[0] != 0x7f : at[0] == '\n' || at[0] == '\t';
	size_t count = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
	unsigned int code = at[0] & (0xffu >> (count + 1));
	if (at[0] < 0xc2 || at[0] > 0xf4 || count > left)
		return 0;
	for (size_t i = 1; i < count; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		code = code << 6 | (at[i] & 0x3f);
	}
	int surrogate = code >= 0xd800 && code < 0xe000;
	return code < least[count] || code > 0x10ffff || surrogate || (code >= 0x80 && code < 0xa0) ? 0 : count;
}
