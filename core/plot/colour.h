// Colours are 0xRRGGBBAA, as the eye is used to (sRGB). Light adds up in linear numbers, and there
// they are mixed and compared. Only +, −, × and ÷: the same bits everywhere.
#ifndef COLOUR_H
#define COLOUR_H

#include <stdint.h>

double colour_light(double shade);  // 0–1 as stored → 0–1 of light

// Contrast by the rule for readable screens (WCAG): 1 to 21. Opaque colours.
double colour_contrast(uint32_t a, uint32_t b);

// `share` 0–1 of b in a, opaque.
uint32_t colour_mix(uint32_t a, uint32_t b, double share);

uint32_t colour_fade(uint32_t colour, double opacity);

#endif
