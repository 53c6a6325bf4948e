// Phase 12, mobility: who leaves, moves, goes to or from the pool, and who is hired. Persons decide in
// parallel (mobility_block); what they decided is carried out one by one in slot order.
#include "sim/people.h"
#include "sim/real.h"

enum pick_kind { PICK_EXIT, PICK_MOVE, PICK_POOL };  // in the two highest bits of a pick

double mobility_pool_target(const struct sim *sim)
{
	double share = model_get(sim, PARAM_POOL_SHARE) * (1 + model_get(sim, PARAM_POOL_HEADROOM));
	return real_min(share, 1) * config_staff(sim->config);
}

bool mobility_pool_open(const struct sim *sim)
{
	return mobility_pool_target(sim) >= 1 && sim->member[SUM_STAFF] - sim->member[SUM_MANAGERS] >= 4;
}

struct mobility_plan mobility_plan(const struct sim *sim)
{
	double norm = model_get(sim, PARAM_MOBILITY_NORM_YEARS), posts = config_staff(sim->config);
	double gap = mobility_pool_target(sim) - sim->unit[CONFIG_POOL].posts;
	double rate = model_get(sim, PARAM_POOL_MOVES_RATE), people = gap > 0 ? posts - sim->unit[CONFIG_POOL].posts : sim->unit[CONFIG_POOL].posts;
	bool stay = model_rehearses(sim), exits = !stay && model_on(sim, PARAM_MECHANISMS_EXITS);
	return (struct mobility_plan){
		.exit_entrant = exits ? (float)model_get(sim, PARAM_EXITS_ENTRANT) : 0,
		.exit_later = exits ? (float)model_get(sim, PARAM_EXITS_RATE) : 0,
		.engagement = (float)model_get(sim, PARAM_EXITS_ENGAGEMENT),
		.retires = !stay && model_on(sim, PARAM_MECHANISMS_RETIREMENT) ? (uint16_t)(model_get(sim, PARAM_RETIREMENT_AGE) * CONFIG_WEEKS_PER_YEAR) : UINT16_MAX,
		.move = stay || !model_on(sim, PARAM_MECHANISMS_MOVES) ? 0 : (float)(norm > 0 ? 1 / (CONFIG_WEEKS_PER_YEAR * norm) : model_get(sim, PARAM_MOVES_RATE)),
		.pool = model_on(sim, PARAM_MECHANISMS_POOL_MOVES) && people > 0 ? (float)real_min(rate, 2 * real_max(gap, -gap) / people) : 0,
		.to_pool = gap >= 1, .from_pool = gap <= -1, .decree = model_get(sim, PARAM_POOL_DECREE) != 0, .closing = mobility_pool_target(sim) < 1,
	};
}

// People go to the pool by willingness, which is mindset, and back by the lack of it; by decree everybody
// may be named, and from a pool that closes everybody goes.
static bool goes(const struct people *p, int k, const struct mobility_plan *plan)
{
	int i = p->from + k;
	const struct staff *s = &p->sim->staff;
	bool may = p->unit[k] == CONFIG_POOL ? plan->from_pool : plan->to_pool;
	if (!may || (s->manager[i] && !plan->closing))
		return false;
	float willing = plan->decree || plan->closing ? 1 : real_clampf(2 * (p->unit[k] == CONFIG_POOL ? 1 - p->m[k] : p->m[k]) - 0.3f, 0.02f, 1);
	return rng_unitf(p->word[3][k]) < plan->pool * willing;
}

// Who may have something to decide: a draw that is low enough, an age, or a pool that takes or gives.
static void find_chances(struct people *p, const struct mobility_plan *plan, float *leave, float *draw, uint8_t *may)
{
	const float *engagement = p->sim->staff.engagement + p->from;
	const uint16_t *service = p->sim->staff.service + p->from, *age = p->sim->staff.age + p->from;
	float entrant = plan->exit_entrant, later = plan->exit_later, slope = plan->engagement, move = plan->move;
	uint16_t retires = plan->retires;
	bool pool = plan->to_pool || plan->from_pool, exits = entrant > 0 || later > 0;
	for (int k = 0; k < p->count && exits; k++)
		leave[k] = ((float)service[k] < MODEL_ENTRANT_WEEKS ? entrant : later) * real_expf(-slope * (engagement[k] - 0.62f));
	for (int k = 0; k < p->count; k++)
		draw[k] = rng_unitf(p->word[0][k]);
	for (int k = 0; k < p->count; k++)
		may[k] = (uint8_t)((draw[k] < leave[k] + move) | (age[k] >= retires) | pool) & (p->unit[k] != STAFF_VACANT);
}

MODEL_FAST uint32_t mobility_block(struct people *p, uint32_t *pick, const struct mobility_plan *plan)
{
	float leave[MODEL_BLOCK] = { 0 }, draw[MODEL_BLOCK];
	uint8_t may[MODEL_BLOCK] = { 0 };
	bool pool = plan->to_pool || plan->from_pool;
	uint32_t count = 0;
	find_chances(p, plan, leave, draw, may);
	for (int k = people_next(may, 0, p->count); k < p->count; k = people_next(may, k + 1, p->count)) {
		uint32_t i = (uint32_t)(p->from + k);
		if (draw[k] < leave[k] || p->sim->staff.age[i] >= plan->retires)
			pick[count++] = i | (uint32_t)PICK_EXIT << 30;
		else if (draw[k] < leave[k] + plan->move)
			pick[count++] = i | (uint32_t)PICK_MOVE << 30;
		else if (pool && goes(p, k, plan))
			pick[count++] = i | (uint32_t)PICK_POOL << 30;
	}
	return count;
}

static double members(const struct sim *sim, int unit)
{
	return sim->member[(size_t)unit * SUM_COUNT + SUM_STAFF];
}

void mobility_leave(struct sim *sim, uint32_t i)
{
	struct staff *s = &sim->staff;
	int unit = s->unit[i];
	assignment_desert(sim, i);
	sim->done[unit].exits += 1;
	sim->society.entrant_exits += s->service[i] < MODEL_ENTRANT_WEEKS;
	sim->news.left++;
	account_member(sim, i, -1);
	s->unit[i] = STAFF_VACANT;
	s->manager[i] = 0;
	sim->vacant[(sim->vacant_first + sim->vacant_count++) % (uint32_t)s->slots] = i;
	if (model_on(sim, PARAM_MECHANISMS_HIRES)) {
		uint32_t due = sim->week + (uint32_t)model_get(sim, PARAM_RECRUITMENT_DELAY_WEEKS);
		sim->society.hires_due[due % UNIT_HIRE_WEEKS] += 1;
	}
}

static double talent_for(const struct sim *sim, uint32_t i, int unit)
{
	int role = model_second_role(sim->discipline[unit]);
	return sim->staff.known[role][i] / 65535.0 * (sim->staff.talent[role][i] / 255.0 - 0.5);
}

// Vacancy luck: any open post. On a career path: the open post that fits best what is known of one's talent.
static int choose_unit(const struct sim *sim, uint32_t i)
{
	struct rng rng = rng_start(sim->config->seed, sim->staff.id[i], sim->week, RNG_MOVE);
	bool path = rng_next(&rng) < model_get(sim, PARAM_MOBILITY_CAREER_PATHS);
	double open = 0, best = -1;
	int chosen = -1;
	for (int u = 1; u < sim->unit_count; u++) {
		double vacancies = sim->unit[u].posts - members(sim, u);
		if (u == sim->staff.unit[i] || vacancies < 1)
			continue;
		open += vacancies;
		double value = talent_for(sim, i, u);
		if (path ? value > best : rng_next(&rng) * open < vacancies) {
			best = value;
			chosen = u;
		}
	}
	return chosen;
}

// In another discipline one has to learn afresh. Half of what does not carry over is lost: the other half is
// knowing how a municipality works (scenario input).
static void change_home(struct sim *sim, uint32_t i, int unit)
{
	struct staff *s = &sim->staff;
	if (s->home[i] == sim->discipline[unit])
		return;
	s->home[i] = sim->discipline[unit];
	s->skill[ROLE_CONTENT][i] *= 0.5f + 0.5f * model_carry(sim, s->breadth[i]);
	if (model_on(sim, PARAM_MECHANISMS_BREADTH))
		s->breadth[i] += 0.08f * (1 - s->breadth[i]);
}

// What people know of the vocabulary moves along with them.
static void carry_words(struct sim *sim, int from, int to)
{
	double there = members(sim, to);
	sim->unit[to].vocabulary = (sim->unit[to].vocabulary * there + sim->unit[from].vocabulary) / (there + 1);
}

static void move(struct sim *sim, uint32_t i)
{
	struct staff *s = &sim->staff;
	int from = s->unit[i], to = from == CONFIG_POOL ? -1 : choose_unit(sim, i);
	if (to < 0)
		return;
	assignment_desert(sim, i);
	carry_words(sim, from, to);
	sim->done[from].moves += 1;
	sim->news.moved++;
	account_member(sim, i, -1);
	s->unit[i] = (uint16_t)to;
	s->tenure[i] = 0;
	s->manager[i] = 0;
	change_home(sim, i, to);
	account_member(sim, i, 1);
}

// A department of the person's discipline, by posts of the config.
static int home_unit(const struct sim *sim, uint32_t i)
{
	struct rng rng = rng_start(sim->config->seed, sim->staff.id[i], sim->week, RNG_MOVE);
	double posts = 0;
	int chosen = 1;
	for (int u = 1; u < sim->unit_count; u++)
		if (sim->discipline[u] == sim->staff.home[i]) {
			posts += sim->config->department[u - 1].staff;
			if (rng_next(&rng) * posts < sim->config->department[u - 1].staff)
				chosen = u;
		}
	return chosen;
}

// Goes to a unit, and the post goes along. The person is then in no sum: account_member.
static void take_post(struct sim *sim, uint32_t i, int to)
{
	struct staff *s = &sim->staff;
	int from = s->unit[i];
	assignment_desert(sim, i);
	carry_words(sim, from, to);
	sim->unit[from].posts -= 1;
	sim->unit[to].posts += 1;
	account_member(sim, i, -1);
	s->manager[i] = 0;
	s->unit[i] = (uint16_t)to;
	s->tenure[i] = 0;
	*(to == CONFIG_POOL ? &sim->news.to_pool : from == CONFIG_POOL ? &sim->news.from_pool : &sim->news.moved) += 1;
}

static void swap_pool(struct sim *sim, uint32_t i, const struct mobility_plan *plan)
{
	struct staff *s = &sim->staff;
	int from = s->unit[i], to = from == CONFIG_POOL ? home_unit(sim, i) : CONFIG_POOL;
	double gap = mobility_pool_target(sim) - sim->unit[CONFIG_POOL].posts;
	if ((to == CONFIG_POOL ? gap < 1 : gap > -1) || (from != CONFIG_POOL && sim->unit[from].posts < 2))
		return;
	take_post(sim, i, to);
	if (plan->decree && model_on(sim, PARAM_MECHANISMS_STRAIN))
		s->strain[i] += 0.3f * (1 - s->mindset[i]) * (1 - s->strain[i]);
	account_member(sim, i, 1);
}

void mobility_place(struct sim *sim, uint32_t i, int to)
{
	take_post(sim, i, to);
	if (to != CONFIG_POOL)
		change_home(sim, i, to);
	account_member(sim, i, 1);
}

// The unit with most posts open, as a share; the first of equals.
static int hiring_unit(const struct sim *sim)
{
	double most = 0;
	int chosen = -1;
	for (int u = 0; u < sim->unit_count; u++) {
		double open = sim->unit[u].posts - members(sim, u);
		if (open >= 1 && open / sim->unit[u].posts > most) {
			most = open / sim->unit[u].posts;
			chosen = u;
		}
	}
	return chosen;
}

// An induction that carries the theme gives a newcomer part of what the programmes taught.
static void induct(struct sim *sim, uint32_t i)
{
	double dose = model_get(sim, PARAM_FOLLOWUP_INDUCTION);
	for (int k = 0; k < sim->config->programme_count && dose > 0; k++)
		if (sim->society.taught[k] > 0)
			programme_teach(sim, i, &sim->config->programme[k], k, 0.7 * dose);
	if (dose > 0) {
		sim->change_hours += 4 * dose;
		sim->change_euro += 4 * dose * model_get(sim, PARAM_COST_HOUR_EURO);
	}
}

static void hire(struct sim *sim)
{
	struct staff *s = &sim->staff;
	int unit = hiring_unit(sim);
	if (unit < 0 || sim->vacant_count == 0)
		return;
	uint32_t i = sim->vacant[sim->vacant_first], id = (uint32_t)sim->society.next_id++;
	sim->vacant_first = (sim->vacant_first + 1) % (uint32_t)s->slots;
	sim->vacant_count--;
	struct rng rng = rng_start(sim->config->seed, id, sim->week, RNG_HIRE);
	int home = sim->discipline[unit == CONFIG_POOL ? model_department(sim, rng_next(&rng) * config_staff(sim->config)) : unit];
	int origin = (int)rng_below(&rng, (uint32_t)model_get(sim, PARAM_MERGER_ORGANISATIONS));
	populate_person(sim, i, id, unit, home, origin, NULL, 1);
	// A newcomer gets to know the nearest first: half of the ties.
	struct model_range range = model_members(sim, unit);
	for (int k = 0; k < STAFF_TIES / 2 && range.to > range.from; k++)
		ties_put(sim, i, (uint32_t)k, sim->order[range.from + rng_below(&rng, range.to - range.from)]);
	sim->news.hired++;
	double there = members(sim, unit);
	sim->unit[unit].vocabulary *= there / (there + 1);  // a newcomer does not speak it yet
	induct(sim, i);
	account_member(sim, i, 1);
}

// A pool that shrinks gives its vacant posts back to the departments.
static void return_posts(struct sim *sim)
{
	struct rng rng = rng_start(sim->config->seed, 0, sim->week, RNG_MOVE);
	double *posts = &sim->unit[CONFIG_POOL].posts;
	while (*posts >= 1 && *posts > members(sim, CONFIG_POOL) && *posts - mobility_pool_target(sim) >= 1) {
		*posts -= 1;
		sim->unit[model_department(sim, rng_next(&rng) * config_staff(sim->config))].posts += 1;
	}
}

// A unit short of managers promotes the best director of twelve drawn; with too many, the worst goes back to the work.
static void appoint(struct sim *sim, int unit)
{
	struct staff *s = &sim->staff;
	struct model_range range = model_members(sim, unit);
	int needed = model_managers(members(sim, unit), model_set(sim, unit, PARAM_LEADERSHIP_SPAN)), have = (int)sim->member[(size_t)unit * SUM_COUNT + SUM_MANAGERS];
	struct rng rng = rng_start(sim->config->seed, (uint32_t)unit, sim->week, RNG_APPOINT);
	uint32_t best = STAFF_NO_SEAT;
	for (int tries = 0; tries < 12 && have != needed && range.to > range.from; tries++) {
		uint32_t i = sim->order[range.from + rng_below(&rng, range.to - range.from)];
		bool fits = s->unit[i] == unit && s->manager[i] == (have > needed);
		float better = best == STAFF_NO_SEAT ? 1 : s->skill[ROLE_DIRECT][i] - s->skill[ROLE_DIRECT][best];
		if (fits && (best == STAFF_NO_SEAT || (have > needed ? -better : better) > 0))
			best = i;
	}
	if (best != STAFF_NO_SEAT) {
		assignment_desert(sim, best);
		account_member(sim, best, -1);
		s->manager[best] = have < needed;
		account_member(sim, best, 1);
	}
}

static void remember_entrants(struct sim *sim)
{
	double weeks = 0, keep = 1 - 1.0 / CONFIG_WEEKS_PER_YEAR;
	for (int u = 0; u < sim->unit_count; u++)
		weeks += sim->member[(size_t)u * SUM_COUNT + SUM_ENTRANTS];
	sim->society.entrant_weeks = sim->society.entrant_weeks * keep + weeks;
	sim->society.entrant_exits *= keep;
}

void mobility_apply(struct sim *sim)
{
	struct mobility_plan plan = mobility_plan(sim);
	remember_entrants(sim);
	for (int piece = 0; piece < sim->pieces; piece++)
		for (uint32_t n = 0; n < sim->pick_count[piece]; n++) {
			uint32_t pick = sim->pick[(size_t)piece * (size_t)sim->piece_size + n], i = pick & 0x3fffffff;
			if (pick >> 30 == PICK_EXIT)
				mobility_leave(sim, i);
			else if (pick >> 30 == PICK_MOVE)
				move(sim, i);
			else
				swap_pool(sim, i, &plan);
		}
	return_posts(sim);
	double *due = sim->society.hires_due, now = due[sim->week % UNIT_HIRE_WEEKS];
	due[sim->week % UNIT_HIRE_WEEKS] = 0;
	if (!model_on(sim, PARAM_MECHANISMS_HIRES))  // they come when hiring starts again
		due[(sim->week + 1) % UNIT_HIRE_WEEKS] += now;
	for (int n = 0; n < now && model_on(sim, PARAM_MECHANISMS_HIRES); n++)
		hire(sim);
	for (int u = 0; u < sim->unit_count; u++)
		appoint(sim, u);
}
