// Addressed random numbers: Random123's Philox4x32-10. A draw has an address (seed, id, week,
// purpose, k) and no state is kept anywhere, so a changed lever changes only what it reaches.
#ifndef RNG_H
#define RNG_H

#include <Random123/philox.h>

#include <stdint.h>

// What a draw is for. Only ever grows at the end: numbers in old runs keep their addresses.
enum rng_purpose {
	RNG_PERSON = 1,      // who somebody is, at birth in the model
	RNG_TIES,            // first ties
	RNG_WEEK,            // a person's week: leaving, moving, meeting, shock
	RNG_DEMAND,          // arrivals of standard work, id = stream
	RNG_SHOCK,           // demand swings, id = unit
	RNG_LATENCY,         // spread of process latency, id = stream
	RNG_ARRIVAL,         // number of new assignments
	RNG_ASSIGNMENT,      // what an assignment is, id = its number
	RNG_STAFFING,        // candidates for a role, id = assignment
	RNG_ASSIGNMENT_WEEK, // surprises of an assignment's week
	RNG_OUTCOME,         // how a result is received
	RNG_PROGRAMME,       // who takes part and when, k = programme
	RNG_GROUP,           // who meets whom in a group
	RNG_MOVE,            // where a mover goes
	RNG_HIRE,            // where a hire lands
	RNG_SUBSCRIBE,       // willingness to take gigs
	RNG_MEET,            // whom one meets
	RNG_APPOINT,         // who is considered for manager, id = unit
	RNG_IMPORT,          // an imported staff: order and ages within classes, id = unit, seed = the file's hash
	RNG_POINTS,          // where an experiment's points lie, id = factor or trajectory, seed = the experiment's
	RNG_BOOTSTRAP,       // which observations are drawn again, id = repeat
};

struct rng_block {
	uint32_t word[4];
};

static inline struct rng_block rng_block(uint64_t seed, uint32_t id, uint32_t week, uint32_t purpose, uint32_t k)
{
	philox4x32_ctr_t counter = { { id, week, purpose, k } };
	philox4x32_key_t key = { { (uint32_t)seed, (uint32_t)(seed >> 32) } };
	philox4x32_ctr_t out = philox4x32(counter, key);
	return (struct rng_block){ { out.v[0], out.v[1], out.v[2], out.v[3] } };
}

// (0, 1), never either end: 2^32 and 2^23 steps.
static inline double rng_unit(uint32_t word)
{
	return ((double)word + 0.5) * 0x1p-32;
}

static inline float rng_unitf(uint32_t word)
{
	return ((float)(int32_t)(word >> 9) + 0.5f) * 0x1p-23f;
}

// A row of draws under one address: k runs up. On the stack, for what needs many numbers at once.
struct rng {
	uint64_t seed;
	uint32_t id, week, purpose, k;
	struct rng_block block;
	int left;
};

// Blocks at one address but for the id: word[0…3][i] is what rng_block gives id[i]. at->id does not count.
void rng_many(const struct rng *at, const uint32_t *id, int count, uint32_t *const word[4]);

struct rng rng_start(uint64_t seed, uint32_t id, uint32_t week, uint32_t purpose);
uint32_t rng_word(struct rng *rng);
double rng_next(struct rng *rng);                          // (0, 1)
double rng_normal(struct rng *rng);                        // mean 0, sd 1
uint32_t rng_below(struct rng *rng, uint32_t bound);       // 0 … bound − 1, bound ≥ 1
uint32_t rng_poisson(struct rng *rng, double mean);        // exact; mean ≤ 1e8
double rng_beta_like(struct rng *rng, double mean, double sd);  // normal, folded back into (0.02, 0.98)

#endif
