// Phase 1, programmes: who takes part is drawn once per person and programme, so that a programme
// needs no list: the draw says whether, in which group, and so in which week.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

struct session {  // the groups of one programme that meet this week
	const struct programme *programme;
	int index, unit;
	uint32_t round;        // of a yearly programme
	double groups;         // in all
	int first, last;       // groups of this week: first … last − 1
	double posts, before[MODEL_UNITS];  // in scope: of all, and of the units that come before one
};

// The pass over persons needs the session: it lives here for the length of a call, in the sim's thread.
struct session_job {
	struct sim *sim;
	const struct session *session;
};

// A mixed group is drawn from all; others go through the units one after another. u: 0 … 1, by lot.
static double group_of(const struct sim *sim, const struct session *session, int unit, double u)
{
	double place = session->programme->mixed ? u : (session->before[unit] + u * sim->unit[unit].posts) / session->posts;
	return real_floor(place * session->groups);
}

static bool takes_part(const struct sim *sim, const struct session *session, uint32_t slot)
{
	const struct staff *staff = &sim->staff;
	if (staff->unit[slot] == STAFF_VACANT || (session->unit != CONFIG_UNIT_ALL && staff->unit[slot] != session->unit))
		return false;
	struct rng_block block = rng_block(sim->config->seed, staff->id[slot], session->round, RNG_PROGRAMME, (uint32_t)session->index);
	double u = rng_unit(block.word[0]), coverage = session->programme->coverage;
	if (u >= coverage)
		return false;
	double group = group_of(sim, session, staff->unit[slot], u / coverage);
	return group >= session->first && group < session->last;
}

static void pick_piece(void *context, int piece)
{
	const struct session_job *job = context;
	struct sim *sim = job->sim;
	int from = piece * sim->piece_size, to = from + sim->piece_size;
	uint32_t count = 0;
	for (int i = from; i < to && i < sim->staff.slots; i++)
		if (takes_part(sim, job->session, (uint32_t)i))
			sim->pick[from + (int)count++] = (uint32_t)i;
	sim->pick_count[piece] = count;
}

// Moves the picks of all pieces together, in order.
static uint32_t gather_picks(struct sim *sim)
{
	uint32_t count = 0;
	for (int piece = 0; piece < sim->pieces; piece++) {
		memmove(sim->pick + count, sim->pick + (size_t)piece * (size_t)sim->piece_size, sim->pick_count[piece] * sizeof *sim->pick);
		count += sim->pick_count[piece];
	}
	return count;
}

// One more speaks the shared vocabulary; who takes part again brings back what was forgotten.
static void speak_it(const struct sim *sim, struct unit *unit, int number, bool again)
{
	double staff = sim->member[(size_t)number * SUM_COUNT + SUM_STAFF];
	if (staff > 0)
		unit->vocabulary = real_min(1, unit->vocabulary + (again ? 1 - unit->vocabulary : 1) / staff);
}

void programme_teach(struct sim *sim, uint32_t i, const struct programme *programme, int index, double dose)
{
	struct staff *staff = &sim->staff;
	const double *content = programme->content;
	// Parts of what is left to gain: all of it, and no more, however long one is taught.
	float attitude = (float)real_min(1, 2 * dose * model_get(sim, PARAM_ATTITUDE_GAIN)), skill = (float)real_min(1, 2 * dose * model_get(sim, PARAM_SKILL_GAIN));
	float boost = (float)(real_min(1, 2 * dose * model_get(sim, PARAM_BOOST_GAIN)) * content[CONTENT_MINDSET]);
	if (model_on(sim, PARAM_MECHANISMS_BOOST))
		staff->boost[i] += boost * real_maxf(0, 1 - staff->mindset[i] - staff->boost[i]);
	staff->ownership[i] += attitude * (float)content[CONTENT_OWNERSHIP] * (1 - staff->ownership[i]);
	staff->alliance[i] += attitude * (float)content[CONTENT_ALLIANCE] * (1 - staff->alliance[i]);
	staff->feedback[i] += skill * (float)content[CONTENT_FEEDBACK] * (1 - staff->feedback[i]);
	staff->data[i] += skill * (float)content[CONTENT_DATA] * (1 - staff->data[i]);
	static const enum content_id role_content[ROLE_COUNT] = {
		[ROLE_DIRECT] = CONTENT_DIRECT, [ROLE_BUDGET] = CONTENT_BUDGET, [ROLE_POLITICAL] = CONTENT_POLITICAL,
		[ROLE_CONTENT] = CONTENT_CONTENT, [ROLE_NETWORK] = CONTENT_NETWORK };
	for (int r = 0; r < ROLE_COUNT; r++)
		staff->skill[r][i] += skill * (float)content[role_content[r]] * (1 - staff->skill[r][i]);
	struct unit *unit = &sim->unit[staff->unit[i]];
	double managers = sim->member[(size_t)staff->unit[i] * SUM_COUNT + SUM_MANAGERS];
	if (staff->manager[i] && managers > 0)
		unit->coaching += real_min(1, dose * model_get(sim, PARAM_STYLE_TRAINING)) * content[CONTENT_COACHING] * (1 - unit->coaching) / managers;
	speak_it(sim, unit, staff->unit[i], staff->trained[i] >> index & 1);
	staff->trained[i] |= 1u << index;
}

// What programme_teach writes.
static void tell_sums(struct sim *sim)
{
	const struct staff *s = &sim->staff;
	const float *const taught[] = { s->boost, s->ownership, s->alliance, s->feedback, s->data };
	for (size_t k = 0; k < sizeof taught / sizeof *taught; k++)
		account_written(sim, taught[k]);
	for (int r = 0; r < ROLE_COUNT; r++)
		account_written(sim, s->skill[r]);
}

// Two people of the group become a tie, in the place of an old one.
static void meet(struct sim *sim, struct rng *rng, uint32_t slot, const uint32_t *group, uint32_t count)
{
	for (int n = 0; n < 2; n++) {
		uint32_t other = group[rng_below(rng, count)], place = rng_below(rng, STAFF_TIES);
		if (model_on(sim, PARAM_MECHANISMS_TIES) && other != slot)
			ties_put(sim, slot, place, other);
	}
}

// What hours do: a day (8 hours) is a full dose, and each further hour adds less (scenario input).
static double dose_of(double hours)
{
	return (1 - real_exp(-hours / 8)) / (1 - 0.36787944117144233);
}

static void hold(struct sim *sim, const struct session *session, uint32_t count)
{
	const struct programme *programme = session->programme;
	struct rng rng = rng_start(sim->config->seed, (uint32_t)session->index, sim->week, RNG_GROUP);
	for (uint32_t n = count; programme->mixed && n > 1; n--) {
		uint32_t other = rng_below(&rng, n), slot = sim->pick[n - 1];
		sim->pick[n - 1] = sim->pick[other];
		sim->pick[other] = slot;
	}
	uint32_t groups = (uint32_t)(session->last - session->first);
	for (uint32_t g = 0; g < groups; g++) {
		uint32_t from = (uint32_t)((uint64_t)count * g / groups), to = (uint32_t)((uint64_t)count * (g + 1) / groups);
		for (uint32_t n = from; n < to; n++) {
			programme_teach(sim, sim->pick[n], programme, session->index, dose_of(programme->hours));
			sim->away[sim->pick[n]] += (float)programme->hours;
			meet(sim, &rng, sim->pick[n], sim->pick + from, to - from);
		}
	}
	tell_sums(sim);
	sim->society.taught[session->index] += count;
	sim->news.groups += (int)groups;
	sim->news.trained += (int)count;
	double hours = count * programme->hours, euro = hours * model_get(sim, PARAM_COST_SESSION_EURO);
	sim->change_hours += hours;
	sim->change_euro += hours * model_get(sim, PARAM_COST_HOUR_EURO) + euro;
	sim->training_euro += euro;
}

// Group g of G meets in week floor(g × weeks ÷ G) of the programme.
static bool session_now(const struct sim *sim, const struct running *running, struct session *session)
{
	const struct programme *programme = &sim->config->programme[running->programme];
	int elapsed = (int)sim->week - running->start_week;
	*session = (struct session){ .programme = programme, .index = running->programme, .unit = running->unit };
	for (int u = 0; u < sim->unit_count; u++) {
		session->before[u] = session->posts;
		if (running->unit == CONFIG_UNIT_ALL || running->unit == u)
			session->posts += sim->unit[u].posts;
	}
	if (programme->repeat_weeks > 0) {
		session->round = (uint32_t)(elapsed / programme->repeat_weeks);
		elapsed %= programme->repeat_weeks;
	}
	if (elapsed >= programme->weeks || programme->coverage <= 0)
		return false;
	session->groups = real_max(1, real_floor(programme->coverage * session->posts / programme->group_size + 0.5));
	session->first = (int)-real_floor(-(double)elapsed * session->groups / programme->weeks);
	session->last = (int)-real_floor(-(double)(elapsed + 1) * session->groups / programme->weeks);
	return session->last > session->first;
}

void programme_apply(struct sim *sim)
{
	int kept = 0;
	for (int i = 0; i < sim->running_count; i++) {
		struct session session;
		if (session_now(sim, &sim->running[i], &session)) {
			struct session_job job = { sim, &session };
			crew_run(sim->crew, pick_piece, &job, sim->pieces);
			hold(sim, &session, gather_picks(sim));
		}
		const struct programme *programme = &sim->config->programme[sim->running[i].programme];
		if (programme->repeat_weeks > 0 || (int)sim->week - sim->running[i].start_week + 1 < programme->weeks)
			sim->running[kept++] = sim->running[i];
	}
	memset(sim->running + kept, 0, (size_t)(sim->running_count - kept) * sizeof *sim->running);
	sim->running_count = kept;
}
