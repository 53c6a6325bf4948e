// Reads tables: first the bytes become UTF-8, then rows are cut out of the text in place, since a cell never gets
// longer by taking its quotes off.
#include "script/csv.h"

#include "mem.h"

#include <stdint.h>
#include <string.h>

// ---- bytes to text

// What Windows-1252 has from 0x80 to 0x9f; 0 is not in use.
static const uint16_t windows[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

// The code of a byte; 0 when it is no text.
static unsigned int windows_code(unsigned char byte)
{
	if (byte >= 0x80 && byte < 0xa0)
		return windows[byte - 0x80];
	return (byte >= 0x20 && byte != 0x7f) || byte == '\t' || byte == '\n' || byte == '\r' ? byte : 0;
}

static size_t put_code(char *out, unsigned int code)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | code >> 12);
	out[1] = (char)(0x80 | (code >> 6 & 0x3f));
	out[2] = (char)(0x80 | (code & 0x3f));
	return 3;
}

struct survey {          // of bytes, to tell in which encoding they are
	long wide, broken;   // characters of several bytes in UTF-8; bytes above 0x7f that are none
	long bad_line, broken_line;  // first line with what is no text in any encoding; with a broken byte
	long no_windows_line;        // first line with a byte that Windows-1252 does not have
};

static struct survey survey(const char *bytes, size_t length)
{
	struct survey s = { 0 };
	long line = 1;
	for (size_t i = 0, step; i < length; i += step ? step : 1) {
		unsigned char byte = (unsigned char)bytes[i];
		step = byte == '\r' ? 1 : text_character(bytes + i, length - i);
		line += byte == '\n' || (byte == '\r' && (i + 1 == length || bytes[i + 1] != '\n'));
		s.wide += step > 1;
		if (!step && byte < 0x80 && !s.bad_line)
			s.bad_line = line;
		if (!step && byte >= 0x80 && !s.broken++)
			s.broken_line = line;
		if (!step && !windows_code(byte) && !s.no_windows_line)
			s.no_windows_line = line;
	}
	return s;
}

static bool text_ok(const struct survey *s, bool has_mark, const char *file, struct err *err)
{
	if (s->bad_line)
		err_add(err, "%s: regel %ld: dit is geen tekstbestand; bewaar het blad als CSV", "%s: line %ld: this is not a text file; save the sheet as CSV", file, s->bad_line);
	else if (s->broken && (has_mark || s->wide))
		err_add(err, "%s: regel %ld: een teken is hier onleesbaar: het bestand is beschadigd, of door elkaar UTF-8 en Windows-1252; bewaar het blad opnieuw als CSV UTF-8",
		        "%s: line %ld: a character cannot be read here: the file is damaged, or part UTF-8 and part Windows-1252; save the sheet again as CSV UTF-8", file, s->broken_line);
	else if (s->broken && s->no_windows_line)
		err_add(err, "%s: regel %ld: een teken is hier onleesbaar: dit is geen UTF-8 en geen Windows-1252; bewaar het blad als CSV UTF-8",
		        "%s: line %ld: a character cannot be read here: this is neither UTF-8 nor Windows-1252; save the sheet as CSV UTF-8", file, s->no_windows_line);
	else
		return true;
	return false;
}

static size_t copy_text(char *out, const char *bytes, size_t length, bool is_windows)
{
	size_t used = 0;
	if (!is_windows) {
		memcpy(out, bytes, length);
		return length;
	}
	for (size_t i = 0; i < length; i++)
		used += put_code(out + used, windows_code((unsigned char)bytes[i]));
	return used;
}

// ---- rows

static bool ends_line(char c)
{
	return c == '\n' || c == '\r';
}

// "sep=;" on a line of its own is how a spreadsheet is told the separator. Otherwise the first line with words says.
static void find_separator(struct csv *csv)
{
	const char *at = csv->text;
	if (csv->length >= 5 && memcmp(at, "sep=", 4) == 0 && strchr(";,\t", at[4]) && (csv->length == 5 || ends_line(at[5]))) {
		csv->separator = at[4];
		csv->at = csv->length == 5 ? 5 : csv->length > 6 && at[5] == '\r' && at[6] == '\n' ? 7 : 6;
		csv->line = 2;
		return;
	}
	bool quoted = false;
	size_t found[3] = { 0 };
	for (at += strspn(at, "\r\n \t"); *at && (quoted || !ends_line(*at)); at++) {
		quoted = quoted != (*at == '"');
		for (int k = 0; k < 3 && !quoted; k++)
			found[k] += *at == ";,\t"[k];
	}
	csv->separator = found[0] ? ';' : found[1] ? ',' : found[2] ? '\t' : ';';
}

bool csv_open(struct csv *csv, const char *bytes, size_t length, const char *file, struct err *err)
{
	*csv = (struct csv){ .line = 1 };
	if (length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0)) {
		err_add(err, "%s: dit bestand is UTF-16 (\"Unicode-tekst\"); bewaar het blad als CSV UTF-8", "%s: this file is UTF-16 (\"Unicode text\"); save the sheet as CSV UTF-8", file);
		return false;
	}
	bool has_mark = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
	bytes += has_mark ? 3 : 0;
	length -= has_mark ? 3 : 0;
	struct survey s = survey(bytes, length);
	if (!text_ok(&s, has_mark, file, err))
		return false;
	csv->text = mem_new(length * (s.broken ? 3 : 1) + 1, 1);
	if (!csv->text) {
		err_memory(err);
		return false;
	}
	csv->length = copy_text(csv->text, bytes, length, s.broken > 0);
	find_separator(csv);
	return true;
}

void csv_close(struct csv *csv)
{
	mem_free(csv->text);
	*csv = (struct csv){ 0 };
}

static void pass_line_end(struct csv *csv)
{
	if (csv->at < csv->length) {
		bool two = csv->text[csv->at] == '\r' && csv->text[csv->at + 1] == '\n';
		csv->at += two ? 2 : 1;
		csv->line++;
	}
}

// Past the closing quote; the cell without its quotes ends at the place returned.
static char *unquote(struct csv *csv, char *out, struct csv_row *row)
{
	for (csv->at++; csv->at < csv->length; csv->at++) {
		char c = csv->text[csv->at];
		if (c == '"' && csv->text[csv->at + 1] != '"') {
			csv->at++;
			return out;
		}
		csv->at += c == '"';
		csv->line += c == '\n' || (c == '\r' && csv->text[csv->at + 1] != '\n');
		*out++ = c;
	}
	row->fault = CSV_OPEN;
	return out;
}

static bool is_blank(const char *at)
{
	return *at == ' ' || *at == '\t';
}

static size_t hard_space(const char *at)
{
	return memcmp(at, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

static char *trim(char *from, char *end)
{
	for (;;) {
		if (end > from && is_blank(end - 1))
			end--;
		else if (end - from >= 2 && hard_space(end - 2))
			end -= 2;
		else
			break;
	}
	*end = '\0';
	while (is_blank(from) || (end - from >= 2 && hard_space(from)))
		from += is_blank(from) ? 1 : 2;
	return from;
}

// One cell; what ends it (a separator, a line end, the end) is not passed.
static char *read_cell(struct csv *csv, struct csv_row *row)
{
	while (csv->text[csv->at] == ' ')
		csv->at++;
	char *end = csv->text + csv->at;
	bool quoted = *end == '"';
	if (quoted)
		end = unquote(csv, end, row);
	for (; csv->at < csv->length && csv->text[csv->at] != csv->separator && !ends_line(csv->text[csv->at]); csv->at++) {
		char c = csv->text[csv->at];
		if ((c == '"' || (quoted && c != ' ')) && row->fault == CSV_FINE)
			row->fault = CSV_STRAY;
		*end++ = c;
	}
	return end;
}

bool csv_next(struct csv *csv, struct csv_row *row)
{
	row->line = csv->line;
	row->count = 0;
	row->fault = CSV_FINE;
	if (csv->at >= csv->length)
		return false;
	for (bool more = true, filled = false; more;) {
		char *from = csv->text + csv->at, *end = read_cell(csv, row);
		more = csv->at < csv->length && csv->text[csv->at] == csv->separator;
		if (!more)
			pass_line_end(csv);
		else
			csv->at++;
		char *cell = trim(from, end);
		filled |= *cell != '\0';
		if (row->count < CSV_CELLS_MAX)
			row->cell[row->count] = cell;
		row->count++;
		if (!more && !filled && row->fault == CSV_FINE)
			row->count = 0;
	}
	return true;
}
