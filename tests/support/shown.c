// Whole pixels and colours; dots and curves as one hash, rounded to a tenth of a pixel.
#include "support/shown.h"

#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINE = 1024 };

static const char *path_of(const char *name, char path[LINE])
{
	const char *root = getenv("STOEPRAND_ROOT");
	snprintf(path, LINE, "%s%stests/golden/view/%s.txt", root ? root : "", root ? "/" : "", name);
	return path;
}

static uint64_t add(uint64_t hash, double value)
{
	return (hash ^ (uint64_t)llround(value * 10)) * 0x100000001b3u;
}

static uint64_t hash_of(uint64_t hash, const struct draw *draw, const struct draw_command *c)
{
	bool path = c->kind == DRAW_LINE || c->kind == DRAW_POLYGON;
	hash = add(add(add(add(add(hash, c->kind), c->fill), c->stroke), c->thick), c->dash);
	for (int i = 0; path && i < c->count; i++)
		hash = add(add(hash, draw->point[c->first + i].x), draw->point[c->first + i].y);
	return path ? hash : add(add(add(add(hash, c->x), c->y), c->width), c->first);
}

static void write_command(FILE *file, const struct draw *draw, const struct draw_command *c)
{
	static const char *const anchor[] = { "start", "middle", "end" };
	if (c->kind == DRAW_TEXT)
		fprintf(file, "text %.0f,%.0f %s %.0f%s %08" PRIx32 " %s\n", c->x, c->y, anchor[c->anchor], c->size, c->weight == FONT_BOLD ? " bold" : "", c->fill, draw->text + c->first);
	else if (c->kind == DRAW_RECT)
		fprintf(file, "rect %.0f,%.0f %.0f×%.0f %08" PRIx32 " %08" PRIx32 " %.1f\n", c->x, c->y, c->width, c->height, c->fill, c->stroke, c->thick);
	else if (c->kind == DRAW_CIRCLE)
		fprintf(file, "circle %.0f,%.0f %.1f %08" PRIx32 " %08" PRIx32 " %.1f\n", c->x, c->y, c->width, c->fill, c->stroke, c->thick);
	else if (c->kind == DRAW_CLIP)
		fprintf(file, "clip %.0f,%.0f %.0f×%.0f\n", c->x, c->y, c->width, c->height);
	else if (c->kind == DRAW_UNCLIP)
		fprintf(file, "unclip\n");
}

static void write_all(FILE *file, const struct draw *draw)
{
	uint64_t hash = 0xcbf29ce484222325u;
	int lines = 0, polygons = 0, symbols = 0;
	fprintf(file, "drawing %.0f×%.0f %08" PRIx32 "\n", draw->width, draw->height, draw->paper);
	for (int i = 0; i < draw->count; i++) {
		const struct draw_command *c = &draw->command[i];
		lines += c->kind == DRAW_LINE;
		polygons += c->kind == DRAW_POLYGON;
		symbols += c->kind == DRAW_SYMBOL;
		if (c->kind == DRAW_LINE || c->kind == DRAW_POLYGON || c->kind == DRAW_SYMBOL)
			hash = hash_of(hash, draw, c);
		else
			write_command(file, draw, c);
	}
	fprintf(file, "lines %d, polygons %d, symbols %d: %016" PRIx64 "\n", lines, polygons, symbols, hash);
}

void shown_same(const char *name, const struct draw *draw)
{
	const char *wish = getenv("STOEPRAND_GOLDEN");
	char path[LINE], expected[LINE], line[LINE];
	FILE *drawn = wish && strcmp(wish, "write") == 0 ? fopen(path_of(name, path), "w") : NULL;
	if (drawn) {
		write_all(drawn, draw);
		assert_int_equal(fclose(drawn), 0);
	}
	FILE *golden = fopen(path_of(name, path), "r");
	if (!golden)
		fail_msg("cannot read %s: run from the repository, or with STOEPRAND_ROOT", path);
	drawn = tmpfile();
	assert_non_null(drawn);
	write_all(drawn, draw);
	rewind(drawn);
	for (int number = 1;; number++) {
		bool more = fgets(line, sizeof line, drawn) != NULL, wanted = fgets(expected, sizeof expected, golden) != NULL;
		if (!more && !wanted)
			break;
		if (more != wanted || strcmp(line, expected) != 0)
			fail_msg("%s:%d: drawn %s, expected %s", path, number, more ? line : "nothing", wanted ? expected : "nothing");
	}
	fclose(drawn);
	fclose(golden);
}

bool shown_has(const struct draw *draw, const char *text)
{
	for (int i = 0; i < draw->count; i++)
		if (draw->command[i].kind == DRAW_TEXT && strncmp(draw->text + draw->command[i].first, text, strlen(text)) == 0)
			return true;
	return false;
}

const char *shown_beyond(const struct draw *draw)
{
	for (int i = 0; i < draw->count; i++) {
		const struct draw_command *c = &draw->command[i];
		float left = c->anchor == DRAW_START ? c->x : c->anchor == DRAW_MIDDLE ? c->x - c->width / 2 : c->x - c->width;
		if (c->kind == DRAW_TEXT && !c->upright && (left < 0 || left + c->width > draw->width || c->y > draw->height || c->y - c->size * FONT_CAPITAL < 0))
			return draw->text + c->first;
	}
	return NULL;
}

const char *shown_cut(const struct draw *draw)
{
	for (int i = 0; i < draw->count; i++) {
		const struct draw_command *c = &draw->command[i];
		if (c->kind == DRAW_TEXT && c->count >= 3 && strcmp(draw->text + c->first + c->count - 3, "…") == 0)
			return draw->text + c->first;
	}
	return NULL;
}
