// Lives weeks of the model alone.
#include "support/host.h"

#include "mem.h"

struct opened {
	struct config config;
	struct host *host;
};

static bool begin(void *with, struct sim *sim, struct err *err)
{
	(void)with, (void)sim, (void)err;
	return true;
}

static bool week(void *with, struct sim *sim, struct err *err)
{
	const struct opened *opened = with;
	if (sim_week(sim) == opened->host->fails_in_week) {
		err_add(err, "deze week mislukt", "this week fails");
		return false;
	}
	if (!sim_prepare(sim, err))
		return false;
	sim_step(sim);
	return true;
}

static bool load(void *with, const char *path, struct play_scenario *out, struct err *err)
{
	struct host *host = with;
	struct opened *opened = host->fault ? NULL : mem_new(1, sizeof *opened);
	host->loaded++;
	if (!opened) {
		err_add(err, "%s: %s", "%s: %s", path, host->fault ? host->fault : "");
		return false;
	}
	host->make(&opened->config);
	host->open++;
	opened->host = host;
	*out = (struct play_scenario){ &opened->config, opened, begin, week };
	return true;
}

static void unload(void *with, struct play_scenario *scenario)
{
	struct host *host = with;
	struct opened *opened = scenario->with;
	host->open--;
	config_clear(&opened->config);
	mem_free(opened);
}

static int64_t stamp(void *with, const char *path)
{
	const struct host *host = with;
	(void)path;
	return host->stamp;
}

static const struct play_listing *list(void *with, int *count)
{
	struct host *host = with;
	*count = 3;
	return host->listing;
}

struct play_host host_init(struct host *host, void (*make)(struct config *config))
{
	*host = (struct host){ .make = make, .stamp = 1, .fails_in_week = 1 << 30 };
	make(&host->listed);
	host->listing[0] = (struct play_listing){ "one.lua", "one", &host->listed };
	host->listing[1] = (struct play_listing){ "two.lua", "two", &host->listed };
	host->listing[2] = (struct play_listing){ "wrong.lua", "wrong", NULL };
	return (struct play_host){ host, load, unload, stamp, list };
}

void host_clear(struct host *host)
{
	config_clear(&host->listed);
}
