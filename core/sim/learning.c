// Phase 7, learning: skills grow by practice and fade without, talent shows, fit follows.
// Growth is times what is left to learn, loss times what is there: [0, 1] by construction.
#include "sim/people.h"
#include "sim/real.h"

// Weeks in one position beyond some years slow learning: 1 − e^(−(years − limit) ÷ limit).
static void staleness(struct people *p)
{
	const uint16_t *tenure = p->sim->staff.tenure + p->from;
	float limit = (float)model_get(p->sim, PARAM_STALENESS_YEARS) * CONFIG_WEEKS_PER_YEAR;
	bool on = model_on(p->sim, PARAM_MECHANISMS_STALENESS);
	for (int k = 0; k < p->count; k++) {
		float over = real_maxf((float)tenure[k] / limit - 1, 0);
		p->stale[k] = on ? 1 - real_expf(-over) : 0.25f;  // off: as stale as people are on average
	}
}

// How fast one learns: the unit's rate × mindset × feedback × fit × not being stale.
static void pace(struct people *p, float *rate)
{
	const struct staff *s = &p->sim->staff;
	const float *feedback = s->feedback + p->from, *fit = s->fit + p->from, *learn = people_effect(p, EFFECT_LEARN, 0);
	float loss = (float)model_get(p->sim, PARAM_STALENESS_LOSS), usual = (float)param_table[PARAM_STALENESS_LOSS].value;
	float stale = model_on(p->sim, PARAM_MECHANISMS_STALENESS) ? loss : usual, fits = model_on(p->sim, PARAM_MECHANISMS_FIT) ? 1.0f : 0.0f;
	for (int k = 0; k < p->count; k++)
		rate[k] = learn[k] * (1 - stale * p->stale[k]) * (0.5f + p->m[k]) * (0.8f + 0.4f * feedback[k]) *
		          (1 + 0.6f * fits * (fit[k] - 0.5f));
}

static void learn_content(struct people *p, const float *rate)
{
	const struct staff *s = &p->sim->staff;
	float *skill = s->skill[ROLE_CONTENT] + p->from;
	const uint8_t *talent = s->talent[ROLE_CONTENT] + p->from;
	const float *practice = people_effect(p, EFFECT_PRACTICE, 0);
	float age = (float)(model_get(p->sim, PARAM_LEARNING_OBSOLESCENCE) * (1 + 2 * model_get(p->sim, PARAM_DEMAND_PACE)));
	for (int k = 0; k < p->count; k++) {
		float gifted = 0.5f + (float)talent[k] * (1.0f / 255);
		skill[k] += 0.585f * rate[k] * practice[k] * gifted * (1 - skill[k]) - age * skill[k];
	}
}

// A role that one fills grows; one that is not filled falls back to what talent alone gives.
static void learn_role(struct people *p, const float *rate, int role)
{
	const struct staff *s = &p->sim->staff;
	float *skill = s->skill[role] + p->from;
	const uint8_t *talent = s->talent[role] + p->from, *roles = s->roles + p->from;
	float forget = model_on(p->sim, PARAM_MECHANISMS_FORGETTING) ? (float)model_get(p->sim, PARAM_FORGETTING_RATE) : 0;
	float learn = model_on(p->sim, PARAM_MECHANISMS_LEARNING) ? 1.0f : 0.0f;
	for (int k = 0; k < p->count; k++) {
		float gift = (float)talent[k] * (1.0f / 255), filled = (float)(roles[k] >> role & 1);
		float base = 0.2f + 0.4f * gift, above = real_maxf(skill[k] - base, 0);
		skill[k] += learn * rate[k] * (0.02f + 0.6f * filled) * (0.5f + gift) * (1 - skill[k]) - forget * above * (1 - filled);
	}
}

static void learn_data(struct people *p, const float *rate)
{
	float *data = p->sim->staff.data + p->from;
	float practice = 0.25f * (float)model_get(p->sim, PARAM_DATA_MATURITY) * (0.5f + (float)model_get(p->sim, PARAM_DATA_DIALOGUE));
	for (int k = 0; k < p->count; k++)
		data[k] += rate[k] * practice * (1 - data[k]) - 0.0012f * data[k];
}

// Breadth grows among other disciplines: in a team, or in the pool; it fades at home.
static void widen(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	float *breadth = s->breadth + p->from;
	const uint8_t *roles = s->roles + p->from;
	float grow = (float)model_get(p->sim, PARAM_BREADTH_RATE), fade = (float)model_get(p->sim, PARAM_BREADTH_FADE);
	for (int k = 0; k < p->count; k++) {
		float outside = (p->unit[k] == CONFIG_POOL ? 1.0f : 0.0f) + (roles[k] & ~(1u << ROLE_CONTENT) ? 0.5f : 0.0f);
		breadth[k] += grow * (0.36f + outside) * (1 - breadth[k]) - fade * breadth[k];
	}
}

// Slow, so done one week in four for each block, four weeks at a time.
static void reveal(struct people *p)
{
	enum { WEEKS = 4 };
	if ((p->sim->week + (uint32_t)(p->from / MODEL_BLOCK)) % WEEKS != 0)
		return;
	const struct staff *s = &p->sim->staff;
	const float *rate = people_effect(p, EFFECT_REVEAL, 0);
	const uint8_t *roles = s->roles + p->from;
	for (int r = 0; r < ROLE_COUNT; r++) {
		uint16_t *known = s->known[r] + p->from;
		for (int k = 0; k < p->count; k++) {
			float filled = (float)(roles[k] >> r & 1), step = WEEKS * (rate[k] + 0.01f * filled);
			known[k] = (uint16_t)((float)known[k] + step * (65535.0f - (float)known[k]) + 0.5f * step);
		}
	}
}

// How well talent and skill suit a role: talent shows more than skill in roles that one grows into.
static inline float suits(const struct staff *s, int role, int i, float talent)
{
	return talent * (float)s->talent[role][i] * (1.0f / 255) + (1 - talent) * s->skill[role][i];
}

// What the roles filled now do to fit: half of it, for those who fill any beside content.
static void match_roles(struct people *p, float *target)
{
	const struct staff *s = &p->sim->staff;
	for (int k = 0; k < p->count; k++) {
		unsigned roles = s->roles[p->from + k] & ~(1u << ROLE_CONTENT);
		float sum = 0, count = 0;
		for (int r = 0; roles >> r; r++)
			if (roles >> r & 1) {
				sum += suits(s, r, p->from + k, 0.65f) + 0.1f;
				count += 1;
			}
		if (count > 0)
			target[k] = 0.5f * target[k] + 0.5f * sum / count;
	}
}

// Fit: how talent and skill match what the position asks: content, and a second role that differs by discipline.
static void match(struct people *p)
{
	const struct staff *s = &p->sim->staff;
	float target[MODEL_BLOCK], *fit = s->fit + p->from, rate = (float)model_get(p->sim, PARAM_FIT_RATE);
	for (int k = 0; k < p->count; k++)
		target[k] = 0.60f * suits(s, ROLE_CONTENT, p->from + k, 0.5f);
	for (int turn = 0; turn < 4; turn++) {
		int second = model_second_role(turn);
		// Who knows the own talent shapes the job to it.
		for (int k = 0; k < p->count; k++) {
			float known = (float)s->known[second][p->from + k] * (1.0f / 65535);
			target[k] += (s->home[p->from + k] & 3) == turn ? 0.44f * suits(s, second, p->from + k, 0.65f) + 0.08f * (known - 0.35f) : 0;
		}
	}
	match_roles(p, target);
	for (int k = 0; k < p->count; k++)
		fit[k] += rate * (real_minf(target[k], 1) - fit[k]);
}

static void grow_feedback(struct people *p)
{
	float *feedback = p->sim->staff.feedback + p->from;
	const float *target = people_effect(p, EFFECT_FEEDBACK, 0);
	for (int k = 0; k < p->count; k++)
		feedback[k] += 0.01f * (target[k] - feedback[k]);
}

MODEL_FAST void learning_block(struct people *p)
{
	const struct sim *sim = p->sim;
	float rate[MODEL_BLOCK] = { 0 };
	bool skills = model_on(sim, PARAM_MECHANISMS_LEARNING) || model_on(sim, PARAM_MECHANISMS_FORGETTING);
	if (skills || model_on(sim, PARAM_MECHANISMS_MEANING))
		staleness(p);
	if (skills)
		pace(p, rate);
	if (model_on(sim, PARAM_MECHANISMS_LEARNING)) {
		learn_content(p, rate);
		learn_data(p, rate);
		grow_feedback(p);
	}
	if (skills)
		for (int role = 0; role < ROLE_COUNT; role++)
			if (role != ROLE_CONTENT)
				learn_role(p, rate, role);
	if (model_on(sim, PARAM_MECHANISMS_BREADTH))
		widen(p);
	if (model_on(sim, PARAM_MECHANISMS_TALENT))
		reveal(p);
	if (model_on(sim, PARAM_MECHANISMS_FIT))
		match(p);
}
