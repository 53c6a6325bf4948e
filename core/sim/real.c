// exp and log by range reduction and series, in a fixed order of operations.
#include "sim/real.h"

double real_exp(double x)
{
	if (x < -708)
		return 0;
	x = real_min(x, 709);
	double n = real_floor(x * 1.4426950408889634074 + 0.5);
	double r = x - n * 6.93147180369123816490e-01 - n * 1.90821492927058770002e-10;
	double sum = 1;
	for (int i = 14; i > 0; i--)
		sum = 1 + r * sum / i;
	uint64_t bits = (uint64_t)((int64_t)n + 1023) << 52;
	double scale;
	memcpy(&scale, &bits, sizeof scale);
	return sum * scale;
}

double real_log(double x)
{
	uint64_t bits;
	memcpy(&bits, &x, sizeof bits);
	int exponent = (int)(bits >> 52) - 1023;
	bits = (bits & 0xfffffffffffffu) | 0x3ff0000000000000u;
	double m;
	memcpy(&m, &bits, sizeof m);
	if (m > 1.4142135623730951) {
		m /= 2;
		exponent++;
	}
	double s = (m - 1) / (m + 1), q = s * s, sum = 0;
	for (int i = 21; i > 0; i -= 2)
		sum = sum * q + 1.0 / i;
	return 2 * s * sum + exponent * 0.69314718055994530942;
}

double real_logistic(double x)
{
	return 1 / (1 + real_exp(-x));
}
