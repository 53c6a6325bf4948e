// Running a fact: all arms over the same seeds, and the verdict of each check.
#include "facts/facts.h"

#include <math.h>

struct sum {
	double value;
	int count;
};

static void add(struct sim *sim, const struct fact_check *check, struct sum *sum)
{
	for (int k = 0; k < (check->of_count ? check->of_count : 1); k++) {
		double value = sim_measure(sim, check->of_count ? check->of[k] : CONFIG_UNIT_ALL, check->measure);
		sum->value += isnan(value) ? 0 : value;
		sum->count += !isnan(value);
	}
}

static void live(const struct study *study, int arm, const struct config *config, double *out)
{
	const struct fact *fact = study->context;
	struct sum sum[FACTS_CHECKS] = { { 0 } }, less[FACTS_CHECKS] = { { 0 } };
	int last = 1;
	(void)arm;
	for (int c = 0; c < fact->check_count; c++)
		last = fact->check[c].to > last ? fact->check[c].to : last;
	struct sim *sim = sim_create(config, 1, NULL);
	must(sim);
	for (int week = 1; week <= last; week++) {
		must(sim_run_to(sim, week, NULL, NULL));
		for (int c = 0; c < fact->check_count; c++) {
			const struct fact_check *check = &fact->check[c];
			if (week >= check->from && week <= check->to)
				add(sim, check, &sum[c]);
			if (week >= check->less_from && week <= check->less_to)
				add(sim, check, &less[c]);
		}
	}
	sim_destroy(sim);
	for (int c = 0; c < fact->check_count; c++)
		out[c] = (sum[c].count ? sum[c].value / sum[c].count : 0) - (less[c].count ? less[c].value / less[c].count : 0);
}

static struct fact_result contrast(const struct study *study, const struct fact_check *check, int look)
{
	struct fact_result result = { .effect = study_compare(study, check->weight, look), .top = -1 };
	double mean = result.effect.mean, half = result.effect.half;
	if (check->expect == EXPECT_SAME)
		result.holds = fabs(mean) + half < check->within;
	else if (check->expect == EXPECT_NOT_LESS)
		result.holds = mean - half > -check->within;
	else
		result.holds = (check->expect == EXPECT_MORE ? mean : -mean) - half > 0 && fabs(mean) >= check->least;
	return result;
}

// The arm that is highest on average lies inside, and is above both ends: the lesser of the two sides is told.
static struct fact_result peak(const struct study *study, const struct fact_check *check, int look)
{
	int last = check->peak_count - 1, top = 0;
	for (int k = 1; k <= last; k++)
		if (study_arm(study, check->peak[k], look).mean > study_arm(study, check->peak[top], look).mean)
			top = k;
	struct fact_result side[2];
	for (int end = 0; end < 2; end++) {
		double weight[FACTS_ARMS] = { 0 };
		weight[check->peak[top]] += 1;
		weight[check->peak[end ? last : 0]] -= 1;
		side[end] = (struct fact_result){ .effect = study_compare(study, weight, look), .top = check->peak[top] };
		side[end].holds = side[end].effect.mean - side[end].effect.half > 0;
	}
	struct fact_result result = side[side[1].effect.mean < side[0].effect.mean];
	result.holds = top > 0 && top < last && side[0].holds && side[1].holds;
	return result;
}

bool facts_try(const struct fact *fact, int seeds, struct fact_twist twist, struct fact_result *results, struct study_effect *arms)
{
	struct config config[FACTS_ARMS];
	bool all = true;
	for (int a = 0; a < fact->arm_count; a++) {
		config[a] = fact->arm[a];
		if (twist.key)
			must(config_set(&config[a], twist.key, twist.value, "facts", NULL));
	}
	struct study study = { .arms = fact->arm_count, .seeds = seeds, .looks = fact->check_count, .arm = config, .live = live, .context = fact };
	study_run(&study);
	for (int c = 0; c < fact->check_count; c++) {
		const struct fact_check *check = &fact->check[c];
		results[c] = check->expect == EXPECT_INSIDE ? peak(&study, check, c) : contrast(&study, check, c);
		all &= results[c].holds || check->beside;
	}
	for (int a = 0; a < fact->arm_count && arms; a++)
		arms[a] = study_arm(&study, a, 0);
	study_clear(&study);
	return all;
}
