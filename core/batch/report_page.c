// Text into markup. There is one way in for words, and it escapes.
#include "batch/report_page.h"

#include "mem.h"

#include <stdarg.h>
#include <string.h>

void report_memory(struct report_page *page)
{
	if (!page->failed)
		err_memory(page->err);
	page->failed = true;
}

void report_tag(struct report_page *page, const char *markup)
{
	fputs(markup, page->stream);
}

static const char *entity_of(char letter)
{
	switch (letter) {
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '&': return "&amp;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

void report_put(struct report_page *page, const char *text)
{
	for (size_t left = strlen(text), step; left > 0; text += step, left -= step) {
		size_t whole = text_character(text, left);
		const char *entity = entity_of(*text);
		step = whole ? whole : 1;
		if (entity)
			fputs(entity, page->stream);
		else if (whole)
			(void)fwrite(text, 1, whole, page->stream);
		else
			fputs("\uFFFD", page->stream);
	}
}

static void put_format(struct report_page *page, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int count = vsnprintf(NULL, 0, format, args);
	char *text = mem_new((size_t)count + 1, 1);
	if (text) {
		vsnprintf(text, (size_t)count + 1, format, again);
		report_put(page, text);
	} else {
		report_memory(page);
	}
	va_end(again);
	mem_free(text);
}

void report_say(struct report_page *page, const char *nl, const char *en, ...)
{
	va_list args;
	va_start(args, en);
	put_format(page, page->lang == LANG_NL ? nl : en, args);
	va_end(args);
}

void report_in(struct report_page *page, const char *element, const char *nl, const char *en, ...)
{
	va_list args;
	fprintf(page->stream, "<%s>", element);
	va_start(args, en);
	put_format(page, page->lang == LANG_NL ? nl : en, args);
	va_end(args);
	fprintf(page->stream, "</%.*s>\n", (int)strcspn(element, " "), element);
}

void report_lines(struct report_page *page, const char *text)
{
	while (*text) {
		int length = (int)strcspn(text, "\n");
		if (length > 0)
			report_in(page, "p", "%.*s", "%.*s", length, text);
		text += length + (text[length] == '\n');
	}
}

void report_section(struct report_page *page, const char *id, const char *nl, const char *en)
{
	bool dutch = page->lang == LANG_NL;
	fprintf(page->stream, "</section>\n<section id=\"%s-%s\">\n<h2>", id, dutch ? "nl" : "en");
	report_put(page, dutch ? nl : en);
	report_tag(page, "</h2>\n");
}
