// Phase 10, mindset: x moves by what is lived through, by colleagues, leaders and context, back to one's
// own disposition; a trained boost settles or fades. All pulls are towards a value in [0, 1] at a
// rate well below 1, or times x(1 − x): x stays in [0, 1] by construction.
#include "sim/people.h"
#include "sim/real.h"

// Success adds what is left to gain; a failure teaches or punishes as the learning climate is.
static void live_through(struct people *p, float *change)
{
	const struct staff *s = &p->sim->staff;
	const struct lesson *lesson = p->sim->lesson + p->from;
	const float *climate = people_effect(p, EFFECT_CLIMATE, 0), *good = people_effect(p, EFFECT_DAILY_SUCCESS, 1), *bad = people_effect(p, EFFECT_DAILY_FAILURE, 2);
	const float *x = s->mindset + p->from, *feedback = s->feedback + p->from;
	float rate = (float)model_get(p->sim, PARAM_EXPERIENCE_RATE);
	for (int k = 0; k < p->count; k++) {
		float learn = real_minf(climate[k] + 0.25f * feedback[k], 1), daily = good[k] * (good[k] > 0 ? 1 - x[k] : x[k]), failure = (float)lesson[k].failure / 64 + bad[k];
		change[k] += rate * (0.35f / 64 * (float)lesson[k].success * (1 - x[k]) + daily + failure * (learn * (1 - x[k]) - (1 - learn) * x[k]));
	}
}

// What pulls at x, term by term; a mechanism that is off adds no term.
static void pull(struct people *p, float *change)
{
	const struct sim *sim = p->sim;
	const float *x = sim->staff.mindset + p->from, *strain = sim->staff.strain + p->from, *anchor = sim->staff.anchor + p->from;
	float sum[MODEL_BLOCK] = { 0 };
	if (model_on(sim, PARAM_MECHANISMS_INFLUENCE)) {
		float rate = (float)model_get(sim, PARAM_INFLUENCE_RATE);
		for (int k = 0; k < p->count; k++)
			sum[k] = rate * p->neighbour[k];
	}
	if (model_on(sim, PARAM_MECHANISMS_LEADER)) {
		const float *leader = people_effect(p, EFFECT_LEADER, 0), *rate = people_effect(p, EFFECT_LEADER_RATE, 1);
		for (int k = 0; k < p->count; k++)
			sum[k] += rate[k] * (leader[k] - x[k]);
	}
	if (model_on(sim, PARAM_MECHANISMS_CONTEXT)) {
		const float *context = people_effect(p, EFFECT_CONTEXT, 0);
		float rate = (float)model_get(sim, PARAM_CONTEXT_RATE);
		for (int k = 0; k < p->count; k++)
			sum[k] += rate * (context[k] - x[k]);
	}
	if (model_on(sim, PARAM_MECHANISMS_ANCHOR)) {
		float rate = (float)model_get(sim, PARAM_ANCHOR_RATE);
		for (int k = 0; k < p->count; k++)
			sum[k] += rate * (anchor[k] - x[k]);
	}
	if (model_on(sim, PARAM_MECHANISMS_STRAIN)) {
		float worn = 4 * (float)model_get(sim, PARAM_MINDSET_STRAIN);
		for (int k = 0; k < p->count; k++)
			sum[k] -= worn * (strain[k] - 0.3f) * x[k] * (1 - x[k]);
	}
	for (int k = 0; k < p->count; k++)
		change[k] += sum[k];
}

// Disposition follows what one has become, slowly, and is moved by chance in a life.
static void drift_anchor(struct people *p)
{
	const float *x = p->sim->staff.mindset + p->from;
	float *anchor = p->sim->staff.anchor + p->from;
	float rate = (float)model_get(p->sim, PARAM_ANCHOR_DRIFT), shock = (float)model_get(p->sim, PARAM_ANCHOR_SHOCK) * 3.4641016f;  // √12: sd 1
	for (int k = 0; k < p->count; k++) {
		float a = anchor[k], chance = shock * (rng_unitf(p->word[2][k]) - 0.5f);
		anchor[k] = a + rate * (x[k] - a) + 4 * chance * a * (1 - a);
	}
}

static void settle(struct people *p, float *change)
{
	float *boost = p->sim->staff.boost + p->from;
	const float *loss = people_effect(p, EFFECT_LOSS, 0), *keep = people_effect(p, EFFECT_SETTLE, 1);
	for (int k = 0; k < p->count; k++) {
		change[k] += keep[k] * boost[k];
		boost[k] -= (loss[k] + keep[k]) * boost[k];
	}
}

MODEL_FAST void mindset_block(struct people *p)
{
	const struct sim *sim = p->sim;
	float change[MODEL_BLOCK] = { 0 }, *x = sim->staff.mindset + p->from;
	if (model_on(sim, PARAM_MECHANISMS_EXPERIENCE))
		live_through(p, change);
	pull(p, change);
	if (model_on(sim, PARAM_MECHANISMS_BOOST))
		settle(p, change);
	if (model_on(sim, PARAM_MECHANISMS_ANCHOR))
		drift_anchor(p);
	for (int k = 0; k < p->count; k++)
		x[k] += change[k];
}
