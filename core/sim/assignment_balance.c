// How the hours of an assignment are divided over its disciplines. Drawn without repeats, small
// disciplines come up more often than their posts bear; weights set that right, so that in the long run
// each discipline is asked for complex hours in proportion to its nominal hours.
#include "mem.h"
#include "sim/model.h"
#include "sim/real.h"

enum { SAMPLES_MAX = 8192, ROUNDS = 40 };

static int sample_count(const struct sim *sim)
{
	int count = 128 * sim->discipline_count;
	return count < 1024 ? 1024 : count > SAMPLES_MAX ? SAMPLES_MAX : count;
}

// Numbers from the far end of the range, which no assignment will reach.
static void draw_sample(const struct sim *sim, struct assignment *a, int n)
{
	struct rng rng = rng_start(sim->config->seed, UINT32_MAX - (uint32_t)n, 0, RNG_ASSIGNMENT);
	double low = model_get(sim, PARAM_COMPLEX_COMPLEXITY_MIN), high = model_get(sim, PARAM_COMPLEX_COMPLEXITY_MAX);
	a->complexity = (float)(low + (high - low) * rng_next(&rng));
	a->total = 0.6f + 0.8f * a->complexity;
	assignment_disciplines(sim, a, &rng);
}

float assignment_part(const struct sim *sim, const struct assignment *a, int which)
{
	float sum = 0;
	for (int d = 0; d < a->disciplines; d++)
		sum += sim->discipline_weight[a->discipline[d]];
	return sim->discipline_weight[a->discipline[which]] / sum;
}

// Iterative proportional fitting: one round brings every discipline nearer to its share.
static void fit_round(struct sim *sim, const struct assignment *sample, int count, const double *target)
{
	double asked[MODEL_UNITS] = { 0 }, total = 0;
	for (int n = 0; n < count; n++) {
		for (int d = 0; d < sample[n].disciplines; d++)
			asked[sample[n].discipline[d]] += (double)(sample[n].total * assignment_part(sim, &sample[n], d));
		total += (double)sample[n].total;
	}
	for (int d = 0; d < sim->discipline_count; d++)
		if (asked[d] > 0)
			sim->discipline_weight[d] *= (float)real_clamp(target[d] / (asked[d] / total), 0.2, 5);
}

bool assignment_balance(struct sim *sim, struct err *err)
{
	double target[MODEL_UNITS] = { 0 }, all = 0;
	for (int u = 1; u < sim->unit_count; u++)
		all += work_nominal_hours(sim, u) * real_max(0.01, work_occupancy(sim, u));
	for (int u = 1; u < sim->unit_count; u++)
		target[sim->discipline[u]] += work_nominal_hours(sim, u) * real_max(0.01, work_occupancy(sim, u)) / all;
	for (int d = 0; d < sim->discipline_count; d++)
		sim->discipline_weight[d] = 1;
	int count = sample_count(sim);
	struct assignment *sample = mem_new((size_t)count, sizeof *sample);
	if (!sample) {
		err_memory(err);
		return false;
	}
	for (int n = 0; n < count; n++)
		draw_sample(sim, &sample[n], n);
	for (int round = 0; round < ROUNDS && sim->discipline_count > 1 && all > 0; round++)
		fit_round(sim, sample, count, target);
	mem_free(sample);
	return true;
}
