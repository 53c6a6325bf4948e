// Sums over the members of each unit. A sum is made anew at the end of a week when something has written what
// it is made of: a mechanism that is on, or whoever said so (account_written). Any other sum stands, and is kept
// up as people come and go: so what is frozen costs nothing.
// New sums are made piece by piece in slot order, while the persons are near (people.c), and added in piece
// order: the same at any thread count. As a sum of floats hangs on its order, sums are state.
#include "sim/model.h"
#include "sim/real.h"
#include "sim/rows.h"

#include <string.h>

#define BIT(sum) (1u << (sum))

enum {  // the sums that change with …
	MIND = BIT(SUM_M) | BIT(SUM_M_SQUARED) | BIT(SUM_GROWTH) | BIT(SUM_MANAGER_M),
	ROLES = BIT(SUM_SKILL) | BIT(SUM_NETWORK),
	CONTENT = BIT(SUM_SKILL) | BIT(SUM_CONTENT) | BIT(SUM_REACH),
	BREADTH = BIT(SUM_BREADTH) | BIT(SUM_REACH),
	EVERY_WEEK = BIT(SUM_ALLIANCE) | BIT(SUM_ENGAGEMENT) | BIT(SUM_CROSS) | BIT(SUM_TIES),
	ALL = BIT(SUM_COUNT) - 1,
	PASSED = SUM_COUNT,  // column of a piece's row: members who are no longer new
};
_Static_assert((int)PASSED < (int)MODEL_SUM_ROW && (SUM_COUNT - 1) % 4 == 0, "without SUM_ENTRANTS no column is padded up to there");

static const struct { int mechanism; uint32_t sums; } movers[] = {
	{ PARAM_MECHANISMS_LEARNING, ROLES | CONTENT | BIT(SUM_DATA) | BIT(SUM_FEEDBACK) }, { PARAM_MECHANISMS_FORGETTING, ROLES },
	{ PARAM_MECHANISMS_BREADTH, BREADTH }, { PARAM_MECHANISMS_FIT, BIT(SUM_FIT) },
	{ PARAM_MECHANISMS_VOICE, BIT(SUM_VOICE) | BIT(SUM_OWNERSHIP) }, { PARAM_MECHANISMS_AUTONOMY, BIT(SUM_AUTONOMY) },
	{ PARAM_MECHANISMS_MEANING, BIT(SUM_MEANING) }, { PARAM_MECHANISMS_STRAIN, BIT(SUM_STRAIN) | MIND },
	{ PARAM_MECHANISMS_EXPERIENCE, MIND }, { PARAM_MECHANISMS_INFLUENCE, MIND }, { PARAM_MECHANISMS_LEADER, MIND },
	{ PARAM_MECHANISMS_CONTEXT, MIND }, { PARAM_MECHANISMS_ANCHOR, MIND }, { PARAM_MECHANISMS_BOOST, MIND },
};

static const struct { size_t column; uint32_t sums; } readers[] = {
	{ offsetof(struct staff, mindset), MIND }, { offsetof(struct staff, boost), MIND }, { offsetof(struct staff, unit), ALL },
	{ offsetof(struct staff, manager), BIT(SUM_MANAGERS) | BIT(SUM_MANAGER_M) },
	{ offsetof(struct staff, ownership), BIT(SUM_OWNERSHIP) }, { offsetof(struct staff, alliance), BIT(SUM_ALLIANCE) },
	{ offsetof(struct staff, skill[ROLE_DIRECT]), BIT(SUM_SKILL) }, { offsetof(struct staff, skill[ROLE_BUDGET]), BIT(SUM_SKILL) },
	{ offsetof(struct staff, skill[ROLE_POLITICAL]), BIT(SUM_SKILL) }, { offsetof(struct staff, skill[ROLE_CONTENT]), CONTENT },
	{ offsetof(struct staff, skill[ROLE_NETWORK]), ROLES }, { offsetof(struct staff, data), BIT(SUM_DATA) },
	{ offsetof(struct staff, breadth), BREADTH }, { offsetof(struct staff, autonomy), BIT(SUM_AUTONOMY) },
	{ offsetof(struct staff, meaning), BIT(SUM_MEANING) }, { offsetof(struct staff, fit), BIT(SUM_FIT) },
	{ offsetof(struct staff, engagement), BIT(SUM_ENGAGEMENT) }, { offsetof(struct staff, strain), BIT(SUM_STRAIN) },
	{ offsetof(struct staff, voice), BIT(SUM_VOICE) }, { offsetof(struct staff, feedback), BIT(SUM_FEEDBACK) },
	{ offsetof(struct staff, service), BIT(SUM_ENTRANTS) }, { offsetof(struct staff, age), BIT(SUM_AGE) },
	{ offsetof(struct staff, crossing), BIT(SUM_CROSS) | BIT(SUM_TIES) },
};

void account_written(struct sim *sim, const void *column)
{
	const struct staff *s = &sim->staff;
	if (column == s->unit || column == s->ties || column == s->crossing)
		memset(sim->changed, MODEL_TIES_CHANGED | MODEL_UNIT_CHANGED, (size_t)s->slots);
	sim->rearranged |= column == s->unit || column == s->home;
	for (size_t k = 0; k < sizeof readers / sizeof *readers; k++) {
		const void *data;
		memcpy(&data, (const char *)s + readers[k].column, sizeof data);
		if (data == column)
			sim->written |= readers[k].sums;
	}
}

void account_begin_sums(struct sim *sim)
{
	sim->summed = EVERY_WEEK | sim->written;
	for (size_t k = 0; k < sizeof movers / sizeof *movers; k++)
		if (model_on(sim, movers[k].mechanism))
			sim->summed |= movers[k].sums;
	sim->written = 0;
}

static double *rows_of(const struct sim *sim, int piece)
{
	return sim->sum + (size_t)piece * ((size_t)sim->unit_count + 1) * MODEL_SUM_ROW;
}

void account_clear_piece(struct sim *sim, int piece)
{
	memset(rows_of(sim, piece), 0, ((size_t)sim->unit_count + 1) * MODEL_SUM_ROW * sizeof *sim->sum);
}

static inline float mind(const struct staff *s, int i)
{
	return real_clampf(s->mindset[i] + s->boost[i], 0, 1);
}

static inline float all_skills(const struct staff *s, int i)
{
	float others = s->skill[ROLE_DIRECT][i] + s->skill[ROLE_BUDGET][i] + s->skill[ROLE_POLITICAL][i] + s->skill[ROLE_NETWORK][i];
	return 0.2f * (s->skill[ROLE_CONTENT][i] + others);
}

// Whether 80 % of the productivity at home is reached elsewhere; see work.c for the productivity.
static inline float reaches(const struct staff *s, int i)
{
	float content = s->skill[ROLE_CONTENT][i];
	return (float)(0.45f + 0.8f * content * assignment_carry(s->breadth[i]) >= 0.8f * (0.45f + 0.8f * content));
}

#define EACH(value) do { for (int k = 0, i = from; k < count; k++, i++) out[k] = (value); } while (0)

// What each of some persons adds to a sum: a column as it is, or made in `out`.
static inline const float *read_sum(const struct staff *s, int sum, int from, int count, float *out)
{
	switch (sum) {
	case SUM_OWNERSHIP: return s->ownership + from;
	case SUM_ALLIANCE: return s->alliance + from;
	case SUM_VOICE: return s->voice + from;
	case SUM_ENGAGEMENT: return s->engagement + from;
	case SUM_AUTONOMY: return s->autonomy + from;
	case SUM_MEANING: return s->meaning + from;
	case SUM_FIT: return s->fit + from;
	case SUM_STRAIN: return s->strain + from;
	case SUM_CONTENT: return s->skill[ROLE_CONTENT] + from;
	case SUM_NETWORK: return s->skill[ROLE_NETWORK] + from;
	case SUM_DATA: return s->data + from;
	case SUM_BREADTH: return s->breadth + from;
	case SUM_FEEDBACK: return s->feedback + from;
	case SUM_STAFF: EACH(1); break;
	case SUM_M: EACH(mind(s, i)); break;
	case SUM_M_SQUARED: EACH(mind(s, i) * mind(s, i)); break;
	case SUM_GROWTH: EACH((float)(mind(s, i) >= 0.5f)); break;
	case SUM_SKILL: EACH(all_skills(s, i)); break;
	case SUM_CROSS: EACH((float)(s->crossing[i] & 15)); break;
	case SUM_TIES: EACH((float)(s->crossing[i] >> 4)); break;
	case SUM_AGE: EACH(s->age[i]); break;
	case SUM_REACH: EACH(reaches(s, i)); break;
	case SUM_ENTRANTS: EACH((float)(s->service[i] < MODEL_ENTRANT_WEEKS)); break;
	case SUM_MANAGERS: EACH(s->manager[i]); break;
	case SUM_MANAGER_M: EACH((float)s->manager[i] * mind(s, i)); break;
	}
	return out;
}

MODEL_FAST void account_piece(struct sim *sim, int piece, int from, int to)
{
	double *rows = rows_of(sim, piece);
	float made[SUM_COUNT][MODEL_BLOCK];
	const float *column[MODEL_SUM_ROW];
	uint32_t place[MODEL_BLOCK];
	for (int count; from < to; from += count) {
		count = to - from < MODEL_BLOCK ? to - from : MODEL_BLOCK;
		int width = 0;
		for (int sum = 0; sum < SUM_COUNT; sum++)
			if (sim->summed & BIT(sum)) {
				column[width] = read_sum(&sim->staff, sum, from, count, made[sum]);
				width++;
			}
		for (; width % 4; width++)  // nobody reads what this adds
			column[width] = column[0];
		rows_place(sim, from, count, MODEL_SUM_ROW, place);
		rows_add(rows, place, column, width, count);
	}
}

void account_passed(struct sim *sim, int piece, int from, int count)
{
	double *rows = rows_of(sim, piece);
	for (int i = from; i < from + count; i++)
		if (sim->staff.service[i] == MODEL_ENTRANT_WEEKS && sim->staff.unit[i] != STAFF_VACANT)
			rows[(size_t)sim->staff.unit[i] * MODEL_SUM_ROW + PASSED] -= 1;
}

void account_member(struct sim *sim, uint32_t slot, int sign)
{
	sim->rearranged = true;
	sim->changed[slot] |= MODEL_UNIT_CHANGED;
	double *row = sim->member + (size_t)sim->staff.unit[slot] * SUM_COUNT;
	for (int sum = 0; sum < SUM_COUNT; sum++) {
		float one;
		row[sum] += sign * (double)*read_sum(&sim->staff, sum, (int)slot, 1, &one);
	}
}

// A week makes everybody a week older and some no longer new: whole numbers, so nothing is lost by counting on.
static void grow_older(struct sim *sim, int unit)
{
	double *member = sim->member + (size_t)unit * SUM_COUNT;
	if (!(sim->summed & BIT(SUM_AGE)) && !model_rehearses(sim))
		member[SUM_AGE] += member[SUM_STAFF];
	for (int piece = 0; piece < sim->pieces && !(sim->summed & BIT(SUM_ENTRANTS)); piece++)
		member[SUM_ENTRANTS] += rows_of(sim, piece)[(size_t)unit * MODEL_SUM_ROW + PASSED];
}

void account_add_pieces(struct sim *sim)
{
	for (int unit = 0; unit < sim->unit_count; unit++) {
		grow_older(sim, unit);
		size_t place = (size_t)unit * MODEL_SUM_ROW;
		for (int sum = 0; sum < SUM_COUNT; sum++) {
			if (!(sim->summed & BIT(sum)))
				continue;
			double *to = sim->member + (size_t)unit * SUM_COUNT + (size_t)sum;
			*to = 0;
			for (int piece = 0; piece < sim->pieces; piece++)
				*to += rows_of(sim, piece)[place];
			place++;
		}
	}
}

void account_anew(struct sim *sim)
{
	account_written(sim, sim->staff.unit);  // which all sums hang on
	account_begin_sums(sim);
	for (int piece = 0; piece < sim->pieces; piece++) {
		int from = piece * sim->piece_size, to = from + sim->piece_size;
		account_clear_piece(sim, piece);
		account_piece(sim, piece, from, to < sim->staff.slots ? to : sim->staff.slots);
	}
	account_add_pieces(sim);
}
