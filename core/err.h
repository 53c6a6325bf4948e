// Errors. The programmer's fault stops the program: must(cond), on in every build.
// The user's fault is collected, in both languages, in a struct err that the caller owns;
// a file's mistakes are all told at once, so an err holds many messages.
#ifndef ERR_H
#define ERR_H

#include "text.h"

#include <stdbool.h>

enum { ERR_TEXT_MAX = 16384 };  // bytes a language; what does not fit is counted, not written

struct err {
	int count;                           // messages in all, also those that did not fit
	char text[LANG_COUNT][ERR_TEXT_MAX];  // one message a line, NUL-terminated
};

void err_clear(struct err *err);

// Adds one message; both formats take the same arguments in the same order. err may be NULL.
void err_add(struct err *err, const char *nl, const char *en, ...)
	__attribute__((format(printf, 2, 4), format(printf, 3, 4)));

void err_memory(struct err *err);  // adds "out of memory"
bool err_is_memory(const struct err *err);  // that is among them

#define must(cond) ((cond) ? (void)0 : err_must(#cond, __FILE__, __LINE__))
_Noreturn void err_must(const char *cond, const char *file, int line);

#endif
