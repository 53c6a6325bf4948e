// Real functions of our own: as near to libm's as their header says.
#include "sim/real.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static double relative(double found, double truth)
{
	return fabs(found - truth) / fabs(truth);
}

static void exp_is_within_1e15(void **state)
{
	double worst = 0;
	for (double x = -707.9; x < 708.9; x += 0.00713)
		worst = fmax(worst, relative(real_exp(x), exp(x)));
	assert_true(worst < 1e-15);
	for (double x = -1; x < 1; x += 0.0001)
		worst = fmax(worst, relative(real_exp(x), exp(x)));
	assert_true(worst < 1e-15);
}

static void exp_ends_quietly(void **state)
{
	assert_true(real_exp(-709) == 0);
	assert_true(real_exp(-1e300) == 0);
	assert_true(real_exp(0) == 1);
	assert_true(isfinite(real_exp(710)) && real_exp(710) == real_exp(709) && real_exp(1e300) == real_exp(709));
}

static void log_is_within_1e14(void **state)
{
	double worst = 0;
	for (double x = 1e-300; x < 1e300; x *= 1.0137)
		worst = fmax(worst, relative(real_log(x), log(x)));
	assert_true(worst < 1e-14);
	for (double x = 0.5; x < 2; x += 0.00013)  // near 1, where a logarithm is small
		worst = fmax(worst, relative(real_log(x), log(x)));
	assert_true(worst < 1e-14);
	assert_true(real_log(1) == 0);
}

static void logistic_is_an_s_between_0_and_1(void **state)
{
	for (double x = -40; x <= 40; x += 0.01) {
		assert_true(relative(real_logistic(x), 1 / (1 + exp(-x))) < 4e-15);
		assert_true(real_logistic(x) <= real_logistic(x + 0.01));
	}
	assert_true(real_logistic(0) == 0.5);
	assert_true(real_logistic(-1e6) >= 0 && real_logistic(1e6) == 1);
}

static void float_exp_is_within_3e7(void **state)
{
	double worst = 0;
	for (float x = -80; x < 80; x += 0.00391f)
		worst = fmax(worst, relative((double)real_expf(x), exp((double)x)));
	for (float x = -3; x < 3; x += 0.0001f)
		worst = fmax(worst, relative((double)real_expf(x), exp((double)x)));
	assert_true(worst < 3e-7);
	assert_true(real_expf(-1e9f) == real_expf(-80) && real_expf(1e9f) == real_expf(80));
}

static void floor_and_clamp_do_what_they_say(void **state)
{
	for (double x = -5; x <= 5; x += 0.125)
		assert_true(real_floor(x) == floor(x));
	assert_true(real_clamp(2, 0, 1) == 1 && real_clamp(-2, 0, 1) == 0 && real_clamp(0.5, 0, 1) == 0.5);
	assert_true(real_clampf(2, 0, 1) == 1 && real_clampf(-2, 0, 1) == 0 && real_clampf(0.5f, 0, 1) == 0.5f);
	assert_true(real_min(1, 2) == 1 && real_max(1, 2) == 2 && real_minf(1, 2) == 1 && real_maxf(1, 2) == 2);
	assert_true(real_absf(-2) == 2 && real_sqrt(9) == 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exp_is_within_1e15),
		cmocka_unit_test(exp_ends_quietly),
		cmocka_unit_test(log_is_within_1e14),
		cmocka_unit_test(logistic_is_an_s_between_0_and_1),
		cmocka_unit_test(float_exp_is_within_3e7),
		cmocka_unit_test(floor_and_clamp_do_what_they_say),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
