// Keeps what happened and reads it back.
#include "view/diary_inside.h"

#include "mem.h"


int diary_setting(int detail)
{
	must(detail >= 0 && detail < DIARY_SETTINGS);
	return diary_settings[detail];
}

// ---- memory

struct diary *diary_create(const struct config *config, struct err *err)
{
	struct diary *diary = mem_new(1, sizeof *diary);
	if (!diary) {
		err_memory(err);
		return NULL;
	}
	diary->config = config;
	diary->slots = config_staff(config);
	diary->units = config->department_count + 1;
	diary->week = -1;
	diary->kept = !config->imported && diary->slots <= DIARY_PEOPLE_MOST;
	if (!diary->kept)
		return diary;
	diary->watch = mem_new((size_t)diary->slots, sizeof *diary->watch);
	diary->setting = mem_new((size_t)diary->units * DIARY_SETTINGS, sizeof *diary->setting);
	if (diary->watch && diary->setting)
		return diary;
	err_memory(err);
	diary_destroy(diary);
	return NULL;
}

void diary_destroy(struct diary *diary)
{
	if (!diary)
		return;
	mem_free(diary->watch);
	mem_free(diary->setting);
	mem_free(diary->event);
	mem_free(diary);
}

bool diary_kept(const struct diary *diary)
{
	return diary->kept;
}

const struct diary_event *diary_events(const struct diary *diary, int *count)
{
	*count = diary->count;
	return diary->event;
}

static bool is_lesser(const struct diary_event *event)
{
	return event->kind == DIARY_TEAM || event->kind == DIARY_GIG || event->kind == DIARY_GIG_OVER;
}

// From where somebody is follows which changes of a unit are the person's, so that is never forgotten.
static bool is_needed(const struct diary_event *event)
{
	return event->kind == DIARY_START || event->kind == DIARY_JOINED || event->kind == DIARY_MOVED;
}

// Lets go of the lesser events of the older half, and when that is little, of all but where people were in the oldest quarter.
void diary_forget(struct diary *diary)
{
	int kept = 0, half = diary->count / 2;
	for (int i = 0; i < diary->count; i++)
		if (i >= half || !is_lesser(&diary->event[i]))
			diary->event[kept++] = diary->event[i];
	bool little = diary->count - kept < diary->count / 8;
	diary->count = kept;
	for (int i = kept = 0; little && i < diary->count; i++)
		if (i >= diary->count / 4 || is_needed(&diary->event[i]))
			diary->event[kept++] = diary->event[i];
	diary->count = little ? kept : diary->count;
}

void diary_add(struct diary *diary, struct diary_event event)
{
	if (diary->count == diary->room) {
		int room = diary->room ? 2 * diary->room : 1024;
		struct diary_event *more = mem_grow(diary->event, (size_t)diary->room, (size_t)room, sizeof *more);
		diary->failed = diary->failed || !more;
		if (!more)
			return;
		diary->event = more;
		diary->room = room;
	}
	diary->event[diary->count++] = event;
}

// ---- reading

static bool concerns(const struct diary_event *event, uint32_t id, int unit)
{
	return event->id == id || (event->id == DIARY_ALL && unit == (int)event->unit);
}

static int unit_after(const struct diary_event *event, uint32_t id, int unit)
{
	if (event->id != id)
		return unit;
	return event->kind == DIARY_LEFT || event->kind == DIARY_RETIRED ? -1 : event->unit;
}

static void count_of(const struct diary *diary, uint32_t id, int *lesser, int *others)
{
	*lesser = *others = 0;
	for (int i = 0, unit = -1; i < diary->count; unit = unit_after(&diary->event[i], id, unit), i++)
		if (concerns(&diary->event[i], id, unit))
			++*(is_lesser(&diary->event[i]) ? lesser : others);
}

int diary_read(const struct diary *diary, int person, enum lang lang, struct diary_line *line, int most)
{
	uint32_t id = (uint32_t)person;
	int lesser, others, count = 0;
	if (person < 0)
		return 0;
	count_of(diary, id, &lesser, &others);
	int skip_others = others - most, skip_lesser = lesser + others - most;
	for (int i = 0, unit = -1; i < diary->count; unit = unit_after(&diary->event[i], id, unit), i++) {
		const struct diary_event *event = &diary->event[i];
		int *skip = is_lesser(event) ? &skip_lesser : &skip_others;
		if (!concerns(event, id, unit) || (*skip)-- > 0)
			continue;
		line[count].week = event->week;
		diary_say(diary, event, lang, line[count++].text);
	}
	return count;
}
