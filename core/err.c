// Collects the user's mistakes in both languages; stops on the programmer's.
#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void err_clear(struct err *err)
{
	err->count = 0;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		err->text[lang][0] = '\0';
}

// A line that does not fit is left out whole: half a message misleads.
static void append(char *text, const char *format, va_list args)
{
	size_t used = strlen(text), room = ERR_TEXT_MAX - used;
	int length = vsnprintf(text + used, room, format, args);
	if (length < 0 || (size_t)length + 2 > room)
		text[used] = '\0';
	else
		memcpy(text + used + length, "\n", 2);
}

void err_add(struct err *err, const char *nl, const char *en, ...)
{
	if (!err)
		return;
	const char *format[LANG_COUNT] = { [LANG_NL] = nl, [LANG_EN] = en };
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		va_list args;
		va_start(args, en);
		append(err->text[lang], format[lang], args);
		va_end(args);
	}
	err->count++;
}

static const char memory_nl[] = "er is niet genoeg geheugen", memory_en[] = "there is not enough memory";

void err_memory(struct err *err)
{
	err_add(err, "%s%.0s", "%.0s%s", memory_nl, memory_en);
}

bool err_is_memory(const struct err *err)
{
	return strstr(err->text[LANG_EN], memory_en) != NULL;
}

void err_must(const char *cond, const char *file, int line)
{
	fprintf(stderr, "%s:%d: this must hold: %s\n", file, line, cond);
	abort();
}
