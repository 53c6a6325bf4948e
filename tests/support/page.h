// Pages of docs/ whose tables and pictures a tool makes: put in place, or compared with what is there.
#ifndef PAGE_H
#define PAGE_H

#include "plot/draw.h"

#include <stdbool.h>
#include <stdio.h>

// One tool writes or compares throughout; what differs is told on standard error and counted.
struct page {
	const char *root;   // of the repository
	const char *file;   // "docs/facts.md"
	bool write;
	int differ;
};

// From the arguments of a tool: `TOOL [write]`; the repository is STOEPRAND_ROOT or here.
struct page page_open(const char *file, int argc, char **argv);

// What stands between <!-- mark --> and <!-- /mark -->.
void page_put(struct page *page, const char *mark, const char *text);

// A drawing as docs/pictures/NAME.svg. The drawing is then cleared.
void page_picture(struct page *page, const char *name, struct draw *draw);

int page_close(struct page *page);  // exit status: 1 when something differed that was not written

#endif
