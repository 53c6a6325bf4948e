// The interval of a mean of differences between runs that are alike but for one thing: paired by seed.
#ifndef PAIRED_H
#define PAIRED_H

struct paired {
	double mean, half;  // the 95 % interval is mean ± half, by Student's t
	int count;
};

struct paired paired_interval(const double *difference, int count);  // count ≥ 2

#endif
