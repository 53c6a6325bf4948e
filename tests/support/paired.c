// Paired differences.
#include "support/paired.h"

#include <math.h>

// The .975 quantile of Student's t, by Cornish and Fisher's expansion from the normal one: within .001 from 12 degrees on.
static double quantile(double degrees)
{
	double z = 1.959963984540054, z3 = z * z * z, z5 = z3 * z * z;
	return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees);
}

struct paired paired_interval(const double *difference, int count)
{
	double mean = 0, squares = 0;
	for (int k = 0; k < count; k++)
		mean += difference[k] / count;
	for (int k = 0; k < count; k++)
		squares += (difference[k] - mean) * (difference[k] - mean);
	return (struct paired){ mean, quantile(count - 1) * sqrt(squares / (count - 1) / count), count };
}
