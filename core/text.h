// Words in the two languages of the program. Everything a user can read comes as a
// pair, so that a missing half is seen by the compiler or by a test, never by a reader.
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum lang { LANG_NL, LANG_EN, LANG_COUNT };

struct text {
	const char *nl, *en;  // UTF-8, borrowed; NULL means "no text"
};

const char *text_in(struct text text, enum lang lang);

// "nl" or "en" to a language; false for any other word.
int text_lang(const char *word, enum lang *lang);

// How many bytes the UTF-8 character has that `text` begins with; 0 when it is none, or a control character other
// than newline and tab. left: bytes that there are, at least 1.
size_t text_character(const char *text, size_t left);

// 1234.5 → "1.234,5" or "1,234.5"; NaN → "–". `sign` puts a plus before what is above zero.
enum { TEXT_NUMBER_MAX = 48 };  // bytes that any number takes, NUL included
void text_number(char out[TEXT_NUMBER_MAX], enum lang lang, double value, int decimals, bool sign);
// The fewest digits that read back as the same double, in C's own form; "" for NaN.
void text_exact(char out[TEXT_NUMBER_MAX], double value);
// Puts the digits of C's own form ("1234.5") in groups of three, with the language's marks.
void text_group(char *out, size_t size, const char *digits, enum lang lang);

// What a number may be: "0 to 1"; where there is no bound, "at least 0", "at most 1", "any number".
struct text_range {
	char nl[160], en[160];
};
struct text_range text_range(double min, double max, bool is_whole);

// The code point at *at, which moves on: by one byte, and −1, where the text is not UTF-8. The text ends in a NUL.
int32_t text_point(const char **at);

// The nearest of `count` names to `word` by edit distance, else the first that begins with it, or NULL when none is near
// enough to be a slip of the pen. `stride` is the distance in bytes between two name pointers.
const char *text_nearest(const char *word, const char *const *names, int count, int stride);

#endif
