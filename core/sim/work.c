// Standard work: demand, queues, service, latency. Hours × productivity serve cases in the order in
// which they came; a served case ends after the weeks that the process takes.
// Productivity of an hour: (.45 + .8 content) × drive, about 1 on average (hours.c).
#include "sim/work.h"

#include "mem.h"
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

static void describe(const struct sim *sim, struct work_stream *stream, int unit, const struct stream *from, bool pool)
{
	double weight = 0;
	const struct department *department = &sim->config->department[unit - 1];
	for (int k = 0; k < department->stream_count; k++)
		weight += department->stream[k].weight;
	*stream = (struct work_stream){
		.unit = pool ? CONFIG_POOL : unit, .source = unit, .home = sim->discipline[unit], .hours = from->hours,
		.term_weeks = from->term_weeks, .share = weight > 0 ? from->weight / weight : 0, .pool = pool,
		.complexity = from->complexity, .predictability = from->predictability,
	};
}

bool work_create(struct sim *sim, struct err *err)
{
	const struct config *config = sim->config;
	int count = 0;
	for (int d = 0; d < config->department_count; d++)
		count += 2 * config->department[d].stream_count;
	sim->work.stream = mem_new((size_t)count + 1, sizeof *sim->work.stream);
	if (!sim->work.stream) {
		err_memory(err);
		return false;
	}
	for (int d = 0; d < config->department_count; d++)
		for (int k = 0; k < 2 * config->department[d].stream_count; k++)
			describe(sim, &sim->work.stream[sim->work.stream_count++], d + 1, &config->department[d].stream[k / 2], k % 2);
	sim->work.weeks = 0;
	return work_prepare(sim, err);
}

void work_clear(struct work *work)
{
	for (int i = 0; i < work->stream_count; i++)
		mem_free(work->stream[i].queue);
	mem_free(work->stream);
	memset(work, 0, sizeof *work);
}

// Queues that grew before memory ran out stay grown; `weeks` says what all have.
bool work_prepare(struct sim *sim, struct err *err)
{
	struct work *work = &sim->work;
	if (sim->week < work->weeks)
		return true;
	uint32_t ahead = (uint32_t)(sim->config->warm_up_weeks + CONFIG_WEEKS_PER_YEAR * sim->config->years) + 1;
	uint32_t weeks = sim->week < ahead ? ahead : sim->week + 10 * CONFIG_WEEKS_PER_YEAR;
	for (int i = 0; i < work->stream_count; i++) {
		uint32_t *queue = mem_grow(work->stream[i].queue, work->weeks, weeks, sizeof *queue);
		if (!queue) {
			err_memory(err);
			return false;
		}
		work->stream[i].queue = queue;
	}
	work->weeks = weeks;
	return true;
}

double work_nominal_hours(const struct sim *sim, int unit)
{
	if (unit == CONFIG_POOL)
		return 0;
	double staff = sim->config->department[unit - 1].staff;
	double span = param_table[PARAM_LEADERSHIP_SPAN].value;  // of an average organisation: more managers do not lessen the work
	return (staff - model_managers(staff, span)) * model_get(sim, PARAM_HOURS_PART_TIME) * model_get(sim, PARAM_HOURS_PER_WEEK);
}

double work_occupancy(const struct sim *sim, int unit)
{
	const struct department *department = &sim->config->department[unit - 1];
	double occupancy = 0, weight = 0;
	for (int k = 0; k < department->stream_count; k++) {
		occupancy += department->stream[k].weight * department->stream[k].occupancy;
		weight += department->stream[k].weight;
	}
	return weight > 0 ? occupancy / weight : 0;
}

static double years_on(const struct sim *sim)
{
	int week = model_plan_week(sim);
	return week > 0 ? (double)week / CONFIG_WEEKS_PER_YEAR : 0;
}

double work_complex_share(const struct sim *sim)
{
	double share = model_get(sim, PARAM_DEMAND_COMPLEX_SHARE);
	if (model_on(sim, PARAM_MECHANISMS_DRIFT))
		share += model_get(sim, PARAM_DEMAND_DRIFT) * years_on(sim);
	return real_clamp(share, 0, 1);
}

double work_growth(const struct sim *sim)
{
	return real_max(0, 1 + model_get(sim, PARAM_DEMAND_GROWTH) * years_on(sim));
}

// A slow swing of demand per unit (AR(1), ρ .85): no swing when drift is off.
static void swing(struct sim *sim, int unit)
{
	const double memory = 0.85;
	struct rng rng = rng_start(sim->config->seed, (uint32_t)unit, sim->week, RNG_SHOCK);
	double sd = model_get(sim, PARAM_DEMAND_SHOCK_SD) * real_sqrt(1 - memory * memory);
	if (model_on(sim, PARAM_MECHANISMS_DRIFT))
		sim->unit[unit].demand_shock = memory * sim->unit[unit].demand_shock + sd * rng_normal(&rng);
}

// A stream more complex than the threshold and as unpredictable as asked goes to the pool, when there is one. At the
// threshold assignments go and streams stay, so that all complex work can be sent without the standard work.
static bool pool_takes(const struct sim *sim, const struct work_stream *stream)
{
	return mobility_pool_open(sim) && stream->complexity > model_set(sim, stream->source, PARAM_ROUTING_COMPLEXITY) &&
	       stream->predictability <= model_set(sim, stream->source, PARAM_ROUTING_PREDICTABILITY);
}

// The part of its department's cases that a stream gets: what goes to the pool, or the rest.
static double part_of(const struct sim *sim, const struct work_stream *stream)
{
	double pool = mobility_pool_open(sim) ? model_set(sim, stream->source, PARAM_ROUTING_STANDARD_TO_POOL) : 0;
	if (pool_takes(sim, stream))
		pool = 1;
	return stream->pool ? pool : 1 - pool;
}

static double mean_cases(const struct sim *sim, const struct work_stream *stream)
{
	double shock = model_on(sim, PARAM_MECHANISMS_DRIFT) ? sim->unit[stream->source].demand_shock : 0;
	double hired = model_on(sim, PARAM_MECHANISMS_EXTERNAL) ? param_table[PARAM_EXTERNAL_STRUCTURAL].value : 0;
	return part_of(sim, stream) * (1 + hired) * stream->share * work_occupancy(sim, stream->source) * (1 - work_complex_share(sim)) * work_growth(sim) *
	       real_max(0, 1 + shock) * work_nominal_hours(sim, stream->source) / stream->hours;
}

// Structural hire: people who are there all year and do standard work, so many hours for each own hour that is meant
// for it; they go where the work goes. The work is that of an average organisation, which has .134: less hire leaves
// own people short.
static double hire_of(const struct sim *sim, int department, double share)
{
	return model_on(sim, PARAM_MECHANISMS_EXTERNAL) ? share * (1 - work_complex_share(sim)) * work_nominal_hours(sim, department) : 0;
}

static double structural_hours(const struct sim *sim, int unit)
{
	double hours = 0;
	for (int i = 0; i < sim->work.stream_count; i++) {
		const struct work_stream *stream = &sim->work.stream[i];
		if (stream->unit == unit)
			hours += part_of(sim, stream) * stream->share * hire_of(sim, stream->source, model_set(sim, stream->source, PARAM_EXTERNAL_STRUCTURAL));
	}
	return hours;
}

double work_extra_hire(const struct sim *sim, int unit)
{
	double extra = model_set(sim, unit, PARAM_EXTERNAL_STRUCTURAL) - param_table[PARAM_EXTERNAL_STRUCTURAL].value;
	return unit == CONFIG_POOL ? 0 : hire_of(sim, unit, real_max(0, extra));
}

// When there is no pool any more, what waits there goes home: each pool stream stands behind its department's.
static void send_home(struct sim *sim, struct work_stream *stream)
{
	struct work_stream *home = stream - 1;
	if (!stream->pool || stream->waiting == 0 || mobility_pool_open(sim))
		return;
	for (uint32_t week = stream->first; week <= sim->week; week++) {
		home->queue[week] += stream->queue[week];
		stream->queue[week] = 0;
	}
	home->first = stream->first < home->first ? stream->first : home->first;
	home->waiting += stream->waiting;
	stream->waiting = 0;
}

void work_demand(struct sim *sim)
{
	for (int u = 1; u < sim->unit_count; u++)
		swing(sim, u);
	for (int i = 0; i < sim->work.stream_count; i++) {
		struct work_stream *stream = &sim->work.stream[i];
		send_home(sim, stream);
		struct rng rng = rng_start(sim->config->seed, (uint32_t)i, sim->week, RNG_DEMAND);
		stream->arrived = rng_poisson(&rng, mean_cases(sim, stream));
		stream->queue[sim->week] += stream->arrived;
		stream->waiting += stream->arrived;
		sim->done[stream->unit].demanded += stream->arrived * stream->hours;
	}
}

double work_over(const struct sim *sim, int unit)
{
	double kink = model_get(sim, PARAM_LOAD_KINK);
	if (!model_on(sim, PARAM_MECHANISMS_LOAD) || kink >= 1)
		return 0;
	return real_clamp((sim->unit[unit].load - kink) / (1 - kink), 0, 1);
}

static double pressure_factor(const struct sim *sim, int unit)
{
	double up = model_get(sim, PARAM_LOAD_SPEED_UP), down = model_get(sim, PARAM_LOAD_SLOW_DOWN);
	if (!model_on(sim, PARAM_MECHANISMS_LOAD))
		return 1;
	double rise = real_clamp((sim->unit[unit].load - 0.8) / real_max(model_get(sim, PARAM_LOAD_KINK) - 0.8, 0.01), 0, 1);
	return 1 + up * rise - (up + down) * work_over(sim, unit);
}

// Cases' hours that an hour of the unit's people does. A pool member away from home does less.
static double speed(const struct sim *sim, int unit)
{
	const struct unit_week *w = &sim->done[unit];
	double hours = w->net - w->gig, mean = hours > 0 ? w->potential / hours : 1;
	double away = unit == CONFIG_POOL ? (double)model_carry(sim, (float)model_mean(sim, unit, SUM_BREADTH)) : 1;
	return real_max(0.05, real_min(mean, 4) * away * pressure_factor(sim, unit));
}

double work_waiting_hours(const struct sim *sim, int unit)
{
	double hours = 0;
	for (int i = 0; i < sim->work.stream_count; i++)
		if (sim->work.stream[i].unit == unit)
			hours += sim->work.stream[i].waiting * sim->work.stream[i].hours;
	return real_max(0, hours / speed(sim, unit) - structural_hours(sim, unit));
}

static double rework_chance(const struct sim *sim, int unit)
{
	if (!model_on(sim, PARAM_MECHANISMS_REWORK))
		return 0;
	double skill = model_mean(sim, unit, SUM_CONTENT);
	return real_clamp(model_get(sim, PARAM_REWORK_BASE) * (1 + 1.5 * (0.7 - skill)) +
	                  model_get(sim, PARAM_LOAD_ERRORS) * work_over(sim, unit), 0, 0.9);
}

static double quality(const struct sim *sim, int unit)
{
	double away = unit == CONFIG_POOL ? (double)model_carry(sim, (float)model_mean(sim, unit, SUM_BREADTH)) : 1;
	return real_clamp(0.335 + 0.45 * away * model_mean(sim, unit, SUM_CONTENT) + 0.18 * model_mean(sim, unit, SUM_ENGAGEMENT) -
	                  0.08 * work_over(sim, unit), 0, 1);
}

// Share of processes over within k weeks: logistic, cut at the longest.
static double latency_share(const struct sim *sim, int k)
{
	double mean = model_get(sim, PARAM_WORK_LATENCY_WEEKS), scale = model_get(sim, PARAM_WORK_LATENCY_SCALE);
	return mean <= 0 || k >= WORK_LATENCY_MAX - 1 ? 1 : real_logistic((k + 0.5 - mean) / scale);
}

// Systematic sampling: one draw places all cases over the weeks, whole and without bias.
static void spread(struct sim *sim, struct work_stream *stream, uint32_t arrived, uint32_t cases, double u, const double *share)
{
	uint32_t before = 0, wait = sim->week - arrived;
	for (int k = 0; k < WORK_LATENCY_MAX && before < cases; k++) {
		double upto = real_floor(share[k] * cases + u);
		uint32_t all = k == WORK_LATENCY_MAX - 1 || upto > cases ? cases : (uint32_t)upto, n = all - before;
		struct stream_week *end = &stream->ending[(sim->week + (uint32_t)k) % WORK_LATENCY_MAX];
		end->cases += n;
		end->lead_weeks += (uint64_t)n * (wait + (uint32_t)k);
		end->on_time += wait + (uint32_t)k <= stream->term_weeks ? n : 0;
		before = all;
	}
	stream->in_process += cases;
}

// Serves `cases` from the oldest on; some must be done again and keep their place.
static void serve(struct sim *sim, struct work_stream *stream, uint32_t cases, double again, const double *share)
{
	struct rng rng = rng_start(sim->config->seed, (uint32_t)(stream - sim->work.stream), sim->week, RNG_LATENCY);
	for (uint32_t week = stream->first; week <= sim->week && cases > 0; week++) {
		uint32_t n = stream->queue[week] < cases ? stream->queue[week] : cases;
		if (n == 0)
			continue;
		uint32_t redo = (uint32_t)real_floor(n * again + rng_next(&rng));
		redo = redo < n ? redo : n - (again < 1);
		stream->queue[week] -= n - redo;
		stream->waiting -= n - redo;
		sim->done[stream->unit].redone += redo * stream->hours;
		spread(sim, stream, week, n - redo, rng_next(&rng), share);
		cases -= n;
	}
	while (stream->first < sim->week && stream->queue[stream->first] == 0)
		stream->first++;
}

static void end_cases(struct sim *sim, struct work_stream *stream)
{
	struct stream_week *end = &stream->ending[sim->week % WORK_LATENCY_MAX];
	struct unit_week *w = &sim->done[stream->unit];
	double good = quality(sim, stream->unit);
	stream->in_process -= end->cases;
	w->cases += end->cases;
	w->lead += (double)end->lead_weeks;
	w->on_time += end->on_time;
	w->quality += good * end->cases;
	w->quality_weight += end->cases;
	double value = stream->hours * good * (end->on_time + 0.6 * (end->cases - end->on_time));
	w->value += value;
	w->finished += stream->hours * end->cases;
	memset(end, 0, sizeof *end);
}

// External hire comes when work presses above the trigger, and only so much as brings it back.
static double hire_hours(const struct sim *sim, int unit, double need)
{
	const struct unit_week *w = &sim->done[unit];
	double room = model_set(sim, unit, PARAM_EXTERNAL_MAX_SHARE) * w->net;
	double short_of = need + w->complex_used - model_get(sim, PARAM_EXTERNAL_TRIGGER) * w->net;
	return model_on(sim, PARAM_MECHANISMS_EXTERNAL) ? real_clamp(short_of, 0, room) : 0;
}

// Idle pool hours go home, to departments in proportion to the pool's people of their discipline.
static double help_hours(const struct sim *sim, int unit, double idle)
{
	int d = sim->discipline[unit], same = 0;
	double people = sim->order_from[MODEL_UNITS + d + 1] - sim->order_from[MODEL_UNITS + d];
	double all = sim->order_from[2 * MODEL_UNITS] - sim->order_from[MODEL_UNITS];
	for (int u = 1; u < sim->unit_count; u++)
		same += sim->discipline[u] == d;
	return all > 0 ? idle * model_get(sim, PARAM_POOL_HELP_HOME) * people / all / same : 0;
}

static void serve_unit(struct sim *sim, int unit, double help, const double *share)
{
	struct unit_week *w = &sim->done[unit];
	double need = 0, pace = speed(sim, unit), again = rework_chance(sim, unit);
	for (int i = 0; i < sim->work.stream_count; i++)
		if (sim->work.stream[i].unit == unit)
			need += sim->work.stream[i].waiting * sim->work.stream[i].hours;
	double kept = model_set(sim, unit, PARAM_KLUSSENBANK_PROTECTED) != 0 ? w->gig : w->gig_used;
	double own = real_max(0, w->net - w->complex_used - kept), hired = structural_hours(sim, unit), hours = need / pace;
	help = real_min(help, real_max(0, hours - own - hired));
	double external = hire_hours(sim, unit, hours - hired - help), budget = (own + hired + help + external) * pace + sim->unit[unit].carry;
	double left = budget, part = need > budget ? budget / need : 1;
	for (int i = 0; i < sim->work.stream_count; i++) {
		struct work_stream *stream = &sim->work.stream[i];
		if (stream->unit != unit || stream->waiting == 0)
			continue;
		uint32_t cases = part < 1 ? (uint32_t)real_floor(left / stream->hours) : stream->waiting;
		uint32_t fair = (uint32_t)-real_floor(-(part * stream->waiting));
		cases = cases < fair ? cases : fair;
		left -= cases * stream->hours;
		serve(sim, stream, cases, again, share);
	}
	sim->unit[unit].carry = part < 1 ? left : 0;
	double used = real_min((budget - left) / pace, own + hired + help + external), both = own + hired;
	double called = real_min(external, real_max(0, used - both - help));
	w->help = real_min(help, real_max(0, used - both));
	w->standard_used = both > 0 ? (used - called - w->help) * own / both : 0;  // own and hired people share the work evenly
	w->external = used - w->help - w->standard_used;
	w->hired = hired + called;
}

void work_standard(struct sim *sim)
{
	double share[WORK_LATENCY_MAX];
	for (int k = 0; k < WORK_LATENCY_MAX; k++)
		share[k] = latency_share(sim, k);
	serve_unit(sim, CONFIG_POOL, 0, share);
	struct unit_week *pool = &sim->done[CONFIG_POOL];
	double idle = real_max(0, pool->net - pool->complex_used - pool->standard_used);
	for (int u = 1; u < sim->unit_count; u++) {
		serve_unit(sim, u, help_hours(sim, u, idle), share);
		pool->standard_used += sim->done[u].help;  // worked by the pool's people
		sim->done[u].help = 0;
	}
	for (int i = 0; i < sim->work.stream_count; i++)
		end_cases(sim, &sim->work.stream[i]);
	for (int u = 0; u < sim->unit_count; u++) {
		struct unit_week *w = &sim->done[u];
		double used = w->complex_used + w->gig_used + w->standard_used;
		if (w->net > 0)
			sim->unit[u].load += 0.2 * (used / w->net - sim->unit[u].load);
		if (w->asked > 0)
			sim->unit[u].complex_use += 0.2 * (real_min(1, w->complex_used / w->asked) - sim->unit[u].complex_use);
		if (w->cases > 0)
			sim->unit[u].success += 0.1 * (w->on_time / w->cases - sim->unit[u].success);
	}
}
