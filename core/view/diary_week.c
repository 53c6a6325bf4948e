// Notes what happens to everybody by comparing this week's columns with last week's.
#include "view/diary_inside.h"

#include "sim/edit.h"
#include "view/stage.h"

#include <math.h>
#include <string.h>

const int diary_settings[DIARY_SETTINGS] = {
	PARAM_LEADERSHIP_DIRECTION, PARAM_LEADERSHIP_COACHING, PARAM_LEADERSHIP_EXAMPLE, PARAM_LEADERSHIP_HOURS, PARAM_KERBS_ROOM,
	PARAM_KERBS_CLARITY, PARAM_APPRAISAL_REFLECT, PARAM_JOB_RIGIDITY, PARAM_KLUSSENBANK_HOURS_SHARE, PARAM_SCHARRELTIJD_SHARE,
};

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
	tell_mindset(diary, w, stage_step(effective(w->mindset, w->boost)));
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
	bool above = w->step < 4 && m > stage_cuts[w->step] + DIARY_STEP_OVER, below = w->step > 0 && m < stage_cuts[w->step - 1] - DIARY_STEP_OVER;
	return above || below ? stage_step(m) : w->step;
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
	double term[CAUSE_COUNT] = { 0 };
	if (!diary->jumped)
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
	if (diary->jumped)
		tell_mindset(diary, w, stage_step(m));
	else if (told_step(w, m) != w->step)
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
		diary_forget(diary);
	struct columns c = read_columns(sim);
	bool next = diary->week >= 0 && week > diary->week;
	diary->jumped = week > diary->week + 1;
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
