// Zeroed, aligned memory with a switch that makes an allocation fail. Large blocks ask for large pages:
// a simulation jumps about in them, and small pages make the processor look up each jump.
#define _DEFAULT_SOURCE  // NOLINT(bugprone-reserved-identifier): the C library's switch for madvise
#include "mem.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { LINE = 64, PAGE = 2 << 20 };

static atomic_long countdown;
static atomic_int fail_all;
static atomic_long live;

void mem_fail(long n, int all)
{
	atomic_store(&countdown, n);
	atomic_store(&fail_all, all);
}

long mem_live(void)
{
	return atomic_load(&live);
}

static int fails_now(void)
{
	if (atomic_load(&countdown) <= 0)
		return 0;
	if (atomic_load(&countdown) == 1)
		return atomic_load(&fail_all) || atomic_fetch_sub(&countdown, 1) == 1;
	atomic_fetch_sub(&countdown, 1);
	return 0;
}

void *mem_new(size_t count, size_t size)
{
	if (fails_now() || (size && count > (SIZE_MAX - PAGE) / size))
		return NULL;
	size_t bytes = count * size;
	size_t unit = bytes >= PAGE ? PAGE : LINE;
	bytes = (bytes / unit + 1) * unit;
	void *block = aligned_alloc(unit, bytes);
	if (!block)
		return NULL;
#ifdef MADV_HUGEPAGE
	if (unit == PAGE)
		madvise(block, bytes, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
	memset(block, 0, bytes);
	atomic_fetch_add(&live, 1);
	return block;
}

void *mem_grow(void *block, size_t old_count, size_t new_count, size_t size)
{
	void *fresh = mem_new(new_count, size);
	if (!fresh)
		return NULL;
	if (block)
		memcpy(fresh, block, (old_count < new_count ? old_count : new_count) * size);
	mem_free(block);
	return fresh;
}

void mem_free(void *block)
{
	if (block)
		atomic_fetch_sub(&live, 1);
	free(block);
}
