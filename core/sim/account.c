// Phase 14: what people see of each other, who is where, and the measures. Sums over members: account_sum.c.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

#define NONE __builtin_nan("")

MODEL_FAST static void see_piece(struct sim *sim, int piece, int from, int to)
{
	(void)piece;
	const float *mindset = sim->staff.mindset, *boost = sim->staff.boost;
	const uint16_t *unit = sim->staff.unit;
	const uint8_t *changed = sim->changed;
	uint32_t *restrict seen = sim->seen;
	for (int i = from; i < to; i++) {
		float m = real_clampf(mindset[i] + boost[i], 0, 1);
		uint32_t word;
		memcpy(&word, &m, sizeof word);
		word = unit[i] == STAFF_VACANT ? MODEL_NOBODY : word;
		seen[i] = word | (changed[i] & MODEL_UNIT_CHANGED ? MODEL_MOVED : 0);
	}
}

void account_see(struct sim *sim)
{
	model_each_piece(sim, see_piece);
}

enum { NOWHERE = 2 * MODEL_UNITS, RUN = 16 };

// Without a branch: in a pool it would be a coin that is tossed.
static inline uint32_t order_key(const struct staff *s, int i)
{
	uint32_t unit = s->unit[i];
	return unit + (unit == CONFIG_POOL) * (MODEL_UNITS + (uint32_t)s->home[i]) + (unit == STAFF_VACANT) * (uint32_t)(NOWHERE - STAFF_VACANT);
}

// Whether some neighbours all work in one department, as most do: then they can be taken together.
static inline bool together(const struct staff *s, int i, int count)
{
	unsigned differ = s->unit[i] == CONFIG_POOL;
	for (int k = 1; k < count; k++)
		differ |= (unsigned)(s->unit[i + k] ^ s->unit[i]);
	return !differ;
}

static void count_members(const struct staff *s, uint32_t *count)
{
	for (int i = 0; i < s->slots; i += RUN) {
		int run = s->slots - i < RUN ? s->slots - i : RUN;
		if (together(s, i, run))
			count[order_key(s, i)] += (uint32_t)run;
		else
			for (int k = i; k < i + run; k++)
				count[order_key(s, k)]++;
	}
}

static void place_members(const struct staff *s, uint32_t *place, uint32_t *order)
{
	for (int i = 0; i < s->slots; i += RUN) {
		int run = s->slots - i < RUN ? s->slots - i : RUN;
		uint32_t key = order_key(s, i);
		if (together(s, i, run)) {
			for (int k = 0; k < run; k++)
				order[place[key] + (uint32_t)k] = (uint32_t)(i + k);
			place[key] += (uint32_t)run;
		} else {
			for (int k = i; k < i + run; k++)
				order[place[order_key(s, k)]++] = (uint32_t)k;
		}
	}
}

// Members by unit, in slot order; the pool comes last, by discipline; after it the slots without anybody.
void account_order(struct sim *sim)
{
	uint32_t *from = sim->order_from, count[NOWHERE + 1] = { 0 }, place[NOWHERE + 1], sum = 0;
	count_members(&sim->staff, count);
	for (int key = 0; key <= NOWHERE; key++) {
		from[key] = place[key] = sum;
		sum += count[key];
	}
	place_members(&sim->staff, place, sim->order);
	sim->rearranged = false;
}

void account_view(struct sim *sim)
{
	memset(sim->changed, MODEL_TIES_CHANGED | MODEL_UNIT_CHANGED, (size_t)sim->staff.slots);
	account_see(sim);
	account_order(sim);
}

static void add_row(double *sum, const double *row, int count)
{
	for (int k = 0; k < count; k++)
		sum[k] += row[k];
}

static double ratio(double part, double whole)
{
	return whole > 0 ? part / whole : NONE;
}

static void measure_people(double *out, const double *sum)
{
	double n = sum[SUM_STAFF];
	static const struct { enum measure_id id; enum member_sum sum; } means[] = {
		{ MEASURE_MINDSET, SUM_M }, { MEASURE_GROWTH_SHARE, SUM_GROWTH }, { MEASURE_OWNERSHIP, SUM_OWNERSHIP },
		{ MEASURE_ALLIANCE, SUM_ALLIANCE }, { MEASURE_VOICE, SUM_VOICE }, { MEASURE_ENGAGEMENT, SUM_ENGAGEMENT },
		{ MEASURE_AUTONOMY, SUM_AUTONOMY }, { MEASURE_MEANING, SUM_MEANING }, { MEASURE_FIT, SUM_FIT },
		{ MEASURE_STRAIN, SUM_STRAIN }, { MEASURE_SKILL, SUM_SKILL }, { MEASURE_BREADTH, SUM_BREADTH },
		{ MEASURE_FEEDBACK, SUM_FEEDBACK },
	};
	for (size_t k = 0; k < sizeof means / sizeof *means; k++)
		out[means[k].id] = ratio(sum[means[k].sum], n);
	double mean = n > 0 ? sum[SUM_M] / n : 0, variance = n > 0 ? sum[SUM_M_SQUARED] / n - mean * mean : 0;
	out[MEASURE_STAFF] = n;
	out[MEASURE_MINDSET_SD] = n > 0 ? real_sqrt(real_max(variance, 0)) : NONE;
	out[MEASURE_CROSS_TIES] = n > 0 ? sum[SUM_CROSS] / real_max(sum[SUM_TIES], 1) : NONE;
	out[MEASURE_AGE] = ratio(sum[SUM_AGE] / CONFIG_WEEKS_PER_YEAR, n);
}

static void measure_work(double *out, const struct unit_week *w)
{
	double used = w->complex_used + w->gig_used + w->standard_used + w->help;
	out[MEASURE_STANDARD_LEAD_WEEKS] = ratio(w->lead, w->cases);
	out[MEASURE_STANDARD_ON_TIME] = ratio(w->on_time, w->cases);
	out[MEASURE_STANDARD_QUALITY] = ratio(w->quality, w->quality_weight);
	out[MEASURE_COMPLEX_BACKLOG] = w->open;
	out[MEASURE_COMPLEX_LEAD_WEEKS] = ratio(w->done_lead, w->done);
	out[MEASURE_COMPLEX_ON_TIME] = ratio(w->done_on_time, w->done);
	out[MEASURE_COMPLEX_QUALITY] = ratio(w->done_quality, w->done);
	out[MEASURE_HANDOFFS] = ratio(w->done_handoffs, w->done);
	out[MEASURE_STAFFING_WEEKS] = ratio(w->waited, w->teams);
	out[MEASURE_REWORK_SHARE] = ratio(w->redone, used + w->external + w->redone);
	out[MEASURE_OCCUPANCY] = ratio(used, w->net);
	out[MEASURE_PERFORMANCE] = ratio(w->value, w->demanded);
	out[MEASURE_ABSENCE] = ratio(w->absent, w->contract);
}

void account_measure_people(struct sim *sim)
{
	double sum[SUM_COUNT] = { 0 };
	for (int u = 0; u < sim->unit_count; u++) {
		const double *row = sim->member + (size_t)u * SUM_COUNT;
		measure_people(sim->measure + (size_t)(u + 1) * MEASURE_COUNT, row);
		add_row(sum, row, SUM_COUNT);
	}
	measure_people(sim->measure, sum);
}

static void measure_standard_backlog(const struct sim *sim)
{
	for (int row = 0; row <= sim->unit_count; row++)
		sim->measure[(size_t)row * MEASURE_COUNT + MEASURE_STANDARD_BACKLOG] = 0;
	for (int i = 0; i < sim->work.stream_count; i++) {
		const struct work_stream *stream = &sim->work.stream[i];
		sim->measure[MEASURE_STANDARD_BACKLOG] += stream->waiting;
		sim->measure[(size_t)(stream->unit + 1) * MEASURE_COUNT + MEASURE_STANDARD_BACKLOG] += stream->waiting;
	}
}

static double wage_bill_week(const struct sim *sim, double contract_hours)
{
	return contract_hours * model_get(sim, PARAM_COST_HOUR_EURO);
}

static void add_week(struct unit_week *all, const struct unit_week *w)
{
	double *to = (double *)all;
	const double *from = (const double *)w;
	add_row(to, from, (int)(offsetof(struct unit_week, open) / sizeof(double)));
	all->open += w->open;
}

// What a unit's row shows; unit 0 … for one unit, CONFIG_UNIT_ALL for the whole.
static void measure_row(struct sim *sim, int unit, const double *sum, const struct unit_week *w)
{
	double *out = sim->measure + (size_t)(unit + 1) * MEASURE_COUNT;
	const struct society *society = &sim->society;
	double n = sum[SUM_STAFF], wage = wage_bill_week(sim, w->contract);
	measure_people(out, sum);
	measure_work(out, w);
	out[MEASURE_OUTFLOW] = ratio(w->exits * CONFIG_WEEKS_PER_YEAR, real_max(n, w->exits));  // no more than all of a week
	out[MEASURE_MOVES] = ratio(w->moves * CONFIG_WEEKS_PER_YEAR, real_max(n, w->moves));
	out[MEASURE_EXTERNAL_SHARE] = ratio(w->hired * model_get(sim, PARAM_COST_EXTERNAL_EURO), wage);
	double budget = model_get(sim, PARAM_TRAINING_BUDGET_EURO_PER_HEAD) / CONFIG_WEEKS_PER_YEAR * n;
	out[MEASURE_TRAINING_SHARE] = unit == CONFIG_UNIT_ALL ? ratio(budget + sim->training_euro, wage) : NONE;
	out[MEASURE_DEPLOYABLE] = n > 0 ? 1 + (sim->discipline_count - 1) * sum[SUM_REACH] / n : NONE;
	out[MEASURE_POOL_SHARE] = unit == CONFIG_UNIT_ALL ? ratio(sim->member[SUM_STAFF], n) : NONE;
	out[MEASURE_PARTNER_STRENGTH] = unit == CONFIG_UNIT_ALL ? society->partner : NONE;
	out[MEASURE_TRUST] = unit == CONFIG_UNIT_ALL ? society->trust : NONE;
	out[MEASURE_CHANGE_HOURS] = unit == CONFIG_UNIT_ALL ? society->change_hours : NONE;
	out[MEASURE_CHANGE_EURO] = unit == CONFIG_UNIT_ALL ? society->change_euro : NONE;
	out[MEASURE_ENTRANT_EXITS] = unit != CONFIG_UNIT_ALL || society->entrant_weeks <= 0 ? NONE
		: 1 - real_exp(-MODEL_ENTRANT_WEEKS * society->entrant_exits / society->entrant_weeks);
}

static void measure_climate(struct sim *sim)
{
	double weight[3] = { 0 }, staff = 0;
	for (int u = 0; u < sim->unit_count; u++) {
		const struct unit *unit = &sim->unit[u];
		double n = sim->member[(size_t)u * SUM_COUNT + SUM_STAFF], *out = sim->measure + (size_t)(u + 1) * MEASURE_COUNT;
		const double value[3] = { unit->safety, unit->credibility, unit->vocabulary };
		for (int k = 0; k < 3; k++) {
			out[MEASURE_SAFETY + k] = n > 0 ? value[k] : NONE;
			weight[k] += n * value[k];
		}
		staff += n;
	}
	for (int k = 0; k < 3; k++)
		sim->measure[MEASURE_SAFETY + k] = ratio(weight[k], staff);
}

_Static_assert(MEASURE_CREDIBILITY == MEASURE_SAFETY + 1 && MEASURE_VOCABULARY == MEASURE_SAFETY + 2, "three in a row");

void account_measure(struct sim *sim)
{
	double sum[SUM_COUNT] = { 0 };
	struct unit_week all = { 0 };
	for (int u = 0; u < sim->unit_count; u++)
		sim->done[u].open = 0;
	for (int a = 0; a < sim->assignments.capacity; a++)
		if (sim->assignments.record[a].state != ASSIGNMENT_FREE)
			sim->done[sim->assignments.record[a].at].open++;
	for (int u = 0; u < sim->unit_count; u++) {
		add_row(sum, sim->member + (size_t)u * SUM_COUNT, SUM_COUNT);
		add_week(&all, &sim->done[u]);
		measure_row(sim, u, sim->member + (size_t)u * SUM_COUNT, &sim->done[u]);
	}
	measure_row(sim, CONFIG_UNIT_ALL, sum, &all);
	measure_climate(sim);
	measure_standard_backlog(sim);
}
