// Threads, the order of trials, and when an alternative has had enough of them. A mutex guards all that threads
// share; only the calling thread touches the store.
#include "batch/runner.h"

#include "batch/stats.h"
#include "mem.h"

#include <inttypes.h>
#include <math.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

enum { QUEUE_MAX = 64 };

// One alternative: its replicates from next on are still to be taken, up to limit.
struct line {
	int next, limit, ended;     // ended: of its first `limit`
	int count;                  // values so far, for until_precise: in the order of replicates
	double mean, square;
	double block[RUNNER_BLOCK];
};

struct play {
	struct runner *runner;
	struct line *line;          // [points]
	uint8_t *over;              // [replicates × points] bits: done or failed before this batch
	int cursor;
	int running, workers;
	bool halt, no_memory;       // the store failed; or there was no memory for a trial
	struct trial *first, *last; // ended, not yet written
	int queued;
	pthread_mutex_t mutex;
	pthread_cond_t changed;     // something was put in the queue, or taken, or a limit rose
};

// ---- which trials

static bool is_ours(const struct runner *runner, int point, int replicate)
{
	const struct store_plan *plan = runner->plan;
	int64_t number = runner->results->precise ? point : (int64_t)replicate * runner->results->point_count + point;
	return number % plan->shards == plan->shard - 1;
}

static int64_t trial_id(const struct runner *runner, int point, int replicate)
{
	return (int64_t)replicate * runner->results->point_count + point + 1;
}

static uint64_t trial_seed(const struct runner *runner, int point, int replicate)
{
	uint64_t seed = runner->results->seed;
	return seed + (runner->experiment->common ? (uint64_t)replicate : (uint64_t)(trial_id(runner, point, replicate) - 1));
}

static int first_limit(const struct results *results, const struct store_plan *plan)
{
	return results->precise && plan->replicates > RUNNER_BLOCK ? RUNNER_BLOCK : plan->replicates;
}

int64_t runner_trials(const struct results *results, const struct store_plan *plan, int64_t *most)
{
	int64_t points = results->point_count, first = first_limit(results, plan), all = points * first;
	if (plan->shards > 1) {
		int64_t mine = results->precise ? points : all;
		mine = mine / plan->shards + (mine % plan->shards >= plan->shard);
		all = results->precise ? mine * first : mine;
		points = mine;
	}
	*most = results->precise ? points * plan->replicates : all;
	return all;
}

static bool add_pending(const struct runner *runner, int point, int from, int to, struct err *err)
{
	bool good = true;
	for (int r = from; good && r < to; r++)
		if (is_ours(runner, point, r))
			good = store_add_pending(runner->store, trial_id(runner, point, r), point, r, trial_seed(runner, point, r), err);
	return good;
}

bool runner_plan(const struct experiment *experiment, const struct results *results, const struct store_plan *plan, struct store *store, struct err *err)
{
	const struct runner runner = { .experiment = experiment, .results = results, .plan = plan, .store = store };
	bool good = true;
	for (int r = 0; good && r < first_limit(results, plan); r++)  // in the order of their ids
		for (int p = 0; good && p < results->point_count; p++)
			good = add_pending(&runner, p, r, r + 1, err);
	return good && store_commit(store, err);
}

static size_t bit(const struct play *play, int point, int replicate)
{
	return (size_t)replicate * (size_t)play->runner->results->point_count + (size_t)point;
}

static bool is_over(const struct play *play, int point, int replicate)
{
	size_t at = bit(play, point, replicate);
	return play->over[at / 8] >> (at % 8) & 1;
}

// ---- enough of them? Looked at after every block, with all values of the block in order.

static bool is_precise(const struct runner *runner, const struct line *line)
{
	if (line->count < 2)
		return false;
	double sd = sqrt(line->square / (line->count - 1));
	return stats_t(line->count - 1, 0.95) * sd / sqrt(line->count) <= runner->results->precise_half_width;
}

// All replicates up to the limit have ended: takes the block in, and raises the limit when that is not enough.
static void decide(struct play *play, struct line *line)
{
	const struct runner *runner = play->runner;
	int from = (line->limit - 1) / RUNNER_BLOCK * RUNNER_BLOCK;
	if (!runner->results->precise)
		return;
	for (int i = from; i < line->limit; i++) {
		double value = line->block[i % RUNNER_BLOCK];
		if (isnan(value))
			continue;
		double off = value - line->mean;
		line->count++;
		line->mean += off / line->count;
		line->square += off * (value - line->mean);
	}
	if (is_precise(runner, line))
		return;
	line->limit = line->limit + RUNNER_BLOCK < runner->plan->replicates ? line->limit + RUNNER_BLOCK : runner->plan->replicates;
}

// Counts an ended trial; true when its alternative goes on beyond what was planned.
static bool count_ended(struct play *play, int point, int replicate, double value)
{
	struct line *line = &play->line[point];
	int before = line->limit;
	line->block[replicate % RUNNER_BLOCK] = value;
	if (++line->ended == line->limit)
		decide(play, line);
	return line->limit > before;
}

// ---- before the start: what the store has

static bool read_ended(struct play *play, struct err *err)
{
	const struct runner *runner = play->runner;
	const struct results *results = runner->results;
	const char *sql = "SELECT alternative, replicate, state, id FROM trial WHERE state <> 'pending' ORDER BY id";
	struct store_rows *rows = store_select(runner->store, sql, err);
	int before = err->count;
	while (rows && store_next(rows, err)) {
		int point = (int)store_whole(rows, 0), replicate = (int)store_whole(rows, 1);
		if (point >= results->point_count || replicate >= runner->plan->replicates)
			continue;
		size_t at = bit(play, point, replicate);
		play->over[at / 8] |= (uint8_t)(1u << (at % 8));
		if (strcmp(store_text(rows, 2), "failed") == 0)
			play->runner->state.failed++;
		else
			play->runner->state.done++;
	}
	store_done(rows);
	return rows && err->count == before;
}

// Replays the decisions: values in the order of replicates, as far as each alternative has them without a gap in its blocks.
static bool read_values(struct play *play, struct err *err)
{
	const struct runner *runner = play->runner;
	const struct results *results = runner->results;
	struct store_rows *rows = store_select(runner->store, "SELECT trial.alternative, trial.replicate, result.* FROM trial LEFT JOIN result ON result.trial = trial.id "
		"WHERE state <> 'pending' ORDER BY trial.id", err);
	int before = err->count;
	while (rows && err->count == before && store_next(rows, err)) {
		int point = (int)store_whole(rows, 0), replicate = (int)store_whole(rows, 1);
		if (point >= results->point_count || replicate >= runner->plan->replicates)
			continue;
		double value = store_real(rows, 3 + results->precise_outcome);
		count_ended(play, point, replicate, value);
	}
	store_done(rows);
	return rows && err->count == before;
}

// Decisions that were taken but whose trials did not reach the ledger.
static bool complete_ledger(struct play *play, struct err *err)
{
	const struct runner *runner = play->runner;
	bool good = true;
	struct store_rows *rows = store_select(runner->store, "SELECT alternative, max(replicate) FROM trial GROUP BY alternative ORDER BY alternative", err);
	if (!rows)
		return false;
	int *known = mem_new((size_t)runner->results->point_count + 1, sizeof *known);
	if (!known) {
		store_done(rows);
		err_memory(err);
		return false;
	}
	while (store_next(rows, err))
		if (store_whole(rows, 0) < runner->results->point_count)
			known[store_whole(rows, 0)] = (int)store_whole(rows, 1) + 1;
	store_done(rows);
	for (int p = 0; good && p < runner->results->point_count; p++)
		if (known[p] && known[p] < play->line[p].limit)
			good = add_pending(runner, p, known[p], play->line[p].limit, err);
	mem_free(known);
	return good && store_commit(runner->store, err);
}

static bool prepare(struct play *play, struct err *err)
{
	struct runner *runner = play->runner;
	const struct results *results = runner->results;
	size_t trials = (size_t)results->point_count * (size_t)runner->plan->replicates;
	play->line = mem_new((size_t)results->point_count + 1, sizeof *play->line);
	play->over = mem_new(trials / 8 + 1, 1);
	if (!play->line || !play->over) {
		err_memory(err);
		return false;
	}
	for (int p = 0; p < results->point_count; p++)
		play->line[p].limit = first_limit(results, runner->plan);
	if (!read_ended(play, err))
		return false;
	if (results->precise && (!read_values(play, err) || !complete_ledger(play, err)))
		return false;
	int64_t most;
	runner->state.total = runner_trials(results, runner->plan, &most);
	for (int p = 0; results->precise && p < results->point_count; p++)
		if (is_ours(runner, p, 0))
			runner->state.total += play->line[p].limit - first_limit(results, runner->plan);
	return true;
}

// ---- the threads

// The next trial in the order of replicates and alternatives; false when there is none now.
static bool take(struct play *play, int *point, int *replicate)
{
	const struct runner *runner = play->runner;
	int points = runner->results->point_count;
	for (int tried = 0; tried < points; tried++) {
		int p = play->cursor;
		struct line *line = &play->line[p];
		play->cursor = (play->cursor + 1) % points;
		while (line->next < line->limit && runner->results->precise && (!is_ours(runner, p, line->next) || is_over(play, p, line->next)))
			line->next++;
		if (line->next >= line->limit)
			continue;
		*replicate = line->next++;
		*point = p;
		if (is_ours(runner, p, *replicate) && !is_over(play, p, *replicate))
			return true;
		tried = -1;  // this one was somebody else's, or is done: the next ones may be ours
	}
	return false;
}

// Waits until there is a trial, or never will be.
static bool wait_for_trial(struct play *play, int *point, int *replicate)
{
	for (;;) {
		if (play->halt || play->no_memory || (play->runner->stop && *play->runner->stop))
			return false;
		if (play->queued < QUEUE_MAX && take(play, point, replicate))
			return true;
		if (play->running == 0 && play->queued == 0)
			return false;
		pthread_cond_wait(&play->changed, &play->mutex);
	}
}

static void push(struct play *play, struct trial *trial)
{
	if (play->last)
		play->last->next = trial;
	else
		play->first = trial;
	play->last = trial;
	play->queued++;
}

static void *work(void *data)
{
	struct play *play = data;
	const struct runner *runner = play->runner;
	struct trial_worker *worker = trial_worker_create(runner->experiment, runner->results);
	int point, replicate;
	pthread_mutex_lock(&play->mutex);
	play->no_memory |= !worker;
	while (worker && wait_for_trial(play, &point, &replicate)) {
		play->running++;
		pthread_mutex_unlock(&play->mutex);
		struct trial *trial = trial_create(runner->results->outcome_count);
		if (trial) {
			trial->point = point;
			trial->replicate = replicate;
			trial->seed = trial_seed(runner, point, replicate);
		}
		bool kept = trial && trial_run(worker, trial);
		pthread_mutex_lock(&play->mutex);
		play->running--;
		if (kept)
			push(play, trial);
		else
			trial_destroy(trial);
		play->no_memory |= !kept;
		pthread_cond_broadcast(&play->changed);
	}
	play->workers--;
	pthread_cond_broadcast(&play->changed);
	pthread_mutex_unlock(&play->mutex);
	trial_worker_destroy(worker);
	return NULL;
}

// ---- the calling thread: writes

static bool write_one(struct play *play, struct trial *trial, struct err *err)
{
	struct runner *runner = play->runner;
	struct line *line = &play->line[trial->point];
	if (!store_put(runner->store, trial_id(runner, trial->point, trial->replicate), trial, err))
		return false;
	runner->state.now++;
	if (trial->state == TRIAL_FAILED)
		runner->state.failed++;
	else
		runner->state.done++;
	if (!runner->results->precise)
		return true;
	pthread_mutex_lock(&play->mutex);
	int planned = line->limit;
	bool more = count_ended(play, trial->point, trial->replicate, trial->value[runner->results->precise_outcome]);
	pthread_mutex_unlock(&play->mutex);
	if (more)
		runner->state.total += line->limit - planned;
	return !more || add_pending(runner, trial->point, planned, line->limit, err);
}

// Takes the trials; writes them when all is well so far.
static bool write_all(struct play *play, struct trial *first, bool good, struct err *err)
{
	if (!first)
		return good;
	while (first) {
		struct trial *next = first->next;
		good = good && write_one(play, first, err);
		trial_destroy(first);
		first = next;
	}
	return good && store_commit(play->runner->store, err);
}

static double now_s(clockid_t clock)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

// Waits a moment for something to write. The mutex is held.
static void wait_a_moment(struct play *play)
{
	double until = now_s(CLOCK_REALTIME) + 0.1;
	struct timespec time = { .tv_sec = (time_t)until, .tv_nsec = (long)((until - floor(until)) * 1e9) };
	pthread_cond_timedwait(&play->changed, &play->mutex, &time);
}

static bool write_until_done(struct play *play, double began, struct err *err)
{
	struct runner *runner = play->runner;
	bool good = true;
	pthread_mutex_lock(&play->mutex);
	while (play->workers > 0 || play->first) {
		if (!play->first)
			wait_a_moment(play);
		struct trial *first = play->first;
		play->first = play->last = NULL;
		pthread_mutex_unlock(&play->mutex);
		good = write_all(play, first, good, err);
		runner->state.seconds = now_s(CLOCK_MONOTONIC) - began;
		runner->state.stopping = runner->stop && *runner->stop;
		if (runner->tell)
			runner->tell(runner->data, &runner->state);
		pthread_mutex_lock(&play->mutex);
		play->queued = 0;
		for (struct trial *trial = play->first; trial; trial = trial->next)
			play->queued++;
		play->halt |= !good;
		pthread_cond_broadcast(&play->changed);
	}
	pthread_mutex_unlock(&play->mutex);
	return good;
}

static bool run_threads(struct play *play, struct err *err)
{
	struct runner *runner = play->runner;
	pthread_t thread[RUNNER_JOBS_MAX];
	double began = now_s(CLOCK_MONOTONIC);
	int started = 0;
	play->workers = runner->jobs;
	while (started < runner->jobs && pthread_create(&thread[started], NULL, work, play) == 0)
		started++;
	pthread_mutex_lock(&play->mutex);
	play->workers -= runner->jobs - started;
	pthread_mutex_unlock(&play->mutex);
	if (started == 0)
		err_add(err, "het lukt niet om een rekendraad te starten", "no thread could be started");
	bool good = started > 0 && write_until_done(play, began, err);
	for (int i = 0; i < started; i++)
		pthread_join(thread[i], NULL);
	if (play->no_memory) {
		err_memory(err);
		good = false;
	}
	return good;
}

bool runner_run(struct runner *runner, struct err *err)
{
	struct play play = { .runner = runner };
	runner->state = (struct runner_state){ 0 };
	pthread_mutex_init(&play.mutex, NULL);
	pthread_cond_init(&play.changed, NULL);
	bool good = prepare(&play, err) && run_threads(&play, err);
	pthread_cond_destroy(&play.changed);
	pthread_mutex_destroy(&play.mutex);
	mem_free(play.line);
	mem_free(play.over);
	return good;
}
