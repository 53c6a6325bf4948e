// Threads inside one run. A job is cut in numbered pieces; which thread does which piece is
// left to chance, so a piece may write only what is its own.
#ifndef CREW_H
#define CREW_H

#include "err.h"

struct crew;

struct crew *crew_create(int threads, struct err *err);  // threads ≥ 1; one thread makes no thread at all
void crew_destroy(struct crew *crew);                     // NULL is fine
int crew_threads(const struct crew *crew);

// Calls piece(context, i) for i = 0 … count − 1 and returns when all are done. Never fails.
void crew_run(struct crew *crew, void (*piece)(void *context, int i), void *context, int count);

#endif
