// Phases 8 and 9 for persons: voice, ownership and alliance, autonomy, meaning, strain, engagement.
// All relax to a target that their unit and their own state make.
#include "sim/people.h"
#include "sim/real.h"

static void speak(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	const float *base = people_effect(p, EFFECT_VOICE, 0), *own = s->ownership + p->from;
	float *voice = s->voice + p->from;
	for (int k = 0; k < p->count; k++)
		voice[k] = 1 / (1 + real_expf(-(base[k] + 2 * (own[k] - 0.5f))));
}

// Ownership grows where voice is heard and shrinks where it is not.
static void own(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	const float *target = people_effect(p, EFFECT_OWNERSHIP, 0), *rate = people_effect(p, EFFECT_ATTITUDE_RATE, 1);
	const float *heard = people_effect(p, EFFECT_HEARD, 2), *voice = s->voice + p->from;
	float *ownership = s->ownership + p->from;
	for (int k = 0; k < p->count; k++) {
		float x = ownership[k];
		ownership[k] = x + rate[k] * (target[k] - x) + 4 * heard[k] * voice[k] * x * (1 - x);
	}
}

static void ally(struct people *p)
{
	const float *target = people_effect(p, EFFECT_ALLIANCE, 0), *rate = people_effect(p, EFFECT_ATTITUDE_RATE, 1);
	const uint8_t *crossing = p->sim->staff.crossing + p->from;
	float *alliance = p->sim->staff.alliance + p->from;
	for (int k = 0; k < p->count; k++) {
		float cross = (float)(crossing[k] & 15) * ties_one_over[crossing[k] >> 4];
		alliance[k] += rate[k] * (real_minf(target[k] + 0.2f * (cross - 0.325f), 1) - alliance[k]);
	}
}

static void feel_free(struct people *p)
{
	const float *target = people_effect(p, EFFECT_AUTONOMY, 0);
	float *autonomy = p->sim->staff.autonomy + p->from, rate = (float)model_get(p->sim, PARAM_AUTONOMY_RATE);
	for (int k = 0; k < p->count; k++)
		autonomy[k] += rate * (target[k] - autonomy[k]);
}

static void find_meaning(struct people *p)
{
	const float *target = people_effect(p, EFFECT_MEANING, 0);
	const struct lesson *lesson = p->sim->lesson + p->from;
	float *meaning = p->sim->staff.meaning + p->from, rate = (float)model_get(p->sim, PARAM_MEANING_RATE);
	float stale = (float)model_get(p->sim, PARAM_MEANING_STALE);
	for (int k = 0; k < p->count; k++) {
		float seen = 0.3f / 64 * (float)(lesson[k].success - lesson[k].failure);
		float to = real_clampf(target[k] - stale * (p->stale[k] - 0.25f) + seen, 0, 1);
		meaning[k] += rate * (to - meaning[k]);
	}
}

static void bear(struct people *p)
{
	const float *target = people_effect(p, EFFECT_STRAIN, 0), *unsure = people_effect(p, EFFECT_UNCERTAINTY, 1);
	const uint8_t *load = p->sim->staff.load + p->from;
	float *strain = p->sim->staff.strain + p->from, rate = (float)model_get(p->sim, PARAM_STRAIN_RATE);
	for (int k = 0; k < p->count; k++) {
		float teams = 0.02f * (float)(load[k] > 1 ? load[k] - 1 : 0);
		float to = real_clampf(target[k] + unsure[k] * (1 - p->m[k]) - 0.008f + teams, 0, 1);
		strain[k] += rate * (to - strain[k]);
	}
}

static void engage(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	const float *autonomy = s->autonomy + p->from, *meaning = s->meaning + p->from, *fit = s->fit + p->from, *strain = s->strain + p->from;
	float *engagement = s->engagement + p->from, rate = (float)model_get(p->sim, PARAM_ENGAGEMENT_RATE);
	for (int k = 0; k < p->count; k++) {
		float target = 0.62f + 0.30f * (autonomy[k] - 0.49f) + 0.30f * (meaning[k] - 0.60f) + 0.35f * (fit[k] - 0.57f) - 0.30f * (strain[k] - 0.30f);
		engagement[k] += rate * (real_clampf(target, 0, 1) - engagement[k]);
	}
}

MODEL_FAST void needs_block(struct people *p)
{
	const struct sim *sim = p->sim;
	if (model_on(sim, PARAM_MECHANISMS_VOICE)) {
		speak(p);
		own(p);
	}
	ally(p);
	if (model_on(sim, PARAM_MECHANISMS_AUTONOMY))
		feel_free(p);
	if (model_on(sim, PARAM_MECHANISMS_MEANING))
		find_meaning(p);
	if (model_on(sim, PARAM_MECHANISMS_STRAIN))
		bear(p);
	engage(p);
}
