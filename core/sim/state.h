// A sim's whole state as bytes and back: both walk the column lists. No files here.
// Format: magic "stoeprand", format version, config fingerprint, text hash of the scenario, week,
// columns, checksum. Little-endian; another version is migrated or refused in words.
#ifndef STATE_H
#define STATE_H

#include "sim/sim.h"

struct bytes {
	unsigned char *data;  // owned; mem_free
	size_t count;
};

enum { STATE_VERSION = 2 };

// 64 bits over all that the next week depends on (sim_digest).
uint64_t state_digest(const struct sim *sim);

// False and err without memory; out is then empty.
bool state_save(const struct sim *sim, struct bytes *out, struct err *err);

// A sim that continues where the saved one stood, under the same (or a compatible) config.
// NULL and err (which names `file`) when the bytes are not a save, of another version, cut short, damaged, or
// of another organisation (fingerprint).
struct sim *state_load(const struct config *config, const void *data, size_t count, int threads,
                       const char *file, struct err *err);

#endif
