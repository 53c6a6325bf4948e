// Phase 3: how many hours everybody has this week, and how fast they work.
// Contract hours, less what strain adds to absence (average absence is in the contract's productive
// hours already), less sessions, free time and talks; managers have no case hours.
#include "sim/model.h"
#include "sim/real.h"
#include "sim/rows.h"

#include <string.h>

struct pace {  // settings of the whole, read once
	float week, base, strain, fit, engagement, waste, seat;
	bool absence, fits, gigs, assigned;  // assigned: somebody may be asked for an assignment
	uint64_t seed;
};

static bool gigs(const struct sim *sim)
{
	bool any = false;
	for (int u = 0; u < sim->unit_count; u++)
		any |= sim->effect[EFFECT_GIG_SHARE][u] > 0;
	return any;
}

static struct pace read_pace(const struct sim *sim)
{
	return (struct pace){
		.week = (float)model_get(sim, PARAM_HOURS_PER_WEEK), .base = (float)model_get(sim, PARAM_ABSENCE_BASE),
		.strain = (float)model_get(sim, PARAM_ABSENCE_STRAIN), .fit = (float)model_get(sim, PARAM_WORK_FIT),
		.engagement = (float)model_get(sim, PARAM_WORK_ENGAGEMENT), .waste = (float)model_get(sim, PARAM_SENSITIVITY_WASTE),
		.seat = (float)model_get(sim, PARAM_STAFFING_SEAT_HOURS),
		.absence = model_on(sim, PARAM_MECHANISMS_ABSENCE), .fits = model_on(sim, PARAM_MECHANISMS_FIT),
		.gigs = gigs(sim), .assigned = gigs(sim) || sim->assignments.open > 0, .seed = sim->config->seed,
	};
}

struct block {  // some persons on their way through this phase
	struct sim *sim;
	const struct pace *pace;
	int from, count;
	const uint16_t *unit;
	float effect[2][MODEL_BLOCK];
	float hours[MODEL_BLOCK], contract[MODEL_BLOCK], absent[MODEL_BLOCK];  // hours: for all that is asked; absent: a share
	float gig[MODEL_BLOCK], line[MODEL_BLOCK], speed[MODEL_BLOCK];         // gig: a share; line: hours for all but gigs
	float sum[HOURS_COUNT][MODEL_BLOCK];
};

static const float *effect(struct block *b, enum unit_effect which, int row)
{
	model_effect(b->sim, which, b->unit, b->count, b->effect[row]);
	return b->effect[row];
}

static void find_hours(struct block *b)
{
	const struct sim *sim = b->sim;
	const struct pace pace = *b->pace;
	const float *strain = sim->staff.strain + b->from, *away = sim->away + b->from;
	const uint8_t *percent = sim->staff.hours + b->from, *manager = sim->staff.manager + b->from;
	const float *scharrel = effect(b, EFFECT_SCHARREL, 0), *coached = effect(b, EFFECT_COACH_HOURS, 1);
	for (int k = 0; k < b->count; k++)
		b->absent[k] = pace.absence ? real_clampf(pace.base * (1 + pace.strain * (strain[k] - 0.3f)), 0, 1) : pace.base;
	for (int k = 0; k < b->count; k++) {
		float part = (float)percent[k] * 0.01f, contract = part * pace.week, leads = manager[k], gone = b->unit[k] == STAFF_VACANT;
		float hours = contract * (1 - (b->absent[k] - pace.base)) * (1 - scharrel[k]) - (away[k] + coached[k] * part);
		b->hours[k] = real_maxf(hours, 0) * (1 - leads) * (1 - gone);
		b->contract[k] = contract;
	}
	memset(sim->away + b->from, 0, (size_t)b->count * sizeof *sim->away);
}

// Who takes gigs, when there are any: a fixed draw against willingness, which grows with mindset and ownership.
static float gig_share(const struct sim *sim, const struct pace *pace, int i)
{
	float share = sim->effect[EFFECT_GIG_SHARE][sim->staff.unit[i]];
	if (share <= 0 || sim->staff.manager[i])
		return 0;
	struct rng_block block = rng_block(pace->seed, sim->staff.id[i], 0, RNG_SUBSCRIBE, 0);
	float willing = 0.7f * model_seen(sim, (uint32_t)i) + 0.3f * sim->staff.ownership[i];
	return rng_unitf(block.word[0]) < willing ? share : 0;
}

static void subscribe(struct block *b)
{
	uint8_t *gig = b->sim->staff.gig + b->from;
	memset(b->gig, 0, sizeof b->gig);
	for (int k = 0; k < b->count && b->pace->gigs; k++)
		b->gig[k] = gig_share(b->sim, b->pace, b->from + k);
	for (int k = 0; k < b->count; k++)
		b->line[k] = b->hours[k] * (1 - b->gig[k]);
	for (int k = 0; k < b->count; k++)
		gig[k] = b->gig[k] > 0;
}

// Speed, 1 for the average person at average engagement (.62) and fit (.57).
static void find_speed(struct block *b)
{
	const float *engagement = b->sim->staff.engagement + b->from, *fit = b->sim->staff.fit + b->from;
	float engages = b->pace->engagement, fits = b->pace->fits ? b->pace->fit : 0;
	for (int k = 0; k < b->count; k++)
		b->speed[k] = (1 + engages * (engagement[k] - 0.62f)) * (1 + fits * (fit[k] - 0.57f));
}

// What teams look up of their people.
static void give(struct block *b)
{
	const struct sim *sim = b->sim;
	const float *alliance = sim->staff.alliance + b->from, *political = sim->staff.skill[ROLE_POLITICAL] + b->from;
	const float *space = effect(b, EFFECT_SPACE_FACTOR, 0), *content = sim->staff.skill[ROLE_CONTENT] + b->from;
	const uint8_t *load = sim->staff.load + b->from;
	struct giver *giver = sim->giver + b->from;
	for (int k = 0; k < b->count; k++) {
		giver[k].hours = b->line[k];
		giver[k].seat_hours = model_seat_hours(b->line[k], load[k], b->pace->seat);
		giver[k].factor = b->speed[k] * (1 + 0.1f * (alliance[k] - 0.5f)) * space[k] *
		                  (1 - b->pace->waste * (1 - political[k])) * (load[k] > 1 ? 1.03f - 0.03f * (float)load[k] : 1);
		giver[k].m = model_seen(sim, (uint32_t)(b->from + k));
		giver[k].content = content[k];
	}
}

static void add_up(struct block *b, double *rows)
{
	const float *content = b->sim->staff.skill[ROLE_CONTENT] + b->from, *column[MODEL_HOURS_ROW];
	const uint8_t *load = b->sim->staff.load + b->from;
	uint32_t place[MODEL_BLOCK];
	int width = b->pace->assigned ? MODEL_HOURS_ROW : HOURS_ASKED;
	for (int k = 0; k < b->count && b->pace->assigned; k++) {
		b->sum[HOURS_ASKED][k] = model_seat_hours(b->line[k], load[k], b->pace->seat) * (float)load[k];
		b->sum[HOURS_GIG][k] = b->hours[k] * b->gig[k];
	}
	for (int k = 0; k < b->count; k++) {
		b->sum[HOURS_POTENTIAL][k] = b->line[k] * b->speed[k] * (0.45f + 0.8f * content[k]);
		b->sum[HOURS_ABSENT][k] = b->contract[k] * b->absent[k];
	}
	for (int c = 0; c < width; c++)
		column[c] = c == HOURS_NET ? b->hours : c == HOURS_CONTRACT || c >= HOURS_COUNT ? b->contract : b->sum[c];
	rows_place(b->sim, b->from, b->count, MODEL_HOURS_ROW, place);
	rows_add(rows, place, column, width, b->count);
}

MODEL_FAST static void hours_piece(struct sim *sim, int piece, int from, int to)
{
	struct pace pace = read_pace(sim);
	struct block b = { .sim = sim, .pace = &pace };
	double *rows = sim->hours_sum + (size_t)piece * ((size_t)sim->unit_count + 1) * MODEL_HOURS_ROW;
	memset(rows, 0, ((size_t)sim->unit_count + 1) * MODEL_HOURS_ROW * sizeof *rows);
	memset(sim->lesson + from, 0, (size_t)(to - from) * sizeof *sim->lesson);
	for (b.from = from; b.from < to; b.from += MODEL_BLOCK) {
		b.count = to - b.from < MODEL_BLOCK ? to - b.from : MODEL_BLOCK;
		b.unit = sim->staff.unit + b.from;
		find_hours(&b);
		subscribe(&b);
		find_speed(&b);
		if (sim->assignments.open > 0)
			give(&b);
		add_up(&b, rows);
	}
}

void hours_apply(struct sim *sim)
{
	model_each_piece(sim, hours_piece);
	for (int u = 0; u < sim->unit_count; u++) {
		double sum[HOURS_COUNT] = { 0 };
		for (int piece = 0; piece < sim->pieces; piece++)
			for (int k = 0; k < HOURS_COUNT; k++)
				sum[k] += sim->hours_sum[((size_t)piece * ((size_t)sim->unit_count + 1) + (size_t)u) * MODEL_HOURS_ROW + (size_t)k];
		struct unit_week *w = &sim->done[u];
		w->net = sum[HOURS_NET];
		w->asked = sum[HOURS_ASKED];
		w->gig = sum[HOURS_GIG];
		w->potential = sum[HOURS_POTENTIAL];
		w->contract = sum[HOURS_CONTRACT];
		w->absent = sum[HOURS_ABSENT];
	}
}
