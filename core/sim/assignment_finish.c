// Phase 6, outcomes: what is done in the line moves on to the next discipline; what is done for good
// gets a quality, and the people in it learn whether it went well.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

void assignment_leave(struct sim *sim, uint32_t slot, int seat)
{
	struct staff *s = &sim->staff;
	uint32_t *seats = s->seats + (size_t)slot * STAFF_SEATS;
	if (seats[seat] == STAFF_NO_SEAT)
		return;
	seats[seat] = STAFF_NO_SEAT;
	s->load[slot] = (uint8_t)(s->load[slot] - (seat != STAFF_GIG_SEAT));
	s->roles[slot] = 0;
	for (int k = 0; k < STAFF_SEATS; k++)
		if (seats[k] != STAFF_NO_SEAT)
			s->roles[slot] |= (uint8_t)(1u << sim->assignments.record[seats[k] >> 4].role[seats[k] & 15]);
}

static void release_team(struct sim *sim, uint32_t place)
{
	struct assignment *a = &sim->assignments.record[place];
	for (int seat = 0; seat < a->seats; seat++) {
		if (a->seat[seat] == STAFF_NO_SEAT)
			continue;
		const uint32_t *seats = sim->staff.seats + (size_t)a->seat[seat] * STAFF_SEATS;
		for (int k = 0; k < STAFF_SEATS; k++)
			if (seats[k] == (place << 4 | (uint32_t)seat)) {
				assignment_leave(sim, a->seat[seat], k);
				break;
			}
		a->seat[seat] = STAFF_NO_SEAT;
	}
}

// Somebody leaves the team before the end: the rest take over what is left; with nobody left it waits again.
void assignment_desert(struct sim *sim, uint32_t slot)
{
	for (int k = 0; k < STAFF_SEATS; k++) {
		uint32_t held = sim->staff.seats[(size_t)slot * STAFF_SEATS + (size_t)k];
		if (held == STAFF_NO_SEAT)
			continue;
		struct assignment *a = &sim->assignments.record[held >> 4];
		int seat = (int)(held & 15), other = 0;
		a->seat[seat] = STAFF_NO_SEAT;
		assignment_leave(sim, slot, k);
		while (other < a->seats && a->seat[other] == STAFF_NO_SEAT)
			other++;
		if (other < a->seats) {
			a->need[other] += a->need[seat];
			a->need[seat] = 0;
		} else {
			a->state = ASSIGNMENT_WAITING;
			sim->assignments.wait[sim->assignments.wait_count++] = held >> 4;
		}
	}
}

void assignment_close_gigs(struct sim *sim)
{
	struct assignments *list = &sim->assignments;
	for (int u = 1; u < sim->unit_count; u++)  // pool members take no gigs
		if (model_set(sim, u, PARAM_KLUSSENBANK_HOURS_SHARE) > 0)
			return;
	for (int k = 0; k < list->capacity; k++)
		if (list->record[k].route == ROUTE_GIGS && list->record[k].state == ASSIGNMENT_WORKING) {
			release_team(sim, (uint32_t)k);
			list->record[k].state = ASSIGNMENT_WAITING;
			list->wait[list->wait_count++] = (uint32_t)k;
		}
}

static void hand_off(struct sim *sim, struct assignment *a)
{
	struct rng rng = rng_start(sim->config->seed, a->number, sim->week, RNG_OUTCOME);
	const double *row = sim->member + (size_t)a->at * SUM_COUNT;
	float cross = row[SUM_TIES] > 0 ? (float)(row[SUM_CROSS] / row[SUM_TIES]) : 0;
	a->stage++;
	a->handoffs++;
	a->seats = 0;
	a->stage_weeks = 0;
	if (model_on(sim, PARAM_MECHANISMS_HANDOFFS)) {
		a->loss += (float)model_get(sim, PARAM_HANDOFFS_LOSS) * a->complexity * (1 - 0.5f * cross);
		a->stage_weeks = (float)(model_get(sim, PARAM_HANDOFFS_WEEKS) * (0.75 + 0.5 * rng_next(&rng)));
	}
	a->state = ASSIGNMENT_HANDOFF;
}

static float quality(const struct sim *sim, const struct assignment *a)
{
	float content = a->content_hours > 0 ? a->content_skill / a->content_hours : 0;
	float role = a->role_hours > 0 ? a->role_skill / a->role_hours : content;
	float weight = 0.15f + 0.5f * a->complexity, hours = a->content_hours + a->role_hours;
	float setting = hours > 0 ? a->setting / hours : 0;
	float partner = a->partner * (1 - (float)assignment_partner(sim) * (0.7f + 0.6f * role));
	float infeasible = a->infeasible ? (float)model_get(sim, PARAM_FEASIBILITY_LOSS) : 0;
	float result = 0.36f + 0.55f * ((1 - weight) * content + weight * role) + setting - a->loss - a->start_loss -
	               0.12f * a->redo / a->total - 0.3f * partner - infeasible + 0.05f * ((float)model_get(sim, PARAM_RESIDENTS_ALLIED) - 0.3f);
	return real_clampf(result, 0, 1);
}

// The team's people learn by challenge; what they can do shows; they become ties.
static void reach_members(struct sim *sim, const struct assignment *a, bool success, struct rng *rng)
{
	struct staff *s = &sim->staff;
	for (int seat = 0; seat < a->seats; seat++) {
		uint32_t i = a->seat[seat];
		if (i == STAFF_NO_SEAT)
			continue;
		uint8_t *lesson = success ? &sim->lesson[i].success : &sim->lesson[i].failure;
		int learnt = *lesson + (int)(64 * a->complexity);
		*lesson = (uint8_t)(learnt < 255 ? learnt : 255);
		uint16_t *known = &s->known[a->role[seat]][i];
		if (model_on(sim, PARAM_MECHANISMS_TALENT))
			*known = (uint16_t)(*known + (65535 - *known) * 15 / 100);
		uint32_t other = a->seat[rng_below(rng, a->seats)], chance = rng_below(rng, 2), place = rng_below(rng, STAFF_TIES);
		if (model_on(sim, PARAM_MECHANISMS_TIES) && other != STAFF_NO_SEAT && other != i && chance)
			ties_put(sim, i, place, other);
	}
}

static void finish(struct sim *sim, struct assignment *a)
{
	struct rng rng = rng_start(sim->config->seed, a->number, sim->week, RNG_OUTCOME);
	struct unit_week *w = &sim->done[a->at];
	double good = (double)quality(sim, a), lead = (double)sim->week - a->arrived;
	bool on_time = lead <= model_get(sim, PARAM_COMPLEX_TERM_WEEKS);
	double expected = model_get(sim, PARAM_COMPLEX_EXPECTATION) + 0.1 * rng_normal(&rng);
	reach_members(sim, a, good - (on_time ? 0 : 0.05) > expected, &rng);
	w->done += 1;
	w->done_lead += lead;
	w->done_on_time += on_time;
	w->done_quality += good;
	w->done_handoffs += a->handoffs;
	w->value += (double)a->total * good * (on_time ? 1 : 0.6);
	w->finished += (double)a->total;
}

// What happened to one record this week: a stage, or the whole, is done, or a hand-off is over.
static void handle(struct sim *sim, uint32_t place)
{
	struct assignment *a = &sim->assignments.record[place];
	if (a->state == ASSIGNMENT_WORKING && a->route == ROUTE_LINE && a->stage + 1 < a->disciplines) {
		release_team(sim, place);
		hand_off(sim, a);
	} else if (a->state == ASSIGNMENT_WORKING) {
		finish(sim, a);
		release_team(sim, place);
		memset(a, 0, sizeof *a);
	}
	if (a->state == ASSIGNMENT_HANDOFF && a->stage_weeks <= 0)
		a->state = ASSIGNMENT_WAITING;
}

void assignment_finish(struct sim *sim)
{
	struct assignments *list = &sim->assignments;
	assignment_each_unit(sim, list->event, list->event_count, handle);
	for (int k = 0; k < list->event_count; k++) {
		uint32_t place = list->event[k];
		if (list->record[place].state == ASSIGNMENT_FREE) {
			list->free[list->free_count++] = place;
			list->open--;
		} else if (list->record[place].state == ASSIGNMENT_WAITING) {
			list->wait[list->wait_count++] = place;
		}
	}
}
