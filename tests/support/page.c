// Generated parts of docs/.
#include "support/page.h"

#include "file.h"
#include "mem.h"
#include "plot/paint.h"

#include <stdlib.h>
#include <string.h>

enum { PATH_BYTES = 2048 };

struct page page_open(const char *file, int argc, char **argv)
{
	const char *root = getenv("STOEPRAND_ROOT");
	return (struct page){ .root = root && *root ? root : ".", .file = file, .write = argc > 1 && strcmp(argv[1], "write") == 0 };
}

static void write_all(const char *path, const char *text, size_t length)
{
	static struct err err;
	err_clear(&err);
	if (!file_write(path, text, length, &err)) {
		fprintf(stderr, "%s", err.text[LANG_EN]);
		exit(1);
	}
}

static void settle(struct page *page, const char *path, const char *what, const char *text, size_t length)
{
	size_t had_length = 0;
	unsigned char *had = NULL;
	bool same = file_read(path, &had, &had_length, NULL) && had_length == length && memcmp(had, text, length) == 0;
	mem_free(had);
	if (same)
		return;
	if (page->write) {
		write_all(path, text, length);
	} else {
		fprintf(stderr, "%s: %s is not what the model gives\n", path, what);
		page->differ++;
	}
}

void page_put(struct page *page, const char *mark, const char *text)
{
	char path[PATH_BYTES], open[128], close[128], *whole = NULL;
	size_t length = 0, room = 0;
	unsigned char *data = NULL;
	snprintf(path, sizeof path, "%s/%s", page->root, page->file);
	snprintf(open, sizeof open, "<!-- %s -->", mark);
	snprintf(close, sizeof close, "<!-- /%s -->", mark);
	char *had = file_read(path, &data, &length, NULL) ? (char *)data : NULL, *from = had ? strstr(had, open) : NULL, *to = from ? strstr(from, close) : NULL;
	if (!to) {
		fprintf(stderr, "%s: %s and %s are not there\n", path, open, close);
		exit(1);
	}
	FILE *out = open_memstream(&whole, &room);
	must(out);
	fprintf(out, "%.*s%s\n\n%s\n%s", (int)(from - had), had, open, text, to);
	must(fclose(out) == 0);
	settle(page, path, mark, whole, room);
	free(whole);
	mem_free(had);
}

void page_picture(struct page *page, const char *name, struct draw *draw)
{
	struct paint_bytes bytes = { 0 };
	char path[PATH_BYTES];
	snprintf(path, sizeof path, "%s/docs/pictures/%s.svg", page->root, name);
	must(draw_ok(draw, NULL) && paint_svg(draw, LANG_EN, &bytes, NULL));
	settle(page, path, "the picture", (const char *)bytes.data, bytes.count);
	mem_free(bytes.data);
	draw_clear(draw);
}

int page_close(struct page *page)
{
	if (page->differ)
		fprintf(stderr, "%s: %d parts differ\n", page->file, page->differ);
	return page->differ > 0;
}
