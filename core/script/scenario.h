// A scenario file in Lua to a config: all mistakes of the file at once, in both languages, each
// with file, key path, value, allowed range and the nearest known name.
#ifndef SCENARIO_H
#define SCENARIO_H

#include "sim/config.h"

enum { SCENARIO_VERSION = 1 };

// Fills `out`, which need not be initialised and is the caller's to config_clear. On failure
// false and err; out is then as after config_clear.
bool scenario_load(const char *path, struct config *out, struct err *err);

// The same for who is going to run it: *hooks are the scenario's functions, NULL when it has none, the caller's to
// hooks_destroy before the config is cleared. A run of a config that has_hooks without them would be another run.
struct hooks;
bool scenario_load_hooks(const char *path, struct config *out, struct hooks **hooks, struct err *err);
bool scenario_load_text_hooks(const char *text, size_t length, const char *name, const char *folder, struct config *out,
	struct hooks **hooks, struct err *err);

// The same from a text; `name` is what messages call it, `folder` is where `require` looks first.
bool scenario_load_text(
	const char *text, size_t length, const char *name, const char *folder, struct config *out, struct err *err);

#endif
