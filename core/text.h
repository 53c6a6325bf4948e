// Words in the two languages of the program. Everything a user can read comes as a
// pair, so that a missing half is seen by the compiler or by a test, never by a reader.
#ifndef TEXT_H
#define TEXT_H

enum lang { LANG_NL, LANG_EN, LANG_COUNT };

struct text {
	const char *nl, *en;  // UTF-8, borrowed; NULL means "no text"
};

const char *text_in(struct text text, enum lang lang);

// "nl" or "en" to a language; false for any other word.
int text_lang(const char *word, enum lang *lang);

// The nearest of `count` names to `word` by edit distance, or NULL when none is near enough
// to be a slip of the pen. `stride` is the distance in bytes between two name pointers.
const char *text_nearest(const char *word, const char *const *names, int count, int stride);

#endif
