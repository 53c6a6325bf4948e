// Who people are when they enter the model: at the start as a staff that has been there for
// years, later as hires. Everything follows from (seed, stable id).
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

// Ages at entry, in years: triangular between 20 and 62 with most at 30. With the exits of the model the mean
// age comes to 47.2 (Personeelsmonitor 2022). The shape is a scenario input.
static double entry_age(struct rng *rng)
{
	double low = 20, top = 30, high = 62, u = rng_next(rng), split = (top - low) / (high - low);
	return u < split ? low + real_sqrt(u * (high - low) * (top - low))
	                 : high - real_sqrt((1 - u) * (high - low) * (high - top));
}

// Weeks until somebody leaves: two rates of exit, and retirement.
static double career_weeks(const struct sim *sim, struct rng *rng, double age)
{
	double entrant = model_get(sim, PARAM_EXITS_ENTRANT), later = model_get(sim, PARAM_EXITS_RATE);
	double hazard = -real_log(rng_next(rng)), first = 3 * CONFIG_WEEKS_PER_YEAR;
	double weeks = hazard < entrant * first ? hazard / real_max(entrant, 1e-9)
	                                        : first + (hazard - entrant * first) / real_max(later, 1e-9);
	return real_min(weeks, (model_get(sim, PARAM_RETIREMENT_AGE) - age) * CONFIG_WEEKS_PER_YEAR);
}

// A career met at a random moment is a long one more often: rejection by length.
static void draw_career(const struct sim *sim, struct rng *rng, int entrant, double *age, double *service)
{
	double longest = 45.0 * CONFIG_WEEKS_PER_YEAR;
	for (int attempt = 0; attempt < 1000; attempt++) {
		*age = entry_age(rng);
		*service = 0;
		if (entrant)
			return;
		double weeks = career_weeks(sim, rng, *age);
		if (rng_next(rng) * longest < weeks) {
			*service = rng_next(rng) * weeks;
			*age += *service / CONFIG_WEEKS_PER_YEAR;
			return;
		}
	}
}

static double distance(double weeks, unsigned int known)
{
	double off = weeks - known;
	return known == CONFIG_UNKNOWN ? 0 : off < 0 ? -off : off;
}

// What a staff file says of age and service; what it leaves out comes from the drawn career that is nearest to it.
static void know_career(const struct sim *sim, struct rng *rng, const struct person *known, double *age, double *service)
{
	const double year = CONFIG_WEEKS_PER_YEAR, youngest = 14;
	double nearest = 1e9;
	*age = *service = 0;
	for (int tries = 0; tries < 64 && nearest > year / 2; tries++) {
		double a = 0, s = 0;
		draw_career(sim, rng, 0, &a, &s);
		double off = distance(a * year, known->age_weeks) + distance(s, known->service_weeks);
		if (off < nearest) {
			nearest = off;
			*age = a;
			*service = s;
		}
	}
	if (known->age_weeks != CONFIG_UNKNOWN)
		*age = (known->age_weeks + 0.5) / year;  // weeks are cut off later
	if (known->service_weeks != CONFIG_UNKNOWN)
		*service = known->service_weeks;
	*service = real_min(*service, real_max(0, (*age - youngest) * year));
}

static void draw_skills(struct staff *staff, struct rng *rng, uint32_t i, double years)
{
	for (int r = 0; r < ROLE_COUNT; r++) {
		double talent = rng_beta_like(rng, 0.5, 0.2);
		staff->talent[r][i] = (uint8_t)(talent * 255 + 0.5);
		double usual = r == ROLE_CONTENT ? 0.698 - 0.2 * real_exp(-years / 1.5) + 0.25 * (talent - 0.5) : 0.23 + 0.4 * talent;
		staff->skill[r][i] = (float)real_clamp(usual + 0.07 * rng_normal(rng), 0.05, 0.95);
		// Content shows in a few years; other talent as average coaching reveals it, about 5.5 % a year.
		double hidden = r == ROLE_CONTENT ? 0.3 + 0.7 * real_exp(-(years + 0.5) / 2) : 0.93 * real_exp(-0.055 * years);
		staff->known[r][i] = (uint16_t)(65535 * (1 - hidden));
	}
	staff->data[i] = (float)rng_beta_like(rng, 0.35, 0.12);
	staff->breadth[i] = (float)rng_beta_like(rng, 0.437, 0.05);
	staff->feedback[i] = (float)rng_beta_like(rng, 0.40, 0.12);
}

// Contracts belong to posts: at the start they are dealt out evenly, so that each department has the mean; a
// hire takes over the contract of the post. Full-timers, and part-timers of 50 to 85 %.
static void deal_contract(struct sim *sim, uint32_t slot, int n)
{
	double part = 0.675, mean = model_get(sim, PARAM_HOURS_PART_TIME), full = real_max(0, (mean - part) / (1 - part));
	bool is_full = real_floor((n + 1) * full) > real_floor(n * full);
	double spread = 0.175 * (2 * ((n * 5) % 8) / 7.0 - 1);
	double share = is_full ? 1 : mean >= part ? part + spread : mean * (1 + spread);
	sim->staff.hours[slot] = (uint8_t)(100 * share + 0.5);
}

// How far mindset stands from the mean as far as disposition does, when the pulls on it are in balance.
static double anchored_share(const struct sim *sim)
{
	double anchor = model_on(sim, PARAM_MECHANISMS_ANCHOR) ? model_get(sim, PARAM_ANCHOR_RATE) : 0;
	double others = model_on(sim, PARAM_MECHANISMS_INFLUENCE) * model_get(sim, PARAM_INFLUENCE_RATE) +
	                model_on(sim, PARAM_MECHANISMS_CONTEXT) * model_get(sim, PARAM_CONTEXT_RATE) +
	                model_on(sim, PARAM_MECHANISMS_LEADER) * model_get(sim, PARAM_LEADER_RATE);
	return anchor > 0 ? anchor / (anchor + others) : 0.5;
}

void populate_person(struct sim *sim, uint32_t i, uint32_t id, int unit, int home, int origin, const struct person *known, int entrant)
{
	struct staff *staff = &sim->staff;
	struct rng rng = rng_start(sim->config->seed, id, 0, RNG_PERSON);
	double age, service, sd = model_get(sim, PARAM_MINDSET_SD);
	if (known)
		know_career(sim, &rng, known, &age, &service);
	else
		draw_career(sim, &rng, entrant, &age, &service);
	double culture = 0, gap = model_get(sim, PARAM_MERGER_CULTURE_GAP);
	int origins = (int)model_get(sim, PARAM_MERGER_ORGANISATIONS);
	if (origins > 1 && !entrant)  // those who were there; origins spread evenly from −gap to +gap
		culture = gap * (2.0 * origin / (origins - 1) - 1);
	double mean = real_clamp(model_get(sim, PARAM_RECRUITMENT_MINDSET) + culture, 0.05, 0.95), anchor = rng_beta_like(&rng, mean, sd);
	staff->id[i] = id;
	staff->anchor[i] = (float)anchor;
	staff->mindset[i] = (float)(mean + anchored_share(sim) * (anchor - mean));
	staff->boost[i] = 0;
	staff->ownership[i] = (float)rng_beta_like(&rng, 0.5, 0.12);
	staff->alliance[i] = (float)rng_beta_like(&rng, 0.5, 0.12);
	draw_skills(staff, &rng, i, service / CONFIG_WEEKS_PER_YEAR);
	staff->autonomy[i] = 0.49f;
	staff->meaning[i] = 0.60f;
	staff->fit[i] = (float)rng_beta_like(&rng, 0.57, 0.07);
	staff->engagement[i] = (float)rng_beta_like(&rng, 0.62, 0.05);
	staff->strain[i] = 0.30f;
	staff->voice[i] = 0.45f;
	staff->gig[i] = 0;
	staff->trained[i] = 0;
	double tenure = -real_log(rng_next(&rng)) / real_max(model_get(sim, PARAM_MOVES_RATE), 1e-4);
	staff->service[i] = (uint16_t)service;
	staff->tenure[i] = (uint16_t)real_min(tenure, service);
	staff->age[i] = (uint16_t)(age * CONFIG_WEEKS_PER_YEAR);
	staff->unit[i] = (uint16_t)unit;
	staff->home[i] = (uint8_t)home;
	staff->origin[i] = (uint8_t)origin;
	staff->manager[i] = staff->roles[i] = staff->load[i] = staff->crossing[i] = 0;
	for (int k = 0; k < STAFF_TIES; k++)
		staff->ties[(size_t)i * STAFF_TIES + (size_t)k] = i;
	for (int k = 0; k < STAFF_SEATS; k++)
		staff->seats[(size_t)i * STAFF_SEATS + (size_t)k] = STAFF_NO_SEAT;
	own_enter(&sim->own, sim->config, staff->slots, i);
}

// In a merger three ties of four that would cross origins stay at home.
static void draw_ties(struct sim *sim, uint32_t i, uint32_t from, uint32_t count)
{
	struct staff *staff = &sim->staff;
	double meet = model_get(sim, PARAM_TIES_MEET), fade = STAFF_TIES * model_get(sim, PARAM_TIES_FADE);
	double across = meet + fade > 0 ? meet / (meet + fade) : 0.29;
	struct rng rng = rng_start(sim->config->seed, staff->id[i], 0, RNG_TIES);
	for (int k = 0; k < STAFF_TIES; k++) {
		bool cross = rng_next(&rng) < across;
		uint32_t other = cross ? rng_below(&rng, (uint32_t)staff->slots) : from + rng_below(&rng, count);
		if (staff->origin[other] != staff->origin[i] && rng_next(&rng) < 0.75)
			other = from + rng_below(&rng, count);
		staff->ties[(size_t)i * STAFF_TIES + (size_t)k] = other;
	}
}

static void start_units(struct sim *sim)
{
	for (int u = 0; u < sim->unit_count; u++) {
		struct unit *unit = &sim->unit[u];
		memset(unit, 0, sizeof *unit);
		unit->posts = u ? sim->config->department[u - 1].staff : 0;
		unit->direction = model_set(sim, u, PARAM_LEADERSHIP_DIRECTION);
		unit->coaching = model_set(sim, u, PARAM_LEADERSHIP_COACHING);
		unit->example = model_set(sim, u, PARAM_LEADERSHIP_EXAMPLE);
		unit->equality = 1 - unit->direction;
		unit->safety = 0.44;
		unit->credibility = 0.75;
		unit->load = 0.85;
		unit->complex_use = 0.8;
		unit->success = 0.9;
	}
	sim->society = (struct society){ .trust = 0.55, .partner = model_get(sim, PARAM_PARTNERS_STRENGTH), .outcome = MODEL_AVERAGE_OUTCOME,
		.entrant_exits = model_get(sim, PARAM_EXITS_ENTRANT) * CONFIG_WEEKS_PER_YEAR, .entrant_weeks = CONFIG_WEEKS_PER_YEAR };
}

static int origin_of(const struct sim *sim, const struct department *department, int n)
{
	int origins = (int)model_get(sim, PARAM_MERGER_ORGANISATIONS);
	return department->organisation > 0 ? department->organisation - 1 : n % origins;
}

void populate_all(struct sim *sim)
{
	start_units(sim);
	uint32_t slot = 0;
	for (int u = 1; u < sim->unit_count; u++) {
		const struct department *department = &sim->config->department[u - 1];
		double span = model_set(sim, u, PARAM_LEADERSHIP_SPAN);
		int managers = model_managers(department->staff, span);
		for (int n = 0; n < department->staff; n++, slot++) {
			const struct person *known = department->people ? &department->people[n] : NULL;
			populate_person(sim, slot, slot, u, sim->discipline[u], origin_of(sim, department, n), known, 0);
			sim->staff.manager[slot] = known && department->has_roles ? known->manager : n < managers;
			deal_contract(sim, slot, n);
			if (known && known->hours)
				sim->staff.hours[slot] = known->hours;
		}
	}
	slot = 0;
	for (int u = 1; u < sim->unit_count; u++) {
		uint32_t count = (uint32_t)sim->config->department[u - 1].staff, from = slot;
		for (; slot < from + count; slot++)
			draw_ties(sim, slot, from, count);
	}
	sim->society.next_id = slot;
}
