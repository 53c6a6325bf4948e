// Colours and their light.
#include "plot/colour.h"

enum { ROOT_STEPS = 60 };  // ample for the smallest number asked, (1/20)^2

// Newton from above.
static double fifth_root(double value)
{
	double root = 1;
	for (int i = 0; i < ROOT_STEPS; i++) {
		double fourth = root * root * root * root;
		root -= (root * fourth - value) / (5 * fourth);
	}
	return root;
}

double colour_light(double shade)
{
	if (shade <= 0.04045)
		return shade / 12.92;
	double base = (shade + 0.055) / 1.055;
	return base * base * fifth_root(base * base);  // the power 2.4
}

static double channel(uint32_t colour, int shift)
{
	return colour_light((double)(colour >> shift & 0xFF) / 255);
}

static double luminance(uint32_t colour)
{
	return 0.2126 * channel(colour, 24) + 0.7152 * channel(colour, 16) + 0.0722 * channel(colour, 8);
}

double colour_contrast(uint32_t a, uint32_t b)
{
	double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
	return one > other ? one / other : other / one;
}

// The stored byte nearest to so much light.
static uint32_t byte_of(double light)
{
	uint32_t low = 0, high = 255;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (colour_light((middle + 0.5) / 255) < light)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t colour_mix(uint32_t a, uint32_t b, double share)
{
	uint32_t mixed = 0xFF;
	for (int shift = 8; shift <= 24; shift += 8)
		mixed |= byte_of(channel(a, shift) * (1 - share) + channel(b, shift) * share) << shift;
	return mixed;
}

uint32_t colour_fade(uint32_t colour, double opacity)
{
	return (colour & ~(uint32_t)0xFF) | (uint32_t)(opacity * 255 + 0.5);
}
