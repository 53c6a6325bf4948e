// Complex assignments: how they come, and the records that hold them. Working on them is in
// assignment_work.c, their ends in assignment_finish.c, filling their seats in staffing.c.
#include "sim/assignment.h"

#include "mem.h"
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

static double mean_arrivals(const struct sim *sim)
{
	double hours = 0;
	for (int u = 1; u < sim->unit_count; u++)
		hours += work_occupancy(sim, u) * work_nominal_hours(sim, u);
	double middle = (model_get(sim, PARAM_COMPLEX_COMPLEXITY_MIN) + model_get(sim, PARAM_COMPLEX_COMPLEXITY_MAX)) / 2;
	double size = model_get(sim, PARAM_COMPLEX_HOURS) * (0.6 + 0.8 * middle);
	return hours * work_complex_share(sim) * work_growth(sim) / size;
}

static int most_arrivals(double mean)
{
	return (int)(mean + 10 * real_sqrt(mean) + 20);
}

bool assignment_resize(struct assignments *list, int capacity, struct err *err)
{
	size_t old = (size_t)list->capacity, new = (size_t)capacity;
	struct assignment *record = mem_grow(list->record, old, new, sizeof *record);
	if (record)
		list->record = record;
	uint32_t *free_records = mem_grow(list->free, old, new, sizeof *free_records);
	if (free_records)
		list->free = free_records;
	uint32_t *wait = mem_grow(list->wait, old, new, sizeof *wait);
	if (wait)
		list->wait = wait;
	uint32_t *event = mem_grow(list->event, old, new, sizeof *event);
	if (event)
		list->event = event;
	uint32_t *turn = mem_grow(list->turn, old, new, sizeof *turn);
	if (turn)
		list->turn = turn;
	if (!record || !free_records || !wait || !event || !turn) {
		err_memory(err);
		return false;
	}
	// New records go under the free ones, the lowest on top: the order does not depend on when room was made.
	int added = capacity - list->capacity;
	memmove(list->free + added, list->free, (size_t)list->free_count * sizeof *list->free);
	for (int i = 0; i < added; i++)
		list->free[i] = (uint32_t)(capacity - 1 - i);
	list->free_count += added;
	list->capacity = capacity;
	return true;
}

bool assignment_create(struct sim *sim, struct err *err)
{
	return assignment_balance(sim, err) && assignment_prepare(sim, err);
}

void assignment_clear(struct assignments *list)
{
	mem_free(list->record);
	mem_free(list->free);
	mem_free(list->wait);
	mem_free(list->event);
	mem_free(list->turn);
	memset(list, 0, sizeof *list);
}

bool assignment_prepare(struct sim *sim, struct err *err)
{
	double row[PARAM_COUNT];
	struct sim coming = *sim;  // as it is, but for the settings of the coming week
	plan_preview(sim, row);
	coming.setting = row;
	int need = sim->assignments.open + most_arrivals(mean_arrivals(&coming) + sim->society.intake), capacity = sim->assignments.capacity;
	if (need <= capacity)
		return true;
	int room = need + need / 32 + 16;
	return assignment_resize(&sim->assignments, room, err);
}

// A department of the discipline, by posts.
static int department_of(const struct sim *sim, int discipline, double u)
{
	double posts = 0, sum = 0;
	int last = 1;
	for (int unit = 1; unit < sim->unit_count; unit++)
		if (sim->discipline[unit] == discipline)
			posts += sim->config->department[unit - 1].staff;
	for (int unit = 1; unit < sim->unit_count; unit++)
		if (sim->discipline[unit] == discipline) {
			sum += sim->config->department[unit - 1].staff;
			last = unit;
			if (u * posts < sum)
				break;
		}
	return last;
}

// Disciplines by posts, without repeats.
void assignment_disciplines(const struct sim *sim, struct assignment *a, struct rng *rng)
{
	int low = (int)model_get(sim, PARAM_COMPLEX_DISCIPLINES_MIN), high = (int)model_get(sim, PARAM_COMPLEX_DISCIPLINES_MAX);
	double wide = 0.5 * (double)a->complexity + 0.5 * rng_next(rng);
	int count = low + (int)(wide * (high - low + 1));
	count = count > high ? high : count;
	count = count > sim->discipline_count ? sim->discipline_count : count;
	uint32_t posts = (uint32_t)config_staff(sim->config);
	for (int tries = 0; a->disciplines < count && tries < 200; tries++) {
		int unit = model_department(sim, rng_below(rng, posts));
		bool known = false;
		for (int k = 0; k < a->disciplines; k++)
			known |= a->discipline[k] == sim->discipline[unit];
		if (!known)
			a->discipline[a->disciplines++] = sim->discipline[unit];
	}
}

static double gig_hours(const struct sim *sim)
{
	double hours = 0;
	for (int u = 1; u < sim->unit_count; u++)  // two of three subscribe
		hours += model_set(sim, u, PARAM_KLUSSENBANK_HOURS_SHARE) * 0.65 * work_nominal_hours(sim, u);
	return hours;
}

// By thresholds out of the line: to the pool when there is one, else to gigs as far as their hours go.
static enum assignment_route route(const struct sim *sim, int owner, double complexity, double predictability, double u)
{
	double threshold = model_set(sim, owner, PARAM_ROUTING_COMPLEXITY);
	if (complexity < threshold || predictability > model_set(sim, owner, PARAM_ROUTING_PREDICTABILITY))
		return ROUTE_LINE;
	if (mobility_pool_open(sim))
		return ROUTE_POOL;
	double low = model_get(sim, PARAM_COMPLEX_COMPLEXITY_MIN), high = model_get(sim, PARAM_COMPLEX_COMPLEXITY_MAX);
	double eligible = high > low ? real_clamp((high - threshold) / (high - low), 0.01, 1) : 1;
	double asked = mean_arrivals(sim) * model_get(sim, PARAM_COMPLEX_HOURS) * eligible;
	return asked > 0 && u < 0.85 * gig_hours(sim) / asked ? ROUTE_GIGS : ROUTE_LINE;
}

// Hours: each other role .08 of the whole, content the rest, over the disciplines by their weight.
static void lay_out(const struct sim *sim, struct assignment *a)
{
	float role = 0.08f;
	int others = 0;
	for (int r = 0; r < ROLE_COUNT; r++)
		others += r != ROLE_CONTENT && (a->roles >> r & 1);
	if (a->route == ROUTE_LINE) {
		a->seats = 0;
		return;
	}
	for (int d = 0; d < a->disciplines; d++) {
		a->role[a->seats] = ROLE_CONTENT;
		a->need[a->seats++] = a->total * (1 - role * (float)others) * assignment_part(sim, a, d);
	}
	for (int r = 0; r < ROLE_COUNT; r++)
		if (r != ROLE_CONTENT && (a->roles >> r & 1)) {
			a->role[a->seats] = (uint8_t)r;
			a->need[a->seats++] = role * a->total;
		}
}

// The part of infeasible work that the gate stops: as far as voice signals it.
static bool stopped_at_gate(const struct sim *sim, bool infeasible, double u)
{
	if (!infeasible)
		return false;
	double stops = model_get(sim, PARAM_FEASIBILITY_TEST_ON) != 0 ? real_min(1, 0.2 + 0.8 * model_mean_all(sim, SUM_VOICE)) : 0;
	return u < stops;
}

static double infeasible_chance(const struct sim *sim)
{
	if (!model_on(sim, PARAM_MECHANISMS_FEASIBILITY))
		return 0;
	double excess = model_on(sim, PARAM_MECHANISMS_PROMISES)
		? model_get(sim, PARAM_PROMISES_EXCESS) * (society_promise(sim) - 0.75) : 0;
	return real_clamp(model_get(sim, PARAM_FEASIBILITY_SHARE) + excess * 0.5, 0, 1);
}

// Puts it with those that wait for people.
static void file(struct sim *sim, struct assignment *a, int owner, enum assignment_route route)
{
	struct assignments *list = &sim->assignments;
	must(list->free_count > 0);
	a->arrived = (int32_t)sim->week;
	a->roles |= 1u << ROLE_CONTENT;
	a->route = (uint8_t)route;
	a->at = route == ROUTE_POOL ? CONFIG_POOL : (uint8_t)owner;
	a->state = ASSIGNMENT_WAITING;
	for (int k = 0; k < ASSIGNMENT_SEATS; k++)
		a->seat[k] = STAFF_NO_SEAT;
	lay_out(sim, a);
	uint32_t place = list->free[--list->free_count];
	list->record[place] = *a;
	list->open++;
	list->wait[list->wait_count++] = place;
	sim->done[a->at].demanded += (double)a->total;
}

void assignment_add(struct sim *sim, struct assignment *a, int owner, double predictability)
{
	a->number = (uint32_t)sim->society.next_assignment++;
	struct rng rng = rng_start(sim->config->seed, a->number, 0, RNG_ASSIGNMENT);
	file(sim, a, owner, route(sim, owner, (double)a->complexity, predictability, rng_next(&rng)));
}

static void arrive(struct sim *sim, uint32_t number)
{
	struct rng rng = rng_start(sim->config->seed, number, 0, RNG_ASSIGNMENT);
	double low = model_get(sim, PARAM_COMPLEX_COMPLEXITY_MIN), high = model_get(sim, PARAM_COMPLEX_COMPLEXITY_MAX);
	double complexity = low + (high - low) * rng_next(&rng);
	double predictability = real_clamp(1 - complexity + 0.3 * (rng_next(&rng) - 0.5), 0, 1);
	struct assignment a = { .number = number, .complexity = (float)complexity };
	a.total = (float)(model_get(sim, PARAM_COMPLEX_HOURS) * (0.6 + 0.8 * complexity));
	a.partner = (float)(model_get(sim, PARAM_COMPLEX_PARTNER_SHARE) * rng_next(&rng) * complexity);
	for (int r = 0; r < ROLE_COUNT; r++)
		a.roles |= (uint8_t)((rng_next(&rng) < 0.4 + 0.5 * complexity) << r);
	assignment_disciplines(sim, &a, &rng);
	int owner = department_of(sim, a.discipline[0], rng_next(&rng));
	a.infeasible = rng_next(&rng) < infeasible_chance(sim);
	if (!stopped_at_gate(sim, a.infeasible, rng_next(&rng)))
		file(sim, &a, owner, route(sim, owner, complexity, predictability, rng_next(&rng)));
}

void assignment_demand(struct sim *sim)
{
	double mean = mean_arrivals(sim);
	struct rng rng = rng_start(sim->config->seed, 0, sim->week, RNG_ARRIVAL);
	uint32_t count = rng_poisson(&rng, mean) + (uint32_t)sim->society.intake, most = (uint32_t)sim->assignments.free_count;
	sim->society.intake = count > most ? count - most : 0;  // ten standard deviations: the rest waits a week
	count = count < most ? count : most;
	for (uint32_t n = 0; n < count; n++)
		arrive(sim, (uint32_t)sim->society.next_assignment++);
	if (model_get(sim, PARAM_FEASIBILITY_TEST_ON) != 0) {  // a test takes a day
		sim->change_hours += 8.0 * count;
		sim->change_euro += 8.0 * count * model_get(sim, PARAM_COST_HOUR_EURO);
	}
}

struct unit_turn {
	struct sim *sim;
	uint32_t from[MODEL_UNITS + 2];
	void (*handle)(struct sim *sim, uint32_t place);
};

static void take_turn(void *context, int unit)
{
	const struct unit_turn *turn = context;
	for (uint32_t n = turn->from[unit]; n < turn->from[unit + 1]; n++)
		turn->handle(turn->sim, turn->sim->assignments.turn[n]);
}

static int turn_of(const struct sim *sim, uint32_t place)
{
	const struct assignment *a = &sim->assignments.record[place];
	return a->route == ROUTE_GIGS ? sim->unit_count : a->at;
}

void assignment_each_unit(struct sim *sim, const uint32_t *record, int count, void (*handle)(struct sim *sim, uint32_t place))
{
	struct unit_turn turn = { .sim = sim, .handle = handle };
	uint32_t place[MODEL_UNITS + 1];
	for (int n = 0; n < count; n++)
		turn.from[turn_of(sim, record[n]) + 1]++;
	for (int unit = 0; unit <= sim->unit_count; unit++) {
		turn.from[unit + 1] += turn.from[unit];
		place[unit] = turn.from[unit];
	}
	for (int n = 0; n < count; n++)
		sim->assignments.turn[place[turn_of(sim, record[n])]++] = record[n];
	crew_run(sim->crew, take_turn, &turn, sim->unit_count);
	take_turn(&turn, sim->unit_count);
}

double assignment_partner(const struct sim *sim)
{
	return model_on(sim, PARAM_MECHANISMS_PARTNERS) ? sim->society.partner : param_table[PARAM_PARTNERS_STRENGTH].value;
}
