// Phase 3: how many hours everybody has this week, and how fast they work.
// Contract hours, less what strain adds to absence (average absence is in the contract's productive
// hours already), less sessions, free time and talks; managers have no case hours.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

struct pace {  // settings of the whole, read once
	float week, base, strain, fit, engagement, waste, seat;
	bool absence, fits;
	uint64_t seed;
};

static struct pace read_pace(const struct sim *sim)
{
	return (struct pace){
		.week = (float)model_get(sim, PARAM_HOURS_PER_WEEK), .base = (float)model_get(sim, PARAM_ABSENCE_BASE),
		.strain = (float)model_get(sim, PARAM_ABSENCE_STRAIN), .fit = (float)model_get(sim, PARAM_WORK_FIT),
		.engagement = (float)model_get(sim, PARAM_WORK_ENGAGEMENT), .waste = (float)model_get(sim, PARAM_SENSITIVITY_WASTE),
		.seat = (float)model_get(sim, PARAM_STAFFING_SEAT_HOURS),
		.absence = model_on(sim, PARAM_MECHANISMS_ABSENCE), .fits = model_on(sim, PARAM_MECHANISMS_FIT),
		.seed = sim->config->seed,
	};
}

// Who takes gigs, when there are any: a fixed draw against willingness, which grows with mindset and ownership.
static float gig_share(const struct sim *sim, const struct pace *pace, int i, float share)
{
	if (share <= 0 || sim->staff.manager[i])
		return 0;
	struct rng_block block = rng_block(pace->seed, sim->staff.id[i], 0, RNG_SUBSCRIBE, 0);
	float willing = 0.7f * sim->seen[i].m + 0.3f * sim->staff.ownership[i];
	return rng_unitf(block.word[0]) < willing ? share : 0;
}

// Speed, 1 for the average person at average engagement (.62) and fit (.57).
static float drive(const struct sim *sim, const struct pace *pace, int i)
{
	float engaged = 1 + pace->engagement * (sim->staff.engagement[i] - 0.62f);
	return pace->fits ? engaged * (1 + pace->fit * (sim->staff.fit[i] - 0.57f)) : engaged;
}

static void one_person(struct sim *sim, const struct pace *pace, double *rows, int i)
{
	const struct staff *s = &sim->staff;
	struct giver *giver = &sim->giver[i];
	int unit = s->unit[i], load = s->load[i];
	float part = (float)s->hours[i] * 0.01f, contract = part * pace->week;
	float absent = pace->absence ? real_clampf(pace->base * (1 + pace->strain * (s->strain[i] - 0.3f)), 0, 1) : pace->base;
	float hours = contract * (1 - (absent - pace->base)) * (1 - sim->effect[EFFECT_SCHARREL][unit]);
	hours -= sim->away[i] + sim->effect[EFFECT_COACH_HOURS][unit] * part;
	hours = s->manager[i] || unit == STAFF_VACANT ? 0 : real_maxf(hours, 0);
	float gig = gig_share(sim, pace, i, sim->effect[EFFECT_GIG_SHARE][unit]), speed = drive(sim, pace, i), content = s->skill[ROLE_CONTENT][i];
	float line = hours * (1 - gig), each = model_seat_hours(line, load, pace->seat);
	s->gig[i] = gig > 0;
	sim->away[i] = 0;
	sim->lesson[i] = (struct lesson){ 0 };
	giver->hours = line;
	giver->seat_hours = each;
	giver->factor = speed * (1 + 0.1f * (s->alliance[i] - 0.5f)) * sim->effect[EFFECT_SPACE_FACTOR][unit] *
	                (1 - pace->waste * (1 - s->skill[ROLE_POLITICAL][i])) * (load > 1 ? 1.03f - 0.03f * (float)load : 1);
	giver->m = sim->seen[i].m;
	giver->content = content;
	double *row = rows + (size_t)(unit == STAFF_VACANT ? sim->unit_count : unit) * HOURS_COUNT;
	row[HOURS_NET] += (double)hours;
	row[HOURS_ASKED] += (double)(each * (float)load);
	row[HOURS_GIG] += (double)(hours * gig);
	row[HOURS_POTENTIAL] += (double)(line * speed * (0.45f + 0.8f * content));
	row[HOURS_CONTRACT] += (double)contract;
	row[HOURS_ABSENT] += (double)(contract * absent);
}

MODEL_FAST static void hours_piece(struct sim *sim, int piece, int from, int to)
{
	struct pace pace = read_pace(sim);
	double *rows = sim->hours_sum + (size_t)piece * ((size_t)sim->unit_count + 1) * HOURS_COUNT;
	memset(rows, 0, ((size_t)sim->unit_count + 1) * HOURS_COUNT * sizeof *rows);
	for (int i = from; i < to; i++)
		one_person(sim, &pace, rows, i);
}

void hours_apply(struct sim *sim)
{
	model_each_piece(sim, hours_piece);
	for (int u = 0; u < sim->unit_count; u++) {
		double sum[HOURS_COUNT] = { 0 };
		for (int piece = 0; piece < sim->pieces; piece++)
			for (int k = 0; k < HOURS_COUNT; k++)
				sum[k] += sim->hours_sum[((size_t)piece * ((size_t)sim->unit_count + 1) + (size_t)u) * HOURS_COUNT + (size_t)k];
		struct unit_week *w = &sim->done[u];
		w->net = sum[HOURS_NET];
		w->asked = sum[HOURS_ASKED];
		w->gig = sum[HOURS_GIG];
		w->potential = sum[HOURS_POTENTIAL];
		w->contract = sum[HOURS_CONTRACT];
		w->absent = sum[HOURS_ABSENT];
	}
}
