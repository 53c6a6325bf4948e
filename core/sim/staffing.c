// Phase 4: seats are filled. In the line the department's people take it as they come; in the pool and
// among gigs each role goes to the best of some candidates drawn from those who are free. That best-of-k in
// order of arrival stands for a maximum-weight assignment: with k as large as the pool it is greedy.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

enum { LINE_SEATS = 3, CANDIDATES_MAX = 64 };

static bool can_join(const struct sim *sim, const struct assignment *a, uint32_t i)
{
	const struct staff *s = &sim->staff;
	if (s->manager[i])
		return false;
	for (int seat = 0; seat < a->seats; seat++)
		if (a->seat[seat] == i)
			return false;
	if (a->route == ROUTE_GIGS)
		return s->gig[i] > 0 && s->seats[(size_t)i * STAFF_SEATS + STAFF_GIG_SEAT] == STAFF_NO_SEAT;
	return s->load[i] < LINE_SEATS;
}

static bool tied(const struct staff *s, uint32_t i, uint32_t j)
{
	const uint32_t *ties = s->ties + (size_t)i * STAFF_TIES;
	bool found = false;
	for (int k = 0; k < STAFF_TIES; k++)
		found |= ties[k] == j;
	return found;
}

static float familiar_faces(const struct sim *sim, const struct assignment *a, uint32_t i)
{
	for (int seat = 0; seat < a->seats; seat++)
		if (a->seat[seat] != STAFF_NO_SEAT && tied(&sim->staff, i, a->seat[seat]))
			return 1;
	return 0;
}

// What is believed of somebody's talent: what is known of it, and the middle for the rest.
static float believed(const struct staff *s, int role, uint32_t i)
{
	float known = (float)s->known[role][i] / 65535, talent = (float)s->talent[role][i] / 255;
	return known * talent + (1 - known) * 0.5f;
}

static float score(const struct sim *sim, const struct assignment *a, int role, int discipline, uint32_t i)
{
	const struct staff *s = &sim->staff;
	float skill = s->skill[role][i];
	if (role == ROLE_CONTENT && s->home[i] != discipline)
		skill *= model_carry(sim, s->breadth[i]);
	if (a->route == ROUTE_GIGS)  // people choose for themselves: what interests them, what they can
		return 0.5f * (float)s->talent[role][i] / 255 + 0.2f * skill + 0.2f * model_seen(sim, i) + 0.1f * s->ownership[i];
	return 0.65f * skill + 0.35f * believed(s, role, i) + 0.05f * familiar_faces(sim, a, i) - 0.04f * (float)s->load[i];
}

// The best of some candidates between two places in the order of members; STAFF_NO_SEAT when none is free.
static uint32_t best_of(const struct sim *sim, const struct assignment *a, struct rng *rng, int role, int discipline, uint32_t from, uint32_t to)
{
	uint32_t best = STAFF_NO_SEAT, tries = (uint32_t)model_get(sim, PARAM_STAFFING_CANDIDATES), count = to - from;
	float best_score = -1e9f;
	for (uint32_t n = 0; n < tries && count > 0; n++) {
		// A small group is gone through whole; a large one is sampled.
		uint32_t pick = count <= tries ? n : rng_below(rng, count);
		if (pick >= count)
			break;
		uint32_t i = sim->order[from + pick];
		if (!can_join(sim, a, i))
			continue;
		float value = score(sim, a, role, discipline, i);
		if (value > best_score) {
			best_score = value;
			best = i;
		}
	}
	return best;
}

static void sit(struct sim *sim, uint32_t place, int seat, uint32_t i)
{
	struct assignment *a = &sim->assignments.record[place];
	uint32_t *seats = sim->staff.seats + (size_t)i * STAFF_SEATS;
	int k = a->route == ROUTE_GIGS ? STAFF_GIG_SEAT : 0;
	while (seats[k] != STAFF_NO_SEAT)
		k++;
	must(k < STAFF_SEATS);
	seats[k] = place << 4 | (uint32_t)seat;
	sim->staff.load[i] = (uint8_t)(sim->staff.load[i] + (a->route != ROUTE_GIGS));
	struct giver *giver = &sim->giver[i];
	giver->seat_hours = model_seat_hours(giver->hours, sim->staff.load[i], (float)model_get(sim, PARAM_STAFFING_SEAT_HOURS));
	sim->staff.roles[i] |= (uint8_t)(1u << a->role[seat]);
	a->seat[seat] = i;
}

static int line_unit(const struct sim *sim, const struct assignment *a)
{
	int discipline = a->discipline[a->stage];
	if (a->stage == 0 && a->at != CONFIG_POOL && sim->discipline[a->at] == discipline)
		return a->at;
	struct rng rng = rng_start(sim->config->seed, a->number, a->stage, RNG_STAFFING);
	int count = 0, chosen = 1;
	for (int u = 1; u < sim->unit_count; u++)
		if (sim->discipline[u] == discipline && rng_below(&rng, (uint32_t)++count) == 0)
			chosen = u;
	return chosen;
}

// Keeps the best `want` of the candidates, the best first.
static void insert(uint32_t *best, float *best_score, int want, uint32_t i, float value)
{
	for (int k = 0; k < want; k++)
		if (best[k] == i)
			return;
	int k = want;
	while (k > 0 && value > best_score[k - 1])
		k--;
	for (int n = want - 1; n > k; n--) {
		best[n] = best[n - 1];
		best_score[n] = best_score[n - 1];
	}
	if (k < want) {
		best[k] = i;
		best_score[k] = value;
	}
}

// The handlers of a stage: the best of one draw from the department.
static void find_handlers(const struct sim *sim, struct rng *rng, int unit, uint32_t *best, int want)
{
	const struct staff *s = &sim->staff;
	uint32_t from = sim->order_from[unit], count = sim->order_from[unit + 1] - from, tries = (uint32_t)model_get(sim, PARAM_STAFFING_CANDIDATES);
	float best_score[ASSIGNMENT_HANDLERS] = { -1e9f, -1e9f, -1e9f };
	uint32_t candidate[CANDIDATES_MAX], drawn = tries < count ? tries : count;
	for (uint32_t n = 0; n < drawn; n++) {
		candidate[n] = sim->order[from + (count <= tries ? n : rng_below(rng, count))];
		__builtin_prefetch(&s->load[candidate[n]]);
		__builtin_prefetch(&s->skill[ROLE_CONTENT][candidate[n]]);
	}
	for (uint32_t n = 0; n < drawn; n++) {
		uint32_t i = candidate[n];
		float value = s->skill[ROLE_CONTENT][i] - 0.25f * (float)s->load[i];
		if (s->load[i] < LINE_SEATS && value > best_score[want - 1] && !s->manager[i])
			insert(best, best_score, want, i, value);
	}
}

// Asks for what seating these people will touch.
static void look_ahead(const struct staff *s, const uint32_t *who, int count)
{
	for (int n = 0; n < count && who[n] != STAFF_NO_SEAT; n++) {
		for (int r = 0; r < ROLE_COUNT; r++)
			__builtin_prefetch(&s->skill[r][who[n]]);
		__builtin_prefetch(&s->ties[(size_t)who[n] * STAFF_TIES]);
		__builtin_prefetch(&s->seats[(size_t)who[n] * STAFF_SEATS]);
		__builtin_prefetch(&s->roles[who[n]]);
	}
}

static float other_roles(const struct staff *s, const struct assignment *a, uint32_t i)
{
	float sum = 0, count = 0;
	for (int r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_CONTENT && (a->roles >> r & 1)) {
			sum += s->skill[r][i];
			count += 1;
		}
	return count > 0 ? sum / count : 0;
}

static bool staff_line(struct sim *sim, uint32_t place, struct rng *rng)
{
	struct assignment *a = &sim->assignments.record[place];
	int unit = a->at, want = (int)model_get(sim, PARAM_STAFFING_HANDLERS);
	must(want >= 1 && want <= ASSIGNMENT_HANDLERS);
	uint32_t best[ASSIGNMENT_HANDLERS] = { STAFF_NO_SEAT, STAFF_NO_SEAT, STAFF_NO_SEAT };
	float open = 0;  // hours that a team that broke up left behind
	for (int seat = 0; seat < a->seats; seat++)
		open += a->need[seat];
	float need = open > 0 ? open : a->total * assignment_part(sim, a, a->stage);
	find_handlers(sim, rng, unit, best, want);
	look_ahead(&sim->staff, best, want);
	a->seats = 0;
	a->handlers = 0;
	for (int n = 0; n < want && best[n] != STAFF_NO_SEAT; n++) {
		a->role[a->seats] = ROLE_CONTENT;
		a->handlers += other_roles(&sim->staff, a, best[n]);
		sit(sim, place, a->seats++, best[n]);
	}
	if (a->seats == 0) {
		a->need[0] = need;
		a->seats = open > 0;
		return false;
	}
	a->handlers /= a->seats;
	for (int seat = 0; seat < a->seats; seat++)
		a->need[seat] = need / a->seats;
	return true;
}

// Weeks in which a content seat is kept for its own discipline: the longer, the tighter the job descriptions bind.
static double patience(const struct sim *sim, const struct assignment *a)
{
	return model_get(sim, PARAM_STAFFING_PATIENCE) * 2 * model_set(sim, a->at, PARAM_JOB_RIGIDITY);
}

// One seat of a team; a substitute from another discipline once patience is at an end.
static uint32_t find_member(struct sim *sim, const struct assignment *a, struct rng *rng, int seat)
{
	int role = a->role[seat], discipline = a->discipline[seat < a->disciplines ? seat : 0];
	bool patient = a->waited < patience(sim, a);
	uint32_t pool_from = sim->order_from[MODEL_UNITS], pool_to = sim->order_from[2 * MODEL_UNITS];
	uint32_t all_from = a->route == ROUTE_POOL ? pool_from : 0, all_to = a->route == ROUTE_POOL ? pool_to : pool_from;
	if (role != ROLE_CONTENT)
		return best_of(sim, a, rng, role, discipline, all_from, all_to);
	uint32_t i = STAFF_NO_SEAT;
	if (a->route == ROUTE_POOL)
		i = best_of(sim, a, rng, role, discipline, sim->order_from[MODEL_UNITS + discipline], sim->order_from[MODEL_UNITS + discipline + 1]);
	else
		for (int u = 1; u < sim->unit_count && i == STAFF_NO_SEAT; u++)
			if (sim->discipline[u] == discipline)
				i = best_of(sim, a, rng, role, discipline, sim->order_from[u], sim->order_from[u + 1]);
	if (i == STAFF_NO_SEAT && !patient)
		i = best_of(sim, a, rng, role, discipline, all_from, all_to);
	return i;
}

static void know_each_other(struct sim *sim, struct assignment *a)
{
	int pairs = 0, known = 0;
	float m = 0;
	for (int x = 0; x < a->seats; x++) {
		m += model_seen(sim, a->seat[x]);
		for (int y = 0; y < x; y++, pairs++)
			known += tied(&sim->staff, a->seat[x], a->seat[y]) || tied(&sim->staff, a->seat[y], a->seat[x]);
	}
	a->familiarity = pairs ? (float)known / (float)pairs : 1;
	m /= (float)a->seats;
	bool counts = model_on(sim, PARAM_MECHANISMS_FAMILIARITY) && a->route != ROUTE_LINE;
	a->start_loss = counts ? (float)model_get(sim, PARAM_FAMILIARITY_QUALITY) * (1 - a->familiarity) * (1.3f - 0.6f * m) : 0;
}

// All roles at once, or none: a team starts complete.
static bool staff_team(struct sim *sim, uint32_t place, struct rng *rng)
{
	struct assignment *a = &sim->assignments.record[place];
	int seat = 0;
	for (; seat < a->seats; seat++) {
		uint32_t i = find_member(sim, a, rng, seat);
		if (i == STAFF_NO_SEAT)
			break;
		a->seat[seat] = i;
	}
	bool complete = seat == a->seats;
	for (int k = 0; k < seat; k++) {
		uint32_t i = a->seat[k];
		a->seat[k] = STAFF_NO_SEAT;
		if (complete)
			sit(sim, place, k, i);
	}
	return complete;
}

static void staff_one(struct sim *sim, uint32_t place)
{
	struct assignment *a = &sim->assignments.record[place];
	struct rng rng = rng_start(sim->config->seed, a->number, sim->week, RNG_STAFFING);
	if (!(a->route == ROUTE_LINE ? staff_line(sim, place, &rng) : staff_team(sim, place, &rng))) {
		a->waited = (uint16_t)(a->waited + (a->waited < UINT16_MAX));
		return;
	}
	know_each_other(sim, a);
	struct unit_week *w = &sim->done[a->at];
	w->teams += 1;
	w->waited += a->waited;
	a->waited = 0;
	a->together = 0;
	a->state = ASSIGNMENT_WORKING;
}

// A team's assignment comes to the line: what has been begun is finished by its last discipline.
static void send_to_line(struct assignment *a)
{
	float left = 0;
	for (int seat = 0; seat < a->seats; seat++)
		left += a->need[seat];
	bool begun = a->content_hours + a->role_hours > 0;
	a->route = ROUTE_LINE;
	a->stage = begun ? (uint8_t)(a->disciplines - 1) : 0;
	a->seats = begun;
	a->need[0] = left;
	a->role[0] = ROLE_CONTENT;
}

// Where it is to be staffed: in the line with the discipline whose turn it is; when the pool is too small for the
// team or nobody may take gigs any more, there too.
static void place_one(struct sim *sim, struct assignment *a)
{
	uint32_t pool = sim->order_from[2 * MODEL_UNITS] - sim->order_from[MODEL_UNITS];
	bool gigs = false;
	for (int u = 1; a->route == ROUTE_GIGS && u < sim->unit_count; u++)
		gigs |= model_set(sim, u, PARAM_KLUSSENBANK_HOURS_SHARE) > 0;
	if ((a->route == ROUTE_POOL && pool < a->seats) || (a->route == ROUTE_GIGS && !gigs))
		send_to_line(a);
	if (a->route == ROUTE_LINE)
		a->at = (uint8_t)line_unit(sim, a);
}

void staffing_apply(struct sim *sim)
{
	struct assignments *list = &sim->assignments;
	for (int k = 0; k < list->wait_count; k++)
		place_one(sim, &list->record[list->wait[k]]);
	assignment_each_unit(sim, list->wait, list->wait_count, staff_one);
	int kept = 0;
	for (int k = 0; k < list->wait_count; k++)
		if (list->record[list->wait[k]].state == ASSIGNMENT_WAITING)
			list->wait[kept++] = list->wait[k];
	list->wait_count = kept;
}
