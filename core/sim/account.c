// Phase 14: sums over the members of each unit, what people see of each other, and the measures.
// Sums are made piece by piece in slot order and added in piece order: the same at any thread count. They are
// made while the persons are near (people.c) and kept up as people come and go, so they are state.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

#define NONE __builtin_nan("")

enum { ENTRANT_WEEKS = 3 * CONFIG_WEEKS_PER_YEAR };

// Whether 80 % of the productivity at home is reached elsewhere; see work.c for the productivity.
static float reaches(float content, float breadth)
{
	return (float)(0.45f + 0.8f * content * assignment_carry(breadth) >= 0.8f * (0.45f + 0.8f * content));
}

// Adds (or, sign −1, takes) all that is summed of one person.
// All that is summed of one person, in the order of enum member_sum.
static inline void read_member(const struct staff *s, int i, float *out)
{
	float m = real_clampf(s->mindset[i] + s->boost[i], 0, 1);
	float content = s->skill[ROLE_CONTENT][i], others = s->skill[ROLE_DIRECT][i] + s->skill[ROLE_BUDGET][i] + s->skill[ROLE_POLITICAL][i] + s->skill[ROLE_NETWORK][i];
	out[SUM_STAFF] = 1;
	out[SUM_M] = m;
	out[SUM_M_SQUARED] = m * m;
	out[SUM_GROWTH] = (float)(m >= 0.5f);
	out[SUM_OWNERSHIP] = s->ownership[i];
	out[SUM_ALLIANCE] = s->alliance[i];
	out[SUM_VOICE] = s->voice[i];
	out[SUM_ENGAGEMENT] = s->engagement[i];
	out[SUM_AUTONOMY] = s->autonomy[i];
	out[SUM_MEANING] = s->meaning[i];
	out[SUM_FIT] = s->fit[i];
	out[SUM_STRAIN] = s->strain[i];
	out[SUM_SKILL] = 0.2f * (content + others);
	out[SUM_CONTENT] = content;
	out[SUM_NETWORK] = s->skill[ROLE_NETWORK][i];
	out[SUM_DATA] = s->data[i];
	out[SUM_BREADTH] = s->breadth[i];
	out[SUM_CROSS] = (float)(s->crossing[i] & 15);
	out[SUM_TIES] = (float)(s->crossing[i] >> 4);
	out[SUM_FEEDBACK] = s->feedback[i];
	out[SUM_AGE] = s->age[i];
	out[SUM_REACH] = reaches(content, s->breadth[i]);
	out[SUM_ENTRANTS] = (float)(s->service[i] < ENTRANT_WEEKS);
	out[SUM_MANAGERS] = s->manager[i];
	out[SUM_MANAGER_M] = (float)s->manager[i] * m;
}

static void see_piece(struct sim *sim, int piece, int from, int to)
{
	(void)piece;
	const struct staff *s = &sim->staff;
	for (int i = from; i < to; i++)
		sim->seen[i] = (struct seen){ real_clampf(s->mindset[i] + s->boost[i], 0, 1), s->unit[i] };
}

void account_clear_piece(struct sim *sim, int piece)
{
	size_t row = ((size_t)sim->unit_count + 1) * SUM_COUNT;
	memset(sim->sum + (size_t)piece * row, 0, row * sizeof *sim->sum);
}

// Some persons are read before they are added: reading wide what was just written narrow would stall.
enum { READ_AHEAD = 16 };

MODEL_FAST void account_piece(struct sim *sim, int piece, int from, int to)
{
	double *sum = sim->sum + (size_t)piece * ((size_t)sim->unit_count + 1) * SUM_COUNT;
	float ahead[READ_AHEAD][SUM_COUNT];
	for (; from < to; from += READ_AHEAD) {
		int count = to - from < READ_AHEAD ? to - from : READ_AHEAD;
		for (int n = 0; n < count; n++)
			read_member(&sim->staff, from + n, ahead[n]);
		for (int n = 0; n < count; n++) {
			int unit = sim->staff.unit[from + n];
			double *row = sum + (unit == STAFF_VACANT ? sim->unit_count : unit) * SUM_COUNT;
			for (int k = 0; k < SUM_COUNT; k++)
				row[k] += (double)ahead[n][k];
		}
	}
}

void account_member(struct sim *sim, uint32_t slot, int sign)
{
	float one[SUM_COUNT];
	double *row = sim->member + (size_t)sim->staff.unit[slot] * SUM_COUNT;
	read_member(&sim->staff, (int)slot, one);
	for (int k = 0; k < SUM_COUNT; k++)
		row[k] += sign * (double)one[k];
}

void account_add_pieces(struct sim *sim)
{
	size_t row = (size_t)sim->unit_count * SUM_COUNT;
	memset(sim->member, 0, row * sizeof *sim->member);
	for (int piece = 0; piece < sim->pieces; piece++)
		for (size_t k = 0; k < row; k++)
			sim->member[k] += sim->sum[(size_t)piece * (row + SUM_COUNT) + k];
}

static uint32_t order_key(const struct sim *sim, int i)
{
	return sim->staff.unit[i] ? sim->staff.unit[i] : MODEL_UNITS + (uint32_t)sim->staff.home[i];
}

// Members by unit, in slot order; the pool comes last, by discipline. A counting sort.
static void order_members(struct sim *sim)
{
	uint32_t *from = sim->order_from, place[2 * MODEL_UNITS];
	memset(from, 0, sizeof sim->order_from);
	for (int i = 0; i < sim->staff.slots; i++)
		if (sim->staff.unit[i] != STAFF_VACANT)
			from[order_key(sim, i) + 1]++;
	for (int key = 0; key < 2 * MODEL_UNITS; key++) {
		from[key + 1] += from[key];
		place[key] = from[key];
	}
	for (int i = 0; i < sim->staff.slots; i++)
		if (sim->staff.unit[i] != STAFF_VACANT)
			sim->order[place[order_key(sim, i)]++] = (uint32_t)i;
}

void account_view(struct sim *sim)
{
	model_each_piece(sim, see_piece);
	order_members(sim);
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

static void add_row(double *sum, const double *row, int count)
{
	for (int k = 0; k < count; k++)
		sum[k] += row[k];
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
	out[MEASURE_OUTFLOW] = ratio(w->exits * CONFIG_WEEKS_PER_YEAR, n);
	out[MEASURE_MOVES] = ratio(w->moves * CONFIG_WEEKS_PER_YEAR, n);
	out[MEASURE_EXTERNAL_SHARE] = ratio(w->external * model_get(sim, PARAM_COST_EXTERNAL_EURO), wage);
	double budget = model_get(sim, PARAM_TRAINING_BUDGET_EURO_PER_HEAD) / CONFIG_WEEKS_PER_YEAR * n;
	out[MEASURE_TRAINING_SHARE] = unit == CONFIG_UNIT_ALL ? ratio(budget + sim->training_euro, wage) : NONE;
	out[MEASURE_DEPLOYABLE] = n > 0 ? 1 + (sim->discipline_count - 1) * sum[SUM_REACH] / n : NONE;
	out[MEASURE_POOL_SHARE] = unit == CONFIG_UNIT_ALL ? ratio(sim->member[SUM_STAFF], n) : NONE;
	out[MEASURE_PARTNER_STRENGTH] = unit == CONFIG_UNIT_ALL ? society->partner : NONE;
	out[MEASURE_TRUST] = unit == CONFIG_UNIT_ALL ? society->trust : NONE;
	out[MEASURE_CHANGE_HOURS] = unit == CONFIG_UNIT_ALL ? society->change_hours : NONE;
	out[MEASURE_CHANGE_EURO] = unit == CONFIG_UNIT_ALL ? society->change_euro : NONE;
	out[MEASURE_ENTRANT_EXITS] = unit != CONFIG_UNIT_ALL || society->entrant_weeks <= 0 ? NONE
		: 1 - real_exp(-ENTRANT_WEEKS * society->entrant_exits / society->entrant_weeks);
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
