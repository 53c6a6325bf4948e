// What make facts-full adds: over which values of the nearest inputs each fact holds, and which mechanism carries it.
#ifndef FACTS_FULL_H
#define FACTS_FULL_H

#include <stdio.h>

void facts_full_ranges(FILE *out, const char *folder, char (*names)[64], int count, int seeds);
void facts_full_mechanisms(FILE *out, const char *folder, char (*names)[64], int count, int seeds);

#endif
