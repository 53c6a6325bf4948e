// Marks on an axis and the writing of its numbers.
#include "plot/ticks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define RANGE_LEAST 1e-12  // smaller or larger ranges are not what we draw
#define RANGE_MOST 1e15
#define MARK_NEAR 0.45      // of a step

struct step {
	double times;   // 1, 2 or 5 …
	double tens;    // … times or divided by this power of ten
	bool divided;
	int decimals;
};

static double step_size(const struct step *step)
{
	return step->divided ? step->times / step->tens : step->times * step->tens;
}

// i steps, exactly rounded: 3 × 1 ÷ 10 is the double nearest to 0.3.
static double multiple(const struct step *step, double i)
{
	return step->divided ? i * step->times / step->tens : i * step->times * step->tens;
}

static void enlarge(struct step *step)
{
	if (step->times < 5) {
		step->times = step->times < 2 ? 2 : 5;
		return;
	}
	step->times = 1;
	if (step->divided && step->tens > 1) {
		step->tens /= 10;
		step->decimals--;
	} else {
		step->divided = false;
		step->tens *= 10;
	}
}

// The first and last mark within a range, a hair's breadth outside it included.
static double first_mark(const struct step *step, double low)
{
	return ceil(low / step_size(step) - 1e-9);
}

static double last_mark(const struct step *step, double high)
{
	return floor(high / step_size(step) + 1e-9);
}

// The smallest step that gives at most so many marks.
static struct step choose(double low, double high, int most)
{
	struct step step = { .times = 1, .tens = 1e15, .divided = true, .decimals = 15 };
	while (last_mark(&step, high) - first_mark(&step, low) + 1 > most)
		enlarge(&step);
	return step;
}

static bool can_mark(double low, double high)
{
	return high - low >= RANGE_LEAST && low >= -RANGE_MOST && high <= RANGE_MOST;
}

static int bounded_most(int most)
{
	return most < 3 ? 3 : most > TICKS_MAX ? TICKS_MAX : most;
}

static double large_of(double low, double high)
{
	double most = fabs(low) > fabs(high) ? fabs(low) : fabs(high);
	return most >= 1e9 ? 1e9 : most >= 1e6 ? 1e6 : 1;
}

// A percentage has two decimals less than its share; of what is written in millions there are more.
static int decimals_of(const struct step *step, double large, enum ticks_kind kind)
{
	int decimals = kind == TICKS_SHARE ? step->decimals - 2 : step->decimals;
	double rest = step_size(step) / large;
	for (; large > 1 && decimals < 9 && fabs(rest - floor(rest + 0.5)) > 1e-9; rest *= 10)
		decimals++;
	return decimals < 0 ? 0 : decimals;
}

struct ticks ticks_number(double low, double high, int most, enum ticks_kind kind)
{
	struct ticks ticks = { .kind = kind, .large = 1 };
	if (!can_mark(low, high))
		return ticks;
	struct step step = choose(low, high, bounded_most(most));
	ticks.step = step_size(&step);
	ticks.large = kind == TICKS_SHARE ? 1 : large_of(low, high);
	if (decimals_of(&step, ticks.large, kind) > 2 && ticks.large > 1)
		ticks.large = 1;  // "1,000004 mln" is no help
	ticks.decimals = decimals_of(&step, ticks.large, kind);
	for (double i = first_mark(&step, low); i <= last_mark(&step, high) && ticks.count < TICKS_MAX; i++)
		ticks.value[ticks.count++] = multiple(&step, i) + 0.0;  // no minus zero
	return ticks;
}

// To the mark outside it where that is near, else by a little.
static double widened(const struct step *step, double end, double other)
{
	double size = step_size(step), outside = end < other ? last_mark(step, end) : first_mark(step, end);
	double mark = multiple(step, outside), far = fabs(mark - end) / size;
	if (far < MARK_NEAR)
		return mark;
	return end + (end - other) * 0.04;
}

void ticks_widen(double *low, double *high, int most)
{
	if (!can_mark(*low, *high))
		return;
	struct step step = choose(*low, *high, bounded_most(most));
	double from = widened(&step, *low, *high), to = widened(&step, *high, *low);
	*low = *low >= 0 && from < 0 ? 0 : from;
	*high = *high <= 0 && to > 0 ? 0 : to;
}

// ---- time

struct ticks ticks_weeks(double low, double high, int most, int start_year)
{
	static const int steps[] = { 1, 2, 4, 13, 26, 52, 104, 260, 520, 1040, 2600, 5200, 10400 };
	struct ticks ticks = { .kind = TICKS_WEEKS, .large = 1, .start_year = start_year };
	size_t s = high - low >= 3 * TICKS_YEAR_WEEKS ? 5 : 0;  // of several years the years
	if (!(high > low) || !can_mark(low, high))
		return ticks;
	while (s + 1 < sizeof steps / sizeof *steps && floor(high / steps[s]) - ceil(low / steps[s]) + 1 > (steps[s] < TICKS_YEAR_WEEKS ? bounded_most(most) : most + 1))
		s++;
	ticks.step = steps[s];
	for (double i = ceil(low / ticks.step); i * ticks.step <= high && ticks.count < TICKS_MAX; i++)
		ticks.value[ticks.count++] = i * ticks.step;
	return ticks;
}

// Where a year begins the year, elsewhere the week in it.
static void label_week(const struct ticks *ticks, double week, char out[TICKS_LABEL_MAX])
{
	int year = (int)floor(week / TICKS_YEAR_WEEKS), rest = (int)(week - (double)year * TICKS_YEAR_WEEKS);
	if (rest == 0)
		snprintf(out, TICKS_LABEL_MAX, "%d", ticks->start_year + year);
	else
		snprintf(out, TICKS_LABEL_MAX, "wk\u00A0%d", rest + 1);  // Dutch and English
}

// ---- writing

static void put_after(char out[TICKS_LABEL_MAX], const char *word)
{
	size_t used = strlen(out);
	snprintf(out + used, TICKS_LABEL_MAX - used, "%s", word);
}

// What the language puts behind a number: a percentage sign, or how large it is.
static const char *behind(enum ticks_kind kind, enum lang lang, double large)
{
	bool nl = lang == LANG_NL;
	if (kind == TICKS_SHARE)
		return nl ? "\u00A0%" : "%";
	if (large >= 1e9)
		return nl ? "\u00A0mld" : "\u00A0bn";
	return large >= 1e6 ? nl ? "\u00A0mln" : "\u00A0m" : "";
}

static void write_number(char out[TICKS_LABEL_MAX], enum ticks_kind kind, enum lang lang, double value, int decimals, double large)
{
	char number[TEXT_NUMBER_MAX];
	text_number(number, lang, kind == TICKS_SHARE ? value * 100 : value / large, value == 0 && large > 1 ? 0 : decimals, false);
	snprintf(out, TICKS_LABEL_MAX, "%s", number);
	if (!isnan(value) && (value != 0 || kind == TICKS_SHARE))
		put_after(out, behind(kind, lang, large));
}

void ticks_label(const struct ticks *ticks, int index, enum lang lang, char out[TICKS_LABEL_MAX])
{
	double value = ticks->value[index];
	if (ticks->kind == TICKS_WEEKS)
		label_week(ticks, value, out);
	else
		write_number(out, ticks->kind, lang, value, ticks->decimals, ticks->large);
}

void ticks_value(char out[TICKS_LABEL_MAX], enum ticks_kind kind, enum lang lang, double value, int decimals)
{
	double large = kind == TICKS_SHARE ? 1 : large_of(value, value);
	write_number(out, kind, lang, value, large > 1 && decimals < 1 ? 1 : decimals, large);
}
