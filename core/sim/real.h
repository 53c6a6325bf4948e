// Real functions with the same bits everywhere: libm's exp and log change with the processor,
// so the model has its own. The float versions are written to be vectorised.
#ifndef REAL_H
#define REAL_H

#include <stdint.h>
#include <string.h>

static inline double real_sqrt(double x) { return __builtin_sqrt(x); }
static inline double real_floor(double x)
{
	double whole = (double)(int64_t)x;  // |x| < 2^62
	return whole > x ? whole - 1 : whole;
}
static inline double real_clamp(double x, double low, double high) { return x < low ? low : x > high ? high : x; }
static inline double real_min(double a, double b) { return a < b ? a : b; }
static inline double real_max(double a, double b) { return a > b ? a : b; }
static inline float real_clampf(float x, float low, float high)
{
	x = x > low ? x : low;
	return x < high ? x : high;
}
static inline float real_minf(float a, float b) { return a < b ? a : b; }
static inline float real_maxf(float a, float b) { return a > b ? a : b; }
static inline float real_absf(float x) { return x < 0 ? -x : x; }

double real_exp(double x);       // relative error below 1e-15; 0 below −708, capped above 709
double real_log(double x);       // x > 0, relative error below 1e-14
double real_logistic(double x);  // 1 / (1 + e^−x)

// e^x for float, relative error below 3e-7, −80 … 80 (clamped).
static inline float real_expf(float x)
{
	x = real_clampf(x, -80.0f, 80.0f);
	float shifted = x * 1.44269504f + 0x1.8p23f, nf = shifted - 0x1.8p23f;  // rounds without a branch
	int32_t n, zero;
	memcpy(&n, &shifted, sizeof n);
	memcpy(&zero, &(float){ 0x1.8p23f }, sizeof zero);
	n -= zero;
	float r = x - nf * 0.693359375f + nf * 2.12194440e-4f;
	float p = 1.0f + r * (1.0f + r * (0.5f + r * (0.166666657f + r * (0.0416657962f + r * (0.00833345171f + r * 0.00139814324f)))));
	int32_t bits = (n + 127) * (1 << 23);
	float scale;
	memcpy(&scale, &bits, sizeof scale);
	return p * scale;
}

#endif
