// Samples of every kind of chart, ordinary ones and awkward ones: for the tests and the gallery.
#ifndef CHARTS_H
#define CHARTS_H

#include "plot/chart.h"

int charts_count(void);
const char *charts_name(int index);
void charts_draw(int index, struct draw *draw, const struct chart_look *look);

// Open Sans from the system; fails the program when it is not there.
struct font *charts_font(void);

#endif
