// The functions that a hook can call: one row each, from which the sandbox is filled and the
// reference printed, so that neither can have what the other lacks.
#ifndef API_H
#define API_H

#include "text.h"

struct lua_State;

enum api_group { API_HOOK, API_VALUE, API_ORG, API_VECTOR, API_PEOPLE, API_DRAWS, API_GROUP_COUNT };

struct api_row {
	enum api_group group;
	const char *name;       // "mean"
	const char *call;       // as it is written: "org.mean(vector[, who])"
	const char *gives;      // type and range of what comes back, "-" for nothing
	struct text help;
	const char *example;    // the body of an on_week(org)
	int (*function)(struct lua_State *lua);  // NULL where it is no function
};

extern const struct api_row api_table[];
extern const int api_count;

struct text api_group_help(enum api_group group);  // a heading and a sentence

#endif
