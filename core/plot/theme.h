// Colours of a picture, for a light screen, a dark one and paper. Checked by tests: text stands out
// 4.5 : 1, lines 3 : 1, and any two series stay apart for the colour-blind. Still no chart tells by
// colour alone: series also differ in dash and marker and are named, mindsets differ in form.
#ifndef THEME_H
#define THEME_H

#include <stdint.h>

enum { THEME_SERIES = 6, THEME_STEPS = 5, THEME_GROUNDS = 2 };

struct theme {
	const char *name;
	uint32_t paper;
	uint32_t ink;                    // text that is read first
	uint32_t quiet;                  // text beside it
	uint32_t axis;                   // where zero is, ticks
	uint32_t pin;                    // between axis and grid
	uint32_t grid;                   // hardly there
	uint32_t series[THEME_SERIES];
	uint32_t scale[THEME_STEPS];     // little … much
	uint32_t split[THEME_STEPS];     // below … the middle … above
	uint32_t mindset[THEME_STEPS];   // fixed … growth; a dot has a shape too, in the order of enum draw_shape
	uint32_t outline;                // of such a dot
	uint32_t ground[THEME_GROUNDS];  // below the dots: unsafe, safe
};

extern const struct theme theme_light, theme_dark, theme_print;

#endif
