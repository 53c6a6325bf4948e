// Colours can be told apart, also by who lacks red, green or blue cones (Machado, Oliveira and Fernandes 2009,
// severity 1), and what is read stands out from its paper.
#include "plot/colour.h"
#include "plot/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define APART 24.0

static const struct theme *const theme_table[] = { &theme_light, &theme_dark, &theme_print };
enum { THEMES = 3 };

static const double sight[4][3][3] = {
	{ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
	{ { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
	{ { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
	{ { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double root(double t)
{
	return t > 0.008856 ? cbrt(t) : 7.787 * t + 16 / 116.0;
}

// CIE L*a*b* of a colour as such eyes see it.
static void seen(uint32_t colour, const double eye[3][3], double lab[3])
{
	double light[3], rgb[3];
	for (int i = 0; i < 3; i++)
		light[i] = colour_light((double)(colour >> (24 - 8 * i) & 0xFF) / 255);
	for (int i = 0; i < 3; i++)
		rgb[i] = fmin(1, fmax(0, eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2]));
	double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
	double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
	double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
	lab[0] = 116 * y - 16, lab[1] = 500 * (x - y), lab[2] = 200 * (y - z);
}

static double apart(uint32_t a, uint32_t b, int eye)
{
	double one[3], other[3];
	seen(a, sight[eye], one);
	seen(b, sight[eye], other);
	return sqrt(pow(one[0] - other[0], 2) + pow(one[1] - other[1], 2) + pow(one[2] - other[2], 2));
}

static void the_measure_of_contrast_is_right(void **state)
{
	assert_true(fabs(colour_contrast(0x000000FF, 0xFFFFFFFF) - 21) < 1e-6);
	assert_true(fabs(colour_contrast(0x767676FF, 0xFFFFFFFF) - 4.54) < 0.01);
	assert_true(fabs(colour_light(0.5) - pow((0.5 + 0.055) / 1.055, 2.4)) < 1e-12);
}

static void text_stands_out(void **state)
{
	for (int i = 0; i < THEMES; i++) {
		assert_true(colour_contrast(theme_table[i]->ink, theme_table[i]->paper) >= 7);
		assert_true(colour_contrast(theme_table[i]->quiet, theme_table[i]->paper) >= 4.5);
	}
}

static void lines_stand_out(void **state)
{
	for (int i = 0; i < THEMES; i++) {
		assert_true(colour_contrast(theme_table[i]->axis, theme_table[i]->paper) >= 3);
		for (int s = 0; s < THEME_SERIES; s++)
			assert_true(colour_contrast(theme_table[i]->series[s], theme_table[i]->paper) >= 3);
	}
}

static void series_stay_apart_for_all_eyes(void **state)
{
	for (int i = 0; i < THEMES; i++)
		for (int a = 0; a < THEME_SERIES; a++)
			for (int b = 0; b < a; b++)
				for (int eye = 0; eye < 4; eye++)
					if (apart(theme_table[i]->series[a], theme_table[i]->series[b], eye) < APART)
						fail_msg("%s: series %d and %d look alike to eye %d", theme_table[i]->name, a, b, eye);
}

// More is darker on light paper and lighter on dark, step after step; the ends of split colours are told apart.
static void scales_go_one_way(void **state)
{
	for (int i = 0; i < THEMES; i++) {
		const struct theme *theme = theme_table[i];
		for (int k = 1; k < THEME_STEPS; k++)
			assert_true(colour_contrast(theme->scale[k], theme->paper) > 1.2 * colour_contrast(theme->scale[k - 1], theme->paper));
		for (int eye = 0; eye < 4; eye++)
			assert_true(apart(theme->split[0], theme->split[THEME_STEPS - 1], eye) > APART);
	}
}

// Fixed and growth are never told by colour alone, but colour helps: for any eye, on paper and on any floor.
static void mindsets_stay_apart_for_all_eyes(void **state)
{
	for (int i = 0; i < THEMES; i++)
		for (int a = 0; a < THEME_STEPS; a++) {
			const struct theme *theme = theme_table[i];
			assert_true(colour_contrast(theme->mindset[a], theme->paper) >= 3);
			for (int g = 0; g <= 4; g++) {  // the fill itself, or its outline
				uint32_t ground = colour_mix(theme->ground[0], theme->ground[1], g / 4.0);
				assert_true(fmax(colour_contrast(theme->mindset[a], ground), colour_contrast(theme->outline, ground)) >= 3);
				assert_true(colour_contrast(theme->mindset[a], ground) >= 2.3);
			}
			for (int b = 0; b < a; b++)
				for (int eye = 0; eye < 4; eye++)
					if (apart(theme->mindset[a], theme->mindset[b], eye) < 22)
						fail_msg("%s: steps %d and %d of mindset look alike to eye %d", theme->name, a, b, eye);
		}
}

static void light_is_mixed_as_light(void **state)
{
	assert_int_equal(colour_mix(0x000000FF, 0xFFFFFFFF, 0.5), 0xBCBCBCFF);
	assert_int_equal(colour_mix(0x123456FF, 0xFFFFFFFF, 0), 0x123456FF);
	assert_int_equal(colour_mix(0x123456FF, 0xFEDCBAFF, 1), 0xFEDCBAFF);
	assert_int_equal(colour_fade(0x123456FF, 0.5), 0x12345680);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_measure_of_contrast_is_right),
		cmocka_unit_test(text_stands_out),
		cmocka_unit_test(lines_stand_out),
		cmocka_unit_test(series_stay_apart_for_all_eyes),
		cmocka_unit_test(scales_go_one_way),
		cmocka_unit_test(mindsets_stay_apart_for_all_eyes),
		cmocka_unit_test(light_is_mixed_as_light),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
