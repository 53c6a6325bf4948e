// Latin hypercubes, Sobol's sequence in Saltelli's layout, and Morris's trajectories.
#include "batch/points.h"

#include "mem.h"
#include "sim/rng.h"

#include <gsl/gsl_qrng.h>
#include <math.h>

static const char *const name_table[] = {
	[RESULTS_FACTORIAL] = "factorial", [RESULTS_LHS] = "lhs", [RESULTS_SOBOL] = "sobol",
	[RESULTS_MORRIS] = "morris", [RESULTS_ONE_AT_A_TIME] = "one_at_a_time", [RESULTS_POINTS] = "points",
};

const char *points_name(enum results_design design)
{
	return name_table[design];
}

int points_rows(enum results_design design, int size, int factors)
{
	int64_t each = design == RESULTS_SOBOL ? (int64_t)factors + 2 : design == RESULTS_MORRIS ? (int64_t)factors + 1 : 1;
	return size <= POINTS_MAX / each ? (int)(size * each) : -1;
}

static double *row_of(const struct points *points, int row)
{
	return points->x + (size_t)row * (size_t)points->factors;
}

// A random order of 0 … count − 1.
static void shuffle(struct rng *rng, int *order, int count)
{
	for (int i = 0; i < count; i++) {
		int j = (int)rng_below(rng, (uint32_t)i + 1);
		order[i] = order[j];
		order[j] = i;
	}
}

// ---- Latin hypercube: the order of the strata at week 0 of the address, the place in them at week 1

static bool make_lhs(struct points *points, uint64_t seed)
{
	int *stratum = mem_new((size_t)points->count, sizeof *stratum);
	if (!stratum)
		return false;
	for (int f = 0; f < points->factors; f++) {
		struct rng order = rng_start(seed, (uint32_t)f, 0, RNG_POINTS), place = rng_start(seed, (uint32_t)f, 1, RNG_POINTS);
		shuffle(&order, stratum, points->count);
		for (int row = 0; row < points->count; row++)
			row_of(points, row)[f] = (stratum[row] + rng_next(&place)) / points->count;
	}
	mem_free(stratum);
	return true;
}

// ---- Sobol: A_j and B_j, then A_j with one factor from B_j

static void put_base(struct points *points, int first, const double *both)
{
	int factors = points->factors;
	for (int f = 0; f < factors; f++) {
		row_of(points, first)[f] = both[f];
		row_of(points, first + 1)[f] = both[factors + f];
		for (int i = 0; i < factors; i++)
			row_of(points, first + 2 + i)[f] = i == f ? both[factors + f] : both[f];
	}
}

// GSL's own state, in our memory: gsl_qrng_alloc would end the program when there is none.
static bool make_sobol(struct points *points)
{
	unsigned int dimensions = 2 * (unsigned int)points->factors;
	gsl_qrng sequence = { gsl_qrng_sobol, dimensions, gsl_qrng_sobol->state_size(dimensions), NULL };
	double *both = mem_new(dimensions, sizeof *both);
	sequence.state = mem_new(1, sequence.state_size);
	bool made = both && sequence.state;
	if (made)
		gsl_qrng_init(&sequence);
	for (int row = 0; made && row < points->count; row += points->factors + 2) {
		must(gsl_qrng_get(&sequence, both) == 0);
		put_base(points, row, both);
	}
	mem_free(sequence.state);
	mem_free(both);
	return made;
}

// ---- Morris: trajectory t has the address t

static void walk(struct points *points, int first, struct rng *rng, int *order)
{
	int factors = points->factors, last = POINTS_MORRIS_LEVELS - 1, step = POINTS_MORRIS_LEVELS / 2;
	for (int f = 0; f < factors; f++)
		row_of(points, first)[f] = (double)rng_below(rng, POINTS_MORRIS_LEVELS) / last;
	shuffle(rng, order, factors);
	for (int i = 0; i < factors; i++) {
		double *before = row_of(points, first + i), *after = before + factors;
		for (int f = 0; f < factors; f++)
			after[f] = before[f];
		int level = (int)(before[order[i]] * last + 0.5);
		after[order[i]] = (double)(level < step ? level + step : level - step) / last;
	}
}

static bool make_morris(struct points *points, uint64_t seed)
{
	int *order = mem_new((size_t)points->factors, sizeof *order);
	if (!order)
		return false;
	for (int row = 0, t = 0; row < points->count; row += points->factors + 1, t++) {
		struct rng rng = rng_start(seed, (uint32_t)t, 2, RNG_POINTS);
		walk(points, row, &rng, order);
	}
	mem_free(order);
	return true;
}

// ---- all of them

static bool has_room(enum results_design design, int size, int factors, struct err *err)
{
	if (design == RESULTS_SOBOL && factors > POINTS_SOBOL_FACTORS_MAX) {
		err_add(err, "het ontwerp sobol gaat tot %d factoren en dit experiment heeft er %d: laat er weg die weinig doen, of zoek die "
		        "eerst met morris, dat geen grens heeft",
		        "the design sobol goes up to %d factors and this experiment has %d: leave out those that do little, or find those "
		        "with morris first, which has no limit", POINTS_SOBOL_FACTORS_MAX, factors);
		return false;
	}
	if (points_rows(design, size, factors) < 0) {
		err_add(err, "het ontwerp %s van omvang %d met %d factoren heeft meer dan %d punten: kies een kleinere omvang",
		        "the design %s of size %d with %d factors has more than %d points: choose a smaller size",
		        points_name(design), size, factors, POINTS_MAX);
		return false;
	}
	return true;
}

bool points_make(enum results_design design, int size, int factors, uint64_t seed, struct points *out, struct err *err)
{
	must(design == RESULTS_LHS || design == RESULTS_SOBOL || design == RESULTS_MORRIS);
	must(size >= 1 && factors >= 1);
	*out = (struct points){ 0 };
	if (!has_room(design, size, factors, err))
		return false;
	*out = (struct points){ .count = points_rows(design, size, factors), .factors = factors };
	out->x = mem_new((size_t)out->count * (size_t)factors, sizeof *out->x);
	if (out->x && (design == RESULTS_LHS ? make_lhs(out, seed) : design == RESULTS_SOBOL ? make_sobol(out) : make_morris(out, seed)))
		return true;
	points_clear(out);
	err_memory(err);
	return false;
}

void points_clear(struct points *points)
{
	mem_free(points->x);
	*points = (struct points){ 0 };
}

// ---- from the unit cube to values

// Which of `count` equal stretches of 0 … 1 holds u.
static double stretch(double u, double count)
{
	double n = floor(u * count);
	return n < count - 1 ? n : count - 1;
}

double points_value(const struct results_factor *factor, double u)
{
	if (!factor->is_range)
		return stretch(u, factor->level_count);
	if (factor->is_whole)
		return factor->min + stretch(u, factor->max - factor->min + 1);
	return u >= 1 ? factor->max : factor->min + u * (factor->max - factor->min);
}
