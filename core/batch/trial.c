// Runs one alternative with one seed and takes down what the experiment asked.
#define _DEFAULT_SOURCE  // NOLINT(bugprone-reserved-identifier)
#include "batch/trial.h"

#include "batch/alternatives.h"
#include "mem.h"
#include "script/hooks.h"
#include "sim/sim.h"

#include <math.h>
#include <string.h>
#include <time.h>

struct trial_worker {
	const struct experiment *experiment;
	const struct results *results;
	struct hooks *hooks[EXPERIMENT_SCENARIOS_MAX];
	int *measure, *unit;        // [outcomes] of the trial's config
	double *sum;                // [outcomes]
	int *count;
	struct err err;
};

struct trial *trial_create(int outcomes)
{
	struct trial *trial = mem_new(1, sizeof *trial);
	double *value = mem_new((size_t)outcomes + 1, sizeof *value);
	if (!trial || !value) {
		mem_free(trial);
		mem_free(value);
		return NULL;
	}
	trial->value = value;
	for (int i = 0; i < outcomes; i++)
		value[i] = NAN;
	trial->cost_euro = trial->cost_hours = NAN;
	return trial;
}

void trial_destroy(struct trial *trial)
{
	if (!trial)
		return;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		mem_free(trial->message[lang]);
	mem_free(trial->path_week);
	mem_free(trial->path_value);
	mem_free(trial->value);
	mem_free(trial);
}

struct trial_worker *trial_worker_create(const struct experiment *experiment, const struct results *results)
{
	struct trial_worker *worker = mem_new(1, sizeof *worker);
	size_t outcomes = (size_t)results->outcome_count + 1;
	if (!worker)
		return NULL;
	worker->experiment = experiment;
	worker->results = results;
	worker->measure = mem_new(outcomes, sizeof *worker->measure);
	worker->unit = mem_new(outcomes, sizeof *worker->unit);
	worker->sum = mem_new(outcomes, sizeof *worker->sum);
	worker->count = mem_new(outcomes, sizeof *worker->count);
	if (worker->measure && worker->unit && worker->sum && worker->count)
		return worker;
	trial_worker_destroy(worker);
	return NULL;
}

void trial_worker_destroy(struct trial_worker *worker)
{
	if (!worker)
		return;
	for (int i = 0; i < EXPERIMENT_SCENARIOS_MAX; i++)
		hooks_destroy(worker->hooks[i]);
	mem_free(worker->measure);
	mem_free(worker->unit);
	mem_free(worker->sum);
	mem_free(worker->count);
	mem_free(worker);
}

// ---- what is measured

// Another scenario may have its measures and departments in another order, or not have one: then there is nothing.
static void find_outcomes(struct trial_worker *worker, const struct config *config)
{
	for (int i = 0; i < worker->results->outcome_count; i++) {
		const struct results_outcome *outcome = &worker->results->outcome[i];
		worker->measure[i] = config_find_measure(config, outcome->measure);
		worker->unit[i] = *outcome->unit_id ? config_unit(config, outcome->unit_id) : CONFIG_UNIT_ALL;
		if (worker->unit[i] < CONFIG_UNIT_ALL)
			worker->measure[i] = -1;
		worker->sum[i] = 0;
		worker->count[i] = 0;
	}
}

static double *path_row(struct trial *trial, int week, int outcomes)
{
	if (trial->path_count && trial->path_week[trial->path_count - 1] == week)
		return trial->path_value + (size_t)(trial->path_count - 1) * (size_t)outcomes;
	if (trial->path_count == trial->path_room) {
		size_t old = (size_t)trial->path_room, room = old ? old * 2 : 64;
		int *weeks = mem_grow(trial->path_week, old, room, sizeof *weeks);
		trial->path_week = weeks ? weeks : trial->path_week;
		double *values = weeks ? mem_grow(trial->path_value, old * (size_t)outcomes, room * (size_t)outcomes, sizeof *values) : NULL;
		if (!values)
			return NULL;
		trial->path_value = values;
		trial->path_room = (int)room;
	}
	trial->path_week[trial->path_count] = week;
	double *row = trial->path_value + (size_t)trial->path_count++ * (size_t)outcomes;
	for (int i = 0; i < outcomes; i++)
		row[i] = NAN;
	return row;
}

// After a week: `week` is that week, counted from 0.
static bool record(struct trial_worker *worker, struct trial *trial, const struct sim *sim, int week)
{
	const struct results *results = worker->results;
	for (int i = 0; i < results->outcome_count; i++) {
		const struct results_outcome *outcome = &results->outcome[i];
		int every = worker->experiment->outcome[i].every;
		bool in_window = week >= outcome->from_week && week <= outcome->to_week, in_path = every && week % every == every - 1;
		if (worker->measure[i] < 0 || (!in_window && !in_path))
			continue;
		double value = sim_measure(sim, worker->unit[i], worker->measure[i]);
		if (in_window && !isnan(value)) {
			worker->sum[i] += value;
			worker->count[i]++;
		}
		double *row = in_path ? path_row(trial, week, results->outcome_count) : NULL;
		if (in_path && !row)
			return false;
		if (row)
			row[i] = value;
	}
	return true;
}

static void finish(const struct trial_worker *worker, struct trial *trial, const struct sim *sim)
{
	for (int i = 0; i < worker->results->outcome_count; i++)
		trial->value[i] = worker->count[i] ? worker->sum[i] / worker->count[i] : (double)NAN;
	trial->cost_euro = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_CHANGE_EURO);
	trial->cost_hours = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_CHANGE_HOURS);
	trial->digest = sim_digest(sim);
	trial->state = TRIAL_DONE;
}

// ---- running

static struct hooks *hooks_for(struct trial_worker *worker, int named, const struct config *config, struct err *err)
{
	int s = named < 0 ? 0 : worker->experiment->named[named].scenario;
	if (!worker->hooks[s])
		worker->hooks[s] = source_hooks(worker->experiment->scenario[s].source, err);
	if (worker->hooks[s])
		hooks_fit(worker->hooks[s], config);
	return worker->hooks[s];
}

static void forget_hooks(struct trial_worker *worker, int named)
{
	int s = named < 0 ? 0 : worker->experiment->named[named].scenario;
	hooks_destroy(worker->hooks[s]);
	worker->hooks[s] = NULL;
}

static bool step_all(struct trial_worker *worker, struct trial *trial, struct hooks *hooks, struct sim *sim, struct err *err)
{
	int last = worker->results->years * CONFIG_WEEKS_PER_YEAR;
	if (!sim_run_to(sim, 0, NULL, err) || !hooks_begin(hooks, sim, err))
		return false;
	while (sim_week(sim) < last) {
		if (!hooks_week(hooks, sim, err))
			return false;
		if (!record(worker, trial, sim, sim_week(sim) - 1)) {
			err_memory(err);
			return false;
		}
	}
	return true;
}

static void run_config(struct trial_worker *worker, struct trial *trial, struct config *config, struct err *err)
{
	int named = worker->results->point[trial->point].named;
	struct hooks *hooks = NULL;
	config->seed = trial->seed;
	find_outcomes(worker, config);
	if (config->has_hooks && !(hooks = hooks_for(worker, named, config, err)))
		return;
	struct sim *sim = sim_create(config, 1, err);
	if (sim && step_all(worker, trial, hooks, sim, err))
		finish(worker, trial, sim);
	else if (hooks)
		forget_hooks(worker, named);
	sim_destroy(sim);
}

static double clock_s(clockid_t clock)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

bool trial_run(struct trial_worker *worker, struct trial *trial)
{
	struct config config;
	struct err *err = &worker->err;
	double began = clock_s(CLOCK_MONOTONIC);
	err_clear(err);
	trial->started_s = clock_s(CLOCK_REALTIME);
	trial->state = TRIAL_FAILED;
	if (alternatives_config(worker->experiment, worker->results, trial->point, &config, err)) {
		run_config(worker, trial, &config, err);
		config_clear(&config);
	}
	trial->seconds = clock_s(CLOCK_MONOTONIC) - began;
	if (trial->state == TRIAL_DONE)
		return true;
	trial->path_count = 0;
	if (err_is_memory(err))
		return false;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		size_t length = strlen(err->text[lang]);
		while (length && err->text[lang][length - 1] == '\n')
			err->text[lang][--length] = '\0';
		trial->message[lang] = config_copy_text(err->text[lang]);
	}
	return trial->message[LANG_NL] && trial->message[LANG_EN];
}
