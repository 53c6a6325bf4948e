// Scenarios with functions, for tests: a small organisation of two departments, "permits" and
// "social", with a programme and a measure called "example", columns of its own, and whatever is added.
#ifndef HOOKED_H
#define HOOKED_H

#include "script/hooks.h"
#include "script/scenario.h"

struct hooked {
	struct config config;
	struct hooks *hooks;
	struct sim *sim;
	struct err err;
};

// `before` stands above `return scenario {`, `fields` within it. False, and h->err, when it is wrong.
bool hooked_load(struct hooked *h, const char *before, const char *fields);
bool hooked_open(struct hooked *h, int threads);      // the sim, at week 0 after the warm-up
bool hooked_run(struct hooked *h, int week);
void hooked_close(struct hooked *h);

// All of it, up to `week`; fails the test when something is wrong. The digest.
unsigned long long hooked_digest(const char *before, const char *fields, int threads, int week);

// The same, where something must be wrong: the message in English must hold `message`, the other must differ or be
// the same by intent, and nothing is left behind.
void hooked_refused(const char *before, const char *fields, const char *message);

#endif
