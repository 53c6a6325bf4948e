// The tables of a results file, as SQL; store.c adds a column to `result` and `path` for each outcome.
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

enum { STORE_SCHEMA_VERSION = 1, STORE_APPLICATION = 0x53746f65 };  // "Stoe"

extern const char store_schema[];

#endif
