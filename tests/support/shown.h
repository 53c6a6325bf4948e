// Drawings as text, to be compared with what was expected of them.
#ifndef SHOWN_H
#define SHOWN_H

#include "plot/draw.h"

// Fails the test when the drawing is not that of tests/golden/view/NAME.txt; under STOEPRAND_GOLDEN=write it is
// written there first. One command a line; what has points or form is counted, with a hash of all.
void shown_same(const char *name, const struct draw *draw);

bool shown_has(const struct draw *draw, const char *text);  // some text in it is, or begins with, this

// Of texts that would stand on or beyond the edge of the drawing, or that were cut with an ellipsis, the first; else NULL.
const char *shown_beyond(const struct draw *draw);
const char *shown_cut(const struct draw *draw);

#endif
