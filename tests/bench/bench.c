// Speed: nanoseconds for each person and week, for three kinds of run, at several sizes and threads.
//   bench full|pool|influence staff=N threads=T ns_per_agent_week=X occupancy=O open=A bytes_per_person=B digest=D
//   bench hooks KIND operations=N million_per_second=X
//   bench frame staff=N p50_ms=X p95_ms=X weeks=N (see frame.h)
// An operation of a hook is one read, write, tie or draw; of bulk, one person's number.
//   bench batch trials=N jobs=2 per_second=X bare=Y cpu_share=Z
// A batch of 600 staff × 5 years into a file, beside the same runs in two bare threads. cpu_share is processor time of the
// bare runs ÷ that of the batch: what others do on the machine hardly touches it.
// Sizes are shipped scenarios with every department enlarged alike. The run is timed in parts and the fastest counts:
// the machine may be shared. Usage: bench [largest staff [kind [least staff]]]; `bench 0` for hooks, batch and frames, `bench 0 ties`,
// `bench 0 batch` or `bench 0 frame` for one kind.
#include "batch/alternatives.h"
#include "batch/runner.h"
#include "bench/frame.h"
#include "mem.h"
#include "script/hooks.h"
#include "script/scenario.h"
#include "sim/sim.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PARTS = 5 };

struct kind {
	const char *name, *scenario;
	void (*prepare)(struct config *config);
};

static void as_shipped(struct config *config)
{
	(void)config;
}

static void with_pool(struct config *config)
{
	config->setting[PARAM_POOL_SHARE] = 0.30;
	config->setting[PARAM_POOL_HEADROOM] = 0;
	config->setting[PARAM_POOL_MOVES_RATE] = 1;
	config->setting[PARAM_POOL_DECREE] = 1;
}

static void influence_alone(struct config *config)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == PARAM_MECHANISM)
			config->setting[id] = id == PARAM_MECHANISMS_INFLUENCE || id == PARAM_MECHANISMS_CONTEXT || id == PARAM_MECHANISMS_MOVES;
	config->setting[PARAM_DEMAND_COMPLEX_SHARE] = 0;
}

static const struct kind kinds[] = {
	{ "full", "scenarios/default.lua", as_shipped },
	{ "pool", "scenarios/default.lua", with_pool },
	{ "influence", "scenarios/default.lua", influence_alone },
};

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void enlarge(struct config *config, int staff)
{
	double factor = (double)staff / config_staff(config);
	int left = staff;
	for (int d = 0; d < config->department_count; d++) {
		int posts = (int)(config->department[d].staff * factor + 0.5);
		config->department[d].staff = d == config->department_count - 1 ? left : posts;
		left -= posts;
	}
}

static int run(const struct kind *kind, int staff, int threads, struct err *err)
{
	static struct config config;
	if (!scenario_load(kind->scenario, &config, err))
		return 0;
	enlarge(&config, staff);
	kind->prepare(&config);
	int weeks = staff <= 1000 ? 104 : staff <= 10000 ? 52 : staff <= 100000 ? 26 : 8;
	config.warm_up_weeks = staff <= 100000 ? 52 : 40;
	struct sim *sim = sim_create(&config, threads, err);
	if (!sim || !sim_run_to(sim, 0, NULL, err))
		return 0;
	double best = 1e9, occupancy = 0;
	for (int part = 0; part < PARTS; part++) {
		double start = seconds();
		for (int week = 0; week < weeks && sim_run_to(sim, sim_week(sim) + 1, NULL, err); week++)
			occupancy += sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_OCCUPANCY) / weeks / PARTS;
		double spent = seconds() - start;
		best = spent < best ? spent : best;
	}
	printf("bench %s staff=%d threads=%d ns_per_agent_week=%.1f occupancy=%.3f open=%d bytes_per_person=%.0f digest=%016llx\n",
	       kind->name, staff, threads, best * 1e9 / staff / weeks, occupancy, sim_open_assignments(sim),
	       (double)sim_bytes(sim) / staff, (unsigned long long)sim_digest(sim));
	fflush(stdout);
	sim_destroy(sim);
	config_clear(&config);
	return 1;
}

// ---- hooks: what on_week does, and how many operations that is for each person

static const struct {
	const char *name, *body;
	int operations;
} hooks_table[] = {
	{ "read", "local m, s = org.column 'mindset', 0 for k = 1, 20 do for i = 1, #m do s = s + m[i] end end", 20 },
	{ "write", "local m = org.column 'free' for k = 1, 20 do for i = 1, #m do m[i] = k end end", 20 },
	{ "people", "local n = 0 for k = 1, 20 do for i in org.people() do n = n + 1 end end", 20 },
	{ "ties", "local n = 0 for k = 1, 4 do for i in org.people() do for j in org.ties(i) do n = n + 1 end end end", 32 },
	{ "draws", "local u = 0 for k = 1, 20 do for i = 1, org.places do u = u + org.uniform() end end", 20 },
	{ "bulk", "local m, f = org.column 'mindset', org.column 'free' for k = 1, 100 do f:set(m * 0.5 + f * 0.5) end", 400 },
};

static int run_hooks(int staff, size_t kind, struct err *err)
{
	static struct config config;
	struct hooks *hooks;
	char text[1024];
	int length = snprintf(text, sizeof text, "return scenario { warm_up = 0, mechanisms = { all = false }, columns = { free = {} },\n"
		"departments = { { id = 'one', staff = %d } }, on_week = function(org) %s end,\n"
		"on_start = function(org) for i in org.people() do for k = 1, 8 do org.set_tie(i, k, (i + k - 1) %% org.places + 1) end end end }", staff, hooks_table[kind].body);
	if (!scenario_load_text_hooks(text, (size_t)length, "bench", ".", &config, &hooks, err))
		return 0;
	struct sim *sim = sim_create(&config, 1, err);
	double best = 1e9;
	for (int part = 0; sim && part < PARTS; part++) {
		double start = seconds();
		if (!hooks_run_to(hooks, sim, part + 1, NULL, err))
			return 0;
		double spent = seconds() - start;
		best = spent < best ? spent : best;
	}
	double operations = (double)staff * hooks_table[kind].operations;
	printf("bench hooks %s operations=%.0f million_per_second=%.1f\n", hooks_table[kind].name, operations, operations / best / 1e6);
	fflush(stdout);
	sim_destroy(sim);
	hooks_destroy(hooks);
	config_clear(&config);
	return 1;
}

// ---- a batch, beside the same runs in bare threads

enum { BATCH_TRIALS = 60, BATCH_JOBS = 2, BATCH_ROUNDS = 3 };

struct timing {
	double wall, cpu;  // seconds: the least of the rounds
};

static double cpu_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void keep_least(struct timing *best, double wall, double cpu)
{
	best->wall = best->wall == 0 || wall < best->wall ? wall : best->wall;
	best->cpu = best->cpu == 0 || cpu < best->cpu ? cpu : best->cpu;
}

static void *run_bare(void *data)
{
	struct config config = *(const struct config *)data;
	for (int i = 0; i < BATCH_TRIALS / BATCH_JOBS; i++, config.seed += BATCH_JOBS) {
		struct sim *sim = sim_create(&config, 1, NULL);
		if (!sim || !sim_run_to(sim, config.years * CONFIG_WEEKS_PER_YEAR, NULL, NULL))
			abort();
		sim_destroy(sim);
	}
	return NULL;
}

static void time_bare(const struct config *config, struct timing *best)
{
	pthread_t thread[BATCH_JOBS];
	struct config own[BATCH_JOBS];
	double wall = seconds(), cpu = cpu_seconds();
	for (int i = 0; i < BATCH_JOBS; i++) {
		own[i] = *config;
		own[i].seed += (uint64_t)i;
		if (pthread_create(&thread[i], NULL, run_bare, &own[i]) != 0)
			abort();
	}
	for (int i = 0; i < BATCH_JOBS; i++)
		pthread_join(thread[i], NULL);
	keep_least(best, seconds() - wall, cpu_seconds() - cpu);
}

static int time_batch(const struct experiment *experiment, const struct results *results, const char *path, struct timing *best, struct err *err)
{
	struct store_plan plan = { .replicates = BATCH_TRIALS, .shard = 1, .shards = 1 };
	double wall = seconds(), cpu = cpu_seconds();
	struct store *store = store_create(path, experiment, results, &plan, "bench", err);
	struct runner runner = { .experiment = experiment, .results = results, .plan = &plan, .store = store, .jobs = BATCH_JOBS };
	int good = store && runner_plan(experiment, results, &plan, store, err) && runner_run(&runner, err);
	store_close(store);
	keep_least(best, seconds() - wall, cpu_seconds() - cpu);
	unlink(path);
	return good;
}

static int run_batch(struct err *err)
{
	char folder[] = "/tmp/stoeprand-bench-XXXXXX", question[64], path[64];
	struct timing bare = { 0 }, batch = { 0 };
	struct results results;
	if (!mkdtemp(folder))
		return 0;
	snprintf(question, sizeof question, "%s/question.lua", folder);
	snprintf(path, sizeof path, "%s/out.db", folder);
	FILE *file = fopen(question, "w");
	if (!file)
		return 0;
	fputs("return experiment { scenario = 'default', measure = { 'performance', 'trust', 'strain', 'mindset', 'outflow' } }\n", file);
	fclose(file);
	struct experiment *experiment = experiment_open(question, err);
	int good = experiment && alternatives_make(experiment, &results, err);
	for (int round = 0; good && round < BATCH_ROUNDS; round++) {
		time_bare(source_config(experiment->scenario[0].source), &bare);
		good = time_batch(experiment, &results, path, &batch, err);
	}
	if (good)
		printf("bench batch trials=%d jobs=%d per_second=%.1f bare=%.1f cpu_share=%.3f\n", BATCH_TRIALS, BATCH_JOBS, BATCH_TRIALS / batch.wall,
		       BATCH_TRIALS / bare.wall, bare.cpu / batch.cpu);
	if (experiment)
		results_clear(&results);
	experiment_close(experiment);
	unlink(question);
	rmdir(folder);
	return good;
}

// Frames of the window with the default municipality, made so large.
static int run_frames(struct err *err)
{
	static const int sizes[] = { 1000, 5000 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		static struct config config;
		if (!scenario_load("scenarios/default.lua", &config, err))
			return 0;
		enlarge(&config, sizes[i]);
		bool fine = frame_bench(&config, err);
		config_clear(&config);
		if (!fine)
			return 0;
	}
	return 1;
}

int main(int argc, char **argv)
{
	static struct err err;
	int most = argc > 1 ? atoi(argv[1]) : 1000000;
	for (size_t k = 0; k < sizeof hooks_table / sizeof *hooks_table; k++)
		if ((argc < 3 || strcmp(argv[2], hooks_table[k].name) == 0) && !run_hooks(10000, k, &err)) {
			fputs(err.text[LANG_EN], stderr);
			return 1;
		}
	if (((argc < 3 || strcmp(argv[2], "batch") == 0) && !run_batch(&err)) || ((argc < 3 || strcmp(argv[2], "frame") == 0) && !run_frames(&err))) {
		fputs(err.text[LANG_EN], stderr);
		return 1;
	}
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (int staff = argc > 3 ? atoi(argv[3]) : 1000; staff <= most; staff *= 10)
			for (int threads = 1; threads <= 2 && (argc < 3 || strcmp(argv[2], kinds[k].name) == 0); threads++)
				if (!run(&kinds[k], staff, threads, &err)) {
					fputs(err.text[LANG_EN], stderr);
					return 1;
				}
	return 0;
}
