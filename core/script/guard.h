// Sees whether functions changed what they may not: the variables outside them, and what is in the
// tables that these hold. A script that remembered something there would not be the same run again
// after a save, so it is an error that names the variable.
#ifndef GUARD_H
#define GUARD_H

struct guard;
struct lua_State;

// Both may raise; values to look at are the list at the stack's `index`, with their names at the same places of
// `names`. guard_take replaces *guard, which is the caller's to guard_destroy.
void guard_take(struct lua_State *lua, int index, const char *const *names, struct guard **guard);
void guard_check(struct lua_State *lua, int index, const char *const *names, struct guard *guard);
void guard_destroy(struct guard *guard);  // NULL is fine

#endif
