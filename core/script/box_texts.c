// Texts that were read, kept with the names by which they were asked for.
#include "script/box.h"

#include "mem.h"
#include "sim/config.h"

#include <string.h>

bool box_texts_add(struct box_texts *texts, const char *module, const char *path, const char *text, size_t length)
{
	if (texts->count == BOX_FILES_MAX)
		return true;  // the box refuses it too
	struct box_text *row = &texts->text[texts->count++];
	*row = (struct box_text){ config_copy_text(module), config_copy_text(path), mem_new(length + 1, 1), length };
	if (!row->module || !row->path || !row->text)
		return false;
	memcpy(row->text, text, length);
	return true;
}

const struct box_text *box_texts_find(const struct box_texts *texts, const char *module)
{
	for (int i = 0; i < texts->count; i++)
		if (strcmp(texts->text[i].module, module) == 0)
			return &texts->text[i];
	return NULL;
}

void box_texts_clear(struct box_texts *texts)
{
	for (int i = 0; i < texts->count; i++) {
		mem_free(texts->text[i].module);
		mem_free(texts->text[i].path);
		mem_free(texts->text[i].text);
	}
	mem_free(texts->name);
	*texts = (struct box_texts){ 0 };
}
