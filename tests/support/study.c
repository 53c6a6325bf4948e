// Studies: arms × seeds on threads, and what they have in common.
#include "support/study.h"

#include "mem.h"
#include "sim/crew.h"
#include "support/paired.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

static void live_one(void *context, int index)
{
	struct study *study = context;
	int arm = index % study->arms, seed = index / study->arms;
	struct config config = study->arm[arm];  // what it points to is shared and only read
	config.seed = (uint64_t)seed + 1;
	study->live(study, arm, &config, study->value + ((size_t)arm * (size_t)study->seeds + (size_t)seed) * (size_t)study->looks);
}

void study_run(struct study *study)
{
	must(study->arms > 0 && study->seeds > 1 && study->looks > 0);
	study->value = mem_new((size_t)study->arms * (size_t)study->seeds * (size_t)study->looks, sizeof *study->value);
	struct crew *crew = crew_create(study_threads(), NULL);
	must(study->value && crew);
	crew_run(crew, live_one, study, study->arms * study->seeds);
	crew_destroy(crew);
}

void study_clear(struct study *study)
{
	mem_free(study->value);
	study->value = NULL;
}

double study_value(const struct study *study, int arm, int seed, int look)
{
	return study->value[((size_t)arm * (size_t)study->seeds + (size_t)seed) * (size_t)study->looks + (size_t)look];
}

static struct study_effect effect_of(const double *difference, int count)
{
	struct paired paired = paired_interval(difference, count);
	double squares = 0;
	for (int k = 0; k < count; k++)
		squares += (difference[k] - paired.mean) * (difference[k] - paired.mean);
	return (struct study_effect){ .mean = paired.mean, .half = paired.half, .sd = sqrt(squares / (count - 1)), .count = count };
}

struct study_effect study_arm(const struct study *study, int arm, int look)
{
	double *value = mem_new((size_t)study->seeds, sizeof *value);
	must(value);
	for (int seed = 0; seed < study->seeds; seed++)
		value[seed] = study_value(study, arm, seed, look);
	struct study_effect effect = effect_of(value, study->seeds);
	mem_free(value);
	return effect;
}

struct study_effect study_compare(const struct study *study, const double *weight, int look)
{
	double *difference = mem_new((size_t)study->seeds, sizeof *difference);
	must(difference);
	for (int seed = 0; seed < study->seeds; seed++)
		for (int arm = 0; arm < study->arms; arm++)
			difference[seed] += weight[arm] * study_value(study, arm, seed, look);
	struct study_effect effect = effect_of(difference, study->seeds), first = study_arm(study, 0, look);
	effect.size = first.sd > 0 ? effect.mean / first.sd : 0;
	mem_free(difference);
	return effect;
}

double study_mean(struct sim *sim, int unit, int measure, int from, int to)
{
	double sum = 0;
	int count = 0;
	for (int week = from; week <= to; week++) {
		must(sim_run_to(sim, week, NULL, NULL));
		double value = sim_measure(sim, unit, measure);
		sum += isnan(value) ? 0 : value;
		count += !isnan(value);
	}
	return count ? sum / count : NAN;
}

void study_derive(struct config *arm, const struct config *base)
{
	*arm = *base;
	arm->change = NULL;
	arm->entry = NULL;
	arm->change_count = arm->entry_count = 0;
}

static void add(struct config *arm, struct change change)
{
	must(config_reserve_plan(arm, 1, 0, NULL));
	arm->change[arm->change_count++] = change;
}

void study_set(struct config *arm, int param, double value)
{
	add(arm, (struct change){ .kind = CHANGE_SET, .unit = CONFIG_UNIT_ALL, .param = param, .value = value, .entry = -1 });
}

void study_teach(struct config *arm, const struct programme *what)
{
	arm->programme[arm->programme_count] = *what;
	add(arm, (struct change){ .kind = CHANGE_PROGRAMME_START, .unit = CONFIG_UNIT_ALL, .programme = arm->programme_count++, .entry = -1 });
}

void study_derived_clear(struct config *arm)
{
	mem_free(arm->change);
	mem_free(arm->entry);
	arm->change = NULL;
	arm->entry = NULL;
}

int study_seeds(int usual)
{
	const char *set = getenv("STOEPRAND_RUNS");
	int runs = set && *set ? atoi(set) : usual;
	return runs < 2 ? 2 : runs;
}

int study_threads(void)
{
	const char *set = getenv("STOEPRAND_THREADS");
	long count = set && *set ? atoi(set) : sysconf(_SC_NPROCESSORS_ONLN);
	return count < 1 ? 1 : count > 64 ? 64 : (int)count;
}
