// Where an axis has its marks, and how its numbers are written: steps of 1, 2 or 5, few enough to
// read, with the decimals that the step needs; weeks at the turn of years or quarters.
#ifndef TICKS_H
#define TICKS_H

#include "text.h"

#include <stdbool.h>

enum { TICKS_MAX = 16, TICKS_LABEL_MAX = TEXT_NUMBER_MAX + 16, TICKS_YEAR_WEEKS = 52 };

enum ticks_kind {
	TICKS_NUMBER,
	TICKS_SHARE,  // 0–1, written as a percentage
	TICKS_WEEKS,  // weeks since the start of a year
};

struct ticks {
	enum ticks_kind kind;
	int count;
	double value[TICKS_MAX];
	double step;
	int decimals;
	double large;       // 1, or what labels are divided by: 1e6, 1e9
	int start_year;
};

// Marks from low to high, 2 to `most` of them where that can be. What is no number gives no marks.
struct ticks ticks_number(double low, double high, int most, enum ticks_kind kind);
struct ticks ticks_weeks(double low, double high, int most, int start_year);

// The range with some air around it, up to the next mark where that is near.
void ticks_widen(double *low, double *high, int most);

void ticks_label(const struct ticks *ticks, int index, enum lang lang, char out[TICKS_LABEL_MAX]);

// A value by itself, as such an axis writes it: "67,9 %", "1,2 mln". decimals are those shown.
void ticks_value(char out[TICKS_LABEL_MAX], enum ticks_kind kind, enum lang lang, double value, int decimals);

#endif
