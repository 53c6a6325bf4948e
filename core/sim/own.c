// Memory of what a scenario adds to the model.
#include "sim/own.h"

#include "mem.h"

#include <string.h>

size_t own_column_bytes(const struct own_column *column, int slots)
{
	return (size_t)slots * (size_t)column->size * sizeof(double);
}

_Static_assert(sizeof(double) == sizeof(int64_t), "whole or not, an element is as large");

// Columns start a cache line.
static size_t column_room(const struct own_column *column, int slots)
{
	return (own_column_bytes(column, slots) / 64 + 1) * 64;
}

static size_t measure_count(const struct config *config, int units)
{
	return (size_t)config->own_measure_count * ((size_t)units + 1);
}

static size_t column_bytes(const struct config *config, int slots)
{
	size_t bytes = 64;
	for (int c = 0; c < config->own_column_count; c++)
		bytes += column_room(&config->own_column[c], slots);
	return bytes;
}

size_t own_bytes(const struct own *own, const struct config *config, int slots, int units)
{
	size_t numbers = measure_count(config, units) + (size_t)config->own_setting_count;
	return column_bytes(config, slots) + numbers * sizeof(double) + own->note_bytes;
}

static void put_initial(struct own *own, const struct own_column *column, int index, size_t at)
{
	if (column->whole)
		((int64_t *)own->data[index])[at] = (int64_t)column->initial;
	else
		((double *)own->data[index])[at] = column->initial;
}

bool own_create(struct own *own, const struct config *config, int slots, int units, struct err *err)
{
	size_t measures = measure_count(config, units);
	char *place = own->memory = mem_new(column_bytes(config, slots), 1);
	own->measure = mem_new(measures + 1, sizeof *own->measure);
	own->setting = mem_new((size_t)config->own_setting_count + 1, sizeof *own->setting);
	if (!own->memory || !own->measure || !own->setting) {
		err_memory(err);
		return false;
	}
	for (size_t k = 0; k < measures; k++)
		own->measure[k] = __builtin_nan("");
	for (int s = 0; s < config->own_setting_count; s++)
		own->setting[s] = config->own_setting[s].value;
	for (int c = 0; c < config->own_column_count; c++) {
		const struct own_column *column = &config->own_column[c];
		own->data[c] = place;
		place += column_room(column, slots);
		for (size_t at = 0; at < (size_t)slots * (size_t)column->size; at++)
			put_initial(own, column, c, at);
	}
	return true;
}

void own_clear(struct own *own)
{
	mem_free(own->memory);
	mem_free(own->measure);
	mem_free(own->setting);
	mem_free(own->note);
	memset(own, 0, sizeof *own);
}

void own_enter(struct own *own, const struct config *config, int slots, uint32_t slot)
{
	for (int c = 0; c < config->own_column_count; c++)
		for (int k = 0; k < config->own_column[c].size; k++)
			put_initial(own, &config->own_column[c], c, (size_t)k * (size_t)slots + slot);
}

bool own_note_resize(struct own *own, uint32_t bytes, struct err *err)
{
	unsigned char *note = bytes ? mem_new(bytes, 1) : NULL;
	if (bytes && !note) {
		err_memory(err);
		return false;
	}
	mem_free(own->note);
	own->note = note;
	own->note_bytes = bytes;
	return true;
}
