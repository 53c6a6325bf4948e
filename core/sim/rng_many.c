// One draw for each of many ids at once: what rng_block gives, eight ids side by side where the processor can.
// Written out with its instructions, because compilers put products in order that nobody asked for, which
// takes longer than the products themselves. Integers only, so the bits are the same by nature.
#include "sim/rng.h"

enum { ROUNDS = 10, SIDE = 8 };
#define MULTIPLY_0 0xD2511F53u  // Philox4x32 (Salmon and others, 2011), as in Random123
#define MULTIPLY_1 0xCD9E8D57u
#define WEYL_0 0x9E3779B9u
#define WEYL_1 0xBB67AE85u

#if defined(__x86_64__) && defined(__has_attribute) && !defined(MODEL_PORTABLE)
#if __has_attribute(target)
#define SIDE_BY_SIDE
#endif
#endif

#ifdef SIDE_BY_SIDE
#include <immintrin.h>

#define WITH_AVX2 __attribute__((target("avx2")))

struct four {  // blocks, a counter's word in the low half of each lane; what stands in the high half does not count
	__m256i word[4];
};

WITH_AVX2 static inline struct four turn(struct four c, __m256i key0, __m256i key1)
{
	__m256i a = _mm256_mul_epu32(c.word[0], _mm256_set1_epi64x(MULTIPLY_0));
	__m256i b = _mm256_mul_epu32(c.word[2], _mm256_set1_epi64x(MULTIPLY_1));
	return (struct four){ {
		_mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(b, 32), c.word[1]), key0), b,
		_mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(a, 32), c.word[3]), key1), a,
	} };
}

WITH_AVX2 static int side_by_side(const struct rng *at, const uint32_t *id, int count, uint32_t *const word[4])
{
	int done = 0;
	for (; done + SIDE <= count; done += SIDE) {
		__m256i ids = _mm256_loadu_si256((const __m256i *)(const void *)(id + done)), week = _mm256_set1_epi64x(at->week);
		__m256i purpose = _mm256_set1_epi64x(at->purpose), k = _mm256_set1_epi64x(at->k);
		struct four even = { { ids, week, purpose, k } }, odd = { { _mm256_srli_epi64(ids, 32), week, purpose, k } };
		uint32_t key0 = (uint32_t)at->seed, key1 = (uint32_t)(at->seed >> 32);
		for (int round = 0; round < ROUNDS; round++, key0 += WEYL_0, key1 += WEYL_1) {
			__m256i first = _mm256_set1_epi64x(key0), second = _mm256_set1_epi64x(key1);
			even = turn(even, first, second);
			odd = turn(odd, first, second);
		}
		for (int w = 0; w < 4; w++) {
			__m256i both = _mm256_blend_epi32(even.word[w], _mm256_slli_epi64(odd.word[w], 32), 0xAA);
			_mm256_storeu_si256((__m256i *)(void *)(word[w] + done), both);
		}
	}
	return done;
}
#endif

void rng_many(const struct rng *at, const uint32_t *id, int count, uint32_t *const word[4])
{
	int done = 0;
#ifdef SIDE_BY_SIDE
	if (__builtin_cpu_supports("avx2"))
		done = side_by_side(at, id, count, word);
#endif
	for (int i = done; i < count; i++) {
		struct rng_block block = rng_block(at->seed, id[i], at->week, at->purpose, at->k);
		for (int w = 0; w < 4; w++)
			word[w][i] = block.word[w];
	}
}
