// Memory. Every allocation of the program comes through here, zeroed and aligned to a cache
// line, and may fail: a test makes the n-th one fail, for every n.
#ifndef MEM_H
#define MEM_H

#include <stddef.h>

void *mem_new(size_t count, size_t size);  // NULL when there is no memory, or count × size overflows
// Moves to a block of new_count; the new part is zeroed. On failure NULL, and the old block stays.
void *mem_grow(void *block, size_t old_count, size_t new_count, size_t size);
void mem_free(void *block);  // NULL is fine

// For tests: the n-th allocation from now on fails (n ≥ 1), and every one after it when `all`.
// n = 0 switches this off. mem_live() counts the blocks not yet freed.
void mem_fail(long n, int all);
long mem_live(void);

#endif
