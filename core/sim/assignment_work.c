// Phase 5, complex work: everybody in a seat gives hours; hours × speed bring the need down.
// Runs over the records in pieces; it writes only to records, and sums by piece.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

enum { USED_COMPLEX, USED_GIG, USED_REDONE, USED_COUNT };

struct pace {  // read once a week
	float start[64];                 // how new a team still is after so many weeks
	float effort, partner, data_load;
	float emerge, emerge_size, switches, switch_size;
	float scale[MODEL_UNITS], gig[MODEL_UNITS], setting[MODEL_UNITS], emerge_at[MODEL_UNITS], stance[MODEL_UNITS];
	bool familiar;
};

struct job {
	struct sim *sim;
	const struct pace *pace;
	int piece_size;
};

// Who gets short hours: complex work keeps at least its planned share, a bit more or less as the priority says.
static float complex_scale(const struct sim *sim, int unit)
{
	const struct unit_week *w = &sim->done[unit];
	double asked = w->asked * sim->unit[unit].complex_use;
	double hours = w->net - w->gig, standard = work_waiting_hours(sim, unit);
	if (asked <= 0 || asked + standard <= hours)
		return 1;
	double planned = unit == CONFIG_POOL ? 1 : work_complex_share(sim);
	double floor = hours * real_min(1, planned * (1.15 - 0.3 * model_set(sim, unit, PARAM_PRIORITY_STANDARD_FIRST)));
	double got = real_max(hours - standard, real_min(asked, floor));
	return (float)real_clamp(got / asked, 0, 1);
}

// Gigs that are not protected give way to standard work.
static float gig_scale(const struct sim *sim, int unit)
{
	const struct unit_week *w = &sim->done[unit];
	if (model_set(sim, unit, PARAM_KLUSSENBANK_PROTECTED) != 0 || w->gig <= 0)
		return 1;
	double left = w->net - w->asked * sim->unit[unit].complex_use - work_waiting_hours(sim, unit);
	return (float)real_clamp(left / w->gig, 0, 1);
}

static void read_units(const struct sim *sim, struct pace *pace)
{
	for (int u = 0; u < sim->unit_count; u++) {
		double voice = model_mean(sim, u, SUM_VOICE);
		double open = 1 + 0.4 * (double)sim->effect[EFFECT_VOID][u];
		pace->gig[u] = gig_scale(sim, u);
		pace->scale[u] = complex_scale(sim, u);
		pace->setting[u] = sim->effect[EFFECT_SETTING][u];
		pace->emerge_at[u] = (float)((1.25 - 0.5 * voice) * open);
		pace->stance[u] = (float)model_set(sim, u, PARAM_STANCE_INTEGRAL);
	}
}

static void read_pace(const struct sim *sim, struct pace *pace)
{
	memset(pace, 0, sizeof *pace);
	double data = model_get(sim, PARAM_DATA_MATURITY), dialogue = model_get(sim, PARAM_DATA_DIALOGUE);
	double skill = real_min(1, 0.5 + model_mean_all(sim, SUM_DATA));
	bool emerges = model_on(sim, PARAM_MECHANISMS_EMERGENCE), switches = model_on(sim, PARAM_MECHANISMS_PRIORITIES);
	pace->familiar = model_on(sim, PARAM_MECHANISMS_FAMILIARITY);
	double partner = assignment_partner(sim);
	for (int t = 0; t < 64; t++)
		pace->start[t] = pace->familiar ? (float)real_exp(-t / model_get(sim, PARAM_FAMILIARITY_WEEKS)) : 0;
	pace->effort = (float)model_get(sim, PARAM_FAMILIARITY_EFFORT);
	pace->partner = (float)partner;
	pace->data_load = emerges ? (float)(1 + model_get(sim, PARAM_EMERGENCE_DATA_LOAD) * data * (1 - dialogue)) : 1;
	pace->emerge = emerges ? (float)(model_get(sim, PARAM_EMERGENCE_RATE) * (1 - 0.7 * data * dialogue * skill) * (1 - 0.3 * partner)) : 0;
	pace->emerge_size = (float)model_get(sim, PARAM_EMERGENCE_SIZE);
	pace->switches = switches ? (float)(model_get(sim, PARAM_PRIORITIES_RATE) * (1 - model_get(sim, PARAM_POLITICS_DUALISM))) : 0;
	pace->switch_size = (float)model_get(sim, PARAM_PRIORITIES_SIZE);
	read_units(sim, pace);
}

// In the line the discipline is at home; in a team somebody may stand in from elsewhere.
static float skill_of(const struct sim *sim, const struct assignment *a, int seat, uint32_t i)
{
	const struct staff *s = &sim->staff;
	if (a->route == ROUTE_LINE)
		return sim->giver[i].content;
	if (a->role[seat] != ROLE_CONTENT)
		return s->skill[a->role[seat]][i];
	return s->home[i] == a->discipline[seat] ? sim->giver[i].content : sim->giver[i].content * model_carry(sim, s->breadth[i]);
}

// Roles beside content.
static int other_roles(unsigned roles)
{
	int count = 0;
	for (int r = 0; r < ROLE_COUNT; r++)
		count += r != ROLE_CONTENT && (roles >> r & 1);
	return count;
}

static void book(struct assignment *a, int seat, float skill, float hours)
{
	if (a->route == ROUTE_LINE) {
		float part = 0.08f * (float)(other_roles(a->roles));
		a->content_hours += hours * (1 - part);
		a->content_skill += hours * (1 - part) * skill;
		a->role_hours += hours * part;
		a->role_skill += hours * part * a->handlers;
	} else if (a->role[seat] == ROLE_CONTENT) {
		a->content_hours += hours;
		a->content_skill += hours * skill;
	} else {
		a->role_hours += hours;
		a->role_skill += hours * skill;
	}
}

// Who sits in `seat` works on what `task` needs: the own role, or what is left most when that is done.
static void work_seat(const struct sim *sim, const struct pace *pace, struct assignment *a, int seat, int task, double *used)
{
	uint32_t i = a->seat[seat];
	const struct giver *giver = &sim->giver[i];
	int unit = a->route == ROUTE_GIGS ? sim->staff.unit[i] : a->at;
	float newness = pace->start[a->together < 63 ? a->together : 63] * (1 - 0.7f * a->familiarity);
	float start = 1 - pace->effort * (1.3f - 0.6f * giver->m) * newness, skill = skill_of(sim, a, task, i);
	float partner = 1 - a->partner * (1 - pace->partner);
	float rate = 1.42f * giver->factor * (0.45f + 0.8f * skill) * start * partner / pace->data_load;  // an ordinary team is at 1
	float gig = sim->effect[EFFECT_GIG_SHARE][unit], whole = a->route == ROUTE_GIGS ? (float)sim->staff.gig[i] * giver->hours * gig / (1 - gig) : giver->seat_hours;
	float hours = whole * (a->route == ROUTE_GIGS ? pace->gig[unit] : pace->scale[unit]);
	float progress = hours * rate;
	if (progress > a->need[task]) {
		hours *= a->need[task] / progress;
		progress = a->need[task];
	}
	a->need[task] -= progress;
	a->setting += hours * pace->setting[unit];
	book(a, task, skill, hours);
	used[unit * USED_COUNT + (a->route == ROUTE_GIGS ? USED_GIG : USED_COMPLEX)] += (double)hours;
}

static int most_needed(const struct assignment *a)
{
	int task = 0;
	for (int k = 1; k < a->seats; k++)
		if (a->need[k] > a->need[task])
			task = k;
	return task;
}

// Handlers in the line share what is left; in a team everybody has a role of their own, and then helps.
static void share_need(struct assignment *a, float left)
{
	int handlers = 0;
	for (int seat = 0; seat < a->seats; seat++)
		handlers += a->seat[seat] != STAFF_NO_SEAT;
	for (int seat = 0; seat < a->seats; seat++)
		a->need[seat] = a->seat[seat] != STAFF_NO_SEAT ? left / (float)handlers : 0;
}

static void add_need(struct assignment *a, float hours)
{
	a->need[most_needed(a)] += hours;
	a->redo += hours;
}

// New requirements come up with the work, about one stroke for each twentieth of it; priorities switch with time.
static void surprise(const struct sim *sim, const struct pace *pace, struct assignment *a, float worked, double *used)
{
	struct rng_block block = rng_block(sim->config->seed, a->number, sim->week, RNG_ASSIGNMENT_WEEK, 0);
	float wide = a->route == ROUTE_LINE ? 1 / (float)a->disciplines : 1;
	float integral = 0.4f * pace->stance[a->at] + 0.6f * wide;
	float chance = pace->emerge * a->complexity * pace->emerge_at[a->at] * (1 - 0.5f * integral) * real_minf(20 * worked / a->total, 3), before = a->redo;
	if (rng_unitf(block.word[0]) < chance)
		add_need(a, pace->emerge_size * a->total);
	if (rng_unitf(block.word[1]) < pace->switches)
		add_need(a, pace->switch_size * a->total);
	used[a->at * USED_COUNT + USED_REDONE] += (double)(a->redo - before);
}

// True when the stage, or the whole, is done or a hand-off is over.
static bool work_one(const struct sim *sim, const struct pace *pace, struct assignment *a, double *used)
{
	if (a->state == ASSIGNMENT_HANDOFF) {
		a->stage_weeks -= 1;
		return a->stage_weeks <= 0;
	}
	float left = 0, before = a->content_hours + a->role_hours;
	for (int seat = 0; seat < a->seats; seat++) {
		int task = a->need[seat] > 0 ? seat : most_needed(a);
		if (a->seat[seat] != STAFF_NO_SEAT && a->need[task] > 0)
			work_seat(sim, pace, a, seat, task, used);
	}
	for (int seat = 0; seat < a->seats; seat++)
		left += a->need[seat];
	a->together = (uint16_t)(a->together + (a->together < UINT16_MAX));
	if (left <= 0.01f)
		return true;
	if (a->route == ROUTE_LINE)
		share_need(a, left);
	surprise(sim, pace, a, a->content_hours + a->role_hours - before, used);
	return false;
}

// People sit all over memory: asks for those of a later assignment now.
static void look_ahead(const struct sim *sim, const struct assignment *a)
{
	for (int seat = 0; seat < a->seats; seat++)
		if (a->seat[seat] != STAFF_NO_SEAT)
			__builtin_prefetch(&sim->giver[a->seat[seat]]);
}

static void work_piece(void *context, int piece)
{
	const struct job *job = context;
	struct sim *sim = job->sim;
	struct assignments *list = &sim->assignments;
	double *used = sim->used + (size_t)piece * (size_t)sim->unit_count * USED_COUNT;
	memset(used, 0, (size_t)sim->unit_count * USED_COUNT * sizeof *used);
	int from = piece * job->piece_size, to = from + job->piece_size;
	uint32_t events = 0;
	for (int k = from; k < to && k < list->capacity; k++) {
		if (k + 4 < list->capacity)
			look_ahead(sim, &list->record[k + 4]);
		if ((list->record[k].state == ASSIGNMENT_WORKING || list->record[k].state == ASSIGNMENT_HANDOFF) &&
		    work_one(sim, job->pace, &list->record[k], used))
			list->event[from + (int)events++] = (uint32_t)k;
	}
	sim->pick_count[piece] = events;
}

void assignment_work(struct sim *sim)
{
	struct pace pace;
	read_pace(sim, &pace);
	struct assignments *list = &sim->assignments;
	int size = (list->capacity + MODEL_PIECES - 1) / MODEL_PIECES;
	struct job job = { sim, &pace, size < 256 ? 256 : size };
	int pieces = (list->capacity + job.piece_size - 1) / job.piece_size;
	crew_run(sim->crew, work_piece, &job, pieces);
	list->event_count = 0;
	for (int piece = 0; piece < pieces; piece++) {
		memmove(list->event + list->event_count, list->event + (size_t)piece * (size_t)job.piece_size, sim->pick_count[piece] * sizeof *list->event);
		list->event_count += (int)sim->pick_count[piece];
		const double *used = sim->used + (size_t)piece * (size_t)sim->unit_count * USED_COUNT;
		for (int u = 0; u < sim->unit_count; u++) {
			sim->done[u].complex_used += used[u * USED_COUNT + USED_COMPLEX];
			sim->done[u].gig_used += used[u * USED_COUNT + USED_GIG];
			sim->done[u].redone += used[u * USED_COUNT + USED_REDONE];
		}
	}
}
