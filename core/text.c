// Words in two languages, and the nearest known word to a misspelt one.
#include "text.h"

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
