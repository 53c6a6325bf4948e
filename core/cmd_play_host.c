// Gives the window its scenarios: the list of those that come with the program, and one to run.
#include "cmd_play.h"

#include "file.h"
#include "mem.h"
#include "script/hooks.h"
#include "script/scenario.h"

#include <string.h>
#include <sys/stat.h>

struct item {
	char path[FILE_PATH_MAX];
	struct config config;
	bool good;
};

struct cmd_play_host {
	struct file_names names;
	int count;                     // of the list, once it has been asked for
	bool listed;
	struct item *item;             // owned, as what follows
	struct play_listing *listing;
};

// A scenario that is being run.
struct run {
	struct config config;
	struct hooks *hooks;
};

static bool begin(void *with, struct sim *sim, struct err *err)
{
	struct run *run = with;
	return hooks_begin(run->hooks, sim, err);
}

static bool week(void *with, struct sim *sim, struct err *err)
{
	struct run *run = with;
	return hooks_week(run->hooks, sim, err);
}

static bool load(void *with, const char *path, struct play_scenario *out, struct err *err)
{
	(void)with;
	struct run *run = mem_new(1, sizeof *run);
	if (!run) {
		err_memory(err);
		return false;
	}
	if (!scenario_load_hooks(path, &run->config, &run->hooks, err)) {
		mem_free(run);
		return false;
	}
	*out = (struct play_scenario){ &run->config, run, begin, week };
	return true;
}

static void unload(void *with, struct play_scenario *scenario)
{
	(void)with;
	struct run *run = scenario->with;
	hooks_destroy(run->hooks);
	config_clear(&run->config);
	mem_free(run);
}

// Time and size: an editor may write twice within a second.
static int64_t stamp(void *with, const char *path)
{
	(void)with;
	struct stat file;
	if (stat(path, &file) != 0)
		return 0;
	return (int64_t)file.st_mtim.tv_sec * 1000000000 + file.st_mtim.tv_nsec + (int64_t)file.st_size;
}

// ---- the list: read when it is first asked for

static void read_item(struct cmd_play_host *host, const char *name)
{
	struct item *item = &host->item[host->count];
	config_init(&item->config);
	if (!cmd_find_scenario(name, item->path, sizeof item->path, NULL))
		return;
	item->good = scenario_load(item->path, &item->config, NULL);
	host->listing[host->count++] = (struct play_listing){ item->path, name, item->good ? &item->config : NULL };
}

static bool make_list(struct cmd_play_host *host)
{
	if (!file_list("scenarios", ".lua", &host->names, NULL))
		return false;
	host->item = mem_new((size_t)host->names.count + 1, sizeof *host->item);
	host->listing = mem_new((size_t)host->names.count + 1, sizeof *host->listing);
	if (!host->item || !host->listing)
		return false;
	// those of the cases first, what is for researchers (in folders) after them
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < host->names.count; i++)
			if ((strchr(host->names.name[i], '/') != NULL) == (pass == 1))
				read_item(host, host->names.name[i]);
	return true;
}

static const struct play_listing *list(void *with, int *count)
{
	struct cmd_play_host *host = with;
	if (!host->listed)
		make_list(host);
	host->listed = true;
	*count = host->count;
	return host->listing;
}

struct cmd_play_host *cmd_play_host_create(struct play_host *out, struct err *err)
{
	struct cmd_play_host *host = mem_new(1, sizeof *host);
	if (!host)
		err_memory(err);
	*out = (struct play_host){ host, load, unload, stamp, list };
	return host;
}

void cmd_play_host_destroy(struct cmd_play_host *host)
{
	if (!host)
		return;
	for (int i = 0; i < host->count; i++)
		config_clear(&host->item[i].config);
	mem_free(host->item);
	mem_free(host->listing);
	file_list_clear(&host->names);
	mem_free(host);
}
