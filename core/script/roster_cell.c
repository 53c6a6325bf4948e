// What single cells of a staff table say. Nothing is guessed: a form that is not known is no value.
#include "script/roster_inside.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool roster_fold(const char *text, bool is_head, char out[ROSTER_NAME_MAX + 1])
{
	size_t used = 0;
	bool space = false;
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		unsigned char c = *at;
		bool hard = c == 0xc2 && at[1] == 0xa0;
		if (hard || c <= ' ' || (is_head && (c == '_' || c == '-'))) {
			at += hard;
			space = used > 0;
			continue;
		}
		bool accented = at > (const unsigned char *)text && at[-1] == 0xc3 && c >= 0x80 && c <= 0x9e && c != 0x97;  // À to Þ
		if ((c >= 'A' && c <= 'Z') || accented)
			c = (unsigned char)(c + 32);
		if (used + space + 1 > ROSTER_NAME_MAX)
			return false;
		if (space)
			out[used++] = ' ';
		space = false;
		out[used++] = (char)c;
	}
	out[used] = '\0';
	return true;
}

// "36", "36,0" or "36.0": at most three digits before and after.
bool roster_hours(const char *cell, double *hours)
{
	size_t whole = strspn(cell, "0123456789");
	const char *rest = cell + whole;
	double value = 0, unit = 1;
	for (size_t i = 0; i < whole && i < 4; i++)
		value = 10 * value + (cell[i] - '0');
	if (*rest == ',' || *rest == '.') {
		size_t digits = strspn(rest + 1, "0123456789");
		for (size_t i = 1; i <= digits && digits <= 3; i++)
			value += (rest[i] - '0') * (unit /= 10);
		rest = digits >= 1 && digits <= 3 ? rest + 1 + digits : "?";
	}
	*hours = value;
	return whole >= 1 && whole <= 3 && *rest == '\0';
}

// `least` to `most` digits at *at, which then moves on.
static bool read_digits(const char **at, int least, int most, int *value, int *count)
{
	*value = 0;
	for (*count = 0; is_digit(**at) && *count <= most; ++*at, ++*count)
		*value = 10 * *value + (**at - '0');
	return *count >= least && *count <= most;
}

static int days_of(int month, int year)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

// 2019-03-01, 01-03-2019 or 1-3-2019: the year first, or day, month and year in the Dutch order.
bool roster_date(const char *cell, struct roster_date *date)
{
	int first, middle, last, a, b, c;
	if (!read_digits(&cell, 1, 4, &first, &a) || *cell++ != '-' || !read_digits(&cell, 1, 2, &middle, &b) || *cell++ != '-' ||
		!read_digits(&cell, 1, 4, &last, &c) || *cell)
		return false;
	if (!(a == 4 ? b == 2 && c == 2 : a <= 2 && c == 4))
		return false;
	*date = a == 4 ? (struct roster_date){ first, middle, last } : (struct roster_date){ last, middle, first };
	return date->year >= 1900 && date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= days_of(date->month, date->year);
}

bool roster_year(const char *cell, int *year)
{
	int digits;
	return read_digits(&cell, 4, 4, year, &digits) && !*cell;
}
