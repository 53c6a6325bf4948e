// A host of the window for tests and measurements: one scenario, made by a function.
#ifndef HOST_H
#define HOST_H

#include "view/play.h"

struct host {
	void (*make)(struct config *config);
	const char *fault;           // not NULL: loading fails with it
	int fails_in_week;           // living that week fails
	int64_t stamp;               // of the file
	int loaded, open;            // how often, and how many are not unloaded
	struct config listed;        // what the list shows, twice, and one that is wrong
	struct play_listing listing[3];
};

struct play_host host_init(struct host *host, void (*make)(struct config *config));
void host_clear(struct host *host);

#endif
