// One thread makes run after run. A complete run is told by raising the count of those done; nothing below that count is
// written any more, so readers need no lock.
#include "view/futures.h"

#include "mem.h"
#include "view/graphs.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct futures {
	struct futures_way way;
	int runs, weeks, measures;
	double *rows;             // [runs][weeks + 1][measures]
	pthread_t thread;
	atomic_int done, stop, failed;
	struct err err;           // read once failed is set
};

static size_t run_size(const struct futures *futures)
{
	return (size_t)(futures->weeks + 1) * (size_t)futures->measures;
}

static void note(struct futures *futures, double *row, const struct sim *sim)
{
	for (int id = 0; id < futures->measures; id++)
		row[id] = sim_measure(sim, CONFIG_UNIT_ALL, id);
}

// False when it was stopped or failed.
static bool live_run(struct futures *futures, int run)
{
	const struct futures_way *way = &futures->way;
	struct sim *sim = way->begin(way->with, run, &futures->err);
	double *row = futures->rows + (size_t)run * run_size(futures);
	bool fine = sim != NULL;
	if (sim)
		note(futures, row, sim);
	for (int week = 0; fine && week < futures->weeks; week++) {
		if (atomic_load(&futures->stop)) {
			way->end(way->with, sim);
			return false;
		}
		fine = way->week(way->with, sim, &futures->err);
		row += futures->measures;
		if (fine)
			note(futures, row, sim);
	}
	if (fine)
		graphs_smooth(sim_config(sim), futures->rows + (size_t)run * run_size(futures), futures->weeks + 1);
	if (sim)
		way->end(way->with, sim);
	if (!fine)
		atomic_store(&futures->failed, 1);
	return fine;
}

static void *live(void *with)
{
	struct futures *futures = with;
	for (int run = 0; run < futures->runs && live_run(futures, run); run++)
		atomic_store(&futures->done, run + 1);
	return NULL;
}

struct futures *futures_start(const struct futures_way *way, int runs, int weeks, int measures, struct err *err)
{
	must(runs > 0 && weeks >= 0 && measures > 0);
	struct futures *futures = mem_new(1, sizeof *futures);
	double *rows = futures ? mem_new((size_t)runs * (size_t)(weeks + 1) * (size_t)measures, sizeof *rows) : NULL;
	if (!rows) {
		mem_free(futures);
		err_memory(err);
		return NULL;
	}
	futures->way = *way;
	futures->runs = runs, futures->weeks = weeks, futures->measures = measures;
	futures->rows = rows;
	err_clear(&futures->err);
	if (pthread_create(&futures->thread, NULL, live, futures) == 0)
		return futures;
	err_add(err, "er kon geen draad worden gestart voor andere toekomsten", "no thread could be started for other futures");
	mem_free(rows);
	mem_free(futures);
	return NULL;
}

void futures_stop(struct futures *futures)
{
	if (!futures)
		return;
	atomic_store(&futures->stop, 1);
	pthread_join(futures->thread, NULL);
	mem_free(futures->rows);
	mem_free(futures);
}

int futures_done(const struct futures *futures)
{
	return atomic_load(&futures->done);
}

const struct err *futures_error(const struct futures *futures)
{
	return atomic_load(&futures->failed) ? &futures->err : NULL;
}

const double *futures_rows(const struct futures *futures, int run)
{
	must(run >= 0 && run < futures_done(futures));
	return futures->rows + (size_t)run * run_size(futures);
}

static int compare(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;
	return (one > other) - (one < other);
}

bool futures_bands(const struct futures *futures, int inside, int of, double *low, double *high)
{
	int runs = futures_done(futures);
	must(inside > 0 && inside <= of);
	double *sorted = runs ? mem_new((size_t)runs, sizeof *sorted) : NULL;
	if (!sorted)
		return false;
	for (size_t i = 0; i < run_size(futures); i++) {
		int known = 0;
		for (int run = 0; run < runs; run++) {
			double value = futures->rows[(size_t)run * run_size(futures) + i];
			if (!isnan(value))
				sorted[known++] = value;
		}
		qsort(sorted, (size_t)known, sizeof *sorted, compare);
		int out = known * (of - inside) / (2 * of);  // at each end
		low[i] = known ? sorted[out] : NAN;
		high[i] = known ? sorted[known - 1 - out] : NAN;
	}
	mem_free(sorted);
	return true;
}
