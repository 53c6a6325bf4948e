// Notes what happens to everybody by comparing this week's columns with last week's.
#include "view/diary_inside.h"

#include "mem.h"
#include "sim/edit.h"

#include <math.h>
#include <string.h>

static const float cut[] = { 0.35f, 0.45f, 0.55f, 0.65f };  // of the scale, as on the stage

const int diary_settings[DIARY_SETTINGS] = {
	PARAM_LEADERSHIP_DIRECTION, PARAM_LEADERSHIP_COACHING, PARAM_LEADERSHIP_EXAMPLE, PARAM_LEADERSHIP_HOURS, PARAM_KERBS_ROOM,
	PARAM_KERBS_CLARITY, PARAM_APPRAISAL_REFLECT, PARAM_JOB_RIGIDITY, PARAM_KLUSSENBANK_HOURS_SHARE, PARAM_SCHARRELTIJD_SHARE,
};

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
static void forget(struct diary *diary)
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

// ---- one person's week

struct columns {
	const uint32_t *id, *trained, *seats;
	const float *mindset, *boost, *anchor, *strain, *engagement;
	const uint16_t *unit, *service, *age;
	const uint8_t *manager;
};

static const void *column(const struct sim *sim, const char *name)
{
	return edit_column(sim, staff_find_column(name));
}

static struct columns read_columns(const struct sim *sim)
{
	return (struct columns){
		column(sim, "id"), column(sim, "trained"), column(sim, "seats"), column(sim, "mindset"), column(sim, "boost"), column(sim, "anchor"),
		column(sim, "strain"), column(sim, "engagement"), column(sim, "unit"), column(sim, "service"), column(sim, "age"), column(sim, "manager"),
	};
}

static float effective(float x, float boost)
{
	float m = x + boost;
	return m < 0 ? 0 : m > 1 ? 1 : m;
}

static int step_of(float m)
{
	int step = 0;
	while (step < 4 && m >= cut[step])
		step++;
	return step;
}

static uint32_t team_of(const struct columns *c, int slot)
{
	for (int k = 0; k < STAFF_GIG_SEAT; k++) {
		uint32_t seat = c->seats[(size_t)slot * STAFF_SEATS + (size_t)k];
		if (seat != STAFF_NO_SEAT)
			return seat / 16;
	}
	return STAFF_NO_SEAT;
}

static int others_in(const struct diary *diary, const struct columns *c, uint32_t team, int slot)
{
	int count = 0;
	for (int i = 0; i < diary->slots; i++)
		count += i != slot && c->unit[i] != STAFF_VACANT && team_of(c, i) == team;
	return count;
}

static struct diary_event event_of(const struct diary *diary, const struct diary_watch *w, enum diary_kind kind)
{
	return (struct diary_event){ .id = w->id, .week = (int16_t)diary->week, .since = (int16_t)diary->week, .unit = w->unit, .from = w->unit, .kind = (uint8_t)kind };
}

static void note(struct diary *diary, const struct diary_watch *w, enum diary_kind kind, float value)
{
	struct diary_event event = event_of(diary, w, kind);
	event.value[0] = value;
	diary_add(diary, event);
}

// From here on the causes of a change of mindset are added up.
static void tell_mindset(const struct diary *diary, struct diary_watch *w, int step)
{
	w->step = (uint8_t)step;
	w->told = effective(w->mindset, w->boost);
	w->since = (int16_t)diary->week;
	memset(w->term, 0, sizeof w->term);
}

static void look(struct diary_watch *w, const struct columns *c, int i)
{
	w->id = c->id[i];
	w->unit = c->unit[i];
	w->trained = c->trained[i];
	w->gig = c->seats[(size_t)i * STAFF_SEATS + STAFF_GIG_SEAT];
	w->team = team_of(c, i);
	w->manager = c->manager[i] != 0;
	w->service = c->service[i];
	w->age = c->age[i];
	w->mindset = c->mindset[i];
	w->boost = c->boost[i];
	w->anchor = c->anchor[i];
}

static void meet(struct diary *diary, const struct columns *c, int i, bool silent, enum diary_kind kind)
{
	struct diary_watch *w = &diary->watch[i];
	look(w, c, i);
	w->strained = c->strain[i] > DIARY_STRAIN_HIGH;
	w->tired = c->engagement[i] < DIARY_ENGAGED_LOW;
	tell_mindset(diary, w, step_of(effective(w->mindset, w->boost)));
	if (silent)
		return;
	struct diary_event event = event_of(diary, w, kind);
	event.value[0] = (float)w->service / CONFIG_WEEKS_PER_YEAR;
	event.value[1] = w->told;
	diary_add(diary, event);
}

static void part(struct diary *diary, struct diary_watch *w, uint16_t retires)
{
	note(diary, w, w->age + 1 >= retires ? DIARY_RETIRED : DIARY_LEFT, (float)w->service / CONFIG_WEEKS_PER_YEAR);
	w->unit = STAFF_VACANT;
}

// ---- mindset: told when it is clearly in another step

static int told_step(const struct diary_watch *w, float m)
{
	bool above = w->step < 4 && m > cut[w->step] + DIARY_STEP_OVER, below = w->step > 0 && m < cut[w->step - 1] - DIARY_STEP_OVER;
	return above || below ? step_of(m) : w->step;
}

static void note_step(struct diary *diary, struct diary_watch *w, int step, float m)
{
	struct diary_event event = event_of(diary, w, DIARY_STEP);
	float sign = m > w->told ? 1.0f : -1.0f;
	for (int c = 1; c < CAUSE_COUNT; c++) {
		if (sign * w->term[c] > sign * w->term[event.cause])
			event.cause = (uint8_t)c;
		if (sign * w->term[c] < sign * w->term[event.against])
			event.against = (uint8_t)c;
	}
	event.since = w->since;
	event.detail = (uint8_t)step;
	event.value[0] = w->told;
	event.value[1] = m;
	event.value[2] = w->term[event.cause];
	event.value[3] = w->term[event.against];
	diary_add(diary, event);
	tell_mindset(diary, w, step);
}

static void note_trained(struct diary *diary, struct diary_watch *w, uint32_t fresh, float gain)
{
	for (int p = 0; p < diary->config->programme_count; p++) {
		struct diary_event event = event_of(diary, w, DIARY_TRAINED);
		if (!(fresh >> p & 1))
			continue;
		event.detail = (uint8_t)p;
		event.value[0] = gain;
		diary_add(diary, event);
	}
}

// ---- states that come and go, with a margin so that they do not flutter

static void note_state(struct diary *diary, const struct diary_watch *w, bool *state, bool begins, bool ends, enum diary_kind begin, enum diary_kind end, float value)
{
	if (!*state && begins) {
		*state = true;
		note(diary, w, begin, value);
	} else if (*state && ends) {
		*state = false;
		note(diary, w, end, value);
	}
}

static void compare(struct diary *diary, const struct sim *sim, const struct columns *c, int i)
{
	struct diary_watch *w = &diary->watch[i], old = *w;
	double term[CAUSE_COUNT];
	cause_of(sim, (uint32_t)i, &(struct cause_before){ old.mindset, old.boost, old.anchor, old.unit }, term);
	for (int k = 0; k < CAUSE_COUNT; k++)
		w->term[k] += (float)term[k];
	look(w, c, i);
	if (w->unit != old.unit) {
		struct diary_event event = event_of(diary, w, DIARY_MOVED);
		event.from = old.unit;
		diary_add(diary, event);
	}
	if (w->manager && !old.manager)
		note(diary, w, DIARY_LEADS, 0);
	if (!w->manager && old.manager)
		note(diary, w, DIARY_LEADS_NOT, 0);
	note_trained(diary, w, w->trained & ~old.trained, (float)term[CAUSE_TRAINING]);
	if (w->gig != old.gig && old.gig != STAFF_NO_SEAT)
		note(diary, w, DIARY_GIG_OVER, 0);
	if (w->gig != old.gig && w->gig != STAFF_NO_SEAT)
		note(diary, w, DIARY_GIG, 0);
	if (w->unit == CONFIG_POOL && w->team != old.team && w->team != STAFF_NO_SEAT)
		note(diary, w, DIARY_TEAM, (float)others_in(diary, c, w->team, i));
	note_state(diary, w, &w->strained, c->strain[i] > DIARY_STRAIN_HIGH, c->strain[i] < DIARY_STRAIN_LOW, DIARY_STRAINED, DIARY_RELIEVED, c->strain[i]);
	note_state(diary, w, &w->tired, c->engagement[i] < DIARY_ENGAGED_LOW, c->engagement[i] > DIARY_ENGAGED_HIGH, DIARY_TIRED, DIARY_EAGER, c->engagement[i]);
	float m = effective(w->mindset, w->boost);
	if (told_step(w, m) != w->step)
		note_step(diary, w, told_step(w, m), m);
}

// ---- a week

static void note_settings(struct diary *diary, const struct sim *sim, bool silent)
{
	for (int u = 0; u < diary->units; u++)
		for (int k = 0; k < DIARY_SETTINGS; k++) {
			double *told = &diary->setting[(size_t)u * DIARY_SETTINGS + (size_t)k], value = sim_setting(sim, u, diary_settings[k]);
			if (!silent && fabs(value - *told) > 0.005)
				diary_add(diary, (struct diary_event){ .id = DIARY_ALL, .week = (int16_t)diary->week, .since = (int16_t)diary->week, .unit = (uint16_t)u,
				          .from = (uint16_t)u, .kind = DIARY_SETTING, .detail = (uint8_t)k, .value = { (float)*told, (float)value } });
			if (silent || fabs(value - *told) > 0.005)
				*told = value;
		}
}

static void note_person(struct diary *diary, const struct sim *sim, const struct columns *c, int i)
{
	struct diary_watch *w = &diary->watch[i];
	bool was = w->unit != STAFF_VACANT, is = c->unit[i] != STAFF_VACANT, same = was && is && w->id == c->id[i];
	if (was && !same)
		part(diary, w, (uint16_t)(sim_setting(sim, CONFIG_UNIT_ALL, PARAM_RETIREMENT_AGE) * CONFIG_WEEKS_PER_YEAR));
	if (is && !same)
		meet(diary, c, i, false, DIARY_JOINED);
	if (same)
		compare(diary, sim, c, i);
}

// What lies ahead of the week is forgotten; causes are added up anew from here on.
static void go_back(struct diary *diary, const struct sim *sim, const struct columns *c)
{
	bool first = diary->count == 0;
	for (int i = 0; i < diary->slots; i++)
		if (c->unit[i] == STAFF_VACANT)
			diary->watch[i].unit = STAFF_VACANT;
		else
			meet(diary, c, i, !first, DIARY_START);
	note_settings(diary, sim, true);
}

bool diary_take(struct diary *diary, const struct sim *sim, struct err *err)
{
	int week = sim_week(sim);
	if (!diary->kept || week < 0)
		return true;
	while (diary->count && diary->event[diary->count - 1].week > week)
		diary->count--;
	if (diary->count > DIARY_EVENTS_MOST)
		forget(diary);
	struct columns c = read_columns(sim);
	bool next = diary->week >= 0 && week > diary->week;
	diary->week = week;
	diary->failed = false;
	if (next)
		note_settings(diary, sim, false);
	else
		go_back(diary, sim, &c);
	for (int i = 0; next && i < diary->slots; i++)
		note_person(diary, sim, &c, i);
	if (diary->failed)
		err_memory(err);
	return !diary->failed;
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
