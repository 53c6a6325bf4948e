// The terms of mindset.c for one person. All but the ties still stand as they were when the week's mindset was made;
// ties have moved on, so theirs is what is left.
#include "sim/cause.h"

#include "sim/model.h"

static double effect_of(const struct sim *sim, enum unit_effect effect, const struct cause_before *before)
{
	return (double)sim->effect[effect][before->unit];
}

static double lived_through(const struct sim *sim, uint32_t slot, const struct cause_before *before)
{
	double x = (double)before->mindset, good = effect_of(sim, EFFECT_DAILY_SUCCESS, before), bad = effect_of(sim, EFFECT_DAILY_FAILURE, before);
	double learn = effect_of(sim, EFFECT_CLIMATE, before) + 0.25 * (double)sim->staff.feedback[slot];
	learn = learn < 1 ? learn : 1;
	double success = sim->lesson[slot].success / 64.0, failure = sim->lesson[slot].failure / 64.0 + bad;
	return model_get(sim, PARAM_EXPERIENCE_RATE) *
	       (0.35 * success * (1 - x) + good * (good > 0 ? 1 - x : x) + failure * (learn * (1 - x) - (1 - learn) * x));
}

// Boost: what was there when the week's part of it had yet to fade and settle.
static void boosted(const struct sim *sim, uint32_t slot, const struct cause_before *before, double term[CAUSE_COUNT], double *settled)
{
	double now = (double)sim->staff.boost[slot], loss = 0, keep = 0;
	if (model_on(sim, PARAM_MECHANISMS_BOOST)) {
		loss = effect_of(sim, EFFECT_LOSS, before);
		keep = effect_of(sim, EFFECT_SETTLE, before);
	}
	double taught = now / (1 - loss - keep);
	term[CAUSE_TRAINING] = taught - (double)before->boost;
	term[CAUSE_FADING] = -loss * taught;
	*settled = keep * taught;
}

void cause_of(const struct sim *sim, uint32_t slot, const struct cause_before *before, double term[CAUSE_COUNT])
{
	double x = (double)before->mindset, known = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		term[c] = 0;
	if (model_on(sim, PARAM_MECHANISMS_EXPERIENCE))
		term[CAUSE_EXPERIENCE] = lived_through(sim, slot, before);
	if (model_on(sim, PARAM_MECHANISMS_LEADER))
		term[CAUSE_LEADER] = effect_of(sim, EFFECT_LEADER_RATE, before) * (effect_of(sim, EFFECT_LEADER, before) - x);
	if (model_on(sim, PARAM_MECHANISMS_CONTEXT))
		term[CAUSE_CONTEXT] = model_get(sim, PARAM_CONTEXT_RATE) * (effect_of(sim, EFFECT_CONTEXT, before) - x);
	if (model_on(sim, PARAM_MECHANISMS_ANCHOR))
		term[CAUSE_DISPOSITION] = model_get(sim, PARAM_ANCHOR_RATE) * ((double)before->anchor - x);
	if (model_on(sim, PARAM_MECHANISMS_STRAIN))
		term[CAUSE_STRAIN] = -4 * model_get(sim, PARAM_MINDSET_STRAIN) * ((double)sim->staff.strain[slot] - 0.3) * x * (1 - x);
	boosted(sim, slot, before, term, &known);
	for (int c = CAUSE_EXPERIENCE; c <= CAUSE_STRAIN; c++)
		known += c == CAUSE_COLLEAGUES ? 0 : term[c];
	term[CAUSE_COLLEAGUES] = (double)sim->staff.mindset[slot] - x - known;
}
